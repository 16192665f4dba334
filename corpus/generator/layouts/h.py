"""Layout H: the balanced scorecard of a chamber, a table per strategic objective.

`print.columns` lists `{field, label, width}`; columns that share a `group` stand under one
head cell. `strategic: row` puts the strategic objective into the table, else it is its heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from corpus.generator.layouts import reference, shown
from corpus.generator.layouts.front import bound, measured
from corpus.generator.model import Cell, Heading, Part, Print, Table

MEASURES = ("baseline", "target", "result")
Columns = Sequence[Mapping[str, Any]]


def printed(content: Mapping[str, Any]) -> Print:
    """The report: its tables under their headings."""
    return bound(content, _parts(content))


def _parts(content: Mapping[str, Any]) -> Iterable[Part]:
    options = content["print"]
    for _, group in groupby(content["objectives"], key=_strategic):
        objectives = list(group)
        if options.get("strategic") != "row":
            yield Heading(_band(options, objectives[0]))
        yield _table(options, objectives)


def _strategic(objective: Mapping[str, Any]) -> str:
    return str(reference(objective, "strategic")["code"])


def _band(options: Mapping[str, Any], objective: Mapping[str, Any]) -> str:
    """`OBIETTIVO STRATEGICO 1.1 - title`."""
    one = reference(objective, "strategic")
    return f"OBIETTIVO STRATEGICO {one['code']}{options.get('dash', ' - ')}{one['title']}"


def _table(options: Mapping[str, Any], objectives: Sequence[Mapping[str, Any]]) -> Table:
    """The table of one strategic objective."""
    columns = options["columns"]
    heads = _heads(columns)
    if options.get("strategic") == "row":
        heads = [(Cell(_band(options, objectives[0]), columns=len(columns), bold=True),), *heads]
    rows = [row for objective in objectives for row in _rows(options, objective)]
    return Table(
        rows=tuple(heads + rows),
        widths=tuple(column["width"] for column in columns),
        heads=len(heads),
        rules=options.get("rules", "all"),
        size=options.get("size", 7.5),
    )


def _heads(columns: Columns) -> list[tuple[Cell, ...]]:
    """One head row, or two where columns are grouped."""
    if not any("group" in column for column in columns):
        return [tuple(_head(column["label"]) for column in columns)]
    upper: list[Cell] = []
    lower: list[Cell] = []
    for group, members in groupby(columns, key=lambda column: column.get("group")):
        labels = [column["label"] for column in members]
        if group is None:
            upper += [_head(label, rows=2) for label in labels]
        else:
            upper.append(_head(group, columns=len(labels)))
            lower += [_head(label) for label in labels]
    return [tuple(upper), tuple(lower)]


def _head(label: str, rows: int = 1, columns: int = 1) -> Cell:
    return Cell(label, bold=True, align="center", rows=rows, columns=columns)


def _rows(options: Mapping[str, Any], objective: Mapping[str, Any]) -> Iterable[tuple[Cell, ...]]:
    """The objective's line, and its indicators below."""
    columns: Columns = options["columns"]
    line = Cell(_line(options, objective), columns=len(columns), bold=True)
    if objective.get("weight") is not None:
        place = [column["field"] for column in columns].index("weight")
        rest = len(columns) - place - 1
        weight = Cell(shown(objective, "weight"), bold=True, align="center")
        yield (Cell(line.text, columns=place, bold=True), weight, *((Cell(columns=rest),) if rest else ()))
    else:
        yield (line,)
    for indicator in objective["indicators"]:
        yield tuple(_cell(column, indicator) for column in columns)


def _line(options: Mapping[str, Any], objective: Mapping[str, Any]) -> str:
    """`1.1 3 - title`: the code with the blank that the sheet prints."""
    code = reference(objective, "operational")["code"]
    above = _strategic(objective)
    return f"{above} {code.removeprefix(above)}{options.get('dash', ' - ')}{objective['title']}"


def _cell(column: Mapping[str, Any], indicator: Mapping[str, Any]) -> Cell:
    """One cell of an indicator's row."""
    field = column["field"]
    if field in MEASURES:
        return measured(indicator, field, align="center")
    return Cell(shown(indicator, field), align="left" if field in ("text", "kind", "range") else "center")
