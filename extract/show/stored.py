"""A report out of the database: found by what a person calls it, rebuilt from the public views."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from extract.show.meaning import Row, meant
from extract.store import Limits, ask
from schemas.evidence import Traced
from schemas.finding import Confirmation, Finding
from schemas.report import (
    OBJECTIVE_LISTS,
    Citation,
    DateValue,
    Footnote,
    Indicator,
    PlanReference,
    Quantity,
    Report,
    Score,
    Section,
    SeriesPoint,
    Target,
)

Database = str | os.PathLike[str]

_ALL_ROWS = Limits(rows=10_000_000)
_DOCUMENTS = """
SELECT document_id, issuer, year, title, kind, source, path, sha256, pages, unread_pages, layout,
    layout_confidence, layout_reasons, rules_name, rules_version, rules_digest, engine, CAST(ingested_at AS DATE) AS day
FROM documents WHERE outcome = 'read' ORDER BY issuer, year, source, document_id"""
_TEXT = "SELECT text FROM store.text WHERE document_id = $document"
_CONTENT = """
SELECT 'objective' AS what, objective_id, objective_id AS item_id, position AS ordinal
FROM objectives WHERE document_id = $document
UNION ALL BY NAME
SELECT 'value' AS what, objective_id, item_id, ordinal, field, value, number
FROM all_values WHERE document_id = $document AND value IS NOT NULL
UNION ALL BY NAME
SELECT 'findings' AS what, objective_id, item_id, ordinal, "check", severity, message, message_en
FROM findings WHERE document_id = $document
UNION ALL BY NAME
SELECT 'confirmations' AS what, objective_id, item_id, ordinal, "check", NULL AS severity, message, message_en
FROM confirmations WHERE document_id = $document
UNION ALL BY NAME
SELECT 'evidence' AS what, objective_id, item_id, ordinal, field, page, start, "end", quote, boxes, rule, grade, pack,
    confidence
FROM evidence WHERE document_id = $document
ORDER BY what, item_id, ordinal"""
_EVIDENCE = ("page", "start", "end", "quote", "boxes", "rule", "grade", "pack", "confidence")
_CONFIRMED = ("check", "message", "message_en")
_AUDIT = {"findings": (*_CONFIRMED, "severity"), "confirmations": _CONFIRMED}


def stored_report(database: Database, name: str) -> Report:
    """The report of the database that `name` means.

    `name` is the file's name, with or without its ending, the start of the document's id or hash, or words
    of the issuer and the year. What reviewers corrected is as corrected, what they rejected is not
    there. Raises QueryError where no report or more than one is meant, StoreError where the
    database cannot be read.
    """
    document = meant(_rows(database, _DOCUMENTS), name)
    chosen = {"document": document["document_id"]}
    (text,) = [row["text"] for row in _rows(database, _TEXT, chosen)] or [None]
    return _rebuilt(document, text, _rows(database, _CONTENT, chosen))


def _rows(database: Database, sql: str, parameters: Mapping[str, str] | None = None) -> list[Row]:
    answer = ask(database, sql, parameters, limits=_ALL_ROWS)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


@dataclass(slots=True)
class _Item:
    """What the rows of one item say, until it can be built."""

    kind: str
    objective_id: str | None
    ordinal: int = 0
    fields: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, dict[str, Any]] = field(default_factory=dict)
    proofs: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def value(self, path: str, value: Any) -> None:
        part, _, name = path.partition(".")
        if name:
            self.parts.setdefault(part, {})[name] = value
        else:
            self.fields[part] = value

    def built(self) -> dict[str, Any]:
        """The item as the contract has it."""
        parts = {name: {**values, "evidence": self.proofs.get(name, [])} for name, values in self.parts.items()}
        return {**self.fields, **parts, "evidence": self.proofs.get("", [])}


_MODELS: tuple[tuple[str, type[Traced]], ...] = (
    ("plan_references", PlanReference), ("footnotes", Footnote), ("indicators", Indicator), ("targets", Target),
    ("quantities", Quantity), ("series", SeriesPoint), ("dates", DateValue), ("scores", Score),
    ("citations", Citation), ("findings", Finding), ("confirmations", Confirmation),
)


class _Content:
    """The rows of one document, gathered into items."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.items: dict[str, _Item] = {}
        self.objectives = [
            str(row["objective_id"]) for row in sorted(
                (row for row in rows if row["what"] == "objective"), key=lambda row: int(row["ordinal"]),
            )
        ]
        for row in rows:
            if row["what"] != "objective":
                self._add(row)
        self.lists: dict[tuple[str | None, str], list[_Item]] = {}
        for item in self.items.values():
            self.lists.setdefault((item.objective_id, item.kind), []).append(item)

    def _add(self, row: Row) -> None:
        kind, path = _path(row)
        item = self.items.setdefault(row["item_id"], _Item(kind, row["objective_id"]))
        if row["what"] == "evidence":
            item.proofs.setdefault(path, []).append({name: row[name] for name in _EVIDENCE})
            return
        item.ordinal = row["ordinal"]
        if row["what"] in _AUDIT:
            item.fields |= {name: row[name] for name in _AUDIT[row["what"]]}
        else:
            item.value(path, _typed(row["value"], row["number"]))

    def scalars(self, item_id: str) -> dict[str, Any]:
        """The fields of an objective or a report, and their evidence."""
        item = self.items.get(item_id, _Item("", None))
        return {**item.fields, "evidence": {name: item.proofs[name] for name in item.fields if name in item.proofs}}

    def sections(self, objective_id: str) -> dict[str, Section]:
        """The sections of an objective, in the order of the document."""
        found = sorted(self.lists.get((objective_id, "sections"), ()), key=lambda item: item.ordinal)
        return {
            name: Section.model_validate({"text": text, "evidence": item.proofs.get(name, [])})
            for item in found for name, text in item.fields.items()
        }

    def listed(self, objective_id: str | None, kind: str, model: type[Traced]) -> tuple[Traced, ...]:
        """The items of one list, in order."""
        return tuple(_valid(model, sorted(self.lists.get((objective_id, kind), ()), key=lambda item: item.ordinal)))


