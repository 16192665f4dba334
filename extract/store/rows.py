"""A report as rows: one per scalar value, one per evidence. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from extract.garbage import postponed
from extract.store.shapes import (
    EvidenceRow,
    ObjectiveRow,
    ReportRows,
    Scalar,
    ValueRow,
    document_id_of,
    number_of,
    text_of,
)
from schemas.evidence import Evidence, Traced
from schemas.report import OBJECTIVE_LISTS, OBJECTIVE_SCALARS, REPORT_SCALARS, Measure, Objective, Report, ReportHeader

_row = tuple.__new__  # a report has tens of thousands: half the time of ValueRow(...)

MEASURES = ("baseline", "target", "result")


@postponed()
def rows_of(report: Report) -> ReportRows:
    """The rows of `report`, in document order."""
    header = report.report
    document_id = document_id_of(header.sha256)
    writer = _Writer(document_id, ReportRows(_document(header), header.text))
    writer.scalars(None, f"{document_id}:report", "documents", 0, header, REPORT_SCALARS, header.evidence)
    writer.items(None, f"{document_id}:report", "findings", header.findings)
    writer.items(None, f"{document_id}:report", "confirmations", header.confirmations)
    for position, objective in enumerate(report.objectives, start=1):
        writer.objective(position, objective)
    return writer.rows


def _document(header: ReportHeader) -> dict[str, Any]:
    rules = header.rules
    return {
        "document_id": document_id_of(header.sha256), "sha256": header.sha256, "outcome": "read",
        "pages": header.pages, "layout": header.layout, "layout_confidence": header.layout_confidence,
        "layout_reasons": list(header.layout_reasons), "unread_pages": list(header.unread_pages),
        "rules_name": rules.name if rules else None, "rules_version": rules.version if rules else None,
        "rules_digest": rules.digest if rules else None, "engine": header.engine,
    }


class _Writer:
    """Collects the rows of one document."""

    def __init__(self, document_id: str, rows: ReportRows) -> None:
        self.document_id = document_id
        self.rows = rows
        self._anchors: dict[tuple[str, int, int], int] = {}

    def objective(self, position: int, objective: Objective) -> None:
        objective_id = f"{self.document_id}-{position:03d}"
        self.rows.objectives.append(ObjectiveRow(self.document_id, objective_id, position))
        evidence = objective.evidence
        self.scalars(objective_id, objective_id, "objectives", position, objective, OBJECTIVE_SCALARS, evidence)
        for ordinal, (name, section) in enumerate(objective.sections.items()):
            item_id = f"{objective_id}:sections.{name}"
            anchor = self._anchor("sections", section.evidence)
            self._value(objective_id, item_id, "sections", ordinal, name, "", anchor, section.text)
            self._evidence(objective_id, item_id, "sections", "", section.evidence)
        for kind in OBJECTIVE_LISTS:
            self.items(objective_id, objective_id, kind, getattr(objective, kind))

    def scalars(
        self, objective_id: str | None, item_id: str, kind: str, ordinal: int,
        holder: object, names: Sequence[str], proofs: dict[str, tuple[Evidence, ...]],
    ) -> None:
        for name in names:
            value = getattr(holder, name)
            if value is None:
                continue
            proof = proofs.get(name, ())
            anchor = self._anchor(f"{kind}.{name}", proof)
            self._value(objective_id, item_id, kind, ordinal, name, name, anchor, value)
            self._evidence(objective_id, item_id, kind, name, proof)

    def items(self, objective_id: str | None, owner_id: str, kind: str, items: tuple[Traced, ...]) -> None:
        for ordinal, item in enumerate(items):
            item_id = f"{owner_id}:{kind}.{ordinal}"
            anchor = self._anchor(kind, item.evidence)
            for name, value in _scalars(item):
                self._value(objective_id, item_id, kind, ordinal, name, "", anchor, value)
            self._evidence(objective_id, item_id, kind, "", item.evidence)
            for name, measure in _measures(item):
                self._measure(objective_id, item_id, kind, ordinal, name, measure)

    def _measure(
        self, objective_id: str | None, item_id: str, kind: str, ordinal: int, name: str, measure: Measure
    ) -> None:
        anchor = self._anchor(f"{kind}.{name}", measure.evidence)
        for part, value in _scalars(measure):
            self._value(objective_id, item_id, kind, ordinal, f"{name}.{part}", name, anchor, value, raw=measure.text)
        self._evidence(objective_id, item_id, kind, name, measure.evidence)

    def _anchor(self, what: str, proof: tuple[Evidence, ...]) -> str | None:
        """Where the value stands in the text: what a reviewer's decision holds on to.

        Survives reordering; the `#n` keeps apart values of one kind read from one place.
        """
        if not proof:
            return None
        key = what, proof[0].start, proof[0].end
        seen = self._anchors.get(key, 0)
        self._anchors[key] = seen + 1
        return f"{key[1]}-{key[2]}#{seen}" if seen else f"{key[1]}-{key[2]}"

    def _value(
        self, objective_id: str | None, item_id: str, kind: str, ordinal: int, name: str, shown_by: str,
        anchor: str | None, value: Scalar, raw: str | None = None,
    ) -> None:
        self.rows.values.append(_row(ValueRow, (
            self.document_id, objective_id, item_id, kind, ordinal, name, shown_by, anchor, raw,
            text_of(value), number_of(value),
        )))

    def _evidence(
        self, objective_id: str | None, item_id: str, kind: str, name: str, proof: tuple[Evidence, ...]
    ) -> None:
        for ordinal, one in enumerate(proof):
            self.rows.evidence.append(_row(EvidenceRow, (
                self.document_id, objective_id, item_id, kind, name, ordinal, one.page, one.start, one.end,
                one.quote, one.boxes, one.rule, one.grade.value, one.pack, one.confidence,
            )))


def _scalars(item: Traced) -> Iterator[tuple[str, Scalar]]:
    for name in _names(type(item)):
        value = getattr(item, name)
        if value is not None:
            yield name, value


@cache
def _names(kind: type[Traced]) -> tuple[str, ...]:
    """The fields that are scalars."""
    return tuple(name for name in kind.model_fields if name not in ("evidence", *MEASURES))


def _measures(item: Traced) -> Iterator[tuple[str, Measure]]:
    for name in MEASURES:
        value = getattr(item, name, None)
        if isinstance(value, Measure):
            yield name, value
