"""Goals: "il target dell'anno è di 60 ispezioni", "valore atteso per il 2020: 45 giorni".

Between what a goal is called and its number stands whose it is, of when, who set it and how it is put. What it is not:
"il target è stato superato di 12 punti", "grado di raggiungimento dell'obiettivo: 98%".
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from extract.language import lexicon
from extract.language.forms import is_infinitive, is_verb
from extract.language.reading import Cue, Numeral, Reading

_QUALIFIED = 9  # words that may stand between a goal and what leads to its number
_BESIDE = 4  # words before a goal that may make it the measure of something else


class _Led(NamedTuple):
    """The last word before what leads to a number, and whether a verb or a colon is part of that."""

    at: int
    joined: bool


def goal_cue(reading: Reading, numeral: Numeral) -> Cue | None:
    """What a number is called the goal of, at some distance before it; None where it is no goal."""
    heads = reading.goals
    if not heads or heads[0] >= numeral.prefix:
        return None
    floor = max(reading.sentence(numeral.first)[0], 0)
    led = _led(reading, numeral.prefix - 1)
    told = asked = False
    for at in range(led.at, max(floor, led.at - _QUALIFIED) - 1, -1):
        norm = reading.norm(at)
        if at in heads and (told <= asked):
            return _cue(reading, numeral, at, led)
        if at in reading.place_of or norm in _ends():
            return None
        asked = asked or norm in {"che", "cui", "quale"}
        told = (told or is_verb(norm) or (is_infinitive(norm) and reading.norm(at - 1) != "da")) and not asked
    return None


def _led(reading: Reading, at: int) -> _Led:
    """Over "di", "pari a", "è stato fissato in", ":" to the left."""
    links, joining = _links(), _words("joining")
    while reading.norm(at) in links:
        at -= 1
    joined = False
    while reading.norm(at) in joining:
        at, joined = at - 1, True
    if joined and reading.norm(at) == ")":  # "Target (2020): 18 eventi"
        at -= 1
    elif not joined and reading.norm(at) == "," and reading.norm(at + 1) == "pari":
        at, joined = at - 1, True
    return _Led(at, joined)


def _cue(reading: Reading, numeral: Numeral, head: int, led: _Led) -> Cue | None:
    name, between = reading.norm(head), [reading.norm(at) for at in range(head + 1, led.at + 1)]
    if is_measured(reading, head) or _is_ordinal(reading, numeral) or _is_told(reading, numeral, head, led):
        return None
    if not _words("elsewhere_named").isdisjoint(between) or (between and not led.joined and not _opens(reading, head)):
        return None
    if name in _words("valued") and not is_meant(name, [*between, reading.norm(led.at + 1)]):
        return None
    if name in _words("wide") and not _has_a_number(reading, numeral, led):
        return None
    return Cue("target", "target", head, led.at + 1)


def is_measured(reading: Reading, goal: int) -> bool:
    """Whether the words before a goal measure it: "grado di raggiungimento dell'obiettivo: 98%"."""
    first, _ = reading.sentence(goal)
    before = (reading.norm(at) for at in range(max(first, goal - _BESIDE), goal))
    return not _words("measuring").isdisjoint(before)


def _is_told(reading: Reading, numeral: Numeral, head: int, led: _Led) -> bool:
    """ "Raggiunto il target: 52 colloqui": what a colon leads to is how."""
    colon = any(reading.norm(at) == ":" for at in range(led.at + 1, numeral.prefix))
    return colon and any(reading.norm(at) in _words("attained") for at in range(max(0, head - _BESIDE), head))


def _is_ordinal(reading: Reading, numeral: Numeral) -> bool:
    """ "l'obiettivo è il n. 5 del Piano": which one, not how many."""
    return numeral.unit is None and reading.norm(numeral.prefix - 1) in {"il", "la", "lo", "l'"}


def _has_a_number(reading: Reading, numeral: Numeral, led: _Led) -> bool:
    """Whether an objective is said to be a number of something, and not to be given to so many."""
    said = {reading.norm(at) for at in range(led.at + 1, numeral.prefix)}
    counts = numeral.unit is not None or reading.norm(numeral.tail).isalpha()
    return led.joined and counts and _words("given").isdisjoint(said)


def is_meant(name: str, words: list[str]) -> bool:
    """Whether a value is said to be expected: "valore atteso", "soglia da raggiungere", "percentuale attesa"."""
    pairs = list(pairwise(words))
    own = {one[:-1] + "a" if name.endswith("a") or name == "percentuale" else one for one in _words("meant")}
    waits = {"attesa"} if ("in", "attesa") in pairs or ("di", "attesa") in pairs else set()
    asked = any(one == "da" and is_infinitive(other) for one, other in pairs)
    return asked or not (own - waits).isdisjoint(words)


def _opens(reading: Reading, head: int) -> bool:
    """Whether a goal opens its sentence, as labels do, with no more than an article before it."""
    first, _ = reading.sentence(head)
    return head - first <= 1


def _words(key: str) -> frozenset[str]:
    return lexicon.words("roles", "goals", key)


@cache
def _ends() -> frozenset[str]:
    return _words("attained") | {";", ".", "non", "•"}


@cache
def _links() -> frozenset[str]:
    prepositions = (lexicon.prepositions(one) for one in ("di", "a", "in"))
    return _words("linking") | lexicon.words("words", "articles") | frozenset().union(*prepositions)
