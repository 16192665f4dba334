"""Which objective of a report continues which of the report before it, and which of its values are the same thing.

Codes of the plan come first, because titles are reworded; a code alone does not do, because plans number their
objectives anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

_SAME_CODE = 40.0  # least likeness of two titles with the same code
_SAME_NUMBER = 70.0  # with the same number
_SAME_TITLE = 88.0  # with neither
_SAME_LABEL = 92.0
_WORDS = re.compile(r"[^\W_]+")


class Shown(NamedTuple):
    """A value of the database that is to be shown: the item, and the field whose evidence shows it."""

    item_id: str
    field: str = ""


class Fact(NamedTuple):
    """A number that a report states of a year: a cell of a series, or an indicator's result of its own year."""

    label: str
    year: int
    value: float
    unit: str | None
    shown: Shown


class Aim(NamedTuple):
    """An indicator, or a target in prose, with the numbers it has."""

    label: str
    unit: str | None = None
    operator: str | None = None
    target: float | None = None
    result: float | None = None
    baseline: float | None = None
    shown: Shown = Shown("")


class Edition(NamedTuple):
    """An objective as the report of one year has it."""

    objective_id: str
    number: int | None
    title: str
    codes: frozenset[str] = frozenset()
    status: str = "reported"
    outcome: str | None = None
    results: str = ""
    facts: tuple[Fact, ...] = ()
    aims: tuple[Aim, ...] = ()


class Volume(NamedTuple):
    """A report of one year."""

    document_id: str
    year: int
    editions: tuple[Edition, ...]


def folded(text: str) -> str:
    """The words of `text`, small, with a blank between two."""
    return " ".join(_WORDS.findall(text.casefold()))


def successors(before: Volume, after: Volume) -> dict[str, str]:
    """Objectives of `before` and those of `after` that continue them, by id: one for one, codes first."""
    links = _linked(_coded(before.editions, after.editions))
    taken = set(links.values())
    old = [one for one in before.editions if one.objective_id not in links]
    new = [one for one in after.editions if one.objective_id not in taken]
    return links | _linked(_titled(old, new))


def _linked(candidates: Iterable[tuple[float, str, str]]) -> dict[str, str]:
    """One for one, the most alike first."""
    links: dict[str, str] = {}
    taken: set[str] = set()
    for _, old, new in sorted(candidates, reverse=True):
        if old not in links and new not in taken:
            links[old] = new
            taken.add(new)
    return links


def _coded(before: Sequence[Edition], after: Sequence[Edition]) -> Iterator[tuple[float, str, str]]:
    by_code: dict[str, list[Edition]] = {}
    for new in after:
        for code in new.codes:
            by_code.setdefault(code, []).append(new)
    for old in before:
        for new in (one for code in old.codes for one in by_code.get(code, ())):
            likeness = fuzz.token_sort_ratio(folded(old.title), folded(new.title))
            if likeness >= _SAME_CODE:
                yield likeness, old.objective_id, new.objective_id


def _titled(before: Sequence[Edition], after: Sequence[Edition]) -> Iterator[tuple[float, str, str]]:
    titles = [folded(one.title) for one in after]
    for old in before:
        title = folded(old.title)
        for new, other in zip(after, titles, strict=True):
            least = _SAME_NUMBER if _numbered(old, new) else _SAME_TITLE
            likeness = fuzz.token_sort_ratio(title, other, score_cutoff=least) if title and other else 0.0
            if likeness >= least:
                yield likeness, old.objective_id, new.objective_id


def _numbered(old: Edition, new: Edition) -> bool:
    return old.number is not None and old.number == new.number


def same_label(one: str, other: str) -> bool:
    """Whether two labels name the same thing: nearly the same words, and the same digits."""
    one, other = folded(one), folded(other)
    if one == other:
        return True
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return fuzz.token_sort_ratio(one, other) >= _SAME_LABEL


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two units may be the same: one that is not printed may be any."""
    return one is None or other is None or one == other


def unique(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts of which a report says one value only: of others nobody knows which is meant."""
    by_key: dict[tuple[str, int], list[Fact]] = {}
    for fact in facts:
        by_key.setdefault((folded(fact.label), fact.year), []).append(fact)
    return tuple(same[0] for same in by_key.values() if len({one.value for one in same}) == 1)
