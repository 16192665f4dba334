"""`Store`: saves reports, one transaction each, and holds the database only while it does."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from extract.errors import ObiettiviError, StoreError, printable
from extract.store.failures import HeldError, explained
from extract.store.rows import ReportRows, document_id_of, failure_id_of, number_of, rows_of, text_of
from extract.store.schema import bring_up_to_date, refuse_newer

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from schemas.report import Report

Verdict = Literal["confirmed", "corrected", "rejected"]

_TABLES = ("text", "objective", "value", "evidence")
# One engine thread of each kind: documents are small, and fewer threads open twice as fast.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1, "async_threads": 1, "autoinstall_known_extensions": False, "autoload_known_extensions": False,
}


# Seconds a save waits for its turn: as long as a question may hold the database to read it.
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Saved:
    """What a report put into the database; `values` counts rows of `all_values`."""

    document_id: str
    objectives: int
    values: int
    findings: int
    unchanged: bool


class Store:
    """A database file. `Store.open` checks it; each `save` then opens, writes and lets go.

    DuckDB shuts out every other process while one writes, so between two saves nobody is shut out.
    """

    def __init__(self, path: str, read_only: bool, wait: float) -> None:
        self.path = path
        self.read_only = read_only
        self._wait = wait
        self._engine: DuckDBPyConnection | None = None

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, read_only: bool = False, wait: float = 2.0) -> Store:
        """The store at `path`, made or brought up to date unless `read_only`.

        `wait` is how many seconds to wait for another process to let go; a save then waits a minute, because the
        others hold it only for moments. Raises StoreError.
        """
        store = cls(os.fspath(path), read_only, wait)
        with store._attached() as con:
            if read_only:
                refuse_newer(con, store.path)
            else:
                bring_up_to_date(con, store.path)
        store._wait = max(wait, _PATIENCE)
        return store

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the engine; the store may be used again."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None

    def save(self, report: Report, path: str | os.PathLike[str], *, size: int | None = None) -> Saved:
        """Save `report`, read from `path`, in one transaction.

        The same bytes read with the same rules are left as they are (`unchanged`); read with others they replace the
        old values. A failure recorded for the path or the bytes goes. Raises StoreError, and then nothing changed.
        """
        document_id = document_id_of(report.report.sha256)
        digest = report.report.rules.digest if report.report.rules else None
        with self._transaction() as con:
            known = con.execute(
                "SELECT 1 FROM store.document WHERE document_id = ? AND outcome = 'read' "
                "AND rules_digest IS NOT DISTINCT FROM ?", [document_id, digest]
            ).fetchone()
            con.execute(
                "DELETE FROM store.document WHERE outcome = 'failed' AND (path = ? OR sha256 = ?)",
                [_text(path), report.report.sha256],
            )
            if known is None:
                _replace(con, report, rows_of(report), _text(path), size)
            return self._saved(con, document_id, unchanged=known is not None)

    def save_failure(
        self, path: str | os.PathLike[str], error: ObiettiviError, *, sha256: str | None = None, size: int | None = None
    ) -> str:
        """Record that `path` could not be read, in place of an earlier failure; the id of its row."""
        text = _text(path)
        document_id = failure_id_of(text)
        row = {
            "document_id": document_id, "sha256": sha256, "path": text, "source": Path(text).name,
            "outcome": "failed", "failure_kind": error.kind, "message": f"{error.reason}; {error.remedy}",
            "page": error.page, "bytes": size, "ingested_at": _now(),
        }
        with self._transaction() as con:
            con.execute("DELETE FROM store.document WHERE document_id = ?", [document_id])
            _insert(con, "document", row)
        return document_id

    def known(self, digest: str) -> dict[str, str]:
        """The documents read with the rules of this digest: hash of the bytes → path."""
        sql = "SELECT sha256, path FROM store.document WHERE outcome = 'read' AND rules_digest = ?"
        rows = self.rows(sql, [digest])
        return {str(row["sha256"]): str(row["path"]) for row in rows}

    def saved(self, sha256: str) -> Saved | None:
        """What the document with these bytes has in the database; None where it was not read yet."""
        document_id = document_id_of(sha256)
        with self._attached() as con:
            found = con.execute(
                "SELECT 1 FROM store.document WHERE document_id = ? AND outcome = 'read'", [document_id]
            ).fetchone()
            return self._saved(con, document_id, unchanged=True) if found else None

    def decide(
        self, item_id: str, field: str, decision: Verdict, *, reviewer: str,
        value: str | float | bool | None = None, note: str | None = None,
    ) -> int:
        """Append a reviewer's decision on one field of an item (`*`: the whole item); its number.

        `item_id` and `field` as in the views (`value`, `target.value`, `title`, `results`). Raises StoreError where
        there is no such value, or where a correction brings none.
        """
        if (decision == "corrected") != (value is not None):
            remedy = "corrections, and only they, need a value"
            raise StoreError(self.path, f"a decision {decision} with value {value!r}", remedy)
        with self._transaction() as con:
            place = con.execute(
                "SELECT d.sha256, v.kind, v.anchor, e.quote "
                "FROM store.value v JOIN store.document d USING (document_id) "
                "JOIN store.evidence e ON e.item_id = v.item_id AND e.field = v.shown_by AND e.ordinal = 0 "
                "WHERE v.item_id = $1 AND (v.field = $2 OR ($2 = '*' AND v.shown_by = '')) LIMIT 1", [item_id, field]
            ).fetchone()
            if place is None:
                raise StoreError(self.path, f"{item_id} has no value {field}", "take item_id and field from all_values")
            sha256, kind, anchor, quote = place
            row = {
                "decided_at": _now(), "reviewer": reviewer, "sha256": sha256, "kind": kind, "field": field,
                "anchor": anchor, "quote": quote, "decision": decision, "note": note,
                "value": None if value is None else text_of(value),
                "number": None if value is None else number_of(value),
            }
            _insert(con, "decision", row)
            number = con.execute("SELECT max(decision_id) FROM store.decision").fetchone()
            return int(number[0]) if number else 0

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[dict[str, Any]]:
        """The answer to trusted SQL as dictionaries. For a person's SQL use `ask`. Raises StoreError."""
        with self._attached() as con:
            cursor = con.execute(sql, list(parameters))
            names = [column[0] for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    @contextmanager
    def _transaction(self) -> Iterator[DuckDBPyConnection]:
        with self._attached() as con:
            con.execute("BEGIN")
            yield con
            con.execute("COMMIT")

    @contextmanager
    def _attached(self) -> Iterator[DuckDBPyConnection]:
        """The database, held until the end of the block; an open transaction is rolled back on error.

        Attaching to a kept engine takes 3 ms where connecting takes 25.
        """
        with explained(self.path):
            con = self._attach()
            done = False
            try:
                yield con
                # Letting go checkpoints, and may find the disk full.
                con.execute("USE memory; DETACH db")
                done = True
            finally:
                if not done:
                    self._abandon()

    def _attach(self) -> DuckDBPyConnection:
        import duckdb

        if self._engine is None:
            self._engine = duckdb.connect(config=_CONFIG)
        quoted = str(Path(self.path).absolute()).replace("'", "''")
        options = "TYPE duckdb, READ_ONLY" if self.read_only else "TYPE duckdb"
        deadline = time.monotonic() + self._wait
        while True:
            try:
                with explained(self.path):
                    self._engine.execute(f"ATTACH '{quoted}' AS db ({options})")
                break
            except HeldError:
                if time.monotonic() >= deadline:
                    raise
                time.sleep(0.05)
        self._engine.execute("USE db")
        return self._engine

    def _abandon(self) -> None:
        """Drop the engine with whatever it holds: DuckDB rolls back, and the next call starts afresh."""
        import duckdb

        engine, self._engine = self._engine, None
        if engine is not None:
            try:
                engine.close()
            except duckdb.Error:  # the first error is the one to tell
                return

    def _saved(self, con: DuckDBPyConnection, document_id: str, *, unchanged: bool) -> Saved:
        row = con.execute(
            "SELECT (SELECT count(*) FROM store.objective WHERE document_id = $1), "
            "count(*) FILTER (kind <> 'findings'), count(*) FILTER (kind = 'findings' AND field = 'check') "
            "FROM store.value WHERE document_id = $1", [document_id]
        ).fetchone()
        objectives, values, findings = row or (0, 0, 0)
        return Saved(document_id, objectives, values, findings, unchanged)


def _replace(con: DuckDBPyConnection, report: Report, rows: ReportRows, path: str, size: int | None) -> None:
    header = report.report
    document_id = document_id_of(header.sha256)
    for table in ("document", *_TABLES):
        con.execute(f"DELETE FROM store.{table} WHERE document_id = ?", [document_id])
    rules = header.rules
    _insert(con, "document", {
        "document_id": document_id, "sha256": header.sha256, "path": path, "source": header.source, "outcome": "read",
        "bytes": size, "pages": header.pages, "layout": header.layout, "layout_reasons": list(header.layout_reasons),
        "rules_name": rules.name if rules else None, "rules_version": rules.version if rules else None,
        "rules_digest": rules.digest if rules else None, "engine": header.engine, "ingested_at": _now(),
    })
    if header.text is not None:
        _insert(con, "text", {"document_id": document_id, "text": header.text})
    for table, batch in (("objective", rows.objectives), ("value", rows.values), ("evidence", rows.evidence)):
        with con.appender(f"store.{table}") as appender:
            appender.append_rows(batch)


def _insert(con: DuckDBPyConnection, table: str, row: Mapping[str, object]) -> None:
    marks = ", ".join("?" * len(row))
    con.execute(f"INSERT INTO store.{table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))


def _text(path: str | os.PathLike[str]) -> str:
    """A path as text the database can hold: bytes that are no UTF-8 become visible escapes."""
    return printable(os.fspath(path))


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)
