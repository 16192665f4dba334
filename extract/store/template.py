"""An empty database, kept to be copied: making one takes a third of a second, most of it for the views.

Kept in the user's cache folder, one for each version of the schema and of DuckDB, behind the hash of its bytes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from extract import cache

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_KIND = "database"
_HASH = 32  # bytes


def copied(path: str, schema: Iterable[str]) -> bool:
    """Whether a new database with this schema could be copied to `path`; where not, nothing stands there."""
    kept = cache.fetch(_KIND, _key(schema), own=True)
    if kept is None or hashlib.sha256(kept[_HASH:]).digest() != kept[:_HASH]:
        return False
    try:
        Path(path).write_bytes(kept[_HASH:])
    except OSError:  # making it will fail in the same way, and tell it as the database does
        with suppress(OSError):
            Path(path).unlink(missing_ok=True)
        return False
    return True


def begin(con: DuckDBPyConnection) -> None:
    """Make the copy a database of its own: its schema was applied now."""
    con.execute("UPDATE store.migration SET applied_at = now()::TIMESTAMP")


def keep(path: str, schema: Iterable[str]) -> None:
    """Keep the new, empty database at `path` for those that come."""
    try:
        data = Path(path).read_bytes()
    except OSError:
        return
    cache.keep(_KIND, _key(schema), hashlib.sha256(data).digest() + data)


def rename(made: str, path: str) -> bool:
    """Give a file its name, unless another process was faster; whether it has it now."""
    try:
        os.link(made, path)
    except FileExistsError:
        return False
    except OSError:  # a disk without links
        if os.path.lexists(path):
            return False
        Path(made).rename(path)
    return True


def _key(schema: Iterable[str]) -> str:
    from extract.store.engine import duckdb

    engine = f"{duckdb.__version__} {duckdb.__git_revision__}"
    return hashlib.sha256("\0".join((engine, *schema)).encode()).hexdigest()
