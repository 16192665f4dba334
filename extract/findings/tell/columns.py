"""The columns of findings in JSON and CSV: stable names, in this order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from extract.findings.dossier import Dossier, Quote, Subject, Told

COLUMNS = (
    "document_id", "source", "issuer", "year", "objective_id", "number", "title", "verdict", "check", "severity",
    "message", "message_en",
)


def told(dossiers: Iterable[Dossier]) -> Iterator[tuple[list[Any], tuple[Quote, ...]]]:
    """The values of `COLUMNS` for all that is said, with the quotes."""
    for dossier in dossiers:
        for subject in dossier.subjects:
            yield from ((_row(dossier, subject, one), one.quotes) for one in subject.told)


def _row(dossier: Dossier, subject: Subject, one: Told) -> list[Any]:
    source = dossier.source
    return [
        source.document_id, source.name, source.issuer, source.year, subject.objective_id, subject.number,
        subject.title, "confirmation" if one.severity is None else "finding", one.check, one.severity, one.message,
        one.message_en,
    ]
