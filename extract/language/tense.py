"""Whether the clause around a number tells what happened or what was meant to."""

from __future__ import annotations

from functools import lru_cache

from extract.language import lexicon
from extract.language.forms import is_infinitive, is_participle, may_be_participle
from extract.language.reading import Numeral, Reading, Tense
from extract.language.words import KNOWN_WORDS

PLAN_SECTIONS = frozenset({"title", "plan_reference", "expected_benefits"})
TOLD_SECTIONS = frozenset({"results", "notes"})
EARLIER_REACH = 6
GROUP_REACH = 8
CLAUSE_ENDS = frozenset({";", ":", "e", "ed", "ma", "che", "mentre", "quelle", "quelli"})
Heard = tuple[Tense | None, Tense | None]
NOTHING: Heard = (None, "infinitive")


def find_tenses(reading: Reading) -> None:
    """Add what the nearest verb before each word tells, for the sentences that hold numbers."""
    found: dict[int, Heard] = {}
    for number in sorted({reading.sentence_of[one.first] for one in reading.valued}):
        first, last = reading.sentence_words(number)
        found[first] = NOTHING
        for at in range(first + 1, last + 1):
            found[at] = _hear(reading, found, at, first)
    reading.tenses = found


def tense(reading: Reading, numeral: Numeral) -> Tense | None:
    """The nearest verb before a number decides, then the nearest after it; none where no verb tells."""
    if _follows_participle(reading, numeral):
        return _told(reading, numeral.prefix - 1)
    heard = reading.tenses.get(numeral.prefix, NOTHING)[0]
    return heard or _rightward(reading, numeral, reading.sentence(numeral.first)[1])


def _follows_participle(reading: Reading, numeral: Numeral) -> bool:
    """ "realizzati 8"; before a bound a participle is its noun's: "raccolta differenziata superiore al 70%"."""
    before = numeral.prefix - 1
    if numeral.operator is not None or before < 0 or not reading.same_sentence(before, numeral.first):
        return False
    return is_participle(reading.norm(before)) and not reading.cue_ending(numeral.prefix, "planned", "neutral")


def _hear(reading: Reading, found: dict[int, Heard], at: int, floor: int) -> Heard:
    """What the words before `at` tell, and what they tell to an infinitive that stands there."""
    if not reading.cues_end(at) and not _may_tell(reading.norm(at - 1)):
        return found[at - 1]
    if cue := reading.cue_ending(at, "planned", "neutral"):
        if cue.label == "planned" and cue.first - 1 in reading.time_words:  # "entro i 60 giorni previsti"
            return found[at - 1]
        return ("planned", "planned") if cue.label == "planned" else found.get(max(cue.first, floor), NOTHING)
    if _tells(reading, at - 1):
        told = _told(reading, at - 1)
        return told, told
    plain, under = found[at - 1]
    if reading.norm(at - 1) in lexicon.words("roles", "enabling"):
        under = "fact"
    return (under, under) if _governing_infinitive(reading, at - 1) else (plain, under)


@lru_cache(KNOWN_WORDS)
def _may_tell(norm: str) -> bool:
    """Whether a word may change what is told, by its form."""
    return may_be_participle(norm) or is_infinitive(norm) or norm in lexicon.words("roles", "enabling")


def _governing_infinitive(reading: Reading, at: int) -> bool:
    """An infinitive that is a verb here: at the head of its clause or after di, a, per."""
    if not is_infinitive(reading.norm(at)):
        return False
    before = reading.norm(at - 1)
    heads = {"", ":", "-", "–", ".", ",", ";", "e", "di", "a", "ad", "per", "da", "•", "\uf0b7"}
    return before in heads or reading.words[at].opens_line or at in reading.item_marks or before[:1].isdigit()


def _tells(reading: Reading, at: int) -> bool:
    """A participle under an auxiliary, or a cue of fact."""
    if reading.cue_ending(at + 1, "fact"):
        return True
    if not may_be_participle(reading.norm(at)):
        return False
    helping = lexicon.words("words", "auxiliaries") | {"essere"}
    return any(reading.norm(index) in helping for index in (at - 1, at - 2, at - 3))


def _told(reading: Reading, at: int) -> Tense:
    """ "dovevano essere implementate" plans, "sono state implementate" tells."""
    helping = lexicon.words("words", "auxiliaries") | lexicon.words("words", "adverbs") | {"essere", "venire"}
    farthest = at - GROUP_REACH
    while at > farthest and reading.norm(at - 1) in helping:
        at -= 1
    cue = reading.cue_ending(at, "planned")
    return "planned" if cue and cue.label == "planned" else "fact"


def _rightward(reading: Reading, numeral: Numeral, limit: int) -> Tense | None:
    for at in range(numeral.tail, limit):
        if at in reading.place_of or reading.norm(at) in CLAUSE_ENDS:
            return None
        if cue := reading.cue_starting(at, "planned", "neutral"):
            return "planned" if cue.label == "planned" else None
        if is_participle(reading.norm(at)) and reading.norm(at - 1) in lexicon.words("words", "auxiliaries"):
            return "fact"
    return None


def was_before(reading: Reading, numeral: Numeral, section: str, year: int | None) -> bool:
    """True where the verb before a number tells of a time before the one reported on.

    "erano stati emessi" does so in a description, "erano" where "precedente" or "scorso" stands beside it.
    """
    floor, limit = reading.sentence(numeral.first)
    earlier, imperfects = lexicon.words("dates", "earlier"), lexicon.words("words", "imperfects")
    verb = named = None
    for at in range(numeral.prefix - 1, floor - 1, -1):
        norm = reading.norm(at)
        if year and reading.years.get(at) == year:
            return False
        if at in reading.place_of or norm in {";", "rispetto", "mentre"}:
            break
        named = named or norm in earlier
        verb = verb or (at if norm in imperfects else None)
    if named and verb is None:
        clause = range(numeral.tail, min(limit, numeral.tail + EARLIER_REACH))
        verb = next((at for at in clause if reading.norm(at) in imperfects), None)
    if verb is None:
        return False
    return bool(named) or (section == "description" and _is_pluperfect(reading, verb))


def _is_pluperfect(reading: Reading, verb: int) -> bool:
    """ "aveva coinvolto", "erano stati emessi", "si erano registrate", "era risultato"; not "era composto"."""
    if not any(may_be_participle(reading.norm(at)) for at in (verb + 1, verb + 2)):
        return False
    after = reading.norm(verb + 1)
    moved = after[:-1] in lexicon.words("words", "moving")
    return reading.norm(verb).startswith("av") or reading.norm(verb - 1) == "si" or moved
