"""Percentages: an indicator of accomplishment asks for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.audit.check import Check, Scene, Verdict, shown
from extract.audit.words.answers import pairs
from extract.audit.words.likeness import speaks_of, terms, touches
from extract.language import lexicon
from schemas.finding import Severity
from schemas.report import Indicator, Objective, Section

_PERCENT = re.compile(
    r"(?i)\d\s*%|per\s*(?:cento|100\b)|\b(?:un|due|tre|quattro|cinque|sei|sette|otto|nove)\s+(?:terz[oi]|quart[oi]|quint[oi]|sest[oi]|ottav[oi]|decim[oi])\b"
    r"|(?<!\w)metà\b(?!\s+(?:dell[’']\s*)?(?:anno|mese|gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic))|\d\s+(?:su|de(?:i|gli|lle))\s+\d"
    r"|\A\W*\d{1,3}(?:[.,]\d+)?\W*\Z|\b(?:grado|percentuale|livello|stato)\b[^.;:\d]{0,40}:\s*\d"
)
_NOT_BEGUN = re.compile(
    r"(?i)\bnon\b[^.;]{0,24}\b(?:avviat|iniziat|partit|realizzat|eseguit|cominciat|intrapres)\w*|\b(?:sospes|rinviat|prorogat|annullat|interrott)[oaie]\b"
)
_COMPLETE = re.compile(r"(?i)\b(?:complet[oa]|(?:complet|ultim|termin)at[oa]|conclus[oa]|finit[oa])\b")
_NOT_ALL = re.compile(r"(?i)\b(?:part[ei]|fas[ei]|prim[oa]|second[oa]|non|corso|quasi|per)\b")
_CLAUSE = re.compile(r"[.;:,–]\s|\n\s*\n")
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
    done = objective.outcome == "achieved" and whole
    if results is not None and (_NOT_BEGUN.search(results.text) or all(_is_complete(one, results) for one in asked)):
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
