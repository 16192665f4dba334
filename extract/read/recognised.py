"""What Tesseract saw -> words as a printed page has them: high as their type is, on one base line.

The words themselves stay as they were recognised, but for what the picture or the line's other
words show better: how long a dash is and how wide an "O", that a sign has a bar below it, that a
table's line is no letter, that a bullet is no asterisk, that "|" before a word is the article "I",
and that an evaluator is called OIV.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.read.drawings import Shape
from extract.read.lines import Ink
from extract.read.scan import DARK, Scan
from extract.read.tesseract import Seen, SeenLine
from schemas.document import Box

_ABOVE, _BELOW = 0.9, 0.21  # of the type's size: from the base line up and down, as fonts say it
_SAME_SIZE = 0.08  # sizes that differ by less are one: they are measured, a dot more or less
_MARK = re.compile(r"[(\[]?(?:\d{1,2}|[a-z])[)\]]?")
_RAISED = 0.25  # of the type's size: how far above the base line a raised mark stands
_SMALL = 0.62  # of the type's size: how high it is at most
_DASHES = frozenset("–—")
_EN_DASH = 0.78  # of the type's size: how long it is at most
_BARRED = {"<": "≤", ">": "≥"}
_SIGN, _BAR = 0.65, 0.4  # of the type's size: how wide a sign is at most, and its bar at least
_FOOT = 0.13  # of the type's size: how far from the base line the bar may be
_STROKES = frozenset("|¦")
_ENDS = frozenset(".;:!?)•-–")
_BULLET = 0.5  # of the type's size: an asterisk's middle is higher than that
_LOW, _WIDE, _HIGH = 0.6, 0.65, 1.0  # of the type's size: an "o" is lower, an "O" wider; Tesseract errs on boxes too
_ELIDED = re.compile(r"(?<!\w)1(?=[’'][^\W\d_])")  # l’OIV
_OIV = re.compile(r"\b(?:[O0]\.[I1l|]\.V\.|[O0][1l|]V\b)")
_LINE_LIKE = "|¦"
_NEAR = 3.0  # points


class Words(NamedTuple):
    """The words on a page put straight, in points, and how sure they are on the whole, 0 to 1."""

    inks: list[Ink]
    confidence: float


def words_of(lines: Sequence[SeenLine], scan: Scan) -> Words:
    """The words of all lines, in the order they are read."""
    common = _common_size(lines)
    inks = [ink for line in lines for ink in _inks(line, common, scan)]
    letters = sum(len(ink.text) for ink in inks)
    sure = sum(len(ink.text) * (ink.confidence or 0.0) for ink in inks)
    return Words(inks, sure / letters if letters else 0.0)


def without_lines(inks: Sequence[Ink], shapes: Sequence[Shape]) -> list[Ink]:
    """The words less those parts that are lines drawn down the page, taken for letters."""
    down = [box for box, filled in shapes if not filled and box.bottom - box.top > box.x1 - box.x0]
    return [kept for ink in inks if (kept := _without_lines(ink, down)) is not None]


def _common_size(lines: Sequence[SeenLine]) -> float:
    """The size most letters are set in, in pixels; 0 on an empty page."""
    sizes = sorted((line.size, sum(len(word.text) for word in line.words)) for line in lines if line.is_level)
    half = sum(count for _, count in sizes) / 2
    for size, count in sizes:
        half -= count
        if half <= 0:
            return size
    return 0.0


def _inks(line: SeenLine, common: float, scan: Scan) -> Iterator[Ink]:
    scale = scan.scale
    size = common if abs(line.size - common) <= _SAME_SIZE * common else line.size
    top, bottom = line.base - _ABOVE * size, line.base + _BELOW * size
    for place, word in enumerate(line.words):
        box = word.box
        if line.is_level and not _is_raised(word, line.base, size):
            box = Box(box.x0, top, box.x1, bottom)
        points = Box(*(round(edge / scale, 2) for edge in box))
        text = _sign(_dash(word, size), word, line.base, size, scan)
        yield Ink(_mended(text, place, line, size), points, place > 0, confidence=round(word.confidence, 2))


def _is_raised(word: Seen, base: float, size: float) -> bool:
    """Whether it is a footnote's mark, set small and high."""
    is_high = base - word.box.bottom > _RAISED * size and word.box.bottom - word.box.top < _SMALL * size
    return is_high and _MARK.fullmatch(word.text) is not None


def _dash(word: Seen, size: float) -> str:
    """The word; a dash alone as long as it is drawn, Tesseract knows one length only."""
    if word.text not in _DASHES:
        return word.text
    return "–" if word.box.x1 - word.box.x0 <= _EN_DASH * size else "—"


def _sign(text: str, word: Seen, base: float, size: float, scan: Scan) -> str:
    """The word; where it begins with "<" or ">" that stands on a bar, with the sign Tesseract does not know."""
    if text[0] not in _BARRED:
        return text
    left, right = int(word.box.x0) - 1, int(word.box.x0 + _SIGN * size)
    rows = scan.grey[int(base - _FOOT * size) : int(base + _FOOT * size), max(left, 0) : right] < DARK
    long = max((_longest_run(row) for row in rows), default=0)
    return _BARRED[text[0]] + text[1:].removeprefix("=") if long >= _BAR * size else text


def _longest_run(row: Sequence[bool]) -> int:
    """How many dark dots stand side by side in a row."""
    longest = run = 0
    for is_dark in row:
        run = run + 1 if is_dark else 0
        longest = max(longest, run)
    return longest


def _mended(text: str, place: int, line: SeenLine, size: float) -> str:
    """The word, what Tesseract is known to take for another letter put right where there is no doubt."""
    following = line.words[place + 1].text if place + 1 < len(line.words) else ""
    opens = place == 0 or line.words[place - 1].text[-1] in _ENDS
    if text in _STROKES and following[:1].islower():
        return "I"
    if text == "AI" and opens and (following[:1].islower() or following[:1].isdigit()):
        return "Al"
    if text == "0":
        return _round(line.words[place].box, size)
    box = line.words[place].box
    if text == "*" and place == 0 and following and line.base - (box.top + box.bottom) / 2 < _BULLET * size:
        return "•"
    return _OIV.sub(lambda found: "O.I.V." if "." in found[0] else "OIV", _ELIDED.sub("l", text))


def _round(box: Box, size: float) -> str:
    """A figure 0 that stands alone, or the letter it is if it is too wide or too low for a figure."""
    wide, high = (box.x1 - box.x0) / size, (box.bottom - box.top) / size
    if not high < _HIGH:
        return "0"
    return "O" if wide > _WIDE and high > _LOW else "o" if high < _LOW < 1.4 * wide else "0"


def _without_lines(ink: Ink, down: Sequence[Box]) -> Ink | None:
    text, box = ink.text, ink.box
    if not set(_LINE_LIKE) & {text[0], text[-1]}:
        return ink
    middle = (box.top + box.bottom) / 2
    for line in down:
        if not line.top <= middle <= line.bottom:
            continue
        at = (line.x0 + line.x1) / 2
        if text and text[0] in _LINE_LIKE and abs(at - box.x0) <= _NEAR:
            text, box = text[1:], box._replace(x0=min(line.x1, box.x1))
        if text and text[-1] in _LINE_LIKE and abs(at - box.x1) <= _NEAR:
            text, box = text[:-1], box._replace(x1=max(line.x0, box.x0))
    return ink._replace(text=text, box=box) if text else None
