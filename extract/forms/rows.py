"""The rows of a document's tables, as passages of its text with the place they take on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extract.language.lexicon import words
from extract.passage import Passage
from schemas.document import Cell, Document, Table

_FULL = 0.8  # of a table's width: a cell that wide is a row by itself


class Slot(NamedTuple):
    """A cell that is drawn in a row: its text, its place, and how many rows and columns it takes.

    `x0` and `x1` are in points from the page's left edge.
    """

    passage: Passage
    text: str
    start: int
    x0: float
    x1: float
    row_span: int
    column_span: int

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    def shares(self, x0: float, x1: float) -> float:
        """How many points of the range the cell stands over."""
        return min(self.x1, x1) - max(self.x0, x0)


class TableRow(NamedTuple):
    """A row with the cells that begin in it, from left to right; `place` counts rows from the table's top."""

    table: Table
    place: int
    slots: tuple[Slot, ...]

    @property
    def start(self) -> int:
        """Where the row begins in the document's text."""
        return min(slot.start for slot in self.slots)

    def filled(self) -> tuple[Slot, ...]:
        """The cells that hold text."""
        return tuple(slot for slot in self.slots if slot.text)

    def alone(self) -> Slot | None:
        """The only cell with text, where it takes the table's whole width or nearly so."""
        filled = self.filled()
        width = self.table.box.x1 - self.table.box.x0
        if len(filled) == 1 and (filled[0].width >= _FULL * width or len(self.slots) == 1):
            return filled[0]
        return None


def is_null(passage: Passage) -> bool:
    """Whether a cell says that there is nothing: empty, "n.d.", "-"."""
    text = passage.clean().lower()
    return not text or text in words("numbers", "nulls") or text.strip(" .") in words("numbers", "nulls")


def rows_of(document: Document, table: Table) -> Iterator[TableRow]:
    """The rows of a table that hold any text, top to bottom."""
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, []).append(cell)
    for place in sorted(by_row):
        slots = tuple(_slot(document, cell) for cell in sorted(by_row[place], key=lambda cell: cell.column))
        if any(slot.text for slot in slots):
            yield TableRow(table, place, slots)


def _slot(document: Document, cell: Cell) -> Slot:
    passage = Passage(document, document.unstruck(cell.start, cell.end))
    return Slot(passage, passage.clean(), cell.start, cell.box.x0, cell.box.x1, cell.row_span, cell.column_span)
