"""JSON: an array with one object for each finding, one a line; `evidence` lists every place compared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

from extract.export import writer
from extract.findings.dossier import Dossier, Quote
from extract.findings.tell.columns import COLUMNS, told


def write(dossiers: Iterable[Dossier], stream: TextIO) -> None:
    """Write the array."""
    rows = ([*row, [_place(one) for one in quotes]] for row, quotes in told(dossiers))
    writer("json")((*COLUMNS, "evidence"), rows, stream)


def _place(one: Quote) -> dict[str, Any]:
    return {
        "document_id": one.source.document_id, "source": one.source.name, "page": one.page, "line": one.line,
        "start": one.start, "end": one.end, "quote": one.text, "boxes": one.boxes, "rule": one.rule,
    }
