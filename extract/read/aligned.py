"""Tables whose columns nobody ruled: found by the white that runs down between their words.

Rows are parted by the lines drawn across, by painted bands, or by neither; columns by the corridors
that no word crosses. What is found is drawn as rules and read like any ruled table, so that cells
may span and wrap.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extract.read.corridors import FULL, Gap, Run, Strip, run_of, strip_of, wide_gaps
from extract.read.lines import Ink, bands
from extract.read.rules import TOUCH, Rule, Rules, joined, near, sides_across, sides_down
from extract.read.tables import Grid, grids_of
from schemas.document import Box

FLUSH = 6.0  # points by which the ends of one table's lines may differ
_WIDE = 0.3  # of the text's width: a shorter line parts no rows
_LOW, _HIGH = 6.0, 400.0  # points: what is painted lower is a line, what is painted higher no row
_FEWEST_ROWS = 3  # a ruled table with fewer may be the head of one that is not
_ROWS_APART = 0.8  # heights: lines farther apart are of two rows
_COLUMN_GAP = 1.5  # heights
_PAIRS = 3  # corridors: with no more, a row of one short text is a label whose value is left empty
_BLANK = 0.45  # heights: a wider gap is no blank between two words
_PROSE_LINES = 3  # more in one row without columns are running text
_ROOMY = 2.5  # lines: so much room left in a row without columns is that around a heading
_LEADING = 1.3  # heights from one line to the next
_COVERED = 0.8  # of a row's height
_CLOSE = 2.0  # points
_APART = 5.0  # points: less room between two edges is that around a line


class Edge(NamedTuple):
    """A height at which one row of a table ends and the next begins, and how far it reaches."""

    x0: float
    x1: float
    at: float


class Family(NamedTuple):
    """Edges that begin and end at the same places: left, right, and their heights."""

    x0: float
    x1: float
    heights: list[float]


def find(rules: Rules | None, inks: Sequence[Ink], grids: Sequence[Grid]) -> tuple[list[Grid], list[Ink]]:
    """The tables of `grids` and those whose rows are parted but their columns not, and the words that stand in none."""
    found = list(grids)
    if rules is not None:
        for family in _families(rules, inks):
            found = _with_rows(family, rules, inks, found)
    return found, _outside(inks, found)


def _outside(inks: Sequence[Ink], grids: Sequence[Grid]) -> list[Ink]:
    """The words that stand in no table."""
    held = {id(ink) for grid in grids for slot in grid.slots for ink in slot.inks}
    return [ink for ink in inks if id(ink) not in held] if held else list(inks)


def _families(rules: Rules, inks: Sequence[Ink]) -> Iterator[Family]:
    """The edges that may part rows, those of the widest tables first."""
    least = _WIDE * (max((ink.box.x1 for ink in inks), default=0) - min((ink.box.x0 for ink in inks), default=0))
    families: list[list[Edge]] = []
    for edge in sorted(edge for edge in _edges(rules) if edge.x1 - edge.x0 >= least):
        beside = families[bisect_right(families, edge.x0 - FLUSH, key=_left) :]
        home = next((own for own in beside if abs(own[0].x1 - edge.x1) < FLUSH), None)
        if home is None:
            families.append([edge])
        else:
            home.append(edge)
    for own in sorted(families, key=lambda own: own[0].x0 - own[0].x1):
        heights = list(_apart(sorted(edge.at for edge in own)))
        if len(heights) > 1:
            yield Family(own[0].x0, max(edge.x1 for edge in own), heights)


def _left(family: Sequence[Edge]) -> float:
    return family[0].x0


def _edges(rules: Rules) -> Iterator[Edge]:
    for rule in rules.across:
        yield Edge(rule.start, rule.end, rule.at)
    for band in _painted(rules.fills):
        yield Edge(band.x0, band.x1, band.top)
        yield Edge(band.x0, band.x1, band.bottom)


def _painted(fills: Sequence[Box]) -> Iterator[Box]:
    """Painted rows: areas side by side, as cells painted one by one are, made one."""
    held: Box | None = None
    rows = [fill for fill in fills if _LOW <= fill.bottom - fill.top <= _HIGH]
    for fill in sorted(rows, key=lambda box: (round(box.top), round(box.bottom), box.x0)):
        if held and _is_beside(held, fill):
            held = held.union(fill)
            continue
        if held:
            yield held
        held = fill
    if held:
        yield held


def _is_beside(left: Box, right: Box) -> bool:
    level = abs(left.top - right.top) < _CLOSE and abs(left.bottom - right.bottom) < _CLOSE
    return level and right.x0 - left.x1 < 2 * _CLOSE


def _apart(heights: Sequence[float]) -> Iterator[float]:
    """The heights less those of doubled lines."""
    last = float("-inf")
    for at in heights:
        if at - last > TOUCH:
            last = at
            yield at


def _with_rows(family: Family, rules: Rules, inks: Sequence[Ink], grids: list[Grid]) -> list[Grid]:
    """The tables whose rows these edges part, beside those already known that are no part of one of them."""
    inside = [ink for ink in inks if family.x0 - FLUSH <= ink.box.x0 and ink.box.x1 <= family.x1 + FLUSH]
    left = _outside(inside, grids)
    if not any(family.heights[0] <= _middle(ink) <= family.heights[-1] for ink in left):
        return grids
    free = {id(ink) for ink in left}
    heights = _with_labels(family, rules.fills, inside)
    family = family._replace(heights=_with_gaps(heights, inside, grids))
    for chain in _chains(_strips(family, inside, grids)):
        words = [id(ink) for strip in chain for ink in strip.inks]
        run = _run(chain, family, rules, inside) if 2 * len(free.intersection(words)) >= len(words) else None
        made = _tables(run, rules, inside, grids) if run else []
        if run and made:
            grids = [grid for grid in grids if not _overlaps(grid.box, run.box)] + made
            free = {id(ink) for ink in _outside(inside, grids)}
    return grids


def _with_labels(family: Family, fills: Sequence[Box], inks: Sequence[Ink]) -> list[float]:
    """The edges, and those of painted cells at their left end: a row of labels begins there without a line."""
    heights = list(family.heights)
    for fill in fills:
        if abs(fill.x0 - family.x0) < FLUSH and _LOW <= fill.bottom - fill.top <= _HIGH:
            for at in (fill.top, fill.bottom):
                is_apart = all(abs(at - other) > _APART for other in heights)
                crossed = any(ink.box.top < at < ink.box.bottom for ink in inks)
                if family.heights[0] < at < family.heights[-1] and is_apart and not crossed:
                    heights.append(at)
    return sorted(heights)


def _with_gaps(edges: Sequence[float], inks: Sequence[Ink], grids: Sequence[Grid]) -> list[float]:
    """The edges, and the heights between them at which two rows stand apart with no line between them."""
    heights = list(edges)
    for (top, bottom), held in zip(pairwise(edges), _parted(inks, edges), strict=True):
        lines = bands(held) if not _is_frame(top, bottom, grids) else []
        for above, below in pairwise(lines):
            if wide_gaps(above, _COLUMN_GAP) and wide_gaps(below, _COLUMN_GAP):
                reach = max(line.bottom for line in lines if line.top <= above.top)
                if below.top - reach > _ROWS_APART * (above.bottom - above.top):
                    heights.append((above.bottom + below.top) / 2)
    return sorted(heights)


def _strips(family: Family, inks: Sequence[Ink], grids: Sequence[Grid]) -> Iterator[Strip]:
    """What stands between the edges, less the rows of tables that are ruled anyway, and frames around such tables."""
    known = [grid.box for grid in grids if not grid.ruled or not _is_head(grid)]
    for (top, bottom), held in zip(pairwise(family.heights), _parted(inks, family.heights), strict=True):
        if not any(_covers(box, top, bottom) for box in known) and not _is_frame(top, bottom, grids):
            yield strip_of(top, bottom, held, family.x0, family.x1)


def _is_frame(top: float, bottom: float, grids: Sequence[Grid]) -> bool:
    """Whether a ruled table stands between two edges: then these are drawn around a page."""
    return any(grid.ruled and grid.rows > 1 and top < grid.box.top and grid.box.bottom < bottom for grid in grids)


def _is_head(grid: Grid) -> bool:
    """Whether a ruled table is but the head of one: a row or two, and no number in the last."""
    last = max(slot.row for slot in grid.slots)
    words = (ink.text for slot in grid.slots if slot.row == last for ink in slot.inks)
    return grid.rows < _FEWEST_ROWS and not any(letter.isdigit() for word in words for letter in word)


def _parted(inks: Sequence[Ink], heights: Sequence[float]) -> list[list[Ink]]:
    """The words between each height and the next, in the order they come."""
    held: list[list[Ink]] = [[] for _ in heights]  # in the last one what stands above and below them all
    for ink in inks:
        held[bisect_right(heights, _middle(ink)) - 1].append(ink)
    return held[:-1]


def _middle(ink: Ink) -> float:
    return (ink.box.top + ink.box.bottom) / 2


def _chains(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Strips one below the other; one without words, or with prose, ends a chain."""
    chain: list[Strip] = []
    for strip in strips:
        is_row = bool(strip.inks) and not _is_prose(strip)
        if chain and (not is_row or strip.top - chain[-1].bottom > TOUCH):
            yield chain
            chain = []
        if is_row:
            chain.append(strip)
    if chain:
        yield chain


