"""What begins before the command line is understood is used once, and ended where nobody needs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import builders
import processes
import pytest

from extract import start
from extract.store import Store, ask, child


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "prova.duckdb"
    with Store.open(path) as store:
        store.save(builders.report(), "relazione.txt")
    return path


def test_what_was_begun_answers_the_next_question_and_no_other(database: Path) -> None:
    child.begin()
    (begun,) = child._begun
    first = ask(database, "SELECT 1 AS a")
    assert list(first.rows) == [[1]]
    assert begun.poll() is not None  # it answered, and ended
    assert child._begun == []
    assert list(ask(database, "SELECT 2 AS a").rows) == [[2]]


def test_what_was_begun_and_is_not_needed_ends() -> None:
    child.begin()
    (begun,) = child._begun
    child.drop()
    assert begun.poll() is not None
    assert not processes.is_alive(begun.pid)
    child.drop()


def test_a_child_that_is_asked_nothing_ends_well() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "extract.store.worker"], input="", capture_output=True, text=True, check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(("arguments", "code", "begins"), [
    (["query", "SELECT 1 AS a"], 0, True),
    (["query", "SELECT 1 AS a", "--nonsense"], 2, True),
    (["query", "SELECT 1 AS a", "--set", "nothing"], 2, True),
    (["query", "--list"], 0, False),
    (["query", "--help"], 0, False),
    (["query"], 2, False),
    (["schema"], 0, False),
])
def test_a_process_begins_where_a_question_will_come(
    database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    arguments: list[str], code: int, begins: bool,
) -> None:
    monkeypatch.setenv("OBIETTIVI_DB", str(database))
    monkeypatch.setattr(sys, "argv", ["obiettivi", *arguments])
    pids: list[int] = []
    started = child._started

    def noted() -> subprocess.Popen[str]:
        process = started()
        pids.append(process.pid)
        return process

    monkeypatch.setattr(child, "_started", noted)
    assert start.main() == code
    assert capsys.readouterr().out or code
    assert len(pids) == begins
    assert child._begun == []
    assert not any(processes.is_alive(pid) for pid in pids)


def test_where_no_process_can_be_had_the_question_says_so(monkeypatch: pytest.MonkeyPatch, database: Path) -> None:
    monkeypatch.setattr(sys, "executable", os.devnull)
    child.begin()
    assert child._begun == []
    with pytest.raises(OSError, match=os.devnull):
        ask(database, "SELECT 1")
