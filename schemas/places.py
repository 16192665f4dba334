"""Where things stand: spans of the text, boxes on the page, and its words and lines in columns."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple, TypeVar, overload

PlacedT = TypeVar("PlacedT")


class Span(NamedTuple):
    """Half-open range of `Document.text`, in characters."""

    start: int
    end: int


class Box(NamedTuple):
    """A rectangle in points from the page's top left corner, as a person sees the page.

    On a page that was scanned askew, the boxes of words, lines, cells and tables are those of
    the page put straight; `Page.seen` says where they are seen.
    """

    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            min(self.x0, other.x0), min(self.top, other.top),
            max(self.x1, other.x1), max(self.bottom, other.bottom),
        )


class LineKind(StrEnum):
    """What a line is to the page: its body, or the furniture around it."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"


class Word(NamedTuple):
    """A run of characters with one box. `line` numbers the visual line of its page it stands on.

    `confidence` says how sure its recognition is, 0 to 1, where it was recognised from an image.
    """

    start: int
    end: int
    page: int
    line: int
    box: Box
    confidence: float | None = None


class _Columns(Sequence[PlacedT]):
    """What is kept in columns is equal to the tuple of what it holds."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class Words(_Columns[Word]):
    """Words in columns: a `Word` is made where one is asked for, as a report has hundreds of thousands."""

    __slots__ = ("_boxes", "_confidence", "_lines", "_pages", "ends", "starts")

    def __init__(self) -> None:
        self.starts = array("i")
        self.ends = array("i")
        self._pages = array("i")
        self._lines = array("i")
        self._boxes = array("f")  # four each: to a ten-thousandth of a point
        self._confidence = array("d")  # up to the last that has one, NaN for none

    @classmethod
    def of(cls, words: Iterable[Word]) -> Words:
        """The words, in columns."""
        found = cls()
        for word in words:
            found.starts.append(word.start)
            found.ends.append(word.end)
            found._pages.append(word.page)
            found._lines.append(word.line)
            found._boxes.extend(word.box)
            if word.confidence is not None:
                found._skip(len(found) - 1)
                found._confidence.append(word.confidence)
        return found

    def extend(
        self, page: int, starts: bytes, ends: bytes, lines: bytes, boxes: bytes, confidence: bytes | None = None
    ) -> None:
        """Add words of a page: their columns as bytes of C's int, boxes of its float, confidence of its double.

        `confidence` is None where none of them has one, and NaN for those that have none.
        """
        before = len(self.starts)
        if confidence is not None:
            self._skip(before)
            self._confidence.frombytes(confidence)
        self.starts.frombytes(starts)
        self.ends.frombytes(ends)
        self._lines.frombytes(lines)
        self._boxes.frombytes(boxes)
        self._pages.extend([page] * (len(self.starts) - before))

    def outlines(self, first: int, last: int) -> tuple[Box, ...]:
        """The boxes around the words of each line among those at the places `[first, last)`.

        The lines of a table may be numbered after those below it.
        """
        if last - first == 1:  # as for most values
            return (Box(*self._boxes[4 * first : 4 * last]),)
        found: list[Box] = []
        while first < last:
            line, after = self._lines[first], first + 1
            while after < last and self._lines[after] == line:
                after += 1
            boxes = self._boxes[4 * first : 4 * after]
            if after - first == 1:
                found.append(Box(*boxes))
            else:
                found.append(Box(min(boxes[::4]), min(boxes[1::4]), max(boxes[2::4]), max(boxes[3::4])))
            first = after
        return tuple(found)

    def _skip(self, count: int) -> None:
        """Say of the words up to `count` of which nothing is said yet that they have no confidence."""
        self._confidence.extend([math.nan] * (count - len(self._confidence)))

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, place: int) -> Word: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Word, ...]: ...
    def __getitem__(self, place: int | slice) -> Word | tuple[Word, ...]:
        if isinstance(place, slice):
            return tuple(map(self._word, range(*place.indices(len(self)))))
        return self._word(range(len(self))[place])

    def _word(self, place: int) -> Word:
        box = Box(*self._boxes[4 * place : 4 * place + 4])
        sure = self._confidence[place] if place < len(self._confidence) else math.nan
        return Word(
            self.starts[place], self.ends[place], self._pages[place], self._lines[place], box,
            None if math.isnan(sure) else sure,
        )


class Line(NamedTuple):
    """The text between two line breaks of `Document.text`."""

    start: int
    end: int
    page: int
    kind: LineKind


_KINDS = tuple(LineKind)
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}


class Lines(_Columns[Line]):
    """Lines in columns: a `Line` is made where one is asked for."""

    __slots__ = ("_kinds", "_pages", "ends", "starts")

    def __init__(self, lines: Iterable[tuple[int, int, int, LineKind]] = ()) -> None:
        self.starts = array("i")
        self.ends = array("i")
        self._pages = array("i")
        self._kinds = bytearray()
        for start, end, page, kind in lines:
            self.starts.append(start)
            self.ends.append(end)
            self._pages.append(page)
            self._kinds.append(_NUMBERS[kind])

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, place: int | slice) -> Line | tuple[Line, ...]:
        if isinstance(place, slice):
            return tuple(map(Line, *self._columns(place)))
        return Line(self.starts[place], self.ends[place], self._pages[place], _KINDS[self._kinds[place]])

    def __iter__(self) -> Iterator[Line]:
        return map(Line, *self._columns(slice(None)))

    def stretches(self) -> Iterator[tuple[LineKind, int, int]]:
        """The lines one after the other that are of one kind: it, the place of the first, and that of the last."""
        first = 0
        for number, lines in groupby(self._kinds):
            last = first + sum(1 for _ in lines) - 1
            yield _KINDS[number], first, last
            first = last + 1

    def _columns(self, place: slice) -> tuple[array[int], array[int], array[int], map[LineKind]]:
        kinds = map(_KINDS.__getitem__, self._kinds[place])
        return self.starts[place], self.ends[place], self._pages[place], kinds
