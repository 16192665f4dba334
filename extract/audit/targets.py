"""Targets: do two say the same, does a result answer them, does a result have one?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.audit.answers import Asked, asked_by, numbers_of, pairs
from extract.audit.baselines import CHECKS as BASELINES
from extract.audit.check import Check, Scene, Verdict, shown
from extract.audit.likeness import Terms, equal, same, speaks_of, terms, touches
from extract.audit.measures import agree, near
from extract.audit.percentages import CHECKS as PERCENTAGES
from extract.audit.percentages import of_accomplishment
from extract.audit.places import said_around, years_at
from extract.audit.wording import named
from schemas.evidence import Evidence
from schemas.finding import Severity
from schemas.report import Objective, Quantity, Report, Section

_OPEN = ("reported", "changed")
_MANY = 60  # targets of one objective beyond which they are not compared with each other
_HALF = 0.5
_LEAST, _MOST = 0.5, 2.5  # sizes of a number that may be what a target asks, in targets
_TOLD = ("results", "notes")
_CLAUSE = re.compile(r"[;:•●▪\uf0b7]|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n")
_NUMBER = re.compile(r"(?<![\w.,/])\d[\d.,]*")
_YEAR = re.compile(r"(?:19|20)\d{2}\Z")


def differs(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """Two targets for the same thing, stated in two places."""
    asked = asked_by(objective, scene)
    if len(asked) > _MANY:
        return
    text = scene.report.report.text
    for at, one in enumerate(asked):
        for other in asked[at + 1 :]:
            if not _of_one_thing(one, other, asked):
                continue
            evidence = (*one.evidence, *other.evidence)
            if agree(one.bound, other.bound):
                yield Verdict(
                    f"Due target uguali: {one.bound.italian()} ({named(one.label)}), "
                    f"{other.bound.italian()} ({named(other.label)}).",
                    f"Two equal targets: {one.bound.english()} ({named(one.label)}), "
                    f"{other.bound.english()} ({named(other.label)}).", evidence, held=True,
                )
            elif not _renewed(objective, one, other, text) and not _of_other_years(one, other, scene):
                yield Verdict(
                    f"Due target diversi per la stessa cosa: {one.bound.italian()} ({named(one.label)}) "
                    f"e {other.bound.italian()} ({named(other.label)}).",
                    f"Two different targets for the same thing: {one.bound.english()} ({named(one.label)}) "
                    f"and {other.bound.english()} ({named(other.label)}).", evidence,
                )


def _of_one_thing(one: Asked, other: Asked, asked: Sequence[Asked]) -> bool:
    if one.bound.unit != other.bound.unit or one.section == other.section or one.changing != other.changing:
        return False
    if equal(one.names, other.names):
        return True
    if not same(one.names, other.names):
        return False
    return not any(_rival(one, other, rival) for rival in asked)


def _rival(one: Asked, other: Asked, rival: Asked) -> bool:
    """A third target of the same noun, in the place of either: which two belong together is then not known."""
    if rival is one or rival is other or rival.bound.unit != one.bound.unit or rival.names[:1] != one.names[:1]:
        return False
    return rival.section in (one.section, other.section)


def _renewed(objective: Objective, one: Asked, other: Asked, text: str | None) -> bool:
    said = " ".join(said_around(text, found.source) for found in (one, other))
    return objective.status == "changed" or speaks_of(said, "renewed")


def _of_other_years(one: Asked, other: Asked, scene: Scene) -> bool:
    """True where one of them is put for another year than that of the report."""
    said = [years_at(scene.report.report.text, found.source) for found in (one, other)]
    year = scene.year
    return year is not None and any(years and year not in years and max(years) > year for years in said)


def unanswered(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """A target with a number that no result answers."""
    if objective.status not in _OPEN or scene.report.report.kind == "plan":
        return
    answers = pairs(objective, scene)
    answered = [pair.asked for pair in answers]
    if any(one.target is not None and one.result is None for one in objective.indicators):
        yield from _of_cells(objective, scene, answered)
    results = objective.sections.get("results")
    if results is None or any(one.result is not None for one in objective.indicators):
        return
    open_words = _open_words(objective, scene, results)
    used = {proof.start for pair in answers for proof in pair.answer.evidence}
    for one in asked_by(objective, scene):
        if _is_unanswered(one, answered, objective, open_words):
            yield _unanswered(one, shown(results), objective, used)


def _of_cells(objective: Objective, scene: Scene, answered: Sequence[Asked]) -> Iterator[Verdict]:
    """An indicator whose target's cell is filled and whose result's is not, where the report fills both."""
    if "results" in objective.sections or not _reports_results(scene.report):
        return
    told = {id(one.source) for one in answered}
    for indicator in objective.indicators:
        target = indicator.target
        if target is None or indicator.result is not None or id(indicator) in told or of_accomplishment(indicator):
            continue
        yield Verdict(
            f"Il target «{named(target.text)}» ({named(indicator.text)}) non ha risultato.",
            f"The target “{named(target.text)}” ({named(indicator.text)}) has no result.", shown(target, indicator),
            severity=None if indicator.achievement is None else "notice",  # somebody knew, and says how much
        )


def _reports_results(report: Report) -> bool:
    indicators = [one for objective in report.objectives for one in objective.indicators if one.target is not None]
    return sum(one.result is not None for one in indicators) >= max(1, len(indicators) * _HALF)


def _is_unanswered(one: Asked, answered: Sequence[Asked], objective: Objective, open_words: Sequence[Terms]) -> bool:
    """No value answers it or its twin, and no number in the results that was left unread could."""
    if one.section in ("results", "notes") or (near(one.bound.value, 1) and one.bound.unit is None):
        return False
    if one in answered or any(_twins(one, other) for other in answered):
        return False
    if one.changing and any(value.role == "actual" for value in objective.quantities):
        return False
    if one.bound.unit == "%" and (
        objective.achievement is not None
        or any(value.unit == "%" or value.role == "base" for value in objective.quantities if value.section in _TOLD)
    ):
        return False
    if any(touches(one.names, terms(value.label or "")) for value in objective.quantities if _answers(value, one)):
        return False
    if any(touches(one.names, terms(point.label)) for point in objective.series):
        return False
    return not any(touches(one.names, words) for words in open_words)


def _answers(value: Quantity, one: Asked) -> bool:
    """True for a number of the results in the unit of a target, whatever its role."""
    return value.unit == one.bound.unit and (value.section in _TOLD or value.role == "actual")


def _twins(one: Asked, other: Asked) -> bool:
    return agree(one.bound, other.bound) and bool(set(one.names) & set(other.names))


def _open_words(objective: Objective, scene: Scene, results: Section) -> Sequence[Terms]:
    """What the clauses of the results speak of that hold a number no rule claimed."""
    text = scene.report.report.text
    if text is None:
        return [terms(results.text)] if _NUMBER.search(results.text) else []
    claimed = [(one.start, one.end) for value in numbers_of(objective) for one in value.evidence]
    found: list[Terms] = []
    for proof in results.evidence:
        at = proof.start
        for piece in (*_CLAUSE.finditer(text, proof.start, proof.end), None):
            stop = piece.start() if piece else proof.end
            numbers = (one for one in _NUMBER.finditer(text, at, stop) if not _YEAR.match(one[0]))
            if not all(any(start < one.end() and one.start() < close for start, close in claimed) for one in numbers):
                found.append(terms(text[at:stop]))
            at = piece.end() if piece else stop
    return found


def _unanswered(one: Asked, results: tuple[Evidence, ...], objective: Objective, used: set[int]) -> Verdict:
    free = (value for value in objective.quantities if value.section in _TOLD and value.evidence[0].start not in used)
    other = any(_may_answer(value, one) for value in free)
    severity: Severity | None = "notice" if objective.outcome == "achieved" or other else None
    return Verdict(
        f"Nessun risultato risponde al target {one.bound.italian()} ({named(one.label)}).",
        f"No result answers the target {one.bound.english()} ({named(one.label)}).",
        (*one.evidence, *results), severity=severity,
    )


def _may_answer(value: Quantity, one: Asked) -> bool:
    """True for a number under another name that is of the target's size."""
    if value.unit != one.bound.unit or value.role not in ("actual", "base"):
        return False
    return _LEAST * one.bound.value <= value.value <= _MOST * one.bound.value