def _is_prose(strip: Strip) -> bool:
    """Whether the strip holds running text, or a heading with room around it, rather than a row."""
    if len(strip.gaps) > 2:
        return False
    lines = len(bands(strip.inks))
    high = median(ink.box.bottom - ink.box.top for ink in strip.inks)
    return lines > _PROSE_LINES or strip.bottom - strip.top > (lines + _ROOMY) * _LEADING * high


def _run(chain: Sequence[Strip], family: Family, rules: Rules, inks: Sequence[Ink]) -> Run | None:
    """The rows with what belongs to them above and below, as far as the next edge: beyond it is another table's.

    None where lines are drawn above and below the rows only: what parts these is seen elsewhere.
    """
    plain = (strip for strip in chain[1:] if not near(rules.across, *_inside(strip)))
    if len(chain) <= _FEWEST_ROWS and any(_full_lines(strip) > 1 for strip in plain):
        return None
    above = max((at for at in family.heights if at < chain[0].top - 1), default=0.0)
    below = min((at for at in family.heights if at > chain[-1].bottom + 1), default=float("inf"))
    return run_of(chain, [ink for ink in inks if above < _middle(ink) < below], family.x0, family.x1)


def _inside(strip: Strip) -> tuple[float, float]:
    """The middle of a strip, and how far from it is no edge yet."""
    return (strip.top + strip.bottom) / 2, (strip.bottom - strip.top) / 2 - TOUCH


