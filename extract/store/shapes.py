"""What the rows of a report are. Who only saves them does without the models of a report, and starts sooner.

`schemas/sql/0001_store.sql` has the tables these rows go to, in the same column order.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Scalar = str | int | float | bool


class ObjectiveRow(NamedTuple):
    """An objective's place in its document; `position` counts from 1."""

    document_id: str
    objective_id: str
    position: int


class ValueRow(NamedTuple):
    """One scalar. `shown_by` is the field of the evidence rows that show it."""

    document_id: str
    objective_id: str | None
    item_id: str
    kind: str
    ordinal: int
    field: str
    shown_by: str
    anchor: str | None
    raw: str | None
    value: str
    number: float | None


class EvidenceRow(NamedTuple):
    """One place on a page. `field` is empty where it shows a whole list item."""

    document_id: str
    objective_id: str | None
    item_id: str
    kind: str
    field: str
    ordinal: int
    page: int
    start: int
    end: int
    quote: str
    boxes: tuple[tuple[float, float, float, float], ...]
    rule: str
    grade: str
    pack: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class ReportRows:
    """A report as rows. `document` is its row in store.document by column, less what the file's place and time tell."""

    document: dict[str, Any]
    text: str | None
    objectives: list[ObjectiveRow] = field(default_factory=list)
    values: list[ValueRow] = field(default_factory=list)
    evidence: list[EvidenceRow] = field(default_factory=list)

    @property
    def document_id(self) -> str:
        """The id of the document."""
        return str(self.document["document_id"])

    @property
    def digest(self) -> str | None:
        """The hash of the rules that read it."""
        digest: str | None = self.document["rules_digest"]
        return digest


def document_id_of(sha256: str) -> str:
    """The id of the document with these bytes: the same in every database."""
    return sha256[:16]


def failure_id_of(path: str) -> str:
    """The id of the row that says a path could not be read."""
    return "failed-" + hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def text_of(value: Scalar) -> str:
    """The value as text: `true`, `289`, `72.5`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return str(value)


def number_of(value: Scalar) -> float | None:
    """The value as a number, SI and NO as 1 and 0; None for text."""
    return None if isinstance(value, str) else float(value)
