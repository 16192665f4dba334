"""Plans: numbers of a description that are to be reached, by the words that lead to them."""

from __future__ import annotations

from extract.audit.words.places import STOP, end, place
from extract.audit.words.saying import Saying
from schemas.report import Objective, Quantity, SectionName

PLANNED: tuple[SectionName, ...] = ("description", "expected_benefits")
_MUST = Saying("plans", "must")
_WANTED = Saying("plans", "wanted")
_AIMED = Saying("plans", "aimed")
_TO_BE_DONE = Saying("plans", "to_be_done")
_TO_DO = Saying("plans", "to_do")
_AT_LEAST = Saying("plans", "at_least")
_FOR_A_TIME = Saying("plans", "for_a_time")
_NEXT = 60
_REACH = 90


def is_meant(one: Quantity, objective: Objective, text: str | None) -> bool:
    """True for a number of what is planned, by its role or by a verb of what must be done."""
    if one.section not in PLANNED or not one.label or one.value <= 1:
        return False
    words = lead(one, text)
    words = words[max((found.end() for found in STOP.finditer(words)), default=0) :]
    if _is_for_a_time(one, objective):
        return False
    if one.role == "planned" or (one.section == "expected_benefits" and _AT_LEAST.search(words)):
        return True
    led = any(form.search(words) for form in (_MUST, _WANTED, _AIMED, _TO_DO))
    return one.role in ("context", "actual") and (led or _is_to_be_done(one, text))


def _is_to_be_done(one: Quantity, text: str | None) -> bool:
    return text is not None and _TO_BE_DONE.match(text, end(one), min(len(text), end(one) + _REACH)) is not None


def is_to_do(text: str, start: int, end: int) -> bool:
    """True for a number of a text that is to be done in the year: "da sostituire nell'anno: 180 punti luce"."""
    words = text[max(0, start - _REACH) : start]
    words = words[max((found.end() for found in STOP.finditer(words)), default=0) :]
    behind = STOP.split(text[end : end + _NEXT], maxsplit=1)[0]
    return _TO_DO.search(words) is not None and not is_for_a_time(words, behind)


def is_for_a_time(lead: str, behind: str) -> bool:
    """True where the words beside a number say that it is for a part of the year, or for several years."""
    return _FOR_A_TIME.search(lead) is not None or _FOR_A_TIME.search(behind) is not None


def lead(one: Quantity, text: str | None) -> str:
    """The words before a number; `text` is that of the report."""
    at = place(one)
    return "" if text is None else text[max(0, at - _REACH) : at]


def _is_for_a_time(one: Quantity, objective: Objective) -> bool:
    """True where the sentence of a number says that it is for a part of the year, or for several years."""
    at = place(one)
    for proof in objective.sections[one.section].evidence:
        if proof.start <= at < proof.end:
            words = STOP.split(proof.quote[max(0, at - proof.start - _REACH) : at - proof.start])[-1]
            behind = STOP.split(proof.quote[end(one) - proof.start :][:_NEXT], maxsplit=1)[0]
            return is_for_a_time(words, behind)
    return False
