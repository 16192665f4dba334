"""Numbers that are no values: years, codes, acts, names, list numbers, fractions, hours of the day."""

from __future__ import annotations

import re

from extract.language import lexicon
from extract.language.dates import is_dated
from extract.language.forms import is_verb, may_be_participle
from extract.language.reading import Numeral, Reading

YEAR = re.compile(r"(?:19|20)\d\d")
YEARS = re.compile(r"(?:19|20)\d\d[/\-–](?:(?:19|20)\d\d|\d\d)")
ACT_NUMBER = re.compile(r"\d{1,6}[/\-–](?:(?:19|20)?\d\d)")
FRACTION = re.compile(r"\d+(?:,\d+)?/\d+(?:,\d+)?")
ORDINAL = re.compile(r"(?i)\d+\s?[°ºª^]|\d+(?:esim[oaei]|[oa])")
CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:,][0-5]\d")
SHAPES = ((YEARS, "year"), (ORDINAL, "ordinal"), (ACT_NUMBER, "act"), (FRACTION, "fraction"), (CLOCK, "time"))
FOOTNOTE = re.compile(r"\d{1,2}")
LITTLE = 10  # "il Collegio dei dieci", "uno dei tre"
ACT_REACH = 5
LISTED_REACH = 20
"""How many words "art. 1, 2, 3 e 4" may reach back to their noun."""


def strike_excluded(reading: Reading) -> None:
    """Give every number that is known to be no value its reason."""
    reading.numerals = tuple(
        numeral._replace(reason=reason) if not numeral.reason and (reason := _reason(reading, numeral)) else numeral
        for numeral in reading.numerals
    )
    reading.years = {
        numeral.first: int(reading.words[numeral.first].text)
        for numeral in reading.numerals
        if numeral.reason == "year" and YEAR.fullmatch(reading.words[numeral.first].text)
    }


def _reason(reading: Reading, numeral: Numeral) -> str | None:
    if is_dated(reading, numeral):
        return "date"
    text = reading.words[numeral.first].text
    if numeral.first in reading.item_marks:
        return "list number"
    if _is_year(reading, numeral, text):
        return "year"
    if numeral.value is None:
        return _shape(text)
    if reading.norm(numeral.last) in lexicon.words("words", "name_follow"):
        return "article"
    if _is_named(reading, numeral):
        return "name"
    if _is_act(reading, numeral):
        return "act"
    return _in_surroundings(reading, numeral, text)


def _shape(text: str) -> str:
    return next((reason for pattern, reason in SHAPES if pattern.fullmatch(text)), "code")


def _is_year(reading: Reading, numeral: Numeral, text: str) -> bool:
    """A year by shape, unless something says that it is counted: a marker, a unit, a cue, a noun after a verb."""
    if YEARS.fullmatch(text):
        return True
    if not YEAR.fullmatch(text) or numeral.unit:
        return False
    before = reading.norm(numeral.first - 1)
    if before in lexicon.words("dates", "year_cues"):
        return True
    if before in lexicon.words("numbers", "markers") or reading.cue_ending(numeral.first, "comparator", "about"):
        return False
    counted = is_verb(before) or may_be_participle(before)
    after = reading.norm(numeral.last)
    links = lexicon.words("words", "conjunctions") | lexicon.every_preposition()
    return not (counted and after.isalpha() and after not in links)


def _is_named(reading: Reading, numeral: Numeral) -> bool:
    """ "art. 12", "Fase 2", "SELFIE 4.0", "E-government 2": the number belongs to the name before it."""
    at = numeral.first - 1
    if at < 0 or numeral.unit in {"%", "EUR"} or numeral.about:
        return False
    farthest = at - LISTED_REACH
    while at > farthest and reading.norm(at) in {",", "e", "-", "–"} and _number_before(reading, at):
        at -= 2
    before = reading.norm(at)
    if before in lexicon.words("numbers", "markers"):
        before = reading.norm(at - 1)
        return before in lexicon.words("words", "naming") - lexicon.words("words", "counted_names")
    if before in lexicon.words("words", "naming"):
        return before in lexicon.words("words", "abbreviations") or not _counted_noun(reading, numeral)
    return _capitalised_name(reading, numeral) and not _counted_noun(reading, numeral)


def _number_before(reading: Reading, at: int) -> bool:
    return bool(re.fullmatch(r"\d+", reading.norm(at - 1)))


def _counted_noun(reading: Reading, numeral: Numeral) -> bool:
    after = reading.words[numeral.tail].text if numeral.tail < len(reading.words) else ""
    stops = lexicon.words("words", "conjunctions") | lexicon.every_preposition()
    counted = numeral.unit is not None or numeral.about is not None
    noun = len(after) > 1 and after.isalpha() and after.islower() and after not in stops
    return counted or (noun and not is_verb(after))


def _capitalised_name(reading: Reading, numeral: Numeral) -> bool:
    """A capitalised or hyphened name directly before a small number, not at the start of its sentence or line."""
    at = numeral.first - 1
    word = reading.words[at]
    inside = at > 0 and reading.same_sentence(at - 1, at) and not word.opens_line
    mixed = any(letter.islower() for letter in reading.text[max(0, word.start - 60):word.end + 60])
    shaped = word.text[:1].isupper() and (word.text.isalpha() or "-" in word.text)
    return inside and mixed and shaped and not numeral.spelled and not word.text.endswith("'") and len(word.text) > 1


def _is_act(reading: Reading, numeral: Numeral) -> bool:
    """ "determinazione n. 118 del 4 giugno": a marked number soon after an act's noun, or before its date."""
    acts = lexicon.words("dates", "acts")
    marked = reading.norm(numeral.first - 1) in lexicon.words("numbers", "markers")
    if marked and _follows_act_date(reading, numeral.first - 1):
        return True
    dated = reading.norm(numeral.last) in {"del", "dell'"} and (
        reading.date_starting(numeral.last + 1) is not None or YEAR.fullmatch(reading.norm(numeral.last + 1))
    )
    if not marked and not dated:
        return False
    near = [reading.norm(at) for at in range(max(0, numeral.first - 1 - ACT_REACH), numeral.first)]
    return bool(acts.intersection(near)) and (bool(dated) or not _counted_noun(reading, numeral))


def _follows_act_date(reading: Reading, marker: int) -> bool:
    """ "decreto legislativo 4 marzo 2010, n. 28": the number after an act's date is the act's."""
    date = reading.date_ending(marker - (reading.norm(marker - 1) in {",", "-", "–"}))
    if date is None:
        return False
    near = {reading.norm(at) for at in range(max(0, date.first - ACT_REACH), date.first)}
    return bool(near & lexicon.words("dates", "acts"))


def _in_surroundings(reading: Reading, numeral: Numeral, text: str) -> str | None:
    before, after = reading.norm(numeral.first - 1), reading.norm(numeral.last)
    earlier = reading.norm(numeral.first - 2)
    if _is_clock(text, before, earlier):
        return "time"
    if "/" in {before, after}:
        return "fraction"
    if before == "uno" or (numeral.spelled and before == "dei" and (numeral.value or 0) <= LITTLE):
        return "qualifier"
    return "footnote mark" if FOOTNOTE.fullmatch(text) and before in {"[", "^"} else None


def _is_clock(text: str, before: str, earlier: str) -> bool:
    if before in {"ore", "h", "alle", "dalle"} and (CLOCK.fullmatch(text) or earlier in {"dalle", "alle"}):
        return True
    return before == "ore" and earlier in lexicon.every_preposition()
