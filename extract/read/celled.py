"""Tables whose lines across are drawn cell by cell: where one piece ends and the next begins, columns meet.

A piece that goes on over several columns is the lower side of one cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.read.lines import Ink, bands
from extract.read.margins import bottom_of, centre, is_across, is_shut, middle, top_of
from extract.read.rules import TOUCH, Rule, Rules, joined, sides_across, sides_down
from extract.read.tables import Grid, grids_of
from schemas.document import Box

_FEWEST = 3  # places at which the columns of a line meet
_LEAST_LINES = 3
_LEVEL = 0.6  # points by which pieces of one line may differ in height
_MEETS = 1.5  # points between two pieces that meet
_FLUSH = 6.0  # points by which lines of one table may end apart
_DRAWN = 0.5  # of the places: where more have lines down of their own, these part the columns
_PROSE_LINES = 2  # that are so: running text


class Line(NamedTuple):
    """A line across the page, in pieces: its height, and its ends."""

    at: float
    pieces: list[Rule]

    @property
    def start(self) -> float:
        """Its left end."""
        return self.pieces[0].start

    @property
    def end(self) -> float:
        """Its right end."""
        return max(piece.end for piece in self.pieces)

    def ends(self) -> list[float]:
        """Where its pieces begin and end, from left to right, once where two meet."""
        places: list[float] = []
        for place in sorted(place for piece in self.pieces for place in (piece.start, piece.end)):
            if not places or place - places[-1] > _MEETS:
                places.append(place)
        return places

    def joints(self) -> list[float]:
        """Where two of its pieces meet."""
        return [
            (one.end + two.start) / 2 for one, two in pairwise(self.pieces) if abs(two.start - one.end) <= _MEETS
        ]


def find(rules: Rules, inks: Sequence[Ink]) -> tuple[list[Grid], list[Ink]]:
    """The tables with such lines, and the words that stand in none."""
    lines = list(_lines(rules.pieces))
    widest = sorted((line for line in lines if len(line.joints()) >= _FEWEST), key=lambda line: line.start - line.end)
    grids: list[Grid] = []
    free = list(inks)
    for line in widest:
        if any(grid.box.top - TOUCH <= line.at <= grid.box.bottom + TOUCH for grid in grids):
            continue
        own = [one for one in lines if line.start - _FLUSH <= one.start and one.end <= line.end + _FLUSH]
        table = list(_run(line, own, free))
        grid = _grid(table, rules.down, free) if len(table) >= _LEAST_LINES else None
        if grid is not None:
            grids.append(grid)
            held = {id(ink) for slot in grid.slots for ink in slot.inks}
            free = [ink for ink in free if id(ink) not in held]
    return grids, free


def _lines(pieces: Sequence[Rule]) -> Iterator[Line]:
    """The pieces of each height, from left to right; those drawn again left out."""
    group: list[Rule] = []
    for piece in [*pieces, None]:
        if group and (piece is None or piece.at - group[0].at > _LEVEL):
            yield Line(group[0].at, sorted(set(group), key=lambda one: one[1:]))
            group = []
        if piece is not None:
            group.append(piece)


def _run(seed: Line, lines: Sequence[Line], inks: Sequence[Ink]) -> Iterator[Line]:
    """The lines of the table that one of them belongs to: up and down from it as far as rows stand between them."""
    place = lines.index(seed)
    first = place
    while first and _is_row(lines[first - 1], lines[first], seed, inks):
        first -= 1
    yield from lines[first:place]
    yield seed
    for above, below in pairwise(lines[place:]):
        if not _is_row(above, below, seed, inks):
            return
        yield below


def _is_row(above: Line, below: Line, seed: Line, inks: Sequence[Ink]) -> bool:
    """Whether what stands between two lines belongs to one table with both."""
    own = bands([ink for ink in inks if above.at < middle(ink) < below.at and seed.start - _FLUSH <= ink.box.x0
                 and ink.box.x1 <= seed.end + _FLUSH])
    places = seed.joints()
    crossing = sum(is_across(line, places) for line in own)
    return crossing <= _PROSE_LINES and (bool(own) or below.at - above.at <= 2 * TOUCH)


def _grid(lines: Sequence[Line], down: Sequence[Rule], inks: Sequence[Ink]) -> Grid | None:
    """The table between these lines, with the head above the first; None where lines down part its columns."""
    left, right = min(line.start for line in lines), max(line.end for line in lines)
    places = sorted({round(at) for line in lines for at in line.joints()})
    drawn = [rule for rule in down if left - _FLUSH <= rule.at <= right + _FLUSH
             and rule.start < lines[-1].at - TOUCH and lines[0].at + TOUCH < rule.end]
    if sum(any(abs(rule.at - at) <= TOUCH for rule in drawn) for at in places) > _DRAWN * len(places):
        return None
    inside = [ink for ink in inks if left - _FLUSH <= centre(ink) <= right + _FLUSH]
    top = top_of(lines[0].at, places, inside)
    box = Box(left, top, right, bottom_of(lines[-1].at, places, inside))
    across = [piece for line in lines for piece in line.pieces]
    walls = [wall for place, line in enumerate(lines) for wall in _walls(line, lines[:place], top)]
    walls += _walls_of_rest(lines, box.bottom, inside)
    words = [ink for ink in inside if box.top <= middle(ink) <= box.bottom]
    found, free = grids_of(
        joined([*across, *sides_across(box)]), joined([*drawn, *walls, *sides_down(box)]), words
    )
    return found[0]._replace(ruled=False) if len(found) == 1 and not free else None


def _walls(line: Line, above: Sequence[Line], top: float) -> Iterator[Rule]:
    """The sides of the cells whose lower sides are the pieces of a line: up to the next line above."""
    for at in line.ends():
        over = (one.at for one in above if any(
            piece.start - TOUCH <= at <= piece.end + TOUCH for piece in one.pieces
        ))
        start = max(over, default=top)
        if line.at - start > TOUCH:
            yield Rule(at, start, line.at)


def _walls_of_rest(lines: Sequence[Line], bottom: float, inks: Sequence[Ink]) -> Iterator[Rule]:
    """The sides of the cells that the page's end leaves open: as above them, where no word stands in their way."""
    last = max((line for line in lines if line.joints()), key=lambda line: (round(line.end - line.start, -1), line.at))
    rest = bands([ink for ink in inks if lines[-1].at < middle(ink) < bottom])
    if bottom - lines[-1].at > TOUCH:
        yield from (Rule(at, lines[-1].at, bottom) for at in last.ends() if not any(is_shut(at, one) for one in rest))
