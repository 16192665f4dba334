"""Intents: numbers that a text says were meant to be reached, beside the targets that are called so.

"L'intento è di arrivare a 200 tirocini", "vanno collaudate tutte e ventidue le gru": for comparing two targets of one
thing, not for judging results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.audit.check import Scene, shown
from extract.audit.words.answers import Asked, asked_by
from extract.audit.words.figures import figures
from extract.audit.words.likeness import Terms, terms
from extract.audit.words.measures import TIMES, Bound, rising
from extract.audit.words.places import STOP, cut
from extract.audit.words.plans import PLANNED, is_meant, is_to_do, lead
from extract.audit.words.saying import Saying
from schemas.report import Objective, Target

_SAID_MORE = Saying("plans", "said_more")
_SIGNS = {
    ">": Saying("plans", "more_than"), ">=": Saying("plans", "no_less_than"), "<=": Saying("plans", "no_more_than"),
}
_IN_SO_LONG, _WAS_DONE, _STEP = (Saying("plans", name) for name in ("in_so_long", "was_done", "step"))
_NEW = terms("nuovi")
_FAR = 2.0  # times that all of a thing and some of it differ at least
_DONE = re.compile(r"(?:at|it|ut|ess|ott|ett|att|iut|ert)\Z")  # endings of stems of what was done with a thing


def meant_by(objective: Objective, scene: Scene) -> Iterator[Asked]:
    """Numbers that the description plans, each of what exactly one indicator with a target measures.

    Its name may leave out, or put in other words, only what is done with the thing: "decreti attuativi" and "decreti
    emanati", not "decreti" of another kind.
    """
    asked = asked_by(objective, scene)
    for one in intended(objective, scene):
        others = [two for two in asked if two.section != one.section and two.bound.unit == one.bound.unit]
        like = [two for two in others if _of_one_kind(one.names, two.names) and not _is_some(one, two)]
        like = [two for two in like if two.section == "indicator"] or like
        if len(like) == 1:
            yield one._replace(bound=one.bound._replace(rising=like[0].bound.rising), names=like[0].names)


def intended(objective: Objective, scene: Scene) -> Iterator[Asked]:
    """Numbers that the description plans, of which no other speaks of the same thing."""
    planned = [one for one in objective.quantities if is_meant(one, objective, scene.report.report.text)]
    yield from _listed(objective)
    for one in planned:
        names = _less_new(terms(one.label or ""))
        if not any(two is not one and terms(two.label or "")[:1] == names[:1] for two in planned):
            words_before = lead(one, scene.report.report.text)
            operator = signed(words_before)
            bound = Bound(operator, float(one.value), None, one.unit, rising(one.label or "", one.unit))
            yield Asked(bound, one.label or "", names, one.section, shown(one), one)


def signed(lead: str) -> str:
    """The sign that the words in front of a number say: ">" for "oltre"; "=" where they say none."""
    return next((sign for sign, words in _SIGNS.items() if words.search(lead)), "=")


def _listed(objective: Objective) -> Iterator[Asked]:
    """Numbers of the description that no value holds: "Da sostituire nell'anno: 180 punti luce"."""
    spans = [(proof.start, proof.end) for one in (*objective.quantities, *objective.targets) for proof in one.evidence]
    for name in PLANNED:
        section = objective.sections.get(name)
        for proof in section.evidence if section is not None else ():
            found = [one for one in figures(proof.quote) if is_to_do(proof.quote, one.start, one.end)]
            for one in found if len(found) == 1 else ():
                start, stop = proof.start + one.start, proof.start + one.end
                if terms(one.label) and not any(first < stop and start < last for first, last in spans):
                    source = Target(
                        label=one.label, operator="=", value=one.value, unit=one.unit, section=name,
                        evidence=(cut(proof, start, stop),),
                    )
                    bound = Bound("=", one.value, None, one.unit, rising(one.label, one.unit))
                    more = _SAID_MORE.match(proof.quote, one.end + 1 + len(one.label))
                    names = terms(f"{one.label} {more[1]}") if more else terms(one.label)
                    yield Asked(bound, one.label, names, name, shown(source), source)


def times_meant(objective: Objective, asked: Sequence[Asked]) -> Iterator[Asked]:
    """The only time of what is planned, where no value holds it: "il parere va reso entro 20 giorni dalla domanda"."""
    for name in PLANNED:
        section = objective.sections.get(name)
        proofs = section.evidence if section is not None else ()
        found = [(one, proof) for proof in proofs for one in figures(proof.quote) if one.unit in TIMES]
        if len(found) == 1 and not any(two.section == name and two.bound.unit == found[0][0].unit for two in asked):
            one, proof = found[0]
            lead = proof.quote[: one.start]
            lead = lead[max((cut.end() for cut in STOP.finditer(lead)), default=0) :]
            sentence = lead + STOP.split(proof.quote[one.end :], maxsplit=1)[0]
            if _IN_SO_LONG.search(lead) and not _WAS_DONE.search(sentence) and not _STEP.search(sentence):
                of = cut(proof, proof.start + one.start, proof.start + one.end)
                label = " ".join(_IN_SO_LONG.sub("", lead).split())
                source = Target(
                    label=label, operator="<=", value=one.value, unit=one.unit, section=name, evidence=(of,)
                )
                yield Asked(Bound("<=", one.value, None, one.unit, False), label, (), name, (of,), source)


def _less_new(names: Terms) -> Terms:
    """What is to be, without saying that it is new: "12 nuovi corsi" are 12 courses."""
    return names[1:] if names[:1] == _NEW else names


def _is_some(one: Asked, other: Asked) -> bool:
    """True where one of two is of a kind that the other does not tell, and much less: "60 verifiche notturne"."""
    low, high = sorted((one.bound.value or 0, other.bound.value or 0))
    return set(_kinds(one.names)) != set(_kinds(other.names)) and high > _FAR * low


def _of_one_kind(one: Terms, other: Terms) -> bool:
    """True for the same noun, where one says nothing of its kind that the other says otherwise."""
    if not one or not other or one[0] != other[0]:
        return False
    return not _kinds(one) or not _kinds(other) or set(_kinds(one)) <= set(_kinds(other)) or set(_kinds(other)) <= set(
        _kinds(one)
    )


def _kinds(names: Sequence[str]) -> list[str]:
    return [name for name in names[1:] if not _DONE.search(name)]
