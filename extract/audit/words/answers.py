"""Answers: what an objective's targets ask, and which of its values answers each.

An indicator's target is answered by its own result. A target stated in prose is answered by the number, the cell of the
reporting year or the ratio whose label speaks of the same thing in the same unit. Where several do equally well, none
is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.audit.check import Scene, shown
from extract.audit.words.beside import in_prose
from extract.audit.words.likeness import Terms, equal, likeness, opens, speaks_of, terms, touches
from extract.audit.words.measures import TIMES, Bound, agree, bound_of, rising, timed
from extract.audit.words.partial import is_part
from extract.audit.words.places import clause_at, place, said_around, said_near
from extract.audit.words.plans import is_meant
from extract.audit.words.ratios import Ratio, written
from extract.audit.words.referred import asks_of_it, referred, what_is_measured
from extract.audit.words.saying import Saying
from schemas.evidence import Evidence, Traced
from schemas.report import Indicator, Objective, Quantity, Target

_CALLED = Saying("plans", "called")
_IN_YEARS = Saying("plans", "in_years")
_BARE = range(3)  # characters from the start of the results at which nothing but a mark stands before a value


class Asked(NamedTuple):
    """A target with a number: what it is of, where it stands, the words around it."""

    bound: Bound
    label: str
    names: Terms
    section: str
    evidence: tuple[Evidence, ...]
    source: Indicator | Target | Quantity
    changing: bool = False
    said: Terms = ()


class Answer(NamedTuple):
    """A value that answers a target."""

    value: float
    unit: str | None
    evidence: tuple[Evidence, ...]
    ratio: Ratio | None = None


class Pair(NamedTuple):
    """A target and its answer; `met` is None where nothing can be said."""

    asked: Asked
    answer: Answer
    met: bool | None


def asked_by(objective: Objective, scene: Scene) -> tuple[Asked, ...]:
    """Every target of an objective that is a number, those of its indicators first."""
    return scene.once("asked", objective, _asked_by)


def _asked_by(objective: Objective, scene: Scene) -> tuple[Asked, ...]:
    text = scene.report.report.text
    found: list[Asked] = []
    for indicator in objective.indicators:
        if indicator.target is not None and (bound := bound_of(indicator.target, indicator.text)):
            found.append(Asked(
                bound, indicator.text, terms(_less(indicator.text, indicator.target.text)), "indicator",
                shown(indicator.target), indicator,
                speaks_of(indicator.target.text, "changing"),
            ))
    for target in objective.targets:
        if text is not None and _IN_YEARS.match(text, max(one.end for one in target.evidence)):
            continue  # "12 azioni nel triennio": no target of this year
        label = "" if opens(target.label or "", "nameless") else target.label or ""
        if text is not None and asks_of_it(text, place(target)):
            label = what_is_measured(objective) or label
        section = objective.sections.get(target.section)
        if bound := bound_of(target, f"{label} {_quoted(target)}"):
            found.append(Asked(
                bound, label, terms(label), target.section, shown(target), target,
                target.unit == "%" and speaks_of(said_near(text, target), "changing"),
                () if label else terms(said_around(text, target, section.evidence if section is not None else ())),
            ))
    return (*found, *_planned(objective, found, text))


def _planned(objective: Objective, asked: Sequence[Asked], text: str | None) -> Iterator[Asked]:
    """A number that the description plans of what the only indicator measures, where no target asks for one."""
    if len(objective.indicators) != 1 or any(one.section == "indicator" for one in asked):
        return
    names = terms(objective.indicators[0].text)
    planned = [
        one for one in objective.quantities
        if is_meant(one, objective, text) and terms(one.label or "")[:1] == names[:1] != ()
        and (text is None or not _IN_YEARS.match(text, max(proof.end for proof in one.evidence)))
    ]
    if len(planned) == 1 and not any(one.bound.unit == planned[0].unit for one in asked):
        label = planned[0].label or ""
        bound = Bound("=", float(planned[0].value), None, planned[0].unit, rising(label, planned[0].unit))
        yield Asked(bound, label, terms(label), planned[0].section, shown(planned[0]), planned[0])


def pairs(objective: Objective, scene: Scene) -> tuple[Pair, ...]:
    """Each target with the value that answers it; targets without one are left out."""
    return scene.once("pairs", objective, _pairs)


def _pairs(objective: Objective, scene: Scene) -> tuple[Pair, ...]:
    asked = asked_by(objective, scene)
    if not asked:
        return ()
    values = _Values(objective, scene)
    found = []
    for one in asked:
        answer = values.answer(one, asked)
        if answer is not None:
            met = one.bound.met_by(answer.value)
            if met is False and is_part(answer.value, answer.evidence[0], one.names, one.bound, objective):
                met = None
            found.append(Pair(one, answer, met))
    return tuple(found)


class _Values:
    """The values of an objective that may answer targets."""

    def __init__(self, objective: Objective, scene: Scene) -> None:
        self.candidates: list[tuple[Terms, str | None, Answer, bool]] = []
        results = objective.sections.get("results")
        self.opening = results.evidence[0].start if results is not None else 0
        self.text = scene.report.report.text
        self.planned = scene.report.report.kind == "plan"
        self.ratios = in_prose(objective, scene)
        for one in objective.quantities:
            if one.role == "actual":
                self._add(one.label or "", one.unit, one.value, one, one.section in ("results", "notes"))
        for point in objective.series:
            if point.year == scene.year:
                self._add(point.label, point.unit, point.value, point, True)
        self.candidates += [
            (one.names, one.unit, Answer(one.value, one.unit, (one.proof,)), True) for one in referred(objective)
        ]
        self.cells = {proof.start for point in objective.series for proof in point.evidence}  # labelled on their own
        self.measured = terms(what_is_measured(objective))

    def _add(self, label: str, unit: str | None, value: float, source: Traced, told: bool) -> None:
        unit = unit or timed(label)
        self.candidates.append((terms(label), unit, Answer(value, unit, shown(source)), told))

    def answer(self, asked: Asked, others: tuple[Asked, ...]) -> Answer | None:
        """The value that answers a target."""
        source = asked.source
        if asked.changing:
            return None
        if isinstance(source, Indicator) and (source.result is not None or _in_a_table(source)):
            return _of_result(source)
        if self.planned:
            return None
        best = self._best(asked)
        if best is None and isinstance(source, Target):
            twins = (one for one in others if one is not asked and agree(one.bound, asked.bound))
            best = next((found for one in twins if (found := self._best(one)) and _shares(one, asked)), None)
        return best or self._ratio(asked, others) or self._sole(asked, others)

    def _best(self, asked: Asked) -> Answer | None:
        """The one value whose label is most like the target's; None where two are equally like and differ."""
        scored = [
            (likeness(asked.names, names), told, answer)
            for names, unit, answer, told in self.candidates
            if unit == asked.bound.unit and answer.evidence != asked.evidence
        ]
        top = max((one[:2] for one in scored), default=(0.0, False))
        found = [answer for like, told, answer in scored if (like, told) == top]
        if top[0] == 0 or len({answer.value for answer in found}) != 1:
            return None
        return found[0]

    def _sole(self, asked: Asked, others: tuple[Asked, ...]) -> Answer | None:
        """The only time or share that is told answers the only one that is asked, where it is what is measured."""
        unit = asked.bound.unit
        if unit not in (*TIMES, "%"):
            return None
        if any(one.bound.unit == unit and not agree(one.bound, asked.bound) for one in others):
            return None
        if unit in TIMES and any(one.bound.unit == "%" and one.section == asked.section for one in others):
            return None  # "evadere il 90% delle domande entro 20 giorni": the time belongs to what is asked
        found = [
            (names, answer) for names, of, answer, is_told in self.candidates
            if of == unit and is_told and not self.cells & {proof.start for proof in answer.evidence}
        ]
        if len({answer.value for _, answer in found}) != 1:
            return None
        names, answer = found[0]
        if asked.section == "indicator":  # results that begin with the bare value: "58,2%: valore superato"
            return answer if not names and answer.evidence[0].start - self.opening in _BARE else None
        about = {*asked.names, *asked.said, *self.measured}
        return answer if touches(names or self._said(answer), tuple(about)) else None

    def _said(self, answer: Answer) -> Terms:
        """What the clause of a value speaks of that has no name but "quota", "media"."""
        proof = answer.evidence[0]
        return () if self.text is None else terms(clause_at(self.text, proof.start))

    def _ratio(self, asked: Asked, others: tuple[Asked, ...]) -> Answer | None:
        """The only ratio of an objective answers its only target in percent, if they have a word in common."""
        if asked.bound.unit != "%" or len(self.ratios) != 1:
            return None
        if any(one.bound.unit == "%" and not agree(one.bound, asked.bound) for one in others):
            return None
        ratio = self.ratios[0]
        if not set(ratio.names) & {*asked.names, *_own(asked)}:
            return None
        return Answer(ratio.percent, "%", (*ratio.evidence, *ratio.stated_evidence), ratio)


