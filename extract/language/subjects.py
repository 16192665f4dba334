"""What a number is said of: the noun it is governed by, or the subject of its verb, or what stands before its colon."""

from __future__ import annotations

from typing import NamedTuple

from extract.language import lexicon
from extract.language.clauses import linking_verb, stretch_start
from extract.language.forms import is_gerund, is_infinitive, is_participle, is_verb
from extract.language.labels import QUOTES, Phrase, Reach, noun_phrase
from extract.language.reading import Numeral, Reading

SEGMENTS = 6
"""How many stretches between commas, verbs and parentheses are looked through for a subject."""


class Link(NamedTuple):
    """What was crossed on the way left from a number: up to where, and what was among it."""

    at: int
    crossed: bool
    wide: bool = False
    verb: bool = False
    bound: bool = False
    money: bool = False


def before_number(reading: Reading, numeral: Numeral, floor: int | None = None) -> Phrase | None:
    """The noun phrase a number is said of: "procedimenti attivati n. 289", "Le imprese abilitate ... erano 4"."""
    start = reading.sentence(numeral.first)[0] if floor is None else floor
    link = _over_links(reading, numeral.prefix, start)
    bounded = numeral.operator is not None
    link = link._replace(
        bound=link.bound or bounded, crossed=link.crossed or bounded, money=numeral.unit == "EUR" and link.bound,
    )
    for _ in range(SEGMENTS):
        if link.at <= start:
            break
        first = stretch_start(reading, link.at, start, governed=link.bound and not link.verb, clause=link.verb)
        aside = link.verb and reading.norm(first - 1) == "," and is_participle(reading.norm(first))
        if not aside and (phrase := _subject(reading, first, link)):
            return phrase
        if first <= start or not (link.crossed or reading.norm(first - 1) in {",", ")"}):
            break
        back = 0 if first < link.at and reading.norm(first - 1) not in {",", ")", ":", "("} else 1
        link = _over_links(reading, first - back, start)
        link = link._replace(verb=link.verb or aside)
    return None


def topic(reading: Reading, numeral: Numeral) -> Phrase | None:
    """The noun phrase at the head of the sentence or list item around a number."""
    first, _ = reading.sentence(numeral.first)
    while first < numeral.first and (first in reading.item_marks or reading.norm(first) in {".", ")", "-", "–"}):
        first += 1
    return _subject(reading, first, Link(numeral.prefix, crossed=False))


def _subject(reading: Reading, first: int, link: Link) -> Phrase | None:
    """The noun phrase inside a stretch: after "numero di", else after leading articles, times and adverbials."""
    last, reach = link.at, reach_of(link)
    counting = lexicon.words("words", "counting")
    for at in range(last - 2, first - 1, -1):
        if reading.norm(at) in counting and reading.norm(at) not in {"totale", "quota"}:
            return _counted(reading, noun_phrase(reading, _past_counting(reading, at + 1), last, reach))
    first = _past_verbs(reading, _past_time(reading, first, last), last)
    while link.bound and not link.verb and first < last and _leads(reading, first):
        first += 1
    if first < last and reading.norm(first) in lexicon.every_preposition():
        opened = _first_article(reading, first, last) if link.verb else None
        if opened is None:
            return None
        first = opened
    phrase = noun_phrase(reading, first, last, reach)
    if phrase and reading.norm(phrase.first) in lexicon.words("words", "generic"):
        phrase = noun_phrase(reading, first, last)
    if phrase is None or not (_says_nothing(reading, phrase) or _only_measures(reading, phrase)):
        return phrase
    if link.money and reading.norm(phrase.first) == "valore" and phrase.last == last:
        return phrase
    within = {reading.norm(at) for at in range(phrase.first, phrase.last)}
    of_others = phrase if within & lexicon.words("roles", "elsewhere") else None
    return _of_generic(reading, phrase, last) or of_others


def _past_counting(reading: Reading, at: int) -> int:
    """The noun after "numero di", "numero medio di"."""
    of = lexicon.prepositions("di")
    if reading.norm(at + 1) in of and reading.norm(at) in {"medio", "totale", "complessivo"}:
        return at + 2
    return at + (reading.norm(at) in of)


def _counted(reading: Reading, phrase: Phrase | None) -> Phrase | None:
    """ "un numero di ore garantito": a participle in the singular belongs to the number."""
    if phrase is None or phrase.last - phrase.first < 2:
        return phrase
    last = reading.norm(phrase.last - 1)
    of_number = is_participle(last) and last.endswith("o") and not reading.norm(phrase.first).endswith("o")
    return Phrase(phrase.first, phrase.last - 1) if of_number else phrase


def reach_of(link: Link) -> Reach:
    """How far the phrase before a link reaches."""
    return "wide" if link.wide else "subject" if link.verb else "plain"


def _leads(reading: Reading, at: int) -> bool:
    """ "inferiore allo stanziamento di": what leads to a noun that has its value right after it."""
    norm = reading.norm(at)
    return norm in lexicon.every_preposition() or norm in lexicon.words("words", "pointing")


def _first_article(reading: Reading, first: int, last: int) -> int | None:
    """ "grazie alla revisione degli orari i reclami": the subject starts at the first article no preposition joins."""
    articles, prepositions = lexicon.words("words", "articles"), lexicon.every_preposition()
    bare = (at for at in range(first + 1, last) if reading.norm(at) in articles)
    return next((at for at in bare if reading.norm(at - 1) not in prepositions), None)


def _of_generic(reading: Reading, phrase: Phrase, last: int) -> Phrase | None:
    """ "il valore di riferimento per la copertura": a generic noun passes its value on to what it is the value of."""
    at = phrase.last
    if at + 2 >= last or reading.norm(at) != "per" or reading.norm(at + 1) not in lexicon.words("words", "articles"):
        return None
    return noun_phrase(reading, at + 2, last)


