"""`obiettivi ingest`: reports into the database, one transaction each; a failure is a row, not an end."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from extract.commands.database import database_option
from extract.commands.offers import Offer, offered
from extract.commands.rules import packs_option
from extract.errors import ObiettiviError, ReadError, printable
from extract.export.cells import counted

if TYPE_CHECKING:
    from extract.store import Saved, Store
    from schemas.report import Report

EPILOG = """\b
Examples:
  obiettivi ingest relazione-2020.pdf
  obiettivi ingest reports/ "archive/*/relazione*.pdf" --db comune.duckdb
  obiettivi ingest relazione-2020.pdf --pack ./comune-di-prova

A folder means every .pdf and .txt below it. Files that did not change are not read again, unless the rules did; a file
that changed replaces what was read from the same path.
"""


@click.command("ingest", epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@packs_option
@database_option
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], packs: tuple[Path, ...], database: str) -> None:
    """Read files, folders and globs into the database.

    Each file that cannot be read is one line naming file, reason and remedy, and a row in `documents`; the others go
    on. Exits with 1 if any failed.
    """
    from extract.pipeline import rules_digest
    from extract.rulebook import load
    from extract.store import Store

    offers = offered(paths)
    digest = rules_digest(load(*packs))
    with Store.open(database) as store:
        known = frozenset(store.known(digest))
        tally = Tally(packs)
        try:
            with _reporter(len(offers)) as report_line:
                for outcome in map(partial(read_one, known=known, packs=packs), offers):
                    report_line(tally.take(store, outcome))
        except (ObiettiviError, KeyboardInterrupt):
            _close(tally, database)  # what was saved until then
            raise
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


def read_one(offer: Offer, *, known: frozenset[str], packs: tuple[Path, ...] = ()) -> Outcome:
    """Read one file with a person's `packs` too, unless its bytes are among `known`. Touches nothing but the file."""
    if offer.error is not None:
        return Outcome(offer.path, error=offer.error)
    from extract.pipeline import extract_or_tell
    from extract.rulebook import load

    sha256, size = _fingerprint(offer.path)
    if sha256 in known:
        return Outcome(offer.path, sha256, size)
    try:
        report = extract_or_tell(offer.path, load(*packs))
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


class Told(NamedTuple):
    """A line about one file; `remark` where a person should see it even above a progress bar."""

    line: str
    failed: bool = False
    remark: bool = False


@dataclass(slots=True)
class Tally:
    """What the run did so far; a document that stands at several paths counts once."""

    packs: tuple[Path, ...] = ()
    objectives: int = 0
    values: int = 0
    findings: int = 0
    failures: int = 0
    unchanged: int = 0
    without_objectives: int = 0
    documents: set[str] = field(default_factory=set)

    def take(self, store: Store, outcome: Outcome) -> Told:
        """Save an outcome and count it; what to tell about it."""
        if outcome.error is not None:
            store.save_failure(outcome.path, outcome.error, sha256=outcome.sha256, size=outcome.size)
            self.failures += 1
            return Told(f"error: {outcome.error.line()}", failed=True, remark=True)
        if outcome.report is None:
            saved = store.keep(outcome.sha256 or "", outcome.path)
            if saved is None:  # another version took its place since the run began
                return self.take(store, read_one(Offer(outcome.path), known=frozenset(), packs=self.packs))
        else:
            saved = store.save(outcome.report, outcome.path, size=outcome.size)
        self._count(saved)
        remark = bool(saved.same_as or saved.replaces or not saved.objectives)
        return Told(_told(outcome.path, saved), remark=remark)

    def _count(self, saved: Saved) -> None:
        if saved.document_id in self.documents:
            return
        self.documents.add(saved.document_id)
        self.unchanged += saved.unchanged
        self.objectives += saved.objectives
        self.values += saved.values
        self.findings += saved.findings
        self.without_objectives += not saved.objectives


def _told(path: str, saved: Saved) -> str:
    what = "unchanged" if saved.unchanged else "read"
    if saved.replaces:
        what += f" (replaces the version of {saved.replaces.isoformat()})"
    counts = ", ".join((
        counted(saved.objectives, "objective"), counted(saved.values, "value"), counted(saved.findings, "finding"),
    ))
    about = f"the same file as {saved.same_as}" if saved.same_as else counts
    why = "" if saved.objectives else f": no objective was found ({'; '.join(saved.reasons) or 'no reason is known'})"
    return printable(f"{what}: {path} ({about}){why}")


@contextmanager
def _reporter(total: int) -> Iterator[Callable[[Told], None]]:
    """How each file is told: a bar on a terminal with the remarks above it, plain lines elsewhere."""
    if not sys.stderr.isatty():
        yield lambda told: click.echo(told.line, err=told.failed)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading", total=total)

        def tell(told: Told) -> None:
            if told.remark:
                console.print(told.line, markup=False, highlight=False, soft_wrap=True)
            progress.advance(task)

        yield tell


def _close(tally: Tally, database: str) -> None:
    from extract.export import writer

    rows: Sequence[Sequence[object]] = [
        ("reports", len(tally.documents)), ("of which unchanged", tally.unchanged),
        ("of which without objectives", tally.without_objectives), ("objectives", tally.objectives),
        ("values", tally.values), ("findings", tally.findings), ("failures", tally.failures),
    ]
    click.echo()
    writer("table")((printable(database), "count"), rows, sys.stdout)
