"""What a number counts: the noun phrase after it, or the one it is said of."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from extract.language import lexicon
from extract.language.reading import Numeral, Reading

LONGEST = 12
MILLION = 1_000_000
PARTICIPLE = re.compile(r"(?:at|ut|it)[oaie]")
FINITE = re.compile(r".{2,}(?:avano|evano|ivano|arono|erono|irono|eranno|iranno|aranno|ando|endo)")
INFINITIVE = re.compile(r".+[aei]r(?:e|si)")
OPENING, CLOSING = frozenset("([{"), frozenset(")]}")
QUOTES = frozenset("\"“”«»‘")


class Phrase(NamedTuple):
    """A noun phrase over the words `[first, last)`; `text` is set where it is not simply what stands there."""

    first: int
    last: int
    text: str | None = None


@cache
def _stops() -> frozenset[str]:
    names = ("articles", "relatives", "pronouns", "adverbs", "verbs", "conjunctions")
    return frozenset().union(*(lexicon.words("words", name) for name in names))


def is_participle(norm: str) -> bool:
    """True for past participles by form; nouns of the same shape are left out."""
    if norm in lexicon.words("words", "not_participles"):
        return False
    return norm in lexicon.words("words", "participles") or (len(norm) > 4 and bool(PARTICIPLE.fullmatch(norm[-3:])))


def is_infinitive(norm: str) -> bool:
    """True for words with the ending of an infinitive."""
    return len(norm) > 4 and bool(INFINITIVE.fullmatch(norm))


def is_verb(norm: str) -> bool:
    """True for finite verbs of the lexicon and for unmistakable endings."""
    return norm in lexicon.words("words", "verbs") or bool(FINITE.fullmatch(norm))


def noun_phrase(reading: Reading, first: int, limit: int, *, wide: bool = False) -> Phrase | None:
    """The noun phrase that starts at a word, its articles skipped. `wide` lets in any complement but an agent's."""
    numbers = reading.number_words
    while first < limit and reading.norm(first) in lexicon.words("words", "articles"):
        first += 1
    limit = min(limit, first + LONGEST)
    last, at = first, first
    while at < limit and (step := _step(reading, first, at, limit, numbers, wide)):
        at += step
        last = at
    last = _trimmed(reading, first, last)
    return Phrase(first, last) if last > first else None


def _step(reading: Reading, first: int, at: int, limit: int, numbers: frozenset[int], wide: bool) -> int:
    """How many words the phrase takes next; 0 ends it."""
    norm = reading.norm(at)
    apart = at in numbers or at in reading.item_marks or not reading.same_sentence(first, at)
    if apart or norm in _stops() or is_verb(norm):
        return _conjoined(reading, first, at, limit, numbers)
    if norm in lexicon.words("words", "pointing") or norm in lexicon.words("numbers", "markers"):
        return 0
    if not norm[0].isalpha():
        return 1 if norm in {"/", "&"} and reading.norm(at + 1).isalpha() and at + 1 < limit and at > first else 0
    if reading.cue_starting(at, "comparator") or reading.cue_starting(at, "component"):
        return 0
    if collocation := _collocation(reading, at):
        return collocation if at > first else 0
    if norm in lexicon.every_preposition():
        return _complement(reading, first, at, limit, numbers, wide)
    if is_participle(norm) and at > first + 1 and _has_complement(reading, first, at):
        return 0
    return 1


def _collocation(reading: Reading, at: int) -> int:
    pair = f"{reading.norm(at)} {reading.norm(at + 1)}"
    if pair in lexicon.words("words", "collocations"):
        return 2
    triple = f"{pair} {reading.norm(at + 2)}"
    return 3 if triple in lexicon.words("words", "collocations") else 0


