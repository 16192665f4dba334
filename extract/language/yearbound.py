"""The year that a number belongs to: "nel 2019", "1.060 del 2019", "(2019: 1.060)"."""

from __future__ import annotations

from extract.language import lexicon
from extract.language.labels import Phrase
from extract.language.reading import Numeral, Reading

SPANS = frozenset({"fine", "inizio", "termine", "corso", "semestre", "trimestre", "anno"})
LEADS = frozenset({"nel", "anno", "al", "dell'anno", "esercizio", "fine", "inizio", "termine"})
"""What leads to a year that a number belongs to: "nel 2019", "a fine 2019", "nel corso del 2019"."""


def bound_year(reading: Reading, numeral: Numeral, label: Phrase | None) -> int | None:
    """The year a number belongs to: said right after it and its noun, else the last one said before it."""
    ends = {numeral.tail} | ({label.last} if label and label.first >= numeral.last else set())
    for end in ends:
        for at in (end, end + 1, end + 2):
            linked = reading.norm(at - 1) in {"nel", "del", "(", "anno", "dell'anno", "nell'anno", "al", "il"}
            year = reading.years.get(at) or _dated_year(reading, at)
            if year and at > end and linked and reading.norm(end) not in {"rispetto", ","} and not _leads(reading, at):
                return year
    return _year_before(reading, numeral)


def _dated_year(reading: Reading, at: int) -> int | None:
    mark = reading.date_starting(at)
    return int(mark.date.iso[:4]) if mark else None


def _leads(reading: Reading, year: int) -> bool:
    """ "1.240 (2019: 1.060)": a year before a colon is of the number behind it."""
    return reading.norm(year + 1) in {":", "="} and reading.number_between(year + 2, year + 4)


def _labelling_year(reading: Reading, numeral: Numeral) -> int | None:
    """ "(2019: 1.060)", "presenze 2019 n. 1.060": the year that labels a number."""
    at = numeral.prefix - 1
    while reading.norm(at) in {":", "="} or reading.norm(at) in lexicon.words("numbers", "markers"):
        at -= 1
    labels = at < numeral.prefix - 1 or reading.norm(numeral.prefix) in lexicon.words("numbers", "markers")
    return reading.years.get(at) if labels else None


def _year_before(reading: Reading, numeral: Numeral) -> int | None:
    if year := _labelling_year(reading, numeral):
        return year
    floor, _ = reading.sentence(numeral.first)
    comma = False
    for at in range(numeral.prefix - 1, floor - 1, -1):
        if at in reading.place_of or reading.norm(at) in {";", "contro"}:
            return None
        comma = comma or reading.norm(at) == ","
        year = reading.years.get(at) or _dated_year(reading, at)
        before, earlier = reading.norm(at - 1), reading.norm(at - 2)
        leads = before in LEADS or earlier == "data" or (before == "del" and earlier in SPANS)
        if year and leads and earlier not in {"rispetto", "entro", "per"}:
            # In "Il progetto, avviato nel maggio 2018, prevede ..." the year is only the aside's.
            aside = comma and any(reading.norm(index) == "," for index in range(floor, at))
            return None if aside else year
    return None
