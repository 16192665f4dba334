"""Which item of the gold is which item read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from extract.evaluate.gold import Item
from extract.evaluate.kinds import fold

SAME_TITLE = 90.0  # ratio from which two titles name one objective whose number was misread
SAME_ITEM = 60.0  # ratio from which two texts are the same indicator, one of them misread


class Pair(NamedTuple):
    """One item of the gold and the item read for it; one of them may be missing."""

    gold: Item | None
    read: Item | None


Likeness = Callable[[Item, Item], float]


def align_objectives(gold: Sequence[Item], read: Sequence[Item]) -> list[Pair]:
    """Objectives by number, those left by a title that is nearly the same, those without number by order.

    Where a number occurs twice, the liker titles go together.
    """
    return _align(gold, read, _objective_likeness, both_unnumbered)


def align_items(gold: Sequence[Item], read: Sequence[Item], fields: Sequence[str]) -> list[Pair]:
    """Items by their head `fields`: the same, then alike, then what is left in order."""
    def likeness(one: Item, other: Item) -> float:
        ratio = _ratio(_head(one, fields), _head(other, fields))
        return ratio if ratio >= SAME_ITEM else 0.0

    return _align(gold, read, likeness, lambda one, other: True)


def both_unnumbered(one: Item, other: Item) -> bool:
    """Whether neither objective has a number, so that only their order tells."""
    return one.get("number") is None and other.get("number") is None


def _objective_likeness(gold: Item, read: Item) -> float:
    ratio = _ratio(str(gold.get("title") or ""), str(read.get("title") or ""))
    if gold.get("number") is not None and gold.get("number") == read.get("number"):
        return 100.0 + ratio
    return ratio if ratio >= SAME_TITLE else 0.0


def _align(
    gold: Sequence[Item], read: Sequence[Item], likeness: Likeness, by_order: Callable[[Item, Item], bool],
) -> list[Pair]:
    ranked = sorted(
        ((-likeness(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(read)),
    )
    partner: dict[int, int] = {}
    for rank, i, j in ranked:
        if rank < 0 and i not in partner and j not in partner.values():
            partner[i] = j
    for i in _missing(range(len(gold)), partner):
        left = _missing(range(len(read)), partner.values())
        fitting = next((j for j in left if by_order(gold[i], read[j])), None)
        if fitting is not None:
            partner[i] = fitting
    unread = [Pair(one, read[partner[i]] if i in partner else None) for i, one in enumerate(gold)]
    return unread + [Pair(None, read[j]) for j in _missing(range(len(read)), partner.values())]


def _missing(indices: Iterable[int], taken: Iterable[int]) -> list[int]:
    known = set(taken)
    return [index for index in indices if index not in known]


def _head(item: Item, fields: Sequence[str]) -> str:
    return " ".join(str(item.get(field) or "") for field in fields)


def _ratio(one: str, other: str) -> float:
    return fuzz.ratio(fold(one).casefold(), fold(other).casefold()) if one and other else 0.0
