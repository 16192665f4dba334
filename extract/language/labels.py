"""What a number counts: the noun phrase after it, or the one it is said of."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from extract.language import lexicon
from extract.language.forms import agree, is_adjective, is_infinitive, is_participle, is_verb
from extract.language.reading import Numeral, Reading

LONGEST = 12
MILLION = 1_000_000
OPENING, CLOSING = frozenset("([{"), frozenset(")]}")
QUOTES = frozenset("\"“”«»‘")
MARKS = frozenset(",;:.()[]-–=")
BARE = frozenset({"in", "su", "a", "ad", "con", "senza", "per"})
LONGEST_COLLOCATION = 3
Reach = Literal["plain", "counted", "part", "subject", "wide"]
"""`plain` takes what is of something, as does `counted` after a number; `part` takes bare complements too
("ispezioni su distributori"), for the parts of a whole are told apart by them, and so does the `subject` of a verb;
`wide`, before a colon or marker, takes any but an agent's."""


class Phrase(NamedTuple):
    """A noun phrase over the words `[first, last)`; `text` is set where it is not simply what stands there."""

    first: int
    last: int
    text: str | None = None


class _Span(NamedTuple):
    """Where a phrase may reach, and what it may take."""

    reading: Reading
    first: int
    limit: int
    reach: Reach


@cache
def _stops() -> frozenset[str]:
    names = ("articles", "relatives", "pronouns", "adverbs", "verbs", "conjunctions")
    return frozenset().union(*(lexicon.words("words", name) for name in names))


def noun_phrase(reading: Reading, first: int, limit: int, reach: Reach = "plain") -> Phrase | None:
    """The noun phrase that starts at a word, its articles skipped, and `reach` says which complements it takes."""
    while first < limit and reading.norm(first) in lexicon.words("words", "articles"):
        first += 1
    span = _Span(reading, first, min(limit, first + LONGEST), reach)
    at = first
    while at < span.limit and (step := _step(span, at)):
        at += step
    last = _trimmed(reading, first, at)
    return Phrase(first, last) if last > first else None


def _step(span: _Span, at: int) -> int:
    """How many words the phrase takes next; 0 ends it."""
    reading, first = span.reading, span.first
    norm = reading.norm(at)
    if at in reading.number_words or at in reading.item_marks or not reading.same_sentence(first, at):
        return 0
    if at == first and norm == "non" and not is_verb(reading.norm(at + 1)):
        return 2
    if norm in _stops() or is_verb(norm):
        return _conjoined(span, at)
    if norm in lexicon.words("words", "pointing") or norm in lexicon.words("numbers", "markers"):
        return 0
    if not norm[0].isalpha():
        joins = norm in {"/", "&"} and reading.norm(at + 1).isalpha() and at + 1 < span.limit and at > first
        return 1 if joins else 0
    if reading.cue_starting(at, "comparator") or reading.cue_starting(at, "component"):
        return 0
    if collocation := _collocation(reading, at):
        return collocation if at > first else 0
    if norm in lexicon.every_preposition():
        return _complement(span, at)
    if is_participle(norm) and at > first + 1 and _has_complement(reading, first, at):
        return _restriction(span, at)
    return 1


def _collocation(reading: Reading, at: int) -> int:
    phrase = reading.norm(at)
    for length in range(2, LONGEST_COLLOCATION + 1):
        phrase = f"{phrase} {reading.norm(at + length - 1)}"
        if phrase in lexicon.words("words", "collocations"):
            return length
    return 0


def _complement(span: _Span, at: int) -> int:
    """A preposition goes on with the phrase where a noun of its own follows."""
    reading, first, wide = span.reading, span.first, span.reach == "wide"
    if at == first or at + 1 >= span.limit or at + 1 in reading.number_words:
        return 0
    norm, after = reading.norm(at), reading.norm(at + 1)
    if after in _stops():
        articled = wide and after in lexicon.words("words", "articles")
        named = at + 2 < span.limit and reading.norm(at + 2).isalpha()
        meant = span.reach == "subject" and norm == "per" and not is_participle(reading.norm(at - 1))
        return 3 if (articled or meant) and named and norm not in lexicon.prepositions("da") else 0
    if not after[0].isalpha() and reading.words[at + 1].text not in QUOTES:
        return 0
    if norm in lexicon.prepositions("di"):
        return 0 if _tells_time(reading, at + 1) or after in {"totale", "tutto"} else 2
    if norm == "da":
        return 2 if is_infinitive(after) and not _goes_on(span, at + 2) else 0
    if norm in lexicon.prepositions("da"):
        return 0
    told = is_participle(reading.norm(at - 1)) and at - 1 > first
    if span.reach in {"part", "subject"} and norm in BARE and not told:
        return 0 if after in lexicon.words("words", "times") and not _is_noun_of(reading, at + 1) else 2
    within = norm in lexicon.prepositions("in") and norm != "in" and told
    if after in lexicon.words("words", "ordinals"):
        after = reading.norm(at + 2)
    timely = after in lexicon.words("words", "times") - ({"termini", "tempi"} if norm == "nei" else set())
    return 2 if (within or wide) and not timely else 0


def _tells_time(reading: Reading, at: int) -> bool:
    """ "dell'anno", "del corso dell'anno", but not "del corso di base"."""
    if reading.norm(at) not in lexicon.words("words", "calendar"):
        return False
    return not _is_noun_of(reading, at)


