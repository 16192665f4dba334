"""What the workers of a run are told once, and what both sides must have in common."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import ObiettiviError

if TYPE_CHECKING:
    from extract.ingest.reading import Reading
    from extract.isolation import Limits
    from extract.read.options import Options

# What values depend on. Other versions of these may read something else.
_PACKAGES = ("obiettivi", "google-re2", "pdfminer.six", "pdfplumber", "pypdfium2", "spacy")
_RECOGNISER = "Tesseract"


class ClusterError(ObiettiviError):
    """The cluster cannot be used; `subject` is the scheduler's address, or a worker's."""


@dataclass(frozen=True, slots=True)
class Job:
    """A run: its name, a person's rule packs by their texts, the limits, and the hash all rules must have together.

    `reading` is without these packs. `engine` recognises scanned pages, where there is one. `known` are hashes of bytes
    that need not be read, `remote` addresses of the kinds that are read, `shards` the folder for what is read; without
    it, outcomes are sent back whole.
    """

    name: str
    packs: tuple[Mapping[str, str], ...]
    digest: str
    limits: Limits
    reading: Reading
    engine: str | None
    known: frozenset[str]
    remote: tuple[str, ...]
    shards: str | None
    versions: Mapping[str, str]


def versions(options: Options) -> dict[str, str]:
    """The versions here of what values depend on; empty for Tesseract where it is missing."""
    found = {"Python": f"{sys.version_info[0]}.{sys.version_info[1]}", **{name: version(name) for name in _PACKAGES}}
    return found | {_RECOGNISER: _recogniser()} if options.ocr else found


def refuse_other_versions(job: Job, who: str) -> None:
    """Raise ClusterError where `who`, this process, has others than the program."""
    here = versions(job.reading.options)
    other = [name for name, wanted in job.versions.items() if here[name] != wanted]
    if other:
        said = ", ".join(_difference(name, here[name], job.versions[name]) for name in other)
        remedy = "install the same everywhere"
        if other == [_RECOGNISER]:
            remedy += ", or leave scans unread with --ocr never"
        raise ClusterError(who, f"this worker has {said}", remedy)


def _difference(name: str, here: str, wanted: str) -> str:
    has = f"{name} {here}" if here else f"no {name}"
    return f"{has} and not {wanted}" if wanted else f"{has} and this program has none"


def _recogniser() -> str:
    """The version of Tesseract and what its model is known by."""
    from extract.read.tesseract import LANGUAGE, Engine, engine

    found = engine()
    return f"{found.version} ({LANGUAGE} {found.model or 'unknown'})" if isinstance(found, Engine) else ""


def texts_of(packs: Sequence[Path]) -> tuple[Mapping[str, str], ...]:
    """The files of rule packs by name."""
    from extract.rulefile import HEADER, PACK_FILES

    names = (HEADER, *PACK_FILES)
    return tuple(
        {name: (pack / name).read_text(encoding="utf-8") for name in names if (pack / name).is_file()} for pack in packs
    )


def unpacked(packs: Sequence[Mapping[str, str]], folder: Path) -> tuple[Path, ...]:
    """The rule packs as folders below `folder`."""
    places = []
    for number, texts in enumerate(packs):
        place = folder / f"pack-{number}"
        place.mkdir()
        for name, text in texts.items():
            (place / name).write_text(text, encoding="utf-8")
        places.append(place)
    return tuple(places)
