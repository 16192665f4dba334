"""What DuckDB says when it fails, as a line a person can act on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from extract.errors import StoreError

_HOLDER = re.compile(r"Conflicting lock is held in (?P<program>.*?)(?: \(PID (?P<pid>\d+)\))")

_DAMAGE = ("Could not read enough bytes", "Corrupt database file", "Corrupt WAL", "Failure while replaying WAL",
           "Failed to deserialize", "does not match stored checksum")
_DAMAGED = ("the database file is damaged", "restore a copy, or remove it and ingest the reports again")
_NOT_OURS = ("it is not a DuckDB database", "name another file with --db, or remove it to start afresh")

# What the operating system or DuckDB says → the reason and the remedy. The first that occurs wins.
_KNOWN = (
    *((words, *_DAMAGED) for words in _DAMAGE),
    ("No space left on device", "the disk is full",
     "make room and run the command again; what was saved before is whole"),
    ("Disk quota exceeded", "the disk quota is used up",
     "make room and run the command again; what was saved before is whole"),
    ("File too large", "the file may not grow any further (a limit of the system)",
     "raise the limit and run the command again; what was saved before is whole"),
    ("Permission denied", "no permission to write it",
     "change its permissions, or name another database with --db"),
    ("Read-only file system", "its disk is read-only", "name a database elsewhere with --db"),
    ("not a valid DuckDB database file", *_NOT_OURS),
    # It would read a database of SQLite with an extension.
    ("Loading external extensions is disabled", *_NOT_OURS),
    ("Is a directory", "it is a folder", "name a database file inside it with --db"),
    ("database does not exist", "there is no such database",
     "ingest reports first: obiettivi ingest PATH"),
    ("No such file or directory", "its folder does not exist",
     "make the folder, or name another database with --db"),
    ("newer version of DuckDB", "a newer DuckDB wrote it", "upgrade obiettivi and its duckdb package"),
    ("older version of DuckDB", "a much older DuckDB wrote it",
     "ingest the reports again into a new database with --db"),
)


class HeldError(StoreError):
    """Another process has the database open and DuckDB shuts this one out."""


def store_error(path: str, message: str) -> StoreError:
    """The error for what DuckDB said about the database at `path`."""
    holder = _HOLDER.search(message)
    if holder is not None or "Could not set lock on file" in message:
        return HeldError(path, f"the database is held by {_named(holder)}",
                         "wait until it ends or close it, then run the command again")
    for words, reason, remedy in _KNOWN:
        if words in message:
            return StoreError(path, reason, remedy)
    first = message.strip().splitlines()[0] if message.strip() else "no message"
    return StoreError(path, f"the database failed ({first})", "check the file and the disk, then run the command again")


def is_damage(message: str) -> bool:
    """Whether DuckDB says that the file itself is damaged."""
    return any(words in message for words in _DAMAGE)


def speakable(path: str) -> None:
    """Raises StoreError where DuckDB cannot be told the path of the database."""
    try:
        path.encode()
    except UnicodeEncodeError as error:
        raise StoreError(path, "its name is not UTF-8", "name another file with --db") from error


def _named(holder: re.Match[str] | None) -> str:
    if holder is None:
        return "another process"
    program = holder["program"].rsplit("/", 1)[-1]
    return f"process {holder['pid']} ({program})"


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Raises what DuckDB or the system raises inside as StoreError, and Ctrl-C as KeyboardInterrupt."""
    from extract.store.engine import duckdb

    try:
        yield
    except duckdb.InterruptException as error:
        raise KeyboardInterrupt from error
    except RuntimeError as error:
        if "interrupted" in str(error).lower():  # DuckDB's own way to say Ctrl-C
            raise KeyboardInterrupt from error
        raise
    except duckdb.Error as error:
        raise store_error(path, str(error)) from error
    except OSError as error:
        raise store_error(path, f"{error.strerror or error}") from error
