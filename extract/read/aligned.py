"""Tables whose columns nobody ruled: found by the white that runs down between their words.

Rows are parted by the lines drawn across, by painted bands, or by neither; columns by the corridors
that no word crosses. What is found is drawn as rules and read like any ruled table, so that cells
may span and wrap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extract.read.corridors import Strip, corridors, crossed, gaps, inner, narrowed
from extract.read.lines import Band, Ink, bands
from extract.read.rules import Rule, Rules, joined, sides_across, sides_down
from extract.read.tables import Grid, grids_of
from schemas.document import Box

FLUSH = 6.0  # points by which the ends of one table's lines may differ
_WIDE = 0.3  # of the text's width: a shorter line parts no rows
_FEWEST_ROWS = 3
_HEAD_LINES = 4  # lines that the head of a table may take above its first rule
_ROWS_APART = 0.8  # heights: lines farther apart are of two rows
_COLUMN_GAP = 1.5  # heights
_PAIRS = 3  # corridors: with no more, a row of one short text is a label whose value is left empty
_CUT_LINES = 40  # lines that a row cut by the page's end may take
_BLANK = 0.45  # heights: a wider gap is no blank between two words
_FULL = 0.6  # of the columns: two lines that fill more of them are two rows
_NEAR = 1.6  # heights: lines farther apart are not of one row


class Edge(NamedTuple):
    """A height at which one row of a table ends and the next begins, and how far it reaches."""

    at: float
    x0: float
    x1: float


class Run(NamedTuple):
    """Rows one below the other that share their columns: the strips, and the middles of their corridors."""

    strips: tuple[Strip, ...]
    corridors: tuple[tuple[float, float], ...]


def find(rules: Rules | None, inks: Sequence[Ink], grids: Sequence[Grid]) -> tuple[list[Grid], list[Ink]]:
    """The tables of `grids` and those that only their columns show, and the words that stand in none."""
    kept, free = list(grids), _outside(inks, grids)
    if rules is not None:
        for x0, x1, edges in _families(rules, inks):
            kept, free = _with_rows(rules, x0, x1, edges, inks, kept, free)
    return kept, free


def _outside(inks: Sequence[Ink], grids: Sequence[Grid]) -> list[Ink]:
    held = {id(ink) for grid in grids for slot in grid.slots for ink in slot.inks}
    return [ink for ink in inks if id(ink) not in held]


def _families(rules: Rules, inks: Sequence[Ink]) -> Iterator[tuple[float, float, list[float]]]:
    """Edges that begin and end at the same places: left, right, and their heights."""
    if not inks:
        return
    width = max(ink.box.x1 for ink in inks) - min(ink.box.x0 for ink in inks)
    edges = sorted(_edges(rules), key=lambda edge: (edge.x0, edge.x1, edge.at))
    families: list[list[Edge]] = []
    for edge in edges:
        if edge.x1 - edge.x0 < _WIDE * width:
            continue
        home = next((f for f in families if abs(f[0].x0 - edge.x0) < FLUSH and abs(f[0].x1 - edge.x1) < FLUSH), None)
        if home is None:
            families.append([edge])
        else:
            home.append(edge)
    for family in sorted(families, key=lambda family: family[0].x0 - family[0].x1):  # the widest first
        heights = _apart(sorted(edge.at for edge in family))
        if len(heights) > 1:
            yield min(e.x0 for e in family), max(e.x1 for e in family), heights


def _edges(rules: Rules) -> Iterator[Edge]:
    for rule in rules.across:
        yield Edge(rule.at, rule.start, rule.end)
    for band in _painted(rules.fills):
        yield Edge(band.top, band.x0, band.x1)
        yield Edge(band.bottom, band.x0, band.x1)


def _painted(fills: Sequence[Box]) -> Iterator[Box]:
    """Painted areas side by side made one: a row whose cells are painted one by one."""
    held: Box | None = None
    for fill in sorted(fills, key=lambda box: (round(box.top), round(box.bottom), box.x0)):
        if fill.bottom - fill.top < 6 or fill.bottom - fill.top > 400:
            continue
        if held and abs(held.top - fill.top) < 2 and abs(held.bottom - fill.bottom) < 2 and fill.x0 - held.x1 < 4:
            held = held.union(fill)
            continue
        if held:
            yield held
        held = fill
    if held:
        yield held


def _apart(heights: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for at in heights:
        if not kept or at - kept[-1] > 3:
            kept.append(at)
    return kept


def _with_rows(
    rules: Rules, x0: float, x1: float, edges: Sequence[float], inks: Sequence[Ink], grids: list[Grid], free: list[Ink]
) -> tuple[list[Grid], list[Ink]]:
    """The tables whose rows these edges part, beside the ones already known."""
    inside = [ink for ink in inks if x0 - FLUSH <= ink.box.x0 and ink.box.x1 <= x1 + FLUSH]
    loose = {id(ink) for ink in free}
    framed = [grid.box for grid in grids if grid.ruled and grid.rows > 1]
    heights = _with_gaps(edges, inside, framed)
    strips = [_strip(inside, top, bottom, (x0, x1)) for top, bottom in pairwise(heights)]
    whole = [grid.box for grid in grids if not grid.ruled or not _is_head(grid)]
    rows = [strip for strip in strips if not any(_covers(box, strip) for box in whole)]
    rows = [strip for strip in rows if not any(_holds(strip, box) for box in framed)]
    for chain in _chains(rows):
        plain = [s for s in chain[1:] if not any(s.top + 3 < rule.at < s.bottom - 3 for rule in rules.across)]
        if len(chain) <= _FEWEST_ROWS and any(_full_lines(strip) > 1 for strip in plain):
            continue  # lines above and below the rows only: what parts these is seen elsewhere
        words = [ink for strip in chain for ink in strip.inks]
        if not words or 2 * sum(id(ink) in loose for ink in words) < len(words):
            continue
        # The head above and the row below reach no farther than the next line, and take no other table's words.
        above = max((at for at in heights if at < chain[0].top - 1), default=0.0)
        below = min((at for at in heights if at > chain[-1].bottom + 1), default=float("inf"))
        run = _run(chain, [ink for ink in inside if above < _middle(ink) < below], (x0, x1))
        if run is None:
            continue
        top, bottom = run.strips[0].top, run.strips[-1].bottom
        region = Box(x0, top, x1, bottom)
        ruled = [grid for grid in grids if _overlaps(grid.box, region)]
        taken = [ink for ink in inside if top <= _middle(ink) <= bottom]
        open_strips = [strip for strip in run.strips if not any(_covers(grid.box, strip) for grid in ruled)]
        known = [slot.box for grid in ruled for slot in grid.slots]
        across = list(_across(rules, region))
        ends = [x for rule in across for x in (rule.start, rule.end)]
        across += (Rule(at, x0, x1) for strip in run.strips for at in (strip.top, strip.bottom))
        sides = [x for box in known for x in (box.x0, box.x1)] + ends
        down = [*_down(rules, region), *_walls(run, open_strips, x0, x1, sides)]
        across += (side for box in known for side in sides_across(box))
        down += (side for box in known for side in sides_down(box))
        made = grids_of(joined(across), joined(down), taken)[0]
        if not made:
            continue
        grids = [grid for grid in grids if grid not in ruled] + [grid._replace(ruled=False) for grid in made]
        free = _outside(inks, grids)
        loose = {id(ink) for ink in free}
    return grids, free


def _with_gaps(edges: Sequence[float], inks: Sequence[Ink], framed: Sequence[Box]) -> list[float]:
    """The edges, and the heights between them at which two rows stand apart with no line between them."""
    heights = list(edges)
    for top, bottom in pairwise(edges):
        if any(top < box.top and box.bottom < bottom for box in framed):
            continue
        lines = bands([ink for ink in inks if top <= _middle(ink) < bottom])
        for above, below in pairwise(lines):
            apart = below.top - max(line.bottom for line in lines if line.top <= above.top)
            if apart > _ROWS_APART * (above.bottom - above.top) and _in_columns(above) and _in_columns(below):
                heights.append((above.bottom + below.top) / 2)
    return sorted(heights)


def _is_head(grid: Grid) -> bool:
    """Whether a ruled table is but the head of one: a row or two without a number."""
    last = max(slot.row for slot in grid.slots)
    return grid.rows < _FEWEST_ROWS and not any(
        letter.isdigit() for slot in grid.slots if slot.row == last for ink in slot.inks for letter in ink.text
    )


def _full_lines(strip: Strip) -> int:
    """How many lines of a strip fill most of the columns that its fullest line does: rows, where they are several."""
    counts = [1 + sum(b.box.x0 - a.box.x1 > line.bottom - line.top for a, b in pairwise(line.inks))
              for line in bands(strip.inks)]
    return sum(count > _FULL * max(counts) for count in counts) if max(counts, default=0) > _PAIRS else 0


def _in_columns(line: Band) -> bool:
    """Whether a line shows a gap that no text has."""
    least = _COLUMN_GAP * (line.bottom - line.top)
    return any(right.box.x0 - left.box.x1 > least for left, right in pairwise(line.inks))


def _strip(inks: Sequence[Ink], top: float, bottom: float, sides: tuple[float, float]) -> Strip:
    held = tuple(ink for ink in inks if top <= _middle(ink) < bottom)
    return Strip(top, bottom, held, tuple(gaps(held, *sides)))


def _middle(ink: Ink) -> float:
    return (ink.box.top + ink.box.bottom) / 2


def _chains(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    """Strips one below the other; one without words, or with prose, ends a chain."""
    chain: list[Strip] = []
    for strip in strips:
        if not strip.inks or _is_prose(strip) or (chain and strip.top - chain[-1].bottom > 3):
            if chain:
                yield chain
            chain = [strip] if strip.inks and not _is_prose(strip) else []
        else:
            chain.append(strip)
    if chain:
        yield chain


def _is_prose(strip: Strip) -> bool:
    """Whether the strip holds running text, or a heading with room around it, rather than a row."""
    lines = bands(strip.inks)
    high = median(ink.box.bottom - ink.box.top for ink in strip.inks)
    if len(strip.gaps) > 2:
        return False
    return len(lines) > 3 or strip.bottom - strip.top > (len(lines) + 2.5) * 1.3 * high


def _run(chain: Sequence[Strip], inks: Sequence[Ink], sides: tuple[float, float]) -> Run | None:
    """The strips and the corridors that most keep to, a head above and a row cut by the page's end included."""
    run = _extended(Run(tuple(chain), tuple(corridors(chain, rows=1))), inks, sides)
    kept = tuple(corridors(run.strips, rows=2))
    return Run(run.strips, kept) if kept else None


