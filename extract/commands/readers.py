"""Who reads the files of an ingest: the processes of this machine, or the workers of a cluster."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from extract.commands.reading import engine_for

if TYPE_CHECKING:
    from extract.cluster.client import Cluster
    from extract.commands.limits import Effort
    from extract.ingest.reading import Outcome, Reading

Outcomes = Iterator[list["Outcome"]]


class Reader(NamedTuple):
    """What reads files, unless the hash of their bytes is known; `ready` waits for the hash of the rules."""

    ready: Callable[[], str]
    read: Callable[[Sequence[str], frozenset[str]], Outcomes]


def reader_for(
    cluster: str | None, shards: str | None, effort: Effort, reading: Reading
) -> AbstractContextManager[Reader]:
    """Who reads: `cluster` is a scheduler's address, `shards` the folder for what is read there."""
    return _here(effort, reading) if cluster is None else _there(cluster, shards, effort, reading)


@contextmanager
def _here(effort: Effort, reading: Reading) -> Iterator[Reader]:
    from extract.ingest.reading import prepare
    from extract.ingest.run import outcomes
    from extract.isolation import Pool

    def read(files: Sequence[str], known: frozenset[str]) -> Outcomes:
        options = reading.options._replace(ocr_jobs=effort.processors_each(len(files)))
        return outcomes(pool, files, known=known, limits=effort.limits, reading=replace(reading, options=options))

    with Pool(partial(prepare, reading.packs), limits=effort.limits, jobs=effort.processes()) as pool:
        yield Reader(pool.ready, read)


@contextmanager
def _there(address: str, shards: str | None, effort: Effort, reading: Reading) -> Iterator[Reader]:
    from extract.cluster.client import cluster
    from extract.pipeline import rules_digest
    from extract.rulebook import load

    with cluster(address) as workers:
        digest = rules_digest(load(*reading.packs))
        yield Reader(lambda: digest, partial(_outcomes, workers, digest, shards, effort, reading))


def _outcomes(
    workers: Cluster, digest: str, shards: str | None, effort: Effort, reading: Reading,
    files: Sequence[str], known: frozenset[str],
) -> Outcomes:
    from extract.addresses import absolute, is_address, plain
    from extract.cluster.job import Job, texts_of, versions

    if not files:  # asked when its turn comes: files that must be read again are known then
        return
    options = reading.options._replace(ocr_jobs=1)  # a thread of a worker is worth a processor
    job = Job(
        name=f"{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}",
        packs=texts_of(reading.packs), digest=digest, limits=effort.limits,
        reading=replace(reading, packs=(), options=options), engine=engine_for(options), known=known,
        remote=tuple({one.partition("://")[0]: one for one in files if is_address(one)}.values()),
        shards=absolute(plain(shards)) if shards else None, versions=versions(options),
    )
    yield from workers.outcomes(job, files)
