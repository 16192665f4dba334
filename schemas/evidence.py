"""Evidence: the place on the page that shows a value, and who read it there."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Grade(StrEnum):
    """How directly the quote shows the value; the review queue is ordered by it."""

    EXACT = "exact"  # the value is the quote
    NORMALISED = "normalised"  # parsed from the quote
    DERIVED = "derived"  # counted or inferred from the quote
    OCR = "ocr"  # the quote itself was recognised from an image


class Frozen(BaseModel):
    """Base of all published shapes: immutable, and unknown keys are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _: object, /) -> None:
        """Share the set of the fields that were given: each has one of its own otherwise, larger than its values."""
        given = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _SHARED.setdefault(frozenset(given), given))


_SHARED: dict[frozenset[str], set[str]] = {}


BoxTuple = tuple[float, float, float, float]


class Evidence(Frozen):
    """One place that shows a value: `report.text[start:end] == quote` always holds.

    `boxes` are `(x0, top, x1, bottom)` in points from the page's top left, one per line,
    empty for text files. `rule` names the rule or component that read it, `pack` the hash
    of the rules it was read with.
    """

    page: int = Field(ge=1)
    start: int = Field(ge=0)
    end: int
    quote: str = Field(min_length=1)
    boxes: tuple[BoxTuple, ...] = ()
    rule: str = Field(min_length=1)
    grade: Grade = Grade.EXACT
    pack: str | None = None
    confidence: float | None = Field(default=None, ge=0, le=1)

    @model_validator(mode="after")
    def _quote_fits_its_span(self) -> Evidence:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"quote of {len(self.quote)} characters for [{self.start}, {self.end})")
        return self


_ALL = _SHARED.setdefault(frozenset(Evidence.model_fields), set(Evidence.model_fields))
_new, _set = object.__new__, object.__setattr__


def proven(
    page: int, start: int, quote: str, boxes: Iterable[tuple[float, ...]], rule: str, grade: Grade, pack: str | None,
    confidence: float | None,
) -> Evidence:
    """Evidence for `quote`, which stands at `start` of the text: as `Evidence(...)`, and five times as fast.

    For who took the quote from there: nothing is validated. A long report has tens of thousands.
    """
    evidence = _new(Evidence)
    _set(evidence, "__dict__", {
        "page": page, "start": start, "end": start + len(quote), "quote": quote, "boxes": tuple(map(tuple, boxes)),
        "rule": rule, "grade": grade, "pack": pack, "confidence": confidence,
    })
    _set(evidence, "__pydantic_fields_set__", _ALL)
    _set(evidence, "__pydantic_extra__", None)
    _set(evidence, "__pydantic_private__", None)
    return evidence


Proof = Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Traced(Frozen):
    """Base of every list item and section: there is no way to build one without evidence."""

    evidence: Proof
