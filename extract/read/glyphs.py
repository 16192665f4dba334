"""The characters of a pdfium text page: their text, their rectangles, and what they were drawn with."""

from __future__ import annotations

import ctypes
import math
import re
from collections import deque
from collections.abc import Callable
from functools import cache
from itertools import islice, repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extract.read.characters import BREAK, RARE, SPACE, Codes, kinds
from extract.read.drawings import Rect, address

_SAMPLE = 2000  # characters that tell whether a printer writes blanks
_BLANK = re.compile(r"(?<=\w) (?=\w)")
_SIDEWAYS = 0.1  # cosine of the angle to the page's lower edge: no more
_LOW = 0.1  # points: a font whose characters are no higher does not say how high it is


class Glyphs:
    """The text of a pypdfium2 text page, and each place of it on the page, in the page's own coordinates.

    `rect(place)` is the rectangle of the character at a place of `text`, high as its font is;
    `rects(places)` those of many, a row of left, bottom, right and top each.
    """

    def __init__(self, text_page: Any) -> None:
        self.text: str = text_page.get_text_range(errors="replace")
        self._page = text_page
        self._numbers = _numbers(text_page, self.text)
        self.rect = _boxer(text_page, self._numbers)
        self.codes: Codes = np.frombuffer(self.text.encode("utf-32-le", "surrogatepass"), np.uint32)
        self._kinds = kinds(self.codes)

    def has(self, kind: int) -> bool:
        """Whether there are characters of any of these kinds."""
        return bool((self._kinds & kind).any())

    def spans(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Where the words of the text begin and end: at blanks, and after a hyphen that ends a line."""
        letters, breaks = self._kinds & SPACE == 0, self._kinds & BREAK != 0
        starts, ends = letters.copy(), letters.copy()
        starts[1:] &= ~letters[:-1] | breaks[:-1]
        ends[:-1] &= ~letters[1:] | breaks[:-1]
        return starts.nonzero()[0], ends.nonzero()[0] + 1

    def rare_twins(self) -> NDArray[np.intp]:
        """The places of vowels and figures before the same again: Italian doubles consonants."""
        twins: NDArray[np.bool_] = (self.codes[1:] == self.codes[:-1]) & (self._kinds[:-1] & RARE != 0)
        return twins.nonzero()[0]

    def rects(self, places: NDArray[np.intp]) -> NDArray[np.float64]:
        """The rectangles of the characters at `places`."""
        numbers = np.asarray(self._numbers)[places] if self._numbers else places
        raw = np.empty((len(places), 4), np.float32)  # as FS_RECTF has them: left, top, right, bottom
        first = raw.ctypes.data
        ask = map(_loose(), repeat(address(self._page.raw)), numbers.tolist(), range(first, first + raw.nbytes, 16))
        deque(ask, maxlen=0)
        found: NDArray[np.float64] = raw[:, (0, 3, 2, 1)].astype(np.float64)
        for row in (~(found[:, 3] - found[:, 1] > _LOW)).nonzero()[0].tolist():
            found[row] = self._page.get_charbox(int(numbers[row]))
        return found

    def run(self, place: int) -> int:
        """A number that two characters share if one operation of the printer drew them; 0 where it is unknown."""
        import pypdfium2.raw as pdfium

        return address(pdfium.FPDFText_GetTextObject(self._page.raw, self._number(place)))

    def is_turned(self, place: int) -> bool:
        """Whether a character is set up or down the page, not along it."""
        import pypdfium2.raw as pdfium

        return abs(math.cos(pdfium.FPDFText_GetCharAngle(self._page.raw, self._number(place)))) < _SIDEWAYS

    def has_typed_spaces(self) -> bool:
        """Whether the printer wrote blanks; Chromium leaves gaps only, and kerns some away."""
        blanks = [found.start() for found in islice(_BLANK.finditer(self.text, 0, _SAMPLE), 20)]
        handle, is_generated = address(self._page.raw), _generated()
        typed = sum(not is_generated(handle, self._number(place)) for place in blanks)
        return not blanks or 2 * typed > len(blanks)

    def _number(self, place: int) -> int:
        return self._numbers[place] if self._numbers else place


def _numbers(text_page: Any, text: str) -> list[int]:
    """pdfium's number of each character of `text`; none on most pages, where it is the place itself."""
    import pypdfium2.raw as pdfium

    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    if units == len(text) == text_page.count_chars():
        return []
    handle = text_page.raw
    indices: list[int] = []
    unit = 0
    for character in text:
        found = pdfium.FPDFText_GetCharIndexFromTextIndex(handle, unit)
        indices.append(found if found >= 0 else (indices[-1] if indices else 0))
        unit += 2 if ord(character) > 0xFFFF else 1
    return indices


@cache
def _loose() -> Callable[[int, int, int], int]:
    """pdfium's call for a character's box: text page, number, and where to put it.

    As in drawings.py: without pypdfium2's own prototype the call costs a third less.
    """
    import pypdfium2.raw as pdfium

    prototype = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    return prototype(address(pdfium.FPDFText_GetLooseCharBox))


@cache
def _generated() -> Callable[[int, int], int]:
    """pdfium's call that says of a text page's character by its number whether pdfium put it there."""
    import pypdfium2.raw as pdfium

    prototype = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
    return prototype(address(pdfium.FPDFText_IsGenerated))


def _boxer(text_page: Any, numbers: list[int]) -> Callable[[int], Rect]:
    import pypdfium2.raw as pdfium

    rect = pdfium.FS_RECTF()
    handle, pointer, loose = address(text_page.raw), ctypes.addressof(rect), _loose()

    def boxed(index: int) -> Rect:
        loose(handle, index, pointer)
        bottom, top = rect.bottom, rect.top
        if top - bottom > _LOW:
            return rect.left, bottom, rect.right, top
        found: Rect = text_page.get_charbox(index)  # a font that does not say how high it is
        return found

    return (lambda place: boxed(numbers[place])) if numbers else boxed
