"""Ratio: parts and wholes, the percentages stated for them; totals, weights, targets."""

from __future__ import annotations

from collections.abc import Iterator

from extract.audit.check import Check, Scene, Verdict
from extract.audit.ratio.achievement import CHECKS as ACHIEVEMENT
from extract.audit.ratio.components import CHECKS as COMPONENTS
from extract.audit.ratio.excess import exceeding
from extract.audit.ratio.met import CHECKS as MET
from extract.audit.ratio.weights import CHECKS as WEIGHTS
from extract.audit.words.answers import Pair, pairs
from extract.audit.words.beside import told
from extract.audit.words.likeness import speaks_of, terms
from extract.audit.words.ratios import Ratio, written
from extract.audit.words.wording import english, italian, named
from schemas.finding import Severity
from schemas.report import Indicator, Objective

_TRUNCATED = 1.0  # points by which a whole percentage falls short where it was cut, not rounded
_WHOLE = 100


def percentage(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """A ratio against the percentage stated for it, and where none is stated against what was to be reached."""
    for ratio in told(objective, scene):
        if ratio.stated is not None:
            yield _against_stated(ratio, ratio.stated, scene.expects.rounding)
    met = [pair for pair in pairs(objective, scene) if pair.met and pair.answer.ratio is not None]
    for pair in met:
        yield _of_target(pair)
    if not met:
        yield from _complete(objective, scene)


def _against_stated(ratio: Ratio, stated: float, rounding: float) -> Verdict:
    exact, off = ratio.percent, abs(ratio.percent - stated)
    shown = (*ratio.evidence, *ratio.stated_evidence)
    it, en = _words(ratio)
    if off <= (ratio.rough or rounding):
        return Verdict(
            f"{it} dà {italian(exact, '%')}, come dichiarato ({italian(stated, '%')}).",
            f"{en} is {english(exact, '%')}, as stated ({english(stated, '%')}).", shown, held=True,
        )
    cut: Severity | None = "notice" if not stated % 1 and 0 < exact - stated < _TRUNCATED else None
    return Verdict(
        f"{it} dà {italian(exact, '%')}, non {italian(stated, '%')}.",
        f"{en} is {english(exact, '%')}, not {english(stated, '%')}.", shown, severity=cut,
    )


def _of_target(pair: Pair) -> Verdict:
    ratio, bound = pair.answer.ratio, pair.asked.bound
    assert ratio is not None
    it, en = _words(ratio)
    return Verdict(
        f"{it} dà {italian(ratio.percent, '%')}: il target {bound.italian()} è raggiunto.",
        f"{en} is {english(ratio.percent, '%')}: the target {bound.english()} is met.",
        (*pair.asked.evidence, *pair.answer.evidence), held=True,
    )


def _complete(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """All of all, where the text says that the objective was achieved."""
    outcome = objective.evidence.get("outcome")
    for ratio in told(objective, scene):
        if ratio.stated is None and ratio.part == ratio.whole and objective.outcome == "achieved" and outcome:
            it, en = _words(ratio)
            yield Verdict(
                f"{it} dà 100%: l'obiettivo è raggiunto, come dichiarato.",
                f"{en} is 100%: the objective is achieved, as stated.", (*ratio.evidence, *outcome), held=True,
            )


def above_whole(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """A part that is more than its whole."""
    ratios = told(objective, scene)
    known = {(one.part, one.whole) for one in ratios}
    more = (one for one in exceeding(objective, scene.report.report.year) if (one.part, one.whole) not in known)
    for ratio in (*ratios, *more):
        if ratio.part > ratio.whole and not ratio.planned:
            it, en = _words(ratio)
            yield Verdict(
                f"{it}: la parte è maggiore del tutto ({italian(ratio.percent, '%')}).",
                f"{en}: the part is larger than the whole ({english(ratio.percent, '%')}).",
                (*ratio.evidence, *ratio.stated_evidence),
            )
        elif ratio.part <= ratio.whole:
            it, en = _words(ratio)
            yield Verdict(
                f"{it}: la parte non supera il tutto.", f"{en}: the part is not larger than the whole.",
                ratio.evidence, held=True,
            )
    for indicator in objective.indicators:
        result = indicator.result
        if result is None or result.unit != "%" or isinstance(result.value, bool) or result.value is None:
            continue
        if result.value > _WHOLE and written(indicator) is None and is_share(indicator):
            yield Verdict(
                f"Il risultato {italian(result.value, '%')} di «{named(indicator.text)}» supera il 100%: "
                "è una quota di un totale.",
                f"The result {english(result.value, '%')} of “{named(indicator.text)}” is above 100%: "
                "it is a share of a whole.",
                (*indicator.evidence[:1], *result.evidence),
            )


def is_share(indicator: Indicator) -> bool:
    """True for an indicator of so many of so many of the same things: "dipendenti formati / dipendenti"."""
    part, slash, whole = indicator.text.partition("/")
    if indicator.numerator and indicator.denominator:
        part, slash, whole = indicator.numerator, "/", indicator.denominator
    if not slash or speaks_of(indicator.text, "changing") or speaks_of(whole, "planned"):
        return False
    one, other = terms(part), terms(whole)
    return bool(one and other) and one[0] == other[0]


def _words(ratio: Ratio) -> tuple[str, str]:
    return (
        f"{italian(ratio.part)} su {italian(ratio.whole)}",
        f"{english(ratio.part)} of {english(ratio.whole)}",
    )


CHECKS = (
    Check(
        "ratio.percentage", "error", "Percentuale e rapporto", "Percentage and ratio",
        "Numeratore e denominatore danno una percentuale: deve essere quella dichiarata.",
        "Numerator and denominator give a percentage: it must be the one that is stated.",
        "n. 40 pratiche su 60 (75%): 40 su 60 dà 66,67%",
        single=percentage,
    ),
    Check(
        "ratio.above-whole", "warning", "Parte maggiore del tutto", "Part larger than the whole",
        "Una quota non può superare il totale da cui è presa.",
        "A share cannot be larger than the whole it is taken of.",
        "dipendenti formati n. 70, dipendenti in servizio n. 64",
        single=above_whole,
    ),
    *COMPONENTS,
    *WEIGHTS,
    *ACHIEVEMENT,
    *MET,
)