def _only_measures(reading: Reading, phrase: Phrase) -> bool:
    """ "entro un importo", "a un livello": the noun only carries the bound of what stands before it."""
    article = reading.norm(phrase.first - 1) in lexicon.words("numbers", "one")
    led = reading.norm(phrase.first - 2) in {"entro", "a", "ad", "in", "sotto"}
    alone = phrase.last - phrase.first == 1
    return article and led and alone and reading.norm(phrase.first) in lexicon.words("words", "measures")


def _past_verbs(reading: Reading, first: int, last: int) -> int:
    """Skip "garantire", "ottenuto un", "con", "per un" before the noun they govern."""
    articles = lexicon.words("words", "articles") | lexicon.words("words", "pronouns")
    while first + 1 < last:
        norm, after = reading.norm(first), reading.norm(first + 1)
        helped = reading.norm(first - 1) in lexicon.words("words", "auxiliaries") and after.isalpha()
        told = is_participle(norm) and (after in articles or helped)
        governs = told or is_infinitive(norm) or norm in {"con", "per"} or norm in articles - {"non"}
        if not governs or after in lexicon.every_preposition():
            break
        first += 1
    return first


def _says_nothing(reading: Reading, phrase: Phrase) -> bool:
    """True for heads such as "risultato raggiunto", and for participles and adverbs on their own."""
    norms = [reading.norm(at) for at in range(phrase.first, phrase.last)]
    generic = lexicon.words("words", "generic") | lexicon.words("words", "totals") | lexicon.words("roles", "elsewhere")
    empty = (norm in generic or is_participle(norm) or norm in {"di", "riferimento"} for norm in norms)
    if norms[0] in generic and all(empty):
        return norms[-1] not in lexicon.words("words", "totals") or norms[0] not in {"valore", "importo"}
    return all(is_participle(norm) or is_infinitive(norm) or norm.endswith("mente") for norm in norms)


def _past_time(reading: Reading, first: int, last: int) -> int:
    """Skip "Nel 2020", "Al 31/12/2019", "Nel corso dell'anno", "inoltre"."""
    names = ("articles", "adverbs", "conjunctions", "pronouns", "calendar")
    articles = lexicon.words("words", "articles")
    light = QUOTES.union({".", ")", ","}, *(lexicon.words("words", name) for name in names))
    while first < last:
        norm = reading.norm(first)
        date = reading.date_starting(first)
        timely = norm in lexicon.every_preposition() and _leads_to_time(reading, first + 1)
        negated = norm == "non" and not is_verb(reading.norm(first + 1)) and reading.norm(first - 1) in articles
        if negated or not (date or timely or norm in light or first in reading.years or first in reading.item_marks):
            break
        first = date.last if date else first + 1
    return first


def _leads_to_time(reading: Reading, at: int) -> bool:
    dated = reading.date_starting(at) is not None or at in reading.years
    return dated or reading.norm(at) in lexicon.words("words", "calendar")


def _over_links(reading: Reading, at: int, floor: int) -> Link:
    """Walk left over what links a number to its subject: prepositions, comparators, copulas, dates, a colon."""
    wide = reading.norm(at) in lexicon.words("numbers", "markers") or reading.norm(at)[:1] in set("<>=≥≤")
    start, verb, bound = at, False, False
    while at > floor:
        if (first := linking_verb(reading, at, floor)) < at:
            at, verb = first, True
        elif is_gerund(reading.norm(at - 1)):
            at, verb = at - 1, True
        elif reached := _reaches(reading, at):
            at, verb = at - reached, True
        elif cue := reading.cue_ending(at, "fact"):
            at, verb = cue.first, True
        elif back := _link(reading, at):
            wide = wide or reading.norm(at - 1) in {":", "="}
            bound = bound or reading.norm(at - 1) in lexicon.prepositions("di")
            at -= back
        else:
            break
    return Link(max(at, floor), at < start, wide, verb, bound)


def _is_noun(reading: Reading, at: int) -> bool:
    """True for a word that "complessivo" may belong to: "la spesa complessiva è stata di"."""
    norm = reading.norm(at)
    led = lexicon.every_preposition() | lexicon.words("words", "articles")
    other = norm in led or is_verb(norm) or is_participle(norm)
    return norm.isalpha() and not other and reading.cue_ending(at + 1, "comparator") is None


def _reaches(reading: Reading, at: int) -> int:
    """ "ha raggiunto", "raggiunto": what reaches a value is its subject."""
    reaching = lexicon.words("words", "reaching")
    return next((n for n in (2, 1) if " ".join(map(reading.norm, range(max(0, at - n), at))) in reaching), 0)


def _link(reading: Reading, at: int) -> int:
    """How many words before `at` only link; 0 where content stands there."""
    norm = reading.norm(at - 1)
    if date := reading.date_ending(at):
        return at - date.first
    if at - 1 in reading.years:
        return 1
    cue = reading.cue_ending(at, "target", "comparator", "about", "baseline", "component", "between")
    if cue and not (cue.family == "about" and norm in lexicon.words("words", "totals") and _is_noun(reading, at - 2)):
        return at - cue.first
    joined = frozenset().union(*(lexicon.prepositions(family) for family in ("di", "da", "a", "in", "il")))
    signs = {":", "=", "(", "-", "–", ","}
    nouns = {"un", "una", "uno", "data", "anno", "dell'anno", "numero", "n.", "pari", "entro"}
    return 1 if norm in joined | signs | nouns else 0
