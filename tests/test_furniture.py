"""Headers, footers and footnotes are told from the body, and what only looks like them is not."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.read import read, read_bytes
from schemas.document import Document, LineKind
from tests import prints

REPORTS = Path(__file__).parent.parent / "corpus" / "reports"
WIDTH, HEIGHT = 400, 300
BODY = ("Il servizio ha seguito le imprese del territorio per tutto", "l’anno, come il piano prevedeva.")


def _kinds(document: Document) -> dict[LineKind, list[str]]:
    found: dict[LineKind, list[str]] = {kind: [] for kind in LineKind}
    for line in document.lines:
        found[line.kind].append(document.text[line.start : line.end].strip())
    return found


def _paged(pages: Sequence[Sequence[str]], top: Callable[[int], str], foot: Callable[[int], str]) -> Document:
    """A PDF with `pages` of lines between a header line and a footer line, each made from the page's number."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT))
    for number, lines in enumerate(pages, 1):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(30, HEIGHT - 20, top(number))
        canvas.drawString(30, 15, foot(number))
        for place, line in enumerate(lines):
            canvas.drawString(30, HEIGHT - 60 - 12 * place, line)
        canvas.showPage()
    canvas.save()
    return read_bytes(buffer.getvalue(), "prova.pdf")


def _nothing(number: int) -> str:
    return ""


def _bodies(count: int) -> list[list[str]]:
    return [[f"Capitolo di contenuto {'abcdefgh'[number]}", *BODY[: 1 + number % 2]] for number in range(count)]


def test_the_seed_text() -> None:
    kinds = _kinds(read(REPORTS / "riviere-2020.txt"))
    assert kinds[LineKind.HEADER] == [
        "CCIAA RIVIERE DI LIGURIA Relazione sulla Performance 2020 –Progetti – obiettivo ex art. 67,",
        "comma 5, lett. B, CCNL - rendicontazione",
    ]
    assert kinds[LineKind.FOOTNOTE] == [
        "1", "decreto del Ministro dello Sviluppo economico del 12 marzo 2020, per il triennio 2020-2022.",
    ]
    assert kinds[LineKind.FOOTER] == []


def test_the_seed_pdf() -> None:
    kinds = _kinds(read(REPORTS / "riviere-2020.pdf"))
    assert len(kinds[LineKind.HEADER]) == 12
    assert len(set(kinds[LineKind.HEADER])) == 1
    assert kinds[LineKind.FOOTER] == []
    assert kinds[LineKind.FOOTNOTE] == [
        "1 decreto del Ministro dello Sviluppo economico del 12 marzo 2020, per il triennio 2020-2022."
    ]


@pytest.mark.parametrize("name", list(prints.ALL))
def test_the_seed_printed_anew(name: str) -> None:
    data = prints.ALL[name]()
    if data is None:
        pytest.skip("no TrueType font on this machine")
    document = read_bytes(data, f"{name}.pdf")
    kinds = _kinds(document)
    pages = range(1, len(document.pages) + 1)
    assert kinds[LineKind.HEADER] == ([] if name == "one_per_page" else [prints.RUNNING_HEADER for _ in pages])
    footers = {"portrait": "Pagina {} di {}", "truetype": "{}"}
    expected = [footers[name].format(page, len(pages)) for page in pages] if name in footers else []
    assert kinds[LineKind.FOOTER] == expected
    assert kinds[LineKind.FOOTNOTE] == [
        "1 decreto del Ministro dello Sviluppo economico del 12 marzo 2020, per il triennio 2020-2022."
    ]


@pytest.mark.parametrize(
    "number",
    [
        "Pagina {0} di 6", "pag. {0}", "{0}/6", "- {0} -", "1{0}", "Relazione 2020 - Pag. {0}",
        f"Ente di prova{' ' * 60}{{0}}", f"{{0}}/6{' ' * 60}www.esempio.it", "Ente di prova | {0}",
    ],
)
def test_page_numbers_count_up_with_the_pages(number: str) -> None:
    kinds = _kinds(_paged(_bodies(6), _nothing, number.format))
    assert len(kinds[LineKind.FOOTER]) == 6
    assert len(kinds[LineKind.BODY]) == sum(map(len, _bodies(6)))


def test_a_number_that_does_not_count_pages_is_body() -> None:
    document = _paged(_bodies(6), _nothing, lambda page: ("12", "70", "33", "5", "98", "41")[page - 1])
    assert _kinds(document)[LineKind.FOOTER] == []


def test_headers_that_alternate_and_a_first_page_of_its_own() -> None:
    tops = ("Comune di Prova - Frontespizio", "Comune di Prova", "Relazione 2020")
    document = _paged(_bodies(8), lambda page: tops[0] if page == 1 else tops[1 + page % 2], _nothing)
    assert len(_kinds(document)[LineKind.HEADER]) == 7


def test_two_pages_with_the_same_line_in_the_margin() -> None:
    document = _paged(_bodies(2), lambda page: "Comune di Prova", lambda page: f"Pagina {page} di 2")
    kinds = _kinds(document)
    assert kinds[LineKind.HEADER] == ["Comune di Prova"] * 2
    assert kinds[LineKind.FOOTER] == ["Pagina 1 di 2", "Pagina 2 di 2"]


