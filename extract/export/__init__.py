"""Answers as a table, CSV, JSON or Markdown. One module per format, each with `write(columns, rows, stream)`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any, Protocol, TextIO, cast

FORMATS = ("table", "csv", "json", "markdown")


class Writer(Protocol):
    """Writes column names and rows to a text stream; row values are those of JSON."""

    def __call__(self, columns: Sequence[str], rows: Iterable[Sequence[Any]], stream: TextIO) -> None: ...


def writer(name: str) -> Writer:
    """The writer of one of FORMATS. Raises KeyError for another name."""
    if name not in FORMATS:
        raise KeyError(name)
    return cast(Writer, import_module(f"{__name__}.{name}").write)
