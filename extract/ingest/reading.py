"""What is done with one file, wherever that happens: here, in a child process, on another machine.

`read_one` is a function of a path that touches nothing but the file, and pickles with its result.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extract import addresses
from extract.errors import ReadError
from extract.isolation.clock import extend
from extract.isolation.recorder import record
from extract.read.options import DEFAULT, Options

if TYPE_CHECKING:
    from extract.store.saved import Saved
    from extract.store.shapes import ReportRows
    from schemas.report import Report

MOST_PAGES = 2000
# Of the time for a file: what each page that has to be recognised gets besides.
SCANNED_PAGE = 1 / 8

# Read once before all files, so that what reading needs is loaded and compiled.
_SAMPLE = """OBIETTIVO N. 1 - SPORTELLI
Descrizione
Attivare almeno 5 sportelli entro il 30/06/2020
Risultati
Attivati 12 sportelli
"""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a file may be: its bytes, and its pages."""

    size: int
    pages: int = MOST_PAGES


@dataclass(frozen=True, slots=True)
class Reading:
    """How the files of a run are read: within bounds, with a person's packs too, and what is done with scans."""

    bounds: Bounds
    packs: tuple[Path, ...] = ()
    options: Options = DEFAULT


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a report as rows, an error, or neither where its bytes are known already.

    `sha256` and `size` in bytes are None where there is no plain file. `saved` stands for the report where it was saved
    elsewhere. `read_at` is when it was read (UTC); None for just now.
    """

    path: str
    sha256: str | None = None
    size: int | None = None
    rows: ReportRows | None = None
    saved: Saved | None = None
    error: ReadError | None = None
    read_at: dt.datetime | None = None


def prepare(packs: tuple[Path, ...] = (), remote: tuple[str, ...] = ()) -> str:
    """Load all that reading needs, a person's `packs` and what reaches `remote` addresses too; the hash of the rules.

    Raises RuleError for rules that are not valid.
    """
    import pypdfium2  # noqa: F401

    from extract.pipeline import extract_report, rules_digest
    from extract.read import read_bytes
    from extract.rulebook import load
    from extract.store.rows import rows_of

    addresses.prepare(remote)
    rulebook = load(*packs)
    rows_of(extract_report(read_bytes(_SAMPLE.encode(), "sample"), rulebook))
    return rules_digest(rulebook)


def read_one(path: str, *, known: frozenset[str], reading: Reading) -> Outcome:
    """Read the file at `path`, unless the hash of its bytes is among `known`.

    The report is made rows here, where many are made at once, and not where they are saved, one after the other.
    Whatever is wrong with the file is the outcome's error. Raises MemoryError.
    """
    from extract.store.rows import rows_of

    sha256, size = None, None
    try:
        data = _fetched(path, reading.bounds)
        size = _size(path) if data is None else len(data)
        sha256 = fingerprint(path, data) if size is not None and size <= reading.bounds.size else None
        record(sha256=sha256 or "", size=size)
        if sha256 in known:
            return Outcome(path, sha256, size)
        return Outcome(path, sha256, size, rows=rows_of(_read(path, data, reading)))
    except ReadError as error:
        return Outcome(path, sha256, size, error=error)


def report_or_error(path: str, reading: Reading) -> Report | ReadError:
    """The report in the file, or what is wrong with the file."""
    try:
        return read_whole(path, reading)
    except ReadError as error:
        return error


def read_whole(path: str, reading: Reading) -> Report:
    """The report in the file. Raises ReadError for whatever is wrong with the file, and MemoryError."""
    return _read(path, _fetched(path, reading.bounds), reading)


def _fetched(path: str, bounds: Bounds) -> bytes | None:
    """The bytes at an address; None for a path. Raises ReadError."""
    return addresses.fetch(path, bounds.size) if addresses.is_address(path) else None


def _read(path: str, data: bytes | None, reading: Reading) -> Report:
    from extract.pipeline import extract_or_tell
    from extract.read.watch import Watch, watched
    from extract.rulebook import load

    size, most = _size(path), reading.bounds.size
    if size is not None and size > most:
        raise _too_big(path, size, most)
    watch = Watch(reading.bounds.pages, lambda page: record(page=page), lambda: extend(SCANNED_PAGE))
    with watched(watch):
        return extract_or_tell(path, load(*reading.packs), reading.options, data)


def fingerprint(path: str, data: bytes | None = None) -> str | None:
    """The hash of the bytes of the file; None where reading will say what is wrong with it."""
    if data is not None:
        return hashlib.sha256(data).hexdigest()
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _size(path: str) -> int | None:
    """The size of a plain file in bytes; None for anything else."""
    try:
        return Path(path).stat().st_size if Path(path).is_file() else None
    except OSError:
        return None


def _too_big(path: str, size: int, most: int) -> ReadError:
    return ReadError(
        path, f"it has {size >> 20} MiB, more than the {most >> 20} MiB of memory for reading it",
        "allow more with --memory, or split it", kind="too_big",
    )
