"""Pages whose text is only seen: drawn by pdfium, put straight, recognised by Tesseract.

    with Reader(options) as reader:
        waiting = [reader.begin(page, sheet(page)) for page in document]
        sheets = [wait() for wait in waiting]

pdfium draws the pages one after the other; what it drew is recognised on all cores meanwhile.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore
from types import TracebackType
from typing import Any, NamedTuple, Self

from extract.isolation.limits import processors
from extract.read import ocrcache, ruling, strikes, tesseract, watch
from extract.read.cells import read_again
from extract.read.deskew import skew
from extract.read.drawings import Shape
from extract.read.inks import Inks
from extract.read.lines import Ink
from extract.read.options import Options
from extract.read.recognised import without_lines, words_of
from extract.read.rules import ruled
from extract.read.scan import POINTS, Scan, drawn, hides_pictures, pictured, scale_for
from extract.read.sheet import Sheet
from schemas.document import Box, Recognition

_RECIPE = "5"  # how pages are drawn, put straight and taken apart; a change makes kept pages worthless
_POOR = 0.72  # a page less sure than this may stand on its head; the right way up the corpus has 0.9
_FEW_WORDS = 25  # a stamp's words, at most
_MOSTLY = 0.6  # of the page: a picture that covers more may be the page itself
_MORE = 3  # times as many words as the page holds as text: what the picture shows is text too
_WORTHLESS = 0.4  # below this, what was read are no words: a photograph, a drawing, handwriting


class _Page(NamedTuple):
    """A page recognised: by how much it lies askew, its words and what is drawn on it, put straight, in points."""

    turn: float
    inks: list[Ink]
    shapes: list[Shape]
    confidence: float = 1.0


class Reader:
    """Recognises the pages of one document that have no text one could use."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._jobs = options.ocr_jobs or processors()
        self._pool: ThreadPoolExecutor | None = None
        self._free = BoundedSemaphore(self._jobs)  # a page waits as a picture of 4 MB: draw none too early
        self.recognition = Recognition.NEEDLESS
        self.engine: tesseract.Engine | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def begin(self, page: Any, sheet: Sheet) -> Callable[[], Sheet]:
        """Begin to recognise the open pypdfium2 `page`, if `sheet` holds no text one could use; call for the outcome.

        The outcome is `sheet` itself where it need not, cannot or may not be recognised, or nothing is. A page that is
        a picture but for a few words, as a scan with a registry's stamp, counts as one without text.
        """
        if _is_stamped(page, sheet):
            sheet = sheet._replace(is_picture=True)
        if not (sheet.is_picture or sheet.is_garbled) or not self._is_ready():
            return lambda: sheet
        scale = scale_for(sheet.width, sheet.height)
        if scale is None:
            return lambda: sheet
        scan = drawn(page, scale)
        if scan.is_blank:
            is_hidden = hides_pictures(page)
            return lambda: sheet._replace(is_picture=is_hidden, is_garbled=False)
        if scan.is_noise:
            return lambda: sheet
        key = self._key(scan)
        kept = ocrcache.fetch(key) if self._options.ocr_cache else None
        if kept is not None:
            return lambda: _sheet(_Page(*kept), sheet)
        watch.recognise()
        turn = skew(scan.grey)
        return self._started(drawn(page, scale, turn) if turn else scan, sheet, key)

    def _is_ready(self) -> bool:
        """Whether pages may and can be recognised."""
        if self.recognition is Recognition.NEEDLESS:
            found = tesseract.engine()
            if not self._options.ocr:
                self.recognition = Recognition.OFF
            elif isinstance(found, tesseract.Engine):
                self.recognition, self.engine = Recognition.DONE, found
            else:
                self.recognition = Recognition.ABSENT
        return self.engine is not None

    def _key(self, scan: Scan) -> str:
        """What the result hangs on: the pixels, the program, its model, and how it is used."""
        engine = self.engine
        assert engine is not None
        told = (_RECIPE, engine.version, engine.model, *tesseract.SETTINGS, scan.grey.shape, round(scan.scale, 4))
        return hashlib.sha256(repr(told).encode() + scan.grey.tobytes()).hexdigest()

    def _started(self, scan: Scan, sheet: Sheet, key: str) -> Callable[[], Sheet]:
        engine = self.engine
        assert engine is not None
        if self._pool is None:
            self._pool = ThreadPoolExecutor(self._jobs, thread_name_prefix="ocr")
        self._free.acquire()

        def work() -> _Page | None:
            try:
                page = _recognised(engine, scan)
            finally:
                self._free.release()
            if page is not None and self._options.ocr_cache:
                ocrcache.keep(key, page.turn, page.inks, page.shapes)
            return page

        future = self._pool.submit(work)

        def wait() -> Sheet:
            page = future.result()
            return sheet if page is None else _sheet(page, sheet)

        return wait


def _recognised(engine: tesseract.Engine, scan: Scan) -> _Page | None:
    """What stands on a scan put straight; the other way up where that reads better. None where Tesseract fails."""
    page = _read(engine, scan)
    if page is None or page.confidence >= _POOR:
        return page
    other = _read(engine, scan.upside_down())
    return page if other is None or other.confidence <= page.confidence else other


def _read(engine: tesseract.Engine, scan: Scan) -> _Page | None:
    shapes = ruling.drawn(scan)
    clean = ruling.without(scan, shapes)
    lines = tesseract.recognise(engine, clean.grey, scan.scale * POINTS)
    if lines is None:
        return None
    inks, confidence = words_of(lines, clean)
    if confidence < _WORTHLESS:
        return _Page(scan.turn, [], [], confidence)
    shapes = ruling.without_strokes(shapes, inks)
    inks = read_again(engine, clean, shapes, without_lines(inks, shapes))
    return _Page(scan.turn, inks, shapes, confidence)


def _is_stamped(page: Any, sheet: Sheet) -> bool:
    """Whether a page is a picture but for a few words."""
    return 0 < len(sheet.inks.texts) <= _FEW_WORDS and pictured(page) > _MOSTLY


def _sheet(page: _Page, sheet: Sheet) -> Sheet:
    """The page as if it had been printed; `sheet` as it was where little more was recognised than it has."""
    if sheet.inks.texts and len(page.inks) < _MORE * len(sheet.inks.texts):
        return sheet._replace(is_picture=False)  # a cover's title on a photograph
    if not page.inks:
        return sheet
    inks, shapes = strikes.struck([strikes.Written(ink, (0,)) for ink in page.inks], page.shapes, _no_letters)
    rules = ruled(shapes) if shapes else None
    return Sheet(sheet.width, sheet.height, Inks.of(inks), rules, turn=page.turn, is_recognised=True)


def _no_letters(place: int) -> Box:
    """Where one letter of a word stands is not known: a recognised word is struck whole or not at all."""
    raise LookupError(place)
