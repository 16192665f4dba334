"""Verb groups, and where the stretch of a sentence begins in which a number's subject stands."""

from __future__ import annotations

from extract.language import lexicon
from extract.language.forms import is_infinitive, is_verb, may_be_participle
from extract.language.labels import CLOSING, OPENING
from extract.language.reading import Reading

LONGEST_GROUP = 7
CLITICS = frozenset({"si", "ne", "non", "ci", "vi"})


def linking_verb(reading: Reading, at: int, floor: int) -> int:
    """The first word of the verb group that ends before `at` and says something of its subject; `at` where none does.

    "erano", "doveva essere contenuta", "è risultata pari"; not "ha registrato", whose subject is another.
    """
    heads = lexicon.words("words", "linking")
    inside = lexicon.words("words", "adverbs") | {"essere", "pari", "stato", "stata", "stati", "state"}
    first = at
    while first > max(floor, at - LONGEST_GROUP):
        norm = reading.norm(first - 1)
        if norm in heads:
            first -= 1
            while first > floor and (reading.norm(first - 1) in heads or reading.norm(first - 1) in CLITICS):
                first -= 1
            return first
        more = norm == "più" or (norm == "che" and reading.norm(first - 2) == "più")
        if not (more or norm in inside or may_be_participle(norm) or is_infinitive(norm) or norm.endswith("mente")):
            break
        first -= 1
    return at


def stretch_start(reading: Reading, last: int, floor: int, *, governed: bool = False, clause: bool = False) -> int:
    """The first word of the stretch before `last`, parentheses jumped over.

    `governed`: what ends at `last` is one noun phrase, so it starts after the nearest article ("mantenere una quota").
    `clause`: what ends at `last` is a subject with all that belongs to it, relative clauses too.
    """
    at = last
    while at > floor:
        norm = reading.norm(at - 1)
        if norm in CLOSING:
            opening = _opening(reading, at - 1, floor)
            if reading.number_between(opening, at):
                break
            at = opening
            continue
        if is_verb(norm) and clause and (outside := _relative(reading, at - 1, floor)) is not None:
            at = outside
            continue
        if clause and at - 1 in reading.time_words:
            at -= 1
            continue
        if _divides(reading, at - 1) or (governed and at < last and _governs(reading, at - 1)):
            break
        if clause and at < last and _opens_clause(reading, at - 1):
            break
        at -= 1
    return at


def _divides(reading: Reading, at: int) -> bool:
    """True for words no noun phrase runs over."""
    norm = reading.norm(at)
    hard = norm in {":", ",", "–", "(", "[", "=", ";"} or norm in lexicon.words("words", "relatives")
    return hard or at in reading.counted_words or is_verb(norm) or at in reading.item_marks


def _governs(reading: Reading, at: int) -> bool:
    """True for what stands before a noun phrase and is no part of it: a bare article, an infinitive, "con"."""
    norm, before = reading.norm(at), reading.norm(at - 1)
    if norm in lexicon.words("numbers", "one"):
        return True
    if norm in lexicon.words("words", "articles"):
        return before not in lexicon.every_preposition()
    return norm == "con" or (is_infinitive(norm) and before not in lexicon.words("words", "articles"))


def _opens_clause(reading: Reading, at: int) -> bool:
    """ "i contenitori consegnati e la percentuale": a conjunction before an article starts another subject."""
    if reading.norm(at) in {"mentre", "ma", "però"}:
        return True
    return reading.norm(at) in {"e", "ed", "nonché"} and reading.norm(at + 1) in lexicon.words("words", "articles")


def _relative(reading: Reading, verb: int, floor: int) -> int | None:
    """Where a relative clause starts: "i comuni che hanno delegato"; none where the verb is the clause's own."""
    at = verb
    while at > max(floor, verb - LONGEST_GROUP):
        norm = reading.norm(at - 1)
        if norm in {"che", "cui", "quali"} and at - 2 > floor:
            return at - 1 - (reading.norm(at - 2) in lexicon.every_preposition())
        if at - 1 in reading.counted_words or norm in {",", ":", ";", "."}:
            return None
        at -= 1
    return None


def _opening(reading: Reading, closing: int, floor: int) -> int:
    at, depth = closing, 0
    while at > floor:
        norm = reading.norm(at)
        depth += (norm in CLOSING) - (norm in OPENING)
        if depth == 0:
            return at
        at -= 1
    return floor
