"""What the audit expects of reports: tolerances, ranges, sections; `checks.yml` of a rule pack says so."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.evidence import Frozen
from schemas.report import SectionName

Ranged = Literal["achievement", "weight", "score"]


class Range(Frozen):
    """Least and most that a value may be, both included; null where there is no bound."""

    least: float | None = None
    most: float | None = None


class Expectations(Frozen):
    """`rounding`: points of percent by which a printed percentage may differ from the exact one.

    `weights`: points by which weights may differ from 100 in sum. `full_score`: the share of its maximum, in percent,
    from which a score counts as full. `required`: sections that every objective is to have. `switched_off`: ids of
    checks that are not made.
    """

    rounding: float = Field(default=0.5, ge=0)
    weights: float = Field(default=0.5, ge=0)
    full_score: float = Field(default=100, gt=0, le=100)
    required: tuple[SectionName, ...] = ()
    ranges: dict[Ranged, Range] = Field(default_factory=dict)
    switched_off: tuple[str, ...] = ()
