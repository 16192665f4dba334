"""Overlaps: may the parts that a text tells of a whole have members in common?

"120 persone, di cui 70 donne e 60 giovani" may well be; "70 donne e 60 uomini" may not. Nor is what is still to come
of a thing a part beside what has been done with it: "40 istruite e 30 liquidate" may be the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.audit.words.likeness import names, speaks_of
from extract.audit.words.months import ANY_MONTH

_WORDS = (
    r"(?i:\b(?:cioè|ossia|ovvero|vale\s+a\s+dire|precisamente|rispettivamente)\b"
    r"|\b(?:suddivi|riparti|distribu|divi[sd]))"
)
_SAYS_SO = re.compile(_WORDS)
_DIVIDES = re.compile(rf"[:(=]|\s[–—-]\s|{_WORDS}")
_LEAD = (
    r"(?i)\A\W*(?:(?:sono|erano|si|se|ne|n|tenut\w+|svolt\w+|realizzat\w+|di\s+cui|d\w+\s+quali|stat[ei]"
    r"|appart\w+|oper\w+|lavor\w+|risied\w+|proven\w+|spett\w+|rientr\w+|ricad\w+|trov\w+|rest\w+|abit\w+|viv\w+|veng\w+|risult\w+"
    r"|altr[ei]|gli|le|i)\W+){0,4}"
)
_MANNERS = tuple(
    re.compile(rf"{_LEAD}(?:{words})\b")
    for words in (
        r"con|senza|provvist\w+|dotat\w+", r"per|rivolt\w+|destinat\w+|dedicat\w+|riservat\w+",
        r"in|c/o|a|ad|al|ai|alla|alle|allo|all|agli|nel\w*|da|dal\w*|dai|presso|su|sul\w*|sui|di|del\w*|dei|degli|fuori|altrove"
        r"|tra|fra|online",
    )
)
_ANYWAY = re.compile(
    r"(?i)\b(?:mai|già|riguard\w+|interess\w+|coinvol\w+|tocc\w+|sotto|oltre|almeno|più\s+di)\b"
)
_AMONG = re.compile(r"(?i)\b(?:di|fra|tra)\s+cui\b|\bde(?:i|lle|gli)\s+quali\b")
_ALSO = re.compile(r"(?i)\b(?:anche|pure|inoltre)\b")
BOTH = re.compile(  # what says that some are in two of the parts
    r"(?i)\b(?:anche|pure|entramb[ie]|ambedue|sovrappo\w+|a\s+cavallo|più\s+(?:volte|parti|voci|categorie|d[i’']\s?un\w*)|stess[oaie]"
    r"|in\s+(?:comune|parte)|alcun[ie]|cumul\w+|contemporane\w+|doppi\w*)\b"
)
_PARTICIPLE = re.compile(
    r"(?i)\A\W*(?:(?:sono|erano|è|stat[eio]|risultano|già|poi)\W+){0,3}(?P<deed>[^\W\d_]{2,}(?:at|it|ut)[aeio])\b"
)
_FOR = 1  # the manner of parts told by whom they are for
_GROUPS = ("sexes", "ages", "origins", "learning", "contracts")
_KINDS = ("novelty", "trades", "owners", "seats", "ranks", "parties", "occasions")  # of each, a thing is but one
# What several of the parts may do, or have: "21 parlano inglese, 16 francese"; not where they belong.
_DO = re.compile(
    r"(?i)\A\W*(?!in\b|c/o|a\w{0,3}\b|d[aei]\w{0,3}\b|su\w{0,3}\b|per\b|con\b|nel\w*|presso)(?:[^\W\d_]+\W+){0,2}?"
    r"(?P<verb>[^\W\d_]{2,}(?:[aei]vano|[aei]rono|[ao]no|nno))\b"
)
_BELONG = re.compile(
    r"(?i)(?:sono|erano|furono|saranno|risulta|appart|opera|lavora|risied|proven|spetta|rientra|ricad|trova|resta|riman|abita|viv|vengono\Z|venivano"
    r"|venne|fanno\Z|facevano|compet|attien|prest|svolg|arriva|giun|cost|dipend|serv|insist|sorg|gravita|confluisc|deriva|figura|colloca"
    r"|presta|vanno\Z|andavano|si)"
)
_BY_DATE = re.compile(
    r"(?i)\A\W*(?:(?:già|erano|sono)\W+)?(?:a|ad|al|entro|fino\s+a\w*|a\s+(?:fine|metà))\s+(?:il\s+)?(?:\d{1,2}[°º]?\s+|fine\s+)?(?:"
    rf"{ANY_MONTH}"
    r"|metà|fine|\d{1,2}[/.]\d)"
)


def may_overlap(opening: str, said: Sequence[str]) -> bool:
    """True where one thing may be in two of the parts.

    `opening` leads to the first of them, `said` is what is said of each.
    """
    every = " ".join(said)
    if len(said) < 2:
        return False
    groups = [frozenset(key for key in _GROUPS if names(one, key)) for one in said]
    if all(groups) and frozenset.intersection(*groups):
        return False
    if any(all(names(one, key) for one in said) for key in _KINDS):
        return False
    if any(groups) or speaks_of(every, "overlapping"):
        return True
    staged = sum(speaks_of(one, "stages") for one in said)
    if staged > 1 and not speaks_of(every, "left_out"):
        return True
    if _ALSO.search(every) or (_do(said[0]) and not _AMONG.search(opening) and not speaks_of(every, "left_out")):
        return True
    manners = {_manner(one) for one in said}
    if _SAYS_SO.search(opening):
        return False
    if not speaks_of(every, "left_out") and (_all_done(said) or _all_have(manners, every, opening)):
        return True
    if _DIVIDES.search(opening):
        return len(manners) > 1 and _ANYWAY.search(every) is not None
    apart = len(manners) == 1 and (manners != {0} or _AMONG.search(opening) is not None)
    return _ANYWAY.search(every) is not None or not (apart or speaks_of(every, "left_out"))


def adds_up(values: Sequence[float], said: Sequence[str]) -> bool:
    """True for what had been reached by each of several days: "120 a giugno, 160 a settembre"."""
    dated = all(_BY_DATE.match(one) for one in said)
    return dated and all(one < other for one, other in pairwise(values))


def _all_done(said: Sequence[str]) -> bool:
    """True for deeds that may have been done with one thing: "120 diradati e 110 ripuliti"."""
    found = [_PARTICIPLE.match(one) for one in said]
    deeds = {one["deed"].lower() for one in found if one}
    return all(found) and len(deeds) > 1


def _all_have(manners: set[int], every: str, opening: str) -> bool:
    """True for what one may have or want several of: "40 con mensa, 35 con palestra"; not with and without."""
    if manners == {0}:
        return "senza" not in every and not _AMONG.search(opening)
    return manners == {_FOR} and names(opening, "persons") is not None


def _do(said: str) -> bool:
    found = _DO.match(said)
    return found is not None and not _BELONG.match(found["verb"])


def _manner(said: str) -> int:
    """By what a part is told: what it has, whom it is for, where it was; else by what it is."""
    return next((at for at, words in enumerate(_MANNERS) if words.match(said)), len(_MANNERS))