def without_target(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """An indicator with a result and no target, where most of the report's results have one."""
    if objective.status not in _OPEN or not any(one.result and not one.target for one in objective.indicators):
        return
    every = [one for other in scene.report.objectives for one in other.indicators if one.result is not None]
    if sum(one.target is not None for one in every) <= len(every) * _HALF:
        return
    prose = [terms(one.label or "") for one in objective.targets]
    for indicator in objective.indicators:
        if indicator.result is None or indicator.target is not None:
            continue
        if not any(same(terms(indicator.text), one) for one in prose):
            yield Verdict(
                f"Il risultato «{named(indicator.result.text)}» ({named(indicator.text)}) non ha target.",
                f"The result “{named(indicator.result.text)}” ({named(indicator.text)}) has no target.",
                shown(indicator.result, indicator),
            )


CHECKS = (
    Check(
        "target.differs", "warning", "Target diversi", "Targets that differ",
        "Lo stesso target è scritto in due modi: quale vale?",
        "The same target is stated in two ways: which one holds?",
        "Indicatore: n. azioni > 3. Descrizione: almeno tre interventi",
        single=differs,
    ),
    Check(
        "target.unanswered", "warning", "Target senza risposta", "Target without an answer",
        "Un target per il quale i risultati non riportano alcun valore.",
        "A target for which the results give no value.",
        "Benefici attesi: sportello aperto per più di 15 ore. Risultati: (nulla)",
        single=unanswered,
    ),
    Check(
        "target.result-without-target", "notice", "Risultato senza target", "Result without a target",
        "Un risultato senza target non dice se l'obiettivo è raggiunto.",
        "A result without a target does not say whether the objective was achieved.",
        "Indicatore: imprese assistite; target: –; consuntivo: 63",
        single=without_target,
    ),
    *PERCENTAGES,
    *BASELINES,
)
