"""Method: what a report says of its own reckoning.

"La percentuale di realizzazione è il rapporto tra consuntivo e target e non può superare 100", "punteggio da zero a
dieci", "il punteggio è il prodotto del peso per il grado di raggiungimento". Where it says so, another figure is no
matter of bands.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extract.language import parse_number

_ACHIEVED = r"(?:raggiungimento|realizzazione|conseguimento|attuazione|completamento)"
_GOT = r"(?:risultat|consuntiv|conseguit|raggiunt|rilevat|effettiv|ottenut|realizzat)"
_ASKED = r"(?:target|attes|previst|programmat|prefissat|obiettiv)"
_STOP = re.compile(r"(?<![0-9])[.;]\s+|\n\s*\n")
_NAMED = re.compile(rf"(?i)\b{_ACHIEVED}\b")
_ANY = re.compile(r"(?i)\b(?:percentual[ei]|grado|punteggi\w*|livello|tasso)\b|%")
_BETWEEN = r"(?:rapporto|quoziente|divi\w+|proporzion\w+|in\s+percentuale)"
_FORMULA = re.compile(
    rf"(?is)\b{_BETWEEN}\b.{{0,80}}?(?:\b{_GOT}\w*.{{0,60}}?\b{_ASKED}|\b{_ASKED}\w*.{{0,60}}?\b{_GOT})"
    rf"|\b{_GOT}\w*.{{0,30}}?\b{_BETWEEN}\b.{{0,30}}?\b{_ASKED}|\b(?:risultato|consuntivo)\s*/\s*(?:target|valore\s+atteso)"
)
_PLAINLY = re.compile(
    r"(?is)\b(?:rapporto|quoziente|divi\w+|proporzion\w+)\b.{0,60}?(?:\b(?:risultato|consuntivo)\b.{0,40}?\b(?:target|attes[oi])\b"
    r"|\b(?:target|attes[oi])\b.{0,40}?\b(?:risultato|consuntivo)\b)"
)
_CAP = re.compile(
    r"(?is)\b(?:non\s+(?:\w+\s+){0,2}(?:supera\w*|eccede\w*|oltrepassa\w*|superior\w*|maggior\w*|oltre)|limite|tetto|massimo"
    r"|al\s+pi[uù]|fino\s+a\w*|limitat\w+)\b.{0,24}?\b(?:100|cento)\b"
)
_BANDED = re.compile(r"(?i)\b(?:fasc[ei]|scaglion\w+|sogli[ae]|arrotondat\w+)\b")
_NUMERAL = r"(?P<most>\d{1,3}|[a-zì]{3,9})"
_SCALE = re.compile(
    rf"(?i)\b(?:scala|punteggi\w*|vot[oi]|valutazion[ei]|giudizi\w*)\b[^.;\d]{{0,60}}?\b(?:da|tra|fra)\s+"
    rf"(?:0|1|zero|uno)\s+(?:a|e)\s+{_NUMERAL}\b"
)
_MOST = re.compile(
    rf"(?i)\b(?:punteggi\w*|vot[oi])\s+(?:\w+\s+){{0,2}}massim[oi]\b[^.;\d]{{0,30}}?\b{_NUMERAL}\b"
    rf"|\b(?:punteggi\w*|vot[oi])\b[^.;\d]{{0,40}}\bsu\s+(?:base\s+)?{_NUMERAL.replace('most', 'other')}\b"
)
_IN_PARTS = re.compile(r"(?i)\b(?:punteggi\w*|vot[oi]|valutazion[ei]|giudizi\w*)\b[^.;\d]{0,40}\bin\s+(decimi|trentesimi|centesimi)\b")
_PARTS = {"decimi": 10, "trentesimi": 30, "centesimi": 100}
_LONGEST = 2_000  # characters of a sentence
_PRODUCT = re.compile(r"(?is)\bpunteggi\w*\b[^.;]{0,60}\b(?:prodotto|moltiplica\w+|ponderat\w+)\b[^.;]{0,60}\bpes[oi]\b")


class Method(NamedTuple):
    """`ratio`: achievement is result over target; `capped`: at 100; `scale`: the most a score can be."""

    ratio: bool = False
    capped: bool = False
    banded: bool = False
    scale: float | None = None
    weighed: bool = False

    @property
    def plain(self) -> bool:
        """True where achievement is result over target and nothing else: no bands explain another figure."""
        return self.ratio and not self.banded


@lru_cache(4)
def method(text: str | None) -> Method:
    """What a report's text says of how its figures are reckoned."""
    if not text:
        return Method()
    sentences = [one[:_LONGEST] for one in _STOP.split(text)]
    said = [one for one in sentences if _NAMED.search(one)]
    formulas = [one for one in said if _FORMULA.search(one)]
    formulas += [one for one in sentences if _ANY.search(one) and _PLAINLY.search(one)]
    scales = {parse_number(found["most"]) for found in _SCALE.finditer(text)}
    scales |= {parse_number(found["most"] or found["other"]) for found in _MOST.finditer(text)}
    scales |= {_PARTS[found[1].lower()] for found in _IN_PARTS.finditer(text)}
    scales -= {None}
    return Method(
        ratio=bool(formulas), capped=any(_CAP.search(one) for one in formulas),
        banded=any(_BANDED.search(one) for one in said),
        scale=float(next(iter(scales)) or 0) if len(scales) == 1 else None,
        weighed=_PRODUCT.search(text) is not None,
    )
