"""Overlaps: may the parts that a text tells of a whole have members in common?

"120 persone, di cui 70 donne e 60 giovani" may well be; "70 donne e 60 uomini" may not. Nor is what is still to come
of a thing a part beside what has been done with it: "40 istruite e 30 liquidate" may be the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.audit.likeness import names, speaks_of

_DIVIDES = re.compile(
    r"[:(=]|(?i:\b(?:cioè|ossia|ovvero|vale\s+a\s+dire|precisamente|rispettivamente)\b|\b(?:suddivi|riparti|distribu|divi[sd]))"
)
_LEAD = (
    r"(?i)\A\W*(?:(?:sono|erano|si|se|ne|n|tenut\w+|svolt\w+|realizzat\w+|di\s+cui|d\w+\s+quali|stat[ei]"
    r"|altr[ei]|gli|le|i)\W+){0,4}"
)
_MANNERS = tuple(
    re.compile(rf"{_LEAD}(?:{words})\b")
    for words in (
        r"con|senza|provvist\w+|dotat\w+", r"per|rivolt\w+|destinat\w+|dedicat\w+|riservat\w+",
        r"in|a|ad|al|ai|alla|alle|allo|agli|nel\w*|da|dal\w*|dai|presso|su|sul\w*|sui|di|del\w*|dei|degli|fuori|altrove"
        r"|tra|fra|online",
    )
)
_ANYWAY = re.compile(
    r"(?i)\b(?:mai|già|riguard\w+|interess\w+|coinvol\w+|tocc\w+|sotto|oltre|almeno|più\s+di)\b"
)
_AMONG = re.compile(r"(?i)\b(?:di|fra|tra)\s+cui\b|\bde(?:i|lle|gli)\s+quali\b")
_ALSO = re.compile(r"(?i)\b(?:anche|pure|inoltre)\b")
_GROUPS = ("sexes", "ages", "origins", "learning", "contracts")


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
    if any(groups) or speaks_of(every, "overlapping"):
        return True
    staged = sum(speaks_of(one, "stages") for one in said)
    if staged > 1 and not speaks_of(every, "left_out"):
        return True
    if _ALSO.search(every):
        return True
    if _DIVIDES.search(opening):
        return False
    manners = {_manner(one) for one in said}
    apart = len(manners) == 1 and (manners != {0} or _AMONG.search(opening) is not None)
    return _ANYWAY.search(every) is not None or not (apart or speaks_of(every, "left_out"))


def _manner(said: str) -> int:
    """By what a part is told: what it has, whom it is for, where it was; else by what it is."""
    return next((at for at, words in enumerate(_MANNERS) if words.match(said)), len(_MANNERS))
