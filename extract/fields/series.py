"""Tables over years: a row of years above rows of as many numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from extract.divide.blocks import Block
from extract.fields.units import unit_named
from extract.language import parse_number
from extract.language.lexicon import words
from extract.passage import Passage
from schemas.document import Cell, Document, Span, Table

RULE = "series"
_YEAR = re.compile(r"(?:(?<!\d)\d{1,2}[/.]\d{1,2}[/.]|(?<![\d/]))((?:19|20)\d{2})(?![\d/.,]\d|\d)")
_NUMBER = re.compile(r"[-–−]?\s?(?:€\s*)?(?<![\d.,])\d+(?:[.,]\d+)*(?:\s*%)?")
# A cell of a row: a number, or one of the marks for nothing.
_CELL = re.compile(rf"(?P<number>{_NUMBER.pattern})|(?<!\S)(?P<null>n\.\s?[dp]\.|[-–—_/]+)(?!\S)")


class Point(NamedTuple):
    """One cell: ranges are in the coordinates of the text it was found in."""

    label: str
    year: int
    value: int | float
    unit: str | None
    label_at: tuple[int, int]
    year_at: tuple[int, int]
    value_at: tuple[int, int]


class Found(NamedTuple):
    """The points of one table and the range it covers."""

    points: tuple[Point, ...]
    start: int
    end: int


def in_lines(text: str) -> Iterator[Found]:
    """Tables set as lines of text: years, then a label and as many numbers, side by side or each on its line."""
    dated = [found.start() for found in _YEAR.finditer(text)]
    if len(dated) < 2:
        return
    lines = _joined(text, [found.span() for found in re.finditer(r"[^\n]+", text) if found.group().strip()])
    index = 0
    while index < len(lines):
        start, end = lines[index]
        years = _years(text, lines[index]) if bisect_left(dated, end) - bisect_left(dated, start) > 1 else []
        points, after = _rows(text, lines, index + 1, years) if years else ((), index + 1)
        if points:
            yield Found(points, lines[index][0], lines[after - 1][1])
        index = max(after, index + 1)


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines, those that hold one cell each made one: some programs write a table cell by cell."""
    joined: list[tuple[int, int]] = []
    before = ""
    for line in lines:
        kind = _kind(text[slice(*line)].strip())
        if kind and kind == before:
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
        before = kind
    return joined


def _kind(cell: str) -> str:
    return "year" if _YEAR.fullmatch(cell) else "value" if _CELL.fullmatch(cell) else ""


Years = list[tuple[int, tuple[int, int]]]


def _years(text: str, line: tuple[int, int]) -> Years:
    """The years of a table's head: two or more different ones, with nothing but head words between them."""
    piece = text[slice(*line)]
    found = list(_YEAR.finditer(piece))
    if len(found) < 2 or len({year[1] for year in found}) < len(found):
        return []
    between = [piece[a.end() : b.start()] for a, b in pairwise(found)] + [piece[found[-1].end() :]]
    rest = [word for gap in between for word in gap.lower().split() if word.strip("|;")]
    if not words("indicators", "year_words").issuperset(rest) or re.search(r"\d", piece[: found[0].start()]):
        return []
    return [(int(year[1]), (line[0] + year.start(), line[0] + year.end())) for year in found]


class _Row(NamedTuple):
    label: tuple[int, int] | None
    values: list[tuple[int | float | None, tuple[int, int]]]


def _rows(text: str, lines: list[tuple[int, int]], first: int, years: Years) -> tuple[tuple[Point, ...], int]:
    """The rows below a line of years, and the index of the line after them.

    A label that wraps stands above its numbers, around them or below them, as the program
    that set the table aligned its cells.
    """
    points: list[Point] = []
    waiting: tuple[int, int] | None = None
    index = first
    while index < len(lines):
        row = _row(text, lines[index], len(years))
        if row is None:
            ahead = [_row(text, line, len(years)) for line in lines[index + 1 : index + 3]]
            if waiting is not None or not any(ahead):
                break
            taken = 1 if ahead[0] else 2
            waiting = (lines[index][0], lines[index + taken - 1][1])
            index += taken
            continue
        label = row.label
        if waiting is not None:
            if label is None and _has_tail(text, lines, index):
                index += 1
                label = lines[index]
            label = (waiting[0], (label or waiting)[1])
        if label is None:
            break
        points.extend(_points(text, label, row, years))
        waiting = None
        index += 1
    return tuple(points), index


def _has_tail(text: str, lines: list[tuple[int, int]], index: int) -> bool:
    """Whether the label of the row on this line ends on the next one; not where each cell has its own line."""
    if index + 1 >= len(lines) or "\n" in text[slice(*lines[index])]:
        return False
    piece = text[slice(*lines[index + 1])].strip()
    return piece[:1].islower() and not any(c.isdigit() for c in piece)


