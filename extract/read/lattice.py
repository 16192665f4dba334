"""Ruled lines -> closed cells: what a pen that must not cross a line can fill.

Every place where a line is drawn, across or down, cuts the page into small fields; fields that
no line parts are one cell. So cells may span rows and columns, and lines that end within a cell,
as underlines do, part nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extract.read.rules import GUTTER, TOUCH, Rule
from schemas.document import Box

_MOST_FIELDS = 60_000  # more are a drawing


class Stop(NamedTuple):
    """Where lines are drawn: the lowest and highest of their places, and the one that stands for all."""

    low: float
    high: float
    at: float


class Part(NamedTuple):
    """A rectangle of fields, its ends not included; `whole` unless it is a piece of a crooked cell."""

    left: int
    top: int
    right: int
    bottom: int
    whole: bool = True


@dataclass(slots=True)
class Lattice:
    """The fields between the places where lines are drawn, and the cells they make up.

    `owner` has for each field the number of its part, -1 for what is open; `tables` are the
    numbers of the parts that share walls.
    """

    xs: list[float]
    ys: list[float]
    parts: list[Part] = field(default_factory=list)
    owner: list[int] = field(default_factory=list)
    tables: list[list[int]] = field(default_factory=list)

    def part_at(self, x: float, y: float) -> int:
        """The number of the part that holds a point, -1 where none does."""
        i, j = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= i < len(self.xs) - 1 and 0 <= j < len(self.ys) - 1:
            return self.owner[j * (len(self.xs) - 1) + i]
        return -1

    def box(self, part: Part) -> Box:
        """Where a part is drawn."""
        return Box(self.xs[part.left], self.ys[part.top], self.xs[part.right], self.ys[part.bottom])


def lattice(across: Sequence[Rule], down: Sequence[Rule], words: Sequence[Box]) -> Lattice | None:
    """The cells closed by rules; None where there are none, or where the page is a drawing."""
    middles = [((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2) for box in words]
    xs = stops(down, across, sorted(middles))
    ys = stops(across, down, sorted((y, x) for x, y in middles))
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST_FIELDS:
        return None
    found = Lattice([stop.at for stop in xs], [stop.at for stop in ys])
    walls = _Walls(len(xs) - 1, len(ys) - 1, _drawn(down, xs, ys), _drawn(across, ys, xs))
    _fill(found, walls)
    return found if found.parts else None


def stops(rules: Sequence[Rule], crossing: Sequence[Rule], words: Sequence[tuple[float, float]]) -> list[Stop]:
    """The places of `rules`, those of a doubled line or of a narrow gap between cells made one.

    `words` are the middles of words, along the rules' places first, sorted.
    """
    by_place: defaultdict[float, list[Rule]] = defaultdict(list)
    for rule in rules:
        by_place[rule.at].append(rule)
    found: list[tuple[Stop, list[Rule]]] = []
    for at in sorted(by_place):
        own = by_place[at]
        if found and at - found[-1][0].low <= GUTTER:
            stop, known = found[-1]
            if _is_gutter(_Gap(stop.high, at, _beside(known, own)), crossing, words):
                longest = stop.at if _longest(known) >= _longest(own) else at
                found[-1] = Stop(stop.low, at, longest), known + own
                continue
        found.append((Stop(at, at, at), own))
    return [stop for stop, _ in found]


def _longest(rules: Sequence[Rule]) -> float:
    return max(rule.end - rule.start for rule in rules)


class _Gap(NamedTuple):
    """A narrow gap between two places of rules, and the ranges in which rules run on both sides of it."""

    low: float
    high: float
    ranges: list[tuple[float, float]]


def _beside(ones: Sequence[Rule], others: Sequence[Rule]) -> list[tuple[float, float]]:
    return [
        (max(one.start, other.start), min(one.end, other.end))
        for one in ones for other in others if min(one.end, other.end) - max(one.start, other.start) > TOUCH
    ]


def _is_gutter(gap: _Gap, crossing: Sequence[Rule], words: Sequence[tuple[float, float]]) -> bool:
    """Whether a gap lies within a table: room around its cells, in which nothing stands; not one between two tables."""
    between = words[bisect_right(words, (gap.low, float("inf"))) : bisect_left(words, (gap.high, float("-inf")))]
    if not gap.ranges or any(start <= along <= end for _, along in between for start, end in gap.ranges):
        return False
    over = [rule.at for rule in crossing if rule.start <= gap.low + TOUCH and gap.high - TOUCH <= rule.end]
    return len(gap.ranges) > 1 or any(
        min(over, default=end) <= start + TOUCH and end - TOUCH <= max(over, default=start) for start, end in gap.ranges
    )


class _Walls(NamedTuple):
    """Which field has a wall on its left (`columns` + 1 a row) and above it (`rows` + 1 rows)."""

    columns: int
    rows: int
    left: list[bytearray]  # by place along the row, then by row
    above: list[bytearray]  # by row, then by place along it


def _drawn(rules: Sequence[Rule], places: Sequence[Stop], along: Sequence[Stop]) -> list[bytearray]:
    """For each place the fields along it that a rule covers."""
    walls = [bytearray(len(along) - 1) for _ in places]
    lows, ends = [stop.low for stop in places], [stop.high for stop in along]
    starts = [stop.low for stop in along]
    for rule in rules:
        wall = walls[bisect_right(lows, rule.at) - 1]
        first = bisect_left(ends, rule.start - TOUCH)
        last = bisect_right(starts, rule.end + TOUCH) - 1
        if first < last:
            wall[first:last] = b"\x01" * (last - first)
    return walls


def _fill(found: Lattice, walls: _Walls) -> None:
    """Find the cells, cut crooked ones into rectangles, and tell which make up a table."""
    columns, rows = walls.columns, walls.rows
    found.owner = [-1] * (columns * rows)
    seen = bytearray(columns * rows)
    cells: list[list[int]] = []
    for start in range(columns * rows):
        if not seen[start]:
            fields, is_closed = _flooded(start, walls, seen)
            if is_closed:
                for place in fields:
                    found.owner[place] = len(cells)
                cells.append(fields)
    beside = _neighbours(found.owner, columns)
    cells_parts = [list(_rectangles(fields, columns)) for fields in cells]
    frames = {cell for cell, parts in enumerate(cells_parts) if len(parts) > 1 and _is_frame(cell, cells_parts, beside)}
    numbers: list[list[int]] = []
    for cell, fields in enumerate(cells):
        numbers.append([])
        for part in cells_parts[cell] if cell not in frames else ():
            numbers[cell].append(len(found.parts))
            found.parts.append(part)
        for place in fields:
            found.owner[place] = -1
    for number, part in enumerate(found.parts):
        for j in range(part.top, part.bottom):
            found.owner[j * columns + part.left : j * columns + part.right] = [number] * (part.right - part.left)
    found.tables = [
        sorted(number for cell in group for number in numbers[cell]) for group in _groups(beside, frames, len(cells))
    ]


def _flooded(start: int, walls: _Walls, seen: bytearray) -> tuple[list[int], bool]:
    """The fields that can be reached from `start`, and whether no way leads out."""
    columns, rows = walls.columns, walls.rows
    fields, waiting, is_closed = [], [start], True
    seen[start] = 1
    while waiting:
        place = waiting.pop()
        fields.append(place)
        j, i = divmod(place, columns)
        for has_wall, at_edge, other in (
            (walls.left[i][j], i == 0, place - 1), (walls.left[i + 1][j], i == columns - 1, place + 1),
            (walls.above[j][i], j == 0, place - columns), (walls.above[j + 1][i], j == rows - 1, place + columns),
        ):
            if has_wall:
                continue
            if at_edge:
                is_closed = False
            elif not seen[other]:
                seen[other] = 1
                waiting.append(other)
    return fields, is_closed


def _neighbours(owner: Sequence[int], columns: int) -> defaultdict[int, set[int]]:
    """The cells on the other side of each cell's walls."""
    beside: defaultdict[int, set[int]] = defaultdict(set)
    for place, cell in enumerate(owner):
        for other in (owner[place - 1] if place % columns else -1, owner[place - columns] if place >= columns else -1):
            if cell != other and cell >= 0 and other >= 0:
                beside[cell].add(other)
                beside[other].add(cell)
    return beside


