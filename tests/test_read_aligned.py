"""Tables whose rows are parted but whose columns nobody ruled; and lines drawn around what is no table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Spacer

from schemas.document import Document
from tests.sheets import PROSE, cells, drawn, paragraph, printed, spans, table

HEAD = ["Cod.", "Obiettivo operativo", "Struttura", "Target", "Risultato"]
ROWS = [
    HEAD,
    ["A1", "Digitalizzare i procedimenti del settore edilizia privata e urbanistica", "Settore Tecnico", "80%", "85%"],
    ["A2", "Ridurre i tempi di attesa", "Servizi Demografici e statistici del Comune", "12", "10,5"],
    ["A3", "Piano della formazione", "Personale", "400", "412"],
    ["B1", "Attuare il piano anticorruzione con la mappatura di tutti i processi", "Segretario", "100%", "97,5%"],
]
WIDTHS = [40, 160, 110, 60, 70]
BELOW = ("LINEBELOW", (0, 0), (-1, -1), 0.5, "black")
ABOVE = ("LINEABOVE", (0, 0), (-1, 0), 0.5, "black")
STRIPED = ("ROWBACKGROUNDS", (0, 1), (-1, -1), ["#dddddd", "#ffffff"])
ENTRY = 13  # points from one line drawn by hand to the next
Style = tuple[Any, ...]
Draw = Callable[[Canvas], None]


def _filled(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows less their empty cells: where a cell spans others, these have no text."""
    return [[text for text in row if text] for row in rows]


def _below(row: int, *columns: int) -> Style:
    first, last = columns or (0, -1)
    return ("LINEBELOW", (first, row), (last, row), 0.5, "black")


def _read(rows: Sequence[Sequence[str]], widths: Sequence[float], *style: Style) -> Document:
    """Read from a page on which the table stands between prose."""
    return printed(paragraph(PROSE), Spacer(1, 20), table(rows, widths, *style), Spacer(1, 20), paragraph(PROSE))


def _words(canvas: Canvas, at: float, *placed: tuple[float, str]) -> None:
    for x, text in placed:
        canvas.drawString(x, at, text)


@pytest.mark.parametrize(
    "style",
    [[ABOVE, BELOW], [BELOW], [STRIPED, _below(0)], [ABOVE, BELOW, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]],
    ids=["ruled", "no line above the head", "zebra", "centred"],
)
def test_rows_parted_by_lines_or_paint_have_the_columns_of_their_words(style: list[Style]) -> None:
    document = _read(ROWS, WIDTHS, *style)
    read, = document.tables
    assert not read.ruled
    assert cells(document) == ROWS
    around = document.text[: read.start] + document.text[read.end :]
    assert around.split() == PROSE.split() * 2


def test_cells_hold_the_words_that_stand_in_them() -> None:
    document = _read(ROWS, WIDTHS, BELOW)
    for cell in document.tables[0].cells:
        for word in document.words_in(cell.start, cell.end):
            assert cell.box.x0 <= (word.box.x0 + word.box.x1) / 2 <= cell.box.x1
            assert cell.box.top <= (word.box.top + word.box.bottom) / 2 <= cell.box.bottom


def test_a_line_that_leaves_a_column_out_merges_what_it_holds() -> None:
    rows = [
        ["Area", "Indicatore", "Target", "Risultato"],
        ["Tutela degli habitat", "Transetti eseguiti", "100", "100"],
        ["", "Superficie bonificata", "60", "71,5"],
        ["", "Specie censite", "40", "38"],
        ["Fruizione del parco", "Km di sentiero", "90", "104,2"],
    ]
    parting = [ABOVE, _below(0), _below(1, 1, -1), _below(2, 1, -1), _below(3), _below(4)]
    found = spans(_read(rows, [120, 140, 60, 60], ("SPAN", (0, 1), (0, 3)), *parting))
    assert found["Tutela degli habitat"] == (1, 0, 3, 1)
    assert found["Superficie bonificata"] == (2, 1, 1, 1)
    assert found["Fruizione del parco"] == (4, 0, 1, 1)
    assert found["104,2"] == (4, 3, 1, 1)


