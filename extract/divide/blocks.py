"""What dividing gives: the objectives of a document as they stand in it, before anything is read from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extract.forms.entries import Entry, Record
from extract.passage import Passage
from extract.rulebook import Pack
from schemas.document import Span

Row = Mapping[str, Entry]


@dataclass(frozen=True, slots=True)
class Part:
    """One labelled section of an objective: the label's span and the text under it.

    `scale` is the head that says how high its score may be.
    """

    section: str
    rule: str
    label: tuple[Span, ...]
    body: Passage
    scale: Passage | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One objective as it stands in the document.

    `line` is its heading as far as the title; `stray` are headings that stand inside its
    title and start nothing. `entries` are cells that say where it stands in the plan, `rows`
    one mapping of fields to cells for each indicator of a table; `level` is that of its own code,
    `names_level` tells that its heading says so in words. `extent` goes on to where the next objective starts.
    """

    number: int | None
    number_spans: tuple[Span, ...]
    rule: str
    line: Passage
    title: Passage
    stray: tuple[Passage, ...]
    parts: tuple[Part, ...]
    whole: Passage
    pack: Pack
    extent: Span
    entries: tuple[Entry, ...] = ()
    rows: tuple[Row, ...] = ()
    level: str = "operational"
    names_level: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A way of laying out that was recognised: its pack, how many objectives it reads, how surely, and why."""

    pack: Pack
    objectives: int
    pages: tuple[int, int]
    confidence: float
    reason: str

    def told(self) -> str:
        """The reason with the pages and the confidence."""
        first, last = self.pages
        where = f"p. {first}" if first == last else f"pp. {first}-{last}"
        return f"{self.reason}, {where}, confidence {self.confidence:.2f}"


@dataclass(frozen=True, slots=True)
class Division:
    """The text before the objectives, these, and the layouts that were recognised, in order.

    `reasons` say why, or why none was; `claimed` are the tables that were read as forms, `lost`
    their rows that belong to no objective.
    """

    preface: Passage
    blocks: tuple[Block, ...]
    layouts: tuple[Layout, ...]
    reasons: tuple[str, ...]
    claimed: tuple[Span, ...] = field(default=())
    lost: tuple[Record, ...] = field(default=())

    @property
    def confidence(self) -> float | None:
        """How surely the layouts were recognised, 0 to 1; None where none was."""
        if not self.layouts:
            return None
        sure = sum(layout.confidence * layout.objectives for layout in self.layouts)
        return round(sure / sum(layout.objectives for layout in self.layouts), 4)

    @property
    def pack(self) -> Pack | None:
        """The pack that reads most objectives."""
        best = max(self.layouts, key=lambda layout: layout.objectives, default=None)
        return best.pack if best else None
