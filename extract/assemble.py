"""Assemble a block's candidates into an objective: every value with its evidence, each region read once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from extract.divide import Block, Part
from extract.fields import pattern, series
from extract.fields.cells import Cells, weight_of
from extract.fields.footnotes import RULE as FOOTNOTE_RULE
from extract.fields.footnotes import Note
from extract.fields.indicators import indicators, items, read_measure
from extract.fields.inline import inline_indicators
from extract.fields.naming import evaluator_name
from extract.fields.pattern import Found
from extract.fields.region import Region, hanging, removes, with_stop
from extract.fields.statements import Prose, stated
from extract.forms.heads import evaluator_at, scale_in
from extract.passage import Passage, Prover
from extract.rulebook import Pack
from schemas.document import Span
from schemas.evidence import Evidence, Grade
from schemas.report import (
    Citation,
    Footnote,
    Indicator,
    Objective,
    PlanReference,
    Score,
    Section,
    SectionName,
    SeriesPoint,
)
from schemas.rule import ChoiceRule, PatternRule, SegmentRule

SECTIONS: tuple[SectionName, ...] = ("action", "description", "expected_benefits", "indicator", "results", "notes")
PROSE: tuple[SectionName, ...] = ("plan_reference", "description", "expected_benefits", "results", "notes")


@dataclass(frozen=True, slots=True)
class Assembler:
    """Reads blocks with one pack; `year` is the year reported on, where it is known."""

    pack: Pack
    prove: Prover
    year: int | None

    def objective(self, block: Block, notes: tuple[Note, ...]) -> Objective:
        """The objective of a block, with the footnotes that belong to it."""
        regions = [Region("title", block.title), *(self._region(part) for part in block.parts)]
        cells = Cells(block, self.prove, self.year)
        whole = [*regions, *(Region("footnote", note.text) for note in notes)]
        citations = tuple(self._citations(whole))
        scores = tuple(self._scores(regions))
        points = (*self._tables(regions), *self._tables_beside(block, regions))
        values, evidence = self._scalars(block, regions)
        sections = {name: s for name in SECTIONS if (s := self._section(name, regions)) is not None}
        read = (*cells.indicators(), *self._indicators(regions))
        terms = (_present(i.numerator for i in read), _present(i.denominator for i in read))
        prose = stated(self._prose(regions, notes), self.year, terms, self.prove)
        evidence.setdefault("status", _shown_by(sections, scores, self.prove.whole(block.line, block.rule)))
        return Objective(
            **values, sections=sections, scores=scores, citations=citations, indicators=read,
            plan_references=(*cells.references(), *self._references(regions)),
            footnotes=tuple(self._footnote(note) for note in notes),
            targets=prose.targets, quantities=prose.quantities, dates=(*cells.deadlines(), *prose.dates),
            series=(*points, *cells.earlier(), *prose.series), evidence=evidence,
        )

    def _region(self, part: Part) -> Region:
        return Region(part.section, part.body, Passage(self.prove.document, part.label), part.scale)

    def _found(self, kind: str, regions: Iterable[Region]) -> Iterator[tuple[Region, Found, PatternRule]]:
        for region in regions:
            for rule in self.pack.patterns_within(kind, region.section):
                yield from ((region, found, rule) for found in pattern.find(self.pack, rule, region.passage.text))

    def _scores(self, regions: list[Region]) -> Iterator[Score]:
        for region, found, rule in self._found("scores", regions):
            if removes(rule, region):
                region.gone.append(with_stop(region, found))
            yield self._score(region, found)

    def _score(self, region: Region, found: Found) -> Score:
        """A score, its evaluator and its maximum those of the label where the cell says none."""
        values, evidence = dict(found.values), self._proof(region, found, Grade.NORMALISED)
        at = evaluator_at(region.label.text) if region.label and values.get("evaluator") is None else None
        if at and region.label and region.section == "score":
            values["evaluator"] = evaluator_name(region.label.text[slice(*at)])
            evidence += self.prove.within(region.label, *at, found.rule, Grade.NORMALISED)
        if values.get("maximum") is None and region.section == "score" and region.scale is not None:
            values["maximum"] = scale_in(region.scale.text)
            evidence += self.prove.whole(region.scale, found.rule, Grade.NORMALISED)
        return Score(**values, evidence=evidence)

    def _citations(self, regions: list[Region]) -> Iterator[Citation]:
        """Each act once: where it is cited in several spellings, the first that is not all capitals."""
        cited: dict[str, tuple[str, tuple[Evidence, ...]]] = {}
        for region, found, _ in _longest(self._found("citations", regions)):
            text = str(found.values["text"])
            before, evidence = cited.get(text.casefold(), (text, ()))
            better = text if before.isupper() and not text.isupper() else before
            cited[text.casefold()] = better, evidence + self._proof(region, found, Grade.EXACT)
        yield from (Citation(text=text, evidence=evidence) for text, evidence in cited.values())

    def _tables(self, regions: list[Region]) -> Iterator[SeriesPoint]:
        """Values over years from ruled tables and from lines set as tables; both leave their section."""
        for region in regions:
            covered = []
            for table in series.tables_in(region.passage):
                if points := series.in_table(self.prove.document, table):
                    start = region.passage.position(table.start)
                    covered.append((start, start + table.end - table.start))
                    yield from (self._point(p, _document_span) for p in points)
            for found in series.in_lines(region.passage.text):
                if not any(start <= found.start < end for start, end in covered):
                    covered.append((found.start, found.end))
                    yield from (self._point(p, region.passage.spans_of) for p in found.points)
            region.gone.extend(covered)

    def _tables_beside(self, block: Block, regions: list[Region]) -> Iterator[SeriesPoint]:
        """Values over years from tables that stand in the objective, but in none of its sections."""
        held = [span for region in regions for span in region.passage.spans]
        tables = (*series.tables_in(block.whole), *series.cards_of(block, self.prove.document))
        for table in {table.start: table for table in tables}.values():
            rows = series.in_table(self.prove.document, table, block.extent)
            yield from (self._point(p, _document_span) for p in rows if not _is_held(p.value_at[0], held))

    def _point(self, p: series.Point, spans_of: Callable[[int, int], tuple[Span, ...]]) -> SeriesPoint:
        """A cell is shown by itself, its year and its label."""
        spans = [span for at in (p.value_at, p.year_at, p.label_at) for span in spans_of(*at)]
        evidence = self.prove.proof(spans, series.RULE, Grade.NORMALISED)
        return SeriesPoint(label=p.label, year=p.year, value=p.value, unit=p.unit, evidence=evidence)

    def _scalars(self, block: Block, regions: list[Region]) -> tuple[dict[str, Any], dict[str, tuple[Evidence, ...]]]:
        values: dict[str, Any] = {}
        evidence: dict[str, tuple[Evidence, ...]] = {}
        if block.number is not None:
            values["number"] = block.number
            shown = "".join(block.title.document.text[slice(*span)] for span in block.number_spans)
            grade = Grade.EXACT if any(map(str.isdigit, shown)) else Grade.NORMALISED  # "IV"
            evidence["number"] = self.prove.proof(block.number_spans, block.rule, grade)
        for name in ("status", "weight", "achievement"):
            for region, found in self._told(name, regions):
                for key, value in found.values.items():
                    if key not in values and not (key == "weight" and weight_of(value) is None):
                        values[key] = value
                        evidence[key] = self._proof(region, found, Grade.NORMALISED)
        title = regions[0].rest()
        if title:
            values["title"] = title.clean().strip(" –—-")
            evidence["title"] = self.prove.whole(title, "title")
        for choice in self.pack.of(ChoiceRule):
            chosen = self._choice(choice, regions)
            if chosen:
                values[choice.field], evidence[choice.field] = chosen
        return values, evidence

    def _told(self, name: str, regions: list[Region]) -> Iterator[tuple[Region, Found]]:
        """What the regions say of the objective itself; noted, so that it is not read again as something else."""
        for region, found, rule in self._found(name, regions):
            if any(start < found.end and found.start < end for start, end in region.gone):
                continue
            if removes(rule, region):
                region.gone.append(with_stop(region, found))
            if name != "status":
                region.told.append((found.start, found.end))
            yield region, found

    def _choice(self, rule: ChoiceRule, regions: list[Region]) -> tuple[Any, tuple[Evidence, ...]] | None:
        for region in regions:
            if region.section in rule.within and (found := pattern.choose(self.pack, rule, region.rest().text)):
                at = self.prove.within(region.rest(), found.start, found.end, found.rule, Grade.DERIVED)
                return found.values[rule.field], at
        return None

    def _section(self, name: SectionName, regions: list[Region]) -> Section | None:
        pieces = [rest for region in regions if region.section == name and (rest := hanging(region.rest()))]
        if not pieces:
            return None
        text = " ".join(piece.clean() for piece in pieces)
        evidence = tuple(e for piece in pieces for e in self.prove.whole(piece, f"section:{name}"))
        return Section(text=text, evidence=evidence)

    def _references(self, regions: list[Region]) -> Iterator[PlanReference]:
        for region in regions:
            rules = tuple(r for r in self.pack.of(SegmentRule, "plan_references") if region.section in r.within)
            if rules:
                rest = region.rest()
                for found in pattern.find_segments(self.pack, rules, rest.text):
                    at = self.prove.within(rest, found.start, found.end, found.rule, Grade.NORMALISED)
                    yield PlanReference(**found.values, evidence=at)

    def _indicators(self, regions: list[Region]) -> tuple[Indicator, ...]:
        """The indicators, with the target, result and baseline that stand under labels of their own."""
        told = [r.rest() for r in regions if r.section == "indicator"]
        read = [i for rest in told for i in inline_indicators(rest, self.prove) or indicators(rest, self.prove)]
        for name in ("target", "result", "baseline"):
            stated = [line for r in regions if r.section == name for line in items(r.rest())]
            if len(stated) == len(read):
                for place, (indicator, line) in enumerate(zip(read, stated, strict=True)):
                    if getattr(indicator, name) is None:
                        value = read_measure(line, (0, len(line.text)), indicator.text, name, self.prove)
                        read[place] = indicator.model_copy(update={name: value})
        return tuple(read)

    def _footnote(self, note: Note) -> Footnote:
        return Footnote(mark=note.mark, text=note.text.clean(), evidence=self.prove.whole(note.text, FOOTNOTE_RULE))

    def _prose(self, regions: list[Region], notes: tuple[Note, ...]) -> Iterator[Prose]:
        yield Prose("title", regions[0].prose())
        for name in PROSE:
            yield from (Prose(name, prose) for r in regions if r.section == name and (prose := r.prose()))
        yield from (Prose("footnote", note.text) for note in notes)

    def _proof(self, region: Region, found: Found, grade: Grade) -> tuple[Evidence, ...]:
        return self.prove.within(region.passage, found.start, found.end, found.rule, grade)


def _is_held(place: int, spans: Iterable[Span]) -> bool:
    return any(start <= place < end for start, end in spans)


def _longest(
    found: Iterable[tuple[Region, Found, PatternRule]]
) -> Iterator[tuple[Region, Found, PatternRule]]:
    """Of matches that overlap in a region the longest, in order."""
    for _, group in groupby(found, key=lambda item: id(item[0])):
        kept: list[tuple[Region, Found, PatternRule]] = []
        for item in sorted(group, key=lambda item: item[1].start - item[1].end):
            if all(item[1].end <= k.start or k.end <= item[1].start for _, k, _ in kept):
                kept.append(item)
        yield from sorted(kept, key=lambda item: item[1].start)


def _shown_by(
    sections: dict[SectionName, Section], scores: tuple[Score, ...], heading: tuple[Evidence, ...]
) -> tuple[Evidence, ...]:
    """That an objective is reported is shown by its results, else its score, else its heading."""
    results = sections.get("results")
    shown = results.evidence if results else scores[0].evidence if scores else heading
    return tuple(
        e.model_copy(update={"rule": "status:reported", "grade": e.grade if e.grade is Grade.OCR else Grade.DERIVED})
        for e in shown[:1]
    )


def _present(terms: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(term for term in terms if term)


def _document_span(start: int, end: int) -> tuple[Span, ...]:
    return (Span(start, end),)
