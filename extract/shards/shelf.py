"""The shards of a folder, as a place that outcomes are saved in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from extract.shards.read import documents_in
from extract.store.saved import unchanged_of

if TYPE_CHECKING:
    from extract.addresses import Folder
    from extract.errors import ObiettiviError
    from extract.store import Failure, Saved
    from extract.store.shapes import ReportRows


class Shelf:
    """Where the outcomes of a cluster are when its workers have written shards: there is nothing left to save."""

    def __init__(self, folder: Folder, digest: str) -> None:
        self._documents = documents_in(folder, digest)

    def unchanged(self, _digest: str) -> Mapping[tuple[str, str], Saved]:
        """The documents that need not be read again."""
        return unchanged_of(self._documents.values())

    def failed(self, _digest: str, *, ocr: bool) -> Mapping[str, Failure]:
        """What failed before is tried again, with `ocr` or without."""
        return {}

    def known(self, _digest: str, *, ocr: bool) -> Mapping[str, str]:
        """The documents by the hash of their bytes; with `ocr`, as Store.known."""
        return {
            sha256: path for (sha256, path), row in self._documents.items()
            if not (ocr and row["unread_pages"] and "tesseract" not in row["engine"])
        }

    def held(self) -> AbstractContextManager[None]:
        """Nobody else is shut out."""
        return nullcontext()

    def keep(self, _sha256: str, _path: str, *, read_at: dt.datetime | None = None) -> Saved | None:
        """Known bytes at another path must be read for the shard that tells of it."""
        return None

    def save_rows(
        self, rows: ReportRows, path: str, *, size: int | None = None, read_at: dt.datetime | None = None
    ) -> Saved:
        """Workers save rows."""
        raise AssertionError((path, size, rows.document_id))

    def save_failure(
        self, path: str, error: ObiettiviError, *, sha256: str | None = None, size: int | None = None,
        digest: str | None = None, engine: str | None = None, read_at: dt.datetime | None = None,
    ) -> str:
        """Workers have saved it."""
        return path
