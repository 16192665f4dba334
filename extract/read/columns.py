"""Columns without lines: the white corridors that consecutive lines of text leave open.

Words of a table stand under each other, so the gaps between them do too. A gap of one line is
a corridor as long as no word of the lines around stands in it; prose closes it at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extract.read.lines import GLUE, Band
from schemas.document import Box

OPEN = 0.5  # of a line's height: a gap that may part columns
_BLANKS = 2.0  # blanks: no narrower gap parts columns
KEPT = 0.35  # of a line's height: what must stay open of it; a blank is narrower
_APART = 2.2  # heights between two lines of one table
_LEADER = "...."
LEAST = 2  # corridors
_MOST_VAIN = 40  # lines with gaps around which no columns are: with more, gaps mean nothing
_NEXT_LINE = 1.35  # heights from one line of a cell to the next
_MOST_ODD = 2  # lines one below the other that stand across columns
_CROSSED = 0.4  # of the corridors that a table's line may cross, as a heading over several columns does
_SELDOM = 0.12  # of the lines: how many may cross a corridor

Corridor = tuple[float, float]


class Text(NamedTuple):
    """A visual line: its words, its height, and its gaps that may part columns."""

    band: Band
    height: float
    gaps: list[Corridor]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.band.top

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.band.bottom


class Region(NamedTuple):
    """Consecutive lines set in columns: `first` to `last`, not included, and the corridors they leave open."""

    first: int
    last: int
    corridors: tuple[Corridor, ...]


def texts(lines: Sequence[Band]) -> tuple[list[Text], float]:
    """The lines with their gaps, and the usual blank between two words in heights; no lines where none has two gaps.

    Where blanks are wide, as in justified prose, only wider gaps part columns.
    """
    gaps = [_gaps(line, OPEN) if line.is_level else [] for line in lines]
    if sum(len(own) >= LEAST for own in gaps) < LEAST:
        return [], 0.0
    blank = _usual_blank(lines)
    if _BLANKS * blank > OPEN:
        gaps = [_gaps(line, _BLANKS * blank) if own else own for line, own in zip(lines, gaps, strict=True)]
    return [Text(line, line.bottom - line.top, own) for line, own in zip(lines, gaps, strict=True)], blank


def _gaps(line: Band, least: float) -> list[Corridor]:
    """The gaps wider than so many heights."""
    least *= line.bottom - line.top
    return [
        (left.box.x1, right.box.x0) for left, right in pairwise(line.inks) if right.box.x0 - left.box.x1 > least
    ]


def _usual_blank(lines: Sequence[Band]) -> float:
    """The median gap between two words of a line that parts no columns, in heights."""
    blanks = []
    for line in lines:
        height = (line.bottom - line.top) or 1.0
        gaps = [right.box.x0 - left.box.x1 for left, right in pairwise(line.inks)] if line.is_level else []
        blanks += [gap / height for gap in gaps if GLUE * height < gap < height]
    return median(blanks) if blanks else 0.0


def regions(lines: Sequence[Text], barriers: Sequence[Box]) -> list[Region]:
    """Where lines stand in at least three columns, top to bottom; none across `barriers`.

    The lines with most gaps are looked at first: they fill most columns.
    """
    seeds = sorted(
        (place for place, line in enumerate(lines) if len(line.gaps) >= LEAST and not _is_leader(line)),
        key=lambda place: -len(lines[place].gaps),
    )
    if len(seeds) < LEAST:
        return []
    taken = [False] * len(lines)
    found: list[Region] = []
    vain = 0
    for seed in seeds:
        if taken[seed] or vain == _MOST_VAIN:
            continue
        region = _grown(seed, lines, barriers, taken)
        if region.last - region.first > LEAST and len(region.corridors) >= LEAST:
            taken[region.first : region.last] = [True] * (region.last - region.first)
            found.append(region)
        else:
            vain += 1
    return sorted(found, key=lambda region: region.first)


def _is_leader(line: Text) -> bool:
    """Whether dots lead from a title to its page, as in a list of contents."""
    return any(_LEADER in ink.text for ink in line.band.inks)


def _grown(seed: int, lines: Sequence[Text], barriers: Sequence[Box], taken: Sequence[bool]) -> Region:
    """The region around a line, as far as lines leave its corridors open."""
    growth = _Growth(lines[seed])
    first, last = seed, seed + 1
    for step in (1, -1):
        at, odd = seed, 0
        while 0 <= at + step < len(lines):
            before, at = at, at + step
            if taken[at] or not _is_near(lines[min(at, before)], lines[max(at, before)], barriers):
                break
            odd = 0 if growth.takes(lines[at]) else odd + 1
            if odd > _MOST_ODD or (odd and not growth.holds(lines[at])):
                break
            if not odd:
                first, last = min(first, at), max(last, at + 1)
    return Region(_with_heading(first, lines, growth, taken), last, growth.corridors())


def _with_heading(first: int, lines: Sequence[Text], growth: _Growth, taken: Sequence[bool]) -> int:
    """Where a region begins with the few lines right above it that stand across columns, set apart from others."""
    for at in range(first - 1, max(first - _MOST_ODD - 1, -1), -1):
        if taken[at] or not growth.holds(lines[at]) or not belongs_above(lines[at], lines[at + 1]):
            break
        if at == 0 or not follows(lines[at - 1], lines[at]):
            return at
    return first


def belongs_above(upper: Text, lower: Text) -> bool:
    """Whether a line may be a heading's upper one: right above the other, or near and in columns."""
    return follows(upper, lower) or (len(upper.gaps) >= LEAST and _is_near(upper, lower, ()))


