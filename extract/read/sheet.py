"""A page of a PDF as pdfium shows it: its words, and the lines drawn around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.read import letters, strikes
from extract.read.drawings import Shape, drawn_shapes
from extract.read.frame import Frame
from extract.read.glyphs import Glyphs
from extract.read.inks import NONE, Inks
from extract.read.notes import struck_by_notes
from extract.read.rules import Rules, ruled
from extract.read.words import written
from schemas.document import size_straight

if TYPE_CHECKING:
    import pypdfium2

    from schemas.document import Box


class Sheet(NamedTuple):
    """A page as read: its size, its words in the order written, what is ruled on it.

    `is_picture` where there is something on it but no word, `is_garbled` where its words are
    not those a person sees; both have no inks. `is_recognised` where the words were recognised
    from its image; it lay askew by `turn` degrees, and words and rules are those of the page put
    straight, whose size is `straight`.
    """

    width: float
    height: float
    inks: Inks
    rules: Rules | None = None
    is_picture: bool = False
    is_garbled: bool = False
    is_recognised: bool = False
    turn: float = 0.0

    @property
    def straight(self) -> tuple[float, float]:
        """Width and height of the page put straight."""
        return size_straight(self.width, self.height, self.turn)


def sheet(page: pypdfium2.PdfPage) -> Sheet:
    """The page as read."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    frame = Frame.of(page.get_bbox(), page.get_rotation())
    text_page = page.get_textpage()
    try:
        glyphs = Glyphs(text_page)
        inks, places = written(glyphs, frame, width, height)
        if not letters.are_true(glyphs.text, inks.texts):
            return Sheet(width, height, NONE, is_garbled=True)
        if not inks.texts:
            return Sheet(width, height, NONE, is_picture=pdfium.FPDFPage_CountObjects(page.raw) > 0)
        shapes = drawn_shapes(page, frame) + struck_by_notes(page, frame)
        if not shapes:
            return Sheet(width, height, inks)
        rules = ruled(shapes)
        if not strikes.may_touch(inks.boxes, rules.down, shapes):
            return Sheet(width, height, inks, rules)

        def rect_at(place: int) -> Box:
            return frame.seen(*glyphs.rect(place))

        rest: list[Shape]
        words = list(map(strikes.Written, inks.each(), places))
        found, rest = strikes.struck(strikes.parted(words, rules.down, rect_at, glyphs.run), shapes, rect_at)
        return Sheet(width, height, Inks.of(found), ruled(rest))
    finally:
        text_page.close()
