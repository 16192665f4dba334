"""Every value of before that an objective tells, with what it is of: as read, in tables, and by the words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.audit.check import Scene
from extract.audit.targets.baseline import Before
from extract.audit.targets.before import (
    FROM,
    INSTEAD,
    OPENED,
    TO,
    Earlier,
    is_midway,
    is_of_opening,
    is_share,
    label_of,
    named_beside,
    told_before,
    was_so,
)
from extract.audit.words.figures import Figure, counted, figures, led_by
from extract.audit.words.likeness import Terms, only_says, opens, terms, touches
from extract.audit.words.moments import year_of
from extract.audit.words.places import STOP, clause, clause_at, cut, end, place, said_around, spot, years_at
from extract.audit.words.ratios import EARLIER
from extract.audit.words.saying import Saying
from schemas.evidence import Evidence, Traced
from schemas.report import Objective, Quantity, SectionName

_IN_BRACKETS = re.compile(r"\A[^()]*\([^()]*\b(?:19|20)\d\d\b[^()]*\)[^()\d\n]*\Z")
_MONTH_BEHIND = Saying("before", "month_behind")
_MONTH = Saying("before", "month_of_a_year")
_AGAINST = Saying("origins", "against")
_PAST = Saying("origins", "past")
_MOVING = Saying("origins", "moving")
_SPANS = Saying("origins", "spans")
_REACHED = Saying("origins", "reached")
_EXPECTED = Saying("origins", "expected")
_NOW = Saying("origins", "now")
_UNIT = Saying("origins", "unit")
_SAID_DONE = Saying("origins", "said_done")
_NEXT = 60  # characters behind a number that may say how it is counted
_HEAD = re.compile(r"\n\s*[A-ZÀÈÉÌÒÙ][^\n:.;]{2,40}:\s")
_LEAD = 120  # characters before a number in which the thing that it is of may be named


def values_before(objective: Objective, scene: Scene) -> list[Before]:
    """Every value of before: as the grammar read it, in tables, and as the words beside a number of the text say."""
    text = scene.report.report.text
    seen = (one if text is None or one.where == "series" else _beside(one, text) for one in _every(objective, scene))
    known = (one for one in seen if not any(form.search(one.lead) for form in (_SPANS, _MONTH, _REACHED, _EXPECTED)))
    known = (one for one in known if not (one.where in ("results", "notes") and _NOW.search(one.lead)))
    whole = (one for one in known if not _MONTH_BEHIND.match(one.behind) or is_of_opening(one.lead, one.behind))
    told = [one for one in whole if one.years or not is_midway(one.lead, one.behind)]
    meant = _meant(objective, told)
    return [one for one in told if one.value not in meant or not INSTEAD.search(one.lead)]


def _meant(objective: Objective, told: list[Before]) -> set[float]:
    """The numbers that an objective tells before its results, and that are not of before: "11 giorni anziché 12"."""
    sections = (objective.sections.get(name) for name in ("description", "expected_benefits", "indicator"))
    proofs = (proof for section in sections if section is not None for proof in section.evidence)
    every = {one.value for proof in proofs for one in figures(proof.quote)}
    return every - {one.value for one in told if one.where not in ("results", "notes")}


def _beside(one: Before, text: str) -> Before:
    """A value with what stands next to it, and with what its verb says was done: "erano iscritte 14 imprese"."""
    proof = one.source.evidence[0]
    at, stop = spot(one.source) if isinstance(one.source, Quantity) else (proof.start, proof.end)
    lead = text[max(0, at - _LEAD) : at]
    lead = lead[max((found.end() for form in (STOP, _HEAD) for found in form.finditer(lead)), default=0) :]
    behind = STOP.split(text[stop : stop + _NEXT], maxsplit=1)[0]
    done = _SAID_DONE.search(lead)
    names = terms(f"{one.label} {done[1]}") if done and one.names else one.names
    return one._replace(lead=lead, behind=behind, names=names)


def _every(objective: Objective, scene: Scene) -> list[Before]:
    found = list(_read_before(objective, scene))
    read = [proof for one in found for proof in one.source.evidence]
    for one in told_before(objective, scene.year):
        stop = one.proof.start + one.figure.end
        if not any(proof.start < stop and one.start < proof.end for proof in read):
            label = label_of(one.figure, one.whole) or _led_to(one.figure)
            label = "" if _MOVING.match(label) else label
            label = label or _named_before(one.start, one.section, one.figure.unit, objective)
            label, known = _measured_by(one, label, objective)
            proof = cut(one.proof, one.start, stop)
            source = Traced(evidence=(proof,))
            found.append(Before(
                one.figure.value, one.figure.unit, label, terms(label), one.section, one.years, source,
                (*terms(clause_at(one.proof.quote, one.figure.start)), *known), is_part=one.whole is not None,
            ))
    return [*found, *_in_title(objective)]


def _measured_by(one: Earlier, label: str, objective: Objective) -> tuple[str, Terms]:
    """The name of a value, and what else is known of it, where it is what the only indicator measures."""
    text, start, end = one.figure.text, one.figure.start, one.figure.end
    if INSTEAD.search(text, max(0, start - _LEAD), start) and len(objective.indicators) == 1:
        return objective.indicators[0].text, ()
    opened = is_of_opening(text[max(0, start - _LEAD) : start], text[end : end + _LEAD])
    return label, _measured(objective) if opened else ()


def _in_title(objective: Objective) -> Iterator[Before]:
    """Where a change begins that a title tells, and that ends with what an indicator asks: "rete da 12 a 18 km"."""
    asked = {one.target.value for one in objective.indicators if one.target is not None}
    for proof in objective.evidence.get("title", ()):
        for first, last in pairwise(figures(proof.quote)):
            led, between = FROM.search(proof.quote[: first.start]), TO.fullmatch(proof.quote[first.end : last.start])
            if led and between and last.value in asked and first.unit in (None, last.unit):
                source = Traced(evidence=(cut(proof, proof.start + first.start, proof.start + first.end),))
                yield Before(first.value, last.unit, "", (), "title", frozenset(), source, terms(proof.quote))


def _read_before(objective: Objective, scene: Scene) -> Iterator[Before]:
    text, year = scene.report.report.text, scene.year
    yield from _compared(objective, text)
    for one in objective.quantities:
        if one.role != "baseline" or _behind_brackets(one, text) or _is_part(one, text):
            continue
        if not _is_now(one, objective, scene):
            proofs = _proofs(one.section, objective)
            years = frozenset(found for found in years_at(text, one, proofs) if year is None or found < year)
            said = terms(said_around(text, one, proofs))
            label = "" if _is_no_name(one.label or "") or _UNIT.fullmatch(one.label or "") else one.label or ""
            label = label or _named_behind(one, objective)
            label = label or _named_before(place(one), one.section, one.unit, objective)
            label = label or _led_by(one, objective)
            if _UNIT.fullmatch(one.label or "") and not touches(said, _measured(objective)):
                label = label or one.label or ""  # no more than its unit is known of it
            if not label or only_says(label, "anyone"):
                said += _measured(objective) if one.section in ("results", "notes") else ()
            else:
                said += terms(objective.title or "")  # all of an objective is of what its title names
            yield Before(one.value, one.unit, label, terms(label), one.section, years, one, said)
    for indicator in objective.indicators:
        before = indicator.baseline
        if before is not None and before.value is not None and not isinstance(before.value, bool) and not before.date:
            name = "" if _is_no_name(indicator.text) and len(terms(indicator.text)) == 1 else indicator.text
            yield Before(before.value, before.unit, name, terms(name), "indicator", frozenset(), before)
    cells = {one.baseline.evidence[0].start for one in objective.indicators if one.baseline is not None}
    for point in objective.series:
        if year is not None and point.year == year - 1 and point.evidence[0].start not in cells:
            yield Before(
                point.value, point.unit, point.label, terms(point.label), "series", frozenset({point.year}), point
            )


def _behind_brackets(one: Quantity, text: str | None) -> bool:
    """True where the only year before a number stands in brackets of another: "410 (320 nel 2017), i volontari 48"."""
    if text is None:
        return False
    said = text[clause(text, one.evidence[0])[0] : place(one)]
    return _IN_BRACKETS.search(said) is not None and not EARLIER.match(text, end(one))


def _is_now(one: Quantity, objective: Objective, scene: Scene) -> bool:
    """True for the value that another of before is set against: "13.500, contro le 12.000 del 2017"."""
    text, year = scene.report.report.text, scene.year
    if text is None:
        return False
    at, stop = spot(one)
    lead = _lead(one, objective)
    if year is not None and year_of(text, at, stop, year) == year and not OPENED.search(lead):
        return _PAST.search(lead.rpartition(str(year))[2]) is None
    against = _AGAINST.match(text, stop)
    return against is not None and not _PAST.search(lead) and not _PAST.search(against["words"])


def _led_by(one: Quantity, objective: Objective, any_time: bool = False) -> str:
    """What the words before a value without a label say that was so many: "i fascicoli digitali erano il 44%"."""
    lead = _lead(one, objective)
    label = led_by(lead, len(lead)) if any_time or was_so(lead) else ""
    return "" if _is_no_name(label) else label


def _lead(one: Quantity, objective: Objective) -> str:
    """The words of its section right before a value, at most `_LEAD` characters."""
    at = place(one)
    proofs = _proofs(one.section, objective)
    proof = next((found for found in proofs if found.start <= at < found.end), None)
    lead = "" if proof is None else proof.quote[max(0, at - proof.start - _LEAD) : at - proof.start]
    return lead[max((found.end() for found in STOP.finditer(lead)), default=0) :]


def _led_to(one: Figure) -> str:
    """What the words before a number name, where only words of time stand behind it: "200 l'anno scorso"."""
    label = named_beside(one) if one.label and only_says(one.label, "times") else ""
    return "" if _is_no_name(label) else label


def _named_behind(one: Quantity, objective: Objective) -> str:
    """What the words right behind a value count: "passaggio da 1.310 iscritti a 1.524"."""
    at = place(one)
    for proof in _proofs(one.section, objective):
        if proof.start <= at < proof.end and one.unit is None:
            found = next((two for two in figures(proof.quote) if two.start <= at - proof.start < two.end), None)
            label = counted(proof.quote, found.end) if found else ""
            return "" if _is_no_name(label) or _UNIT.fullmatch(label) else label
    return ""


def _measured(objective: Objective) -> Terms:
    """What the only indicator measures: a number of the results that names nothing is of it."""
    return terms(objective.indicators[0].text) if len(objective.indicators) == 1 else ()


def _proofs(section: SectionName, objective: Objective) -> tuple[Evidence, ...]:
    found = objective.sections.get(section)
    return found.evidence if found is not None else ()


def _is_part(one: Quantity, text: str | None) -> bool:
    return text is not None and is_share(text, place(one), end(one))


def _is_no_name(label: str) -> bool:
    """True for what is no name of a thing: words of time and change, the verb that leads to a number."""
    if opens(label, "nameless") or opens(label, "change") or _MOVING.match(label) is not None:
        return True
    return only_says(label, "times")


def _named_before(at: int, section: str, unit: str | None, objective: Objective) -> str:
    """What the last number before a place counts, in the same section and unit."""
    before = [one for one in objective.quantities if one.section == section and one.unit == unit and place(one) < at]
    named = ((one.label or "") if not _is_no_name(one.label or "") else _led_by(one, objective, any_time=True)
             for one in sorted(before, key=place, reverse=True))
    return next((label for label in named if label), "")


def _compared(objective: Objective, text: str | None) -> Iterator[Before]:
    """ "60 visite, a fronte delle 52 del 2017": a whole of an earlier year is what the number before it was then."""
    for part, one in pairwise(sorted(objective.quantities, key=place)):
        together = part.section == one.section and part.unit == one.unit and part.label
        if one.role == "base" and together and text is not None and (found := EARLIER.match(text, end(one))):
            years = frozenset({int(found[1])}) if found[1] else frozenset[int]()
            yield Before(one.value, one.unit, part.label or "", terms(part.label or ""), one.section, years, one)


