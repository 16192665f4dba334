"""Ruled tables: pdfplumber's table finder over the lines that pdfium saw drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from extract.read.lines import Ink
from schemas.document import Box

THIN = 2.5  # points: a path not thicker than this is a line
TOUCH = 3.0  # points: edges closer than this are one, ends closer than this meet
MOST_EDGES = 3000  # a page with more is a drawing, and the finder would take minutes
MOST_CROSSINGS = 4000

Edge = dict[str, float | str]
Rect = tuple[float, float, float, float]


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


def find(drawn: Sequence[Box], inks: Sequence[Ink]) -> tuple[list[Grid], list[Ink]]:
    """The ruled tables among `drawn`, and the words that stand in none of them.

    Boxes around text, page frames and underlines are no tables; nor is what has one column
    only, or fewer than two cells with text.
    """
    grids: list[Grid] = []
    free = list(inks)
    for cells in _cells(list(_edges(drawn))):
        grid, rest = _grid(cells, free)
        if grid is not None:
            grids.append(grid)
            free = rest
    return grids, free


def _edges(drawn: Sequence[Box]) -> Iterator[Edge]:
    """A thin path is a line, any other its four sides."""
    for box in drawn:
        width, height = box.x1 - box.x0, box.bottom - box.top
        if height <= THIN and width > THIN:
            yield _horizontal(box, (box.top + box.bottom) / 2)
        elif width <= THIN and height > THIN:
            yield _vertical(box, (box.x0 + box.x1) / 2)
        elif width > THIN:
            yield from (_horizontal(box, box.top), _horizontal(box, box.bottom))
            yield from (_vertical(box, box.x0), _vertical(box, box.x1))


def _horizontal(box: Box, at: float) -> Edge:
    return {"x0": box.x0, "x1": box.x1, "top": at, "bottom": at, "orientation": "h",
            "width": box.x1 - box.x0, "height": 0.0}


def _vertical(box: Box, at: float) -> Edge:
    return {"x0": at, "x1": at, "top": box.top, "bottom": box.bottom, "orientation": "v",
            "width": 0.0, "height": box.bottom - box.top}


def _cells(edges: list[Edge]) -> list[list[Rect]]:
    """Tables as lists of cell rectangles, top to bottom."""
    if len(edges) < 4 or len(edges) > MOST_EDGES or len({edge["orientation"] for edge in edges}) < 2:
        return []
    # Only pages with drawn lines pay for this import, the heaviest of the room.
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    merged = merge_edges(edges, TOUCH, TOUCH, TOUCH, TOUCH)
    crossings = edges_to_intersections(merged, TOUCH, TOUCH)
    if len(crossings) > MOST_CROSSINGS:
        return []
    tables: list[list[Rect]] = cells_to_tables(intersections_to_cells(crossings))
    return tables


def _grid(cells: Sequence[Rect], inks: Sequence[Ink]) -> tuple[Grid | None, list[Ink]]:
    tops = sorted({cell[1] for cell in cells})
    lefts = sorted({cell[0] for cell in cells})
    if len(lefts) < 2:
        return None, list(inks)
    boxes = sorted((Box(*cell) for cell in cells), key=lambda box: (box.top, box.x0))
    held, rest = _shared_out(boxes, inks)
    if sum(map(bool, held)) < 2:
        return None, list(inks)
    row_of, column_of = _index(tops), _index(lefts)
    slots = tuple(
        Slot(box, row_of(box.top), column_of(box.x0),
             max(_before(tops, box.bottom) - row_of(box.top), 1),
             max(_before(lefts, box.x1) - column_of(box.x0), 1), tuple(words))
        for box, words in zip(boxes, held, strict=True)
    )
    outer = Box(lefts[0], tops[0], max(box.x1 for box in boxes), max(box.bottom for box in boxes))
    return Grid(outer, len(tops), len(lefts), slots), rest


def _index(stops: Sequence[float]) -> Callable[[float], int]:
    places = {stop: place for place, stop in enumerate(stops)}
    return places.__getitem__


def _before(stops: Sequence[float], limit: float) -> int:
    """How many rows or columns begin before `limit`."""
    return sum(stop < limit - 0.01 for stop in stops)


def _shared_out(boxes: Sequence[Box], inks: Sequence[Ink]) -> tuple[list[list[Ink]], list[Ink]]:
    """Each word to the cell that holds its middle; the rest stands outside."""
    held: list[list[Ink]] = [[] for _ in boxes]
    rest: list[Ink] = []
    for ink in inks:
        x, y = (ink.box.x0 + ink.box.x1) / 2, (ink.box.top + ink.box.bottom) / 2
        for box, words in zip(boxes, held, strict=True):
            if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
                words.append(ink)
                break
        else:
            rest.append(ink)
    return held, rest
