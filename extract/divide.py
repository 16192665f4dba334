"""Divide a document: recognise its layout, cut it into objectives, and those into sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from extract.passage import Passage, body_of
from extract.rulebook import Pack, Rulebook
from schemas.document import Document, Span
from schemas.rule import HeadingRule, LabelRule


class Heading(NamedTuple):
    """A line that starts an objective, in the coordinates of the body's text.

    `stray_at` are the places of other headings that stand where its title begins.
    """

    start: int
    end: int
    number: int
    number_at: tuple[int, int]
    title_at: tuple[int, int] | None
    rule: str
    stray_at: tuple[tuple[int, int], ...] = ()


class Label(NamedTuple):
    """A label that opens a section, in the coordinates of the body's text."""

    start: int
    end: int
    section: str
    rule: str
    keep: bool
    loose: bool


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

    `stray` are headings that stand inside its title and start nothing.
    """

    number: int
    number_spans: tuple[Span, ...]
    rule: str
    title: Passage
    stray: tuple[Passage, ...]
    parts: tuple[Part, ...]
    whole: Passage

    def parts_of(self, section: str) -> tuple[Part, ...]:
        """The parts with this section's name, in order."""
        return tuple(part for part in self.parts if part.section == section)


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
    body = body_of(document)
    candidates = [_reading(body, pack) for pack in rulebook.layouts]
    known = [reading for reading in candidates if reading.is_known()]
    if not known:
        reasons = tuple(reading.reason() for reading in candidates)
        return Division(None, reasons, body, ())
    best = max(known, key=lambda reading: len(reading.labels))
    blocks = tuple(_blocks(body, best))
    preface = body.part(0, best.headings[0].start)
    return Division(best.pack, (best.reason(),), preface, blocks)


class _Reading(NamedTuple):
    pack: Pack
    headings: tuple[Heading, ...]
    labels: tuple[Label, ...]

    def is_known(self) -> bool:
        wanted = self.pack.header.recognises
        if wanted is None or len(self.headings) < wanted.headings:
            return False
        below = sum(label.start > self.headings[0].start for label in self.labels)
        return below >= wanted.labels_per_heading

    def reason(self) -> str:
        header = self.pack.header
        sections = sorted({label.section for label in self.labels})
        return (
            f"{header.id}: {len(self.headings)} headings, {len(self.labels)} labels"
            + (f" ({', '.join(sections)})" if sections else "")
        )


def _reading(body: Passage, pack: Pack) -> _Reading:
    headings = tuple(sorted(_headings(body.text, pack)))
    labels = tuple(_labels(body.text, pack)) if headings else ()
    return _Reading(pack, headings, labels)


def _headings(text: str, pack: Pack) -> Iterator[Heading]:
    for rule in pack.of(HeadingRule):
        pattern = pack.patterns[rule.id]
        for found in pattern.finditer(text):
            title, number_at = found.get("title"), found.span("number")
            if title and _is_contents_line(title):
                continue
            title_at = found.span("title") if title else None
            heading = Heading(
                found.start, found.end, int(text[slice(*number_at)]), number_at, title_at, pack.name(rule)
            )
            inner = pattern.search(title) if title else None
            if title_at and inner and inner.start == 0 and inner.get("title"):
                inner_title = title_at[0] + inner.span("title")[0]
                heading = _with_stray(heading, (title_at[0], inner_title), (inner_title, title_at[1]))
            yield heading


def _with_stray(heading: Heading, stray_at: tuple[int, int], title_at: tuple[int, int]) -> Heading:
    return heading._replace(title_at=title_at, end=title_at[1], stray_at=(*heading.stray_at, stray_at))


def _is_contents_line(title: str) -> bool:
    """A line of a table of contents: leaders and a page number at its end."""
    return re.search(r"(?:\.{4,}|…{2,}|(?:\s\.){4,})\s*\d+\s*$", title) is not None


