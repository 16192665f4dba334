"""Labels on painted cells one below the other, what they name at their right: rows that nothing else parts.

No line is drawn, and the right side is not painted: the height of each label's paint is that of its row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.read.corridors import wide_gaps
from extract.read.lines import Ink, bands
from extract.read.margins import middle
from extract.read.paint import HIGH, LOW
from extract.read.rules import TOUCH, Rule, Rules, joined
from extract.read.tables import Grid, grids_of
from schemas.document import Box

_FEWEST = 3  # labels on a page
_FLUSH = 1.5  # points by which the sides of labels may differ
_GAP = 6.0  # points of white between two labels
_MOST_BESIDE = 0.6  # of the labels have something at their right
_SEVERAL = 0.3  # of the rows: with more that hold columns, the labels are the first column of a table
_COLUMN_GAP = 1.5  # heights
_APART = 0.5  # heights between two labels; lines of one stand closer
_LONGEST = 90  # characters of a label
_NARROW = 0.5  # of a row's width: a label takes less


def find(rules: Rules | None, inks: Sequence[Ink], grids: Sequence[Grid]) -> tuple[list[Grid], list[Ink]]:
    """The tables of such labels beside those of `grids`, and the words that stand in none; `inks` stand in no grid."""
    found: list[Grid] = []
    free = list(inks)
    for column in _columns(rules.fills if rules else (), free, grids):
        rows = [row for row in column if _holds(row, free)]
        if len(rows) < _FEWEST or not _are_labels(rows, free):
            continue
        for run in _runs(rows):
            grid = _grid(run, free)
            if grid is not None:
                found.append(grid)
                held = {id(ink) for slot in grid.slots for ink in slot.inks}
                free = [ink for ink in free if id(ink) not in held]
    return found, free


def _columns(fills: Sequence[Box], inks: Sequence[Ink], grids: Sequence[Grid]) -> Iterator[list[Box]]:
    """Painted cells with the same sides, from top to bottom, outside the tables that are known."""
    by_sides: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
    for fill in sorted(set(fills), key=lambda box: (box.top, box.bottom)):
        if fill.bottom - fill.top >= LOW and not any(_overlaps(fill, grid.box) for grid in grids):
            own = by_sides[round(fill.x0 / _FLUSH), round(fill.x1 / _FLUSH)]
            if not own or fill.top >= own[-1].bottom - TOUCH:
                own.append(fill)
    for own in by_sides.values():
        touch = any(below.top - above.bottom <= _GAP for above, below in pairwise(own))
        rows = own if touch else [row for fill in own for row in _parted(fill, inks)]
        if len(rows) >= _FEWEST and all(row.bottom - row.top <= HIGH for row in rows):
            yield rows


def _parted(fill: Box, inks: Sequence[Ink]) -> Iterator[Box]:
    """The rows of what may be painted in one for several labels: each begins where a line of words stands apart.

    What stands beside the paint is parted there too, else nothing is.
    """
    beside = [ink for ink in inks if fill.top < middle(ink) < fill.bottom and ink.box.x0 >= fill.x0 - _FLUSH]
    heights = [fill.top]
    for above, below in pairwise(bands([ink for ink in beside if ink.box.x1 <= fill.x1 + _FLUSH])):
        if below.top - above.bottom > _APART * (below.bottom - below.top):
            end = max(ink.box.bottom for ink in beside if middle(ink) < below.top)
            if end < below.top:
                heights.append((end + below.top) / 2)
    for top, bottom in pairwise([*heights, fill.bottom]):
        yield fill._replace(top=top, bottom=bottom)


def _overlaps(fill: Box, box: Box) -> bool:
    return fill.top < box.bottom - TOUCH and box.top < fill.bottom - TOUCH


def _holds(fill: Box, inks: Sequence[Ink]) -> bool:
    """Whether a short text stands on the paint, and no word across its right end."""
    words = [ink for ink in inks if fill.top < middle(ink) < fill.bottom and ink.box.x0 < fill.x1]
    inside = all(fill.x0 - _FLUSH <= ink.box.x0 and ink.box.x1 <= fill.x1 + _FLUSH for ink in words)
    return bool(words) and inside and sum(len(ink.text) + 1 for ink in words) <= _LONGEST


def _are_labels(rows: Sequence[Box], inks: Sequence[Ink]) -> bool:
    """Whether texts stand beside most, each wider than its label and in no columns of its own."""
    beside = [held for row in rows if (held := _beside(row, inks))]
    if len(beside) < _MOST_BESIDE * len(rows):
        return False
    several = sum(any(wide_gaps(line, _COLUMN_GAP) for line in bands(held)) for held in beside)
    reach = max(ink.box.x1 for held in beside for ink in held)
    return several <= _SEVERAL * len(beside) and rows[0].x1 - rows[0].x0 < _NARROW * (reach - rows[0].x0)


def _beside(row: Box, inks: Sequence[Ink]) -> list[Ink]:
    return [ink for ink in inks if row.top < middle(ink) < row.bottom and ink.box.x0 > row.x1 - _FLUSH]


def _runs(rows: Sequence[Box]) -> Iterator[list[Box]]:
    """The labels that touch, or nearly so."""
    run = [rows[0]]
    for above, below in pairwise(rows):
        if below.top - above.bottom > _GAP:
            yield run
            run = []
        run.append(below)
    yield run


def _grid(run: Sequence[Box], inks: Sequence[Ink]) -> Grid | None:
    """The table of these labels: its rows meet halfway between two of them."""
    words = [ink for ink in inks if run[0].top < middle(ink) < run[-1].bottom and ink.box.x0 >= run[0].x0 - _FLUSH]
    left, right = run[0].x0, max(ink.box.x1 for ink in words) + 1
    heights = [run[0].top, *((above.bottom + below.top) / 2 for above, below in pairwise(run)), run[-1].bottom]
    across = [Rule(at, left, right) for at in heights]
    down = [Rule(at, heights[0], heights[-1]) for at in (left, run[0].x1, right)]
    found, _ = grids_of(joined(across), joined(down), words)
    return found[0]._replace(ruled=False) if len(found) == 1 else None
