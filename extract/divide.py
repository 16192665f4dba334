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
    """A line that starts an objective, in the coordinates of the body's text."""

    start: int
    end: int
    number: int
    number_at: tuple[int, int]
    title_at: tuple[int, int] | None
    rule: str


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
        for found in pack.patterns[rule.id].finditer(text):
            title, number_at = found.get("title"), found.span("number")
            if title and _is_contents_line(title):
                continue
            title_at = found.span("title") if title else None
            yield Heading(
                found.start, found.end, int(text[slice(*number_at)]), number_at, title_at, pack.name(rule)
            )


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
    kept, stray = _without_stray(reading.headings, body.text)
    ends = [*(heading.start for heading in kept[1:]), len(body.text)]
    blocks = [
        _block(body, heading, end, reading.labels, stray.get(heading, ()))
        for heading, end in zip(kept, ends, strict=True)
    ]
    yield from _without_contents(blocks)


def _without_stray(
    headings: Iterable[Heading], text: str
) -> tuple[list[Heading], dict[Heading, tuple[Heading, ...]]]:
    """Headings that start an objective, and those that stand in the title of the one before.

    A heading without a title of its own, directly followed by one that carries a title,
    has that as its title: the second number starts nothing.
    """
    kept: list[Heading] = []
    stray: dict[Heading, tuple[Heading, ...]] = {}
    for heading in headings:
        before = kept[-1] if kept else None
        if before and before not in stray and _is_in_title(before, heading, text):
            stray[before] = (heading,)
        else:
            kept.append(heading)
    return kept, stray


def _is_in_title(before: Heading, heading: Heading, text: str) -> bool:
    if before.title_at or not heading.title_at or heading.number == before.number + 1:
        return False
    return not text[before.end : heading.start].strip()


def _without_contents(blocks: list[Block]) -> Iterator[Block]:
    """Blocks that hold nothing are lines of a contents list when their number comes again with more."""
    full = {block.number for block in blocks if block.parts}
    for block in blocks:
        if block.parts or block.number not in full:
            yield block


def _block(body: Passage, heading: Heading, end: int, labels: tuple[Label, ...], stray: tuple[Heading, ...]) -> Block:
    inside = _firm([label for label in labels if heading.end <= label.start < end])
    closing = next((label.start for label in inside if label.section == "end"), end)
    named = next((label.start for label in inside if not label.keep), closing)
    inside = [label for label in inside if label.start < closing and (not label.keep or label.start < named)]
    if stray and stray[-1].title_at:
        title_start = stray[-1].title_at[0]
    else:
        title_start = heading.title_at[0] if heading.title_at else heading.end
    title_end = inside[0].start if inside else closing
    stops = [*(label.start for label in inside[1:]), closing]
    return Block(
        number=heading.number,
        number_spans=body.spans_of(*heading.number_at),
        rule=heading.rule,
        title=body.part(title_start, max(title_end, title_start)),
        stray=tuple(body.part(one.start, one.title_at[0] if one.title_at else one.end) for one in stray),
        parts=tuple(
            _part(body, label, stop)
            for label, stop in zip(inside, stops, strict=True)
        ),
        whole=body.part(heading.start, closing),
    )


def _firm(labels: list[Label]) -> list[Label]:
    """The labels of an objective: a loose one counts only where nothing firm opens its section."""
    firm = {label.section for label in labels if not label.loose}
    return [label for label in labels if not label.loose or (label.section not in firm and label.section != "end")]


def _part(body: Passage, label: Label, stop: int) -> Part:
    start = label.start if label.keep else label.end
    return Part(label.section, label.rule, body.spans_of(label.start, label.end), body.part(start, stop))
