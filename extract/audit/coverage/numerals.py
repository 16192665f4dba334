"""Numbers, dates, percentages and scores as they stand in a text, less those that say nothing by themselves:
years, list marks, codes, acts and their articles, hours of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from extract.language import lexicon

_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(rf"{_YEAR}(?:\s?[-–/]\s?(?:{_YEAR}|\d\d))?")
_FIGURES = re.compile(r"\d{1,2}([/.\-])\d{1,2}\1(?:\d{4}|\d{2})")
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?|\d+\.\d{1,2}")
_SCORE = re.compile(r"\d+(?:,\d+)?/(?:\d{1,3})")
_ACT = re.compile(rf"\d{{1,6}}/(?:{_YEAR}|\d\d)")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:,][0-5]\d")
_VERSION = re.compile(r"\d\.\d")
_ORDINAL = re.compile(r"\d+[°ºª^]")
_MARK_BEFORE = re.compile(r"(?:^|\n)[\s(•●▪■–-]*$|[(\[]$")
_REACH = 80  # characters before a number in which an act may be named
_WORD_BEHIND = re.compile(r"[ \n][^\W\d_]+")


class Numeral(NamedTuple):
    """Where a number stands in a text; `shown` reaches over the word that it counts."""

    start: int
    end: int
    shown: int


def numerals(text: str) -> Iterator[Numeral]:
    """The numbers of a text that may say something."""
    for found in _token().finditer(text):
        start, end = found.span()
        if found["date"] is None and _says_nothing(text, start, end, found["number"]):
            continue
        behind = _WORD_BEHIND.match(text, end)
        counted = behind and found["date"] is None and behind[0].strip().lower() not in lexicon.every_preposition()
        yield Numeral(start, end, behind.end() if behind and counted else end)


@cache
def _token() -> re.Pattern[str]:
    months = "|".join(sorted((re.escape(form) for form in lexicon.backward("dates", "months")), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,/\-–])(?:(?P<date>(?:\d{{1,2}}[°º^]?\s+)?(?<!\w)(?:{months})\s+{_YEAR})(?!\w)"
        r"|(?P<number>\d+(?:[.,/:\-–]\d+)*[°ºª^]?)(?:\s?%)?(?![\w]))",
        re.IGNORECASE,
    )


def _says_nothing(text: str, start: int, end: int, number: str) -> bool:
    after = text[end : end + 2]
    if "%" in text[start:end]:
        return False
    if _FIGURES.fullmatch(number):
        return False
    if _YEARS.fullmatch(number) or _ORDINAL.fullmatch(number):
        return True
    if len(number) <= 2 and after[:1] in (")", ".", "-", "]") and _MARK_BEFORE.search(text, max(0, start - 8), start):
        return True
    if not (_AMOUNT.fullmatch(number) or _SCORE.fullmatch(number)):
        return True  # codes, ranges of articles, telephone numbers
    if len(number) > 1 and number.startswith("0") and "," not in number:
        return True
    return _is_named(text[max(0, start - _REACH) : start], number, after)


def _is_named(before: str, number: str, after: str) -> bool:
    """ "art. 67", "comma 5", "delibera n. 46", "ore 18,00", "Fase 2", "Atlante 4.0": the number belongs to a name."""
    words = [word.lower().strip("(“\"«,;") for word in re.split(r"[\s’']+", before) if word][-6:]
    if not words:
        return False
    last, earlier = words[-1], words[-2] if len(words) > 1 else ""
    marker = last in lexicon.words("numbers", "markers")
    naming = lexicon.words("words", "naming")
    acts = lexicon.words("dates", "acts")
    counted = lexicon.words("words", "counted_names")
    if (last in naming and last != "anno") or (marker and earlier in naming - counted):
        return True
    if _ACT.fullmatch(number) and (marker or acts.intersection(words)):
        return True
    if marker and acts.intersection(words[-5:]):
        return True
    if _CLOCK.fullmatch(number) and last in ("ore", "h", "alle", "dalle"):
        return True
    name = before.split()[-1].strip("(“\"«")
    return (_VERSION.fullmatch(number) is not None and name[:1].isupper()) or _is_quoted(name, after)


def _is_quoted(name: str, after: str) -> bool:
    """The last word of a name in quotes: “E-government 2”."""
    return after[:1] in ("”", "»", '"') and any(letter.isalpha() for letter in name)
