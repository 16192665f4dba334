"""One objective as a person would read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple, TypeVar

from extract.show import wording
from extract.show.page import BLANK, Row, Style, absent, heading, places, shown
from schemas.evidence import Evidence, Traced
from schemas.finding import Finding
from schemas.report import (
    Citation,
    DateValue,
    Footnote,
    Indicator,
    Objective,
    PlanReference,
    Quantity,
    Score,
    SectionName,
    SeriesPoint,
    Target,
)

T = TypeVar("T", bound=Traced)

SECTIONS: tuple[tuple[SectionName, str], ...] = (
    ("action", "Azione / action"), ("description", "Descrizione / description"),
    ("expected_benefits", "Benefici attesi / expected benefits"), ("indicator", "Indicatore / indicator"),
    ("results", "Risultati / results"), ("notes", "Note / notes"),
)


_SERIES_PLACES = 6  # the cells of a row are short: more of them fit


class _Scalar(NamedTuple):
    field: str
    label: str
    absent: str
    words: Callable[[Objective], str]


_SCALARS = (
    _Scalar("status", "stato / status", "stato non dichiarato", lambda o: wording.both(o.status, wording.STATUS)),
    _Scalar("status_note", "parole dello stato / status note", "", lambda o: o.status_note or ""),
    _Scalar(
        "action", "azione / action", "azione non dichiarata (no kind of action)",
        lambda o: wording.both(o.action or "", wording.ACTION),
    ),
    _Scalar("weight", "peso / weight", "", lambda o: wording.amount(o.weight or 0, "%")),
)
_RESULT = (
    _Scalar(
        "outcome", "esito / outcome", "nessun esito dichiarato (no stated outcome)",
        lambda o: wording.both(o.outcome or "", wording.OUTCOME),
    ),
    _Scalar(
        "achievement", "grado di raggiungimento / achievement", "",
        lambda o: wording.amount(o.achievement or 0, "%"),
    ),
)


def objective_rows(objective: Objective, *, short: bool = False) -> Iterator[Row]:
    """Everything known of `objective`, grouped, with the evidence beside each value; absence is said.

    What an evaluator looks for stands first, the whole texts last; `short` leaves these out.
    """
    yield from _head(objective)
    previous_absent = False
    for group in map(tuple, _groups(objective, short)):
        only_absent = all(row.style is Style.ABSENT for row in group)
        if not (previous_absent and only_absent):
            yield BLANK
        yield from group
        previous_absent = only_absent


def _groups(objective: Objective, short: bool) -> Iterator[Iterator[Row]]:
    yield _outcome(objective)
    yield _group("Valutazione / scores", "nessun punteggio (no score)", objective.scores, _score)
    yield finding_rows(objective.findings)
    yield _scalars(objective, _SCALARS)
    yield _group(
        "Riferimenti al piano / plan references", "nessun riferimento", objective.plan_references, _reference,
    )
    yield _group("Indicatori / indicators", "nessun indicatore", objective.indicators, _indicator)
    yield _group("Target nel testo / targets", "nessun target nel testo", objective.targets, _target)
    yield _group("Quantità / quantities", "nessuna quantità", objective.quantities, _quantity)
    yield _series(objective.series)
    yield _group("Date / dates", "nessuna data", objective.dates, _date)
    yield _group("Atti citati / citations", "nessun atto citato", objective.citations, _citation)
    yield _group("Note a piè di pagina / footnotes", "nessuna nota", objective.footnotes, _footnote)
    if not short:
        yield _sections(objective)


def finding_rows(findings: Iterable[Finding]) -> Iterator[Row]:
    """Findings with the evidence of what they compare."""
    yield from _group("Rilievi / findings", "nessun rilievo (no finding)", tuple(findings), _finding)


def scalar_proof(objective: Objective, field: str) -> tuple[Evidence, ...]:
    """The evidence of a scalar of `objective`; empty where it has none."""
    return objective.evidence.get(field, ())


def _head(objective: Objective) -> Iterator[Row]:
    number = "OBIETTIVO senza numero" if objective.number is None else f"OBIETTIVO {objective.number}"
    yield heading(number, shown(scalar_proof(objective, "number")))
    if objective.title is None:
        yield absent("nessun titolo (no title)")
    else:
        yield Row(objective.title, places(scalar_proof(objective, "title")), Style.HEADING)


def _scalars(objective: Objective, scalars: Iterable[_Scalar]) -> Iterator[Row]:
    for scalar in scalars:
        if getattr(objective, scalar.field) is not None:
            yield Row(f"{scalar.label}: {scalar.words(objective)}", shown(scalar_proof(objective, scalar.field)))
        elif scalar.absent:
            yield absent(scalar.absent)


def _group(title: str, nothing: str, items: tuple[T, ...], rows: Callable[[T], Iterator[Row]]) -> Iterator[Row]:
    if not items:
        yield from _nothing(title, nothing)
        return
    yield heading(title)
    for item in items:
        yield from rows(item)


def _outcome(objective: Objective) -> Iterator[Row]:
    title = "Esito / outcome"
    if objective.outcome is None and objective.achievement is None:
        yield from _nothing(title, "nessun esito dichiarato (no stated outcome)")
        return
    yield heading(title)
    yield from _scalars(objective, _RESULT)


def _nothing(title: str, nothing: str) -> Iterator[Row]:
    yield Row(f"{title}: {nothing}", style=Style.ABSENT, indent=0)


def _reference(item: PlanReference) -> Iterator[Row]:
    name = f"{item.code or 'senza codice'} {both_level(item)}"
    title = f": {item.title}" if item.title else ""
    category = f" [{item.category}]" if item.category else ""
    yield Row(f"{name}{title}{category}", shown(item.evidence))


def both_level(item: PlanReference) -> str:
    """The level of a reference, Italian first."""
    return wording.both(item.level, wording.LEVEL)


def _sections(objective: Objective) -> Iterator[Row]:
    yield heading("Testo / sections")
    for name, title in SECTIONS:
        section = objective.sections.get(name)
        if section is not None:
            yield Row(title, places(section.evidence), Style.HEADING)
            yield Row(section.text, style=Style.TEXT, indent=4)
    missing = [title.split(" / ")[0].lower() for name, title in SECTIONS[:5] if name not in objective.sections]
    if missing:
        yield absent(f"senza: {', '.join(missing)} (not in the document)")


def _indicator(item: Indicator) -> Iterator[Row]:
    yield Row(item.text, shown(item.evidence))
    for label, text in (
        ("numeratore / numerator", item.numerator), ("denominatore / denominator", item.denominator),
        ("formula", item.formula), ("unità / unit", item.unit), ("fonte / source", item.source),
        ("peso / weight", None if item.weight is None else wording.amount(item.weight, "%")),
        ("raggiungimento / achievement", None if item.achievement is None else wording.amount(item.achievement, "%")),
    ):
        if text is not None:
            yield Row(f"{label}: {text}", indent=4)
    for name, label in wording.MEASURES.items():
        measure = getattr(item, name)
        if measure is not None:
            yield Row(f"{label}: {wording.bound(measure)}", shown(measure.evidence), indent=4)


def _target(item: Target) -> Iterator[Row]:
    label = item.label or "senza nome"
    yield Row(f"{label} {wording.bound(item, said=label)}{_where(item.section)}", shown(item.evidence))


def _quantity(item: Quantity) -> Iterator[Row]:
    label, role = item.label or "senza nome", wording.both(item.role, wording.ROLE)
    value = wording.amount(item.value, wording.unsaid(item.unit, label))
    yield Row(f"{value} {label}, {role}{_where(item.section)}", shown(item.evidence))


def _series(points: tuple[SeriesPoint, ...]) -> Iterator[Row]:
    title = "Serie storiche / series"
    if not points:
        yield from _nothing(title, "nessuna serie storica")
        return
    yield heading(title)
    years = sorted({point.year for point in points})
    wide = max(len(wording.number(point.value)) for point in points) + 3
    yield Row("".join(f"{year:>{wide}}" for year in years), fixed=True)
    for (label, unit), group in groupby(points, key=lambda point: (point.label, point.unit)):
        row = tuple(group)
        cells = {point.year: wording.number(point.value) for point in row}
        # What shows the cell comes first in its evidence; the row's and the column's heads follow.
        proof = shown((point.evidence[0] for point in row), _SERIES_PLACES)
        unit = wording.unsaid(unit, label)
        yield Row(label if unit is None else f"{label} ({wording.UNIT.get(unit, unit)})", proof)
        yield Row("".join(f"{cells.get(year, '-'):>{wide}}" for year in years), fixed=True)


def _date(item: DateValue) -> Iterator[Row]:
    yield Row(f"{wording.dated(item)}{_where(item.section)}", shown(item.evidence))


def _score(item: Score) -> Iterator[Row]:
    evaluator = item.evaluator or "valutatore non detto"
    yield Row(f"{evaluator} {wording.score(item.value, item.maximum)}", shown(item.evidence))
    if item.note:
        yield Row(f"limite / note: {item.note}", indent=4)


def _citation(item: Citation) -> Iterator[Row]:
    yield Row(item.text, shown(item.evidence))


def _footnote(item: Footnote) -> Iterator[Row]:
    yield Row(f"[{item.mark}] {item.text}", places(item.evidence))


def _finding(item: Finding) -> Iterator[Row]:
    yield Row(f"{wording.SEVERITY[item.severity]}: {item.message}", shown(item.evidence), Style.ALERT)
    yield Row(f"{item.message_en} [{item.check}]", indent=4)


def _where(section: SectionName) -> str:
    return f" ({wording.SECTION[section]})"
