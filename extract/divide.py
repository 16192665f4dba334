"""Divide a document: recognise its layout, cut it into objectives, and those into sections."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extract.marks import Heading, Label, find_headings, find_labels, firm
from extract.passage import Passage, body_of
from extract.rulebook import Pack, Rulebook
from schemas.document import Document, Span
from schemas.rule import HeadingRule, LabelRule


@dataclass(frozen=True, slots=True)
class Part:
    """One labelled section of an objective: the label's span and the text under it."""

    section: str
    rule: str
    label: tuple[Span, ...]
    body: Passage


@dataclass(frozen=True, slots=True)
class Block:
    """One objective as it stands in the document, before anything is read from it.

    `line` is its heading as far as the title; `stray` are headings that stand inside its
    title and start nothing.
    """

    number: int
    number_spans: tuple[Span, ...]
    rule: str
    line: Passage
    title: Passage
    stray: tuple[Passage, ...]
    parts: tuple[Part, ...]
    whole: Passage


@dataclass(frozen=True, slots=True)
class Division:
    """The layout that was recognised and why, the text before the objectives, and these."""

    pack: Pack | None
    reasons: tuple[str, ...]
    preface: Passage
    blocks: tuple[Block, ...]


def divide(document: Document, rulebook: Rulebook) -> Division:
    """Cut `document` by the layout whose headings and labels it shows most.

    A document in which no layout is recognised has no blocks and `pack` None.
    """
    body = body_of(document, _marks(rulebook))
    candidates = [_reading(body, pack) for pack in rulebook.layouts]
    known = [reading for reading in candidates if reading.is_known()]
    if not known:
        reasons = tuple(reading.reason() for reading in candidates)
        return Division(None, reasons, body, ())
    best = max(known, key=lambda reading: len(reading.labels))
    preface = body.part(0, best.headings[0].start)
    return Division(best.pack, (best.reason(),), preface, tuple(_blocks(body, best)))


def _marks(rulebook: Rulebook) -> Callable[[str], bool]:
    """Whether a line is a heading or a label: then it is the report's, however often pages begin with it."""
    patterns = [
        pack.patterns[rule.id] for pack in rulebook.layouts for rule in pack.rules
        if isinstance(rule, HeadingRule | LabelRule) and not getattr(rule, "keep", False)
    ]

    @cache
    def is_mark(line: str) -> bool:
        found = (pattern.search(line) for pattern in patterns)
        return any(match is not None and match.end >= len(line.rstrip()) for match in found)

    return is_mark


class _Reading(NamedTuple):
    pack: Pack
    headings: tuple[Heading, ...]
    labels: tuple[Label, ...]

    def is_known(self) -> bool:
        wanted = self.pack.header.recognises
        if wanted is None or len(self.headings) < wanted.headings:
            return False
        below = [label for label in self.labels if label.start > self.headings[0].start]
        kinds = {label.section for label in below}
        return len(kinds) >= wanted.sections and len(below) >= wanted.labels_per_heading * len(self.headings)

    def reason(self) -> str:
        header = self.pack.header
        sections = sorted({label.section for label in self.labels})
        return (
            f"{header.id}: {len(self.headings)} headings, {len(self.labels)} labels"
            + (f" ({', '.join(sections)})" if sections else "")
        )


def _reading(body: Passage, pack: Pack) -> _Reading:
    labels = find_labels(body.text, pack)
    return _Reading(pack, find_headings(body.text, pack, labels), labels)


def _blocks(body: Passage, reading: _Reading) -> Iterator[Block]:
    ends = [*(heading.start for heading in reading.headings[1:]), len(body.text)]
    starts = [label.start for label in reading.labels]
    for heading, end in zip(reading.headings, ends, strict=True):
        inside = reading.labels[bisect_left(starts, heading.end) : bisect_left(starts, end)]
        yield _block(body, heading, end, firm(inside))


def _block(body: Passage, heading: Heading, end: int, labels: list[Label]) -> Block:
    closing = _closing(labels, end)
    title_start = heading.title_at[0] if heading.title_at else heading.end
    inside = [label for label in labels if label.section != "end" and label.start < closing]
    if inside and inside[0].section == "title" and not body.text[title_start : inside[0].start].strip():
        title_start = inside.pop(0).end
    stops = [*(label.start for label in inside), closing]
    return Block(
        number=heading.number,
        number_spans=body.spans_of(*heading.number_at),
        rule=heading.rule,
        line=body.part(heading.start, heading.number_at[1]),
        title=body.part(title_start, stops[0]),
        stray=tuple(body.part(*at) for at in heading.stray_at),
        parts=tuple(_part(body, label, stop) for label, stop in zip(inside, stops[1:], strict=True)),
        whole=body.part(heading.start, closing),
    )


def _closing(labels: list[Label], end: int) -> int:
    """Where an objective ends before the next one starts: at a signature or annex behind its last section."""
    others = [label for label in labels if label.section != "end"]
    last = max((label.start for label in others), default=-1)
    return next((label.start for label in labels if label.section == "end" and label.start > last), end)


def _part(body: Passage, label: Label, stop: int) -> Part:
    start = label.start if label.keep else label.end
    return Part(label.section, label.rule, body.spans_of(label.start, label.end), body.part(start, stop))
