"""Pixels -> the lines and painted areas drawn on a scanned page, as `drawings.py` tells them of a printed one.

Tesseract sees columns better where a table's lines do not stand between them as letters: `without`
paints them white first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from extract.read.drawings import Shape
from extract.read.lines import Ink
from extract.read.scan import DARK
from schemas.document import Box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from extract.read.scan import Scan

    Dark = NDArray[np.bool_]

_SHORTEST = 14.0  # points: a table's cell is wider and, with its neighbours, taller
_THICK = 3.0  # points: what is thicker is paint
_SURE = 30.0  # points: no letter is as high or wide
_FULL = 0.75  # of a painted area's dots are dark, letters in white left out
_ALONG = 0.93  # of a word's width: bold letters touch along three quarters
_MOST_RUNS = 20_000  # more are a photograph


class _Run(NamedTuple):
    """Dark dots side by side in one row of pixels."""

    row: int
    start: int
    end: int


def drawn(scan: Scan) -> list[Shape]:
    """The shapes drawn on a scan, in points; strokes of large letters may be among them."""
    dark = scan.grey < DARK
    shapes = [Shape(_points(box, scan.scale), filled) for box, filled in _shapes(dark, scan.scale)]
    turned = ((Box(box.top, box.x0, box.bottom, box.x1), filled) for box, filled in _shapes(dark.T, scan.scale))
    return shapes + [Shape(_points(box, scan.scale), False) for box, filled in turned if not filled]


def without_strokes(shapes: Sequence[Shape], inks: Sequence[Ink]) -> list[Shape]:
    """The shapes that are no part of a letter: not within a word, or along most of one, which strikes it through."""
    return [shape for shape in shapes if not any(_is_stroke(shape.box, ink) for ink in inks)]


def without(scan: Scan, shapes: Sequence[Shape]) -> Scan:
    """The scan with its lines painted white: those longer than any letter, and those that end at two of them."""
    lines = [shape.box for shape in shapes if not shape.filled]
    sure = [box for box in lines if max(box.x1 - box.x0, box.bottom - box.top) >= _SURE]
    sure += [box for box in lines if box not in sure and sum(_meets(box, other) for other in sure) > 1]
    if not sure:
        return scan
    grey = scan.grey.copy()
    for box in sure:
        left, top = (max(int(edge * scan.scale) - 1, 0) for edge in box[:2])
        right, bottom = (round(edge * scan.scale) + 1 for edge in box[2:])
        grey[top:bottom, left:right] = 255
    return scan._replace(grey=grey)


def _meets(line: Box, other: Box) -> bool:
    """Whether two lines, one across and one down the page, touch."""
    is_level, other_is_level = (box.x1 - box.x0 > box.bottom - box.top for box in (line, other))
    return (
        is_level is not other_is_level and line.x0 - 1 <= other.x1 and other.x0 <= line.x1 + 1
        and line.top - 1 <= other.bottom and other.top <= line.bottom + 1
    )


def _shapes(dark: Dark, scale: float) -> Iterator[tuple[Box, bool]]:
    """The lines across and the painted areas, in pixels."""
    runs = _runs(dark, round(_SHORTEST * scale))
    for group in _touching(runs) if len(runs) <= _MOST_RUNS else ():
        box = Box(
            min(run.start for run in group), min(run.row for run in group),
            max(run.end for run in group), max(run.row for run in group) + 2,
        )
        if box.bottom - box.top <= _THICK * scale:
            yield box, False
        elif sum(run.end - run.start for run in group) > _FULL * (box.x1 - box.x0) * (box.bottom - box.top):
            yield box, True


def _runs(dark: Dark, shortest: int) -> list[_Run]:
    """The long runs of dark dots, row by row. Two rows are taken together, so that a line may sink by one."""
    import numpy as np

    paired = dark[:-1] | dark[1:]
    paired[:, 1:-1] |= paired[:, :-2] & paired[:, 2:]  # a light speck parts no line
    edges = np.diff(np.pad(paired, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    long = ends - starts >= shortest
    return [_Run(*map(int, run)) for run in zip(rows[long], starts[long], ends[long], strict=True)]


def _touching(runs: Sequence[_Run]) -> Iterator[list[_Run]]:
    """Runs that lie one below the other; `runs` come row by row."""
    open_groups: list[list[_Run]] = []
    for run in runs:
        kept, home = [], None
        for group in open_groups:
            last = group[-1]
            if last.row < run.row - 2:
                yield group
                continue
            kept.append(group)
            if home is None and last.row >= run.row - 2 and last.start < run.end and run.start < last.end:
                home = group
        if home is None:
            kept.append([run])
        else:
            home.append(run)
        open_groups = kept
    yield from open_groups


def _points(box: Box, scale: float) -> Box:
    return Box(box.x0 / scale, box.top / scale, box.x1 / scale, box.bottom / scale)


def _is_stroke(shape: Box, ink: Ink) -> bool:
    """Whether a line is part of a word: a dash, the stem of a large letter."""
    word = ink.box
    if len(ink.text) > 1 and shape.x1 - shape.x0 > _ALONG * (word.x1 - word.x0):
        return False
    return (
        word.x0 - 1 <= shape.x0 and shape.x1 <= word.x1 + 1 and word.top - 1 <= shape.top
        and shape.bottom <= word.bottom + 1
    )
