"""Values over years in a sentence, and things counted in a list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from extract.language import lexicon
from extract.language.forms import is_participle
from extract.language.labels import Phrase, noun_phrase, written
from extract.language.reading import Numeral, Reading
from extract.language.subjects import before_number
from extract.language.values import Hints, SeriesValue, Statement

GAP = 6
SHORTEST = 3


class Pair(NamedTuple):
    """A value and its year, which stands at the word `year_at`."""

    numeral: Numeral
    year: int
    year_at: int


Series = tuple[Pair, ...]


def find_series(reading: Reading) -> tuple[Series, ...]:
    """Three or more values each with its own year, one after the other; the years all before their values or after."""
    marks = [(numeral.first, numeral) for numeral in reading.numerals if _counts(reading, numeral)]
    ways = (tuple(_runs(reading, marks, year_first)) for year_first in (False, True))
    return max(ways, key=lambda runs: sum(map(len, runs)))


def _runs(reading: Reading, marks: list[tuple[int, Numeral]], year_first: bool) -> Iterator[Series]:
    """The stretches of values with a year each, no year twice."""
    run: dict[int, Pair] = {}
    for (at, one), (other_at, other) in pairwise(marks):
        value, year_at = (other, at) if year_first else (one, other_at)
        pairs = (at in reading.years) == year_first and (other_at in reading.years) != year_first
        if not pairs or other_at - at > GAP or _broken(reading, at, other_at):
            continue
        year = reading.years[year_at]
        apart = run and one.first - next(reversed(run.values())).numeral.tail > GAP + 2
        if year in run or apart:
            if len(run) >= SHORTEST:
                yield tuple(run.values())
            run = {}
        run[year] = Pair(value, year, year_at)
    if len(run) >= SHORTEST:
        yield tuple(run.values())


def _counts(reading: Reading, numeral: Numeral) -> bool:
    return numeral.first in reading.years or (numeral.reason is None and numeral.value is not None)


def _broken(reading: Reading, one: int, other: int) -> bool:
    return any(reading.norm(at) in {".", ";"} for at in range(one + 1, other))


def series_values(reading: Reading, series: Series) -> Iterator[SeriesValue]:
    """The values of a series with the label their sentence opens with."""
    label = before_number(reading, series[0].numeral)
    span = reading.span(label.first, label.last) if label else None
    unit = next((pair.numeral.unit for pair in series if pair.numeral.unit), None)
    for pair in series:
        first = min(pair.numeral.prefix, pair.year_at)
        start, end = reading.span(first, max(pair.numeral.tail, pair.year_at + 1))
        text = written(reading, label) if label else None
        yield SeriesValue(start, end, pair.year, pair.numeral.value or 0, unit, text, span)


def counted_lists(reading: Reading, hints: Hints) -> Iterator[Statement]:
    """One quantity for each list of results under a lead clause: "le azioni attivate sono state: 1. ... 2. ..." """
    if hints.section != "results":
        return
    for run in reading.lists:
        lead = run[0] - 1
        label = _lead_label(reading, lead)
        if label is None or _already_counted(reading, lead):
            continue
        start, end = reading.span(label.first, label.last)
        places = tuple(reading.span(mark, mark + 1) for mark in run)
        yield Statement(
            start, end, "quantity", len(run), None, None, None, written(reading, label), (start, end), "actual",
            "language.list:counted", derived=True, places=places,
        )


def _lead_label(reading: Reading, colon: int) -> Phrase | None:
    """What the lead clause before a colon announces, where it is things done."""
    if reading.norm(colon) != ":" or colon < 2:
        return None
    first = reading.sentence(colon)[0]
    first = max((at + 1 for at in range(first, colon) if reading.norm(at) in {":", ","}), default=first)
    announced = next((at for at in range(first, colon) if reading.norm(at) in {"seguenti", "sottoelencate"}), None)
    if announced is not None and announced + 1 < colon:
        told = any(is_participle(reading.norm(at)) for at in range(first, announced))
        return noun_phrase(reading, announced + 1, colon) if told else None
    label = noun_phrase(reading, first, colon)
    if label is None or not any(_plural_participle(reading.norm(at)) for at in range(label.first + 1, label.last)):
        return None
    rest = " ".join(reading.norm(at) for at in range(label.last, colon if announced is None else announced - 1))
    closes = rest in lexicon.words("roles", "list_leads", "copulas") or rest == ""
    return label if closes else None


def _plural_participle(norm: str) -> bool:
    irregular = lexicon.words("roles", "list_leads", "participles_irregular")
    return norm in irregular or (is_participle(norm) and norm[-1] in "ie")


def _already_counted(reading: Reading, colon: int) -> bool:
    first = reading.sentence(colon)[0]
    return any(at in reading.place_of for at in range(first, colon))
