"""The words of a page in columns, where there may be hundreds of thousands, or one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import repeat
from math import isnan
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.read.lines import Ink
from schemas.document import Box

Boxes = NDArray[np.float64]  # x0, top, x1 and bottom, a row each
Flags = NDArray[np.bool_]
Confidence = NDArray[np.float64]  # NaN for none

# As the classes themselves do it, but without a call of Python for each.
_box = partial(tuple.__new__, Box)
_ink = partial(tuple.__new__, Ink)


class Inks(NamedTuple):
    """Words as drawn, as `Ink` has them, each property of all in a column; `confidence` None where none has one."""

    texts: list[str]
    boxes: Boxes
    spaced: Flags
    struck: Flags
    confidence: Confidence | None = None

    @classmethod
    def of(cls, inks: Sequence[Ink]) -> Inks:
        """The inks in columns."""
        boxes = np.array([ink.box for ink in inks], np.float64).reshape(len(inks), 4)
        spaced = np.array([ink.spaced for ink in inks], np.bool_)
        struck = np.array([ink.struck for ink in inks], np.bool_)
        return cls([ink.text for ink in inks], boxes, spaced, struck, confidence_of([ink.confidence for ink in inks]))

    def taken(self, places: NDArray[np.intp]) -> Inks:
        """Those at `places`, in that order."""
        texts = self.texts
        return Inks(
            [texts[place] for place in places.tolist()], self.boxes[places], self.spaced[places], self.struck[places],
            confidence_at(self.confidence, places),
        )

    def each(self) -> list[Ink]:
        """The inks one by one."""
        return list(map(_ink, zip(
            self.texts, boxes_of(self.boxes), self.spaced.tolist(), self.struck.tolist(), self._sure(), strict=True
        )))

    def _sure(self) -> Iterator[float | None]:
        if self.confidence is None:
            return repeat(None, len(self.texts))
        return (None if isnan(sure) else sure for sure in self.confidence.tolist())


def confidence_of(each: Sequence[float | None]) -> Confidence | None:
    """A column of what is known of each word; None where nothing is."""
    return None if each.count(None) == len(each) else np.array(each, np.float64)


def confidence_at(confidence: Confidence | None, places: NDArray[np.intp] | Flags) -> Confidence | None:
    """The part of such a column at `places`."""
    kept = None if confidence is None else confidence[places]
    return None if kept is None or np.isnan(kept).all() else kept


def boxes_of(boxes: Boxes) -> Iterable[Box]:
    """The rows of an array as boxes."""
    return map(_box, boxes.tolist())


def no_flags(count: int) -> Flags:
    """As many times no."""
    return np.zeros(count, np.bool_)


NONE = Inks.of([])
