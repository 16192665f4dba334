"""Dates that are kept as partial as the page states them."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

Precision = Literal["day", "month", "year"]


class PartialDate(NamedTuple):
    """A date cut to what is known: ISO text (`2021-02`) and its precision."""

    iso: str
    precision: Precision

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> PartialDate:
        """Build from calendar parts. Raises ValueError where no such day or month exists."""
        if month is None:
            return cls(f"{year:04d}", "year")
        if day is None:
            dt.date(year, month, 1)
            return cls(f"{year:04d}-{month:02d}", "month")
        return cls(dt.date(year, month, day).isoformat(), "day")