def _rebuilt(document: Row, text: str | None, rows: Sequence[Row]) -> Report:
    content = _Content(rows)
    header = {name: document[name] for name in ("source", "sha256", "pages", "engine", "layout", "layout_confidence")}
    return Report.model_validate({
        "report": {
            **header, **content.scalars(f"{document['document_id']}:report"),
            "layout_reasons": document["layout_reasons"] or (), "unread_pages": document["unread_pages"] or (),
            "rules": _rules(document), "text": text,
            "findings": content.listed(None, "findings", Finding),
            "confirmations": content.listed(None, "confirmations", Confirmation),
        },
        "objectives": [
            {
                **content.scalars(objective_id), "sections": content.sections(objective_id),
                **{kind: content.listed(objective_id, kind, model) for kind, model in _MODELS},
            }
            for objective_id in content.objectives
        ],
    })


def _rules(document: Row) -> dict[str, Any] | None:
    if document["rules_digest"] is None:
        return None
    return {name: document[f"rules_{name}"] for name in ("name", "version", "digest")}


def _path(row: Row) -> tuple[str, str]:
    """The kind of item a row belongs to, and the field of it: the scalars of an objective have no kind."""
    if row["what"] in _AUDIT:
        return str(row["what"]), ""
    kind, _, path = str(row["field"]).partition(".")
    if kind in OBJECTIVE_LISTS or kind in ("report", "sections"):
        return kind, path
    return "", kind


def _typed(value: str, number: float | None) -> Any:
    if number is None:
        return value
    if value in ("true", "false"):
        return value == "true"
    return int(number) if float(number).is_integer() else number


def _valid(model: type[Traced], items: Sequence[_Item]) -> Iterator[Traced]:
    unsaid = {name: None for name, one in model.model_fields.items() if one.is_required()}
    for item in items:
        try:
            yield model.model_validate({**unsaid, **item.built()})
        except ValidationError:
            # A reviewer rejected a field without which there is no value: nothing is left to show.
            continue
