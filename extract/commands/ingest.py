"""`obiettivi ingest`: reports into the database, one transaction each; a failure is a row, not an end."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extract.commands.database import database_option
from extract.commands.offers import Offer, offered
from extract.errors import ObiettiviError, ReadError, printable

if TYPE_CHECKING:
    from extract.store import Store
    from schemas.report import Report

EPILOG = """\b
Examples:
  obiettivi ingest relazione-2020.pdf
  obiettivi ingest reports/ "archive/*/relazione*.pdf" --db comune.duckdb

A folder means every .pdf and .txt below it. Files that did not change are not read again, unless the rules did.
"""


@click.command("ingest", epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@database_option
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], database: str) -> None:
    """Read files, folders and globs into the database.

    Each file that cannot be read is one line naming file, reason and remedy, and a row in `documents`; the others go
    on. Exits with 1 if any failed.
    """
    from extract.pipeline import rules_digest
    from extract.store import Store

    offers = offered(paths)
    with Store.open(database) as store:
        known = frozenset(store.known(rules_digest()))
        tally = Tally()
        with _reporter(len(offers)) as report_line:
            for outcome in map(partial(read_one, known=known), offers):
                report_line(*tally.take(store, outcome))
    _close(tally, database)
    ctx.exit(1 if tally.failures else 0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one offer: a report, an error, or neither where it is known already."""

    path: str
    sha256: str | None = None
    size: int | None = None
    report: Report | None = None
    error: ReadError | None = None


def read_one(offer: Offer, *, known: frozenset[str]) -> Outcome:
    """Read one file, unless its bytes are among `known`. Touches nothing but the file."""
    if offer.error is not None:
        return Outcome(offer.path, error=offer.error)
    from extract.pipeline import extract_or_tell

    sha256, size = _fingerprint(offer.path)
    if sha256 in known:
        return Outcome(offer.path, sha256, size)
    try:
        report = extract_or_tell(offer.path)
    except ReadError as error:
        return Outcome(offer.path, sha256, size, error=error)
    return Outcome(offer.path, sha256, size, report=report)


def _fingerprint(path: str) -> tuple[str | None, int | None]:
    """Hash and size of a plain file; None where reading will say what is wrong with it."""
    if not Path(path).is_file():
        return None, None
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), os.fstat(file.fileno()).st_size
    except OSError:
        return None, None


@dataclass(slots=True)
class Tally:
    """What the run did so far."""

    reports: int = 0
    objectives: int = 0
    values: int = 0
    findings: int = 0
    failures: int = 0
    unchanged: int = 0

    def take(self, store: Store, outcome: Outcome) -> tuple[str, bool]:
        """Save an outcome and count it; the line that tells it, and whether it is good news."""
        if outcome.error is not None:
            return self._fail(store, outcome, outcome.error)
        if outcome.report is None:
            saved = store.saved(outcome.sha256 or "")
        else:
            saved = store.save(outcome.report, outcome.path, size=outcome.size)
        if saved is None:
            return self._fail(store, outcome, ReadError(
                outcome.path, "it left the database while this ran", "ingest it again", kind="lost"))
        self.reports += 1
        self.unchanged += saved.unchanged
        self.objectives += saved.objectives
        self.values += saved.values
        self.findings += saved.findings
        what = "unchanged" if saved.unchanged else "read"
        return (f"{what}: {printable(outcome.path)} ({saved.objectives} objectives, {saved.values} values, "
                f"{saved.findings} findings)"), True

    def _fail(self, store: Store, outcome: Outcome, error: ObiettiviError) -> tuple[str, bool]:
        store.save_failure(outcome.path, error, sha256=outcome.sha256, size=outcome.size)
        self.failures += 1
        return f"error: {error.line()}", False


@contextmanager
def _reporter(total: int) -> Iterator[Callable[[str, bool], None]]:
    """How each file is told: a bar on a terminal with the failures above it, plain lines elsewhere."""
    if not sys.stderr.isatty():
        yield lambda line, good: click.echo(line, err=not good)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading", total=total)

        def tell(line: str, good: bool) -> None:
            if not good:
                console.print(line, markup=False, highlight=False, soft_wrap=True)
            progress.advance(task)

        yield tell


def _close(tally: Tally, database: str) -> None:
    from extract.export import writer

    rows: Sequence[Sequence[object]] = [
        ("reports", tally.reports), ("of which unchanged", tally.unchanged), ("objectives", tally.objectives),
        ("values", tally.values), ("findings", tally.findings), ("failures", tally.failures),
    ]
    click.echo()
    writer("table")((printable(database), "count"), rows, sys.stdout)
