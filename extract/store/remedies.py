"""What is wrong with a question, and what would be right: DuckDB's words made plain."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.errors import QueryError

_TABLE = re.compile(r"Table with name (?P<name>\S+) does not exist")
_COLUMN = re.compile(r'(?:Referenced column|does not have a column named) "(?P<name>[^"]+)"')
_FUNCTION = re.compile(r"Function with name \"?(?P<name>\w+)\"? (?:does not exist|is not in the catalog)")
_SYNTAX = re.compile(r'syntax error at or near "(?P<near>[^"]*)"')
_PARAMETER = re.compile(r"Values were not provided for the following parameters: (?P<names>.*)")

Columns = Mapping[str, Sequence[str]]


def query_error(message: str, kind: str, columns: Columns) -> QueryError:
    """The error for what DuckDB said of a question; `columns` are those of every public view."""
    reason, remedy = _known(message, columns) or _general(message, kind)
    return QueryError("query", reason, remedy)


def _known(message: str, columns: Columns) -> tuple[str, str] | None:
    if found := _TABLE.search(message):
        name = found["name"].strip('"')
        return f"there is no table {name}", _near(name, columns) + f"the tables are {', '.join(sorted(columns))}"
    if found := _COLUMN.search(message):
        name = found["name"]
        return f"there is no column {name} here", _column_remedy(name, columns)
    if found := _FUNCTION.search(message):
        return f"there is no function {found['name']}", "see the functions of DuckDB; extensions are not loaded"
    if found := _SYNTAX.search(message):
        return f'the SQL is not understood near "{found["near"]}"', _word_remedy(found["near"], columns)
    if found := _PARAMETER.search(message):
        return f"it needs a value for {found['names']}", "give it with --set NAME=VALUE"
    return None


def _general(message: str, kind: str) -> tuple[str, str]:
    if kind in ("OutOfMemoryException", "MemoryError"):
        return "it needs more memory than it may use", "ask for less: fewer columns, a WHERE, or a LIMIT"
    if kind == "PermissionException" or "configuration has been locked" in message or "read-only mode" in message:
        return f"not allowed ({_first(message)})", "questions only read the database: no files, settings or changes"
    return _first(message), "see `obiettivi query --help` and docs/sql.md"


def _first(message: str) -> str:
    """DuckDB's first line without its `Binder Error:`."""
    line = message.strip().splitlines()[0] if message.strip() else "it failed"
    return re.sub(r"^[A-Z][\w ]*? Error: ", "", line)


def _word_remedy(word: str, columns: Columns) -> str:
    if any(word in names for names in columns.values()):
        return f'{word} is a word of SQL: write the column in quotes, as "{word}", or after its table, as t.{word}'
    return "check the words before and after it"


def _near(name: str, candidates: Columns | Sequence[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name.lower(), list(candidates), n=2, cutoff=0.6)
    return f"did you mean {' or '.join(close)}? " if close else ""


def _column_remedy(name: str, columns: Columns) -> str:
    every = sorted({column for names in columns.values() for column in names})
    near = _near(name, every)
    holders = [view for view in sorted(columns) if name in columns[view]]
    if holders:
        return f"it is in {', '.join(holders)}"
    return near + "DESCRIBE a table to see its columns, as in: DESCRIBE objectives"
