"""A whole cell, or the tail of an indicator's line, as one value."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.language import lexicon
from extract.language.dates import parse_date
from extract.language.numbers import MOST_DIGITS, parse_number
from extract.language.pipeline import read_text
from extract.language.reading import Numeral, Reading
from extract.language.values import Operator, Value
from schemas.partial_date import PartialDate

_PLAIN = re.compile(r"(?P<number>\d+(?:[.,]\d+)*)\s?(?P<percent>%)?")
SUM = re.compile(r"\d+(?:\s*\+\s*\d+)+")
_TOO_LONG = re.compile(rf"\d{{{MOST_DIGITS + 1}}}")
_REMEMBERED = 1024  # cells: the same targets and results come again and again in a table
CONTRACT_UNITS = frozenset({"%", "EUR", "days", "hours", "months", "minutes"})


@lru_cache(_REMEMBERED)
def measure(text: str) -> Value | None:
    """The value a cell holds: a number with its bound and unit, a range, a date, SI/NO; none for an empty cell."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    cell = text[start:end]
    bare = cell.strip(" .:;").lower().replace("’", "'")
    if not bare or bare in lexicon.words("numbers", "nulls") or cell.lower() in lexicon.words("numbers", "nulls"):
        return None
    if bare in lexicon.words("numbers", "yes") | lexicon.words("numbers", "no"):
        return Value(cell, start, end, value=bare in lexicon.words("numbers", "yes"), unit="boolean")
    if date := parse_date(cell):
        return _dated(cell, start, end, date, None)
    if plain := _PLAIN.fullmatch(cell):  # most cells: no grammar is needed
        number = parse_number(plain["number"])
        if number is not None:
            return Value(cell, start, end, value=number, unit="%" if plain["percent"] else None)
    if len(cell) > MOST_DIGITS and _TOO_LONG.search(cell):  # a code: what stands beside it is no value either
        return None
    if SUM.fullmatch(cell):
        return Value(cell, start, end, value=sum(int(part) for part in re.findall(r"\d+", cell)))
    return _read(text)


def _dated(cell: str, start: int, end: int, date: PartialDate, operator: Operator | None) -> Value:
    return Value(cell, start, end, operator, date=date.iso, precision=date.precision)


def _read(text: str) -> Value | None:
    reading = read_text(text)
    numerals = [one for one in reading.numerals if one.reason is None and one.value is not None]
    if numerals:
        return _numeric(reading, numerals[0])
    if reading.dates:
        mark = reading.dates[0]
        cues = list(reading.cues_within(0, mark.first, "date"))
        due = any(cue.label == "deadline" for cue in cues)
        first = min((cue.first for cue in cues), default=mark.first)
        start, end = reading.span(first, mark.last)
        return _dated(reading.text[start:end], start, end, mark.date, "<=" if due else None)
    return None


def _numeric(reading: Reading, numeral: Numeral) -> Value:
    start, end = reading.span(numeral.prefix, numeral.tail)
    unit = numeral.unit if numeral.unit in CONTRACT_UNITS else None
    operator = numeral.operator
    if operator is None and numeral.about in {"<", ">"}:
        operator = ">" if numeral.about == ">" else None
    return Value(reading.text[start:end], start, end, operator, numeral.value, numeral.upper, unit)
