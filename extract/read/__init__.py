"""How a file becomes a `Document`: bytes to one text, with pages, words, boxes and tables.

    document = read("relazione.pdf")

What a file is, its first bytes say; its name says nothing. Everything that cannot be read
ends in a `ReadError` that names file, reason and remedy, never in an empty document.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from extract.errors import ReadError
from extract.read.sniff import looks_like_pdf, refuse_known_formats

if TYPE_CHECKING:
    from schemas.document import Document

__all__ = ["read", "read_bytes"]


def read(path: str | os.PathLike[str]) -> Document:
    """The document in the file at `path`, a PDF or a text file; its `source` is the file's name.

    Raises ReadError where there is no such file, or it cannot be opened, or is not readable as
    `read_bytes` says.
    """
    given = os.fspath(path)
    file = Path(given)
    try:
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(given, "there is no such file", "check the path", kind="missing") from error
    except IsADirectoryError as error:
        raise ReadError(given, "this is a folder", "name the files in it", kind="folder") from error
    except PermissionError as error:
        if file.is_dir():  # as Windows says it
            raise ReadError(given, "this is a folder", "name the files in it", kind="folder") from error
        raise ReadError(given, "permission denied", "ask for the right to read it", kind="permission") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(given, f"it cannot be opened ({reason})", "check the path", kind="unreadable") from error
    return _read(data, file.name, given)


def read_bytes(data: bytes, source: str) -> Document:
    """The document in `data`; `source` is the name it goes by.

    Raises ReadError, its `kind` in brackets, where the file is empty (`empty`), some other
    format (`format`) or no text (`binary`), and where a PDF is encrypted (`encrypted`), damaged
    or cut short (`damaged`), has no pages (`no_pages`) or only pictures (`no_text`).
    """
    return _read(data, source, source)


def _read(data: bytes, source: str, given: str) -> Document:
    """Read `data`; errors speak of the file as it was `given`."""
    from dataclasses import replace

    if not data:
        raise ReadError(given, "the file is empty (0 bytes)", "download or save it again", kind="empty")
    digest = hashlib.sha256(data).hexdigest()
    if looks_like_pdf(data):
        from extract.read.pdf import read_pdf

        document = read_pdf(data, given, digest)
    else:
        from extract.read.text import read_text

        refuse_known_formats(data, given)
        document = read_text(data, given, digest)
    return document if source == given else replace(document, source=source)


class _Room(ModuleType):
    """This package, callable: `from extract import read` finds the room once it has been imported."""

    def __call__(self, path: str | os.PathLike[str]) -> Document:
        return read(path)


sys.modules[__name__].__class__ = _Room
