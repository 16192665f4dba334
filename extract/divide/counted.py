"""Headings that count in Roman numerals: "OBIETTIVO IV" is the fourth one, and IV no code."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.language.romans import parse_roman
from extract.marks import Heading


def counted(headings: Sequence[Heading], text: str) -> list[Heading]:
    """`headings` with numbers, where all objectives have such numerals that begin with I and rise; else as they are.

    A list of contents may name them before, and parts of a plan may begin anew.
    """
    numbers = {heading.start: parse_roman(text[slice(*heading.mark_at)]) for heading in headings if _may_count(heading)}
    found = [number for number in numbers.values() if number is not None]
    if not found or len(found) < len(numbers) or found[0] != 1:
        return list(headings)
    if not all(later > number or later == 1 for number, later in pairwise(found)):
        return list(headings)
    return [one._replace(number=numbers[one.start]) if _may_count(one) else one for one in headings]


def _may_count(heading: Heading) -> bool:
    return heading.starts == "objective" and heading.number is None and heading.mark_at[0] < heading.mark_at[1]
