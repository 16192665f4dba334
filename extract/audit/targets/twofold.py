"""Twofold: two targets that seem to be of one thing and differ, and what says that both may hold.

One of them is for each, for a part of the year, by a norm, the least that counts, under a condition, of another year:
then nothing is to be told. Or one counts some of what the other counts, or another deed: then nobody can be sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.audit.check import Scene
from extract.audit.targets.told import STRICT, Told, told_at
from extract.audit.words.answers import Asked
from extract.audit.words.figures import Figure, figures
from extract.audit.words.likeness import Terms, terms, touches
from extract.audit.words.measures import TIMES, near
from extract.audit.words.moments import year_of
from extract.audit.words.plans import is_for_a_time
from extract.audit.words.saying import Saying
from schemas.report import Objective

_THRESHOLD = Saying("twofold", "threshold")
_EXPLAINED = (_THRESHOLD, *(Saying("twofold", name) for name in ("staged", "supposed", "of_other_time")))
_EACH, _EVERY_ONE = Saying("twofold", "each"), Saying("twofold", "every_one")
_ON_TOP = Saying("twofold", "on_top")
_IN_FRONT = tuple(Saying("twofold", name) for name in ("by_norm", "some_of_them"))
_OF_IT = Saying("recalled", "of_it")
_ROUGHLY = Saying("twofold", "roughly")
_PER = re.compile(r"(?i)\bper ([^\W\d_]{4,})")
_MEAN, _AT_WORST = Saying("twofold", "mean"), Saying("twofold", "at_worst")
_NO_KIND = Saying("twofold", "no_kind")
_BARE_AIM = Saying("twofold", "bare_aim")
_DEED_IN_FRONT = Saying("twofold", "deed_in_front")
_HELD_BY = Saying("twofold", "held_by")
_ACTION, _AMOUNT = Saying("twofold", "action"), Saying("twofold", "amount")
_ROUGH = 1.1  # times that a round number may be off
_JOINED = re.compile(
    r"(?i)\s(?:con|per|in|ne[il]|nell[aeo]|negli|ai?|al|all[aeo]|agli|sul?|sui|sull[aeo]|sugli|tra|fra)\s|\b(?:ne|a|su)ll[’']"
)
_DONE = re.compile(r"(?:at|it|ut|ess|ott|ett|att|itt|iut|ert|olt|ist|unt|int|ost|ors|[aeiu]s)\Z")
_YEAR = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d/])")
_SUMMED = 2  # numbers beside each other that may sum to another


def both_hold(objective: Objective, one: Asked, other: Asked, scene: Scene) -> bool:
    """True where the words around either of two targets say that it is not the other: nothing is to be told."""
    told = (told_at(objective, one), told_at(objective, other))
    return any(_is_explained(here, there, scene) for here, there in (told, told[::-1])) or _of_other_times(*told)


def is_doubtful(objective: Objective, one: Asked, other: Asked) -> bool:
    """True where one of two may count some of what the other counts, or what is done in another way."""
    first, second = told_at(objective, one), told_at(objective, other)
    both = ((first, second), (second, first))
    title = terms(objective.title or "")
    if len(objective.indicators) == 1 and {one.section, other.section} & {"title", "results", "notes"}:
        title += terms(objective.indicators[0].text)  # what a title cuts short, and results need not tell again
    if near(one.bound.value, other.bound.value) or _is_taken_up(objective, one, other):
        return False
    if one.bound.unit in STRICT:
        return any(
            _is_mean_and_limit(here, there)
            or _untold(here, (*there.names, *terms(_around(objective, there)), *title))
            or _is_more_told(here, there, title)
            for here, there in both
        )
    less, more = (first, second) if one.bound.value < other.bound.value else (second, first)
    if _has_kind(less, more, title) or _is_coordinated(more, less):
        return True
    return any(_is_held(*two, title) or _is_done_otherwise(*two, title) for two in both)


def _is_taken_up(objective: Objective, one: Asked, other: Asked) -> bool:
    """True where results recall, in fewer words, the target of the only thing that is measured."""
    if one.section in ("results", "notes"):
        one, other = other, one
    if other.section not in ("results", "notes") or one.label != other.label or len(objective.indicators) != 1:
        return False
    title = terms(f"{objective.title or ''} {objective.indicators[0].text}")
    return not _is_more_told(told_at(objective, other), told_at(objective, one), title)


def _around(objective: Objective, told: Told) -> str:
    """The words that tell of which thing a target is: its clause; its section, where the clause is a bare aim."""
    if told.asked.names or not is_bare_aim(told.asked, objective):
        return told.clause
    section = next((found for name, found in objective.sections.items() if name == told.asked.section), None)
    return section.text if section is not None else told.clause


def is_bare_aim(one: Asked, objective: Objective) -> bool:
    """True where the clause of a target names nothing: "si punta al 75%"."""
    told = told_at(objective, one)
    return bool(told.lead) and _BARE_AIM.fullmatch(f"{told.lead} {told.phrase}") is not None


def _is_explained(here: Told, there: Told, scene: Scene) -> bool:
    said = f"{here.lead} | {here.phrase}"
    beside = f"{there.lead} | {there.phrase} {there.asked.label}"
    times = here.asked.bound.unit in TIMES and here.asked.bound.operator[0] == "<"  # each of them in so long
    forms = (*_EXPLAINED, _EACH) if times else (*_EXPLAINED, _EACH, _EVERY_ONE)
    idle = (_is_least_of_both(here, there) and _THRESHOLD, _is_for_each_of_both(said, beside) and _EVERY_ONE)
    if any(form not in idle and form.search(said) and not form.search(beside) for form in forms):
        return True
    if any(form.search(here.lead) for form in _IN_FRONT) or _ON_TOP.search(here.phrase):
        return True
    if is_for_a_time(here.lead, here.phrase) and here.asked.label != there.asked.label:
        return True
    if {here.asked.bound.operator[0], there.asked.bound.operator[0]} == {"<", ">"}:
        return True  # the most and the least that may be
    if here.asked.bound.rising and here.asked.bound.operator[0] == "<" and there.asked.bound.operator == "=":
        return True  # no aim, but a limit
    low, high = sorted((here.asked.bound.value, there.asked.bound.value))
    if high <= low * _ROUGH and _ROUGHLY.search(here.lead[-_NEAREST:]) and not _OF_IT.search(here.clause):
        return True
    if here.asked.bound.upper is not None or there.asked.bound.upper is not None:
        return _are_ends(here, there)
    means = _MEAN.search(f"{here.lead} {here.asked.label}"), _MEAN.search(f"{there.lead} {there.asked.label}")
    if means[0] and not means[1] and _AT_WORST.search(f"{there.lead} {there.phrase}"):
        return True
    return _sums(here, there) or _is_of_another_year(here, scene.year)


def _is_for_each_of_both(said: str, beside: str) -> bool:
    """True for "in ciascuna frazione" and "per frazione": each is of one of many."""
    every, each = _EVERY_ONE.search(said), _PER.search(beside)
    return every is not None and each is not None and touches(terms(each[1]), terms(said[every.end() :])[:1])


def _is_least_of_both(here: Told, there: Told) -> bool:
    """True for "soglia minima 30", all that an indicator asks, beside "non meno di 35": each is the least."""
    return here.asked.section == "indicator" and there.asked.bound.operator == ">="


_NEAREST = 40  # characters in front of a number that may say that it is rough


def _is_mean_and_limit(mean: Told, limit: Told) -> bool:
    """True for a mean, and more in which each of them is to be done: "in media in 20 giorni", "va reso entro 30"."""
    if mean.asked.bound.unit not in TIMES or mean.asked.bound.value > limit.asked.bound.value:
        return False
    is_mean = _MEAN.search(f"{mean.lead} {mean.asked.label}") is not None
    return is_mean and not limit.asked.names and not _MEAN.search(limit.clause)


def _are_ends(here: Told, there: Told) -> bool:
    """True where one of two bounds is an end of the other's range, or lies within."""
    ranged, single = (here, there) if here.asked.bound.upper is not None else (there, here)
    last = ranged.asked.bound.upper or ranged.asked.bound.value
    return ranged.asked.bound.value <= single.asked.bound.value <= last


