"""Measures: does a value meet a bound, do two bounds agree?

A bound is what a target says: an operator, a value, a unit. Where a target is a bare number ("5", "100%") the name of
what is measured says whether more or less of it is better; where that is unclear, nothing is said.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from extract.audit.words.likeness import KNOWN_LABELS, names, opens
from extract.audit.words.saying import Saying
from extract.audit.words.wording import english, italian, sign
from schemas.report import Measure, Target

_NEAR = 1e-6
TIMES = ("minutes", "hours", "days", "weeks", "months")
"""Units of lengths of time."""
_UNITS = tuple(Saying("measures", unit) for unit in ("hours", "days", "months", "minutes"))


class Bound(NamedTuple):
    """What is asked of a value; `rising` where more of it is better, None where that is unclear."""

    operator: str
    value: float
    upper: float | None
    unit: str | None
    rising: bool | None = True

    def met_by(self, value: float) -> bool | None:
        """True where a value meets the bound, False where it does not, None where that cannot be said."""
        if self.operator == "range" and self.upper is not None:
            if value < self.value - _NEAR:
                return False
            return True if value <= self.upper + _NEAR else None
        if near(value, self.value):
            return self.operator not in ("<", ">")
        if self.operator in ("<", "<="):
            return value < self.value
        if self.operator in (">", ">="):
            return value > self.value
        return None if self.rising is None else (value > self.value) == self.rising

    def italian(self) -> str:
        """As an Italian sentence prints it: "≥ 50", "40-50 giorni", a bare number as it stands."""
        if self.upper is not None:
            return f"{italian(self.value)}-{italian(self.upper, self.unit)}"
        return f"{sign(self.operator)}{italian(self.value, self.unit)}"

    def english(self) -> str:
        """As an English sentence prints it."""
        if self.upper is not None:
            return f"{english(self.value)}-{english(self.upper, self.unit)}"
        return f"{sign(self.operator)}{english(self.value, self.unit)}"


def bound_of(said: Measure | Target, label: str) -> Bound | None:
    """The bound of a target with a number; None for dates, SI/NO and what is not a number."""
    if said.value is None or isinstance(said.value, bool) or said.date is not None:
        return None
    unit = said.unit or (timed(label) if isinstance(said, Measure) else None)
    return Bound(said.operator or "=", float(said.value), said.upper, unit, rising(label, unit))


def timed(label: str) -> str | None:
    """The unit that what is counted is itself: "Ore di apertura", "Giorni medi di rilascio"."""
    return next((unit.name for unit in _UNITS if unit.match(label)), None)


@lru_cache(KNOWN_LABELS)
def rising(label: str, unit: str | None) -> bool | None:
    """Whether more of what a label names is better: True, False, or None where that is unclear."""
    if opens(label, "lessening"):
        return True
    if opens(label, "lower_better"):
        return False
    if unit in ("days", "months", "minutes", "EUR") or names(label, "lower_better") is not None:
        return None
    return True


def near(one: float, other: float) -> bool:
    """True for numbers that are the same."""
    return abs(one - other) <= _NEAR * max(1.0, abs(one), abs(other))


def _whole(one: Bound, other: Bound) -> Bound:
    """ "More than 3" beside "at least 4" asks the same of things that are counted, which have no halves."""
    if one.unit is not None or one.value % 1 or other.operator == one.operator:
        return one
    step = {">": 1, "<": -1}.get(one.operator)
    if step is None or not near(one.value + step, other.value):
        return one
    return one._replace(operator=f"{one.operator}=", value=one.value + step)


def agree(one: Bound, other: Bound) -> bool:
    """True where two bounds ask the same; a bare number asks at least, or at most, itself."""
    one, other = _whole(one, other), _whole(other, one)
    if not near(one.value, other.value) or (one.upper is None) != (other.upper is None):
        return False
    if one.upper is not None and other.upper is not None and not near(one.upper, other.upper):
        return False
    strict = {"<", ">"}
    said = {one.operator, other.operator}
    if len(said) == 1:
        return True
    if "=" in said:
        return not said & strict
    return False
