"""Words as drawn -> visual lines -> rows of pieces, by geometry alone.

The order in which a printer wrote its words says little: headers come last, table cells come
column by column. Where they stand says it all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count, pairwise
from statistics import median
from typing import NamedTuple

from schemas.document import Box

GLUE = 0.08  # of the height: a smaller gap with no blank in it is no gap
WIDE = 0.8  # of the height (about 1 em): a gap that may part columns
ALONE = 2.6  # of the height: a line's only gap, if it parts columns
_MARK = re.compile(r"[(\[]?(?:\d{1,3}|\*{1,3}|[a-z])[)\]]?")
TOUCHING = -0.3  # of the height: what overlaps by more was not set side by side
TALL, TALLER = 1.8, 2.2  # usual heights, and widths: what is higher than both runs up the page
FLUSH = 0.2  # points by which the sides of words that climb a line may differ
LONGER = 1.2  # widths: as long is a word of three letters that runs up the page
LEVEL = 0.02  # points by which words of one run may differ in height
AGAIN = 0.25  # of the width: a word drawn again is shifted by less
SMALL = 0.85  # of the height: a mark set high is smaller
RAISED = 0.2  # of the height: how far a mark's foot stands above that of its line


class Ink(NamedTuple):
    """A word as drawn. `spaced`: a blank stands right before it in what was written; `struck`:
    a line runs through it; `confidence`, 0 to 1, where it was recognised from an image.
    """

    text: str
    box: Box
    spaced: bool = False
    struck: bool = False
    confidence: float | None = None


class Piece(NamedTuple):
    """A part of a row: what parts it from the piece before, its text, and where it is drawn.

    `line` numbers the visual line of its page, `raised` marks a small word set high, `struck`
    one that a line runs through.
    """

    gap: str
    text: str
    box: Box | None = None
    line: int = 0
    raised: bool = False
    struck: bool = False
    confidence: float | None = None


class Row(NamedTuple):
    """One line of text to be; `end` is what follows it, a tab between cells of a table.

    `cell` numbers the table cell that holds it, -1 outside tables.
    """

    pieces: tuple[Piece, ...]
    page: int
    end: str = "\n"
    cell: int = -1


class Band(NamedTuple):
    """The inks of one visual line, and the height its tallest word takes; not level if it runs up the page."""

    top: float
    bottom: float
    inks: tuple[Ink, ...]
    is_level: bool = True


def bands(inks: Sequence[Ink]) -> list[Band]:
    """The visual lines of `inks`, top to bottom, each from left to right; before them what runs up the page."""
    runs = _runs(inks)
    if len(runs) == 1:  # as in most cells of a table
        return runs if len(inks) == 1 else [_joined(runs)]
    upright = set_upright(inks)
    level = [ink for ink in inks if ink not in upright] if upright else inks
    found: list[list[Band]] = []
    for run in sorted(_runs(level) if upright else runs, key=lambda run: run.top + run.bottom):
        home = max(found[-3:], key=lambda line: overlap(line[0], run), default=None)
        if home is None or overlap(home[0], run) < 0.5:
            found.append([run])
        elif run.bottom - run.top > home[0].bottom - home[0].top:
            home.insert(0, run)
        else:
            home.append(run)
    lines = sorted((_joined(parts) for parts in found), key=lambda band: band.top + band.bottom)
    return [*_columns([ink for ink in inks if ink in upright]), *lines] if upright else lines


def rows(lines: Sequence[Band], page: int, numbers: count[int], cell: int = -1, end: str = "\n") -> list[Row]:
    """The rows of visual lines, with blanks and tabs where gaps are seen; `end` follows the last."""
    common, last = _common_gap(lines), len(lines) - 1
    return [
        Row(pieces_of(line, common, next(numbers)), page, "\n" if place < last else end, cell)
        for place, line in enumerate(lines)
    ]


def _runs(inks: Sequence[Ink]) -> list[Band]:
    """Words written one after the other on one base line: most lines are one run."""
    runs: list[Band] = []
    held: list[Ink] = []
    for ink in inks:
        if held:
            last = held[-1].box
            box = ink.box
            if abs(last.top - box.top) > LEVEL or abs(last.bottom - box.bottom) > LEVEL:
                runs.append(Band(last.top, last.bottom, tuple(held)))
                held = []
        held.append(ink)
    if held:
        runs.append(Band(held[0].box.top, held[0].box.bottom, tuple(held)))
    return runs


def overlap(one: Band, two: Band) -> float:
    """How much of the lower of two bands lies within the other, 0 to 1."""
    shared = min(one.bottom, two.bottom) - max(one.top, two.top)
    return shared / (min(one.bottom - one.top, two.bottom - two.top) or 1.0)


def _joined(parts: Sequence[Band]) -> Band:
    tallest = parts[0]
    inks = sorted((ink for part in parts for ink in part.inks), key=lambda ink: ink.box.x0)
    return Band(tallest.top, tallest.bottom, tuple(inks))


def set_upright(inks: Sequence[Ink]) -> set[Ink]:
    """Words that run up or down the page, as a protocol stamp in the margin does."""
    if not inks:
        return set()
    usual = median(ink.box.bottom - ink.box.top for ink in inks)
    tall = [
        ink.box for ink in inks
        if len(ink.text) > 2 and ink.box.bottom - ink.box.top > max(TALL * usual, TALLER * (ink.box.x1 - ink.box.x0))
    ]
    climbing = _climbing(inks)
    if not tall:
        return climbing
    found = {ink for ink in inks if any(box.x0 - 1 <= ink.box.x0 and ink.box.x1 <= box.x1 + 1 for box in tall)}
    return climbing | found


def _climbing(inks: Sequence[Ink]) -> set[Ink]:
    """Words each written right above the one before, as wide: they run up the page, and their width is their type's."""
    found: set[Ink] = set()
    run: list[Ink] = []
    for ink in inks:
        if run and not _climbs(run[-1].box, ink.box):
            found.update(run if _is_set_up(run) else ())
            run = []
        run.append(ink)
    return found.union(run if _is_set_up(run) else ())


