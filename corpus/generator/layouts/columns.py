"""Tables whose columns the content names: what layouts B, C, E, J and L share.

A column of `print: columns:` says `key` (whose value stands in it), `label` and `width`, and may say
`group` (a header over several columns), `align`, `null` (what stands for nothing), `suffix` ("%"),
`decimals` and `merge`: `cells` (objectives in a row that show the same share one cell) or `first`
(only the first of them shows it, the cells below stay empty).

Keys: the fields of an objective (`title`, `weight`), its sections (`section.results`), its references
(`reference.strategic`, `.code`, `.title`), its first `score`, its `deadline`; with `indicator.` in
front, a field of each of its indicators. What is printed otherwise stands in `print_<name>`, the old text
struck out beside it in `print_struck_<name>`, and in `print_glued_<name>` the text of the next cell where it is set
against this one without a blank. The name is the key without `indicator.`, `section.` or `reference.`, dots made `_`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Literal

from corpus.generator.layouts import number, reference, shown
from corpus.generator.model import Align, Cell, Heading, PageBreak, Paragraph, Part, Print, Table

Content = Mapping[str, Any]
UNITS = {"EUR": "euro", "days": "giorni", "hours": "ore", "months": "mesi"}
INDICATOR = "indicator."


@dataclass(frozen=True)
class Column:
    """One column of a table, and how it prints what is in it."""

    key: str
    label: str
    width: float
    group: str = ""
    align: Align = "left"
    null: str = ""
    suffix: str = ""
    decimals: int | None = None
    merge: Literal["", "cells", "first"] = ""

    @property
    def name(self) -> str:
        """The name of its `print_` keys: `indicator.target` is `target`, `reference.area.code` `area_code`."""
        words = self.key.split(".")
        return "_".join(words[1:] if words[0] in ("indicator", "section", "reference") else words)


def columns_of(content: Content) -> list[Column]:
    """The columns of this body's table; `null` of the report where a column has none of its own."""
    options = content["print"]
    return [Column(**{"null": options.get("null", ""), **one}) for one in options["columns"]]


def report(content: Content, tables: Iterable[Part]) -> Print:
    """The report: its front, its tables, and what stands after them."""
    options = content["print"]
    front: list[Part] = [Heading(content["issuer"], 1), Heading(content["title"], 1)]
    front += [Paragraph(text) for text in options.get("intro", ())]
    close = [Paragraph(text) for text in options.get("closing", ())]
    return Print(
        (*front, *tables, *close),
        running_header=options.get("running_header", ""),
        running_footer=options.get("running_footer", ""),
        page_numbers=options.get("page_numbers", True),
        landscape=options.get("landscape", False),
        notes=tuple(options.get("notes", ())),
    )


def sheets(content: Content) -> list[Part]:
    """A table for each `print_group` of objectives, under a heading, with its row of totals.

    `print: groups:` says of each: `heading` (lines), `total` (its row), `new_page`; without groups
    `print:` itself says so.
    """
    groups = content["print"].get("groups", {})
    parts: list[Part] = []
    for name, objectives in groupby(content["objectives"], key=lambda one: one.get("print_group")):
        options = groups.get(name, content["print"])
        parts += [PageBreak()] if options.get("new_page") else []
        parts += [Heading(line, 3) for line in options.get("heading", ())]
        parts.append(table(content, list(objectives), options.get("total", ())))
    return parts


def table(content: Content, objectives: Sequence[Content], total: Sequence[Sequence[Any]] = ()) -> Table:
    """The table of some objectives; `total` is its last row, as `[text, columns]` pairs."""
    options, columns = content["print"], columns_of(content)
    head = header(columns)
    rows = [*head, *body(columns, objectives)]
    if total:
        rows.append(tuple(Cell(text, columns=span, bold=True, align="center") for text, span in total))
    widths = tuple(column.width for column in columns)
    return Table(tuple(rows), widths, len(head), options.get("rules", "all"), options.get("size", 8.0))


def header(columns: Sequence[Column]) -> list[tuple[Cell, ...]]:
    """The header: one row, or two where some columns stand under a common one."""
    if not any(column.group for column in columns):
        return [tuple(_label(column) for column in columns)]
    upper: list[Cell] = []
    for group, members in groupby(columns, key=lambda column: column.group):
        below = list(members)
        if group:
            upper.append(Cell(group, columns=len(below), bold=True, align="center"))
        else:
            upper += [replace(_label(column), rows=2) for column in below]
    return [tuple(upper), tuple(_label(column) for column in columns if column.group)]


