"""A page of a PDF as pdfium shows it: its words, and the lines drawn around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.read import letters, strikes
from extract.read.drawings import Shape, drawn_shapes
from extract.read.frame import Frame
from extract.read.glyphs import Glyphs
from extract.read.lines import Ink
from extract.read.notes import struck_by_notes
from extract.read.rules import Rules, ruled
from extract.read.words import written

if TYPE_CHECKING:
    import pypdfium2

    from schemas.document import Box


class Sheet(NamedTuple):
    """A page as read: its size, its words in the order written, what is ruled on it.

    `is_picture` where there is something on it but no word, `is_garbled` where its words are
    not those a person sees; both have no inks.
    """

    width: float
    height: float
    inks: list[Ink]
    rules: Rules | None = None
    is_picture: bool = False
    is_garbled: bool = False


def sheet(page: pypdfium2.PdfPage) -> Sheet:
    """The page as read."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    frame = Frame.of(page.get_bbox(), page.get_rotation())
    text_page = page.get_textpage()
    try:
        glyphs = Glyphs(text_page)
        words = list(written(glyphs, frame, width, height))
        if not letters.are_true(glyphs.text, (ink.text for ink, _ in words)):
            return Sheet(width, height, [], is_garbled=True)
        if not words:
            return Sheet(width, height, [], is_picture=pdfium.FPDFPage_CountObjects(page.raw) > 0)
        shapes = drawn_shapes(page, frame) + struck_by_notes(page, frame)
        if not shapes:
            return Sheet(width, height, [ink for ink, _ in words])

        def rect_at(place: int) -> Box:
            return frame.seen(*glyphs.rect(place))

        rest: list[Shape]
        parted = strikes.parted([strikes.Written(*word) for word in words], ruled(shapes).down, rect_at, glyphs.run)
        inks, rest = strikes.struck(parted, shapes, rect_at)
        return Sheet(width, height, inks, ruled(rest))
    finally:
        text_page.close()
