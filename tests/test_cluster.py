"""Ingesting on a cluster: a real scheduler and real workers, one of them killed; shards, and merging them."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import hostile_pdf
import pytest
from clusters import scheduler, served, worker
from examples import ROOT, File, steps
from processes import below, is_alive, start, until
from scans import Leaf, bound, needs_tesseract, scanned

from extract.store import Store

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc"),
    pytest.mark.xdist_group("cluster"),
]
PACK = "comune-di-prova"
SEED = ROOT / "corpus" / "reports" / "riviere-2020.pdf"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A scheduler with two workers of one thread each."""
    folder = tmp_path_factory.mktemp("cluster")
    with scheduler(folder) as address, worker(address, folder), worker(address, folder):
        yield address


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports of several layouts, one with a pack of its own, copies, and files that fail."""
    folder = tmp_path_factory.mktemp("reports")
    for step in steps(ROOT / "docs" / "rule-packs.md"):
        if isinstance(step, File):
            step.write(folder)
    reports = folder / "in"
    reports.mkdir()
    for text in folder.glob("*.txt"):
        text.rename(reports / text.name)
    for number in range(22):
        (reports / f"{number:02}.pdf").write_bytes(hostile_pdf.good() + b"%% %d\n" % (number % 20))
    for name in ("asl-costapini-2023.txt", "asl-valsorda-2013.pdf", "comune-torrecardosa-2011.pdf"):
        (reports / name).write_bytes((ROOT / "corpus" / "synthetic" / name).read_bytes())
    (reports / "cut.pdf").write_bytes(hostile_pdf.cut(5))
    (reports / "endless.pdf").write_bytes(hostile_pdf.endless(1))
    return folder


@pytest.fixture(scope="module")
def local(folder: Path) -> subprocess.CompletedProcess[str]:
    """What a run without a cluster says; its database is `local.duckdb`."""
    return ingested(folder, "local.duckdb")


def ran(*arguments: str | Path, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    with start(*arguments, cwd=cwd, env=os.environ | env) as process:
        output, errors = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, output, errors)


def options(database: str) -> list[str]:
    return ["in", "--db", database, "--pack", PACK, "--timeout", "3"]


def ingested(folder: Path, database: str, *more: str) -> subprocess.CompletedProcess[str]:
    """The reports read; two of them fail."""
    done = ran("ingest", *options(database), *more, cwd=folder)
    assert done.returncode == 1, done.stderr
    assert len(done.stderr.splitlines()) == 2, done.stderr
    return done


def everything(database: Path) -> dict[str, list[dict[str, Any]]]:
    """All rows of all views, without the time."""
    with Store.open(database, read_only=True) as store:
        views = store.rows("SELECT view_name AS name FROM duckdb_views() "
                           "WHERE schema_name = 'main' AND NOT internal AND database_name = current_database()")
        names = sorted(row["name"] for row in views)
        assert {"documents", "objectives", "all_values", "evidence", "findings"} <= set(names)
        less = {"documents": "EXCLUDE (ingested_at)", "decisions": "EXCLUDE (decided_at)"}
        found = {name: store.rows(f"SELECT * {less.get(name, '')} FROM main.{name} ORDER BY ALL") for name in names}
        found["text"] = store.rows("FROM store.text ORDER BY ALL")
        return found


def placeless(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows without the name of the file: where one of two copies is lost, the other stands for both."""
    return [{name: value for name, value in row.items() if name != "source"} for row in rows]


def told(done: subprocess.CompletedProcess[str]) -> tuple[list[str], list[str]]:
    """What a run said, but for the name of the database."""
    return [line for line in done.stdout.splitlines() if not line.endswith("  count")], done.stderr.splitlines()


# The same as here


def test_a_killed_worker_changes_nothing_and_a_pack_travels_by_its_texts(
    folder: Path, local: subprocess.CompletedProcess[str], address: str, tmp_path: Path
) -> None:
    with worker(address, tmp_path) as victim:
        with start("ingest", *options("killed.duckdb"), "--cluster", address, cwd=folder) as process:
            until(lambda: len(list(below(victim.pid))) >= 2)  # its nursery, and a child that reads
            family = list(below(victim.pid))
            os.kill(victim.pid, signal.SIGKILL)
            output, errors = process.communicate()
        until(lambda: not any(map(is_alive, family)))
    assert process.returncode == 1
    there = subprocess.CompletedProcess(process.args, 1, output, errors)
    assert sorted(told(there)[0]) == sorted(told(local)[0])
    assert sorted(told(there)[1]) == sorted(told(local)[1])
    here = everything(folder / "local.duckdb")
    assert everything(folder / "killed.duckdb") == here
    assert {row["rules_name"] for row in here["documents"]} >= {PACK, "narrative"}


