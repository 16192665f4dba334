"""The white that runs down a table between its columns, seen from the words alone, and the rows that keep to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from extract.read.lines import Band, Ink, bands
from schemas.document import Box

CORRIDOR = 3.5  # points: the least white between two columns
_HEAD_LINES = 4  # lines that the head of a table may take above its first rule
_CUT_LINES = 40  # lines that a row cut by the page's end may take
FULL = 0.6  # of the columns: two lines that fill more of them are two rows
_MORE = 1.2  # times the blanks of its words: the white in a line that stands in columns
_NEAR = 1.6  # heights: lines farther apart are not of one row
HAIR = 1.0  # points by which a word may reach into the white beside it

Gap = tuple[float, float]


class Strip(NamedTuple):
    """What stands between two heights: its words, and the white between and beside them.

    `lefts` are the words' left ends in order, `reaches` how far right what begins at each or before
    reaches: so a place along the strip is looked up rather than searched among the words.
    """

    top: float
    bottom: float
    inks: tuple[Ink, ...]
    gaps: tuple[Gap, ...]
    lefts: tuple[float, ...]
    reaches: tuple[float, ...]

    def is_crossed(self, gap: Gap) -> bool:
        """Whether a word stands in a gap of this or another strip."""
        before = bisect_left(self.lefts, gap[1] - HAIR)
        return before > 0 and self.reaches[before - 1] > gap[0] + HAIR

    def is_parted(self, gap: Gap) -> bool:
        """Whether words stand on both sides of a gap."""
        return bool(self.inks) and self.lefts[-1] >= gap[1] - HAIR and any(
            ink.box.x1 <= gap[0] + HAIR for ink in self.inks
        )

    def inner(self) -> list[Gap]:
        """The white with words on both sides."""
        return [gap for gap in self.gaps if self.is_parted(gap)]


def strip_of(top: float, bottom: float, inks: Iterable[Ink], left: float, right: float) -> Strip:
    """The strip of these words between two heights, from the left to the right side of its table."""
    held = tuple(inks)
    ends = sorted((ink.box.x0, ink.box.x1) for ink in held)
    reaches = tuple(accumulate((x1 for _, x1 in ends), max))
    return Strip(top, bottom, held, tuple(gaps(held, left, right)), tuple(x0 for x0, _ in ends), reaches)


def gaps(inks: Iterable[Ink], left: float, right: float) -> Iterator[Gap]:
    """The white between words, however many lines they stand on, and beside them."""
    reach = left
    for x0, x1 in sorted((ink.box.x0, ink.box.x1) for ink in inks):
        if x0 - reach >= CORRIDOR:
            yield reach, x0
        reach = max(reach, x1)
    if right - reach >= CORRIDOR:
        yield reach, right


def corridors(strips: Sequence[Strip], rows: int) -> list[Gap]:
    """The white that parts words in so many strips at least, and is crossed in no more of those between them.

    Strips with most columns come first: what they show as two corridors, others may show as one.
    """
    found: list[Gap] = []
    for inner in sorted((strip.inner() for strip in strips), key=len, reverse=True):
        for gap in inner:
            if not any(start < gap[1] and gap[0] < end for start, end in found):
                found += _shared(gap, strips, rows)
    return sorted(found)


def _shared(gap: Gap, strips: Sequence[Strip], rows: int) -> Iterator[Gap]:
    """What all strips that have some of the gap between words of one of them share of it, if that is a corridor."""
    parted: list[int] = []
    for place, strip in enumerate(strips):
        common = _widest(strip.gaps, gap)
        if common is not None:
            gap = common
            if strip.is_parted(gap):
                parted.append(place)
    over = sum(strip.is_crossed(gap) for strip in strips[parted[0] : parted[-1] + 1])
    if len(parted) >= rows and over <= len(parted):
        yield gap


def _narrowed(gap: Gap, inks: Sequence[Ink]) -> Gap | None:
    """What is left of a corridor between words that stand into it; None where that is too little."""
    return _widest(gaps(inks, *gap), gap)


def _widest(some: Iterable[Gap], within: Gap) -> Gap | None:
    """The widest part of a gap that is white among `some` too; None where none is wide enough."""
    shared = ((max(start, within[0]), min(end, within[1])) for start, end in some)
    best = max(shared, key=_width, default=(0.0, 0.0))
    return best if _width(best) >= CORRIDOR else None


def _width(gap: Gap) -> float:
    return gap[1] - gap[0]


def wide_gaps(line: Band, least: float) -> int:
    """How many gaps between a line's words are wider than so many heights of it."""
    width = least * (line.bottom - line.top)
    return sum(right.box.x0 - left.box.x1 > width for left, right in pairwise(line.inks))


