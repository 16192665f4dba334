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


_UNMOVED = Matrix(1, 0, 0, 1, 0, 0)


def drawn_shapes(page: Any, frame: Frame) -> list[Shape]:
    """What is visibly drawn on a pypdfium2 `page`, each line or rectangle once.

    What is painted white, clips only, or is drawn over and over thousands of times is left out.
    """
    shapes: dict[Shape, None] = {}  # printers draw a line once for each of the two cells it parts
    calls = _Calls.bound()
    ink = _inks(calls)
    for path, matrix in _paths(calls, address(page.raw), _UNMOVED, 0):
        is_filled, is_stroked = ink(path)
        if is_filled or is_stroked:
            for rect in _rects(calls, path, matrix, is_stroked):
                shapes[Shape(frame.seen(*rect), not is_stroked)] = None
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
    draw_mode: Callable[[int, int, int], int]
    fill_colour: Callable[[int, int, int, int, int], int]

    @classmethod
    @cache
    def bound(cls) -> _Calls:
        """The functions of the loaded library."""
        import pypdfium2.raw as pdfium

        place, whole = ctypes.c_void_p, ctypes.c_int

        def call(function: Any, *arguments: Any, gives: Any = whole) -> Any:
            return ctypes.PYFUNCTYPE(gives, *arguments)(address(function))

        return cls(
            call(pdfium.FPDFPage_CountObjects, place), call(pdfium.FPDFPage_GetObject, place, whole, gives=place),
            call(pdfium.FPDFFormObj_CountObjects, place),
            call(pdfium.FPDFFormObj_GetObject, place, ctypes.c_ulong, gives=place),
            call(pdfium.FPDFPageObj_GetType, place), call(pdfium.FPDFPageObj_GetMatrix, place, place),
            call(pdfium.FPDFPath_CountSegments, place),
            call(pdfium.FPDFPath_GetPathSegment, place, whole, gives=place),
            call(pdfium.FPDFPathSegment_GetType, place), call(pdfium.FPDFPathSegment_GetPoint, place, place, place),
            call(pdfium.FPDFPath_GetDrawMode, place, place, place),
            call(pdfium.FPDFPageObj_GetFillColor, place, place, place, place, place),
        )


def address(pointer: Any) -> int:
    """The address a ctypes pointer or function holds; 0 for none."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _paths(calls: _Calls, holder: int, outer: Matrix, depth: int) -> Iterator[tuple[int, Matrix]]:
    """The path objects of a page (depth 0) or of a form, each with what it is moved by."""
    import pypdfium2.raw as pdfium

    path, form, kind_of = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM, calls.kind
    count, take = (calls.form_count, calls.form_object) if depth else (calls.page_count, calls.page_object)
    raw = pdfium.FS_MATRIX()
    at_raw = ctypes.addressof(raw)
    for index in range(count(holder)):
        place = take(holder, index)
        kind = kind_of(place)
        if kind != path and (kind != form or depth >= _DEEPEST):
            continue
        own = _UNMOVED
        if calls.matrix(place, at_raw):
            own = Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)
        if outer is not _UNMOVED:
            own = own.over(outer)
        if kind == path:
            yield place, own
        else:
            yield from _paths(calls, place, own, depth + 1)


def _inks(calls: _Calls) -> Callable[[int], tuple[bool, bool]]:
    """A function that says of a path whether it is filled with anything but white, and whether it is stroked."""
    fill, stroke, red, green, blue, alpha = (ctypes.c_int() for _ in range(6))
    mode = ctypes.addressof(fill), ctypes.addressof(stroke)
    colour = tuple(map(ctypes.addressof, (red, green, blue, alpha)))

    def ink(path: int) -> tuple[bool, bool]:
        if not calls.draw_mode(path, *mode):
            return False, False
        if stroke.value or not fill.value:
            return bool(fill.value), bool(stroke.value)
        known = calls.fill_colour(path, *colour)
        return not known or bool(alpha.value and min(red.value, green.value, blue.value) < _WHITE), False

    return ink


def _rects(calls: _Calls, path: int, matrix: Matrix, stroked: bool) -> Iterator[Rect]:
    """The rectangle of each of the path's shapes."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_float(), ctypes.c_float()
    at_x, at_y = ctypes.addressof(x), ctypes.addressof(y)
    a, b, c, d, e, f = matrix
    shape: Points = []
    for index in range(calls.segment_count(path)):
        segment = calls.segment(path, index)
        if not calls.segment_point(segment, at_x, at_y):
            continue
        if shape and calls.segment_kind(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield from _bounds(shape, stroked)
            shape = []
        left, up = x.value, y.value
        shape.append((a * left + c * up + e, b * left + d * up + f))
    if shape:
        yield from _bounds(shape, stroked)


def _bounds(points: Points, stroked: bool) -> Iterator[Rect]:
    """The rectangle around a simple shape; each side of a stroked line with turns; nothing of a curve or slant."""
    whole = _around(points)
    if whole[2] - whole[0] <= _THIN or whole[3] - whole[1] <= _THIN:
        yield whole
    elif all(abs(a[0] - b[0]) <= _STRAIGHT or abs(a[1] - b[1]) <= _STRAIGHT for a, b in pairwise(points)):
        if len(points) in (_ONE_SHAPE - 1, _ONE_SHAPE):
            yield whole
        elif stroked:
            yield from map(_around, pairwise(points))


def _around(points: Points | tuple[tuple[float, float], tuple[float, float]]) -> Rect:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
