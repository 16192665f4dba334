"""Which lines belong to the page rather than to the report: headers, footers, footnotes.

Nothing is removed: lines are told apart, and whoever reads a section leaves the furniture out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from extract.read.footnotes import footnote_lines
from extract.read.typeset import SetLine
from schemas.document import LineKind, Page

DEPTH = 4  # lines from a page's edge that may be furniture
SAME_HEIGHT = 6.0  # points by which a repeated line may move from page to page
REACH = 0.3  # of the page's height: how far from the edge furniture may stand
MARGIN = 0.12  # of the page's height: where two pages alone are proof enough
_MOST_COLUMNS = 3  # left, middle, right; more are a table's heading

_PAGE_WORD = r"(?:pag(?:ina|\.)?|p\.|page|foglio)"
_OF = r"(?: ?(?:di|of|su|/) ?\d{1,4})"
_NUMBER_ALONE = re.compile(
    rf"(?i)(?:[-–—|\[(]+ ?)?(?:(?P<word>{_PAGE_WORD}) ?)?(?:n[.°º]{{0,2}} ?)?(?P<number>\d{{1,4}})"
    rf"{_OF}?(?: ?[-–—|\])]+)?"
)
_NUMBER_WITHIN = re.compile(rf"(?i)\b{_PAGE_WORD} {{0,3}}\d{{1,4}}{_OF}?(?!\w)")
_PAGE = r"\d{1,4}(?:\s?/\s?\d{1,4})?"
_APART = r"(?:\t| {3,}|\s[|·•]\s)"
_NUMBER_APART = re.compile(rf"{_APART}\s*{_PAGE}\s*\Z|\A\s*{_PAGE}\s*{_APART}")
_DIGIT = re.compile(r"\d")
_STATES_A_VALUE = re.compile(r"[=<>≤≥]|:\s*\S*\d")
_UNFINISHED = re.compile(
    r"(?i)(?:[,–-]|\b(?:a|ad|da|di|in|con|su|per|tra|fra|e|ed|o|ex|il|lo|la|i|gli|le|"
    r"(?:d|n|s|a|da)(?:e?(?:l|lla|llo|lle|i|gli)))|['’])\s*\Z"
)
_LONGEST_CONTINUATION = 90


class _Edge(NamedTuple):
    """A line near the top or the bottom of its page. `depth` counts from that edge, `height` is
    in points from the page's top, or the depth itself where nothing is known of heights.
    """

    place: int
    line: SetLine
    top: bool
    depth: int
    height: float
    text: str
    number: int | None
    worded: bool


def kinds(lines: Sequence[SetLine], pages: Sequence[Page]) -> list[LineKind]:
    """The kind of every line: body, header, footer or footnote."""
    found = [LineKind.BODY] * len(lines)
    upright = {index for index, line in enumerate(lines) if _is_upright(line)}
    furniture = dict(_paged(lines, pages, upright) if len(pages) > 1 else _unpaged(lines))
    for index, kind in furniture.items():
        found[index] = kind
    for index in upright:
        found[index] = LineKind.HEADER
    for index in footnote_lines(lines, furniture):
        found[index] = LineKind.FOOTNOTE
    return found


def _paged(lines: Sequence[SetLine], pages: Sequence[Page], upright: Set[int]) -> Iterator[tuple[int, LineKind]]:
    edges = list(_edges(lines, pages, upright))
    repeated = _repeated(edges, lines, pages) | _numbered(edges, len(pages))
    for page_edges in _by_side(edges).values():
        for edge in page_edges:
            if edge.place not in repeated:
                break
            yield edge.place, LineKind.HEADER if edge.top else LineKind.FOOTER


def _edges(lines: Sequence[SetLine], pages: Sequence[Page], upright: Set[int]) -> Iterator[_Edge]:
    by_page: defaultdict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.text and not line.text.isspace() and index not in upright:
            by_page[line.page].append(index)
    for page in pages:
        indices = by_page[page.number]
        reach = min(DEPTH, (len(indices) + 1) // 2)
        for depth, index in enumerate(indices[:reach]):
            yield _edge(index, lines[index], depth, top=True)
        for depth, index in enumerate(reversed(indices[max(len(indices) - DEPTH, reach) :])):
            yield _edge(index, lines[index], depth, top=False)


def _is_upright(line: SetLine) -> bool:
    """Whether the line runs up the page, as a protocol stamp in the margin does."""
    box = line.box
    return box is not None and not line.in_table and len(line.text) > 2 and box.bottom - box.top > 3 * (box.x1 - box.x0)


def _edge(index: int, line: SetLine, depth: int, *, top: bool) -> _Edge:
    text, number, worded = _folded(line.text), None, False
    if _DIGIT.search(line.text) is None:
        pass  # no page's number
    elif alone := _number_alone(line.text):
        number, worded = int(alone["number"]), alone["word"] is not None
    elif within := _NUMBER_WITHIN.search(line.text):
        text, worded = _folded(line.text[: within.start()] + " # " + line.text[within.end() :]), True
    elif apart := _NUMBER_APART.search(line.text):
        text = _folded(line.text[: apart.start()] + " # " + line.text[apart.end() :])
    height = float(depth) if line.box is None else line.box.top
    return _Edge(index, line, top, depth, height, text, number, worded)


def _number_alone(text: str) -> re.Match[str] | None:
    """A page's number with nothing but its marks on the line; blanks are folded first, for the sake of time."""
    return _NUMBER_ALONE.fullmatch(" ".join(text.split())) if len(text) < _LONGEST_CONTINUATION * 4 else None


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _by_side(edges: Sequence[_Edge]) -> dict[tuple[int, bool], list[_Edge]]:
    sides: defaultdict[tuple[int, bool], list[_Edge]] = defaultdict(list)
    for edge in edges:
        sides[edge.line.page, edge.top].append(edge)
    return sides


