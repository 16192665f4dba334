"""Scans for tests: pages of a PDF as pictures, lying askew, grey and dirty, as a scanner leaves them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract.read import tesseract

_FOUND = tesseract.engine()
needs_tesseract = pytest.mark.skipif(
    isinstance(_FOUND, tesseract.Absent), reason=f"{getattr(_FOUND, 'reason', '')}: {tesseract.INSTALL}"
)


class Leaf(NamedTuple):
    """A page of a PDF on the scanner: turned clockwise by `turn` degrees, `noise` is the spread of its greys."""

    source: Path
    page: int
    turn: float = 0.5
    dpi: int = 200
    noise: float = 0.0


def scanned(leaves: Iterable[Leaf]) -> bytes:
    """A PDF of nothing but pictures, one for each leaf."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for leaf in leaves:
        picture = _dirty(_turned(_picture(leaf), leaf.turn), leaf.noise)
        size = tuple(side * 72 / leaf.dpi for side in picture.size)
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(picture), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def leaves_of(source: Path) -> list[Leaf]:
    """All pages of a PDF."""
    with pypdfium2.PdfDocument(source) as document:
        return [Leaf(source, page) for page in range(1, len(document) + 1)]


def bound(*parts: bytes | tuple[Path, int]) -> bytes:
    """One PDF of whole PDFs and of single pages of others, as they are."""
    whole = pypdfium2.PdfDocument.new()
    for part in parts:
        source, pages = (part, None) if isinstance(part, bytes) else (part[0], [part[1] - 1])
        whole.import_pages(pypdfium2.PdfDocument(source), pages)
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def shown(data: bytes, page: int, scale: float) -> np.ndarray:
    """The dots of a page, 0 black to 255 white, as many to a point as `scale` says."""
    with pypdfium2.PdfDocument(data) as document:
        return np.asarray(document[page - 1].render(scale=scale).to_pil().convert("L"))


def _picture(leaf: Leaf) -> Image.Image:
    return Image.fromarray(shown(leaf.source.read_bytes(), leaf.page, leaf.dpi / 72))


def _turned(picture: Image.Image, turn: float) -> Image.Image:
    if turn % 90 == 0:
        return picture.rotate(-turn, expand=True)
    return picture.rotate(-turn, resample=Image.Resampling.BICUBIC, fillcolor=255)


def _dirty(picture: Image.Image, noise: float) -> Image.Image:
    if not noise:
        return picture
    grey = np.asarray(picture) * 0.85 + 20 + np.random.default_rng(7).normal(0, noise, picture.size[::-1])
    return Image.fromarray(grey.clip(0, 255).astype(np.uint8))
