"""`obiettivi extract`: reports as JSON Lines, for scripts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extract.commands.rules import packs_option
from extract.errors import ReadError

if TYPE_CHECKING:
    from schemas.report import Report

EPILOG = """\b
Examples:
  obiettivi extract relazione-2020.pdf > relazione-2020.json
  obiettivi extract *.pdf | jq '.objectives[].title'
  obiettivi extract relazione-2020.pdf --pack ./comune-di-prova
"""


@click.command("extract", epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option("--with-text", is_flag=True, help="Include the canonical text, which every evidence offset indexes.")
@click.option("--pretty", is_flag=True, help="Indent the JSON: a report then takes many lines.")
@packs_option
@click.pass_context
def command(
    ctx: click.Context, files: tuple[str, ...], with_text: bool, pretty: bool, packs: tuple[Path, ...]
) -> None:
    """Print each FILE as one line of JSON in the shape of `obiettivi schema`.

    A file that cannot be read is an error line on standard error; the others are printed. Exits with 1 if any failed.
    """
    from extract.pipeline import extract_or_tell
    from extract.rulebook import load

    rulebook = load(*packs)
    failed = False
    for file in files:
        try:
            report = extract_or_tell(file, rulebook)
        except ReadError as error:
            click.echo(f"error: {error.line()}", err=True)
            failed = True
        else:
            sys.stdout.write(as_json(report, with_text=with_text, pretty=pretty) + "\n")
            sys.stdout.flush()
    ctx.exit(1 if failed else 0)


def as_json(report: Report, *, with_text: bool, pretty: bool) -> str:
    """The report in the contract's shape: nulls stay, the text only if wanted."""
    return report.model_dump_json(
        exclude=None if with_text else {"report": {"text"}}, indent=2 if pretty else None
    )
