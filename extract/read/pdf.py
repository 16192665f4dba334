"""PDF bytes -> Document: words with boxes and drawn lines from pdfium, as a person sees the page."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from extract.errors import ReadError
from extract.read import aligned, celled, excess, furniture, headed, plain, sidelabels, tables, unruled, watch
from extract.read.galley import Galley, galley
from extract.read.inks import NONE
from extract.read.lines import Row, bands, rows
from extract.read.ocr import Reader
from extract.read.options import DEFAULT, Options
from extract.read.sheet import Sheet, sheet
from extract.read.tesseract import INSTALL
from extract.read.typeset import Setting, lines_of, typeset
from schemas.document import Cell, Document, Page, Recognition, Table

if TYPE_CHECKING:
    import pypdfium2

_PDFIUM = threading.Lock()  # PDFium is not thread-safe
_WRONG_PASSWORD, _BAD_SECURITY = 4, 5  # pdfium's codes
_NO_PAGE = re.compile(rb"/Count\s+0\b")
_A_PAGE = re.compile(rb"/Type\s*/Page\b")
_TAIL = 4096


_Placed = list[tuple[tables.Grid, int]]


class _Spread(NamedTuple):
    """A page laid out: its galley, and its tables with the number of their first cell."""

    galley: Galley
    grids: _Placed


def read_pdf(data: bytes, source: str, sha256: str, options: Options = DEFAULT) -> Document:
    """The document in the PDF `data`.

    Raises ReadError where it is encrypted, damaged, without pages or without text.
    """
    with _PDFIUM, Reader(options) as reader:
        sheets, engine = _sheets(data, source, reader)
    if not any(sheet.inks.texts for sheet in sheets):
        raise _no_text(sheets, source, reader.recognition)
    galleys, grids = _spread(sheets)
    setting = typeset(galleys, [sheet.straight for sheet in sheets])
    kinds = furniture.kinds(setting.lines, setting.pages)
    return Document(
        source=source, sha256=sha256, text=setting.text, engine=engine,
        pages=tuple(page._replace(width=sheet.width, height=sheet.height, turn=sheet.turn)
                    for page, sheet in zip(setting.pages, sheets, strict=True)),
        lines=lines_of(setting.lines, kinds),
        words=setting.words,
        tables=tuple(_table(grid, first, page, setting)
                     for page, own in zip(setting.pages, grids, strict=True) for grid, first in own),
        struck=setting.struck,
        unread=tuple(page for page, sheet in enumerate(sheets, 1) if sheet.is_picture or sheet.is_garbled),
        garbled=tuple(page for page, sheet in enumerate(sheets, 1) if sheet.is_garbled),
        recognised=tuple(page for page, sheet in enumerate(sheets, 1) if sheet.is_recognised),
        recognition=reader.recognition,
    )


def _sheets(data: bytes, source: str, reader: Reader) -> tuple[list[Sheet], str]:
    import pypdfium2
    from pypdfium2.version import PDFIUM_INFO, PYPDFIUM_INFO

    engine = f"pypdfium2 {PYPDFIUM_INFO} (pdfium {PDFIUM_INFO})"
    if b"%%EOF" not in data[-_TAIL:] and b"startxref" not in data[-_TAIL:]:
        raise _damaged(source, "the PDF ends before its end mark, it was cut short")
    excess.refuse_streams(data, source)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # pdfium refuses what has no pages without an error of its own: the code is that of the file before.
        if _NO_PAGE.search(data) and not _A_PAGE.search(data):
            raise ReadError(source, "the PDF has no pages", "print or download it again", kind="no_pages") from error
        if error.err_code in (_WRONG_PASSWORD, _BAD_SECURITY):
            raise ReadError(
                source, "the PDF is encrypted and asks for a password",
                "save a copy without password (for instance `qpdf --decrypt`) and read that", kind="encrypted",
            ) from error
        raise _damaged(source, "the PDF is damaged, pdfium cannot open it") from error
    try:
        watch.refuse_many_pages(len(document), source)
        waiting = [_sheet(document, index, source, reader) for index in range(len(document))]
        sheets = [_awaited(wait, page) for page, wait in enumerate(waiting, 1)]
        return sheets, engine if reader.engine is None else f"{engine}, {reader.engine.name}"
    finally:
        watch.turn(0)
        document.close()


def _damaged(source: str, reason: str, page: int | None = None) -> ReadError:
    return ReadError(source, reason, "download or print it again", page=page, kind="damaged")


def _sheet(document: pypdfium2.PdfDocument, index: int, source: str, reader: Reader) -> Callable[[], Sheet]:
    """The page as read, once its text is recognised where that has to be done."""
    import pypdfium2

    watch.turn(index + 1)
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise _damaged(source, "the page is damaged, pdfium cannot open it", index + 1) from error
    try:
        excess.refuse_size(page.get_size(), index + 1, source)
        return reader.begin(page, sheet(page))
    except pypdfium2.PdfiumError as error:
        raise _damaged(source, "the page is damaged, pdfium cannot read it", index + 1) from error
    finally:
        page.close()


def _awaited(wait: Callable[[], Sheet], page: int) -> Sheet:
    watch.turn(page)
    return wait()


def _no_text(sheets: list[Sheet], source: str, recognition: Recognition) -> ReadError:
    reason = "its pages hold no text, only pictures or drawings"
    if any(sheet.is_garbled for sheet in sheets):
        reason = "its pages show text, but hold other letters than they show"
    elif recognition is Recognition.DONE:
        reason += ", and no word was recognised on them"
    return ReadError(source, reason, _OCR_REMEDIES[recognition], kind="no_text")


_OCR_REMEDIES = {
    Recognition.NEEDLESS: "give a file with text",
    Recognition.DONE: "scan it again, straight and with at least 200 dots per inch",
    Recognition.ABSENT: f"to have it recognised (OCR), install Tesseract with Italian: `{INSTALL}`",
    Recognition.OFF: "let it be recognised (OCR): `--ocr auto`",
}


def _spread(sheets: list[Sheet]) -> tuple[list[Galley], list[_Placed]]:
    """The galleys and tables of all pages. The sheets are left without words: of hundreds of pages they take room."""
    cells = count()
    galleys: list[Galley] = []
    grids: list[_Placed] = []
    for place, one in enumerate(sheets):
        found = _laid_out(one, place + 1, cells)
        sheets[place] = one._replace(inks=NONE, rules=None)
        galleys.append(found.galley)
        grids.append(found.grids)
    return galleys, grids


def _laid_out(sheet: Sheet, page: int, cells: count[int]) -> _Spread:
    """The page's rows from top to bottom, tables cell by cell."""
    grids: list[tables.Grid] = []
    if sheet.rules:
        inks = sheet.inks.each()
        in_cells, inks = headed.find(sheet.rules, inks)
        by_pieces, inks = celled.find(sheet.rules, inks)
        grids, free = tables.find(sheet.rules, inks)
        # Before `unruled`: that would take the rows for a table of their own where only the head is ruled all round.
        grids, free = aligned.find(sheet.rules, inks, grids)
        grids += in_cells + by_pieces
        beside_labels, free = sidelabels.find(sheet.rules, free, grids)
        grids += beside_labels
    columns = plain.lines(sheet.inks) if not grids else None
    if columns and not plain.may_hold_columns(columns):
        return _Spread(plain.galley(columns, page), [])
    lines = plain.bands(columns) if columns else bands(free if grids else sheet.inks.each())
    set_in_columns, lines = unruled.find(lines, sheet.height, sheet.rules, [grid.box for grid in grids])
    if columns and not set_in_columns:
        return _Spread(plain.galley(columns, page), [])
    numbers = count()
    grids = sorted([*grids, *set_in_columns], key=lambda grid: (grid.box.top, grid.box.x0))
    blocks = [((line.top + line.bottom) / 2 if line.is_level else 0.0, [row])
              for line, row in zip(lines, rows(lines, page, numbers), strict=True)]
    placed: list[tuple[tables.Grid, int]] = []
    for grid in grids:
        first = next(cells)
        for _ in grid.slots[1:]:
            next(cells)
        placed.append((grid, first))
        blocks.append((grid.box.top, _table_rows(grid, page, numbers, first)))
    blocks.sort(key=lambda block: block[0])
    return _Spread(galley(page, [row for _, block in blocks for row in block]), placed)


def _table_rows(grid: tables.Grid, page: int, numbers: count[int], first: int) -> list[Row]:
    laid: list[Row] = []
    for place, slot in enumerate(grid.slots):
        ends_row = place + 1 == len(grid.slots) or grid.slots[place + 1].row != slot.row
        end = "\n" if ends_row else "\t"
        laid += rows(bands(slot.inks), page, numbers, first + place, end) or (Row((), page, end, first + place),)
    return laid


def _table(grid: tables.Grid, first: int, page: Page, setting: Setting) -> Table:
    spans = [setting.cells[first + place] for place in range(len(grid.slots))]
    return Table(
        page=page.number, start=spans[0].start, end=spans[-1].end, box=grid.box, rows=grid.rows, columns=grid.columns,
        cells=tuple(
            Cell(span.start, span.end, slot.row, slot.column, slot.row_span, slot.column_span, slot.box)
            for span, slot in zip(spans, grid.slots, strict=True)
        ),
        ruled=grid.ruled,
    )
