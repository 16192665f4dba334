"""Ratio: parts and wholes, the percentages stated for them, and results against their targets."""

from __future__ import annotations

from collections.abc import Iterator

from extract.audit.check import Check, Scene, Verdict
from extract.audit.ratio.achievement import CHECKS as ACHIEVEMENT
from extract.audit.ratio.achievement import proof_of
from extract.audit.ratio.components import CHECKS as COMPONENTS
from extract.audit.ratio.excess import exceeding
from extract.audit.ratio.weights import CHECKS as WEIGHTS
from extract.audit.words.answers import Pair, pairs
from extract.audit.words.beside import told
from extract.audit.words.likeness import speaks_of, terms
from extract.audit.words.places import cut
from extract.audit.words.ratios import Ratio, written
from extract.audit.words.saying import Saying
from extract.audit.words.wording import english, italian, named
from schemas.evidence import Evidence
from schemas.finding import Severity
from schemas.report import Indicator, Objective

_ALL_REACHED = Saying("reached", "all")
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


def against_target(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """Each result against its target."""
    told: set[tuple[str, tuple[int, ...]]] = set()
    found = pairs(objective, scene)
    for pair in found:
        asked, answer = pair.asked, pair.answer
        if pair.met is None or (pair.met and answer.ratio is not None):
            continue
        key = (asked.bound.italian(), tuple(one.start for one in answer.evidence))
        if key in told:
            continue
        told.add(key)
        evidence = (*_of_the_same(found, pair), *answer.evidence)
        value_it, value_en = italian(answer.value), english(answer.value)
        bare = asked.bound.operator in ("=", "range")
        if pair.met:
            yield Verdict(
                f"Target raggiunto: {value_it}{_FOR[bare][0]}{asked.bound.italian()} ({named(asked.label)}).",
                f"Target met: {value_en}{_FOR[bare][1]}{asked.bound.english()} ({named(asked.label)}).",
                evidence, held=True,
            )
            continue
        claimed = _claimed(objective, pair) or ("all" if next(_of_all(objective), None) else "")
        italian_claim, english_claim = _CLAIMS[claimed]
        yield Verdict(
            f"Target non raggiunto: {value_it} contro {asked.bound.italian()} ({named(asked.label)}){italian_claim}.",
            f"Target missed: {value_en} against {asked.bound.english()} ({named(asked.label)}){english_claim}.",
            (*evidence, *_of_claim(objective, pair, claimed)),
            severity=None if claimed else "notice",
        )


_FOR = {False: (" ", " "), True: (" per un target di ", " for a target of ")}
_CLAIMS = {
    "": ("", ""),
    "achieved": (", ma l'obiettivo è detto raggiunto", ", yet the objective is called achieved"),
    "all": (", ma tutti i target sono detti raggiunti", ", yet all targets are called met"),
    "full": (", ma il raggiungimento è dato per pieno", ", yet the achievement is given as full"),
}


def _claimed(objective: Objective, pair: Pair) -> str:
    """What the report makes of a target that was missed."""
    source = pair.asked.source
    if isinstance(source, Indicator) and source.achievement is not None:
        if source.achievement >= _WHOLE:
            return "full"
        return "achieved" if objective.outcome == "achieved" and len(objective.indicators) == 1 else ""
    if objective.outcome == "achieved" and (objective.achievement is None or objective.achievement >= _WHOLE):
        return "achieved"  # "raggiunto all'80%" claims no more than it says
    return "full" if objective.achievement is not None and objective.achievement >= _WHOLE else ""


def _of_claim(objective: Objective, pair: Pair, claimed: str) -> tuple[Evidence, ...]:
    """Where the report says that all is well."""
    if claimed == "achieved":
        return objective.evidence.get("outcome", ())
    if claimed == "all":
        return tuple(_of_all(objective))
    if not claimed:
        return ()
    source = pair.asked.source
    own = proof_of(source) if isinstance(source, Indicator) else ()
    return (*(own or objective.evidence.get("achievement", ())), *objective.evidence.get("outcome", ()))


def _of_all(objective: Objective) -> Iterator[Evidence]:
    """Where results or notes say that every target was met."""
    for section in (objective.sections.get("results"), objective.sections.get("notes")):
        for proof in section.evidence if section is not None else ():
            for found in _ALL_REACHED.finditer(proof.quote):
                yield cut(proof, proof.start + found.start(), proof.start + found.end())


def _of_the_same(found: tuple[Pair, ...], pair: Pair) -> Iterator[Evidence]:
    """Every place that states the target that a value answers."""
    for other in found:
        if other.answer.evidence == pair.answer.evidence and other.asked.bound.italian() == pair.asked.bound.italian():
            yield from other.asked.evidence


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
    Check(
        "ratio.target", "warning", "Risultato e target", "Result and target",
        "Il risultato si confronta con il target; se è mancato e l'obiettivo è detto raggiunto, va verificato.",
        "The result is compared with the target; where it was missed and the objective is called achieved, look.",
        "Target: almeno 12; risultato: 9. Obiettivo raggiunto",
        single=against_target,
    ),
)
