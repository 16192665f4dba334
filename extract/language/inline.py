"""What the line of an indicator says besides its name: "Corsi – Peso: 60% – Target: almeno 12 – Risultato: 14"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from extract.language.lexicon import lexicon, words
from extract.language.measure import measure

_LONGEST_VALUE = 60  # characters of a value under a label
_MOST_WORDS = 7
# How a value begins that is no sentence.
_BEGINS = re.compile(
    r"(?i)[<>≤≥=€+-]|\d|n[.°r]|(?:almeno|non|superior[ei]|inferior[ei]|maggior[ei]|minor[ei]|pari|entro|oltre|tra|fra|max|min|euro"
    r"|circa|s[iì]|no|fino|massimo|minimo|uguale)\b"
)
# What a field begins behind: a line's start, a sign, a bracket; a blank alone is not enough for a small word.
_BEHIND = r"(?P<behind>(?:^|[–—|;:,•\t()\[]|[ ]-)[ \t]*\n?[ \t]*[-•–]?[ \t]*)"
_WHEN = r"(?:\s*\(?(?:(?:anno|al|nel|per\s+il)\s+)?(?:31[./]12[./])?(?P<year>20\d\d)\)?|\s*\([^()\n]{1,20}\))?"
# "Target ≥ 80%", "peso 60%", "risultato SI": a value right behind the word.
_AT_ONCE = (
    r"\s+(?=[<>≤≥=€]|n[.°]?\s?\d|\d|almeno\b|non\s|(?:superior|inferior|maggior|minor)[ei]\b|pari\b|entro\b|oltre\b"
    r"|s[iì]\b(?![a-z])|no\b|n\.\s?[dr])"
)
# Labels that need no sign before their value.
_OPEN = re.compile(r"(?i)target|valore|livello|risultat|pes[oi]\b|base|consuntivo|grado|percentuale")
_SIGNS = " \t\n–—-|;,/([•"


class Field(NamedTuple):
    """A labelled value in a line: its name, where its label begins, and where its value stands."""

    name: str
    start: int
    value: tuple[int, int]


def inline_fields(text: str) -> tuple[Field, ...]:
    """The labelled values in `text`, in order; a value runs to the next one, or to the end of `text`."""
    found = list(_of_years(list(_labels(text))))
    ends = [*(start for _, start, _ in found[1:]), len(text)][: len(found)]
    return tuple(
        Field(name, start, (begin, max(begin, len(text[:end].rstrip(_SIGNS)))))
        for (name, start, begin), end in zip(found, ends, strict=True)
    )


class _Named(NamedTuple):
    """A label: its name, its start and end, and the year it is of."""

    name: str
    start: int
    end: int
    year: int | None


def _of_years(labels: Sequence[_Named]) -> Iterator[tuple[str, int, int]]:
    """Name, start and end of each label; a result of an earlier year than another value is of is the baseline."""
    years = [label.year for label in labels if label.year]
    undated = any(label.name == "result" and label.year is None for label in labels)
    for label in labels:
        earlier = label.year is not None and (undated or label.year < max(years))
        yield "baseline" if label.name == "result" and earlier else label.name, label.start, label.end


def _labels(text: str) -> Iterator[_Named]:
    """The labels, in order."""
    last = -1
    for found in _pattern().finditer(text):
        name = next(name for name in lexicon("inline") if found.group(name) is not None)
        start = found.start(name)
        at_once = found["sign"] is None
        if start >= last and not (at_once and (found["behind"] is None or not _OPEN.match(text, start))):
            yield _Named(name, start, found.end(), int(found["year"]) if found["year"] else None)
            last = found.end()


def says_value(text: str) -> bool:
    """Whether `text` is a value and nothing else: "≥ 80%", "14/10/2022", "n.d."."""
    bare = text.strip(" \t\n.;,–—-|)")
    if not bare or bare.lower() in words("numbers", "nulls"):
        return True
    short = len(bare) <= _LONGEST_VALUE and len(bare.split()) <= _MOST_WORDS and ". " not in bare
    return short and _BEGINS.match(bare) is not None and measure(bare) is not None


def begins_with_value(text: str) -> bool:
    """Whether a value stands before the first labelled one: "100% – Risultato: 98%"."""
    fields = inline_fields(text)
    return bool(fields) and says_value(text[: fields[0].start].rstrip(_SIGNS))


@cache
def _pattern() -> re.Pattern[str]:
    named = "|".join(f"(?P<{name}>{'|'.join(forms)})" for name, forms in lexicon("inline").items())
    return re.compile(
        rf"(?im)(?:{_BEHIND}|(?<=\s)(?=(?-i:[A-Z])))(?:{named}){_WHEN}(?:(?P<sign>\s*[:=])|{_AT_ONCE})"
    )
