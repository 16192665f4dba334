"""End to end, warm, in one process: read, extract, audit, store; against the naive script and pdftotext."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import duckdb

from bench import inputs, naive
from bench.pairs import Result, Work, at_once, paired
from extract import extract_report
from extract.store import Store

_databases = count()


def ours(paths: Sequence[Path], folder: Path) -> Work:
    """Everything on: all values with evidence, audit, store."""

    @contextmanager
    def ready() -> Iterator[Callable[[], object]]:
        with Store.open(folder / f"ours-{next(_databases)}.duckdb") as store, store.held():  # as in `obiettivi ingest`
            yield lambda: [store.save(extract_report(path), path, size=path.stat().st_size) for path in paths]

    return ready


def theirs(paths: Sequence[Path], folder: Path) -> Work:
    """The naive script, its modules loaded."""

    @contextmanager
    def ready() -> Iterator[Callable[[], object]]:
        with duckdb.connect(folder / f"naive-{next(_databases)}.duckdb") as con:
            yield lambda: [naive.ingest(str(path), con) for path in paths]

    return ready


def poppler(paths: Sequence[Path], folder: Path) -> Work:
    """Words and boxes by pdftotext, written to a file."""
    return at_once(lambda: [
        subprocess.run(["pdftotext", "-bbox", path, folder / "bbox.html"], check=True) for path in paths
    ])


def run(folder: Path, rounds: int) -> Iterator[Result]:
    """The ratios on 20 and 500 narrative pages, on 200 files, and on ruled pages."""
    sets: list[tuple[str, list[Path], int, str]] = [
        ("20 narrative pages", [inputs.narrative(20, folder / "20.pdf")], 20, "≥ 20"),
        ("500 narrative pages", [inputs.narrative(500, folder / "500.pdf")], 500, "≥ 20"),
        ("200 files of 4 narrative pages", inputs.many(200, 4, folder / "files"), 800, "≥ 20"),
        ("60 pages of ruled tables", [inputs.ruled(60, folder / "ruled.pdf")], 60, "≥ 5"),
    ]
    known = [inputs.narrative(40, folder / "warm.pdf", seed=2), inputs.ruled(5, folder / "warm-ruled.pdf")]
    with ours(known, folder)() as warm_up:
        warm_up()
    for name, paths, pages, goal in sets:
        work = ours(paths, folder)
        against = theirs(paths, folder), poppler(paths, folder)
        yield paired(f"naive script : obiettivi, {name}", goal, work, against[0], rounds=rounds, unit=pages)
        bound = "≤ 4" if "narrative" in name else "–"
        yield paired(f"obiettivi : pdftotext -bbox, {name}", bound, against[1], work, rounds=rounds, unit=pages)
