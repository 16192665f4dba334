"""What a printed report is made of: the little language that layouts speak and printers set."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Cell:
    """A cell of a table. `text` may hold line breaks; `struck` is old text drawn with a line through it, before it."""

    text: str = ""
    rows: int = 1
    columns: int = 1
    bold: bool = False
    align: Align = "left"
    struck: str = ""


@dataclass(frozen=True)
class Table:
    """Rows of cells (a spanned place holds no cell, as in HTML). `heads` rows repeat on each page.

    `widths` are shares of the page's width; `rules` says what is drawn: all lines, those between
    rows only, or none.
    """

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    heads: int = 1
    rules: Literal["all", "rows", "none"] = "all"
    size: float = 8.0


@dataclass(frozen=True)
class Heading:
    """A line that stands out; level 1 is the largest."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """Running text. `label` is printed bold in front of it; `struck` as in `Cell`."""

    text: str
    label: str = ""
    struck: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a page."""


Part = Heading | Paragraph | Bullets | Table | PageBreak


@dataclass(frozen=True)
class Print:
    """A report ready to be set: its parts, and what every page shows."""

    parts: tuple[Part, ...]
    running_header: str = ""
    running_footer: str = ""
    page_numbers: bool = True
    landscape: bool = False
    notes: tuple[str, ...] = field(default=())
