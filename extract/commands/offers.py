"""The files a command line means: plain paths, addresses, folders and globs, each file once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from glob import glob
from pathlib import Path

from extract.addresses import find, is_address, plain
from extract.errors import ReadError

SUFFIXES = (".pdf", ".txt")


@dataclass(frozen=True, slots=True)
class Offer:
    """A path to read, as it was given, or why there is nothing to read."""

    path: str
    error: ReadError | None = None


def offered(paths: Iterable[str]) -> list[Offer]:
    """The files that `paths` mean, each once; those of a folder or glob in sorted order."""
    seen: set[str] = set()
    offers: list[Offer] = []
    for path in map(plain, paths):
        for offer in _expand(path):
            real = offer.path if is_address(offer.path) else os.path.realpath(offer.path)
            if real not in seen:
                seen.add(real)
                offers.append(offer)
    return offers


def _expand(path: str) -> Iterator[Offer]:
    if is_address(path):
        yield from _address(path)
    elif Path(path).is_dir():
        yield from _folder(path)
    elif os.path.lexists(path) or not any(char in path for char in "*?["):
        yield Offer(path)
    else:
        yield from _glob(path)


def _folder(path: str) -> Iterator[Offer]:
    found = sorted(
        str(Path(folder, name)) for folder, _, names in os.walk(path) for name in names
        if name.lower().endswith(SUFFIXES) and not name.startswith(".")
    )
    yield from map(Offer, found)
    if not found:
        remedy = "name a folder that holds reports"
        yield Offer(path, ReadError(path, "no .pdf or .txt file in this folder", remedy, kind="empty_folder"))


def _address(address: str) -> Iterator[Offer]:
    if not address.endswith("/") and "*" not in address:
        yield Offer(address)
        return
    try:
        found = find(address, SUFFIXES)
    except ReadError as error:
        yield Offer(address, error)
        return
    yield from map(Offer, found)
    if not found:
        yield Offer(address, ReadError(address, "no file there", "check the address", kind="missing"))


def _glob(pattern: str) -> Iterator[Offer]:
    found = sorted(glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute patterns
    for path in found:
        yield from _expand(path)
    if not found:
        remedy = "check the pattern, or name the file itself"
        yield Offer(pattern, ReadError(pattern, "no file matches", remedy, kind="missing"))
