"""All tables of a document as one form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.forms.entries import Event, Record
from extract.forms.events import Reader
from extract.forms.numbered import with_numbered
from extract.forms.rows import rows_of
from extract.forms.schedules import is_schedule
from extract.rulebook import Rulebook
from schemas.document import Document, Table

_SILENT = frozenset({"year", "total", "ignored", "number", "threshold"})  # labels that alone make no form


@dataclass(frozen=True, slots=True)
class Form:
    """What the tables of a document say, in order, and the tables that say it."""

    events: tuple[Event, ...]
    tables: tuple[Table, ...]


def read_form(document: Document, rulebook: Rulebook) -> Form:
    """Read all tables; those without a head or a label that is known are left to running text, schedules to none."""
    reader = Reader(rulebook, document)
    filled = [(table, rows) for table in document.tables if (rows := list(rows_of(document, table)))]
    schedules = [table for table, rows in filled if is_schedule(rows)]
    starts = {table.start for table in schedules}
    read = [(t, rows, list(reader.read(rows, t))) for t, rows in filled if t.start not in starts]
    rule = f"{rulebook.general.header.id}/numbered-row"
    known = [(table, events) for table, events in with_numbered(read, rule) if _says_something(events)]
    tables = sorted([*(table for table, _ in known), *(schedules if known else ())], key=lambda table: table.start)
    return Form(tuple(event for _, events in known for event in events), tuple(tables))


def _says_something(events: Sequence[Event]) -> bool:
    return any(
        isinstance(event, Record) or any(entry.role not in _SILENT for entry in getattr(event, "entries", ()))
        for event in events
    )