class Run(NamedTuple):
    """Rows one below the other that share their columns, from the left to the right side of their table."""

    strips: tuple[Strip, ...]
    corridors: tuple[Gap, ...]
    x0: float
    x1: float

    @property
    def box(self) -> Box:
        """Where the rows stand."""
        return Box(self.x0, self.strips[0].top, self.x1, self.strips[-1].bottom)

    def columns(self, inks: Iterable[Ink]) -> set[int]:
        """The columns in which words have their middles, the first is 0."""
        return {bisect_left(self.corridors, ink.box.x0 + ink.box.x1, key=sum) for ink in inks}


def run_of(chain: Sequence[Strip], inks: Sequence[Ink], x0: float, x1: float) -> Run | None:
    """The rows and the corridors that most keep to, a head above and a row cut by the page's end included."""
    first = Run(tuple(chain), tuple(corridors(chain, rows=1)), x0, x1)
    strips = (*_head(first, inks), *chain, *_cut(first, inks))
    kept = tuple(corridors(strips, rows=2))
    return Run(strips, kept, x0, x1) if kept else None


def _head(run: Run, inks: Sequence[Ink]) -> Iterator[Strip]:
    """What stands right above the first edge, in the columns of the run."""
    at = run.box.top
    lines = bands([ink for ink in inks if (ink.box.top + ink.box.bottom) / 2 < at])[::-1]
    held = [ink for line in _next_to(run, lines[:_HEAD_LINES], at, up=True) for ink in line.inks]
    if _fills(held, run):
        yield strip_of(min(ink.box.top for ink in held) - 1, at, held, run.x0, run.x1)


def _cut(run: Run, inks: Sequence[Ink]) -> Iterator[Strip]:
    """The row that the page's end leaves open; below a mere head, which the next page repeats, what is left of it."""
    at = run.box.bottom
    lines = bands([ink for ink in inks if (ink.box.top + ink.box.bottom) / 2 > at])
    rest = list(_next_to(run, lines[:_CUT_LINES], at, up=False))
    held = [ink for line in rest for ink in line.inks]
    full = sum(len(run.columns(line.inks)) > FULL * len(run.corridors) for line in rest)
    if held and (full < 2 if len(run.strips) == 1 else _fills(held, run)):
        yield strip_of(at, max(ink.box.bottom for ink in held) + 1, held, run.x0, run.x1)


def _fills(inks: Sequence[Ink], run: Run) -> bool:
    """Whether words stand in enough of the columns to be a row."""
    return len(run.columns(inks)) > max(1, len(run.corridors) // 3)


def _next_to(run: Run, lines: Sequence[Band], at: float, *, up: bool) -> Iterator[Band]:
    """The lines next to a height, as far as they are close and keep to the run's corridors."""
    white = list(run.corridors)
    for line in lines:
        far = (at - line.bottom if up else line.top - at) > _NEAR * (line.bottom - line.top)
        left = [_narrowed(gap, line.inks) for gap in white]
        if far or 2 * left.count(None) > len(white) or not (_is_of_head(line, run) if up else _is_of_row(line, run)):
            return
        yield line
        white = [new or old for new, old in zip(left, white, strict=True)]
        at = line.top if up else line.bottom


def _is_of_row(line: Band, run: Run) -> bool:
    """Whether the white a line leaves in the run's corridors is more than the blanks that justified text shows."""
    blanks = [(left.box.x1, right.box.x0) for left, right in pairwise(line.inks)]
    between = [blank for blank in blanks if any(_widest([blank], corridor) for corridor in run.corridors)]
    others = [_width(blank) for blank in blanks if blank not in between]
    return not between or not others or max(map(_width, between)) > _MORE * max(others)


def _is_of_head(line: Band, run: Run) -> bool:
    """Whether a line stands in columns: not in the first only, as a title may, nor over several, as text does."""
    columns = run.columns(line.inks)
    ends = line.inks[0].box.x0, max(ink.box.x1 for ink in line.inks)
    return columns != {0} and (len(columns) == 1 or any(True for _ in gaps(line.inks, *ends)))
