"""Tables whose head is painted cell by cell: its columns hold for the rows below, which only lines across part."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.read.lines import Band, Ink, bands
from extract.read.margins import bottom_of, centre, is_across, is_shut, middle
from extract.read.rules import THIN, TOUCH, Rule, Rules, joined, near, sides_across, sides_down
from extract.read.tables import Grid, grids_of
from schemas.document import Box

_FEWEST = 4  # columns
_FLUSH = 6.0  # points by which a line may reach beyond the table's sides
_LEVEL = 1.0  # points by which cells of one painted row may differ in height
_LOW, _HIGH = 6.0, 150.0  # points: a painted head is no lower, and no higher
_GAP = 3.0  # points between two painted cells side by side
_DRAWN = 0.5  # of the columns: where more have lines down of their own, these part the rows
_FULL = 0.9  # of a head's area is painted
_PROSE_LINES = 2  # of words across most columns: running text below the table


class Head(NamedTuple):
    """A head's painted cells, the box around them, and where its columns meet."""

    box: Box
    cells: list[Box]
    places: list[float]


class Strip(NamedTuple):
    """The height between two lines across, and the visual lines of words in it."""

    top: float
    bottom: float
    lines: list[Band]


def find(rules: Rules, inks: Sequence[Ink]) -> tuple[list[Grid], list[Ink]]:
    """The tables below painted heads, and the words that stand in none."""
    grids: list[Grid] = []
    free = list(inks)
    edges: list[Rule] = []
    reached: list[Box] = []
    heads = list(_heads(rules.fills))
    for head in heads:
        if any(_is_below(head.box, box) for box in reached):
            continue
        if (walled := _walled_to(head, rules.down)) is not None:
            reached.append(head.box._replace(bottom=walled))
            continue
        end = min((other.box.top for other in heads if _is_another(head, other)), default=float("inf"))
        edges = edges or joined([*rules.across, *(side for fill in rules.fills for side in sides_across(fill))])
        across = [rule for rule in edges if head.box.x0 - _FLUSH <= rule.start and rule.end <= head.box.x1 + _FLUSH]
        strips = _own(list(_strips(head, across, free)), head, end, rules.down)
        if not strips:
            continue
        box = head.box._replace(bottom=strips[-1].bottom)
        reached.append(box)
        grid = _table(head, box, strips, across, rules.down, free)
        if grid is not None:
            grids.append(grid)
            held = {id(ink) for slot in grid.slots for ink in slot.inks}
            free = [ink for ink in free if id(ink) not in held]
    return grids, free


def _is_another(head: Head, other: Head) -> bool:
    """Whether a painted row further down is the head of another table: it parts other columns.

    A row of the table itself may be painted too, with some of its cells merged.
    """
    if other.box.top < head.box.bottom or other.box.x0 > head.box.x1 or other.box.x1 < head.box.x0:
        return False
    return any(all(abs(at - own) > TOUCH for own in head.places) for at in other.places)


def _own(strips: list[Strip], head: Head, end: float, down: Sequence[Rule]) -> list[Strip]:
    """The strips of a head's table: above the next head, whose title is none of its rows, nor what stands in a box."""
    own = [strip for strip in strips if strip.bottom <= end + TOUCH]
    for place, strip in enumerate(own[1:], 1):
        if _is_boxed(strip, head, down) and not _is_boxed(own[place - 1], head, down):
            end, own = strip.top, own[:place]
            break
    while own and end < float("inf") and _is_title(own[-1], head):
        own.pop()
    return own


def _is_boxed(strip: Strip, head: Head, down: Sequence[Rule]) -> bool:
    """Whether lines down close a strip at both ends."""
    drawn = [rule.at for rule in down if rule.start <= strip.top + TOUCH and strip.bottom - TOUCH <= rule.end]
    return all(any(abs(at - side) <= _FLUSH for at in drawn) for side in (head.box.x0, head.box.x1))


def _is_title(strip: Strip, head: Head) -> bool:
    """Whether no more than one text, or nothing, stands in a strip, from its left end."""
    first = head.places[0]
    words = [ink for line in strip.lines for ink in line.inks]
    if not words or all(is_shut(first, line) for line in strip.lines):
        return True
    return all(centre(ink) < first for ink in words)


def _is_below(box: Box, other: Box) -> bool:
    """Whether a painted row stands within a table that is known."""
    return other.top - TOUCH <= box.top < other.bottom - TOUCH and box.x0 < other.x1 and other.x0 < box.x1


def _heads(fills: Sequence[Box]) -> Iterator[Head]:
    """Painted cells side by side, from top to bottom: heads, and the rows below them that are painted too."""
    by_top: defaultdict[int, list[Box]] = defaultdict(list)
    for fill in fills:
        by_top[round(fill.top)].append(fill)
    for top in sorted(by_top):
        for row in _rows(sorted({*by_top[top], *by_top.get(top + 1, ())}, key=lambda box: box.x0)):
            box = Box(row[0].x0, row[0].top, row[-1].x1, _bottom(row, fills))
            if not _LOW <= box.bottom - box.top <= _HIGH:
                continue
            cells = [fill for fill in fills if _is_within(fill, box)]
            places = list(_merged(side for cell in cells for side in (cell.x0, cell.x1)))[1:-1]
            if len(places) + 1 >= _FEWEST:
                yield Head(box, cells, places)


def _rows(fills: Sequence[Box]) -> Iterator[list[Box]]:
    """Those of the painted areas, from left to right, that touch."""
    row: list[Box] = []
    for fill in fills:
        if row and not -_LEVEL <= fill.x0 - row[-1].x1 <= _GAP:
            if len(row) > 1:
                yield row
            row = []
        row.append(fill)
    if len(row) > 1:
        yield row


