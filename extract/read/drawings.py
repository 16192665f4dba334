"""The lines and rectangles drawn on a PDF page, those inside Form XObjects included."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from extract.read.frame import Frame
from schemas.document import Box

_DEEPEST = 8
_MOST_PATHS = 5000  # a page with more is a drawing: no table is looked for
_WHITE = 250
_ONE_SHAPE = 5  # segments of a line or a closed rectangle


class Matrix(NamedTuple):
    """A PDF transformation: x' = ax + cy + e, y' = bx + dy + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def over(self, outer: Matrix) -> Matrix:
        """This transformation, then `outer`."""
        return Matrix(
            self.a * outer.a + self.b * outer.c, self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c, self.c * outer.b + self.d * outer.d,
            self.e * outer.a + self.f * outer.c + outer.e, self.e * outer.b + self.f * outer.d + outer.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where (x, y) lands."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


_UNMOVED = Matrix(1, 0, 0, 1, 0, 0)


def drawn_boxes(page: Any, frame: Frame) -> list[Box]:
    """The boxes of what is visibly drawn on a pypdfium2 `page`, one for each line or rectangle.

    What is painted white, clips only, or is drawn over and over thousands of times is left out.
    """
    boxes: list[Box] = []
    for path, matrix in _paths(_Calls.bound(), address(page.raw), _UNMOVED, 0):
        if _is_visible(path):
            boxes += (_seen(shape, frame) for shape in _shapes(path, matrix))
            if len(boxes) > _MOST_PATHS:
                return []
    return boxes


class _Calls(NamedTuple):
    """pdfium's functions with plain addresses for handles.

    A page has thousands of objects, most of them text: pypdfium2's own prototypes wrap each
    in a pointer object and release the interpreter's lock twice, which doubles the cost.
    """

    page_count: Callable[[int], int]
    page_object: Callable[[int, int], int]
    form_count: Callable[[int], int]
    form_object: Callable[[int, int], int]
    kind: Callable[[int], int]

    @classmethod
    def bound(cls) -> _Calls:
        """The functions of the loaded library."""
        import pypdfium2.raw as pdfium

        number = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p)
        handle = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
        handle_in_form = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
        return cls(
            number(address(pdfium.FPDFPage_CountObjects)), handle(address(pdfium.FPDFPage_GetObject)),
            number(address(pdfium.FPDFFormObj_CountObjects)), handle_in_form(address(pdfium.FPDFFormObj_GetObject)),
            number(address(pdfium.FPDFPageObj_GetType)),
        )


def address(pointer: Any) -> int:
    """The address a ctypes pointer or function holds; 0 for none."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _paths(calls: _Calls, holder: int, outer: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    """The path objects of a page (depth 0) or of a form, each with what it is moved by."""
    import pypdfium2.raw as pdfium

    path, form, kind_of = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM, calls.kind
    count, take = (calls.form_count, calls.form_object) if depth else (calls.page_count, calls.page_object)
    for index in range(count(holder)):
        place = take(holder, index)
        kind = kind_of(place)
        if kind == path:
            thing = ctypes.cast(place, pdfium.FPDF_PAGEOBJECT)
            yield thing, _matrix(thing).over(outer)
        elif kind == form and depth < _DEEPEST:
            thing = ctypes.cast(place, pdfium.FPDF_PAGEOBJECT)
            yield from _paths(calls, place, _matrix(thing).over(outer), depth + 1)


def _matrix(thing: Any) -> Matrix:
    import pypdfium2.raw as pdfium

    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(raw)):
        return _UNMOVED
    return Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _is_visible(path: Any) -> bool:
    """Whether the path leaves ink: stroked, or filled with anything but white."""
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke)):
        return False
    if stroke.value:
        return True
    if not fill.value:
        return False
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = pdfium.FPDFPageObj_GetFillColor(path, *map(ctypes.byref, (red, green, blue, alpha)))
    if not known:
        return True
    return bool(alpha.value) and min(red.value, green.value, blue.value) < _WHITE


def _shapes(path: Any, matrix: Matrix) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right, top of each of the path's shapes."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_float(), ctypes.c_float()
    shape: list[tuple[float, float]] = []
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            continue
        if shape and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield from _bounds(shape)
            shape = []
        shape.append(matrix.point(x.value, y.value))
    if shape:
        yield from _bounds(shape)


def _bounds(points: list[tuple[float, float]]) -> Iterator[tuple[float, float, float, float]]:
    if len(points) > _ONE_SHAPE:  # a curve, or a frame with turns
        return
    xs, ys = [x for x, _ in points], [y for _, y in points]
    yield min(xs), min(ys), max(xs), max(ys)


def _seen(shape: tuple[float, float, float, float], frame: Frame) -> Box:
    return frame.seen(*shape)