@pytest.mark.parametrize("heading", ["OBIETTIVO N. {}", "SCHEDA OBIETTIVO {}", "Obiettivo n° {}"])
def test_one_objective_a_page_keeps_headings_labels_and_scores(heading: str) -> None:
    score = "Valutazione OIV = 100/100"
    pages = [["Riferimento Obiettivi", "Descrizione", *BODY[: 1 + page % 2], score] for page in range(6)]
    document = _paged(pages, heading.format, _nothing)
    assert {line.kind for line in document.lines} == {LineKind.BODY}


def test_labels_that_begin_some_pages_are_body() -> None:
    pages = [["Descrizione", *BODY], [*BODY, "Descrizione"], ["Descrizione", *BODY], [*BODY, "Descrizione", *BODY],
             ["Descrizione", *BODY], ["Indicatore", *BODY]]
    document = _paged(pages, _nothing, _nothing)
    assert _kinds(document)[LineKind.HEADER] == []


def test_a_table_heading_on_every_page_is_body() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT))
    for page in range(4):
        canvas.grid([30, 130, 230, 330], [200, 230, 260])
        for x, head, cell in ((40, "Indicatore", f"voce {page}"), (140, "Target", "5"), (240, "Peso", "20%")):
            canvas.drawString(x, 240, head)
            canvas.drawString(x, 210, cell)
        canvas.showPage()
    canvas.save()
    document = read_bytes(buffer.getvalue(), "prova.pdf")
    assert len(document.tables) == 4
    assert {line.kind for line in document.lines} == {LineKind.BODY}


def test_form_feeds_and_repeated_scores_in_text_files() -> None:
    pages = [f"Comune di Prova\n\nOBIETTIVO N. {n}\nDescrizione\ntesto {'ab' * n}\n\nValutazione OIV = 100/100\n\n{n}\n"
             for n in range(1, 6)]
    kinds = _kinds(read_bytes("\f".join(pages).encode(), "prova.txt"))
    assert kinds[LineKind.HEADER] == ["Comune di Prova"] * 5
    assert kinds[LineKind.FOOTER] == ["1", "2", "3", "4", "5"]
    assert kinds[LineKind.BODY].count("Valutazione OIV = 100/100") == 5


def test_page_numbers_in_a_text_without_page_breaks() -> None:
    text = "Relazione\n\ntesto uno\n\nPagina 1 di 2\n\ntesto due\n\nPagina 2 di 2\n"
    assert _kinds(read_bytes(text.encode(), "prova.txt"))[LineKind.FOOTER] == ["Pagina 1 di 2", "Pagina 2 di 2"]


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("1 Decreto del 12 marzo 2020.", ["1 Decreto del 12 marzo 2020."]),
        ("(1) Decreto del 12 marzo\n    2020, n. 5.", ["(1) Decreto del 12 marzo", "2020, n. 5."]),
        ("1\n Decreto del 12 marzo 2020.\nRisultati: buoni", ["1", "Decreto del 12 marzo 2020."]),
        ("1 Decreto.\nDescrizione", ["1 Decreto."]),
        ("1\n\nDecreto del 12 marzo 2020.\n\nrisultati", ["1", "Decreto del 12 marzo 2020."]),
        ("ultima riga\n1\n    Decreto del 12 marzo 2020.\nIndicatore: n.", ["1", "Decreto del 12 marzo 2020."]),
    ],
)
def test_footnotes_of_text_files(note: str, kept: list[str]) -> None:
    text = f"Relazione\nsu approvazione del MISE1), volte\na sostenere\n\n{note}\n\nIndicatore: n. eventi\n"
    assert [line for line in _kinds(read_bytes(text.encode(), "prova.txt"))[LineKind.FOOTNOTE] if line] == kept


@pytest.mark.parametrize(
    "text",
    [
        "le azioni del MISE1 sono state:\n\n1. ravvedimento operoso\n\n2. ruolo 2018\n",
        "le azioni svolte sono:\n\n1 evento a Roma\n",
        "mappa Atlantei4.0\n\n4 eventi\n",
        "emergenza COVID19\n\n1\n\n2\n",
    ],
)
def test_lists_and_numbers_are_no_footnotes(text: str) -> None:
    assert _kinds(read_bytes(text.encode(), "prova.txt"))[LineKind.FOOTNOTE] == []


def test_a_footnote_goes_on_over_small_lines_and_a_small_caption_is_none() -> None:
    def draw(canvas: Canvas, y: float, size: float, text: str, raised: str = "") -> None:
        line = canvas.beginText(30, y)
        for font_size, rise, part in ((size * 0.65, size * 0.35, raised), (size, 0, text)):
            line.setFont("Helvetica", font_size)
            line.setRise(rise)
            line.textOut(part)
        canvas.drawText(line)

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT))
    for place, text in enumerate((*BODY, "su approvazione del MISE2 e altro ancora")):
        draw(canvas, 250 - 12 * place, 10, text)
    draw(canvas, 200, 7, "Tabella con dati in piccolo")
    draw(canvas, 100, 7, " Decreto del Ministro, per il triennio", raised="2")
    draw(canvas, 91, 7, "che va dal 2020 al 2022.")
    draw(canvas, 70, 10, "Il testo riprende qui.")
    canvas.save()
    kinds = _kinds(read_bytes(buffer.getvalue(), "prova.pdf"))
    assert kinds[LineKind.FOOTNOTE] == ["2 Decreto del Ministro, per il triennio", "che va dal 2020 al 2022."]
