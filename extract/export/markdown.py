"""A Markdown table (GitHub's): numbers to the right, what Markdown or HTML would read escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from extract.errors import printable
from extract.export.cells import text_of

_SPECIAL = re.compile(r"[\\`*_\[\]|~]")


def write(columns: Sequence[str], rows: Iterable[Sequence[Any]], stream: TextIO) -> None:
    """Write the header, the rule and one line per row."""
    taken = [list(row) for row in rows]
    stream.write(_line(columns))
    stream.write("|" + "|".join(_rule(taken, place) for place in range(len(columns))) + "|\n")
    for row in taken:
        stream.write(_line(row))


def _line(row: Sequence[Any]) -> str:
    return "| " + " | ".join(_escape(text_of(value)) for value in row) + " |\n"


def _rule(rows: Sequence[Sequence[Any]], place: int) -> str:
    values = [row[place] for row in rows if row[place] is not None]
    numbers = values and all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)
    return "---:" if numbers else "---"


def _escape(text: str) -> str:
    lines = (_SPECIAL.sub(r"\\\g<0>", line).replace("&", "&amp;").replace("<", "&lt;") for line in text.splitlines())
    return "<br>".join(printable(line) for line in lines)
