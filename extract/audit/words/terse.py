"""Ratios in note form: two counts and the rate that one is of the other, without a verb.

    invitate n. 7.250, rispondenti n. 4.495, adesione 62%
    accertato: K€ 3.200; riscosso: K€ 2.880; riscossione: 90%

Which rate is meant is known only where its name says no more than the counts and the indicator do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extract.audit.words.likeness import Terms, akin, speaks_of, terms, touches
from extract.audit.words.phrases import Told, ends
from extract.audit.words.saying import Saying
from extract.language import parse_number
from schemas.report import Objective

_FORM, _RATE = Saying("terse", "noted"), Saying("terse", "rate")
_NOT_ALL, _FRACTION = Saying("terse", "not_all"), Saying("terse", "fraction")
_LIKELY = re.compile(r"\d[^%]{1,160}\d[^%]{0,90}(?:%|cento)")
_YEARS = range(1990, 2100)
_KEPT = 64


class _Noted(NamedTuple):
    """Two counts and a percentage, with the words that name each."""

    first: tuple[float, Terms, tuple[int, int]]
    second: tuple[float, Terms, tuple[int, int]]
    rate: str
    percent: float
    percent_at: tuple[int, int]


def noted(objective: Objective, text: str) -> Iterator[Told]:
    """Each ratio that a section's text notes, where its rate can be no other."""
    indicators = [one.text for one in objective.indicators] or [objective.title or ""]
    for one in _noted(text):
        part, whole = sorted((one.first, one.second), key=lambda count: count[0])
        meant = next((found for text in indicators if (found := _fraction(text, one))), None)
        rate = terms(_RATE.sub(" ", one.rate))
        known = (*part[1], *whole[1], *(word for text in indicators if meant for word in terms(text)))
        if not all(any(akin(word, other) for other in known) for word in rate):
            continue
        if meant is not None:
            part, whole = sorted(meant, key=lambda count: count[0])
        elif not (rate and touches(rate, part[1]) and (len(rate) < 2 or touches(rate, whole[1]))):
            continue
        yield Told(part[0], whole[0], one.percent, part[2], whole[2], one.percent_at)


def _fraction(
    indicator: str, one: _Noted
) -> tuple[tuple[float, Terms, tuple[int, int]], tuple[float, Terms, tuple[int, int]]] | None:
    """Part and whole, where an indicator is a fraction of what the two counts are of."""
    for cut in _FRACTION.finditer(indicator):
        above, below = terms(indicator[: cut.start()]), terms(indicator[cut.end() :])
        for part, whole in ((one.first, one.second), (one.second, one.first)):
            if touches(part[1], above) and touches(whole[1], below) and not touches(part[1][:1], whole[1][:1]):
                return part, whole
    return None


@lru_cache(_KEPT)
def _noted(text: str) -> tuple[_Noted, ...]:
    if not _LIKELY.search(text):
        return ()
    return tuple(one for found in _FORM.finditer(text) if (one := _read(found, text)) is not None)


def _read(found: re.Match[str], text: str) -> _Noted | None:
    numbers = [parse_number(found[name]) for name in ("first", "second", "percent")]
    if not all(numbers) or any(one in _YEARS for one in numbers[:2]):
        return None
    behind = text.find("%", found.end("percent"), found.end() + 1)
    said = found["rate"]
    stop = behind + 1 if behind >= 0 else found.end()
    if _NOT_ALL.search(said) or speaks_of(said, "changing") or not ends(text, stop):
        return None
    first, second, percent = (float(one or 0) for one in numbers)
    names = [terms(re.sub(r"\d[\d.,]*", " ", found[name])) for name in ("one", "two")]
    if not all(names):
        return None
    return _Noted(
        (first, names[0], found.span("first")), (second, names[1], found.span("second")), said, percent,
        found.span("percent"),
    )
