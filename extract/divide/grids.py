"""The rows of grids: what their cells hold by the shape of their table, and what stands over several of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extract.divide.prose import PARENTS
from extract.forms.columns import Signature
from extract.forms.events import Entry, Record
from extract.forms.glued import unglued
from extract.forms.shape import INNER, Shape

_PER_INDICATOR = frozenset({"achievement", "indicator_weight"}) | INNER

# What these are where a table has no indicators.
_OF_OBJECTIVE = {"achievement": "objective_achievement", "indicator_weight": "objective_weight"}


class Grids:
    """Reads rows in order, by the shapes of the tables they are of."""

    def __init__(self, shapes: Mapping[Signature, Shape]) -> None:
        self._shapes = shapes
        self._signature: Signature = ()
        self._above: dict[int, tuple[Entry, int, bool]] = {}

    def shape(self, record: Record) -> Shape:
        """The shape of a row's table; at the first row of another table what stood over rows is forgotten."""
        signature = record.columns.signature()
        if signature != self._signature:
            self._signature, self._above = signature, {}
        return self._shapes[signature]

    def read(self, record: Record, shape: Shape) -> list[Entry]:
        """The row's cells by what they hold; those of parents are remembered for the rows below.

        One to the left of the title holds until the next, one to its right for the rows it takes.
        """
        held = ((at, entry, rows, fixed) for at, (entry, rows, fixed) in self._above.items() if rows > 0 or fixed)
        self._above = {at: (entry, rows - 1, fixed) for at, entry, rows, fixed in held}
        named = [e._replace(role=role) for e in record.entries if (role := shape.roles[e.column])]
        entries = unglued(named, shape.roles)
        for entry in entries:
            if entry.role in PARENTS and entry.column != shape.title:
                fixed = shape.title is None or entry.column < shape.title
                kept = {at: held for at, held in self._above.items() if at < entry.column or held[1] > 0}
                self._above = {**kept, entry.column: (entry, entry.row_span - 1, fixed)}
        return entries

    def over(self, entries: Iterable[Entry]) -> list[Entry]:
        """The parents that stand over a row of these cells, in columns where it has none of its own."""
        own = {entry.column for entry in entries}
        return [above for at, (above, _, _) in sorted(self._above.items()) if at not in own]


def parted(entries: Iterable[Entry], shape: Shape) -> tuple[dict[str, Entry], list[Entry]]:
    """The cells of a row that are its indicator's, by role, and those of its objective."""
    row: dict[str, Entry] = {}
    own: list[Entry] = []
    for entry in entries:
        if entry.role in _PER_INDICATOR and (shape.has("indicator") or entry.role not in _OF_OBJECTIVE):
            _put(row, entry)
        else:
            own.append(entry._replace(role=_OF_OBJECTIVE.get(entry.role, entry.role)))
    return row, own


def _put(row: dict[str, Entry], entry: Entry) -> None:
    """A field that several columns hold keeps them all: which year counts is seen later."""
    role = entry.role
    number = 2
    while role in row:
        role = f"{entry.role} {number}"
        number += 1
    row[role] = entry


def continue_title(entries: list[Entry], more: Entry) -> None:
    """A title goes on below the page's end."""
    for place, entry in enumerate(entries):
        if entry.role == more.role:
            entries[place] = entry._replace(body=entry.body + more.body)
            return
