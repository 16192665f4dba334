"""Words broken at a line's end, made whole.

A printer that hyphenates breaks "informatiz-zazione"; one that does not breaks only where a
hyphen or a slash stands anyway, "pre-ruolo", "mantenimento/rafforzamento". Which of the two
a line's end shows is read from the document's own words, not from a dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from extract.read.galley import Galley

SOFT = "\u00ad"  # only ever shown where it breaks a word
SLASH = "/"
TYPOGRAPHIC = "\u2010"  # what printers that hyphenate put at a break
_MARKS = frozenset({"-", SOFT, TYPOGRAPHIC, SLASH})
_NEXT_LINE = 2.2  # heights from one line's top to the next: double-spaced type
_BROKEN = re.compile(r"(\w+)[-\u00ad\u2010/]\s*\Z")
_OPENING = re.compile(r"\s*(\S+)")
_LONGEST_WORD = 60
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


class _Break(NamedTuple):
    """A word broken between a row and the next: its parts, and the mark that stands between them."""

    left: str
    right: str
    mark: str
    row: int

    def printed(self) -> _Break:
        """With a printer's hyphen for a typographic one."""
        return self._replace(mark=SOFT) if self.mark == TYPOGRAPHIC else self

    @property
    def joined(self) -> str:
        return (self.left + self.right).casefold()

    @property
    def compound(self) -> str:
        return f"{self.left}-{self.right}".casefold()


def mend(galleys: Sequence[Galley]) -> None:
    """Make each broken word whole on the row where it begins.

    The word keeps its hyphen where it is a compound. What follows it stays on its own row;
    a row that held nothing else goes.
    """
    breaks = {place: own for place, galley in enumerate(galleys) if (own := _breaks(galley))}
    if not breaks:
        return
    words = _vocabulary(galleys, breaks)
    every = [found for own in breaks.values() for found in own]
    if not any(TYPOGRAPHIC in word for word in words):  # then it is the printer's, not the writer's
        breaks = {place: [found.printed() for found in own] for place, own in breaks.items()}
        every = [found.printed() for found in every]
    hyphenates = sum(_surely_broken(found, words) for found in every) > 1
    for place, own in breaks.items():
        _join(galleys[place], [(found, _is_compound(found, words, hyphenates)) for found in own])


def _breaks(galley: Galley) -> list[_Break]:
    """The words broken at the end of a row, top to bottom."""
    texts, firsts = galley.texts, galley.firsts
    # Hardly any row ends in a hyphen.
    rows = [row for row, first in enumerate(firsts[1:]) if first and texts[first - 1].rstrip()[-1:] in _MARKS]
    return [found for row in rows if (found := _break(galley, row))]


def _break(galley: Galley, row: int) -> _Break | None:
    first, stop = galley.bounds(row)
    start, end = galley.bounds(row + 1)
    if first == stop or start == end or galley.ends[row] != "\n" or galley.cells[row] != galley.cells[row + 1]:
        return None
    if not _goes_on(galley, stop - 1, start, end):
        return None
    tail = _BROKEN.search("".join(galley.texts[_last_token(galley, row) : stop])[-_LONGEST_WORD:])
    head = _OPENING.match("".join(galley.texts[start : galley.glued(start, end)]))
    if tail is None or head is None:
        return None
    mark = tail[0].rstrip()[-1]
    opening = _WORD.match(head[1])
    if opening is None and not head[1][0].isdigit():
        return None
    if mark != SLASH and tail[1][-1].isdigit() and opening is not None:
        return None  # "n. 3-" before a word is a dash, "2020-" before "2022" a hyphen
    return _Break(tail[1], opening[0] if opening else head[1], mark, row)


def _goes_on(galley: Galley, last: int, start: int, end: int) -> bool:
    """Whether the words from `start` may carry the sentence on after `last`: the same type right below, no page number.

    A word broken at a page's end is not mended into the footer below it.
    """
    one, two = galley.box(last), galley.box(start)
    if one is None or two is None:
        return not "".join(galley.texts[start:end]).strip().isdigit()
    height, below = one[3] - one[1], two[3] - two[1]
    return abs(height - below) <= 0.07 * height and 0 < two[1] - one[1] < _NEXT_LINE * height


