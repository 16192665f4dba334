"""Layout N: lists of strategic objectives with their weights and codes, a table per sector.

`print.columns` lists `{field, label, width}`, with `align` where it is not the usual one; `total` is
the label of the last row of each table. Objectives with the same `print_sector` in a row stand
in one table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from corpus.generator.layouts import number, reference, shown
from corpus.generator.layouts.front import bound
from corpus.generator.model import Align, Cell, Heading, Part, Print, Table

ALIGN: Mapping[str, Align] = {"weight": "right", "number": "center", "code": "center"}


def printed(content: Mapping[str, Any]) -> Print:
    """The report: its lists."""
    return bound(content, _parts(content))


def _parts(content: Mapping[str, Any]) -> Iterable[Part]:
    for sector, group in groupby(content["objectives"], key=lambda one: one.get("print_sector", "")):
        if sector:
            yield Heading(sector, 3)
        yield _table(content["print"], list(group))


def _table(options: Mapping[str, Any], objectives: Sequence[Mapping[str, Any]]) -> Table:
    """The list of one sector."""
    columns = options["columns"]
    rows = [tuple(Cell(column["label"], bold=True, align="center") for column in columns)]
    rows += [tuple(_cell(column, one) for column in columns) for one in objectives]
    if "total" in options:
        rows.append(_total(options, objectives))
    return Table(
        rows=tuple(rows),
        widths=tuple(column["width"] for column in columns),
        rules=options.get("rules", "all"),
        size=options.get("size", 9),
    )


def _total(options: Mapping[str, Any], objectives: Sequence[Mapping[str, Any]]) -> tuple[Cell, ...]:
    """The row with the sum of the weights."""
    total = number(round(sum(one["weight"] for one in objectives), 4))
    texts = {"weight": total, "title": options["total"]}
    return tuple(
        Cell(texts.get(column["field"], ""), bold=True, align=_align(column)) for column in options["columns"]
    )


def _align(column: Mapping[str, Any]) -> Align:
    """How a column is set."""
    align: Align = column.get("align", ALIGN.get(column["field"], "left"))
    return align


def _cell(column: Mapping[str, Any], objective: Mapping[str, Any]) -> Cell:
    """One cell of an objective's row."""
    field, align = column["field"], _align(column)
    if field == "code":
        one = reference(objective, "strategic")
        return Cell(str(one.get("print_code", one.get("code"))), align=align)
    if field == "notes":
        return Cell(objective["sections"].get("notes", ""))
    return Cell(shown(objective, field), align=align)