def _is_noun_of(reading: Reading, at: int) -> bool:
    """ "corso di base", "fase di avvio": a noun of time with a complement of its own that tells no time."""
    if reading.norm(at) not in {"corso", "fase", "periodo", "materia", "linea", "sede"}:
        return False
    calendar = lexicon.words("words", "calendar")
    return reading.norm(at + 1) in {"di", "d'"} and reading.norm(at + 2) not in calendar


def _goes_on(span: _Span, at: int) -> bool:
    """True where an infinitive has a complement of its own: "opuscoli da distribuire presso gli sportelli"."""
    led = lexicon.words("words", "articles") | lexicon.every_preposition()
    return span.reach in {"counted", "part"} and at < span.limit and span.reading.norm(at) in led


def _conjoined(span: _Span, at: int) -> int:
    """ "di informazione e sensibilizzazione", "tecnici e professionali": two bare nouns or two adjectives."""
    reading, first = span.reading, span.first
    if reading.norm(at) not in {"e", "ed"} or at - 2 < first or at + 1 >= span.limit or at + 1 in reading.number_words:
        return 0
    before, after = reading.norm(at - 1), reading.norm(at + 1)
    known = after in _stops() or after in lexicon.every_preposition() or is_verb(after)
    if known or not after.isalpha() or after in lexicon.words("numbers", "markers"):
        return 0
    if is_participle(after):
        return 0
    nouns = at - 2 > first and reading.norm(at - 2) in {"di", "d'"}
    apart = at - 1 > first and reading.norm(at - 2) not in lexicon.every_preposition() and before[-1:] in {"i", "e"}
    adjectives = apart and after[-1:] in {"i", "e"} and is_adjective(after) and agree(after, before)
    return 2 if nouns or adjectives else 0


def _restriction(span: _Span, at: int) -> int:
    """ "ore di assistenza erogate n. 14.250": a participle that closes its phrase and agrees with a noun of it."""
    reading = span.reading
    norm = reading.norm(at)
    end = at + 1 + _collocation(reading, at + 1)
    closed = end >= len(reading.words) or not reading.same_sentence(at, end) or _closes(reading, end)
    agrees = agree(norm, reading.norm(span.first)) or agree(norm, reading.norm(at - 1))
    return end - at if closed and agrees else 0


def _closes(reading: Reading, at: int) -> bool:
    norm = reading.norm(at)
    if norm in MARKS or is_verb(norm) or at in reading.number_words or norm in lexicon.words("numbers", "markers"):
        return True
    return reading.cue_starting(at, "comparator", "component", "baseline", "base") is not None


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
    reach: Reach = "part" if numeral.first in reading.parts else "counted"
    if numeral.unit and reading.norm(at) in lexicon.words("words", "articles") and _reduces(reading, numeral):
        return noun_phrase(reading, at, limit, reach)
    if numeral.unit in lexicon.words("units", "nouns"):
        return _unit_phrase(reading, numeral, limit)
    while reading.norm(at) in lexicon.words("words", "totals"):
        at += 1
    if at < limit and reading.norm(at) in lexicon.prepositions("di"):
        linked = numeral.unit is not None or numeral.about is not None or (numeral.value or 0) >= MILLION
        staff = reading.norm(at - 1) == "unità"
        timely = reading.norm(at + 1) in lexicon.words("words", "times") and not _is_noun_of(reading, at + 1)
        return noun_phrase(reading, at - staff + (not staff), limit, reach) if linked | staff and not timely else None
    if numeral.unit in {"%", "EUR"} or at >= limit or reading.cue_starting(at, "baseline"):
        return None
    phrase = noun_phrase(reading, at, limit, reach)
    alone = phrase is not None and phrase.last - phrase.first == 1
    head = reading.norm(phrase.first) if phrase else ""
    return None if alone and (is_participle(head) or is_infinitive(head)) else phrase


def _reduces(reading: Reading, numeral: Numeral) -> bool:
    """ "ridurre del 20% i consumi", "ridurre a meno di 20 giorni il tempo": the verb's object follows its measure."""
    verb = numeral.prefix - 1
    verb -= reading.norm(verb) in lexicon.prepositions("di") | lexicon.prepositions("a")
    return any(is_infinitive(reading.norm(at)) or is_participle(reading.norm(at)) for at in (verb, numeral.prefix))


def _unit_phrase(reading: Reading, numeral: Numeral, limit: int) -> Phrase | None:
    """The unit's noun with its complement: "ore di formazione"; none where the noun says nothing more."""
    noun = numeral.tail - 1
    phrase = noun_phrase(reading, noun, limit, "counted")
    while phrase and reading.norm(phrase.last - 1) in lexicon.words("units", "manner"):
        phrase = Phrase(phrase.first, phrase.last - 1) if phrase.last - 1 > phrase.first else None
    return phrase if phrase and phrase.last > noun + 1 else None


def rate_phrase(reading: Reading, numeral: Numeral) -> Phrase | None:
    """ "ore settimanali" after a number: the unit's noun with the adjective that makes it a rate."""
    named = numeral.unit in lexicon.words("units", "nouns") and numeral.tail > numeral.last
    rated = reading.norm(numeral.tail) in lexicon.words("units", "rates")
    return Phrase(numeral.tail - 1, numeral.tail + 1) if named and rated else None


def written(reading: Reading, phrase: Phrase) -> str:
    """The label as printed, white space collapsed; lower case where its surroundings are all upper case."""
    label = phrase.text or reading.quoted(phrase.first, phrase.last)
    first, last = reading.sentence(phrase.first)
    around = reading.quoted(first, last)
    small, capital = sum(map(str.islower, around)), sum(map(str.isupper, around))
    shouted = label.isupper() and small * 5 < capital
    return label.lower() if shouted else label
