"""How the files of a run are told: a bar on a terminal with the remarks above it, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from extract.ingest.tally import Told


@contextmanager
def reporter(total: int) -> Iterator[Callable[[Told], None]]:
    """Tells each of `total` files; the bar shows how many are done, files per second and the time left."""
    if not sys.stderr.isatty():
        yield lambda told: click.echo(told.line, err=told.failed)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (
        TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[pace]}"),
        TimeRemainingColumn(), TextColumn("left"),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        bar = progress.add_task("reading", total=total, pace="")

        def tell(told: Told) -> None:
            if told.remark:
                console.print(told.line, markup=False, highlight=False, soft_wrap=True)
            progress.advance(bar)
            progress.update(bar, pace=_pace(progress.tasks[0].speed))

        yield tell


def _pace(speed: float | None) -> str:
    """`12.5 files/s`; nothing before there is a measure."""
    return "" if speed is None else f"{speed:.3g} files/s"
