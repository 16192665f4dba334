"""What a text layer hides: words struck through, letters painted twice, letters that are others than one sees."""

from __future__ import annotations

import ctypes
import io
import random
import re
import string
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pypdfium2.raw
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extract import extract_report
from extract.errors import ReadError
from extract.passage import body_of
from extract.read import read, read_bytes
from extract.read.options import Options
from schemas.document import Document, Span
from tests.prints import FONT_FILES, FONT_FOLDERS
from tests.scans import needs_tesseract
from tests.sheets import PROSE, cells, drawn, paragraph, printed, table

SEED = Path(__file__).parent.parent / "corpus" / "reports" / "riviere-2020.txt"
REPORTS = sorted((Path(__file__).parent.parent / "corpus").glob("*/*.pdf"))


def _struck(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in document.struck]


def _body(document: Document) -> str:
    return body_of(document, lambda line: False).text


def test_struck_words_are_told_and_left_out_of_the_body() -> None:
    document = printed(
        paragraph("Target: <strike>almeno 90% entro il 30/06/2020</strike> almeno 95%"),
        paragraph(f"<strike>{PROSE}</strike>"), paragraph("Risultato raggiunto"),
    )
    assert _struck(document)[0] == "almeno 90% entro il 30/06/2020"
    assert _struck(document)[1].split() == PROSE.split()
    assert _body(document).split() == ["Target:", "almeno", "95%", "Risultato", "raggiunto"]
    assert _body(document).startswith("Target: ")  # the rest of a line stays on it
    assert "almeno 90%" in document.text


@pytest.mark.parametrize(
    ("marked", "old", "new"),
    [
        ("<strike>90%</strike>95%", "90%", "95%"), ("2.<strike>3</strike>4", "3", "2.4"),
        ("<strike>n. 5</strike> n. 4", "n. 5", "n. 4"),
    ],
)
def test_a_word_struck_in_part_is_struck_in_part(marked: str, old: str, new: str) -> None:
    grid = ("GRID", (0, 0), (-1, -1), 0.5, "black")
    document = printed(table([["Target", marked], ["Peso", "20%"]], [100, 100], grid))
    assert _struck(document) == [old]
    cell = document.tables[0].cells[1]
    assert "".join(document.text[s.start : s.end] for s in document.unstruck(cell.start, cell.end)).strip() == new


def test_lines_below_above_and_around_words_strike_nothing() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "sottolineato")
        canvas.line(100, 698.5, 145, 698.5)
        canvas.drawString(100, 660, "soprallineato")
        canvas.line(100, 667, 148, 667)
        canvas.drawString(100, 620, "riga di una tabella più lunga del testo")
        canvas.line(60, 622.5, 500, 622.5)
        canvas.grid([100, 200, 300], [540, 560, 580])
        for x, y in ((104, 565), (204, 565), (104, 545), (204, 545)):
            canvas.drawString(x, y, "cella")

    document = drawn(draw)
    assert document.struck == ()
    assert cells(document) == [["cella", "cella"], ["cella", "cella"]]


def test_a_strike_within_a_cell_parts_no_cell() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([100, 150, 200], [660, 680, 700])
        canvas.drawString(101, 686, "dieci per cento")
        canvas.line(100, 688.5, 153, 688.5)
        for x, y, text in ((153, 667, "b"), (104, 667, "a")):
            canvas.drawString(x, y, text)

    document = drawn(draw)
    assert _struck(document) == ["dieci per cento"]
    assert (document.tables[0].rows, document.tables[0].columns) == (2, 2)


def test_words_struck_out_by_a_note_are_struck() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(400, 300))
    canvas.drawString(50, 200, "Target almeno 90% almeno 95%")
    canvas.save()
    source = pypdfium2.PdfDocument(buffer.getvalue())
    page = source[0]
    text = page.get_textpage()
    left, right = text.get_charbox(7)[0], text.get_charbox(16)[2]
    note = pypdfium2.raw.FPDFPage_CreateAnnot(page.raw, pypdfium2.raw.FPDF_ANNOT_STRIKEOUT)
    quad = pypdfium2.raw.FS_QUADPOINTSF(left, 211, right, 211, left, 197, right, 197)
    pypdfium2.raw.FPDFAnnot_AppendAttachmentPoints(note, ctypes.byref(quad))
    pypdfium2.raw.FPDFPage_CloseAnnot(note)
    saved = io.BytesIO()
    source.save(saved)
    assert _struck(read_bytes(saved.getvalue(), "prova.pdf")) == ["almeno 90%"]


