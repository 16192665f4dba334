"""Missed: whether a target was missed beyond doubt.

What stands in the row of an indicator was meant to answer its target. What a sentence tells may be another number than
the one that was asked for: of a month, of a part, of another year. Where a second number of the same thing would meet
the target, nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.audit.check import Scene
from extract.audit.words.answers import Pair
from extract.audit.words.figures import Figure, figures
from extract.audit.words.likeness import only_says, speaks_of, terms
from extract.audit.words.measures import Bound
from extract.audit.words.partial import RATE
from extract.audit.words.places import clause_at, end
from extract.audit.words.saying import Saying
from extract.audit.words.tolerance import enough
from extract.language import parse_number
from schemas.report import Indicator, Objective, Quantity, SectionName

_TOLD: tuple[SectionName, ...] = ("results", "notes")
_WHOLE = 100
_NEXT = 40  # characters behind a number in which its rate stands
_ROW = 200  # characters of a row between its target and its result
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_CHANGED, _OF_IT = Saying("corrections", "target_changed"), Saying("parts", "of_it")
_EXPLAINED = Saying("outcomes", "explained")


def is_near_enough(pair: Pair, scene: Scene) -> bool:
    """True where the report says that so much of a target is all of it; bands of the row itself go before."""
    if is_highest_band(pair, scene.report.report.text):
        return False
    asked, value = pair.asked.bound.value, pair.answer.value
    falls = pair.asked.bound.operator in ("<", "<=") or pair.asked.bound.rising is False
    share = _share(asked, value) if falls else _share(value, asked)
    return share >= enough(scene.report)


def _share(part: float, whole: float) -> float:
    return _WHOLE * part / whole if whole else 0.0


def is_doubtful(pair: Pair, objective: Objective) -> bool:
    """True where a number of the text may not be what was asked, or not all of it."""
    source = pair.asked.source
    if isinstance(source, Indicator) and source.result is not None:
        return False
    if isinstance(source, Quantity) or _is_changed(pair, objective):
        return True
    return _is_rate(pair, objective) or _may_be_met(pair, objective)


def _is_rate(pair: Pair, objective: Objective) -> bool:
    """True where so many a month were asked for, and the result does not say that it is of a month."""
    if not RATE.search(f"{pair.asked.label} {' '.join(one.quote for one in pair.asked.evidence)}"):
        return False
    at, last = pair.answer.evidence[0].start, pair.answer.evidence[0].end + _NEXT
    told = (proof for name in _TOLD if name in objective.sections for proof in objective.sections[name].evidence)
    return not any(
        RATE.search(proof.quote, at - proof.start, last - proof.start) for proof in told
        if proof.start <= at < proof.end
    )


def _is_changed(pair: Pair, objective: Objective) -> bool:
    """True where the text says that the target was put anew."""
    at = pair.asked.evidence[0].start
    for section in objective.sections.values():
        for proof in section.evidence:
            if _CHANGED.search(proof.quote):
                return True
            if proof.start <= at < proof.end and speaks_of(clause_at(proof.quote, at - proof.start), "renewed"):
                return True
    return False


def _may_be_met(pair: Pair, objective: Objective) -> bool:
    """True where another number that is told of the same thing meets the target, or does so with this one."""
    bound, own = pair.asked.bound, pair.answer.value
    others = [one for one in _of_the_same(pair, objective) if one.value != own]
    if any(bound.met_by(one.value) for one in others):
        return True
    adds = bound.unit is None and bound.rising is not False and bound.operator not in ("<", "<=")
    return adds and bool(others) and _is_met(bound, own + sum(one.value for one in others))


def _is_met(bound: Bound, value: float) -> bool:
    return bound.met_by(value) is True


def _of_the_same(pair: Pair, objective: Objective) -> Iterator[Figure]:
    """The numbers of the results in the same unit that count the same, or do not say what they count."""
    names, unit = pair.asked.names, pair.asked.bound.unit
    for section in (objective.sections.get(name) for name in _TOLD):
        for proof in section.evidence if section is not None else ():
            parts = {end(one) for one in objective.quantities if one.role == "component"}
            for one in figures(proof.quote):
                label = terms(one.label)
                if proof.start + one.end in parts or _OF_IT.match(proof.quote, one.end):
                    continue
                unnamed = not label or only_says(one.label, "times")
                if one.unit == unit and (unit is not None or unnamed or label[:1] == names[:1]):
                    yield one


def is_explained(objective: Objective) -> bool:
    """True where the target was put anew, or a note gives a reason for what became of it."""
    if objective.status == "changed" or any(one.note is not None for one in objective.scores):
        return True
    told = (objective.sections[name].text for name in _TOLD if name in objective.sections)
    return any(_EXPLAINED.search(one) for one in told)


def is_highest_band(pair: Pair, text: str | None) -> bool:
    """True where the bands of a row, between its target and its result, begin with the target itself."""
    asked, answer = pair.asked.evidence, pair.answer.evidence
    if text is None or not asked or not answer or asked[0].end >= answer[0].start:
        return False
    between = _FIGURES.findall(text[asked[0].end : min(answer[0].start, asked[0].end + _ROW)])
    return len(between) > 1 and parse_number(between[0]) == pair.asked.bound.value
