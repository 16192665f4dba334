"""Recalled targets: numbers that the results say were to be reached, beside those that were.

"Superato il traguardo, che era di almeno 18.000 visitatori", "19.240 visitatori contro i 18.000 attesi": for comparing
two targets of one thing, not for judging results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.audit.check import Scene
from extract.audit.targets.before import is_share
from extract.audit.targets.intents import intended
from extract.audit.words.answers import Asked, asked_by
from extract.audit.words.figures import Figure, figures
from extract.audit.words.likeness import only_says, same, terms, touches
from extract.audit.words.measures import Bound, rising
from extract.audit.words.places import clause_at, cut
from extract.audit.words.saying import Saying
from schemas.evidence import Evidence
from schemas.report import Objective, SectionName

_PLACES: tuple[SectionName, ...] = ("results", "notes")
_LEADS = Saying("recalled", "leads")
_BEHIND = Saying("recalled", "behind")
_EXPECTED = Saying("recalled", "expected")
_AT_LEAST = Saying("recalled", "at_least")
_AT_MOST = Saying("recalled", "at_most")
_INTENDED = Saying("recalled", "intended")
OF_OTHERS = Saying("recalled", "of_others")
_STOP = re.compile(r"[;•●▪]|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n\s*\n")
_FAR = 2.0  # times that two targets of one thing differ at most
_REACH = 90


def recalled(objective: Objective, scene: Scene) -> Iterator[Asked]:
    """The numbers that results call a target, unless they were read as one; each of what one target before measures."""
    asked = asked_by(objective, scene)
    planned = [one for one in asked if one.section not in _PLACES]
    meant = [one for one in intended(objective, scene) if not any(same(one.names, two.names) for two in planned)]
    planned += meant
    read = [proof for one in objective.targets for proof in one.evidence]
    yield from _unnamed(asked, planned)
    for name in _PLACES if planned else ():
        section = objective.sections.get(name)
        for proof in section.evidence if section is not None else ():
            for one in _aims(proof.quote):
                start, stop = proof.start + one.start, proof.start + one.end
                of = _of(one, planned)
                if of is not None and not any(found.start < stop and start < found.end for found in read):
                    yield _asked(one, of, name, cut(proof, start, stop))
                    yield from (two for two in meant if two is of)


def _unnamed(asked: Sequence[Asked], planned: Sequence[Asked]) -> Iterator[Asked]:
    """Targets of the results that were read without a name, as the only one of before: "il target era di 18.000"."""
    for one in asked:
        if one.section in _PLACES and not one.names:
            like = [two for two in planned if two.bound.unit == one.bound.unit and two.names]
            if len({two.names for two in like}) == 1 and touches(like[0].names[:1], one.said):
                yield one._replace(label=like[0].label, names=like[0].names)


def _aims(text: str) -> Iterator[Figure]:
    for one in figures(text):
        lead = _lead(text, one)
        if _LEADS.search(lead) or _EXPECTED.search(lead) or (_BEHIND.match(text, one.end) and lead.strip()):
            yield one


def _lead(text: str, one: Figure) -> str:
    lead = text[max(0, one.start - _REACH) : one.start]
    return lead[max((found.end() for found in _STOP.finditer(lead)), default=0) :]


def _of(one: Figure, planned: Sequence[Asked]) -> Asked | None:
    """The target that a number recalls: of the same thing and unit, or the only one of its unit where it names none."""
    if OF_OTHERS.match(one.text, one.end):
        return None
    like = [two for two in planned if two.bound.unit == one.unit and _is_near(one.value, two.bound.value)]
    counted = terms(_counted(one))
    found = [two for two in like if counted and same(counted, two.names)]
    if not counted and len({two.names for two in like}) == 1 and like[0].names:
        found = like if _follows_result(one, like[0]) else []
    return found[0] if len({two.names for two in found}) == 1 else None


def _follows_result(one: Figure, of: Asked) -> bool:
    """True where the clause speaks of the target's thing, and has no number beside but what was reached of it."""
    said = clause_at(one.text, one.start)
    others = [two for two in figures(said) if two.unit == one.unit and two.value != one.value]
    others = [two for two in others if not is_share(said, two.start, two.end)]
    of_it = all(not terms(two.label) or same(terms(two.label), of.names) for two in others)
    return len(others) <= 1 and of_it and of.names[0] in terms(said)


def _is_near(value: float, other: float) -> bool:
    return min(value, other) > 0 and max(value, other) <= _FAR * min(value, other)


def _counted(one: Figure) -> str:
    """The words right behind a number, but for those that say that it was planned or how much of it is meant."""
    words = re.match(r"((?:\s+[^\W\d_]+){1,3})", one.text[one.end :])
    planned = _INTENDED.search(words[1]) if words else None
    said = words[1][: planned.start()] if words and planned else one.label if words else ""
    return "" if only_says(said, "times") else said


def _asked(one: Figure, of: Asked, section: SectionName, proof: Evidence) -> Asked:
    sign = _lead(one.text, one)[-24:]
    operator = ">=" if _AT_LEAST.search(sign) else "<=" if _AT_MOST.search(sign) else "="
    bound = Bound(operator, one.value, None, one.unit, of.bound.rising or rising(of.label, one.unit))
    return Asked(bound, of.label, of.names, section, (proof,), of.source)
