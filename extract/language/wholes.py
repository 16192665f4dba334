"""What a ratio is taken of, by its words: like an indicator's denominator, or by the form of its participle."""

from __future__ import annotations

from itertools import pairwise

from extract.language import lexicon
from extract.language.forms import is_infinitive
from extract.language.labels import Phrase
from extract.language.reading import Reading
from extract.language.values import Hints

HALF = 0.5


def resembles(said: set[str], hints: Hints) -> bool:
    """True where a label is closer to a denominator than to any numerator, abbreviations allowed."""
    closest = max((_likeness(said, side) for side in hints.denominators), default=0.0)
    return closest > HALF and closest > max((_likeness(said, side) for side in hints.numerators), default=0.0)


def _likeness(said: set[str], side: str) -> float:
    """The share of a side's words found in a label, by stem; "proc." stands for "procedimenti"."""
    wanted = [word.strip(".").lower() for word in side.split() if len(word.strip(".")) > 2]
    met = sum(any(_same(word, one) for one in said) for word in wanted)
    return met / len(wanted) if wanted else 0.0


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other.strip(".")), key=len)
    stem = short[:-1] if len(short) > 4 else short
    return len(stem) > 2 and long.startswith(stem)


def is_whole(reading: Reading, label: Phrase) -> bool:
    """True for what a ratio is taken of, by form: "procedimenti attivabili", "schede da attivare"."""
    norms = [reading.norm(at) for at in range(label.first, label.last)]
    able = any(norm[-5:] in {"abili", "ibili", "abile", "ibile"} for norm in norms[1:])
    due = any(one == "da" and is_infinitive(two) for one, two in pairwise(norms))
    return able or due or any(takes_in(norm) for norm in norms[1:])


def takes_in(norm: str) -> bool:
    """True for "pervenute", "programmati": what was there to be done."""
    return norm[:-1] in lexicon.words("roles", "base_stems")
