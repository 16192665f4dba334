"""Header rows: which field each column of a table holds, over as many rows as its head takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract.forms.heads import Head, Heads, scale_in, spans_years
from extract.forms.rows import Slot, TableRow
from extract.passage import Passage

_KNOWN = 0.55  # of a header's filled cells: so many name a field
_SHORT = 32  # characters of a head's second row
_VALUE = re.compile(r"^\W*\d[\d.,]*\s*(?:%|€|gg\.?)?\W*$|^[<>≤≥=]|^(?:s[iì]|no|n\.d\.|[-–_])$", re.I)
# "Valutazione OIV: 5/5", "Raggiunto (100%)": no heads, they have their value beside them.
_TOLD = re.compile(r":\s*(?!(?:19|20)\d\d\b)\d|\(\s*\d[\d.,]*\s*%\s*\)")
_YEAR_ONLY = re.compile(r"^(?:anno\s*)?(?:19|20)\d{2}$", re.I)
_BARE = re.compile(r"(?i)(?:valor[ei]|val\.|dat[oi]|misur[ae])(?:\s+(?:19|20)\d{2})?")
_MEASURES = frozenset({"baseline", "target", "revised_target", "result"})  # a bare "Valore" below says no more
_BELOW = 2  # rows a head may take below its first one


_OBJECTIVE = ("title", "operational", "strategic")
# What a head says below another that spans several columns, or beside one that spans several rows: "Denominazione"
# below "Indicatori".
WITHIN = {
    ("indicator", "title"): "indicator", ("indicator", "description"): "indicator",
    ("indicator", "weight"): "indicator_weight",
    ("indicator", "code"): "ignored", ("indicator", "number"): "ignored",
    **{(group, "weight"): "objective_weight" for group in _OBJECTIVE},
    **{(group, "achievement"): "objective_achievement" for group in _OBJECTIVE},
    **{("weight", of): "objective_weight" for of in _OBJECTIVE}, ("weight", "indicator"): "indicator_weight",
    **{("achievement", of): "objective_achievement" for of in _OBJECTIVE}, ("achievement", "indicator"): "achievement",
}
Signature = tuple[str, ...]


class Column(NamedTuple):
    """A column: the field its head names, None for one no rule knows, and where it stands on the page."""

    head: Head | None
    label: Passage
    text: str
    x0: float
    x1: float

    @property
    def role(self) -> str | None:
        return self.head.role if self.head else None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns below a head, from left to right. `scale` is the head of the highest threshold."""

    columns: tuple[Column, ...]
    scale: Passage | None = None

    def signature(self) -> Signature:
        """The heads, to know the same table again on the next page."""
        return tuple(column.text.casefold() for column in self.columns)

    def is_like(self, other: Columns) -> bool:
        """Whether most of as many heads are the same: one printed again, though partly misread."""
        pairs = list(zip(self.signature(), other.signature(), strict=False))
        alike = sum(one == two for one, two in pairs)
        return len(self.columns) == len(other.columns) and 2 * alike > len(pairs)

    def roles(self) -> set[str]:
        """The fields that the columns hold."""
        return {column.role for column in self.columns if column.role}

    def spelled(self) -> set[str]:
        """The heads as printed, small."""
        return {column.text.casefold() for column in self.columns}

    def known(self) -> float:
        """The share of heads that name a field."""
        return sum(column.head is not None for column in self.columns) / len(self.columns)

    def at(self, slot: Slot) -> int | None:
        """The number of the column that a cell stands below: the one that shares most of its width."""
        best, most, x0, x1 = None, 0.0, slot.x0, slot.x1
        for number, column in enumerate(self.columns):
            right = x1 if x1 < column.x1 else column.x1
            left = x0 if x0 > column.x0 else column.x0
            if right - left > most:
                best, most = number, right - left
        return best

    def with_roles(self, heads: Heads) -> Columns:
        """The same columns, their heads read with another pack."""
        columns = tuple(c._replace(head=_named(heads, c.text, c.head)) for c in self.columns)
        return Columns(columns, self.scale)


def read_columns(rows: Sequence[TableRow], place: int, heads: Heads) -> tuple[Columns, int] | None:
    """The columns whose head begins at `rows[place]`, and how many rows it takes; None where no head stands there."""
    row = rows[place]
    if not _is_head(row, heads):
        return None
    taken = 1
    while taken <= _BELOW and place + taken < len(rows) and _goes_on(row, rows[place + taken], heads):
        taken += 1
    above = rows[place - 1] if place and _spans_over(rows[place - 1], row) else None
    columns = tuple(_columns([*([above] if above else []), *rows[place : place + taken]], heads))
    steps = (column for column in columns if column.role == "threshold")
    thresholds = [(top, column.label) for column in steps if (top := scale_in(column.text))]
    highest = max(thresholds, key=lambda one: one[0], default=None)
    return Columns(columns, highest[1] if highest else None), taken


