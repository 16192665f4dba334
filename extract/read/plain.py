"""Pages of running text: their visual lines found, and set, by array operations.

What `lines.py` does word by word, for the pages on which hardly a word asks for more than a look
at where it stands. Lines with tabs, raised marks or words drawn twice are left to it one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.read.columns import LEAST, OPEN
from extract.read.galley import Galley
from extract.read.inks import Flags, Inks
from extract.read.lines import (
    AGAIN,
    FLUSH,
    GLUE,
    LEVEL,
    SMALL,
    TALL,
    TALLER,
    TOUCHING,
    WIDE,
    Band,
    Ink,
    overlap,
    pieces_of,
    set_upright,
)

_Numbers = NDArray[np.intp]
_Places = NDArray[np.float64]
_BACK = 3  # lines back a run may belong to
_GAPS = ("", " ")


class Lines(NamedTuple):
    """The visual lines of a page from top to bottom: its words line by line from left to right, and the number
    of each line's first; where lines begin and end, and of which one each word is.
    """

    inks: Inks
    firsts: _Numbers
    tops: _Places
    bottoms: _Places
    numbers: _Numbers

    def gaps(self) -> tuple[_Places, Flags]:
        """The distance from each word to the next, and whether both are of one line."""
        boxes, numbers = self.inks.boxes, self.numbers
        return boxes[1:, 0] - boxes[:-1, 2], numbers[1:] == numbers[:-1]


def lines(inks: Inks) -> Lines | None:
    """The visual lines of a page, the same as `lines.bands` finds; None where words run up the page."""
    if not inks.texts or _has_upright(inks):
        return None
    tops, bottoms = inks.boxes[:, 1], inks.boxes[:, 3]
    steps = (np.abs(tops[1:] - tops[:-1]) > LEVEL) | (np.abs(bottoms[1:] - bottoms[:-1]) > LEVEL)
    firsts = _starts(steps)
    ends = firsts.copy()  # a run's place is that of its last word, the last one's of its first
    ends[:-1] = firsts[1:] - 1
    stops = firsts.copy()
    stops[:-1], stops[-1] = firsts[1:], len(tops)
    order, counts, heads = _gathered(tops[ends], bottoms[ends])
    sizes = (stops - firsts)[order]
    numbers = np.arange(len(counts)).repeat(counts).repeat(sizes)
    words = np.arange(len(tops)) + (firsts[order] - sizes.cumsum() + sizes).repeat(sizes)
    lefts = inks.boxes[words, 0]
    if ((lefts[1:] < lefts[:-1]) & (numbers[1:] == numbers[:-1])).any():
        words = words[np.lexsort((lefts, numbers))]
    ordered = inks.taken(words) if (words[1:] < words[:-1]).any() else inks
    return Lines(ordered, _starts(numbers[1:] != numbers[:-1]), tops[ends][heads], bottoms[ends][heads], numbers)


def _starts(steps: Flags) -> _Numbers:
    """The places at which something begins: the first, and each after a step."""
    found = np.ones(len(steps) + 1, np.bool_)
    found[1:] = steps
    return found.nonzero()[0]


def _has_upright(inks: Inks) -> bool:
    """Whether words run up or down the page."""
    left, top, right, bottom = inks.boxes.T
    heights = bottom - top
    tall = heights > np.maximum(TALL * middle(heights), TALLER * (right - left))
    if any(len(inks.texts[place]) > 2 for place in tall.nonzero()[0].tolist()):
        return True
    climbs = (np.abs(left[1:] - left[:-1]) < FLUSH) & (np.abs(right[1:] - right[:-1]) < FLUSH) & (top[1:] < top[:-1])
    return bool(climbs.any()) and bool(set_upright(inks.each()))


def middle(values: _Places) -> float:
    """The median, without the many checks of numpy's."""
    ordered = np.sort(values)
    half = len(ordered) // 2
    return float(ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2)


def _gathered(tops: _Places, bottoms: _Places) -> tuple[_Numbers, _Numbers, _Numbers]:
    """Runs gathered into lines from top to bottom: the runs line by line, how many each line has, and its tallest."""
    order = np.argsort(tops + bottoms, kind="stable")
    high, low = tops[order], bottoms[order]
    heights = low - high
    for back in range(1, min(_BACK, len(order) - 1) + 1):
        shared = np.minimum(low[back:], low[:-back]) - np.maximum(high[back:], high[:-back])
        least = np.minimum(heights[back:], heights[:-back])
        if (shared / np.where(least == 0, 1.0, least) >= 0.5).any():
            return _merged(tops.tolist(), bottoms.tolist(), order.tolist())
    return order, np.ones(len(order), np.intp), order


