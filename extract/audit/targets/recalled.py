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
from extract.audit.words.likeness import Terms, only_says, same, terms, touches
from extract.audit.words.measures import Bound, near, rising
from extract.audit.words.places import FULL_STOP, STOP, clause_at, cut
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
_AGAINST, _WANTED = Saying("recalled", "against"), Saying("recalled", "wanted")
_SUM = Saying("recalled", "sum")
_PRONOUN = Saying("recalled", "pronoun")
_OF_IT = Saying("recalled", "of_it")
OF_OTHERS = Saying("recalled", "of_others")
_FAR = 2.0  # times that two targets of one thing differ at most
_REACH = 90


def recalled(objective: Objective, scene: Scene, plain: Sequence[Asked] = ()) -> Iterator[Asked]:
    """The numbers that results call a target, unless they were read as one; each of what one target before measures.

    `plain` are what the plan tells without calling it a target.
    """
    asked = asked_by(objective, scene)
    planned = [one for one in asked if one.section not in _PLACES]
    meant = [one for one in intended(objective, scene) if not any(same(one.names, two.names) for two in planned)]
    planned += [*meant, *plain]
    read = [proof for one in objective.targets for proof in one.evidence]
    yield from _unnamed(objective, asked, planned)
    for name in _PLACES if planned else ():
        section = objective.sections.get(name)
        for proof in section.evidence if section is not None else ():
            for one in _aims(proof.quote):
                start, stop = proof.start + one.start, proof.start + one.end
                of = _of(one, planned, sole=len(objective.indicators) == 1)
                if of is None or _is_own_deed(one, of):
                    continue
                if not any(found.start < stop and start < found.end for found in read):
                    yield _asked(one, of, name, cut(proof, start, stop))
                    yield from (two for two in meant if two is of)


def _unnamed(objective: Objective, asked: Sequence[Asked], planned: Sequence[Asked]) -> Iterator[Asked]:
    """Targets of the results that were read without a name of their own, as the only one of before.

    "Il target era di 18.000"; where one thing is measured, "la soglia del 92% cui si riferisce l'indicatore" too.
    """
    measured = terms(objective.indicators[0].text) if len(objective.indicators) == 1 else ()
    for one in asked:
        if one.section not in _PLACES:
            continue
        like = [two for two in planned if two.bound.unit == one.bound.unit and two.names]
        if len({two.names for two in like}) != 1:
            continue
        of = like[0]
        said = _clause(objective, one)
        if one.names:
            found = bool(measured) and _is_all_told(one, of, measured, said)
            found = found and _is_near(one.bound.value, of.bound.value)
        else:
            found = touches(of.names[:1], one.said) or (bool(measured) and _OF_IT.search(said) is not None)
        if found:
            yield one._replace(label=of.label, names=of.names)


def _is_all_told(one: Asked, of: Asked, measured: Terms, said: str) -> bool:
    """True where all that a recalled target names is what is measured, or a sum of it."""
    if same(one.names, of.names):
        return False
    if one.bound.unit is not None and _SUM.fullmatch(one.label):
        return touches(measured, terms(said))
    return all(touches((name,), (*measured, *of.names)) for name in one.names)


def _clause(objective: Objective, one: Asked) -> str:
    at = one.evidence[0].start
    proofs = (proof for name in _PLACES if name in objective.sections for proof in objective.sections[name].evidence)
    return next((clause_at(own.quote, at - own.start) for own in proofs if own.start <= at < own.end), "")


def _aims(text: str) -> Iterator[Figure]:
    for one in figures(text):
        lead = _lead(text, one)
        called = _LEADS.search(lead) or _EXPECTED.search(lead) or (_BEHIND.match(text, one.end) and lead.strip())
        if called or (_AGAINST.search(lead) and _WANTED.match(text, one.end)):
            yield one


def _lead(text: str, one: Figure) -> str:
    lead = text[max(0, one.start - _REACH) : one.start]
    return lead[max((found.end() for found in STOP.finditer(lead)), default=0) :]


def _of(one: Figure, planned: Sequence[Asked], *, sole: bool) -> Asked | None:
    """The target that a number recalls: of the same thing and unit, or the only one of its unit where it names none."""
    if OF_OTHERS.match(one.text, one.end):
        return None
    like = [two for two in planned if two.bound.unit == one.unit and _is_near(one.value, two.bound.value)]
    counted = terms(_counted(one))
    if not counted and not like and one.unit is None:  # "20 ore, contro le 16 richieste"
        beside = {two.unit for two in figures(clause_at(one.text, one.start)) if two.start < one.start}
        like = [two for two in planned if {two.bound.unit} == beside and _is_near(one.value, two.bound.value)]
    found = [two for two in like if counted and same(counted, two.names)]
    if not counted and len({two.names for two in like}) == 1 and like[0].names:
        found = like if _follows_result(one, like[0]) or (sole and _is_called_limit(one)) else []
    return found[0] if len({two.names for two in found}) == 1 else None


def _follows_result(one: Figure, of: Asked) -> bool:
    """True where the clause speaks of the target's thing, and has no number beside but what was reached of it."""
    said = clause_at(one.text, one.start)
    if _PRONOUN.search(_lead(one.text, one)):
        said = f"{FULL_STOP.split(one.text[: one.start])[-1]}{said}"
    others = [two for two in figures(said) if two.unit in (one.unit, of.bound.unit) and two.value != one.value]
    others = [two for two in others if not is_share(said, two.start, two.end)]
    of_it = all(not terms(two.label) or touches(terms(two.label), of.names) for two in others)
    return len(others) <= 1 and of_it and touches(of.names, terms(said))


def _is_called_limit(one: Figure) -> bool:
    """True for a time or share that is called a target, the only number of its clause: "il limite era di 20 minuti"."""
    of_clause = [two for two in figures(clause_at(one.text, one.start)) if two.unit == one.unit]
    return one.unit is not None and len(of_clause) == 1 and _LEADS.search(_lead(one.text, one)) is not None


def _is_own_deed(one: Figure, of: Asked) -> bool:
    """True where what seems to say that a number was planned is what is done: "65 borse assegnate" of such."""
    behind = _BEHIND.match(one.text, one.end)
    if behind is None or _LEADS.search(_lead(one.text, one)) or _EXPECTED.search(_lead(one.text, one)):
        return False
    return behind[0].split()[-1].lower() in of.label.lower()


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
    if operator == "=" and near(one.value, of.bound.value):
        operator = of.bound.operator  # the bare number stands for the target as it was put
    bound = Bound(operator, one.value, None, of.bound.unit, of.bound.rising or rising(of.label, one.unit))
    return Asked(bound, of.label, of.names, section, (proof,), of.source)