def _sums(here: Told, there: Told) -> bool:
    """True where numbers beside a target sum to the other: "12 incontri nel capoluogo e 8 nelle valli"."""
    beside = [one for one in figures(here.beside) if one.unit == here.asked.bound.unit]
    values = [here.asked.bound.value, *(one.value for one in beside)]
    return len(values) >= _SUMMED and near(sum(values), there.asked.bound.value)


def _is_of_another_year(here: Told, year: int | None) -> bool:
    if year is None:
        return False
    said = f"{here.lead}\0{here.behind}"
    of = year_of(said, len(here.lead), len(here.lead) + 1, year)
    later = {int(found) for found in _YEAR.findall(said)}
    return (of is not None and of != year) or (year not in later and max(later, default=0) > year)


def _of_other_times(one: Told, other: Told) -> bool:
    """True for shares that are done in times which differ: "il 60% in 10 giorni" and "il 90% in 30 giorni"."""
    if one.asked.bound.unit in TIMES:
        return False
    spans = [{(two.value, two.unit) for two in _spans(told)} for told in (one, other)]
    return bool(spans[0] and spans[1]) and not spans[0] & spans[1]


def _spans(told: Told) -> Iterator[Figure]:
    return (two for two in figures(f"{told.clause} | {told.asked.label}") if two.unit in TIMES)