def follows(upper: Text, lower: Text) -> bool:
    """Whether a line is right below another, as in one cell."""
    return lower.band.is_level and lower.top - upper.top < _NEXT_LINE * max(upper.height, lower.height)


class _Growth:
    """The corridors of a region while it grows, and how many of its lines have a gap in each."""

    def __init__(self, seed: Text) -> None:
        self._open = list(seed.gaps)
        self._seen = [1] * len(seed.gaps)
        self._left, self._right = _ends(seed)

    def takes(self, line: Text) -> bool:
        """Whether the line is set in these columns, few of its words across two; it may narrow them."""
        left = [left_open(corridor, line) for corridor in self._open]
        closed = left.count(None)
        if closed and (closed > _CROSSED * len(left) or len(left) - closed < LEAST):
            return False
        left_end, right_end = _ends(line)
        self._left, self._right = min(self._left, left_end), max(self._right, right_end)
        for place, corridor in enumerate(left):
            if corridor is not None:
                self._open[place] = corridor
                self._seen[place] += left_end < corridor[0] and corridor[1] < right_end
        return True

    def holds(self, line: Text) -> bool:
        """Whether a line that stands across columns reaches no further than they do."""
        left, right = _ends(line)
        return self._left - line.height <= left and right <= self._right + line.height

    def corridors(self) -> tuple[Corridor, ...]:
        """Those that are gaps of two lines at least."""
        return tuple(corridor for corridor, seen in zip(self._open, self._seen, strict=True) if seen > 1)


def kept(corridors: Sequence[Corridor], lines: Sequence[Text]) -> tuple[Corridor, ...]:
    """The corridors in which hardly a line stands: the others are gaps of some lines only.

    A line without gaps is not counted: it may be a title over all columns.
    """
    parted = [line for line in lines if line.gaps]
    most = max(1, _SELDOM * len(parted))
    return tuple(
        corridor for corridor in corridors if sum(left_open(corridor, line) is None for line in parted) <= most
    )


def _is_near(upper: Text, lower: Text, barriers: Sequence[Box]) -> bool:
    if lower.top - upper.bottom > _APART * median((upper.height, lower.height)):
        return False
    if not upper.band.is_level or not lower.band.is_level or _is_leader(upper) or _is_leader(lower):
        return False
    return not any(upper.bottom <= (box.top + box.bottom) / 2 <= lower.top for box in barriers)


def left_open(corridor: Corridor, line: Text) -> Corridor | None:
    """The widest part of a corridor in which no word of the line stands; None where it is too narrow."""
    low, high = corridor
    place, widest = low, (low, low)
    for ink in line.band.inks:
        if ink.box.x1 <= low:
            continue
        if ink.box.x0 >= high:
            break
        if ink.box.x0 - place > widest[1] - widest[0]:
            widest = (place, ink.box.x0)
        place = max(place, ink.box.x1)
    if high - place > widest[1] - widest[0]:
        widest = (place, high)
    return widest if widest[1] - widest[0] > KEPT * line.height else None


def shut(places: Sequence[float], line: Text) -> set[int]:
    """The numbers of the places over which a line's words go on: no gap wider than a blank is there."""
    return {place for place, at in enumerate(places) if _gap_at(at, line) <= KEPT * line.height}


def _gap_at(at: float, line: Text) -> float:
    """The width of the gap a line leaves at a place: endless before and behind it, none where a word stands."""
    left, right = float("-inf"), float("inf")
    for ink in line.band.inks:
        if ink.box.x1 <= at:
            left = max(left, ink.box.x1)
        elif ink.box.x0 >= at:
            right = min(right, ink.box.x0)
        else:
            return 0.0
    return right - left


def _ends(line: Text) -> Corridor:
    return line.band.inks[0].box.x0, line.band.inks[-1].box.x1