def _rectangles(fields: Sequence[int], columns: int) -> Iterator[Part]:
    """The rectangle that the fields are, or those that rows of equal width make up, from top to bottom."""
    if len(fields) == 1:  # as most cells are
        row, column = divmod(fields[0], columns)
        yield Part(column, row, column + 1, row + 1)
        return
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for place in sorted(fields):
        rows[place // columns].append(place % columns)
    growing: dict[tuple[int, int], int] = {}
    done: list[Part] = []
    for j in sorted(rows):
        runs = set(_runs(rows[j]))
        for run in [run for run in growing if run not in runs or j - 1 not in rows]:
            done.append(Part(run[0], growing.pop(run), run[1], max(at for at in rows if at < j) + 1))
        for run in runs:
            growing.setdefault(run, j)
    done += [Part(run[0], top, run[1], max(rows) + 1) for run, top in growing.items()]
    yield from (part._replace(whole=len(done) == 1) for part in sorted(done, key=lambda part: (part.top, part.left)))


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = previous = places[0]
    for place in places[1:]:
        if place != previous + 1:
            yield start, previous + 1
            start = place
        previous = place
    yield start, previous + 1


def _is_frame(cell: int, parts: Sequence[Sequence[Part]], beside: defaultdict[int, set[int]]) -> bool:
    """Whether all that a cell touches stands within it: a line drawn around a page or a table."""
    own = parts[cell]
    left, top = min(part.left for part in own), min(part.top for part in own)
    right, bottom = max(part.right for part in own), max(part.bottom for part in own)
    return all(
        left < part.left and part.right < right and top < part.top and part.bottom < bottom
        for other in beside[cell] for part in parts[other]
    )


def _groups(beside: defaultdict[int, set[int]], frames: set[int], cells: int) -> Iterator[list[int]]:
    """The cells that share walls, over any number of others."""
    seen = set(frames)
    for cell in range(cells):
        if cell in seen:
            continue
        seen.add(cell)
        group, waiting = [], [cell]
        while waiting:
            one = waiting.pop()
            group.append(one)
            waiting += beside[one] - seen
            seen |= beside[one]
        yield group
