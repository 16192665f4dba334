"""The `--db` option, the same in every command that needs the database."""

from __future__ import annotations

import click

DEFAULT = "obiettivi.duckdb"

database_option = click.option(
    "--db", "database", envvar="OBIETTIVI_DB", default=DEFAULT, show_default=True, show_envvar=True,
    metavar="FILE", type=click.Path(), help="The database file.",
)
