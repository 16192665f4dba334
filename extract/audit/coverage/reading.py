"""Reading: what a document shows and the program could not read, or could hardly."""

from __future__ import annotations

from collections.abc import Iterator

from extract.passage import Prover
from extract.read.tesseract import INSTALL
from schemas.document import Document, Line, Page, Recognition, Span
from schemas.finding import Finding

CHECK = "reading.page-without-text"
DOUBTFUL = "reading.page-hard-to-recognise"
_SURE = 0.8  # confidence of a page's letters; clean scans have 0.9 and more
_PICTURE = "non ha testo (è un'immagine?)", "has no text (is it a picture?)"
_GARBLED = "ha un testo con lettere diverse da quelle che mostra", "has a text of other letters than it shows"

_REMEDIES = {
    Recognition.NEEDLESS: ("", ""),
    Recognition.DONE: (" Il riconoscimento (OCR) non vi ha trovato parole.", " OCR found no words on it."),
    Recognition.ABSENT: (f" Per riconoscerlo (OCR): {INSTALL}", f" To have it recognised (OCR): {INSTALL}"),
    Recognition.OFF: (" Il riconoscimento (OCR) era escluso: --ocr never.", " OCR was not wanted: --ocr never."),
}


def unread_pages(document: Document, prove: Prover) -> Iterator[Finding]:
    """A page that shows something but holds no text, or other letters, shown by the lines it stands between."""
    if not document.unread:
        return
    filled = [line for line in document.lines if document.text[line.start : line.end].strip()]
    remedy, remedy_en = _REMEDIES[document.recognition]
    for page in document.unread:
        why, why_en = _GARBLED if page in document.garbled else _PICTURE
        yield Finding(
            check=CHECK,
            severity="warning",
            message=f"La pagina {page} {why}: quello che mostra non è stato letto.{remedy}",
            message_en=f"Page {page} {why_en}: what it shows was not read.{remedy_en}",
            evidence=prove.proof((Span(line.start, line.end) for line in _beside(filled, page)), CHECK),
        )


def doubtful_pages(document: Document, prove: Prover) -> Iterator[Finding]:
    """A page that was recognised from its image, but not surely."""
    for page in (document.pages[number - 1] for number in document.recognised):
        sure = _confidence(document, page)
        if sure < _SURE:
            share = round(100 * sure)
            yield Finding(
                check=DOUBTFUL,
                severity="warning",
                message=f"La pagina {page.number} è stata riconosciuta (OCR) con fiducia {share} %: va riletta.",
                message_en=f"Page {page.number} was recognised (OCR) with a confidence of {share} %: read it again.",
                evidence=prove.proof([Span(page.start, page.end)], DOUBTFUL)[:1],
            )


def _confidence(document: Document, page: Page) -> float:
    """How sure the letters of a page are on the whole, 0 to 1."""
    words = document.words_in(page.start, page.end)
    letters = sum(word.end - word.start for word in words)
    return sum((word.end - word.start) * (word.confidence or 0.0) for word in words) / letters if letters else 1.0


def _beside(lines: list[Line], page: int) -> list[Line]:
    """The last line before the page and the first one after it."""
    before = [line for line in lines if line.page < page][-1:]
    return before + [line for line in lines if line.page > page][:1]
