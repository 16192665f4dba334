"""Targets that no result answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.audit.check import Check, Scene, Verdict, shown
from extract.audit.targets.percentages import of_accomplishment
from extract.audit.words.answers import Asked, asked_by, numbers_of, pairs
from extract.audit.words.likeness import Terms, same, speaks_of, terms, touches
from extract.audit.words.measures import TIMES, agree, near
from extract.audit.words.partial import RATE
from extract.audit.words.places import apart, clause_at, end, place
from extract.audit.words.saying import Saying
from extract.audit.words.scales import scale_of
from extract.audit.words.wording import named
from extract.language import parse_number
from schemas.finding import Severity
from schemas.report import Objective, Quantity, Report, Section

_OPEN = ("reported", "changed")
_HALF = 0.5
_LEAST, _MOST = 0.5, 2.5  # sizes of a number that may be what a target asks, in targets
_LISTED = 12  # so many things may be told by their names instead of their number
_TOLD = ("results", "notes")
_CLAUSE = re.compile(r"[;:•●▪\uf0b7]|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n")
_NUMBER = re.compile(r"(?<![\w.,/])\d[\d.,]*")
_TOKEN = re.compile(r"(?<![\w.,/])(?:(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?|[^\W\d_]{3,})(?![\w/])")
_YEAR = re.compile(r"(?:19|20)\d{2}\Z")
_OF_ALL = Saying("unanswered", "of_all")
_NONE, _AN, _HAD = (Saying("unanswered", name) for name in ("none", "an", "had"))
_LEAD = 40  # characters in front of a number that may say what has so many
_FEW = 4  # so many things may be told one by one
_FROM, _TO = Saying("unanswered", "from"), Saying("unanswered", "to")
_PHYSICAL = Saying("unanswered", "physical")
_SCALES = (1000, 0.001)
_IN_TIME = Saying("unanswered", "in_time")
_OF_AGES = Saying("unanswered", "of_ages")
_EACH = Saying("unanswered", "each")
_YES_NO = Saying("unanswered", "yes_or_no")
_SINCE = Saying("unanswered", "since")
_FULL_STOP = re.compile(r"\.\s+(?=[A-ZÀÈÉÌÒÙ])")


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
    every = asked_by(objective, scene)
    for one in every:
        if _is_unanswered(one, answered, objective, open_words) and not _is_condition(one, every, scene):
            yield _unanswered(one, results, objective, used)


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
    if one in answered or any(_twins(one, other) or _stated_otherwise(one, other) for other in answered):
        return False
    if one.changing and any(_may_show_change(value, one, objective) for value in objective.quantities):
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


def _stated_otherwise(one: Asked, other: Asked) -> bool:
    """True for two targets of one thing that differ: what is wrong is that, and the other was answered."""
    if one.bound.unit != other.bound.unit or one.section == other.section or not one.names:
        return False
    return same(one.names, other.names) or (one.bound.unit in (*TIMES, "%") and touches(one.names, other.names))


def _may_show_change(value: Quantity, one: Asked, objective: Objective) -> bool:
    """True for a value from which it can be seen how much something changed: of the same thing, or of its indicator."""
    if value.role != "actual":
        return False
    names = terms(value.label or "")
    return not names or value.unit == "%" or touches(names, one.names) or any(
        touches(names, terms(indicator.text)) for indicator in objective.indicators
    )


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


def _is_condition(one: Asked, every: Sequence[Asked], scene: Scene) -> bool:
    """ "evadere il 90% delle domande entro 20 giorni", "trenta giorni prima": the time belongs to what is asked."""
    text = scene.report.report.text
    if text is not None and one.bound.unit == "EUR" and _EACH.match(text, one.evidence[0].end):
        return True
    at = place(one.source)
    if text is not None and scale_of(clause_at(text, at)) == one.bound.value:
        return True  # "punteggio massimo attribuibile: 20 punti"
    if text is not None and _FROM.search(text, max(0, at - _LEAD), at) and _TO.match(text, end(one.source)):
        return True  # "da 14 a 18 anni", "rete ciclabile da 14,5 a 18 km"
    if text is not None and _HAD.search(text, max(0, at - _LEAD), at):
        return True
    if one.bound.unit not in TIMES or text is None:
        return False
    if _SINCE.match(text, one.evidence[0].end):
        return True
    earlier = (two for two in every if two.section == one.section and two.evidence[0].start < one.evidence[0].start)
    within = one.bound.operator in ("<", "<=")
    return within and any(not apart(text, end(two.source), place(one.source)) for two in earlier)


def _unanswered(one: Asked, results: Section, objective: Objective, used: set[int]) -> Verdict:
    free = (
        value for value in objective.quantities
        if value.section in _TOLD and (value.unit is not None or value.evidence[0].start not in used)
    )
    other = any(_may_answer(value, one) for value in free) or _may_be_told(one, objective, results)
    other = other or any(told(one, results) for told in (_is_told_of_all, _is_told_of_none, _is_told_one_by_one))
    other = other or any(_is_in_another_measure(value, one) for value in objective.quantities)
    other = other or _is_yes_or_no(one, objective) or _is_of_ages(one)
    other = other or RATE.search(results.text) is not None or _shows_change(one, results)
    meant = one.section != "description" or _is_measured(one, objective) or speaks_of(
        _sentence(one, objective), "intended"
    )
    severity: Severity | None = "notice" if objective.outcome == "achieved" or other or not meant else None
    return Verdict(
        f"Nessun risultato risponde al target {one.bound.italian()} ({named(one.label)}).",
        f"No result answers the target {one.bound.english()} ({named(one.label)}).",
        (*shown(one.source, one.evidence), *shown(results)), severity=severity,
    )


def _shows_change(one: Asked, results: Section) -> bool:
    """True where two numbers may show by how much something changed, or words that a time was kept."""
    if one.bound.unit in TIMES:
        return _IN_TIME.search(results.text) is not None
    return one.bound.unit == "%" and len(set(_NUMBER.findall(results.text))) > 1


def _is_of_ages(one: Asked) -> bool:
    """True for so many years, which those have whom something is done for."""
    return any(_OF_AGES.search(proof.quote) for proof in one.evidence) or one.bound.unit == "years"


def _is_measured(one: Asked, objective: Objective) -> bool:
    """True where what is asked is what an indicator measures: its first noun."""
    names = (terms(indicator.text) for indicator in objective.indicators)
    return bool(one.names) and any(touches(one.names[:1], named[:2]) for named in names)


def _sentence(one: Asked, objective: Objective) -> str:
    """The sentence of the description that a target stands in."""
    section = objective.sections.get("description")
    at = one.evidence[0].start
    for proof in section.evidence if section is not None else ():
        if proof.start <= at < proof.end:
            start = max((found.end() for found in _FULL_STOP.finditer(proof.quote, 0, at - proof.start)), default=0)
            stop = _FULL_STOP.search(proof.quote, at - proof.start)
            return proof.quote[start : stop.start() if stop else len(proof.quote)]
    return section.text if section is not None else ""


def _is_told_of_all(one: Asked, results: Section) -> bool:
    """True where a clause of the results says of all of it, or of none, what was asked of so many."""
    clauses = (clause for clause in _CLAUSE.split(results.text) if _OF_ALL.search(clause))
    return any(touches(one.names, terms(clause)) for clause in clauses)


def _is_told_of_none(one: Asked, results: Section) -> bool:
    """True where as few as can be are asked for, and a clause of the results says that there were none."""
    if one.bound.operator not in ("<", "<="):
        return False
    return any(touches(one.names, terms(clause)) for clause in _CLAUSE.split(results.text) if _NONE.search(clause))


def _is_told_one_by_one(one: Asked, results: Section) -> bool:
    """True where the results tell so few things one after the other: "un corso in primavera e uno in autunno"."""
    told = sum(1 for _ in _AN.finditer(results.text))
    return one.bound.unit is None and 1 < one.bound.value <= _FEW and told >= one.bound.value and touches(
        one.names, terms(results.text)
    )


def _is_yes_or_no(one: Asked, objective: Objective) -> bool:
    """True where what is measured is whether something was done, and not what the number is of."""
    asked = all(_YES_NO.search(indicator.text) for indicator in objective.indicators)
    return bool(objective.indicators) and asked and not _is_measured(one, objective)


def _may_be_told(one: Asked, objective: Objective, results: Section) -> bool:
    """True where the results hold an unread number of the target's size, or as many names as it asks for."""
    read = {value.value for value in objective.quantities if value.section in _TOLD}
    for token in _TOKEN.findall(results.text):
        value = None if _YEAR.match(token) else parse_number(token)
        if value is not None and value not in read and value > 1 and _is_of_size(float(value), one):
            return True
    names = results.text.count(",") + 2
    return one.bound.unit is None and names >= max(one.bound.value, 3) and one.bound.value <= _LISTED and (
        touches(one.names, terms(results.text))
    )


def _may_answer(value: Quantity, one: Asked) -> bool:
    """True for a number under another name that is of the target's size."""
    if value.unit != one.bound.unit or value.role not in ("actual", "base"):
        return False
    return _is_of_size(value.value, one)


def _is_in_another_measure(value: Quantity, one: Asked) -> bool:
    """True for 1.130 MWh, where 1,2 GWh were asked."""
    if value.role != "actual" or not all(_PHYSICAL.fullmatch((two.label or "").strip()) for two in (value, one)):
        return False
    return any(_is_of_size(value.value * times, one) for times in _SCALES)


def _is_of_size(value: float, one: Asked) -> bool:
    return _LEAST * one.bound.value <= value <= _MOST * one.bound.value


CHECKS = (
    Check(
        "target.unanswered", "warning", "Target senza risposta", "Target without an answer",
        "Un target per il quale i risultati non riportano alcun valore.",
        "A target for which the results give no value.",
        "Benefici attesi: sportello aperto per più di 15 ore. Risultati: (nulla)",
        single=unanswered,
    ),
)
