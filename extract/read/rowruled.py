"""Tables with lines between rows only, or with every other row painted: white corridors stand in for the lines down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extract.read.columns import KEPT, Corridor, Region, Text, belongs_above, follows, kept, left_open, shut
from extract.read.fragments import Type, figure_columns, fragments
from extract.read.rules import TOUCH, Rule, Rules, joined, sides_across
from extract.read.tables import Grid, grids_of

_MOST_OF = 0.6  # of a table's width, which a line that parts two rows runs along
_LEAST_LINES = 3
_LEAST_ROWS = 2  # with three cells or more
_SEVERAL = 0.2  # of the rows: with more that hold several lines of figures, lines do not part rows
_MOST_LINES = 15  # in a cell
_UPPER_LINES = 3  # of a heading
_ROOM = 2.5  # times the usual room above a row: a title with more stands between two tables


class Stack(NamedTuple):
    """Lines one below the other between which rows stand: their heights, how far they reach, all rules between them."""

    heights: list[float]
    left: float
    right: float
    rules: list[Rule]


def stack_of(region: Region, lines: Sequence[Text], rules: Rules | None) -> Stack | None:
    """The lines drawn across a region's columns; None where they are too few to part rows."""
    if rules is None:
        return None
    own = lines[region.first : region.last]
    left, right = _extent(own)
    top, bottom = own[0].top - 2 * own[0].height, own[-1].bottom + 2 * own[-1].height
    across = joined([*rules.across, *(side for fill in rules.fills for side in sides_across(fill))])
    near = [rule for rule in across if rule.start < right and left < rule.end]
    drawn: defaultdict[float, float] = defaultdict(float)
    for rule in near:
        drawn[rule.at] += min(rule.end, right) - max(rule.start, left)
    heights = sorted(at for at, length in drawn.items() if length > _MOST_OF * (right - left))
    if sum(top <= at <= bottom for at in heights) < _LEAST_LINES:
        return None
    full = [rule for rule in near if rule.at in heights]
    return Stack(heights, min(rule.start for rule in full), max(rule.end for rule in full), near)


def _extent(lines: Sequence[Text]) -> Corridor:
    return (
        min(line.band.inks[0].box.x0 for line in lines), max(line.band.inks[-1].box.x1 for line in lines),
    )


def grids(region: Region, lines: Sequence[Text], stack: Stack, kind: Type) -> Iterator[tuple[Grid, list[int]]]:
    """The tables and the numbers of their lines; none where the lines drawn do not part single rows."""
    for run in _runs(region, lines, stack):
        rows = [[lines[at] for at in row] for row in run]
        corridors = _corridors(rows, kept(region.corridors, lines[region.first : region.last]))
        if _is_dense(corridors, rows, stack, kind):
            grid = _grid(corridors, [line for row in rows for line in row], stack)
            if grid is not None:
                yield grid, [at for row in run for at in row]


def _grid(corridors: Sequence[Corridor], lines: Sequence[Text], stack: Stack) -> Grid | None:
    top, bottom = lines[0].top, lines[-1].bottom
    edges = (
        max((at for at in stack.heights if top - lines[0].height < at < top + TOUCH), default=top - 1),
        min((at for at in stack.heights if bottom - TOUCH < at < bottom + lines[-1].height), default=bottom + 1),
    )
    inner = [rule for rule in stack.rules if edges[0] + TOUCH < rule.at < edges[1] - TOUCH]
    across = [*(Rule(at, stack.left, stack.right) for at in edges), *inner]
    down = [*(Rule(at, *edges) for at in (stack.left, stack.right)), *_walls(corridors, lines, across)]
    found, free = grids_of(_snapped(across, down, corridors), down, [ink for line in lines for ink in line.band.inks])
    return found[0]._replace(ruled=False) if len(found) == 1 and not free else None


def _corridors(rows: Sequence[Sequence[Text]], known: Sequence[Corridor]) -> list[Corridor]:
    """What at least two rows leave open between their words, from left to right, the `known` corridors among them.

    Rows of a table may have other columns than the next ones, as those of a card above its inner table.
    """
    found = [(corridor, 2) for corridor in known]
    for corridor, least in sorted(_open_in(rows), key=lambda one: one[0][1] - one[0][0]):
        for place, (other, times) in enumerate(found):
            shared = max(other[0], corridor[0]), min(other[1], corridor[1])
            if shared[1] - shared[0] > least:
                found[place] = shared, times + 1
                break
        else:
            found.append((corridor, 1))
    return sorted(corridor for corridor, times in found if times > 1)


def _open_in(rows: Sequence[Sequence[Text]]) -> Iterator[tuple[Corridor, float]]:
    """The gaps of each row's longest line that its other lines leave open, and the least width that counts."""
    for row in rows:
        fullest = max(row, key=lambda line: len(line.gaps))
        for gap in fullest.gaps:
            left: Corridor | None = gap
            for line in row:
                left = left_open(left, line) if left else None
            if left:
                yield left, KEPT * fullest.height


