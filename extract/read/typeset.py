"""Rows -> the canonical text, its lines, its word index and the spans of its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from extract.read.characters import INVISIBLE, ODD_SPACES
from extract.read.hyphens import mend
from extract.read.lines import Piece, Row
from schemas.document import Box, Line, LineKind, Page, Span, Word

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_HYPHENS = {0x2010: "-", 0x2011: "-"}
_PLAIN = {**dict.fromkeys(map(ord, ODD_SPACES), " "), **dict.fromkeys(INVISIBLE, None), **_LIGATURES, **_HYPHENS}
_ODD = re.compile("[" + "".join(re.escape(chr(code)) for code in _PLAIN) + "]")


@dataclass(frozen=True, slots=True)
class SetLine:
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

    def as_line(self, kind: LineKind) -> Line:
        """The line as documents keep it."""
        return Line(self.start, self.end, self.page, kind, self.box)


@dataclass(frozen=True, slots=True)
class Setting:
    """What was typeset: `text`, and everything that indexes it. `cells` by their number."""

    text: str
    pages: tuple[Page, ...]
    lines: tuple[SetLine, ...]
    words: tuple[Word, ...]
    cells: dict[int, Span]
    struck: tuple[Span, ...]


def plain(text: str) -> str:
    """`text` without what only looks: odd spaces are blanks, ligatures letters, hyphens "-".

    Zero-width and control characters go, tabs and line breaks stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_PLAIN) if _ODD.search(text) else text


def typeset(rows: Iterable[Row], sizes: Sequence[tuple[float, float]]) -> Setting:
    """Set `rows`, which come in page order, on pages of `sizes` (width and height in points).

    Rows are parted by their `end`, pages by a line break; a page without rows is empty.
    """
    press = _Press()
    by_page = {number: list(group) for number, group in groupby(mend(list(rows)), key=lambda row: row.page)}
    pages: list[Page] = []
    for number, (width, height) in enumerate(sizes, 1):
        if pages:
            press.put("\n")
            press.end_line(number - 1)
        start = press.offset
        press.page(by_page.get(number, []))
        pages.append(Page(number, start, press.offset, width, height))
    press.end_line(len(sizes), last=True)
    return Setting(
        "".join(press.parts), tuple(pages), tuple(press.lines), tuple(press.words), press.cells, tuple(press.struck)
    )


class _Press:
    """The text while it grows."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.offset = 0
        self.lines: list[SetLine] = []
        self.words: list[Word] = []
        self.cells: dict[int, Span] = {}
        self.struck: list[Span] = []
        self._line_parts = 0
        self._line_start = 0
        self._line_pieces: list[tuple[int, int, Piece]] = []
        self._in_table = False

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.offset += len(text)

    def page(self, rows: Sequence[Row]) -> None:
        for place, row in enumerate(rows):
            if place:
                end = rows[place - 1].end
                self.put(end)
                if end == "\n":
                    self.end_line(row.page)
            self._row(row)

    def _row(self, row: Row) -> None:
        start = self.offset
        for piece in row.pieces:
            text = plain(piece.text)
            if not text:
                continue
            self.put(piece.gap + text)
            span = (self.offset - len(text), self.offset, piece)
            self._line_pieces.append(span)
            if piece.box is not None:
                self.words.append(Word(*span[:2], row.page, piece.line, piece.box))
            if piece.struck:
                self._strike(*span[:2])
        if row.cell >= 0:
            self._in_table = True
            known = self.cells.get(row.cell)
            self.cells[row.cell] = Span(start if known is None else known.start, self.offset)

    def _strike(self, start: int, end: int) -> None:
        """Words struck one after the other are one span, the blanks between them included."""
        if self.struck and self.words[-2].end == self.struck[-1].end:
            start = self.struck.pop().start
        self.struck.append(Span(start, end))

    def end_line(self, page: int, *, last: bool = False) -> None:
        """Close the line that the break just put ends, or the text's end."""
        end = self.offset if last else self.offset - 1
        text = "".join(self.parts[self._line_parts :])
        self.lines.append(_set_line(self._line_start, end, page, text.rstrip("\n"), self._line_pieces, self._in_table))
        self._line_parts = len(self.parts)
        self._line_start = self.offset
        self._line_pieces = []
        self._in_table = False


def _set_line(
    start: int, end: int, page: int, text: str, pieces: Sequence[tuple[int, int, Piece]], in_table: bool
) -> SetLine:
    """A mended word's second part is drawn a line below: the line's box leaves it out."""
    drawn = [(a, b, piece.box, piece) for a, b, piece in pieces if piece.box is not None]
    if not drawn:
        return SetLine(start, end, page, text, in_table=in_table)
    own = drawn if in_table else [one for one in drawn if one[3].line == drawn[0][3].line]
    box = own[0][2]
    for _, _, other, _ in own[1:]:
        box = box.union(other)
    size = median(b.bottom - b.top for _, _, b, piece in own if not piece.raised or len(own) == 1)
    raised = tuple(Span(a, b) for a, b, _, piece in own if piece.raised)
    return SetLine(start, end, page, text, box, size, raised, in_table)
