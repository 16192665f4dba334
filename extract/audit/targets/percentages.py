"""Percentages: an indicator of accomplishment asks for one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.audit.check import Check, Scene, Verdict, shown
from extract.audit.words.answers import pairs
from extract.audit.words.likeness import speaks_of, terms, touches
from extract.audit.words.saying import Saying
from schemas.finding import Severity
from schemas.report import Indicator, Objective, Section

_ASKS_FOR_ONE = Saying("percentages", "asks_for_one")
_TOLD_SO = Saying("percentages", "told")
_NOT_BEGUN = Saying("percentages", "not_begun")
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
        return
    whole = results is not None and speaks_of(results.text, "whole")
    done = objective.outcome == "achieved" and whole
    if results is not None and (_NOT_BEGUN.search(results.text) or all(_is_complete(one, results) for one in asked)):
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
    if objective.achievement is not None or any(one.role == "base" or one.unit == "%" for one in objective.quantities):
        return True
    sections = (objective.sections.get("results"), objective.sections.get("notes"))
    return any(one is not None and _TOLD_SO.search(one.text) for one in sections)


CHECKS = (
    Check(
        "target.percentage-unreported", "warning", "Percentuale non riportata", "Percentage not reported",
        "L'indicatore è una percentuale di completamento: i risultati devono dirla.",
        "The indicator is a percentage of completion: the results must tell it.",
        "Indicatore: % completamento. Risultati: sono state realizzate tutte le attività propedeutiche",
        single=unreported,
    ),
)
