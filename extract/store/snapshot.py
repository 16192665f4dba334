"""A copy of a database another process is writing, so that readers need not wait."""

from __future__ import annotations

import shutil
from pathlib import Path

from extract.errors import StoreError

# DuckDB keeps a file header and two block headers of 4 KiB; a checkpoint writes fresh blocks and then one of these.
# Equal headers before and after mean that no block of this state was overwritten in between.
_HEADERS = 3 * 4096
_TRIES = 5


def snapshot(path: str, folder: str) -> str:
    """Copy the database at `path` and its write-ahead log into `folder`; the path of the copy.

    The copy is the state after some commit: the log is copied after the file, and a torn last entry is skipped by
    DuckDB. Raises StoreError where a writer is too busy to get a consistent copy, or where there is no room.
    """
    copy = str(Path(folder, "snapshot.duckdb"))
    for _ in range(_TRIES):
        before = _headers(path)
        try:
            shutil.copyfile(path, copy)
            _copy_log(path, copy)
        except OSError as error:
            raise StoreError(path, f"it could not be copied to read it ({error.strerror})",
                             "wait until the writer ends, then run the command again") from error
        if before == _headers(path):
            return copy
    raise StoreError(path, "another process keeps writing it", "wait until it ends, then run the command again")


def _headers(path: str) -> bytes:
    with Path(path).open("rb") as file:
        return file.read(_HEADERS)


def _copy_log(path: str, copy: str) -> None:
    if Path(f"{path}.wal").exists():
        shutil.copyfile(f"{path}.wal", f"{copy}.wal")
    else:
        Path(f"{copy}.wal").unlink(missing_ok=True)
