"""Italian numbers: digits written the Italian way and number words. Strict: what may be a version stays none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from extract.language import lexicon
from extract.language.values import Number

KNOWN_WORDS = 8192
LONGEST = 40
"""Longer than any amount or number word of a report."""
MOST_DIGITS = 15
"""Before the comma: more than any amount has, and than a float holds exactly; with more they are a code."""
ITALIAN = re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
DOTTED = re.compile(rf"[+-]?\d{{1,{MOST_DIGITS}}}\.\d{{1,2}}")
DIGIT = re.compile(r"\d")
DIGIT_OR_LEAD = re.compile(r"\d|:\s*\n")
ACCENTS = str.maketrans("èéàìòù", "eeaiou")


def parse_number(text: str) -> Number | None:
    """The number a text is: Italian digits ("1.249.268,82", "2.355") or one word ("ventitré"); none for "4.0"."""
    written = text.strip().replace("−", "-").replace("–", "-")
    return None if len(written) > LONGEST else _number(written)


@lru_cache(KNOWN_WORDS)
def _number(written: str) -> Number | None:
    return _of_digits(written) if ITALIAN.fullmatch(written) else word_value(written.lower())


def dotted_decimal(text: str) -> Number | None:
    """A number with a decimal point, as spreadsheets print it: only to be asked where a unit follows."""
    return _plain(float(text)) if DOTTED.fullmatch(text) else None


def _of_digits(written: str) -> Number | None:
    if re.match(r"[+-]?0\d", written):
        return None
    if len(written) > MOST_DIGITS and len(re.findall(r"\d", written.partition(",")[0])) > MOST_DIGITS:
        return None
    if "." not in written and "," not in written:
        return int(written)
    return _plain(float(written.replace(".", "").replace(",", ".")))


def _plain(value: float) -> Number:
    return int(value) if value.is_integer() else value


@cache
def _below_thousand() -> dict[str, int]:
    """Every spelling of 1 to 999: composed from the lexicon, elided and unelided."""
    units: dict[str, int] = lexicon.mapping("numbers", "units")
    tens: dict[str, int] = lexicon.mapping("numbers", "tens")
    eliding = lexicon.words("numbers", "eliding")
    hundred = lexicon.scalar("numbers", "hundred")
    small = dict(units) | dict(lexicon.mapping("numbers", "teens")) | dict(tens)
    for ten, value in tens.items():
        for unit, more in units.items():
            small[(ten[:-1] if unit in eliding else ten) + unit] = value + more
            if unit == "uno":
                small[ten[:-1] + "un"] = value + more
    spelled = dict(small)
    for count, unit in enumerate(("", *list(units)[1:]), start=1):
        base = unit + hundred
        spelled[base] = count * 100
        for rest, more in small.items():
            spelled[base + rest] = count * 100 + more
            if rest.startswith("ott") or rest == "uno":
                spelled[base[:-1] + rest] = count * 100 + more
    return spelled


@lru_cache(KNOWN_WORDS)
def word_value(word: str) -> int | None:
    """The number one lower-case word spells, up to 999,999; none for the article "un" and for any other word."""
    plain = word.translate(ACCENTS).rstrip("'")
    if plain in lexicon.words("numbers", "zero"):
        return 0
    spelled = _below_thousand()
    if plain in spelled:
        return spelled[plain]
    thousand, thousands = lexicon.scalar("numbers", "thousand"), lexicon.scalar("numbers", "thousands")
    if plain.startswith(thousand):
        return _added(1000, plain[len(thousand):])
    head, mark, rest = plain.partition(thousands)
    if mark and head in spelled and spelled[head] > 1:
        return _added(spelled[head] * 1000, rest)
    return None


def _added(base: int, rest: str) -> int | None:
    if not rest:
        return base
    more = _below_thousand().get(rest)
    return None if more is None else base + more


def spelled(text: str) -> Iterator[tuple[int, int, int]]:
    """The words of a text that spell a number: where they start and end, and the number. Articles are none."""
    for found in _likely().finditer(text):
        value = word_value(found[0].lower())
        if value is not None and not _is_century(text, found.start(), value):
            yield found.start(), found.end(), value


def _is_century(text: str, start: int, value: int) -> bool:
    """ "del Cinquecento": a capital, the hundreds alone, and an article or what else leads to a century before it."""
    if not text[start].isupper() or value % 100 or not 100 < value < 1000:
        return False
    before = text[max(0, start - LONGEST) : start].split()
    return bool(before) and before[-1].lower() in lexicon.words("numbers", "before_centuries")


@cache
def _likely() -> re.Pattern[str]:
    """Whole words that begin as some number word does: a sixth of all."""
    words = {*_below_thousand(), *lexicon.words("numbers", "zero"), lexicon.scalar("numbers", "thousand")}
    starts = "|".join(sorted({word[:2] for word in words}))
    return re.compile(rf"(?:(?<![\w’'-])|(?<=l[’']))(?:{starts})[^\W\d_]{{1,38}}(?![\w’'-])", re.IGNORECASE)


def holds_digit(word: str) -> bool:
    """True for words with a digit anywhere, codes among them."""
    return bool(DIGIT.search(word))


@lru_cache(KNOWN_WORDS)
def may_be_number(word: str) -> bool:
    """True for lower-case words that hold a digit, spell a number, or are the article "un"."""
    return holds_digit(word) or word in lexicon.words("numbers", "one") or word_value(word) is not None


def may_hold_value(text: str) -> bool:
    """A cheap gate: a digit, a number word, "almeno", "un solo", or a lead clause before a list."""
    if DIGIT_OR_LEAD.search(text):
        return True
    about = lexicon.mapping("numbers", "about")
    return any(
        found["sure"] or found[0].lower() in about or word_value(found[0].lower()) is not None
        for found in _starts().finditer(text)
    )


@cache
def _starts() -> re.Pattern[str]:
    """Words that begin like a number word, and cues that make "un" a number."""
    starts = {word for key in ("units", "teens", "about") for word in lexicon.mapping("numbers", key)}
    starts |= {ten[:-1] for ten in lexicon.mapping("numbers", "tens")}
    starts |= {lexicon.scalar("numbers", "hundred")[:-1], lexicon.scalar("numbers", "thousand")}
    starts -= lexicon.words("numbers", "one")
    sure = [rf"un[oa]?['’ ]?\s*{one}" for one in lexicon.words("numbers", "only")]
    sure += ["almeno", "minimo", r"non\s+meno", r"un[oa]\s+de[il]"]
    return re.compile(rf"\b(?:(?P<sure>{'|'.join(sorted(sure))})|(?:{'|'.join(sorted(starts))})\w*)", re.IGNORECASE)
