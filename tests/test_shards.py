"""Shards merged in any order: what was read later stays, whenever it is merged."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path

import builders
import pytest

from extract.addresses import Folder
from extract.errors import ReadError, StoreError
from extract.ingest.reading import Outcome
from extract.ingest.run import save
from extract.ingest.tally import Tally
from extract.shards import write
from extract.shards.merge import gathered, merge
from extract.store import Store, documents
from extract.store.rows import rows_of
from schemas.report import Report

FIRST = dt.datetime(2026, 3, 1, 10)
NUMBERS = itertools.count()
OLD, NEW = (builders.report(text=builders.TEXT + more) for more in ("", "\nAltro."))
RULES = OLD.model_copy(update={"report": OLD.report.model_copy(update={
    "rules": builders.RULES.model_copy(update={"digest": "other"})})})


def shard(folder: Path, hours: int, what: Report | str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shard of relazione.txt as it was read so many hours after the first; of a failure where that is a text."""
    monkeypatch.setattr(documents, "now", lambda: FIRST + dt.timedelta(hours=hours))
    path = str(folder / "relazione.txt")
    made = folder / f"shards-{next(NUMBERS)}"
    if isinstance(what, str):
        outcome = Outcome(path, OLD.report.sha256, 10, error=ReadError(path, what, "mend it"))
        digest = "hand"
    else:
        outcome = Outcome(path, what.report.sha256, 10, rows=rows_of(what))
        digest = what.report.rules.digest if what.report.rules else ""
    write.write_shard(Folder(str(made)), f"{hours:06}", [outcome], digest=digest, engine=None)
    monkeypatch.undo()
    return made


def merged(database: Path, *folders: Path) -> list[str]:
    """What is told of merging one folder after the other."""
    told = []
    with Store.open(database) as store:
        for folder in folders:
            found, damaged = gathered([Folder(str(folder))])
            assert not damaged
            told += [one.line for one in merge(store, Tally(""), found)]
    return told


def held(database: Path) -> list[tuple[str, str, dt.datetime]]:
    with Store.open(database, read_only=True) as store:
        rows = store.rows("SELECT outcome, sha256, rules_digest, ingested_at FROM store.document ORDER BY ALL")
    return [(row["outcome"], row["sha256"] + str(row["rules_digest"]), row["ingested_at"]) for row in rows]


@pytest.mark.parametrize(("first", "second"), [(OLD, NEW), (NEW, OLD), (OLD, RULES), (RULES, OLD)])
def test_what_was_read_later_stays_in_whatever_order_it_is_merged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: Report, second: Report
) -> None:
    early, late = shard(tmp_path, 1, first, monkeypatch), shard(tmp_path, 2, second, monkeypatch)
    assert "replaces" in merged(tmp_path / "a.duckdb", early, late)[1] or first.report.sha256 == second.report.sha256
    told = merged(tmp_path / "b.duckdb", late, early)
    assert told[1] == f"older: {tmp_path / 'relazione.txt'} (the reading of 2026-03-01 stays)"
    assert held(tmp_path / "a.duckdb") == held(tmp_path / "b.duckdb")
    ((_, what, when),) = held(tmp_path / "b.duckdb")
    assert what.startswith(second.report.sha256)
    assert when == FIRST + dt.timedelta(hours=2)


def test_what_was_read_before_another_merge_and_after_its_reading_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    early, late = shard(tmp_path, 1, OLD, monkeypatch), shard(tmp_path, 2, NEW, monkeypatch)
    merged(tmp_path / "a.duckdb", early)  # long after both were read
    assert merged(tmp_path / "a.duckdb", late)[0].startswith("read (replaces the version of 2026-03-01): ")


