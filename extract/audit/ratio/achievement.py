"""Achievement: the percentage stated for an indicator or objective against its result, its target and its indicators.

Evaluators use bands and caps: a round percentage below the exact one, 100% for a target that was met, 0% for one that
was missed. Only what no such practice explains is an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import Literal

from extract.audit.check import Check, Scene, Verdict, shown
from extract.audit.ratio.relations import relations
from extract.audit.ratio.stated import stated
from extract.audit.words.answers import Pair, pairs
from extract.audit.words.measures import Bound, agree, bound_of
from extract.audit.words.method import method
from extract.audit.words.wording import english, italian, named
from schemas.evidence import Evidence
from schemas.finding import Severity
from schemas.report import Indicator, Number, Objective, Quantity, Target

Judged = Severity | Literal["held"]
Asking = Indicator | Target | Quantity

_WHOLE = 100.0
_BAND = 5  # percentages of bands are multiples of this
_ALMOST = 90  # from here on a band may well be that of the full achievement
_FAR = 30.0  # points beyond which no band is likely
_SAME = 0.5  # points between a score and the percentage that it is of
_SEVERAL = 2  # indicators of which one achievement does not say which it is of
_MANY = 3  # exact percentages, other than 100, that bands do not give by chance
_SLIP = 2.0  # points that another way of reckoning may make


def achievement(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """Stated percentages of the indicators, then that of the objective."""
    found = pairs(objective, scene)
    told = stated(objective) if found and len(objective.indicators) < _SEVERAL else None
    seen: set[float] = set()
    for pair in found:
        source = pair.asked.source
        own = isinstance(source, Indicator) and source.result is not None
        said = _own(source) if isinstance(source, Indicator) and own else None
        said = said or (told if own or (_is_only(pair, found) and pair.answer.value not in seen) else None)
        seen.add(pair.answer.value)
        if said is not None and (own or not (pair.met and said[0] < _WHOLE)):  # prose may ask more than it counts
            evidence = (*pair.asked.evidence, *pair.answer.evidence, *said[1])
            yield from _of_value(pair, said[0], evidence, objective, scene)
    for indicator in objective.indicators:
        yield from _of_yes_and_no(indicator)
    yield from _of_objective(objective, scene)
    yield from relations(objective, scene)


def _own(indicator: Indicator) -> tuple[float, tuple[Evidence, ...]] | None:
    return None if indicator.achievement is None else (float(indicator.achievement), proof_of(indicator))


def _is_only(pair: Pair, found: tuple[Pair, ...]) -> bool:
    """True where nothing else that an objective asks is answered by another value."""
    return all(one.answer.value == pair.answer.value and agree(one.asked.bound, pair.asked.bound) for one in found)


def _of_value(
    pair: Pair, stated: float, evidence: tuple[Evidence, ...], objective: Objective, scene: Scene
) -> Iterator[Verdict]:
    bound, value, indicator = pair.asked.bound, pair.answer.value, pair.asked.source
    met = pair.met
    exact = _exact(bound, value, indicator)
    if met is None or stated < 0 or _is_of_what_is_stated(pair, stated):
        return
    nearest = min(exact, key=lambda one: abs(one - stated)) if exact else _WHOLE
    against = nearest if not met or stated > _WHOLE else _WHOLE
    falling = bound.operator in ("<", "<=", "range") or bound.rising is not True
    severity = _judged(stated, met, exact, scene.expects.rounding, falling)
    if severity != "held" and exact and method(scene.report).plain:
        severity = "warning" if falling or not stated else "error"
    elif severity in ("error", "warning") and _is_uncertain(pair, stated, falling):
        severity = "notice"
    elif severity == "notice" and not falling:  # the score, or every other percentage, may be exact: no bands
        severity = "warning" if _is_scored(objective, exact) or _is_exact_elsewhere(indicator, scene) else severity
    name = named(pair.asked.label)
    value_it, value_en = italian(value), english(value)
    if severity == "held":
        yield Verdict(
            f"Raggiungimento {italian(stated, '%')}: {value_it} contro {bound.italian()} ({name}).",
            f"Achievement {english(stated, '%')}: {value_en} against {bound.english()} ({name}).", evidence, held=True,
        )
    elif severity is not None:
        about = {"error": "", "warning": "", "notice": " (forse per fasce)"}[severity]
        about_en = {"error": "", "warning": "", "notice": " (perhaps by bands)"}[severity]
        yield Verdict(
            f"Raggiungimento dichiarato {italian(stated, '%')}, ma {value_it} contro {bound.italian()} dà "
            f"{italian(against, '%')} ({name}){about}.",
            f"Stated achievement {english(stated, '%')}, yet {value_en} against {bound.english()} gives "
            f"{english(against, '%')} ({name}){about_en}.",
            evidence, severity=severity,
        )


def _is_uncertain(pair: Pair, stated: float, falling: bool) -> bool:
    """True where prose says the result again, or how far a limit was kept, which is reckoned in many ways."""
    of_prose = not isinstance(pair.asked.source, Indicator) or pair.asked.source.result is None
    again = pair.asked.bound.unit == "%" and stated == pair.answer.value
    return of_prose and (again or (falling and stated < _WHOLE))


def _is_scored(objective: Objective, exact: tuple[float, ...]) -> bool:
    """True where the score is as many hundredths as the exact percentage."""
    shares = [_WHOLE * one.value / one.maximum for one in objective.scores if one.maximum]
    return len(shares) == 1 and any(abs(one - shares[0]) < _SAME for one in exact)


def _is_exact_elsewhere(but: Asking, scene: Scene) -> bool:
    """True where the other percentages of the report are exact, so many or such as bands would not give."""
    odd, exact_ones = 0, 0
    for indicator in (one for objective in scene.report.objectives for one in objective.indicators if one is not but):
        target, result, stated = indicator.target, indicator.result, indicator.achievement
        bound = bound_of(target, indicator.text) if target is not None and result is not None else None
        if bound is None or result is None or stated is None or stated == _WHOLE:
            continue
        if isinstance(result.value, int | float) and not isinstance(result.value, bool):
            exact = _exact(bound, float(result.value), indicator)
            slack = 1.0 if not stated % 1 else scene.expects.rounding
            if exact and not any(abs(one - stated) <= slack for one in exact):
                return False
            odd, exact_ones = odd + bool(stated % _BAND), exact_ones + 1
    return odd > 0 or exact_ones >= _MANY


def _judged(stated: float, met: bool, exact: tuple[float, ...], rounding: float, falling: bool) -> Judged | None:
    """`held`, the severity of a finding, or None where nothing can be said."""
    slack = max(rounding, 1.0) if not stated % 1 else rounding
    if any(abs(one - stated) <= slack for one in exact):
        return "held"
    if met:
        return _of_met(stated, exact, slack)
    if stated == 0 or not exact:
        return None
    closest = max(exact)
    if stated >= _WHOLE:
        return "error" if closest < _ALMOST else "warning"
    off = min(abs(one - stated) for one in exact)
    if not stated % _BAND or off <= _SLIP or falling:
        return "notice" if off <= _FAR else "warning"
    return "error" if stated > closest else "warning"


def _of_met(stated: float, exact: tuple[float, ...], slack: float) -> Judged:
    if abs(stated - _WHOLE) <= slack:
        return "held"
    if stated < _WHOLE:
        return "warning" if stated and not stated % _BAND else "error"
    most = max(exact, default=_WHOLE)
    if stated <= most + slack and not stated % _BAND:
        return "held"  # a cap above 100
    if most - stated > _SLIP and stated % _BAND:
        return "error"
    return "notice" if not stated % _BAND or stated <= most + _SLIP else "error"


def _is_of_what_is_stated(pair: Pair, stated: float) -> bool:
    """True where a percentage is that of the share stated for a ratio, which is wrong itself and told elsewhere."""
    ratio = pair.answer.ratio
    if ratio is None or ratio.stated is None or abs(ratio.stated - ratio.percent) <= _SAME:
        return False
    return any(abs(one - stated) <= _SAME for one in _exact(pair.asked.bound, ratio.stated, pair.asked.source))


def _exact(bound: Bound, value: float, indicator: Asking) -> tuple[float, ...]:
    """The percentages that a result may be of its target, by the ways of reckoning in use."""
    target = bound.value
    if bound.operator == "range" and bound.upper is not None:
        targets: tuple[float, ...] = (target, bound.upper, (target + bound.upper) / 2)
    else:
        targets = (target,)
    falling = bound.operator in ("<", "<=") or bound.rising is False
    found: list[float] = []
    for one in targets:
        if one == 0:
            continue
        if not falling:
            found.append(_WHOLE * value / one)
        if falling or bound.rising is None:
            found += [_WHOLE * one / value] if value else []
            found.append(_WHOLE * (2 - value / one))
        found += _from_baseline(indicator, value, one)
    return tuple(one for one in found if one >= 0)


def _from_baseline(indicator: Asking, value: float, target: float) -> list[float]:
    before = indicator.baseline if isinstance(indicator, Indicator) else None
    if before is None or before.value is None or isinstance(before.value, bool) or before.value == target:
        return []
    return [_WHOLE * (value - before.value) / (target - before.value)]


def _of_yes_and_no(indicator: Indicator) -> Iterator[Verdict]:
    """SI where SI was asked is 100%, NO is not."""
    target, result, stated = indicator.target, indicator.result, indicator.achievement
    if target is None or result is None or stated is None:
        return
    if not (isinstance(target.value, bool) and isinstance(result.value, bool)):
        return
    met = target.value == result.value
    evidence = (*shown(target, result), *proof_of(indicator))
    asked, told = ("SI" if one else "NO" for one in (target.value, result.value))
    if met == (stated >= _WHOLE):
        yield Verdict(
            f"Raggiungimento {italian(stated, '%')}: {told} contro {asked} ({named(indicator.text)}).",
            f"Achievement {english(stated, '%')}: {told} against {asked} ({named(indicator.text)}).",
            evidence, held=True,
        )
    elif met or stated >= _WHOLE:
        yield Verdict(
            f"Raggiungimento dichiarato {italian(stated, '%')}, ma il risultato è {told} e il target {asked} "
            f"({named(indicator.text)}).",
            f"Stated achievement {english(stated, '%')}, yet the result is {told} and the target {asked} "
            f"({named(indicator.text)}).",
            evidence, severity="warning" if met else None,
        )


def _of_objective(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """The objective's percentage against those of its indicators, weighed or not, capped or not."""
    stated = objective.achievement
    single = [float(one.achievement) for one in objective.indicators if one.achievement is not None]
    if stated is None or not single or len(single) != len(objective.indicators):
        return
    evidence = (
        *objective.evidence["achievement"], *(proof for one in objective.indicators for proof in proof_of(one)),
    )
    means = _means(single, [one.weight for one in objective.indicators])
    slack = max(scene.expects.rounding, 1.0) if not stated % 1 else scene.expects.rounding
    it, en = ", ".join(italian(one, "%") for one in single), ", ".join(english(one, "%") for one in single)
    if any(abs(one - stated) <= slack for one in means):
        yield Verdict(
            f"Raggiungimento dell'obiettivo {italian(stated, '%')}, degli indicatori {it}.",
            f"Achievement of the objective {english(stated, '%')}, of its indicators {en}.", evidence, held=True,
        )
        return
    outside = stated > max(*single, 0) + slack or stated < min(*single, _WHOLE) - slack
    plain = method(scene.report).plain
    nearest = min(means, key=lambda one: abs(one - stated))
    banded = not plain and not stated % _BAND and abs(nearest - stated) <= _BAND / 2
    yield Verdict(
        f"Raggiungimento dell'obiettivo {italian(stated, '%')}, ma gli indicatori danno {it} "
        f"(media {italian(means[0], '%')}).",
        f"Achievement of the objective {english(stated, '%')}, yet its indicators give {en} "
        f"(mean {english(means[0], '%')}).",
        evidence, severity="notice" if banded else "error" if outside else "warning",
    )


