"""Evaluation: what the evaluator's score covers, and what the report makes of objectives that have none.

An objective that was cancelled has no score; that is not a score of zero (guidelines of the Dipartimento della funzione
pubblica on the Relazione annuale sulla performance, n. 3/2018).
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.audit.check import Check, Scene, Verdict, shown
from extract.audit.evaluation.scores import CHECKS as SCORES
from extract.audit.evaluation.scores import WITHDRAWN
from extract.audit.words.places import cut
from extract.audit.words.saying import Saying
from extract.audit.words.wording import english, italian
from schemas.report import Objective

_REASONS = ("cancelled", "postponed", "not_evaluable")


def partial_score(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """A score whose note says that it is of a part of the objective only; another note is worth knowing."""
    for score in objective.scores:
        if score.note is not None and objective.status not in _REASONS:
            yield Verdict(
                f"Il punteggio {_of(score.value, score.maximum)} vale con una riserva: «{score.note}».",
                f"The score {_of_en(score.value, score.maximum)} comes with a reservation: “{score.note}”.",
                shown(score), severity=None if _RESERVES.search(score.note) else "notice",
            )


def _partial(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    yield from partial_score(objective, scene)
    yield from partial_note(objective, scene)


def without_score(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """Cancelled, postponed and not evaluable objectives: without score they are to be left out, not counted as zero."""
    if objective.status not in _REASONS:
        yield from _told_of(objective, scene)
        return
    status = objective.evidence.get("status_note") or objective.evidence["status"]
    italian, english = _STATUS[objective.status]
    if not objective.scores:
        yield Verdict(
            f"L'obiettivo è {italian} e non ha punteggio: va escluso dalle medie, non vale zero.",
            f"The objective is {english} and has no score: leave it out of averages, it is not zero.",
            status, severity="notice",
        )
    for score in objective.scores:
        yield Verdict(
            f"L'obiettivo è {italian}, ma ha un punteggio: {_of(score.value, score.maximum)}.",
            f"The objective is {english}, yet it has a score: {_of_en(score.value, score.maximum)}.",
            shown(status, score),
        )


def _told_of(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """An objective without a score, while others have one, and a sentence that says that it was withdrawn."""
    if objective.scores:
        return
    for section in (objective.sections.get("results"), objective.sections.get("notes")):
        for proof in section.evidence if section is not None else ():
            found = WITHDRAWN.search(proof.quote)
            if found and any(one.scores for one in scene.report.objectives):
                first = proof.quote.rfind(". ", 0, found.start()) + 1
                said = cut(proof, proof.start + first, proof.start + found.end())
                yield Verdict(
                    f"Il testo dice «{found[0]}», e non c'è punteggio: l'obiettivo va escluso dalle medie.",
                    f"The text says “{found[0]}”, and there is no score: leave the objective out of averages.",
                    (said,), severity="notice",
                )
                return


def partial_note(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """A score without a note of its own, and a sentence of the notes or results that limits it to a part."""
    if len(objective.scores) != 1 or objective.scores[0].note is not None or objective.status in _REASONS:
        return
    score, text = objective.scores[0], scene.report.report.text
    for section in (objective.sections.get("notes"), objective.sections.get("results")):
        for proof in section.evidence if section is not None else ():
            found = _LIMITED.search(proof.quote)
            if found is None or text is None:
                continue
            start = proof.start + found.start()
            note = " ".join(found[0].split())
            yield Verdict(
                f"Il punteggio {_of(score.value, score.maximum)} vale con una riserva: «{note}».",
                f"The score {_of_en(score.value, score.maximum)} comes with a reservation: “{note}”.",
                (*score.evidence, cut(proof, start, proof.start + found.end())),
            )
            return


_LIMITED, _RESERVES = Saying("reservations", "limited"), Saying("reservations", "reserves")
_STATUS = {
    "cancelled": ("annullato", "cancelled"), "postponed": ("rinviato", "postponed"),
    "not_evaluable": ("non valutabile", "not evaluable"),
}


def _of(value: float, maximum: float | None) -> str:
    return italian(value) if maximum is None else f"{italian(value)}/{italian(maximum)}"


def _of_en(value: float, maximum: float | None) -> str:
    return english(value) if maximum is None else f"{english(value)}/{english(maximum)}"


CHECKS = (
    Check(
        "evaluation.partial-score", "warning", "Punteggio con riserva", "Score with a reservation",
        "Un punteggio che copre solo una parte dell'obiettivo non dice nulla del resto.",
        "A score that covers only a part of the objective says nothing of the rest.",
        "Valutazione OIV = 100/100 (la valutazione si riferisce alla sola sperimentazione)",
        single=_partial,
    ),
    Check(
        "evaluation.without-score", "warning", "Obiettivo senza valutazione", "Objective without evaluation",
        "Un obiettivo annullato, rinviato o non valutabile non ha punteggio e non va contato come zero.",
        "An objective that is cancelled, postponed or not evaluable has no score and must not count as zero.",
        "Obiettivo cassato in sede di revisione intermedia",
        single=without_score,
    ),
    *SCORES,
)
