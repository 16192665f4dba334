"""A page's words in reading order and the rows they make up, in columns: what is set as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from extract.read.inks import Boxes, Confidence, confidence_at, confidence_of
from extract.read.lines import Row


@dataclass(slots=True)
class Galley:
    """The rows of one page. Row number n has the words from `firsts[n]` to `firsts[n + 1]`, perhaps none.

    `gaps` stand before each word within its row, `ends` after each row; `cells` as `Row.cell`.
    `numbers` are the visual lines of the words, and `boxes` None in text files. `raised` and
    `struck` number the words that are. `confidence` as `Inks` has it.
    """

    page: int
    texts: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    boxes: Boxes | None = None
    numbers: NDArray[np.int32] | None = None
    raised: Sequence[int] = ()
    struck: Sequence[int] = ()
    firsts: list[int] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    cells: list[int] = field(default_factory=list)
    confidence: Confidence | None = None

    def bounds(self, row: int) -> tuple[int, int]:
        """The numbers of a row's first word and of that after its last."""
        return self.firsts[row], self.firsts[row + 1] if row + 1 < len(self.firsts) else len(self.texts)

    def box(self, word: int) -> list[float] | None:
        """The box of a word: x0, top, x1, bottom; None in text files."""
        return None if self.boxes is None else self.boxes[word].tolist()

    def glued(self, word: int, stop: int) -> int:
        """The number after the last of the words up to `stop` that nothing parts from `word`."""
        word += 1
        while word < stop and not self.gaps[word]:
            word += 1
        return word

    def without(self, words: Sequence[int]) -> None:
        """Take words out; rows stay, even those that have none left."""
        kept = np.ones(len(self.texts), np.bool_)
        kept[list(words)] = False
        places = np.cumsum(kept) - 1
        self.texts = [text for text, keep in zip(self.texts, kept, strict=True) if keep]
        self.gaps = [gap for gap, keep in zip(self.gaps, kept, strict=True) if keep]
        if self.boxes is not None and self.numbers is not None:
            self.boxes, self.numbers = self.boxes[kept], self.numbers[kept]
        self.confidence = confidence_at(self.confidence, kept)
        self.raised, self.struck = (
            [int(places[word]) for word in own if kept[word]] for own in (self.raised, self.struck)
        )
        before = np.concatenate(([0], np.cumsum(kept)))
        self.firsts = before[self.firsts].tolist()


def galley(page: int, rows: Sequence[Row]) -> Galley:
    """The galley of these rows of drawn words."""
    pieces = [piece for row in rows for piece in row.pieces]
    firsts: list[int] = []
    total = 0
    for row in rows:
        firsts.append(total)
        total += len(row.pieces)
    return Galley(
        page, [piece.text for piece in pieces], [piece.gap for piece in pieces],
        np.array([piece.box for piece in pieces], np.float64).reshape(total, 4),
        np.array([piece.line for piece in pieces], np.int32),
        [place for place, piece in enumerate(pieces) if piece.raised],
        [place for place, piece in enumerate(pieces) if piece.struck],
        firsts, [row.end for row in rows], [row.cell for row in rows],
        confidence_of([piece.confidence for piece in pieces]),
    )


def written_galley(page: int, lines: list[str]) -> Galley:
    """The galley of a text file's page: each line is one word."""
    count = len(lines)
    return Galley(
        page, lines, [""] * count, firsts=list(range(count)), ends=["\n"] * count, cells=[-1] * count,
    )
