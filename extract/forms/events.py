"""Tables read row by row: heads, records below them, labelled cells, banners and totals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.forms.cards import groups_in, is_card
from extract.forms.columns import WITHIN, Columns, read_columns
from extract.forms.entries import Banner, Begun, Entry, Event, Labelled, Record, Total
from extract.forms.headings import Headings
from extract.forms.heads import LONGEST, Head, Heads
from extract.forms.joint import Joint, are_parted
from extract.forms.packs import ColumnPacks
from extract.forms.rows import Slot, TableRow, is_null
from extract.forms.sums import is_sum
from extract.passage import Passage
from extract.rulebook import Rulebook
from schemas.document import Document, Table

_PARTED = re.compile(r"[:=\n\t]|\s[-–—]\s")
_FOLLOWED = re.compile(r"\s+(?=(?:n[.°]\s*)?[A-Z]{0,3}\.?\d|(?:[A-Z]|[IVX]{1,4})\s*[-–—:]\s)")
_NUMBERED = re.compile(r"\s+(\d{1,3})$")  # "Area strategica 1 - Servizi"
_LEVELS = frozenset({"area", "strategic", "programme"})
_CODED = re.compile(r"[A-Z]{0,4}\.?\d{1,3}(?:\.\s?\d{1,3}){0,4}(?:\s\d{1,3})?[a-z]?|[A-Z](?:\.\d{1,3}){1,4}")
_TITLE = 0.5  # of a table's width: a title that stands beside its code and over the other columns
_MOST_PARTS = 4  # places of a cell's text at which its label may end
# What cells hold that stand beside the heading of an objective in one row.
_BESIDE = {
    "weight": "objective_weight", "objective_weight": "objective_weight", "indicator_weight": "objective_weight",
    "achievement": "objective_achievement", "objective_achievement": "objective_achievement", "score": "score",
}
_MOST_PAIRS = 8  # cells of a row of labels and values


class Reader:
    """Reads tables in the order of the document: a head holds for the rest of its table on the pages after it too."""

    def __init__(self, rulebook: Rulebook, document: Document) -> None:
        self._heads = Heads(rulebook.general)
        self._column_packs = ColumnPacks(rulebook)
        self._headings = Headings(rulebook)
        self._general = rulebook.general
        self._joint = Joint(document, self._heads)
        self._columns: Columns | None = None
        self._held: Columns | None = None  # of the table that the page before ends with
        self._pack = rulebook.general
        self._opens_page = False
        self._groups: dict[int, str] = {}  # rows beside a label that takes several: its field
        self._is_merged = False  # rows on a later page whose few cells can be no records

    def read(self, rows: Sequence[TableRow], table: Table) -> Iterator[Event]:
        self._held = self._columns if self._columns and self._joint.follows(table, self._columns) else None
        self._columns = self._go_on(rows, self._held) if self._held else None
        goes_on = self._opens_page = self._columns is not None
        place, card = 0, is_card(rows, self._heads)
        self._groups = groups_in(rows, self._heads) if card else {}
        while place < len(rows):
            is_pair = card and (len(rows[place].filled()) == 2 or place in self._groups)
            head = None if is_pair else read_columns(rows, place, self._heads)
            if head is not None:
                is_rest = self._take(head[0])
                goes_on = goes_on or is_rest
                if not is_rest:
                    yield Begun(rows[place].start)
                place += head[1]
            elif (below := self._label_above(rows, place)) is not None:
                yield below
                place += 2
            else:
                yield from self._grouped(rows[place], place) or self._row(rows[place])
                place += 1
        self._joint.take(table, goes_on=goes_on)

    def _go_on(self, rows: Sequence[TableRow], columns: Columns) -> Columns | None:
        """The columns that hold on for the rows above the first head of a table."""
        first = next((at for at in range(len(rows)) if read_columns(rows, at, self._heads)), len(rows))
        self._is_merged = not are_parted(rows[:first], columns)
        return columns if self._joint.fits(rows[:first], columns) else None

    def _take(self, columns: Columns) -> bool:
        """A head holds from here; whether it is only that of the page before, printed again."""
        is_rest = self._held is not None and columns.is_like(self._held)
        self._opens_page, self._held, self._is_merged = is_rest, None, False
        self._pack, self._columns = self._column_packs.best(columns)
        return is_rest

    def _label_above(self, rows: Sequence[TableRow], place: int) -> Labelled | None:
        """A label that takes a whole row, and its value in the row below."""
        if place + 1 >= len(rows):
            return None
        label, value = rows[place].alone(), rows[place + 1].alone()
        head = self._heads.exact(label.text.rstrip(" :")) if label else None
        if label is None or value is None or head is None or self._labelled(rows[place + 1]) != ():
            return None
        return Labelled(rows[place].start, (Entry(head.role, head.rule, label.passage, value.passage),))

    def _row(self, row: TableRow) -> Iterator[Event]:
        alone = row.alone()
        if alone is not None and (banner := self._banner(row, alone)):
            yield from banner
            return
        filled = row.filled()
        if self._names_objective(row, filled):
            rule = f"{self._general.header.id}/coded-row"
            named = zip(("code", "title"), filled, strict=True)
            yield Labelled(row.start, tuple(Entry(role, rule, slot.passage, slot.passage) for role, slot in named))
            return
        if len(filled) > 1 and self._headings.hold(filled[0].passage.text):
            rest = self._labelled(row, skip=1) or self._beside_heading(row)
            if rest:
                yield Banner(row.start, filled[0].passage)
                yield Labelled(row.start, rest)
                return
        labelled = self._labelled(row)
        if labelled is None:
            return
        is_total = any(entry.role == "total" for entry in labelled) or is_sum(row, self._heads, self._columns)
        if is_total:
            yield Total(row.start, self._entries(row) if self._columns else labelled)
        elif labelled:
            yield Labelled(row.start, labelled, self._columns is not None and alone is not None, self._is_beside(alone))
        elif alone is not None:
            yield self._across(row, alone)
        elif self._columns and not self._is_merged:
            yield from self._record(row, self._columns)

    def _across(self, row: TableRow, alone: Slot) -> Labelled | Banner:
        """A row of one cell that no label begins: a note on the row above, or what parts the rows."""
        if not self._is_beside(alone):
            return Banner(row.start, alone.passage)
        rule = f"{self._general.header.id}/merged-row"
        return Labelled(row.start, (Entry("notes", rule, alone.passage.part(0, 0), alone.passage),), beside=True)

    def _is_beside(self, alone: Slot | None) -> bool:
        """Whether a cell across columns stands beside one of a row above that goes on: what it says is of that row."""
        if alone is None or self._columns is None or alone.column_span <= 1:
            return False
        column = self._columns.columns[0]
        return alone.x0 > (column.x0 + column.x1) / 2

    def _grouped(self, row: TableRow, place: int) -> tuple[Labelled, ...]:
        """A pair beside a label that takes several rows: "Indicatore 1 | Denominazione | ..."."""
        group = self._groups.get(place)
        if group is None:
            return ()
        entries = self._labelled(row, skip=len(row.filled()) - 2) or ()
        roles = (WITHIN.get((group, entry.role), entry.role) for entry in entries)
        entries = tuple(entry._replace(role=role) for entry, role in zip(entries, roles, strict=True))
        return (Labelled(row.start, entries),) if entries else ()

    def _record(self, row: TableRow, columns: Columns) -> Iterator[Record]:
        """A row that says something; behind it no head is that of the page before, printed again."""
        entries = self._entries(row)
        if not all(is_null(entry.body) for entry in entries):
            yield Record(row.start, entries, columns, self._pack, self._opens_page)
            self._opens_page, self._held = False, None

    def _banner(self, row: TableRow, alone: Slot) -> tuple[Event, ...]:
        """A heading that takes a row, and what is printed at its right end; or lines that each hold a label."""
        if told := split_lines(alone.passage, self._heads):
            return (Labelled(row.start, told),)
        first, tab, rest = alone.passage.text.partition("\t")
        if not self._headings.hold(first):
            return ()
        passage = alone.passage.part(0, len(first))
        beside = split_label(alone.passage.part(len(first) + 1, len(first) + 1 + len(rest)), self._heads, loose=True)
        return (Banner(row.start, passage), *([Labelled(row.start, (beside,))] if tab and beside else []))

    def _beside_heading(self, row: TableRow) -> tuple[Entry, ...]:
        """Cells of the objective itself, in a row that its heading begins: its weight, its score."""
        first = row.filled()[0]
        cells = [entry for entry in self._entries(row) if entry.body.spans != first.passage.spans]
        if not all(entry.role in _BESIDE for entry in cells):
            return ()
        return tuple(entry._replace(role=_BESIDE[entry.role], column=-1) for entry in cells)

    def _names_objective(self, row: TableRow, filled: Sequence[Slot]) -> bool:
        """Whether a row below a head is a code and a title across the other columns."""
        if self._columns is None or len(filled) != 2 or len(row.slots) > 2:
            return False
        box = row.table.box
        wide = filled[1].width > _TITLE * (box.x1 - box.x0)
        return wide and _CODED.fullmatch(filled[0].text) is not None and filled[1].text[0].isalpha()

    def _entries(self, row: TableRow) -> tuple[Entry, ...]:
        columns = self._columns
        if columns is None:
            return ()
        found: dict[int, Entry] = {}
        for slot in row.filled():
            at = columns.at(slot)
            column = columns.columns[at] if at is not None else None
            if at is None or column is None or column.head is None:
                continue
            entry = Entry(column.head.role, column.head.rule, column.label, slot.passage, at, slot.row_span)
            before = found.get(at)
            found[at] = entry if before is None else before._replace(body=before.body + entry.body)
        return tuple(found[at] for at in sorted(found))

    def _labelled(self, row: TableRow, skip: int = 0) -> tuple[Entry, ...] | None:
        """Labels and their values: label | value | label | value, or both in one cell, the first cells skipped.

        None for a label whose value is left empty.
        """
        filled = row.filled()[skip:]
        labels = [self._heads.exact(slot.text.rstrip(" :")) for slot in filled]
        in_pairs = len(filled) % 2 == 0 and all(labels[::2]) and not any(labels[1::2])
        if labels and labels[0] and _tell_themselves(filled[2:], self._heads):
            in_pairs, labels = True, [labels[0], *[None] * (len(labels) - 1)]
        too_many = self._columns is not None and len(filled) > max(2, len(self._columns.columns) // 2)
        if len(filled) > _MOST_PAIRS or (too_many and not in_pairs):
            return ()
        found: list[Entry] = []
        waiting: tuple[Head, Slot] | None = None
        in_turn = all(labels[::2])  # then what stands between is a value, even where it could be a label
        for place, (slot, head) in enumerate(zip(filled, labels, strict=True)):
            inside = None if head or waiting else split_label(slot.passage, self._heads)
            if head and not (waiting and in_turn and place % 2):
                waiting = (head, slot)
            elif inside:
                found.append(inside)
                waiting = None
            elif waiting:
                found.append(Entry(waiting[0].role, waiting[0].rule, waiting[1].passage, slot.passage))
                waiting = None
            elif not found:
                return ()
        return tuple(found) if found or waiting is None or len(filled) > 1 else None


def _tell_themselves(slots: Sequence[Slot], heads: Heads) -> bool:
    """Whether all cells hold a label and its value: "Esito | Raggiunto | Valutazione OIV: 5/5"."""
    return bool(slots) and all(split_label(slot.passage, heads) is not None for slot in slots)


def split_lines(passage: Passage, heads: Heads) -> tuple[Entry, ...]:
    """The labels and values of a cell each line of which holds both, as the foot of a card does: "Esito: raggiunto"."""
    text, start, found = passage.text, 0, []
    for line in text.splitlines(keepends=True):
        entry = split_label(passage.part(start, start + len(line.rstrip())), heads) if ":" in line else None
        start += len(line)
        if entry is None and line.strip():
            return ()
        if entry is not None:
            found.append(entry)
    return tuple(found) if len(found) > 1 else ()


def split_label(passage: Passage, heads: Heads, *, loose: bool = False) -> Entry | None:
    """A label and its value in one text: "Peso: 20%", "Descrizione" over its text, "Missione 01 ...".

    A `loose` one may have a word more: "Settore II - Tributi".
    """
    text = passage.text
    places = [*_PARTED.finditer(text, 0, LONGEST)][:_MOST_PARTS]
    for found in sorted(places, key=lambda one: one.group() not in ":="):  # a label may break
        label = text[: found.start()]
        head = heads.opening(label) if loose else heads.exact(label)
        if head and text[found.end() :].strip():
            numbered = _NUMBERED.search(label) if head.role in _LEVELS else None
            begin, end = numbered.span() if numbered else (found.start(), found.end())
            return _parted(passage, head, begin, end - len(numbered[1]) if numbered else end)
    for found in _FOLLOWED.finditer(text, 0, LONGEST):
        head = heads.exact(text[: found.start()])
        if head and head.role in {"strategic", "operational", "area", "programme", "number", "code", "title"}:
            return _parted(passage, head, found.start(), found.end())
    return None


def _parted(passage: Passage, head: Head, end: int, start: int) -> Entry:
    label, body = passage.part(0, end), passage.part(start, len(passage.text))
    return Entry(head.role, head.rule, label, body)