def _untold(named: Told, said: Terms) -> bool:
    """True where the words around a target leave out something that the other names."""
    return any(not touches((name,), said) for name in named.names)


def _has_kind(less: Told, more: Told, title: Terms) -> bool:
    """True where the smaller of two numbers is of a kind that the larger does not tell: "30 imprese femminili"."""
    said = (*more.names, *terms(more.clause), *title)
    if any(not touches((name,), said) and not _DONE.search(name) for name in less.names[1:]):
        return True
    return bool(less.names) and _is_more_told(less, more, title)


def _is_more_told(here: Told, there: Told, title: Terms) -> bool:
    """True where the words behind a number say of which kind it is, and the other does not: "con i sindacati"."""
    said = (*there.names, *terms(there.clause), *title)
    phrase = _NO_KIND.sub("", here.phrase)
    joined = _JOINED.search(phrase)
    named = terms(phrase[: joined.start()] if joined else phrase)
    kinds = (*(name for name in named if not _DONE.search(name)), *terms(phrase[joined.end() :] if joined else ""))
    return any(not touches((name,), said) for name in kinds)


def _is_coordinated(more: Told, less: Told) -> bool:
    """True where the larger of two is of several things, of which the other tells some: "scuole e famiglie"."""
    parts = re.split(r"\s+(?:e|ed)\s+|[,/]", more.asked.label)
    said = terms(less.clause)
    return len(parts) > 1 and any(touches(terms(part), said) for part in parts[1:]) is False and any(
        terms(part) for part in parts[1:]
    )


def _is_held(here: Told, there: Told, title: Terms) -> bool:
    """True for what a thing has, not how many are to be: "imprese con almeno 30 dipendenti", "squadre di 5"."""
    found = _HELD_BY.search(here.lead)
    holder = found["holder"] if found else None
    if found is None or (holder and _AMOUNT.search(holder)):
        return False
    if _is_deed_untold(there, here, title):
        return True
    return holder is not None and not _ACTION.search(holder) and not touches(terms(holder), (*there.names, *title))


def _is_done_otherwise(here: Told, there: Told, title: Terms) -> bool:
    """True where the verb in front of one says another deed than the other's name: "esaminare 150", "accolte"."""
    found = _DEED_IN_FRONT.search(here.lead)
    if found is None or not _is_deed_untold(there, here, title):
        return False
    return not touches(terms(found["deed"] or found["done"]), there.names)


def _is_deed_untold(named: Told, teller: Told, title: Terms) -> bool:
    """True where one name says what is done with a thing, and the words around the other do not."""
    said = (*terms(teller.clause), *title)
    deed = next((name for name in named.names[1:] if _DONE.search(name)), None)
    return deed is not None and not touches((deed,), said)