# Shards


@pytest.fixture(scope="module")
def shards(folder: Path, address: str) -> Path:
    """What the workers wrote."""
    done = ingested(folder, "never.duckdb", "--cluster", address, "--shards", (folder / "shards").as_uri())
    assert not (folder / "never.duckdb").exists()
    assert "read: in/00.pdf (2 objectives" in done.stdout
    return folder / "shards"


@pytest.mark.usefixtures("local")
def test_merged_shards_are_the_local_database_and_again_nothing_changes_and_decisions_stay(
    folder: Path, shards: Path
) -> None:
    for what in ("read", "unchanged"):
        done = ran("merge", "shards", "--db", "merged.duckdb", cwd=folder)
        assert done.returncode == 1
        assert f"{what}: {folder}/in/00.pdf (2 objectives" in done.stdout
        assert len(done.stderr.splitlines()) == 2
        assert everything(folder / "merged.duckdb") == everything(folder / "local.duckdb")
    with Store.open(folder / "merged.duckdb") as store:
        (score,) = store.rows("SELECT item_id FROM scores JOIN documents USING (document_id) "
                              "WHERE source = '02.pdf' AND value = 90")
        store.decide(score["item_id"], "value", "corrected", value=91, reviewer="oiv")
    with duckdb.connect(folder / "merged.duckdb") as con:
        con.execute("UPDATE store.document SET rules_digest = 'of other rules' WHERE outcome = 'read'")
    again = ran("merge", shards, "--db", "merged.duckdb", cwd=folder)
    assert f"read: {folder}/in/02.pdf (2 objectives" in again.stdout
    with Store.open(folder / "merged.duckdb", read_only=True) as store:
        assert store.rows("SELECT value FROM scores WHERE item_id = ?", [score["item_id"]]) == [{"value": 91}]
        assert store.rows("SELECT state FROM decisions") == [{"state": "applied"}]
    with duckdb.connect() as con:
        counted = con.sql(f"SELECT count(*) FROM '{shards}/document/*.parquet'").fetchall()
    assert counted == [(28,)]


def test_an_ingest_to_shards_goes_on_where_it_stopped(folder: Path, shards: Path, address: str) -> None:
    before = sorted(shards.rglob("*.parquet"))
    done = ran("ingest", "in/00.pdf", "in/01.pdf", "--pack", PACK, "--cluster", address, "--shards", "shards",
               cwd=folder)
    assert [line.partition(" (")[0] for line in done.stdout.splitlines()[:2]] == [
        "unchanged: in/00.pdf", "unchanged: in/01.pdf"]
    assert sorted(shards.rglob("*.parquet")) == before


@pytest.mark.usefixtures("local")
def test_a_damaged_shard_is_told_and_the_others_are_merged(folder: Path, shards: Path, tmp_path: Path) -> None:
    for table in shards.iterdir():
        (tmp_path / "shards" / table.name).mkdir(parents=True)
        for file in table.iterdir():
            (tmp_path / "shards" / table.name / file.name).write_bytes(file.read_bytes())
    values, documents = (sorted((tmp_path / "shards" / table).iterdir()) for table in ("value", "document"))
    values[0].write_bytes(values[0].read_bytes()[:-9])
    documents[1].write_bytes(documents[1].read_bytes().replace(b"good", b"evil")[::-1])
    done = ran("merge", "shards", "--db", "x.duckdb", cwd=tmp_path)
    assert done.returncode == 1
    damaged = [line for line in done.stderr.splitlines() if "damaged" in line and "shard" in line]
    remedy = "this shard is damaged; ingest its files again, or remove it"
    assert sorted(damaged) == sorted(
        f"error: shards/{file.parent.name}/{file.name}: {remedy}" for file in (values[0], documents[1]))
    there, here = everything(tmp_path / "x.duckdb"), everything(folder / "local.duckdb")
    whole = {row["document_id"] for row in there["documents"]}
    assert 0 < len(whole) < len(here["documents"])
    for view in ("all_values", "evidence", "text"):
        assert placeless(there[view]) == placeless([row for row in here[view] if row["document_id"] in whole])


