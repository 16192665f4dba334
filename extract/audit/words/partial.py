"""Values that are not all of what a target asks: so many a month, some of several kinds, one of several averages.

Where one of these misses a target, nothing can be said of it.
"""

from __future__ import annotations

from extract.audit.words.figures import Figure, figures
from extract.audit.words.likeness import Terms, shared, terms
from extract.audit.words.measures import Bound
from extract.audit.words.places import FULL_STOP
from extract.audit.words.saying import Saying
from schemas.evidence import Evidence
from schemas.report import Objective, SectionName

_TOLD: tuple[SectionName, ...] = ("results", "notes")
_PLANNED: tuple[SectionName, ...] = ("description", "expected_benefits", "indicator")
RATE = Saying("partial", "rate")
_OF_ALL = Saying("partial", "of_all")
_OTHERS = Saying("partial", "others")
_NEXT = 40  # characters behind a number in which its rate stands


def is_part(value: float, proof: Evidence, names: Terms, bound: Bound, objective: Objective) -> bool:
    """True for a value told in a sentence, that with what stands beside it may well meet a bound."""
    for section in (objective.sections.get(name) for name in _TOLD):
        for text in section.evidence if section is not None else ():
            if text.start <= proof.start and proof.end <= text.end:
                return _in_sentence(text.quote, proof.start - text.start, value, names, bound, objective)
    return False


def _in_sentence(text: str, at: int, value: float, names: Terms, bound: Bound, objective: Objective) -> bool:
    own = next((one for one in figures(text) if one.value == value and one.end > at), None)
    if own is None:
        return False
    first = max((cut.end() for cut in FULL_STOP.finditer(text, 0, own.start)), default=0)
    stop = FULL_STOP.search(text, own.end)
    last = stop.start() if stop else len(text)
    beside = [one for one in figures(text) if first <= one.start and one.end <= last and one.unit == own.unit]
    beside = [one for one in beside if one != own]
    nearest = min((one.start for one in beside if one.start > own.start), default=last)
    if RATE.search(text, own.end, min(nearest, own.end + _NEXT)) and not _is_rate(objective):
        return True
    all_of_it = (one for one in beside if _OF_ALL.search(text, max(first, one.start - _NEXT), one.start))
    if any(bound.met_by(one.value) for one in all_of_it):
        return True
    if own.unit is not None or bound.rising is False or bound.operator in ("<", "<="):
        return False
    more = [one for one in beside if _is_more(text, first, one, own, names)]
    return bool(more) and bound.met_by(value + sum(one.value for one in more)) is True


def _is_more(text: str, first: int, one: Figure, own: Figure, names: Terms) -> bool:
    """True for a number of others of the same: "quelli per posta 520", "4.800 visitatori paganti e 900 gratuiti"."""
    if _OTHERS.search(text, max(first, one.start - _NEXT), one.start):
        return True
    kind = terms(own.label)
    narrower = 0 < len(names) <= shared(names, kind) < len(kind)
    return narrower and one.start > own.end and len(terms(one.label)) < len(kind)


def _is_rate(objective: Objective) -> bool:
    """True where an objective asks for so many a month itself."""
    planned = map(objective.sections.get, _PLANNED)
    said = [section.text for section in planned if section is not None]
    return any(RATE.search(one) for one in (*said, *(indicator.text for indicator in objective.indicators)))
