"""CSV after RFC 4180: UTF-8, commas, CRLF, quotes doubled.

Text that a spreadsheet would take for a formula gets an apostrophe in front, because the text comes
from files of strangers; numbers stay numbers. JSON gives every value untouched.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from extract.export.cells import text_of

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(columns: Sequence[str], rows: Iterable[Sequence[Any]], stream: TextIO) -> None:
    """Write a header and one record per row."""
    output = csv.writer(stream, lineterminator="\r\n")
    output.writerow([_safe(column) for column in columns])
    for row in rows:
        output.writerow([_safe(value) for value in row])


def _safe(value: Any) -> str:
    text = text_of(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
