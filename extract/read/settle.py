"""Which of the lines that leave corridors open are a table: it begins at its heading and ends with its last row.

Lines with two fragments or one, label and value, titles, notes, stand near tables in the same
columns; they belong to one only where they go on with a cell of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from extract.read.fragments import Fragment, figure_columns, reach

Lines = Sequence[Sequence[Fragment]]

_STRONG = 3  # fragments
_LEAST_LINES = 3
_TEXT_COLUMNS = 4  # at least so many where no column holds figures
_FULL, _OFTEN_FULL = 0.7, 0.3  # of the columns that a full line fills; of the lines that are full
_APART = 5.5  # blanks between words: the gap between columns is wider
_MOST_FIGURES, _APART_FIGURES = 0.9, 2.0  # of the fragments; blanks between columns of figures
_ALIGNED = 0.25  # heights by which edges that are under each other may differ
_MOST_ALIGNED = 0.65  # of the fragments of a column, on average
_UPPER_LINES = 3  # of a heading
_OUTLINE = re.compile(r"(?:\d{1,2}|[A-Z]|[ivxIVX]+)(?:\.\d{1,2})*[.)]?")
_PAGE = re.compile(r"\d{1,3}")


def pieces(lines: Lines, columns: int) -> Iterator[tuple[int, int]]:
    """The ranges of `lines` that may be tables, from their heading to their last row.

    They are parted where two lines in a row belong to no cell, and where a heading is said again.
    """
    near = reach(lines)
    strong = [place for place, line in enumerate(lines) if len(line) >= _STRONG]
    if not strong:
        return
    groups = [[strong[0]]]
    for one, two in pairwise(strong):
        loose = [place for place in range(one + 1, two) if not _is_tied(lines, place, near)]
        if len(loose) > 1 or _same_words(lines[two], lines[groups[-1][0]]):
            groups.append([])
        groups[-1].append(two)
    for place, group in enumerate(groups):
        before = groups[place - 1][-1] + 1 if place else 0
        after = groups[place + 1][0] if place + 1 < len(groups) else len(lines)
        first, last = group[0], group[-1] + 1
        while first > before and not _is_title(lines[first - 1]) and _goes_on(lines, first - 1, first, near):
            first -= 1
        first = _above(lines, before, first, near)
        while last < after and _goes_on(lines, last, last - 1, near):
            last += 1
        last += last < after and _is_total(lines[last], figure_columns(lines[first:last], columns))
        yield _heading(lines, first, last, columns), last


def _above(lines: Lines, before: int, first: int, near: float) -> int:
    """Where the heading's upper lines begin: a few close ones, set apart from what stands above them.

    Cells of one line stand beside the middle of those with two, and some stand over several columns.
    """
    at = first
    while at > before and lines[at][0].top - lines[at - 1][0].top <= near:
        at -= 1
    upper = lines[at:first]
    apart = at > before or at == 0
    return at if apart and len(upper) <= _UPPER_LINES and any(len(line) > 1 for line in upper) else first


def _is_title(line: Sequence[Fragment]) -> bool:
    """Whether a line stands in the first column only, or across columns: not the upper line of a heading."""
    return len(line) == 1 and (line[0].first == 0 or line[0].first < line[0].last)


def _is_total(line: Sequence[Fragment], figures: set[int]) -> bool:
    """Whether a line below a table names and gives sums of its columns."""
    return (
        len(line) > 1 and all(fragment.first == fragment.last for fragment in line)
        and line[0].first not in figures and all(one.is_figure and one.first in figures for one in line[1:])
    )


def _same_words(one: Sequence[Fragment], two: Sequence[Fragment]) -> bool:
    """Whether a heading is said again."""
    return one is not two and [fragment.text for fragment in one] == [fragment.text for fragment in two]


def _is_tied(lines: Lines, place: int, near: float) -> bool:
    """Whether a line goes on with a cell of the line above or below."""
    return any(
        _goes_on(lines, place, other, near) for other in (place - 1, place + 1) if 0 <= other < len(lines)
    )


def _goes_on(lines: Lines, place: int, other: int, near: float) -> bool:
    """Whether each fragment of a line stands close to one of the other's, or of lines beyond it, in its column."""
    step = 1 if other > place else -1
    for fragment in lines[place]:
        if fragment.first != fragment.last:
            return False
        at = other
        while 0 <= at < len(lines) and abs(lines[at][0].top - fragment.top) <= near:
            if any(one.first == fragment.first and abs(one.top - fragment.top) <= near for one in lines[at]):
                break
            at += step
        else:
            return False
    return True


