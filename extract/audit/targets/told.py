"""Told: a target in the words around it: those of its clause in front of its number, those behind, its sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.audit.words.answers import Asked
from extract.audit.words.figures import figures
from extract.audit.words.likeness import Terms, terms
from extract.audit.words.measures import TIMES
from extract.audit.words.places import clause_at, number_in
from extract.audit.words.saying import Saying
from schemas.report import Objective

_FRAME = Saying("twofold", "frame")
_HOW_MEASURED = Saying("twofold", "how_measured")
STRICT = ("%", "EUR", *TIMES)  # units of which one clause may tell many things
_PHRASE = re.compile(r"[^,;:.()\n–]{0,120}")  # the words behind a number that may belong to it
_SENTENCE = re.compile(r"[•●▪]|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n\s*\n")


class Told(NamedTuple):
    """A target in its clause: the words in front of its number, and those behind."""

    asked: Asked
    lead: str
    behind: str
    beside: str = ""  # all but the number, as far as its sentence reaches

    @property
    def clause(self) -> str:
        """All of the words."""
        return f"{self.lead} {self.behind}"

    @property
    def phrase(self) -> str:
        """The words behind the number that belong to it."""
        found = _PHRASE.match(self.behind)
        return found[0] if found else ""

    @property
    def names(self) -> Terms:
        """What is counted, without how a share or a time is measured."""
        return core(self.asked)


def core(asked: Asked) -> Terms:
    """What a target counts, without the words of its name that say how a share or a time is measured."""
    if asked.bound.unit not in STRICT:
        return asked.names
    of_it = terms(_HOW_MEASURED.sub(" ", asked.label))
    return tuple(name for name in of_it if name in asked.names)


def place_of(one: Asked) -> int:
    """Where the number of a target stands in the text of the report."""
    proof = one.evidence[0]
    found = number_in(proof.quote, one.bound.value)
    return proof.start + (found[0] if found else 0)


def told_at(objective: Objective, one: Asked) -> Told:
    """A target in its clause, as its section tells it."""
    at = place_of(one)
    for section in objective.sections.values():
        for proof in section.evidence:
            if proof.start <= at < proof.end:
                said, start = proof.quote, at - proof.start
                own = next((found for found in figures(said) if found.start <= start < found.end), None)
                stop = own.end if own else start
                clause = clause_at(said, start)
                first = said.rfind(clause, 0, start + len(clause))
                start = own.start if own else start
                sentence = max((cut.end() for cut in _SENTENCE.finditer(said, 0, start)), default=0)
                end = _SENTENCE.search(said, stop)
                beside = f"{said[sentence:start]} | {said[stop : end.start() if end else len(said)]}"
                return Told(one, _FRAME.sub(" ", said[max(first, 0) : start]), said[stop : first + len(clause)], beside)
    return Told(one, "", "")
