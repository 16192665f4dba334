"""Ratios that an objective's text tells: so many of so many, and the percentage stated for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.audit.likeness import Terms, speaks_of, terms
from extract.audit.places import apart, end, place
from schemas.evidence import Evidence
from schemas.report import Indicator, Objective, Quantity

_NEXT = 24  # characters behind a number in which its participle stands
_FAR = 160  # characters between the numbers of one ratio
_NUMBER = r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,0+)?"
_WRITTEN = re.compile(rf"(?<![\d.,/]){_NUMBER}\s*(?:/|su(?:i|lle|gli|l|lla)?\s)\s*(?:n\.\s*)?{_NUMBER}(?![\d,/]|\.\d)")
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)\s*%")
_YEARS = range(1990, 2100)


class Ratio(NamedTuple):
    """`part` of `whole`, with the percentage stated for it, and all the evidence of each."""

    part: float
    whole: float
    stated: float | None
    names: Terms
    evidence: tuple[Evidence, ...]
    stated_evidence: tuple[Evidence, ...] = ()
    planned: bool = False

    @property
    def percent(self) -> float:
        """The exact percentage."""
        return 100 * self.part / self.whole


def ratios(objective: Objective, text: str | None) -> tuple[Ratio, ...]:
    """The ratios of an objective's prose: each base with what was achieved of it in the same clause."""
    found: list[Ratio] = []
    sections: dict[str, list[Quantity]] = {}
    for quantity in objective.quantities:
        sections.setdefault(quantity.section, []).append(quantity)
    for quantities in sections.values():
        ordered = sorted(quantities, key=place)
        for at, base in enumerate(ordered):
            if base.role == "base" and base.unit != "%" and base.value > 0:
                found += _of_base(ordered, at, text)
    return tuple(found)


def _of_base(ordered: list[Quantity], at: int, text: str | None) -> Iterator[Ratio]:
    base = ordered[at]
    around = [one for one in ordered[max(0, at - 4) : at + 5] if one is not base and _together(one, base, text)]
    if sum(one.role == "base" for one in around if one.unit == base.unit):
        around = [one for one in around if _nearest_base(one, ordered[max(0, at - 4) : at + 5]) is base]
    parts = [one for one in around if one.role == "actual" and one.unit == base.unit]
    if not parts:
        return
    part = parts[0] if len(parts) == 1 else min(parts, key=lambda one: abs(place(one) - place(base)))
    shares = [one for one in around if one.role == "actual" and one.unit == "%" and place(one) > place(part)]
    if len(parts) > 1:
        shares = [one for one in shares if place(one) > max(place(part), place(base))][:1]
    stated = shares[0] if len(shares) == 1 and (len(parts) == 1 or shares[0].label == part.label) else None
    yield Ratio(
        part.value, base.value, None if stated is None else stated.value,
        tuple(dict.fromkeys((*terms(part.label or ""), *terms(base.label or "")))),
        (*part.evidence, *base.evidence), () if stated is None else stated.evidence,
        _only_planned(base, text),
    )


def _only_planned(base: Quantity, text: str | None) -> bool:
    """True for a whole that was planned ("su 600 previsti"): it may be outdone."""
    behind = "" if text is None else text[end(base) : end(base) + _NEXT]
    return speaks_of(f"{base.label or ''} {behind}", "planned")


def _together(one: Quantity, base: Quantity, text: str | None) -> bool:
    left, right = sorted((one, base), key=place)
    if place(right) - end(left) > _FAR:
        return False
    return text is None or not apart(text, end(left), place(right))


def _nearest_base(one: Quantity, near: list[Quantity]) -> Quantity:
    """The base a quantity belongs to: the one next to it, what follows before what precedes."""
    bases = [base for base in near if base.role == "base" and base.unit != "%"]
    return min(bases, key=lambda base: (abs(place(base) - place(one)), place(base) < place(one)))


def written(indicator: Indicator) -> Ratio | None:
    """The ratio that the cell of a result writes out, "40 su 60" or "40/60 (66,7%)"."""
    result = indicator.result
    if result is None:
        return None
    found = _WRITTEN.search(result.text)
    if found is None:
        return None
    part, whole = (float(one.replace(".", "")) for one in found.groups())
    if whole <= 0 or whole in _YEARS or _DATED.search(result.text):
        return None
    percent = _PERCENT.search(result.text)
    stated = float(percent[1].replace(",", ".")) if percent else None
    return Ratio(part, whole, stated, terms(indicator.text), result.evidence)


_DATED = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
