"""`obiettivi explain`: where a value comes from, what competed with it, and why there is none."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extract.commands.database import database_option
from extract.commands.limits import Effort, effort_options
from extract.commands.reading import ocr_options
from extract.commands.rules import packs_option
from extract.commands.show import PLAIN_WIDTH, found_report, print_lines

if TYPE_CHECKING:
    from extract.explain.rivals import Trial, Tried
    from extract.read.options import Options
    from schemas.report import Objective, Report

EPILOG = """\b
Examples:
  obiettivi explain riviere-2020.pdf 9 scores[0].value
  obiettivi explain "riviere 2020" 4 outcome          why there is none
  obiettivi explain riviere-2020.pdf 1 quantities     all of them
  obiettivi explain ./relazione.pdf 3 sections.results
  obiettivi explain riviere-2020.pdf 9 coverage       all that is empty, where it was looked for, and numbers not read

\b
Fields are those of the view all_values, an item of a list by its place from 0. The rules are tried again on the
original file if it is still the same, in a process of its own, else on the text that the database keeps.
Exit code 1: no such report, objective or field.
"""


@click.command("explain", epilog=EPILOG)
@click.argument("report")
@click.argument("number", type=int)
@click.argument("field")
@packs_option
@ocr_options
@effort_options(jobs=False)
@database_option
def command(
    report: str, number: int, field: str, packs: tuple[Path, ...], options: Options, effort: Effort, database: str
) -> None:
    """Explain FIELD of objective NUMBER of REPORT: its quote, page, rule and pattern, and what else was in question.

    Of a field that is empty, what was searched. The FIELD coverage is all fields that are empty.
    """
    from extract import show
    from extract.explain import COVERAGE, asked, explanation, left_over
    from extract.ingest.reading import Reading

    found = found_report(report, database, effort.limits, Reading(effort.bounds, packs, options))
    path = report if Path(report).is_file() else _path(database, found)
    width = shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns if sys.stdout.isatty() else PLAIN_WIDTH
    for place, objective in enumerate(show.find_objectives(found, number)):
        if place:
            click.echo()
        pages = found.report.pages > 1
        if field == COVERAGE:
            rows = left_over(objective, pages=pages)
        else:
            known = asked(objective, field)
            trial = _trial(found, path, objective, known.root, packs)
            rows = explanation(objective, known, _tried(trial, effort), found.report.rules, pages=pages)
        print_lines(show.lay_out(rows, width, show.places_of(found.report, boxes=True)))


def _path(database: str, report: Report) -> str:
    """Where the database says that the file stood."""
    from extract.store import ask

    sql = "SELECT path FROM documents WHERE sha256 = $sha256 AND outcome = 'read'"
    return str(next(iter(ask(database, sql, {"sha256": report.report.sha256}).rows))[0])


def _trial(report: Report, path: str, objective: Objective, root: str, packs: tuple[Path, ...]) -> Trial:
    from extract.explain.rivals import Trial

    header = report.report
    position = next(place for place, one in enumerate(report.objectives, start=1) if one is objective)
    return Trial(path, header.sha256, header.text or "", header.source, position, root, packs)


def _tried(trial: Trial, effort: Effort) -> Tried:
    from functools import partial

    from extract.explain.rivals import Tried, tried
    from extract.ingest.reading import prepare
    from extract.isolation import Ended, Pool

    with Pool(partial(prepare, trial.packs), limits=effort.limits) as pool:
        ((result,),) = pool.run(tried, [trial], strict=True)
    return Tried(failure=f"{trial.source}: {result.how}") if isinstance(result, Ended) else result.value
