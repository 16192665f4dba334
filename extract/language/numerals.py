"""Numbers in running text: figures, number words, "una decina", multiples, units, markers."""

from __future__ import annotations

import re

from extract.language import lexicon
from extract.language.numbers import dotted_decimal, holds_digit, may_be_number, parse_number, word_value
from extract.language.reading import Numeral, Reading
from extract.language.values import Number

FIGURE = re.compile(r"\d[\d.,]*")
RANGE = re.compile(r"(\d+(?:,\d+)?)[-–](\d+(?:,\d+)?)")
LONGEST_UNIT = 3


def find_numerals(reading: Reading) -> None:
    """Add every number of the text: the words that hold digits, all of them, and the words that spell a number."""
    found: list[Numeral] = []
    after = 0
    for index in reading.those(may_be_number):
        numeral = _numeral_at(reading, index) if index >= after else None
        if numeral is not None:
            numeral = _scaled(reading, _with_unit(reading, numeral))
            found.append(numeral)
            after = max(numeral.last, numeral.tail if numeral.unit == "%" else 0)
    reading.numerals = tuple(found)


def _numeral_at(reading: Reading, index: int) -> Numeral | None:
    word = reading.words[index]
    if holds_digit(word.norm):
        return _multiplied(reading, _figure(reading, index))
    if word.norm in lexicon.words("numbers", "one"):
        return _one(reading, index)
    value = word_value(word.norm)
    if value is None:
        return None
    name = word.text[:1].isupper() and not word.text.isupper() and index > 0 and reading.norm(index - 1).isalpha()
    reason = "name" if name else None
    numeral = Numeral(index, index + 1, value, spelled=True, prefix=index, tail=index + 1, reason=reason)
    return _multiplied(reading, _tens_of(reading, numeral))


def _figure(reading: Reading, index: int) -> Numeral:
    text = reading.words[index].text
    blank = Numeral(index, index + 1, None, prefix=index, tail=index + 1)
    if between := RANGE.fullmatch(text):
        low, high = parse_number(between[1]), parse_number(between[2])
        if low is not None and high is not None and low < high < 1900:
            return blank._replace(value=low, upper=high)
    if not FIGURE.fullmatch(text):
        return blank
    value = parse_number(text)
    if value is not None and _is_negative(reading, index):
        return blank._replace(value=-value, prefix=index - 1)
    if value is None and _unit_at(reading, index + 1)[0]:
        value = dotted_decimal(text)
    return blank._replace(value=value)


def _is_negative(reading: Reading, index: int) -> bool:
    """A minus stands close to its number and apart from the word before: "a -3 giorni", "(-11%)"."""
    if reading.norm(index - 1) not in {"-", "−", "–"} or not reading.words[index].glued:
        return False
    return not reading.words[index - 1].glued or reading.norm(index - 2) in {"(", "["}


def _one(reading: Reading, index: int) -> Numeral | None:
    """The article "un" where it is a number: "una decina", "un solo corso", "almeno un dipendente", "un milione"."""
    after = reading.norm(index + 1)
    if after in lexicon.mapping("numbers", "about"):
        value = int(lexicon.mapping("numbers", "about")[after])
        return Numeral(index, index + 2, value, spelled=True, prefix=index, tail=index + 2, about="=")
    one = Numeral(index, index + 1, 1, spelled=True, prefix=index, tail=index + 1)
    if after in lexicon.mapping("numbers", "multipliers"):
        return _multiplied(reading, one)
    if after in lexicon.words("numbers", "only"):
        return one._replace(last=index + 2, tail=index + 2)
    if reading.cue_starting(index + 1, "component") and after in {"dei", "delle", "di"}:
        return one
    if reading.cue_ending(index, "comparator") and after not in {"massimo", "minimo"}:
        return one
    return None


def _tens_of(reading: Reading, numeral: Numeral) -> Numeral:
    """ "due centinaia" is 200."""
    about = lexicon.mapping("numbers", "about")
    if reading.norm(numeral.last) not in about or numeral.value is None:
        return numeral
    value = numeral.value * int(about[reading.norm(numeral.last)])
    return numeral._replace(value=value, last=numeral.last + 1, tail=numeral.last + 1, about="=")


def _multiplied(reading: Reading, numeral: Numeral) -> Numeral:
    times = lexicon.mapping("numbers", "multipliers").get(reading.norm(numeral.last))
    if times is None or numeral.value is None:
        return numeral
    value: Number = round(numeral.value * times, 6)
    value = int(value) if float(value).is_integer() else value
    return numeral._replace(value=value, last=numeral.last + 1, tail=numeral.last + 1)


def _unit_at(reading: Reading, index: int) -> tuple[str | None, int]:
    """The unit that starts at a word and the word after it; "milioni di euro" reaches over its preposition."""
    if index < len(reading.words) and reading.norm(index) == "di" and reading.norm(index + 1) in {"euro", "€"}:
        index += 1
    units = lexicon.backward("units", "after")
    for length in range(LONGEST_UNIT, 0, -1):
        if index + length > len(reading.words):
            continue
        phrase = " ".join(reading.norm(at) for at in range(index, index + length))
        if phrase in units:
            return units[phrase], index + length
    return None, index


def _with_unit(reading: Reading, numeral: Numeral) -> Numeral:
    if numeral.value is None or numeral.reason:
        return numeral
    unit, tail = _unit_at(reading, numeral.tail)
    if unit in {"hours"} and reading.norm(tail - 1) == "h" and not reading.words[tail - 1].glued:
        unit, tail = None, numeral.tail
    if unit:
        tail += reading.norm(tail) in {".", ".=", ",="} and reading.norm(tail - 1) == "€"
        numeral = numeral._replace(unit=unit, tail=tail)
    before = lexicon.backward("units", "before").get(reading.norm(numeral.first - 1))
    if before and not unit:
        dot = reading.norm(numeral.tail) == ".="
        return numeral._replace(unit=before, prefix=numeral.first - 1, tail=numeral.tail + dot)
    return numeral


def _scaled(reading: Reading, numeral: Numeral) -> Numeral:
    """ "K€ 3.200", "1,2 M€": thousands and millions of euro."""
    if numeral.value is None or numeral.reason:
        return numeral
    scales, scaled = lexicon.mapping("units", "scales"), lexicon.mapping("units", "scaled")
    euro = lexicon.words("units", "euro")
    before, after = reading.norm(numeral.prefix - 1), reading.norm(numeral.last)
    if before in scaled:
        return _times(numeral, scaled[before])._replace(unit="EUR", prefix=numeral.prefix - 1)
    if after in scaled:
        return _times(numeral, scaled[after])._replace(unit="EUR", tail=numeral.last + 1)
    if numeral.unit == "EUR" and before in scales and reading.words[numeral.prefix].glued:
        return _times(numeral, scales[before])._replace(prefix=numeral.prefix - 1)
    if after in scales and reading.norm(numeral.last + 1) in euro and reading.words[numeral.last + 1].glued:
        return _times(numeral, scales[after])._replace(unit="EUR", tail=numeral.last + 2)
    glued = after in scales and numeral.unit == "EUR" and reading.words[numeral.last].glued
    return _times(numeral, scales[after])._replace(tail=numeral.last + 1) if glued else numeral


def _times(numeral: Numeral, factor: int) -> Numeral:
    value = round((numeral.value or 0) * factor, 6)
    return numeral._replace(value=int(value) if float(value).is_integer() else value)
