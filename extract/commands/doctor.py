"""`obiettivi doctor`: what is installed, and what each missing part costs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from extract.commands.database import database_option
from extract.export import FORMATS

if TYPE_CHECKING:
    from extract.doctor import Part

EPILOG = """\b
Examples:
  obiettivi doctor
  obiettivi doctor --db archive/comune.duckdb --format json

Exits with 1 where a part is broken that everything needs.
"""

_STATES = {"ok": "ok", "missing": "manca / missing", "broken": "guasto / broken"}


@click.command("doctor", epilog=EPILOG)
@database_option
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True, help="How to print it."
)
@click.pass_context
def command(ctx: click.Context, database: str, format_: str) -> None:
    """Say what is installed here, what is missing, what that costs, and the command that helps."""
    from extract.doctor import State, examine

    parts = examine(database)
    if format_ == "table":
        _tell(parts)
    else:
        _write(format_, ("part", "state", "found", "cost", "remedy"), parts)
    ctx.exit(1 if any(part.state is State.BROKEN for part in parts) else 0)


def _tell(parts: Sequence[Part]) -> None:
    columns = ("parte / part", "stato / state", "trovato / found")
    _write("table", columns, [(part.name, _STATES[part.state], part.found) for part in parts])
    for part in parts:
        if part.remedy:
            click.echo(f"\n{part.name}: {_STATES[part.state]}")
            click.echo(f"  costo / cost: {part.cost}")
            click.echo(f"  rimedio / remedy: {part.remedy}")


def _write(format_: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    from extract.export import writer

    writer(format_)(columns, rows, sys.stdout)
