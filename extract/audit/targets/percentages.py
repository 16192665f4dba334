"""Percentages: an indicator of accomplishment asks for one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.audit.check import Check, Scene, Verdict, shown
from extract.audit.words.answers import pairs
from extract.audit.words.likeness import speaks_of, terms, touches
from extract.audit.words.places import place
from extract.audit.words.saying import Saying
from extract.audit.words.wording import english, italian
from schemas.finding import Severity
from schemas.report import Indicator, Objective, Quantity, Section

_ASKS_FOR_ONE = Saying("percentages", "asks_for_one")
_TOLD_SO = Saying("percentages", "told")
_NOT_BEGUN = Saying("percentages", "not_begun")
_SUSPENDED, _DENIED = Saying("percentages", "suspended"), Saying("percentages", "denied")
_SCORED = Saying("percentages", "scored")
_COMPLETE = Saying("percentages", "complete")
_WHOLE = Saying("percentages", "whole")
_NOT_ALL = Saying("percentages", "not_all")
_OF_TARGETS = Saying("percentages", "of_targets")
_CLAUSE = re.compile(r"[.;:,–]\s|\n\s*\n")


def unreported(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """An indicator of accomplishment in percent, and no percentage, ratio or achievement that tells it."""
    if objective.status not in ("reported", "changed") or scene.report.report.kind == "plan":
        return
    results = objective.sections.get("results")
    asked = [one for one in objective.indicators if of_accomplishment(one)]
    if not asked or (results is None and all(one.target is None for one in asked)):
        return
    if _told(objective) or pairs(objective, scene):
        yield from _reported(objective, asked)
        return
    whole = results is not None and speaks_of(results.text, "whole")
    done = objective.outcome == "achieved" and whole
    if results is not None and (_is_not_begun(results.text) or all(_is_complete(one, results) for one in asked)):
        done = True
    if results is not None and any(_is_whole(clause) for clause in _CLAUSE.split(results.text)):
        done = True
    severity: Severity | None = "notice" if done else None
    for indicator in asked:
        evidence = shown(indicator, *([results] if results is not None else []))
        name = " ".join(indicator.text.split())
        yield Verdict(
            f"L'indicatore è «{name}», ma i risultati non riportano alcuna percentuale.",
            f"The indicator is “{name}”, yet the results give no percentage.", evidence, severity=severity,
        )


def _reported(objective: Objective, asked: Sequence[Indicator]) -> Iterator[Verdict]:
    """The only percentage of the results, for the only indicator that asks for one."""
    found = [one for one in objective.quantities if one.unit == "%" and one.section in ("results", "notes")]
    if len(asked) == len(found) == 1 and found[0].role == "actual" and asked[0].result is None:
        value, name = found[0], " ".join(asked[0].text.split())
        yield Verdict(
            f"I risultati riportano la percentuale: {italian(value.value, '%')} («{name}»).",
            f"The results give the percentage: {english(value.value, '%')} (“{name}”).",
            shown(asked[0], value), held=True,
        )


def _is_not_begun(text: str) -> bool:
    """True where the results say that nothing was begun, or that it was stopped."""
    stopped = any(not _DENIED.search(text[: found.start()]) for found in _SUSPENDED.finditer(text))
    return stopped or _NOT_BEGUN.search(text) is not None


def _is_complete(indicator: Indicator, results: Section) -> bool:
    """True where a clause says that just what is measured is complete: "il restauro è ultimato"."""
    of = terms(indicator.text)[-1:]
    said = (clause for clause in _CLAUSE.split(results.text) if _COMPLETE.search(clause))
    return any(touches(terms(clause)[:1], of) for clause in said if not _NOT_ALL.search(clause))


def _is_whole(clause: str) -> bool:
    """True where a clause says that nothing is left, and nothing else in it that says that it was a part."""
    return _WHOLE.search(clause) is not None and not _NOT_ALL.search(_WHOLE.sub(" ", clause))


def of_accomplishment(indicator: Indicator) -> bool:
    """True for "% di completamento", "grado di realizzazione (%)"; not for one of targets, nor with a value."""
    if indicator.achievement is not None or _OF_TARGETS.search(indicator.text) or _is_said(indicator):
        return False
    return _ASKS_FOR_ONE.search(indicator.text) is not None


def _is_said(indicator: Indicator) -> bool:
    """True for a result in figures; "lavori ultimati" in its cell is no percentage."""
    return indicator.result is not None and any(one.isdigit() for one in indicator.result.text)


def _told(objective: Objective) -> bool:
    if objective.achievement is not None or any(
        (one.role == "base" and not _is_scored(one, objective)) or one.unit == "%" for one in objective.quantities
    ):
        return True
    sections = (objective.sections.get("results"), objective.sections.get("notes"))
    return any(one is not None and _TOLD_SO.search(_SCORED.sub(" ", one.text)) for one in sections)


def _is_scored(one: Quantity, objective: Objective) -> bool:
    """True for a number of who judges the objective: "valutazione: venticinque punti su trenta"."""
    section, at = objective.sections.get(one.section), place(one)
    proofs = section.evidence if section is not None else ()
    return any(
        proof.start + found.start() <= at < proof.start + found.end()
        for proof in proofs for found in _SCORED.finditer(proof.quote)
    )


CHECKS = (
    Check(
        "target.percentage-unreported", "warning", "Percentuale non riportata", "Percentage not reported",
        "L'indicatore è una percentuale di completamento: i risultati devono dirla.",
        "The indicator is a percentage of completion: the results must tell it.",
        "Indicatore: % completamento. Risultati: sono state realizzate tutte le attività propedeutiche",
        single=unreported,
    ),
)
