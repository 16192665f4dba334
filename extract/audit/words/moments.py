"""Moments: the year that a number of a text is of, where the words beside it say that it is of an earlier one.

"Le imprese assistite sono state 358, mentre nel 2018 erano 341", "104 domande (97 nell'anno precedente)".
"""

from __future__ import annotations

import re

from extract.audit.words.saying import Saying

_BEHIND = Saying("moments", "behind")
_BEFORE = Saying("moments", "before")
_MORE = Saying("moments", "more")
_BY = Saying("moments", "by")
_COMPARED = Saying("moments", "compared")
_WHEN = Saying("moments", "when")
_WAS = Saying("moments", "was")
_SAYS = Saying("moments", "says")
_NOW = Saying("moments", "now")
_HEAD = Saying("moments", "head")
_RIGHT_AWAY = re.compile(r"\s*[,(:]\s*(?:n\.\s*|€\s*)?")
_STOP = re.compile(r"[;•●▪\uf0b7]|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n\s*\n")
_NUMBER = re.compile(r"(?<![\w/.,])\d[\d.,]*(?![\w/])")
_OF_DATES = re.compile(r"(?:\d{1,2}[./-]\d{1,2}[./-])?(?:19|20)\d\d[.,]?")
_REACH = 120  # characters on either side in which a year belongs to a number
_NEAREST = 60
_TABLE = 4000  # characters before a cell in which the heads of its table may stand


def year_of(text: str, start: int, end: int, year: int) -> int | None:
    """The year that the words beside a number, at `start` to `end`, say it is of; None where they say none.

    `year` is that of the report: "nell'anno precedente" is the one before it.
    """
    if _BY.search(text, max(0, start - _NEAREST), start):
        return None
    behind = _BEHIND.match(text, end, min(len(text), end + _REACH))
    if behind and not _MORE.search(behind[0]) and not _STOP.search(behind[0]):
        return _said(behind, year)
    before = text[max(0, start - _REACH) : start]
    before = before[max((one.end() for one in _STOP.finditer(before)), default=0) :]
    numbers = [one for one in _NUMBER.finditer(before) if not _OF_DATES.fullmatch(one[0])]
    own = before[numbers[-1].end() :] if numbers else before
    for found in reversed(list(_BEFORE.finditer(own))):
        after = own[found.end() :]
        if _COMPARED.search(own[: found.start()]) and not _SAYS.match(after):
            return None
        if _NOW.match(after) and not found["year"]:
            return None
        if _RIGHT_AWAY.fullmatch(after):
            return _said(found, year)
        if found["year"] and not _WHEN.search(own[: found.start()]) and not _WAS.search(after):
            return None  # "gli eventi dell'ottobre 2018": a year of something else
        closed = ")" in after and "(" not in after  # "410 (320 nel 2017), i volontari 48"
        return _said(found, year) if len(after) <= _NEAREST and not closed else None
    return None


def column_year(text: str, at: int, year: int) -> int | None:
    """The earlier year that a head of the table before `at` gives to values: "Consuntivo 2019", "Anno precedente".

    None where none does, or where they are several.
    """
    heads = [_said(found, year) for found in _HEAD.pattern.finditer(text, max(0, at - _TABLE), at)]
    earlier = {one for one in heads if one < year}
    return earlier.pop() if len(earlier) == 1 else None


def _said(found: re.Match[str], year: int) -> int:
    return int(found["year"]) if found["year"] else year - 1
