"""A table for people: drawn and wrapped on a terminal, plain aligned columns elsewhere, never cut.

Where a terminal is too narrow for the columns, each row is a record: one field a line, a rule between two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from shutil import get_terminal_size
from textwrap import wrap
from typing import Any, TextIO

from extract.errors import printable
from extract.export.cells import text_of

_READABLE = 12  # columns of a terminal below which wrapped text is not read any more
_BORDER = 3  # columns of a terminal that rich adds to each column


def write(columns: Sequence[str], rows: Iterable[Sequence[Any]], stream: TextIO) -> None:
    """Write the table, wrapped to the width where `stream` is a terminal."""
    taken = [list(row) for row in rows]
    if not stream.isatty():
        _align(columns, taken, stream)
        return
    width = get_terminal_size().columns
    if _fits(columns, taken, width):
        _draw(columns, taken, stream, width)
    else:
        _records(columns, taken, stream, width)


def _fits(columns: Sequence[str], rows: list[list[Any]], width: int) -> bool:
    """Whether each column can be as wide as it is, or at least readable."""
    natural = [
        max(_width(printable(column)), *(_width(_cell(row[place])) for row in rows)) if rows else 0
        for place, column in enumerate(columns)
    ]
    return sum(min(one, _READABLE) for one in natural) + _BORDER * len(columns) <= width


def _records(columns: Sequence[str], rows: list[list[Any]], stream: TextIO, width: int) -> None:
    names = [printable(column) for column in columns]
    side = max(map(_width, names))
    for number, row in enumerate(rows, 1):
        stream.write(f"-- {number} ".ljust(width, "-") + "\n")
        for name, value in zip(names, row, strict=True):
            lines = wrap(_cell(value), max(width - side - 2, _READABLE)) or [""]
            for place, line in enumerate(lines):
                stream.write(f"{_pad('' if place else name, side, right=False)}  {line}".rstrip() + "\n")


def _draw(columns: Sequence[str], rows: list[list[Any]], stream: TextIO, width: int) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column, right in zip(columns, _numeric(len(columns), rows), strict=True):
        table.add_column(Text(printable(column)), overflow="fold", justify="right" if right else "left")
    for row in rows:
        table.add_row(*(Text(_cell(value)) for value in row))
    Console(file=stream, width=width).print(table)


def _align(columns: Sequence[str], rows: list[list[Any]], stream: TextIO) -> None:
    lines = [[printable(column) for column in columns], *([_cell(value) for value in row] for row in rows)]
    widths = [max(_width(line[place]) for line in lines) for place in range(len(columns))]
    right = _numeric(len(columns), rows)
    lines.insert(1, ["-" * width for width in widths])
    for line in lines:
        cells = (_pad(cell, width, to_right) for cell, width, to_right in zip(line, widths, right, strict=True))
        stream.write("  ".join(cells).rstrip() + "\n")


def _cell(value: Any) -> str:
    """One line: breaks inside a value become spaces, control characters visible."""
    return printable(" ".join(text_of(value).split("\n")))


def _numeric(count: int, rows: list[list[Any]]) -> list[bool]:
    return [_all_numbers([row[place] for row in rows if row[place] is not None]) for place in range(count)]


def _all_numbers(values: list[Any]) -> bool:
    return bool(values) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)


def _pad(cell: str, width: int, right: bool) -> str:
    space = " " * (width - _width(cell))
    return space + cell if right else cell + space


def _width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
