"""The words on a PDF page with their boxes, from pdfium's text.

pdfium hands out one text a page and, on request, the box of a character. Words are cut from
the text, and two boxes a word are asked for: asking for each character costs four times as much,
so that is done only where a word may be two, or two may be one: fonts kern blanks away next to
capitals, and boldness is made by painting each letter twice.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import reduce
from itertools import pairwise, starmap
from statistics import median
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.read import turned
from extract.read.characters import BREAK, LINE_END_HYPHENS, ODD
from extract.read.drawings import Rect
from extract.read.frame import Frame
from extract.read.glyphs import Glyphs
from extract.read.inks import Inks, no_flags
from extract.read.typeset import plain

_LINE_END_HYPHEN = str.maketrans(dict.fromkeys(LINE_END_HYPHENS, "-"))
_DESCENDING = frozenset("gjpqyçQ")
_MARKS = frozenset("0123456789*()")
_KERNED = 0.09  # of the height: the least a blank keeps between two words
_RAISED = 0.2  # of the height: how far a raised mark's foot stands above the word's
_TWINS = re.compile(r"(\S)\1+")
_ECHO = 0.3  # of the narrower letter: what two letters that overlap by more share is one place
_SAME_SIZE = 0.08  # of the height

_Rects = NDArray[np.float64]
_Part = tuple[str, Rect, bool, Sequence[int]]  # text, rectangle, whether a blank stands before it, places


class Written(NamedTuple):
    """The words on a page in the order written, and each one's characters' places in the page's text."""

    inks: Inks
    places: list[Sequence[int]]


def written(glyphs: Glyphs, frame: Frame, width: float, height: float) -> Written:
    """The words on the visible part of a page."""
    found = _put_together(_as_written(glyphs), list(turned.words(glyphs)))
    boxes = np.empty((len(found.texts), 4))
    for side, places in enumerate(frame.turned(*found.rects.T)):
        boxes[:, side] = places
    seen = (boxes[:, 2] > 0) & (boxes[:, 3] > 0) & (boxes[:, 0] < width) & (boxes[:, 1] < height)
    if glyphs.has(BREAK | ODD):
        found.texts[:] = [text if text.isalnum() else text.translate(_LINE_END_HYPHEN) for text in found.texts]
        seen &= np.array([bool(text.isalnum() or plain(text)) for text in found.texts], np.bool_)
    inks = Inks(found.texts, boxes, found.spaced, no_flags(len(boxes)))
    if seen.all():
        return Written(inks, found.places)
    kept = seen.nonzero()[0]
    return Written(inks.taken(kept), [found.places[place] for place in kept.tolist()])


class _Found(NamedTuple):
    """Words as pdfium has them."""

    texts: list[str]
    rects: _Rects
    spaced: NDArray[np.bool_]
    places: list[Sequence[int]]


def _as_written(glyphs: Glyphs) -> _Found:
    """The words that pdfium's text has, those of several parts or with letters painted twice put right."""
    starts, ends = glyphs.spans()
    count, twins = len(starts), glyphs.rare_twins()
    measured = glyphs.rects(np.concatenate((starts, ends - 1, twins, twins + 1)))
    firsts, lasts = measured[:count], measured[count : 2 * count]
    rects = np.empty_like(firsts)
    np.minimum(firsts[:, :2], lasts[:, :2], out=rects[:, :2])
    np.maximum(firsts[:, 2:], lasts[:, 2:], out=rects[:, 2:])
    spaced = (starts > 0) & (glyphs.codes[starts - 1] == ord(" "))
    bounds = list(zip(starts.tolist(), ends.tolist(), strict=True))
    places: list[Sequence[int]] = list(starmap(range, bounds))
    found = _Found([glyphs.text[start:end] for start, end in bounds], rects, spaced, places)
    tolerance = _SAME_SIZE * (firsts[:, 3] - firsts[:, 1])
    odd = (np.abs(firsts[:, 1] - lasts[:, 1]) > tolerance) | (np.abs(firsts[:, 3] - lasts[:, 3]) > tolerance)
    unspaced = not glyphs.has_typed_spaces()
    if unspaced:
        odd |= np.array([len(word) > 2 and word != word.lower() for word in found.texts], np.bool_)
    ones, twos = measured[2 * count : -len(twins) or None], measured[2 * count + len(twins) :]
    echoes = _echoes(glyphs) if len(twins) and _overlap(ones, twos).any() else frozenset()
    if echoes:
        odd |= np.array([not echoes.isdisjoint(own) for own in places], np.bool_)
    return _mended(found, glyphs, odd.nonzero()[0].tolist(), unspaced, echoes) if odd.any() else found