def _labels(text: str, pack: Pack) -> Iterator[Label]:
    """The labels in order; where two rules match the same line, the longer label holds."""
    found: dict[int, Label] = {}
    for rule in pack.of(LabelRule):
        for label in (*_strict(text, pack, rule), *_loose(text, pack, rule)):
            known = found.get(label.start)
            if known is None or (known.loose, -known.end) > (label.loose, -label.end):
                found[label.start] = label
    last = -1
    for start in sorted(found):
        if start >= last:
            yield found[start]
            last = found[start].end


def _strict(text: str, pack: Pack, rule: LabelRule) -> Iterator[Label]:
    for match in pack.patterns[rule.id].finditer(text):
        start = match.span("label")[0]
        end = start + 1 if rule.keep else match.end
        yield Label(start, end, rule.section, pack.name(rule), rule.keep, loose=False)


def _loose(text: str, pack: Pack, rule: LabelRule) -> Iterator[Label]:
    """Labels followed by their text with nothing between: "Indicatore % di completamento"."""
    for match in pack.patterns[f"{rule.id}:loose"].finditer(text):
        start, end = match.span("label")
        after = text[match.span("text")[0]]
        if text[start].isupper() and not rule.keep and (rule.section == "indicator" or not after.islower()):
            yield Label(start, end, rule.section, pack.name(rule), rule.keep, loose=True)


def _blocks(body: Passage, reading: _Reading) -> Iterator[Block]:
    headings = _starting(reading.headings, body.text)
    ends = [*(heading.start for heading in headings[1:]), len(body.text)]
    blocks = [_block(body, heading, end, reading.labels) for heading, end in zip(headings, ends, strict=True)]
    yield from _without_contents(blocks)


def _starting(headings: Iterable[Heading], text: str) -> list[Heading]:
    """The headings that start an objective.

    A heading without a title of its own, directly followed by one that carries a title, has
    that as its title: the second number starts nothing.
    """
    kept: list[Heading] = []
    for heading in headings:
        before = kept[-1] if kept else None
        if before and not before.title_at and heading.title_at and not text[before.end : heading.start].strip():
            kept[-1] = _with_stray(before, (heading.start, heading.title_at[0]), heading.title_at)
        else:
            kept.append(heading)
    return kept


def _without_contents(blocks: list[Block]) -> Iterator[Block]:
    """Blocks that hold nothing are lines of a contents list when their number comes again with more."""
    full = {block.number for block in blocks if block.parts}
    for block in blocks:
        if block.parts or block.number not in full:
            yield block


def _block(body: Passage, heading: Heading, end: int, labels: tuple[Label, ...]) -> Block:
    inside = _firm([label for label in labels if heading.end <= label.start < end])
    closing = next((label.start for label in inside if label.section == "end"), end)
    inside = [label for label in inside if label.start < closing]
    title_start = heading.title_at[0] if heading.title_at else heading.end
    stops = [*(label.start for label in inside), closing]
    return Block(
        number=heading.number,
        number_spans=body.spans_of(*heading.number_at),
        rule=heading.rule,
        title=body.part(title_start, stops[0]),
        stray=tuple(body.part(*at) for at in heading.stray_at),
        parts=tuple(_part(body, label, stop) for label, stop in zip(inside, stops[1:], strict=True)),
        whole=body.part(heading.start, closing),
    )


def _firm(labels: list[Label]) -> list[Label]:
    """The labels that open a section of an objective.

    A loose one counts only where nothing firm opens its section, one that is itself text only
    before every other label.
    """
    firm = {label.section for label in labels if not label.loose}
    first = min((label.start for label in labels if not label.loose and not label.keep), default=None)
    return [
        label for label in labels
        if not (label.loose and (label.section in firm or label.section == "end"))
        and not (label.keep and first is not None and label.start > first)
    ]


def _part(body: Passage, label: Label, stop: int) -> Part:
    start = label.start if label.keep else label.end
    return Part(label.section, label.rule, body.spans_of(label.start, label.end), body.part(start, stop))