def _full_lines(strip: Strip) -> int:
    """How many lines of a strip fill most of the columns that its fullest line does: rows, where they are several."""
    counts = [1 + wide_gaps(line, 1) for line in bands(strip.inks)]
    return sum(count > FULL * max(counts) for count in counts) if max(counts, default=0) > _PAIRS else 0


def _tables(run: Run, rules: Rules, inks: Sequence[Ink], grids: Sequence[Grid]) -> list[Grid]:
    """The tables that a run's edges and corridors close, with what is drawn there: partial lines, smaller tables."""
    box = run.box
    parts = [grid for grid in grids if _overlaps(grid.box, box)]
    cells = [slot.box for grid in parts for slot in grid.slots]
    wide, high = (box.x0 - FLUSH, box.x1 + FLUSH), (box.top - _CLOSE, box.bottom + _CLOSE)
    across, down = _drawn(rules.across, high, wide), _drawn(rules.down, wide, high)
    known = [*(x for cell in cells for x in (cell.x0, cell.x1)), *(x for rule in across for x in rule[1:])]
    across += (Rule(at, box.x0, box.x1) for strip in run.strips for at in (strip.top, strip.bottom))
    across += (side for cell in cells for side in sides_across(cell))
    unruled = [strip for strip in run.strips if not any(_covers(part.box, strip.top, strip.bottom) for part in parts)]
    down += _walls(run, unruled, known)
    down += (side for cell in cells for side in sides_down(cell))
    top, bottom = min([box.top, *(part.box.top for part in parts)]), max([box.bottom, *(p.box.bottom for p in parts)])
    made, _ = grids_of(joined(across), joined(down), [ink for ink in inks if top <= _middle(ink) <= bottom])
    return [grid._replace(ruled=False) for grid in made]


def _drawn(rules: Sequence[Rule], places: Gap, ends: Gap) -> list[Rule]:
    """The rules placed, and that begin and end, within these limits."""
    beside = near(rules, (places[0] + places[1]) / 2, (places[1] - places[0]) / 2)
    return [rule for rule in beside if ends[0] <= rule.start and rule.end <= ends[1]]


def _walls(run: Run, strips: Sequence[Strip], known: Sequence[float]) -> Iterator[Rule]:
    """The sides of a run, and its corridors as lines through those of its strips where no word stands in their way.

    A wall stands where lines in its corridor end, if any do. A strip without columns is a title that needs none.
    """
    yield from sides_down(run.box)
    parted = [strip for strip in strips if len(run.corridors) <= _PAIRS or strip.inner()]
    for start, end in run.corridors:
        at = next((x for x in known if start - _CLOSE <= x <= end + _CLOSE), (start + end) / 2)
        for strip in parted:
            if not strip.is_crossed((start, end)):
                top = _below_heading(at, strip) if strip is run.strips[0] else strip.top
                if top < strip.bottom:
                    yield Rule(at, top, strip.bottom)


def _below_heading(at: float, strip: Strip) -> float:
    """Where a wall begins in a head: below the heading over several columns that has a mere blank just there."""
    top = strip.top
    for line in bands(strip.inks):
        for left, right in pairwise(line.inks):
            if left.box.x1 <= at <= right.box.x0 and right.box.x0 - left.box.x1 < _BLANK * (line.bottom - line.top):
                top = line.bottom
    return top if any(_middle(ink) > top for ink in strip.inks) else strip.bottom


def _covers(box: Box, top: float, bottom: float) -> bool:
    """Whether a table takes most of the height of a row."""
    return min(box.bottom, bottom) - max(box.top, top) > _COVERED * (bottom - top)


def _overlaps(one: Box, two: Box) -> bool:
    return one.x0 < two.x1 and two.x0 < one.x1 and one.top < two.bottom - 1 and two.top < one.bottom - 1
