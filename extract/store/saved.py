"""What a document put into the database, counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from extract.store.documents import Standing
from extract.store.shapes import ReportRows, document_id_of

# Of one document where $1 is its id. Every scan of the values takes longer the more documents there are.
COUNTS = """
SELECT (SELECT count(*) FROM store.objective WHERE document_id = $1),
    count(*) FILTER (kind NOT IN ('findings', 'confirmations')),
    count(*) FILTER (kind = 'findings' AND field = 'check'),
    (SELECT layout_reasons FROM store.document WHERE document_id = $1)
FROM store.value WHERE document_id = $1
"""

# All documents read with the rules of a digest; where pages can be recognised ($2), without those that have some which
# nobody tried to recognise.
KNOWN = """
SELECT sha256, path FROM store.document
WHERE outcome = 'read' AND rules_digest = $1
    AND NOT ($2 AND len(coalesce(unread_pages, [])) > 0 AND engine NOT LIKE '%tesseract%')
"""

# Whether a document was read with the rules $2 already, and with the engine $3 if that could read more of it.
AS_BEFORE = """
SELECT rules_digest IS NOT DISTINCT FROM $2 AND (engine = $3 OR len(coalesce(unread_pages, [])) = 0)
FROM store.document WHERE document_id = $1
"""

# Of all documents read with the rules of a digest, and of which no failure is known besides.
UNCHANGED = """
SELECT sha256, path, objectives, "values", findings, layout_reasons FROM main.documents AS read
WHERE outcome = 'read' AND rules_digest = ?
    AND NOT EXISTS (
        FROM store.document AS failed
        WHERE failed.outcome = 'failed' AND (failed.path = read.path OR failed.sha256 = read.sha256)
    )
"""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a report put into the database; `values` counts rows of `all_values`.

    `same_as` is the path of another file with the same bytes, which stands for both. `replaces` is the day (UTC) on
    which the version was ingested that stood at the path before. `reasons` say how the layout was known, or why none
    was. `newer` is the day (UTC) on which the reading was ingested that stays, because it is newer than this one.
    """

    document_id: str
    objectives: int
    values: int
    findings: int
    unchanged: bool
    same_as: str | None = None
    replaces: dt.date | None = None
    reasons: tuple[str, ...] = ()
    newer: dt.date | None = None


def saved_of(rows: ReportRows, standing: Standing) -> Saved:
    """What the rows of a new document are."""
    audit = sum(row.kind in ("findings", "confirmations") for row in rows.values)
    checks = sum(row.kind == "findings" and row.field == "check" for row in rows.values)
    return Saved(
        rows.document_id, len(rows.objectives), len(rows.values) - audit, checks, False, *standing,
        tuple(rows.document["layout_reasons"]),
    )


def unchanged_of(rows: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], Saved]:
    """What `UNCHANGED` answers, by hash of the bytes and absolute path."""
    return {
        (row["sha256"], row["path"]): Saved(
            document_id_of(row["sha256"]), row["objectives"], row["values"], row["findings"], True,
            reasons=tuple(row["layout_reasons"] or ()),
        )
        for row in rows
    }
