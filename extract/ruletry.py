"""Try a rule pack on a document: what each of its rules finds there, and where.

Tables and running text are read as for a report, with the same heads, marks and patterns; nothing is
assembled, so that a rule whose finds no objective takes up is seen too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.divide import Division, divide
from extract.divide.prose import Reading, marks_of, read_prose
from extract.fields import pattern
from extract.forms.entries import Banner, Entry, Record
from extract.forms.form import Form, read_form
from extract.forms.heads import unit_in, year_in
from extract.marks import Heading, Label, firm, heading_of
from extract.passage import Passage, Prover, body_of
from extract.rulebook import REPORT, Pack, Rulebook
from schemas.document import Document, Span
from schemas.evidence import Evidence
from schemas.rule import ChoiceRule, PatternRule, Scalar, SegmentRule

_FRONT = 20_000  # characters before the first objective in which a report says whose it is
Region = tuple[str, Passage]


@dataclass(frozen=True, slots=True)
class Find:
    """What a rule found: its name, the place, and the values it reads there."""

    rule: str
    evidence: tuple[Evidence, ...]
    values: Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class Trial:
    """A pack on a document: what its rules found, heads of tables that none names, and how the document is divided."""

    finds: tuple[Find, ...]
    unnamed: tuple[Evidence, ...]
    division: Division

    def read(self, pack: Pack) -> tuple[int, int]:
        """How many objectives the pack reads, and how many there are."""
        blocks = self.division.blocks
        return sum(block.pack is pack for block in blocks), len(blocks)


def try_pack(document: Document, pack: Pack, rulebook: Rulebook) -> Trial:
    """Try one pack of a rulebook; the layouts of all its packs are recognised."""
    prove = Prover(document, rulebook.digest)
    form = read_form(document, replace(rulebook, layouts=(pack,)))
    division = divide(document, rulebook)
    names = {pack.name(rule) for rule in pack.rules}
    finds = (*_in_tables(form, pack, prove), *_in_text(document, form, pack, rulebook, prove))
    known = [find for find in finds if find.rule in names]
    return Trial((*known, *_values(_regions(document, division, pack), pack, prove)), _unnamed(form, prove), division)


def _in_tables(form: Form, pack: Pack, prove: Prover) -> Iterator[Find]:
    """Heads of columns, labels of cells, and headings in rows that are one cell."""
    seen: set[tuple[Span, ...]] = set()
    for event in form.events:
        if isinstance(event, Banner):
            if heading := heading_of(event.body.text, pack):
                yield _heading(event.body, heading, prove)
            continue
        if isinstance(event, Record):
            for column in event.columns.columns:
                if column.head and column.label.spans not in seen:
                    seen.add(column.label.spans)
                    evidence = prove.whole(column.label, column.head.rule)
                    yield Find(column.head.rule, evidence, _named(column.head.role, column.text))
            continue
        yield from (_label_of(entry, prove) for entry in event.entries if entry.column < 0)


def _unnamed(form: Form, prove: Prover) -> tuple[Evidence, ...]:
    """The heads, among others that are known, that no rule names; each once."""
    columns = (column for event in form.events if isinstance(event, Record) for column in event.columns.columns)
    labels = {column.text: column.label for column in reversed(list(columns)) if column.text and not column.head}
    return tuple(one for label in reversed(labels.values()) for one in prove.whole(label, "none")[:1])


def _named(role: str, text: str) -> dict[str, Scalar]:
    found: dict[str, Scalar] = {"role": role, "year": year_in(text), "unit": unit_in(text)}
    return {name: value for name, value in found.items() if value is not None}


def _label_of(entry: Entry, prove: Prover) -> Find:
    values = _named(entry.role, entry.label.text) | _text(entry.body)
    return Find(entry.rule, prove.whole(entry.label, entry.rule), values)


def _text(body: Passage) -> dict[str, Scalar]:
    return {"text": body.clean()} if body else {}


def _in_text(document: Document, form: Form, pack: Pack, rulebook: Rulebook, prove: Prover) -> Iterator[Find]:
    """Headings and labels of the running text."""
    tables = [Span(table.start, table.end) for table in form.tables]
    body = body_of(document, marks_of(rulebook), tables)
    reading = read_prose(body, pack, [body.index_to(table.start) for table in tables])
    yield from (_heading(body, heading, prove) for heading in reading.headings)
    for label, end in _labels(reading):
        text = body.part(label.start if label.keep else label.end, end)
        evidence = prove.within(body, label.start, label.end, label.rule)
        yield Find(label.rule, evidence, {"section": label.section, **_text(text)})


def _labels(reading: Reading) -> Iterator[tuple[Label, int]]:
    """The labels that open a section, objective by objective, and where it ends."""
    starts = [0, *(heading.start for heading in reading.headings), len(reading.body.text)]
    for start, end in pairwise(starts):
        inside = firm([label for label in reading.labels if start <= label.start < end])
        yield from zip(inside, [*(label.start for label in inside[1:]), end], strict=False)


def _heading(body: Passage, heading: Heading, prove: Prover) -> Find:
    key = "code" if heading.number is None else "number"
    values: dict[str, Scalar] = {key: heading.key(body.text) if heading.number is None else heading.number}
    if heading.title_at:
        values["title"] = body.part(*heading.title_at).clean()
    return Find(heading.rule, prove.within(body, heading.start, heading.end, heading.rule), values)


def _regions(document: Document, division: Division, pack: Pack) -> Sequence[Region]:
    """What patterns look at: the sections of all objectives, or all of a document that has none."""
    if pack.header.id == REPORT:
        first = division.blocks[0].whole.spans[0].start if division.blocks else len(document.text)
        return [("preface", Passage(document, (Span(0, min(first, _FRONT)),)))]
    if not division.blocks:
        return [("block", body_of(document, lambda line: False))]
    return [
        region for block in division.blocks
        for region in (("title", block.title), *((part.section, part.body) for part in block.parts))
    ]


def _values(regions: Sequence[Region], pack: Pack, prove: Prover) -> Iterator[Find]:
    """What patterns, segments and choices read."""
    segments = pack.of(SegmentRule)
    for section, passage in regions:
        text = passage.text
        meant = (rule for rule in pack.of(PatternRule) if _meant(rule, section))
        found = [one for rule in meant for one in pattern.find(pack, rule, text)]
        found += pattern.find_segments(pack, tuple(rule for rule in segments if _meant(rule, section)), text)
        chosen = (pattern.choose(pack, rule, text) for rule in pack.of(ChoiceRule) if _meant(rule, section))
        for one in (*found, *filter(None, chosen)):
            evidence = prove.within(passage, one.start, one.end, one.rule)
            names = sorted(one.values, key=lambda name: one.at.get(name, (len(text), 0)))  # as the page says them
            values = {name: one.values[name] for name in names if one.values[name] is not None}
            yield Find(one.rule.partition(":")[0], evidence, values)


def _meant(rule: PatternRule | SegmentRule | ChoiceRule, section: str) -> bool:
    return section in rule.within or "block" in rule.within
