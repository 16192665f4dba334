"""Regions: the sections of an objective while they are read, and what is taken out of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.fields.pattern import Found
from extract.passage import Passage
from schemas.rule import PatternRule


@dataclass(slots=True)
class Region:
    """A stretch of one section while it is read: what was taken out of it so far."""

    section: str
    passage: Passage
    label: Passage | None = None
    scale: Passage | None = None
    gone: list[tuple[int, int]] = field(default_factory=list)
    told: list[tuple[int, int]] = field(default_factory=list)

    def rest(self) -> Passage:
        """What belongs to the section."""
        return self.passage.without(self.gone)

    def prose(self) -> Passage:
        """What is still to be read: the section less what said a value of the objective itself."""
        return self.passage.without((*self.gone, *self.told))


def removes(rule: PatternRule, region: Region) -> bool:
    """Whether what a rule finds is no part of the region's text."""
    return region.section in rule.removes or "block" in rule.removes


def with_stop(region: Region, found: Found) -> tuple[int, int]:
    """The match with the stop that ends its sentence, and the brackets that hold nothing else."""
    text = region.passage.text
    start = len(text[: found.start].rstrip())
    end = found.end + len(text[found.end :]) - len(text[found.end :].lstrip(" \t"))
    if text[max(start - 1, 0) : start] == "(" and text[end : end + 1] == ")":
        return start - 1, end + 1
    return found.start, found.end + (text[found.end : found.end + 1] in (".", ";"))


def hanging(passage: Passage) -> Passage:
    """A section less the dash, or the stop after a stop, it is left hanging on where a sentence was taken out."""
    text = passage.text
    while (kept := _less_one(text)) != text:
        text = kept
    return passage.part(0, len(text))


def _less_one(text: str) -> str:
    kept = text.rstrip(" \n\t–—-")
    before = kept[:-1].rstrip()
    doubled = kept.endswith((";", ",")) and len(before) < len(kept) - 1 and before.endswith((".", ";"))
    return before if doubled else kept
