"""Which reader a file needs: its first bytes say, its name says nothing."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import ReadError
from extract.garbage import postponed
from extract.read.options import DEFAULT, Options
from extract.read.sniff import looks_like_pdf, refuse_known_formats

if TYPE_CHECKING:
    from schemas.document import Document


def read_file(path: str | os.PathLike[str], options: Options = DEFAULT) -> Document:
    """The document in the file at `path`, a PDF or a text file; its `source` is the file's name.

    Raises ReadError where there is no such file, or it cannot be opened, or is not readable as
    `read_bytes` says.
    """
    given = os.fsdecode(os.fspath(path))
    file = Path(given)
    try:
        if file.exists() and not file.is_file() and not file.is_dir():  # a device would never end
            raise ReadError(given, "this is no file but a device or a pipe", "name a file", kind="format")
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
    return read_data(data, _speakable(file.name), given, options)


def _speakable(name: str) -> str:
    """A name that can be stored: bytes that are no UTF-8 become visible escapes."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


@postponed()
def read_data(data: bytes, source: str, given: str, options: Options = DEFAULT) -> Document:
    """The document in `data`, called `source`; errors speak of the file as it was `given`."""
    from dataclasses import replace

    if not data:
        raise ReadError(given, "the file is empty (0 bytes)", "download or save it again", kind="empty")
    digest = hashlib.sha256(data).hexdigest()
    if looks_like_pdf(data):
        from extract.read.pdf import read_pdf

        document = read_pdf(data, given, digest, options)
    else:
        from extract.read.text import read_text

        refuse_known_formats(data, given)
        document = read_text(data, given, digest)
    return document if source == given else replace(document, source=source)

