"""Tables without lines, or with lines between rows only: columns from where words stand, rows from what parts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.read import columns, rowing, rowruled, settle
from extract.read.columns import Corridor, Region, Text
from extract.read.fragments import fragments, is_hugged, type_of
from extract.read.lines import Band
from extract.read.rules import Rules
from extract.read.settle import Lines
from extract.read.tables import Grid, Slot
from schemas.document import Box

_MARGIN = 0.1  # of the page's height: what stands there only is a letterhead or an imprint


def find(
    lines: Sequence[Band], height: float, rules: Rules | None, barriers: Sequence[Box]
) -> tuple[list[Grid], list[Band]]:
    """The tables among visual lines of a page `height` points high, and the lines of none.

    `barriers` are other tables, which part lines above from lines below them.
    """
    found, blank = columns.texts(lines)
    regions = columns.regions(found, barriers)
    if not regions:
        return [], list(lines)
    hugged = is_hugged(found)
    grids: list[Grid] = []
    taken: set[int] = set()
    for region in regions:
        for grid, own in _tables(region, found, rules, hugged, blank):
            if taken.isdisjoint(own) and not _is_furniture([found[at] for at in own], height):
                grids.append(grid)
                taken.update(own)
    return grids, [line for at, line in enumerate(lines) if at not in taken]


def _tables(
    region: Region, lines: Sequence[Text], rules: Rules | None, hugged: bool, blank: float
) -> Iterator[tuple[Grid, list[int]]]:
    """The tables of a region, each with the numbers of its lines."""
    kind = type_of(lines[region.first : region.last], hugged)
    stack = rowruled.stack_of(region, lines, rules)
    ruled = list(rowruled.grids(region, lines, stack, kind)) if stack else []
    if ruled:
        yield from ruled
        return
    inside = [fragments(lines[at], at, region.corridors, kind) for at in range(region.first, region.last)]
    for first, last in settle.pieces(inside, len(region.corridors) + 1):
        own = range(region.first + first, region.first + last)
        corridors = columns.kept(region.corridors, [lines[at] for at in own])
        table = [fragments(lines[at], at, corridors, kind) for at in own]
        if settle.is_table(table, len(corridors) + 1, blank):
            yield _grid(table, corridors), list(own)


def _is_furniture(lines: Sequence[Text], height: float) -> bool:
    return lines[-1].bottom < _MARGIN * height or lines[0].top > (1 - _MARGIN) * height


def _grid(lines: Lines, corridors: Sequence[Corridor]) -> Grid:
    """The table of these lines; columns that none of them fills are left out."""
    cells = rowing.rows(lines, len(corridors) + 1)
    used = sorted({cell.block.first for cell in cells})
    tops = [
        min(cell.block.top for cell in cells if cell.row == row) for row in range(max(cell.row for cell in cells) + 1)
    ]
    tops.append(max(cell.block.bottom for cell in cells))
    lefts = _edges(lines, corridors, used)
    filled = {
        (row, column): cell for cell in cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.block.first, cell.block.last + 1)
    }
    slots = []
    for row in range(len(tops) - 1):
        for place, column in enumerate(used):
            cell = filled.get((row, column))
            if cell is None:
                slots.append(Slot(Box(lefts[place], tops[row], lefts[place + 1], tops[row + 1]), row, place, 1, 1, ()))
            elif (cell.row, cell.block.first) == (row, column):
                span = sum(column <= one <= cell.block.last for one in used)
                box = Box(lefts[place], tops[row], lefts[place + span], max(tops[row + cell.rows], cell.block.bottom))
                inks = tuple(ink for fragment in cell.block.fragments for ink in fragment.inks)
                slots.append(Slot(box, row, place, cell.rows, span, inks))
    outer = Box(lefts[0], tops[0], lefts[-1], tops[-1])
    return Grid(outer, len(tops) - 1, len(used), tuple(slots), ruled=False)


def _edges(lines: Lines, corridors: Sequence[Corridor], used: Sequence[int]) -> list[float]:
    """The left edges of the columns, and the right one of the last."""
    inks = [ink.box for line in lines for fragment in line for ink in fragment.inks]
    inner: Iterator[float] = ((corridors[column - 1][0] + corridors[column - 1][1]) / 2 for column in used[1:])
    return [min(box.x0 for box in inks), *inner, max(box.x1 for box in inks)]