def _of_result(indicator: Indicator) -> Answer | None:
    result, target = indicator.result, indicator.target
    if result is None or target is None:
        return None
    ratio = written(indicator)
    if ratio is not None and target.unit == "%":
        return Answer(ratio.percent, "%", ratio.evidence, ratio)
    if result.value is None or isinstance(result.value, bool) or result.date is not None:
        return None
    if result.unit != target.unit and {result.unit, target.unit} != {None, timed(indicator.text) or _unit(indicator)}:
        return None
    if result.operator is not None or result.upper is not None:
        return None
    return Answer(float(result.value), result.unit, shown(result))


def _unit(indicator: Indicator) -> str | None:
    """The unit of either measure: a number without one, beside a number with one, has the same."""
    named = [one.unit for one in (indicator.target, indicator.result) if one is not None and one.unit is not None]
    return named[0] if named and named[0] != "%" else ""


def _in_a_table(indicator: Indicator) -> bool:
    """True for an indicator whose values stand in cells of their own: what prose tells is not its result."""
    return any(one is not None for one in (indicator.weight, indicator.achievement, indicator.formula))


def _own(asked: Asked) -> Terms:
    source = asked.source
    if isinstance(source, Indicator):
        return terms(f"{source.numerator or ''} {source.denominator or ''}")
    return ()


def _shares(one: Asked, other: Asked) -> bool:
    return equal(one.names, other.names) or bool(set(one.names) & set(other.names))


def _less(text: str, said: str) -> str:
    """The name of an indicator without its target, and without what it is called: "(soglia minima 30)"."""
    before, found, behind = text.partition(said)
    called = _CALLED.search(before) if found else None
    return f"{before[: called.start()] if called else before} {behind}"


def _quoted(target: Target) -> str:
    return " ".join(one.quote for one in target.evidence)


def numbers_of(objective: Objective) -> Iterator[Traced]:
    """Every value of an objective that its text shows."""
    yield from objective.quantities
    yield from objective.targets
    yield from objective.series
    yield from objective.dates
    yield from objective.citations
    yield from objective.scores