def test_shards_of_another_schema_are_refused(shards: Path, tmp_path: Path) -> None:
    file = sorted((shards / "document").iterdir())[0]
    made = tmp_path / "made.parquet"
    with duckdb.connect() as con:
        (label,) = con.execute(f"SELECT decode(value) FROM parquet_kv_metadata('{file}')").fetchone() or ("",)
        newer = label.replace('"schema": 2', '"schema": 99')
        con.execute(f"COPY (FROM '{file}') TO '{made}' (FORMAT parquet, KV_METADATA {{obiettivi: '{newer}'}})")
    data = made.read_bytes()
    name = f"run-000001-{hashlib.sha256(data).hexdigest()[:32]}.parquet"
    (tmp_path / "new" / "document").mkdir(parents=True)
    (tmp_path / "new" / "document" / name).write_bytes(data)
    done = ran("merge", "new", "--db", "x.duckdb", cwd=tmp_path)
    assert done.returncode == 3
    reason = "this shard has schema 99 and this program knows 2; upgrade obiettivi"
    assert done.stderr == f"error: new/document/{name}: {reason}\n"
    assert not (tmp_path / "x.duckdb").exists()


# Files elsewhere


@pytest.mark.usefixtures("local")
def test_files_are_read_from_an_address_once(folder: Path, address: str, tmp_path: Path) -> None:
    with served(folder / "in") as site:
        urls = [f"{site}/{name}" for name in ("00.pdf", "cut.pdf", "missing.pdf", "comune-torrecardosa-2011.pdf")]
        arguments = ["ingest", *urls, "--db", "there.duckdb", "--pack", folder / PACK]
        first = ran(*arguments, "--cluster", address, cwd=tmp_path)
        again = ran(*arguments, cwd=tmp_path)  # without a cluster
    assert [line.split(" (")[0] for line in first.stdout.splitlines()[:2]] == [f"read: {urls[0]}", f"read: {urls[3]}"]
    assert [line.split(" (")[0] for line in again.stdout.splitlines()[:2]] == [
        f"unchanged: {urls[0]}", f"unchanged: {urls[3]}"]
    missing = f"error: {urls[2]}: there is no such file; check the address"
    assert first.stderr.splitlines()[1] == again.stderr.splitlines()[1] == missing
    assert again.stderr.splitlines()[0] == first.stderr.splitlines()[0] + " (failed before, not tried again)"
    found, here = everything(tmp_path / "there.duckdb"), everything(folder / "local.duckdb")
    read = {row["document_id"]: row for row in found["documents"] if row["outcome"] == "read"}
    first_row = next(row for row in read.values() if row["source"] == "00.pdf")
    assert (first_row["path"], first_row["bytes"]) == (urls[0], (folder / "in" / "00.pdf").stat().st_size)
    for view in ("all_values", "evidence", "text"):
        assert found[view] == [row for row in here[view] if row["document_id"] in read]


