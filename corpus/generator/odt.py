"""Print -> flat OpenDocument: the source of what LibreOffice prints."""

from __future__ import annotations

from itertools import count
from xml.sax.saxutils import escape, quoteattr

from corpus.generator.model import Bullets, Cell, Heading, Paragraph, Part, Print, Table

SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
FONT = "Liberation Sans Narrow"
MARGIN = 1.5  # cm
BORDERS = {
    "all": 'fo:border="0.5pt solid #000000"',
    "rows": 'fo:border-top="0.5pt solid #444444" fo:border-bottom="0.5pt solid #444444"',
    "none": 'fo:border="none"',
}
STYLES = """
<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="1" fo:widows="1"/>
<style:text-properties style:font-name="{font}" fo:font-size="10pt" fo:language="it"
 fo:country="IT"/></style:default-style>
<style:style style:name="H1" style:family="paragraph"><style:paragraph-properties fo:text-align="center"
 fo:margin-bottom="10pt" fo:keep-with-next="always"/>
<style:text-properties fo:font-size="15pt" fo:font-weight="bold"/></style:style>
<style:style style:name="H2" style:family="paragraph"><style:paragraph-properties fo:margin-top="8pt"
 fo:margin-bottom="5pt" fo:keep-with-next="always"/>
<style:text-properties fo:font-size="12pt" fo:font-weight="bold"/></style:style>
<style:style style:name="H3" style:family="paragraph"><style:paragraph-properties fo:margin-top="6pt"
 fo:margin-bottom="4pt" fo:keep-with-next="always"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="5pt"/></style:style>
<style:style style:name="Break" style:family="paragraph"><style:paragraph-properties fo:break-after="page"/>
<style:text-properties fo:font-size="2pt"/></style:style>
<style:style style:name="Gap" style:family="paragraph"><style:text-properties fo:font-size="6pt"/></style:style>
<style:style style:name="Band" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>
<style:text-properties fo:font-size="8pt"/></style:style>
<style:style style:name="Item" style:family="paragraph"><style:paragraph-properties fo:margin-left="0.6cm"
 fo:text-indent="-0.4cm" fo:margin-bottom="2pt"/></style:style>
"""
AUTOMATIC = """
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"
 style:text-line-through-type="single"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="{width}cm" fo:page-height="{height}cm"
 style:print-orientation="{orientation}" fo:margin-top="1cm" fo:margin-bottom="1cm" fo:margin-left="{margin}cm"
 fo:margin-right="{margin}cm"/>
<style:header-style><style:header-footer-properties fo:min-height="0.6cm"
 fo:margin-bottom="0.3cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.6cm"
 fo:margin-top="0.3cm"/></style:footer-style>
</style:page-layout>
"""


def odt(printed: Print, title: str = "") -> str:
    """The whole document."""
    width, height = (29.7, 21.0) if printed.landscape else (21.0, 29.7)
    names = count(1)
    bodies, styles = [], []
    for part in (*printed.parts, *map(Paragraph, printed.notes)):
        if isinstance(part, Table):
            body, style = _table(part, f"T{next(names)}", width - 2 * MARGIN)
            styles.append(style)
        else:
            body = _part(part)
        bodies.append(body)
    page = AUTOMATIC.format(
        width=width, height=height, margin=MARGIN, orientation="landscape" if printed.landscape else "portrait"
    )
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in SPACES.items())
    face = f'<style:font-face style:name="{FONT}" svg:font-family={quoteattr(repr(FONT))}/>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {spaces} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:meta><dc:title>{escape(title)}</dc:title></office:meta>"
        f"<office:font-face-decls>{face}</office:font-face-decls>"
        f"<office:styles>{STYLES.format(font=FONT)}</office:styles>"
        f"<office:automatic-styles>{page}{''.join(styles)}</office:automatic-styles>"
        f'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">{_bands(printed)}'
        "</style:master-page></office:master-styles>"
        f"<office:body><office:text>{''.join(bodies)}</office:text></office:body></office:document>\n"
    )


def _bands(printed: Print) -> str:
    """What stands on every page."""
    bands = ""
    if printed.running_header:
        bands += (
            f'<style:header><text:p text:style-name="Band">{escape(printed.running_header)}</text:p></style:header>'
        )
    if printed.running_footer or printed.page_numbers:
        number = (
            'pag. <text:page-number text:select-page="current">1</text:page-number>' if printed.page_numbers else ""
        )
        inside = " - ".join(filter(None, (escape(printed.running_footer), number)))
        bands += f'<style:footer><text:p text:style-name="Band">{inside}</text:p></style:footer>'
    return bands


