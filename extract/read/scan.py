"""A PDF page as a picture: its pixels, and how they lie on the page."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from schemas.document import size_straight

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grey = NDArray[np.uint8]

POINTS = 72  # in an inch
RESOLUTION = 200.0  # dots in an inch: what is enough for print of 8 points
_LEAST_RESOLUTION = 90.0  # below this nothing can be read
_MOST_PIXELS = 40_000_000  # an A2 sheet at 200 dots; larger sheets get fewer dots
_LONGEST_SIDE = 32_000  # dots: Tesseract takes no more
_SMALLEST_SIDE = 8.0  # points
DARK = 160  # of 255
_DEEPEST, _MOST_OBJECTS = 3, 3000  # forms within forms; pictures behind more objects are not looked for
_NOISE = 0.08  # of the dots are a lower edge of something dark; of a page full of small print 0.02
_BLANK = 0.000005  # of the dots dark: specks of dust


class Scan(NamedTuple):
    """A page's pixels, `scale` of them in a point, with what is on it turned back by `turn` degrees."""

    grey: Grey
    scale: float
    turn: float = 0.0

    @property
    def is_blank(self) -> bool:
        """Whether nothing is on it but dust."""
        return int((self.grey < DARK).sum()) <= _BLANK * self.grey.size

    @property
    def is_noise(self) -> bool:
        """Whether dark and light change as often as no text does: on noise Tesseract takes minutes."""
        dark = self.grey < DARK
        return float((dark[:-1] & ~dark[1:]).mean()) > _NOISE

    def upside_down(self) -> Scan:
        """The same with its head where its foot was."""
        import numpy as np

        return Scan(np.ascontiguousarray(self.grey[::-1, ::-1]), self.scale, (self.turn + 180) % 360)


def scale_for(width: float, height: float) -> float | None:
    """How many pixels a point of a page of this size (in points) gets; None where it is too large or too small."""
    if not (min(width, height) >= _SMALLEST_SIDE and math.isfinite(width * height)):
        return None
    most = min(math.sqrt(_MOST_PIXELS / (width * height)), _LONGEST_SIDE / max(width, height))
    scale = min(RESOLUTION / POINTS, most)
    return scale if scale >= _LEAST_RESOLUTION / POINTS else None


def pictured(page: Any) -> float:
    """How much of the pypdfium2 `page` pictures cover, 0 to 1 and above where they overlap."""
    bounds = [picture.get_bounds() for picture in _pictures(page)]
    left, bottom, right, top = page.get_bbox()
    whole = (right - left) * (top - bottom)
    shared = sum(
        max(min(box[2], right) - max(box[0], left), 0.0) * max(min(box[3], top) - max(box[1], bottom), 0.0)
        for box in bounds
    )
    return shared / whole if whole > 0 else 0.0


def hides_pictures(page: Any) -> bool:
    """Whether pdfium may have left pictures of the pypdfium2 `page` out, as it does without a sign.

    Damaged ones are left out, and those too large for the memory.
    """
    import pypdfium2

    for picture in _pictures(page):
        try:
            if math.prod(picture.get_px_size()) > _MOST_PIXELS:
                return True
            picture.get_bitmap().close()
        except pypdfium2.PdfiumError:
            return True
    return False


def _pictures(page: Any) -> Iterator[Any]:
    import pypdfium2.raw as pdfium

    objects = islice(page.get_objects(max_depth=_DEEPEST), _MOST_OBJECTS)
    return (one for one in objects if one.type == pdfium.FPDF_PAGEOBJ_IMAGE)


def drawn(page: Any, scale: float, turn: float = 0.0) -> Scan:
    """The pypdfium2 `page` as a person sees it, turned back by `turn` degrees clockwise, on white."""
    import numpy as np
    import pypdfium2
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    straight = size_straight(width, height, turn)
    columns, rows = (math.ceil(side * scale) for side in straight)
    along, across = scale * math.cos(math.radians(turn)), scale * math.sin(math.radians(turn))
    matrix = pdfium.FS_MATRIX(
        along, -across, across, along,
        (scale * straight[0] - along * width - across * height) / 2,
        (scale * straight[1] + across * width - along * height) / 2,
    )
    bitmap = pypdfium2.PdfBitmap.new_native(columns, rows, pdfium.FPDFBitmap_Gray)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, columns, rows)
        whole = pdfium.FS_RECTF(0, 0, columns, rows)
        flags = pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE
        pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap.raw, page.raw, matrix, whole, flags)
        pixels = bitmap.to_numpy().reshape(rows, -1)[:, :columns]
        return Scan(np.array(pixels, dtype=np.uint8, order="C"), scale, turn)
    finally:
        bitmap.close()
