"""Likeness: do two Italian labels speak of the same thing?

Labels are compared by the stems of their words, whatever the inflection: "imprese abilitate" and "impresa abilitata"
are alike. Words that only say how a thing is counted ("n.", "media") are no part of it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from extract.language import lexicon

KNOWN_LABELS = 8192
_WORD = re.compile(r"[^\W\d_]+\.?")
_ENOUGH = 0.5  # share of the shorter label's words that two labels have in common if they speak of one thing
_SHORT = 3
_ROOT, _MOSTLY = 5, 0.7  # letters that words of one family begin with, and their share of the shorter one

Terms = tuple[str, ...]


@lru_cache(KNOWN_LABELS)
def terms(label: str) -> Terms:
    """The stems that tell what a label speaks of, in order, each once; a full stop at its end marks an abbreviation."""
    found: dict[str, None] = {}
    for word in _WORD.findall(_folded(label)):
        bare = word.rstrip(".")
        if bare in _unspoken() or len(bare) < 2 or stem(bare) in _doing():
            continue
        short = word.endswith(".") and bare[-1:] not in "aeiou"
        found[f"{bare}." if short else _deed(stem(bare))] = None
    return tuple(found)


@lru_cache(KNOWN_LABELS)
def stem(word: str) -> str:
    """A word without its ending of number and gender: "pratiche" and "pratica" are "pratic"."""
    if len(word) < _SHORT:
        return word
    bare = word[:-1] if word[-1] in "aeio" else word
    if len(bare) > _SHORT:
        bare = bare.removesuffix("i")
        if bare.endswith(("ch", "gh")):
            bare = bare[:-1]
    return bare


def shared(one: Terms, other: Terms) -> int:
    """How many terms of the shorter label the other has too, "proc." standing for "procedimenti"."""
    short, long = sorted((one, other), key=len)
    return sum(any(_agree(term, found) for found in long) for term in short)


def likeness(one: Terms, other: Terms) -> float:
    """From 0 to 1: 1 for labels of the same terms, little more than a half for one that holds another; 0 if unlike."""
    if not one or not other:
        return 0.0
    common = shared(one, other)
    if common / min(len(one), len(other)) < _ENOUGH:
        return 0.0
    return (common / min(len(one), len(other)) + common / (len(one) + len(other) - common)) / 2


def same(one: Terms, other: Terms) -> bool:
    """True where two labels name one thing: the same first noun, and one says nothing that the other does not."""
    if not one or not other or not _agree(one[0], other[0]):
        return False
    return shared(one, other) == min(len(one), len(other))


def equal(one: Terms, other: Terms) -> bool:
    """True where two labels have the same terms."""
    return len(one) == len(other) and same(one, other)


@lru_cache(KNOWN_LABELS)
def speaks_of(text: str, key: str) -> bool:
    """True where a text has a word that begins as one of a list of the lexicon."""
    return _beginnings(key).search(_folded(text)) is not None


def names(label: str, key: str) -> str | None:
    """The first word of a label that is on a list of the lexicon."""
    return next((word for word in _WORD.findall(_folded(label)) if word in _listed(key)), None)


def only_says(label: str, key: str) -> bool:
    """True where every word of a label is on a list of the lexicon."""
    return all(word in _listed(key) or word in _unspoken() for word in _WORD.findall(_folded(label)))


def opens(label: str, key: str) -> bool:
    """True where what a label names first is on a list of the lexicon."""
    first = next((word for word in _WORD.findall(_folded(label)) if len(word) > 1 and word not in _unspoken()), None)
    return first in _listed(key)


@lru_cache(KNOWN_LABELS)
def is_done(label: str) -> bool:
    """True for a label that says that something was done with what it names: "corsi svolti"."""
    return any(stem(word) in _doing() for word in _WORD.findall(_folded(label)))


def akin(one: str, other: str) -> bool:
    """True for stems of one family: "aperto" and "apertura", "descritte" and "descrizione"."""
    if _agree(one, other):
        return True
    if _begin_alike(one, other):
        return True
    verbs = _infinitive(one), _infinitive(other)
    return verbs != (one, other) and _begin_alike(*verbs)


def _begin_alike(one: str, other: str) -> bool:
    short = min(len(one), len(other))
    alike = next((at for at in range(short) if one[at] != other[at]), short)
    return alike >= _ROOT and alike >= short * _MOSTLY


@lru_cache(KNOWN_LABELS)
def _infinitive(stemmed: str) -> str:
    """The stem of a participle that is not like its verb, as that of the verb: "evas" is "evader"."""
    return _verbs().get(stemmed, stemmed)


def touches(one: Terms, other: Terms) -> bool:
    """True where a word of one is of the family of a word of the other."""
    return any(akin(term, found) for term in one for found in other)


def _agree(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return short.endswith(".") and long.startswith(short[:-1])


def _deed(found: str) -> str:
    return "@" if found in _deeds() else found


def _folded(text: str) -> str:
    """Lower case, apostrophes as blanks, without accents."""
    lower = text.lower().replace("’", " ").replace("'", " ")
    if lower.isascii():
        return lower
    plain = unicodedata.normalize("NFKD", lower)
    return "".join(one for one in plain if not unicodedata.combining(one))


@cache
def _beginnings(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _listed(key))))})")


@cache
def _verbs() -> dict[str, str]:
    pairs = (pair.split("/") for pair in lexicon.words("likeness", "participles"))
    return {stem(_folded(said)): stem(_folded(verb)) for said, verb in pairs}


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(_folded(word) for word in lexicon.words("likeness", key))


@cache
def _doing() -> frozenset[str]:
    return _listed("doing")


@cache
def _deeds() -> frozenset[str]:
    return frozenset(stem(word) for word in _listed("deeds"))


@cache
def _unspoken() -> frozenset[str]:
    keys = ("articles", "conjunctions", "relatives", "pronouns", "adverbs", "auxiliaries")
    said = (word for key in keys for word in lexicon.words("words", key))
    every = (*said, *lexicon.every_preposition(), *_listed("measuring"))
    return frozenset(part for word in every for part in _folded(word).rstrip(".").split())
