"""PDFs: the words, where they stand, tables, and everything that is no readable PDF."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from extract.errors import ReadError
from extract.read import read_bytes
from schemas.document import Box, Document, LineKind
from tests import prints

SEED = Path(__file__).parent.parent / "corpus" / "reports" / "riviere-2020.pdf"
NAMES = ("seed", *prints.ALL)
SCALE = 3  # pixels a point
PAPER = (400, 300)


@cache
def _bytes(name: str) -> bytes:
    data = SEED.read_bytes() if name == "seed" else prints.ALL[name]()
    if data is None:
        pytest.skip("no TrueType font on this machine")
    return data


@cache
def _document(name: str) -> Document:
    return read_bytes(_bytes(name), f"{name}.pdf")


def _drawn(draw: Callable[[Canvas], None], **settings: Any) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=PAPER, **settings)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def _said(*lines: str, size: float = 10) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        for place, line in enumerate(lines):
            canvas.drawString(50, 250 - place * 1.2 * size, line)

    return draw


def _text(draw: Callable[[Canvas], None]) -> str:
    return read_bytes(_drawn(draw), "prova.pdf").text


def _span(document: Document, quote: str) -> tuple[int, int]:
    start = document.text.index(quote)
    return start, start + len(quote)


def _expected_words() -> Counter[str]:
    content = prints.content()
    texts = [*content.opening]
    for objective in content.objectives:
        texts += [f"OBIETTIVO N. {objective.number}", *objective.title]
        for block in objective.blocks:
            texts += [block.mark, block.text, *(cell for row in block.rows for cell in row)]
    return Counter(" ".join(texts).split())


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_read_however_it_is_printed(name: str) -> None:
    document = _document(name)
    body = [document.text[line.start : line.end] for line in document.lines
            if line.kind in (LineKind.BODY, LineKind.FOOTNOTE)]
    if name == "seed":  # its running header stands on page 1 too, longer and as a part of the text
        assert document.lines[0].kind is LineKind.BODY
    found = Counter(" ".join(body).split())
    broken_by_page = {"all’Internaziona-": 1, "lizzazione,": 1} if name == "portrait" else {}
    assert found - _expected_words() == Counter(broken_by_page)
    assert sum((_expected_words() - found).values()) == len(broken_by_page) // 2


@pytest.mark.parametrize("name", NAMES)
def test_words_lines_and_pages_index_the_text(name: str) -> None:
    document = _document(name)
    assert [document.text[line.start : line.end] for line in document.lines] == document.text.split("\n")
    assert "\n".join(document.text[page.start : page.end] for page in document.pages) == document.text
    end = 0
    for word in document.words:
        assert end <= word.start < word.end
        assert not any(character.isspace() for character in document.text[word.start : word.end])
        assert document.page_at(word.start).number == word.page
        end = word.end
    indexed = set().union(*(range(word.start, word.end) for word in document.words))
    assert all(place in indexed for place, character in enumerate(document.text) if not character.isspace())


@pytest.mark.parametrize("name", NAMES)
def test_there_is_ink_in_every_box_and_hardly_any_outside(name: str) -> None:
    document = _document(name)
    for number in (1, len(document.pages)):
        picture = _picture(_bytes(name), number)
        words = [word for word in document.words if word.page == number]
        whole = Box(0, 0, document.pages[number - 1].width, document.pages[number - 1].height)
        everything = _dark(picture, whole)
        for word in words[::5]:
            assert _ink(picture, word.box), document.text[word.start : word.end]
        for word in words:
            picture.paste(255, tuple(round(edge * SCALE) for edge in word.box))
        assert _dark(picture, whole) < 0.002 * everything


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_and_cropped_pages_are_boxed_as_they_are_seen(turn: int) -> None:
    source = pypdfium2.PdfDocument(_drawn(_said("Prima riga del testo", "", "", "Obiettivo finale")))
    page = source[0]
    page.set_rotation(turn)
    page.set_cropbox(30, 40, 380, 290)
    buffer = io.BytesIO()
    source.save(buffer)
    document = read_bytes(buffer.getvalue(), "girato.pdf")
    assert (document.pages[0].width, document.pages[0].height) == ((350, 250) if turn % 180 == 0 else (250, 350))
    picture = _picture(buffer.getvalue(), 1)
    for word in document.words:
        assert _ink(picture, word.box)
        assert _ink(picture, _shrunk(word.box, along=turn % 180 == 0))
    blank = sum(_dark(picture, word.box) for word in document.words)
    assert blank == _dark(picture, Box(0, 0, document.pages[0].width, document.pages[0].height))


def test_a_span_over_two_lines_has_two_boxes_and_over_two_pages_two_places() -> None:
    document = _document("seed")
    place, = document.locate(*_span(document, "incremento del fondo per lo sviluppo delle\nrisorse"))
    assert [round(box.top) for box in place.boxes] == sorted({round(box.top) for box in place.boxes})
    assert len(place.boxes) == 2
    first, second = document.pages[0], document.pages[1]
    assert [part.page for part in document.locate(first.end - 10, second.start + 10)] == [1, 2]


def test_a_mended_word_keeps_both_of_its_places() -> None:
    document = read_bytes(_drawn(_said("la gestione infor-", "matizzazione del registro")), "prova.pdf")
    assert document.text == "la gestione informatizzazione\ndel registro"
    place, = document.locate(*_span(document, "informatizzazione"))
    upper, lower = place.boxes
    assert upper.bottom <= lower.top + 2
    assert upper.x0 > lower.x0


def test_a_raised_mark_is_glued_to_its_word() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(50, 200)
        for size, rise, part in ((10, 0, "approvazione del MISE"), (6.5, 3.5, "1"), (10, 0, "), volte a")):
            text.setFont("Helvetica", size)
            text.setRise(rise)
            text.textOut(part)
        canvas.drawText(text)

    assert _text(draw) == "approvazione del MISE1), volte a"


def test_a_font_that_changes_within_a_word_does_not_part_it() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(50, 200)
        for font, part in (("Helvetica-Bold", "OBIET"), ("Times-Roman", "TIVO"), ("Helvetica", " N. 3")):
            text.setFont(font, 12)
            text.textOut(part)
        canvas.drawText(text)

    assert _text(draw) == "OBIETTIVO N. 3"


def test_words_printed_twice_for_boldness_are_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        for shift in (0, 0.3):
            canvas.drawString(50 + shift, 200, "Valutazione OIV")
        canvas.drawString(50, 180, "tutto tutto bene")

    assert _text(draw) == "Valutazione OIV\ntutto tutto bene"


def test_lines_come_in_the_order_of_the_page_not_of_the_file() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 100, "terza")
        canvas.drawString(120, 200, "riga")
        canvas.drawString(50, 280, "prima")
        canvas.drawString(50, 200, "seconda")

    assert _text(draw).split() == ["prima", "seconda", "riga", "terza"]


def test_a_stamp_that_runs_up_the_margin_is_one_line_of_its_own() -> None:
    def draw(canvas: Canvas) -> None:
        _said("Il servizio ha seguito", "le imprese del territorio")(canvas)
        canvas.translate(20, 60)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Protocollo n. 123 del 2020")

    document = read_bytes(_drawn(draw), "prova.pdf")
    assert document.text == "Protocollo n. 123 del 2020\nIl servizio ha seguito\nle imprese del territorio"
    assert [line.kind for line in document.lines] == [LineKind.HEADER, LineKind.BODY, LineKind.BODY]


def test_columns_of_an_unruled_table_are_parted_by_tabs_and_justified_prose_is_not() -> None:
    def draw(canvas: Canvas) -> None:
        for x, word in ((50, "giorni di"), (150, "102,84"), (220, "70,92")):
            canvas.drawString(x, 250, word)
        for x, word in zip(range(50, 350, 60), ("parole", "molto", "distanti", "tra", "loro"), strict=True):
            canvas.drawString(x, 230, word)

    assert _text(draw) == "giorni di\t102,84\t70,92\nparole molto distanti tra loro"


@pytest.mark.parametrize("name", NAMES)
def test_the_table_over_years_is_found_and_its_cells_are_spans_of_the_text(name: str) -> None:
    document = _document(name)
    table, = document.tables
    assert (table.rows, table.columns, table.ruled) == (3, 5, name not in ("portrait", "one_per_page"))
    cells = [[document.text[cell.start : cell.end] for cell in table.cells if cell.row == row] for row in range(3)]
    assert cells == [
        ["", "2017", "2018", "2019", "2020"],
        ["media num giorni di regolarizzazione pr uscita", "102,84", "70,92", "69,10", "58,37"],
        ["media num giorni di regolarizzazione pr entrata", "116,54", "88,79", "101,02", "59,36"],
    ]
    assert document.text[table.start : table.end] == "\n".join("\t".join(row) for row in cells)
    for cell in table.cells:
        for word in document.words_in(cell.start, cell.end):
            assert cell.box.x0 <= word.box.x0 <= word.box.x1 <= cell.box.x1


def test_cells_that_span_and_cells_of_two_lines() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([50, 150, 250, 350], [100, 140, 180])
        canvas.rect(50, 180, 300, 30)
        canvas.drawString(60, 190, "Indicatori dell’anno")
        for x, words in ((60, ("Peso", "totale")), (160, ("20%",)), (260, ("30%",))):
            for place, word in enumerate(words):
                canvas.drawString(x, 165 - 12 * place, word)
        canvas.drawString(60, 115, "fine")

    document = read_bytes(_drawn(draw), "prova.pdf")
    assert document.text == "Indicatori dell’anno\nPeso\ntotale\t20%\t30%\nfine\t\t"
    table, = document.tables
    assert (table.cells[0].column_span, table.cells[0].row_span) == (3, 1)
    assert [document.text[cell.start : cell.end] for cell in table.cells[1:4]] == ["Peso\ntotale", "20%", "30%"]


def test_tables_within_forms_are_found_where_the_form_stands() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("tabella")
        canvas.grid([0, 100, 200], [0, 20, 40])
        canvas.drawString(5, 25, "Peso")
        canvas.drawString(105, 25, "20%")
        canvas.endForm()
        canvas.translate(80, 100)
        canvas.doForm("tabella")

    table, = read_bytes(_drawn(draw), "prova.pdf").tables
    assert [round(edge) for edge in table.box] == [80, 160, 280, 200]


def test_frames_underlines_and_empty_grids_are_no_tables() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(10, 10, 380, 280)
        canvas.rect(40, 190, 200, 30)
        canvas.drawString(50, 200, "testo in un riquadro")
        canvas.line(50, 198, 150, 198)
        canvas.grid([50, 100, 150], [20, 40, 60])

    document = read_bytes(_drawn(draw), "prova.pdf")
    assert document.tables == ()
    assert document.text == "testo in un riquadro"


def test_a_page_without_text_among_others_is_an_empty_page() -> None:
    def draw(canvas: Canvas) -> None:
        for text in ("prima", "", "terza"):
            canvas.drawString(50, 200, text)
            canvas.showPage()

    document = read_bytes(_drawn(draw), "prova.pdf")
    assert document.text == "prima\n\nterza"
    assert [(page.start, page.end) for page in document.pages] == [(0, 5), (6, 6), (7, 12)]


def _no_pages() -> bytes:
    buffer = io.BytesIO()
    pypdfium2.PdfDocument.new().save(buffer)
    return buffer.getvalue()


def _picture_only() -> bytes:
    return _drawn(lambda canvas: canvas.rect(50, 50, 100, 100, fill=1))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (lambda: _drawn(_said("riservato"), encrypt="segreta"), "encrypted"),
        (lambda: SEED.read_bytes()[:60_000], "damaged"),
        (lambda: b"%PDF-1.7\nnot a pdf at all\n%%EOF", "damaged"),
        (_no_pages, "no_pages"),
        (_picture_only, "no_text"),
    ],
)
def test_unreadable_pdfs_are_refused_in_one_line(data: Callable[[], bytes], kind: str) -> None:
    with pytest.raises(ReadError) as raised:
        read_bytes(data(), "relazione.pdf")
    assert raised.value.kind == kind
    assert str(raised.value).startswith("relazione.pdf: ")
    assert raised.value.remedy
    assert "\n" not in str(raised.value)


@given(st.lists(st.text(alphabet="abcdefghimnoprstuvz0123456789.,", min_size=1, max_size=9), min_size=1, max_size=12))
def test_words_come_back_in_order_and_locate_covers_them(words: list[str]) -> None:
    lines = [" ".join(words[start : start + 4]) for start in range(0, len(words), 4)]
    document = read_bytes(_drawn(_said(*lines)), "prova.pdf")
    assert document.text == "\n".join(lines)
    place, = document.locate(0, len(document.text))
    assert (place.start, place.end, len(place.boxes)) == (0, len(document.text), len(lines))


def _picture(data: bytes, number: int) -> Any:
    document = pypdfium2.PdfDocument(data)
    return document[number - 1].render(scale=SCALE).to_pil().convert("L")


def _dark(picture: Any, box: Box) -> int:
    histogram = picture.crop(tuple(round(edge * SCALE) for edge in box)).histogram()
    return sum(histogram[:100])


def _ink(picture: Any, box: Box) -> bool:
    return _dark(picture, box) > 0


def _shrunk(box: Box, *, along: bool) -> Box:
    """The middle half of the box, across the line it stands on."""
    x, y = (0.0, (box.bottom - box.top) / 4) if along else ((box.x1 - box.x0) / 4, 0.0)
    return Box(box.x0 + x, box.top + y, box.x1 - x, box.bottom - y)
