"""Words set sideways in a table, letter by letter as browsers print them: some of these pdfium takes for lines."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extract import extract_report
from extract.read import read_bytes, turned
from extract.read.glyphs import Glyphs
from extract.read.lines import Ink, bands
from schemas.document import Box
from schemas.report import Report

FONT, SIZE = "Helvetica", 8
LEFTS = [20, 50, 90, 240, 270, 420, 450, 500, 550, 600]
TOPS = [380, 290, 250, 210, 170]  # of the head, of three rows, and the end
HEAD = ["Area strategica", "Cod.", "Obiettivo", "Peso ob. (%)", "Indicatore", "Peso ind. (%)", "Target", "Consuntivo",
        "Grado di ragg. (%)"]
SIDEWAYS = {"Area strategica", "Peso ob. (%)", "Peso ind. (%)", "Grado di ragg. (%)"}
BODY = [
    ["", "CV.01", "Attuare il piano dei controlli", "15", "Ispezioni effettuate", "60", "≥ 90%", "93%", "100"],
    ["", "", "", "", "Rapporti trasmessi", "40", "≥ 95%", "91%", "96"],
    ["", "CV.02", "Rispondere agli esposti", "10", "Giorni di attesa", "100", "10", "9", "90"],
]


def sideways(canvas: Canvas, x: float, y: float, text: str, *, downward: bool) -> None:
    """Each letter by itself, up the page or down, in a mirror's mirror: so browsers draw."""
    canvas.saveState()
    canvas.transform(0, *((-1, -1) if downward else (1, 1)), 0, x, y)
    letters = canvas.beginText()
    along = 0.0
    for letter in text:
        letters.setTextTransform(1, 0, 0, -1, along, 0)
        letters.textOut(letter)
        along += stringWidth(letter, FONT, SIZE)
    canvas.drawText(letters)
    canvas.restoreState()


def drawn(*, downward: bool = False, pages: int = 1) -> bytes:
    """A grid whose narrow heads and area stand sideways; its head again on each page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, (640, 420))
    for _ in range(pages):
        canvas.setFont(FONT, SIZE)
        canvas.drawString(20, 400, "Relazione sulla performance 2016")
        for top in (*TOPS[:2], *TOPS[3:]):
            canvas.line(LEFTS[0], top, LEFTS[-1], top)
        canvas.line(LEFTS[4], TOPS[2], LEFTS[-1], TOPS[2])
        canvas.line(LEFTS[0], TOPS[2] - 40, LEFTS[1], TOPS[2] - 40)
        for left in LEFTS:
            canvas.line(left, TOPS[0], left, TOPS[-1])
        for row, (texts, (top, bottom)) in enumerate(zip([HEAD, *BODY], pairwise(TOPS), strict=True)):
            for left, text in zip(LEFTS, texts, strict=False):
                if text in SIDEWAYS:
                    sideways(canvas, left + 12, top - 6 if downward else bottom + 6, text, downward=downward)
                elif text:
                    canvas.drawString(left + 3, (top + bottom) / 2 - (20 if row == 1 and left < 240 else 0), text)
        begin = TOPS[1] - 4 if downward else TOPS[3] + 4
        sideways(canvas, LEFTS[0] + 12, begin, "Vigilanza e altro", downward=downward)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


class Letters:
    """Letters as pdfium has them where a line break parts each from the next; up the page or down."""

    def __init__(self, text: str, *, upward: bool = True, turned: bool = True, step: float = 4) -> None:
        self.text = "\r\n".join(text.replace(" ", ""))
        self._turned = turned
        places = [at for at, letter in enumerate(text) if letter != " "]
        self._lows = [step * (place if upward else -place) for place in places]

    def is_turned(self, place: int) -> bool:
        return self._turned and not self.text[place].isspace()

    def rects(self, places: NDArray[np.intp]) -> NDArray[np.float64]:
        lows = [self._lows[place // 3] for place in places]
        return np.array([(50, low, 58, low + 4) for low in lows], np.float64)


def put_together(letters: Letters) -> list[str]:
    return [word.text for word in turned.words(cast(Glyphs, letters))]


@pytest.mark.parametrize("upward", [True, False])
def test_letters_that_line_breaks_part_are_put_together(upward: bool) -> None:
    assert put_together(Letters("Peso ob. (%)", upward=upward)) == ["Peso", "ob.", "(%)"]
    assert put_together(Letters("Area strategica", upward=upward)) == ["Area", "strategica"]


def test_letters_set_level_or_far_apart_are_left_alone() -> None:
    assert put_together(Letters("AREA", turned=False)) == []
    assert put_together(Letters("1234", step=9)) == []


def test_words_that_climb_a_cell_are_one_line() -> None:
    words = [Ink(text, Box(20, top, 30, top + high)) for text, top, high in
             (("Peso", 60, 18), ("ob.", 46, 12), ("(%)", 34, 10))]
    line, = bands(words)
    assert ([ink.text for ink in line.inks], line.is_level) == (["Peso", "ob.", "(%)"], False)


def test_figures_written_from_below_are_lines() -> None:
    words = [Ink(text, Box(20, top, 37, top + 10)) for text, top in (("100", 60), ("200", 48), ("300", 36))]
    assert [line.inks[0].text for line in bands(words)] == ["300", "200", "100"]


def report_of(data: bytes) -> Report:
    return extract_report(read_bytes(data, "prova.pdf"))


@pytest.mark.parametrize("downward", [False, True])
def test_letters_one_above_the_other_are_words(downward: bool) -> None:
    document = read_bytes(drawn(downward=downward), "prova.pdf")
    texts = [" ".join(document.text[cell.start : cell.end].split()) for cell in document.tables[0].cells]
    assert texts[:9] == HEAD
    assert "Vigilanza e altro" in texts


@pytest.mark.parametrize("downward", [False, True])
@pytest.mark.parametrize("pages", [1, 2])
def test_a_grid_with_heads_set_sideways_is_read(downward: bool, pages: int) -> None:
    first, second = report_of(drawn(downward=downward, pages=pages)).objectives[:2]
    assert (first.title, first.weight) == ("Attuare il piano dei controlli", 15)
    assert [(one.text, one.weight, one.achievement) for one in first.indicators] == [
        ("Ispezioni effettuate", 60, 100), ("Rapporti trasmessi", 40, 96),
    ]
    assert (second.title, second.weight) == ("Rispondere agli esposti", 10)
    assert {(r.level, r.title) for r in second.plan_references if r.level == "area"} == {("area", "Vigilanza e altro")}


def test_figures_one_below_the_other_stay_apart() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, (300, 300))
    for place, figure in enumerate(("12", "34", "56", "78")):
        canvas.drawString(50, 200 - 12 * place, figure)
    canvas.save()
    assert read_bytes(buffer.getvalue(), "prova.pdf").text.split() == ["12", "34", "56", "78"]
