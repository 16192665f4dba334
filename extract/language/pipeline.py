"""What is found in a text: our words, the lexicon's cues by spaCy, then one step for each kind of thing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from extract.language import lexicon
from extract.language.comparators import attach_comparators
from extract.language.dates import find_dates, strike_days
from extract.language.excluded import strike_excluded
from extract.language.numerals import find_numerals
from extract.language.parts import find_parts
from extract.language.reading import Cue, Reading
from extract.language.roles import with_unit_of_pair
from extract.language.spacyload import parts
from extract.language.structure import find_structure
from extract.language.tense import find_tenses
from extract.language.words import split

OTHER = "\0"  # what no phrase holds
GROUPS = {
    "comparator": "comparator", "within": "within", "after": "after", "about": "about", "between": "between",
    "postponed": "postponed",
    "target": "role", "component": "role", "base": "role", "baseline": "role", "planned": "role", "neutral": "role",
    "fact": "role", "date": "date",
}
"""Cues of one group shut each other out, the longest wins: "come previsto" is no "previsto"."""


def _spoken(reading: Reading) -> list[int | None]:
    """The places of the words that occur in the lexicon's phrases, and None for every run of others."""
    known = _vocabulary()
    places: list[int | None] = []
    after = 0
    for place in reading.those(known.__contains__):
        if place > after:
            places.append(None)
        places.append(place)
        after = place + 1
    return places


class CueFinder:
    """Finds the lexicon's phrases, the longest of each group, with spaCy's matcher over our words.

    Only words that a cue may hold become tokens, every run of others one: most words are in no cue.
    """

    def __init__(self) -> None:
        spacy = parts()
        self._doc, self._vocab = spacy.doc, spacy.vocab()
        self._matcher = spacy.matcher(self._vocab, attr=spacy.orth)
        self._names: dict[int, tuple[str, str]] = {}
        for family, label, phrase in _phrases():
            words = [word.norm for word in split(phrase)]
            name = f"{family}|{label}"
            self._matcher.add(name, [self._doc(self._vocab, words=words)])
            self._names[self._vocab.strings[name]] = family, label

    def cues(self, reading: Reading) -> tuple[Cue, ...]:
        """The cues in the words of a text."""
        places, norms = _spoken(reading), reading.norms
        doc = self._doc(self._vocab, words=[OTHER if at is None else norms[at] for at in places])
        cues: list[Cue] = []
        for key, first, last in self._matcher(doc):
            if (place := places[first]) is not None:
                cues.append(Cue(*self._names[key], place, place + last - first))
        return tuple(_longest(cues))


def _longest(cues: list[Cue]) -> list[Cue]:
    """Within a group no two cues overlap; ties go to the family named first in the lexicon's order."""
    families = list(GROUPS)
    ranked = sorted(cues, key=lambda cue: (cue.first - cue.last, families.index(cue.family), cue.first))
    taken: set[tuple[str, int]] = set()
    kept: list[Cue] = []
    for cue in ranked:
        places = {(GROUPS[cue.family], at) for at in range(cue.first, cue.last)}
        if not taken & places:
            taken |= places
            kept.append(cue)
    return sorted(kept, key=lambda cue: cue.first)


@cache
def _vocabulary() -> frozenset[str]:
    """The words of all cues."""
    return frozenset(word.norm for _, _, phrase in _phrases() for word in split(phrase))


@cache
def _phrases() -> list[tuple[str, str, str]]:
    """Family, label and written form of every cue."""
    found: list[tuple[str, str, str]] = []
    for family, key in (("comparator", "before"), ("after", "after"), ("postponed", "postponed"), ("about", "about")):
        found += [(family, sign, one) for sign, listed in lexicon.mapping("comparators", key).items() for one in listed]
    bounds = ("within", "between")
    found += [(key, key, phrase) for key in bounds for phrase in sorted(lexicon.words("comparators", key))]
    roles = ("target", "component", "base", "baseline", "planned", "neutral", "fact")
    found += [(key, key, phrase) for key in roles for phrase in sorted(lexicon.words("roles", key))]
    dated = ("deadline", "achieved", "baseline")
    found += [("date", key, phrase) for key in dated for phrase in sorted(lexicon.words("dates", key))]
    return [(family, label, form) for family, label, phrase in found for form in lexicon.expand(phrase)]


STEPS: tuple[Callable[[Reading], None], ...] = (
    find_structure, find_dates, find_numerals, strike_excluded, strike_days, attach_comparators,
    with_unit_of_pair, find_parts, find_tenses,
)


@cache
def _finder() -> CueFinder:
    return CueFinder()


def read_text(text: str) -> Reading:
    """What is found in a text."""
    reading = Reading(text, split(text))
    reading.cues = _finder().cues(reading)
    for step in STEPS:
        step(reading)
    return reading