def _put_together(found: _Found, words: Sequence[turned.Word]) -> _Found:
    """The words with the letters of these made one word each."""
    if not words:
        return found
    firsts = {word.places[0]: word for word in words}
    known = {place for word in words for place in word.places}
    kept = [number for number, own in enumerate(found.places) if not known.issuperset(own)]
    begun = [(number, firsts[at]) for number, own in enumerate(found.places) for at in own if at in firsts]
    rects = np.concatenate((found.rects[kept], [word.rect for _, word in begun]))
    spaced = np.concatenate((found.spaced[kept], np.ones(len(begun), np.bool_)))
    texts = [*(found.texts[number] for number in kept), *(word.text for _, word in begun)]
    places = [*(found.places[number] for number in kept), *(word.places for _, word in begun)]
    order = sorted(range(len(texts)), key=lambda at: places[at][0])
    return _Found([texts[at] for at in order], rects[order], spaced[order], [places[at] for at in order])


def _mended(found: _Found, glyphs: Glyphs, odd: Sequence[int], unspaced: bool, echoes: Container[int]) -> _Found:
    """The words with those numbered `odd` read letter by letter."""
    texts: list[str] = []
    places: list[Sequence[int]] = []
    rects: list[_Rects] = []
    spaced: list[NDArray[np.bool_]] = []
    done = 0
    for number in (*odd, len(found.texts)):
        texts += found.texts[done:number]
        places += found.places[done:number]
        rects.append(found.rects[done:number])
        spaced.append(found.spaced[done:number])
        done = number + 1
        if number < len(found.texts):
            own = [place for place in found.places[number] if place not in echoes]
            parts = list(_read(glyphs, own, bool(found.spaced[number]), unspaced)) if own else []
            texts += (part[0] for part in parts)
            places += (part[3] for part in parts)
            rects.append(np.array([part[1] for part in parts], np.float64).reshape(-1, 4))
            spaced.append(np.array([part[2] for part in parts], np.bool_))
    return _Found(texts, np.concatenate(rects), np.concatenate(spaced), places)


def _read(glyphs: Glyphs, places: Sequence[int], spaced: bool, unspaced: bool) -> Iterator[_Part]:
    """The words that stand at these places: one, or several that pdfium took for one."""
    text, boxed = glyphs.text, glyphs.rect
    word = "".join(text[place] for place in places)
    first, last = boxed(places[0]), boxed(places[-1])
    suspect = unspaced and len(word) > 2 and word != word.lower()
    if suspect and word[1:] == word[1:].lower():  # only its first letter may stand apart
        suspect = boxed(places[1])[0] - first[2] > _KERNED * (first[3] - first[1])
    if suspect or not _same_size(first, last):
        yield from _parts(word, [boxed(place) for place in places], spaced, unspaced, places)
    else:
        yield word, _union(first, last), spaced, places


def _echoes(glyphs: Glyphs) -> frozenset[int]:
    """The places of letters painted a second time, a hair aside.

    All of a page's double letters are measured only where one is found that Italian does not write.
    """
    found = set()
    for run in _TWINS.finditer(glyphs.text):
        rects = glyphs.rects(np.arange(*run.span()))
        kept = rects[:1]
        for place in range(1, len(rects)):
            rect = rects[place : place + 1]
            if _overlap(kept, rect).any():
                found.add(run.start() + place)
            else:
                kept = rect
    return frozenset(found)


def _overlap(ones: _Rects, twos: _Rects) -> NDArray[np.bool_]:
    """Which of the rectangles stand in one place with their fellows."""
    shared = np.minimum(ones[:, 2:], twos[:, 2:]) - np.maximum(ones[:, :2], twos[:, :2])
    least = np.minimum(ones[:, 2:] - ones[:, :2], twos[:, 2:] - twos[:, :2])
    both: NDArray[np.bool_] = np.all(shared > _ECHO * least, axis=1)
    return both


def _parts(
    word: str, rects: list[Rect], spaced: bool, unspaced: bool, places: Sequence[int]
) -> Iterator[_Part]:
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
    tolerance = _SAME_SIZE * (first[3] - first[1])
    return abs(first[1] - last[1]) <= tolerance and abs(first[3] - last[3]) <= tolerance


def _union(one: Rect, two: Rect) -> Rect:
    return min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3])
