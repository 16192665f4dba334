"""Layout L: the table of a university: coded objectives, actions, a base line, a scale of result values and the score.

An indicator's `print_scale` lists what the columns `indicator.scale_3` to `indicator.scale_0` show.
"""

from __future__ import annotations

from typing import Any

from corpus.generator.layouts.columns import Content, report, sheets
from corpus.generator.model import Print


def printed(content: Content) -> Print:
    """The report in its printed form."""
    return report(content, sheets({**content, "objectives": [_with_scales(one) for one in content["objectives"]]}))


def _with_scales(objective: Content) -> dict[str, Any]:
    """The objective with the bands of each of its indicators."""
    return {**objective, "indicators": [_with_scale(one) for one in objective["indicators"]]}


def _with_scale(indicator: Content) -> dict[str, Any]:
    """One indicator with a value for each column of its scale, best first."""
    bands = indicator.get("print_scale", ())
    return {**indicator, **{f"scale_{3 - place}": band for place, band in enumerate(bands)}}
