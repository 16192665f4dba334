"""Lists that divide a total, as sentences tell them: the numbers in the order of what was named, each in brackets
behind its name, or shares that make the whole.

    Le 210 visite si sono tenute in primavera e in autunno, rispettivamente 124 e 86.
    Sono stati formati 132 operatori tra infermieri (48), operatori socio-sanitari (66) e fisioterapisti (18).
    La spesa è stata così suddivisa: 45% per fiere, 30% per seminari e 25% per materiale a stampa.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.audit.figures import Figure, figures
from extract.audit.places import cut
from schemas.evidence import Evidence, Traced
from schemas.report import Objective, SectionName

_PLACES: tuple[SectionName, ...] = ("results", "notes", "description")
_PARTED = r"(?:suddivi|riparti|distribu|divis|articol|distin|ripartizion|scompo)\w+"
_CUES = (
    "rispettivamente", "nell’ordine", "nell'ordine", "suddivi", "riparti", "distribu", "divis", "articol", "distin",
    "scompo", "per il ", "per l’", "in tutto", "totale", "complessiv",
)
_BRACKETED = re.compile(r"\(\s*(?:n\.?\s*)?\d+\s*\)")
_ORDERED = re.compile(r"(?i)\b(?:rispettivamente|nell[’']ordine)\b[^\d.;()]{0,30}\Z")
_DIVIDED = re.compile(rf"(?i)\b{_PARTED}\b[^\d.;()]{{0,60}}\Z")
_FOR_EACH = re.compile(r"(?i)\bper\s+(?:il|l[’'])\s*\Z")
_OPEN, _CLOSED = re.compile(r"[^\d.;()]{2,60}\(\s*(?:n\.?\s*)?\Z"), re.compile(r"\s*\)")
_ON = re.compile(r"(?i)(?:[^\d.;:()]{0,60}?(?:,|\be\b|\bed\b))[^\d.;:()]{0,30}\Z")
_NEXT = re.compile(r"(?i)\s*\)[^\d.;:()]{0,60}\(\s*(?:n\.?\s*)?\Z")
_STOP = re.compile(r"[;•●▪]|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n\s*\n")
_REST = re.compile(
    r"(?i)\b(?:altr[eio]|rest[oai]\w*|rimanent\w+|residu\w+|oltre\s+a|"
    r"soprattutto|in\s+particolare|principalmente|tra\s+cui|fra\s+cui)\b"
)
IN_ALL = re.compile(
    r"(?i)\b(?:per\s+(?:un\s+)?(?:totale|complessiv\w+)(?:\s+complessivo)?(?:\s+di)?|in\s+tutto|in\s+totale|complessivamente"
    r"|totale)\s*(?:n\.\s*|di\s+|€\s*)?\Z"
)
_LEAST, _MOST = 0.75, 1.35  # what listed numbers sum to, in totals, if they are its parts
_WHOLE = 100.0
_SEVERAL = 3  # shares that each have their "per il"


class Listed(NamedTuple):
    """A total and its parts, with what shows them; the total of shares is 100 and is not shown."""

    total: float
    parts: tuple[float, ...]
    unit: str | None
    shown: tuple[Traced, ...]
    starts: frozenset[int]
    whole: bool


def divisions(objective: Objective) -> Iterator[Listed]:
    """Each total that a sentence divides in so many words, with all of its parts."""
    for name in _PLACES:
        section = objective.sections.get(name)
        for proof in section.evidence if section is not None else ():
            if _is_likely(proof.quote):
                yield from _in(proof)


def _is_likely(text: str) -> bool:
    return any(cue in text for cue in _CUES) or _BRACKETED.search(text) is not None


def _in(proof: Evidence) -> Iterator[Listed]:
    text, found = proof.quote, figures(proof.quote)
    taken = 0
    for at in range(len(found)):
        if at < taken:
            continue
        total, parts = _divided(text, found, at)
        whole = total.value if total else _WHOLE
        if len(parts) > 1 and _LEAST * whole <= sum(part.value for part in parts) <= _MOST * whole:
            yield _of(proof, total, parts)
            taken = at + len(parts)


def _divided(text: str, found: Sequence[Figure], at: int) -> tuple[Figure | None, Sequence[Figure]]:
    """The total that begins with a number, or ends the list that does, and its parts."""
    one = found[at]
    if one.unit == "%":
        return None, _shares(text, found, at)
    if parts := _parts(text, found, at + 1, one):
        return one, parts
    run = _run(text, found, at, _ON)
    behind = (last for last in range(2, len(run)) if IN_ALL.search(text[run[last - 1].end : run[last].start]))
    last = next(behind, 0)
    return run[last], run[:last] if all(part.unit == run[last].unit for part in run[:last]) else ()


def _parts(text: str, found: Sequence[Figure], at: int, total: Figure) -> Sequence[Figure]:
    """The numbers from `at` on that "rispettivamente" or brackets behind names make the parts of the one before."""
    if at == len(found) or _STOP.search(text, total.end, found[at].start):
        return ()
    lead = text[total.end : found[at].start]
    bracketed = _OPEN.search(lead) is not None and _CLOSED.match(text, found[at].end) is not None
    if not bracketed and not _ORDERED.search(lead) and not _DIVIDED.search(lead):
        return ()
    parts = _run(text, found, at, _NEXT if bracketed else _ON)
    return parts if all(part.unit == total.unit and part.value < total.value for part in parts) else ()


def _shares(text: str, found: Sequence[Figure], at: int) -> Sequence[Figure]:
    """The percentages from `at` on that are said to divide something, or each "per il" so much."""
    lead = text[found[at - 1].end if at else 0 : found[at].start]
    lead = lead[max((cut.end() for cut in _STOP.finditer(lead)), default=0) :]
    parts = _run(text, found, at, _ON)
    each = len(parts) >= _SEVERAL and all(_FOR_EACH.search(text, max(0, one.start - 10), one.start) for one in parts)
    return parts if all(one.unit == "%" for one in parts) and (each or _DIVIDED.search(lead)) else ()


def _run(text: str, found: Sequence[Figure], at: int, link: re.Pattern[str]) -> Sequence[Figure]:
    """The numbers from `at` on that commas, "e" or brackets link."""
    last = at
    while last + 1 < len(found) and link.match(text[found[last].end : found[last + 1].start]):
        last += 1
    return found[at : last + 1]


def _of(proof: Evidence, total: Figure | None, parts: Sequence[Figure]) -> Listed:
    every = sorted((*([total] if total else ()), *parts), key=lambda one: one.start)
    first, stop = every[0].start, _STOP.search(proof.quote, every[-1].end)
    said = proof.quote[first : stop.start() if stop else None]
    return Listed(
        total.value if total else _WHOLE, tuple(one.value for one in parts), parts[0].unit,
        tuple(Traced(evidence=(cut(proof, proof.start + one.start, proof.start + one.end),)) for one in every),
        frozenset(proof.start + one.start for one in every), _REST.search(said) is None,
    )
