"""Layout D: the national portal's sheets, one field per row.

`print` names the rows: `objective`, `indicator` (for each one) and `closing` are lists of
mappings from field to label; a mapping of two fields is a row of two pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from corpus.generator.layouts import reference, shown
from corpus.generator.layouts.front import bound, coded, measured
from corpus.generator.model import Cell, Heading, Part, Print, Table

MEASURES = ("baseline", "target", "result")
LEVELS = {"code": "operational", "area": "area", "programme": "programme", "strategic": "strategic"}


def printed(content: Mapping[str, Any]) -> Print:
    """The report: a table for each objective, under the headings it has."""
    return bound(content, _parts(content))


def _parts(content: Mapping[str, Any]) -> Iterable[Part]:
    for objective in content["objectives"]:
        if "print_heading" in objective:
            yield Heading(objective["print_heading"])
        yield _sheet(content, objective)


def _sheet(content: Mapping[str, Any], objective: Mapping[str, Any]) -> Table:
    """The sheet of one objective."""
    options = content["print"]
    pairs = options.get("pairs", 1)
    rows = [_row(row, content, objective, pairs) for row in options["objective"]]
    for indicator in objective["indicators"]:
        rows += [_row(row, content, indicator, pairs) for row in options["indicator"]]
    rows += [_row(row, content, objective, pairs) for row in options.get("closing", ())]
    return Table(
        rows=tuple(rows),
        widths=tuple(options["widths"]),
        heads=0,
        rules=options.get("rules", "all"),
        size=options.get("size", 8.5),
    )


def _row(row: Mapping[str, str], content: Mapping[str, Any], holder: Mapping[str, Any], pairs: int) -> tuple[Cell, ...]:
    """A row of as many pairs as `row` has; the last value takes what is left of the width."""
    cells: list[Cell] = []
    for place, (field, label) in enumerate(row.items(), 1):
        cell = _value(field, content, holder)
        last = place == len(row)
        columns = 2 * (pairs - place) + 1 if last else 1
        cells += [Cell(label, bold=True), Cell(cell.text, struck=cell.struck, columns=columns)]
    return tuple(cells)


def _value(field: str, content: Mapping[str, Any], holder: Mapping[str, Any]) -> Cell:
    """What stands beside a label."""
    if field == "year":
        return Cell(str(content["year"]))
    if field in LEVELS:
        one = reference(holder, LEVELS[field])
        return Cell(one.get("code", "") if field == "code" else coded(one))
    if field in ("description", "notes"):
        return Cell(holder["sections"].get(field, ""))
    return measured(holder, field) if field in MEASURES else Cell(shown(holder, field))
