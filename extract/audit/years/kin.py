"""Which objective of a report continues which of the report before it, and which of its values are the same thing.

Codes of the plan come first, because titles are reworded; a code alone does not do, because plans number their
objectives anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from extract.audit.words.likeness import equal, same, terms, touches
from extract.audit.words.saying import Saying

_SAME_CODE = 40.0  # least likeness of two titles with the same code
_LIKELY_CODE = 60.0  # from which they need no word in common
_SAME_NUMBER = 70.0  # with the same number
_SAME_TITLE = 88.0  # with neither
_SAME_LABEL = 92.0
_WORDS = re.compile(r"[^\W_]+")
_OF_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TOLD_TARGET = Saying("corrections", "told_target")
_BRACKETS = re.compile(r"[(\[]\s*[)\]]")
_TELLING = 2  # words that titles and labels must have for one to be known by those of the other


class Shown(NamedTuple):
    """A value of the database that is to be shown: the item, and the field whose evidence shows it."""

    item_id: str
    field: str = ""


class Fact(NamedTuple):
    """A number that a report states of a year.

    A cell of a series, an indicator's result of the report's own year, or a number of the text that is of that year or
    of an earlier one; `prose` for the last.
    """

    label: str
    year: int
    value: float
    unit: str | None
    shown: Shown
    prose: bool = False


class Aim(NamedTuple):
    """An indicator, or a target in prose, with the numbers it has; `since` is the year that its baseline is of."""

    label: str
    unit: str | None = None
    operator: str | None = None
    target: float | None = None
    result: float | None = None
    baseline: float | None = None
    shown: Shown = Shown("")
    upper: float | None = None
    since: int | None = None
    listed: bool = False


class Edition(NamedTuple):
    """An objective as the report of one year has it; `told` shows its results, `about` describes it."""

    objective_id: str
    number: int | None
    title: str
    codes: frozenset[str] = frozenset()
    status: str = "reported"
    outcome: str | None = None
    results: str = ""
    notes: str = ""
    told: Shown = Shown("")
    facts: tuple[Fact, ...] = ()
    aims: tuple[Aim, ...] = ()
    about: str = ""


class Volume(NamedTuple):
    """A report of one year."""

    document_id: str
    year: int
    editions: tuple[Edition, ...]


def folded(text: str) -> str:
    """The words of `text`, small, with a blank between two."""
    return " ".join(_WORDS.findall(text.casefold()))


def successors(before: Volume, after: Volume) -> dict[str, str]:
    """Objectives of `before` and those of `after` that continue them, by id: one for one.

    Codes first, then numbers and titles; what is left, by titles that say the same in more or fewer words, and by what
    is measured.
    """
    links: dict[str, str] = {}
    for way in (_coded, _titled, _measured):
        taken = set(links.values())
        old = [one for one in before.editions if one.objective_id not in links]
        new = [one for one in after.editions if one.objective_id not in taken]
        links |= _linked(way(old, new))
    return links


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
            if likeness >= _LIKELY_CODE or (likeness >= _SAME_CODE and _in_common(old, new)):
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


def _measured(before: Sequence[Edition], after: Sequence[Edition]) -> Iterator[tuple[float, str, str]]:
    """Objectives that were named anew: the same words and more, or every indicator of the shorter list the same."""
    named: dict[str, dict[str, Edition]] = {}
    for new in after:
        for first in _firsts(new):
            named.setdefault(first, {})[new.objective_id] = new
    for old in before:
        near = {name: new for first in sorted(_firsts(old)) for name, new in named.get(first, {}).items()}
        for new in near.values():
            if _says_the_same(old.title, new.title):
                yield 2.0, old.objective_id, new.objective_id
            elif old.aims and new.aims and _same_aims(old, new):
                yield 1.0, old.objective_id, new.objective_id


def _firsts(one: Edition) -> set[str]:
    """The first words of its title and of what it measures."""
    return {words[0] for label in (one.title, *(aim.label for aim in one.aims)) if (words := terms(label))}


def _says_the_same(one: str, other: str) -> bool:
    words, others = terms(one), terms(other)
    return min(len(words), len(others)) >= _TELLING and same(words, others)


def _same_aims(old: Edition, new: Edition) -> bool:
    """True where each indicator of the one that has fewer is one of the other, and its name is a telling one."""
    fewer, more = sorted((old.aims, new.aims), key=len)
    telling = all(len(terms(one.label)) >= _TELLING for one in fewer)
    return telling and all(any(same_label(one.label, other.label) for other in more) for one in fewer)


def _in_common(old: Edition, new: Edition) -> bool:
    """True where titles with the same code share a word, or the objectives an indicator."""
    if touches(terms(old.title), terms(new.title)):
        return True
    return any(same_label(one.label, other.label) for one in old.aims for other in new.aims)


def _numbered(old: Edition, new: Edition) -> bool:
    return old.number is not None and old.number == new.number


def bare(label: str, said: str | None = None) -> str:
    """A label without the target that is told in it: "n. visite (target: almeno 500)" is "n. visite".

    `said` are the words of the target.
    """
    if not said or said not in label:
        return label
    left = _TOLD_TARGET.sub("", _BRACKETS.sub(" ", label.replace(said, " ")).rstrip(" ()[]"))
    return " ".join(left.split()).strip(" ,;:–-") or label


def same_label(one: str, other: str) -> bool:
    """Whether two labels name the same thing: nearly the same words, and the same digits, years apart."""
    one, other = (folded(_OF_YEARS.sub(" ", label)) for label in (one, other))
    if one == other:
        return bool(one)
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return fuzz.token_sort_ratio(one, other) >= _SAME_LABEL or equal(terms(one), terms(other))


def like_label(one: str, other: str) -> bool:
    """Whether one of two labels says what the other says, and more: "visite ispettive svolte nell'anno"."""
    words, others = terms(one), terms(other)
    if re.findall(r"\d+", _OF_YEARS.sub(" ", one)) != re.findall(r"\d+", _OF_YEARS.sub(" ", other)):
        return False
    return min(len(words), len(others)) >= _TELLING and same(words, others)


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two units may be the same: one that is not printed may be any."""
    return one is None or other is None or one == other


def unique(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts of which a report says one value only: of others nobody knows which is meant.

    What stands in a table goes before what the text says.
    """
    by_key: dict[tuple[str, int, str | None], list[Fact]] = {}
    for fact in facts:
        by_key.setdefault((folded(fact.label), fact.year, fact.unit), []).append(fact)
    firm = ([one for one in same if not one.prose] or same for same in by_key.values())
    return tuple(same[0] for same in firm if len({one.value for one in same}) == 1)
