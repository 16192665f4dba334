"""Intents: numbers that a text says were meant to be reached, beside the targets that are called so.

"L'intento è di arrivare a 200 tirocini", "vanno collaudate tutte e ventidue le gru": for comparing two targets of one
thing, not for judging results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.audit.answers import Asked, asked_by
from extract.audit.check import Scene, shown
from extract.audit.likeness import Terms, terms
from extract.audit.measures import Bound
from extract.audit.plans import is_meant
from schemas.report import Objective

_DONE = re.compile(r"(?:at|it|ut|ess|ott|ett|att|iut|ert)\Z")  # endings of stems of what was done with a thing


def meant_by(objective: Objective, scene: Scene) -> Iterator[Asked]:
    """Numbers that the description plans, each of what exactly one indicator with a target measures.

    Its name may leave out, or put in other words, only what is done with the thing: "decreti attuativi" and "decreti
    emanati", not "decreti" of another kind.
    """
    asked = [one for one in asked_by(objective, scene) if one.section == "indicator"]
    planned = [one for one in objective.quantities if is_meant(one, scene.report.report.text)]
    for one in planned:
        names = terms(one.label or "")
        like = [two for two in asked if _of_one_kind(names, two.names) and two.bound.unit == one.unit]
        rivals = [two for two in planned if two is not one and terms(two.label or "")[:1] == names[:1]]
        if len(like) == 1 and not rivals:
            bound = Bound("=", float(one.value), None, one.unit, like[0].bound.rising)
            yield Asked(bound, one.label or "", like[0].names, one.section, shown(one), one)


def _of_one_kind(one: Terms, other: Terms) -> bool:
    """True for the same noun, where one says nothing of its kind that the other says otherwise."""
    if not one or not other or one[0] != other[0]:
        return False
    return not _kinds(one) or not _kinds(other) or set(_kinds(one)) <= set(_kinds(other)) or set(_kinds(other)) <= set(
        _kinds(one)
    )


def _kinds(names: Sequence[str]) -> list[str]:
    return [name for name in names[1:] if not _DONE.search(name)]
