"""An objective while it is gathered, and the heading that may have started it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.divide.blocks import Part, Row
from extract.forms.entries import Entry
from extract.forms.shape import Shape
from extract.marks import Heading
from extract.passage import Passage
from extract.rulebook import Pack


@dataclass(frozen=True, slots=True)
class Named:
    """A heading found in running text or in a row of a table, at a place of the document."""

    start: int
    heading: Heading
    body: Passage
    pack: Pack


@dataclass(slots=True)
class Draft:
    """An objective while it is gathered.

    `named` where a heading started it; `entries` are its own cells, `rows` those of its indicators.
    """

    start: int
    pack: Pack
    named: Named | None = None
    shape: Shape | None = None
    entries: list[Entry] = field(default_factory=list)
    rows: list[dict[str, Entry]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    columns: set[str] = field(default_factory=set)
    scale: Passage | None = None

    def first(self, role: str) -> Entry | None:
        """The first of its own cells that holds the field."""
        return next((entry for entry in self.entries if entry.role == role), None)

    def key(self, role: str) -> str:
        """The letters and digits of a field, to know it again."""
        entry = self.first(role)
        return key_of(entry.body) if entry else ""

    def title(self) -> str:
        """The letters and digits of its title, as far as it is in a cell or on the line of a heading."""
        if self.named is not None and self.named.heading.title_at:
            return key_of(self.named.body.part(*self.named.heading.title_at))
        return self.key("title") or self.key("operational")

    def frozen_rows(self) -> tuple[Row, ...]:
        return tuple(self.rows)


def key_of(body: Passage) -> str:
    """The letters and digits of a text."""
    return re.sub(r"[\W_]+", "", body.text.casefold())
