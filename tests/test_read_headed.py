"""Tables that no line down parts: columns from a head painted cell by cell, or from lines drawn cell by cell."""

from __future__ import annotations

from typing import Any

import pytest
from reportlab.platypus import TableStyle

from schemas.document import Document
from tests.sheets import PROSE, cells, paragraph, printed, spans, table

HEAD = [
    ["Obiettivo pluriennale", "Obiettivo annuale", "", "", "Indicatore", "Target", "", "", "Risultato 2023",
     "% realizz."],
    ["", "N.", "Descrizione", "Peso", "", "2022", "2023", "2024", "", ""],
]
BODY = [
    ["Conservare gli habitat di prateria e le specie", "1", "Completare il censimento", "15",
     "Aree visitate", "20", "24", "28", "25", "100"],
    ["", "", "", "", "Relazione annuale", "sì", "sì", "sì", "sì", "100"],
    ["", "2", "Ripristinare i pascoli", "10", "Contributi liquidati",
     "6.000,00", "7.500,00", "9.000,00", "7.125,00", "95"],
    ["Accogliere i visitatori", "3", "Aprire la navetta", "5", "Passeggeri", "4", "6", "8",
     "Obiettivo annullato con la variazione del piano", ""],
]
MERGED = [
    ("SPAN", (0, 2), (0, 4)), *(("SPAN", (column, 2), (column, 3)) for column in (1, 2, 3)), ("SPAN", (8, 5), (9, 5)),
]
GROUPS = [
    ("SPAN", (1, 0), (3, 0)), ("SPAN", (5, 0), (7, 0)),
    *(("SPAN", (column, 0), (column, 1)) for column in (0, 4, 8, 9)),
]
WIDTHS = [70, 18, 70, 26, 66, 40, 40, 40, 52, 44]
PAPER = (600, 500)
Style = list[tuple[Any, ...]]


def painted() -> Style:
    """Each cell of the head painted, those over several columns or rows as one."""
    tops = [((0, 0), (0, 1)), ((1, 0), (3, 0)), ((4, 0), (4, 1)), ((5, 0), (7, 0)), ((8, 0), (8, 1)), ((9, 0), (9, 1))]
    below = [((column, 1), (column, 1)) for column in (1, 2, 3, 5, 6, 7)]
    return [("BACKGROUND", *corners, "#446688") for corners in (*tops, *below)]


def below_cells(first: int) -> Style:
    """A line below each cell, from a row on; none within a merged one."""
    inner = {(0, 2), (0, 3), *((column, 2) for column in (1, 2, 3)), (0, 0), (4, 0), (8, 0), (9, 0)}
    return [
        ("LINEBELOW", (column, row), (column, row), 0.5, "black")
        for row in range(first, 6) for column in range(10) if (column, row) not in inner
    ]


def below_rows() -> Style:
    """A line below each row, as far as no cell goes on there."""
    starts = {2: 4, 3: 1, 4: 0, 5: 0}
    return [("LINEBELOW", (start, row), (-1, row), 0.5, "black") for row, start in starts.items()]


def document(*style: tuple[Any, ...], rows: list[list[str]] | None = None) -> Document:
    """Prose, the table and a note, as printed and read again."""
    whole = table(rows or [*HEAD, *BODY], WIDTHS, *GROUPS, *MERGED, *style)
    whole.setStyle(TableStyle([("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 3)]))
    note = paragraph("Legenda: n.d. = dato non disponibile alla data odierna.")
    return printed(paragraph(PROSE), whole, note, paper=PAPER)


@pytest.mark.parametrize(
    "style", [[*painted(), *below_rows()], [*painted(), *below_cells(2)], below_cells(0)],
    ids=["painted head, lines below rows", "painted head, lines below cells", "lines below cells"],
)
def test_the_columns_of_the_head_hold_for_the_rows(style: Style) -> None:
    read = document(*style)
    found = spans(read)
    assert found["Obiettivo annuale"][2:] == (1, 3)
    assert found["Target"][2:] == (1, 3)
    assert found[BODY[0][0]][2:] == (3, 1)
    assert found["Completare il censimento"][2:] == (2, 1)
    assert found["Obiettivo annullato con la variazione del piano"][3] == 2
    rows = [[text for text in row if text] for row in cells(read)]
    assert rows[-4:] == [[text for text in row if text] for row in BODY]


def test_words_above_and_below_stay_outside() -> None:
    read = document(*painted(), *below_rows())
    one, = read.tables
    assert " ".join(read.text[: one.start].split()) == PROSE
    assert read.text[one.end :].strip().startswith("Legenda")


def test_lines_down_part_the_columns_where_there_are_any() -> None:
    read = document(*painted(), ("GRID", (0, 0), (-1, -1), 0.5, "black"))
    assert read.tables[0].ruled


def test_a_row_that_the_page_end_leaves_open_belongs_to_its_table() -> None:
    read = document(*painted(), *below_rows()[:-1])
    assert [text for text in cells(read)[-1] if text] == [text for text in BODY[-1] if text]


def test_painted_labels_of_a_card_make_no_columns() -> None:
    rows = [["Descrizione", PROSE, "", ""], ["Responsabile", "Ufficio", "Peso", "20%"], ["Note", PROSE, "", ""]]
    lines = [("LINEBELOW", (column, row), (column, row), 0.5, "black") for row in range(3) for column in range(4)]
    joined = [("SPAN", (1, 0), (3, 0)), ("SPAN", (1, 2), (3, 2))]
    read = printed(table(rows, [90, 200, 60, 60], *joined, *lines), paper=PAPER)
    texts = [text for one in read.tables for row in cells(read, one) for text in row]
    assert not [text for text in texts if text and text in PROSE and text != PROSE]
