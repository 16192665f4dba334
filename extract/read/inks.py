"""The words of a page in columns, where there may be hundreds of thousands, or one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.read.lines import Ink
from schemas.document import Box

Boxes = NDArray[np.float64]  # x0, top, x1 and bottom, a row each
Flags = NDArray[np.bool_]

# As the classes themselves do it, but without a call of Python for each.
_box = partial(tuple.__new__, Box)
_ink = partial(tuple.__new__, Ink)


class Inks(NamedTuple):
    """Words as drawn, as `Ink` has them, each property of all in a column."""

    texts: list[str]
    boxes: Boxes
    spaced: Flags
    struck: Flags

    @classmethod
    def of(cls, inks: Sequence[Ink]) -> Inks:
        """The inks in columns."""
        boxes = np.array([ink.box for ink in inks], np.float64).reshape(len(inks), 4)
        spaced = np.array([ink.spaced for ink in inks], np.bool_)
        return cls([ink.text for ink in inks], boxes, spaced, np.array([ink.struck for ink in inks], np.bool_))

    def taken(self, places: NDArray[np.intp]) -> Inks:
        """Those at `places`, in that order."""
        texts = self.texts
        return Inks(
            [texts[place] for place in places.tolist()], self.boxes[places], self.spaced[places], self.struck[places]
        )

    def each(self) -> list[Ink]:
        """The inks one by one."""
        return list(map(_ink, zip(
            self.texts, boxes_of(self.boxes), self.spaced.tolist(), self.struck.tolist(), strict=True
        )))


def boxes_of(boxes: Boxes) -> Iterable[Box]:
    """The rows of an array as boxes."""
    return map(_box, boxes.tolist())


def no_flags(count: int) -> Flags:
    """As many times no."""
    return np.zeros(count, np.bool_)


NONE = Inks.of([])
