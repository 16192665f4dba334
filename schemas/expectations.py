"""What the audit expects of reports: tolerances, ranges, sections; `checks.yml` of a rule pack says so."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from schemas.evidence import Frozen
from schemas.report import SectionName

Ranged = Literal["achievement", "weight", "score"]


class Range(Frozen):
    """Least and most that a value may be, both included; null where there is no bound."""

    least: float | None = None
    most: float | None = None

    @model_validator(mode="after")
    def _is_in_order(self) -> Range:
        if self.least is not None and self.most is not None and self.least > self.most:
            raise ValueError(f"least, {self.least:g}, is above most, {self.most:g}")
        return self


class Expectations(Frozen):
    """`rounding`: points of percent by which a printed percentage may differ from the exact one.

    `weights`: points by which weights may differ from 100 in sum. `full_score`: the share of its maximum, in percent,
    from which a score counts as full. `grace`: days by which a result may be late. `restated`: percent by which a value
    may differ from what the report of its own year said. `required`: sections that every objective is to have.
    `ranges`: what values may be. `switched_off`: ids of checks that are not made.
    """

    rounding: float = Field(default=0.5, ge=0)
    weights: float = Field(default=0.5, ge=0)
    full_score: float = Field(default=100, gt=0, le=100)
    grace: int = Field(default=0, ge=0)
    restated: float = Field(default=0, ge=0, le=100)
    required: tuple[SectionName, ...] = ()
    ranges: dict[Ranged, Range] = Field(default_factory=dict)
    switched_off: tuple[str, ...] = ()

    def but(self, other: Expectations) -> Expectations:
        """These, with what the other says in their place; of ranges each by itself."""
        told = {name: getattr(other, name) for name in Expectations.model_fields if name in other.model_fields_set}
        if "ranges" in told:
            told["ranges"] = {**self.ranges, **told["ranges"]}
        said = {name: getattr(self, name) for name in Expectations.model_fields if name in self.model_fields_set}
        return Expectations.model_validate(said | told)


class BodyExpectations(Expectations):
    """What is expected of the reports of one body: `issuer` is its name, or the words that its name has."""

    issuer: str = Field(pattern=r"\w")

    def speaks_of(self, issuer: str | None) -> bool:
        """True where the issuer's name holds these words, one after the other, in any case."""
        words, name = self.issuer.casefold().split(), (issuer or "").casefold().split()
        return any(name[at : at + len(words)] == words for at in range(len(name) - len(words) + 1))


class ChecksFile(Expectations):
    """`checks.yml`: what is expected of the reports that the pack reads, and of those of single `bodies`."""

    bodies: tuple[BodyExpectations, ...] = ()
