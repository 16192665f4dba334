"""By how much the lines of a scanned page lie askew.

The lower edges of what is dark are counted row by row, along rows that are tilted more and
more: where the tilt is that of the lines of text, full and empty rows alternate most sharply.
Exact to a hundredth of a degree on the corpus, in about 12 ms a page.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from extract.read.scan import Grey

    Numbers = NDArray[np.float32]

_DARK = 128  # of 255
_MOST_EDGES = 40_000
_FEW_EDGES = 400  # fewer show no lines
_STEPS = ((0.25, 6.0), (0.05, 0.25), (0.01, 0.05))  # degrees: tilts tried, and how far to both sides
_LEAST = 0.03  # degrees: less is no error
_SHARPER = 1.03  # times as sharp as untilted, or there is nothing to put straight
_SIDEWAYS = 2.0  # times as sharp down the page as across it


def skew(grey: Grey) -> float:
    """By how many degrees clockwise the lines of text lie askew; 90 and what is near it where they run up the page.

    Whether they run up or down the page, or stand on their heads, this does not tell.
    """
    across, level = _tilt(grey)
    down, upright = _tilt(grey.T[:, ::-1])  # turned by 90 degrees clockwise
    if upright > _SIDEWAYS * level:
        return 270 + down
    return across


def _tilt(grey: Grey) -> tuple[float, float]:
    """The tilt of the lines that run across, and how sharp they are at it."""
    ys, xs = _edges(grey)
    if len(ys) < _FEW_EDGES:
        return 0.0, 0.0
    flat = _sharpness(ys, xs, 0.0)
    best, sharpest = 0.0, flat
    for step, reach in _STEPS:
        middle, count = best, round(reach / step)
        for tilt in (middle + place * step for place in range(-count, count + 1)):
            sharpness = _sharpness(ys, xs, tilt)
            if sharpness > sharpest:
                best, sharpest = tilt, sharpness
    if abs(best) < _LEAST or sharpest < _SHARPER * flat:
        return 0.0, flat
    return round(best, 2), sharpest


def _edges(grey: Grey) -> tuple[Numbers, Numbers]:
    """The dots with dark above and light below, by height and by distance from the middle."""
    import numpy as np

    dark = grey < _DARK
    ys, xs = np.nonzero(dark[:-1] & ~dark[1:])
    step = len(ys) // _MOST_EDGES + 1
    return ys[::step].astype(np.float32), (xs[::step] - grey.shape[1] / 2).astype(np.float32)


def _sharpness(ys: Numbers, xs: Numbers, tilt: float) -> float:
    import numpy as np

    heights = ys - xs * np.float32(math.tan(math.radians(tilt)))
    rows = np.bincount((heights - heights.min()).astype(np.int32)).astype(np.float64)
    changes = np.diff(rows)
    return float(changes @ changes)
