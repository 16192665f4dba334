"""A run over many files: their outcomes from a pool of processes, saved by this one alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from extract.errors import ReadError
from extract.ingest.endings import error_of
from extract.ingest.reading import Outcome, Reading, fingerprint, prepare, read_one, report_or_error
from extract.isolation import Ended, Limits, Pool

if TYPE_CHECKING:
    from extract.ingest.tally import Sink, Tally, Told
    from schemas.report import Report

# Seconds between two savings: the database is let go after each, which takes longer than saving a document.
_PAUSE = 0.5


def outcomes(
    pool: Pool, paths: Iterable[str], *, known: frozenset[str], limits: Limits, reading: Reading
) -> Iterator[list[Outcome]]:
    """What becomes of each file, nearly in their order; bytes whose hash is `known` are not read."""
    work = partial(read_one, known=known, reading=reading)
    for batch in pool.run(work, paths, pause=_PAUSE):
        yield [_ended(result, limits) if isinstance(result, Ended) else result.value for result in batch]


def report_of(path: str, *, limits: Limits, reading: Reading) -> Report:
    """The report in one file, read in a process of its own. Raises ReadError."""
    work = partial(report_or_error, reading=reading)
    with Pool(partial(prepare, reading.packs), limits=limits) as pool:
        ((result,),) = pool.run(work, [path])
    found = error_of(result, limits) if isinstance(result, Ended) else result.value
    if isinstance(found, ReadError):
        raise found
    return found


def save(store: Sink, tally: Tally, batches: Iterable[list[Outcome]]) -> Iterator[Told]:
    """Save outcomes as they come, and tell each."""
    for batch in batches:
        with store.held():
            yield from filter(None, (tally.take(store, outcome) for outcome in batch))


def _ended(ended: Ended[str], limits: Limits) -> Outcome:
    """The outcome of a file that was the end of its process, which left what it had recorded."""
    sha256 = ended.facts.get("sha256") or fingerprint(ended.item)
    size = ended.facts.get("size", "")
    return Outcome(ended.item, sha256, int(size) if size.isdigit() else None, error=error_of(ended, limits))
