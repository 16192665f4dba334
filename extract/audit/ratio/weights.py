"""Weights: those of the objectives of a report, and those of the indicators of an objective, make a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.audit.check import Check, Scene, Verdict, shown
from extract.audit.words.places import cut
from extract.audit.words.saying import Saying
from extract.audit.words.wording import english, italian
from extract.language import parse_number
from schemas.evidence import Evidence
from schemas.report import Objective

_TOLD = Saying("weights", "told")
_HUNDRED = 100
_WHOLES = (_HUNDRED, 1, 10, 1000)
_WIDE = 0.35  # how far from a whole a sum may be and still be meant as one
_MOST = 0.6  # share of the objectives that must keep to a way of weighing before the others are blamed


def weights(scene: Scene) -> Iterator[Verdict]:
    """The weights of the objectives, then those of the indicators of each."""
    yield from _of_objectives(scene)
    yield from _of_indicators(scene)
    yield from _told(scene)


def _of_objectives(scene: Scene) -> Iterator[Verdict]:
    objectives = scene.report.objectives
    said = [float(one.weight) for one in objectives if one.weight is not None]
    if len(said) < 2 or len(said) < len(objectives) * 0.8:
        return
    evidence = tuple(proof for one in objectives for proof in one.evidence.get("weight", ()))
    total = sum(said)
    for whole in _WHOLES:
        if groups := _filled(said, whole, _slack(scene.expects.weights, whole)):
            times_it, times_en = (f" in {groups} gruppi", f" in {groups} groups") if groups > 1 else ("", "")
            yield Verdict(
                f"I pesi di {len(said)} obiettivi danno {italian(total)}{times_it}.",
                f"The weights of {len(said)} objectives sum to {english(total)}{times_en}.", evidence, held=True,
            )
            return
    whole = _meant(said, scene.expects.weights)
    complete = len(said) == len(objectives)
    if abs(total - whole) <= whole * _WIDE and (total > whole or complete):
        yield Verdict(
            f"I pesi di {len(said)} obiettivi danno {italian(total)}, non {italian(whole)}.",
            f"The weights of {len(said)} objectives sum to {english(total)}, not {english(whole)}.",
            evidence, severity="error" if complete else "warning",
        )


def _filled(said: Sequence[float], whole: float, slack: float) -> int:
    """How many wholes the weights make, one after the other as in tables of several offices; 0 where they do not."""
    count, sofar = 0, 0.0
    for weight in said:
        sofar += weight
        if abs(sofar - whole) <= slack:
            count, sofar = count + 1, 0.0
        elif sofar > whole:
            count = 0
            break
    if count and not sofar:
        return count
    return 1 if abs(sum(said) - whole) <= slack else 0


def _meant(said: Sequence[float], slack: float) -> int:
    """The whole that weights are parts of: the nearest to their sum, or several where the first of them make one."""
    total, sofar = sum(said), 0.0
    for weight in said[:-1]:
        sofar += weight
        if abs(sofar - _HUNDRED) <= slack and total > _HUNDRED * (1 + _WIDE):
            return _HUNDRED * max(1, round(total / _HUNDRED))
    return min(_WHOLES, key=lambda one: max(total / one, one / total) if total > 0 else one)


def _of_indicators(scene: Scene) -> Iterator[Verdict]:
    """Indicators of an objective sum to a whole, or to its own weight: whichever most objectives keep to."""
    weighed = [(at, one) for at, one in enumerate(scene.report.objectives) if _all_weighed(one)]
    slack = scene.expects.weights
    kept = {
        way: [at for at, one in weighed if _keeps(one, way, slack)] for way in (100.0, 1.0, 10.0, None)
    }
    way = max(kept, key=lambda one: len(kept[one]))
    if len(kept[way]) < max(1, len(weighed) * _MOST) or (len(weighed) > 1 and len(kept[way]) < 2):
        way = _alone(weighed, way, len(kept[way]))
        if way is None:
            return
    for at, objective in weighed:
        whole = float(objective.weight or 0) if way is None else way
        said = [float(one.weight or 0) for one in objective.indicators]
        if len(said) < 2 and abs(sum(said) - whole) > _slack(slack, whole):
            continue
        yield _verdict(objective, said, whole, _slack(slack, whole))._replace(place=at)


def _told(scene: Scene) -> Iterator[Verdict]:
    """Weights in percent that the text of an objective's indicators tells: they sum to 100, or nearly and wrongly."""
    for at, objective in enumerate(scene.report.objectives):
        section = objective.sections.get("indicator")
        if section is None or any(one.weight is not None for one in objective.indicators):
            continue
        found = [(proof, one) for proof in section.evidence for one in _TOLD.finditer(proof.quote)]
        said = [float(parse_number(one[1]) or 0) for _, one in found]
        if len(said) > 1 and abs(sum(said) - _HUNDRED) <= _HUNDRED * _WIDE:
            proofs = tuple(cut(proof, proof.start + one.start(), proof.start + one.end()) for proof, one in found)
            yield _sum_of(said, _HUNDRED, scene.expects.weights, proofs)._replace(place=at)


def _alone(weighed: Sequence[tuple[int, Objective]], way: float | None, kept: int) -> float | None:
    """100 where few objectives have weighed indicators, and their sums are all near it; else nothing is known."""
    near = all(abs(sum(one.weight or 0 for one in o.indicators) - 100) <= 100 * _WIDE for _, o in weighed)
    return 100.0 if weighed and len(weighed) <= 3 and near and way is not None and kept <= len(weighed) else None


def _all_weighed(objective: Objective) -> bool:
    return bool(objective.indicators) and all(one.weight is not None for one in objective.indicators)


def _keeps(objective: Objective, way: float | None, slack: float) -> bool:
    whole = objective.weight if way is None else way
    if not whole:
        return False
    return abs(sum(one.weight or 0 for one in objective.indicators) - whole) <= _slack(slack, whole)


def _slack(slack: float, whole: float) -> float:
    return slack * max(whole, 1) / 100 if whole <= 10 else slack


def _verdict(objective: Objective, said: Sequence[float], whole: float, slack: float) -> Verdict:
    own: tuple[Evidence, ...] = objective.evidence.get("weight", ()) if whole == objective.weight else ()
    return _sum_of(said, whole, slack, (*shown(*objective.indicators), *own))


def _sum_of(said: Sequence[float], whole: float, slack: float, evidence: tuple[Evidence, ...]) -> Verdict:
    total = sum(said)
    it, en = " + ".join(map(italian, said)), " + ".join(map(english, said))
    if abs(total - whole) <= slack:
        return Verdict(
            f"Pesi degli indicatori: {it}{'' if len(said) == 1 else ' = ' + italian(total)}.",
            f"Weights of the indicators: {en}{'' if len(said) == 1 else ' = ' + english(total)}.", evidence, held=True,
        )
    return Verdict(
        f"I pesi degli indicatori danno {it} = {italian(total)}, non {italian(whole)}.",
        f"The weights of the indicators sum to {en} = {english(total)}, not {english(whole)}.", evidence,
    )


CHECKS = (
    Check(
        "ratio.weights", "error", "Somma dei pesi", "Sum of the weights",
        "I pesi degli obiettivi, e degli indicatori di un obiettivo, danno 100 (o 1, o 10, o il peso dell'obiettivo).",
        "The weights of objectives, and of an objective's indicators, sum to 100 (or 1, 10, the objective's weight).",
        "Indicatori con peso 60% e 50%: 60 + 50 = 110",
        whole=weights,
    ),
)
