"""A worker's side: files read by children of its own, and saved as a shard where shards are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from distributed import WorkerPlugin, get_worker

from extract.addresses import Folder
from extract.cluster.job import ClusterError, Job, refuse_other_versions, unpacked
from extract.ingest.reading import Outcome, prepare
from extract.ingest.run import outcomes
from extract.isolation import Pool

if TYPE_CHECKING:
    from distributed import Worker


class Reader(WorkerPlugin):
    """What a worker keeps for a run: the rules, and the nursery that has loaded them."""

    def __init__(self, job: Job) -> None:
        self.name = job.name
        self._job = job
        self._refused: ClusterError | None = None

    def setup(self, worker: Worker) -> None:
        """Begin to prepare. Raises ClusterError where this worker has other versions, of Tesseract too."""
        self._who = str(worker.address)
        try:
            refuse_other_versions(self._job, self._who)
        except ClusterError as error:
            self._refused = error  # a worker that joins a run is not asked now, but for files
            raise
        self._folder = TemporaryDirectory(dir=worker.local_directory)
        self._packs = unpacked(self._job.packs, Path(self._folder.name))
        self._pool = Pool(partial(prepare, self._packs, self._job.remote), limits=self._job.limits)

    def teardown(self, worker: Worker) -> None:
        """End the children."""
        if self._refused is not None:
            return
        self._pool.close()
        self._folder.cleanup()

    def read(self, number: int, paths: Sequence[str]) -> list[Outcome]:
        """What becomes of files, in their order; where there are shards, without what is in them."""
        if self._refused is not None:
            raise self._refused
        job = self._job
        digest = self._pool.ready()
        if digest != job.digest:
            raise ClusterError(self._who, f"this worker has other rules ({digest} and not {job.digest})",
                               "install the same obiettivi everywhere")
        reading = replace(job.reading, packs=self._packs)
        run = outcomes(self._pool, paths, known=job.known, limits=job.limits, reading=reading)
        found = [outcome for batch in run for outcome in batch]
        return found if job.shards is None else _shelved(job, Folder(job.shards), f"{job.name}-{number:06}", found)


def read_files(name: str, number: int, paths: Sequence[str]) -> list[Outcome]:
    """The task: what becomes of files of the run `name`."""
    reader = get_worker().plugins[name]
    assert isinstance(reader, Reader)
    return reader.read(number, paths)


def _shelved(job: Job, folder: Folder, name: str, found: list[Outcome]) -> list[Outcome]:
    """Outcomes as they are when a shard has their rows."""
    from extract.shards.write import write_shard
    from extract.store.documents import Standing
    from extract.store.saved import saved_of

    if any(outcome.rows or outcome.error for outcome in found):
        write_shard(folder, name, found, digest=job.digest, engine=job.engine)
    alone = Standing(None, None)
    return [
        replace(outcome, rows=None, saved=saved_of(outcome.rows, alone)) if outcome.rows else outcome
        for outcome in found
    ]
