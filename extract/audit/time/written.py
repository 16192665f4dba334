"""Dates as texts write them for people: without the year they are all of, with the day spelled out, by half-years.

"Il 9 giugno", "entro il trenta settembre 2022", "a febbraio dell'anno successivo", "entro il primo semestre". A date
without a year is of the year reported on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from extract.audit.words.months import MONTHS
from extract.audit.words.saying import Saying
from extract.language import lexicon, parse_date, parse_number

_SPELLED = re.compile(r"(?i)(?<!\w)([^\W\d_]{3,14})\s+\Z")
_LONGEST_DAY = 16
_MAY_END = re.compile(r"\d[/.-]\d\d?[/.-]\d\d(?:\d\d)?|\s(?:19|20)\d\d")
_LONGEST = 20  # characters of a date before the white space and the year
_WITHOUT_YEAR, _IN_FIGURES = Saying("dates", "without_year"), Saying("dates", "in_figures")
_FEAST, _YEAR_OF_ROW = Saying("dates", "feast"), Saying("dates", "year_of_row")
_PART_OF_YEAR, _IN_FRONT = Saying("dates", "part_of_year"), Saying("dates", "in_front_of_figures")
_KEPT = 256  # texts, which several checks ask for
_NTH = {"primo": 1, "secondo": 2, "terzo": 3, "quarto": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_TENS = {"prima": 10, "seconda": 20}  # days by which these parts of a month are over
_PARTS = ("estre", "anno", "decade")
_MONTHS = {"bimestre": 2, "trimestre": 3, "quadrimestre": 4, "semestre": 6}


class Written(NamedTuple):
    """A date of a text, as ISO cut to what is known, and where it stands; `dated` where its year is told."""

    iso: str
    start: int
    end: int
    dated: bool = True


@lru_cache(_KEPT)
def dates_with_year(text: str) -> tuple[Written, ...]:
    """The full dates of a text; looked for only around what may be the end of one, which takes a fifth of the time."""
    return tuple(_dates_with_year(text))


def _dates_with_year(text: str) -> Iterator[Written]:
    last = 0
    for end in _MAY_END.finditer(text):
        found = _dates().search(text, max(last, end.start() - _LONGEST), end.end() + 1)
        date = parse_date(" ".join(found[0].split())) if found else None
        if found:
            last = found.end()
        if found and date is not None:
            yield _with_spelled_day(text, Written(date.iso, *found.span()))


@lru_cache(_KEPT)
def dates_without_year(text: str, year: int) -> tuple[Written, ...]:
    """Days and months of a text that are told without a year, which are those of `year` or the one it says is meant."""
    lower = text.lower()
    return tuple(_dates_without_year(text, year)) if any(name in lower for name in MONTHS) else ()


def _dates_without_year(text: str, year: int) -> Iterator[Written]:
    for found in _WITHOUT_YEAR.finditer(text):
        said = year if not found["other"] else year + 1 if found["next"] or found["later"] else year - 1
        row = None if found["other"] else _YEAR_OF_ROW.match(text, found.end())
        said = int(row["year"]) if row else said
        month = MONTHS.index(found["month"].lower()) + 1
        day = 0 if found["day"] is None else 1 if found["day"].lower() == "primo" else int(found["day"])
        one = Written(_iso(said, month, day), *found.span(), dated=bool(found["other"] or row))
        if day <= _LAST:
            yield one if day else _with_spelled_day(text, one)


@lru_cache(_KEPT)
def days_in_figures(text: str, year: int, bare: bool) -> tuple[Written, ...]:
    """Days in figures without their year; if not `bare` only those that an article, or a colon, leads to."""
    if "/" not in text and "." not in text:
        return ()
    return tuple(
        Written(_iso(year, int(found["month"]), int(found["day"])), *found.span(), dated=False)
        for found in _IN_FIGURES.finditer(text)
        if bare or _IN_FRONT.search(text[max(0, found.start() - _LONGEST_DAY) : found.start()])
    )


@lru_cache(_KEPT)
def ends_of_parts(text: str, year: int) -> tuple[Written, ...]:
    """What a deadline may be besides: the end of a half-year, of the year."""
    return tuple(_ends_of_parts(text, year))


def _ends_of_parts(text: str, year: int) -> Iterator[Written]:
    lower = text.lower()
    for found in _PART_OF_YEAR.finditer(text) if any(cue in lower for cue in _PARTS) else ():
        said, day = int(found["year"] or year), 0
        if found["ten"]:
            month, day = MONTHS.index(found["month"].lower()) + 1, _TENS.get(found["ten"].lower(), 0)
        elif found["part"] is None:
            month = 6 if found["half"] else 12
        else:
            length = _MONTHS[found["part"].lower()]
            nth = found["nth"].lower().strip("°º^ ")
            month = 12 if nth == "ultimo" else length * (int(nth) if nth.isdigit() else _NTH[nth])
        if month <= _MOST:
            yield Written(_iso(said, month, day), *found.span(), dated=found["year"] is not None)


@lru_cache(_KEPT)
def feasts(text: str, year: int) -> tuple[Written, ...]:
    """Days that are told by their feasts: "entro Natale", "prima di Ferragosto 2022"."""
    return tuple(
        Written(_iso(int(found["year"] or year), int(month), int(day)), *found.span(), dated=found["year"] is not None)
        for found in _FEAST.finditer(text)
        for day, month in [lexicon.mapping("dates", "feasts")[" ".join(found["feast"].lower().split())].split("/")]
    )


_LAST, _MOST = 31, 12  # days of the longest month, months of a year


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")


def _with_spelled_day(text: str, one: Written) -> Written:
    """The same date with the day before it, where that is spelled out: "il trenta giugno 2022"."""
    if len(one.iso) != len("2022-06"):
        return one
    found = _SPELLED.search(text[max(0, one.start - _LONGEST_DAY) : one.start])
    day = parse_number(found[1]) if found else None
    if found is None or day is None or not 1 <= day <= _LAST or found[1].lower() in ("uno", "una"):
        return one
    return one._replace(iso=f"{one.iso}-{int(day):02d}", start=one.start - (found.end() - found.start(1)))


@cache
def _dates() -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, lexicon.backward("dates", "months")), key=len, reverse=True))
    return re.compile(
        rf"(?i)(?<![\w/.])(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d\d)|(?:\d{{1,2}}[°º]?\s+)?(?:{months})\s+(?:19|20)\d\d)(?![\w/])"
    )
