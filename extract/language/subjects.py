"""What a number is said of: the subject before it, found over copulas, colons, dates and parentheses."""

from __future__ import annotations

from extract.language import lexicon
from extract.language.labels import (
    CLOSING,
    OPENING,
    QUOTES,
    Phrase,
    is_infinitive,
    is_participle,
    is_verb,
    noun_phrase,
)
from extract.language.reading import Numeral, Reading

SEGMENTS = 6
"""How many stretches between commas, verbs and parentheses are looked through for a subject."""


def before_number(reading: Reading, numeral: Numeral, floor: int | None = None) -> Phrase | None:
    """The noun phrase a number is said of: "procedimenti attivati n. 289", "Le imprese abilitate ... erano 4"."""
    first_of_sentence = reading.sentence(numeral.first)[0] if floor is None else floor
    at, wide, crossed = _over_connectors(reading, numeral.prefix, first_of_sentence)
    for _ in range(SEGMENTS):
        if at <= first_of_sentence:
            break
        first = _segment_start(reading, at, first_of_sentence)
        phrase = _subject(reading, first, at, wide)
        if phrase:
            return phrase
        if first <= first_of_sentence or not (crossed or reading.norm(first - 1) in {",", ")"}):
            break
        at = first - 1
        at, wide, crossed = _over_connectors(reading, at, first_of_sentence)
    return None


def topic(reading: Reading, numeral: Numeral) -> Phrase | None:
    """The noun phrase at the head of the sentence or list item around a number."""
    first, _ = reading.sentence(numeral.first)
    while first < numeral.first and (first in reading.item_marks or reading.norm(first) in {".", ")", "-", "–"}):
        first += 1
    return _subject(reading, first, numeral.prefix, wide=False)


def _subject(reading: Reading, first: int, last: int, wide: bool) -> Phrase | None:
    """The noun phrase inside a segment: after "numero di", else after leading articles and prepositions."""
    counting = lexicon.words("words", "counting")
    for at in range(last - 2, first - 1, -1):
        if reading.norm(at) in counting and reading.norm(at) not in {"totale", "quota"}:
            return noun_phrase(reading, at + 1 + (reading.norm(at + 1) in lexicon.prepositions("di")), last, wide=wide)
    first = _past_verbs(reading, _past_time(reading, first, last), last)
    if first < last and reading.norm(first) in lexicon.every_preposition():
        return None
    phrase = noun_phrase(reading, first, last, wide=wide)
    return None if phrase is None or _says_nothing(reading, phrase) else phrase


def _past_verbs(reading: Reading, first: int, last: int) -> int:
    """Skip "garantire", "ottenuto un", "con", "per un" before the noun they govern."""
    articles = lexicon.words("words", "articles") | lexicon.words("words", "pronouns")
    while first + 1 < last:
        norm, after = reading.norm(first), reading.norm(first + 1)
        told = is_participle(norm) and after in articles
        governs = told or is_infinitive(norm) or norm in {"con", "per"} or norm in articles
        if not governs or after in lexicon.every_preposition():
            break
        first += 1
    return first


def _says_nothing(reading: Reading, phrase: Phrase) -> bool:
    """True for heads such as "risultato raggiunto", and for participles and adverbs on their own."""
    norms = [reading.norm(at) for at in range(phrase.first, phrase.last)]
    generic = lexicon.words("words", "generic") | lexicon.words("words", "totals")
    if norms[0] in generic and all(norm in generic or is_participle(norm) for norm in norms):
        return True
    return all(is_participle(norm) or is_infinitive(norm) or norm.endswith("mente") for norm in norms)


def _past_time(reading: Reading, first: int, last: int) -> int:
    """Skip "Nel 2020", "Al 31/12/2019", "Nel corso dell'anno", "inoltre"."""
    names = ("articles", "adverbs", "conjunctions", "pronouns", "calendar")
    light = QUOTES.union({".", ")", ","}, *(lexicon.words("words", name) for name in names))
    while first < last:
        norm = reading.norm(first)
        date = reading.date_starting(first)
        timely = norm in lexicon.every_preposition() and _leads_to_time(reading, first + 1)
        if not (date or timely or norm in light or first in reading.years or first in reading.item_marks):
            break
        first = date.last if date else first + 1
    return first


def _leads_to_time(reading: Reading, at: int) -> bool:
    dated = reading.date_starting(at) is not None or at in reading.years
    return dated or reading.norm(at) in lexicon.words("words", "calendar")


def _over_connectors(reading: Reading, at: int, floor: int) -> tuple[int, bool, bool]:
    """Walk left over what links a number to its subject; `wide` after a colon or marker, `crossed` after any link."""
    wide = reading.norm(at) in lexicon.words("numbers", "markers") or reading.norm(at)[:1] in set("<>=≥≤")
    start = at
    while at > floor:
        if (back := _link(reading, at)) is None:
            break
        wide = wide or reading.norm(at - 1) in {":", "="}
        at -= back
    return max(at, floor), wide, at < start


def _link(reading: Reading, at: int) -> int | None:
    """How many words before `at` only link; none where content stands there."""
    norm = reading.norm(at - 1)
    copulas = lexicon.words("words", "copulas")
    for length in (3, 2, 1):
        if " ".join(reading.norm(index) for index in range(max(0, at - length), at)) in copulas:
            return length
    if date := reading.date_ending(at):
        return at - date.first
    if at - 1 in reading.years:
        return 1
    cue = reading.cue_ending(at, "target", "comparator", "about", "fact", "baseline", "component", "between")
    if cue:
        return at - cue.first
    joined = frozenset().union(*(lexicon.prepositions(family) for family in ("di", "da", "a", "in", "il")))
    signs = {":", "=", "(", "-", "–", ","}
    nouns = {"un", "una", "uno", "data", "anno", "dell'anno", "numero", "n.", "pari"}
    return 1 if norm in joined | signs | nouns else None


def _segment_start(reading: Reading, last: int, floor: int) -> int:
    """The first word of the stretch before `last`, parentheses jumped over."""
    numbers = reading.counted_words
    at = last
    while at > floor:
        norm = reading.norm(at - 1)
        if norm in CLOSING:
            at = _opening(reading, at - 1, floor)
            continue
        hard = norm in {":", ",", "–", "(", "[", "=", ";"} | lexicon.words("words", "relatives") or at - 1 in numbers
        if hard or is_verb(norm) or at - 1 in reading.item_marks:
            break
        at -= 1
    return at


def _opening(reading: Reading, closing: int, floor: int) -> int:
    at, depth = closing, 0
    while at > floor:
        norm = reading.norm(at)
        depth += (norm in CLOSING) - (norm in OPENING)
        if depth == 0:
            return at
        at -= 1
    return floor
