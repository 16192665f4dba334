"""A JSON array with one object per row; one row a line, so that it also reads well."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, TextIO


def write(columns: Sequence[str], rows: Iterable[Sequence[Any]], stream: TextIO) -> None:
    """Write the array. Raises ValueError for NaN and infinity, which JSON has not."""
    separator = "\n"
    stream.write("[")
    for row in rows:
        record = dict(zip(columns, row, strict=True))
        stream.write(separator + json.dumps(record, ensure_ascii=False, allow_nan=False))
        separator = ",\n"
    stream.write("\n]\n")
