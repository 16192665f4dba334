"""The command as a process with children: started, watched through /proc, and ended."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

PATIENCE = 60.0  # seconds: nothing is waited for longer, however busy the machine


def start(*arguments: str | Path, **how: object) -> subprocess.Popen[str]:
    """`obiettivi` with arguments, its output and errors in pipes."""
    settings = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, **how}
    return subprocess.Popen([sys.executable, "-m", "extract", *map(str, arguments)], **settings)  # type: ignore[call-overload,no-any-return]


def below(pid: int) -> Iterator[int]:
    """The processes that a process started, and those that they did."""
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:  # it ended
        return
    for child in map(int, found):
        yield child
        yield from below(child)


def readers(process: subprocess.Popen[str]) -> list[int]:
    """The processes that read files for `process`: the children of its nursery."""
    return [child for child in below(process.pid) if any(child in below(other) for other in below(process.pid))]


def is_alive(pid: int) -> bool:
    """Whether the process runs; one that ended and nobody asked for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def until(condition: Callable[[], object]) -> None:
    """Wait until it is so. Fails where that takes very long."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.01)
