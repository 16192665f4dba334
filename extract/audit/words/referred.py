"""Numbers of things that a sentence names by a pronoun, or not at all: "ne sono state svolte 60", "attivate 318".

The grammar reads no value where nothing is counted by name. What is meant is what the indicator measures, or the title.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extract.audit.words.figures import Figure, figures
from extract.audit.words.likeness import Terms, akin, stem, terms
from extract.audit.words.places import STOP, cut, spot
from extract.audit.words.saying import Saying
from schemas.evidence import Evidence
from schemas.report import Objective, SectionName

_TOLD: tuple[SectionName, ...] = ("results", "notes")
_REACH = 70
_LEADS = Saying("referred", "leads")
_ASIDE, _ASKED = Saying("referred", "aside"), Saying("referred", "asked")
_NAMED, _AND = Saying("referred", "named"), Saying("referred", "and")
_KEPT = 64  # texts, which several checks ask for


class Referred(NamedTuple):
    """A number, the names of what it counts, and where it stands."""

    value: float
    unit: str | None
    names: Terms
    proof: Evidence


def referred(objective: Objective) -> Iterator[Referred]:
    """Numbers of the results that count what a pronoun stands for, and that no value holds."""
    if not objective.indicators:
        return
    read = {spot(one)[0] for one in objective.quantities}
    for name in _TOLD:
        section = objective.sections.get(name)
        for proof in section.evidence if section is not None else ():
            for one, deed, sure in _counted(proof.quote):
                if sure or proof.start + one.start not in read:
                    names = _meant(objective, deed)
                    if names:
                        yield Referred(
                            one.value, one.unit, names, cut(proof, proof.start + one.start, proof.start + one.end)
                        )


@lru_cache(_KEPT)
def _counted(text: str) -> tuple[tuple[Figure, str, bool], ...]:
    """The numbers of a text that count what is not named, with what was done; sure where a pronoun stands for it."""
    found = figures(text)
    said = []
    for at, one in enumerate(found):
        rest = text[one.end : found[at + 1].start] if at + 1 < len(found) else ""
        deed = None if _AND.fullmatch(rest) else _deed(text, one, found[at - 1].end if at else 0)
        if deed is not None:
            said.append((one, *deed))
    return tuple(said)


def stands_for(text: str, one: Figure, *, first: bool) -> bool:
    """True where a pronoun stands for what a number of a text counts: "se ne sono potuti aprire nove".

    The `first` number of a text needs no pronoun: "aperti nove".
    """
    return any(found.start == one.start and (sure or first) for found, _, sure in _counted(text))


def asks_of_it(text: str, start: int) -> bool:
    """True where a pronoun stands before a number that is asked: "ci si aspetta di attivarne almeno 300"."""
    lead = text[max(0, start - _REACH) : start]
    if "ne " not in lead:
        return False
    lead = lead[max((one.end() for one in STOP.finditer(lead)), default=0) :]
    return _ASKED.search(lead) is not None


def what_is_measured(objective: Objective) -> str:
    """What an objective's only indicator measures; the title where there are several, or none."""
    return objective.indicators[0].text if len(objective.indicators) == 1 else objective.title or ""


def _deed(text: str, one: Figure, after: int) -> tuple[str, bool] | None:
    """What is said to have been done with as many as a number says; empty where only that they are.

    Of a number that counts what the words behind it name, none; without a pronoun, it may have been read otherwise.
    """
    lead = text[max(after, one.start - _REACH) : one.start]
    lead = lead[max((cut.end() for cut in STOP.finditer(lead)), default=0) :]
    if _NAMED.match(text, one.end):
        return None
    for form in _LEADS.patterns:
        if found := form.search(lead):
            deed = (found["deed"] or "").lower()
            return None if _ASIDE.match(deed) else (deed, form is not _LEADS.patterns[-1])
    return None


def _meant(objective: Objective, deed: str) -> Terms:
    """The names of the only indicator, or of the only one in which the same is done."""
    if len(objective.indicators) == 1:
        return terms(objective.indicators[0].text)
    like = [
        one for one in objective.indicators if any(akin(stem(word), stem(deed)) for word in one.text.lower().split())
    ]
    return terms(like[0].text) if deed and len(like) == 1 else ()