def _last_token(galley: Galley, row: int) -> int:
    """Where the words at the end of a row begin that nothing parts."""
    first, stop = galley.bounds(row)
    word = stop - 1
    while word > first and not galley.gaps[word]:
        word -= 1
    return word


def _join(galley: Galley, breaks: Sequence[tuple[_Break, bool]]) -> None:
    """Move the rest of each broken word to the row where it begins; with True it is a compound."""
    gone: set[int] = set()
    for found, compound in breaks:
        row = found.row + 1
        start, end = galley.bounds(row)
        opening = _OPENING.match(galley.texts[start])
        whole = galley.texts[start - 1].rstrip()
        galley.texts[start - 1] = whole if compound else whole[:-1]
        after = start
        if opening is not None and (rest := galley.texts[start][opening.end() :]).strip():
            galley.texts[start - 1] += opening[1]  # a text file's line is one word
            galley.texts[start] = rest.lstrip()
        else:
            galley.texts[start] = galley.texts[start].strip()
            galley.gaps[start] = ""
            after = galley.glued(start, end)
        galley.firsts[row] = after
        if after < end:
            galley.gaps[after] = ""
        else:
            gone.add(row)
    if gone:
        _drop(galley, gone)


def _drop(galley: Galley, rows: set[int]) -> None:
    """Take out rows that have no words left; each one's end is that of the row before."""
    kept: list[int] = []
    for row in range(len(galley.firsts)):
        if row in rows:
            galley.ends[kept[-1]] = galley.ends[row]
        else:
            kept.append(row)
    galley.firsts = [galley.firsts[row] for row in kept]
    galley.ends = [galley.ends[row] for row in kept]
    galley.cells = [galley.cells[row] for row in kept]


def _vocabulary(galleys: Sequence[Galley], breaks: dict[int, list[_Break]]) -> frozenset[str]:
    """Every word of the document that no line's end breaks, in lower case."""
    tokens: set[str] = set()
    for place, galley in enumerate(galleys):
        tokens.update(_text(galley, breaks.get(place, ())).casefold().split())
    found = set(_WORD.findall("\n".join(tokens)))
    return frozenset(found | {word.replace(TYPOGRAPHIC, "-") for word in found if TYPOGRAPHIC in word})


def _text(galley: Galley, breaks: Sequence[_Break]) -> str:
    """The words of a page but those that are broken."""
    parts = galley.texts.copy()
    for found in breaks:
        stop = galley.firsts[found.row + 1]
        token = _last_token(galley, found.row)
        parts[token:stop] = [_BROKEN.sub("", "".join(parts[token:stop])), *[""] * (stop - token - 1)]
    for found in breaks:
        start, end = galley.bounds(found.row + 1)
        opening = _OPENING.match(galley.texts[start])
        if opening is not None and galley.texts[start][opening.end() :].strip():
            parts[start] = parts[start][opening.end() :]
        else:
            after = galley.glued(start, end)
            parts[start:after] = [""] * (after - start)
    gaps = galley.gaps.copy()
    for first in galley.firsts:
        if first < len(gaps):
            gaps[first] = "\n"
    return "".join(chain.from_iterable(zip(gaps, parts, strict=True)))


def _surely_broken(found: _Break, words: frozenset[str]) -> bool:
    if found.mark in (SOFT, SLASH):
        return found.mark == SOFT
    known = found.right.casefold() in words or found.compound in words
    return found.joined in words or (found.right[0].islower() and not known)


def _is_compound(found: _Break, words: frozenset[str], hyphenates: bool) -> bool:
    if found.mark in (SOFT, SLASH):
        return found.mark == SLASH
    if len(found.left) == 1 or not found.right[0].islower() or found.compound in words:
        return True
    if found.joined in words or found.right.casefold() not in words:
        return False
    return not hyphenates
