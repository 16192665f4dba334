"""Layout S: a ruled card for each objective: rows of label and value around the table of its indicators.

`print: card:` lists the rows of a card. Each is the word `indicators`, where the inner table goes (its columns
as in `columns`), or a list of cells: `text` (a label, bold) or `key` (a value, as in `columns`), `columns` (how many
of the inner table's it spans), and with a key `before` (words in front), `suffix`, `null`, `bold`, `align`. A row is
left out where one of its cells says `needed` and has nothing to show.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus.generator.layouts.columns import Column, Content, body, cell, columns_of, header, report
from corpus.generator.model import Cell, PageBreak, Part, Print, Table

INDICATORS = "indicators"


def printed(content: Content) -> Print:
    """The report in its printed form."""
    return report(content, _cards(content))


def _cards(content: Content) -> Iterator[Part]:
    """A card for each objective, on a page of its own where the body does so."""
    for place, objective in enumerate(content["objectives"]):
        if place and content["print"].get("new_page"):
            yield PageBreak()
        yield _card(content, objective)


def _card(content: Content, objective: Content) -> Table:
    """The card of one objective."""
    options, columns = content["print"], columns_of(content)
    rows: list[tuple[Cell, ...]] = []
    for row in options["card"]:
        if row == INDICATORS:
            rows += [*header(columns), *body(columns, [objective])]
        else:
            cells = tuple(_cell(one, objective) for one in row)
            shown = all(made.text or not one.get("needed") for one, made in zip(row, cells, strict=True))
            rows += [cells] if shown else []
    widths = tuple(column.width for column in columns)
    return Table(tuple(rows), widths, 0, options.get("rules", "all"), options.get("size", 8.0))


def _cell(one: Content, objective: Content) -> Cell:
    """A label, or what the objective has under a key."""
    span, align = one.get("columns", 1), one.get("align", "left")
    if "text" in one:
        return Cell(one["text"], columns=span, bold=True, align=align)
    column = Column(one["key"], "", 0, null=one.get("null", ""), suffix=one.get("suffix", ""), align=align)
    made = cell(column, objective)
    return replace(made, text=one.get("before", "") + made.text, columns=span, bold=one.get("bold", False))
