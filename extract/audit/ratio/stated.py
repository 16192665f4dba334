"""The achievement that an objective's results state in a sentence, its percentage in figures or spelled out."""

from __future__ import annotations

import re

from extract.audit.words.places import cut
from extract.audit.words.shares import in_percent
from extract.language import parse_number
from schemas.evidence import Evidence
from schemas.report import Objective, SectionName

_TOLD: tuple[SectionName, ...] = ("results", "notes")
_CUES = ("ragg", "realizzazione", "conseguimento", "g.r.", "attuazione", "consegui")
_OF = r"(?:raggiungimento|realizzazione|conseguimento|attuazione)"
_WHOLE = (
    r"(?:\s+(?:complessiv[oa]|final[ei]|dell[’']\s*(?:obiettivo|indicatore|azione|anno|attività)|del\s+(?:target|valore\s+atteso"
    r"|risultato\s+atteso|programma|progetto|piano)|rispetto\s+al\s+(?:target|valore\s+atteso)))*"
)
_LEADS = (
    r"\s*(?:[=:,–-]|\(|(?:che\s+)?(?:è|era|risulta|ammonta|si\s+attesta|si\s+ferma|sale|scende|arriva|giunge|raggiunge|tocca"
    r"|equivale|corrisponde)(?:\s+(?:stat[oa]|risultat[oa]|quindi|dunque|pertanto|così))*)?(?:\s*(?:pari|uguale))?"
    r"\s*(?:(?:a|al|allo|alla|del|dello|di|il|lo|circa)\s+|(?:all|dell|l)[’']\s*)*"
)
_ASIDE = r"(?:\s*\([^()\d]{0,70}\)|\s*,\s*[^,.;:%\d]{3,90},)?"  # "(consuntivo su target)"
_SAID = (
    r"\s*(?:[=:]\s*|(?:che\s+)?(?:è|era|risulta|ammonta|si\s+attesta|si\s+ferma|arriva|giunge|equivale)\s+(?:(?:stat[oa]|quindi|dunque|pertanto"
    r"|così)\s+)*|pari\s+)(?:(?:pari\s+)?(?:a|al|allo|del|dello|di|il|circa)\s+|(?:pari\s+)?(?:all|dell|l)[’'])?\s*"
)
_PERCENT = r"(?P<value>\d{1,3}(?:[.,]\d{1,4})?)\s*(?:%|per\s*(?:cento|100)\b)"
_STATED = re.compile(
    rf"(?i)\b(?:grado|percentuale|livello|tasso|indice|quota|misura|%)\s+(?:\w+\s+)?di\s+{_OF}{_WHOLE}{_ASIDE}{_LEADS}{_PERCENT}"
    rf"|(?<!di\s)(?<!\w)(?:raggiungimento|conseguimento){_ASIDE}{_SAID}{_PERCENT.replace('value', 'bare')}"
    rf"|\b{_OF}\s+(?:dell[’']\s*obiettivo|del\s+target|del\s+valore\s+atteso){_LEADS}"
    rf"{_PERCENT.replace('value', 'of_goal')}"
    r"|(?<!\w)(?:g\.\s?r\.|(?:%|gr\.|grado|perc\.)\s*(?:di\s+)?ragg\w*\.?)\s*[:=]?\s*"
    rf"{_PERCENT.replace('value', 'short')}"
    r"|\b(?:obiettivo|target|(?:valore|risultato)\s+atteso|traguardo)\s+"
    r"(?:(?:è|risulta|stato|si|intende|dunque|quindi|pertanto|così|perciò)\s+)*"
    r"(?:raggiunto|conseguito|realizzato|centrato)\s+(?:(?:solo|soltanto)\s+)?"
    rf"(?:al|all[’']|allo|nella\s+misura\s+del|per\s+il|per\s+l[’'])\s*{_PERCENT.replace('value', 'reached')}"
)


def stated(objective: Objective) -> tuple[float, tuple[Evidence, ...]] | None:
    """The percentage an objective is said to be achieved by, and where: its own value, else as its results tell it."""
    if objective.achievement is not None:
        return float(objective.achievement), objective.evidence.get("achievement", ())
    found: list[tuple[float, tuple[Evidence, ...]]] = []
    for name in _TOLD:
        section = objective.sections.get(name)
        for proof in section.evidence if section is not None else ():
            if any(cue in proof.quote.lower() for cue in _CUES):
                found += _told(proof)
    return found[0] if len({value for value, _ in found}) == 1 else None


def _told(proof: Evidence) -> list[tuple[float, tuple[Evidence, ...]]]:
    text, places, rough = in_percent(proof.quote)
    said: list[tuple[float, tuple[Evidence, ...]]] = []
    for found in _STATED.finditer(text):
        name = next(name for name, value in found.groupdict().items() if value is not None)
        value = parse_number(found[name])
        at = places[found.start(name)]
        if value is not None and at not in rough:
            said.append((float(value), (cut(proof, proof.start + at, proof.start + places[found.end()]),)))
    return said
