"""Words set sideways that pdfium cuts into letters: where most of a page is level, it takes each letter for a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from extract.read.drawings import Rect
from extract.read.glyphs import Glyphs

_SHORT = 5  # letters of a line
# Short lines: the letters of one word, or figures.
_CUT = re.compile(rf"(?m)(?:^[^\r\n]{{1,{_SHORT}}}(?:\r\n|\Z)){{2,}}")
_NO_BLANK = 0.12  # of the height of the type: letters of one word stand no further apart
_KERNED = 0.35  # of it: nor do they overlap by more
_BESIDE = 0.5  # of the height: letters of one word share more


class Word(NamedTuple):
    """A word, the places of its letters in the page's text, and its rectangle in the page's own coordinates."""

    text: str
    places: list[int]
    rect: Rect


def words(glyphs: Glyphs) -> Iterator[Word]:
    """The words of a page that are set up or down it, where some were cut into several lines, in the order written."""
    text = glyphs.text
    short = [0 < len(line) <= _SHORT for line in text.split("\r\n")]
    if not any(one and other for one, other in pairwise(short)):  # nearly every page: the pattern looks at each letter
        return
    for run in _CUT.finditer(text):
        places = [at for at in range(*run.span()) if not text[at].isspace() and glyphs.is_turned(at)]
        if len(places) < 2:
            continue
        rects = [(left, low, right, high) for left, low, right, high in glyphs.rects(np.array(places)).tolist()]
        found = [_word(text, places[part], rects[part]) for part in _parts(rects)]
        if any(_is_cut(word.places) for word in found):
            yield from found


def _is_cut(places: Sequence[int]) -> bool:
    """Whether something that is no letter stands between the letters."""
    return places[-1] - places[0] >= len(places)


def _parts(rects: Sequence[Rect]) -> Iterator[slice]:
    """The letters of each word: those that follow right upon each other in one direction."""
    start, direction = 0, 0
    for place, (one, two) in enumerate(pairwise(rects), 1):
        step = _step(one, two)
        if not step or (direction and step != direction):
            yield slice(start, place)
            start, direction = place, 0
        else:
            direction = step
    yield slice(start, len(rects))


def _step(one: Rect, two: Rect) -> int:
    """1 where the second letter follows right above the first one, -1 where right below it, else 0."""
    size = min(one[2] - one[0], two[2] - two[0])
    if min(one[2], two[2]) - max(one[0], two[0]) <= _BESIDE * size:
        return 0
    for direction, gap in ((1, two[1] - one[3]), (-1, one[1] - two[3])):
        if -_KERNED * min(size, one[3] - one[1], two[3] - two[1]) <= gap < _NO_BLANK * size:
            return direction
    return 0


def _word(text: str, places: list[int], rects: Sequence[Rect]) -> Word:
    lefts, lows, rights, highs = zip(*rects, strict=True)
    return Word("".join(text[at] for at in places), places, (min(lefts), min(lows), max(rights), max(highs)))
