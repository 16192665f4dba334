"""What part of speech a word is, by its ending; the lexicon holds what endings get wrong."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.language import lexicon

KNOWN_FORMS = 8192
PARTICIPLE = re.compile(r"(?:at|ut|it)[oaie]")
IRREGULAR = re.compile(
    r".*(?:clus|chius|mess|concess|volt|colt|solt|spint|dott|estes|sospes|decis|divis|compost|dispost|espost|raggiunt"
    r"|aggiunt|congiunt|assunt|scritt|corrett|dirett|elett|previst|scelt|tolt|apert|copert|offert|emers|dispers|evas"
    r"|richiest|estint|soddisfatt|mors|trascors)[oaie]"
)
FINITE = re.compile(
    r".{2,}(?:[aei]vano|[aei]rono|ranno|rà|[aei]ssero|rebbe|rebbero|[ae]ndo|[ae]va|[^ts]iva|isce|ono|ò)"
)
INFINITIVE = re.compile(r".+(?:[aei]r|[aou]rr)(?:e|si|la|lo|li|le)")
ADJECTIVE = re.compile(
    r".{2,}(?:al[ei]|ic[oaie]|ich[ei]|iv[oaie]|ar[ioe]|ari[ae]|os[oaie]|an[oaie]|ent[ei]|[ai]bil[ei]|or[ei])"
)


@lru_cache(KNOWN_FORMS)
def is_participle(norm: str) -> bool:
    """True for past participles by form; nouns of the same shape are left out."""
    if norm in lexicon.words("words", "not_participles"):
        return False
    return may_be_participle(norm)


@lru_cache(KNOWN_FORMS)
def may_be_participle(norm: str) -> bool:
    """True for whatever has the form of a past participle: after an auxiliary "risultato" is one."""
    regular = len(norm) > 4 and PARTICIPLE.fullmatch(norm[-3:])
    return bool(regular or IRREGULAR.fullmatch(norm)) or norm in lexicon.words("words", "participles")


@lru_cache(KNOWN_FORMS)
def is_infinitive(norm: str) -> bool:
    """True for words with the ending of an infinitive."""
    return len(norm) > 4 and bool(INFINITIVE.fullmatch(norm)) and norm not in lexicon.words("words", "not_verbs")


@lru_cache(KNOWN_FORMS)
def is_verb(norm: str) -> bool:
    """True for finite verbs and gerunds: those of the lexicon and those with unmistakable endings."""
    if norm in lexicon.words("words", "verbs"):
        return True
    return bool(FINITE.fullmatch(norm)) and norm not in lexicon.words("words", "not_verbs")


@lru_cache(KNOWN_FORMS)
def is_gerund(norm: str) -> bool:
    """True for gerunds: "passando", "scendendo"."""
    return norm.endswith(("ando", "endo")) and is_verb(norm)


@lru_cache(KNOWN_FORMS)
def is_adjective(norm: str) -> bool:
    """True for words with the ending of an adjective; many nouns share it."""
    return bool(ADJECTIVE.fullmatch(norm)) or is_participle(norm)


def agree(one: str, other: str) -> bool:
    """True where an adjective or participle may belong to a noun: "-e" and "-i" go with more than one ending."""
    last, ending = one[-1:], other[-1:]
    return last == ending or {last, ending} in ({"e", "a"}, {"e", "o"}, {"e", "i"}) or ending not in "aeio"
