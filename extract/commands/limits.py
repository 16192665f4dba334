"""The options that limit what reading one file may use, the same in every command that reads files."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from extract.ingest.reading import Bounds
    from extract.isolation import Limits

_LEAST_MEMORY = 64 << 20
_SIZE = re.compile(r"(\d+)\s*([KMGT]?)(?:i?B)?", re.IGNORECASE)
_UNITS = {"": 0, "K": 10, "M": 20, "G": 30, "T": 40}


def _size(ctx: click.Context, parameter: click.Parameter, value: str) -> int:
    """Bytes, as in 512M or 2G; a unit is 1024 of the one before."""
    found = _SIZE.fullmatch(value.strip())
    if found is None:
        raise click.BadParameter(f"{value!r} is no size; write it as 512M or 2G", ctx, parameter)
    size = int(found[1]) << _UNITS[found[2].upper()]
    if size < _LEAST_MEMORY:
        least = f"the least is {_LEAST_MEMORY >> 20}M"
        raise click.BadParameter(f"{value!r} is too little to read anything; {least}", ctx, parameter)
    return size


@dataclass(frozen=True, slots=True)
class Effort:
    """What reading a file may cost, and how many to read at once (None: as many as suit the machine)."""

    memory: int
    timeout: float
    max_pages: int
    jobs: int | None = None

    @property
    def limits(self) -> Limits:
        """The limits of a process."""
        from extract.isolation import Limits

        return Limits(memory=self.memory, seconds=self.timeout)

    @property
    def bounds(self) -> Bounds:
        """The limits of a file."""
        from extract.ingest.reading import Bounds

        return Bounds(size=self.memory, pages=self.max_pages)

    def processes(self) -> int:
        """How many files to read at once."""
        from extract.isolation import fitting_jobs

        return self.jobs or fitting_jobs(self.memory)

    def processors_each(self, files: int) -> int:
        """How many processors there are for each of the processes that read so many files."""
        from extract.isolation import processors

        return max(1, processors() // max(1, min(self.processes(), files)))


_JOBS = click.option(
    "--jobs", "-j", type=click.IntRange(min=1), metavar="N", help="Read so many files at once.",
    show_default="one for each processor, as far as there is memory",
)
_LIMITS = (
    click.option("--memory", callback=_size, default="1G", show_default=True, metavar="SIZE",
                 help="Give up a file that takes more memory to read; as 512M or 2G."),
    click.option("--timeout", type=click.FloatRange(min=0.1), default=120, show_default=True, metavar="SECONDS",
                 help="Give up a file that takes longer to read."),
    click.option("--max-pages", type=click.IntRange(min=1), default=2000, show_default=True, metavar="N",
                 help="Leave files of more pages."),
)

Command = Callable[..., Any]


def effort_options(*, jobs: bool = True) -> Callable[[Command], Command]:
    """Adds the options; the command takes them as one `effort`. Without `jobs` it reads one file only."""

    def decorate(function: Command) -> Command:
        @wraps(function)
        def command(*args: Any, memory: int, timeout: float, max_pages: int, **rest: Any) -> Any:
            effort = Effort(memory, timeout, max_pages, rest.pop("jobs", None))
            return function(*args, effort=effort, **rest)

        decorated: Command = command
        for option in (*reversed(_LIMITS), *([_JOBS] if jobs else [])):
            decorated = option(decorated)
        return decorated

    return decorate
