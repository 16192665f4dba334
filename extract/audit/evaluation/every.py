"""Every: objectives that ask for each one of something, and results that leave some out.

"Tutti i dipartimenti adottano la carta": "undici dipartimenti sui quattordici", "ad eccezione di due". No number tells
the target, so that the checks of numbers do not see that it was missed.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.audit.words.likeness import Terms, terms, touches
from extract.audit.words.places import cut
from extract.audit.words.saying import Saying
from extract.language import parse_number
from schemas.evidence import Evidence
from schemas.report import Objective, SectionName

_PLANNED: tuple[SectionName, ...] = ("description", "indicator")
_TOLD: tuple[SectionName, ...] = ("results", "notes")
_ASKED, _BUT, _SOME = Saying("every", "asked"), Saying("every", "but_some"), Saying("every", "some_of")
_REACH = 120  # characters before an exception in which stands what it is one of


def left_out(objective: Objective) -> tuple[Evidence, Evidence] | None:
    """Where every one of something is asked, and where the results say that some were left out; None: they do not."""
    if not any(_BUT.search(one.quote) or _SOME.search(one.quote) for one in _texts(objective, _TOLD)):
        return None  # as nearly always: that some were left out is told sooner than that all are asked
    for proof in _texts(objective, _PLANNED):
        for found in _ASKED.finditer(proof.quote):
            names = terms(found["what"] or found["named"])
            said = next(_left(objective, names), None) if names else None
            if said is not None:
                return cut(proof, proof.start + found.start(), proof.start + found.end()), said
    return None


def _left(objective: Objective, names: Terms) -> Iterator[Evidence]:
    for proof in _texts(objective, _TOLD):
        for found in _SOME.finditer(proof.quote):
            some, whole = parse_number(found["some"]), parse_number(found["all"])
            fewer = some is not None and whole is not None and some < whole
            if fewer and touches(terms(found["thing"])[:1], names[:1]):
                yield cut(proof, proof.start + found.start(), proof.start + found.end())
        for found in _BUT.finditer(proof.quote):
            before = proof.quote[max(0, found.start() - _REACH) : found.start()]
            if touches(terms(before.rsplit(". ", 1)[-1])[:2], names[:1]):
                yield cut(proof, proof.start + found.start(), proof.start + found.end())


def _texts(objective: Objective, names: tuple[SectionName, ...]) -> Iterator[Evidence]:
    for name in names:
        section = objective.sections.get(name)
        yield from section.evidence if section is not None else ()