def _repeated(edges: Sequence[_Edge], lines: Sequence[SetLine], pages: Sequence[Page]) -> set[int]:
    """Lines that say the same at the same height of several pages, and hardly anywhere else.

    The last proviso keeps labels and scores in the body, which may well begin or end a page; once
    elsewhere is allowed, where the title of the report is what its pages repeat.
    """
    groups: defaultdict[tuple[str, bool], list[_Edge]] = defaultdict(list)
    for edge in edges:
        if edge.number is None and _may_be_furniture(edge, pages[edge.line.page - 1]):
            groups[edge.text, edge.top].append(edge)
    anywhere = Counter(_folded(line.text) for line in lines)
    kept: set[int] = set()
    for (text, _), group in groups.items():
        level = _at_one_height(group)
        seen = {edge.line.page for edge in level}
        elsewhere = anywhere[text] - len(level)
        if elsewhere <= max(1, len(level) // 4) and _proves(level, len(seen), pages):
            kept.update(edge.place for edge in level)
    return kept


def _may_be_furniture(edge: _Edge, page: Page) -> bool:
    if edge.line.in_table or edge.line.text.count("\t") >= _MOST_COLUMNS or not _within(REACH, edge, page):
        return False
    return edge.top or not _STATES_A_VALUE.search(edge.text) or edge.worded


def _at_one_height(group: Sequence[_Edge]) -> list[_Edge]:
    """The largest part of the group that stands at about the same height."""
    tolerance = SAME_HEIGHT if group[0].line.box is not None else 0.5
    times = Counter(edge.height for edge in group)  # hundreds of pages have a few heights among them
    around = {
        height: sum(count for other, count in times.items() if abs(other - height) <= tolerance) for height in times
    }
    best = max(group, key=lambda edge: around[edge.height])
    return [other for other in group if abs(other.height - best.height) <= tolerance]


def _proves(level: Sequence[_Edge], seen: int, pages: Sequence[Page]) -> bool:
    if seen >= 3:
        return True
    return seen == 2 and len(pages) <= 4 and all(_in_margin(edge, pages[edge.line.page - 1]) for edge in level)


def _within(share: float, edge: _Edge, page: Page) -> bool:
    """Whether the line stands in that share of its page's height next to the edge, where heights are known."""
    box = edge.line.box
    if box is None:
        return True
    return box.bottom < share * page.height if edge.top else box.top > (1 - share) * page.height


def _in_margin(edge: _Edge, page: Page) -> bool:
    return edge.depth == 0 if edge.line.box is None else _within(MARGIN, edge, page)


def _numbered(edges: Sequence[_Edge], pages: int) -> set[int]:
    """Numbers alone on their line that count up with the pages."""
    kept: set[int] = set()
    for top in (True, False):
        numbers = [edge for edge in edges if edge.top is top and edge.number is not None and not edge.line.in_table]
        offsets = Counter(edge.number - edge.line.page for edge in numbers if edge.number is not None)
        for offset, times in offsets.most_common(1):
            steady = [e for e in numbers if e.number == e.line.page + offset]
            enough = 2 if pages <= 3 or all(edge.worded for edge in steady) else 3
            if times >= enough:
                kept.update(edge.place for edge in steady)
        kept.update(edge.place for edge in numbers if edge.worded and _OF_ALL.search(edge.line.text))
    return kept


_OF_ALL = re.compile(rf"(?i){_PAGE_WORD} {{0,3}}\d{{1,4}}{_OF}")


def _unpaged(lines: Sequence[SetLine]) -> Iterator[tuple[int, LineKind]]:
    """Furniture of a text that does not show where its pages end: the first line said again, page numbers."""
    filled = [index for index, line in enumerate(lines) if line.text.strip()]
    if not filled or lines[0].box is not None:
        yield from ((index, LineKind.FOOTER) for index in filled[-2:] if _OF_ALL.fullmatch(lines[index].text.strip()))
        return
    first = _folded(lines[filled[0]].text)
    for place, index in enumerate(filled[1:], 1):
        if _folded(lines[index].text) != first:
            continue
        yield index, LineKind.HEADER
        following = filled[place + 1] if place + 1 < len(filled) else None
        if following is not None and _continues(lines[index], lines[following], following - index):
            yield following, LineKind.HEADER
    yield from ((index, LineKind.FOOTER) for index in _counted(lines, filled))


def _continues(header: SetLine, following: SetLine, distance: int) -> bool:
    """Whether a header broken off in mid-sentence goes on in the next line."""
    text = following.text.strip()
    fits = distance <= 3 and len(text) <= _LONGEST_CONTINUATION and not text[0].isupper()
    return fits and _UNFINISHED.search(header.text) is not None


def _counted(lines: Sequence[SetLine], filled: Sequence[int]) -> list[int]:
    """Page numbers alone on their line, where at least three count up one by one."""
    found = [(index, match) for index in filled if (match := _number_alone(lines[index].text))]
    worded = [index for index, match in found if match["word"]]
    if worded:
        return worded
    numbers = [(index, int(match["number"])) for index, match in found]
    runs = [_run(numbers[start:]) for start in range(len(numbers))]
    longest = max(runs, key=len, default=[])
    return longest if len(longest) >= 3 else []


def _run(numbers: Sequence[tuple[int, int]]) -> list[int]:
    """The indices of the numbers that count up one by one from the first."""
    expected, run = numbers[0][1], []
    for index, number in numbers:
        if number == expected:
            run.append(index)
            expected += 1
    return run