# Scans


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report that was scanned, and one of which a page was; `local.duckdb` has both, recognised here."""
    folder = tmp_path_factory.mktemp("scans")
    page = scanned([Leaf(SEED, 7)])
    (folder / "scan.pdf").write_bytes(page)
    (folder / "mixed.pdf").write_bytes(bound((SEED, 5), page))
    done = ran("ingest", ".", "--db", "local.duckdb", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@needs_tesseract
def test_scans_are_recognised_by_workers_as_here(scans: Path, address: str) -> None:
    done = ran("ingest", ".", "--db", "there.duckdb", "--no-ocr-cache", "--cluster", address, cwd=scans)
    assert (done.returncode, done.stderr) == (0, "")
    there = everything(scans / "there.duckdb")
    assert there == everything(scans / "local.duckdb")
    assert all("tesseract" in row["engine"] for row in there["documents"])


@needs_tesseract
def test_a_scan_at_an_address_is_left_unread_where_nobody_is_to_recognise(scans: Path, tmp_path: Path) -> None:
    with served(scans) as site:
        arguments = ["ingest", f"{site}/scan.pdf", "--db", "x.duckdb"]
        without = ran(*arguments, "--ocr", "never", cwd=tmp_path)
        with_it = ran(*arguments, cwd=tmp_path)
    (failed,) = without.stderr.splitlines()
    assert failed.startswith(f"error: {site}/scan.pdf: ")
    assert (with_it.returncode, with_it.stderr) == (0, "")


@needs_tesseract
def test_shards_written_without_recognition_are_read_again_with_it(scans: Path, address: str, tmp_path: Path) -> None:
    arguments = ["ingest", str(scans), "--cluster", address, "--shards", "shards"]
    without = ran(*arguments, "--ocr", "never", cwd=tmp_path)
    assert without.returncode == 1
    assert ran("merge", "shards", "--db", "merged.duckdb", cwd=tmp_path).returncode == 1
    kinds = {row["source"]: row["failure_kind"] for row in everything(tmp_path / "merged.duckdb")["documents"]}
    assert kinds == {"scan.pdf": "no_text", "mixed.pdf": None}
    with_it = ran(*arguments, cwd=tmp_path)
    assert (with_it.returncode, with_it.stderr) == (0, "")
    assert "unchanged" not in with_it.stdout.replace("of which unchanged", "")
    again = ran(*arguments, cwd=tmp_path)
    assert again.stdout.count("unchanged: ") == 2
    assert ran("merge", "shards", "--db", "merged.duckdb", cwd=tmp_path).returncode == 0
    assert everything(tmp_path / "merged.duckdb") == everything(scans / "local.duckdb")


@needs_tesseract
def test_a_program_or_a_worker_without_tesseract_is_refused_unless_nobody_is_to_recognise(
    scans: Path, address: str, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    bare = {"PATH": str(tmp_path / "empty")}
    remedy = "install the same everywhere, or leave scans unread with --ocr never"
    arguments = ["ingest", str(scans), "--db", "x.duckdb", "--cluster"]
    done = ran(*arguments, address, cwd=tmp_path, **bare)
    assert done.returncode == 1
    assert re.search(rf"this worker has Tesseract \S+ \(ita \w+\) and this program has none; {remedy}\n$", done.stderr)
    with scheduler(tmp_path) as own, worker(own, tmp_path, **bare):
        done = ran(*arguments, own, cwd=tmp_path)
        assert done.returncode == 1
        assert re.search(rf"this worker has no Tesseract and not \S+ \(ita \w+\); {remedy}\n$", done.stderr)
        there = ran(*arguments, own, "--ocr", "never", cwd=tmp_path)
    here = ran("ingest", str(scans), "--db", "here.duckdb", "--ocr", "never", cwd=tmp_path)
    assert there.returncode == here.returncode == 1
    assert sorted(told(there)[0]) == sorted(told(here)[0])
    assert told(there)[1] == told(here)[1]
    assert everything(tmp_path / "x.duckdb") == everything(tmp_path / "here.duckdb")


@needs_tesseract
def test_a_worker_without_tesseract_that_joins_a_run_ends_it_with_a_line(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(20):
        (tmp_path / "in" / f"{number:02}.pdf").write_bytes(hostile_pdf.endless(1) + b"%% %d\n" % number)
    arguments = ("ingest", "in", "--db", "x.duckdb", "--timeout", "3", "--cluster")
    with (
        scheduler(tmp_path) as own, worker(own, tmp_path) as first, start(*arguments, own, cwd=tmp_path) as process
    ):
        until(lambda: len(list(below(first.pid))) >= 2)
        with worker(own, tmp_path, PATH=str(tmp_path / "empty")):
            errors = process.communicate()[1].splitlines()
    assert process.returncode == 1
    assert re.fullmatch(r"error: tcp://\S+: this worker has no Tesseract and not \S+ \(ita \w+\); .*", errors[-1])


# What can be wrong


def test_a_scheduler_that_is_not_there_is_a_line(folder: Path, tmp_path: Path) -> None:
    done = ran("ingest", folder / "in", "--cluster", "tcp://127.0.0.1:1", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("error: tcp://127.0.0.1:1: no scheduler answers there within 5 seconds; check")
    assert list(tmp_path.iterdir()) == []


def test_without_the_extra_the_command_that_installs_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "distributed.py").write_text("raise ImportError('not installed')")
    done = ran("ingest", ".", "--cluster", "tcp://127.0.0.1:1", cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert done.stderr == (
        "error: tcp://127.0.0.1:1: what speaks to clusters is not installed; pip install 'obiettivi[cluster]'\n")


def test_workers_of_other_versions_are_refused(folder: Path, address: str, tmp_path: Path) -> None:
    (tmp_path / "pypdfium2-0.9.dist-info").mkdir()
    (tmp_path / "pypdfium2-0.9.dist-info" / "METADATA").write_text("Name: pypdfium2\nVersion: 0.9")
    done = ran("ingest", folder / "in" / "00.pdf", "--cluster", address, cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert "this worker has pypdfium2 " in done.stderr
    assert done.stderr.endswith(" and not 0.9; install the same everywhere\n")


def test_shards_are_for_clusters(tmp_path: Path) -> None:
    done = ran("ingest", ".", "--shards", "x", cwd=tmp_path)
    assert done.returncode == 2
    assert "--shards needs --cluster" in done.stderr


def test_a_folder_without_shards_is_told(tmp_path: Path) -> None:
    done = ran("merge", "nothing", "--db", "x.duckdb", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr == "error: nothing: no shard is there; name the folder that --shards named\n"
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_lets_the_workers_go(folder: Path, address: str, tmp_path: Path) -> None:
    with worker(address, tmp_path) as own:
        with start("ingest", *options("left.duckdb"), "--cluster", address, cwd=folder) as process:
            until(lambda: len(list(below(own.pid))) >= 2)
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate()
        assert process.returncode == 130
        assert errors.splitlines()[-1] == "interrupted; what was saved before is whole"
        until(lambda: not list(below(own.pid)))