def _merged(tops: list[float], bottoms: list[float], order: list[int]) -> tuple[_Numbers, _Numbers, _Numbers]:
    """As `_gathered`, where a line has several runs."""
    runs = [Band(top, bottom, ()) for top, bottom in zip(tops, bottoms, strict=True)]
    found: list[list[int]] = []
    for run in order:
        shares = [overlap(runs[line[0]], runs[run]) for line in found[-_BACK:]]
        most = max(shares, default=0.0)
        if most < 0.5:
            found.append([run])
            continue
        home = found[-_BACK:][shares.index(most)]
        taller = bottoms[run] - tops[run] > bottoms[home[0]] - tops[home[0]]
        home.insert(0 if taller else len(home), run)
    found.sort(key=lambda line: tops[line[0]] + bottoms[line[0]])
    gathered = [run for line in found for run in line]
    return np.array(gathered), np.array([len(line) for line in found]), np.array([line[0] for line in found])


def may_hold_columns(page: Lines) -> bool:
    """Whether some lines have several gaps that may part columns: a table may be set in them."""
    gaps, within = page.gaps()
    wide = gaps > OPEN * (page.bottoms - page.tops)[page.numbers[:-1]]
    per_line = np.bincount(page.numbers[:-1][wide & within])
    return int((per_line >= LEAST).sum()) >= LEAST


def bands(page: Lines) -> list[Band]:
    """The lines with their words one by one."""
    return list(_bands(page, range(len(page.firsts)), page.inks.each()))


def _bands(page: Lines, numbers: Iterable[int], inks: Sequence[Ink]) -> Iterator[Band]:
    """The lines of these numbers; `inks` are those of the page."""
    bounds = [*page.firsts.tolist(), len(inks)]
    tops, bottoms = page.tops.tolist(), page.bottoms.tolist()
    for number in numbers:
        yield Band(tops[number], bottoms[number], tuple(inks[bounds[number] : bounds[number + 1]]))


def galley(page: Lines, number: int) -> Galley:
    """The lines as rows of the page of this number, with blanks and tabs where gaps are seen."""
    inks, firsts = page.inks, page.firsts.tolist()
    gaps, within = page.gaps()
    heights = page.bottoms - page.tops
    gaps /= np.where(heights == 0, 1.0, heights)[page.numbers[:-1]]
    blank = (inks.spaced[1:] | ~((gaps > TOUCHING) & (gaps < GLUE))) & within
    odd = _odd_words(inks, heights[page.numbers])
    odd[1:] |= (gaps > WIDE) & within
    set_page = Galley(
        number, inks.texts, ["", *map(_GAPS.__getitem__, blank.tolist())], inks.boxes, page.numbers.astype(np.int32),
        (), inks.struck.nonzero()[0].tolist(), firsts, ["\n"] * len(firsts), [-1] * len(firsts),
        inks.confidence,
    )
    if odd.any():
        seen = gaps[within & (gaps > GLUE)]
        _set_singly(set_page, page, np.unique(page.numbers[odd]).tolist(), middle(seen) if len(seen) else 0.0)
    return set_page


def _odd_words(inks: Inks, heights: _Places) -> Flags:
    """The words that may be raised, or the one before drawn again; `heights` are their lines'."""
    left, top, right, bottom = inks.boxes.T
    odd: Flags = bottom - top < SMALL * heights
    shift = np.abs(left[1:] - left[:-1]) + np.abs(top[1:] - top[:-1])
    for place in (shift < AGAIN * (right[1:] - left[1:])).nonzero()[0].tolist():
        odd[place + 1] |= inks.texts[place] == inks.texts[place + 1]
    return odd


def _set_singly(set_page: Galley, page: Lines, numbers: list[int], common: float) -> None:
    """Set the lines of these numbers word by word; `common` is the usual blank of the page."""
    raised: list[int] = []
    gone: list[int] = []
    for number, band in zip(numbers, _bands(page, numbers, page.inks.each()), strict=True):
        pieces = iter(pieces_of(band, common, number))
        piece = next(pieces, None)
        for word, ink in enumerate(band.inks, set_page.firsts[number]):
            if piece is None or piece.box is not ink.box:  # drawn twice
                gone.append(word)
                continue
            set_page.gaps[word] = piece.gap
            if piece.raised:
                raised.append(word)
            piece = next(pieces, None)
    set_page.raised = raised
    if gone:
        set_page.without(gone)