def _part(part: Part) -> str:
    """One part of the report that is no table."""
    match part:
        case Heading(text, level):
            return f'<text:h text:outline-level="{level}" text:style-name="H{level}">{_lines(text)}</text:h>'
        case Paragraph(text, label, struck):
            bold = f'<text:span text:style-name="B">{escape(label)}</text:span> ' if label else ""
            return f'<text:p text:style-name="P">{bold}{_struck(struck)}{_lines(text)}</text:p>'
        case Bullets(items):
            return "".join(f'<text:p text:style-name="Item">• {_lines(item)}</text:p>' for item in items)
        case _:
            return '<text:p text:style-name="Break"/>'


def _lines(text: str) -> str:
    """Text whose line breaks are the body's own."""
    return escape(text).replace("\n", "<text:line-break/>")


def _struck(text: str) -> str:
    """Old text with a line through it."""
    return f'<text:span text:style-name="S">{_lines(text)}</text:span> ' if text else ""


def _table(table: Table, name: str, width: float) -> tuple[str, str]:
    """A table and the styles it needs; its head rows are repeated on each page, its rows may be split."""
    share = sum(table.widths)
    sizes = [width * one / share for one in table.widths]
    columns = "".join(f'<table:table-column table:style-name="{name}.{i}"/>' for i in range(len(sizes)))
    rows = _rows(table, name)
    head = "".join(rows[: table.heads])
    head = f"<table:table-header-rows>{head}</table:table-header-rows>" if head else ""
    body = f'<table:table table:name="{name}" table:style-name="{name}">{columns}{head}{"".join(rows[table.heads :])}'
    return f'{body}</table:table><text:p text:style-name="Gap"/>', _table_styles(table, name, width, sizes)


def _table_styles(table: Table, name: str, width: float, sizes: list[float]) -> str:
    """The styles of a table: its width, columns, rows, cells and the text in them."""
    styles = (
        f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="{width:.2f}cm" '
        'table:align="left" table:border-model="collapsing" style:may-break-between-rows="true"/></style:style>'
        f'<style:style style:name="{name}.row" style:family="table-row"><style:table-row-properties '
        'fo:keep-together="auto"/></style:style>'
        f'<style:style style:name="{name}.cell" style:family="table-cell"><style:table-cell-properties '
        f'fo:padding="0.06cm" {BORDERS[table.rules]}/></style:style>'
    )
    for i, size in enumerate(sizes):
        styles += (
            f'<style:style style:name="{name}.{i}" style:family="table-column"><style:table-column-properties '
            f'style:column-width="{size:.3f}cm"/></style:style>'
        )
    for align in ("left", "center", "right"):
        styles += (
            f'<style:style style:name="{name}.{align}" style:family="paragraph"><style:paragraph-properties '
            f'fo:text-align="{align}"/><style:text-properties fo:font-size="{table.size:g}pt"/></style:style>'
        )
    return styles


def _rows(table: Table, name: str) -> list[str]:
    """The rows, with a covered cell in each place that another one spans."""
    covered: set[tuple[int, int]] = set()
    rows = []
    for y, row in enumerate(table.rows):
        cells, waiting = "", list(row)
        for x in range(len(table.widths)):
            if (x, y) in covered:
                cells += "<table:covered-table-cell/>"
            elif waiting:
                cell = waiting.pop(0)
                cells += _cell(cell, name)
                covered |= {(x + i, y + j) for i in range(cell.columns) for j in range(cell.rows)}
        rows.append(f'<table:table-row table:style-name="{name}.row">{cells}</table:table-row>')
    return rows


def _cell(cell: Cell, name: str) -> str:
    """A cell and what stands in it."""
    spans = f' table:number-rows-spanned="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' table:number-columns-spanned="{cell.columns}"' if cell.columns > 1 else ""
    inside = _struck(cell.struck) + _lines(cell.text)
    inside = f'<text:span text:style-name="B">{inside}</text:span>' if cell.bold and inside else inside
    text = f'<text:p text:style-name="{name}.{cell.align}">{inside}</text:p>'
    return f'<table:table-cell table:style-name="{name}.cell"{spans}>{text}</table:table-cell>'
