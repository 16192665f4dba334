"""Time: deadlines against what the report says was done when, in the light of the score.

A reason that is given for being late is told with it and does not undo it; an objective that was cancelled or postponed
has no deadline left. Nothing is late that may not be: a month is all of its days.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from extract.audit.check import Check, Scene, Verdict, shown
from extract.audit.time.deadlines import OPEN, TOLD, Pair, completions, deadlines, pairs
from extract.audit.time.elsewhen import done_in_other_years
from extract.audit.time.undated import due_unread, of_what_is_asked
from extract.audit.time.when import When, told_together, when
from extract.audit.words.quotes import part
from extract.audit.words.saying import Saying
from extract.language import lexicon
from schemas.evidence import Evidence
from schemas.finding import Severity
from schemas.report import Indicator, Objective, Score

_SAID_LATE = Saying("due", "said_late")


class _Light(NamedTuple):
    """What the report makes of it: the score or the percentage that stands beside it."""

    italian: str
    english: str
    evidence: tuple[Evidence, ...]
    full: bool
    below: bool


def late(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """Something done after its deadline; confirmed where it was done by then."""
    if objective.status not in OPEN:
        return
    if not _pairs(objective, scene):
        yield from _said_late(objective, scene)
    for pair in _pairs(objective, scene):
        light = _light(objective, pair.indicator, scene)
        proof = shown(pair.due.evidence, pair.done.evidence)
        if pair.done.after(pair.due, scene.expects.grace):
            yield _late(objective, pair, light)
        elif pair.alone and pair.done.by(pair.due) and (pair.indicator or not _unfinished(objective)):
            yield Verdict(
                f"Data del risultato {pair.done.italian()}, entro la scadenza {pair.due.italian()}.",
                f"Done {pair.done.english()}, by the deadline {pair.due.english()}.",
                proof, held=True,
            )


def _late(objective: Objective, pair: Pair, light: _Light | None) -> Verdict:
    reason = _reason(objective)
    italian = f"Scadenza {pair.due.italian()}, data del risultato {pair.done.italian()}: in ritardo"
    english = f"Due {pair.due.english()}, done {pair.done.english()}: late"
    if light:
        italian, english = f"{italian}, con {light.italian}", f"{english}, with {light.english}"
    if reason:
        italian += f"; il testo ne dà ragione: «{reason.quote}»"
        english += f"; the text says why: “{reason.quote}”"
    proof = shown(
        pair.due.evidence, pair.done.evidence, light.evidence if light else (), (reason,) if reason else ()
    )
    return Verdict(f"{italian}.", f"{english}.", proof, severity=_severity(objective, pair, light, reason))


def _said_late(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """What is said to have been done after its time, on a day that is not told, of an objective that has a deadline."""
    due = deadlines(objective, scene.year)
    light = _light(objective, None, scene)
    told = [piece for name in TOLD if name in objective.sections for piece in objective.sections[name].evidence]
    for piece in told if due else ():
        found = _SAID_LATE.search(piece.quote)
        if found is None or not of_what_is_asked(objective, piece.quote, found.start()):
            continue
        said = " ".join(found[0].split())
        italian = f"Scadenza {due[-1].italian()}; il testo dice «{said}»: in ritardo"
        english = f"Due {due[-1].english()}; the text says “{said}”: late"
        if light:
            italian, english = f"{italian}, con {light.italian}", f"{english}, with {light.english}"
        yield Verdict(
            f"{italian}.", f"{english}.",
            shown(due[-1].evidence, (part(piece, *found.span(), "time.late"),), light.evidence if light else ()),
            severity="notice" if _falls_short(objective, light) else "warning",
        )
        return


def _severity(objective: Objective, pair: Pair, light: _Light | None, reason: Evidence | None) -> Severity:
    """Full marks without a word on the delay are an error; what the score or the outcome owns to is a notice."""
    if _falls_short(objective, light):
        return "notice"
    unexplained = reason is None and objective.status == "reported"
    return "error" if light is not None and light.full and unexplained and pair.alone else "warning"


def _falls_short(objective: Objective, light: _Light | None) -> bool:
    return _unfinished(objective) or (light is not None and light.below)


def _unfinished(objective: Objective) -> bool:
    partly = objective.outcome in ("partly_achieved", "not_achieved") or any(
        (one.result is None and one.target is not None and one.target.date and (one.achievement or 100) < 100)
        or one.achievement == 0 for one in objective.indicators
    )
    return partly or (objective.achievement is not None and objective.achievement < 100)


def outside_year(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """A result of another year than the one reported on, where it was not judged by a deadline."""
    year = scene.year
    if year is None or objective.status not in OPEN:
        return
    judged = {pair.done.iso for pair in _pairs(objective, scene)}
    results = [done for one in objective.indicators if (done := when(one.result))]
    proof = scene.report.report.evidence.get("year", ())[:1]
    dated = [*results, *_completions(objective, scene)]
    for done in told_together(dated or done_in_other_years(objective, year)):
        if done.iso in judged:
            continue
        if done.first.year > year or done.last.year < year:
            yield Verdict(
                f"La data del risultato, {done.italian()}, non è nell'anno della relazione, il {year}.",
                f"The result is dated {done.english()}, outside the year reported on, {year}.",
                shown(done.evidence, proof),
            )
        else:
            yield Verdict(
                f"La data del risultato, {done.italian()}, è nell'anno della relazione, il {year}.",
                f"The result is dated {done.english()}, within the year reported on, {year}.",
                shown(done.evidence, proof), held=True,
            )


def unanswered(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """A deadline within the year, and nothing that says when, or that, it was kept."""
    year = scene.year
    if scene.report.report.kind == "plan" or objective.status not in OPEN or _answered(objective, scene):
        return
    stated = [d for one in objective.dates if one.role == "deadline" and (d := when(one))]
    for due in told_together(stated or list(due_unread(objective, year))):
        if year is None or due.last < dt.date(year, 12, 31):
            score = next(iter(objective.scores), None)
            told = (f"; il punteggio è {_of(score, ',')}", f"; the score is {_of(score)}") if score else ("", "")
            yield Verdict(
                f"Per la scadenza {due.italian()} nessuna data dice quando è stata rispettata{told[0]}.",
                f"No date says when the deadline of {due.english()} was met{told[1]}.",
                shown(due.evidence, *([score] if score else [])),
            )


def _answered(objective: Objective, scene: Scene) -> bool:
    """True where a date, an outcome, a percentage or the result of an indicator answers, or nothing is reported."""
    told = objective.outcome is not None or objective.achievement is not None
    measured = any(one.result is not None or one.achievement is not None for one in objective.indicators)
    return told or measured or bool(_completions(objective, scene)) or "results" not in objective.sections


def _pairs(objective: Objective, scene: Scene) -> tuple[Pair, ...]:
    return scene.once("days", objective, lambda one, here: tuple(pairs(one, here.year)))


def _completions(objective: Objective, scene: Scene) -> list[When]:
    return scene.once("done", objective, lambda one, here: completions(one, here.year))


def _light(objective: Objective, indicator: Indicator | None, scene: Scene) -> _Light | None:
    """The score of the objective, else the percentage stated for it or for the indicator."""
    full = scene.expects.full_score
    if objective.scores:
        score = objective.scores[0]
        share = None if not score.maximum else score.value / score.maximum * 100
        return _Light(
            f"punteggio {_of(score, ',')}", f"a score of {_of(score)}", score.evidence,
            full=share is not None and share >= full, below=share is not None and share < full,
        )
    percent, proof = objective.achievement, objective.evidence.get("achievement", ())
    if indicator is not None and indicator.achievement is not None:
        percent, proof = indicator.achievement, indicator.evidence
    if percent is None:
        return None
    return _Light(
        f"raggiungimento {percent:g}%".replace(".", ","), f"an achievement of {percent:g}%", proof,
        full=percent >= full, below=percent < full,
    )


def _of(score: Score, comma: str = ".") -> str:
    said = f"{score.value:g}" if score.maximum is None else f"{score.value:g}/{score.maximum:g}"
    return said.replace(".", comma)


@cache
def _reasons(kind: str) -> re.Pattern[str]:
    stems = "|".join(re.escape(stem).replace(r"\ ", r"\s+") for stem in sorted(lexicon.words("reasons", kind)))
    return re.compile(rf"(?<!\w)(?:{stems})\w*", re.IGNORECASE)


def _reason(objective: Objective) -> Evidence | None:
    """The first word of the report that gives a reason for a delay."""
    told = [piece for name in TOLD if name in objective.sections for piece in objective.sections[name].evidence]
    for kind in ("delay", "cause"):
        for piece in told:
            if found := _reasons(kind).search(piece.quote):
                return part(piece, *found.span(), "time.late")
    return None


CHECKS = (
    Check(
        "time.late", "warning", "Risultato oltre la scadenza", "Result after the deadline",
        "La data del risultato viene dopo la scadenza. È un errore se il punteggio è pieno e il testo non dà ragioni,"
        " un avviso se le dà, una nota se il punteggio o l'esito ne tengono conto.",
        "The result is dated after its deadline: an error where the score is full and the text gives no reason, a"
        " warning where it gives one, a notice where the score or the outcome takes it into account.",
        "Attivare PagoPA entro il 30/06/2020 ... l'avvio è slittato a febbraio 2021. Valutazione OIV = 100/100",
        single=late,
    ),
    Check(
        "time.outside-year", "warning", "Risultato fuori dall'anno", "Result outside the year",
        "Il risultato ha la data di un anno diverso da quello della relazione, e nessuna scadenza lo prevede.",
        "The result is dated in another year than the one reported on, and no deadline provides for it.",
        "Relazione sulla performance 2020 ... il portale è attivo dal 15/02/2021",
        single=outside_year,
    ),
    Check(
        "time.deadline-unanswered", "notice", "Scadenza senza risposta", "Deadline without an answer",
        "C'è una scadenza nell'anno, e né una data né un esito dicono se sia stata rispettata.",
        "There is a deadline within the year, and neither a date nor an outcome says whether it was met.",
        "Mettere a regime l'applicativo entro il 30/09/2020 ... Risultati: l'applicativo è stato utilizzato",
        single=unanswered,
    ),
)
