"""Ruled tables: the cells that drawn lines close, and the words in them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.read.lattice import Lattice, lattice
from extract.read.lines import Ink
from extract.read.rules import THIN, TOUCH, Rule, Rules, closed, joined, near, sides_across, sides_down
from schemas.document import Box

_LEAST_FILLED = 0.1  # of the cells beyond those of a form: squared paper is no table
_FORM = 400
_FLUSH = 1.5  # points: paint that ends so close to a line fills the cell up to it


class Slot(NamedTuple):
    """A cell found: where it is drawn, its row and column, how far it spans, its words."""

    box: Box
    row: int
    column: int
    row_span: int
    column_span: int
    inks: tuple[Ink, ...]


class Grid(NamedTuple):
    """A table found: its box, its size, its slots in reading order."""

    box: Box
    rows: int
    columns: int
    slots: tuple[Slot, ...]
    ruled: bool = True


def find(rules: Rules, inks: Sequence[Ink]) -> tuple[list[Grid], list[Ink]]:
    """The tables ruled by lines, or by painted cells side by side, and the words that stand in none.

    Boxes around text, page frames and underlines are no tables; nor is what has one column
    only, or fewer than two cells with text.
    """
    heads = list(_painted_heads(rules, inks))
    across = joined([*rules.across, *_painted_edges(rules), *(side for box in heads for side in sides_across(box))])
    down = joined([*rules.down, *(rule for box in heads for rule in _continued(box, rules.down, inks))])
    grids, free = grids_of(*closed(across, down), inks)
    cells = [fill for fill in rules.fills if not any(_within(fill, grid.box) for grid in grids)]
    if len(cells) > 3 and not _is_striped(cells, free):
        painted, free = grids_of(
            joined([side for box in cells for side in sides_across(box)]),
            joined([side for box in cells for side in sides_down(box)]), free,
        )
        grids += painted
    return grids, free


def grids_of(across: Sequence[Rule], down: Sequence[Rule], inks: Sequence[Ink]) -> tuple[list[Grid], list[Ink]]:
    """The tables whose cells these lines close, and the words that stand in none."""
    if len(across) < 2 or len(down) < 2:
        return [], list(inks)
    found = lattice(across, down, [ink.box for ink in inks])
    if found is None:
        return [], list(inks)
    held: list[list[Ink]] = [[] for _ in found.parts]
    free: list[tuple[int, Ink]] = []
    for place, ink in enumerate(inks):
        number = found.part_at((ink.box.x0 + ink.box.x1) / 2, (ink.box.top + ink.box.bottom) / 2)
        if number < 0:
            free.append((place, ink))
        else:
            held[number].append(ink)
    grids = []
    outside: list[Ink] = []
    for numbers in found.tables:
        grid = _grid(found, numbers, held)
        if grid is not None:
            grids.append(grid)
        else:
            outside += (ink for number in numbers for ink in held[number])
    if outside:
        order = {id(ink): place for place, ink in enumerate(inks)}
        free += ((order[id(ink)], ink) for ink in outside)
        free.sort(key=lambda pair: pair[0])
    return sorted(grids, key=lambda grid: (grid.box.top, grid.box.x0)), [ink for _, ink in free]


def _grid(found: Lattice, numbers: Sequence[int], held: Sequence[Sequence[Ink]]) -> Grid | None:
    """The table of these parts; pieces of crooked cells without words are left out."""
    kept = [(found.parts[number], held[number]) for number in numbers if found.parts[number].whole or held[number]]
    tops = sorted({part.top for part, _ in kept})
    lefts = sorted({part.left for part, _ in kept})
    filled = sum(1 for _, words in kept if words)
    if len(lefts) < 2 or filled < max(2, _LEAST_FILLED * (len(kept) - _FORM)):
        return None
    kept.sort(key=lambda one: one[0][1::-1])
    slots = tuple(
        Slot(found.box(part), bisect_left(tops, part.top), bisect_left(lefts, part.left),
             bisect_left(tops, part.bottom) - bisect_left(tops, part.top),
             bisect_left(lefts, part.right) - bisect_left(lefts, part.left), tuple(words))
        for part, words in kept
    )
    outer = slots[0].box
    for slot in slots[1:]:
        outer = outer.union(slot.box)
    return Grid(outer, len(tops), len(lefts), slots)


def _painted_edges(rules: Rules) -> Iterator[Rule]:
    """Where a row's paint ends from one line down the page to another: rows are parted there without a line.

    Where there is a line along a part of the way, the rest belongs to a merged cell.
    """
    for fill in rules.fills:
        for side in sides_across(fill):
            if not _drawn_along(rules.across, *side, share=0) and all(
                any(rule.start - _FLUSH <= side.at <= rule.end + _FLUSH for rule in near(rules.down, end, _FLUSH))
                for end in (side.start, side.end)
            ):
                yield side


def _painted_heads(rules: Rules, inks: Sequence[Ink]) -> Iterator[Box]:
    """Painted areas that stand right above or below a ruled table: a row of it that has no line of its own."""
    for fill in rules.fills:
        edges = [_drawn_along(rules.across, at, fill.x0, fill.x1) for at in (fill.top, fill.bottom)]
        reach = TOUCH + (fill.x1 - fill.x0) / 2
        beside = near(rules.down, (fill.x0 + fill.x1) / 2, reach)
        if edges.count(True) == 1 and any(_goes_on(rule, fill) for rule in beside):
            yield fill


def _drawn_along(rules: Sequence[Rule], at: float, start: float, end: float, share: float = 0.8) -> bool:
    """Whether a line is drawn at `at` along more than a `share` of the way; `rules` by their place."""
    beside = (rule for rule in near(rules, at, TOUCH) if rule.start < end and start < rule.end)
    return sum(min(rule.end, end) - max(rule.start, start) for rule in beside) > share * (end - start)


def _goes_on(rule: Rule, fill: Box) -> bool:
    """Whether a line down the page begins or ends at the painted area and does not enter it."""
    return fill.x0 - TOUCH <= rule.at <= fill.x1 + TOUCH and (
        abs(rule.start - fill.bottom) <= TOUCH or abs(rule.end - fill.top) <= TOUCH
    )


def _continued(fill: Box, down: Sequence[Rule], inks: Sequence[Ink]) -> Iterator[Rule]:
    """The sides of a painted row, and the table's lines led on through it where no word stands in their way."""
    yield from sides_down(fill)
    words = [ink.box for ink in inks if fill.top < (ink.box.top + ink.box.bottom) / 2 < fill.bottom]
    for rule in down:
        if _goes_on(rule, fill) and not any(box.x0 + THIN < rule.at < box.x1 - THIN for box in words):
            yield Rule(rule.at, fill.top, fill.bottom)


def _within(inner: Box, outer: Box) -> bool:
    return (
        outer.x0 - TOUCH <= inner.x0 and inner.x1 <= outer.x1 + TOUCH
        and outer.top - TOUCH <= inner.top and inner.bottom <= outer.bottom + TOUCH
    )


def _is_striped(fills: Sequence[Box], inks: Sequence[Ink]) -> bool:
    """Whether words stand in gaps between painted rows: then every other row of a table is painted."""
    rows: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
    for fill in fills:
        rows[round(fill.top), round(fill.bottom)].append(fill)
    bands = sorted(rows)
    for (_, low), (high, _) in pairwise(bands):
        if high - low > 2 * TOUCH and any(low < (ink.box.top + ink.box.bottom) / 2 < high for ink in inks):
            return True
    return False
