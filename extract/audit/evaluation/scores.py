"""Scores: the evaluator's score against targets, outcome and its own maximum, and objectives left without one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.audit.check import Check, Scene, Verdict
from extract.audit.evaluation.every import left_out
from extract.audit.evaluation.limits import CHECKS as LIMITS
from extract.audit.evaluation.limits import is_whole_share, maximum, of_weights
from extract.audit.evaluation.missed import is_doubtful, is_explained, is_highest_band, is_near_enough
from extract.audit.ratio.achievement import proof_of
from extract.audit.words.answers import pairs
from extract.audit.words.likeness import speaks_of, terms, touches
from extract.audit.words.places import cut
from extract.audit.words.saying import Saying
from extract.audit.words.wording import english, italian, named
from schemas.evidence import Evidence
from schemas.finding import Severity
from schemas.report import Indicator, Objective, Report, Score

_WHOLE = 100
_OPEN = ("reported", "changed")
_LOW = 0.5  # share of its maximum up to which a score is low
_FEW = 0.5  # objectives without a score for one with, up to which they are exceptions
_BANDS = 5  # a scale of so few points gives its highest for a band of results
_LONG = 3000  # characters of an objective that are searched for a reason
_NOTE = 60  # characters of a note that says a thing by itself
_CLAUSE = re.compile(r"[.;:]\s+|\n\s*\n")
_OF_ITSELF, _NOT_JUDGED = Saying("unscored", "of_itself"), Saying("unscored", "not_judged")
_SCORED, WITHDRAWN = Saying("unscored", "scored"), Saying("unscored", "withdrawn")
_NOT_REACHED = (Saying("outcomes", "not_reached"), Saying("outcomes", "nothing_done"), Saying("outcomes", "given_up"))
_NOT_HELD = Saying("outcomes", "not_held")
_RUN = 3  # so many in a row are another part of the report


def full_on_missed(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """A full score although a target was missed; of several scores all must be full."""
    scores = objective.scores
    if not scores or not all(is_full(one, scene) or _is_whole_weight(objective, one, scene) for one in scores):
        return
    score = scores[0]
    banded = score.maximum is not None and score.maximum <= _BANDS
    explained = is_explained(objective)
    for pair in pairs(objective, scene):
        if pair.met is False and not is_near_enough(pair, scene):
            bare = pair.asked.bound.operator == "=" and pair.asked.bound.unit != "%"
            below = banded and not is_highest_band(pair, scene.report.report.text)
            uncertain = explained or below or (bare and not isinstance(pair.asked.source, Indicator))
            severity: Severity | None = "warning" if uncertain else None
            severity = "notice" if is_doubtful(pair, objective) else severity
            value, value_en = italian(pair.answer.value), english(pair.answer.value)
            yield Verdict(
                f"Punteggio pieno ({_of(score)}), ma il target è mancato: {value} contro {pair.asked.bound.italian()} "
                f"({named(pair.asked.label)}).",
                f"Full score ({_of_en(score)}), yet the target was missed: {value_en} against "
                f"{pair.asked.bound.english()} ({named(pair.asked.label)}).",
                (*pair.asked.evidence, *pair.answer.evidence, *score.evidence), severity=severity,
            )
    if left := left_out(objective):
        yield Verdict(
            f"Punteggio pieno ({_of(score)}), ma si chiede «{left[0].quote}» e il testo dice «{left[1].quote}».",
            f"Full score ({_of_en(score)}), yet “{left[0].quote}” is asked and the text says “{left[1].quote}”.",
            (*left, *score.evidence), severity="notice" if explained else "warning",
        )
    for indicator in objective.indicators:
        target, result = indicator.target, indicator.result
        if target is not None and result is not None and target.value is True and result.value is False:
            yield Verdict(
                f"Punteggio pieno ({_of(score)}), ma il risultato è NO e il target SI ({named(indicator.text)}).",
                f"Full score ({_of_en(score)}), yet the result is NO and the target YES ({named(indicator.text)}).",
                (*target.evidence, *result.evidence, *score.evidence),
                severity="warning" if explained or banded else None,
            )


def against_outcome(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """A score that does not fit what the text says of the outcome, or the stated achievement."""
    proof = objective.evidence.get("outcome", ())
    for score in objective.scores[:1]:
        if (score.maximum or is_whole_share(score)) and objective.outcome is not None and proof:
            yield from _of_outcome(objective.outcome, score, proof, scene)
        elif is_full(score, scene) or _is_whole_weight(objective, score, scene):
            yield from _of_achievement(objective, score)
            yield from _of_what_is_said(objective, score)
    achieved = objective.achievement
    if not objective.scores and achieved is not None and proof:
        wrong = {"not_achieved": achieved >= _WHOLE, "achieved": achieved == 0}
        if objective.outcome is not None and wrong.get(objective.outcome):
            it, en = _OUTCOMES[objective.outcome]
            yield Verdict(
                f"Il testo dice «{it}», ma il raggiungimento è {italian(achieved, '%')}.",
                f"The text says “{en}”, yet the achievement is {english(achieved, '%')}.",
                (*proof, *objective.evidence["achievement"]),
            )


def _of_what_is_said(objective: Objective, score: Score) -> Iterator[Verdict]:
    """A full score beside a sentence that nothing was done, or that the objective is out of reach."""
    for section in (objective.sections.get(name) for name in ("results", "notes")):
        for proof in section.evidence if section is not None else ():
            found = next((match for one in _NOT_REACHED if (match := one.search(proof.quote))), None)
            found = found or _not_held(objective, proof.quote)
            if found is not None:
                start = proof.start + found.end() - len(found[0].lstrip(" .;:\n"))
                said = cut(proof, start, proof.start + found.end())
                yield Verdict(
                    f"Il testo dice «{' '.join(said.quote.split())}», ma il punteggio è {_of(score)}.",
                    f"The text says “{' '.join(said.quote.split())}”, yet the score is {_of_en(score)}.",
                    (said, *score.evidence), severity="warning",
                )
                return


def _not_held(objective: Objective, said: str) -> re.Match[str] | None:
    """Where a text begins by saying that what the title or the indicators name was not held, opened or begun."""
    found = None if is_explained(objective) else _NOT_HELD.search(said)
    asked = terms(" ".join((objective.title or "", *(one.text for one in objective.indicators))))
    return found if found and touches(terms(found["about"] or found["what"]), asked) else None


def _of_achievement(objective: Objective, score: Score) -> Iterator[Verdict]:
    """A full score beside a low percentage: that of the objective, else of its only indicator."""
    stated, proof = objective.achievement, objective.evidence.get("achievement", ())
    if stated is None and len(objective.indicators) == 1:
        only = objective.indicators[0]
        stated, proof = only.achievement, (*_values(only), *proof_of(only))
    if stated is not None and stated < _WHOLE * _LOW:
        yield Verdict(
            f"Punteggio pieno ({_of(score)}), ma il raggiungimento dichiarato è {italian(stated, '%')}.",
            f"Full score ({_of_en(score)}), yet the stated achievement is {english(stated, '%')}.",
            (*proof, *score.evidence), severity="warning",
        )


def _values(indicator: Indicator) -> tuple[Evidence, ...]:
    return tuple(one for value in (indicator.target, indicator.result) if value is not None for one in value.evidence)


def _of_outcome(outcome: str, score: Score, proof: tuple[Evidence, ...], scene: Scene) -> Iterator[Verdict]:
    maximum = float(score.maximum or _WHOLE)
    it, en = _OUTCOMES[outcome]
    severity: Severity | None = None
    if outcome == "achieved":
        wrong = score.value <= maximum * _LOW
        severity = "error" if score.value == 0 else "warning"
    else:
        wrong = is_full(score, scene)
        severity = "error" if outcome == "not_achieved" and score.note is None else "warning"
    evidence = (*proof, *score.evidence)
    if wrong:
        yield Verdict(
            f"Il testo dice «{it}», ma il punteggio è {_of(score)}.",
            f"The text says “{en}”, yet the score is {_of_en(score)}.", evidence, severity=severity,
        )
    elif outcome != "partly_achieved":
        yield Verdict(
            f"Il testo dice «{it}» e il punteggio è {_of(score)}.",
            f"The text says “{en}” and the score is {_of_en(score)}.", evidence, held=True,
        )


_OUTCOMES = {
    "achieved": ("raggiunto", "achieved"),
    "partly_achieved": ("parzialmente raggiunto", "partly achieved"),
    "not_achieved": ("non raggiunto", "not achieved"),
}


def no_score(scene: Scene) -> Iterator[Verdict]:
    """An objective without score and without reason, where the others of the report have one."""
    if scene.report.report.kind == "plan":
        return
    objectives = scene.report.objectives
    without = [at for at, one in enumerate(objectives) if not one.scores and one.status in _OPEN]
    scored = sum(bool(one.scores) for one in objectives)
    if scored < 2 or len(without) > scored * _FEW:
        return
    for run in _runs(without):
        if len(run) < _RUN or len(run) <= scored * 0.1:
            for at in run:
                objective = objectives[at]
                evidence = objective.evidence.get("number") or objective.evidence.get("title")
                if evidence and not is_withdrawn(scene.report, at):
                    yield Verdict(
                        f"L'obiettivo non ha punteggio e non se ne dice il motivo; altri {scored} lo hanno.",
                        f"The objective has no score and no reason is given; {scored} others have one.",
                        (*evidence, *_results(objective)), place=at,
                    )


def is_withdrawn(report: Report, at: int) -> bool:
    """True where the text of an objective, from its title to the next, says why it has no score, or has one unread."""
    objective = report.objectives[at]
    said = (objective.title or "", *(one.text for one in objective.sections.values()))
    if any(_tells_why(one) or _SCORED.search(one) for one in said):
        return True
    text, start = report.report.text, _start(objective)
    if text is None or start is None:
        return False
    stop = _start(report.objectives[at + 1]) if at + 1 < len(report.objectives) else None
    whole = text[start : min(stop or len(text), start + _LONG)]
    return _tells_why(whole) or _SCORED.search(whole) is not None


def _is_withdrawn(said: str) -> bool:
    return any(one.search(said) for one in (WITHDRAWN, _NOT_JUDGED)) or speaks_of(said, "withdrawn")


def _tells_why(said: str) -> bool:
    """True where a short note, or a clause that speaks of the objective or its score, says it was withdrawn.

    "Sono stati eliminati gli arretrati" says nothing of the objective.
    """
    if len(said) <= _NOTE:
        return _is_withdrawn(said)
    return any(_is_withdrawn(one) and _OF_ITSELF.search(one) for one in _CLAUSE.split(said))


def _start(objective: Objective) -> int | None:
    proof = objective.evidence.get("number") or objective.evidence.get("title")
    return proof[0].start if proof else None


def _results(objective: Objective) -> tuple[Evidence, ...]:
    section = objective.sections.get("results")
    return section.evidence if section is not None else ()


def _runs(places: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for at in places:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _is_whole_weight(objective: Objective, score: Score, scene: Scene) -> bool:
    """True for a score that is all of the weight, where scores are the earned parts of the weights.

    Some other must be a part: weights of a report in which all was earned say nothing.
    """
    if not objective.weight or maximum(score, scene) is not None or score.value != objective.weight:
        return False
    others = ((one.scores[0].value, one.weight) for one in scene.report.objectives if one.scores and one.weight)
    return any(value != weight for value, weight in others) and of_weights(scene)


def is_full(score: Score, scene: Scene) -> bool:
    """True for a score at its maximum, or as near to it as is expected to count."""
    most = maximum(score, scene)
    if most is None and is_whole_share(score):
        return True
    return bool(most) and score.value >= (most or 0) * scene.expects.full_score / _WHOLE


def _of(score: Score) -> str:
    return italian(score.value) if score.maximum is None else f"{italian(score.value)}/{italian(score.maximum)}"


def _of_en(score: Score) -> str:
    return english(score.value) if score.maximum is None else f"{english(score.value)}/{english(score.maximum)}"


CHECKS = (
    Check(
        "evaluation.full-score-on-missed-target", "error",
        "Punteggio pieno, target mancato", "Full score, missed target",
        "Un punteggio pieno presuppone che i target siano raggiunti.",
        "A full score presupposes that the targets were met.",
        "Target: almeno 12 eventi. Risultati: 9 eventi. Valutazione OIV = 100/100",
        single=full_on_missed,
    ),
    Check(
        "evaluation.score-against-outcome", "error", "Punteggio ed esito", "Score and outcome",
        "Il punteggio deve corrispondere a ciò che il testo dice dell'esito.",
        "The score must fit what the text says of the outcome.",
        "Obiettivo non raggiunto. Valutazione OIV = 100/100",
        single=against_outcome,
    ),
    Check(
        "evaluation.no-score", "warning", "Punteggio mancante", "Missing score",
        "Un obiettivo rendicontato senza punteggio, mentre gli altri lo hanno, e senza che se ne dica il motivo.",
        "A reported objective without a score while the others have one, and no reason given.",
        "Obiettivo 7: risultati riportati, nessuna «Valutazione OIV»",
        whole=no_score,
    ),
    *LIMITS,
)
