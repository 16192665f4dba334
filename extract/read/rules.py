"""Shapes drawn -> the lines a table is ruled with: pieces joined, doubled lines made one, open ends closed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.read.drawings import Shape
from schemas.document import Box

THIN = 2.5  # points: a shape not thicker than this is a line
TOUCH = 3.0  # points: lines closer than this are one, ends closer than this meet
GUTTER = 9.0  # points: side by side with no word between them, lines closer than this part the same cells
_MOST_RULES = 6000  # what has more lines, or painted areas, is a drawing
_MOST_OPEN = 400  # lines: more are a drawing, whose ends need no closing


class Rule(NamedTuple):
    """A line drawn at `at` from `start` to `end`: across the page at a height, or down it."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """What is ruled on a page: lines across by height, lines down from left to right, painted areas.

    `pieces` are the lines across as drawn, cell by cell perhaps, by height.
    """

    across: list[Rule]
    down: list[Rule]
    fills: list[Box]
    pieces: Sequence[Rule] = ()


def ruled(shapes: Iterable[Shape]) -> Rules:
    """The lines and painted areas among `shapes`; a rectangle that is not painted only is its four sides.

    None where there are thousands of either: that is a map or a diagram.
    """
    across: list[Rule] = []
    down: list[Rule] = []
    fills: list[Box] = []
    for box, filled in shapes:
        width, height = box.x1 - box.x0, box.bottom - box.top
        if height <= THIN and width > THIN:
            across.append(Rule((box.top + box.bottom) / 2, box.x0, box.x1))
        elif width <= THIN and height > THIN:
            down.append(Rule((box.x0 + box.x1) / 2, box.top, box.bottom))
        elif filled and width > THIN:
            fills.append(box)
        elif width > THIN:
            across += sides_across(box)
            down += sides_down(box)
    found = Rules(joined(across), joined(down), fills, sorted(across))
    return found if max(len(found.across) + len(found.down), len(fills)) < _MOST_RULES else Rules([], [], [])


def sides_across(box: Box) -> tuple[Rule, Rule]:
    """The upper and the lower side."""
    return Rule(box.top, box.x0, box.x1), Rule(box.bottom, box.x0, box.x1)


def sides_down(box: Box) -> tuple[Rule, Rule]:
    """The left and the right side."""
    return Rule(box.x0, box.top, box.bottom), Rule(box.x1, box.top, box.bottom)


def near(rules: Sequence[Rule], at: float, distance: float) -> Sequence[Rule]:
    """Those of the rules, sorted by place, that are no further from a place."""
    return rules[bisect_left(rules, at - distance, key=_place) : bisect_right(rules, at + distance, key=_place)]


def _place(rule: Rule) -> float:
    return rule.at


def joined(rules: Sequence[Rule]) -> list[Rule]:
    """The rules with those at about one place made one, and those of them that touch."""
    found: list[Rule] = []
    for group in _level(sorted(rules)):
        at = sum(rule.at for rule in group) / len(group)
        start, end = group[0][1:] if len(group) == 1 else (0.0, -1.0)
        for rule in sorted(group, key=lambda rule: rule.start) if len(group) > 1 else ():
            if end < start:
                start, end = rule.start, rule.end
            elif rule.start <= end + TOUCH:
                end = max(end, rule.end)
            else:
                found.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        found.append(Rule(at, start, end))
    return found


def _level(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Runs of rules each of which is close to the one before, none far from its first."""
    group: list[Rule] = []
    for rule in rules:
        if group and (rule.at - group[-1].at > TOUCH or rule.at - group[0].at > 2 * TOUCH):
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def closed(across: Sequence[Rule], down: Sequence[Rule]) -> tuple[list[Rule], list[Rule]]:
    """The rules with the sides that a table leaves open: left and right, or where the page's end cuts it."""
    if len(across) + len(down) > _MOST_OPEN:
        return list(across), list(down)
    ends, sides = list(_ends(down, across)), list(_ends(across, down))
    for end in _outermost(ends):
        for side in _outermost(sides):
            corner = _corner(end, side, across, down)
            if corner is not None:
                ends.append(corner[0])
                sides.append(corner[1])
    return [*across, *ends], [*down, *sides]


def _outermost(rules: Sequence[Rule]) -> list[Rule]:
    """The first and the last rule at each place."""
    by_place: defaultdict[float, list[Rule]] = defaultdict(list)
    for rule in rules:
        by_place[rule.at].append(rule)
    return [rule for own in by_place.values() for rule in {min(own), max(own)}]


def _corner(
    end: Rule, side: Rule, across: Sequence[Rule], down: Sequence[Rule]
) -> tuple[Rule, Rule] | None:
    """What closes the corner cell between an end and a side that were left open."""
    for x, at_x in ((end.start, end.end), (end.end, end.start)):
        for y, at_y in ((side.start, side.end), (side.end, side.start)):
            outer = (x - side.at) * (at_x - x) > 0 and (y - end.at) * (at_y - y) > 0
            if outer and any(_joins(rule, y, side.at, x) for rule in across) and any(
                _joins(rule, x, end.at, y) for rule in down
            ):
                return Rule(end.at, *sorted((side.at, x))), Rule(side.at, *sorted((end.at, y)))
    return None


def _joins(rule: Rule, at: float, one: float, two: float) -> bool:
    """Whether a rule runs at a place from one point of it to another."""
    low, high = sorted((one, two))
    return abs(rule.at - at) <= TOUCH and rule.start <= low + TOUCH and high - TOUCH <= rule.end


def _ends(rules: Sequence[Rule], crossing: Sequence[Rule]) -> Iterator[Rule]:
    """What closes two neighbours that begin, or end, at one place and that another rule connects."""
    for which in (1, 2):  # their starts, then their ends
        for group in _level(sorted(Rule(rule[which], rule.at, place) for place, rule in enumerate(rules))):
            end = sum(rule.at for rule in group) / len(group)
            for one, two in pairwise(sorted(rules[int(rule.end)] for rule in group)):
                reaching = [rule for rule in crossing if rule.start <= one.at + TOUCH and two.at - TOUCH <= rule.end]
                if any(abs(rule.at - end) <= TOUCH for rule in reaching) or _passes(rules, end, one.at, two.at):
                    continue
                if any(_meets(rule, one) and _meets(rule, two) for rule in reaching):
                    yield Rule(end, one.at, two.at)


def _passes(rules: Sequence[Rule], end: float, one: float, two: float) -> bool:
    """Whether a rule between two others goes on where they end: then that is within the table."""
    return any(
        one < rule.at < two and rule.start < end - TOUCH and end + TOUCH < rule.end for rule in rules
    )


def _meets(crossing: Rule, rule: Rule) -> bool:
    return rule.start - TOUCH <= crossing.at <= rule.end + TOUCH
