"""Words struck through, and words that a table's line parts.

Neither shows in a PDF's text: old text stands beside the new one as if it were valid, and what
two cells hold is one word where the printer left no room between them. The drawn lines tell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from extract.read.drawings import Shape
from extract.read.inks import Boxes
from extract.read.lines import Ink
from extract.read.rules import Rule
from schemas.document import Box

_THICK = 0.2  # of a word's height: what is thicker is no strike
_MIDDLE = (1 / 3, 2 / 3)  # of a word's height, where a strike runs
_COVERED = 0.6  # of a word's width
_OVERHANG = 1.0  # heights by which a strike may be longer than its words
_NEAR = 0.25  # heights: how far a strike's end may be from the letter it ends at
_TOUCH = 0.12  # heights: how far letters may reach over the line that parts them
_TALLEST = 40.0  # points
_MOST = 1_000_000  # lines times words: of more each word is looked at by itself, which takes less memory

class Written(NamedTuple):
    """A word, and the places in the page's text of its characters, one each."""

    ink: Ink
    places: Sequence[int]


RectAt = Callable[[int], Box]


def may_touch(boxes: Boxes, down: Sequence[Rule], shapes: Sequence[Shape]) -> bool:
    """Whether a line down the page runs through a word of these boxes, or one across through its middle.

    On most pages none does, and no word needs to be looked at by itself.
    """
    x0, top, x1, bottom = boxes.T
    middle, height = (top + bottom) / 2, bottom - top
    if len(down) * len(boxes) > _MOST:
        return True
    if down:
        at, start, end = np.array(down).T[:, :, np.newaxis]
        if ((x0 + 1 <= at) & (at <= x1 - 1) & (start <= middle) & (middle <= end)).any():
            return True
    level: defaultdict[tuple[float, float], list[Box]] = defaultdict(list)  # a table's lines lie at few heights
    for line, _ in shapes:
        if line.x1 - line.x0 > line.bottom - line.top:
            level[line.top, line.bottom].append(line)
    low, high = (top + share * height for share in _MIDDLE)
    for (above, below), lines in level.items():
        at = (above + below) / 2
        words, = ((low <= at) & (at <= high) & (below - above <= _THICK * height)).nonzero()
        if words.size and any(((line.x0 < x1[words]) & (x0[words] < line.x1)).any() for line in lines):
            return True
    return False


def parted(
    words: Sequence[Written], down: Sequence[Rule], rect_at: RectAt, run_at: Callable[[int], int]
) -> list[Written]:
    """The words, those that a line down the page parts cut at it. `run_at` as `Glyphs.run`."""
    lines = sorted(down)
    places = [rule.at for rule in lines]
    found: list[Written] = []
    for word in words:
        box, rest = word.ink.box, word
        for rule in lines[bisect_right(places, box.x0 + 1) : bisect_left(places, box.x1 - 1)]:
            if rule.start <= (box.top + box.bottom) / 2 <= rule.end:
                boxes = [rect_at(place) for place in rest.places]
                cut = _cell_edge(rest, boxes, rule.at, run_at)
                if cut:
                    one, rest = _cut(rest, boxes, cut)
                    found.append(one)
        found.append(rest)
    return found


def _cell_edge(word: Written, boxes: Sequence[Box], at: float, run_at: Callable[[int], int]) -> int:
    """Before which letter a cell begins at the line; 0 where the word merely runs over it."""
    touch = _TOUCH * (word.ink.box.bottom - word.ink.box.top)
    for place in range(1, len(boxes)):
        if boxes[place - 1].x1 - touch <= at <= boxes[place].x0 + touch:
            left, right = word.ink.text[place - 1], word.ink.text[place]
            one_run = run_at(word.places[place - 1]) == run_at(word.places[place])
            return 0 if one_run and left.isalpha() and right.isalpha() else place
    return 0


def struck(words: Sequence[Written], shapes: Sequence[Shape], rect_at: RectAt) -> tuple[list[Ink], list[Shape]]:
    """The inks of `words`, those struck through marked so, and the shapes that strike none.

    A word struck in part is cut where the strike begins or ends.
    """
    crossed, rest = _crossed([word.ink.box for word in words], shapes)
    inks: list[Ink] = []
    for place, word in enumerate(words):
        inks += _marked(word, crossed[place], rect_at) if place in crossed else (word.ink,)
    return inks, rest


