"""Tables that say what an objective is, its indicators and its results, and leave its name to a heading above them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extract.divide.prose import PARENTS
from extract.forms.columns import Signature
from extract.forms.entries import Banner, Event, Labelled, Record
from extract.forms.form import Form
from extract.forms.shape import Shape, shape_of
from schemas.document import Table

_NAMES = frozenset({"number", "code", "title", "operational"})
_SAYS_NOTHING = frozenset({*PARENTS, "ignored", "total", "year", "responsible", "weight", "objective_weight"})


def shapes_of(events: Sequence[Event]) -> dict[Signature, Shape]:
    """The shape of each table, seen with all its rows on all its pages."""
    records: dict[Signature, list[Record]] = {}
    for event in events:
        if isinstance(event, Record):
            records.setdefault(event.columns.signature(), []).append(event)
    return {signature: shape_of(found[0].columns, found) for signature, found in records.items()}


def telling_tables(form: Form) -> Iterator[Table]:
    """The tables of labels and values that name no objective and say more than where one belongs."""
    tables = sorted(form.tables, key=lambda table: table.start)
    starts = [table.start for table in tables]
    held: list[list[Event]] = [[] for _ in tables]
    for event in form.events:
        if (place := bisect_right(starts, event.start)):
            held[place - 1].append(event)
    for table, events in zip(tables, held, strict=True):
        roles = {entry.role for event in events if isinstance(event, Labelled) for entry in event.entries}
        if roles - _SAYS_NOTHING and not roles & _NAMES and not any(map(_is_other, events)):
            yield table


def _is_other(event: Event) -> bool:
    """Whether a row may name an objective."""
    return isinstance(event, Banner) or (isinstance(event, Record) and bool(event.columns.roles() & _NAMES))
