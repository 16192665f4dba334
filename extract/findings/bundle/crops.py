"""Pieces of pages with the evidence outlined: cut from the original file, in a process of its own, if it is the same.

A piece is as wide as the page's text and as high as the lines it shows, with a little of what stands around them.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from extract.findings.dossier import Quote
from extract.isolation import Ended, Limits, Pool
from schemas.evidence import BoxTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

_SCALE = 2.0  # pixels for a point: 144 to an inch
_AROUND = 26.0  # points of the page above and below what is shown
_LINE = 12.0  # points more, so that no line of text is cut through
_APART = 80.0  # points between two lines from which they are shown in pieces of their own
_TALLEST = 420.0  # points of a page that one piece shows
_WIDEST = 1600  # pixels
_PORTRAIT = 640.0  # points: a page as wide as A4 upright is shown from side to side
_READABLE = 500.0  # points of a wider page, if the evidence is not itself wider
_BESIDE = 40.0
_COLUMN = 130.0  # points: the rest of a table's column is shown if it is no wider
_RULED = 0.6  # of the height: what is printed so far down is a table's line
_COLOURS = 24
_INK = (176, 0, 32)
_DARK = 160  # of 255: what is darker is printed
_PAD = 2.5  # points between a line and its outline


class Piece(NamedTuple):
    """A stretch of a page, and the lines on it to outline."""

    page: int
    boxes: tuple[BoxTuple, ...]


class Order(NamedTuple):
    """The pieces wanted of one file."""

    path: str
    sha256: str
    pieces: tuple[Piece, ...]


class Picture(NamedTuple):
    """A piece as PNG, with its size in pixels."""

    png: bytes
    width: int
    height: int


class Cut(NamedTuple):
    """What became of an order: pictures by piece, or why there are none."""

    pictures: Mapping[Piece, Picture]
    reason: str | None = None
    reason_en: str | None = None


def pieces_of(quotes: Iterable[Quote]) -> tuple[Piece, ...]:
    """The pieces that show quotes: lines near one another on a page in one."""
    by_page: dict[int, list[BoxTuple]] = {}
    for one in quotes:
        by_page.setdefault(one.page, []).extend(box for box in one.boxes)
    return tuple(
        Piece(page, tuple(group)) for page, boxes in by_page.items() for group in _near(dict.fromkeys(boxes))
    )


def _near(boxes: Iterable[BoxTuple]) -> Iterator[list[BoxTuple]]:
    group: list[BoxTuple] = []
    for box in sorted(boxes, key=lambda one: (one[1], one[0])):
        if group and (box[1] - max(one[3] for one in group) > _APART or box[3] - group[0][1] > _TALLEST):
            yield group
            group = []
        group.append(box)
    if group:
        yield group


def cut(order: Order, limits: Limits) -> Cut:
    """The pieces of a file, which is opened in a process of its own: it may be hostile."""
    if not order.pieces:
        return Cut({})
    with Pool(_ready, limits=limits) as pool:
        ((result,),) = pool.run(pictures, [order], strict=True)
    if isinstance(result, Ended):
        return Cut({}, "non è stato possibile disegnarne le pagine", "its pages could not be drawn")
    return result.value


def _ready() -> None:
    import pypdfium2  # noqa: F401


def pictures(order: Order) -> Cut:
    """The pieces of a file, if it is the one that was read."""
    import pypdfium2

    try:
        data = Path(order.path).read_bytes()
    except OSError:
        return Cut({}, "l'originale non è più al suo posto", "the original is no longer in its place")
    if hashlib.sha256(data).hexdigest() != order.sha256:
        return Cut({}, "il file al suo posto è un altro", "the file in its place is another one")
    try:
        document = pypdfium2.PdfDocument(data)
        return Cut({one: _picture(document, one) for one in order.pieces if one.page <= len(document)})
    except pypdfium2.PdfiumError:
        return Cut({}, "non è stato possibile disegnarne le pagine", "its pages could not be drawn")


def _picture(document: object, piece: Piece) -> Picture:
    from PIL import ImageDraw

    page = document[piece.page - 1]  # type: ignore[index]
    width, height = page.get_size()
    top = max(min(box[1] for box in piece.boxes) - _AROUND - _LINE, 0.0)
    bottom = min(max(box[3] for box in piece.boxes) + _AROUND + _LINE, height)
    if bottom <= top:
        top, bottom = 0.0, height
    scale = min(_SCALE, _WIDEST / max(width, 1.0))
    bitmap = page.render(scale=scale, crop=(0, height - bottom, 0, top))
    image: Image = bitmap.to_pil().convert("RGB")
    first, last = (min(box[1] for box in piece.boxes), max(box[3] for box in piece.boxes))
    above, below = (
        _emptiest(image, round(max(min(_LINE, spare - _PAD), 0.0) * scale), at_end=at_end)
        for spare, at_end in ((first - top, False), (bottom - last, True))
    )
    draw = ImageDraw.Draw(image)
    for x0, y0, x1, y1 in piece.boxes:
        corners = (x0 - _PAD, y0 - top - _PAD, x1 + _PAD, y1 - top + _PAD)
        draw.rounded_rectangle([one * scale for one in corners], radius=3 * scale, outline=_INK, width=round(scale))
    image = image.crop((0, above, image.width, image.height - below))
    return _png(_trimmed(_narrowed(image, piece.boxes, scale), round(10 * scale)))


def _emptiest(image: Image, spare: int, *, at_end: bool) -> int:
    """How many of the first rows of pixels, or of the last, may go so that no line of text is cut through."""
    ink = (np.asarray(image.convert("L")) < _DARK).mean(axis=1)
    rows = ink[::-1][:spare] if at_end else ink[:spare]
    return spare - 1 - int(rows[::-1].argmin()) if rows.size else 0


def _narrowed(image: Image, boxes: Iterable[BoxTuple], scale: float) -> Image:
    """Of a wide page what stands beside the evidence: printed whole, its letters would be too small to read.

    It is cut at the next line of a table, or where the page is emptiest, and not through words.
    """
    found = list(boxes)
    left, right = min(box[0] for box in found) - _BESIDE, max(box[2] for box in found) + _BESIDE
    spare = (_READABLE - (right - left)) / 2
    if image.width / scale <= _PORTRAIT:
        return image
    left = max(left - max(spare, 0), 0.0)
    right = max(right + max(spare, 0), left + _READABLE)
    ink = (np.asarray(image.convert("L")) < _DARK).mean(axis=0)
    first, last = round(left * scale), min(round(right * scale), image.width)
    return image.crop((first - _gap(ink[:first][::-1], scale), 0, last + _gap(ink[last:], scale), image.height))


def _gap(ink: NDArray[np.float64], scale: float) -> int:
    """How many columns of pixels to go on; `ink` is the share of each that is printed."""
    ruled, = (ink[: round(_COLUMN * scale)] > _RULED).nonzero()
    if ruled.size:
        return int(ruled[0]) + 1
    near = ink[: round(_BESIDE * scale)]
    return int(near.argmin()) if near.size else 0


def _trimmed(image: Image, margin: int) -> Image:
    """The image less the blank at its sides, a margin kept."""
    from PIL import ImageOps

    inked = ImageOps.invert(image.convert("L")).point(lambda value: 255 * (value > 24)).getbbox()
    if inked is None:
        return image
    return image.crop((max(inked[0] - margin, 0), 0, min(inked[2] + margin, image.width), image.height))


def _png(image: Image) -> Picture:
    small = image.quantize(_COLOURS)
    data = io.BytesIO()
    small.save(data, "PNG", optimize=True)
    return Picture(data.getvalue(), *image.size)