def _climbs(one: Box, two: Box) -> bool:
    level = abs(one.x0 - two.x0) < FLUSH and abs(one.x1 - two.x1) < FLUSH
    return level and -FLUSH < one.top - two.bottom < one.x1 - one.x0


def _is_set_up(run: Sequence[Ink]) -> bool:
    longest = max(run, key=lambda ink: len(ink.text))
    height, width = longest.box.bottom - longest.box.top, longest.box.x1 - longest.box.x0
    return len(run) > 1 and len(longest.text) > 2 and height > LONGER * width


def _columns(inks: Sequence[Ink]) -> list[Band]:
    """Upright text column by column, in the order written: up the page or down."""
    columns: list[list[Ink]] = []
    for ink in inks:
        if columns and ink.box.x0 < columns[-1][-1].box.x1 and columns[-1][-1].box.x0 < ink.box.x1:
            columns[-1].append(ink)
        else:
            columns.append([ink])
    return [
        Band(min(ink.box.top for ink in column), max(ink.box.bottom for ink in column), tuple(column), is_level=False)
        for column in columns
    ]


def _common_gap(lines: Sequence[Band]) -> float:
    """The median blank between words, in heights; 0 where there is none."""
    gaps = [gap for line in lines for gap in _gaps(line) if gap > GLUE]
    return median(gaps) if gaps else 0.0


def _gaps(line: Band) -> list[float]:
    if not line.is_level:
        return [WIDE / 2] * (len(line.inks) - 1)  # a blank
    height = (line.bottom - line.top) or 1.0
    return [(right.box.x0 - left.box.x1) / height for left, right in pairwise(line.inks)]


def pieces_of(line: Band, common: float, number: int) -> tuple[Piece, ...]:
    if len(line.inks) == 1:
        ink = line.inks[0]
        return (Piece("", ink.text, ink.box, number, False, ink.struck, ink.confidence),)
    gaps = _gaps(line)
    tabs = _tab_stops(line, gaps, common)
    # Where fonts do not say how high they are, boxes hug their letters: most words still stand on the base line.
    foot = median(ink.box.bottom for ink in line.inks)
    pieces: list[Piece] = []
    for place, ink in enumerate(line.inks):
        gap = "" if not place else "\t" if place in tabs else _blank(line.inks[place - 1], ink, gaps[place - 1])
        if place and not gap and _drawn_twice(line.inks[place - 1], ink):
            continue
        raised = _is_raised(ink, foot, line.bottom - line.top)
        if len(pieces) == 1 and pieces[0].raised and not gap and ink.text[0].isalpha():
            gap = " "  # a footnote's mark and its first word are two words, however close
        pieces.append(Piece(gap, ink.text, ink.box, number, raised, ink.struck, ink.confidence))
    return tuple(pieces)


def _blank(left: Ink, right: Ink, gap: float) -> str:
    """Nothing where two words touch: a mark set high, a font that changes within a word."""
    if right.spaced or not TOUCHING < gap < GLUE:
        return "" if _drawn_twice(left, right) else " "
    return ""


def _drawn_twice(left: Ink, right: Ink) -> bool:
    """Boldness made by printing a word again, a hair aside."""
    shift = abs(left.box.x0 - right.box.x0) + abs(left.box.top - right.box.top)
    return left.text == right.text and shift < AGAIN * (right.box.x1 - right.box.x0)


def _is_raised(ink: Ink, foot: float, height: float) -> bool:
    """Whether a word is a mark set small and high, seen from the base line the others stand on."""
    small = ink.box.bottom - ink.box.top < SMALL * height
    return small and foot - ink.box.bottom > RAISED * height and _MARK.fullmatch(ink.text) is not None


def _tab_stops(line: Band, gaps: Sequence[float], common: float) -> set[int]:
    """The places before which a column begins.

    Justified prose has wide gaps too, but then all of a line's gaps are alike: a column
    shows as a gap far wider than the narrowest of its line, or as a row of numbers.
    """
    wide = {place for place, gap in enumerate(gaps, 1) if gap > WIDE}
    if not wide:
        return wide
    narrow = min(gap for gap in gaps if gap > GLUE)
    if len(gaps) == 1:
        return wide if gaps[0] > max(ALONE, 4 * common) else set()
    if len(wide) == len(gaps) and all(any(c.isdigit() for c in ink.text) for ink in line.inks):
        return wide
    return {place for place in wide if gaps[place - 1] > 2.5 * narrow}
