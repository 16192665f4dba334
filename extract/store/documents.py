"""Documents in the database: one at each path, written whole and deleted whole."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extract.addresses import absolute, is_address
from extract.errors import ObiettiviError, printable
from extract.store.shapes import ReportRows, document_id_of, failure_id_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Rows that wait in memory before DuckDB takes them.
_BATCH = 1024

_TABLES = ("document", "text", "objective", "value", "evidence")
_COUNTED = ("objectives", "values", "findings")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Standing(NamedTuple):
    """How a document comes to stand at a path.

    `same_as` is the other path where the same bytes stand and stay; `replaces` the day (UTC) on which the version was
    ingested that stood at the path before.
    """

    same_as: str | None
    replaces: dt.date | None


AS_IT_STANDS = Standing(None, None)


class Newer(NamedTuple):
    """A document that stays because it is newer, and the day (UTC) on which it was ingested."""

    document_id: str
    day: dt.date


def name_of(path: str | os.PathLike[str]) -> str:
    """The absolute path, or the address, as text the database can hold: bytes that are no UTF-8 become escapes."""
    return printable(absolute(os.fsdecode(path)))


def settle(con: DuckDBPyConnection, sha256: str, path: str) -> Standing:
    """Make room at `path` for the bytes with this hash: the version that stood there goes, and failures with it.

    Bytes known from another path stay there while that file still holds them; else they have moved to `path`.
    """
    document_id = document_id_of(sha256)
    con.execute("DELETE FROM store.document WHERE outcome = 'failed' AND (path = ? OR sha256 = ?)", [path, sha256])
    earlier = con.execute(
        "SELECT document_id, ingested_at FROM store.document WHERE path = ? AND document_id <> ?", [path, document_id]
    ).fetchall()
    for one, _ in earlier:
        delete(con, one)
    replaces = max((ingested_at.date() for _, ingested_at in earlier), default=None)
    known = con.execute("SELECT path FROM store.document WHERE document_id = ?", [document_id]).fetchone()
    if known is None or known[0] == path:
        return Standing(None, replaces)
    if _holds(known[0], sha256):
        return Standing(str(known[0]), replaces)
    con.execute("UPDATE store.document SET path = ?, source = ? WHERE document_id = ?",
                [path, Path(path).name, document_id])
    return Standing(None, replaces)


def newer_than(
    con: DuckDBPyConnection, sha256: str | None, path: str, read_at: dt.datetime | None, *, failed: bool = False
) -> Newer | None:
    """What was read at `path`, or from these bytes, after `read_at` (UTC, None for just now).

    With `failed` a later failure counts too.
    """
    if read_at is None:
        return None
    found = con.execute(
        "SELECT document_id, ingested_at FROM store.document WHERE (path = $1 OR sha256 = $2) AND ingested_at > $3 "
        "AND (outcome = 'read' OR $4) ORDER BY path = $1 DESC, ingested_at DESC LIMIT 1",
        [path, sha256, read_at, failed],
    ).fetchone()
    return None if found is None else Newer(str(found[0]), found[1].date())


def delete(con: DuckDBPyConnection, document_id: str) -> None:
    """Take a document out with all its rows; decisions of reviewers stay."""
    for table in _TABLES:
        con.execute(f"DELETE FROM store.{table} WHERE document_id = ?", [document_id])


def write(
    con: DuckDBPyConnection, rows: ReportRows, path: str, size: int | None, *, alone: bool = False,
    read_at: dt.datetime | None = None,
) -> None:
    """Write a report, as it stands at `path`, read at `read_at` or just now; the database must have nothing of it.

    `alone`: no more than its row.
    """
    insert(con, "document", {
        **rows.document, "path": path, "source": Path(path).name, "bytes": size, "ingested_at": read_at or now(),
    })
    if alone:
        return
    text = [] if rows.text is None else [(rows.document_id, rows.text)]
    for table, batch in (
        ("text", text), ("objective", rows.objectives), ("value", rows.values), ("evidence", rows.evidence)
    ):
        with con.appender(f"store.{table}") as appender:
            for first in range(0, len(batch), _BATCH):
                appender.append_rows(batch[first : first + _BATCH])
                appender.flush()


def insert_document(con: DuckDBPyConnection, row: Mapping[str, object], path: str) -> None:
    """Insert the row of a document as it stands at `path`, less what was counted in it."""
    columns = {name: value for name, value in row.items() if name not in _COUNTED}
    insert(con, "document", {**columns, "path": path, "source": Path(path).name})


def failure_row(
    path: str | os.PathLike[str], error: ObiettiviError, *, sha256: str | None, size: int | None, digest: str | None,
    engine: str | None, read_at: dt.datetime | None = None,
) -> dict[str, object]:
    """The row that says that `path` could not be read with the rules of `digest`, nor its pages by `engine` (OCR)."""
    text = name_of(path)
    return {
        "document_id": failure_id_of(text), "sha256": sha256, "path": text, "source": Path(text).name,
        "outcome": "failed", "failure_kind": error.kind, "message": f"{error.reason}; {error.remedy}",
        "page": error.page, "bytes": size, "rules_digest": digest, "engine": engine,
        "ingested_at": read_at or now(),
    }


def insert(con: DuckDBPyConnection, table: str, row: Mapping[str, object]) -> None:
    """Insert one row, given by column."""
    marks = ", ".join("?" * len(row))
    con.execute(f"INSERT INTO store.{table} ({', '.join(row)}) VALUES ({marks})", list(map(_storable, row.values())))


def _storable(value: object) -> object:
    """`value`; what no encoding takes in a text becomes visible escapes. A report cannot hold such text, errors can."""
    return _SURROGATE.sub(lambda found: printable(found[0]), value) if isinstance(value, str) else value


def now() -> dt.datetime:
    """The time as the database keeps it: UTC, without saying so."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


def _holds(path: str, sha256: str) -> bool:
    """Whether the file at `path` is still the one with this hash; nobody asks an address."""
    if is_address(path):
        return True
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except (OSError, ValueError):
        return False
