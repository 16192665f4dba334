"""`obiettivi show`: a report, or one objective with the place of each value on the page."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extract.commands.database import database_option
from extract.commands.limits import Effort, effort_options
from extract.commands.reading import ocr_options
from extract.commands.rules import packs_option

if TYPE_CHECKING:
    from extract.ingest.reading import Reading
    from extract.isolation import Limits
    from extract.read.options import Options
    from extract.show import Printed, Row
    from schemas.report import Report

PLAIN_WIDTH = 100  # columns where there is no terminal to ask

EPILOG = """\b
Examples:
  obiettivi show riviere-2020.pdf           the report and its objectives
  obiettivi show riviere-2020.pdf 12        objective 12, with quotes and pages
  obiettivi show "riviere 2020" 12          by issuer and year
  obiettivi show ./downloads/relazione.pdf  a file, without a database

\b
Places are «quote» p. PAGE, or the line (riga) of a text without pages. With --boxes the rectangle of the
quote follows, p. PAGE @x0,top-x1,bottom: points from the page's top left corner. (OCR 87%) says how sure
words are that were recognised on a scanned page.

Exit codes: 1 no such report or objective, or a file that cannot be read; 3 the database cannot be read.
"""


@click.command("show", epilog=EPILOG)
@click.argument("report")
@click.argument("number", type=int, required=False)
@click.option("--short", is_flag=True, help="Leave out the whole texts of an objective.")
@click.option("--boxes", is_flag=True, help="Say where on its page each quote stands.")
@packs_option
@ocr_options
@effort_options(jobs=False)
@database_option
def command(
    report: str, number: int | None, short: bool, boxes: bool, packs: tuple[Path, ...], options: Options,
    effort: Effort, database: str,
) -> None:
    """Show REPORT, or its objective NUMBER (each, where the number stands twice), as a person would read it.

    REPORT is a report of the database: its file name, the start of its id, or words of its
    issuer and year. A path to a file that exists is read directly, in a process of its own and within limits.
    """
    from extract import show
    from extract.ingest.reading import Reading

    found = found_report(report, database, effort.limits, Reading(effort.bounds, packs, options))
    width = shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns if sys.stdout.isatty() else PLAIN_WIDTH
    rows = show.report_rows(found, width) if number is None else _objectives(found, number, short)
    print_lines(show.lay_out(rows, width, show.places_of(found.report, boxes=boxes)))


def _objectives(report: Report, number: int, short: bool) -> Iterator[Row]:
    from extract import show
    from extract.show.page import BLANK

    for place, objective in enumerate(show.find_objectives(report, number)):
        if place:
            yield from (BLANK, BLANK)
        yield from show.objective_rows(objective, short=short)


def found_report(name: str, database: str, limits: Limits, reading: Reading) -> Report:
    """The report that a person names: a file that exists, else one of the database."""
    if Path(name).is_file():
        from extract.ingest.run import report_of

        return report_of(name, limits=limits, reading=reading)
    from extract.show.stored import stored_report

    return stored_report(database, name)


def print_lines(lines: Iterable[Printed]) -> None:
    """Print laid out lines, coloured on a terminal."""
    if not sys.stdout.isatty():
        for line in lines:
            click.echo(f"{line.left}{line.right}".rstrip())
        return
    from rich.console import Console
    from rich.text import Text

    styles = {"heading": "bold", "absent": "dim italic", "alert": "yellow"}
    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble((line.left, styles.get(line.style, "")), (line.right, "dim")))
