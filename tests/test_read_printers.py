"""The tables of the generated reports, printed by four programs, are read cell by cell as they were set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from corpus.generator.layouts import layout_of
from corpus.generator.model import Print, Table
from extract.read import read
from schemas.document import Document

CORPUS = Path(__file__).parent.parent / "corpus"
ENOUGH = 0.9  # of the rows: a page's end may part the others


@cache
def _prints() -> dict[str, Print]:
    """The development reports that have tables, by name."""
    found = {}
    for path in sorted((CORPUS / "generator" / "content").glob("*.yml")):
        content = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
        if content["split"] == "development":
            made = layout_of(content["layout"])(content)
            if any(isinstance(part, Table) for part in made.parts):
                found[path.stem] = made
    return found


def _bare(text: str) -> str:
    """A text without blanks and hyphens, which a printer may add at a line's end."""
    return "".join(text.split()).replace("-", "")


def _set(made: Print) -> Iterator[tuple[str, ...]]:
    for part in made.parts:
        if isinstance(part, Table):
            for row in part.rows:
                cells = (_bare(cell.struck + cell.text) for cell in row)
                yield tuple(cell for cell in cells if cell)


def _read(document: Document) -> Iterator[tuple[str, ...]]:
    for table in document.tables:
        for row in range(table.rows):
            cells = (_bare(document.text[cell.start : cell.end]) for cell in table.cells if cell.row == row)
            yield tuple(cell for cell in cells if cell)


@pytest.mark.parametrize("name", _prints())
def test_rows_are_read_as_they_were_set(name: str) -> None:
    made, document = _prints()[name], read(CORPUS / "synthetic" / f"{name}.pdf")
    told = Counter(row for row in _set(made) if len(row) > 1)
    assert sum((told & Counter(_read(document))).values()) >= ENOUGH * sum(told.values()) > 0


@pytest.mark.parametrize("name", _prints())
def test_what_was_struck_is_struck(name: str) -> None:
    document = read(CORPUS / "synthetic" / f"{name}.pdf")
    tables = [part for part in _prints()[name].parts if isinstance(part, Table)]
    told = [_bare(cell.struck) for table in tables for row in table.rows for cell in row if cell.struck]
    read_so = [_bare(document.text[start:end]) for start, end in document.struck]
    assert set(told) <= set(read_so)
