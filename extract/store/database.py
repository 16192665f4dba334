"""`Store`: saves reports, one transaction each, and holds the database only while it does."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.errors import ObiettiviError, StoreError
from extract.garbage import postponed
from extract.store import template
from extract.store.arrival import insert_many, make_room, unchanged
from extract.store.decisions import Verdict, decision_row
from extract.store.documents import failure_row, insert, name_of, newer_than, settle, write
from extract.store.failed import FAILED, Failure, failures_of
from extract.store.failures import HeldError, explained, speakable
from extract.store.saved import KNOWN, UNCHANGED, Saved, saved_of, unchanged_of
from extract.store.schema import bring_up_to_date, refuse_others, texts
from extract.store.shapes import ReportRows, document_id_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from schemas.report import Report

# One engine thread of each kind: documents are small, and fewer threads open twice as fast.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1, "async_threads": 1, "autoinstall_known_extensions": False, "autoload_known_extensions": False,
    # What a save needed goes back to the system after it: a run over many files would keep the most that any needed.
    "allocator_bulk_deallocation_flush_threshold": "256KB",
}

# Rows that DuckDB writes again, and holds to do so, when some are added to them; of its usual 122,880 a run over many
# files needs more memory the longer it lasts.
_GROUP = 8192

# Seconds a save waits for its turn: as long as a question may hold the database to read it.
_PATIENCE = 60.0


class Store:
    """A database file. `Store.open` checks it; each `save` then opens, writes and lets go.

    DuckDB shuts out every other process while one writes, so between two saves nobody is shut out.
    """

    def __init__(self, path: str, read_only: bool, wait: float) -> None:
        self.path = path
        self.read_only = read_only
        self._wait = wait
        self._engine: DuckDBPyConnection | None = None
        self._is_held = False

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, read_only: bool = False, wait: float = 2.0) -> Store:
        """The store at `path`, made or brought up to date unless `read_only`.

        `wait` is how many seconds to wait for another process to let go; a save then waits a minute, because the
        others hold it only for moments. Raises StoreError.
        """
        store = cls(os.fspath(path), read_only, wait)
        if read_only or os.path.lexists(store.path) or not store._appear():
            with store._attached() as con:
                if read_only:
                    refuse_others(con, store.path)
                else:
                    bring_up_to_date(con, store.path)
        store._wait = max(wait, _PATIENCE)
        return store

    def _appear(self) -> bool:
        """Make the new database under another name first: a kill leaves that behind, and no half of a database.

        False where another process made one meanwhile, which stays.
        """
        made, schema = f"{self.path}.{os.getpid()}.new", texts()
        try:
            is_copy = template.copied(made, schema)
            with Store(made, False, self._wait) as store, store._attached() as con:
                bring_up_to_date(con, self.path)
                if is_copy:
                    template.begin(con)
            if not is_copy:
                template.keep(made, schema)
            with explained(self.path):
                return template.rename(made, self.path)
        except StoreError as error:
            raise StoreError(self.path, error.reason, error.remedy) from error
        finally:
            with suppress(OSError):
                Path(made).unlink(missing_ok=True)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the engine; the store may be used again."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None

    @postponed()
    def save(self, report: Report, path: str | os.PathLike[str], *, size: int | None = None) -> Saved:
        """Save `report`, read from `path`; as `save_rows`."""
        from extract.store.rows import rows_of

        return self.save_rows(rows_of(report), path, size=size)

    @postponed()
    def save_rows(
        self, rows: ReportRows, path: str | os.PathLike[str], *, size: int | None = None,
        read_at: dt.datetime | None = None,
    ) -> Saved:
        """Save a report, read from `path`, in one transaction.

        A document is what stands at an absolute path: the version that stood there before is replaced. The same bytes
        read with the same rules are left as they are (`unchanged`), at another path too; read with others they replace
        the old values, and so they do where another engine may read pages that could not be read. A failure recorded
        for the path or the bytes goes. Decisions of reviewers stay. What was read after `read_at` (UTC) at the path
        or from these bytes stays as it is. Raises StoreError, and then nothing changed.
        """
        place = name_of(path)
        with self._transaction() as con:
            standing = make_room(con, rows.document, place, read_at)
            if isinstance(standing, Saved):
                return standing
            write(con, rows, standing.same_as or place, size, read_at=read_at)
            return saved_of(rows, standing)

    def save_shard(self, documents: Sequence[Mapping[str, Any]], tables: Mapping[str, Path]) -> dict[str, Saved]:
        """Save documents that stand in Parquet files, all in one transaction: each by its path, as `save_rows` would.

        `documents` are their rows with counts, `tables` the files with the rows of the other tables. Raises StoreError.
        """
        with self._transaction() as con:
            return insert_many(con, documents, tables)

    def keep(self, sha256: str, path: str | os.PathLike[str], *, read_at: dt.datetime | None = None) -> Saved | None:
        """As `save_rows`, for the bytes at `path` that need not be read again; None where the database lacks them."""
        document_id = document_id_of(sha256)
        with self._transaction() as con:
            newer = newer_than(con, sha256, name_of(path), read_at)
            if newer is not None and newer.document_id != document_id:  # other bytes stand there
                return unchanged(con, newer.document_id, newer=newer.day)
            if not con.execute("SELECT 1 FROM store.document WHERE document_id = ?", [document_id]).fetchone():
                return None
            return unchanged(con, document_id, settle(con, sha256, name_of(path)))

    def save_failure(
        self, path: str | os.PathLike[str], error: ObiettiviError, *, sha256: str | None = None,
        size: int | None = None, digest: str | None = None, engine: str | None = None,
        read_at: dt.datetime | None = None,
    ) -> str | None:
        """Record that `path` could not be read with the rules of `digest`, in place of an earlier failure.

        `engine` would have recognised its pages (OCR), if there is one. Gives the id of its row; None where the path
        or the bytes were read, or failed, after `read_at` (UTC), which stays.
        """
        row = failure_row(path, error, sha256=sha256, size=size, digest=digest, engine=engine, read_at=read_at)
        with self._transaction() as con:
            if newer_than(con, sha256, str(row["path"]), read_at, failed=True):
                return None
            con.execute("DELETE FROM store.document WHERE document_id = ?", [row["document_id"]])
            insert(con, "document", row)
        return str(row["document_id"])

    def known(self, digest: str, *, ocr: bool = False) -> dict[str, str]:
        """The documents read with the rules of this digest: hash of the bytes → path.

        With `ocr`, because pages can be recognised now, those are left out that have pages which nobody tried to
        recognise.
        """
        return {str(row["sha256"]): str(row["path"]) for row in self.rows(KNOWN, [digest, ocr])}

    def unchanged(self, digest: str) -> dict[tuple[str, str], Saved]:
        """The documents read with the rules of this digest, by the hash of their bytes and their path.

        As `keep` would tell them, in one answer: files that need no `keep`.
        """
        return unchanged_of(self.rows(UNCHANGED, [digest]))

    def failed(self, digest: str, *, ocr: bool = False) -> dict[str, Failure]:
        """What could not be read with the rules of this digest, by the hash of the bytes; `ocr` as for `known`."""
        return failures_of(self.rows(FAILED, [digest, ocr]))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the database for several calls, each of them still a transaction: letting go takes longer than saving.

        Nobody else can open it meanwhile.
        """
        with self._attached():
            yield

    def decide(
        self, item_id: str, field: str, decision: Verdict, *, reviewer: str,
        value: str | float | bool | None = None, note: str | None = None,
    ) -> int:
        """Append a reviewer's decision on one field of an item (`*`: the whole item); its number.

        `item_id` and `field` as in the views (`value`, `target.value`, `title`, `results`). Raises StoreError where
        there is no such value, or where a correction brings none.
        """
        with self._transaction() as con:
            row = decision_row(con, self.path, item_id, field, decision, reviewer=reviewer, value=value, note=note)
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
        """The database, held until the end of the outermost block; an open transaction is rolled back on error.

        Attaching to a kept engine takes 3 ms where connecting takes 25.
        """
        if self._engine is not None and self._is_held:
            with explained(self.path):
                yield self._engine
            return
        with explained(self.path):
            con = self._attach()
            done = False
            try:
                self._is_held = True
                yield con
                # Letting go checkpoints, and may find the disk full.
                con.execute("USE memory; DETACH db")
                done = True
            finally:
                self._is_held = False
                if not done:
                    self._abandon()

    def _attach(self) -> DuckDBPyConnection:
        from extract.store.engine import duckdb

        speakable(self.path)
        if self._engine is None:
            self._engine = duckdb.connect(config=_CONFIG)
        quoted = str(Path(self.path).absolute()).replace("'", "''")
        options = "TYPE duckdb, READ_ONLY" if self.read_only else f"TYPE duckdb, ROW_GROUP_SIZE {_GROUP}"
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
        from extract.store.engine import duckdb

        engine, self._engine = self._engine, None
        if engine is not None:
            try:
                engine.close()
            except duckdb.Error:  # the first error is the one to tell
                return
