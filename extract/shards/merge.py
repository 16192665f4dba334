"""Shards brought into a database, as an ingest of the files would have."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from extract.shards.read import DamagedError, Shard, latest, outcome_of, shards

if TYPE_CHECKING:
    from extract.addresses import Folder
    from extract.ingest.reading import Outcome
    from extract.ingest.tally import Tally, Told
    from extract.store import Saved, Store


def gathered(folders: Iterable[Folder]) -> tuple[list[Shard], list[DamagedError]]:
    """The shards of all folders, in the order they were made, and what is wrong with others. Raises StoreError."""
    found: list[Shard] = []
    damaged: list[DamagedError] = []
    for one in (one for folder in folders for one in shards(folder)):
        if isinstance(one, Shard):
            found.append(one)
        else:
            damaged.append(one)
    return sorted(found, key=lambda shard: shard.name), damaged


def merge(store: Store, tally: Tally, found: Sequence[Shard]) -> Iterator[Told]:
    """Save what the shards have and the database has not; of a path that several have, what was read last."""
    from extract.ingest.run import save

    paths = latest(found)
    readers = {(one.digest, one.engine) for one in found}
    stands = {
        (digest, engine): (store.unchanged(digest), store.known(digest, ocr=engine is not None))
        for digest, engine in readers
    }
    for shard in found:
        tally.digest, tally.engine = shard.digest, shard.engine
        tally.standing, known = stands[shard.digest, shard.engine]
        try:
            outcomes = _saved(store, shard, paths[shard.name], known)
        except DamagedError as error:
            yield tally.refuse(error)
            continue
        yield from save(store, tally, _batch(outcomes))


def _saved(store: Store, shard: Shard, paths: Container[str], known: Container[str]) -> list[Outcome]:
    """What became of the files of a shard that stood at `paths`; those whose bytes are not `known` are saved now.

    Raises DamagedError.
    """
    rows = shard.wanted(paths)
    new = [row for row in rows if row["outcome"] == "read" and row["sha256"] not in known]
    saved: Mapping[str, Saved] = {}
    if new:
        with shard.tables() as tables:
            saved = store.save_shard(new, tables)
    return [outcome_of(row, saved.get(row["path"])) for row in rows]


def _batch(outcomes: list[Outcome]) -> Iterator[list[Outcome]]:
    if outcomes:
        yield outcomes
