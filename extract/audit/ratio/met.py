"""Results against their targets, and what the report makes of a target that was missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.audit.check import Check, Scene, Verdict
from extract.audit.ratio.achievement import proof_of
from extract.audit.words.answers import Pair, pairs
from extract.audit.words.measures import TIMES, agree
from extract.audit.words.places import STOP, cut
from extract.audit.words.saying import Saying
from extract.audit.words.wording import english, italian, named
from schemas.evidence import Evidence
from schemas.report import Indicator, Objective

_ALL_REACHED, _MET = Saying("reached", "all"), Saying("reached", "met")
_PASSED, _IN_TIME, _NOT_MET = Saying("reached", "passed"), Saying("reached", "in_time"), Saying("reached", "not_met")
_PARTLY, _BEHIND = Saying("reached", "partly"), 40
_WHOLE = 100


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
        claimed, told_so = _claim(objective, pair, found, scene.report.report.text)
        italian_claim, english_claim = _CLAIMS[claimed]
        yield Verdict(
            f"Target non raggiunto: {value_it} contro {asked.bound.italian()} ({named(asked.label)}){italian_claim}.",
            f"Target missed: {value_en} against {asked.bound.english()} ({named(asked.label)}){english_claim}.",
            (*evidence, *told_so),
            severity=None if claimed else "notice",
        )


_FOR = {False: (" ", " "), True: (" per un target di ", " for a target of ")}
_CLAIMS = {
    "": ("", ""),
    "achieved": (", ma l'obiettivo è detto raggiunto", ", yet the objective is called achieved"),
    "met": (", ma il testo lo dice raggiunto", ", yet the text says that it was met"),
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


def _claim(
    objective: Objective, pair: Pair, found: Sequence[Pair], text: str | None
) -> tuple[str, tuple[Evidence, ...]]:
    """What the report makes of a target that was missed, and where it says so."""
    claimed = _claimed(objective, pair)
    if claimed == "achieved" and _is_partly(objective, text):
        return "", ()
    if claimed == "achieved":
        return claimed, objective.evidence.get("outcome", ())
    if claimed:
        source = pair.asked.source
        own = proof_of(source) if isinstance(source, Indicator) else ()
        shown_at = (*(own or objective.evidence.get("achievement", ())), *objective.evidence.get("outcome", ()))
        return claimed, shown_at
    if every := tuple(one for one, _ in _said(objective, _ALL_REACHED)):
        return "all", every
    if one := _said_met(objective, pair, found, text):
        return "met", (one,)
    return "", ()


def _is_partly(objective: Objective, text: str | None) -> bool:
    """True where what follows the outcome says how far: "raggiunto nella misura del 90%"."""
    ends = [one.end for one in objective.evidence.get("outcome", ())]
    return text is not None and any(_PARTLY.match(text[at : at + _BEHIND]) for at in ends)


def _said_met(objective: Objective, pair: Pair, found: Sequence[Pair], text: str | None) -> Evidence | None:
    """Where a sentence says that the target was met: that of the answer, or any where nothing else is asked."""
    alone = all(agree(one.asked.bound, pair.asked.bound) for one in found)
    beyond = pair.asked.bound.operator not in ("<", "<=")  # "il limite è stato superato" is no success
    at = pair.answer.evidence[0].start
    timed = pair.asked.bound.unit in TIMES
    for saying in (_MET, *((_PASSED,) if beyond else ()), *((_IN_TIME,) if timed else ())):
        for one, sentence in _said(objective, saying):
            if (alone or sentence[0] <= at < sentence[1]) and not _NOT_MET.search(one.quote):
                return one
    return None


def _said(objective: Objective, saying: Saying) -> Iterator[tuple[Evidence, tuple[int, int]]]:
    """Where results or notes say a thing, and from where to where its sentence goes."""
    for section in (objective.sections.get("results"), objective.sections.get("notes")):
        for proof in section.evidence if section is not None else ():
            for found in saying.finditer(proof.quote):
                start = max((one.end() for one in STOP.finditer(proof.quote, 0, found.start())), default=0)
                stop = STOP.search(proof.quote, found.end())
                span = proof.start + start, proof.start + (stop.start() if stop else len(proof.quote))
                yield cut(proof, proof.start + found.start(), proof.start + found.end()), span


def _of_the_same(found: tuple[Pair, ...], pair: Pair) -> Iterator[Evidence]:
    """Every place that states the target that a value answers."""
    for other in found:
        if other.answer.evidence == pair.answer.evidence and other.asked.bound.italian() == pair.asked.bound.italian():
            yield from other.asked.evidence


CHECKS = (
    Check(
        "ratio.target", "warning", "Risultato e target", "Result and target",
        "Il risultato si confronta con il target; se è mancato e l'obiettivo è detto raggiunto, va verificato.",
        "The result is compared with the target; where it was missed and the objective is called achieved, look.",
        "Target: almeno 12; risultato: 9. Obiettivo raggiunto",
        single=against_target,
    ),
)
