"""Places: where values stand in the text, and whether they stand in one clause."""

from __future__ import annotations

import re

from schemas.evidence import Evidence, Traced

_END = re.compile(r"[;•●▪\uf0b7]|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n\s*(?:[-–—]|\d{1,2}[.)])\s|[.:!?]\s*\n\s*\n")
_YEAR = re.compile(r"(?<![\d.,/])(?:19|20)\d{2}(?![\d,]|\.\d)")
_DIGITS = re.compile(r"\d")
_REACH = 400  # characters a clause may have on either side


def place(value: Traced) -> int:
    """Where the number of a value stands."""
    shown = [one.start for one in value.evidence if _DIGITS.search(one.quote)]
    return min(shown or (one.start for one in value.evidence))


def end(value: Traced) -> int:
    """Where the number of a value ends."""
    return max((one.end for one in value.evidence if _DIGITS.search(one.quote)), default=value.evidence[0].end)


def clause(text: str, one: Evidence) -> tuple[int, int]:
    """The clause around a place, as a range of the text."""
    before = text[max(0, one.start - _REACH) : one.start]
    start = one.start - len(before) + max((found.end() for found in _END.finditer(before)), default=0)
    behind = _END.search(text, one.end, one.end + _REACH)
    return start, behind.start() if behind else min(len(text), one.end + _REACH)


def apart(text: str, left: int, right: int) -> bool:
    """True where a clause ends between two places."""
    return _END.search(text, min(left, right), max(left, right)) is not None


def years_at(text: str | None, value: Traced) -> set[int]:
    """The years told in the clauses a value stands in."""
    if text is None:
        return set()
    return {int(found) for one in value.evidence[:1] for found in _YEAR.findall(text[slice(*clause(text, one))])}


def said_near(text: str | None, value: Traced, reach: int = 48) -> str:
    """The words next to a value; those of its evidence where there is no text."""
    if text is None:
        return " ".join(one.quote for one in value.evidence)
    return " ".join(text[max(0, one.start - reach) : one.end + reach] for one in value.evidence[:1])


def said_around(text: str | None, value: Traced) -> str:
    """The words of the clause a value stands in; those of its evidence where there is no text."""
    quotes = " ".join(one.quote for one in value.evidence)
    if text is None:
        return quotes
    return " ".join((quotes, *(text[slice(*clause(text, one))] for one in value.evidence[:1])))
