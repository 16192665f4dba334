"""Ratios and what stands beside them: a ratio in a note or a text, its percentage in a cell."""

from __future__ import annotations

from collections.abc import Iterator

from extract.audit.check import Scene
from extract.audit.likeness import speaks_of, terms, touches
from extract.audit.ratios import Ratio, ratios, written
from schemas.report import Indicator, Objective

_WHOLE = 100
_TRUNCATED = 1.0  # points by which a whole percentage falls short where it was cut, not rounded
_ANOTHER = 25.0  # points from a result beyond which a ratio in a note is of another thing


def told(objective: Objective, scene: Scene) -> Iterator[Ratio]:
    """Every ratio that an objective tells, in prose, notes and cells."""
    for ratio in ratios(objective, scene.report.report.text):
        yield _with_result(ratio, objective)
    yield from (found for one in objective.indicators if (found := written(one)))


def _with_result(ratio: Ratio, objective: Objective) -> Ratio:
    """A ratio told in a note without its percentage: that is the result of the one indicator in percent it speaks of.

    "Controllati 34 scarichi su 51" beside a result of 66,7%.
    """
    if ratio.stated is not None:
        return ratio
    stated = objective.achievement
    if ratio.section == "results" and not objective.indicators and stated is not None and stated % 1:
        return ratio._replace(stated=float(stated), stated_evidence=objective.evidence["achievement"])
    if ratio.section != "notes":
        return ratio
    shares = [one for one in objective.indicators if one.result is not None and _is_percent(one)]
    spoken = [one for one in shares if touches(terms(one.text), ratio.names)]
    if len(spoken) != 1 or spoken[0].result is None or written(spoken[0]) is not None:
        return ratio
    result = spoken[0].result
    told, other = float(result.value or 0), _WHOLE - ratio.percent
    if abs(told - other) <= _TRUNCATED or abs(told - ratio.percent) > _ANOTHER:
        return ratio  # what was left over, or a share of something else
    return ratio._replace(stated=told, stated_evidence=result.evidence)


def _is_percent(indicator: Indicator) -> bool:
    """True for a result in percent that is a share, not a change."""
    result = indicator.result
    if result is None or result.unit != "%" or not isinstance(result.value, int | float) or result.operator is not None:
        return False
    return not speaks_of(indicator.text, "changing")
