"""What reviewers decide, as rows that are only ever appended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from extract.errors import StoreError
from extract.store.documents import now
from extract.store.shapes import number_of, text_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Verdict = Literal["confirmed", "corrected", "rejected"]


def decision_row(
    con: DuckDBPyConnection, path: str, item_id: str, field: str, decision: Verdict, *, reviewer: str,
    value: str | float | bool | None, note: str | None,
) -> dict[str, object]:
    """The row of a decision, held to the place of the value's evidence; `path` is the database in an error.

    Raises StoreError where there is no such value, or where a correction brings none.
    """
    if (decision == "corrected") != (value is not None):
        remedy = "corrections, and only they, need a value"
        raise StoreError(path, f"a decision {decision} with value {value!r}", remedy)
    place = con.execute(
        "SELECT d.sha256, v.kind, v.anchor, e.quote "
        "FROM store.value v JOIN store.document d USING (document_id) "
        "JOIN store.evidence e ON e.item_id = v.item_id AND e.field = v.shown_by AND e.ordinal = 0 "
        "WHERE v.item_id = $1 AND (v.field = $2 OR ($2 = '*' AND v.shown_by = '')) LIMIT 1", [item_id, field]
    ).fetchone()
    if place is None:
        raise StoreError(path, f"{item_id} has no value {field}", "take item_id and field from all_values")
    sha256, kind, anchor, quote = place
    return {
        "decided_at": now(), "reviewer": reviewer, "sha256": sha256, "kind": kind, "field": field,
        "anchor": anchor, "quote": quote, "decision": decision, "note": note,
        "value": None if value is None else text_of(value),
        "number": None if value is None else number_of(value),
    }
