"""Shards read again: what became of the files in them, as if they had been read just now."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from extract.errors import ObiettiviError, ReadError, StoreError
from extract.ingest.reading import Outcome
from extract.shards.write import DOCUMENT, LABEL, TABLES, hash_of
from extract.store.schema import migrations

if TYPE_CHECKING:
    from extract.addresses import Folder
    from extract.store import Saved



class DamagedError(ObiettiviError):
    """A shard that is not what was written."""

    def __init__(self, place: str) -> None:
        super().__init__(place, "this shard is damaged", "ingest its files again, or remove it")


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard: what read its documents, they, and where their rows are."""

    folder: Folder
    name: str
    digest: str
    engine: str | None
    documents: tuple[Mapping[str, Any], ...]
    parts: Mapping[str, str]

    def wanted(self, paths: Container[str]) -> list[Mapping[str, Any]]:
        """The rows of those of its files that stood at `paths`."""
        return [row for row in self.documents if row["path"] in paths]

    @contextmanager
    def tables(self) -> Iterator[dict[str, Path]]:
        """The Parquet files of its other tables, within the block. Raises DamagedError."""
        with TemporaryDirectory() as made:
            files = {table: Path(made, f"{table}.parquet") for table in TABLES}
            for table, file in files.items():
                file.write_bytes(_whole(self.folder, self.parts[table]))
            yield files


def shards(folder: Folder) -> Iterator[Shard | DamagedError]:
    """The shards of a folder, in the order they were made. Raises StoreError for those of another schema."""
    for name in folder.names(DOCUMENT):
        if not name.endswith(".parquet") or name.startswith("."):
            continue
        try:
            label, rows = _documents(folder, f"{DOCUMENT}/{name}")
        except DamagedError as error:
            yield error
            continue
        _refuse_other(label["schema"], folder.place(f"{DOCUMENT}/{name}"))
        yield Shard(folder, name, label["digest"], label["engine"], tuple(rows), label["parts"])


def documents_in(folder: Folder, digest: str) -> dict[tuple[str, str], Mapping[str, Any]]:
    """The documents that the shards of a folder have, read with the rules of `digest`, by hash and path."""
    whole = (shard for shard in shards(folder) if isinstance(shard, Shard) and shard.digest == digest)
    rows = (row for shard in whole for row in shard.documents if row["outcome"] == "read")
    return {(row["sha256"], row["path"]): row for row in rows}


def latest(found: Iterable[Shard]) -> dict[str, set[str]]:
    """For each shard by its name, the paths of which it has the latest."""
    last = {row["path"]: shard.name for shard in found for row in shard.documents}
    paths: dict[str, set[str]] = defaultdict(set)
    for path, name in last.items():
        paths[name].add(path)
    return paths


def outcome_of(row: Mapping[str, Any], saved: Saved | None) -> Outcome:
    """What became of the file of a row, which was `saved` or is known."""
    error = None
    if row["outcome"] == "failed":
        reason, _, remedy = row["message"].rpartition("; ")
        error = ReadError(row["path"], reason, remedy, page=row["page"], kind=row["failure_kind"])
    return Outcome(row["path"], row["sha256"], row["bytes"], saved=saved, error=error, read_at=row["ingested_at"])


def _documents(folder: Folder, place: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    columns, rows, label = _read_labelled(folder, place)
    if label is None:
        raise DamagedError(folder.place(place))
    return label, [dict(zip(columns, row, strict=True)) for row in rows]


def _read_labelled(folder: Folder, place: str) -> tuple[list[str], list[tuple[Any, ...]], dict[str, Any] | None]:
    """The columns and rows of a file, and what it says of its shard. Raises DamagedError."""
    from extract.store.engine import duckdb

    with TemporaryDirectory() as made, duckdb.connect(config={"threads": 1}) as con:
        file = Path(made, "part.parquet")
        file.write_bytes(_whole(folder, place))
        cursor = con.execute("SELECT * FROM read_parquet(?)", [str(file)])
        columns = [column[0] for column in cursor.description or ()]
        rows = cursor.fetchall()
        said = con.execute("SELECT decode(value) FROM parquet_kv_metadata(?) WHERE decode(key) = ?", [str(file), LABEL])
        label = said.fetchone()
    return columns, rows, json.loads(label[0]) if label else None


def _whole(folder: Folder, place: str) -> bytes:
    """The bytes of a file. Raises DamagedError where they are not those that were written."""
    try:
        data = folder.read(place)
    except FileNotFoundError as error:
        raise DamagedError(folder.place(place)) from error
    if not place.endswith(f"-{hash_of(data)}.parquet"):
        raise DamagedError(folder.place(place))
    return data


def _refuse_other(schema: int, place: str) -> None:
    known = max(migrations())
    if schema != known:
        remedy = "upgrade obiettivi" if schema > known else "ingest the files again"
        raise StoreError(place, f"this shard has schema {schema} and this program knows {known}", remedy)
