"""What a child may use, and how many children fit on this machine."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

MEMORY = 1 << 30
SECONDS = 120.0
_CONTAINER = Path("/sys/fs/cgroup/memory.max")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item may use, and how long a child is kept.

    `memory` is bytes of address space beyond what the program takes by itself, `seconds` is time
    on the clock. A child that served `items` items, or kept a quarter of `memory` after one, is
    replaced by a fresh one.
    """

    memory: int = MEMORY
    seconds: float = SECONDS
    items: int = 200

    def has_grown(self, kept: int) -> bool:
        """Whether a child that keeps so many bytes more than it began with is to be replaced."""
        return kept > self.memory // 4


def fitting_jobs(memory: int) -> int:
    """How many children to run at once: one for each processor, as far as the machine has `memory` bytes for each."""
    return max(1, min(processors(), _machine_memory() // memory))


def processors() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _machine_memory() -> int:
    """Bytes of memory of the machine or, where that is less, of the container; very many where nobody tells."""
    known = [1 << 62]
    if hasattr(os, "sysconf"):
        known.append(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    if _CONTAINER.is_file() and (text := _CONTAINER.read_text().strip()).isdigit():
        known.append(int(text))
    return min(known)
