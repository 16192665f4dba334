"""Scales: the most that a score can be, as a sentence in front or the head of a column says it.

"Punteggio da zero a dieci", "valutazione in trentesimi", "Punteggio (max 20)", "nessuno può superare i 30 punti".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from extract.audit.words.needed import may_match
from extract.audit.words.saying import Saying
from extract.language import lexicon, parse_number

_SCALE, _CAP = Saying("scales", "scale"), Saying("scales", "cap")
_OF_WEIGHT, _OF_ALL = Saying("scales", "of_weight"), Saying("scales", "of_all")
_OF_SCORES = Saying("method", "of_scores")
_OF_THIS, _IN_TITLE = Saying("scales", "of_this"), Saying("scales", "in_title")
_WEIGHS = Saying("scales", "weighs")
_STOP = re.compile(r"(?<![0-9])[.;]\s+|[.;]\s+(?=[A-ZÀÈÉÌÒÙ«])|\n\s*\n")
_SENTENCE = re.compile(r"(?<!\bp)(?<!\bn)\.\s+(?=[A-ZÀÈÉÌÒÙ«])|\n\s*\n")
_LONGEST = 600  # characters of a sentence that tells a scale
_REMEMBERED = 8  # texts
_WHOLE = 100
_DOTTED = re.compile(r"(?<![^\W\d_])((?:[^\W\d_]\.[ ]?){2,}[^\W\d_]?)(?=\W|\Z)")  # O.I.V., whose stops end no clause


@lru_cache(_REMEMBERED)
def scale_of(front: str) -> float | None:
    """The most a score can be; None where a text does not say it, or says several."""
    return _only(_SCALE, _undotted(front))


@lru_cache(_REMEMBERED)
def cap_of(front: str) -> float | None:
    """The most, in percent, that a score can be; None where a text does not say it, or says several."""
    most = _only(_CAP, _undotted(front))
    return most if most is not None and most >= _WHOLE else None


def cap_of_achievement(front: str) -> float | None:
    """The most, in percent, that an achievement can be: what enters a score may be cut, and be printed as it was."""
    return cap_of(". ".join(one for one in _STOP.split(front) if not _OF_SCORES.search(one)))


@lru_cache(_REMEMBERED)
def scale_anywhere(text: str) -> float | None:
    """The most a score can be, as sentences say it that speak of how all objectives are scored."""
    if not may_match(_SCALE.needs, text):
        return None
    told = (one for one in _STOP.split(_undotted(text)) if len(one) < _LONGEST and _OF_ALL.search(one))
    scales = {most for one in told if (most := _only(_SCALE, one)) is not None}
    return scales.pop() if len(scales) == 1 else None


def scale_of_one(title: str, texts: Iterable[str]) -> float | None:
    """The most that the score of one objective can be, as its own title and sentences say it; None if they do not.

    A sentence that holds it to the weight says it where the weight is told beside it.
    """
    told = {most for most in [_only(_IN_TITLE, title)] if most is not None}
    for one in (sentence for text in texts for sentence in _SENTENCE.split(_undotted(text))):
        if len(one) < _LONGEST and _OF_THIS.search(one):
            most = _only(_WEIGHS if _OF_WEIGHT.search(one) else _SCALE, one)
            told |= {most} if most is not None else set()
    return told.pop() if len(told) == 1 else None


def keeps_to_weights(front: str) -> bool:
    """True where a text says that no score is above the weight of its objective."""
    return _OF_WEIGHT.search(_undotted(front)) is not None


def _only(saying: Saying, text: str) -> float | None:
    parts, needs = lexicon.mapping("numbers", "parts"), zip(saying.needs, saying.patterns, strict=True)
    said = {one.lower() for need, form in needs if may_match((need,), text) for one in form.findall(text)}
    most = {float(one) for one in (parts.get(one) or parse_number(one) for one in said) if one}
    return most.pop() if len(most) == 1 else None


def _undotted(text: str) -> str:
    """The text without the stops of abbreviations, which end no clause: "O.I.V." """
    return _DOTTED.sub(lambda found: found[1].replace(".", "").replace(" ", "") + " ", text)