@given(st.lists(st.integers(0, 60), max_size=8, unique=True), st.integers(0, 60), st.integers(0, 60))
def test_what_is_not_struck_is_all_the_rest(edges: list[int], start: int, end: int) -> None:
    ordered = sorted(edges[: len(edges) // 2 * 2])
    struck = tuple(Span(a, b) for a, b in zip(ordered[::2], ordered[1::2], strict=True))
    document = Document("", "", "x" * 60, "", (), (), struck=struck)
    kept = {place for span in document.unstruck(start, end) for place in range(*span)}
    assert kept == {place for place in range(start, end) if not any(a <= place < b for a, b in struck)}


def _glyph_by_glyph(canvas: Canvas, x: float, y: float, text: str) -> None:
    for letter in text:
        for aside in (0, 0.8):
            canvas.drawString(x + aside, y, letter)
        x += stringWidth(letter, "Helvetica", 11)


def _within_one_string(canvas: Canvas, x: float, y: float, text: str) -> None:
    """Each letter, back to its start and a hair aside, and again: pdfium takes them for two."""
    parts = []
    for letter in text:
        width = stringWidth(letter, "Helvetica", 11)
        shown = letter.replace("(", "\\(").replace(")", "\\)")
        parts += [f"({shown})", f"{(width - 0.8) / 11 * 1000:.1f}", f"({shown})", f"{0.8 / 11 * 1000:.1f}"]
    canvas._code.append(f"BT /F1 11 Tf 1 0 0 1 {x} {y} Tm [{' '.join(parts)}] TJ ET")


def _word_by_word(canvas: Canvas, x: float, y: float, text: str) -> None:
    for word in text.split():
        for aside in (0, 1.2):
            canvas.drawString(x + aside, y, word)
        x += stringWidth(word + " ", "Helvetica", 11)


def _line_by_line(canvas: Canvas, x: float, y: float, text: str) -> None:
    for aside in (0, 0.5):
        canvas.drawString(x + aside, y + aside, text)


def _in_two_fonts(canvas: Canvas, x: float, y: float, text: str) -> None:
    for letter in text:
        for aside, font in enumerate(("Helvetica", "Helvetica-Oblique")):
            canvas.setFont(font, 11)
            canvas.drawString(x + 0.3 * aside, y, letter)
        x += stringWidth(letter, "Helvetica", 11)
    canvas.setFont("Helvetica", 11)


@pytest.mark.parametrize("paint", [_glyph_by_glyph, _within_one_string, _word_by_word, _line_by_line, _in_two_fonts])
def test_letters_painted_twice_are_read_once(paint: Callable[[Canvas, float, float, str], None]) -> None:
    lines = ["OBIETTIVO N. 5", "Ridurre i tempi (attesi) di tutto l'anno", "OIV = 100/100 p. 11 II", "e a 22 33"]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(60, 740, "Testo normale 11 22 tutto oggi")
        for place, line in enumerate(lines):
            paint(canvas, 60, 700 - 16 * place, line)

    document = drawn(draw)
    assert document.text.splitlines() == ["Testo normale 11 22 tutto oggi", *lines]
    for word in document.words:
        assert not any(letter.isspace() for letter in document.text[word.start : word.end])


def _font() -> str:
    for folder in map(Path, FONT_FOLDERS):
        for regular, _ in FONT_FILES:
            if (folder / regular).is_file():
                from reportlab.pdfbase.ttfonts import TTFont

                pdfmetrics.registerFont(TTFont("Letters", str(folder / regular)))
                return "Letters"
    pytest.skip("no TrueType font on this machine")


def _pages(*told: dict[int, int] | None) -> bytes:
    """A page for each mapping; its letters look as they should and are told to be others."""
    parts = []
    for mapping in told:
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=(600, 800), pageCompression=0)
        canvas.setFont(_font(), 9)
        text = canvas.beginText(40, 760)
        for start in range(0, 3000, 100):
            text.textLine(" ".join(read(SEED).text[start : start + 100].split()))
        canvas.drawText(text)
        canvas.save()
        parts.append(_told(buffer.getvalue(), mapping or {}))
    whole = pypdfium2.PdfDocument.new()
    for part in parts:
        whole.import_pages(pypdfium2.PdfDocument(part))
    buffer = io.BytesIO()
    whole.save(buffer)
    return buffer.getvalue()


def _told(data: bytes, mapping: dict[int, int]) -> bytes:
    """The PDF with other letters in its fonts' tables from glyph to letter."""
    def other(found: re.Match[bytes]) -> bytes:
        return found[1] + b"<%04X>" % mapping.get(int(found[2], 16), int(found[2], 16))

    return re.sub(rb"(<[0-9A-F]{2}> )<([0-9A-F]{4})>", other, data)


def _each(new: Callable[[int], int]) -> dict[int, int]:
    return {ord(letter): new(ord(letter)) for letter in string.ascii_letters}


def _shuffled(seed: int) -> dict[int, int]:
    letters = list(string.ascii_lowercase)
    random.Random(seed).shuffle(letters)
    small = dict(zip(string.ascii_lowercase, letters, strict=True))
    return {ord(c): ord(small[c.lower()].upper() if c.isupper() else small[c]) for c in string.ascii_letters}


GARBLED: dict[str, dict[int, int]] = {
    "replaced": _each(lambda letter: 0xFFFD), "private": _each(lambda letter: 0xE000 + letter),
    "missing": _each(lambda letter: 0),
    "shifted": _each(lambda c: (c - 65 + 3) % 26 + 65 if c < 91 else (c - 97 + 3) % 26 + 97),
    **{f"shuffled {seed}": _shuffled(seed) for seed in range(4)},
}


@pytest.mark.parametrize("name", GARBLED)
def test_a_page_of_other_letters_is_reported_and_left_out(name: str) -> None:
    document = read_bytes(_pages(None, GARBLED[name], None), "prova.pdf", Options(ocr=False))
    assert document.unread == document.garbled == (2,)
    first, second, third = document.pages
    assert second.start == second.end
    assert document.text[first.start : first.end] == document.text[third.start : third.end]
    assert "Performance" in document.text


@pytest.mark.parametrize("name", ["replaced", "shifted"])
def test_such_a_page_is_not_called_a_picture(name: str) -> None:
    document = read_bytes(_pages(None, GARBLED[name], None), "prova.pdf", Options(ocr=False))
    report = extract_report(document).report
    message, = (one.message for one in report.findings if one.check == "reading.page-without-text")
    assert message.startswith("La pagina 2 ha un testo con lettere diverse da quelle che mostra:")


@pytest.mark.parametrize("name", ["replaced", "shifted"])
def test_a_report_of_such_pages_only_is_refused(name: str) -> None:
    with pytest.raises(ReadError, match="other letters") as refused:
        read_bytes(_pages(GARBLED[name], GARBLED[name]), "prova.pdf", Options(ocr=False))
    assert refused.value.kind == "no_text"
    assert "\n" not in str(refused.value)


@needs_tesseract
def test_a_page_of_other_letters_is_recognised_as_a_person_sees_it() -> None:
    document = read_bytes(_pages(None, GARBLED["shifted"], None), "prova.pdf")
    assert (document.unread, document.garbled, document.recognised) == ((), (), (2,))
    true, seen, _ = (document.text[page.start : page.end].split() for page in document.pages)
    assert len(set(true) & set(seen)) > 0.9 * len(set(true))


def _with_numbers(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if any(map(str.isdigit, line)))


@pytest.mark.parametrize("change", [str.upper, _with_numbers])
def test_capitals_and_numbers_are_text(change: Callable[[str], str]) -> None:
    lines = change(read(SEED).text).split("\n")[:50]
    document = drawn(lambda canvas: [
        canvas.drawString(30, 780 - 14 * place, line[:120]) for place, line in enumerate(lines)
    ])
    assert document.unread == ()
    assert len(document.text) > 1000


def test_codes_and_acronyms_are_text() -> None:
    rows = [[f"CAP{n}.PA.{n:02}", f"B{n}.0{n}", "DPCM", "n.d.", f"{n},5%", "SI", "CCIAA", "OIV"] for n in range(40)]
    grid = ("GRID", (0, 0), (-1, -1), 0.5, "black")
    assert printed(table(rows, [70] * 8, grid)).unread == ()


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_page_of_the_corpus_is_read(path: Path) -> None:
    assert read(path).unread == ()
