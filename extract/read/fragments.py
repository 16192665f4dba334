"""What a line of a table without lines holds in each of its columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extract.read.columns import Corridor, Text, shut
from extract.read.lines import Ink

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_FIGURE = re.compile(
    rf"(?i)[<>≤≥=±+~–-]{{0,2}}\s*(?:€|n\.|p\.|pt\.)?\s*{_NUMBER}(?:\s*[/:–-]\s*{_NUMBER})*\s*(?:[%€‰]|[a-z]{{1,6}}\.?)?"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|[–_-]+|n\.\s?[adp]\.|s[iìí]|no|x"
)
_DEEPER = 1.1  # times by which what hugs its letters is taller where they reach below the base line
_HUGGING, _HUGGING_LEVEL = 1.25, 1.58  # the height of the type, in heights of what hugs its letters, below and level
_BELOW, _COMMA = 0.18, 0.12  # of the height of the type: how far letters, and commas, reach below the base line
_DESCENDING = re.compile(r"[gjpqyç()\[\]{}|]")
_COMMAS = re.compile(r"[,;]")
_ALIKE = 1.08  # times by which the usual steps between lines may differ
_OFTEN = 0.2  # of the steps
_WIDE = 1.5  # heights: the widest usual step
_NO_STEP = 1.3  # heights: as far a line may be where no cell has two
_FAR = 1.45  # usual steps: what is further is no matter
_REACH = 1.35  # usual steps: as far a line may be at most
_YEAR = re.compile(r"(?:19|20)\d\d")


class Fragment(NamedTuple):
    """The words of one line in one column, or in those from `first` to `last` where they stand across.

    `top` and `bottom` are as high as the type, whatever letters there are.
    """

    line: int
    first: int
    last: int
    top: float
    bottom: float
    inks: tuple[Ink, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(ink.text for ink in self.inks)

    @property
    def is_figure(self) -> bool:
        """Whether it is a number, a date or a mark for none, and no year as headings have."""
        text = self.text
        return _FIGURE.fullmatch(text) is not None and not _YEAR.fullmatch(text)


class Type(NamedTuple):
    """The height of the letters; `hugged` where boxes are as high as the letters in them, no higher."""

    height: float
    hugged: bool


def type_of(lines: Sequence[Text], hugged: bool) -> Type:
    """The type that lines are set in; `hugged` as `is_hugged` says of their page."""
    level, deep = _heights(lines)
    if hugged:
        return Type(_HUGGING * median(deep) if deep else _HUGGING_LEVEL * median(level), True)
    return Type(median(level + deep), False)


def is_hugged(lines: Sequence[Text]) -> bool:
    """Whether words whose letters reach below the base line have taller boxes than others: some fonts say no height."""
    level, deep = _heights(lines)
    return bool(level and deep) and median(deep) > _DEEPER * median(level)


def _heights(lines: Sequence[Text]) -> tuple[list[float], list[float]]:
    """The heights of the words that stand on the base line, and of those that begin or end below it."""
    found: tuple[list[float], list[float]] = ([], [])
    for line in lines:
        for ink in line.band.inks:
            found[_depth(ink.text) == _BELOW].append(ink.box.bottom - ink.box.top)
    return found


def fragments(line: Text, number: int, corridors: Sequence[Corridor], kind: Type) -> list[Fragment]:
    """The line's fragments from left to right; `number` is the line's."""
    middles = [(low + high) / 2 for low, high in corridors]
    closed = shut(middles, line)
    found: list[Fragment] = []
    held: list[Ink] = []
    for ink in line.band.inks:
        if held and not closed.issuperset(range(_column(held[-1], middles), _column(ink, middles))):
            found.append(_fragment(held, number, kind, middles))
            held = []
        held.append(ink)
    found.append(_fragment(held, number, kind, middles))
    return found


def _fragment(inks: Sequence[Ink], number: int, kind: Type, middles: Sequence[float]) -> Fragment:
    # A word may reach over a corridor: what it covers counts, not where its middle is.
    first = bisect_right(middles, inks[0].box.x0)
    last = max(bisect_right(middles, max(ink.box.x1 for ink in inks)), first)
    foot = _foot(inks, kind)
    return Fragment(number, first, last, foot - kind.height, foot, tuple(inks))


def _foot(inks: Sequence[Ink], kind: Type) -> float:
    """Where letters end that reach furthest below the base line."""
    if not kind.hugged:
        return median(ink.box.bottom for ink in inks)
    return median(ink.box.bottom + (_BELOW - _depth(ink.text)) * kind.height for ink in inks)


def _depth(text: str) -> float:
    """How far below the base line a word's box reaches: it is that of its first and last letter."""
    ends = text[0] + text[-1]
    return _BELOW if _DESCENDING.search(ends) else _COMMA if _COMMAS.search(ends) else 0.0


def _column(ink: Ink, middles: Sequence[float]) -> int:
    return bisect_right(middles, (ink.box.x0 + ink.box.x1) / 2)


def figure_columns(lines: Sequence[Sequence[Fragment]], columns: int) -> set[int]:
    """The columns whose cells are mostly figures, at least two of them."""
    figures, filled = [0] * columns, [0] * columns
    for line in lines:
        for fragment in line:
            if fragment.first == fragment.last:
                filled[fragment.first] += 1
                figures[fragment.first] += fragment.is_figure
    return {place for place in range(columns) if figures[place] > 1 and 2 * figures[place] >= filled[place] - 1}


def reach(lines: Sequence[Sequence[Fragment]]) -> float:
    """The largest step from one line of a cell to the next, in points.

    Cells that stand apart show as steps far larger than the usual one; where none do, what is
    beyond the usual step belongs to another cell.
    """
    height = lines[0][0].bottom - lines[0][0].top
    steps = sorted(step for step in _steps(lines) if 0.7 * height < step < _FAR * _NO_STEP * height)
    usual = next((step for step in steps if _is_usual(step, steps, height)), None)
    if usual is None:
        return _NO_STEP * height
    near = [*(step for step in steps if usual <= step < _FAR * usual), _FAR * usual]
    low, high = max(pairwise(near), key=lambda pair: pair[1] - pair[0])
    return min((low + high) / 2, _REACH * usual)


def _is_usual(step: float, steps: Sequence[float], height: float) -> bool:
    """Whether a step is as those from line to line mostly are, or else many are as this one."""
    if 0.9 * height < step < _NO_STEP * height:
        return True
    alike = sum(step <= other <= _ALIKE * step for other in steps)
    return step < _WIDE * height and alike > 1 and alike >= _OFTEN * len(steps)


def _steps(lines: Sequence[Sequence[Fragment]]) -> Iterator[float]:
    above: dict[int, float] = {}
    for line in lines:
        for fragment in line:
            if fragment.first in above:
                yield fragment.top - above[fragment.first]
            above[fragment.first] = fragment.top
