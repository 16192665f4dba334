"""Method: what a report says, in front, of its own reckoning.

"La percentuale di realizzazione è il rapporto tra consuntivo e target e non può superare 100", "punteggio da zero a
dieci". Where it says so, another figure is no matter of bands.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extract.audit.words.scales import scale_of
from schemas.report import Report

_STOP = re.compile(r"(?<![0-9])[.;]\s+|\n\s*\n")
_LONGEST = 2_000  # characters of a sentence
_FRONT = 20_000  # characters that may stand before the first objective

_NAMED = re.compile(r"(?i)\b(?:raggiungimento|realizzazione|conseguimento|attuazione|completamento|percentual[ei])\b|%")
_GOT = r"(?:risultat|consuntiv|conseguit|raggiunt|rilevat|effettiv|ottenut|realizzat)"
_ASKED = r"(?:target|attes|previst|programmat|prefissat|preventiv|obiettiv)"
_RECKONED = (
    r"(?:rapporto|quoziente|divi\w+|proporzion\w+|in\s+percentuale|rispetto|(?:si|viene|è)\s+calcola\w+"
    r"|(?<!di )misura|in\s+relazione|ottien\w+|esprime|indica(?!t)|confronta\w*)"
)
_FORMULA = re.compile(
    rf"(?is)\b{_RECKONED}\b.{{0,80}}?(?:\b{_GOT}\w*.{{0,60}}?\b{_ASKED}|\b{_ASKED}\w*.{{0,60}}?\b{_GOT})"
    rf"|\b{_GOT}\w*.{{0,30}}?\b{_RECKONED}\b.{{0,30}}?\b{_ASKED}"
    rf"|\b{_GOT}\w*\s*[/:]\s*(?:valore\s+|risultato\s+)?{_ASKED}"
    rf"|\b{_GOT}\w*\s+(?:su|diviso|fratto)\s+(?:per\s+)?(?:(?:il|lo|la)\s+)?(?:valore\s+|risultato\s+)?{_ASKED}"
)
_MOST = r"(?:100|cento)\b"
_CAP = re.compile(
    r"(?is)\b(?:(?:non|mai|senza)\s+(?:\w+\s+){0,2}(?:supera\w*|eccede\w*|oltrepassa\w*|superior\w*|maggior\w*|oltre)"
    r"|limite|tetto|massimo|al\s+pi[uù]|fino\s+a\w*|entro|limitat\w+|ferma\w*|arresta\w*|troncat\w+|ricondott\w+|ridott\w+"
    rf"|(?:da|tra|fra)\s+(?:0|zero)\s+[ae])\b.{{0,24}}?\b{_MOST}|\b{_MOST}.{{0,16}}?\b(?:al|come|quale)\s+(?:limite|massimo)\b"
)
_FROM_TO = re.compile(
    r"(?is)\b(?:v[ae]|vanno|vari\w+|oscill\w+|compres\w+|espress\w+|misurat\w+|calcolat\w+)\s+(?:\w+\s+){0,2}?(?:da|tra|fra)\s+(?:0|zero)\s*%?\s+[ae]d?\s+(?:100|cento)\b"
)
_NEVER = re.compile(
    rf"(?is)\b(?:non|mai)\s+(?:\w+\s+){{0,2}}(?:supera\w*|eccede\w*|superior\w*|oltre)\b.{{0,12}}?\b{_MOST}"
)
# Said of achievement, without how it is reckoned: "il raggiungimento è limitato a 100", "% di realizzazione (max 100)".
_LIMITED = re.compile(
    r"(?is)\b(?:raggiungimento|realizzazione|conseguimento|attuazione|completamento|percentual[ei])\b[^.;]{0,80}?"
    r"(?<!non è )(?:"
    r"\(\s*(?:max\.?|massimo|al\s+massimo|fino\s+a|da\s+0\s+a|0\s*[-–÷])\s*(?:del\s+|di\s+|al\s+)?(?:100|cento)\s*%?\s*\)"
    r"|\b(?:limitat|contenut|ridott|ricondott|troncat|ferma|arresta|tagliat)\w*\s+(?:\w+\s+){0,2}?(?:al|a|nel\s+limite\s+del|entro\s+il"
    r"|nel|in)\s*(?:100|cento)\b|\b(?:tetto|limite|massimo)\s+(?:del|di|è|fissato\s+al?)\s*(?:100|cento)\b"
    r"|\bmassim[ao]\b[^.;\d]{0,40}?\b(?:è|pari\s+al?|del)\s*(?:100|cento)\b|\bvalgono\s+comunque\b[^.;\d]{0,30}?(?:100|cento)\b)"
    r"|\b(?:nessun\w*|non|mai)\b[^.;\d]{0,40}?\b(?:più\s+del|oltre\s+il|superior\w+\s+al?)\s*(?:100|cento)\s*(?:%|per\s*cento)"
    r"|\bcomunque\s+un\s+raggiungimento\s+del\s+(?:100|cento)\b|\b(?:superior\w+|oltre)\s+(?:a\s+|il\s+)?(?:100|cento)\b[^.;\d]{0,30}?"
    r"\b(?:ricondott|ridott|riportat|limitat)\w+\s+a\s*(?:100|cento)\b"
)
# "ove il quoziente ecceda l'unità, si assume il 100%", "le eccedenze non si computano", "al massimo 1".
_BEYOND = re.compile(
    r"(?is)\b(?:ecced\w+|super[aio]\w*|oltre|sopra|maggior\w*)\b[^.]{0,60}?\b(?:si\s+(?:assum|consider|attribui|applic|pon|intend|arrest|ferm)\w*"
    r"|val\w+|(?:è|sono|viene|vengono)\s+(?:comunque|pari|post\w|considerat\w|ricondott\w|riportat\w|assunt\w))\b[^.]{0,40}?"
    r"\b(?:100|cento|unità|uno)\b|\beccedenz[ae]\b[^.]{0,30}?\bnon\b|\b(?:al\s+massimo|non\s+oltre)\s+(?:1|uno|l[’']unità)\b(?![.,]?\d)"
)
_SAYS = re.compile(
    r"(?i)(?:\bè\b|\b(?:corrispond|equival|nasc|riport|mett|deriv|ottien|determin|calcol)\w+"
    r"|\b(?:va|vanno|varia|sono|si|viene|vengono|esprime|indica|misura|mai|non)\b|[=:])"
)
_BANDED = re.compile(r"(?i)\b(?:fasc[ei]|scaglion\w+|sogli[ae]|arrotondat\w+)\b")
_OF_SCORES = re.compile(r"(?i)\bpunteggi\w*\b")


class Method(NamedTuple):
    """`ratio`: achievement is result over target; `capped`: at 100; `scale`: the most a score can be."""

    ratio: bool = False
    capped: bool = False
    banded: bool = False
    scale: float | None = None

    @property
    def plain(self) -> bool:
        """True where achievement is result over target and nothing else: no bands explain another figure."""
        return self.ratio and not self.banded


def method(report: Report) -> Method:
    """What the text before the first objective says of how the figures are reckoned."""
    text = report.report.text
    if not text or not report.objectives:
        return Method()
    first = report.objectives[0].evidence
    starts = [one.start for proof in first.values() for one in proof]
    return read_front(text[: min([_FRONT, *starts])])


@lru_cache(4)
def read_front(front: str) -> Method:
    """What a text says of how figures are reckoned."""
    sentences = [one[:_LONGEST] for one in _STOP.split(front)]
    said = [one for one in sentences if _NAMED.search(one) and _SAYS.search(one) and not _OF_SCORES.search(one)]
    formulas = [one for one in said if _FORMULA.search(one)]
    behind = [after for one, after in pairwise(sentences) if one in formulas]
    capped = any(map(_CAP.search, formulas)) or any(map(_NEVER.search, (*behind, *said))) or any(
        map(_FROM_TO.search, said)
    ) or any(map(_BEYOND.search, (*behind, *formulas, *said))) or any(
        _NAMED.search(one) and _LIMITED.search(one) for one in sentences if not _OF_SCORES.search(one)
    )
    return Method(
        ratio=bool(formulas), capped=capped, banded=any(map(_BANDED.search, said)),
        scale=scale_of(front),
    )
