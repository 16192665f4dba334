"""What readers of a PDF drew over its text: words struck out by a note, as editors of PDFs do it."""

from __future__ import annotations

import ctypes
from typing import Any

from extract.read.drawings import Shape
from extract.read.frame import Frame

_HALF = 0.25  # points: half as thick as the line that stands for a note


def struck_by_notes(page: Any, frame: Frame) -> list[Shape]:
    """A thin line through the middle of each piece of text that a note of a pypdfium2 `page` strikes out."""
    import pypdfium2.raw as pdfium

    shapes: list[Shape] = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not note:
            continue
        if pdfium.FPDFAnnot_GetSubtype(note) == pdfium.FPDF_ANNOT_STRIKEOUT:
            shapes += _lines(note, frame)
        pdfium.FPDFPage_CloseAnnot(note)
    return shapes


def _lines(note: Any, frame: Frame) -> list[Shape]:
    import pypdfium2.raw as pdfium

    shapes = []
    quad = pdfium.FS_QUADPOINTSF()
    for index in range(pdfium.FPDFAnnot_CountAttachmentPoints(note)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(note, index, ctypes.byref(quad)):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            box = frame.seen(min(xs), min(ys), max(xs), max(ys))
            middle = (box.top + box.bottom) / 2
            shapes.append(Shape(box._replace(top=middle - _HALF, bottom=middle + _HALF), filled=True))
    return shapes
