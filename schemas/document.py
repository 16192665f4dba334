"""A document as it was read: one text, and where each character of it stands on the page.

Everything later is a span of `Document.text`; nothing searches the page again.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from schemas.places import Box, Line, LineKind, Lines, Span, Word, Words

__all__ = [
    "Box", "Cell", "Document", "Line", "LineKind", "Lines", "Page", "Place", "Recognition", "Span", "Table", "Word",
    "Words", "size_straight",
]


class Recognition(StrEnum):
    """What became of a document's pages that hold no text, only its image (OCR)."""

    NEEDLESS = "needless"  # there are none
    DONE = "done"  # they were recognised, or that was tried
    ABSENT = "absent"  # the program for it is not installed
    OFF = "off"  # it was not wanted


class Cell(NamedTuple):
    """One cell of a table: where its text stands, where it is drawn, and how far it spans."""

    start: int
    end: int
    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


class Page(NamedTuple):
    """A page, counted from 1. `width` and `height` in points, 0 in text files.

    `turn` is by how many degrees clockwise what is on it lies askew: a scan's error.
    """

    number: int
    start: int
    end: int
    width: float
    height: float
    turn: float = 0.0

    def seen(self, box: Box) -> Box:
        """Where a box of the page put straight is seen: the smallest box around it."""
        if not self.turn:
            return box
        width, height = size_straight(self.width, self.height, self.turn)
        cosine, sine = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        corners = [(x - width / 2, y - height / 2) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]
        xs = [min(max(self.width / 2 + x * cosine - y * sine, 0.0), self.width) for x, y in corners]
        ys = [min(max(self.height / 2 + x * sine + y * cosine, 0.0), self.height) for x, y in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))


def size_straight(width: float, height: float, turn: float) -> tuple[float, float]:
    """Width and height of what holds a page turned back by `turn` degrees about its middle."""
    if turn % 180 == 0:
        return width, height
    if turn % 90 == 0:
        return height, width
    cosine, sine = abs(math.cos(math.radians(turn))), abs(math.sin(math.radians(turn)))
    return width * cosine + height * sine, width * sine + height * cosine


@dataclass(frozen=True, slots=True)
class Table:
    """A table on one page; its cells are spans of the same text, in reading order.

    `ruled` where lines or paint close its cells, else the columns are those in which its words
    stand; their boxes are then as large as what stands in them allows.
    """

    page: int
    start: int
    end: int
    box: Box
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    ruled: bool = True


class Place(NamedTuple):
    """Where a span stands: its part on one page, and one box per visual line."""

    page: int
    start: int
    end: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """What was read from one file.

    `lines` are `text.split("\\n")` with offsets; `words` are sorted by `start` and do not
    overlap; `engine` names the reader and its version; `unread` are the numbers of pages that
    show something but hold no text, or none whose letters are those a person sees (`garbled`):
    nothing of what they show is in `text`, or no more than a stamp. `recognised` are those whose
    text was recognised from their image, and `recognition` says whether that was tried. `struck`
    are the sorted spans of what the page shows struck through.
    """

    source: str
    sha256: str
    text: str
    engine: str
    pages: tuple[Page, ...]
    lines: Lines
    words: Words = field(default_factory=Words)
    tables: tuple[Table, ...] = ()
    unread: tuple[int, ...] = ()
    recognised: tuple[int, ...] = ()
    recognition: Recognition = Recognition.NEEDLESS
    struck: tuple[Span, ...] = ()
    garbled: tuple[int, ...] = ()
    _page_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_page_starts", tuple(page.start for page in self.pages))

    def page_at(self, offset: int) -> Page:
        """The page that holds the character at `offset`."""
        return self.pages[max(bisect_right(self._page_starts, offset) - 1, 0)]

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that touch `[start, end)`."""
        return self.words[slice(*self._words_between(start, end))]

    def _words_between(self, start: int, end: int) -> tuple[int, int]:
        """The places `[first, last)` of the words that touch `[start, end)`."""
        first = bisect_right(self.words.starts, start) - 1
        if first < 0 or self.words.ends[first] <= start:
            first += 1
        return first, bisect_left(self.words.starts, end, lo=first)

    def unstruck(self, start: int, end: int) -> tuple[Span, ...]:
        """The parts of `[start, end)` that are not struck through, in order; none of them is empty."""
        parts: list[Span] = []
        first = bisect_right(self.struck, start, key=lambda span: span.end)
        for span in self.struck[first:]:
            if span.start >= end:
                break
            if start < span.start:
                parts.append(Span(start, span.start))
            start = max(start, span.end)
        return (*parts, Span(start, end)) if start < end else tuple(parts)

    def locate(self, start: int, end: int) -> tuple[Place, ...]:
        """The places of `[start, end)`: one for each page it touches, in order.

        Raises ValueError for an empty span or one outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"{self.source}: no text at [{start}, {end})")
        places: list[Place] = []
        while start < end:
            page = self.page_at(start)
            stop = min(end, max(page.end, start + 1))
            quote = self.text[start:stop]
            left = start + len(quote) - len(quote.lstrip())
            right = stop - (len(quote) - len(quote.rstrip()))
            if left < right:
                places.append(Place(page.number, left, right, self._boxes(left, right, page)))
            start = stop
        return tuple(places)

    def _boxes(self, start: int, end: int, page: Page) -> tuple[Box, ...]:
        first, last = self._words_between(start, end)
        if not page.turn:
            return self.words.outlines(first, last)
        boxes: dict[int, Box] = {}
        for word in self.words[first:last]:
            known, box = boxes.get(word.line), page.seen(word.box)
            boxes[word.line] = box if known is None else known.union(box)
        return tuple(boxes.values())

    def confidence(self, start: int, end: int) -> float | None:
        """How sure the least sure of the recognised words in `[start, end)` is, 0 to 1; None where none was."""
        known = (word.confidence for word in self.words_in(start, end))
        return min((one for one in known if one is not None), default=None)