def _is_head(row: TableRow, heads: Heads) -> bool:
    filled = row.filled()
    if len(filled) < 2:
        return False
    exact = [None if _TOLD.search(slot.text) else heads.exact(slot.text) for slot in filled]
    known = sum(head is not None for head in exact)
    if known < 2:
        return False
    likely = sum(heads.opening(slot.text) is not None for slot in filled)
    values = sum(_VALUE.match(slot.text) is not None and not _YEAR_ONLY.match(slot.text) for slot in filled)
    if values and values >= len(filled) - likely and 2 * values > known:
        return False
    return likely + sum(bool(_YEAR_ONLY.match(s.text)) for s in filled) >= _KNOWN * len(filled) and not _is_pairs(exact)


def _is_pairs(exact: Sequence[Head | None]) -> bool:
    """Labels and values in turn are no header."""
    return len(exact) % 2 == 0 and all(exact[::2]) and not any(exact[1::2])


def _goes_on(head: TableRow, row: TableRow, heads: Heads) -> bool:
    """Whether the head takes this row too: it spans it, or the row stands under cells that span columns."""
    distance = row.place - head.place
    filled = row.filled()
    spanned = any(slot.text and slot.row_span > distance for slot in head.slots)
    wide = [slot for slot in head.filled() if slot.column_span > 1]
    under = all(any(slot.shares(w.x0, w.x1) > 0.6 * slot.width for w in wide) for slot in filled)
    short = all(len(slot.text) <= _SHORT for slot in filled)
    names = all(_YEAR_ONLY.match(slot.text) or heads.exact(slot.text) for slot in filled)
    return short and ((spanned and under) or names or (under and bool(wide) and len(filled) < len(head.slots)))


def _spans_over(above: TableRow, row: TableRow) -> bool:
    """Whether the row above is the upper part of the head: short words, each over several columns."""
    filled = above.filled()
    distance = row.place - above.place
    blank = [slot for slot in row.slots if not slot.text]
    over = all(slot.column_span > 1 or slot.row_span > distance or _stands_over(slot, blank) for slot in filled)
    short = all(len(slot.text) <= 2 * _SHORT for slot in filled)
    told = any(_VALUE.match(slot.text) and not _YEAR_ONLY.match(slot.text) for slot in filled)  # "Peso | 20"
    return bool(filled) and not told and over and short and above.alone() is None and distance == 1


def _stands_over(slot: Slot, cells: Sequence[Slot]) -> bool:
    return any(cell.shares(slot.x0, slot.x1) > 0.5 * cell.width for cell in cells)


def _columns(rows: Sequence[TableRow], heads: Heads) -> list[Column]:
    """One column for each of the lowest cells of the head, its label all that stands above it."""
    lowest: list[tuple[Slot, list[Slot]]] = []
    for number, row in enumerate(rows):
        for slot in row.slots:
            below = [s for later in rows[number + 1 :] for s in later.slots if slot.shares(s.x0, s.x1) > 0.5 * s.width]
            if below and (slot.column_span > 1 or not slot.text or any(s.text for s in below)):
                continue
            earlier = [s for upper in rows[:number] for s in upper.filled()]
            over = [s for s in earlier if s.shares(slot.x0, slot.x1) > 0.5 * slot.width]
            if slot.text or any(upper.column_span > 1 for upper in over):
                lowest.append((slot, over))
    lowest.sort(key=lambda pair: pair[0].x0)
    return [_column(slot, over, heads) for slot, over in lowest]


def _column(slot: Slot, above_it: Sequence[Slot], heads: Heads) -> Column:
    over = [one for one in above_it if not spans_years(one.text)]
    label = slot.passage
    for upper in reversed(over):
        label = upper.passage + label
    text = " ".join([*(upper.text for upper in over), slot.text]).strip()
    above = next((found for one in reversed(over) if (found := heads.opening(one.text))), None)
    is_bare = above is not None and above.role in _MEASURES and _BARE.fullmatch(slot.text) is not None
    own = None if is_bare or not slot.text or _YEAR_ONLY.match(slot.text) else heads.exact(slot.text)
    head = own or heads.exact(text) or above or heads.opening(slot.text) or heads.opening(text)
    if head is not None and above is not None:
        head = head._replace(role=WITHIN.get((above.role, head.role), head.role))
    return Column(head, label, text, slot.x0, slot.x1)


def _named(heads: Heads, text: str, known: Head | None) -> Head | None:
    return heads.exact(text) or known

