"""What a file is, by its first bytes."""

from __future__ import annotations

import re

from extract.errors import ReadError

_HEAD = 1024  # readers of PDF allow this much before the mark
_FORMATS = (
    (b"\x89PNG\r\n", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"), (b"MM\x00*", "a TIFF image"), (b"BM", "a BMP image"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (doc or xls)"), (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript file"), (b"\x1f\x8b", "a gzip archive"), (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"), (b"0\x80\x06\x09*\x86H", "a signed envelope (p7m)"), (b"\x7fELF", "a program"),
)
_IMAGE_REMEDY = "recognise its text first (for instance with ocrmypdf) and give the PDF"
_REMEDY = "save or print it as PDF and give that"
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html\b|<\?xml[^>]*\?>\s*<!doctype html)", re.IGNORECASE)
_ZIPPED = (
    (b"word/", "a Word document (docx)"), (b"xl/", "an Excel workbook (xlsx)"), (b"ppt/", "a presentation (pptx)"),
    (b"opendocument.text", "an OpenDocument text (odt)"), (b"opendocument", "an OpenDocument file"),
)


def looks_like_pdf(data: bytes) -> bool:
    """Whether the mark of a PDF stands near the beginning."""
    return b"%PDF-" in data[:_HEAD]


def refuse_known_formats(data: bytes, source: str) -> None:
    """Raise ReadError (`format`) where `data` is something well known that is neither PDF nor text."""
    found = _known_format(data)
    if found is not None:
        remedy = _IMAGE_REMEDY if found.endswith("image") else _REMEDY
        raise ReadError(source, f"this is {found}, not a PDF or a text file", remedy, kind="format")


def _known_format(data: bytes) -> str | None:
    if data.startswith(b"PK\x03\x04"):
        return next((name for mark, name in _ZIPPED if mark in data), "a zip archive")
    if _HTML.match(data):
        return "a web page (HTML)"
    known = next((name for mark, name in _FORMATS if data.startswith(mark)), None)
    # "BM" may begin a text too; an image has zero bytes in its header.
    return None if known == "a BMP image" and b"\x00" not in data[:26] else known
