"""`obiettivi merge`: shards that a cluster wrote, into the database."""

from __future__ import annotations

import click

from extract.commands.database import database_option

EPILOG = """\b
Examples:
  obiettivi merge shards/
  obiettivi merge s3://bucket/shards --db regione.duckdb

Shards are written by `obiettivi ingest --cluster ... --shards DIR`. Merging again changes nothing. See docs/cluster.md.
"""


@click.command("merge", epilog=EPILOG)
@click.argument("folders", nargs=-1, required=True, metavar="SHARDS...")
@database_option
@click.pass_context
def command(ctx: click.Context, folders: tuple[str, ...], database: str) -> None:
    """Bring shards into the database, as reading their files here would have.

    A damaged shard is one line, the others go on. Decisions of reviewers stay. Exits with 1 if a shard is damaged or a
    file in them could not be read.
    """
    from extract.addresses import Folder
    from extract.errors import ObiettiviError
    from extract.ingest.closing import close
    from extract.ingest.progress import reporter
    from extract.ingest.tally import Tally
    from extract.shards.merge import gathered, merge
    from extract.store import Store

    places = [Folder(folder) for folder in folders]
    found, damaged = gathered(places)
    if not found and not damaged:
        raise ObiettiviError(folders[0], "no shard is there", "name the folder that --shards named")
    tally = Tally("")
    with Store.open(database) as store:
        try:
            with reporter(sum(len(shard.documents) for shard in found)) as tell:
                for error in damaged:
                    tell(tally.refuse(error))
                for told in merge(store, tally, found):
                    tell(told)
        finally:
            close(tally, database)
    ctx.exit(1 if tally.failures else 0)
