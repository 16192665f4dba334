"""Tables without any line: columns by the white between words, rows by the white between lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.read.corridors import Gap, Strip, corridors, crossed, gaps
from extract.read.lines import Band, Ink, bands
from extract.read.rules import Rule, joined
from extract.read.tables import Grid, grids_of

_FEWEST_LINES = 3  # that show three columns or more
_FEWEST_CORRIDORS = 2
_APART = 1.0  # heights: a gap that may part columns where no line does
_FAR = 4.0  # heights: lines farther apart are not of one table
_LOOSER = 1.2  # times the distance of lines in a row: the least distance of rows
_SHARE = 0.15  # of the distances: so many at least are those of lines in one row
_SHORT = 8  # characters of a value
_MOST = 0.8  # of a column's lines: so many hold a value where it is one of values


def find(inks: Sequence[Ink]) -> Iterator[Grid]:
    """The tables among words that stand in no ruled one."""
    for block in _blocks(bands(inks)):
        yield from _tables(block)


def _blocks(lines: Sequence[Band]) -> Iterator[list[Band]]:
    """Lines one below the other, less those of running text."""
    block: list[Band] = []
    for line in lines:
        if not line.is_level or (block and line.top - block[-1].bottom > _FAR * (line.bottom - line.top)):
            yield block
            block = []
        if line.is_level:
            block.append(line)
    yield block


def _tables(lines: Sequence[Band]) -> Iterator[Grid]:
    wide = [place for place, line in enumerate(lines) if len(_segments(line)) > _FEWEST_CORRIDORS]
    for first, last in _stretches(wide, lines):
        part = lines[first : last + 1]
        grid = _grid(part)
        if grid is not None:
            yield grid


def _segments(line: Band) -> list[list[Ink]]:
    """The words of a line in runs that wide gaps part."""
    runs = [[line.inks[0]]]
    for left, right in pairwise(line.inks):
        if right.box.x0 - left.box.x1 > _APART * (line.bottom - line.top):
            runs.append([])
        runs[-1].append(right)
    return runs


def _stretches(wide: Sequence[int], lines: Sequence[Band]) -> Iterator[tuple[int, int]]:
    """From the first to the last of lines that show columns, with few lines of text between any two of them."""
    held: list[int] = []
    for place in wide:
        if held and place - held[-1] > 6:
            if len(held) >= _FEWEST_LINES:
                yield held[0], held[-1]
            held = []
        held.append(place)
    if len(held) >= _FEWEST_LINES:
        yield held[0], held[-1]


def _grid(lines: Sequence[Band]) -> Grid | None:
    left = min(line.inks[0].box.x0 for line in lines) - 2
    right = max(ink.box.x1 for line in lines for ink in line.inks) + 2
    strips = [Strip(line.top, line.bottom, line.inks, tuple(gaps(line.inks, left, right))) for line in lines]
    least = max(_FEWEST_LINES, len(lines) // 4)
    found = list(corridors(strips, rows=least))
    if len(found) < _FEWEST_CORRIDORS or _is_text(lines, found):
        return None
    rows = _rows(lines, found)
    edges = [rows[0][0].top - 1, *((a[-1].bottom + b[0].top) / 2 for a, b in pairwise(rows)), rows[-1][-1].bottom + 1]
    across = [Rule(at, left, right) for at in edges]
    down = [Rule(left, edges[0], edges[-1]), Rule(right, edges[0], edges[-1])]
    for row, (top, bottom) in zip(rows, pairwise(edges), strict=True):
        inks = [ink for line in row for ink in line.inks]
        for gap in found:
            if not crossed(gap, inks) and len(_columns(inks, found)) > 1:
                down.append(Rule(sum(gap) / 2, top, bottom))
    made = grids_of(joined(across), joined(down), [ink for line in lines for ink in line.inks])[0]
    return made[0]._replace(ruled=False) if len(made) == 1 else None


def _is_text(lines: Sequence[Band], found: Sequence[Gap]) -> bool:
    """Whether most lines run over the corridors: text that is set wide."""
    over = sum(any(crossed(gap, line.inks) for gap in found) for line in lines)
    return 2 * over > len(lines)


def _columns(inks: Sequence[Ink], found: Sequence[Gap]) -> set[int]:
    return {sum(ink.box.x0 >= gap[1] - 1 for gap in found) for ink in inks}


def _rows(lines: Sequence[Band], found: Sequence[Gap]) -> list[list[Band]]:
    """The lines of each row: by their distances where these differ, else by a column that is filled once a row.

    No row but the head fills a column of short values twice.
    """
    filled = [_columns(line.inks, found) for line in lines]
    values = _values(lines, found)
    steps = [b.top - a.top for a, b in pairwise(lines)]
    for least in _leaps(steps):
        rows = _split(lines, [step > least for step in steps])
        if not any(_twice(row, found, values) for row in rows[1:]):
            return rows
    once = max(values, key=lambda column: (sum(column in line for line in filled), column), default=None)
    if once is None or all(once in line for line in filled[1:]):
        return [[line] for line in lines]
    bottom = once in filled[-1] and once not in filled[1]
    return _split(lines, [once in filled[at if bottom else at + 1] for at in range(len(lines) - 1)])


def _leaps(steps: Sequence[float]) -> list[float]:
    """Distances that part lines of one row from those of two, likeliest first."""
    ordered = sorted(steps)
    leaps = [
        (above / below, (above + below) / 2) for place, (below, above) in enumerate(pairwise(ordered), 1)
        if below and above > _LOOSER * below and place >= _SHARE * len(steps)
    ]
    return [at for _, at in sorted(leaps, reverse=True)]


def _values(lines: Sequence[Band], found: Sequence[Gap]) -> set[int]:
    """The columns of short values, which take one line of a row: weights, codes, percentages."""
    texts: dict[int, list[str]] = {}
    for line in lines[1:]:
        for column in _columns(line.inks, found):
            words = [ink.text for ink in line.inks if column in _columns([ink], found)]
            texts.setdefault(column, []).append(" ".join(words))
    return {column for column, held in texts.items() if sum(map(_is_value, held)) > _MOST * len(held)}


def _is_value(text: str) -> bool:
    return len(text) <= _SHORT or (len(text) <= 2 * _SHORT and text[0].isdigit())


def _twice(row: Sequence[Band], found: Sequence[Gap], values: set[int]) -> bool:
    """Whether a row holds two values in most columns of values; in one of several a code may be broken."""
    filled = [_columns(line.inks, found) & values for line in row]
    return sum(sum(column in line for line in filled) > 1 for column in values) >= min(2, len(values) or 1)


def _split(lines: Sequence[Band], parted: Sequence[bool]) -> list[list[Band]]:
    rows = [[lines[0]]]
    for line, starts in zip(lines[1:], parted, strict=True):
        if starts:
            rows.append([])
        rows[-1].append(line)
    return rows
