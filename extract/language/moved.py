"""Goals that were put anew: "il target, in origine di 12 corsi, è stato ridotto a 9 corsi", "portato da 12 a 9".

The number to which a goal was moved is the goal. The one that it had before is none any more: nobody has to reach it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from extract.language import lexicon
from extract.language.forms import is_verb
from extract.language.goals import is_meant, is_measured
from extract.language.reading import Numeral, Reading
from extract.language.words import KNOWN_WORDS

_REACH = 14  # words between "ridotto" and the number it was reduced to
_NEAR = 4  # words between "in origine" and its number
Side = Literal["before", "after"]


class _Move(NamedTuple):
    """The goal that is moved, the word that moves it, and the first word behind both."""

    goal: int
    word: int
    behind: int


def moved(reading: Reading, numeral: Numeral) -> Side | None:
    """Whether a number is what a goal was before it was moved, or after; None where none was, or for another number."""
    heads = reading.goals
    if not heads or heads[0] >= numeral.prefix:
        return None
    first, last = reading.sentence(numeral.first)
    for at in range(first, last):
        move = _move(reading, at, first)
        after = None if move is None else _after(reading, move, last)
        if move is None or after is None:
            continue
        if numeral == after:
            return "after"
        if move.goal < numeral.first < after.first or (numeral.first > after.first and _was_first(reading, numeral)):
            return "before" if _is_alike(numeral, after) else None
    return None


def _move(reading: Reading, at: int, first: int) -> _Move | None:
    """The goal that the word at a place moves: "il target è stato ridotto", "la riduzione del target"."""
    norm = reading.norm(at)
    if norm in _words("moving"):
        goal = next((one for one in reading.goals if at < one <= at + 2), None)
        return None if goal is None else _Move(goal, at, goal + 1)
    if not _moves(norm):
        return None
    goal = max((one for one in reading.goals if first <= one < at), default=None)
    if goal is None or is_measured(reading, goal) or not _is_of(reading, goal, at):
        return None
    return _Move(goal, at, at + 1)


def _is_of(reading: Reading, goal: int, at: int) -> bool:
    """Whether a word that moves something says so of a goal before it: nothing else is told in between."""
    name, between = reading.norm(goal), [reading.norm(one) for one in range(goal + 1, at)]
    if reading.norm(at) not in _words("moves") and not _agrees(name, reading.norm(at)):
        return False
    if not {";", ":", "non", "."}.isdisjoint(between) or not _words("attained").isdisjoint(between):
        return False
    if any(is_verb(one) and one not in _words("being") for one in between):
        return False
    if name in _words("valued"):
        return is_meant(name, between)
    return name in _words("plain") or reading.number_between(goal, at) or not _first_words().isdisjoint(between)


def _agrees(name: str, participle: str) -> bool:
    """ "la soglia è stata elevata", "i traguardi sono stati ridotti": "quota" and "percentuale" alike are hers."""
    ending = "a" if name.endswith("a") or name == "percentuale" else "i" if name.endswith("i") else "o"
    return participle.endswith(ending)


def _after(reading: Reading, move: _Move, last: int) -> Numeral | None:
    """The number to which a goal is moved: "ridotto a 9", "portato, con delibera, da 12 a 9", not "ridotto di 3"."""
    behind = [one for one in reading.valued if move.behind <= one.first < min(last, move.behind + _REACH)]
    if not behind or any(is_verb(reading.norm(at)) for at in range(move.behind, behind[0].prefix)):
        return None
    one, lead = behind[0], reading.norm(behind[0].prefix - 1)
    if lead in lexicon.prepositions("da"):
        return next((other for other in behind[1:2] if _leads(reading, other)), None)
    return one if _leads(reading, one) else None


def _leads(reading: Reading, numeral: Numeral) -> bool:
    """Whether "a", "in", "in quello di" stand before a number."""
    at = numeral.prefix - 1
    if reading.norm(at) in lexicon.prepositions("di") and reading.norm(at - 1) in {"quello", "quella", "valore"}:
        return True
    while reading.norm(at) in {"n.", "nr.", "n", "pari", "soli", "sole", "circa", "i", "le", "il"}:
        at -= 1
    return reading.norm(at) in lexicon.prepositions("a") | lexicon.prepositions("in")


def _was_first(reading: Reading, numeral: Numeral) -> bool:
    """ "ridotto a 9 corsi (in origine 12)", "anziché 12"."""
    around = {reading.norm(at) for at in range(numeral.prefix - _NEAR, numeral.prefix)}
    return not (_first_words() | _words("instead")).isdisjoint(around)


def _is_alike(one: Numeral, other: Numeral) -> bool:
    return one.unit == other.unit or None in (one.unit, other.unit)


@lru_cache(KNOWN_WORDS)
def _moves(norm: str) -> bool:
    return norm in _words("moves") or (norm[-1:] in "oaie" and norm[:-1] in _words("moved"))


def _first_words() -> frozenset[str]:
    return _words("at_first")


def _words(key: str) -> frozenset[str]:
    return lexicon.words("roles", "goals", key)
