"""Overlaps: may the parts that a text tells of a whole have members in common?

"120 persone, di cui 70 donne e 60 giovani" may well be; "70 donne e 60 uomini" may not. Nor is what is still to come
of a thing a part beside what has been done with it: "40 istruite e 30 liquidate" may be the same ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.audit.words.likeness import names, speaks_of
from extract.audit.words.saying import Saying

_SAYS_SO, _DIVIDES = Saying("overlaps", "says_so"), Saying("overlaps", "divides")
_MANNERS = Saying("overlaps", "manners")
_ANYWAY, _AMONG, _ALSO = Saying("overlaps", "anyway"), Saying("overlaps", "among"), Saying("overlaps", "also")
BOTH = Saying("overlaps", "both")
_PARTICIPLE, _DO, _BELONG = Saying("overlaps", "deed"), Saying("overlaps", "do"), Saying("overlaps", "belong")
_BY_DATE = Saying("overlaps", "by_date")
_FOR, _AT = 1, 2  # the manner of parts told by whom they are for, and by where or to whom
_LED = ({_FOR}, {_AT})
_FEW = 2
_GROUPS = ("sexes", "ages", "origins", "learning", "contracts")
# Of each, a thing is but one.
_KINDS = ("novelty", "trades", "owners", "seats", "homes", "ranks", "parties", "occasions", "grades")


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
    manners = {_manner(one) for one in said}
    one_of_many = sum(map(bool, groups)) == 1 and len(said) > _FEW and manners in _LED  # "alle scuole, ad adulti"
    if (any(groups) and not one_of_many) or speaks_of(every, "overlapping"):
        return True
    staged = sum(speaks_of(one, "stages") for one in said)
    if staged > 1 and not speaks_of(every, "left_out"):
        return True
    if _ALSO.search(every) or (_do(said[0]) and not _AMONG.search(opening) and not speaks_of(every, "left_out")):
        return True
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
    return next((at for at, words in enumerate(_MANNERS.patterns) if words.match(said)), len(_MANNERS.patterns))
