"""Ingesting many files as people do: in processes with limits, interrupted, gone on with, tried again."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import hostile_pdf
import pytest
from processes import below, is_alive, readers, start, until

from extract.store import Store

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


def ran(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    with start(*arguments, cwd=cwd) as process:
        output, errors = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, output, errors)


def rows(folder: Path, sql: str = "FROM documents ORDER BY source") -> list[dict[str, Any]]:
    with Store.open(folder / "obiettivi.duckdb", read_only=True) as store:
        return store.rows(sql)


def closing(output: str) -> dict[str, int]:
    """The table that ends a run."""
    lines = output.splitlines()
    place = max(place for place, line in enumerate(lines) if line.startswith("-----"))
    return {line.rsplit(None, 1)[0]: int(line.rsplit(None, 1)[1]) for line in lines[place + 1:]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good report, a damaged one, and one of too many pages."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.pdf").write_bytes(hostile_pdf.good())
    (tmp_path / "in" / "cut.pdf").write_bytes(hostile_pdf.cut(5))
    (tmp_path / "in" / "long.pdf").write_bytes(hostile_pdf.many_pages(4))
    return tmp_path


# Files that failed before


def test_what_failed_is_tried_again_when_asked_or_changed(folder: Path) -> None:
    first = ran("ingest", "in", "--max-pages", "3", cwd=folder)
    assert first.returncode == 1
    expected = {"failures": 2, "of which damaged": 1, "of which too_many_pages": 1}
    assert expected.items() <= closing(first.stdout).items()
    assert "allow more with --max-pages 4" in first.stderr
    failed = rows(folder, "FROM documents WHERE outcome = 'failed' ORDER BY source")
    assert {row["rules_digest"] for row in failed} == {row["rules_digest"] for row in rows(folder)}

    (folder / "in" / "copy.pdf").write_bytes(hostile_pdf.cut(5))
    again = ran("ingest", "in", cwd=folder)
    assert again.returncode == 1
    errors = again.stderr.splitlines()
    assert [line.split(":")[1].strip() for line in errors[:3]] == ["in/copy.pdf", "in/cut.pdf", "in/long.pdf"]
    assert all(line.endswith("(failed before, not tried again)") for line in errors[:3])
    assert errors[3:] == ["note: what failed before and did not change was not tried again, as --retry-failed does"]
    assert closing(again.stdout)["of which failed before, not tried again"] == 3
    known = {row["source"]: row for row in rows(folder)}
    assert known["copy.pdf"]["message"] == known["cut.pdf"]["message"]
    assert [known[row["source"]]["ingested_at"] for row in failed] == [row["ingested_at"] for row in failed]

    (folder / "in" / "cut.pdf").write_bytes(hostile_pdf.good() + b"%% \n")
    changed = ran("ingest", "in", "--retry-failed", cwd=folder)
    assert changed.returncode == 1
    assert re.findall(r"^(\w+): in/(\w+)", changed.stdout, re.MULTILINE) == [
        ("read", "cut"), ("unchanged", "good"), ("read", "long")]
    assert changed.stderr.splitlines() == [
        f"error: in/copy.pdf: {known['copy.pdf']['message']}"]
    assert "of which failed before, not tried again" not in closing(changed.stdout)
    assert [(row["source"], row["outcome"]) for row in rows(folder)] == [
        ("copy.pdf", "failed"), ("cut.pdf", "read"), ("good.pdf", "read"), ("long.pdf", "read")]


def test_what_failed_with_other_rules_is_tried_again(folder: Path) -> None:
    ran("ingest", "in/cut.pdf", cwd=folder)
    with duckdb.connect(folder / "obiettivi.duckdb") as con:
        con.execute("UPDATE store.document SET rules_digest = 'of other rules'")
    again = ran("ingest", "in/cut.pdf", cwd=folder)
    assert "not tried again" not in again.stderr + again.stdout
    assert closing(again.stdout)["of which damaged"] == 1


# What happens to the processes


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """Good files before and after one that takes very long on its third page."""
    for number in range(6):
        (tmp_path / f"{number}.pdf").write_bytes(hostile_pdf.good() + b"%% %d\n" % number)
    (tmp_path / "3.pdf").write_bytes(hostile_pdf.endless(2))
    return tmp_path


def at_the_endless_page(process: subprocess.Popen[str]) -> int:
    """The only reader, when it is at nothing but the endless file."""
    assert process.stdout is not None
    seen: list[str] = []
    while not (seen and seen[-1].startswith("read: 2.pdf")):
        seen.append(process.stdout.readline())
        assert seen[-1], process.communicate()
    until(lambda: len(readers(process)) == 1)
    (reader,) = readers(process)
    recorded = Path(f"/proc/{reader}/fd/2")
    until(lambda: b"\0page=3\n" in recorded.read_bytes())
    return reader


@pytest.mark.parametrize(("way", "kind", "words"), [
    (signal.SIGSEGV, "crash", "the process that read it crashed (signal SIGSEGV); print it again"),
    (signal.SIGKILL, "killed", "the process that read it was killed from outside; see that the machine has memory"),
])
def test_a_reader_that_dies_is_a_row_with_its_page(endless: Path, way: signal.Signals, kind: str, words: str) -> None:
    with start("ingest", ".", "--jobs", "1", cwd=endless) as process:
        reader = at_the_endless_page(process)
        maps = Path(f"/proc/{reader}/maps").read_text()
        assert "pdfium" in maps
        assert "duckdb" not in maps, "a database that is open does not survive a fork"
        os.kill(reader, way)
        output, errors = process.communicate()
    assert process.returncode == 1
    assert errors.startswith(f"error: 3.pdf, page 3: {words}")
    assert {"reports": 5, "failures": 1, f"of which {kind}": 1}.items() <= closing(output).items()
    (row,) = rows(endless, "FROM documents WHERE outcome = 'failed'")
    assert (row["failure_kind"], row["page"], row["bytes"]) == (kind, 3, (endless / "3.pdf").stat().st_size)
    again = ran("ingest", "3.pdf", "--timeout", "0.5", cwd=endless)
    expected = "(failed before, not tried again)" if kind == "crash" else "takes more than 0.5 seconds"
    assert expected in again.stderr


def test_ctrl_c_saves_what_was_read_and_the_next_run_goes_on(endless: Path) -> None:
    with start("ingest", ".", "--jobs", "1", cwd=endless) as process:
        at_the_endless_page(process)
        family = list(below(process.pid))
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate()
    assert process.returncode == 130
    assert errors.strip() == "interrupted; what was saved before is whole"
    assert closing(output)["reports"] == 3
    until(lambda: not any(map(is_alive, family)))
    assert len(rows(endless)) == 3
    again = ran("ingest", ".", "--timeout", "6", cwd=endless)
    assert [line.partition(":")[0] for line in again.stdout.splitlines()[:5]] == ["unchanged"] * 3 + ["read"] * 2
    assert closing(again.stdout)["of which timeout"] == 1


def test_two_processes_make_the_same_database_as_one(folder: Path) -> None:
    for number in range(20):
        (folder / "in" / f"{number:02}.pdf").write_bytes(hostile_pdf.good() + b"%% %d\n" % (number % 18))
    told = []
    for jobs in (1, 3):
        (folder / "obiettivi.duckdb").unlink(missing_ok=True)
        done = ran("ingest", "in", "--jobs", str(jobs), cwd=folder)
        columns = {"documents": "* EXCLUDE (ingested_at)", "all_values": "*", "evidence": "*"}
        stored = [rows(folder, f"SELECT {those} FROM {view} ORDER BY ALL") for view, those in columns.items()]
        lines = sorted(done.stdout.splitlines())  # a file that takes long holds back few others: nearly in order
        told.append((lines, done.stderr, stored))
    assert told[0] == told[1]
    assert len(told[0][2][0]) == 18 + 3


def test_a_terminal_shows_files_a_second_and_the_time_left(folder: Path) -> None:
    for number in range(12):
        (folder / "in" / f"{number:02}.pdf").write_bytes(hostile_pdf.good() + b"%% %d\n" % number)
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "120"}
    with start("ingest", "in", "--jobs", "1", cwd=folder, stderr=theirs, env=environment) as process:
        os.close(theirs)
        shown = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                shown += os.read(ours, 1 << 16)
            except OSError:  # it ended
                break
        assert process.stdout is not None
        assert closing(process.stdout.read())["reports"] == 14
    os.close(ours)
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode())
    assert re.search(r"reading .* \d+/15 \d+(\.\d+)? files/s \d:\d\d:\d\d left", text)
    assert "error: in/cut.pdf: the PDF ends" in text


# The other commands that read files


def test_extract_prints_in_the_order_given_whoever_is_first(folder: Path) -> None:
    for number in range(6):
        (folder / f"{number}.txt").write_bytes(hostile_pdf.text() + b"\n" * number)
    (folder / "0.txt").write_bytes(hostile_pdf.text() * 60)
    names = ["0.txt", "in/cut.pdf", "in/long.pdf", *(f"{number}.txt" for number in range(1, 6))]
    done = ran("extract", *names, "--jobs", "2", "--max-pages", "100000", cwd=folder)
    assert done.returncode == 1
    sources = [json.loads(line)["report"]["source"] for line in done.stdout.splitlines()]
    assert sources == [Path(name).name for name in names if name != "in/cut.pdf"]
    assert done.stderr.startswith("error: in/cut.pdf: ")


@pytest.mark.parametrize("command", [["extract"], ["show"]])
def test_each_command_keeps_the_limits(folder: Path, command: list[str]) -> None:
    (folder / "endless.pdf").write_bytes(hostile_pdf.endless(1))
    done = ran(*command, "endless.pdf", "--timeout", "0.5", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    reason = "reading it takes more than 0.5 seconds; allow more with --timeout, or split it"
    assert done.stderr == f"error: endless.pdf, page 2: {reason}\n"


@pytest.mark.parametrize(("option", "value", "words"), [
    ("--memory", "much", "'much' is no size; write it as 512M or 2G"),
    ("--memory", "1M", "'1M' is too little to read anything; the least is 64M"),
    ("--timeout", "0", "0.0 is not in the range"),
    ("--jobs", "0", "0 is not in the range"),
    ("--max-pages", "none", "'none' is not a valid integer"),
])
def test_a_limit_that_is_none_is_refused(tmp_path: Path, option: str, value: str, words: str) -> None:
    done = ran("ingest", ".", option, value, cwd=tmp_path)
    assert done.returncode == 2
    assert words in done.stderr
