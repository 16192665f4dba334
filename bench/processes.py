"""Processes: two against one, the cost of starting, and memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from bench import inputs
from bench.pairs import Result, at_once, obiettivi, paired, python

_databases = count()
# The most memory that a process had; what it inherited from its parent does not count, as it does in getrusage.
_PEAK = """
import re, sys
from extract import extract_report
from extract.store import Store
with Store.open(sys.argv[2]) as store:
    store.save(extract_report(sys.argv[1]), sys.argv[1])
print(*re.findall(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read()))
"""
_POOL = """
import re, sys
from pathlib import Path
from bench.pairs import ROOT
from extract.cli import main
try:
    main()
finally:
    print("peak", *re.findall(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read()))
"""


def two_against_one(folder: Path, rounds: int) -> Iterator[Result]:
    """`obiettivi ingest` over 60 files of 20 pages, the pool's start counted."""
    inputs.many(60, 20, folder / "pool")

    def with_jobs(jobs: int) -> None:
        obiettivi("ingest", folder / "pool", "--jobs", str(jobs), "--db", folder / f"pool-{next(_databases)}.duckdb")

    yield paired(
        "one process : two, 60 files of 20 pages", "≥ 1.7",
        at_once(lambda: with_jobs(2)), at_once(lambda: with_jobs(1)), rounds=rounds, unit=1200,
    )


def starting(folder: Path, rounds: int) -> Iterator[Result]:
    """Commands against bare Python, and a small report cold against the naive script cold."""
    database = folder / "start.duckdb"
    obiettivi("ingest", inputs.SEED, "--db", database)

    bare = at_once(lambda: python(code="pass"))
    told = at_once(lambda: obiettivi("--help"))
    yield paired("obiettivi --help : bare Python", "≤ 5", bare, told, rounds=3 * rounds)
    for view in ("documents", "objectives"):
        asked = at_once(partial(obiettivi, "query", f"SELECT count(*) FROM {view}", "--db", database))
        yield paired(f"obiettivi query, {view} : bare Python", "≤ 15", bare, asked, rounds=3 * rounds)
    yield _cold("the seed, 13 pages", "> 1", inputs.SEED, folder, rounds)
    yield _cold("13 pages that reportlab printed", "–", inputs.narrative(13, folder / "13.pdf"), folder, rounds)


def _cold(name: str, goal: str, report: Path, folder: Path, rounds: int) -> Result:
    return paired(
        f"naive script : obiettivi ingest, {name}, both cold", goal,
        at_once(lambda: obiettivi("ingest", report, "--db", folder / f"cold-{next(_databases)}.duckdb")),
        at_once(lambda: python("-m", "bench.naive", str(report))), rounds=rounds,
    )


def memory(folder: Path, rounds: int) -> Iterator[Result]:
    """Peak memory of 500 pages against 20, and of the run over 200 files against 20."""
    few, lots = inputs.narrative(20, folder / "few.pdf"), inputs.narrative(500, folder / "lots.pdf")

    def peak(path: Path) -> int:
        return int(python(str(path), str(folder / f"peak-{next(_databases)}.duckdb"), code=_PEAK))

    small, large = [peak(few) for _ in range(rounds)], [peak(lots) for _ in range(rounds)]
    yield Result(
        "peak memory, 500 pages : 20", "≤ 1.3", tuple(b / a for a, b in zip(small, large, strict=True)),
        f"{large[0] >> 10} : {small[0] >> 10} MiB",
    )
    inputs.many(200, 20, folder / "growth")

    def pool(pattern: str) -> int:
        database = folder / f"growth-{next(_databases)}.duckdb"
        told = python("ingest", str(folder / "growth" / pattern), "--db", str(database), code=_POOL)
        return int(re.findall(r"peak (\d+)", told)[-1])

    some, all_ = pool("00*.pdf"), pool("*.pdf")
    yield Result("peak memory of ingest, 200 files of 20 pages : 10", "≤ 1.3", (all_ / some,),
                 f"{all_ >> 10} : {some >> 10} MiB")
