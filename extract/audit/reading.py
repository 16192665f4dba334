"""Reading: what a document shows and the program could not read."""

from __future__ import annotations

from collections.abc import Iterator

from extract.passage import Prover
from schemas.document import Document, Line, Span
from schemas.finding import Finding

CHECK = "reading.page-without-text"
_PICTURE = "non ha testo (è un'immagine?)", "has no text (is it a picture?)"
_GARBLED = "ha un testo con lettere diverse da quelle che mostra", "has a text of other letters than it shows"


def unread_pages(document: Document, prove: Prover) -> Iterator[Finding]:
    """A page that shows something but holds no text, or other letters, shown by the lines it stands between."""
    filled = [line for line in document.lines if document.text[line.start : line.end].strip()]
    for page in document.unread:
        why, why_en = _GARBLED if page in document.garbled else _PICTURE
        yield Finding(
            check=CHECK,
            severity="warning",
            message=f"La pagina {page} {why}: quello che mostra non è stato letto.",
            message_en=f"Page {page} {why_en}: what it shows was not read.",
            evidence=prove.proof((Span(line.start, line.end) for line in _beside(filled, page)), CHECK),
        )


def _beside(lines: list[Line], page: int) -> list[Line]:
    """The last line before the page and the first one after it."""
    before = [line for line in lines if line.page < page][-1:]
    return before + [line for line in lines if line.page > page][:1]
