"""Dates as an auditor compares and says them: a month is all of its days, so that nothing is late that may not be."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from extract.audit.check import shown
from extract.audit.words.months import MONTHS
from schemas.evidence import Evidence
from schemas.report import DateValue, Measure

_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)


class When(NamedTuple):
    """A date of the report with its first and last day, and where it stands."""

    iso: str
    first: dt.date
    last: dt.date
    evidence: tuple[Evidence, ...]

    def italian(self) -> str:
        """`30/06/2020`, `febbraio 2021`, `2021`."""
        if len(self.iso) == len("2021"):
            return self.iso
        if len(self.iso) == len("2021-02"):
            return f"{MONTHS[self.first.month - 1]} {self.first.year}"
        return f"{self.first:%d/%m/%Y}"

    def english(self) -> str:
        """`30 June 2020`, `February 2021`, `2021`."""
        if len(self.iso) == len("2021"):
            return self.iso
        month = f"{_ENGLISH[self.first.month - 1]} {self.first.year}"
        return month if len(self.iso) == len("2021-02") else f"{self.first.day} {month}"

    def after(self, other: When, grace: int = 0) -> bool:
        """True where all of it lies behind the other, by more than `grace` days."""
        return (self.first - other.last).days > grace

    def by(self, other: When) -> bool:
        """True where it ends by the end of the other."""
        return self.last <= other.last

    def and_in(self, other: When) -> When:
        """The same date with the other's places too."""
        return self._replace(evidence=shown(self.evidence, other.evidence))


def when(value: DateValue | Measure | None) -> When | None:
    """The date of a value; None where it has none."""
    if value is None or value.date is None:
        return None
    year, *rest = (int(part) for part in value.date.split("-"))
    month, day = (*rest, None, None)[:2]
    try:
        first = dt.date(year, month or 1, day or 1)
        last = dt.date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None  # what a reviewer wrote may be no date
    return When(value.date, first, last, value.evidence)


def told_together(dates: list[When]) -> list[When]:
    """Each date once, with all its places, in the order of time."""
    found: dict[str, When] = {}
    for one in dates:
        found[one.iso] = found[one.iso].and_in(one) if one.iso in found else one
    return sorted(found.values(), key=lambda one: (one.last, one.first))
