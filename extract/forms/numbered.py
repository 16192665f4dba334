"""Titles beside a number in a row of two cells, with no word for what they are: "3 | Ridurre i tempi di attesa".

Chapters may be set so too. What stands below tells: tables that say something of one objective and name none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.forms.entries import Entry, Event, Labelled, Record
from extract.forms.rows import Slot, TableRow
from extract.language.romans import parse_roman
from schemas.document import Table

_NUMBER = re.compile(r"(?:n\s?[.°]{0,2}\s*|nr\.?\s*)?(\d{1,3})[.)]?|([IVXLC]{1,6})\.?", re.I)
_NARROW = 0.25  # of a table's width: a number's cell takes less
_SHORTEST = 8  # letters of a title
_FEWEST = 2  # titles
_NAMES = frozenset({"title", "operational"})
_TELLS = frozenset({
    "indicator", "target", "revised_target", "result", "results", "description", "expected_benefits", "actions",
    "formula", "baseline",
})

Read = tuple[Table, Sequence[TableRow], list[Event]]


class _Titled(NamedTuple):
    """The place of a table that begins with a number and a title, and these."""

    place: int
    number: int
    cells: tuple[Slot, Slot]


def with_numbered(read: Sequence[Read], rule: str) -> Iterator[tuple[Table, list[Event]]]:
    """The tables and their events; where such titles name objectives, the rows that hold them say so."""
    found = list(_rising(_telling(list(_titled(read)), read)))
    chosen = {one.place: one for one in found} if len(found) >= _FEWEST else {}
    for place, (table, rows, events) in enumerate(read):
        titled = chosen.get(place)
        if titled is not None:
            named = zip(("number", "title"), titled.cells, strict=True)
            entries = tuple(Entry(role, rule, slot.passage, slot.passage) for role, slot in named)
            others = [event for event in events if len(rows) > 1 and event.start >= rows[1].start]
            yield table, [Labelled(rows[0].start, entries), *others]
        else:
            yield table, events


def _titled(read: Sequence[Read]) -> Iterator[_Titled]:
    for place, (_, rows, _) in enumerate(read):
        first = _number_of(rows[0])
        if first is not None and not any(_number_of(row) is not None for row in rows[1:]):
            number, title = rows[0].filled()
            yield _Titled(place, first, (number, title))


def _number_of(row: TableRow) -> int | None:
    """The number that a row of a number and a title begins with."""
    filled = row.filled()
    if len(filled) != 2 or filled[0].width > _NARROW * (row.table.box.x1 - row.table.box.x0):
        return None
    found, title = _NUMBER.fullmatch(filled[0].text), filled[1].text
    if found is None or sum(map(str.isalpha, title)) < _SHORTEST or not title.lstrip("«“\"'(")[:1].isupper():
        return None
    return int(found[1]) if found[1] else parse_roman(found[2])


def _telling(titled: Sequence[_Titled], read: Sequence[Read]) -> Iterator[_Titled]:
    """Those below which tables say something of an objective, and none names one."""
    ends = [*(one.place for one in titled[1:]), len(read)][: len(titled)]
    for one, end in zip(titled, ends, strict=True):
        below = [event for place in range(one.place, end) for event in read[place][2]]
        own = read[one.place][1][0].start
        roles = {role for event in below if event.start > own for role in _roles(event)}
        if roles & _TELLS and not roles & _NAMES:
            yield one


def _roles(event: Event) -> Iterator[str]:
    if isinstance(event, Record):
        yield from event.columns.roles()
    elif isinstance(event, Labelled):
        yield from (entry.role for entry in event.entries)


def _rising(titled: Iterator[_Titled]) -> Iterator[_Titled]:
    """Those that count on from the ones before."""
    last = 0
    for one in titled:
        if one.number > last:
            yield one
            last = one.number
