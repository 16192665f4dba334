"""Places: where values stand in the text, and whether they stand in one clause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from extract.language import parse_number
from schemas.evidence import Evidence, Traced

STOP = re.compile(r"[;•●▪]|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n\s*\n")
"""Where a sentence, an item of a list or what a semicolon parts ends."""
FULL_STOP = re.compile(r"\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n\s*\n")
"""Where a sentence ends, and nothing less."""
_END = re.compile(r"[;•●▪\uf0b7]|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n\s*(?:[-–—]|\d{1,2}[.)])\s|[.:!?]\s*\n\s*\n")
_YEAR = re.compile(r"(?<![\d.,/])(?:19|20)\d{2}(?![\d,]|\.\d)")
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]{3,}")
_REMEMBERED = 4096  # quotes: many checks ask for the places of the same values
_REACH = 400  # characters a clause may have on either side


def spot(value: Traced) -> tuple[int, int]:
    """Where the number of a value stands, in figures or spelled out, without what is quoted beside it."""
    for one in value.evidence:
        if found := number_in(one.quote, getattr(value, "value", None)):
            return one.start + found[0], one.start + found[1]
    return value.evidence[0].start, value.evidence[0].end


@lru_cache(_REMEMBERED)
def number_in(quote: str, wanted: float | None) -> tuple[int, int] | None:
    """Where in a quote a number stands, in figures or spelled out."""
    spans = (found.span() for found in _FIGURES.finditer(quote) if parse_number(found[0]) == wanted)
    return next(spans, None)


def place(value: Traced) -> int:
    """Where the number of a value begins."""
    return spot(value)[0]


def end(value: Traced) -> int:
    """Where the number of a value ends."""
    return spot(value)[1]


def cut(proof: Evidence, start: int, end: int) -> Evidence:
    """A part of what an evidence shows, with the boxes of its lines where there is one for each."""
    quote = proof.quote[start - proof.start : end - proof.start]
    first = proof.quote.count("\n", 0, start - proof.start)
    boxes = proof.boxes
    if len(boxes) == proof.quote.count("\n") + 1:
        boxes = boxes[first : first + quote.count("\n") + 1]
    return proof.model_copy(update={"start": start, "end": end, "quote": quote, "boxes": boxes})


def clause(text: str, one: Evidence) -> tuple[int, int]:
    """The clause around a place, as a range of the text."""
    return _around(text, one.start, one.end)


def clause_at(text: str, at: int) -> str:
    """The words of the clause around a character of a text."""
    return text[slice(*_around(text, at, at))]


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    before = text[max(0, start - _REACH) : start]
    first = start - len(before) + max((found.end() for found in _END.finditer(before)), default=0)
    behind = _END.search(text, end, end + _REACH)
    return first, behind.start() if behind else min(len(text), end + _REACH)


def apart(text: str, left: int, right: int) -> bool:
    """True where a clause ends between two places."""
    return _END.search(text, min(left, right), max(left, right)) is not None


def years_at(text: str | None, value: Traced, proofs: Iterable[Evidence] = ()) -> set[int]:
    """The years told in the clauses a value stands in, within `proofs`."""
    if text is None:
        return set()
    said = (text[slice(*clause_within(text, one, proofs))] for one in value.evidence[:1])
    return {int(found) for words in said for found in _YEAR.findall(words)}


def said_near(text: str | None, value: Traced, reach: int = 48) -> str:
    """The words next to a value; those of its evidence where there is no text."""
    if text is None:
        return " ".join(one.quote for one in value.evidence)
    return " ".join(text[max(0, one.start - reach) : one.end + reach] for one in value.evidence[:1])


def clause_within(text: str, one: Evidence, proofs: Iterable[Evidence]) -> tuple[int, int]:
    """The clause around a place as a range of the text, no more of it than of the proof that holds the place."""
    first, last = clause(text, one)
    for proof in proofs:
        if proof.start <= one.start < proof.end:
            return max(first, proof.start), min(last, proof.end)
    return first, last


def said_around(text: str | None, value: Traced, proofs: Iterable[Evidence] = ()) -> str:
    """The words of the clause a value stands in, within `proofs`; those of its evidence where there is no text."""
    quotes = " ".join(one.quote for one in value.evidence)
    if text is None:
        return quotes
    return " ".join((quotes, *(text[slice(*clause_within(text, one, proofs))] for one in value.evidence[:1])))
