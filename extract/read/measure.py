"""How large the lines of a page are, and which of their words are raised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

import numpy as np

from extract.read.galley import Galley
from extract.read.inks import boxes_of
from schemas.document import Box


class Extent(NamedTuple):
    """The words of a line, `first` to `stop`, not included; `in_table` where a ruled cell holds it."""

    first: int
    stop: int
    in_table: bool


class Measure(NamedTuple):
    """The box of a line, the median height of its words that are not raised, and those that are."""

    box: Box | None = None
    size: float = 0.0
    raised: tuple[int, ...] = ()


NOTHING = Measure()


def measured(galley: Galley, lines: Sequence[Extent]) -> Iterator[Measure]:
    """The measure of each line; together they have all the words.

    A mended word's second part is drawn a line below: the line's box leaves it out.
    """
    boxes, numbers = galley.boxes, galley.numbers
    filled = [line for line in lines if line.first < line.stop]
    if boxes is None or numbers is None or not filled:
        return (NOTHING for _ in lines)
    firsts = np.array([line.first for line in filled])
    counts = np.array([line.stop - line.first for line in filled])
    heads = firsts.repeat(counts)
    own = numbers == numbers[heads]
    if any(line.in_table for line in filled):
        own |= np.array([line.in_table for line in filled]).repeat(counts)
    if not own.all():
        boxes = np.where(own[:, None], boxes, boxes[heads])
    outer = np.empty((len(firsts), 4))
    np.minimum.reduceat(boxes[:, :2], firsts, axis=0, out=outer[:, :2])
    np.maximum.reduceat(boxes[:, 2:], firsts, axis=0, out=outer[:, 2:])
    heights = boxes[:, 3] - boxes[:, 1]
    sizes = np.minimum.reduceat(heights, firsts)
    found = list(map(Measure, boxes_of(outer), sizes.tolist()))
    mixed = (sizes != np.maximum.reduceat(heights, firsts)).nonzero()[0].tolist()
    raised = {word for word in galley.raised if own[word]}
    if raised:
        mixed = np.union1d(mixed, np.searchsorted(firsts, list(raised), "right") - 1).astype(int).tolist()
    tall = heights.tolist() if mixed else []
    for place in mixed:
        words = [word for word in range(*filled[place][:2]) if own[word]]
        small = tuple(word for word in words if word in raised)
        size = median([tall[word] for word in words if len(words) == 1 or word not in raised])
        found[place] = Measure(found[place].box, size, small)
    rest = iter(found)
    return (next(rest) if line.first < line.stop else NOTHING for line in lines)
