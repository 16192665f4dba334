"""Figures: every number of a text, in digits or spelled out, with its unit and what it counts.

The grammar of extract/language reads values and what they are; where it is not sure it reads none. A check that looks
for a certain value (what there was before, what was meant to be) asks here, and judges by the words beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from extract.audit.words.saying import Saying
from extract.language import lexicon, parse_number, spelled

_FIGURE, _SPAN = Saying("figures", "figure"), Saying("figures", "span")
_COUNTED, _NAMED = Saying("figures", "counted"), Saying("figures", "named")
_SHARED, _THING = Saying("figures", "shared"), Saying("figures", "thing")
_COLON, _AT = Saying("figures", "colon_and_number"), Saying("figures", "at")
_DATES, _DATE_BEHIND = Saying("figures", "dates"), Saying("figures", "month_behind")
_ENDING = {
    "adesso", "circa", "con", "contro", "entro", "già", "iniziali", "oggi", "oltre", "per", "precedenti", "rispetto",
}
_UNITS = {
    "%": "%", "pe": "%", "€": "EUR", "eu": "EUR", "gi": "days", "gg": "days", "or": "hours", "mi": "minutes",
    "me": "months", "se": "weeks", "an": "years",
}
_TIMES = {
    "mila": 1_000, "k": 1_000, "mln": 1_000_000, "mio": 1_000_000, "mld": 1_000_000_000, "milion": 1_000_000,
    "miliard": 1_000_000_000,
}
_YEARS = range(1990, 2100)
_REMEMBERED = 512  # texts: those of the objectives of a report, and their clauses
_NOUN = 3  # letters of a word that may name something


class Figure(NamedTuple):
    """A number, and where it stands in a text."""

    value: float
    unit: str | None
    start: int
    end: int
    text: str

    @property
    def label(self) -> str:
        """What it counts, as far as the words beside it say: those behind it, or those before a verb."""
        if self.unit != "%":
            return counted(self.text, self.end) or led_by(self.text, self.start)
        of = _SHARED.match(self.text, self.end)
        return (counted(self.text, of.end()) if of else "") or led_by(self.text, self.start)


@lru_cache(_REMEMBERED)
def figures(text: str) -> tuple[Figure, ...]:
    """The numbers of a text in their order, less years and days of dates."""
    return tuple(_figures(text))


def _figures(text: str) -> Iterator[Figure]:
    taken = 0
    for start, end, value, unit in _numbers(text):
        if start < taken:
            continue
        taken = end
        yield Figure(value, unit, start, end, text)


def _numbers(text: str) -> list[tuple[int, int, float, str | None]]:
    found: list[tuple[int, int, float, str | None]] = []
    for one in _FIGURE.finditer(text):
        value = parse_number(one["number"])
        named = one["unit"] or one["sign"]
        is_year = one["number"].isdigit() and value in _YEARS
        if value is None or (not named and (is_year or _DATE_BEHIND.match(text, one.end()))):
            continue
        times = next((by for word, by in _TIMES.items() if (one["times"] or "").lower().startswith(word)), 1)
        unit = _UNITS.get((named or "").strip().lower()[:2], _UNITS.get((named or " ").strip()[:1]))
        found.append((one.start(), one.end(), float(value) * times, unit))
    for start, end, value in _spelled(text):
        if not _DATE_BEHIND.match(text, end):
            span = _SPAN.match(text, end)
            counted = _UNITS[span[1].lower()[:2]] if span else None
            found.append((start, span.end() if span else end, float(value), counted))
    return sorted(found)


@lru_cache(_REMEMBERED)
def _spelled(text: str) -> tuple[tuple[int, int, int], ...]:
    """The words that spell a number: where they stand, and the number."""
    return tuple(spelled(text))


def counted(text: str, end: int) -> str:
    """The words behind a number up to the first that is no part of a name: "dodici consorzi aderenti, tutti"."""
    found = _COUNTED.match(text, end)
    words: list[str] = []
    for word in re.split(r"[ \n]+", found["words"]) if found else []:
        if word.lower() in _stops() or (not words and word.lower() in lexicon.every_preposition()):
            break
        words.append(word)
    while words and words[-1].lower() in lexicon.every_preposition():
        words.pop()
    return " ".join(words)


def led_by(text: str, start: int) -> str:
    """The words before the verb, colon or bracket that leads to a number: "le cause pendenti sono ... 34"."""
    window = text[max(0, start - 120) : start]
    if "(" not in window:
        window = _COLON.sub(": ", window)  # "punti luce a led: n. 1.260"
    for cut in re.finditer(r"[.;•]\s|\n\s*\n", window):
        window = window[cut.end() :] if cut.end() <= len(window) else window
    named = list(_NAMED.finditer(in_digits(_DATES.sub("|", window))[0]))
    parts = [" ".join(one.split()) for one in named[-1]["words"].split("|")] if named else []
    return next((_thing(one) for one in reversed(parts) if any(len(word) > _NOUN for word in one.split())), "")


def _thing(words: str) -> str:
    """Words without those of time and place before the thing itself: "prima dei lavori gli uffici aperti"."""
    first = words.split()[0].lower()
    named = _THING.search(words) if first in lexicon.every_preposition() or _AT.match(first) else None
    return words[named.start() :] if named else words


@cache
def _stops() -> frozenset[str]:
    keys = ("conjunctions", "relatives", "pronouns", "adverbs", "auxiliaries", "articles")
    said = {word for key in keys for word in lexicon.words("words", key)}
    into = {word for key in ("in", "a", "su") for word in lexicon.prepositions(key)}
    return frozenset(said | into | _ENDING)


def in_digits(text: str) -> tuple[str, list[int]]:
    """A text with its spelled numbers in digits, and for each of its places, the end included, the one it had."""
    written: list[str] = []
    places: list[int] = []
    at = 0
    for start, end, value in _spelled(text):
        digits = str(value)
        written += (text[at:start], digits)
        places += [*range(at, start), *[start] * len(digits)]
        at = end
    return "".join((*written, text[at:])), [*places, *range(at, len(text) + 1)]
