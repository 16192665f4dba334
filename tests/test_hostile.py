"""A folder of hostile files is ingested once: none ends the run, is a silent success or exceeds its limits."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hostile_pdf as made
import pytest
from hostile import BARE, HOSTILE, ODD, PAGES, READ, Hostile, lay_out
from scans import bound, needs_tesseract

from extract.errors import printable
from extract.store import Store

MEMORY, SECONDS = 300, 10  # MiB and seconds for each file
_PROGRAM = 250 << 10  # KiB that the program itself takes, at most

# Runs a command and writes what it took into a file. A process hands its own size on to those it starts, and that of
# the tests is large: so a small one stands between.
_MEASURED = """
import os, subprocess, sys
_, status, usage = os.wait4(subprocess.Popen(sys.argv[2:]).pid, 0)
open(sys.argv[1], "w").write(str(usage.ru_maxrss))
sys.exit(os.waitstatus_to_exitcode(status))
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")


@dataclass(frozen=True)
class Run:
    """An ingest that came to its end: what it printed, the rows of `documents` by file, and what it took."""

    code: int
    output: str
    errors: str
    rows: Mapping[str, Mapping[str, Any]]
    peak: int  # KiB, of the process that took the most
    seconds: float


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("hostile")
    lay_out(folder)
    return _ingested(folder, "never")


def _ingested(folder: Path, ocr: str) -> Run:
    database, output, errors = (folder.parent / name for name in ("x.duckdb", "output", "errors"))
    with output.open("w") as out, errors.open("w") as err:
        started = time.monotonic()
        peak = folder.parent / "peak"
        done = subprocess.run(
            [sys.executable, "-c", _MEASURED, str(peak), sys.executable, "-m", "extract", "ingest", str(folder),
             "--db", str(database), "--jobs", "2", "--memory", f"{MEMORY}M", "--timeout", str(SECONDS),
             "--max-pages", str(PAGES), "--ocr", ocr],
            stdout=out, stderr=err, check=False,
        )
        seconds = time.monotonic() - started
    with Store.open(database, read_only=True) as store:
        rows = {row["source"]: row for row in store.rows("FROM documents")}
    return Run(done.returncode, output.read_text(), errors.read_text(), rows, int(peak.read_text()), seconds)


def test_there_are_many_and_the_run_came_to_its_end(run: Run) -> None:
    assert len(HOSTILE) >= 40
    assert run.code == 1
    assert len(run.rows) == len(HOSTILE) + len(ODD) + 2
    failed = [row for row in run.rows.values() if row["outcome"] == "failed"]
    assert f"failures {len(failed)}" in " ".join(run.output.split())


@pytest.mark.parametrize("one", HOSTILE, ids=lambda one: printable(one.name))
def test_it_has_the_outcome_that_is_right(run: Run, one: Hostile) -> None:
    row = run.rows[printable(one.name)]
    good = run.rows["good.pdf" if one.name.endswith(".pdf") else "good.txt"]
    if row["outcome"] == "failed":
        assert row["failure_kind"] in one.kinds, row["message"]
        assert "; " in row["message"]
        line = [line for line in run.errors.splitlines() if f"/{printable(one.name)}" in line]
        assert len(line) == 1
        assert line[0].endswith(row["message"])
    elif row["objectives"]:
        assert READ in one.kinds
        assert (row["objectives"], row["values"]) == (good["objectives"], good["values"])
    else:
        assert BARE in one.kinds
        assert row["layout_reasons"]
        assert re.search(r"\b(1|no) headings?\b", row["layout_reasons"][-1])


@pytest.mark.parametrize(("name", "kind"), ODD.items())
def test_what_is_no_plain_file_is_told(run: Run, name: str, kind: str) -> None:
    assert run.rows[name]["failure_kind"] == kind


@pytest.mark.parametrize("name", ["good.pdf", "good.txt"])
def test_a_good_file_beside_them_is_stored(run: Run, name: str) -> None:
    assert run.rows[name]["outcome"] == "read"
    assert run.rows[name]["objectives"] == 2
    assert run.rows[name]["values"] > 20


def test_no_file_exceeds_its_limits(run: Run) -> None:
    assert run.peak < _PROGRAM + (MEMORY << 10)
    ended = [name for name, row in run.rows.items() if row["failure_kind"] == "timeout"]
    assert "endless.pdf" in ended
    others = 60.0  # seconds for all that end by themselves, on a busy machine
    assert run.seconds < others + len(ended) * (SECONDS + 2)


@pytest.mark.parametrize(("name", "page"), [("endless.pdf", 4), ("page-2147483648.pdf", 1), ("cut-50.pdf", None)])
def test_the_page_is_named_where_it_is_one(run: Run, name: str, page: int | None) -> None:
    assert run.rows[name]["page"] == page
    if page:
        assert f"/{name}, page {page}: " in run.errors


def test_nothing_that_a_name_holds_reaches_the_terminal(run: Run) -> None:
    assert "nome\\x1b[2J\\x1b]0;preso\\x07\\nread: altro.pdf" in run.errors
    assert not set(run.output + run.errors) & set(map(chr, (*range(10), *range(11, 32), 127)))


@needs_tesseract
def test_a_huge_picture_is_not_recognised_and_never_taken_for_a_blank_page(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    huge = made.huge_picture()
    for name, data in {"good.pdf": made.good(), "huge.pdf": huge, "beside.pdf": bound(made.good(), huge)}.items():
        (folder / name).write_bytes(data)
    run = _ingested(folder, "auto")
    assert run.code == 1
    assert run.rows["huge.pdf"]["failure_kind"] in {"no_text", "memory", "timeout"}
    good, beside = run.rows["good.pdf"], run.rows["beside.pdf"]
    assert (beside["outcome"], beside["objectives"], beside["values"]) == ("read", good["objectives"], good["values"])
    assert (good["unread_pages"], beside["unread_pages"]) == ([], [good["pages"] + 1])
    assert run.peak < _PROGRAM + (MEMORY << 10)
    assert run.seconds < 60 + 2 * (SECONDS + 2)


def test_sentences_that_never_end_are_read_within_the_limits(tmp_path: Path) -> None:
    folder = tmp_path / "sentences"
    folder.mkdir()
    said = ("12 ", "5 e ", "venti ", "(12 ", "uno, ", "da 3 a ", "il 12% ", "\t1", "trenta giorni ", "di cui 5 donne, ",
            "n. 12 su 15 pari al 80%, ", "€ 1.000,00 e ", "giugno ", "entro ", "era ")
    for place, words in enumerate(said):
        results = words * (12_000 // len(words))
        report = f"OBIETTIVO N. 1 - SPORTELLI\nDescrizione\nAttivare almeno 5 sportelli\nRisultati\n{results}\n"
        (folder / f"{place}.txt").write_text(report)
    run = _ingested(folder, "never")
    assert {name: (row["outcome"], row["objectives"]) for name, row in run.rows.items()} == {
        f"{place}.txt": ("read", 1) for place in range(len(said))
    }
