"""Rows without lines: which fragments of a table's columns are one cell, and which cells one row.

Where rows stand apart, a cell's lines are closer to each other than to those of the next cell, and
the cells of a row begin at one height, or have their middles there. Where they do not, a row
is what stands next to one line of figures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import mean
from typing import NamedTuple

from extract.read.fragments import Fragment, figure_columns, reach
from extract.read.settle import Lines

_LEVEL = 0.3  # heights by which what is at one height may differ
_FUSED = 0.2  # of the rows: with more that are odd, rows do not stand apart


class Block(NamedTuple):
    """Fragments that are one cell, in the columns from `first` to `last`."""

    first: int
    last: int
    fragments: tuple[Fragment, ...]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.fragments[0].top

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.fragments[-1].bottom


def _top(block: Block) -> float:
    return block.top


def _middle(block: Block) -> float:
    return (block.top + block.bottom) / 2


class Placed(NamedTuple):
    """A cell in its row and those below it that it spans."""

    block: Block
    row: int
    rows: int


def rows(lines: Lines, columns: int) -> list[Placed]:
    """The cells of a table with their rows, the lines of its heading made as few as they can be."""
    figures = figure_columns(lines, columns)
    blocks = list(_blocks(lines, reach(lines)))
    height = lines[0][0].bottom - lines[0][0].top
    tops, middles = (_aligned(blocks, place, height) for place in (_top, _middle))
    placed = min(tops, middles, key=lambda cells: (_oddities(cells, figures), max(cell.row for cell in cells)))
    if _oddities(placed, figures) > _FUSED * len({cell.row for cell in placed}):
        placed = [
            Placed(block, row, 1) for row, (one, two) in enumerate(_by_figures(lines, figures))
            for block in _blocks(lines[one:two], float("inf"))
        ]
    return _dense(list(_apart(_with_short_heading(placed, figures))))


def _oddities(cells: Sequence[Placed], figures: set[int]) -> int:
    """How often rows are not as rows are: with one line of figures, each figure in one row."""
    lines: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for cell in cells:
        own = [one.line for one in cell.block.fragments if one.is_figure and one.first in figures]
        lines[cell.row].update(own)
    least = min(len(figures), 2)
    data = {row for row, own in lines.items() if own}
    several = sum(sum(times >= least for times in own.values()) > 1 for own in lines.values())
    none = sum(row > min(data, default=row) and not own and _is_plain(row, cells) for row, own in lines.items())
    full = {row for row, own in lines.items() if 2 * max(own.values(), default=0) >= len(figures)}
    first = min(full, default=0)
    spanning = sum(
        cell.rows > 1 and (cell.block.first in figures if cell.row >= first else cell.row + cell.rows > first)
        for cell in cells
    )
    return several + none + spanning


def _is_plain(row: int, cells: Sequence[Placed]) -> bool:
    """Whether no cell of a row stands across columns, as a title between rows does."""
    return not any(cell.row == row and cell.block.first < cell.block.last for cell in cells)


def _blocks(lines: Lines, near: float) -> Iterator[Block]:
    """What stands in one column, line by line no further apart than `near`; the last line may reach over the next."""
    growing: dict[int, list[Fragment]] = {}
    for line in lines:
        for fragment in line:
            own = growing.get(fragment.first)
            if own is not None and fragment.top - own[-1].top <= near and _is_alike(fragment, own[-1], growing, near):
                own.append(fragment)
                continue
            if own is not None:
                yield _block(own)
            growing[fragment.first] = [fragment]
    for own in growing.values():
        yield _block(own)


def _is_alike(fragment: Fragment, above: Fragment, growing: Mapping[int, Sequence[Fragment]], near: float) -> bool:
    """Whether a fragment is as wide as the one above it, or one of the two runs over from the column both begin in."""
    if fragment.last == above.last:
        return True
    indent = abs(fragment.inks[0].box.x0 - above.inks[0].box.x0)
    beyond = (growing[column][-1] for column in range(above.last + 1, fragment.last + 1) if column in growing)
    return indent <= _LEVEL * (above.bottom - above.top) and all(fragment.top - other.top > near for other in beyond)


def _block(fragments: Sequence[Fragment]) -> Block:
    return Block(fragments[0].first, max(one.last for one in fragments), tuple(fragments))


def _aligned(blocks: Sequence[Block], place: Callable[[Block], float], height: float) -> list[Placed]:
    """The blocks in rows, one at each height that is the `place` of some."""
    starts = _heights([place(block) for block in blocks], _LEVEL * height)
    return [_placed(block, starts, place, height) for block in blocks]


def _heights(places: Sequence[float], level: float) -> list[float]:
    """The different ones among `places`: runs of close ones are one."""
    found: list[list[float]] = []
    for place in sorted(places):
        if found and place - found[-1][0] <= level:
            found[-1].append(place)
        else:
            found.append([place])
    return [mean(group) for group in found]


def _placed(block: Block, starts: Sequence[float], place: Callable[[Block], float], height: float) -> Placed:
    """The row a block is nearest to, and those that begin while it lasts."""
    row = min(range(len(starts)), key=lambda number: abs(starts[number] - place(block)))
    last = row
    while last + 1 < len(starts) and starts[last + 1] < block.bottom - height / 2:
        last += 1
    return Placed(block, row, last - row + 1)


def _by_figures(lines: Lines, figures: set[int]) -> list[tuple[int, int]]:
    """The ranges of lines that are rows: each has one line of figures, what is above the first is the heading."""
    counts = [sum(one.is_figure for one in line if one.first in figures) for line in lines]
    most = max(counts, default=0)
    keys = [place for place, count in enumerate(counts) if count and 2 * count >= most]
    if not keys:
        return [(place, place + 1) for place in range(len(lines))]
    cuts = _centred(keys, len(lines)) if _are_centred(lines, keys, figures) else keys
    ends = [*cuts[1:], len(lines)]
    head = [(0, cuts[0])] if cuts[0] else []
    return head + list(zip(cuts, ends, strict=True))


def _are_centred(lines: Lines, keys: Sequence[int], figures: set[int]) -> bool:
    """Whether labels of two lines stand above and below their figures, rather than beside and below them."""
    around = beside = 0
    texts = [{one.first for one in line} - figures for line in lines]
    for key in keys:
        above = texts[key - 1] if key else set()
        below = texts[key + 1] if key + 1 < len(lines) else set()
        around += len((above & below) - texts[key])
        beside += len((texts[key] & below) - above)
    return around > beside


def _centred(keys: Sequence[int], lines: int) -> list[int]:
    """Where rows begin whose figures stand in their middle: from the last up, as many lines above as below."""
    cuts: list[int] = []
    end = lines
    for before, key in reversed(list(pairwise([-1, *keys]))):
        below = end - key - 1
        end = max(key - below, before + 1)
        cuts.insert(0, end)
    return cuts


def _with_short_heading(placed: Sequence[Placed], figures: set[int]) -> list[Placed]:
    """The heading's rows as one where no cell of it stands across columns of the next."""
    data = [
        cell.row for cell in placed
        if cell.block.first in figures and any(one.is_figure for one in cell.block.fragments)
    ]
    head = min(data, default=0)
    row_of = list(range(head))
    for row in range(1, head):
        above = [cell for cell in placed if row_of[min(cell.row, head - 1)] == row_of[row - 1] and cell.row < row]
        across = any(cell.block.first < cell.block.last for cell in above)
        crossing = any(cell.row + cell.rows > row for cell in above)
        if (crossing and not across) or _are_beside(above, [cell for cell in placed if cell.row == row]):
            row_of[row] = row_of[row - 1]
    return [
        cell if cell.row >= head
        else cell._replace(row=row_of[cell.row], rows=1 if cell.row + cell.rows <= head else cell.rows)
        for cell in placed
    ]


