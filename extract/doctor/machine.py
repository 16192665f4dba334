"""The machine: where it may write, how much room, memory and how many cores it has."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from extract import cache
from extract.doctor.part import Part, State
from extract.errors import printable
from extract.isolation import processors
from extract.read import ocrcache

_LITTLE_ROOM = 200 << 20  # bytes
_LITTLE_MEMORY = 1 << 30  # bytes


def machine(database: str) -> Iterator[Part]:
    """The database's folder, the cache, memory and cores."""
    yield _database(Path(database))
    yield _cache(cache.folder(ocrcache.KIND))
    yield _memory()
    yield Part("processori / cores", State.OK, str(processors()))


def _database(file: Path) -> Part:
    name = "base di dati / database"
    cost = "le relazioni non si salvano / reports cannot be saved"
    folder = file.absolute().parent
    shown = printable(str(file.absolute()))
    if file.is_dir():
        return Part(name, State.BROKEN, f"{shown} (a folder)", cost, "obiettivi doctor --db FILE")
    if not folder.is_dir():
        return Part(name, State.BROKEN, f"{shown} (no such folder)", cost, f"mkdir -p {printable(str(folder))}")
    if not _may_write(folder) or (file.exists() and not os.access(file, os.W_OK)):
        return Part(name, State.BROKEN, f"{shown} (not writable)", cost, "obiettivi doctor --db FILE")
    free = shutil.disk_usage(folder).free
    if free < _LITTLE_ROOM:
        return Part(name, State.BROKEN, f"{shown} ({_size(free)} free)", cost, "obiettivi doctor --db FILE")
    return Part(name, State.OK, f"{shown} ({_size(free)} free)")


def _cache(folder: Path) -> Part:
    name = "cache OCR / OCR cache"
    shown = printable(str(folder))
    nearest = next(one for one in (folder, *folder.parents) if one.is_dir())
    if not _may_write(nearest):
        cost = "le scansioni si riconoscono ogni volta / scans are recognised anew each time"
        return Part(name, State.MISSING, f"{shown} (not writable)", cost, "export XDG_CACHE_HOME=FOLDER")
    pages = [page.stat().st_size for page in folder.glob("*/*.json.gz")] if folder.is_dir() else []
    return Part(name, State.OK, f"{shown} ({len(pages)} pages, {_size(sum(pages))})")


def _may_write(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _memory() -> Part:
    name = "memoria / memory"
    try:
        page, all_pages, free_pages = (os.sysconf(f"SC_{one}") for one in ("PAGE_SIZE", "PHYS_PAGES", "AVPHYS_PAGES"))
    except (AttributeError, ValueError, OSError):
        return Part(name, State.OK, "non si sa / not known")
    shown = f"{_size(page * all_pages)}, {_size(page * free_pages)} free"
    if page * all_pages < _LITTLE_MEMORY:
        cost = "una relazione grande può non bastare / a large report may not fit"
        return Part(name, State.MISSING, shown, cost, "obiettivi ingest --jobs 1")
    return Part(name, State.OK, shown)


def _size(count: float) -> str:
    for unit in ("B", "KB", "MB"):
        if count < 1000:
            return f"{count:.0f} {unit}"
        count /= 1000
    return f"{count:.1f} GB"
