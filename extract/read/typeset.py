"""Rows -> the canonical text, its lines, its word index and the spans of its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import numpy as np

from extract.read.characters import INVISIBLE, ODD_SPACES
from extract.read.galley import Galley
from extract.read.hyphens import mend
from extract.read.measure import Extent, measured
from schemas.document import Box, LineKind, Lines, Page, Span, Words

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_HYPHENS = {0x2010: "-", 0x2011: "-"}
_PLAIN = {**dict.fromkeys(map(ord, ODD_SPACES), " "), **dict.fromkeys(INVISIBLE, None), **_LIGATURES, **_HYPHENS}
_ODD = re.compile("[" + "".join(re.escape(chr(code)) for code in _PLAIN) + "]")


class SetLine(NamedTuple):
    """A line of the canonical text with what furniture is recognised by.

    `size` is the median height of its words in points, 0 where it is unknown; `raised`
    are the spans of its small words set high; `in_table` says a ruled cell holds it.
    """

    start: int
    end: int
    page: int
    text: str
    box: Box | None = None
    size: float = 0.0
    raised: tuple[Span, ...] = ()
    in_table: bool = False


def lines_of(lines: Sequence[SetLine], kinds: Sequence[LineKind]) -> Lines:
    """The lines as documents keep them, each of its kind."""
    return Lines((line.start, line.end, line.page, kind) for line, kind in zip(lines, kinds, strict=True))


@dataclass(frozen=True, slots=True)
class Setting:
    """What was typeset: `text`, and everything that indexes it. `cells` by their number."""

    text: str
    pages: tuple[Page, ...]
    lines: tuple[SetLine, ...]
    words: Words
    cells: dict[int, Span]
    struck: tuple[Span, ...]


def plain(text: str) -> str:
    """`text` without what only looks: odd spaces are blanks, ligatures letters, hyphens "-".

    Zero-width and control characters go, tabs and line breaks stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_PLAIN) if _ODD.search(text) else text


def typeset(galleys: list[Galley], sizes: Sequence[tuple[float, float]]) -> Setting:
    """Set `galleys`, one for each page, on pages of `sizes` (width and height in points); none of them is left.

    Rows are parted by their `end`, pages by a line break.
    """
    mend(galleys)
    press = _Press()
    pages: list[Page] = []
    galleys.reverse()
    for width, height in sizes:
        galley = galleys.pop()
        if pages:
            press.put("\n")
        start = press.offset
        press.page(galley)
        pages.append(Page(galley.page, start, press.offset, width, height))
    return Setting(
        "".join(press.parts), tuple(pages), tuple(press.lines), press.words, press.cells, tuple(press.struck)
    )


class _Press:
    """The text while it grows."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.offset = 0
        self.lines: list[SetLine] = []
        self.words = Words()
        self.cells: dict[int, Span] = {}
        self.struck: list[Span] = []
        self._last = -1  # where the last word ends

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.offset += len(text)

    def page(self, galley: Galley) -> None:
        """Set a page: its words with what parts them, then what indexes them."""
        _make_plain(galley)
        gaps = _with_ends(galley)
        text = "".join(chain.from_iterable(zip(gaps, galley.texts, strict=False)))
        lengths = np.fromiter(map(len, galley.texts), np.int64, len(galley.texts))
        ends = (lengths + np.fromiter(map(len, gaps), np.int64, len(lengths))).cumsum() + self.offset
        starts = ends - lengths
        text += gaps[-1]
        self._rows(galley, text, starts.tolist(), ends.tolist())
        if galley.boxes is not None and galley.numbers is not None:
            self.words.extend(
                galley.page, starts.astype(np.int32).tobytes(), ends.astype(np.int32).tobytes(),
                galley.numbers.tobytes(), galley.boxes.astype(np.float32).tobytes(),
                None if galley.confidence is None else galley.confidence.tobytes(),
            )
        for word in galley.struck:
            self._strike(int(starts[word]), int(ends[word]), int(ends[word - 1]) if word else self._last)
        if len(ends):
            self._last = int(ends[-1])
        self.put(text)

    def _rows(self, galley: Galley, text: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        """The lines that the rows of a page make up, and the cells."""
        at = start = self.offset
        first = 0
        in_table = False
        bounds = [*galley.firsts, len(galley.texts)]
        lines: list[tuple[int, int]] = []
        extents: list[Extent] = []
        for word, stop, end, cell in zip(bounds, bounds[1:], galley.ends, galley.cells, strict=False):
            begin, at = at, ends[stop - 1] if word < stop else at
            if cell >= 0:
                in_table = True
                known = self.cells.get(cell)
                self.cells[cell] = Span(begin if known is None else known.start, at)
            if end == "\n":
                lines.append((start, at))
                extents.append(Extent(first, stop, in_table))
                start, first, in_table = at + 1, stop, False
            at += len(end)
        if not galley.ends or galley.ends[-1] != "\n":  # the page's end ends its last line
            lines.append((start, self.offset + len(text)))
            extents.append(Extent(first, len(galley.texts), in_table))
        offset, page = self.offset, galley.page
        for (begin, stop), extent, measure in zip(lines, extents, measured(galley, extents), strict=True):
            spans = tuple(Span(starts[word], ends[word]) for word in measure.raised) if measure.raised else ()
            shown = text[begin - offset : stop - offset]
            self.lines.append(SetLine(begin, stop, page, shown, *measure[:2], spans, extent.in_table))

    def _strike(self, start: int, end: int, before: int) -> None:
        """Words struck one after the other are one span, the blanks between them included."""
        if self.struck and before == self.struck[-1].end:
            start = self.struck.pop().start
        self.struck.append(Span(start, end))


def _make_plain(galley: Galley) -> None:
    """Words without what only looks; drawn ones of which nothing is left go."""
    whole = "".join(galley.texts)
    if plain(whole) is not whole:
        galley.texts = list(map(plain, galley.texts))
    if galley.boxes is not None and not all(galley.texts):
        galley.without([place for place, text in enumerate(galley.texts) if not text])


def _with_ends(galley: Galley) -> list[str]:
    """What stands before each word and after the last: its gap, or how the rows before it end."""
    gaps = [*galley.gaps, ""]
    for word, end in zip(galley.firsts[:0:-1], galley.ends[-2::-1], strict=True):
        gaps[word] = end + gaps[word]
    return gaps
