"""Little PDFs drawn with reportlab, and the cells read from them as a person would write them down."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate
from reportlab.platypus import Table as Set

from extract.read import read_bytes
from schemas.document import Document, Table

PAPER = (600, 800)
PROSE = (
    "Il servizio ha seguito le imprese del territorio per tutto l’anno, come il piano prevedeva, con particolare "
    "riguardo alle procedure di gara e agli adempimenti connessi, che nel corso del 2020 sono stati 12."
)
TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=8, leading=10)


def drawn(draw: Callable[[Canvas], None], paper: tuple[float, float] = PAPER) -> Document:
    """What is read from a page drawn by hand."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=paper)
    canvas.setFont("Helvetica", 8)
    draw(canvas)
    canvas.save()
    return read_bytes(buffer.getvalue(), "prova.pdf")


def printed(*story: Flowable, paper: tuple[float, float] = PAPER) -> Document:
    """What is read from pages that reportlab set."""
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=paper, margins=40).build(list(story))
    return read_bytes(buffer.getvalue(), "prova.pdf")


def paragraph(text: str, **style: Any) -> Paragraph:
    """Text set in the type of the tables, or as `style` says."""
    return Paragraph(text, ParagraphStyle("own", parent=TEXT, **style) if style else TEXT)


def table(rows: Sequence[Sequence[str]], widths: Sequence[float], *style: tuple[Any, ...], **more: Any) -> Set:
    """A table of paragraphs, its cells at their row's top unless the style says otherwise."""
    cells = [[paragraph(cell) if cell else "" for cell in row] for row in rows]
    return Set(cells, list(widths), style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *style], **more)


def cells(document: Document, of: Table | None = None) -> list[list[str]]:
    """The rows of the document's only table, or of one of them: the texts of their cells, lines joined."""
    if of is None:
        of, = document.tables
    return [
        [" ".join(document.text[cell.start : cell.end].split()) for cell in of.cells if cell.row == row]
        for row in range(of.rows)
    ]


def spans(document: Document, of: Table | None = None) -> dict[str, tuple[int, int, int, int]]:
    """Row, column, and how many of both each cell spans, by its text."""
    if of is None:
        of, = document.tables
    return {
        " ".join(document.text[cell.start : cell.end].split()): (cell.row, cell.column, cell.row_span, cell.column_span)
        for cell in of.cells
    }
