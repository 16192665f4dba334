"""The rows of grids: what their cells hold by the shape of their table, and what stands over several of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from extract.divide.draft import key_of
from extract.divide.prose import PARENTS
from extract.forms.columns import Signature
from extract.forms.entries import Entry, Headed, Record
from extract.forms.glued import unglued
from extract.forms.heads import year_in
from extract.forms.shape import INNER, Shape

_PER_INDICATOR = frozenset({"achievement", "indicator_weight"}) | INNER

_MEASURED = frozenset({"baseline", "target", "revised_target", "result", "achievement"})
# What these are where a table has no indicators.
_OF_OBJECTIVE = {"achievement": "objective_achievement", "indicator_weight": "objective_weight"}


class Grids:
    """Reads rows in order, by the shapes of the tables they are of."""

    def __init__(self, shapes: Mapping[Signature, Shape]) -> None:
        self._shapes = shapes
        self._signature: Signature = ()
        self._columns: tuple[Headed, ...] = ()
        self._above: dict[int, tuple[Entry, int, bool]] = {}
        self._title_rows = 0

    def begin(self) -> None:
        """Another table begins: what stood over rows is forgotten."""
        self._above, self._title_rows = {}, 0

    def shape(self, record: Record) -> Shape:
        """The shape of a row's table."""
        signature = record.columns.signature()
        shape = self._shapes[signature]
        if signature != self._signature:
            self._signature = signature
            heads = (column.text for column in record.columns.columns)
            self._columns = tuple(Headed(*pair) for pair in zip(shape.roles, heads, strict=True))
            self.begin()
        return shape

    def is_titled(self) -> bool:
        """Whether the title of a row above takes the row read last too."""
        return self._title_rows > 0

    def read(self, record: Record, shape: Shape) -> list[Entry]:
        """The row's cells by what they hold; those of parents are remembered for the rows below.

        One to the left of the title holds until the next, one to its right for the rows it takes.
        """
        held = ((at, entry, rows, fixed) for at, (entry, rows, fixed) in self._above.items() if rows > 0 or fixed)
        self._above = {at: (entry, rows - 1, fixed) for at, entry, rows, fixed in held}
        known = ((entry, shape.roles[entry.column]) for entry in record.entries)
        named = [entry._replace(role=role, columns=self._columns) for entry, role in known if role]
        entries = unglued(named, shape.roles)
        self._title_rows -= 1
        for entry in entries:
            if entry.column == shape.title:
                self._title_rows = entry.row_span
            if entry.role in PARENTS and entry.column != shape.title:
                fixed = shape.title is None or entry.column < shape.title
                kept = {at: held for at, held in self._above.items() if at < entry.column or held[1] > 0}
                self._above = {**kept, entry.column: (entry, entry.row_span - 1, fixed)}
        return entries

    def over(self, entries: Iterable[Entry]) -> list[Entry]:
        """The parents that stand over a row of these cells, in columns where it has none of its own."""
        own = {entry.column for entry in entries}
        return [above for at, (above, _, _) in sorted(self._above.items()) if at not in own]


def parted(entries: Iterable[Entry], shape: Shape) -> tuple[list[dict[str, Entry]], list[Entry]]:
    """The cells of a row that are its indicators', by role, and those of its objective.

    A row has one indicator, or as many as the table has columns for them under one head.
    """
    rows: list[dict[str, Entry]] = [{}]
    own: list[Entry] = []
    twins = _twins(entries := list(entries), shape)
    for entry in entries:
        if entry.role in _PER_INDICATOR and (shape.has("indicator") or entry.role not in _OF_OBJECTIVE):
            place = twins.get(entry.column, 0)
            rows += [{} for _ in range(place + 1 - len(rows))]
            _put(rows[place], entry)
        else:
            own.append(entry._replace(role=_OF_OBJECTIVE.get(entry.role, entry.role)))
    return [row for row in rows if row], own


def _twins(entries: Sequence[Entry], shape: Shape) -> dict[int, int]:
    """Which indicator the cells of a column are of, where several columns of indicators have one head.

    The measures are shared out in order, where there are as many columns of them.
    """
    named = [entry for entry in entries if entry.role == "indicator"]
    if len({entry.label.clean().casefold() for entry in named}) == len(named):
        return {}
    columns: dict[str, list[int]] = {}
    for at, role in enumerate(shape.roles):
        columns.setdefault(role or "", []).append(at)
    count = len(columns["indicator"])
    return {at: place for alike in columns.values() if len(alike) == count for place, at in enumerate(alike)}


def _put(row: dict[str, Entry], entry: Entry) -> None:
    """A field that several columns hold keeps them all: which year counts is seen later."""
    row[_next(row, entry.role)] = entry


def _next(row: Mapping[str, Entry], role: str) -> str:
    number, name = 2, role
    while name in row:
        number, name = number + 1, f"{role} {number}"
    return name


def place_in(row: Mapping[str, Entry], entry: Entry) -> str | None:
    """Where a labelled cell stands in its indicator's row; None where the field is taken, save by another year's."""
    held = [one for role, one in row.items() if role.split(" ")[0] == entry.role]
    year = year_in(entry.label.text)
    if held and (year is None or year in {year_in(one.label.text) for one in held}):
        return None
    return _next(row, entry.role)


def told_again(rows: Sequence[dict[str, Entry]], row: Mapping[str, Entry]) -> dict[str, Entry] | None:
    """The same indicator in a table before, where that told other measures of it: targets there, results here."""
    own = row.get("indicator")
    if own is None:
        return None
    for before in rows:
        named = before.get("indicator")
        if named and named.columns != own.columns and key_of(named.body) == key_of(own.body):
            return None if _MEASURED & before.keys() & row.keys() else before
    return None


def continue_title(entries: list[Entry], more: Entry) -> None:
    """A title goes on below the page's end."""
    for place, entry in enumerate(entries):
        if entry.role == more.role:
            entries[place] = entry._replace(body=entry.body + more.body)
            return
