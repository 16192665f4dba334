"""What a run did so far: every outcome saved, counted and told."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from extract.errors import ObiettiviError, ReadError, printable
from extract.export.cells import counted
from extract.store.documents import name_of

if TYPE_CHECKING:
    from extract.ingest.reading import Outcome
    from extract.store import Failure, Saved
    from extract.store.shapes import ReportRows


class Sink(Protocol):
    """What outcomes are saved in: the methods of `Store` that saving them needs."""

    def held(self) -> AbstractContextManager[None]:
        """Hold it for several calls."""

    def save_rows(
        self, rows: ReportRows, path: str, *, size: int | None = None, read_at: dt.datetime | None = None
    ) -> Saved:
        """Save a report."""

    def keep(self, sha256: str, path: str, *, read_at: dt.datetime | None = None) -> Saved | None:
        """Keep what it has of these bytes; None where it has nothing."""

    def save_failure(
        self, path: str, error: ObiettiviError, *, sha256: str | None = None, size: int | None = None,
        digest: str | None = None, engine: str | None = None, read_at: dt.datetime | None = None,
    ) -> str | None:
        """Save that a file could not be read; None where something newer is known of it."""


class Told(NamedTuple):
    """A line about one file; `remark` where a person should see it even above a progress bar."""

    line: str
    failed: bool = False
    remark: bool = False


@dataclass(slots=True)
class Tally:
    """Saves outcomes, read with the rules of the hash `digest`; a document that stands at several paths counts once.

    `earlier` are failures of earlier runs, by the hash of the bytes, that are not tried again; `standing` are documents
    that the database has as they stand, by hash and path. `again` collects paths that must be read after all. `engine`
    recognises scanned pages, where there is one.
    """

    digest: str
    engine: str | None = None
    earlier: Mapping[str, Failure] = field(default_factory=dict)
    standing: Mapping[tuple[str, str], Saved] = field(default_factory=dict)
    objectives: int = 0
    values: int = 0
    findings: int = 0
    unchanged: int = 0
    without_objectives: int = 0
    not_tried: int = 0
    failures: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)
    again: list[str] = field(default_factory=list)

    def take(self, store: Sink, outcome: Outcome) -> Told | None:
        """Save an outcome and count it; what to tell about it, None where the file must be read again."""
        if outcome.error is not None:
            return self._fail(store, outcome, outcome.error)
        if outcome.saved is not None:
            return self._tell(outcome.path, outcome.saved)
        if outcome.rows is not None:
            read = store.save_rows(outcome.rows, outcome.path, size=outcome.size, read_at=outcome.read_at)
            return self._tell(outcome.path, read)
        sha256 = outcome.sha256 or ""
        if sha256 in self.earlier:
            return self._fail_as_before(store, outcome, self.earlier[sha256])
        saved = self.standing.get((sha256, name_of(outcome.path))) or store.keep(
            sha256, outcome.path, read_at=outcome.read_at
        )
        if saved is None:  # another version took its place since the run began
            self.again.append(outcome.path)
            return None
        return self._tell(outcome.path, saved)

    def refuse(self, error: ObiettiviError) -> Told:
        """Count and tell what is wrong with something that is no file to read."""
        self.failures[error.kind] += 1
        return Told(f"error: {error.line()}", failed=True, remark=True)

    def rows(self) -> Iterator[tuple[str, int]]:
        """The closing table: what was counted, and how much of it."""
        yield from (("reports", len(self.documents)), ("of which unchanged", self.unchanged))
        yield from (("of which without objectives", self.without_objectives), ("objectives", self.objectives))
        yield from (("values", self.values), ("findings", self.findings), ("failures", self.failures.total()))
        yield from ((f"of which {kind}", count) for kind, count in sorted(self.failures.items()))
        if self.not_tried:
            yield "of which failed before, not tried again", self.not_tried

    def _fail(self, store: Sink, outcome: Outcome, error: ReadError) -> Told:
        if not self._save_failure(store, outcome, error):
            return Told(printable(f"older: {outcome.path} (it could not be read; what became of it later stays)"))
        self.failures[error.kind] += 1
        return Told(f"error: {error.line()}", failed=True, remark=True)

    def _fail_as_before(self, store: Sink, outcome: Outcome, failure: Failure) -> Told:
        """These bytes failed before with these rules, at this path or at another."""
        error = failure.at(outcome.path)
        if not failure.is_known_at(outcome.path):
            self._save_failure(store, outcome, error)
        self.failures[error.kind] += 1
        self.not_tried += 1
        return Told(f"error: {error.line()} (failed before, not tried again)", failed=True, remark=True)

    def _save_failure(self, store: Sink, outcome: Outcome, error: ReadError) -> bool:
        return store.save_failure(
            outcome.path, error, sha256=outcome.sha256, size=outcome.size, digest=self.digest, engine=self.engine,
            read_at=outcome.read_at,
        ) is not None

    def _tell(self, path: str, saved: Saved) -> Told:
        self._count(saved)
        remark = bool(saved.same_as or saved.replaces or not saved.objectives)
        return Told(_line(path, saved), remark=remark)

    def _count(self, saved: Saved) -> None:
        if saved.document_id in self.documents:
            return
        self.documents.add(saved.document_id)
        self.unchanged += saved.unchanged
        self.objectives += saved.objectives
        self.values += saved.values
        self.findings += saved.findings
        self.without_objectives += not saved.objectives


def _line(path: str, saved: Saved) -> str:
    if saved.newer:
        return printable(f"older: {path} (the reading of {saved.newer.isoformat()} stays)")
    what = "unchanged" if saved.unchanged else "read"
    if saved.replaces:
        what += f" (replaces the version of {saved.replaces.isoformat()})"
    counts = ", ".join((
        counted(saved.objectives, "objective"), counted(saved.values, "value"), counted(saved.findings, "finding"),
    ))
    about = f"the same file as {saved.same_as}" if saved.same_as else counts
    why = "" if saved.objectives else f": no objective was found ({'; '.join(saved.reasons) or 'no reason is known'})"
    return printable(f"{what}: {path} ({about}){why}")