def test_a_shard_is_older_than_what_was_read_here_since(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    early = shard(tmp_path, 1, OLD, monkeypatch)
    with Store.open(tmp_path / "a.duckdb") as store:
        store.save(NEW, tmp_path / "relazione.txt")
    before = held(tmp_path / "a.duckdb")
    assert merged(tmp_path / "a.duckdb", early)[0].startswith("older: ")
    assert held(tmp_path / "a.duckdb") == before


def test_known_bytes_do_not_come_back_to_a_path_that_holds_others_since(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    early, late = shard(tmp_path, 1, OLD, monkeypatch), shard(tmp_path, 2, NEW, monkeypatch)
    with Store.open(tmp_path / "a.duckdb") as store:
        store.save_rows(rows_of(OLD), tmp_path / "copy.txt", read_at=FIRST)
    (tmp_path / "copy.txt").write_text("gone")
    assert merged(tmp_path / "a.duckdb", late, early)[1].startswith("older: ")
    with Store.open(tmp_path / "a.duckdb", read_only=True) as store:
        rows = store.rows("SELECT source, sha256 FROM store.document")
    assert {row["source"]: row["sha256"] for row in rows} == {
        "copy.txt": OLD.report.sha256, "relazione.txt": NEW.report.sha256,
    }


def test_an_older_failure_is_not_told_of_what_was_read_since(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    early, late = shard(tmp_path, 1, "it is empty", monkeypatch), shard(tmp_path, 2, OLD, monkeypatch)
    told = merged(tmp_path / "a.duckdb", late, early)
    assert told[1] == f"older: {tmp_path / 'relazione.txt'} (it could not be read; what became of it later stays)"
    merged(tmp_path / "b.duckdb", early, late)
    assert held(tmp_path / "a.duckdb") == held(tmp_path / "b.duckdb")
    assert [one[0] for one in held(tmp_path / "a.duckdb")] == ["read"]


def test_a_later_failure_is_told_and_the_reading_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    early, late = shard(tmp_path, 1, OLD, monkeypatch), shard(tmp_path, 2, "it is empty", monkeypatch)
    assert merged(tmp_path / "a.duckdb", early, late)[1].startswith("error: ")
    assert [one[0] for one in held(tmp_path / "a.duckdb")] == ["failed", "read"]


def test_merging_again_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = [shard(tmp_path, 1, OLD, monkeypatch), shard(tmp_path, 2, NEW, monkeypatch)]
    merged(tmp_path / "a.duckdb", *folders)
    before = held(tmp_path / "a.duckdb")
    told = merged(tmp_path / "a.duckdb", *folders)
    assert [line.partition(": ")[0] for line in told] == ["older", "unchanged"]
    assert held(tmp_path / "a.duckdb") == before


def test_what_is_merged_at_once_is_what_is_saved_one_by_one(tmp_path: Path) -> None:
    """Two files, and a copy of the first of them."""
    reports = {"a.txt": OLD, "b.txt": NEW, "c.txt": OLD}
    for name, one in reports.items():
        (tmp_path / name).write_text(one.report.text)
    found = [
        Outcome(str(tmp_path / name), one.report.sha256, 10, rows=rows_of(one)) for name, one in reports.items()
    ]
    write.write_shard(Folder(str(tmp_path / "shards")), "000001", found, digest="hand", engine=None)
    told = merged(tmp_path / "merged.duckdb", tmp_path / "shards")
    tally = Tally("hand")
    with Store.open(tmp_path / "saved.duckdb") as store:
        assert [one.line for one in save(store, tally, [found])] == told
    assert told[2] == f"unchanged: {tmp_path / 'c.txt'} (the same file as {tmp_path / 'a.txt'})"
    for table in ("document", "text", "objective", "value", "evidence"):
        both = []
        for name in ("merged", "saved"):
            with Store.open(tmp_path / f"{name}.duckdb", read_only=True) as store:
                both.append(store.rows(f"SELECT * REPLACE (NULL AS ingested_at) FROM store.{table} ORDER BY ALL"
                                       if table == "document" else f"FROM store.{table} ORDER BY ALL"))
        assert both[0] == both[1]
        assert both[0]


def test_a_shard_that_cannot_be_saved_whole_is_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shard(tmp_path, 1, OLD, monkeypatch)
    with Store.open(tmp_path / "a.duckdb") as store:
        (found,), _ = gathered([Folder(str(folder))])
        with found.tables() as tables:
            tables["evidence"].write_bytes(b"no Parquet")
            with pytest.raises(StoreError):
                store.save_shard(found.documents, tables)
        assert store.rows("FROM store.document") == []
        assert store.rows("FROM store.value") == []
        assert merged(tmp_path / "a.duckdb", folder)[0].startswith("read: ")
