"""How a file becomes a `Document`: bytes to one text, with pages, words, boxes and tables.

    document = read("relazione.pdf")

Everything that cannot be read ends in a `ReadError` that names file, reason and remedy, never
in an empty document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    from extract.read.options import Options
    from schemas.document import Document

__all__ = ["read", "read_bytes"]


def read(path: str | os.PathLike[str], options: Options | None = None) -> Document:
    """The document in the file at `path`, a PDF or a text file; its `source` is the file's name.

    Pages of a PDF that hold no text are recognised from their image (OCR) where Tesseract is
    installed, unless `options` say otherwise.

    Raises ReadError where there is no such file, where it cannot be opened, and as `read_bytes`.
    """
    from extract.read.options import DEFAULT
    from extract.read.source import read_file

    return read_file(path, options or DEFAULT)


def read_bytes(data: bytes, source: str, options: Options | None = None) -> Document:
    """The document in `data`; `source` is the name it goes by. `options` as for `read`.

    Raises ReadError, its `kind` in brackets, where the file is empty (`empty`), some other
    format (`format`) or no text (`binary`), and where a PDF is encrypted (`encrypted`), damaged
    or cut short (`damaged`), has no pages (`no_pages`), only pictures or letters that are others
    than a person sees (`no_text`), pages larger than any paper (`page_size`) or packed data that
    unpack without end (`bomb`).
    """
    from extract.read.options import DEFAULT
    from extract.read.source import read_data

    return read_data(data, source, source, options or DEFAULT)
