"""Ruled tables: the cells that a person sees, however a printer draws the lines around them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from schemas.document import Document
from tests.sheets import PROSE, cells, drawn, paragraph, printed, spans, table

GRID = ("GRID", (0, 0), (-1, -1), 0.5, "black")
SMALL = [["Obiettivo", "Peso", "Target"], ["Tempi di pagamento", "20%", "30 gg."], ["Eventi", "80%", "n. 5"]]


def _words(canvas: Canvas, rows: list[list[str]]) -> None:
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            canvas.drawString(106 + 100 * column, 686 - 20 * row, text)


def test_a_card_and_the_table_within_it_are_one_table() -> None:
    wide = [["Codice", "", "OB.3.2", "", "", "", ""], ["Descrizione", "", PROSE, "", "", "", ""]]
    inner = [
        ["Indicatore", "Algoritmo", "Peso", "Consuntivo 2018", "Target", "Consuntivo", "%"],
        ["Tempo medio di pagamento delle fatture", "giorni / fatture", "60%", "35", "30", "28", "100%"],
    ]
    total = [["Totale", "", "", "", "", "", "98%"]]
    joined = [("SPAN", (0, row), (1, row)) for row in (0, 1)] + [("SPAN", (2, row), (6, row)) for row in (0, 1)]
    document = printed(
        table(wide + inner + total, [80, 70, 40, 70, 60, 70, 60], GRID, *joined, ("SPAN", (0, 4), (5, 4))),
        paragraph(PROSE),
    )
    read, = document.tables
    assert (read.rows, read.columns, read.ruled) == (5, 7, True)
    found = spans(document)
    assert found["Codice"] == (0, 0, 1, 2)
    assert found["OB.3.2"] == (0, 2, 1, 5)
    assert found[PROSE] == (1, 2, 1, 5)
    assert found["Tempo medio di pagamento delle fatture"] == (3, 0, 1, 1)
    assert found["Consuntivo 2018"] == (2, 3, 1, 1)
    assert found["Totale"] == (4, 0, 1, 6)
    assert found["98%"] == (4, 6, 1, 1)
    assert document.text[read.end :].split() == PROSE.split()


def _each_cell_a_box(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.rect(x, y, width, height)


def _each_cell_four_lines(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    for line in ((x, y, x + width, y), (x, y + height, x + width, y + height),
                 (x, y, x, y + height), (x + width, y, x + width, y + height)):
        canvas.line(*line)


def _doubled(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    _each_cell_four_lines(canvas, x, y, width, height)
    canvas.line(x, y + 1.5, x + width, y + 1.5)
    canvas.line(x + 1.5, y, x + 1.5, y + height)


def _painted_too(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.setFillGray(0.9)
    canvas.rect(x, y, width, height, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.rect(x, y, width, height)


def _apart(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.rect(x + 1.8, y + 1.8, width - 3.6, height - 3.6)


@pytest.mark.parametrize("box", [_each_cell_a_box, _each_cell_four_lines, _doubled, _painted_too, _apart])
def test_a_dense_grid_keeps_all_its_cells(box: Callable[[Canvas, float, float, float, float], None]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 6)
        for row in range(40):
            for column in range(14):
                x, y = 20 + 55 * column, 560 - 13 * row
                box(canvas, x, y, 55, 13)
                canvas.drawString(x + 4, y + 5, f"r{row}c{column}")

    document = drawn(draw, (842, 595))
    assert cells(document) == [[f"r{row}c{column}" for column in range(14)] for row in range(40)]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_merged_cells_span_what_they_cover(data: st.DataObject) -> None:
    rows, columns = data.draw(st.integers(2, 6)), data.draw(st.integers(2, 6))
    taken: set[tuple[int, int]] = set()
    expected: dict[str, tuple[int, int, int, int]] = {}
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            tall = data.draw(st.integers(1, min(3, rows - row)))
            wide = data.draw(st.integers(1, min(3, columns - column)))
            while any((row, column + step) in taken for step in range(wide)):
                wide -= 1
            taken |= {(row + down, column + right) for down in range(tall) for right in range(wide)}
            expected[f"c{row}x{column}"] = (row, column, tall, wide)
    if len({value[1] for value in expected.values()}) < 2:
        return  # one column is no table
    document = drawn(lambda canvas: [
        (canvas.rect(50 + 80 * column, 700 - 20 * (row + tall), 80 * wide, 20 * tall),
         canvas.drawString(54 + 80 * column, 700 - 20 * row - 13, name))
        for name, (row, column, tall, wide) in expected.items()
    ])
    tops = sorted({row for row, *_ in expected.values()})
    lefts = sorted({column for _, column, *_ in expected.values()})
    assert spans(document) == {
        name: (tops.index(row), lefts.index(column), sum(row <= top < row + tall for top in tops),
               sum(column <= left < column + wide for left in lefts))
        for name, (row, column, tall, wide) in expected.items()
    }


def test_a_table_drawn_within_a_cell_belongs_to_the_table_around_it() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([100, 200, 400], [600, 700, 720])
        canvas.drawString(106, 706, "Codice")
        canvas.drawString(206, 706, "OB.1")
        canvas.rect(100, 500, 300, 100)
        canvas.drawString(106, 588, "Indicatori e risultati")
        canvas.grid([105, 180, 260, 395], [510, 545, 580])
        for x, texts in ((110, ("Nome", "Tempo")), (190, ("Peso", "20%")), (270, ("Target", "30 gg."))):
            for place, text in enumerate(texts):
                canvas.drawString(x, 565 - 35 * place, text)
        canvas.drawString(106, 503, "Nota")

    document = drawn(draw)
    read, = document.tables
    assert spans(document)["Indicatori e risultati"][1::2] == (0, read.columns)
    assert [row for row in cells(document) if len(row) == 3] == [["Nome", "Peso", "Target"], ["Tempo", "20%", "30 gg."]]
    assert "Nota" in document.text


def test_lines_around_a_page_make_no_cell_of_its_text() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(20, 20, 560, 760)
        canvas.drawString(60, 750, "Il testo sopra la tabella")
        canvas.grid([100, 200, 300, 400], [640, 660, 680, 700])
        _words(canvas, SMALL)
        canvas.drawString(60, 600, "Il testo sotto la tabella")

    document = drawn(draw)
    assert cells(document) == SMALL
    assert document.text.startswith("Il testo sopra la tabella\nObiettivo\t")
    assert document.text.endswith("\nIl testo sotto la tabella")


def test_painted_cells_are_cells_and_a_marked_word_is_none() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        for row in range(3):
            for column in range(3):
                canvas.rect(100 + 100 * column, 680 - 20 * row, 98.5, 18.5, stroke=0, fill=1)
        canvas.rect(105, 622, 30, 10, stroke=0, fill=1)
        canvas.setFillGray(0)
        _words(canvas, SMALL)
        canvas.drawString(106, 624, "nota in evidenza")

    document = drawn(draw)
    assert cells(document) == SMALL
    assert document.text.endswith("\nnota in evidenza")


def test_a_word_marked_within_a_ruled_cell_parts_nothing() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        canvas.rect(126, 684, 30, 11, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.grid([100, 200, 300, 400], [640, 660, 680, 700])
        _words(canvas, SMALL)

    assert cells(drawn(draw)) == SMALL


def test_a_painted_heading_without_lines_belongs_to_the_table_below() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        canvas.rect(100, 680, 300, 20, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.grid([100, 200, 300, 400], [640, 660, 680])
        _words(canvas, SMALL)

    assert cells(drawn(draw)) == SMALL


def test_a_heading_is_parted_from_the_next_row_by_its_paint_alone() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        canvas.rect(100, 680, 300, 20, stroke=0, fill=1)
        canvas.setFillGray(0)
        for y in (640, 660, 700):
            canvas.line(100, y, 400, y)
        for x in (100, 200, 300, 400):
            canvas.line(x, 640, x, 700)
        _words(canvas, SMALL)

    assert cells(drawn(draw)) == SMALL


@pytest.mark.parametrize("sides", ["left and right", "top and bottom", "all"])
def test_a_table_open_at_its_sides_is_whole(sides: str) -> None:
    def draw(canvas: Canvas) -> None:
        across = (640, 660, 680, 700) if sides == "left and right" else (660, 680)
        down = (100, 200, 300, 400) if sides == "top and bottom" else (200, 300)
        for y in across:
            canvas.line(100, y, 400, y)
        for x in down:
            canvas.line(x, 640, x, 700)
        _words(canvas, SMALL)

    assert cells(drawn(draw)) == SMALL


def test_a_table_goes_on_over_pages_and_each_page_has_its_part() -> None:
    rows = [[f"Voce {number}", f"{number}%", str(number)] for number in range(80)]
    document = printed(table([SMALL[0], *rows], [200, 60, 60], GRID, repeatRows=1))
    assert len(document.pages) > 1
    read = [row for part in document.tables for row in cells(document, part)]
    assert [row for row in read if row != SMALL[0]] == rows
    assert read.count(SMALL[0]) == len(document.pages)


@pytest.mark.parametrize("gap", [6, 12, 40])
def test_tables_one_below_the_other_are_two_and_no_text_is_lost(gap: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([100, 200, 300, 400], [640, 660, 680, 700])
        _words(canvas, SMALL)
        canvas.grid([100, 150, 400], [600 - gap, 620 - gap, 640 - gap])
        for y, texts in ((626 - gap, ("Nota", "testo della nota")), (606 - gap, ("Esito", "positivo"))):
            canvas.drawString(106, y, texts[0])
            canvas.drawString(156, y, texts[1])
        if gap == 40:
            canvas.drawString(106, 618, "tra le due")

    document = drawn(draw)
    upper, lower = document.tables
    assert cells(document, upper) == SMALL
    assert cells(document, lower) == [["Nota", "testo della nota"], ["Esito", "positivo"]]
    assert ("tra le due" in document.text[upper.end : lower.start]) == (gap == 40)


@pytest.mark.parametrize(
    ("left", "right"), [("giurisdizionali", "14%"), ("2011", "9%"), ("Ufficio", "Gare")],
)
def test_a_word_that_a_line_parts_is_two(left: str, right: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([100, 200, 300], [680, 700])
        canvas.drawRightString(199.8, 686, left)
        canvas.drawString(200.3, 686, right)

    document = drawn(draw)
    assert cells(document) == [[left, right]]
    one, two = document.words
    assert one.box.x1 <= 201
    assert two.box.x0 >= 199


def test_a_word_that_runs_over_a_line_is_one() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([100, 140, 200, 300], [660, 680, 700])
        canvas.drawString(104, 686, "A.1.2.3.4.5.6.7")
        canvas.drawString(205, 686, "voce")
        canvas.drawString(205, 666, "altra")

    assert "A.1.2.3.4.5.6.7" in drawn(draw).text.split()


def test_squared_paper_under_a_text_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid(list(range(0, 601, 12)), list(range(0, 801, 12)))
        canvas.drawString(106, 686, "appunti")
        canvas.drawString(206, 626, "della riunione")

    document: Document = drawn(draw)
    assert document.tables == ()
    assert document.text == "appunti\ndella riunione"