def _row(text: str, line: tuple[int, int], count: int) -> _Row | None:
    """A label (perhaps none) and exactly `count` cells behind it, one at least a number."""
    piece = text[slice(*line)]
    cells = list(_CELL.finditer(piece))[-count:]
    if len(cells) < count or piece[cells[-1].end() :].strip(" |\t\n"):
        return None
    if any(piece[a.end() : b.start()].strip(" |\t\n") for a, b in pairwise(cells)):
        return None
    values = [(_value(c.group()), (line[0] + c.start(), line[0] + c.end())) for c in cells]
    unread = any(c["number"] and v is None for c, (v, _) in zip(cells, values, strict=True))
    if unread or all(value is None for value, _ in values):
        return None
    head = piece[: cells[0].start()].rstrip(" |\t\n")
    label = head.lstrip()
    start = line[0] + len(head) - len(label)
    return _Row((start, start + len(label)) if re.search(r"[^\W\d_]", label) else None, values)


def _points(text: str, label: tuple[int, int], row: _Row, years: Years) -> Iterator[Point]:
    taken = " ".join(_blank(text, label, [at for _, at in row.values]).split())
    for (year, year_at), (value, value_at) in zip(years, row.values, strict=True):
        if value is not None:
            yield Point(taken, year, value, _unit(text[slice(*value_at)], taken), label, year_at, value_at)


def _blank(text: str, label: tuple[int, int], gone: list[tuple[int, int]]) -> str:
    """The label's text without the numbers that stand inside its range."""
    kept = list(text[slice(*label)])
    for start, end in gone:
        for index in range(max(start, label[0]), min(end, label[1])):
            kept[index - label[0]] = " "
    return "".join(kept)


def _value(text: str) -> int | float | None:
    bare = text.replace("€", "").replace("%", "").strip()
    sign = -1 if bare[:1] in "-–−" else 1
    value = parse_number(bare.lstrip("-–− "))
    return None if value is None else sign * value


def _unit(value: str, label: str) -> str | None:
    """The unit the cell shows, else the one its row's label names."""
    return "%" if "%" in value else "EUR" if "€" in value else unit_named(label)


def in_table(document: Document, table: Table, within: Span | None = None) -> tuple[Point, ...]:
    """The points of a table whose header row names years, one in each cell; of its rows `within` a span, if given.

    Ranges are offsets of the document.
    """
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if within is None or within.start <= cell.start < within.end:
            rows.setdefault(cell.row, []).append(cell)
    for number in sorted(rows):
        years = {c.column: year for c in rows[number] if (year := _cell_year(document, c))}
        if len(years) >= 2 and len({y for y, _ in years.values()}) == len(years):
            below = (rows[row] for row in sorted(rows) if row > number)
            return tuple(point for row in below for point in _table_row(document, row, years))
    return ()


def cards_of(block: Block, document: Document) -> Iterator[Table]:
    """The tables of labels and values that an objective is made of; below the labels there may be years."""
    cells = [*block.entries, *(cell for row in block.rows for cell in row.values())]
    if cells and all(cell.column < 0 for cell in cells):
        start, end = block.extent
        yield from (table for table in document.tables if table.start < end and start < table.end)


def _cell_year(document: Document, cell: Cell) -> tuple[int, tuple[int, int]] | None:
    text = document.text[cell.start : cell.end]
    found = list(_YEAR.finditer(text))
    rest = _YEAR.sub("", text)
    if len(found) != 1 or re.search(r"[^\W\d_]{4,}.*\s.*[^\W\d_]{4,}", rest):
        return None
    return int(found[0][1]), (cell.start + found[0].start(), cell.start + found[0].end())


def _table_row(
    document: Document, row: list[Cell], years: dict[int, tuple[int, tuple[int, int]]]
) -> Iterator[Point]:
    heads = [c for c in row if c.column < min(years) and document.text[c.start : c.end].strip()]
    if not heads:
        return
    label_at = (heads[0].start, heads[-1].end)
    label = " ".join(document.text[slice(*label_at)].split())
    for cell in row:
        text = document.text[cell.start : cell.end]
        value = _value(text.strip()) if cell.column in years and _NUMBER.fullmatch(text.strip()) else None
        if value is not None:
            year, year_at = years[cell.column]
            start = cell.start + len(text) - len(text.lstrip())
            value_at = (start, cell.start + len(text.rstrip()))
            yield Point(label, year, value, _unit(text, label), label_at, year_at, value_at)


def tables_in(passage: Passage) -> tuple[Table, ...]:
    """The tables of the document that stand inside the passage, each in one of its pieces."""
    tables = passage.document.tables  # one after the other in the text
    found: list[Table] = []
    for start, end in passage.spans:
        for place in range(bisect_left(tables, start, key=lambda table: table.start), len(tables)):
            if tables[place].end > end:
                break
            found.append(tables[place])
    return tuple(found)
