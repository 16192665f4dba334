"""Percentages: an indicator of accomplishment asks for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.audit.answers import pairs
from extract.audit.check import Check, Scene, Verdict, shown
from extract.audit.likeness import speaks_of
from extract.language import lexicon
from schemas.finding import Severity
from schemas.report import Indicator, Objective

_PERCENT = re.compile(r"(?i)\d\s*%|per\s*cento")
_OF_TARGETS = re.compile(r"(?i)\b(?:target|obiettiv[oi]|indicatori)\b")


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
    severity: Severity | None = "notice" if objective.outcome == "achieved" and whole else None
    for indicator in asked:
        evidence = shown(indicator, *([results] if results is not None else []))
        name = " ".join(indicator.text.split())
        yield Verdict(
            f"L'indicatore è «{name}», ma i risultati non riportano alcuna percentuale.",
            f"The indicator is “{name}”, yet the results give no percentage.", evidence, severity=severity,
        )


def of_accomplishment(indicator: Indicator) -> bool:
    """True for "% di completamento", "grado di realizzazione (%)"; not for one of targets, nor with a value."""
    if indicator.achievement is not None or _OF_TARGETS.search(indicator.text) or _is_said(indicator):
        return False
    return _accomplishment().search(indicator.text) is not None


def _is_said(indicator: Indicator) -> bool:
    """True for a result in figures; "lavori ultimati" in its cell is no percentage."""
    return indicator.result is not None and any(one.isdigit() for one in indicator.result.text)


def _told(objective: Objective) -> bool:
    if objective.achievement is not None or any(one.role == "base" or one.unit == "%" for one in objective.quantities):
        return True
    sections = (objective.sections.get("results"), objective.sections.get("notes"))
    return any(one is not None and _PERCENT.search(one.text) for one in sections)


@cache
def _accomplishment() -> re.Pattern[str]:
    nouns = "|".join(sorted(lexicon.words("likeness", "accomplishment")))
    joined = "|".join(sorted(map(re.escape, (*lexicon.prepositions("di"), *lexicon.prepositions("il")))))
    of = rf"(?:\s*(?:{joined})?\s*)"
    percent = r"(?:%|percentuale|perc\.)"
    # Of one undertaking; "% pratiche evase" is a share of many things.
    done = (
        r"(?:\b(?:programma|progetto|piano|lavori|opera|intervento|cantiere|cronoprogramma|percorso|processo|restauro|riordino)\b"
        r"[^/%]{0,40}?\b(?:realizzat|eseguit|complet|attuat|conclus|svolt|ultimat|portat)\w*)"
    )
    return re.compile(
        rf"(?i)^\W*(?:{percent}{of}(?:{nouns})\b|(?:{nouns})\s+percentuale\b"
        rf"|(?:grado|stato|livello){of}(?:{nouns})\b.*{percent}|(?:grado|stato|livello)\s+percentuale{of}(?:{nouns})\b"
        rf"|(?:grado|stato|livello){of}[^\W\d_]+\b.*\(\s*(?:in\s+)?{percent}\s*\)\W*$"
        rf"|(?:\w+\s+){{0,2}}?(?:quota|tasso|indice|percentuale){of}(?:\w+\s+)?(?:{nouns})\b"
        rf"|(?:[^\W\d_]+\s+){{0,2}}?(?:{nouns})\b[^/]{{0,60}}?(?:\bin\s+(?:termini\s+)?)?{percent}(?!\w)"
        rf"|{percent}{of}{done}\W*$|(?:[^\W\d_]+[’']?\s+){{0,2}}?{done}\s*\(?\s*(?:in\s+)?{percent}\W*$)"
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
