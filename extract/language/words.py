"""Words of a text with their places; what numbers, dates, codes and abbreviations look like stays whole."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from extract.language import lexicon

KNOWN_WORDS = 8192
_DEGREE = re.compile("[°ºª^]")
# What stands between white space; a degree sign apart from its number belongs to it.
_CHUNK = re.compile(r"\S+(?:(?<=\d)\s[°ºª^](?!\d)\S*)?")
GLUED_WORD = 4
"""From this length on letters glued to a number are taken for a word the PDF lost a space before."""


class Word(NamedTuple):
    """A token: its text, its lower-case form with plain apostrophes, its place, whether it is first on its line."""

    text: str
    norm: str
    start: int
    end: int
    opens_line: bool
    glued: bool


@cache
def _pattern() -> re.Pattern[str]:
    abbreviations = sorted(lexicon.words("words", "abbreviations"), key=len, reverse=True)
    listed = "|".join(re.escape(one) for one in abbreviations)
    return re.compile(
        rf"""
          (?P<plain>[^\W\d_]++(?![\w.+\-@'’`°]|://))
        | (?P<address>(?:https?://|www\.)[^\s]{{1,500}}|[\w.+-]{{1,64}}@[\w.-]{{1,255}})
        | (?P<abbreviation>(?<![\w.])(?:{listed}))
        | (?P<dotted>(?<!\w)(?:[^\W\d_]\.){{1,6}}\d\w{{0,9}}(?:[./]\w{{1,9}}){{0,6}})
        | (?P<code>[^\W\d_]{{1,40}}\.?\d\w{{0,40}}(?:[./_-]\w{{1,20}}){{0,8}})
        | (?P<ordinal>\d{{1,4}}\s?[°ºª^](?![\d]))
        | (?P<number>\d+(?:[.,/:\-–’']\d+){{0,12}})(?P<glue>[^\W\d_]\w{{0,40}})?
        | (?P<word>[^\W\d_]+(?:-[^\W\d_]+){{0,6}}['’`]?)
        | (?P<symbol>>=|<=|=>|=<|\.=|,=|--+|\.\.+|[^\s])
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _unit_suffixes() -> frozenset[str]:
    return frozenset(lexicon.backward("units", "after")) | frozenset(lexicon.mapping("numbers", "multipliers"))


def split(text: str) -> tuple[Word, ...]:
    """All words of a text, in order; white space is in none of them."""
    found: list[Word] = []
    at = 0
    has_degrees = _DEGREE.search(text) is not None
    for line in text.split("\n"):
        opens_line = True
        for chunk in _CHUNK.findall(line) if has_degrees else line.split():
            at = text.index(chunk, at)
            for written, norm, start, end, glued in _words_in(chunk):
                # A report has hundreds of thousands: this way takes half the time of Word(...).
                found.append(tuple.__new__(Word, (written, norm, at + start, at + end, opens_line, glued)))
                opens_line = False
            at += len(chunk)
    return tuple(found)


@lru_cache(KNOWN_WORDS)
def _words_in(chunk: str) -> tuple[tuple[str, str, int, int, bool], ...]:
    """The words of a chunk: written, norm, start, end, glued to the one before. What surrounds a chunk changes none."""
    found: list[tuple[str, str, int, int, bool]] = []
    last = 0
    for match in _pattern().finditer(chunk):
        for start, end in (match.span(),) if match.lastgroup == "plain" else _parts(match):
            written = chunk[start:end]
            found.append((written, _norm(written), start, end, start == last and bool(found)))
            last = end
    return tuple(found)


def _norm(written: str) -> str:
    norm = written.lower()
    return norm if norm.isalnum() else norm.replace("’", "'").replace("`", "'")


def _parts(match: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """Where a number's letters are a unit or a lost space, two words; else the whole is a code."""
    if match.lastgroup == "code":
        return _marker_and_number(match)
    glue = match["glue"]
    if glue is None:
        return (match.span(),)
    cut = match.start("glue")
    if glue.lower() in _unit_suffixes() or (len(glue) >= GLUED_WORD and not re.match(r"(?i)esim|mila|quater", glue)):
        return (match.start(), cut), (cut, match.end())
    return (match.span(),)


def _marker_and_number(match: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """`n.289` and `Euro100` are a marker and a number, `A01.01` is a code."""
    letters = re.match(r"[^\W\d_]+\.?", match[0])
    if letters is None:
        return (match.span(),)
    cut = match.start() + letters.end()
    marks = lexicon.words("numbers", "markers") | frozenset(lexicon.backward("units", "before"))
    rest = match[0][letters.end():]
    opens = letters[0].lower()
    if opens in marks and (opens.endswith(".") or len(opens) > 1) and re.fullmatch(r"\d+(?:[.,/-]\d+)*", rest):
        return (match.start(), cut), (cut, match.end())
    return (match.span(),)
