"""An ingest killed at any moment leaves a whole database with every document it told of, and goes on from there."""

from __future__ import annotations

import random
import signal
import sys
import time
from pathlib import Path

import hostile_pdf
import pytest
from processes import below, is_alive, start, until

from extract.store import Store

KILLS = 25
STRANDS = 2  # of tests that run beside each other where there are processors for it
FILES = 500  # more than are ever read

# What makes a document whole.
COUNTS = """
SELECT path, outcome, (SELECT count(*) FROM objectives o WHERE o.document_id = d.document_id) AS objectives,
    (SELECT count(*) FROM all_values v WHERE v.document_id = d.document_id) AS n_values,
    (SELECT count(*) FROM evidence e WHERE e.document_id = d.document_id) AS n_evidence
FROM documents d
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


def write_reports(folder: Path, count: int) -> Path:
    """So many small reports of different bytes."""
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03}.pdf").write_bytes(hostile_pdf.good() + b"%% %d\n" % number)
    return folder


def stored(database: Path) -> dict[str, tuple[int, ...]]:
    """The documents, and how much there is of each. Nothing where the kill came before the database."""
    if not database.exists():
        return {}
    with Store.open(database, read_only=True) as store:
        orphans = store.rows("SELECT count(*) AS n FROM store.value ANTI JOIN store.document USING (document_id)")
        assert orphans == [{"n": 0}]
        rows = store.rows(COUNTS)
    assert {row["outcome"] for row in rows} <= {"read"}
    return {row["path"]: (row["objectives"], row["n_values"], row["n_evidence"]) for row in rows}


def killed(folder: Path, database: Path, chance: random.Random, *, told: bool) -> set[str]:
    """Ingest, and kill it: some time after it told of a document, or at any time. The documents it told of."""
    process = start("ingest", folder, "--db", database, "--jobs", "2")
    assert process.stdout is not None
    seen: list[str] = []
    while told and not (seen and seen[-1].startswith("read: ")):
        seen.append(process.stdout.readline())
    time.sleep(chance.uniform(0, 0.5 if told else 2.5))
    family = list(below(process.pid))
    process.kill()
    output, errors = process.communicate()
    assert process.returncode == -signal.SIGKILL, "it was done before: give it more to read"
    assert errors == ""
    until(lambda: not any(map(is_alive, family)))
    lines = [*seen, *output.splitlines()]
    return {line.removeprefix("read: ").partition(" (")[0] for line in lines if line.startswith("read: ")}


@pytest.mark.parametrize("strand", range(STRANDS))
def test_no_kill_loses_or_halves_a_document(tmp_path: Path, strand: int) -> None:
    chance = random.Random(strand)
    reports = write_reports(tmp_path / "reports", FILES)
    start("ingest", reports / "000.pdf", "--db", tmp_path / "whole.duckdb").communicate()
    (whole,) = stored(tmp_path / "whole.duckdb").values()
    assert min(whole) >= 2
    database, told = tmp_path / "x.duckdb", set[str]()
    for kill in range(strand, KILLS, STRANDS):
        anew = kill % 5 == 0
        if anew:
            told.clear()
            for file in tmp_path.glob("x.duckdb*"):
                file.unlink()
        told |= killed(reports, database, chance, told=not anew)
        found = stored(database)
        assert told <= set(found), "a document was told of and is lost"
        assert set(found.values()) <= {whole}, "a document is there in part"
    assert told
    process = start("ingest", *sorted(told), "--db", database)
    output, errors = process.communicate()
    assert (process.returncode, errors) == (0, "")
    lines = output.splitlines()[: len(told)]
    assert {line.partition(" (")[0] for line in lines} == {f"unchanged: {one}" for one in told}
