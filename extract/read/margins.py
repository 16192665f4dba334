"""Words at the places where columns meet, above a table's first line and below its last: what belongs to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from extract.read.lines import Band, Ink, bands
from extract.read.rules import THIN

_APART = 1.6  # heights between two lines of one cell, and to the line drawn beside it
_HEAD_LINES = 8
_CUT_LINES = 40  # lines that a row cut by the page's end may take
_TIGHT = 0.5  # heights between two lines of one cell
_OVER_SOME = 0.25  # of a table's places: so many a group's head may stand over
_ACROSS = 0.5  # of a table's places: a line of words across more of them is none of its rows
_FILLED = 0.5  # of the columns: what stands above the first line in fewer of them is no head
_REST = 0.3  # of the columns: what stands below the last line in fewer of them is no row
_BLANK = 0.35  # heights: no wider gap stands between two words of a cell
_OVER = 0.3  # of a figure's width: so far it may reach into the next column


def middle(ink: Ink) -> float:
    """The height of a word's middle."""
    return (ink.box.top + ink.box.bottom) / 2


def centre(ink: Ink) -> float:
    """Where a word's middle is between left and right."""
    return (ink.box.x0 + ink.box.x1) / 2


def is_shut(at: float, line: Band) -> bool:
    """Whether a line's words go on over a place: a word stands across it, or no more than a blank is there.

    Figures of two columns may stand closer than words do, and reach a little beyond their own.
    """
    place = bisect_right(line.inks, at, key=centre)
    left = line.inks[place - 1] if place else None
    right = line.inks[place] if place < len(line.inks) else None
    if (left and left.box.x1 - at > _allowed(left)) or (right and at - right.box.x0 > _allowed(right)):
        return True
    if left is None or right is None or (_is_figure(left) and _is_figure(right)):
        return False
    return right.box.x0 - left.box.x1 <= _BLANK * (line.bottom - line.top)


def is_across(line: Band, places: Sequence[float]) -> bool:
    """Whether a line is running text rather than part of a row: it goes on over most places."""
    return sum(is_shut(at, line) for at in places) > _ACROSS * len(places)


def top_of(first: float, places: Sequence[float], inks: Iterable[Ink]) -> float:
    """Where a table begins whose first line across is at a height: above the head that stands on it, if one does."""
    above = bands([ink for ink in inks if middle(ink) < first])[::-1]
    held = list(_head(first, above[:_HEAD_LINES], places))
    return held[-1].top - 1 if _columns(held, places) > _FILLED * len(places) else first


def bottom_of(last: float, places: Sequence[float], inks: Iterable[Ink]) -> float:
    """Where a table ends whose last line across is at a height: below the row that the page's end leaves open."""
    below = bands([ink for ink in inks if middle(ink) > last])
    held = list(_rest(last, below[:_CUT_LINES], places))
    is_rest = _columns(held, places) > max(1.0, _REST * len(places))
    return max(line.bottom for line in held) + 1 if is_rest else last


def _head(at: float, lines: Iterable[Band], places: Sequence[float]) -> Iterator[Band]:
    """The lines right above a height; farther ones only in columns, not in the first alone as a title may stand."""
    first = at
    for line in lines:
        high = line.bottom - line.top
        over = sum(is_shut(place, line) for place in places)
        columns = {bisect_right(places, centre(ink)) for ink in line.inks}
        is_close = at - line.bottom <= (_APART if at == first else _TIGHT) * high
        is_near = at - line.bottom <= _APART * high and columns != {0} and len(columns) > over
        if not line.is_level or not (is_close or is_near) or over > max(2.0, _OVER_SOME * len(places)):
            return
        yield line
        at = min(at, line.top)


def _rest(at: float, lines: Iterable[Band], places: Sequence[float]) -> Iterator[Band]:
    """The lines right below a height that stand in columns: not a note, whose one text goes on over several."""
    for line in lines:
        if line.top - at > _APART * (line.bottom - line.top) or not line.is_level or _is_note(line, places):
            return
        yield line
        at = max(at, line.bottom)


def _is_note(line: Band, places: Sequence[float]) -> bool:
    over = sum(is_shut(place, line) for place in places)
    return over > 0 and _columns([line], places) <= over + 1


def _columns(lines: Iterable[Band], places: Sequence[float]) -> int:
    """In how many columns words stand."""
    return len({bisect_right(places, centre(ink)) for line in lines for ink in line.inks})


def _is_figure(ink: Ink) -> bool:
    return any(letter.isdigit() for letter in ink.text) and not any(letter.isalpha() for letter in ink.text)


def _allowed(ink: Ink) -> float:
    """How far a word may reach beyond its cell."""
    return max(_OVER * (ink.box.x1 - ink.box.x0), THIN) if _is_figure(ink) else THIN
