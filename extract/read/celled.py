"""Tables whose lines across are drawn cell by cell: where one piece ends and the next begins, columns meet.

A piece that goes on over several columns is the lower side of one cell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.read.lines import Band, Ink, bands
from extract.read.margins import bottom_of, centre, is_across, is_shut, middle, top_of
from extract.read.rules import TOUCH, Rule, Rules, joined, near, sides_across, sides_down
from extract.read.tables import Grid, grids_of
from schemas.document import Box

_FEWEST = 3  # places at which the columns of a line meet
_LEAST_LINES = 3
_LEVEL = 0.6  # points by which pieces of one line may differ in height
_MEETS = 1.5  # points between two pieces that meet
_FLUSH = 6.0  # points by which lines of one table may end apart
_ROOM = 0.6  # heights: with wider gaps a row holds several texts
_PAIR, _SPARSE = 2, 0.3  # texts of a row that may be a label and its value; of the columns: so few are no more
_FORM = 0.3  # of the rows: with more that are such, a form
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
    seen: list[Line] = []
    for line in widest:
        if any(line.at == other.at for other in seen) or _is_walled(line, rules.down):
            continue
        own = [one for one in lines if line.start - _FLUSH <= one.start and one.end <= line.end + _FLUSH]
        table = list(_run(line, own, free))
        seen += table
        grid = _grid(table, rules.down, free) if len(table) >= _LEAST_LINES else None
        if grid is not None:
            grids.append(grid)
            held = {id(ink) for slot in grid.slots for ink in slot.inks}
            free = [ink for ink in free if id(ink) not in held]
    return grids, free


def _is_walled(line: Line, down: Sequence[Rule]) -> bool:
    """Whether most of the places where its pieces meet have lines down of their own."""
    joints = line.joints()
    walled = sum(
        any(rule.start - TOUCH <= line.at <= rule.end + TOUCH for rule in near(down, at, TOUCH)) for at in joints
    )
    return walled > _DRAWN * len(joints)


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
    if not own:
        return below.at - above.at <= 2 * TOUCH
    return sum(is_across(line, places) for line in own) <= _PROSE_LINES or _is_labelled(own, places)


def _is_labelled(lines: Sequence[Band], places: Sequence[float]) -> bool:
    """Whether running text has a label in a column of its own before it."""
    label = lines[0].inks[0]
    return any(centre(label) < at and not any(is_shut(at, line) for line in lines) for at in places)


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
    ends = Line(box.bottom, [Rule(box.bottom, *pair) for pair in pairwise(_last(lines).ends())])
    walls = [wall for place, line in enumerate([*lines, ends]) for wall in _walls(line, lines[:place], top)]
    strips = [bands(held) for held in _held(inside, [box.top, *(line.at for line in lines), box.bottom])]
    if _is_form(strips, places):
        return None
    groups = list(_groups(lines, strips[0], left, right))
    walls = list(_free(walls, [box.top, *(line.at for line in lines), box.bottom], strips, groups))
    words = [ink for ink in inside if box.top <= middle(ink) <= box.bottom]
    found, free = grids_of(
        joined([*across, *sides_across(box)]), joined([*drawn, *walls, *sides_down(box)]), words
    )
    return found[0]._replace(ruled=False) if len(found) == 1 and not free else None


def _is_form(strips: Sequence[Sequence[Band]], places: Sequence[float]) -> bool:
    """Whether many rows hold a label and its value only: such forms have no columns that hold for all their rows."""
    texts = [max(map(_texts, strip)) for strip in strips if strip]
    return sum(count <= max(_PAIR, _SPARSE * len(places)) for count in texts) > _FORM * len(texts)


def _walls(line: Line, above: Sequence[Line], top: float) -> Iterator[Rule]:
    """The sides of the cells whose lower sides are the pieces of a line: up to the next line above."""
    for at in line.ends():
        over = (one.at for one in above if any(
            piece.start - TOUCH <= at <= piece.end + TOUCH for piece in one.pieces
        ))
        start = max(over, default=top)
        if line.at - start > TOUCH:
            yield Rule(at, start, line.at)


def _last(lines: Sequence[Line]) -> Line:
    """The last of the widest lines: where the page's end leaves a row open, its columns are those above."""
    return max(lines, key=lambda line: (round(line.end - line.start, -1), line.at))


def _held(inks: Sequence[Ink], heights: Sequence[float]) -> list[list[Ink]]:
    """The words between each height and the next."""
    held: list[list[Ink]] = [[] for _ in heights]
    for ink in inks:
        held[bisect_right(heights, middle(ink)) - 1].append(ink)
    return held[:-1]


def _groups(
    lines: Sequence[Line], head: Sequence[Band], left: float, right: float
) -> Iterator[tuple[float, float]]:
    """Where one head stands over several columns: above a line that is drawn below it, and not below its neighbours."""
    for low, high in _runs(lines[0]):
        inside = [ink for line in head for ink in line.inks if low < centre(ink) < high]
        is_part = low > left + _FLUSH or high < right - _FLUSH
        if is_part and inside and all(_texts(line) == 1 for line in bands(inside)):
            yield low + TOUCH, high - TOUCH


def _runs(line: Line) -> Iterator[tuple[float, float]]:
    """Where the pieces of a line go on without a gap."""
    start, end = line.pieces[0][1:]
    for piece in line.pieces[1:]:
        if piece.start - end > _MEETS:
            yield start, end
            start = piece.start
        end = max(end, piece.end)
    yield start, end


def _free(
    walls: Iterable[Rule], heights: Sequence[float], strips: Sequence[Sequence[Band]],
    groups: Sequence[tuple[float, float]],
) -> Iterator[Rule]:
    """The walls over which no words go on, none in a row of one text: programs part the lines of wide cells too."""
    for wall in walls:
        first, last = bisect_left(heights, wall.start - TOUCH), bisect_left(heights, wall.end - TOUCH)
        own = [line for strip in strips[first:last] for line in strip]
        if first == 0 and any(low < wall.at < high for low, high in groups):
            continue
        if not any(is_shut(wall.at, line) for line in own) and max(map(_texts, own), default=2) > 1:
            yield wall


def _texts(line: Band) -> int:
    """How many texts stand in a line: words with no more than blanks between them are one."""
    room = _ROOM * (line.bottom - line.top)
    return 1 + sum(right.box.x0 - left.box.x1 > room for left, right in pairwise(line.inks))
