"""`obiettivi ingest`: reports into the database, one transaction each; a failure is a row, not an end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extract.commands.database import database_option
from extract.commands.limits import Effort, effort_options
from extract.commands.offers import Offer, offered
from extract.commands.reading import engine_for, ocr_options
from extract.commands.rules import packs_option
from extract.errors import ObiettiviError, printable

if TYPE_CHECKING:
    from extract.ingest.reading import Outcome, Reading
    from extract.ingest.tally import Tally
    from extract.isolation import Pool
    from extract.read.options import Options
    from extract.store import Store

EPILOG = """\b
Examples:
  obiettivi ingest relazione-2020.pdf
  obiettivi ingest reports/ "archive/*/relazione*.pdf" --db comune.duckdb
  obiettivi ingest relazione-2020.pdf --pack ./comune-di-prova
  obiettivi ingest scans/ --timeout 600 --retry-failed

A folder means every .pdf and .txt below it. Files that did not change are not read again, unless the rules did; a file
that changed replaces what was read from the same path. An ingest that was interrupted goes on where it stopped when it
is run again.

Each file is read in a process of its own, within limits that docs/limits.md explains.
"""


@click.command("ingest", epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option("--retry-failed", is_flag=True,
              help="Read files again that failed before; else only if they or the rules changed.")
@packs_option
@ocr_options
@effort_options()
@database_option
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[str, ...], retry_failed: bool, packs: tuple[Path, ...], options: Options,
    effort: Effort, database: str,
) -> None:
    """Read files, folders and globs into the database.

    Each file that cannot be read is one line naming file, reason and remedy, and a row in `documents`; the others go
    on. Exits with 1 if any failed.
    """
    from extract.ingest.reading import Reading, prepare
    from extract.ingest.tally import Tally
    from extract.isolation import Pool

    with Pool(partial(prepare, packs), limits=effort.limits, jobs=effort.processes()) as pool:
        from extract.store import Store

        engine = engine_for(options)
        if packs:  # a fault in them is to leave no database behind
            pool.ready()
        with Store.open(database) as store:  # takes a while, in which the pool prepares
            digest: str = pool.ready()
            earlier = {} if retry_failed else store.failed(digest, ocr=engine is not None)
            tally = Tally(digest, engine, earlier, store.unchanged(digest))
            try:
                read = partial(_outcomes, pool, effort, Reading(effort.bounds, packs, options))
                _run(offered(paths), read, store, tally)
            except (ObiettiviError, KeyboardInterrupt):
                _close(tally, database)  # what was saved until then
                raise
    _close(tally, database)
    ctx.exit(1 if tally.failures else 0)


def _run(offers: Sequence[Offer], read: Callable[..., Iterator[list[Outcome]]], store: Store, tally: Tally) -> None:
    """Read and save what is offered, and tell each file."""
    from extract.ingest.progress import reporter
    from extract.ingest.reading import Outcome
    from extract.ingest.run import save

    refused = [Outcome(offer.path, error=offer.error) for offer in offers if offer.error is not None]
    files = [offer.path for offer in offers if offer.error is None]
    known = frozenset(store.known(tally.digest, ocr=tally.engine is not None)).union(tally.earlier)
    with reporter(len(offers)) as tell:
        for batches in ([refused], read(files, known=known), read(tally.again, known=frozenset())):
            for told in save(store, tally, batches):
                tell(told)


def _outcomes(
    pool: Pool, effort: Effort, reading: Reading, files: Sequence[str], *, known: frozenset[str]
) -> Iterator[list[Outcome]]:
    from extract.ingest.run import outcomes

    options = reading.options._replace(ocr_jobs=effort.processors_each(len(files)))
    return outcomes(pool, files, known=known, limits=effort.limits, reading=replace(reading, options=options))


def _close(tally: Tally, database: str) -> None:
    from extract.export import writer

    click.echo()
    writer("table")((printable(database), "count"), tally.rows(), sys.stdout)
    if tally.not_tried:
        click.echo("note: what failed before and did not change was not tried again, as --retry-failed does", err=True)