def _heading(lines: Lines, first: int, last: int, columns: int) -> int:
    """Where the table begins: at the first full line without figures, where figures stand above it too."""
    figures = figure_columns(lines[first:last], columns)
    if not figures:
        return first
    for place in range(first, last):
        line = lines[place]
        has_figures = any(_is_value(one, figures) for one in line)
        if len(line) > columns / 2 and not has_figures:
            above = lines[first:place]
            return place if any(one.is_figure for other in above for one in other) else first
        if has_figures and len(line) >= _FULL * columns:
            break
    return first


def _is_value(fragment: Fragment, figures: set[int]) -> bool:
    return fragment.first in figures and fragment.is_figure


def is_table(lines: Lines, columns: int, blank: float) -> bool:
    """Whether lines in columns are a table: at least three, with figures under each other; no labels, no contents.

    `blank` is the usual one between words of the page, in heights.
    """
    strong = [line for line in lines if len(line) >= _STRONG]
    if len(strong) < _LEAST_LINES and not (len(strong) > 1 and len(lines) > _LEAST_LINES):
        return False
    used = {fragment.first for line in strong for fragment in line}
    full = sum(len(line) >= _FULL * len(used) for line in strong)
    if len(used) < _STRONG or full < 2 or full < _OFTEN_FULL * len(strong):
        return False
    figures = figure_columns(lines, columns) - {0}
    if not figures and (len(used) < _TEXT_COLUMNS or len(strong) <= _LEAST_LINES):
        return False
    is_set = _stand_apart(lines, blank, figures) and _are_aligned(lines, figures)
    return is_set and not _are_labels(lines) and not _are_contents(lines)


def _stand_apart(lines: Lines, blank: float, figures: set[int]) -> bool:
    """Whether the gaps between columns are no blanks between words, which justified prose has wide too.

    Columns that hold figures and nothing else, but for their heading, may be closer.
    """
    height = lines[0][0].bottom - lines[0][0].top
    blanks = [
        right.box.x0 - left.box.x1 for line in lines for one in line for left, right in pairwise(one.inks)
    ]
    gaps = [two.inks[0].box.x0 - one.inks[-1].box.x1 for line in lines for one, two in pairwise(line)]
    own = median(blanks) if len(blanks) > 2 else 0.0
    below = [one for line in lines[1:] for one in line if one.first]
    if len(figures) > 1 and sum(_is_value(one, figures) for one in below) >= _MOST_FIGURES * len(below):
        return median(gaps) > max(_APART_FIGURES * blank, 0.5) * height
    return median(gaps) > max(_APART * max(own, blank * height), height)


def _are_aligned(lines: Lines, figures: set[int]) -> bool:
    """Whether what stands in each column but the first begins under each other, or ends so, or has its middle there.

    The heading, whatever stands above the first figures, may be set otherwise.
    """
    near = _ALIGNED * (lines[0][0].bottom - lines[0][0].top)
    columns: defaultdict[int, list[Fragment]] = defaultdict(list)
    first = next((at for at, line in enumerate(lines) if any(_is_value(one, figures) for one in line)), 0)
    for line in lines[first:]:
        for one in line:
            if 0 < one.first == one.last:
                columns[one.first].append(one)
    aligned = total = 0
    for own in columns.values():
        lefts, rights = [one.inks[0].box.x0 for one in own], [one.inks[-1].box.x1 for one in own]
        middles = [(left + right) / 2 for left, right in zip(lefts, rights, strict=True)]
        aligned += max(_most_within(near, places) for places in (lefts, rights, middles)) - 1
        total += len(own) - 1
    return aligned >= _MOST_ALIGNED * total


def _most_within(near: float, places: list[float]) -> int:
    """How many of the places lie within a distance of each other."""
    places.sort()
    return max(bisect_right(places, place + near) - number for number, place in enumerate(places))


def _are_labels(lines: Lines) -> bool:
    """Whether many fragments end in a colon, as labels do that stand before their values."""
    ends = [fragment.inks[-1].text.endswith(":") for line in lines for fragment in line[:-1]]
    return 4 * sum(ends) > len(ends)


def _are_contents(lines: Lines) -> bool:
    """Whether lines are numbered titles with pages that only grow."""
    if any(len(line) > _STRONG for line in lines):
        return False
    pages = [line[-1].text.replace(" ", "") for line in lines if len(line) > 1]
    numbers = [int(page) for page in pages if _PAGE.fullmatch(page)]
    outline = [line[0].text for line in lines if len(line) == _STRONG]
    return (
        len(numbers) == len(pages) > 1 and numbers == sorted(numbers) and numbers[0] < numbers[-1]
        and all(_OUTLINE.fullmatch(text) for text in outline)
    )
