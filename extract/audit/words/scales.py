"""Scales: the most that a score can be, as a sentence in front or the head of a column says it.

"Punteggio da zero a dieci", "valutazione in trentesimi", "Punteggio (max 20)", "nessuno può superare i 30 punti".
"""

from __future__ import annotations

import re

from extract.audit.words.saying import Saying
from extract.language import lexicon, parse_number

_SCALE = Saying("scales", "scale")
_DOTTED = re.compile(r"(?<![^\W\d_])((?:[^\W\d_]\.\s?){2,}[^\W\d_]?)(?=\W|\Z)")  # O.I.V., whose stops end no clause


def scale_of(front: str) -> float | None:
    """The most a score can be; None where a text does not say it, or says several."""
    plain = _DOTTED.sub(lambda found: found[1].replace(".", "").replace(" ", "") + " ", front)
    said = {found.lower() for form in _SCALE.patterns for found in form.findall(plain)}
    parts = lexicon.mapping("numbers", "parts")
    read = (parts.get(one) or parse_number(one) for one in said)
    scales = {float(one) for one in read if one}
    return scales.pop() if len(scales) == 1 else None
