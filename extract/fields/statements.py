"""What the prose of a section states: targets, quantities, dates and values over years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from extract.language import Analysis, Hints, Moment, SeriesValue, Statement, analyse
from extract.passage import Passage, Prover
from schemas.evidence import Evidence, Grade
from schemas.report import DateValue, Quantity, SectionName, SeriesPoint, Target

# Characters that may stand between a number and the words it counts for one quote to show both.
_CLOSE = 24


class Prose(NamedTuple):
    """A passage of prose and the section it belongs to."""

    section: SectionName
    passage: Passage


@dataclass(frozen=True, slots=True)
class Stated:
    """Everything the prose of one objective states."""

    targets: tuple[Target, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateValue, ...]
    series: tuple[SeriesPoint, ...]


Terms = tuple[tuple[str, ...], tuple[str, ...]]


def stated(prose: Iterable[Prose], year: int | None, terms: Terms, prove: Prover) -> Stated:
    """Read each passage once. `terms` are the numerators and denominators of the indicators."""
    read = [(piece, analyse(piece.passage.text, Hints(piece.section, *terms, year))) for piece in prose]
    return Stated(
        targets=tuple(_without_echo(_targets(read, prove))),
        quantities=tuple(_quantities(read, prove)),
        dates=tuple(_dates(read, prove)),
        series=tuple(_series(read, prove)),
    )


Read = list[tuple[Prose, Analysis]]


def _targets(read: Read, prove: Prover) -> Iterator[Target]:
    for piece, analysis in read:
        for s in analysis.statements:
            if s.kind == "target" and s.operator:
                yield Target(
                    label=s.label, operator=s.operator, value=s.value, upper=s.upper, unit=s.unit,
                    section=piece.section, evidence=_evidence(piece, s, prove),
                )


def _without_echo(targets: Iterable[Target]) -> Iterator[Target]:
    """The plan reference repeats the title: one statement in two places is one target with two evidences."""
    kept: list[Target] = []
    for target in targets:
        echo = next((i for i, one in enumerate(kept) if _is_echo(one, target)), None)
        if echo is None:
            kept.append(target)
        else:
            first = kept[echo]
            kept[echo] = first.model_copy(update={"evidence": first.evidence + target.evidence})
    yield from kept


def _is_echo(first: Target, second: Target) -> bool:
    def key(target: Target) -> tuple[object, ...]:
        return ((target.label or "").casefold(), target.operator, target.value, target.upper, target.unit)

    return {first.section, second.section} <= {"title", "plan_reference"} and key(first) == key(second)


def _quantities(read: Read, prove: Prover) -> Iterator[Quantity]:
    for piece, analysis in read:
        for s in analysis.statements:
            if s.kind == "quantity" and s.role:
                yield Quantity(
                    value=s.value, unit=s.unit, label=s.label, role=s.role,
                    section=piece.section, evidence=_evidence(piece, s, prove),
                )


def _evidence(piece: Prose, s: Statement, prove: Prover) -> tuple[Evidence, ...]:
    """The number's own words first, with the label in one quote where it stands close by, else beside it."""
    grade = Grade.DERIVED if s.derived else Grade.NORMALISED
    start, end = s.start, s.end
    others = list(s.places)
    if s.label_span:
        first, last = min(start, s.label_span[0]), max(end, s.label_span[1])
        if last - first <= (end - start) + (s.label_span[1] - s.label_span[0]) + _CLOSE:
            start, end = first, last
        else:
            others.append(s.label_span)
    places = ((start, end), *others)
    return tuple(e for first, last in places for e in prove.within(piece.passage, first, last, s.rule, grade))


def _dates(read: Read, prove: Prover) -> Iterator[DateValue]:
    """One entry for each date and role, at the first section that states it."""
    places: dict[tuple[str, str, str], tuple[SectionName, tuple[Evidence, ...]]] = {}
    for piece, analysis in read:
        for m in analysis.moments:
            if m.role is None:
                continue
            key = (m.date.iso, m.date.precision, m.role)
            section, before = places.get(key, (piece.section, ()))
            places[key] = section, before + _moment(piece, m, prove)
    for (iso, precision, role), (section, evidence) in places.items():
        yield DateValue.model_validate(
            {"date": iso, "precision": precision, "role": role, "section": section, "evidence": evidence}
        )


def _moment(piece: Prose, m: Moment, prove: Prover) -> tuple[Evidence, ...]:
    return prove.within(piece.passage, m.start, m.end, m.rule, Grade.NORMALISED)


def _series(read: Read, prove: Prover) -> Iterator[SeriesPoint]:
    for piece, analysis in read:
        for s in analysis.series:
            yield SeriesPoint(
                label=s.label or "", year=s.year, value=s.value, unit=s.unit, evidence=_point(piece, s, prove)
            )


def _point(piece: Prose, s: SeriesValue, prove: Prover) -> tuple[Evidence, ...]:
    places = [(s.start, s.end), *([s.label_span] if s.label_span else [])]
    return tuple(
        e for start, end in places for e in prove.within(piece.passage, start, end, "language.series", Grade.NORMALISED)
    )