def _means(single: list[float], weights: list[Number | None]) -> list[float]:
    capped = [min(one, _WHOLE) for one in single]
    found: list[float] = []
    if all(one for one in weights):
        for values in (single, capped):
            weighed = sum(v * float(w or 0) for v, w in zip(values, weights, strict=True))
            found.append(weighed / sum(w or 0 for w in weights))
    for values in (single, capped):
        found += [sum(values) / len(values), min(values), max(values)]
    return [*found, _WHOLE * prod(one / _WHOLE for one in single)]


def proof_of(indicator: Indicator) -> tuple[Evidence, ...]:
    """Where an indicator's own percentage stands; the indicator's last place, where its values follow its name."""
    if indicator.achievement is None:
        return ()
    stated = {f"{indicator.achievement:g}".replace(".", ","), f"{indicator.achievement:.2f}".replace(".", ",")}
    found = [one for one in indicator.evidence[1:] if any(form in one.quote for form in stated)]
    return tuple(found[-1:]) or indicator.evidence


CHECKS = (
    Check(
        "ratio.achievement", "error", "Grado di raggiungimento", "Achievement",
        "Il raggiungimento si confronta con risultato e target; fasce e tetti possono spiegare una differenza.",
        "Stated achievement is compared with result and target; bands and caps may explain a difference.",
        "Target 80, risultato 60, raggiungimento 93%: 60 su 80 è il 75%",
        single=achievement,
    ),
)
