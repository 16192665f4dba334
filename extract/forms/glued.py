"""Weights that the printer glued to the words before them: "giurisdizionali14%", "20119%"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.forms.entries import Entry

# The text that may hold a weight at its end, by the column that is left empty for it.
_BESIDE = {
    "objective_weight": ("title", "operational", "description"), "indicator_weight": ("indicator", "formula"),
}
# Behind a letter, a bracket or quote that closes, or a year, which keeps its four digits; what stands behind
# a comma, a sign or an apostrophe is the text's own number.
_GLUED = re.compile(
    r"(?s)(?P<text>.*?(?:(?<!\d)(?:19|20)\d{2}|[^\W\d_]|[)\]»”]))(?P<weight>\d{1,3}(?:[.,]\d{1,2})?\s?%)\s*$"
)


def unglued(entries: Sequence[Entry], roles: Sequence[str | None]) -> list[Entry]:
    """The cells of a row; a percentage at a text's end is the weight whose own cell behind it is empty."""
    cells = list(entries)
    for weight, texts in _BESIDE.items():
        if weight not in roles or any(entry.role == weight for entry in cells):
            continue
        column = list(roles).index(weight)
        for place, entry in enumerate(cells):
            found = _GLUED.match(entry.body.text) if entry.role in texts and entry.column < column else None
            if found is not None:
                cells[place] = entry._replace(body=entry.body.part(*found.span("text")))
                cells.append(entry._replace(role=weight, body=entry.body.part(*found.span("weight")), column=column))
    return sorted(cells, key=lambda entry: entry.column)
