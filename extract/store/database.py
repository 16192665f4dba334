"""`Store`: saves reports, one transaction each, and holds the database only while it does."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from extract.errors import ObiettiviError, StoreError
from extract.store.documents import Standing, insert, name_of, now, replace, settle
from extract.store.failures import HeldError, explained, speakable
from extract.store.rows import document_id_of, failure_id_of, number_of, rows_of, text_of
from extract.store.schema import bring_up_to_date, refuse_others

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from schemas.report import Report

Verdict = Literal["confirmed", "corrected", "rejected"]

# One engine thread of each kind: documents are small, and fewer threads open twice as fast.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1, "async_threads": 1, "autoinstall_known_extensions": False, "autoload_known_extensions": False,
}


# Seconds a save waits for its turn: as long as a question may hold the database to read it.
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Saved:
    """What a report put into the database; `values` counts rows of `all_values`.

    `same_as` is the path of another file with the same bytes, which stands for both. `replaces` is the day (UTC) on
    which the version was ingested that stood at the path before. `reasons` say how the layout was known, or why none
    was.
    """

    document_id: str
    objectives: int
    values: int
    findings: int
    unchanged: bool
    same_as: str | None = None
    replaces: dt.date | None = None
    reasons: tuple[str, ...] = ()


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
                refuse_others(con, store.path)
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

        A document is what stands at an absolute path: the version that stood there before is replaced. The same bytes
        read with the same rules are left as they are (`unchanged`), at another path too; read with others they replace
        the old values. A failure recorded for the path or the bytes goes. Decisions of reviewers stay. Raises
        StoreError, and then nothing changed.
        """
        document_id = document_id_of(report.report.sha256)
        digest = report.report.rules.digest if report.report.rules else None
        place = name_of(path)
        with self._transaction() as con:
            standing = settle(con, report.report.sha256, place)
            known = con.execute(
                "SELECT 1 FROM store.document WHERE document_id = ? AND rules_digest IS NOT DISTINCT FROM ?",
                [document_id, digest]
            ).fetchone()
            if known is None:
                replace(con, report, rows_of(report), standing.same_as or place, size)
            return self._saved(con, document_id, standing, unchanged=known is not None)

    def keep(self, sha256: str, path: str | os.PathLike[str]) -> Saved | None:
        """As `save`, for the bytes at `path` that need not be read again; None where the database lacks them."""
        document_id = document_id_of(sha256)
        with self._transaction() as con:
            if not con.execute("SELECT 1 FROM store.document WHERE document_id = ?", [document_id]).fetchone():
                return None
            return self._saved(con, document_id, settle(con, sha256, name_of(path)), unchanged=True)

    def save_failure(
        self, path: str | os.PathLike[str], error: ObiettiviError, *, sha256: str | None = None, size: int | None = None
    ) -> str:
        """Record that `path` could not be read, in place of an earlier failure; the id of its row."""
        text = name_of(path)
        document_id = failure_id_of(text)
        row = {
            "document_id": document_id, "sha256": sha256, "path": text, "source": Path(text).name,
            "outcome": "failed", "failure_kind": error.kind, "message": f"{error.reason}; {error.remedy}",
            "page": error.page, "bytes": size, "ingested_at": now(),
        }
        with self._transaction() as con:
            con.execute("DELETE FROM store.document WHERE document_id = ?", [document_id])
            insert(con, "document", row)
        return document_id

    def known(self, digest: str) -> dict[str, str]:
        """The documents read with the rules of this digest: hash of the bytes → path."""
        sql = "SELECT sha256, path FROM store.document WHERE outcome = 'read' AND rules_digest = ?"
        rows = self.rows(sql, [digest])
        return {str(row["sha256"]): str(row["path"]) for row in rows}

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
                "decided_at": now(), "reviewer": reviewer, "sha256": sha256, "kind": kind, "field": field,
                "anchor": anchor, "quote": quote, "decision": decision, "note": note,
                "value": None if value is None else text_of(value),
                "number": None if value is None else number_of(value),
            }
            insert(con, "decision", row)
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

        speakable(self.path)
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

    def _saved(self, con: DuckDBPyConnection, document_id: str, standing: Standing, *, unchanged: bool) -> Saved:
        row = con.execute(
            "SELECT (SELECT count(*) FROM store.objective WHERE document_id = $1), "
            "count(*) FILTER (kind <> 'findings'), count(*) FILTER (kind = 'findings' AND field = 'check'), "
            "(SELECT layout_reasons FROM store.document WHERE document_id = $1) "
            "FROM store.value WHERE document_id = $1", [document_id]
        ).fetchone()
        objectives, values, findings, reasons = row or (0, 0, 0, None)
        return Saved(document_id, objectives, values, findings, unchanged, *standing, tuple(reasons or ()))
