"""How a document comes into the database: what goes for it, why it need not be written, and many that come at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.store.documents import AS_IT_STANDS, Standing, delete, insert_document, name_of, newer_than, settle
from extract.store.saved import AS_BEFORE, COUNTS, Saved

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


# Whether the database knows neither a path ($1) nor bytes ($2), as in most of a long run: one question, not five.
_IS_NEW = "SELECT count(*) = 0 FROM store.document WHERE path = $1 OR sha256 = $2"


def make_room(
    con: DuckDBPyConnection, document: Mapping[str, Any], place: str, read_at: dt.datetime | None
) -> Standing | Saved:
    """Take out what a document read at `place` replaces: how it comes to stand there. Where it need not be written, so.

    `document` is its row, less what place and time tell.
    """
    if con.execute(_IS_NEW, [place, document["sha256"]]).fetchone() == (True,):
        return AS_IT_STANDS
    if newer := newer_than(con, document["sha256"], place, read_at):
        return unchanged(con, newer.document_id, newer=newer.day)
    standing = settle(con, document["sha256"], place)
    key = document["document_id"]
    before = con.execute(AS_BEFORE, [key, document["rules_digest"], document["engine"]]).fetchone()
    if before == (True,):
        return unchanged(con, key, standing)
    if before is not None:
        delete(con, key)
    return standing


def unchanged(
    con: DuckDBPyConnection, document_id: str, standing: Standing = AS_IT_STANDS, newer: dt.date | None = None
) -> Saved:
    """What the database has of a document that stays as it is."""
    objectives, values, findings, reasons = con.execute(COUNTS, [document_id]).fetchone() or (0, 0, 0, None)
    return Saved(document_id, objectives, values, findings, True, *standing, tuple(reasons or ()), newer)


def insert_many(
    con: DuckDBPyConnection, documents: Sequence[Mapping[str, Any]], tables: Mapping[str, Path]
) -> dict[str, Saved]:
    """Write documents given as rows of a shard, each with its place, time and counts; what became of each, by path.

    `tables` are Parquet files with the rows of the other tables.
    """
    saved: dict[str, Saved] = {}
    written: dict[str, Saved] = {}
    for row in documents:
        key, place = row["document_id"], name_of(row["path"])
        found = make_room(con, row, place, row["ingested_at"])
        if isinstance(found, Standing):
            insert_document(con, row, found.same_as or place)
            counts = row["objectives"], row["values"], row["findings"]
            found = written[key] = Saved(key, *counts, False, *found, tuple(row["layout_reasons"] or ()))
        elif key in written and found.newer is None:  # its rows are on their way
            found = replace(written[key], unchanged=True, same_as=found.same_as, replaces=found.replaces)
        saved[row["path"]] = found
    if written:
        for table, file in tables.items():
            con.execute(
                f"INSERT INTO store.{table} BY NAME FROM read_parquet($1) WHERE document_id IN (SELECT unnest($2))",
                [str(file), list(written)],
            )
    return saved
