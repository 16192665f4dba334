"""The child that answers one question. Reads a request from standard input, writes lines of JSON.

It may read one database and nothing else: DuckDB's access to files is off, its configuration locked, only one SELECT
runs, and the system forbids the process to write any file. The last matters: DuckDB, read only and with external
access off, still lets `COPY ... TO` overwrite the log beside the database.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import os
import signal
import sys
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.errors import ObiettiviError, StoreError
from extract.store.failures import HeldError, is_damage, speakable, store_error
from extract.store.schema import refuse_others
from extract.store.snapshot import snapshot

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BATCH = 500


def main() -> int:
    """Answer the request on standard input; always 0, errors are messages."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from extract.store.engine import duckdb

    line = sys.stdin.readline()
    if not line:  # nothing was asked after all
        return 0
    request = json.loads(line)
    con = None
    try:
        with tempfile.TemporaryDirectory(prefix="obiettivi-") as folder:
            con, holder = _connect(request, folder)
            _confine(request)
            _answer(con, request, holder)
            con.close()
    except _RefusedError as refused:
        _say({"error": {"kind": "query", "message": str(refused), "type": "Refused", "columns": {}}})
    except ObiettiviError as error:
        _say(_told(error))
    except (duckdb.Error, MemoryError, ValueError) as error:
        _say(_failure(error, con, request["path"]))
    return 0


class _RefusedError(Exception):
    """The question is not one SELECT."""


def _connect(request: dict[str, Any], folder: str) -> tuple[DuckDBPyConnection, str | None]:
    """The database, or a snapshot of it where another process writes; and who that is."""
    path = request["path"]
    speakable(path)
    if not Path(path).exists():
        raise store_error(path, "database does not exist")
    try:
        return _open(path, request), None
    except HeldError as held:
        try:
            return _open(snapshot(path, folder), request), held.reason
        except ObiettiviError:
            raise held from None


def _open(path: str, request: dict[str, Any]) -> DuckDBPyConnection:
    from extract.store.engine import duckdb

    try:
        return duckdb.connect(path, read_only=True, config={
            "enable_external_access": False, "autoinstall_known_extensions": False,
            "autoload_known_extensions": False, "allow_community_extensions": False,
            "memory_limit": f"{request['memory']}B", "temp_directory": "", "async_threads": 1,
            "lock_configuration": True,
        })
    except duckdb.Error as error:
        raise store_error(path, str(error)) from error


def _confine(request: dict[str, Any]) -> None:
    """No file may grow by this process, and no more processor time or address space than agreed."""
    try:
        import resource
    except ImportError:  # Windows: DuckDB's own limits and the parent's clock remain
        return
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    seconds = math.ceil(request["seconds"]) * (os.cpu_count() or 1) + 5
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    room = request["memory"] * 2 + (2 << 30)  # Python, threads and the answer beside DuckDB's own limit
    resource.setrlimit(resource.RLIMIT_AS, (room, room))


def _answer(con: DuckDBPyConnection, request: dict[str, Any], holder: str | None) -> None:
    sql = _checked(con, request["sql"])
    _refuse_empty(con, request["path"])
    cursor = con.execute(sql, request["parameters"] or None)
    columns = _unique([column[0] for column in cursor.description or ()])
    _say({"columns": columns, "snapshot": holder})
    cut = None
    rows, size = 0, 0
    while batch := cursor.fetchmany(min(_BATCH, request["rows"] - rows + 1)):
        full = rows + len(batch) > request["rows"]
        batch = batch[: request["rows"] - rows]
        rows += len(batch)
        size += _say({"rows": [[_plain(value) for value in row] for row in batch]})
        if full:
            cut = f"more than {request['rows']} rows"
        elif size > request["bytes"]:
            cut = f"more than {request['bytes'] >> 20} MiB"
        if cut:
            break
    _say({"end": True, "cut": cut})


def _checked(con: DuckDBPyConnection, sql: str) -> str:
    """The SQL, if it is one statement that only reads."""
    from extract.store.engine import duckdb

    statements = con.extract_statements(sql)
    if len(statements) != 1:
        count = "no" if not statements else str(len(statements))
        raise _RefusedError(f"one SELECT is expected and this is {count} statements")
    kind = statements[0].type
    if kind == duckdb.StatementType.MULTI:
        raise _RefusedError("PIVOT needs its values listed: PIVOT t ON role IN ('actual', 'base') USING ...")
    if kind != duckdb.StatementType.SELECT:
        raise _RefusedError(f"{kind.name} is not allowed: questions read only (SELECT, FROM, DESCRIBE, SUMMARIZE)")
    return sql


def _refuse_empty(con: DuckDBPyConnection, path: str) -> None:
    if refuse_others(con.cursor(), path):
        row = con.cursor().execute("SELECT count(*) FROM store.document").fetchone()
        if row and row[0]:
            return
    raise StoreError(path, "it holds no report yet", "ingest reports first: obiettivi ingest PATH")


def _told(error: ObiettiviError) -> dict[str, Any]:
    return {"error": {"kind": "told", "reason": error.reason, "remedy": error.remedy}}


def _failure(error: Exception, con: DuckDBPyConnection | None, path: str) -> dict[str, Any]:
    if is_damage(str(error)):
        return _told(store_error(path, str(error)))
    columns = {} if con is None else _columns(con)
    return {"error": {"kind": "query", "message": str(error), "type": type(error).__name__, "columns": columns}}


def _columns(con: DuckDBPyConnection) -> dict[str, list[str]]:
    """The columns of every public view."""
    rows = con.cursor().execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'main' AND NOT internal ORDER BY ALL"
    ).fetchall()
    columns: dict[str, list[str]] = {}
    for view, column in rows:
        columns.setdefault(view, []).append(column)
    return columns


def _say(message: dict[str, Any]) -> int:
    """Write one message; its length."""
    line = json.dumps(message, ensure_ascii=False, allow_nan=False) + "\n"
    # Bytes, because text read from a page may hold what no encoding takes.
    data = line.encode("utf-8", "backslashreplace")
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    return len(data)


def _unique(names: list[str]) -> list[str]:
    """Column names of which no two are equal: `title`, `title_2`."""
    taken: set[str] = set()
    return [_untaken(name, taken) for name in names]


def _untaken(name: str, taken: set[str]) -> str:
    candidate, number = name, 1
    while candidate in taken:
        number += 1
        candidate = f"{name}_{number}"
    taken.add(candidate)
    return candidate


def _plain(value: Any) -> Any:
    """The value as JSON can say it: dates in ISO, whole numbers without `.0`, no NaN."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float | Decimal):
        return _number(float(value))
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value)


def _number(value: float) -> float | int | None:
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


if __name__ == "__main__":
    sys.exit(main())