def _are_beside(upper: Sequence[Placed], lower: Sequence[Placed]) -> bool:
    """Whether cells stand in other columns, hardly lower: at the middle of a heading with more lines."""
    height = lower[0].block.fragments[0].bottom - lower[0].block.top
    near = lower[0].block.top - min(cell.block.top for cell in upper) < height
    return near and not any(_overlaps(one, two) for one in upper for two in lower)


def _apart(placed: Sequence[Placed]) -> Iterator[Placed]:
    """The cells with rows parted in which one cell stands above another, as a heading over several columns does.

    What stands above and below nothing spans all of them.
    """
    by_row: defaultdict[int, list[Placed]] = defaultdict(list)
    for cell in placed:
        by_row[cell.row].append(cell)
    depth = {row: {id(cell): _depth(cell, own) for cell in own} for row, own in by_row.items()}
    shift = 0
    end = max(cell.row + cell.rows for cell in placed)
    first: dict[int, int] = {}
    for row in range(end):
        first[row] = row + shift
        shift += max(depth[row].values(), default=0) if row in by_row else 0
    first[end] = end + shift
    for row, own in by_row.items():
        for cell in own:
            above = depth[row][id(cell)]
            start, end = first[row] + above, first[cell.row + cell.rows]
            covered = any(_overlaps(cell, other) and depth[row][id(other)] > above for other in own)
            yield Placed(cell.block, start, 1 if covered else end - start)


def _depth(cell: Placed, own: Sequence[Placed]) -> int:
    """How many cells of its row stand above it in its columns."""
    return sum(_overlaps(cell, other) and other.block.top < cell.block.top for other in own)


def _overlaps(one: Placed, two: Placed) -> bool:
    return one is not two and one.block.first <= two.block.last and two.block.first <= one.block.last


def _dense(placed: Sequence[Placed]) -> list[Placed]:
    """The cells with their rows numbered from 0 without gaps."""
    numbers = {row: number for number, row in enumerate(sorted({cell.row for cell in placed}))}
    ends = sorted(numbers)
    return [
        cell._replace(row=numbers[cell.row], rows=sum(cell.row <= row < cell.row + cell.rows for row in ends))
        for cell in placed
    ]
