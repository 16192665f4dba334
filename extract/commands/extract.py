"""`obiettivi extract`: reports as JSON Lines, for scripts."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extract.commands.limits import Effort, effort_options
from extract.commands.reading import ocr_options
from extract.commands.rules import packs_option
from extract.errors import ReadError

if TYPE_CHECKING:
    from extract.ingest.reading import Reading
    from extract.read.options import Options
    from schemas.report import Report

EPILOG = """\b
Examples:
  obiettivi extract relazione-2020.pdf > relazione-2020.json
  obiettivi extract *.pdf | jq '.objectives[].title'
  obiettivi extract relazione-2020.pdf --pack ./comune-di-prova

Each file is read in a process of its own, within limits that docs/limits.md explains.
"""


@click.command("extract", epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option("--with-text", is_flag=True, help="Include the canonical text, which every evidence offset indexes.")
@click.option("--pretty", is_flag=True, help="Indent the JSON: a report then takes many lines.")
@packs_option
@ocr_options
@effort_options()
@click.pass_context
def command(
    ctx: click.Context, files: tuple[str, ...], with_text: bool, pretty: bool, packs: tuple[Path, ...],
    options: Options, effort: Effort,
) -> None:
    """Print each FILE as one line of JSON in the shape of `obiettivi schema`, in the order given.

    A file that cannot be read is an error line on standard error; the others are printed. Exits with 1 if any failed.
    """
    from extract.ingest.endings import error_of
    from extract.ingest.reading import Reading, prepare
    from extract.isolation import Ended, Pool

    failed = False
    options = options._replace(ocr_jobs=effort.processors_each(len(files)))
    reading = Reading(effort.bounds, packs, options)
    work = partial(json_of, reading=reading, with_text=with_text, pretty=pretty)
    with Pool(partial(prepare, packs), limits=effort.limits, jobs=effort.processes()) as pool:
        for batch in pool.run(work, files, strict=True):
            for result in batch:
                answer = error_of(result, effort.limits) if isinstance(result, Ended) else result.value
                failed |= isinstance(answer, ReadError)
                _tell(answer)
    ctx.exit(1 if failed else 0)


def _tell(answer: str | ReadError) -> None:
    if isinstance(answer, ReadError):
        click.echo(f"error: {answer.line()}", err=True)
        return
    sys.stdout.write(answer + "\n")
    sys.stdout.flush()


def json_of(path: str, *, reading: Reading, with_text: bool, pretty: bool) -> str | ReadError:
    """The report in the file as JSON, or what is wrong with the file."""
    from extract.ingest.reading import report_or_error

    found = report_or_error(path, reading)
    return found if isinstance(found, ReadError) else as_json(found, with_text=with_text, pretty=pretty)


def as_json(report: Report, *, with_text: bool, pretty: bool) -> str:
    """The report in the contract's shape: nulls stay, the text only if wanted."""
    return report.model_dump_json(
        exclude=None if with_text else {"report": {"text"}}, indent=2 if pretty else None
    )
