"""Layout M: the sheets of a municipality, one objective each.

`print.sheet` lists the blocks of a sheet: `{row: {field: label, ...}}` (pairs side by side),
`{band: text}`, `{actions: [label, ...]}` and `{indicators: [{field, label, share}, ...]}`. All stand
on one grid of `GRID` columns; shares and `actions_shares` add up to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from corpus.generator.layouts import reference, shown
from corpus.generator.layouts.front import bound, coded, measured
from corpus.generator.model import Cell, Heading, PageBreak, Part, Print, Table

GRID = 20
MEASURES = ("baseline", "target", "result")
LEVELS = {"area": "area", "programme": "programme", "strategic": "strategic"}
Row = tuple[Cell, ...]


def printed(content: Mapping[str, Any]) -> Print:
    """The report: a sheet per objective, each on its own page where `pages` says so."""
    return bound(content, _parts(content))


def _parts(content: Mapping[str, Any]) -> Iterable[Part]:
    options = content["print"]
    for place, objective in enumerate(content["objectives"]):
        if place and options.get("pages"):
            yield PageBreak()
        if "print_heading" in objective:
            yield Heading(objective["print_heading"], 2)
        if "heading" in options:
            yield Heading(options["heading"].format(number=objective["number"]), 2)
            yield Heading(objective["title"], 3)
        yield _sheet(options, objective)


def _sheet(options: Mapping[str, Any], objective: Mapping[str, Any]) -> Table:
    """The sheet of one objective."""
    rows = [row for block in options["sheet"] for row in _block(options, block, objective)]
    return Table(
        rows=tuple(rows), widths=(1,) * GRID, heads=0, rules=options.get("rules", "all"), size=options.get("size", 8.5)
    )


def _block(options: Mapping[str, Any], block: Mapping[str, Any], objective: Mapping[str, Any]) -> Iterable[Row]:
    """The rows of one block."""
    if "band" in block:
        yield (Cell(block["band"], columns=GRID, bold=True),)
    elif "title" in block:
        code = reference(objective, "operational").get("code", "")
        yield (Cell(f"{code} {objective['title']}".strip(), columns=GRID, bold=True),)
    elif "row" in block:
        yield _pairs(block["row"], objective, options.get("label_share", 5))
    elif "actions" in block:
        yield from _grid(block["actions"], options["actions_shares"], _actions(objective))
    else:
        columns = block["indicators"]
        cells = [[_cell(column["field"], one) for column in columns] for one in objective["indicators"]]
        yield from _grid([column["label"] for column in columns], [column["share"] for column in columns], cells)


def _pairs(row: Mapping[str, str], objective: Mapping[str, Any], share: int) -> Row:
    """Label and value, once or more often in a row."""
    width = GRID // len(row)
    cells: list[Cell] = []
    for field, label in row.items():
        value = _value(field, objective)
        cells += [Cell(label, columns=share, bold=True), Cell(value, columns=width - share)]
    return tuple(cells)


def _value(field: str, objective: Mapping[str, Any]) -> str:
    """What stands beside a label of the sheet."""
    if field in LEVELS:
        return coded(reference(objective, LEVELS[field]))
    if field in ("description", "notes"):
        return str(objective["sections"].get(field, ""))
    return shown(objective, field)


def _actions(objective: Mapping[str, Any]) -> list[list[Cell]]:
    """The rows of the table of actions."""
    return [[Cell(str(text)) for text in action] for action in objective.get("print_actions", ())]


def _cell(field: str, indicator: Mapping[str, Any]) -> Cell:
    """One cell of an indicator's row."""
    return measured(indicator, field) if field in MEASURES else Cell(shown(indicator, field))


def _grid(labels: Sequence[str], shares: Sequence[int], rows: Iterable[Sequence[Cell]]) -> Iterable[Row]:
    """A table within the sheet: its head row and its rows."""
    yield tuple(Cell(label, columns=share, bold=True) for label, share in zip(labels, shares, strict=True))
    for row in rows:
        yield tuple(
            Cell(cell.text, columns=share, struck=cell.struck) for cell, share in zip(row, shares, strict=True)
        )
