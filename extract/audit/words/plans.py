"""Plans: numbers of a description that are to be reached, by the words that lead to them."""

from __future__ import annotations

import re

from extract.audit.words.months import WITHIN_YEAR
from extract.audit.words.places import end, place
from schemas.report import Objective, Quantity, SectionName

PLANNED: tuple[SectionName, ...] = ("description", "expected_benefits")
_MUST = re.compile(
    r"(?i)\b(?:(?:vanno|va|andranno|andrà|andavano|andava|devono|dovevano|dovranno|occorre|occorreva|bisogna\w*)\s+(?:\w+\s+){1,3}?"
    r"|(?:ci\s+)?si\s+attend(?:e|ono|eva|evano)\s+(?:\w+\s+){0,3}?|(?:sono|è)\s+da\s+\w+(?:[aei]re|rsi)\s+(?:\w+\s+){0,2}?"
    r"|(?:occorrono|occorrevano|serv(?:e|ono|iva|ivano))\s+)"
    r"(?:tutt[eio]\s+(?:e\s+)?)?(?:n\.?\s*|le\s+|gli\s+|i\s+)?\Z"
)
_WANTED = re.compile(
    r"(?i)\b(?:stabilit\w*|dispost\w*|chiest\w*|chiede\w*|richied\w+|decis\w+|deliberat\w+|prescri\w+|impo\w+|vuole|voleva|volle|fissat\w+)\s+che\b"
    r"[^.;:\d]{0,80}\Z"
)
_TO_DO = re.compile(
    r"(?i)\bda\s+[^\W\d_]{3,}(?:[aei]re|rsi)(?:\s+(?:nell[’']anno|entro\s+(?:l[’']anno|dicembre|il\s+31[/.]12\S*)|nel\s+(?:corso\s+dell[’']anno|20\d\d)))?\s*[:=]?\s*(?:n\.\s*)?\Z"
)
_LEAST = re.compile(r"(?i)\b(?:almeno|non\s+meno\s+di|minimo|per\s+effetto\s+di|grazie\s+a)\s*(?:n\.\s*)?\Z")
_FOR_A_TIME = re.compile(  # of a part of the year, or of several
    r"(?i)\b(?:entro|fino\s+a|a|per|in|nel|nei)\s+(?:\w+\s+){0,2}?(?:gennaio|"
    rf"{WITHIN_YEAR}"
    r"|semestre|trimestre|quadrimestre|biennio|triennio|quadriennio|quinquennio|metà|anni|mesi|settimane)\b|\b(?:prim[oa]\s+(?:obiettivo|fase|passo|anno)|a\s+regime"
    r"|(?:ogni|ciascun\w*)\s+(?:mese|giorno|settimana|trimestre|semestre|seduta)|al\s+(?:giorno|mese)|a\s+settimana)\b"
)
_STOP = re.compile(r"[;•●▪]|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n\s*\n")
_NEXT = 60
_REACH = 90


def is_meant(one: Quantity, objective: Objective, text: str | None) -> bool:
    """True for a number of what is planned, by its role or by a verb of what must be done."""
    if one.section not in PLANNED or not one.label or one.value <= 1:
        return False
    words = lead(one, text)
    words = words[max((found.end() for found in _STOP.finditer(words)), default=0) :]
    if _is_for_a_time(one, objective):
        return False
    if one.role == "planned" or (one.section == "expected_benefits" and _LEAST.search(words)):
        return True
    led = any(form.search(words) for form in (_MUST, _WANTED, _TO_DO))
    return one.role in ("context", "actual") and led


def is_to_do(text: str, start: int, end: int) -> bool:
    """True for a number of a text that is to be done in the year: "da sostituire nell'anno: 180 punti luce"."""
    words = text[max(0, start - _REACH) : start]
    words = words[max((found.end() for found in _STOP.finditer(words)), default=0) :]
    behind = _STOP.split(text[end : end + _NEXT], maxsplit=1)[0]
    return _TO_DO.search(words) is not None and not _FOR_A_TIME.search(words) and not _FOR_A_TIME.search(behind)


def lead(one: Quantity, text: str | None) -> str:
    """The words before a number; `text` is that of the report."""
    at = place(one)
    return "" if text is None else text[max(0, at - _REACH) : at]


def _is_for_a_time(one: Quantity, objective: Objective) -> bool:
    """True where the sentence of a number says that it is for a part of the year, or for several years."""
    at = place(one)
    for proof in objective.sections[one.section].evidence:
        if proof.start <= at < proof.end:
            words = _STOP.split(proof.quote[max(0, at - proof.start - _REACH) : at - proof.start])[-1]
            behind = _STOP.split(proof.quote[end(one) - proof.start :][:_NEXT], maxsplit=1)[0]
            return any(_FOR_A_TIME.search(said) for said in (words, behind))
    return False
