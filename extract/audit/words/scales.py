"""Scales: the most that a score can be, as a sentence in front or the head of a column says it.

"Punteggio da zero a dieci", "valutazione in trentesimi", "Punteggio (max 20)", "nessuno può superare i 30 punti".
"""

from __future__ import annotations

import re

from extract.language import parse_number

_NUMERAL = (
    r"(\d{1,3}|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici|quindici|venti|trenta|quaranta|cinquanta|sessanta|cento)"
)
_JUDGED = r"(?:punteggi\w*|vot[oi])"
_ANY = r"(?:punteggi\w*|vot[oi]|valutazion[ei]|giudizi\w*|punti)"
_END = r"(?!\s*[%/]|[.,]?\d)"
_STOP = r"(?=\s*(?:[.,;)]\s|[.,;)]?\Z|punti\b(?!\s+percent)))"
_HEAD = rf"(?i)\b{_ANY}\b[^.;:\d(]{{0,40}}\(\s*"
_SCALES = (
    re.compile(rf"{_HEAD}(?:scala\s+|range\s+|valori\s+|punti\s+)?(?:da\s+)?[01]\s*(?:[-–÷/]|a)\s*{_NUMERAL}{_END}\s*\)"),
    re.compile(
        rf"{_HEAD}(?:max\.?|massim[oi]|mass\.|al\s+massimo|fino\s+a|su|/)\s*(?:di\s+|punti\s+|p\.\s*|base\s+)?{_NUMERAL}{_END}"
        r"\s*(?:punti|p\.)?\s*\)"
    ),
    re.compile(rf"(?i)\b(?:punteggi\w*|vot[oi])\s*/\s*{_NUMERAL}{_END}"),
    re.compile(rf"(?i)\bscala\b[^.;\d]{{0,40}}?\b[01]\s*[-–÷]\s*{_NUMERAL}{_END}"),
    re.compile(rf"(?i)\bscala\b[^.;\d]{{0,40}}?\b(?:arriva|giunge|fino|sino)\s+a\s+{_NUMERAL}\b{_END}"),
    re.compile(rf"(?i)\b(?:da|tra|fra)\s+(?:0|1|zero|uno)\s+[ae]d?\s+{_NUMERAL}\s+punti\b(?!\s+percent)"),
    re.compile(
        rf"(?i)\b{_ANY}\b[^.;\d]{{0,40}}?\b(?:da|tra|fra)\s+(?:0|1|zero|uno)\s+\([^)]{{1,40}}\)\s+[ae]d?\s+{_NUMERAL}\b{_END}"
    ),
    re.compile(
        r"(?i)\bpunti\s+(?:disponibili|assegnabili|attribuibili|conseguibili|ottenibili|a\s+disposizione|massimi)\b[^.;\d]{0,50}?"
        rf"\b{_NUMERAL}\b{_END}"
    ),
    re.compile(
        r"(?i)\b(?:non|mai|nessun\w*)\b[^.;\d]{0,40}?\b(?:supera\w*|eccede\w*|oltrepassa\w*|oltre|più\s+di|andare\s+oltre)\s+(?:i\s+)?"
        rf"{_NUMERAL}\s+punti\b(?!\s+percent)"
    ),
    re.compile(
        r"(?i)\bmassimo\s+(?:conseguibile|attribuibile|assegnabile|ottenibile|previsto|possibile|teorico)\b[^.;\d]{0,30}?"
        rf"\b{_NUMERAL}\s+punti\b"
    ),
    re.compile(
        rf"(?i)\b{_JUDGED}\s*,\s*(?:che\s+)?(?:non\s+|mai\s+)(?:può\s+|possono\s+|deve\s+)?(?:mai\s+)?"
        rf"(?:supera\w*|oltrepassa\w*|eccede\w*|andare\s+oltre)\s+(?:il\s+|i\s+)?{_NUMERAL}\b{_END}"
    ),
    re.compile(rf"(?i)\b{_JUDGED}\s+(?:pieno|intero|più\s+alto)\b[^.;\d]{{0,20}}?\b{_NUMERAL}\b{_END}"),
    re.compile(rf"(?i)\b(?:tetto|limite|massimo)\s+(?:de[li]|di)\s*(?:punteggi\w*|vot[oi]|punti)\b[^.;\d]{{0,30}}?\b{_NUMERAL}\b{_END}"),
    re.compile(
        rf"(?i)(?<![\d.,])\b{_NUMERAL}\s+punti\s+(?:al\s+massimo|massimi|come\s+massimo|al\s+più|al\s+limite|di\s+massimo|max\b)"
    ),
    re.compile(
        rf"(?i)\b{_ANY}\b[^.;\d]{{0,40}}?\b(?:arriva\w*|giunge\w*|sale|salgono)\s+(?:(?:fino|sino)\s+)?a\s+(?:un\s+massimo\s+di\s+)?{_NUMERAL}{_STOP}"
    ),
    re.compile(
        rf"(?i)(?:\b{_ANY}\b[^.;\d]{{0,30}}?\b(?:non|mai)|\bnessun\w*\s+{_ANY})\b[^.;\d]{{0,30}}?\b(?:superior[ei]|maggior[ei])\s+ai?\s+"
        rf"{_NUMERAL}{_STOP}"
    ),
    re.compile(
        rf"(?i)\b(?:disponibil\w+|a\s+disposizione|assegnabil\w+|attribuibil\w+)\b[^.;\d]{{0,50}}?\b{_NUMERAL}\s+punti(?=\s*(?:[.,;)]|\Z)"
        r"|\s+(?:per|a)\s+(?:ciascun|ogni))"
    ),
    re.compile(rf"(?i)\b{_ANY}\b[^.;\d]{{0,40}}?\b(?:su|in)\s+base\s+{_NUMERAL}{_STOP}"),
    re.compile(rf"(?i)\b(?:al\s+più|non\s+più\s+di|sino\s+a)\s+{_NUMERAL}\s+punti\b(?!\s+percent)"),
    re.compile(
        r"(?i)\b(?:scala|punteggi\w*|vot[oi]|valutazion[ei]|giudizi\w*)\b[^.;\d]{0,60}?\b(?:da|tra|fra)\s+(?:0|1|zero|uno)"
        rf"\s+[ae]\s+{_NUMERAL}\b"
    ),
    re.compile(rf"(?i)\bpunti\b[^.;\d]{{0,40}}?\b(?:da|tra|fra)\s+(?:0|1|zero|uno)\s+[ae]\s+{_NUMERAL}\b"),
    re.compile(rf"(?i)\b{_JUDGED}\s+(?:\w+\s+){{0,2}}massim[oi]\b[^.;\d]{{0,60}}?\b{_NUMERAL}\b(?!\s*[%/])"),
    re.compile(
        rf"(?i)\b{_JUDGED}\s+(?:non\s+)?(?:può\s+|possono\s+)?(?:mai\s+)?(?:supera\w*|arriva\w*|giunge\w*|raggiunge\w*|oltrepassa\w*|eccede\w*)"
        rf"\s+(?:\w+\s+){{0,2}}?{_NUMERAL}\b(?!\s*[%/])"
    ),
    re.compile(rf"(?i)\b(?:fino\s+a(?:\s+un\s+massimo\s+di)?|al\s+massimo|(?:un\s+)?massimo\s+di)\s+{_NUMERAL}\s+punti\b(?!\s+percent)"),
    re.compile(rf"(?i)\b(?:scala|valutazion[ei]|giudizi\w*)\b[^.;\d]{{0,40}}?\bscala\s+di\s+{_NUMERAL}\s+(?:punti|gradi|livelli|valori)\b"),
    re.compile(rf"(?i)\b{_JUDGED}\b[^.;\d]{{0,40}}\bsu\s+(?:base\s+)?{_NUMERAL}\b"),
    re.compile(r"(?i)\b(?:punteggi\w*|vot[oi]|valutazion[ei]|giudizi\w*)\b[^.;\d]{0,40}\bin\s+(decimi|trentesimi|centesimi)\b"),
)
_PARTS = {"decimi": 10, "trentesimi": 30, "centesimi": 100}


def scale_of(front: str) -> float | None:
    """The most a score can be; None where a text does not say it, or says several."""
    said = {_PARTS.get(found.lower()) or parse_number(found) for form in _SCALES for found in form.findall(front)}
    scales = {float(one) for one in said if one}
    return scales.pop() if len(scales) == 1 else None
