"""What the language room returns: typed values with the place that shows each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schemas.partial_date import PartialDate

Span = tuple[int, int]
Number = int | float
Operator = Literal["=", "<", "<=", ">", ">=", "range"]
MomentRole = Literal["deadline", "achieved", "baseline", "act"]
StatementRole = Literal["actual", "base", "baseline", "component", "planned", "context"]


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a text before it is read: its section, the indicator's two sides, the year reported on."""

    section: str
    numerators: tuple[str, ...] = ()
    denominators: tuple[str, ...] = ()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A target or a quantity. `text[start:end]` holds the number; `places` are further spans that show it."""

    start: int
    end: int
    kind: Literal["target", "quantity"]
    value: Number
    upper: Number | None
    operator: Operator | None
    unit: str | None
    label: str | None
    label_span: Span | None
    role: StatementRole | None
    rule: str
    derived: bool = False
    places: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A date; without a role it is only mentioned."""

    start: int
    end: int
    date: PartialDate
    role: MomentRole | None
    rule: str


@dataclass(frozen=True, slots=True)
class SeriesValue:
    """One value of a sentence over years, its span the value with its year: "3.410 nel 2019"."""

    start: int
    end: int
    year: int
    value: Number
    unit: str | None
    label: str | None
    label_span: Span | None


@dataclass(frozen=True, slots=True)
class Ignored:
    """A number that is no value, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Every number of a text: the values, the dates, the series, and what was left aside."""

    statements: tuple[Statement, ...] = ()
    moments: tuple[Moment, ...] = ()
    series: tuple[SeriesValue, ...] = ()
    ignored: tuple[Ignored, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A whole cell, read. `date` is ISO text cut to `precision`; SI/NO are booleans with unit `boolean`."""

    text: str
    start: int
    end: int
    operator: Operator | None = None
    value: Number | bool | None = None
    upper: Number | None = None
    unit: str | None = None
    date: str | None = None
    precision: Literal["day", "month", "year"] | None = None
