"""`obiettivi ingest`: reports into the database, one transaction each; a failure is a row, not an end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extract.commands.database import database_option
from extract.commands.limits import Effort, effort_options
from extract.commands.offers import Offer, offered
from extract.commands.readers import Reader, reader_for
from extract.commands.reading import engine_for, ocr_options
from extract.commands.rules import packs_option
from extract.errors import ObiettiviError

if TYPE_CHECKING:
    from extract.ingest.tally import Tally
    from extract.read.options import Options
    from extract.shards.shelf import Shelf
    from extract.store import Store

EPILOG = """\b
Examples:
  obiettivi ingest relazione-2020.pdf
  obiettivi ingest reports/ "archive/*/relazione*.pdf" --db comune.duckdb
  obiettivi ingest relazione-2020.pdf --pack ./comune-di-prova
  obiettivi ingest scans/ --timeout 600 --retry-failed
  obiettivi ingest "s3://reports/*.pdf" --cluster tcp://scheduler:8786 --shards s3://read/2020

A folder means every .pdf and .txt below it. Files that did not change are not read again, unless the rules did; a file
that changed replaces what was read from the same path. An ingest that was interrupted goes on where it stopped when it
is run again.

Each file is read in a process of its own, within limits that docs/limits.md explains.
"""


@click.command("ingest", epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option("--retry-failed", is_flag=True,
              help="Read files again that failed before; else only if they or the rules changed.")
@click.option("--cluster", metavar="ADDRESS",
              help="Read on the workers of the Dask scheduler at this address, as in tcp://scheduler:8786.")
@click.option("--shards", metavar="DIR",
              help="Let the workers write what they read to this folder, for `obiettivi merge`; not the database.")
@packs_option
@ocr_options
@effort_options()
@database_option
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[str, ...], retry_failed: bool, cluster: str | None, shards: str | None,
    packs: tuple[Path, ...], options: Options, effort: Effort, database: str,
) -> None:
    """Read files, folders and globs into the database.

    Each file that cannot be read is one line naming file, reason and remedy, and a row in `documents`; the others go
    on. Exits with 1 if any failed.
    """
    from extract.ingest.closing import close
    from extract.ingest.reading import Reading
    from extract.ingest.tally import Tally

    if cluster is None and shards is not None:
        raise click.UsageError("--shards needs --cluster: without one, files are read into the database")
    where = shards or database
    with reader_for(cluster, shards, effort, Reading(effort.bounds, packs, options)) as reader:
        engine = engine_for(options)
        if packs:  # a fault in them is to leave no database behind
            reader.ready()
        with _opened(database, shards, reader) as store:  # takes a while, in which the reader prepares
            digest = reader.ready()
            earlier = {} if retry_failed else store.failed(digest, ocr=engine is not None)
            tally = Tally(digest, engine, earlier, store.unchanged(digest))
            try:
                _run(offered(paths), reader, store, tally)
            except (ObiettiviError, KeyboardInterrupt):
                close(tally, where)  # what was saved until then
                raise
    close(tally, where)
    ctx.exit(1 if tally.failures else 0)


@contextmanager
def _opened(database: str, shards: str | None, reader: Reader) -> Iterator[Store | Shelf]:
    """Where outcomes go."""
    if shards is not None:
        from extract.addresses import Folder
        from extract.shards.shelf import Shelf

        yield Shelf(Folder(shards), reader.ready())
        return
    from extract.store import Store

    with Store.open(database) as store:
        yield store


def _run(offers: Sequence[Offer], reader: Reader, store: Store | Shelf, tally: Tally) -> None:
    """Read and save what is offered, and tell each file."""
    from extract.ingest.progress import reporter
    from extract.ingest.reading import Outcome
    from extract.ingest.run import save

    refused = [Outcome(offer.path, error=offer.error) for offer in offers if offer.error is not None]
    files = [offer.path for offer in offers if offer.error is None]
    known = frozenset(store.known(tally.digest, ocr=tally.engine is not None)).union(tally.earlier)
    with reporter(len(offers)) as tell:
        for batches in ([refused], reader.read(files, known), reader.read(tally.again, frozenset())):
            for told in save(store, tally, batches):
                tell(told)
