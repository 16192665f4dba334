"""SARIF 2.1.0 (OASIS): one run, a rule for each check, a result for each finding, written as they come.

SARIF knows lines and characters, not pages: the text of a file without pages gets a region; in a PDF the place is the
page and the boxes, which stand in the location's properties with the offsets in the canonical text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from extract.audit.catalog import family_of
from extract.audit.checks import CHECKS
from extract.findings.dossier import Dossier, Quote, Source, Subject, Told
from extract.findings.wording import headed

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}
_PLACE = {check.id: place for place, check in enumerate(CHECKS)}


def write(dossiers: Iterable[Dossier], stream: TextIO) -> None:
    """Write the log; the documents come last, because only then all are known."""
    stream.write(f'{{"$schema": {json.dumps(SCHEMA)}, "version": "2.1.0", "runs": [{{\n')
    stream.write(f'"tool": {_said({"driver": _driver()})},\n"columnKind": "unicodeCodePoints",\n"results": [')
    artifacts: dict[str, dict[str, Any]] = {}
    separator = "\n"
    for dossier in dossiers:
        _artifact(artifacts, dossier.source)
        for result in _results(dossier, artifacts):
            stream.write(separator + _said(result))
            separator = ",\n"
    listed = ",\n".join(map(_said, artifacts.values()))
    stream.write(f'\n],\n"artifacts": [\n{listed}\n]}}]}}\n')


def _said(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _driver() -> dict[str, Any]:
    return {
        "name": "obiettivi", "version": version("obiettivi"), "semanticVersion": version("obiettivi"), "language": "it",
        "rules": [
            {
                "id": check.id, "name": check.title_en, "shortDescription": {"text": check.title},
                "fullDescription": {"text": check.about},
                "help": {"text": f"{check.about}\n\n{check.about_en}\n\nEsempio / example: {check.example}"},
                "defaultConfiguration": {"level": _LEVELS[check.severity]},
                "properties": {"tags": [family_of(check.id)], "title_en": check.title_en},
            }
            for check in CHECKS
        ],
    }


def _results(dossier: Dossier, artifacts: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for subject in dossier.subjects:
        for one in subject.told:
            yield _result(dossier.source, subject, one, artifacts)


def _result(own: Source, subject: Subject, one: Told, artifacts: dict[str, dict[str, Any]]) -> dict[str, Any]:
    level = {"level": "none", "kind": "pass"} if one.severity is None else {"level": _LEVELS[one.severity]}
    rule = {"ruleIndex": _PLACE[one.check]} if one.check in _PLACE else {}
    quotes = sorted(one.quotes, key=lambda quote: quote.source.document_id != own.document_id)
    first, *others = [_location(quote, subject, artifacts) for quote in quotes] or [_whole(own, artifacts)]
    related = [{"id": number, **other} for number, other in enumerate(others, start=1)]
    return {
        "ruleId": one.check, **rule, **level, "message": {"text": one.message}, "locations": [first],
        **({"relatedLocations": related} if related else {}),
        "properties": {
            "document_id": own.document_id, "objective_id": subject.objective_id, "number": subject.number,
            "message_en": one.message_en,
        },
    }


def _location(one: Quote, subject: Subject, artifacts: dict[str, dict[str, Any]]) -> dict[str, Any]:
    physical: dict[str, Any] = _whole(one.source, artifacts)["physicalLocation"]
    if one.line is not None:
        physical["region"] = {"startLine": one.line, "snippet": {"text": one.text}}
    place = f"p. {one.page}" if one.line is None else f"riga {one.line}"
    logical = {"name": headed(subject), "fullyQualifiedName": subject.objective_id or one.source.document_id}
    return {
        "physicalLocation": physical, "logicalLocations": [logical],
        "message": {"text": f"{place}: «{' '.join(one.text.split())}»"},
        "properties": {
            "page": one.page, "start": one.start, "end": one.end, "boxes": one.boxes, "rule": one.rule,
        },
    }


def _whole(source: Source, artifacts: dict[str, dict[str, Any]]) -> dict[str, Any]:
    location = _artifact(artifacts, source)
    return {"physicalLocation": {"artifactLocation": dict(location)}}


def _artifact(artifacts: dict[str, dict[str, Any]], source: Source) -> dict[str, Any]:
    """The place of a document among the artifacts, where it is put if it is new."""
    if source.document_id not in artifacts:
        suffix = Path(source.name).suffix.lower()
        artifacts[source.document_id] = {
            "location": {"uri": _uri(source.path), "index": len(artifacts)}, "hashes": {"sha-256": source.sha256},
            "mimeType": "application/pdf" if suffix == ".pdf" else "text/plain", "roles": ["analysisTarget"],
        }
    location: dict[str, Any] = artifacts[source.document_id]["location"]
    return location


def _uri(path: str) -> str:
    """An absolute path as a URI; a relative one as it is, with what a URI cannot hold escaped."""
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path)
