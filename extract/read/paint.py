"""Labels on painted cells at the left end of rows: they part rows, and columns, where no line does."""

from __future__ import annotations

from collections.abc import Sequence

from extract.read.corridors import Run, Strip
from extract.read.lines import Ink
from schemas.document import Box

FLUSH = 6.0  # points by which the ends of one table's lines may differ
LOW, HIGH = 6.0, 400.0  # points: what is painted lower is a line, what is painted higher no row
_APART = 5.0  # points: less room between two edges is that around a line
_LABEL = 0.5  # of a table's width: a label takes less
_WALL = 0.5  # points to each side of where paint ends


def with_labels(heights: Sequence[float], x0: float, fills: Sequence[Box], inks: Sequence[Ink]) -> list[float]:
    """The heights at which rows are parted, and those at which painted cells at their left end `x0` begin and end."""
    found = list(heights)
    for fill in fills:
        if abs(fill.x0 - x0) < FLUSH and LOW <= fill.bottom - fill.top <= HIGH:
            for at in (fill.top, fill.bottom):
                is_apart = all(abs(at - other) > _APART for other in found)
                crossed = any(ink.box.top < at < ink.box.bottom for ink in inks)
                if heights[0] < at < heights[-1] and is_apart and not crossed:
                    found.append(at)
    return sorted(found)


def labelled(chain: Sequence[Strip], fills: Sequence[Box], x0: float, x1: float) -> Run | None:
    """One row by itself: a painted label and what stands beside it; None where it is no such row."""
    if len(chain) != 1:
        return None
    strip = chain[0]
    for fill in fills:
        at = fill.x1
        begins = abs(fill.x0 - x0) < FLUSH and at - x0 < _LABEL * (x1 - x0)
        if begins and abs(fill.top - strip.top) < FLUSH and abs(fill.bottom - strip.bottom) < FLUSH:
            sides = {ink.box.x1 <= at for ink in strip.inks}
            crossed = any(ink.box.x0 < at < ink.box.x1 for ink in strip.inks)
            return Run((strip,), ((at - _WALL, at + _WALL),), x0, x1) if len(sides) == 2 and not crossed else None
    return None
