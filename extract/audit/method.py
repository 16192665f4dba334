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
_SENTENCE = r"[^.;\n]*(?:\n(?!\s*\n)[^.;\n]*){0,3}"
_RATIO = re.compile(rf"(?i)\b{_ACHIEVED}\b(?P<said>{_SENTENCE})")
_FORMULA = re.compile(
    rf"(?is)\b(?:rapporto|quoziente|divi\w+)\b.{{0,80}}?(?:\b{_GOT}\w*.{{0,60}}?\b{_ASKED}|\b{_ASKED}\w*.{{0,60}}?\b{_GOT})"
)
_CAP = re.compile(
    r"(?is)\b(?:non\s+(?:\w+\s+)?(?:supera\w*|eccede\w*|oltrepassa\w*)|limite|tetto|massimo|al\s+pi[uù]|fino\s+a)\b"
    r".{0,24}?\b(?:100|cento)\b"
)
_BANDED = re.compile(r"(?i)\b(?:fasc[ei]|scaglion\w+|sogli[ae]|arrotondat\w+)\b")
_NUMERAL = r"(?P<most>\d{1,3}|[a-zì]{3,9})"
_SCALE = re.compile(
    rf"(?i)\b(?:scala|punteggi\w*|vot[oi]|valutazion[ei]|giudizi\w*)\b[^.;\d]{{0,60}}?\b(?:da|tra|fra)\s+"
    rf"(?:0|1|zero|uno)\s+(?:a|e)\s+{_NUMERAL}\b"
)
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
    said = [found["said"] for found in _RATIO.finditer(text)]
    formulas = [one for one in said if _FORMULA.search(one)]
    scales = {parse_number(found["most"]) for found in _SCALE.finditer(text)} - {None}
    return Method(
        ratio=bool(formulas), capped=any(_CAP.search(one) for one in formulas),
        banded=any(_BANDED.search(one) for one in said),
        scale=float(next(iter(scales)) or 0) if len(scales) == 1 else None,
        weighed=_PRODUCT.search(text) is not None,
    )
