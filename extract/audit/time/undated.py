"""Dates that the grammar gave no role, and that the words beside them say were due, or were when something was done.

"Andava chiuso non più tardi di giugno 2021", "è giunto al Consiglio in data 27 luglio 2022", "Chiuso il 12 novembre":
for the checks of time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from extract.audit.time.deeds import Deed, Near, done_on, due_before
from extract.audit.time.when import When, when
from extract.audit.time.written import (
    Written,
    dates_with_year,
    dates_without_year,
    days_in_figures,
    ends_of_parts,
    feasts,
)
from extract.audit.words.likeness import Terms, stem, terms, touches
from extract.audit.words.quotes import part
from schemas.evidence import Evidence
from schemas.report import DateRole, DateValue, Objective, SectionName

PLANNED: tuple[SectionName, ...] = ("title", "description", "expected_benefits", "indicator")
TOLD: tuple[SectionName, ...] = ("results", "notes")
Precision = Literal["day", "month", "year"]
_REACH = 110
_CUES = ("ntro ", "ltre ", "cad", "ermine", "tardi", "rima ", "nel", "estre", "decade")  # of half-years that are due
_WORD = re.compile(r"[^\W\d_]{4,}")
_END = re.compile(r"[.;:]\s+|\n\s*\n")
_DAY = len("2022-06-30")


class _Found(NamedTuple):
    """A date of a section, and the piece of its text that it stands in."""

    date: Written
    section: SectionName
    proof: Evidence

    @property
    def lead(self) -> str:
        """The words before it."""
        return self.proof.quote[max(0, self.date.start - _REACH) : self.date.start]

    @property
    def behind(self) -> str:
        """The words behind it."""
        return self.proof.quote[self.date.end : self.date.end + _REACH]

    def said(self, before: int) -> When | None:
        """The date, shown with so many characters before it, which say what it is."""
        iso, start = self.date.iso, self.date.start - before
        start += len(self.proof.quote[start:]) - len(self.proof.quote[start:].lstrip(" .;:,(–-\n"))
        precision: Precision = "day" if len(iso) == _DAY else "month"
        return when(DateValue(
            date=iso, precision=precision, role="achieved", section=self.section,
            evidence=(part(self.proof, start, self.date.end, "time.date"),),
        ))


def due_unread(objective: Objective, year: int | None) -> Iterator[When]:
    """Deadlines that no value of the objective holds; without a year they are of `year`, that of the report."""
    unread = list(_unread(objective, PLANNED, year, "achieved", parts=True))
    named = stems_of(objective) if unread else ()
    for one in unread:
        planned = one.section != "description" and one.date.iso.startswith(f"{year}-")
        before = due_before(one.lead, one.behind, named, planned=planned)
        if before is not None and (said := one.said(before)):
            yield said


def done_unread(objective: Objective, year: int | None) -> tuple[When, Near] | None:
    """The day on which something is said to have been done that no value of the objective holds, and how near it is.

    Of several, the first of what the objective asks: what follows came after it. Of something else, none. Days without
    a year are of `year`; without it they are left.
    """
    unread = list(_unread(objective, TOLD, year, "act"))
    if not unread:
        return None
    asked, deeds = _asked(objective), stems_of(objective)
    found: list[tuple[When, Near]] = []
    for one in unread:
        deed = done_on(one.lead, one.behind, (*asked, *deeds))
        if deed is not None and (said := one.said(deed.before)):
            found.append((said, _near(deed, asked)))
    best = max((near for _, near in found), default=0)
    own = [one for one, near in found if near == best]
    return (min(own, key=lambda one: (one.last, one.first)), best) if own and best else None


def nearness(objective: Objective, one: DateValue) -> Near:
    """How near to what the objective asks the words around a date of its results are."""
    at = one.evidence[0]
    for name, proof in _texts(objective, TOLD):
        if proof.start <= at.start < proof.end:
            found = _Found(Written(one.date, at.start - proof.start, at.end - proof.start), name, proof)
            asked = _asked(objective)
            deed = done_on(found.lead, found.behind, (*asked, *stems_of(objective)))
            return _near(deed, asked) if deed else 0
    return 0


def of_what_is_asked(objective: Objective, text: str, at: int) -> bool:
    """True where the sentence before a place begins with something that the title or the indicators name."""
    before = text[max(0, at - _REACH) : at]
    begun = max((one.end() for one in _END.finditer(before)), default=0)
    named = " ".join((objective.title or "", *(one.text for one in objective.indicators)))
    return touches(terms(before[begun:])[:1], terms(named))


def _near(deed: Deed, asked: Terms) -> Near:
    return deed.asked if deed.asked else 1 if deed.closing or touches(terms(deed.about), asked) else 0


def _asked(objective: Objective) -> Terms:
    """What the objective asks, in the words of its title, description and indicators."""
    texts = (objective.sections[name].text for name in PLANNED if name in objective.sections)
    return terms(" ".join((objective.title or "", *texts, *(one.text for one in objective.indicators))))


def stems_of(objective: Objective) -> Terms:
    """The stems of every word of the title and the indicators, of what is done too."""
    said = (objective.title or "", *(one.text for one in objective.indicators))
    return tuple(stem(word) for word in _WORD.findall(" ".join(said).lower()))


def _unread(
    objective: Objective, names: tuple[SectionName, ...], year: int | None, role: DateRole, *, parts: bool = False
) -> Iterator[_Found]:
    """Dates that no value holds but one of that role, with the text they stand in; if wanted, ends of half-years."""
    every = [
        (name, proof, one) for name, proof in _texts(objective, names) for one in _written(proof.quote, year, parts)
    ]
    read = _read(objective, role) if every else []
    for name, proof, one in every:
        start, end = proof.start + one.start, proof.start + one.end
        if not any(start < other and begun < end for begun, other in read):
            yield _Found(one, name, proof)


def _read(objective: Objective, role: DateRole) -> list[tuple[int, int]]:
    """The places of the dates that values hold, less those of a role."""
    kept = (one for one in objective.dates if one.role != role)
    read = [(proof.start, proof.end) for one in kept for proof in one.evidence]
    return read + [
        (proof.start, proof.end) for one in objective.indicators for value in (one.target, one.result)
        if value is not None and value.date is not None for proof in value.evidence
    ]


def _texts(objective: Objective, names: tuple[SectionName, ...]) -> Iterator[tuple[SectionName, Evidence]]:
    for name in names:
        section = objective.sections.get(name)
        for proof in section.evidence if section is not None else ():
            yield name, proof


def _written(text: str, year: int | None, parts: bool) -> Iterator[Written]:
    yield from dates_with_year(text)
    if year is not None:
        yield from dates_without_year(text, year)
        yield from days_in_figures(text, year, bare=parts)
        if parts and any(cue in text for cue in _CUES):
            yield from ends_of_parts(text, year)
            yield from feasts(text, year)
