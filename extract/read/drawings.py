"""The lines and rectangles drawn on a PDF page, those inside Form XObjects included."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from extract.read.frame import Frame
from schemas.document import Box

_DEEPEST = 8
_MOST_SHAPES = 20_000  # a page with more is a drawing: no table is looked for
_WHITE = 250
_ONE_SHAPE = 5  # points of a line or a closed rectangle
_STRAIGHT = 0.1  # points by which a straight line's ends may differ
_THIN = 1.0  # points: what is no thicker is a line, however its ends are cut

Rect = tuple[float, float, float, float]  # left, bottom, right, top in the page's own coordinates
Points = list[tuple[float, float]]


class Shape(NamedTuple):
    """A line or rectangle drawn; `filled` where it is painted without an outline."""

    box: Box
    filled: bool


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


def drawn_shapes(page: Any, frame: Frame) -> list[Shape]:
    """What is visibly drawn on a pypdfium2 `page`, each line or rectangle once.

    What is painted white, clips only, or is drawn over and over thousands of times is left out.
    """
    shapes: dict[Shape, None] = {}  # printers draw a line once for each of the two cells it parts
    calls = _Calls.bound()
    for path, matrix in _paths(calls, address(page.raw), _UNMOVED, 0):
        filled, stroked = _ink(path)
        if not filled and not stroked:
            continue
        for rect in _rects(calls, path, matrix, stroked):
            shapes[Shape(frame.seen(*rect), not stroked)] = None
        if len(shapes) > _MOST_SHAPES:
            return []
    return list(shapes)


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
    matrix: Callable[[int, int], int]
    segment_count: Callable[[int], int]
    segment: Callable[[int, int], int]
    segment_kind: Callable[[int], int]
    segment_point: Callable[[int, int, int], int]

    @classmethod
    @cache
    def bound(cls) -> _Calls:
        """The functions of the loaded library."""
        import pypdfium2.raw as pdfium

        place, whole = ctypes.c_void_p, ctypes.c_int
        number = ctypes.PYFUNCTYPE(whole, place)
        handle = ctypes.PYFUNCTYPE(place, place, whole)
        handle_in_form = ctypes.PYFUNCTYPE(place, place, ctypes.c_ulong)
        fill_one, fill_two = ctypes.PYFUNCTYPE(whole, place, place), ctypes.PYFUNCTYPE(whole, place, place, place)
        return cls(
            number(address(pdfium.FPDFPage_CountObjects)), handle(address(pdfium.FPDFPage_GetObject)),
            number(address(pdfium.FPDFFormObj_CountObjects)), handle_in_form(address(pdfium.FPDFFormObj_GetObject)),
            number(address(pdfium.FPDFPageObj_GetType)), fill_one(address(pdfium.FPDFPageObj_GetMatrix)),
            number(address(pdfium.FPDFPath_CountSegments)), handle(address(pdfium.FPDFPath_GetPathSegment)),
            number(address(pdfium.FPDFPathSegment_GetType)), fill_two(address(pdfium.FPDFPathSegment_GetPoint)),
        )


def address(pointer: Any) -> int:
    """The address a ctypes pointer or function holds; 0 for none."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _paths(calls: _Calls, holder: int, outer: Matrix, depth: int) -> Iterator[tuple[int, Matrix]]:
    """The path objects of a page (depth 0) or of a form, each with what it is moved by."""
    import pypdfium2.raw as pdfium

    path, form, kind_of = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM, calls.kind
    count, take = (calls.form_count, calls.form_object) if depth else (calls.page_count, calls.page_object)
    for index in range(count(holder)):
        place = take(holder, index)
        kind = kind_of(place)
        if kind == path:
            yield place, _matrix(calls, place).over(outer)
        elif kind == form and depth < _DEEPEST:
            yield from _paths(calls, place, _matrix(calls, place).over(outer), depth + 1)


def _matrix(calls: _Calls, place: int) -> Matrix:
    import pypdfium2.raw as pdfium

    raw = pdfium.FS_MATRIX()
    if not calls.matrix(place, ctypes.addressof(raw)):
        return _UNMOVED
    return Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _ink(place: int) -> tuple[bool, bool]:
    """Whether a path is filled with anything but white, and whether it is stroked."""
    import pypdfium2.raw as pdfium

    path = ctypes.cast(place, pdfium.FPDF_PAGEOBJECT)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke)):
        return False, False
    if stroke.value or not fill.value:
        return bool(fill.value), bool(stroke.value)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = pdfium.FPDFPageObj_GetFillColor(path, *map(ctypes.byref, (red, green, blue, alpha)))
    return not known or bool(alpha.value and min(red.value, green.value, blue.value) < _WHITE), False


def _rects(calls: _Calls, path: int, matrix: Matrix, stroked: bool) -> Iterator[Rect]:
    """The rectangle of each of the path's shapes."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_float(), ctypes.c_float()
    at_x, at_y = ctypes.addressof(x), ctypes.addressof(y)
    shape: Points = []
    for index in range(calls.segment_count(path)):
        segment = calls.segment(path, index)
        if not calls.segment_point(segment, at_x, at_y):
            continue
        if shape and calls.segment_kind(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield from _bounds(shape, stroked)
            shape = []
        shape.append(matrix.point(x.value, y.value))
    if shape:
        yield from _bounds(shape, stroked)


def _bounds(points: Points, stroked: bool) -> Iterator[Rect]:
    """The rectangle around a simple shape; each side of a stroked line with turns; nothing of a curve or slant."""
    whole = _around(points)
    straight = all(min(abs(a[0] - b[0]), abs(a[1] - b[1])) <= _STRAIGHT for a, b in pairwise(points))
    is_thin = min(whole[2] - whole[0], whole[3] - whole[1]) <= _THIN
    if is_thin or (straight and len(points) in (_ONE_SHAPE - 1, _ONE_SHAPE)):
        yield whole
    elif straight and stroked:
        yield from (_around(side) for side in pairwise(points))


def _around(points: Points | tuple[tuple[float, float], tuple[float, float]]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
