"""Running text: the headings and labels of one pack, and how well they fit a document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extract.divide.blocks import Part
from extract.divide.counted import counted
from extract.divide.inlined import without_inlined
from extract.divide.levels import leveled
from extract.divide.untitled import end_of_title
from extract.marks import Heading, Label, MarkedText, find_headings, find_labels, firm
from extract.passage import Passage
from extract.rulebook import Pack, Rulebook
from schemas.rule import HeadingRule, LabelRule

PARENTS = ("strategic", "operational", "area", "programme")
_OVER = {*PARENTS, "plan_reference"}
_FIRST = {*_OVER, "title", "responsible", "code", "number", "weight", "objective_weight"}  # what objectives begin with
_CHANCE = 0.5  # labels an objective: so many more may be words that only look like labels
_TABLE_COUNTS = 2  # a table that is a form says as much of an objective as two labels


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's running text as one pack reads it; `tables` are the places where forms were cut out of it."""

    pack: Pack
    body: Passage
    headings: tuple[Heading, ...]
    labels: tuple[Label, ...]
    tables: tuple[int, ...]

    def is_known(self) -> bool:
        """Whether the pack knows the document by what it shows."""
        wanted, starts = self.pack.header.recognises, self.objectives()
        if self.tables and not starts:  # what stands over tables that name the objectives
            starts = tuple(heading for heading in self.headings if heading.starts == "parent")
        if wanted is None or not starts or len(starts) < wanted.headings:
            return False
        below = [label for label in self.labels if label.start > starts[0].start]
        forms = [place for place in self.tables if place >= starts[0].start]
        kinds = {label.section for label in below} | ({"table", "form"} if forms else set())
        marks = len(below) + _TABLE_COUNTS * len(forms)
        named = {label.section for label in below}.issuperset(wanted.fields) or bool(forms)
        return named and len(kinds) >= wanted.sections and marks >= wanted.labels_per_heading * len(starts)

    def objectives(self) -> tuple[Heading, ...]:
        """The headings that start an objective."""
        return tuple(heading for heading in self.headings if heading.starts == "objective")

    def reason(self) -> str:
        """What the pack saw, in words."""
        sections = sorted({label.section for label in self.labels})
        tables = f", {len(self.tables)} tables" if self.tables else ""
        return (
            f"{self.pack.header.id}: {len(self.objectives())} headings, {len(self.labels)} labels"
            + (f" ({', '.join(sections)})" if sections else "") + tables
        )

    def beats(self, other: Reading) -> bool:
        """Whether it says more of the document than `other`, of a pack with fewer rules, by more than chance."""
        mine, others = self.objectives(), other.objectives()
        if not mine or not others:
            return bool(mine)
        gain = len(self.labels) + _TABLE_COUNTS * len(mine) - len(other.labels) - _TABLE_COUNTS * len(others)
        return gain > _CHANCE * len(mine)

    def parts(self, start: int, end: int) -> Sections:
        """The labelled sections between two places of the text."""
        first, last = (bisect_left(self.labels, place, key=lambda label: label.start) for place in (start, end))
        inside = without_inlined(firm(self.labels[first:last]), self.body.text, end)
        over = (h.start for h in self.headings if h.starts == "parent" and start < h.start < end)
        closing = min([_closing(inside, end), *over])
        kept = [label for label in inside if label.section != "end" and label.start < closing]
        while kept and kept[-1].section in _OVER and self._is_over(kept, start):
            closing = kept.pop().start  # what stands over the objectives that follow
        title = start
        if kept and kept[0].section == "title" and not self.body.text[start : kept[0].start].strip():
            title = kept.pop(0).end
        others = [h.start for h in self.headings if h.starts != "objective" and start < h.start < closing]
        stops = sorted([*(label.start for label in kept), *others, closing])
        parts = tuple(_part(self.body, label, stops[bisect_right(stops, label.start)]) for label in kept)
        tables = [place for place in self.tables if title <= place < closing] if title == start else []
        title_end = min([stops[0], *tables])
        if title == start and not any(part.section == "description" for part in parts):
            behind = end_of_title(self.body.text, title, title_end)
            parts = (*_described(self.body, behind, title_end), *parts)
            title_end = behind
        return Sections(parts, title, title_end, closing)


    def _is_over(self, labels: Sequence[Label], start: int) -> bool:
        """Whether the last label comes behind what is said of the objective: it stands over the next ones."""
        others = any(label.section not in _FIRST for label in labels)
        return others or any(start <= place <= labels[-1].start for place in self.tables)


class Sections(NamedTuple):
    """What stands between a heading and the next one: its sections, where a title may stand, and where it ends."""

    parts: tuple[Part, ...]
    title: int
    title_end: int
    closing: int


def read_prose(
    body: Passage, pack: Pack, tables: Sequence[int], text: MarkedText | None = None, telling: Sequence[int] = ()
) -> Reading:
    """The headings and labels of `pack` in `body`; `tables` are places of forms in its text.

    `text` is that of `body` for all packs that read it, `telling` are the forms that say what an objective is
    without naming one.
    """
    text = text or MarkedText(body.text)
    labels = find_labels(text, pack)
    marks = sorted([*(label.start for label in labels if not label.loose), *(_TABLE_COUNTS * [*tables])])
    told = sorted([*(one.start for one in labels if not one.loose and one.section not in _FIRST), *telling])

    def chosen(found: list[Heading]) -> list[Heading]:
        return counted(leveled(found, text.text, marks, told), [text.text] * len(found))

    headings = find_headings(text, pack, marks, chosen)
    return Reading(pack, body, headings, labels, tuple(tables))


def marks_of(rulebook: Rulebook) -> Callable[[str], bool]:
    """Whether a line is a heading or a label: then it is the report's, however often pages begin with it."""
    lines = frozenset(
        pack.patterns[rule.id] for pack in rulebook.layouts for rule in pack.rules
        if (isinstance(rule, HeadingRule) and _may_start(rule))
        or (isinstance(rule, LabelRule) and not rule.keep)
    )

    @cache
    def is_mark(line: str) -> bool:
        found = (pattern.search(line) for pattern in rulebook.marks.sift(line) & lines)
        return any(match is not None and match.end >= len(line.rstrip()) for match in found)

    return is_mark


def _may_start(rule: HeadingRule) -> bool:
    return rule.starts == "objective" or (rule.starts == "level" and rule.level == "operational")


def _closing(labels: list[Label], end: int) -> int:
    """Where an objective ends before the next one starts: at a signature or annex behind its last section."""
    others = [label for label in labels if label.section != "end"]
    last = max((label.start for label in others), default=-1)
    return next((label.start for label in labels if label.section == "end" and label.start > last), end)


def _described(body: Passage, start: int, end: int) -> Iterator[Part]:
    """What stands without a label between the title and the first one."""
    if start < end:
        yield Part("description", "description", body.spans_of(start, start + 1), body.part(start, end))


def _part(body: Passage, label: Label, stop: int) -> Part:
    start = label.start if label.keep else label.end
    return Part(label.section, label.rule, body.spans_of(label.start, label.end), body.part(start, stop))
