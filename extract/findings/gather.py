"""The dossiers a person asks for: of reports of the database, of files, or of everything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from extract.audit.years.checks import CHECKS
from extract.findings.between import with_years
from extract.findings.dossier import GRAVEST, Dossier, Subject, Told, dossier_of, source_of
from extract.findings.stored import Database, Expects, Filed, batches, documents, stored_dossiers
from extract.show.meaning import meant
from schemas.finding import Severity
from schemas.report import Report

_YEARLY = frozenset(check.id for check in CHECKS)


class Wanted(NamedTuple):
    """Which checks are wanted (None: all), from which severity on, and whether what held is wanted too."""

    checks: frozenset[str] | None = None
    least: Severity = "notice"
    held: bool = False

    def takes(self, told: Told) -> bool:
        """Whether a person wants to know it."""
        if self.checks is not None and told.check not in self.checks:
            return False
        return self.held if told.severity is None else GRAVEST.index(told.severity) <= GRAVEST.index(self.least)


def dossiers(
    database: Database, names: Sequence[str], wanted: Wanted, read: Callable[[str], Report], expects: Expects
) -> Iterator[Dossier]:
    """What is said of the reports that `names` mean, all of the database where none is named.

    A path to a file is given to `read`; `expects` says what is expected of a report of the database where it is checked
    now. Raises QueryError, ReadError, RuleError and StoreError.
    """
    files = [name for name in names if Path(name).is_file()]
    for name in files:
        report = read(name)
        yield chosen(dossier_of(report, source_of(report, name)), wanted)
    if len(files) < len(names) or not names:
        yield from _stored(database, [name for name in names if name not in files], wanted, expects)


def _stored(database: Database, names: Sequence[str], wanted: Wanted, expects: Expects) -> Iterator[Dossier]:
    found, filed = documents(database)
    ids = {str(meant(found, name)["document_id"]) for name in names}
    bodies = {one.body or one.source.document_id for one in filed if one.source.document_id in ids}
    kept = [one for one in filed if not names or (one.body or one.source.document_id) in bodies]
    for batch in batches(kept):
        for dossier in _of_batch(database, batch, wanted, expects):
            if not names or dossier.source.document_id in ids:
                yield chosen(dossier, wanted)


def _of_batch(
    database: Database, batch: Sequence[Filed], wanted: Wanted, expects: Expects
) -> Iterable[Dossier]:
    plain = stored_dossiers(database, batch, expects, held=wanted.held)
    yearly = _YEARLY if wanted.checks is None else _YEARLY & wanted.checks
    if yearly:
        plain = with_years(database, batch, plain, yearly, expects, held=wanted.held)
    return plain.values()


def chosen(dossier: Dossier, wanted: Wanted) -> Dossier:
    """The dossier with only what is wanted; a subject of which nothing is left goes."""
    return dossier._replace(subjects=tuple(
        one for one in (_less(subject, wanted) for subject in dossier.subjects) if one.told
    ))


def _less(subject: Subject, wanted: Wanted) -> Subject:
    return subject._replace(told=tuple(one for one in subject.told if wanted.takes(one)))
