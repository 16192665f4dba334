"""`obiettivi query`: SQL, or a canned question by name."""

from __future__ import annotations

import re
import sys

import click

from extract.commands.database import database_option
from extract.export import FORMATS

EPILOG = """\b
Examples:
  obiettivi query "SELECT number, title, score FROM objectives ORDER BY score"
  obiettivi query --list
  obiettivi query missed-deadlines --format markdown
  obiettivi query evidence-of --set number=8 --format csv > obiettivo-8.csv
  obiettivi query "DESCRIBE objectives"

The tables are documents, objectives, plan_references, indicators, targets, quantities, series, dates, scores,
sections, footnotes, citations, findings, confirmations, evidence, decisions, all_values and lineage; docs/sql.md
describes them.
Questions only read: no files, no settings, no changes. In CSV, text that a spreadsheet would run as a formula
gets an apostrophe in front.
"""

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_WHOLE = re.compile(r"-?\d{1,9}")
# A word alone that is SQL all the same.
_STATEMENTS = ("select", "from", "describe", "show", "summarize", "values", "table", "with")


@click.command("query", epilog=EPILOG)
@click.argument("question", required=False, metavar="SQL|NAME")
@click.option("--list", "list_them", is_flag=True, help="List the questions that have a name.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True,
              help="How to print the answer.")
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="Give $NAME in the question a value.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=60.0, show_default=True, metavar="SECONDS",
              help="Stop the question after so long.")
@click.option("--max-rows", type=click.IntRange(min=1), default=100_000, show_default=True,
              help="Print at most so many rows, and say so if there are more.")
@database_option
@click.pass_context
def command(
    ctx: click.Context, question: str | None, list_them: bool, form: str, settings: tuple[str, ...],
    timeout: float, max_rows: int, database: str,
) -> None:
    """Ask the database one question: SQL, or the NAME of one from --list."""
    if list_them:
        _list(form)
        return
    if not question:
        raise click.UsageError('Give SQL or the name of a question, as in: obiettivi query "FROM objectives"', ctx)
    from extract.export import writer
    from extract.store.sandbox import Limits, ask

    sql, parameters = _resolve(question, _settings(settings))
    answer = ask(database, sql, parameters, limits=Limits(seconds=timeout, rows=max_rows))
    try:
        if answer.snapshot:
            click.echo(f"note: {answer.snapshot}; this is a snapshot of what it saved so far", err=True)
        writer(form)(answer.columns, answer.rows, sys.stdout)
        sys.stdout.flush()
    finally:
        answer.close()
    if answer.cut:
        click.echo(f"note: rows are missing: the answer has {answer.cut}; raise --max-rows or ask for less", err=True)


def _list(form: str) -> None:
    from extract.export import writer
    from extract.questions import questions

    rows = [[one.name, one.italian, one.english, ", ".join(one.parameters)] for one in questions().values()]
    writer(form)(["name", "italiano", "english", "set"], rows, sys.stdout)


def _resolve(text: str, given: dict[str, str]) -> tuple[str, dict[str, str | None]]:
    """The SQL and its parameters.

    Raises QueryError for an unknown name, UsageError for a parameter that is unknown or not what it must be.
    """
    if not _NAME.fullmatch(text) or text in _STATEMENTS:
        return text, dict(given)
    from extract.questions import question

    canned = question(text)
    unknown = sorted(set(given) - set(canned.parameters))
    if unknown:
        known = ", ".join(canned.parameters) or "none"
        raise click.UsageError(f"{text} has no {unknown[0]} to set; it has: {known}")
    for name in sorted(canned.whole & set(given)):
        if not _WHOLE.fullmatch(given[name]):
            raise click.UsageError(f"{name} must be a whole number, as in --set {name}=8, not {given[name]!r}")
    return canned.sql, {name: given.get(name) for name in canned.parameters}


def _settings(pairs: tuple[str, ...]) -> dict[str, str]:
    given: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise click.UsageError(f"--set takes NAME=VALUE, not {pair!r}")
        given[name] = value
    return given
