"""The words on a PDF page with their boxes, from pdfium's text.

pdfium hands out one text a page and, on request, the box of a character. Words are cut from
the text, and two boxes a word are asked for: asking for each character costs four times as much,
so that is done only where a word may be two: fonts kern blanks away next to capitals.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from itertools import pairwise
from statistics import median
from typing import Any

from extract.read.drawings import address
from extract.read.frame import Frame
from extract.read.lines import Ink
from extract.read.typeset import plain

Rect = tuple[float, float, float, float]  # left, bottom, right, top in the page's own coordinates

# pdfium writes U+FFFE (older builds U+0002) for a hyphen that ends a line, and no line break after it.
_WORD = re.compile(r"[^\s\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
_LINE_END_HYPHEN = str.maketrans({"\ufffe": "-", "\x02": "-"})
_DESCENDING = frozenset("gjpqyçQ")
_MARKS = frozenset("0123456789*()")
_KERNED = 0.09  # of the height: the least a blank keeps between two words
_RAISED = 0.2  # of the height: how far a raised mark's foot stands above the word's


def written(text_page: Any, frame: Frame, width: float, height: float) -> Iterator[Ink]:
    """The words on the visible part of a pypdfium2 text page, in the order written."""
    text = text_page.get_text_range(errors="replace")
    char_at = _char_index(text_page, text)
    boxed = _boxer(text_page)
    unspaced = not _has_typed_spaces(text_page, text, char_at)
    for found in _WORD.finditer(text):
        start, end = found.span()
        word = found[0]
        first, last = boxed(char_at(start)), boxed(char_at(end - 1))
        spaced = start > 0 and text[start - 1] == " "
        parts = [(word, _union(first, last), spaced)]
        suspect = unspaced and end - start > 2 and word != word.lower()
        if suspect and word[1:] == word[1:].lower():  # only its first letter may stand apart
            suspect = boxed(char_at(start + 1))[0] - first[2] > _KERNED * (first[3] - first[1])
        if suspect or not _same_size(first, last):
            rects = [boxed(char_at(place)) for place in range(start, end)]
            parts = list(_parts(word, rects, spaced, unspaced))
        for part, rect, apart in parts:
            box = frame.seen(*rect)
            shown = part.translate(_LINE_END_HYPHEN)
            if box.x1 > 0 and box.bottom > 0 and box.x0 < width and box.top < height and plain(shown):
                yield Ink(shown, box, apart)


def _has_typed_spaces(text_page: Any, text: str, char_at: Callable[[int], int]) -> bool:
    """Whether the printer wrote blanks; Chromium leaves gaps only, and kerns some away."""
    import pypdfium2.raw as pdfium

    blanks = [found.start() for found in re.finditer(r"(?<=\w) (?=\w)", text[:2000])][:20]
    typed = sum(not pdfium.FPDFText_IsGenerated(text_page.raw, char_at(place)) for place in blanks)
    return not blanks or 2 * typed > len(blanks)


def _parts(word: str, rects: list[Rect], spaced: bool, unspaced: bool) -> Iterator[tuple[str, Rect, bool]]:
    """The words in what pdfium took for one: `MISE1` with its mark raised, `A seguito` kerned close.

    Each with its rectangle, and whether a blank stands before it.
    """
    gaps = _kerned_gaps(rects) if unspaced else set()
    raised = _raised_run(word, rects)
    start = 0
    for stop in sorted({*gaps, *raised, len(word)} - {0}):
        yield word[start:stop], reduce(_union, rects[start:stop]), start in gaps if start else spaced
        start = stop


def _kerned_gaps(rects: list[Rect]) -> set[int]:
    """The places before which a blank was kerned away: a gap that the other letters do not have."""
    gaps = [right[0] - left[2] for left, right in pairwise(rects)]
    height = max(rect[3] - rect[1] for rect in rects)
    if len(gaps) < 2 or max(gaps) < _KERNED * height:
        return set()
    least = max(_KERNED * height, 2.5 * median(gaps))
    # The letters of a ligature have low boxes, and nothing sure can be said of what follows them.
    return {
        place for place, gap in enumerate(gaps, 1)
        if gap > least and _low(rects[place - 1 : place + 1]) > 0.8 * height
    }


def _low(rects: Sequence[Rect]) -> float:
    """The height of the lowest."""
    return min(rect[3] - rect[1] for rect in rects)


def _raised_run(word: str, rects: list[Rect]) -> set[int]:
    """Where a raised mark begins and ends in a word, or nothing.

    A mark is a digit or a star that stands higher than the letters that reach down to the base line.
    """
    if max(rect[0] for rect in rects) < min(rect[2] for rect in rects):
        return set()  # letters one above the other: the word runs up the page
    feet = [rect[1] for letter, rect in zip(word, rects, strict=True) if letter.isalpha() and letter not in _DESCENDING]
    if not feet:
        return set()
    height, foot = max(rect[3] - rect[1] for rect in rects), median(feet)
    raised = [
        letter in _MARKS and rect[3] - rect[1] < 0.85 * height and rect[1] - foot > _RAISED * height
        for letter, rect in zip(word, rects, strict=True)
    ]
    return {place for place, (left, right) in enumerate(pairwise(raised), 1) if left != right}


def _same_size(first: Rect, last: Rect) -> bool:
    tolerance = 0.08 * (first[3] - first[1])
    return abs(first[1] - last[1]) <= tolerance and abs(first[3] - last[3]) <= tolerance


def _union(one: Rect, two: Rect) -> Rect:
    return min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3])


def _char_index(text_page: Any, text: str) -> Callable[[int], int]:
    """From a place in `text` to pdfium's number of the character: on most pages the same."""
    import pypdfium2.raw as pdfium

    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    if units == len(text) == text_page.count_chars():
        return lambda place: place
    handle = text_page.raw
    indices: list[int] = []
    unit = 0
    for character in text:
        found = pdfium.FPDFText_GetCharIndexFromTextIndex(handle, unit)
        indices.append(found if found >= 0 else (indices[-1] if indices else 0))
        unit += 2 if ord(character) > 0xFFFF else 1
    return indices.__getitem__


def _boxer(text_page: Any) -> Callable[[int], Rect]:
    """A function from pdfium's number of a character to its rectangle, high as its font is."""
    import pypdfium2.raw as pdfium

    rect = pdfium.FS_RECTF()
    handle, pointer = address(text_page.raw), ctypes.addressof(rect)
    # As in drawings.py: without pypdfium2's own prototype the call costs a third less.
    prototype = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    loose = prototype(address(pdfium.FPDFText_GetLooseCharBox))

    def boxed(index: int) -> Rect:
        loose(handle, index, pointer)
        bottom, top = rect.bottom, rect.top
        if top - bottom > 0.1:
            return rect.left, bottom, rect.right, top
        found: Rect = text_page.get_charbox(index)  # a font that does not say how high it is
        return found

    return boxed
