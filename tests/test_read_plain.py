"""Running text set by array operations is what the word by word way sets."""

from __future__ import annotations

from itertools import count

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.read import plain
from extract.read.galley import Galley, galley
from extract.read.inks import Inks
from extract.read.lines import Ink, bands, rows
from schemas.document import Box, Word, Words

_HEIGHTS = st.sampled_from([6.0, 8.4, 12.0, 12.01])
_WORDS = st.sampled_from(["1", "12", "e", "di", "però", "n.", "relazione", "(3)", "*", "Organizzazione"])


@st.composite
def _inks(draw: st.DrawFn) -> list[Ink]:
    """Words here and there on a few lines, some touching, some twice, some small and high; recognised ones or not."""
    inks: list[Ink] = []
    sure = st.sampled_from([None, 0.5, 1.0]) if draw(st.booleans()) else st.none()
    for _ in range(draw(st.integers(1, 6))):
        top, x = draw(st.integers(0, 8)) * 7.0, draw(st.integers(0, 5)) * 30.0
        for _ in range(draw(st.integers(1, 6))):
            text, height = draw(_WORDS), draw(_HEIGHTS)
            width = 5.0 * len(text)
            box = Box(x, top, x + width, top + height)
            inks.append(Ink(text, box, draw(st.booleans()), draw(st.booleans()), draw(sure)))
            if draw(st.integers(0, 9)) == 0:
                inks.append(Ink(text, Box(x + 0.3, top, x + width + 0.3, top + height), confidence=draw(sure)))
            x += width + draw(st.sampled_from([-1.0, 0.0, 0.5, 3.0, 12.0, 60.0]))
    return inks


def _columns(page: Galley) -> tuple[object, ...]:
    boxes, numbers = page.boxes, page.numbers
    assert boxes is not None
    assert numbers is not None
    gaps = [gap for word, gap in enumerate(page.gaps) if word not in page.firsts]
    return (
        page.texts, gaps, boxes.tolist(), numbers.tolist(), list(page.raised), list(page.struck),
        page.firsts, page.ends, page.cells, None if page.confidence is None else list(map(str, page.confidence)),
    )


@given(_inks())
@example([Ink("1", Box(0, 0, 5, 6)), Ink("1", Box(0.3, 0, 5.3, 6), confidence=0.5)])
def test_array_operations_set_a_page_as_word_by_word(inks: list[Ink]) -> None:
    found = plain.lines(Inks.of(inks))
    singly = bands(inks)
    if found is None:
        assert not all(band.is_level for band in singly)
        return
    assert plain.bands(found) == singly
    assert _columns(plain.galley(found, 1)) == _columns(galley(1, rows(singly, 1, count())))


def test_a_page_without_words_has_no_lines() -> None:
    assert plain.lines(Inks.of([])) is None


def test_words_in_columns_are_words() -> None:
    words = Words()
    numbers = [np.array(column, np.int32).tobytes() for column in ([0, 4], [3, 9], [0, 1])]
    words.extend(7, *numbers, np.array([[1.0, 2, 3, 4], [5, 6, 7, 8]], np.float32).tobytes())
    one, two = Word(0, 3, 7, 0, Box(1, 2, 3, 4)), Word(4, 9, 7, 1, Box(5, 6, 7, 8))
    assert words == (one, two)
    assert (words[-1], words[:1], list(words), len(words)) == (two, (one,), [one, two], 2)
    with pytest.raises(IndexError):
        words[2]


def test_words_in_columns_know_how_sure_they_are() -> None:
    box = Box(1, 2, 3, 4)
    each = [Word(n, n + 1, 1, 0, box, sure) for n, sure in enumerate([None, 0.5, None, 0.25, None])]
    assert Words.of(each) == each
    words = Words()
    for page, sure in enumerate([None, [0.5, float("nan")], None, [0.25, 1.0], None]):
        numbers = [np.array([at, at + 1], np.int32).tobytes() for at in (2 * page, 2 * page + 1, 0)]
        words.extend(page, *numbers, np.array([box, box]).tobytes(), sure and np.array(sure).tobytes())
    assert [word.confidence for word in words] == [None, None, 0.5, None, None, None, 0.25, 1.0, None, None]


def test_boxes_are_those_of_each_line_where_a_table_is_numbered_after_what_stands_below_it() -> None:
    lines = [7, 7, 8, 2, 2, 2, 3]
    words = Words.of(Word(n, n + 1, 1, line, Box(n, line, n + 1, line + 1)) for n, line in enumerate(lines))
    assert words.outlines(0, 7) == (Box(0, 7, 2, 8), Box(2, 8, 3, 9), Box(3, 2, 6, 3), Box(6, 3, 7, 4))
