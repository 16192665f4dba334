"""What there was before, as a text tells it: "si partiva da 12", "le 38 di partenza", "da 43 a 29", "a fine 2020 320".

These numbers are read here where the grammar gave them no role, for the check of baselines alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.audit.figures import Figure, figures
from extract.audit.likeness import only_says
from extract.audit.moments import year_of
from schemas.evidence import Evidence
from schemas.report import Objective, SectionName

_LEADS = re.compile(
    r"(?i)(?:\b(?:si\s+(?:parte|partiva|era(?:no)?\s+partiti|è\s+partiti|muove\w*)|partit[oaie]|partendo|partiva(?:no)?"
    r"|muovendo\w*)"
    r"\s+(?:\w+\s+)?da(?:i|l|lle|gli|lla|ll[’'])?|\bgià"
    r"|\b\w+\s+(?:iniziale|inizial[ei]|di\s+partenza)"
    r"\s*(?:\b(?:era|erano|di|pari\s+a|è|sono)\b\s*|[:=]\s*)*)\s*(?:n\.?\s*|circa\s+|€\s*)?\Z"
)
_BEHIND = re.compile(
    r"(?i)\s*(?:[^\W\d_]+\s+){0,3}?(?:di\s+partenza|in\s+partenza|inizial[ei]\b|di\s+prima\b|(?:all[’']|a\s+)inizio\s+(?:dell[’'])?anno\b"
    r"|(?:dell[’']|nell[’'])anno\s+(?:precedente|scorso|prima))"
)
_FROM = re.compile(r"(?i)\bda(?:i|l|lle|gli|lla|ll[’'])?\s*(?:n\.?\s*|€\s*)?\Z")
_TO = re.compile(
    r"(?i)[^\d.;:()]{0,40}?\sa(?:i|l|lle|gli|lla|d)?\s+(?:n\.?\s*|€\s*|circa\s+|ben\s+)?(?=\d|[a-zà-ù]{3})"
)
_CHANGED = re.compile(
    r"(?i)\b(?:pass\w+|sal(?:it|gon|end)\w*|scend\w+|sces\w+|cresc\w+|cresciut\w+|diminui\w+|aument\w+|ridott\w+"
    r"|ridu\w+|portat\w+|increment\w+|cal(?:at|o)\w*|evolu\w+)\b"
)
_INTENT = re.compile(r"(?i)\b(?:target|obiettivo|almeno|portare|arrivare|raggiungere|passare|ridurre|aumentare)\b")
_STOP = re.compile(r"[;•●▪]|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n\s*\n")
_REACH = 100
_PLACES: tuple[SectionName, ...] = ("description", "expected_benefits", "indicator", "results", "notes")


class Earlier(NamedTuple):
    """A number of before, the section and evidence it stands in, and its place in the whole text."""

    figure: Figure
    section: SectionName
    proof: Evidence
    years: frozenset[int]

    @property
    def start(self) -> int:
        """Where it begins in the text of the report."""
        return self.proof.start + self.figure.start


def told_before(objective: Objective, year: int | None) -> Iterator[Earlier]:
    """The numbers of an objective's texts that the words beside them say are of an earlier time."""
    for name in _PLACES:
        section = objective.sections.get(name)
        for proof in section.evidence if section is not None else ():
            found = list(figures(proof.quote))
            for at, one in enumerate(found):
                of = year_of(proof.quote, one.start, one.end, year) if year is not None else None
                if of is not None and year is not None and of < year:
                    yield Earlier(one, name, proof, frozenset({of}))
                elif of is None and _is_before(proof.quote, found, at):
                    yield Earlier(one, name, proof, frozenset())


def _is_before(text: str, found: list[Figure], at: int) -> bool:
    one = found[at]
    previous = found[at - 1].end if at else 0
    lead = text[max(previous, one.start - _REACH) : one.start]
    lead = lead[max((cut.end() for cut in _STOP.finditer(lead)), default=0) :]
    if _LEADS.search(lead) or _BEHIND.match(text, one.end):
        return True
    if not _FROM.search(lead) or at + 1 == len(found) or found[at + 1].unit != one.unit:
        return False
    between = text[one.end : found[at + 1].start]
    return _TO.fullmatch(between) is not None and _CHANGED.search(lead) is not None and not _INTENT.search(lead)


def label_of(one: Figure) -> str:
    """What a number of before counts; nothing where only words of time stand beside it."""
    return "" if only_says(one.label, "times") else one.label