def _crossed(
    boxes: Sequence[Box], shapes: Sequence[Shape]
) -> tuple[dict[int, list[tuple[float, float]]], list[Shape]]:
    """For each word the ranges in which strikes cross it, and the shapes that are no strikes."""
    level = _Level(boxes)
    found: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    rest: list[Shape] = []
    for shape in shapes:
        line = shape.box
        hit = [place for place in level.at(line) if line.x0 < boxes[place].x1 and boxes[place].x0 < line.x1]
        if hit and _fits(line, [boxes[place] for place in hit]):
            for place in hit:
                found[place].append((line.x0, line.x1))
        else:
            rest.append(shape)
    return found, rest


class _Level:
    """The words that a height crosses in their middle third."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._boxes = boxes
        self._by_middle = sorted(((box.top + box.bottom) / 2, place) for place, box in enumerate(boxes))
        self._middles = [middle for middle, _ in self._by_middle]
        tallest = max((box.bottom - box.top for box in boxes), default=0.0)
        self._reach = min(tallest, _TALLEST) * (_MIDDLE[1] - _MIDDLE[0]) / 2
        self._known: dict[tuple[float, float], list[int]] = {}  # a table's lines lie at few heights

    def at(self, line: Box) -> list[int]:
        """The words of all columns; none for what is no thin line across the page."""
        if line.x1 - line.x0 <= line.bottom - line.top:
            return []
        height = (line.top, line.bottom)
        if height not in self._known:
            at = (line.top + line.bottom) / 2
            low, high = bisect_left(self._middles, at - self._reach), bisect_right(self._middles, at + self._reach)
            self._known[height] = [place for _, place in self._by_middle[low:high] if self._crosses(place, line, at)]
        return self._known[height]

    def _crosses(self, place: int, line: Box, at: float) -> bool:
        word = self._boxes[place]
        height = word.bottom - word.top
        low, high = (word.top + share * height for share in _MIDDLE)
        return low <= at <= high and line.bottom - line.top <= _THICK * height


def _fits(line: Box, words: Sequence[Box]) -> bool:
    """Whether a line is about as long as the words it crosses: a table's line is longer."""
    overhang = _OVERHANG * min(max(box.bottom - box.top for box in words), _TALLEST / 2)
    return min(box.x0 for box in words) - overhang <= line.x0 and line.x1 <= max(box.x1 for box in words) + overhang


def _marked(word: Written, ranges: Sequence[tuple[float, float]], rect_at: RectAt) -> Iterator[Ink]:
    start, end = min(r[0] for r in ranges), max(r[1] for r in ranges)
    box = word.ink.box
    reach = _NEAR * (box.bottom - box.top)
    ends = [at for at in (end, start) if box.x0 + reach / 2 < at < box.x1 - reach / 2]
    parts = [word]
    if ends and len(word.places) > 1:
        boxes = [rect_at(place) for place in word.places]
        for at in ends:
            distance, place = min((abs((one.x1 + two.x0) / 2 - at), cut) for cut, (one, two) in _pairs(boxes))
            if distance <= reach and place < len(parts[0].places):
                parts[:1] = _cut(parts[0], boxes, place)
    for part in parts:
        own = part.ink.box
        yield part.ink._replace(struck=min(end, own.x1) - max(start, own.x0) >= _COVERED * (own.x1 - own.x0))


def _pairs(boxes: Sequence[Box]) -> Iterator[tuple[int, tuple[Box, Box]]]:
    return enumerate(pairwise(boxes), 1)


def _cut(word: Written, boxes: Sequence[Box], place: int) -> tuple[Written, Written]:
    """The word as two, the second beginning with its letter number `place`; `boxes` are its letters'."""
    text, count = word.ink.text, len(word.places)
    one = Written(Ink(text[:place], _around(boxes[:place]), word.ink.spaced), word.places[:place])
    two = Written(Ink(text[place:], _around(boxes[place:count])), word.places[place:])
    return one, two


def _around(boxes: Sequence[Box]) -> Box:
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.union(box)
    return whole
