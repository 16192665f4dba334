"""A new database that was copied: it is one that was made, whatever became of what is kept."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from pathlib import Path
from typing import Any

import builders
import duckdb
import pytest

from extract.errors import StoreError
from extract.store import Store, database

SCHEMA = """
SELECT schema_name, name, sql, comment FROM (
    SELECT database_name, schema_name, table_name AS name, sql, comment FROM duckdb_tables() WHERE NOT internal
    UNION ALL SELECT database_name, schema_name, view_name, sql, comment FROM duckdb_views() WHERE NOT internal
    UNION ALL SELECT database_name, schema_name, function_name, macro_definition, comment FROM duckdb_functions()
    UNION ALL SELECT database_name, schema_name, table_name || '.' || column_name, data_type, comment
    FROM duckdb_columns() WHERE NOT internal
) WHERE database_name = current_database() ORDER BY ALL
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def made(path: Path) -> list[tuple[Any, ...]]:
    """What a new database at `path` is made of."""
    Store.open(path).close()
    with duckdb.connect(path, read_only=True) as con:
        return con.execute(SCHEMA).fetchall()


def kept(folder: Path) -> Path:
    (file,) = (file for file in (folder / "cache").rglob("*") if file.is_file())
    return file


def never(*_: object) -> None:
    raise AssertionError("made again")


def test_a_copy_is_what_is_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = made(folder / "first.duckdb")
    assert len(first) > 400
    monkeypatch.setattr(database.template, "keep", never)  # only what was made is kept
    assert made(folder / "second.duckdb") == first
    with Store.open(folder / "second.duckdb") as store:
        assert not store.save(builders.report(), "relazione.txt").unchanged
        assert store.rows("SELECT count(*) AS n FROM objectives") == [{"n": 2}]


def test_a_copy_says_when_it_was_made(folder: Path) -> None:
    sql = "SELECT applied_at FROM store.migration"
    with Store.open(folder / "first.duckdb") as first, Store.open(folder / "second.duckdb") as second:
        before = {row["applied_at"] for row in first.rows(sql)}
        (after,) = {row["applied_at"] for row in second.rows(sql)}
    assert all(one < after for one in before)
    assert dt.datetime.now() - after < dt.timedelta(days=1)


@pytest.mark.parametrize("left", [0, 20, 300_000])
def test_a_damaged_copy_is_as_if_it_were_not_there(folder: Path, left: int) -> None:
    first = made(folder / "first.duckdb")
    data = kept(folder).read_bytes()
    kept(folder).write_bytes(data[:left] + bytes(len(data) - left - 1))
    assert made(folder / "second.duckdb") == first
    mended = kept(folder).read_bytes()
    assert hashlib.sha256(mended[32:]).digest() == mended[:32]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="users of Unix")
def test_what_another_user_kept_is_not_copied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(folder / "first.duckdb")
    monkeypatch.setattr(os, "geteuid", lambda: kept(folder).stat().st_uid + 1)
    again: list[object] = []
    monkeypatch.setattr(database.template, "keep", lambda *given: again.append(given))
    made(folder / "second.duckdb")
    assert len(again) == 1


def test_what_is_kept_has_nothing_of_a_report(folder: Path) -> None:
    with Store.open(folder / "first.duckdb") as store:
        store.save(builders.report(), "relazione.txt")
    with Store.open(folder / "second.duckdb") as store:
        assert store.rows("SELECT * FROM documents") == []


def test_a_cache_folder_that_cannot_be_written_is_no_error(folder: Path) -> None:
    (folder / "cache").write_text("a file")
    assert made(folder / "first.duckdb") == made(folder / "second.duckdb")


def test_two_copies_may_be_open_at_once(folder: Path) -> None:
    for name in ("first", "second", "third"):
        Store.open(folder / f"{name}.duckdb").close()
    with duckdb.connect(folder / "second.duckdb") as con:
        con.execute(f"ATTACH '{folder / 'third.duckdb'}' AS third")
        assert con.execute("SELECT count(*) FROM third.store.document").fetchone() == (0,)


def test_where_a_copy_cannot_be_written_the_error_is_that_of_making_one(folder: Path) -> None:
    Store.open(folder / "first.duckdb").close()
    with pytest.raises(StoreError, match="its folder does not exist"):
        Store.open(folder / "nowhere" / "second.duckdb")
    assert not (folder / "nowhere").exists()


def test_another_schema_is_another_copy(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store.open(folder / "first.duckdb").close()
    before = kept(folder)
    monkeypatch.setattr(database, "texts", lambda: ("another",))
    Store.open(folder / "second.duckdb").close()
    files = [file for file in (folder / "cache").rglob("*") if file.is_file()]
    assert before in files
    assert len(files) == 2
