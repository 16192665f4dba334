"""Scales: the most that a score can be, as a sentence in front or the head of a column says it.

"Punteggio da zero a dieci", "valutazione in trentesimi", "Punteggio (max 20)", "nessuno può superare i 30 punti".
"""

from __future__ import annotations

from extract.audit.words.saying import Saying
from extract.language import parse_number

_SCALE = Saying("scales", "scale")
_PARTS = {
    "quinti": 5, "decimi": 10, "ventesimi": 20, "trentesimi": 30, "cinquantesimi": 50, "sessantesimi": 60,
    "centesimi": 100,
}


def scale_of(front: str) -> float | None:
    """The most a score can be; None where a text does not say it, or says several."""
    said = {found.lower() for form in _SCALE.patterns for found in form.findall(front)}
    read = (_PARTS.get(one) or parse_number(one) for one in said)
    scales = {float(one) for one in read if one}
    return scales.pop() if len(scales) == 1 else None
