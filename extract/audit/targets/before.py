"""What there was before, as a text tells it: "si partiva da 12", "le 38 di partenza", "da 43 a 29", "a fine 2020 320".

These numbers are read here where the grammar gave them no role, for the check of baselines alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.audit.words.figures import Figure, figures, led_by
from extract.audit.words.likeness import only_says
from extract.audit.words.moments import year_of
from extract.audit.words.places import STOP
from extract.audit.words.saying import Saying
from schemas.evidence import Evidence
from schemas.report import Objective, SectionName

_LEADS = Saying("before", "leads")
_SO_FAR = Saying("before", "so_far")
_BEHIND = Saying("before", "behind")
YEAR_AGO = Saying("before", "year_ago")
_ADDED_TO, _EXISTING = Saying("before", "added_to"), Saying("before", "existing")
_SINCE_JANUARY, _IN_JANUARY = Saying("before", "since_january"), Saying("before", "in_january")
_IN_UNIT = Saying("before", "in_unit")
INSTEAD, _ASKED = Saying("before", "instead"), Saying("before", "asked")
FROM = Saying("before", "from")
TO = Saying("before", "to")
_CHANGED = Saying("before", "changed")
_TO_BE_CHANGED = Saying("before", "to_be_changed")
_GROUPED = Saying("before", "grouped")
_WAS = Saying("before", "was")
_MEANT = Saying("before", "meant")
_LATER = Saying("before", "later")
_MIDWAY = Saying("before", "midway")
_ONCE = Saying("before", "once")
_NOW = Saying("before", "now")
_EACH = Saying("before", "each")
_SHARE_BEHIND = Saying("before", "share_behind")
_SHARE_IN_FRONT = Saying("before", "share_in_front")
_PART_IN_FRONT = Saying("before", "part_in_front")
OPENED = Saying("before", "opened")
# What stands before "da 6 a 31" where no verb does: "imprese abilitate".
_BARE = re.compile(r"(?i)\s*(?:n\.\s*)?[^\W\d_]+(?:[ \n]+[^\W\d_]+[’']?){0,5}[ ,:]*\Z")
_REACH = 100
_APPOSED = re.compile(r"((?<![^\W\d_])[^\W\d_][^.;:,()\d]{3,60}),\s*(?:n\.\s*)?\Z")
_UNITS = {"gi": "days", "gg": "days", "or": "hours", "me": "months", "mi": "minutes"}
_PHRASE = re.compile(r"[^,;:.()\n\d]{0,60}")
_PLACES: tuple[SectionName, ...] = ("description", "expected_benefits", "indicator", "results", "notes")


class Earlier(NamedTuple):
    """A number of before, the section and evidence it stands in; and the number of which it is a part."""

    figure: Figure
    section: SectionName
    proof: Evidence
    years: frozenset[int]
    whole: Figure | None = None

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
                if year is not None and YEAR_AGO.match(proof.quote, one.end):
                    of = year - 1
                opened = OPENED.search(proof.quote, max(0, one.start - _REACH), one.start)
                if opened and year is not None and int(opened["year"]) == year:
                    of = year - 1  # what there was on the first of January was there at the end of the year before
                earlier = of is not None and year is not None and of < year
                before = of is None and _is_before(proof.quote, found, at, name)
                if not earlier and not before and not _is_opening(one, name, objective):
                    continue
                if not is_share(proof.quote, one.start, one.end):
                    years = frozenset[int]() if of is None else frozenset({of})
                    yield Earlier(_with_unit(found, at, name), name, proof, years)
                    yield from _part_of(one, found[at + 1 : at + 2], name, proof, years)


def _with_unit(found: list[Figure], at: int, section: SectionName) -> Figure:
    """A number with the unit of the one that it is set against, or that its indicator counts in: "giorni (base 12)"."""
    one = found[at]
    if one.unit is not None:
        return one
    if at and INSTEAD.search(one.text, found[at - 1].end, one.start):
        return one._replace(unit=found[at - 1].unit)
    counted = _IN_UNIT.search(one.text, 0, one.start) if section == "indicator" else None
    return one if counted is None else one._replace(unit=_UNITS[counted["unit"][:2].lower()])


def _part_of(
    whole: Figure, following: list[Figure], name: SectionName, proof: Evidence, years: frozenset[int]
) -> Iterator[Earlier]:
    """What was a part of a number of before: "1.265 alberi, dei quali 318 da potare"."""
    for one in following:
        between = proof.quote[whole.end : one.start]
        apart = ")" in between or STOP.search(between) is not None
        if one.unit == whole.unit and not apart and _PART_IN_FRONT.search(between):
            yield Earlier(one, name, proof, years, whole)


def is_share(text: str, start: int, end: int) -> bool:
    """True for a number that is a part of the one before it, or a difference: "otto dei quali", "30 in meno"."""
    in_front = text[max(0, start - _REACH) : start]
    return _SHARE_BEHIND.match(text, end) is not None or _SHARE_IN_FRONT.search(in_front) is not None


def is_of_opening(lead: str, behind: str) -> bool:
    """True for what there was as the year began: "ai 4 già aperti se ne aggiungono 2", "4 a gennaio, 3 a dicembre"."""
    if _ADDED_TO.search(lead) and _EXISTING.match(behind):
        return True
    return _SINCE_JANUARY.match(behind) is not None


def _is_opening(one: Figure, section: SectionName, objective: Objective) -> bool:
    """True for what results say there was when the year began; of January only where the description does so too."""
    lead, behind = one.text[max(0, one.start - _REACH) : one.start], one.text[one.end : one.end + _REACH]
    described = objective.sections.get("description")
    if section == "description" or described is None or not is_of_opening(lead, behind):
        return False
    return _SINCE_JANUARY.match(behind) is None or _IN_JANUARY.search(described.text) is not None


def _is_before(text: str, found: list[Figure], at: int, section: SectionName) -> bool:
    one = found[at]
    previous = found[at - 1].end if at else 0
    lead = text[max(previous, one.start - _REACH) : one.start]
    lead = lead[max((cut.end() for cut in STOP.finditer(lead)), default=0) :]
    if _is_scale(one, found[at + 1 : at + 2], lead):
        return False
    if section in ("results", "notes") and INSTEAD.search(lead) and not _ASKED.match(text, one.end):
        return at > 0
    if _LEADS.search(lead) or _BEHIND.match(text, one.end) or _was(text, one, lead, section):
        return True
    if section == "description" and _SO_FAR.search(lead) and not _TO_BE_CHANGED.search(lead):
        return True
    if not (led := FROM.search(lead)) or at + 1 == len(found) or found[at + 1].unit != one.unit:
        return False
    between = text[one.end : found[at + 1].start]
    if TO.fullmatch(between) is None or _TO_BE_CHANGED.search(lead):
        return False
    if _CHANGED.search(lead) or _CHANGED.search(between):
        return True
    named = lead[: led.start()]
    if section not in ("results", "notes") or _GROUPED.search(named):
        return False
    if not named.strip() and at == 0:
        return _leads_to_things(found[at + 1])
    return _BARE.match(named) is not None


def _is_scale(one: Figure, following: list[Figure], lead: str) -> bool:
    """True for where a scale begins: "giudizio medio (da 1 a 5)"."""
    led = one.value in (0, 1) and following and FROM.search(lead)
    return bool(led) and TO.fullmatch(one.text[one.end : following[0].start]) is not None


def _leads_to_things(one: Figure) -> bool:
    """True for the second number of "da 150 a 212 iscritti" at the beginning; not "da 3 a 5 per aula"."""
    behind = STOP.split(one.text[one.end : one.end + _REACH], maxsplit=1)[0]
    return bool(one.label) and not _GROUPED.search(behind) and not _EACH.search(behind)


def is_midway(lead: str, behind: str) -> bool:
    """True where the words beside a number say that it is of a day within the year: "a giugno erano 250"."""
    return _LATER.match(behind) is not None or _MIDWAY.search(lead) is not None


def was_so(lead: str) -> bool:
    """True where a verb leads to a number that says what was, and not what was to be."""
    found = _WAS.search(lead)
    return found is not None and not _MEANT.match(found["verb"]) and not _MEANT.search(found["words"])


def _was(text: str, one: Figure, lead: str, section: SectionName) -> bool:
    """True behind a verb of what was; results use it of their own year, unless they say that it is otherwise now."""
    found = _WAS.search(lead) if section != "indicator" else None
    if found is None or not was_so(lead):
        return False
    if section in ("description", "expected_benefits"):
        return True
    if _LATER.match(text, one.end):
        return False
    return found["that"] is not None or _ONCE.search(lead) is not None or _NOW.match(text, one.end) is not None


def label_of(one: Figure, whole: Figure | None = None) -> str:
    """What a number of before counts; nothing where only words of time stand beside it.

    A part counts what its `whole` does, and the words behind it say which of them.
    """
    if whole is not None:
        behind = _PHRASE.match(one.text, one.end)
        return f"{whole.label} {behind[0] if behind else ''}"
    if (ago := YEAR_AGO.match(one.text, one.end)) and not ago["words"]:
        return named_beside(one)
    return "" if only_says(one.label, "times") else one.label


def named_beside(one: Figure) -> str:
    """What a number is of behind which only words of time stand: "gli iscritti, 55 dodici mesi prima, sono 73"."""
    apposed = _APPOSED.search(one.text, max(0, one.start - _REACH), one.start)
    return apposed[1].strip() if apposed else led_by(one.text, one.start)
