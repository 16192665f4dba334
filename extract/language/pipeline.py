"""The spaCy pipeline: our tokenizer, the lexicon's cues, then one component for each kind of thing found."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from extract.language import lexicon
from extract.language.comparators import attach_comparators
from extract.language.dates import find_dates, strike_days
from extract.language.excluded import strike_excluded
from extract.language.numerals import find_numerals
from extract.language.parts import find_parts
from extract.language.reading import Cue, Reading
from extract.language.roles import with_unit_of_pair
from extract.language.spacyload import spacy as load_spacy
from extract.language.structure import find_structure
from extract.language.tense import find_tenses
from extract.language.words import split

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

READING, PLACES = "reading", "places"
OTHER = "\0"  # what no phrase holds
TOKENIZER = "obiettivi.italian"
GROUPS = {
    "comparator": "comparator", "within": "within", "after": "after", "about": "about", "between": "between",
    "target": "role", "component": "role", "base": "role", "baseline": "role", "planned": "role", "neutral": "role",
    "fact": "role", "date": "date",
}
"""Cues of one group shut each other out, the longest wins: "come previsto" is no "previsto"."""


class ItalianTokenizer:
    """spaCy's tokenizer face over our words: white space is in no token, offsets are kept aside.

    Only words that a cue may hold become tokens, every run of others one: most words are in no cue.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        from spacy.tokens import Doc

        reading = Reading(text, split(text))
        places = _spoken(reading)
        doc = Doc(self.vocab, words=[OTHER if place is None else reading.norms[place] for place in places])
        doc.user_data[READING], doc.user_data[PLACES] = reading, places
        return doc


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
    """Finds the lexicon's phrases, the longest of each group."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import PhraseMatcher
        from spacy.tokens import Doc

        self.matcher: PhraseMatcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.names: dict[int, tuple[str, str]] = {}
        for family, label, phrase in _phrases():
            words = [word.norm for word in split(phrase)]
            name = f"{family}|{label}"
            self.matcher.add(name, [Doc(nlp.vocab, words=words)])
            self.names[nlp.vocab.strings[name]] = family, label

    def __call__(self, doc: Doc) -> Doc:
        places = doc.user_data[PLACES]
        found = [(self.names[key], places[first], last - first) for key, first, last in self.matcher(doc)]
        cues = [Cue(family, label, first, first + length) for (family, label), first, length in found]
        doc.user_data[READING].cues = tuple(_longest(cues))
        return doc


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
    for family, key in (("comparator", "before"), ("after", "after"), ("about", "about")):
        found += [(family, sign, one) for sign, listed in lexicon.mapping("comparators", key).items() for one in listed]
    bounds = ("within", "between")
    found += [(key, key, phrase) for key in bounds for phrase in sorted(lexicon.words("comparators", key))]
    roles = ("target", "component", "base", "baseline", "planned", "neutral", "fact")
    found += [(key, key, phrase) for key in roles for phrase in sorted(lexicon.words("roles", key))]
    dated = ("deadline", "achieved", "baseline")
    found += [("date", key, phrase) for key in dated for phrase in sorted(lexicon.words("dates", key))]
    return [(family, label, form) for family, label, phrase in found for form in lexicon.expand(phrase)]


COMPONENTS: tuple[tuple[str, Callable[[Reading], None]], ...] = (
    ("italian_structure", find_structure),
    ("italian_dates", find_dates),
    ("italian_numerals", find_numerals),
    ("italian_exclusions", strike_excluded),
    ("italian_days", strike_days),
    ("italian_comparators", attach_comparators),
    ("italian_pairs", with_unit_of_pair),
    ("italian_parts", find_parts),
    ("italian_tenses", find_tenses),
)


def _component(step: Callable[[Reading], None]) -> Callable[[Doc], Doc]:
    def run(doc: Doc) -> Doc:
        step(doc.user_data[READING])
        return doc

    return run


@cache
def _nlp() -> Language:
    spacy = load_spacy()
    from spacy.language import Language
    from spacy.util import registry

    # Named in the configuration, our tokenizer spares building spaCy's own, half the time of a first call.
    registry.tokenizers(TOKENIZER, func=lambda: lambda nlp: ItalianTokenizer(nlp.vocab))
    nlp: Language = spacy.blank("it", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    Language.factory("italian_cues", func=lambda nlp, name: CueFinder(nlp))
    nlp.add_pipe("italian_cues")
    for name, step in COMPONENTS:
        Language.component(name, func=_component(step))
        nlp.add_pipe(name)
    return nlp


def read_text(text: str) -> Reading:
    """Run the pipeline over a text."""
    reading: Reading = _nlp()(text).user_data[READING]
    return reading
