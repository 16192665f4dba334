"""Ratios: two things done alternately in one run, so that what slows the machine slows both."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent


# Makes ready, outside the time that is taken, and gives what is timed.
Work = Callable[[], AbstractContextManager[Callable[[], object]]]


class Result(NamedTuple):
    """A line of the table: what was compared, the median, least and greatest ratio, and the seconds behind it."""

    name: str
    goal: str
    ratios: tuple[float, ...]
    seconds: str

    def row(self) -> tuple[str, str, str, str, str]:
        """As text: name, median, range, goal, seconds."""
        middle = statistics.median(self.ratios)
        return self.name, f"{middle:.2f}", f"{min(self.ratios):.2f}–{max(self.ratios):.2f}", self.goal, self.seconds


def at_once(work: Callable[[], object]) -> Work:
    """Work that needs nothing to be made ready."""
    return lambda: nullcontext(work)


def paired(name: str, goal: str, first: Work, second: Work, *, rounds: int, unit: int = 1) -> Result:
    """How many times longer `second` takes than `first`, round by round; `unit` is what seconds are told of (pages)."""
    times: list[tuple[float, float]] = []
    for number in range(rounds):
        order = (first, second) if number % 2 == 0 else (second, first)
        taken = {work: _timed(work) for work in order}
        times.append((taken[first], taken[second]))
    middle = [1000 * statistics.median(column) / unit for column in zip(*times, strict=True)]
    per = "ms a page" if unit > 1 else "ms"
    return Result(name, goal, tuple(b / a for a, b in times), f"{middle[0]:.2f} : {middle[1]:.2f} {per}")


def _timed(work: Work) -> float:
    with work() as run:
        started = time.perf_counter()
        run()
        return time.perf_counter() - started


def python(*arguments: str, code: str | None = None) -> str:
    """What Python prints, run by itself in the project."""
    command = [sys.executable, *(["-c", code] if code else []), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


def obiettivi(*arguments: str | Path) -> str:
    """What the command prints, run as a process."""
    return python("-m", "extract", *map(str, arguments))


def table(results: Sequence[Result]) -> str:
    """The results as Markdown."""
    head = ("measured", "median", "range", "goal", "behind it")
    rows = [head, ("---",) * len(head), *(result.row() for result in results)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
