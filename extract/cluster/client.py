"""The program's side: connects, hands out files a few at a time, gives outcomes back in the order of the files."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import islice
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from extract.addresses import INSTALL, absolute
from extract.cluster.job import ClusterError, Job
from extract.errors import ObiettiviError, ReadError
from extract.ingest.reading import Outcome
from extract.isolation.queue import Queue

if TYPE_CHECKING:
    from distributed import Client, Future

_CONNECT = 5.0  # seconds to reach the scheduler
_PARTING = 2.0  # seconds to say goodbye
_LONELY = 60.0  # seconds to wait where there is no worker left
_AHEAD = 2  # tasks under way for each thread of the cluster
_WAITING = 32  # results of tasks for each such thread that wait for those before them
_MOST = 32  # files of a task, and of a shard
_RESTART = "start one, or run the command again; what was saved before is whole"


@contextmanager
def cluster(address: str) -> Iterator[Cluster]:
    """The cluster of the scheduler at an address. Raises ClusterError."""
    client = _connected(address)
    found = Cluster(address, client, [])
    try:
        if not found.threads():
            raise ClusterError(address, "no worker is connected to this scheduler", f"start one: dask worker {address}")
        yield found
    finally:
        with suppress(Exception):  # the scheduler may be what failed
            for name in found.jobs:
                client.unregister_worker_plugin(name)
        client.close(timeout=_PARTING)


@dataclass(frozen=True, slots=True)
class Cluster:
    """A connection to a scheduler. `jobs` are the names of those that its workers were told of."""

    address: str
    client: Client
    jobs: list[str]

    def outcomes(self, job: Job, paths: Sequence[str]) -> Iterator[list[Outcome]]:
        """What becomes of each file, in their order; few are under way at once.

        Raises ClusterError, and what workers raise.
        """
        self._introduce(job)
        yield from self._run(job.name, paths)

    def threads(self) -> int:
        """The threads of all workers there are."""
        try:
            threads: dict[str, int] = self.client.nthreads()
        except OSError as error:
            raise self._lost() from error
        return sum(threads.values())

    def _lost(self) -> ClusterError:
        return ClusterError(self.address, "the connection to the scheduler is lost", _RESTART)

    def _introduce(self, job: Job) -> None:
        """Tell every worker, and those to come, of the job."""
        from extract.cluster.worker import Reader

        self.jobs.append(job.name)
        try:
            self.client.register_plugin(Reader(job), name=job.name)
        except ObiettiviError:
            raise
        except Exception as error:  # whatever a worker's libraries raise comes back as it is
            raise _failed(self.address, error) from error

    def _run(self, name: str, paths: Sequence[str]) -> Iterator[list[Outcome]]:
        threads = max(1, self.threads())
        size = max(1, min(_MOST, len(paths) // (2 * _AHEAD * threads)))
        queue: Queue[tuple[str, ...], list[Outcome]] = Queue(_parts(paths, size), _WAITING * threads, strict=True)
        done: SimpleQueue[Future[list[Outcome]]] = SimpleQueue()
        under_way: dict[Future[list[Outcome]], tuple[int, tuple[str, ...]]] = {}
        try:
            while True:
                while len(under_way) < _AHEAD * max(1, self.threads()) and (taken := queue.take()):
                    under_way[self._submit(name, *taken, done.put)] = taken
                if not under_way:
                    return
                future = self._next(done)
                place, given = under_way.pop(future)
                queue.finish(place, self._outcomes(future, given))
                yield [outcome for part in queue.due() for outcome in part]
        finally:
            with suppress(Exception):  # the scheduler may be what failed
                self.client.cancel(list(under_way))

    def _submit(
        self, name: str, number: int, paths: tuple[str, ...], done: Callable[[Future[list[Outcome]]], None]
    ) -> Future[list[Outcome]]:
        from extract.cluster.worker import read_files

        places = [absolute(path) for path in paths]
        future = self.client.submit(read_files, name, number, places, key=f"{name}-{number}", pure=False)
        future.add_done_callback(done)
        return future

    def _next(self, done: SimpleQueue[Future[list[Outcome]]]) -> Future[list[Outcome]]:
        """The next future that is done. Raises ClusterError where nobody is left to work."""
        alone = 0.0
        while True:
            try:
                return done.get(timeout=1)
            except Empty:
                if self.client.status != "running":
                    raise self._lost() from None
                alone = 0.0 if self.threads() else alone + 1
                if alone > _LONELY:
                    raise ClusterError(self.address, "the cluster has no worker left", _RESTART) from None

    def _outcomes(self, future: Future[list[Outcome]], paths: tuple[str, ...]) -> list[Outcome]:
        """The outcomes of a task, of the files as they were given."""
        from distributed import KilledWorker

        try:
            found: list[Outcome] = future.result()
        except KilledWorker:
            return [_lost(path) for path in paths]
        except ObiettiviError:
            raise
        except CancelledError as error:
            raise self._lost() from error
        except Exception as error:  # whatever a worker's libraries raise comes back as it is
            raise _failed(self.address, error) from error
        return [_as_given(outcome, path) for outcome, path in zip(found, paths, strict=True)]


def _connected(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError(address, "what speaks to clusters is not installed", INSTALL) from error
    for name in [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # what matters is raised
    try:
        with warnings.catch_warnings(action="ignore"):  # of versions: what values depend on is compared by us
            return Client(address, timeout=_CONNECT, set_as_default=False)
    except (OSError, ValueError, ImportError) as error:
        said = f"no scheduler answers there within {_CONNECT:g} seconds" if isinstance(error, OSError) else str(error)
        remedy = "check the address, as in tcp://scheduler:8786, and that the scheduler runs"
        raise ClusterError(address, " ".join(said.split()), remedy) from error


def _failed(address: str, error: Exception) -> ClusterError:
    """The error for what Dask says."""
    if isinstance(error, ImportError):
        return ClusterError(address, f"scheduler or workers lack what they need ({error})",
                            f"install obiettivi there too: {INSTALL}")
    said = " ".join(str(error).split()) or type(error).__name__
    return ClusterError(address, f"the cluster failed ({said})", "see the logs of scheduler and workers")


def _lost(path: str) -> Outcome:
    remedy = "see that the workers have memory to spare, then run the command again"
    return Outcome(path, error=ReadError(path, "the workers that were to read it were killed", remedy, kind="killed"))


def _as_given(outcome: Outcome, path: str) -> Outcome:
    """An outcome that speaks of the file as it was given, and not as the worker had it."""
    error = outcome.error
    if error is not None:
        error = ReadError(path, error.reason, error.remedy, page=error.page, kind=error.kind)
    return replace(outcome, path=path, error=error)


def _parts(paths: Iterable[str], size: int) -> Iterator[tuple[str, ...]]:
    iterator = iter(paths)
    while part := tuple(islice(iterator, size)):
        yield part
