"""The seed report printed anew, as other offices and programs would print it.

`content()` reads the report's own text once; every print sets that content in its way and
returns the bytes of a PDF: `portrait()`, `landscape()`, `truetype()` and `one_per_page()`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.pagesizes import landscape as lying
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table

SEED = Path(__file__).parent.parent / "corpus" / "reports" / "riviere-2020.txt"
RUNNING_HEADER = "CCIAA RIVIERE DI LIGURIA - Relazione sulla Performance 2020 - Progetti"
FONT_FOLDERS = (
    "/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/liberation", "/usr/share/fonts/dejavu",
    "/usr/share/fonts/TTF",
)
FONT_FILES = (("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"), ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"))

Kind = Literal["label", "paragraph", "item", "table", "footnote"]

_HEADING = re.compile(r"OBIETTIVO N\. (\d+)")
_LABEL = re.compile(
    r"Riferimento Obiettivi Piano Performance|Azione/Progetto o Nuova/Mantenimento|Descrizione"
    r"|Benefici/miglioramenti attesi:?"
)
_OPENS = re.compile(
    r"Obiettivo (?i:strategico|operativo) |TARGET |Indicator[ei]:|Risultat[io]:|Valutazione OIV|OBIETTIVO CASSATO"
    r"|\d\. |\uf0b7"
)
_YEARS = re.compile(r"(?:20\d\d ?){2,}")
_FULL_LINE = 110  # characters: a shorter line of the source ends its paragraph


@dataclass(frozen=True)
class Block:
    """A part of an objective; `rows` are a table's cells, `mark` is a footnote's."""

    kind: Kind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    mark: str = ""


@dataclass(frozen=True)
class Sheet:
    """An objective: its number, the lines of its title, and its blocks in order."""

    number: int
    title: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Content:
    """The report: the lines before the first objective, and the objectives."""

    opening: tuple[str, ...]
    objectives: tuple[Sheet, ...]


@cache
def content() -> Content:
    """The seed report's content, its paragraphs joined again."""
    lines = [" ".join(line.split()) for line in SEED.read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if line]
    starts = [place for place, line in enumerate(lines) if _HEADING.fullmatch(line)]
    header = lines[0]
    objectives = []
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        own = lines[start:stop]
        if header in own:
            own = own[: own.index(header)]  # the running header between two objectives
        objectives.append(_objective(own))
    opening = [*_paragraphs(lines[: starts[0] - 1]), lines[starts[0] - 1]]
    return Content(tuple(opening), tuple(objectives))


def _objective(lines: list[str]) -> Sheet:
    heading = _HEADING.fullmatch(lines[0])
    assert heading is not None
    first = next(place for place, line in enumerate(lines) if _LABEL.fullmatch(line))
    return Sheet(int(heading[1]), tuple(lines[1:first]), tuple(_blocks(lines[first:])))


def _blocks(lines: list[str]) -> Iterator[Block]:
    place = 0
    while place < len(lines):
        line = lines[place]
        if _LABEL.fullmatch(line):
            yield Block("label", line)
            place += 1
        elif line.isdigit():
            yield Block("footnote", lines[place + 1], mark=line)
            place += 2
        elif _YEARS.fullmatch(line):
            years = tuple(line.split())
            rows = [tuple(row.rsplit(" ", len(years))) for row in lines[place + 1 : place + 3]]
            yield Block("table", rows=(("", *years), *rows))
            place += 3
        else:
            stop = place + 1
            while stop < len(lines) and len(lines[stop - 1]) > _FULL_LINE and not _breaks(lines[stop]):
                stop += 1
            kind: Kind = "item" if re.match(r"\d\. |\uf0b7", line) else "paragraph"
            yield Block(kind, " ".join(lines[place:stop]))
            place = stop


def _breaks(line: str) -> bool:
    return bool(_LABEL.fullmatch(line) or _OPENS.match(line) or line.isdigit())


def _paragraphs(lines: list[str]) -> Iterator[str]:
    held = ""
    for line in lines:
        held = f"{held} {line}".strip()
        if len(line) <= 90:
            yield held
            held = ""
    if held:
        yield held


def portrait() -> bytes:
    """A4 upright in Times, justified and hyphenated; header and "Pagina x di y" on every page, sections
    that cross pages, the footnote at the page's foot, the series without rules.
    """
    press = _Press("Times-Roman", "Times-Bold", 11, A4, hyphenated=True, notes_at_foot=True, numbered=True)
    return press.print(header=RUNNING_HEADER)


def landscape() -> bytes:
    """A4 lying in Helvetica; the header is the last thing written on each page, the table is ruled,
    the footnote stands where it is called.
    """
    press = _Press("Helvetica", "Helvetica-Bold", 9, lying(A4), ruled=True, late_header=True)
    return press.print(header=RUNNING_HEADER)


def truetype() -> bytes | None:
    """A4 upright in an embedded TrueType font, numbers alone at the foot; None where the machine has no font."""
    files = _font_files()
    if files is None:
        return None
    for name, file in zip(("Print", "Print-Bold"), files, strict=True):
        pdfmetrics.registerFont(TTFont(name, file))
    press = _Press("Print", "Print-Bold", 9, A4, ruled=True, numbered=True, bare_numbers=True)
    return press.print(header=RUNNING_HEADER)


def one_per_page() -> bytes:
    """One objective a page, neither header nor footer: what stands first on each page is its heading."""
    return _Press("Helvetica", "Helvetica-Bold", 8, lying(A4), page_each=True).print()


