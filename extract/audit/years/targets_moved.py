"""Targets over two years: whether one that was missed asks for less the year after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.audit.words.likeness import terms, touches
from extract.audit.words.measures import Bound, near, rising
from extract.audit.words.saying import Saying
from extract.audit.years.kin import Aim, Edition, Fact, Shown, like_label, same_label, same_unit, unique
from extract.audit.years.numbers import number

_MISSED = ("not_achieved", "partly_achieved")
_TOLD = Saying("corrections", "target_changed")


class Moved(NamedTuple):
    """A target after a missed one; `held` if it asks for no less, `told` if the later report says it was changed."""

    message: str
    message_en: str
    shown: tuple[Shown, ...]
    held: bool
    told: bool = False


def lowered_targets(year: int, later: int, old: Edition, new: Edition) -> Iterator[Moved]:
    """The targets of `new` whose forerunners in `old` were missed."""
    told = any(map(_TOLD.search, (new.results, new.notes, new.about)))
    for before, aim in _matched(old.aims, new.aims):
        missed = _missed(before, old, year)
        eased = _eased(before, aim)
        if missed and eased is not None:
            yield _moved(year, later, before, aim, missed, eased)._replace(told=told)


def _matched(earlier: Sequence[Aim], later: Sequence[Aim]) -> Iterator[tuple[Aim, Aim]]:
    """Targets of the same thing: of the same name, else of one that says more of it; no target has two forerunners."""
    for aim in later:
        asked = [one for one in earlier if one.target is not None and same_unit(one.unit, aim.unit)]
        same = [one for one in asked if same_label(one.label, aim.label)]
        if not same:
            same = [one for one in asked if like_label(one.label, aim.label)]
            if sum(like_label(same[0].label, one.label) for one in later if same) != 1:
                continue
        if aim.target is not None and len({(one.operator, one.target) for one in same}) == 1:
            yield same[0], aim


def _missed(aim: Aim, old: Edition, year: int) -> tuple[float | None, Shown] | None:
    """What shows that a target was missed: its result, else the outcome that the report states of the objective."""
    if aim.result is not None:
        result: Fact | None = Fact(aim.label, year, aim.result, aim.unit, Shown(aim.shown.item_id, "result"))
    else:
        result = _told(aim, old, year)
    if result is not None:
        return (result.value, result.shown) if _bound(aim).met_by(result.value) is False else None
    return (None, Shown(old.objective_id, "outcome")) if old.outcome in _MISSED else None


def _told(aim: Aim, old: Edition, year: int) -> Fact | None:
    """The number of the report's year that answers a target stated in prose."""
    own = [one for one in unique(old.facts) if one.year == year and same_unit(one.unit, aim.unit)]
    same = [one for one in own if same_label(one.label, aim.label)]
    same = same or [one for one in own if like_label(one.label, aim.label)]
    prose = [one for one in own if one.prose]
    if not same and len(old.aims) == len(prose) == 1:
        same = [one for one in prose if touches(terms(one.label), terms(aim.label))]
    if not same and aim.unit is not None:  # the only one in its unit, of the same thing by a word at least
        own = [one for one in own if one.unit == aim.unit]
        alone = sum(one.unit == aim.unit and one.target is not None for one in old.aims) == len(own) == 1
        same = [one for one in own if alone and touches(terms(one.label), terms(aim.label))]
    return same[0] if len(same) == 1 else None


def _bound(aim: Aim) -> Bound:
    way = rising(aim.label, aim.unit)
    return Bound(aim.operator or "=", aim.target or 0.0, aim.upper, aim.unit, way)


def _eased(old: Aim, new: Aim) -> bool | None:
    """Whether the new target asks for less; None where nobody knows which way is better."""
    if old.target is None or new.target is None or old.upper is not None or new.upper is not None:
        return None
    way, other = _way(old), _way(new)
    if way is None or other not in (None, way):
        return None
    if near(old.target, new.target):
        return False
    return (new.target < old.target) == way


def _way(aim: Aim) -> bool | None:
    """Whether a target asks for more or for less."""
    if aim.operator in (">", ">="):
        return True
    if aim.operator in ("<", "<="):
        return False
    return rising(aim.label, aim.unit)


def _moved(
    year: int, later: int, old: Aim, new: Aim, missed: tuple[float | None, Shown], eased: bool
) -> Moved:
    result, where = missed
    places = (_shown(old), where, _shown(new))
    with_it, with_en = "", ""
    if result is not None:
        with_it, with_en = f" con risultato {number(result)}", f" with a result of {result:.15g}"
    way, way_en = ("è stato reso meno esigente", "was made easier") if eased else ("non è stato abbassato", "was kept")
    before, before_en = _said(old)
    after, after_en = _said(new)
    return Moved(
        f"«{new.label}»: il target {before} del {year}{with_it} non è stato raggiunto, e nel {later} {way}: {after}.",
        f"“{new.label}”: the target {before_en} of {year}{with_en} was missed, and in {later} it {way_en}: {after_en}.",
        places, not eased,
    )


def _said(aim: Aim) -> tuple[str, str]:
    sign = "" if aim.operator in (None, "=") else f"{aim.operator} "
    return f"{sign}{number(aim.target or 0)}", f"{sign}{aim.target:.15g}"


def _shown(aim: Aim) -> Shown:
    return Shown(aim.shown.item_id, "target" if aim.listed else "")
