"""The white that runs down a table between its columns, seen from the words alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.read.lines import Ink

CORRIDOR = 3.5  # points: the least white between two columns

Gap = tuple[float, float]


class Strip(NamedTuple):
    """What stands between two edges: its words and the white between them."""

    top: float
    bottom: float
    inks: tuple[Ink, ...]
    gaps: tuple[Gap, ...]


def gaps(inks: Sequence[Ink], left: float, right: float) -> Iterator[Gap]:
    """The white between words, however many lines they stand on, and beside them."""
    reach = left
    for ink in sorted(inks, key=lambda ink: ink.box.x0):
        if ink.box.x0 - reach >= CORRIDOR:
            yield reach, ink.box.x0
        reach = max(reach, ink.box.x1)
    if right - reach >= CORRIDOR:
        yield reach, right


def corridors(strips: Sequence[Strip], rows: int) -> Iterator[Gap]:
    """The white that parts words in so many strips at least, and is crossed in no more of those between them."""
    found: list[Gap] = []
    sides = [inner(strip) for strip in strips]
    for base in sorted(range(len(strips)), key=lambda at: -len(sides[at])):
        for gap in sides[base]:
            if any(start < gap[1] and gap[0] < end for start, end in found):
                continue
            shared, supporters = gap, [base]
            for place, strip in enumerate(strips):
                if place == base:
                    continue
                common = max((both(one, shared) for one in strip.gaps), key=_width, default=(0.0, 0.0))
                if _width(common) >= CORRIDOR:
                    shared = common
                    if _parts(common, [strip], 1):
                        supporters.append(place)
            span = strips[min(supporters) : max(supporters) + 1]
            over = sum(crossed(shared, strip.inks) for strip in span)
            if len(supporters) >= rows and over <= len(supporters):
                found.append(shared)
    yield from sorted(found)


def both(one: Gap, two: Gap) -> Gap:
    return max(one[0], two[0]), min(one[1], two[1])


def _width(gap: Gap) -> float:
    return gap[1] - gap[0]


def inner(strip: Strip) -> list[Gap]:
    """The white with words on both sides."""
    return [gap for gap in strip.gaps if _parts(gap, [strip], 1)]


def crossed(gap: Gap, inks: Sequence[Ink]) -> bool:
    return any(ink.box.x0 < gap[1] - 1 and gap[0] + 1 < ink.box.x1 for ink in inks)


def _parts(gap: Gap, strips: Sequence[Strip], rows: int) -> bool:
    """Whether words stand on both sides of a corridor, in so many rows at least."""
    both = 0
    for strip in strips:
        left = any(ink.box.x1 <= gap[0] + 1 for ink in strip.inks)
        right = any(ink.box.x0 >= gap[1] - 1 for ink in strip.inks)
        both += left and right
    return both >= rows


def narrowed(gap: Gap, inks: Sequence[Ink]) -> Gap | None:
    """What is left of a corridor between words that stand into it; None where that is too little."""
    best = max((both(one, gap) for one in gaps(inks, gap[0], gap[1])), key=_width, default=(0.0, 0.0))
    return best if _width(best) >= CORRIDOR else None