def _complement(reading: Reading, first: int, at: int, limit: int, numbers: frozenset[int], wide: bool) -> int:
    """A preposition goes on with the phrase where a noun of its own follows."""
    if at == first or at + 1 >= limit or at + 1 in numbers:
        return 0
    norm, after = reading.norm(at), reading.norm(at + 1)
    if after in _stops():
        articled = wide and after in lexicon.words("words", "articles")
        named = at + 2 < limit and reading.norm(at + 2).isalpha()
        return 3 if articled and named and norm not in lexicon.prepositions("da") else 0
    if not after[0].isalpha() and reading.words[at + 1].text not in QUOTES:
        return 0
    if norm in lexicon.prepositions("di"):
        return 0 if after in lexicon.words("words", "calendar") | {"totale", "tutto"} else 2
    if norm == "da":
        return 2 if is_infinitive(after) else 0
    if norm in lexicon.prepositions("da"):
        return 0
    after_participle = is_participle(reading.norm(at - 1)) and at - 1 > first
    within = norm in lexicon.prepositions("in") and norm != "in" and after_participle
    if after in lexicon.words("words", "ordinals"):
        after = reading.norm(at + 2)
    timely = after in lexicon.words("words", "times") - ({"termini", "tempi"} if norm == "nei" else set())
    return 2 if (within or wide) and not timely else 0


def _conjoined(reading: Reading, first: int, at: int, limit: int, numbers: frozenset[int]) -> int:
    """ "eventi di informazione e sensibilizzazione": two bare nouns under one bare preposition."""
    if reading.norm(at) not in {"e", "ed"} or at - 2 <= first or at + 1 >= limit or at + 1 in numbers:
        return 0
    after = reading.norm(at + 1)
    bare = reading.norm(at - 2) in {"di", "d'"} and after.isalpha() and not is_participle(after)
    known = after in _stops() or after in lexicon.every_preposition() or is_verb(after)
    return 2 if bare and not known and after not in lexicon.words("numbers", "markers") else 0


def _has_complement(reading: Reading, first: int, at: int) -> bool:
    return any(reading.norm(index) in lexicon.every_preposition() for index in range(first, at))


def _trimmed(reading: Reading, first: int, last: int) -> int:
    loose = lexicon.every_preposition() | _stops() | {"/", "&"}
    while last > first and reading.norm(last - 1) in loose:
        last -= 1
    return last


def after_number(reading: Reading, numeral: Numeral) -> Phrase | None:
    """The noun phrase that follows a number: "12 eventi", "il 98% delle pratiche", "120 ore di formazione"."""
    limit = reading.sentence(numeral.first)[1]
    at = numeral.tail
    nouns = lexicon.words("units", "nouns")
    if numeral.unit in nouns:
        return _unit_phrase(reading, numeral, limit)
    while reading.norm(at) in lexicon.words("words", "totals"):
        at += 1
    if at < limit and reading.norm(at) in lexicon.prepositions("di"):
        linked = numeral.unit is not None or numeral.about is not None or (numeral.value or 0) >= MILLION
        timely = reading.norm(at + 1) in lexicon.words("words", "times")
        return noun_phrase(reading, at + 1, limit) if linked and not timely else None
    if numeral.unit in {"%", "EUR"} or at >= limit or reading.cue_starting(at, "baseline"):
        return None
    phrase = noun_phrase(reading, at, limit)
    alone = phrase is not None and phrase.last - phrase.first == 1
    head = reading.norm(phrase.first) if phrase else ""
    return None if alone and (is_participle(head) or is_infinitive(head)) else phrase


def _unit_phrase(reading: Reading, numeral: Numeral, limit: int) -> Phrase | None:
    """The unit's noun with its complement: "ore di formazione"; none where the noun says nothing more."""
    noun = numeral.tail - 1
    phrase = noun_phrase(reading, noun, limit)
    while phrase and reading.norm(phrase.last - 1) in lexicon.words("units", "manner"):
        phrase = Phrase(phrase.first, phrase.last - 1) if phrase.last - 1 > phrase.first else None
    return phrase if phrase and phrase.last > noun + 1 else None


def written(reading: Reading, phrase: Phrase) -> str:
    """The label as printed, white space collapsed; lower case where its surroundings are all upper case."""
    label = phrase.text or reading.quoted(phrase.first, phrase.last)
    first, last = reading.sentence(phrase.first)
    around = reading.quoted(first, last)
    small, capital = sum(map(str.islower, around)), sum(map(str.isupper, around))
    shouted = label.isupper() and small * 5 < capital
    return label.lower() if shouted else label
