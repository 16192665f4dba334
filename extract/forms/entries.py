"""What the rows of tables say, told in the order of the document: records, labels with their values, titles, totals."""

from __future__ import annotations

from typing import NamedTuple

from extract.forms.columns import Columns
from extract.passage import Passage
from extract.rulebook import Pack


class Headed(NamedTuple):
    """A column: the field it holds and its head as printed."""

    role: str | None
    head: str


class Entry(NamedTuple):
    """A cell that answers a label or the head of its column.

    `column` numbers its column, -1 beside a label; `row_span` counts the rows it takes; `columns`
    are those of its table, the empty ones too, once all its rows are seen.
    """

    role: str
    rule: str
    label: Passage
    body: Passage
    column: int = -1
    row_span: int = 1
    columns: tuple[Headed, ...] = ()


class Begun(NamedTuple):
    """A head whose table is the rest of none before: what stood over the rows of others ends here."""

    start: int
    entries: tuple[Entry, ...] = ()


class Record(NamedTuple):
    """A row below a head. `opens_page`: the first one of a page that goes on with the table of the page before."""

    start: int
    entries: tuple[Entry, ...]
    columns: Columns
    pack: Pack
    opens_page: bool


class Labelled(NamedTuple):
    """Labels with their values in one row; a `band` parts the rows of a grid: "Missione 011 - Competitività".

    What is told `beside` cells of a row above that go on is of that row's objective.
    """

    start: int
    entries: tuple[Entry, ...]
    band: bool = False
    beside: bool = False


class Banner(NamedTuple):
    """A row that is one cell, with no label that is known."""

    start: int
    body: Passage


class Total(NamedTuple):
    """The row that sums a table up."""

    start: int
    entries: tuple[Entry, ...]


Event = Begun | Record | Labelled | Banner | Total