def _label(column: Column) -> Cell:
    """The header cell of one column."""
    return Cell(column.label, bold=True, align="center")


def body(columns: Sequence[Column], objectives: Sequence[Content]) -> list[tuple[Cell, ...]]:
    """The rows of the objectives, one per indicator; an objective's own cells are merged over them."""
    heights = [max(1, len(one.get("indicators", ()))) for one in objectives]
    sides = [_side(column, objectives, heights) for column in columns]
    hidden = _glued(columns, objectives, heights)
    return [
        tuple(side[row] for place, side in enumerate(sides) if row in side and (row, place) not in hidden)
        for row in range(sum(heights))
    ]


def _side(column: Column, objectives: Sequence[Content], heights: Sequence[int]) -> dict[int, Cell]:
    """The cells of one column, by the row they begin in."""
    cells: dict[int, Cell] = {}
    row, last, first = 0, None, 0
    for objective, height in zip(objectives, heights, strict=True):
        if column.key.startswith(INDICATOR):
            holders = objective.get("indicators") or [{}]
            cells |= {row + i: cell(column, one) for i, one in enumerate(holders)}
        else:
            made = replace(cell(column, objective), rows=height)
            same = column.merge and last is not None and made.text == last
            if same and column.merge == "cells":
                cells[first] = replace(cells[first], rows=cells[first].rows + height)
            else:
                cells[row] = replace(made, text="") if same else made
                first = first if same else row
            last = made.text
        row += height
    return cells


def _glued(columns: Sequence[Column], objectives: Sequence[Content], heights: Sequence[int]) -> set[tuple[int, int]]:
    """The (row, column) of the cells whose text stands in the cell before them: `print_glued_<name>`."""
    hidden: set[tuple[int, int]] = set()
    for place, column in enumerate(columns[:-1]):
        row = 0
        for objective, height in zip(objectives, heights, strict=True):
            own = not column.key.startswith(INDICATOR)
            holders = [objective] if own else objective.get("indicators", [])
            hidden |= {(row + i, place + 1) for i, one in enumerate(holders) if _glue(column, one)}
            row += height
    return hidden


def _glue(column: Column, holder: Content) -> str:
    """The text of the next cell where this body's program set it against this one without a blank."""
    return str(holder.get(f"print_glued_{column.name}", ""))


def cell(column: Column, holder: Content) -> Cell:
    """What one column prints of an objective or indicator."""
    struck, glue = str(holder.get(f"print_struck_{column.name}", "")), _glue(column, holder)
    text = written(column, holder) + glue
    return Cell(text, columns=2 if glue else 1, align=column.align, struck=struck)


def written(column: Column, holder: Content) -> str:
    """The text of a cell."""
    name, key = column.name, column.key.removeprefix(INDICATOR)
    if f"print_{name}" in holder:
        return shown(holder, name)
    value = _value(key, holder)
    if value is None or value == "":
        return column.null
    return _number(column, value) if isinstance(value, int | float) else str(value)


def _number(column: Column, value: float) -> str:
    """A number as this column prints it."""
    plain = number(value) if column.decimals is None else f"{value:.{column.decimals}f}".replace(".", ",")
    return plain + column.suffix


def _value(key: str, holder: Content) -> Any:
    """What a key names: a text, a number, or None."""
    kind, _, rest = key.partition(".")
    if kind == "section":
        return holder.get("sections", {}).get(rest)
    if kind == "reference":
        return _reference(holder, rest)
    if kind == "score" and "scores" in holder:
        return next((one["value"] for one in holder.get("scores", ())), None)
    if kind == "deadline":
        return ", ".join(".".join(reversed(one["date"].split("-"))) for one in holder.get("dates", ()))
    value = holder.get(key)
    if key == "unit":
        return UNITS.get(value, value) if value else None
    return value.get("text") if isinstance(value, Mapping) else value


def _reference(objective: Content, what: str) -> str | None:
    """A plan reference: its code, its title, or both as `code - title`."""
    level, _, part = what.partition(".")
    found = reference(objective, level)
    if part:
        return found.get(part)
    return " - ".join(filter(None, (found.get("code"), found.get("title")))) or None