def test_a_heading_over_several_columns_spans_them() -> None:
    rows = [
        ["Obiettivo", "Valori misurati nel corso dell’anno", "", "Esito"], ["", "Target", "Risultato", ""],
        ["Tempi di pagamento", "30", "28", "100%"], ["Eventi svolti", "12", "14", "100%"],
        ["Imprese assistite", "90", "95", "100%"],
    ]
    parting = [ABOVE, _below(0, 1, 2), *(_below(row) for row in range(1, 5))]
    joined = [("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (3, 0), (3, 1))]
    found = spans(_read(rows, [140, 90, 90, 60], *joined, *parting))
    assert found["Valori misurati nel corso dell’anno"] == (0, 1, 1, 2)
    assert found["Target"] == (1, 1, 1, 1)
    assert found["28"] == (2, 2, 1, 1)


def test_a_row_that_is_one_title_spans_the_table() -> None:
    rows = [HEAD, ["AREA STRATEGICA 1 - Servizi ai cittadini e alle imprese del territorio", "", "", "", ""], *ROWS[1:]]
    document = _read(rows, WIDTHS, ("SPAN", (0, 1), (-1, 1)), ABOVE, BELOW)
    assert _filled(cells(document)) == _filled(rows)
    assert spans(document)[rows[1][0]][1:] == (0, 1, 5)


def test_a_row_that_the_pages_end_cut_goes_on_below_the_repeated_head() -> None:
    def draw(canvas: Canvas) -> None:
        columns = (50, 150, 310, 400, 480)
        for at in (720, 700):
            canvas.line(45, at, 545, at)
        _words(canvas, 707, *zip(columns, HEAD, strict=True))
        first_line = ("A4", "Piano della formazione per tutto", "Personale", "12", "14")
        _words(canvas, 690, *zip(columns, first_line, strict=True))
        _words(canvas, 680, (150, "il personale dell’ente"))

    assert cells(drawn(draw)) == [
        HEAD, ["A4", "Piano della formazione per tutto il personale dell’ente", "Personale", "12", "14"],
    ]


def test_prose_between_two_tables_of_one_width_is_in_neither() -> None:
    document = printed(table(ROWS, WIDTHS, ABOVE, BELOW), Spacer(1, 20), paragraph(PROSE), Spacer(1, 20),
                       table([HEAD, *ROWS[2:]], WIDTHS, ABOVE, BELOW))
    upper, lower = document.tables
    assert cells(document, upper) == ROWS
    assert cells(document, lower) == [HEAD, *ROWS[2:]]
    assert document.text[upper.end : lower.start].split() == PROSE.split()


def test_pairs_of_label_and_value_side_by_side_with_rows_that_span() -> None:
    rows = [
        ["Codice", "OB.03", "Anno", "2020"], ["Settore", "Lavori pubblici", "Peso", "20%"],
        ["Descrizione", PROSE, "", ""], ["Responsabile", "Anna Verdi", "Esito", "raggiunto"],
    ]
    document = _read(rows, [80, 160, 60, 100], ("SPAN", (1, 2), (3, 2)), ABOVE, BELOW)
    assert _filled(cells(document)) == _filled(rows)
    assert spans(document)[PROSE] == (2, 1, 1, 3)
    assert spans(document)["20%"] == (1, 3, 1, 1)


def test_without_any_line_rows_are_found_by_their_distance() -> None:
    document = _read(ROWS, WIDTHS)
    read, = document.tables
    assert not read.ruled
    assert cells(document) == ROWS


def _over(draw: Draw, *heights: float) -> Draw:
    """What is drawn, with lines across the page at these heights."""
    def ruled(canvas: Canvas) -> None:
        for at in heights:
            canvas.line(50, at, 550, at)
        draw(canvas)

    return ruled


def _in_lines(*lines: Sequence[tuple[float, str]]) -> Draw:
    def draw(canvas: Canvas) -> None:
        for row, line in enumerate(lines):
            _words(canvas, 700 - ENTRY * row, *line)

    return draw


def _wide_prose() -> Draw:
    words = iter(PROSE.split())
    return _in_lines(*([(50 + place * 90 + 7 * (row % 3), next(words)) for place in range(5)] for row in range(6)))


@pytest.mark.parametrize("heights", [(), (715,), (715, 600)], ids=["no line", "a line above", "lines around"])
@pytest.mark.parametrize(
    "draw",
    [
        _wide_prose(),
        _in_lines(*([(50, f"Voce numero {at}"), (330, f"valore {at * at}")] for at in range(6))),
        _in_lines(*([(50, f"{at}."), (75, f"Capitolo {at} " + "." * 90), (530, str(3 * at))] for at in range(1, 8))),
        _in_lines(*([(50, "•"), (70, f"voce {at} di un elenco che dice quanto è stato fatto")] for at in range(6))),
        _in_lines([(90, "Il Presidente"), (390, "Il Segretario")], [(90, "Mario Rossi"), (390, "Anna Verdi")]),
    ],
    ids=["wide prose", "label and value", "contents", "bullets", "signatures"],
)
def test_what_stands_in_columns_between_lines_stays_text(draw: Draw, heights: Sequence[float]) -> None:
    assert drawn(_over(draw, *heights)).tables == ()


def test_a_letterhead_over_a_line_stays_text() -> None:
    lines = [("Comune di Prova", "Tel. 010 123456", "www.prova.it"), ("Via Roma 1", "Fax 010 123457", "pec@prova.it")]

    def draw(canvas: Canvas) -> None:
        for row, line in enumerate(lines):
            _words(canvas, 780 - 10 * row, *zip((50, 250, 450), line, strict=True))
        canvas.line(50, 762, 550, 762)
        canvas.line(50, 30, 550, 30)
        for row, at in enumerate(range(0, len(PROSE), 80)):
            canvas.drawString(50, 700 - 10 * row, PROSE[at : at + 80])

    assert drawn(draw).tables == ()


TEXTS = st.sampled_from(["", "peso", "20%", "Settore Tecnico", "numero di corsi", "12,5"])
ENTRIES = st.one_of(st.lists(TEXTS, min_size=4, max_size=4), st.just([PROSE[:100]]))


@given(
    entries=st.lists(ENTRIES, min_size=1, max_size=8), lines=st.lists(st.integers(0, 8), max_size=8),
    paint=st.lists(st.integers(0, 7), max_size=4), partial=st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_no_word_is_lost_or_doubled(
    entries: list[list[str]], lines: list[int], paint: list[int], partial: bool
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.85)
        for row in paint:
            canvas.rect(45, 690 - 20 * row, 500, 20, stroke=0, fill=1)
        canvas.setFillGray(0)
        for row in lines:
            canvas.line(145 if partial and row % 2 else 45, 710 - 20 * row, 545, 710 - 20 * row)
        canvas.drawString(50, 780, "Relazione")
        for row, texts in enumerate(entries):
            _words(canvas, 697 - 20 * row, *(one for one in zip((50, 150, 280, 420), texts, strict=False) if one[1]))

    text = " ".join(["Relazione", *(text for texts in entries for text in texts)])
    document = drawn(draw)
    assert Counter(document.text.split()) == Counter(text.split())
    assert Counter(document.text[word.start : word.end] for word in document.words) == Counter(text.split())
    for own in document.tables:
        ends = [place for cell in own.cells for place in (cell.start, cell.end)]
        assert ends == sorted(ends)
