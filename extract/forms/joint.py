"""Where one table ends and the next begins: whether this is the rest of that, below a page's end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from extract.forms.columns import Columns
from extract.forms.heads import Heads
from extract.forms.rows import Slot, TableRow
from schemas.document import Box, Document, LineKind, Table

_AROUND = 0.05  # of a table's width: so far the sides of its parts may stand apart
_WITHIN = 0.02  # and the lines between its columns, measured from its left side


class Joint:
    """Knows the table read last, with all its parts."""

    def __init__(self, document: Document, heads: Heads) -> None:
        self._document = document
        self._heads = heads
        self._line_starts = document.lines.starts
        self._last: Table | None = None
        self._edges: set[float] = set()

    def take(self, table: Table, *, goes_on: bool) -> None:
        """The table is read; it `goes_on` with the one before, or is another."""
        self._last = table
        self._edges = (self._edges if goes_on else set()) | _edges(table.box.x0, (cell.box for cell in table.cells))

    def follows(self, table: Table, columns: Columns) -> bool:
        """Whether a table stands on a later page, as wide as these columns of the last one, nothing between them.

        Running headers, page numbers and footnotes are nothing, and so are words of a cell or of
        the head that the page's end left outside the table.
        """
        if self._last is None or self._last.page >= table.page or not _is_as_wide(table, columns):
            return False
        first, end = (bisect_left(self._line_starts, place) for place in (self._last.end, table.start))
        body = (line for line in self._document.lines[first:end] if line.kind is LineKind.BODY)
        texts = (self._document.text[line.start : line.end].strip() for line in body)
        return all(not text or text[0].islower() or self._heads.exact(text) for text in texts)

    def fits(self, rows: Sequence[TableRow], columns: Columns) -> bool:
        """Whether rows without a head may stand below the same columns: no line parts them where none did before."""
        if not rows or self._last is None:
            return False
        table = rows[0].table
        if not (table.ruled and self._last.ruled):
            return table.columns <= self._last.columns and all(_is_below(row, columns) for row in rows)
        most = _WITHIN * (table.box.x1 - table.box.x0)
        return all(_is_near(edge, self._edges, most) for edge in _edges(table.box.x0, _slots(rows)))


def are_parted(rows: Sequence[TableRow], columns: Columns) -> bool:
    """Whether most of the columns are parted in these rows, not merged."""
    sides = _edges(0, _slots(rows))
    most = _AROUND * (columns.columns[-1].x1 - columns.columns[0].x0)
    parted = sum(_is_near(column.x0, sides, most) for column in columns.columns[1:])
    return 2 * parted >= len(columns.columns) - 1


def _is_as_wide(table: Table, columns: Columns) -> bool:
    first, last = columns.columns[0], columns.columns[-1]
    most = _AROUND * (last.x1 - first.x0)
    return abs(table.box.x0 - first.x0) < most and abs(table.box.x1 - last.x1) < most


def _slots(rows: Iterable[TableRow]) -> Iterator[Slot]:
    return (slot for row in rows for slot in row.slots)


def _edges(left: float, cells: Iterable[Box | Slot]) -> set[float]:
    """Where cells begin and end, from a place on the page."""
    return {round(side - left) for cell in cells for side in (cell.x0, cell.x1)}


def _is_near(edge: float, edges: set[float], most: float) -> bool:
    return any(abs(edge - other) <= most for other in edges)


def _is_below(row: TableRow, columns: Columns) -> bool:
    """Whether no two cells of a row stand below one column."""
    places = [columns.at(slot) for slot in row.filled()]
    return len(set(places)) == len(places)
