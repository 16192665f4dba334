"""The numbered migrations and the public views, applied when a database is opened for writing."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

from extract.errors import StoreError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BOOK = """
CREATE SCHEMA IF NOT EXISTS store;
CREATE TABLE IF NOT EXISTS store.migration (
    version INTEGER NOT NULL, name VARCHAR NOT NULL, applied_at TIMESTAMP NOT NULL
);
CREATE TABLE IF NOT EXISTS store.view_digest (digest VARCHAR NOT NULL);
"""


def migrations() -> dict[int, str]:
    """The migration files by number, in order: `{1: "0001_store.sql"}`."""
    names = (entry.name for entry in files("schemas").joinpath("sql").iterdir())
    return {int(name[:4]): name for name in sorted(names) if name[:4].isdigit() and name.endswith(".sql")}


def texts() -> tuple[str, ...]:
    """All that makes a new database, as SQL."""
    return _BOOK, *map(_sql, migrations().values()), _sql("views.sql")


def version_of(con: DuckDBPyConnection) -> int:
    """The newest migration applied; 0 where the database is not ours yet."""
    from extract.store.engine import duckdb

    try:
        row = con.execute("SELECT coalesce(max(version), 0) FROM store.migration").fetchone()
    except (duckdb.CatalogException, duckdb.BinderException):  # asking what tables there are takes five times as long
        return 0
    return int(row[0]) if row else 0


def refuse_others(con: DuckDBPyConnection, path: str) -> int:
    """The database's version. Raises StoreError where another program made it, or a newer one of ours."""
    version, newest = version_of(con), max(migrations())
    if version > newest:
        raise StoreError(path, f"its schema is version {version} and this program knows {newest}",
                         "upgrade obiettivi, or name another database with --db")
    if version == 0 and _holds_something(con):
        raise StoreError(path, "it is a database of another program", "name another file with --db")
    return version


def _holds_something(con: DuckDBPyConnection) -> bool:
    row = con.execute(
        "SELECT count(*) FROM (SELECT database_name, internal FROM duckdb_tables() "
        "UNION ALL SELECT database_name, internal FROM duckdb_views()) "
        "WHERE database_name = current_database() AND NOT internal"
    ).fetchone()
    return bool(row and row[0])


def bring_up_to_date(con: DuckDBPyConnection, path: str) -> None:
    """Apply the missing migrations and, where they changed, the views; all or nothing.

    Raises StoreError where the database is newer than the program, or of another one.
    """
    version = refuse_others(con, path)
    views = _sql("views.sql")
    digest = hashlib.sha256(views.encode()).hexdigest()
    if version == max(migrations()) and _digest(con) == digest:
        return
    con.execute("BEGIN")
    con.execute(_BOOK)
    for number, name in migrations().items():
        if number > version:
            con.execute(_sql(name))
            con.execute("INSERT INTO store.migration VALUES (?, ?, now()::TIMESTAMP)", [number, name])
    _drop_views(con)
    con.execute(views)
    con.execute("DELETE FROM store.view_digest")
    con.execute("INSERT INTO store.view_digest VALUES (?)", [digest])
    con.execute("COMMIT")


def _digest(con: DuckDBPyConnection) -> str | None:
    row = con.execute("SELECT digest FROM store.view_digest").fetchone()
    return str(row[0]) if row else None


def _drop_views(con: DuckDBPyConnection) -> None:
    """Views and macros of ours only: those named in store.*, and in main those with our comment."""
    ours = con.execute(
        "SELECT schema_name, view_name FROM duckdb_views() WHERE database_name = current_database() "
        "AND NOT internal AND (schema_name = 'store' OR (schema_name = 'main' AND comment LIKE '% / %'))"
    ).fetchall()
    for schema, view in ours:
        con.execute(f'DROP VIEW "{schema}"."{view}"')
    macros = con.execute(
        "SELECT DISTINCT function_name FROM duckdb_functions() "
        "WHERE database_name = current_database() AND schema_name = 'store'"
    ).fetchall()
    for (macro,) in macros:
        con.execute(f'DROP MACRO store."{macro}"')


def _sql(name: str) -> str:
    return files("schemas").joinpath("sql", name).read_text(encoding="utf-8")
