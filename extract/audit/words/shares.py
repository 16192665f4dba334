"""Shares in words, as the percentages that they are: "una su quattro", "un terzo", "la metà", "25 per mille"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from extract.audit.words.figures import in_digits
from extract.audit.words.saying import Saying
from extract.language import parse_number

FRACTIONS = {"terz": 3, "quart": 4, "quint": 5, "sest": 6, "settim": 7, "ottav": 8, "decim": 10}
FEW = {
    "un": 1, "uno": 1, "una": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5,
    "sei": 6, "sette": 7, "otto": 8, "nove": 9,
}
_ALL = {**FEW, "dieci": 10, "venti": 20, "cento": 100}
_SHARE, _LIKELY, _OUT_OF = Saying("shares", "share"), Saying("shares", "likely"), Saying("shares", "out_of")
_CUES = ("metà", "mille", "‰", "su ", "ogni ", *FRACTIONS)  # most texts have none
_WORD_OFF, _MILLE_OFF = 2.5, 0.06  # points by which "un terzo" and "25 per mille" may be rounded
_KEPT = 64  # texts that are looked at for shares
_REACH = 40


def told_of(text: str) -> bool:
    """True where a text may tell a share, in figures or words."""
    return "%" in text or "cento" in text or _is_worded(text)


@lru_cache(_KEPT)
def _is_worded(text: str) -> bool:
    return any(cue in text for cue in _CUES) and _LIKELY.search(text) is not None


def out_of(text: str, at: int) -> int:
    """Where the proportion begins that the number at `at` ends, as "una su quattro", which is no whole; 0: in none."""
    found = _OUT_OF.search(text, max(0, at - _REACH), at)
    return found.start() if found else 0


def in_percent(text: str) -> tuple[str, Sequence[int], Mapping[int, tuple[int, float]]]:
    """A text with its spelled numbers in digits and its shares as percentages.

    With it, for each of its places, the end included, the one it had; and by the place that a share in words had, its
    end and the points by which it may be rounded.
    """
    if not _is_worded(text):
        return (*in_digits(text), {})
    written: list[str] = []
    places: list[int] = []
    rough: dict[int, tuple[int, float]] = {}
    at = 0
    for found in _SHARE.finditer(text):
        percent = f"{_percent(found):.4f}".replace(".", ",") + "%"
        start, end = found.span()
        written += (text[at:start], percent)
        places += [*range(at, start), *[start] * len(percent)]
        rough[start] = end, _MILLE_OFF if found["thousand"] else _WORD_OFF
        at = end
    if not rough:
        return (*in_digits(text), rough)
    places += range(at, len(text) + 1)
    digits, moved = in_digits("".join((*written, text[at:])))
    return digits, [places[one] for one in moved], rough


def _percent(found: re.Match[str]) -> float:
    if found["thousand"]:
        return float(parse_number(found["thousand"]) or 0) / 10
    if found["half"]:
        return 50.0
    if found["fraction"]:
        return 100 * FEW[found["parts"].lower()] / FRACTIONS[found["fraction"].lower()]
    return 100 * FEW[found["some"].lower()] / _ALL[found["all"].lower()]
