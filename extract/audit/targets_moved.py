"""Targets over two years: whether one that was missed asks for less the year after."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from typing import NamedTuple

from extract.audit.kin import Aim, Edition, Shown, same_label, same_unit
from extract.audit.sayings import number

_KEPT = {">=": operator.ge, ">": operator.gt, "<=": operator.le, "<": operator.lt}
_MISSED = ("not_achieved", "partly_achieved")


class Moved(NamedTuple):
    """A target after a missed one; `held` if it asks for no less."""

    message: str
    message_en: str
    shown: tuple[Shown, ...]
    held: bool


def lowered_targets(year: int, later: int, old: Edition, new: Edition) -> Iterator[Moved]:
    """The targets of `new` whose forerunners in `old` were missed."""
    for aim in new.aims:
        same = [one for one in old.aims if one.target is not None and same_label(one.label, aim.label)]
        if aim.target is None or len(same) != 1 or not same_unit(same[0].unit, aim.unit):
            continue
        missed = _missed(same[0], old)
        eased = _eased(same[0], aim)
        if missed and eased is not None:
            yield _moved(year, later, same[0], aim, missed, eased)


def _missed(aim: Aim, old: Edition) -> tuple[Shown, ...]:
    """What shows that a target was missed: its result, else the outcome that the report states of the objective."""
    if aim.result is not None and aim.target is not None and aim.operator in _KEPT:
        return () if _KEPT[aim.operator](aim.result, aim.target) else (Shown(aim.shown.item_id, "result"),)
    return (Shown(old.objective_id, "outcome"),) if old.outcome in _MISSED and aim.result is None else ()


def _eased(old: Aim, new: Aim) -> bool | None:
    """Whether the new target asks for less; None where nobody knows which way is better."""
    if old.target is None or new.target is None or old.operator not in _KEPT:
        return None
    if new.operator in _KEPT and new.operator[0] != old.operator[0]:
        return None
    return new.target < old.target if old.operator[0] == ">" else new.target > old.target


def _moved(year: int, later: int, old: Aim, new: Aim, missed: tuple[Shown, ...], eased: bool) -> Moved:
    field = "target" if ":indicators." in old.shown.item_id else ""
    shown = (Shown(old.shown.item_id, field), *missed, Shown(new.shown.item_id, field))
    result, result_en = "", ""
    if old.result is not None:
        result, result_en = f" con risultato {number(old.result)}", f" with a result of {old.result:.15g}"
    before, after = number(old.target or 0), number(new.target or 0)
    way, way_en = ("è stato reso meno esigente", "was made easier") if eased else ("non è stato abbassato", "was kept")
    return Moved(
        f"«{new.label}»: il target {old.operator} {before} del {year}{result} non è stato raggiunto, "
        f"e nel {later} {way}: {new.operator or old.operator} {after}.",
        f"“{new.label}”: the target {old.operator} {old.target:.15g} of {year}{result_en} was missed, "
        f"and in {later} it {way_en}: {new.operator or old.operator} {new.target:.15g}.",
        shown, not eased,
    )