def _extended(run: Run, inks: Sequence[Ink], sides: tuple[float, float]) -> Run:
    """With the head that stands above the first edge and the row that the page's end leaves open."""
    first, last = run.strips[0], run.strips[-1]
    above = _beside(run, bands([i for i in inks if _middle(i) < first.top])[::-1], first.top, up=True)
    below = _beside(run, bands([i for i in inks if _middle(i) > last.bottom]), last.bottom, up=False)
    strips = list(run.strips)
    if above:
        top = min(ink.box.top for ink in above) - 1
        strips.insert(0, Strip(top, first.top, tuple(above), tuple(gaps(above, *sides))))
    if below:
        bottom = max(ink.box.bottom for ink in below) + 1
        strips.append(Strip(last.bottom, bottom, tuple(below), tuple(gaps(below, *sides))))
    return Run(tuple(strips), run.corridors)


def _beside(run: Run, lines: Sequence[Band], at: float, *, up: bool) -> list[Ink]:
    """The words of the lines next to a run that keep to its columns, two of them filled at least."""
    held: list[Ink] = []
    white = list(run.corridors)
    for line in lines[: _HEAD_LINES if up else _CUT_LINES]:
        ends = line.inks[0].box.x0, max(ink.box.x1 for ink in line.inks)
        shared = [narrowed(gap, line.inks) for gap in white]
        over = sum(gap is None for gap in shared)
        columns = {_column(ink, run) for ink in line.inks}
        is_text = len(columns) > 1 and not list(gaps(line.inks, *ends))
        far = (at - line.bottom if up else line.top - at) > _NEAR * (line.bottom - line.top)
        if far or 2 * over > len(white) or (up and (is_text or columns == {0})):
            break
        held += line.inks
        white = [new or old for new, old in zip(shared, white, strict=True)]
        at = line.top if up else line.bottom
    if len(run.strips) == 1 and not up:  # below a head alone: the rest of a row that the page's end cut
        full = sum(len({_column(ink, run) for ink in line.inks}) > _FULL * len(run.corridors) for line in bands(held))
        return held if full < 2 else []
    least = max(1, len(run.corridors) // 3)
    return held if len({_column(ink, run) for ink in held}) > least else []


def _column(ink: Ink, run: Run) -> int:
    return sum((ink.box.x0 + ink.box.x1) / 2 > (gap[0] + gap[1]) / 2 for gap in run.corridors)


def _covers(box: Box, strip: Strip) -> bool:
    """Whether a strip is a row of a table that is ruled anyway."""
    return min(box.bottom, strip.bottom) - max(box.top, strip.top) > 0.8 * (strip.bottom - strip.top)


def _holds(strip: Strip, box: Box) -> bool:
    """Whether a table stands within a strip: then the lines are those of a frame around it."""
    return strip.top < box.top and box.bottom < strip.bottom


def _walls(run: Run, strips: Sequence[Strip], x0: float, x1: float, known: Sequence[float]) -> Iterator[Rule]:
    """The sides of a run, and its corridors as lines in those strips whose words do not cross them."""
    top, bottom = run.strips[0].top, run.strips[-1].bottom
    yield Rule(x0, top, bottom)
    yield Rule(x1, top, bottom)
    for start, end in run.corridors:
        at = next((x for x in known if start - 2 <= x <= end + 2), (start + end) / 2)
        for strip in strips:
            if (inner(strip) or len(run.corridors) <= _PAIRS) and not crossed((start, end), strip.inks):
                top = _below_head(at, strip) if strip is run.strips[0] else strip.top
                if top < strip.bottom:
                    yield Rule(at, top, strip.bottom)


def _below_head(at: float, strip: Strip) -> float:
    """Where a corridor begins below a head that runs over it, with a blank between two of its words just there."""
    top = strip.top
    for line in bands(strip.inks):
        for left, right in pairwise(line.inks):
            if left.box.x1 <= at <= right.box.x0 and right.box.x0 - left.box.x1 < _BLANK * (line.bottom - line.top):
                top = line.bottom
    return top if any(_middle(ink) > top for ink in strip.inks) else strip.bottom


def _across(rules: Rules, region: Box) -> Iterator[Rule]:
    for rule in rules.across:
        beside = region.x0 - FLUSH <= rule.start and rule.end <= region.x1 + FLUSH
        if beside and region.top - 2 <= rule.at <= region.bottom + 2:
            yield rule


def _down(rules: Rules, region: Box) -> Iterator[Rule]:
    for rule in rules.down:
        beside = region.top - 2 <= rule.start and rule.end <= region.bottom + 2
        if beside and region.x0 - FLUSH <= rule.at <= region.x1 + FLUSH:
            yield rule


def _overlaps(one: Box, two: Box) -> bool:
    return one.x0 < two.x1 and two.x0 < one.x1 and one.top < two.bottom - 1 and two.top < one.bottom - 1
