"""Tables without lines, or with lines between rows only; and all that stands in columns and is no table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.platypus import Flowable

from extract.read import read
from schemas.document import Document
from tests.sheets import PROSE, cells, drawn, paragraph, printed, spans, table

SEED = Path(__file__).parent.parent / "corpus" / "reports" / "riviere-2020.txt"
ROWS = [
    ["N.", "Obiettivo operativo", "Struttura", "Target 2020", "Risultato", "%"],
    ["1", "Digitalizzare i procedimenti del settore edilizia privata", "Settore Tecnico", "80%", "85%", "100%"],
    ["2", "Ridurre i tempi di attesa", "Servizi Demografici e statistici", "12", "10,5", "100%"],
    ["3", "Piano della formazione", "Personale", "400", "", "0%"],
    ["4", "Attuare il piano anticorruzione con la mappatura di tutti i processi", "Segretario", "100%", "97,5%", "98%"],
    ["5", "Strade", "Lavori Pubblici", "n.d.", "3,2", "-"],
    ["6", "Biblioteca", "Cultura", "12.500", "13.120", "100%"],
]
WIDTHS = [30, 150, 90, 70, 60, 50]
RULED = [("LINEBELOW", (0, 0), (-1, -1), 0.5, "black"), ("LINEABOVE", (0, 0), (-1, 0), 0.5, "black")]
STRIPED = [("ROWBACKGROUNDS", (0, 0), (-1, -1), ["#dddddd", "#ffffff"])]
BOOK = [("LINEABOVE", (0, 0), (-1, 0), 1, "black"), ("LINEBELOW", (0, 0), (-1, 0), 0.5, "black"),
        ("LINEBELOW", (0, -1), (-1, -1), 1, "black")]
TIGHT = [("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]
CENTRED = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
Style = list[tuple[Any, ...]]
STYLES = {
    "no lines": [], "no lines, no room": TIGHT,
    "no lines, centred": CENTRED, "no lines, no room, centred": TIGHT + CENTRED,
    "lines": RULED, "lines, centred": RULED + CENTRED, "stripes": STRIPED, "stripes, centred": STRIPED + CENTRED,
    "lines at the heading": BOOK,
}


def _below(row: int) -> tuple[Any, ...]:
    """A line below a row of a table."""
    return "LINEBELOW", (0, row), (-1, row), 0.5, "black"


def _between(*story: Flowable) -> Document:
    """Read from a page with prose above and below."""
    return printed(paragraph(PROSE), *story, paragraph(PROSE))


@pytest.mark.parametrize("name", STYLES)
def test_rows_and_columns_are_found(name: str) -> None:
    document = _between(table(ROWS, WIDTHS, *STYLES[name]))
    read, = document.tables
    assert not read.ruled
    assert cells(document) == ROWS
    prose = " ".join((document.text[: read.start] + document.text[read.end :]).split())
    assert prose == f"{PROSE} {PROSE}"


@pytest.mark.parametrize("name", STYLES)
def test_cells_are_drawn_where_their_words_stand(name: str) -> None:
    document = _between(table(ROWS, WIDTHS, *STYLES[name]))
    for cell in document.tables[0].cells:
        for word in document.words_in(cell.start, cell.end):
            x, y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
            assert cell.box.x0 <= x <= cell.box.x1
            assert cell.box.top <= y <= cell.box.bottom


def test_a_merged_parent_spans_the_rows_beside_it() -> None:
    rows = [
        ["Area", "Indicatore", "Target", "Risultato"],
        ["Conservare gli habitat e le specie di interesse", "Transetti eseguiti", "100", "100"],
        ["", "Superficie bonificata", "60", "71,5"],
        ["Promuovere la fruizione", "Km di sentiero", "90", "104,2"],
    ]
    parent = ("SPAN", (0, 1), (0, 2))
    parting = [("LINEBELOW", (1, 1), (-1, 1), 0.5, "black"), *(_below(row) for row in (0, 2, 3))]
    found = spans(_between(table(rows, [120, 120, 60, 60], parent, *parting)))
    assert found["Conservare gli habitat e le specie di interesse"] == (1, 0, 2, 1)
    assert found["Superficie bonificata"] == (2, 1, 1, 1)
    assert found["Promuovere la fruizione"] == (3, 0, 1, 1)


HEADED = [
    ["Obiettivo", "Peso", "Valori misurati nel corso dell’anno", "", ""], ["", "", "2018", "2019", "2020"],
    ["Tempi di pagamento", "20%", "35", "31", "28"], ["Eventi", "30%", "4", "5", "6"],
    ["Imprese", "50%", "80", "90", "95"],
]


@pytest.mark.parametrize("alignment", [[], CENTRED], ids=["top", "centred"])
def test_a_heading_over_several_columns_spans_them(alignment: Style) -> None:
    joined = [("SPAN", (2, 0), (4, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (1, 1))]
    document = _between(table(HEADED, [140, 60, 60, 60, 60], *joined, *alignment))
    found = spans(document)
    assert found["Valori misurati nel corso dell’anno"] == (0, 2, 1, 3)
    assert found["2018"] == (1, 2, 1, 1)
    assert found["Obiettivo"][:2] == (0, 0)
    assert found["Tempi di pagamento"][:2] == (2, 0)
    assert found["28"] == (2, 4, 1, 1)


@pytest.mark.parametrize("parted", [(0, 1, 2, 3, 4), (1, 2, 3, 4)], ids=["all rows", "rows below the head"])
def test_a_heading_over_several_columns_spans_them_where_lines_part_the_rows(parted: tuple[int, ...]) -> None:
    lines = [("LINEABOVE", (0, 0), (-1, 0), 0.5, "black"), *(_below(row) for row in parted)]
    document = _between(table(HEADED, [140, 60, 60, 60, 60], ("SPAN", (2, 0), (4, 0)), *lines))
    found = spans(document)
    assert found["Valori misurati nel corso dell’anno"] == (0, 2, 1, 3)
    assert found["Peso"][:2] == (0, 1)
    assert [found[year] for year in ("2018", "2019", "2020")] == [(1, 2, 1, 1), (1, 3, 1, 1), (1, 4, 1, 1)]
    assert cells(document)[2:] == HEADED[2:]


def test_rows_that_only_lines_part_belong_to_the_head_that_is_ruled_all_round() -> None:
    boxed = [("BOX", (column, 0), (column, 0), 0.5, "black") for column in range(len(ROWS[0]))]
    document = _between(table(ROWS, WIDTHS, *boxed, *(_below(row) for row in range(len(ROWS)))))
    assert cells(document) == ROWS


def test_a_card_with_lines_between_its_rows_is_one_table() -> None:
    rows = [
        ["SCHEDA OBIETTIVO 3", "", "", ""], ["Descrizione", PROSE, "", ""],
        ["Indicatore", "Peso", "Target", "Risultato"], ["Tempo medio", "60%", "30", "28"],
        ["Imprese", "40%", "90", "95"], ["Totale", "", "", "100%"],
    ]
    joined = [("SPAN", (0, 0), (3, 0)), ("SPAN", (1, 1), (3, 1)), ("SPAN", (0, 5), (2, 5))]
    document = _between(table(rows, [100, 100, 80, 80], *joined, *RULED))
    filled, expected = ([[text for text in row if text] for row in one] for one in (cells(document), rows))
    assert filled == expected
    assert spans(document)["SCHEDA OBIETTIVO 3"][:2] == (0, 0)
    assert spans(document)[PROSE] == (1, 1, 1, 3)


def test_a_title_between_two_tables_keeps_them_apart() -> None:
    title = paragraph("Settore Lavori pubblici", spaceBefore=20, fontSize=11)
    document = printed(table(ROWS[:4], WIDTHS, *RULED), title, table([ROWS[0], *ROWS[4:]], WIDTHS, *RULED))
    rows = [[text for text in row if text] for one in document.tables for row in cells(document, one)]
    titled = [row for row in rows if row != ["Settore Lavori pubblici"]]
    assert titled == [[text for text in row if text] for row in [*ROWS[:4], ROWS[0], *ROWS[4:]]]


def test_the_sum_below_a_table_is_its_last_row() -> None:
    document = _between(table([*ROWS, ["", "Totale", "", "", "", "98%"]], WIDTHS))
    assert cells(document)[-1] == ["", "Totale", "", "", "", "98%"]


def test_a_note_below_a_table_is_none_of_its_rows() -> None:
    note = paragraph("Fonte: banca dati dell’ente, dati provvisori al 31 dicembre", spaceBefore=8)
    document = printed(table(ROWS, WIDTHS), note)
    assert cells(document) == ROWS
    assert document.text.splitlines()[-1].startswith("Fonte: banca dati")


def test_years_above_numbers_are_a_table() -> None:
    rows = [["", "2018", "2019", "2020"], ["uscite", "102,84", "70,92", "69,10"], ["entrate", "116,5", "88,7", "59"]]
    assert cells(_between(table(rows, [100, 50, 50, 50]))) == rows


@pytest.mark.parametrize(
    "lines",
    [
        [("Codice:", "A.1", "Anno:", "2020"), ("Settore:", "Tecnico", "Peso:", "20%"), ("Capo:", "Neri", "Voti:", "9")],
        [(f"Obiettivo n. {number}", f"{10 * number}%") for number in range(8)],
        [("Il Presidente", "Il Segretario", "Il Direttore"), ("Mario Rossi", "Anna Verdi", "Luca Neri"),
         ("(firma)", "(firma)", "(firma)")],
        [(str(number), f"Capitolo {number}", str(number * number + 2)) for number in range(1, 9)],
        [(f"{number}.", "Capitolo " + "." * 60, str(3 * number)) for number in range(1, 9)],
        [(f"{number}.", f"voce di un elenco, la numero {number} di tutte") for number in range(8)],
    ],
    ids=["labels", "two columns", "signatures", "contents", "dotted contents", "list"],
)
def test_what_stands_in_columns_and_is_no_table(lines: list[tuple[str, ...]]) -> None:
    document = drawn(lambda canvas: [
        canvas.drawString(50 + 140 * column, 700 - 13 * row, text)
        for row, texts in enumerate(lines) for column, text in enumerate(texts)
    ])
    assert document.tables == ()


def test_a_letterhead_is_no_table() -> None:
    lines = [("Comune di Prova", "Tel. 010 123456", "www.prova.it"), ("Via Roma 1", "Fax 010 123457", "pec@prova.it"),
             ("16100 Genova", "C.F. 0123456", "P.IVA 0123")]
    document = drawn(lambda canvas: [
        canvas.drawString(50 + 200 * column, 780 - 10 * row, text)
        for row, texts in enumerate(lines) for column, text in enumerate(texts)
    ])
    assert document.tables == ()


@given(
    start=st.integers(0, 3000), size=st.sampled_from([8, 9, 10, 12]), width=st.sampled_from([180, 240, 350, 480]),
    justified=st.booleans(), numbers=st.lists(st.integers(0, 200), max_size=40),
)
@settings(max_examples=60, deadline=None)
def test_prose_is_no_table_however_it_is_set(
    start: int, size: int, width: int, justified: bool, numbers: list[int]
) -> None:
    words = read(SEED).text.split()[start : start + 400]
    for place in numbers:
        words[place % len(words)] = str(1000 + 7 * place)
    text = " ".join(word for word in words if not set(word) & set("<>&"))
    style = {"fontSize": size, "leading": 1.2 * size, "alignment": 4 if justified else 0}
    document = printed(paragraph(text, **style, rightIndent=max(456 - width, 0)))
    assert document.tables == ()
