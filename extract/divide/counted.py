"""Headings that count in Roman numerals: "OBIETTIVO IV" is the fourth one, and IV no code."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.language.romans import parse_roman
from extract.marks import Heading


def counted(headings: Sequence[Heading], texts: Sequence[str]) -> list[Heading]:
    """`headings`, each in its text, with numbers where all objectives have such numerals that begin with I and rise.

    Else as they are. A list of contents may name them before, and parts of a plan may begin anew.
    """
    own = [place for place, heading in enumerate(headings) if _may_count(heading)]
    numbers = [parse_roman(texts[place][slice(*headings[place].mark_at)]) for place in own]
    found = [number for number in numbers if number is not None]
    if not found or len(found) < len(numbers) or found[0] != 1:
        return list(headings)
    if not all(later > number or later == 1 for number, later in pairwise(found)):
        return list(headings)
    told = dict(zip(own, found, strict=True))
    return [one._replace(number=told.get(place, one.number)) for place, one in enumerate(headings)]


def _may_count(heading: Heading) -> bool:
    return heading.starts == "objective" and heading.number is None and heading.mark_at[0] < heading.mark_at[1]
