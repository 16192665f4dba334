"""Whether the clause around a number tells what happened or what was meant to."""

from __future__ import annotations

from typing import Literal

from extract.language import lexicon
from extract.language.forms import is_infinitive, is_participle, may_be_participle
from extract.language.reading import Numeral, Reading

Tense = Literal["planned", "fact", "infinitive"]
PLAN_SECTIONS = frozenset({"title", "plan_reference", "expected_benefits"})
TOLD_SECTIONS = frozenset({"results", "notes"})


def tense(reading: Reading, numeral: Numeral) -> Tense | None:
    """The nearest verb before a number decides, then the nearest after it; none where no verb tells."""
    first, last = reading.sentence(numeral.first)
    return _leftward(reading, numeral, first) or _rightward(reading, numeral, last)


def _leftward(reading: Reading, numeral: Numeral, floor: int) -> Tense | None:
    infinitive = False
    at = numeral.prefix
    while at > floor:
        if cue := reading.cue_ending(at, "planned", "neutral"):
            if cue.label == "planned":
                return "planned"
            at = cue.first
            continue
        if _tells(reading, numeral, at - 1):
            return _told(reading, at - 1)
        if infinitive and reading.norm(at - 1) in lexicon.words("roles", "enabling"):
            return "fact"
        infinitive = infinitive or _governing_infinitive(reading, at - 1)
        at -= 1
    return "infinitive" if infinitive else None


def _governing_infinitive(reading: Reading, at: int) -> bool:
    """An infinitive that is a verb here: at the head of its clause or after di, a, per."""
    if not is_infinitive(reading.norm(at)):
        return False
    before = reading.norm(at - 1)
    heads = {"", ":", "-", "–", ".", ",", ";", "e", "di", "a", "ad", "per", "da", "•", "\uf0b7"}
    return before in heads or reading.words[at].opens_line or at in reading.item_marks or before[:1].isdigit()


def _tells(reading: Reading, numeral: Numeral, at: int) -> bool:
    """A participle under an auxiliary, one right before the number, or a cue of fact."""
    if reading.cue_ending(at + 1, "fact"):
        return True
    if not may_be_participle(reading.norm(at)):
        return False
    helping = lexicon.words("words", "auxiliaries") | {"essere"}
    if any(reading.norm(index) in helping for index in (at - 1, at - 2, at - 3)):
        return True
    # Before a bound a participle belongs to its noun: "raccolta differenziata superiore al 70%".
    return at == numeral.prefix - 1 and numeral.operator is None and is_participle(reading.norm(at))


def _told(reading: Reading, at: int) -> Tense:
    """ "dovevano essere implementate" plans, "sono state implementate" tells."""
    helping = lexicon.words("words", "auxiliaries") | lexicon.words("words", "adverbs") | {"essere", "venire"}
    while reading.norm(at - 1) in helping:
        at -= 1
    cue = reading.cue_ending(at, "planned")
    return "planned" if cue and cue.label == "planned" else "fact"


def _rightward(reading: Reading, numeral: Numeral, limit: int) -> Tense | None:
    for at in range(numeral.tail, limit):
        if at in reading.place_of or reading.norm(at) in {";", ":", "e", "ed", "ma", "che"}:
            return None
        if cue := reading.cue_starting(at, "planned", "neutral"):
            return "planned" if cue.label == "planned" else None
        if is_participle(reading.norm(at)) and reading.norm(at - 1) in lexicon.words("words", "auxiliaries"):
            return "fact"
    return None


def was_before(reading: Reading, numeral: Numeral, section: str) -> bool:
    """True where the verb before a number tells of a time before the one reported on.

    "erano stati emessi" does so in a description, "erano" where "precedente" or "scorso" stands beside it.
    """
    floor, _ = reading.sentence(numeral.first)
    earlier = lexicon.words("dates", "earlier")
    past = compound = named = False
    for at in range(numeral.prefix - 1, floor - 1, -1):
        norm = reading.norm(at)
        if at in reading.place_of or norm in {";", "rispetto", "mentre"}:
            break
        named = named or norm in earlier
        if not past and norm in lexicon.words("words", "imperfects"):
            past = True
            compound = any(may_be_participle(reading.norm(index)) for index in (at + 1, at + 2))
    return past and (named or (compound and section == "description"))
