"""Rows that sum a table up, and rows that only begin so."""

from __future__ import annotations

import re

from extract.forms.columns import Columns
from extract.forms.heads import LONGEST, Heads
from extract.forms.rows import Slot, TableRow

_TOTAL = re.compile(r"(?i)tot(?:ale|ali|\.)(?![^\W\d])")
_ALL = re.compile(r"100(?:[.,]0+)?\s*%?")
_OBJECTIVE = frozenset({"title", "operational", "strategic", "description"})  # columns that name what a row is about
_INDICATOR = frozenset({"indicator", "formula"})
_WEIGHT = frozenset({"weight", "objective_weight"})


def is_sum(row: TableRow, heads: Heads, columns: Columns | None) -> bool:
    """Whether a row sums up: "Totale", "Totale punteggio", "Totale Settore II" that weighs 100.

    A cell that names what its row is about may begin so too: "Totale iscritti" is an indicator.
    """
    first = row.filled()[0]
    head = heads.exact(first.text.rstrip(" :"))
    if head is not None:
        return head.role == "total"
    found = _TOTAL.match(first.text) if len(first.text) < LONGEST else None
    if found is None:
        return False
    rest = first.text[found.end() :].strip(" :")
    if columns is None or first.column_span > 1 or not any(map(str.isalpha, rest)) or heads.opening(rest):
        return True
    named = _role(columns, first)
    return named not in _OBJECTIVE | _INDICATOR or (named in _OBJECTIVE and _weighs_all(row, columns))


def _weighs_all(row: TableRow, columns: Columns) -> bool:
    return any(_role(columns, slot) in _WEIGHT and _ALL.fullmatch(slot.text) for slot in row.filled())


def _role(columns: Columns, slot: Slot) -> str | None:
    at = columns.at(slot)
    return columns.columns[at].role if at is not None else None
