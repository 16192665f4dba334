"""A shard written: the tables of the store in memory, each put down as Parquet."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from extract.store.documents import failure_row, insert, name_of, write
from extract.store.schema import migrations

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from extract.addresses import Folder
    from extract.ingest.reading import Outcome

DOCUMENT = "document"
TABLES = ("text", "objective", "value", "evidence")
LABEL = "obiettivi"  # the key of the Parquet metadata of ours

# What `ingest` tells of a document, so that nothing else need be read to tell it again.
_COUNTED = """
SELECT d.*, (SELECT count(*) FROM store.objective o WHERE o.document_id = d.document_id) AS objectives,
    (SELECT count(*) FROM store.value v WHERE v.document_id = d.document_id
        AND kind NOT IN ('findings', 'confirmations')) AS "values",
    (SELECT count(*) FROM store.value v WHERE v.document_id = d.document_id AND kind = 'findings' AND field = 'check')
        AS findings
FROM store.document d
"""


def write_shard(
    folder: Folder, name: str, outcomes: Iterable[Outcome], *, digest: str, engine: str | None
) -> None:
    """Write what became of files read with the rules of `digest`, scans by `engine`. Raises ObiettiviError."""
    with TemporaryDirectory() as made, store_in_memory() as con:
        _fill(con, outcomes, digest, engine)
        parts = {}
        for table in TABLES:
            data = _parquet(con, f"FROM store.{table}", Path(made, table))
            parts[table] = _put(folder, table, name, data)
        label = {"schema": max(migrations()), "digest": digest, "engine": engine, "parts": parts}
        _put(folder, DOCUMENT, name, _parquet(con, _COUNTED, Path(made, DOCUMENT), label))


def hash_of(data: bytes) -> str:
    """The hash that ends the name of a file of a shard."""
    return hashlib.sha256(data).hexdigest()[:32]


@contextmanager
def store_in_memory() -> Iterator[DuckDBPyConnection]:
    """The tables of a database, empty, in memory."""
    from extract.store.engine import duckdb

    config: dict[str, str | bool | int | float | list[str]] = {
        "threads": 1, "autoinstall_known_extensions": False, "autoload_known_extensions": False,
    }
    with duckdb.connect(config=config) as con:
        con.execute("CREATE SCHEMA store")
        for file in migrations().values():
            con.execute(files("schemas").joinpath("sql", file).read_text(encoding="utf-8"))
        yield con


def _fill(con: DuckDBPyConnection, outcomes: Iterable[Outcome], digest: str, engine: str | None) -> None:
    seen: set[str] = set()
    for outcome in outcomes:
        if outcome.error is not None:
            insert(con, DOCUMENT, failure_row(
                outcome.path, outcome.error, sha256=outcome.sha256, size=outcome.size, digest=digest, engine=engine
            ))
        elif outcome.rows is not None:
            again = outcome.rows.document_id in seen  # the same bytes at two paths
            seen.add(outcome.rows.document_id)
            write(con, outcome.rows, name_of(outcome.path), outcome.size, alone=again)


def _parquet(con: DuckDBPyConnection, query: str, path: Path, label: object = None) -> bytes:
    said = json.dumps(label).replace("'", "''")
    target = str(path).replace("'", "''")
    con.execute(f"COPY ({query}) TO '{target}' (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{LABEL}: '{said}'}})")
    return path.read_bytes()


def _put(folder: Folder, table: str, name: str, data: bytes) -> str:
    place = f"{table}/{name}-{hash_of(data)}.parquet"
    folder.write(place, data)
    return place
