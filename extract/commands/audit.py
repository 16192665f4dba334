"""`obiettivi audit`: what the checks found in reports, and what they confirmed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extract.commands.database import database_option
from extract.commands.limits import Effort, effort_options
from extract.commands.reading import ocr_options
from extract.commands.rules import packs_option
from extract.export.cells import counted
from extract.findings import FORMATS

if TYPE_CHECKING:
    from extract.audit.check import Check
    from extract.expected import Expected
    from extract.findings.dossier import Dossier
    from extract.findings.gather import Wanted
    from extract.read.options import Options
    from schemas.expectations import Expectations
    from schemas.finding import Severity
    from schemas.report import Report

SEVERITIES = ("error", "warning", "notice")
FOUND = 4  # the exit code where the audit found what --fail-on names

EPILOG = """\b
Examples:
  obiettivi audit                               every report of the database
  obiettivi audit riviere-2020.pdf --confirmed  what was found, and what was checked and held
  obiettivi audit --severity warning --check time --check ratio.weights
  obiettivi audit --format csv > rilievi.csv
  obiettivi audit --bundle verbale.html "riviere 2020"
  obiettivi audit --list-checks

\b
Severities: error is a contradiction that no reading explains, warning something to look at, notice worth
knowing. Checks between years (years.*) need the reports of a body in the database. docs/audit.md explains all.

\b
Exit codes: 4 something was found that is at least as grave as --fail-on; 1 no such report or check, or a file
that cannot be read; 3 the database cannot be read.
"""


@click.command("audit", epilog=EPILOG)
@click.argument("reports", nargs=-1, metavar="[REPORT]...")
@click.option("--severity", type=click.Choice(SEVERITIES), default="notice", show_default=True,
              help="Leave out what is less grave.")
@click.option("--check", "checks", multiple=True, metavar="ID",
              help="Only this check, or this family of checks (time).")
@click.option("--confirmed", is_flag=True, help="Show what was checked and held, too.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True,
              help="How to print what was found.")
@click.option("--fail-on", type=click.Choice(SEVERITIES),
              help="Exit with 4 if something this grave, or graver, is found.")
@click.option("--bundle", type=click.Path(dir_okay=False), metavar="OUT.html",
              help="Write one page to sign and archive: values, findings, confirmations, pieces of pages.")
@click.option("--list-checks", is_flag=True, help="List the checks and what they compare.")
@packs_option
@ocr_options
@effort_options(jobs=False)
@database_option
@click.pass_context
def command(
    ctx: click.Context, reports: tuple[str, ...], severity: Severity, checks: tuple[str, ...], confirmed: bool,
    form: str, fail_on: Severity | None, bundle: str | None, list_checks: bool, packs: tuple[Path, ...],
    options: Options, effort: Effort, database: str,
) -> None:
    """Show what the checks found in each REPORT, or in all reports of the database, by objective.

    REPORT is a report of the database: its file name, the start of its id, or words of its issuer and year. A path
    to a file that exists is read directly, in a process of its own and within limits.
    """
    from extract.audit.catalog import meant_checks

    chosen = meant_checks(checks)
    if list_checks:
        _list(chosen, form)
        return
    from extract.findings.gather import Wanted

    ids = frozenset(one.id for one in chosen) if checks else None
    shown = Wanted(ids, severity, confirmed)
    if bundle is not None:
        if checks or severity != "notice" or form != "table":
            raise click.UsageError("A bundle holds all that was found: leave out --check, --severity and --format")
        shown = Wanted(held=True)
    watch = _Watch(fail_on, shown)
    reading = _Reading(effort, packs, options)
    found = watch.over(_gathered(reports, watch.needed(), database, reading))
    if bundle is None:
        _tell(form, found)
    else:
        _write(bundle, found, reading, database)
    ctx.exit(FOUND if watch.found else 0)


class _Watch:
    """Looks for what --fail-on names, whatever of it is shown."""

    def __init__(self, fail_on: Severity | None, shown: Wanted) -> None:
        self.found = False
        self._fail_on = fail_on
        self._shown = shown

    def needed(self) -> Wanted:
        """What must be gathered."""
        return self._shown._replace(least=max(self._shown.least, self._fail_on or "error", key=SEVERITIES.index))

    def over(self, dossiers: Iterable[Dossier]) -> Iterator[Dossier]:
        """The dossiers, with only what is shown."""
        from extract.findings.gather import chosen

        grave = SEVERITIES[: SEVERITIES.index(self._fail_on) + 1] if self._fail_on else ()
        for dossier in dossiers:
            self.found = self.found or any(one.severity in grave for one in dossier.told())
            yield chosen(dossier, self._shown)


class _Reading:
    """Reads files that are named by their path; keeps the last one, for a bundle shows its values too."""

    def __init__(self, effort: Effort, packs: tuple[Path, ...], options: Options) -> None:
        self.effort = effort
        self.last: Report | None = None
        self._packs = packs
        self._options = options
        self._expected: Expected | None = None

    def expects(self, layout: str | None, issuer: str | None) -> Expectations:
        """What the packs expect of a report of the database. Raises RuleError."""
        if self._expected is None:
            from extract.rulebook import shipped

            self._expected = shipped(*self._packs).expected()
        return self._expected.of(layout, issuer)

    def read(self, path: str) -> Report:
        """The report in a file, read in a process of its own. Raises ReadError."""
        from extract.ingest.reading import Reading
        from extract.ingest.run import report_of

        reading = Reading(self.effort.bounds, self._packs, self._options)
        self.last = report_of(path, limits=self.effort.limits, reading=reading)
        return self.last


def _gathered(reports: tuple[str, ...], wanted: Wanted, database: str, reading: _Reading) -> Iterator[Dossier]:
    from extract.findings.gather import dossiers

    return dossiers(database, reports, wanted, reading.read, reading.expects)


def _tell(form: str, dossiers: Iterable[Dossier]) -> None:
    from extract.findings.tell import teller

    teller(form)(dossiers, sys.stdout)
    sys.stdout.flush()


def _write(path: str, dossiers: Iterable[Dossier], reading: _Reading, database: str) -> None:
    """Write the bundle under another name first: what stands at `path` is whole."""
    from extract.findings.bundle import bundled

    def report(dossier: Dossier) -> Report:
        from extract.show.stored import stored_report

        last, reading.last = reading.last, None
        return last or stored_report(database, dossier.source.document_id)

    count = bundled(path, dossiers, report, reading.effort.limits)
    click.echo(f"{path}: {counted(count, 'report')}")


def _list(checks: Iterable[Check], form: str) -> None:
    """List checks: in a table their names, else all that is said of them."""
    from extract.audit.catalog import BRIEF, COLUMNS, rows
    from extract.export import FORMATS as EXPORTS
    from extract.export import writer

    if form not in EXPORTS:
        raise click.UsageError("--list-checks prints table, csv or json")
    columns = BRIEF if form == "table" else COLUMNS
    writer(form)(columns, [row[: len(columns)] for row in rows(checks)], sys.stdout)
