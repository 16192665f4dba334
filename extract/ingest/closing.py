"""The summary that ends a run."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from extract.errors import printable

if TYPE_CHECKING:
    from extract.ingest.tally import Tally


def close(tally: Tally, where: str) -> None:
    """Print what was counted, and where it is."""
    from extract.export import writer

    click.echo()
    writer("table")((printable(where), "count"), tally.rows(), sys.stdout)
    if tally.not_tried:
        click.echo("note: what failed before and did not change was not tried again, as --retry-failed does", err=True)