def _font_files() -> tuple[str, str] | None:
    for folder in map(Path, FONT_FOLDERS):
        for regular, bold in FONT_FILES:
            if (folder / regular).is_file() and (folder / bold).is_file():
                return str(folder / regular), str(folder / bold)
    return None


@dataclass(frozen=True)
class _Press:
    """How a print looks."""

    font: str
    bold: str
    size: float
    paper: tuple[float, float]
    hyphenated: bool = False
    notes_at_foot: bool = False
    numbered: bool = False
    bare_numbers: bool = False
    ruled: bool = False
    late_header: bool = False
    page_each: bool = False

    def print(self, header: str = "") -> bytes:
        """The PDF; set twice, for the second time knows how many pages there are."""
        pages = self._build(header, 0)[1]
        return self._build(header, pages)[0]

    def _build(self, header: str, total: int) -> tuple[bytes, int]:
        buffer = io.BytesIO()
        width, height = self.paper
        frame = Frame(45, 70, width - 90, height - 130, 0, 0, 0, 0)
        document = BaseDocTemplate(buffer, pagesize=self.paper, title="Relazione sulla Performance 2020", invariant=1)
        notes: list[str] = []

        def furniture(canvas: Any, template: Any) -> None:
            self._furniture(canvas, header, template.page, total)

        def notes_and_furniture(canvas: Any, template: Any) -> None:
            for place, text in enumerate(notes):
                note = Paragraph(text, self._style(size=self.size * 0.75))
                note.wrap(width - 90, 60)
                note.drawOn(canvas, 45, 58 - 12 * place)
            notes.clear()
            if self.late_header:
                furniture(canvas, template)

        document.addPageTemplates(PageTemplate(
            frames=[frame], onPage=_nothing if self.late_header else furniture, onPageEnd=notes_and_furniture
        ))
        document.build(list(self._story(notes)))
        return buffer.getvalue(), document.page

    def _furniture(self, canvas: Any, header: str, page: int, total: int) -> None:
        width, height = self.paper
        canvas.saveState()
        canvas.setFont(self.font, self.size * 0.8)
        canvas.drawString(45, height - 40, header)
        if self.numbered:
            canvas.drawCentredString(width / 2, 30, str(page) if self.bare_numbers else f"Pagina {page} di {total}")
        canvas.restoreState()

    def _story(self, notes: list[str]) -> Iterator[Flowable]:
        report = content()
        yield from (Paragraph(self._markup(line), self._style()) for line in report.opening)
        for objective in report.objectives:
            if self.page_each and objective.number > 1:
                yield PageBreak()
            heading = self._style(bold=True, centred=True, size=self.size * 1.2)
            yield Spacer(1, self.size)
            yield Paragraph(f"OBIETTIVO N. {objective.number}", heading)
            yield from (Paragraph(escape(line), self._style(bold=True, centred=True)) for line in objective.title)
            for block in objective.blocks:
                yield from self._block(block, notes)

    def _block(self, block: Block, notes: list[str]) -> Iterator[Flowable]:
        if block.kind == "label":
            yield Spacer(1, self.size / 2)
            yield Paragraph(escape(block.text), self._style(bold=True))
        elif block.kind == "table":
            rules = [("GRID", (0, 0), (-1, -1), 0.6, "black")] if self.ruled else []
            yield Table(block.rows, hAlign="LEFT", style=[("FONT", (0, 0), (-1, -1), self.font, self.size), *rules])
        elif block.kind == "footnote":
            text = f"<super>{block.mark}</super> {escape(block.text)}"
            if self.notes_at_foot:
                yield _Noted(notes, text)
            else:
                yield Paragraph(text, self._style(size=self.size * 0.75))
        else:
            yield Paragraph(self._markup(block.text), self._style())

    def _style(self, *, bold: bool = False, centred: bool = False, size: float = 0) -> ParagraphStyle:
        size = size or self.size
        return ParagraphStyle(
            "any", fontName=self.bold if bold else self.font, fontSize=size, leading=size * 1.2,
            alignment=1 if centred else 0 if bold else 4, embeddedHyphenation=1 if self.hyphenated else 0,
            splitLongWords=0, spaceAfter=0,
        )

    def _markup(self, text: str) -> str:
        text = text.replace("\uf0b7 ", "")
        if self.hyphenated:
            text = re.sub(r"[^\W\d_]{9,}", lambda found: _syllables(found[0]), text)
        text = escape(text)
        text = re.sub(r"^(Indicator[ei]|Risultat[io]):", rf'<font name="{self.bold}">\1:</font>', text)
        return text.replace("MISE1", "MISE<super>1</super>")


class _Noted(Flowable):  # type: ignore[misc]
    """Takes no room; leaves its footnote for the foot of the page it lands on."""

    def __init__(self, notes: list[str], text: str) -> None:
        super().__init__()
        self.width = self.height = 0
        self._notes, self._text = notes, text

    def draw(self) -> None:
        """Leave the note."""
        self._notes.append(self._text)


def _syllables(word: str) -> str:
    """Soft hyphens where an Italian word may break for certain: between a vowel and consonant + vowel."""
    return re.sub(r"(?<=\w[aeiou])(?=[bcdfglmnpqrtvz][aeiou]\w)", "\u00ad", word)


def _nothing(canvas: Any, template: Any) -> None:
    """Write nothing."""


ALL: dict[str, Callable[[], bytes | None]] = {
    "portrait": portrait, "landscape": landscape, "truetype": truetype, "one_per_page": one_per_page,
}
