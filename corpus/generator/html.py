"""Print -> HTML: the source of what Chromium and WeasyPrint print."""

from __future__ import annotations

from html import escape
from typing import Literal

from corpus.generator.model import Bullets, Cell, Heading, PageBreak, Paragraph, Part, Print, Table

Dialect = Literal["chromium", "weasyprint"]

FONTS = {
    "chromium": "'Liberation Sans', Arial, sans-serif",
    "weasyprint": "'Liberation Serif', 'Times New Roman', serif",
}

SHEET = """
@page {{ size: A4 {orientation}; margin: 18mm 14mm 17mm 14mm; {boxes} }}
body {{ font-family: {font}; font-size: 10pt; line-height: 1.25; margin: 0; }}
h1 {{ font-size: 15pt; text-align: center; margin: 6pt 0 10pt 0; }}
h2 {{ font-size: 12pt; margin: 10pt 0 5pt 0; break-after: avoid; }}
h3 {{ font-size: 10.5pt; margin: 8pt 0 4pt 0; break-after: avoid; }}
p {{ margin: 0 0 5pt 0; }}
ul {{ margin: 0 0 5pt 0; padding-left: 16pt; }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; margin: 0 0 8pt 0; break-inside: auto; }}
thead {{ display: table-header-group; }}
tr, td {{ break-inside: auto; }}
td {{ padding: 2pt 3pt; vertical-align: top; overflow-wrap: break-word; orphans: 1; widows: 1; }}
table.all td {{ border: 0.6pt solid #222; }}
table.all thead td {{ background: #e4e4e4; }}
table.rows td {{ border-top: 0.5pt solid #555; border-bottom: 0.5pt solid #555; }}
div.break {{ break-after: page; height: 0; }}
"""


def html(printed: Print, dialect: Dialect, title: str = "") -> str:
    """The whole document for the program that will print it."""
    body = "\n".join(_part(part) for part in (*printed.parts, *map(Paragraph, printed.notes)))
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_sheet(printed, dialect)}</style>'
    return f'<!DOCTYPE html>\n<html lang="it"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'


def _sheet(printed: Print, dialect: Dialect) -> str:
    """The style sheet; running lines stand in the page's margin boxes."""
    small = f"font-family: {FONTS[dialect]}; font-size: 8pt;"
    boxes = ""
    if printed.running_header:
        boxes += f"@top-center {{ content: {_quoted(printed.running_header)}; {small} width: 100%; }}"
    if printed.running_footer:
        boxes += f"@bottom-left {{ content: {_quoted(printed.running_footer)}; {small} width: 80%; text-align: left; }}"
    if printed.page_numbers:
        boxes += f"@bottom-right {{ content: counter(page); {small} width: 20%; text-align: right; }}"
    orientation = "landscape" if printed.landscape else "portrait"
    return SHEET.format(orientation=orientation, boxes=boxes, font=FONTS[dialect])


def _quoted(text: str) -> str:
    """A CSS string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _part(part: Part) -> str:
    """One part of the report."""
    match part:
        case Heading(text, level):
            return f"<h{level}>{_lines(text)}</h{level}>"
        case Paragraph(text, label, struck):
            bold = f"<b>{escape(label)}</b> " if label else ""
            return f"<p>{bold}{_struck(struck)}{_lines(text)}</p>"
        case Bullets(items):
            return "<ul>" + "".join(f"<li>{_lines(item)}</li>" for item in items) + "</ul>"
        case PageBreak():
            return '<div class="break"></div>'
        case Table():
            return _table(part)


def _lines(text: str) -> str:
    """Text whose line breaks are the body's own."""
    return escape(text).replace("\n", "<br>")


def _struck(text: str) -> str:
    """Old text with a line through it."""
    return f"<s>{_lines(text)}</s> " if text else ""


def _table(table: Table) -> str:
    """A table; its head rows stand in a `thead`, which both programs repeat on each page."""
    share = sum(table.widths)
    columns = "".join(f'<col style="width: {100 * width / share:.2f}%">' for width in table.widths)
    head = "".join(map(_row, table.rows[: table.heads]))
    body = "".join(map(_row, table.rows[table.heads :]))
    head = f"<thead>{head}</thead>" if head else ""
    style = f'class="{table.rules}" style="font-size: {table.size:g}pt"'
    return f"<table {style}>{columns}{head}<tbody>{body}</tbody></table>"


def _row(cells: tuple[Cell, ...]) -> str:
    """A row."""
    return "<tr>" + "".join(f"<td{_spans(cell)}{_style(cell)}>{_text(cell)}</td>" for cell in cells) + "</tr>\n"


def _spans(cell: Cell) -> str:
    """The attributes of a merged cell."""
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    return rows + (f' colspan="{cell.columns}"' if cell.columns > 1 else "")


def _style(cell: Cell) -> str:
    """The alignment of a cell that is not set left."""
    return f' style="text-align: {cell.align}"' if cell.align != "left" else ""


def _text(cell: Cell) -> str:
    """What stands in a cell."""
    inside = _struck(cell.struck) + _lines(cell.text)
    return f"<b>{inside}</b>" if cell.bold and inside else inside
