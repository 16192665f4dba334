"""Names as people write them: an issuer set in capitals becomes one in title case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.language.lexicon import lexicon, words

_WORD = re.compile(r"[^\s-]+|[\s-]+")
_ACRONYM = re.compile(r"^(?:[A-Z]\.?){2,}$")
_APOSTROPHES = "’'‘`´"

def proper_name(text: str) -> str:
    """`text` on one line; where it is all capitals in Italian title case, acronyms kept.

    >>> proper_name("CCIAA RIVIERE DI LIGURIA")
    'CCIAA Riviere di Liguria'
    """
    line = " ".join(text.split())
    letters = [word for word in re.findall(r"[^\W\d_]+", line) if word.upper() not in words("names", "acronyms")]
    if not letters or any(word != word.upper() for word in letters) or _ACRONYM.match(line):
        return line
    return "".join(_word(word, first=i == 0) for i, word in enumerate(_WORD.findall(line)))


def _word(word: str, *, first: bool) -> str:
    bare = word.strip(".,")
    if bare.upper() in words("names", "acronyms") or re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?\.?", word):
        return word
    low = word.lower()
    if low in words("names", "small") and not first:
        return low
    for mark in _APOSTROPHES:
        head, found, tail = low.partition(mark)
        if found and tail:
            small = head in words("names", "elided") and not first
            return (head if small else head.capitalize()) + mark + tail.capitalize()
    return low.capitalize()


def evaluator_name(text: str) -> str:
    """The name an evaluator has in data, however it is dotted; a name not in the lexicon as printed.

    >>> evaluator_name("O.I.V.")
    'OIV'
    """
    line = " ".join(text.split())
    for name, spellings in _evaluators():
        if spellings.fullmatch(line):
            return name
    return line


@cache
def _evaluators() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile("|".join(forms), re.I)) for name, forms in lexicon("evaluators").items())


def without_stops(text: str, stops: Sequence[str]) -> str:
    """`text` up to the first of the words `stops`, small words hanging at its end left out.

    The first word is never a stop.
    """
    pattern = "|".join(re.escape(stop).replace(r"\ ", r"\s+") for stop in stops)
    found = re.search(rf"(?i)(?<=[\s(–—-])(?:{pattern})(?!\w)", text)
    kept = text[: found.start()] if found else text
    while (last := re.search(r"[\s–—,-]+(\w+)[\s–—,-]*$", kept)) and last[1].lower() in words("names", "small"):
        kept = kept[: last.start()]
    return kept
