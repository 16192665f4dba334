"""The words on a PDF page with their boxes, from pdfium's text.

pdfium hands out one text a page and, on request, the box of a character. Words are cut from
the text, and two boxes a word are asked for: asking for each character costs four times as much,
so that is done only where a word may be two, or two may be one: fonts kern blanks away next to
capitals, and boldness is made by painting each letter twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise
from statistics import median

from extract.read.drawings import Rect
from extract.read.frame import Frame
from extract.read.glyphs import Glyphs
from extract.read.lines import Ink
from extract.read.typeset import plain

# pdfium writes U+FFFE (older builds U+0002) for a hyphen that ends a line, and no line break after it.
_WORD = re.compile(r"[^\s\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
_LINE_END_HYPHEN = str.maketrans({"\ufffe": "-", "\x02": "-"})
_DESCENDING = frozenset("gjpqyçQ")
_MARKS = frozenset("0123456789*()")
_KERNED = 0.09  # of the height: the least a blank keeps between two words
_RAISED = 0.2  # of the height: how far a raised mark's foot stands above the word's
_TWINS = re.compile(r"(\S)\1+")
_RARE_TWINS = re.compile(r"([aeiouAEIOU\d])(?=\1)")  # vowels and figures: Italian doubles consonants
_ECHO = 0.3  # of the narrower letter: what two letters that overlap by more share is one place


def written(glyphs: Glyphs, frame: Frame, width: float, height: float) -> Iterator[tuple[Ink, Sequence[int]]]:
    """The words on the visible part of a page, in the order written, each with its characters' places in the text."""
    text, boxed, seen = glyphs.text, glyphs.rect, frame.seen
    unspaced = not glyphs.has_typed_spaces()
    echoes = _echoes(glyphs)
    for found in _WORD.finditer(text):
        start, end = found.span()
        word: str = found[0]
        places: Sequence[int] = range(start, end)
        if echoes and not echoes.isdisjoint(places):
            places = [place for place in places if place not in echoes]
            word = "".join(text[place] for place in places)
            if not word:
                continue
        first, last = boxed(places[0]), boxed(places[-1])
        spaced = start > 0 and text[start - 1] == " "
        suspect = unspaced and len(word) > 2 and word != word.lower()
        if suspect and word[1:] == word[1:].lower():  # only its first letter may stand apart
            suspect = boxed(places[1])[0] - first[2] > _KERNED * (first[3] - first[1])
        parts: Iterable[tuple[str, Rect, bool, Sequence[int]]]
        if suspect or not _same_size(first, last):
            parts = _parts(word, [boxed(place) for place in places], spaced, unspaced, places)
        else:
            parts = ((word, _union(first, last), spaced, places),)
        for shown, rect, apart, own in parts:
            box = seen(*rect)
            if not shown.isalnum():
                shown = shown.translate(_LINE_END_HYPHEN)
                if not plain(shown):
                    continue
            if box.x1 > 0 and box.bottom > 0 and box.x0 < width and box.top < height:
                yield Ink(shown, box, apart), own


def _echoes(glyphs: Glyphs) -> set[int]:
    """The places of letters painted a second time, a hair aside.

    All of a page's double letters are measured only where one is found that Italian does not write.
    """
    text = glyphs.text
    if not any(_overlap(glyphs.rect(found.start()), glyphs.rect(found.end())) for found in _RARE_TWINS.finditer(text)):
        return set()
    found = set()
    for run in _TWINS.finditer(text):
        kept = glyphs.rect(run.start())
        for place in range(run.start() + 1, run.end()):
            rect = glyphs.rect(place)
            if _overlap(kept, rect):
                found.add(place)
            else:
                kept = rect
    return found


def _overlap(one: Rect, two: Rect) -> bool:
    across, along = min(one[2], two[2]) - max(one[0], two[0]), min(one[3], two[3]) - max(one[1], two[1])
    return (
        across > _ECHO * min(one[2] - one[0], two[2] - two[0])
        and along > _ECHO * min(one[3] - one[1], two[3] - two[1])
    )


def _parts(
    word: str, rects: list[Rect], spaced: bool, unspaced: bool, places: Sequence[int]
) -> Iterator[tuple[str, Rect, bool, Sequence[int]]]:
    """The words in what pdfium took for one: `MISE1` with its mark raised, `A seguito` kerned close.

    Each with its rectangle, whether a blank stands before it, and the places of its characters.
    """
    gaps = _kerned_gaps(rects) if unspaced else set()
    raised = _raised_run(word, rects)
    start = 0
    for stop in sorted({*gaps, *raised, len(word)} - {0}):
        apart = start in gaps if start else spaced
        yield word[start:stop], reduce(_union, rects[start:stop]), apart, places[start:stop]
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
