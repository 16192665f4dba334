"""From the coordinates of a PDF page to those of the person who looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from schemas.document import Box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_Place = TypeVar("_Place", float, "NDArray[np.float64]")


class Frame(NamedTuple):
    """The visible part of a page in its own coordinates, and its turn in degrees clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @classmethod
    def of(cls, visible: tuple[float, float, float, float], turn: int) -> Frame:
        """The frame of a page that shows `visible` (left, bottom, right, top), turned by `turn`."""
        return cls(*visible, turn % 360)

    def seen(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box of a rectangle as a person sees it, from the page's top left."""
        return Box(*self.turned(left, bottom, right, top))

    def turned(self, left: _Place, bottom: _Place, right: _Place, top: _Place) -> tuple[_Place, _Place, _Place, _Place]:
        """As `seen`, for one rectangle or for arrays of many: left, top, right, bottom."""
        if self.turn == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.turn == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turn == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left
