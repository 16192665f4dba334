"""Italian dates: written with figures, with the month's name, and cut to a month."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.language import lexicon
from extract.language.numbers import word_value
from extract.language.reading import DateMark, Numeral, Reading
from extract.language.words import KNOWN_WORDS
from schemas.partial_date import PartialDate

FIGURES = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4}|\d{2})")
MONTH_AND_YEAR = re.compile(r"(\d{1,2})/(\d{4})")
SHORT_MONTH = re.compile(r"([^\W\d_]{3,9})\.?[-/' ’]{1,2}(\d{4}|\d{2})")
DAY = re.compile(r"(\d{1,2})\s?[°ºª^]?")
YEAR = re.compile(r"(?:19|20)\d\d")
LONG_DATE = re.compile(r"(?:(\d{1,2})\s?[°º^]?\s+|(primo)\s+)?([^\W\d_]{3,9})\.?\s+(\d{4})", re.IGNORECASE)
DAY_LINKS = frozenset({"e", "al", "all'", "-", "–", ","})
DAYS_REACH = 8
CENTURY, PIVOT = 2000, 70


def parse_date(text: str) -> PartialDate | None:
    """The date a whole text is: "31/12/20", "31.12.2020", "1° marzo 2021", "febbraio 2021", "DIC-15"; else none."""
    written = " ".join(text.split())
    if found := FIGURES.fullmatch(written):
        return _of(found[4], found[3], found[1])
    if found := LONG_DATE.fullmatch(written):
        month = _month(found[3])
        return _of(found[4], month, "1" if found[2] else found[1]) if month else None
    if found := SHORT_MONTH.fullmatch(written):
        month = _month(found[1])
        return _of(found[2], month, None) if month else None
    if (found := MONTH_AND_YEAR.fullmatch(written)) and YEAR.fullmatch(found[2]):
        return _of(found[2], found[1], None)
    return None


def _month(name: str) -> int | None:
    number = lexicon.backward("dates", "months").get(name.lower())
    return int(number) if number else None


def _of(year: str, month: str | int, day: str | None) -> PartialDate | None:
    full = int(year)
    if len(year) == 2:
        full += CENTURY if full < PIVOT else CENTURY - 100
    try:
        return PartialDate.of(full, int(month), int(day) if day else None)
    except ValueError:
        return None


def find_dates(reading: Reading) -> None:
    """Add the dates of a text, and strike the numbers that are part of dates without a year."""
    marks: list[DateMark] = []
    after = 0
    for index in reading.those(_may_open_date):
        mark = _date_at(reading, index) if index >= after else None
        if mark:
            marks.append(mark)
            after = mark.last
    reading.dates = tuple(marks)


@lru_cache(KNOWN_WORDS)
def _may_open_date(norm: str) -> bool:
    return norm[0].isdigit() or norm == "primo" or _month(norm) is not None


def _date_at(reading: Reading, index: int) -> DateMark | None:
    word = reading.words[index]
    if FIGURES.fullmatch(word.text):
        date = parse_date(word.text)
        return DateMark(index, index + 1, date) if date else None
    if DAY.fullmatch(word.text) or word.norm == "primo":
        return _with_month(reading, index + 1, index)
    return _with_month(reading, index, None)


def _with_month(reading: Reading, at: int, day_at: int | None) -> DateMark | None:
    """Day, month's name and year; "DIC-15" and "DIC 2015" are a month and a year."""
    month = _month(reading.norm(at))
    year_at = at + 1
    if month is None:
        return None
    while reading.norm(year_at) in {"-", "/", "'", ",", "dell'anno", "del"} and year_at - at < 3:
        year_at += 1
    year = reading.norm(year_at)
    short = year_at > at + 1 and reading.norm(at + 1) in {"-", "/", "'"} and re.fullmatch(r"\d\d", year)
    if not (YEAR.fullmatch(year) or short):
        return None
    day = None
    if day_at is not None:
        found = DAY.fullmatch(reading.words[day_at].text)
        day = found[1] if found else "1"
    date = _of(year, month, day)
    return DateMark(at if day_at is None else day_at, year_at + 1, date) if date else None


def strike_days(reading: Reading) -> None:
    """Numbers that are days of a date without a year ("5 e 6 maggio", "dal 1 al 31 marzo 2020") are no values."""
    days: set[int] = set()
    for index, numeral in enumerate(reading.numerals):
        after = numeral.last
        reach = after + DAYS_REACH
        while after < reach and (reading.norm(after) in DAY_LINKS or _day_number(reading.norm(after))):
            after += 1
        if _day_number(reading.norm(numeral.first)) and (_month(reading.norm(after)) or _starts_date(reading, after)):
            days.add(index)
    reading.numerals = tuple(
        numeral._replace(reason="date without a year") if index in days and numeral.reason is None else numeral
        for index, numeral in enumerate(reading.numerals)
    )


def _starts_date(reading: Reading, index: int) -> bool:
    """True at a full date with a month's name, which a bare day may precede: "dal 12 al 15 ottobre 2021"."""
    mark = reading.date_starting(index)
    return mark is not None and mark.last - mark.first >= 2


def _day_number(norm: str) -> bool:
    return bool(re.fullmatch(r"[12]?\d°?|3[01]", norm)) or (word_value(norm) or 99) <= 31


def is_dated(reading: Reading, numeral: Numeral) -> bool:
    """True where a number's words belong to a date already found."""
    return reading.dated(numeral.first)
