"""The corpus: reports whose values are known, listed in `manifest.csv`."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.errors import ObiettiviError

MANIFEST = "manifest.csv"
COLUMNS = ("file", "sha256", "issuer", "year", "layout", "kind", "origin", "split", "gold")


class CorpusError(ObiettiviError):
    """A corpus that is not there, or whose files are not those its manifest names."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the manifest; `file` and `gold` are paths below the corpus, `gold` None where there is none."""

    file: str
    sha256: str
    issuer: str
    year: int
    layout: str
    kind: str
    origin: str
    split: str
    gold: str | None


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder with a manifest."""

    folder: Path
    entries: tuple[Entry, ...]

    def with_gold(self) -> tuple[Entry, ...]:
        """The reports that can be measured, in the order of the manifest."""
        return tuple(entry for entry in self.entries if entry.gold)

    def verified(self, entry: Entry) -> Path:
        """The path of the report. Raises CorpusError where its bytes are not those of the manifest."""
        path = self.folder / entry.file
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise CorpusError(str(path), "named in the manifest and not readable", "restore the file") from error
        if digest != entry.sha256:
            raise CorpusError(str(path), "its sha256 is not the manifest's", "restore the file or correct the manifest")
        return path


def find_corpus(folder: Path | None, here: Path) -> Corpus:
    """The corpus in `folder`, else in `here` or `here/corpus`. Raises CorpusError where there is none."""
    candidates = [folder] if folder is not None else [here / "corpus", here]
    for candidate in candidates:
        if (candidate / MANIFEST).is_file():
            return Corpus(candidate, tuple(_entries(candidate / MANIFEST)))
    raise CorpusError(
        str(candidates[0] / MANIFEST), "no corpus here",
        "run from the project's folder or give --corpus DIR; the corpus comes with the source, not with the package",
    )


def _entries(manifest: Path) -> Iterator[Entry]:
    with manifest.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise CorpusError(str(manifest), "its columns are not as expected", f"use {','.join(COLUMNS)}")
        for row in rows:
            try:
                year = int(row["year"])
            except (TypeError, ValueError) as error:
                raise CorpusError(str(manifest), f"line {rows.line_num}: no year", "give a year as a number") from error
            yield Entry(
                row["file"], row["sha256"], row["issuer"], year, row["layout"], row["kind"], row["origin"],
                row["split"], row["gold"] or None,
            )
