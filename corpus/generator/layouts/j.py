"""Layout J: semester scoring: a table with its total for each cost centre; weights set against words.

An indicator's `print_annual` says that its target was revised: it is the value first expected. The scores of an
objective belong to its indicators in order; one without score says what is printed instead (`print_score`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from corpus.generator.layouts.columns import Content, report, sheets
from corpus.generator.model import Print


def printed(content: Content) -> Print:
    """The report in its printed form."""
    return report(content, sheets({**content, "objectives": [_with_values(one) for one in content["objectives"]]}))


def _with_values(objective: Content) -> dict[str, Any]:
    """The objective with what the columns `indicator.annual`, `.revised` and `.score` show."""
    scores = iter([one["value"] for one in objective.get("scores", ())])
    return {**objective, "indicators": [_columns(one, scores) for one in objective["indicators"]]}


def _columns(indicator: Content, scores: Iterator[float]) -> dict[str, Any]:
    """One indicator with its two expected values and its score."""
    revised = "print_annual" in indicator
    target = indicator.get("target")
    values = {"revised": target} if revised else {"annual": target}
    return {**indicator, **values, "score": None if "print_score" in indicator else next(scores)}
