"""Limits: scores above their maximum or the weight they are a share of, values outside what is expected."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from extract.audit.check import Check, Scene, Verdict
from extract.audit.words.method import front_of, method
from extract.audit.words.scales import cap_of, cap_of_achievement, keeps_to_weights, scale_anywhere, scale_of_one
from extract.audit.words.wording import english, italian
from schemas.evidence import Evidence
from schemas.expectations import Range, Ranged
from schemas.finding import Severity
from schemas.report import Number, Objective, Score, SectionName

_NOUNS: tuple[tuple[Ranged, str], ...] = (("weight", "peso"), ("achievement", "raggiungimento"))
_RANGES: dict[Ranged, Range] = {
    "score": Range(least=0), "achievement": Range(least=0), "weight": Range(least=0, most=1000),
}
_OWN: tuple[SectionName, ...] = ("description", "expected_benefits", "indicator", "notes")
_ANY = math.inf  # the most of a score of which nothing is said
_WHOLE = 100
_MOST = 0.6  # share of the scores that must keep to their objectives' weights before another is blamed
_SLACK = 0.01


def above_maximum(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """A score above its maximum; scores, weights and achievements below zero or outside what is expected."""
    for score in objective.scores:
        most = maximum(score, scene)
        if most is not None and score.value > most:
            yield _above(score, most)
        elif score.maximum is None and not is_share(score) and score.value > (own := _own_scale(objective) or _ANY):
            yield _above(score, own, "warning")
        yield from _outside("score", "punteggio", score.value, score.evidence, scene)
    for name, noun in _NOUNS:
        value = getattr(objective, name)
        if value is not None:
            yield from _outside(name, noun, value, objective.evidence[name], scene)
    for indicator in objective.indicators:
        for name, noun in _NOUNS:
            value = getattr(indicator, name)
            if value is not None:
                yield from _outside(name, noun, value, indicator.evidence, scene)


def _above(score: Score, most: float, severity: Severity | None = None) -> Verdict:
    return Verdict(
        f"Il punteggio {italian(score.value)} supera il massimo {italian(most)}.",
        f"The score {english(score.value)} is above its maximum {english(most)}.", score.evidence, severity=severity,
    )


def _own_scale(objective: Objective) -> float | None:
    """The most that its score can be, as an objective says itself outside its results."""
    texts = (objective.sections[name].text for name in _OWN if name in objective.sections)
    return scale_of_one(objective.title or "", texts)


def maximum(score: Score, scene: Scene) -> Number | None:
    """The most a score can be: as it says itself, else as the report says of its scale, if its scores keep to it."""
    if score.maximum is not None:
        return score.maximum
    if is_share(score):
        cap = cap_of(front_of(scene.report))
        return cap if cap is not None and _keep_to(cap, _shares(scene)) else None
    scale = method(scene.report).scale or scale_anywhere(scene.report.report.text or "")
    return scale if scale is not None and _is_of_scores(scale, scene) else None


def is_share(score: Score) -> bool:
    """True for a score that is printed in percent."""
    return any(one.quote.rstrip(" )").endswith("%") for one in score.evidence)


def is_whole_share(score: Score) -> bool:
    """True for a score printed as all of the hundred percent."""
    return score.maximum is None and is_share(score) and score.value >= _WHOLE


def _shares(scene: Scene) -> list[Number]:
    return [
        score.value for one in scene.report.objectives for score in one.scores
        if score.maximum is None and is_share(score)
    ]


def _is_of_scores(scale: float, scene: Scene) -> bool:
    """True where most scores without a maximum of their own are within a scale: else it is one of something else."""
    bare = [score.value for one in scene.report.objectives for score in one.scores if score.maximum is None]
    return _keep_to(scale, bare)


def _outside(name: Ranged, noun: str, value: Number, evidence: tuple[Evidence, ...], scene: Scene) -> Iterator[Verdict]:
    expected = _range(name, scene)
    if expected.least is not None and value < expected.least:
        it, en = f"sotto il minimo {italian(expected.least)}", f"below the minimum {english(expected.least)}"
    elif expected.most is not None and value > expected.most:
        it, en = f"oltre il massimo {italian(expected.most)}", f"above the maximum {english(expected.most)}"
    else:
        return
    yield Verdict(f"Il {noun} {italian(value)} è {it}.", f"The {name} {english(value)} is {en}.", evidence)


def _range(name: Ranged, scene: Scene) -> Range:
    """What is expected, and not more than the report allows itself: one that caps achievement means it."""
    expected = scene.expects.ranges.get(name, _RANGES[name])
    if name != "achievement":
        return expected
    cap = _WHOLE if method(scene.report).capped else cap_of_achievement(front_of(scene.report))
    if cap is not None and _is_capped(cap, scene):
        return Range(least=expected.least, most=min(cap, expected.most or cap))
    return expected


def _is_capped(cap: float, scene: Scene) -> bool:
    """True where most achievements keep to a cap that the report tells: else it is one of something else."""
    said = [
        value for one in scene.report.objectives
        for value in (one.achievement, *(indicator.achievement for indicator in one.indicators)) if value is not None
    ]
    return _keep_to(cap, said)


def _keep_to(most: float, values: Sequence[Number]) -> bool:
    """True where most values are no more than this, or but one is."""
    above = sum(value > most for value in values)
    return above <= max(1, len(values) * (1 - _MOST))


def of_weights(scene: Scene) -> bool:
    """True where the scores of a report are the parts of the objectives' weights that were earned, as it may say."""
    weighed = _weighed(scene)
    within = sum(score.value <= weight * (1 + _SLACK) for _, _, score, weight in weighed)
    if len(weighed) > 1 and within >= len(weighed) * _MOST:
        return True
    return within >= len(weighed) - 1 and keeps_to_weights(front_of(scene.report))


def _weighed(scene: Scene) -> list[tuple[int, Objective, Score, float]]:
    """The objectives with a weight and a score that has no maximum of its own, with their places."""
    return [
        (at, one, one.scores[0], float(one.weight)) for at, one in enumerate(scene.report.objectives)
        if one.scores and one.weight and maximum(one.scores[0], scene) is None
    ]


def above_weight(scene: Scene) -> Iterator[Verdict]:
    """A score above the weight of its objective, where scores are the part of the weight that was earned."""
    above = [row for row in _weighed(scene) if row[2].value > row[3] * (1 + _SLACK)]
    if not above or not of_weights(scene):
        return
    for at, objective, score, weight in above:
        yield Verdict(
            f"Il punteggio {italian(score.value)} supera il peso dell'obiettivo ({italian(weight)}), "
            "di cui è una parte.",
            f"The score {english(score.value)} is above the weight of the objective ({english(weight)}) "
            "that it is a part of.",
            (*objective.evidence["weight"], *score.evidence), place=at,
        )


CHECKS = (
    Check(
        "evaluation.above-maximum", "error", "Valore oltre il massimo", "Value above the maximum",
        "Un punteggio non supera il suo massimo o il peso di cui è parte; percentuali e pesi stanno nei limiti.",
        "A score is not above its maximum or the weight it is a part of; percentages and weights keep their limits.",
        "Valutazione OIV = 110/100",
        single=above_maximum, whole=above_weight,
    ),
)