def _bottom(row: Sequence[Box], fills: Sequence[Box]) -> float:
    """Where a head that begins with these cells ends: the lowest of their ends above which all is painted."""
    for bottom in sorted({cell.bottom for cell in row}, reverse=True):
        box = Box(row[0].x0, row[0].top, row[-1].x1, bottom)
        inside = [fill for fill in fills if _is_within(fill, box)]
        if bottom - row[0].top <= _HIGH and all(_painted(cell, inside) > _FULL * (bottom - box.top) for cell in row):
            return bottom
    return min(cell.bottom for cell in row)


def _painted(cell: Box, fills: Sequence[Box]) -> float:
    """How much of the height below a cell's top is painted, down its middle; what is painted twice counts once."""
    at, reached, painted = (cell.x0 + cell.x1) / 2, cell.top, 0.0
    for fill in sorted((fill for fill in fills if fill.x0 <= at <= fill.x1), key=lambda fill: fill.top):
        painted += max(0.0, fill.bottom - max(reached, fill.top))
        reached = max(reached, fill.bottom)
    return painted


def _is_within(fill: Box, box: Box) -> bool:
    return (
        box.x0 - _LEVEL <= fill.x0 and fill.x1 <= box.x1 + _LEVEL
        and box.top - _LEVEL <= fill.top and fill.bottom <= box.bottom + _LEVEL and fill.bottom - fill.top > THIN
    )


def _merged(places: Iterable[float]) -> Iterator[float]:
    """The places from left to right, those of two cells that meet made one."""
    group: list[float] = []
    for at in sorted(places):
        if group and at - group[-1] > _GAP:
            yield sum(group) / len(group)
            group = []
        group.append(at)
    if group:
        yield sum(group) / len(group)


def _strips(head: Head, across: Sequence[Rule], inks: Sequence[Ink]) -> Iterator[Strip]:
    """What stands between the lines across below a head, as far as it is of its table."""
    heights = sorted({rule.at for rule in across if rule.at > head.box.bottom + TOUCH})
    inside = [ink for ink in inks if head.box.x0 - _FLUSH <= centre(ink) <= head.box.x1 + _FLUSH]
    held: list[list[Ink]] = [[] for _ in heights]
    for ink in inside:
        if middle(ink) > head.box.bottom and (place := bisect_left(heights, middle(ink))) < len(heights):
            held[place].append(ink)
    for (top, bottom), words in zip(pairwise([head.box.bottom, *heights]), held, strict=True):
        lines = bands(words)
        crossing = sum(is_across(line, head.places) for line in lines)
        if crossing > _PROSE_LINES or (not lines and bottom - top > 2 * TOUCH):
            return
        yield Strip(top, bottom, lines)
    if heights and (end := bottom_of(heights[-1], head.places, inside)) > heights[-1]:
        yield Strip(heights[-1], end, bands([ink for ink in inside if heights[-1] < middle(ink) < end]))


def _ruled(head: Head, down: Sequence[Rule]) -> Iterator[float]:
    """The places with a line down below the head."""
    for at in head.places:
        if any(rule.end > head.box.bottom + TOUCH for rule in near(down, at, TOUCH)):
            yield at


def _walled_to(head: Head, down: Sequence[Rule]) -> float | None:
    """How far lines down go on below a head, where most places have one; None where they do not."""
    going = [
        rule for at in head.places for rule in near(down, at, TOUCH)
        if rule.start < head.box.bottom + _FLUSH and rule.end > head.box.bottom + TOUCH
    ]
    count = sum(1 for _ in _ruled(head, sorted(going)))
    return max(rule.end for rule in going) if count > _DRAWN * len(head.places) else None


def _table(
    head: Head, box: Box, strips: Sequence[Strip], across: Sequence[Rule], down: Sequence[Rule], inks: Sequence[Ink]
) -> Grid | None:
    """The table of a head and the rows below; None where lines down part these anyway, or words stand across."""
    drawn = [rule for rule in down if box.x0 - _FLUSH <= rule.at <= box.x1 + _FLUSH
             and rule.start < box.bottom - TOUCH and head.box.top + TOUCH < rule.end]
    ruled = set(_ruled(head, drawn))
    if len(ruled) > _DRAWN * len(head.places):
        return None
    lines = [rule for rule in across if head.box.bottom - TOUCH <= rule.at <= box.bottom + TOUCH]
    lines.append(Rule(box.bottom, box.x0, box.x1))
    walls = [wall for at in head.places if at not in ruled for wall in _walls(at, head, lines, strips)]
    cells = [side for cell in head.cells for side in sides_down(cell)]
    heights = [side for cell in head.cells for side in sides_across(cell)]
    words = [ink for ink in inks if box.x0 - _FLUSH <= centre(ink) <= box.x1 + _FLUSH
             and box.top <= middle(ink) <= box.bottom]
    found, free = grids_of(
        joined([*lines, *heights, *sides_across(box)]), joined([*drawn, *walls, *cells, *sides_down(box)]), words
    )
    return found[0]._replace(ruled=False) if len(found) == 1 and not free else None


def _walls(at: float, head: Head, lines: Sequence[Rule], strips: Sequence[Strip]) -> Iterator[Rule]:
    """The line down below a head at one of its places: from each line across it to the next, where no word stands."""
    heights = [head.box.bottom, *(rule.at for rule in lines if rule.start - TOUCH <= at <= rule.end + TOUCH)]
    tops = [strip.top for strip in strips]
    for high, low in pairwise(sorted(heights)):
        own = strips[bisect_left(tops, high - TOUCH) : bisect_right(tops, low - TOUCH)]
        if not any(is_shut(at, line) for strip in own for line in strip.lines):
            yield Rule(at, high, low)