def _runs(region: Region, lines: Sequence[Text], stack: Stack) -> Iterator[list[list[int]]]:
    """The rows one below the other, each by its lines, that stand between the lines drawn, where some are the region's.

    Above the first line drawn and below the last one only what stands in columns belongs to a row.
    """
    inside = set(range(region.first, region.last))
    rows = [
        [at for at, line in enumerate(lines) if high < (line.top + line.bottom) / 2 < low]
        for high, low in pairwise([float("-inf"), *stack.heights, float("inf")])
    ]
    rows[0], rows[-1] = _heading_of(rows[0], lines), [at for at in rows[-1] if at in inside and len(lines[at].gaps) > 1]
    rooms = [lines[row[0]].top - high for row, high in zip(rows[1:], stack.heights, strict=True) if row]
    room = median(rooms) if rooms else 0.0
    run: list[list[int]] = []
    for place, row in enumerate(rows):
        own = [lines[at] for at in row]
        above = own[0].top - stack.heights[place - 1] if place and own else 0.0
        is_close = own and (own[0].gaps or above <= max(_ROOM * room, own[0].height / 2))
        if is_close and (place == 0 or _is_row(own, stack)):
            run.append(row)
            continue
        if inside.intersection(at for own_row in run for at in own_row):
            yield run
        run = []
    if inside.intersection(at for own_row in run for at in own_row):
        yield run


def _heading_of(numbers: Sequence[int], lines: Sequence[Text]) -> list[int]:
    """Of the lines above the first line drawn those of a heading: one in columns, and a few close above it."""
    heading = [at for at in numbers if len(lines[at].gaps) > 1]
    if not heading:
        return []
    first = heading[-1]
    while first > numbers[0] and belongs_above(lines[first - 1], lines[first]):
        first -= 1
    apart = first == 0 or not follows(lines[first - 1], lines[first])
    start = first if apart and heading[-1] - first <= _UPPER_LINES else heading[-1]
    return [at for at in numbers if at >= start]


def _is_row(lines: Sequence[Text], stack: Stack) -> bool:
    """Whether what stands between two lines drawn may be a row: in columns, or a title of one line."""
    if not lines or len(lines) > _MOST_LINES:
        return False
    left, right = _extent(lines)
    if left < stack.left - TOUCH or right > stack.right + TOUCH:
        return False
    return len(lines) == 1 or any(_open_in([lines]))


def _is_dense(corridors: Sequence[Corridor], rows: Sequence[Sequence[Text]], stack: Stack, kind: Type) -> bool:
    """Whether lines are drawn between all rows, rather than above and below a heading only."""
    lines = [fragments(line, at, corridors, kind) for at, line in enumerate(line for row in rows for line in row)]
    figures = figure_columns(lines, len(corridors) + 1)
    least = max(min(len(figures), 2), 1)
    parts = several = filled = 0
    for high, low in pairwise([float("-inf"), *sorted({rule.at for rule in stack.rules}), float("inf")]):
        part = [line for line in lines if high < (line[0].top + line[0].bottom) / 2 < low]
        keys = sum(sum(one.is_figure for one in line if one.first in figures) >= least for line in part)
        parts += bool(part)
        several += keys > 1
        filled += len({one.first for line in part for one in line}) >= _LEAST_LINES
    return filled >= _LEAST_ROWS and several <= _SEVERAL * parts


def _walls(corridors: Sequence[Corridor], lines: Sequence[Text], across: Sequence[Rule]) -> Iterator[Rule]:
    """For each corridor a line down it, from one line across it to the next, where no word stands in its way."""
    places = [_wall(corridor, across) for corridor in corridors]
    closed = [((line.top + line.bottom) / 2, shut(places, line)) for line in lines]
    for place, at in enumerate(places):
        heights = sorted(rule.at for rule in across if rule.start <= at + TOUCH and at - TOUCH <= rule.end)
        for high, low in pairwise(heights):
            if not any(place in words for middle, words in closed if high < middle < low):
                yield Rule(at, high, low)


def _wall(corridor: Corridor, across: Sequence[Rule]) -> float:
    """Where in a corridor a line down would be: where lines across end, else in its middle."""
    low, high = corridor
    ends = sorted(end for rule in across for end in rule[1:] if low - TOUCH <= end <= high + TOUCH)
    return ends[len(ends) // 2] if ends else (low + high) / 2


def _snapped(across: Sequence[Rule], down: Sequence[Rule], corridors: Sequence[Corridor]) -> list[Rule]:
    """The lines across with their ends at the lines down that stand for their corridors."""
    places = sorted({rule.at for rule in down})

    def snap(end: float) -> float:
        for corridor in corridors:
            if corridor[0] - TOUCH <= end <= corridor[1] + TOUCH:
                return min(places, key=lambda place: abs(place - end))
        return end

    return [Rule(rule.at, snap(rule.start), snap(rule.end)) for rule in across]
