"""Where the time goes: the cost of each stage for a page, and rows for a second into DuckDB."""

from __future__ import annotations

import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench import inputs
from extract import extract_report
from extract.read import read
from extract.store import Store
from extract.store.rows import rows_of

# Where each stage is called from. What a stage calls of another one is not its own.
STAGES = {
    "read": "extract.pipeline.read",
    "divide": "extract.pipeline.divide",
    "language": "extract.fields.statements.analyse",
    "fields": "extract.pipeline._objectives",
    "audit": "extract.pipeline.audited",
    "store": "extract.store.Store.save",
}


class _Clock:
    """Time in each stage, that of the stages within it taken off."""

    def __init__(self) -> None:
        self.own: defaultdict[str, float] = defaultdict(float)
        self._within: list[float] = []

    def around(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any, **options: Any) -> Any:
            self._within.append(0.0)
            started = time.perf_counter()
            try:
                return work(*arguments, **options)
            finally:
                taken = time.perf_counter() - started
                self.own[stage] += taken - self._within.pop()
                if self._within:
                    self._within[-1] += taken

        return timed


def run(folder: Path, rounds: int) -> Iterator[tuple[str, str]]:
    """Milliseconds for a page by stage, and rows for a second, as name and figure."""
    pages = 200
    report = inputs.narrative(pages, folder / "stages.pdf")
    extract_report(report)
    taken = [_one(report, folder / f"stages-{number}.duckdb") for number in range(rounds)]
    for stage in STAGES:
        figures = [1000 * one[stage] / pages for one in taken]
        yield f"{stage}, ms a page", f"{statistics.median(figures):.3f}"
    yield "rows a second into DuckDB", _rows(report, folder, rounds)


def _one(report: Path, database: Path) -> dict[str, float]:
    clock = _Clock()
    with Store.open(database) as store, ExitStack() as stack:
        for stage, name in STAGES.items():
            place, _, attribute = name.rpartition(".")
            holder = store if stage == "store" else _module(place)
            stack.enter_context(patch.object(holder, attribute, clock.around(stage, getattr(holder, attribute))))
        from extract import pipeline

        store.save(pipeline.extract_report(report), report)
    return clock.own


def _module(name: str) -> Any:
    from importlib import import_module

    return import_module(name)


def _rows(path: Path, folder: Path, rounds: int) -> str:
    report = extract_report(read(path))
    made = rows_of(report)
    count = len(made.objectives) + len(made.values) + len(made.evidence)
    rates = []
    for number in range(rounds):
        with Store.open(folder / f"rows-{number}.duckdb") as store:
            started = time.perf_counter()
            store.save(report, path)
            rates.append(count / (time.perf_counter() - started))
    return f"{statistics.median(rates):,.0f}"
