"""Copies: the same results or description in two objectives.

What most objectives repeat is a form of words, not a copy. Texts are known by the hashes of their runs of words; only
texts that share a rare run are compared, so the work grows with the text and not with its square.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.audit.check import Check, Scene, Verdict, shown
from schemas.report import Objective, Section, SectionName

_NAMES: dict[SectionName, tuple[str, str]] = {
    "results": ("risultati", "results"), "description": ("descrizione", "description"), "notes": ("note", "notes"),
}
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d")
_RUN = 6  # words of a run
_LEAST, _LEAST_WITHOUT_NUMBERS = 10, 20  # words of a text that is no mere phrase; a number makes it one's own
_SAME = 0.9  # share of the runs of both texts that are in both
_RARE = 4  # objectives that may hold a run which tells a copy
_FORM = 1 / 3  # share of the objectives from which a text is a form of words


class _Text(NamedTuple):
    place: int
    section: Section
    runs: frozenset[int]


def duplicate_texts(scene: Scene) -> Iterator[Verdict]:
    """The later of two objectives whose results, or descriptions, are the same text in two places of the page.

    Notes count where no results are told beside them: in tables they are the account.
    """
    told = any("results" in one.sections for one in scene.report.objectives)
    for name in ("results", "description") if told else _NAMES:
        texts = [
            _Text(place, section, _runs(words)) for place, one in enumerate(scene.report.objectives)
            if (section := one.sections.get(name)) is not None and _is_own(words := _words(section.text))
        ]
        for before, text in _copies(texts, len(scene.report.objectives)):
            yield _told(scene.report.objectives[before.place], before, text, name)


def _copies(texts: Sequence[_Text], objectives: int) -> Iterator[tuple[_Text, _Text]]:
    """Each text that repeats an earlier one, with the first that it repeats."""
    often = Counter(run for text in texts for run in text.runs)
    rare = max(_RARE, 2) if objectives >= 2 * _RARE else max(2, int(objectives * _FORM) + 1)
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        telling = [run for run in text.runs if often[run] <= rare]
        shared = Counter(other for run in telling for other in holders[run])
        for other in sorted(shared):
            if _alike(texts[other], text) and not _same_place(texts[other].section, text.section):
                yield texts[other], text
                break
        for run in telling:
            holders[run].append(at)


def _alike(one: _Text, other: _Text) -> bool:
    return len(one.runs & other.runs) >= _SAME * len(one.runs | other.runs)


def _same_place(one: Section, other: Section) -> bool:
    """One cell of the page that belongs to several objectives is no copy."""
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _is_own(words: Sequence[str]) -> bool:
    least = _LEAST if any(map(_NUMBER.search, words)) else _LEAST_WITHOUT_NUMBERS
    return len(words) >= least


def _runs(words: Sequence[str]) -> frozenset[int]:
    if len(words) < _RUN:
        return frozenset((hash(tuple(words)),))
    return frozenset(map(hash, zip(*(words[at:] for at in range(_RUN)), strict=False)))


def _told(first: Objective, before: _Text, text: _Text, name: SectionName) -> Verdict:
    italian, english = _NAMES[name]
    who = (f" dell'obiettivo {first.number}", f" as objective {first.number}") if first.number is not None else (
        " di un altro obiettivo", " as another objective")
    return Verdict(
        f"Lo stesso testo ({italian}){who[0]}.", f"The same text ({english}){who[1]}.",
        shown(before.section, text.section), place=text.place,
    )


CHECKS = (
    Check(
        "structure.duplicate-text", "warning", "Testo ripetuto in due obiettivi", "Same text in two objectives",
        "I risultati, o la descrizione, sono gli stessi di un altro obiettivo. Le formule che molti"
        " ripetono non contano.",
        "The results, or the description, are those of another objective. Forms of words that many"
        " repeat do not count.",
        "Obiettivo 3 e obiettivo 7: «Sono stati svolti 12 incontri con le imprese del territorio e 3 seminari in rete»",
        whole=duplicate_texts,
    ),
)
