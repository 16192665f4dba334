"""Print -> PDF with reportlab, the same bytes each time."""

from __future__ import annotations

from functools import partial
from html import escape
from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, LongTable, PageTemplate, Spacer
from reportlab.platypus import PageBreak as Break
from reportlab.platypus import Paragraph as Text

from corpus.generator.model import Bullets, Cell, Heading, PageBreak, Paragraph, Part, Print, Table

MARGIN = 15 * mm
LEAST = 24  # points: no row is split above this, so that one of a single line never is
ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT}
BLACK, GREY = Color(0.1, 0.1, 0.1), Color(0.9, 0.9, 0.9)
SIZES = {1: 14.0, 2: 11.5, 3: 10.0}


def pdf(printed: Print, title: str = "") -> bytes:
    """The report as PDF."""
    font = _font(printed)
    size = landscape(A4) if printed.landscape else A4
    width = size[0] - 2 * MARGIN
    out = BytesIO()
    document = BaseDocTemplate(out, pagesize=size, invariant=1, title=title, author="", allowSplitting=1)
    frame = Frame(MARGIN, MARGIN, width, size[1] - 2 * MARGIN, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame], onPage=partial(_bands, printed, font)))
    story = [flowable for part in printed.parts for flowable in _part(part, width, font)]
    story += [Text(escape(note), _style(font, 8.0)) for note in printed.notes]
    document.build(story)
    return out.getvalue()


def _font(printed: Print) -> str:
    """A standard font where its alphabet (cp1252) is enough; one that comes with reportlab where it is not."""
    try:
        repr(printed).encode("cp1252")
    except UnicodeEncodeError:
        for name, file in (("Vera", "Vera.ttf"), ("Vera-Bold", "VeraBd.ttf")):
            pdfmetrics.registerFont(TTFont(name, file))
        pdfmetrics.registerFontFamily("Vera", normal="Vera", bold="Vera-Bold", italic="Vera", boldItalic="Vera-Bold")
        return "Vera"
    return "Helvetica"


def _bands(printed: Print, font: str, canvas: Canvas, document: BaseDocTemplate) -> None:
    """What stands on every page."""
    width, height = document.pagesize
    canvas.saveState()
    canvas.setFont(font, 7.5)
    if printed.running_header:
        canvas.drawCentredString(width / 2, height - 9 * mm, printed.running_header)
    if printed.running_footer:
        canvas.drawString(MARGIN, 8 * mm, printed.running_footer)
    if printed.page_numbers:
        canvas.drawRightString(width - MARGIN, 8 * mm, f"Pagina {document.page}")
    canvas.restoreState()


def _style(font: str, size: float, **more: object) -> ParagraphStyle:
    """A paragraph style; words longer than their line are broken, as word processors do."""
    settings = {"fontName": font, "fontSize": size, "leading": size * 1.2, "splitLongWords": 1}
    return ParagraphStyle("p", **(settings | more), allowWidows=1, allowOrphans=1)


def _part(part: Part, width: float, font: str) -> list[Flowable]:
    """One part of the report."""
    match part:
        case Heading(text, level):
            align = TA_CENTER if level == 1 else TA_LEFT
            style = _style(font, SIZES[level], alignment=align, spaceBefore=8, spaceAfter=5, keepWithNext=1)
            return [Text(f"<b>{_lines(text)}</b>", style)]
        case Paragraph(text, label, struck):
            bold = f"<b>{escape(label)}</b> " if label else ""
            return [Text(bold + _struck(struck) + _lines(text), _style(font, 9.5, spaceAfter=5))]
        case Bullets(items):
            style = _style(font, 9.5, leftIndent=14, bulletIndent=4, spaceAfter=2)
            return [Text(_lines(item), style, bulletText="•") for item in items]
        case PageBreak():
            return [Break()]
        case Table():
            return [_table(part, width, font), Spacer(1, 8)]


def _lines(text: str) -> str:
    """Text whose line breaks are the body's own."""
    return escape(text, quote=False).replace("\n", "<br/>")


def _struck(text: str) -> str:
    """Old text with a line through it."""
    return f"<strike>{_lines(text)}</strike> " if text else ""


def _table(table: Table, width: float, font: str) -> LongTable:
    """A table that goes on from page to page, splitting the row at the page's end."""
    grid, spans = _grid(table, font)
    share = sum(table.widths)
    ends = (0, "splitlast"), (-1, "splitlast")
    style: list[tuple[object, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        *(("SPAN", start, end) for start, end in spans),
    ]
    if table.rules == "all":
        style += [("GRID", (0, 0), (-1, -1), 0.5, BLACK), ("LINEBELOW", *ends, 0.5, BLACK)]
        style += [("BACKGROUND", (0, 0), (-1, table.heads - 1), GREY)] if table.heads else []
    elif table.rules == "rows":
        style += [("LINEABOVE", (0, 0), (-1, -1), 0.5, BLACK), ("LINEBELOW", (0, -1), (-1, -1), 0.5, BLACK)]
    widths = [width * one / share for one in table.widths]
    return LongTable(grid, widths, repeatRows=table.heads, splitByRow=0, splitInRow=LEAST, style=style)


Place = tuple[int, int]


def _grid(table: Table, font: str) -> tuple[list[list[object]], list[tuple[Place, Place]]]:
    """The cells set out on the full grid (column, row), and the areas that are merged."""
    grid: list[list[object]] = [[""] * len(table.widths) for _ in table.rows]
    taken: set[Place] = set()
    spans = []
    for y, row in enumerate(table.rows):
        x = 0
        for cell in row:
            while (x, y) in taken:
                x += 1
            end = (x + cell.columns - 1, y + cell.rows - 1)
            if end[0] >= len(table.widths) or end[1] >= len(table.rows):
                raise ValueError(f"a cell of row {y} reaches out of the table: {cell.text[:40]!r}")
            grid[y][x] = _cell(cell, font, table.size)
            taken |= {(i, j) for i in range(x, end[0] + 1) for j in range(y, end[1] + 1)}
            if end != (x, y):
                spans.append(((x, y), end))
            x = end[0] + 1
    return grid, spans


def _cell(cell: Cell, font: str, size: float) -> Text | str:
    """What stands in a cell."""
    inside = _struck(cell.struck) + _lines(cell.text)
    if not inside:
        return ""
    return Text(f"<b>{inside}</b>" if cell.bold else inside, _style(font, size, alignment=ALIGN[cell.align]))
