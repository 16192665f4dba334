"""Baselines: what was there before, told in two places of an objective."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from extract.audit.before import is_share, label_of, told_before, was_so
from extract.audit.check import Check, Scene, Verdict, shown
from extract.audit.figures import figures, led_by
from extract.audit.likeness import Terms, equal, only_says, opens, same, terms, touches
from extract.audit.measures import near
from extract.audit.places import clause, clause_at, cut, end, place, said_around, spot, years_at
from extract.audit.ratios import EARLIER
from extract.audit.wording import english, italian, named
from schemas.evidence import Traced
from schemas.report import Objective, Quantity

_FAR = 3.0  # times that two values of one thing before may differ at most
_LEAD = 120  # characters before a number in which the thing that it is of may be named
_MANY = 60  # values of one objective beyond which they are not compared with each other


_IN_BRACKETS = re.compile(r"\A[^()]*\([^()]*\b(?:19|20)\d\d\b[^()]*\)[^()\d\n]*\Z")
_AGAINST = re.compile(
    r"(?i)(?P<words>[^\d.;:()]{0,60}?)(?:,?\s*\b(?:contro|rispetto|a\s+fronte|a\s+(?:confronto|paragone)|in\s+confronto|mentre|laddove|dove"
    r"|quando)\b|;\s*(?:a|nel|ne[il]|all|l|lo|era|erano|si)\b)"
)
_PAST = re.compile(
    r"(?i)\b(?:contro|rispetto|fronte|confronto|paragone|da(?:l|i|gli|lle|lla)?|er[ao]|erano|[^\W\d_]+(?:[aei]va(?:no)?)|fu|furono|preced\w+|scors\w+"
    r"|prima|iniz\w+|avvio|partenza|origin\w+|storic\w+|base|baseline|già|allora|fa|finora|(?:19|20)\d\d)\b"
)
_MOVING = re.compile(r"(?i)(?:muov|part(?:iv|it|end)|fronte\b|confronto\b|contro\b|rispetto\b)\w*")


class Before(NamedTuple):
    """A value of an earlier time.

    `where` tells the place it is stated in, `years` and `said` the years and words of its clause.
    """

    value: float
    unit: str | None
    label: str
    names: Terms
    where: str
    years: frozenset[int]
    source: Traced
    said: Terms = ()


def baseline_differs(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """Two values of the same thing before, told in two places."""
    found = _together(_before(objective, scene))
    if len(found) > _MANY:
        return
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            if not _of_one_thing(one, other, found) or _is_explained(one, other, found, objective, scene.year):
                continue
            evidence = shown(one.source, other.source)
            one_it, other_it = italian(one.value, one.unit), italian(other.value, other.unit)
            one_en, other_en = english(one.value, one.unit), english(other.value, other.unit)
            if near(one.value, other.value):
                yield Verdict(
                    f"Valore di partenza uguale nei due punti: {one_it} ({named(one.label or other.label)}).",
                    f"The same baseline in both places: {one_en} ({named(one.label or other.label)}).",
                    evidence, held=True,
                )
            else:
                yield Verdict(
                    f"Valore di partenza diverso: {one_it} e {other_it} ({named(one.label or other.label)}).",
                    f"Baselines differ: {one_en} and {other_en} ({named(one.label or other.label)}).", evidence,
                )


def _together(found: list[Before]) -> tuple[Before, ...]:
    """One for each place, value and name: a value that a section repeats is told once."""
    kept: dict[tuple[str, float, str | None, Terms], Before] = {}
    for one in found:
        kept.setdefault((one.where, one.value, one.unit, one.names), one)
    return tuple(kept.values())


def _before(objective: Objective, scene: Scene) -> list[Before]:
    """Every value of before: as the grammar read it, in tables, and as the words beside a number of the text say."""
    found = list(_read_before(objective, scene))
    read = {place(one.source): one for one in found if isinstance(one.source, Quantity)}
    for one in told_before(objective, scene.year):
        if not any(one.start <= at < one.proof.start + one.figure.end for at in read):
            label = label_of(one.figure) or _named_before(one.start, one.section, one.figure.unit, objective)
            proof = cut(one.proof, one.start, one.proof.start + one.figure.end)
            source = Traced(evidence=(proof,))
            found.append(Before(
                one.figure.value, one.figure.unit, label, terms(label), one.section, one.years, source,
                terms(clause_at(one.proof.quote, one.figure.start)),
            ))
    return found


def _read_before(objective: Objective, scene: Scene) -> Iterator[Before]:
    text, year = scene.report.report.text, scene.year
    yield from _compared(objective, text)
    for one in objective.quantities:
        if one.role == "baseline" and not (_behind_brackets(one, text) or _is_part(one, text) or _is_now(one, text)):
            years = frozenset(found for found in years_at(text, one) if year is None or found < year)
            said = terms(said_around(text, one))
            label = "" if _is_no_name(one.label or "") else one.label or ""
            label = label or _named_before(place(one), one.section, one.unit, objective)
            label = label or _led_by(one, objective)
            yield Before(one.value, one.unit, label, terms(label), one.section, years, one, said)
    for indicator in objective.indicators:
        before = indicator.baseline
        if before is not None and before.value is not None and not isinstance(before.value, bool) and not before.date:
            name = "" if _is_no_name(indicator.text) and len(terms(indicator.text)) == 1 else indicator.text
            yield Before(before.value, before.unit, name, terms(name), "indicator", frozenset(), before)
    for point in objective.series:
        if year is not None and point.year == year - 1:
            yield Before(
                point.value, point.unit, point.label, terms(point.label), "series", frozenset({point.year}), point
            )


def _behind_brackets(one: Quantity, text: str | None) -> bool:
    """True where the only year before a number stands in brackets of another: "410 (320 nel 2017), i volontari 48"."""
    if text is None:
        return False
    said = text[clause(text, one.evidence[0])[0] : place(one)]
    return _IN_BRACKETS.search(said) is not None and not EARLIER.match(text, end(one))


def _is_now(one: Quantity, text: str | None) -> bool:
    """True for the value that another of before is set against: "13.500, contro le 12.000 del 2017"."""
    if text is None:
        return False
    at, stop = spot(one)
    lead = text[clause(text, one.evidence[0])[0] : at]
    against = _AGAINST.match(text, stop)
    return against is not None and not _PAST.search(lead) and not _PAST.search(against["words"])


def _clause(one: Before, objective: Objective) -> str:
    """The words of the clause that a value of the prose stands in, within its section."""
    section = next((found for name, found in objective.sections.items() if name == one.where), None)
    at = one.source.evidence[0].start
    proofs = section.evidence if section is not None and one.where != "indicator" else ()
    return next((clause_at(proof.quote, at - proof.start) for proof in proofs if proof.start <= at < proof.end), "")


def _led_by(one: Quantity, objective: Objective, any_time: bool = False) -> str:
    """What the words before a value without a label say that was so many: "i fascicoli digitali erano il 44%"."""
    at = place(one)
    proof = next((found for found in objective.sections[one.section].evidence if found.start <= at < found.end), None)
    lead = "" if proof is None else proof.quote[max(0, at - proof.start - _LEAD) : at - proof.start]
    label = led_by(lead, len(lead)) if any_time or was_so(lead) else ""
    return "" if _is_no_name(label) else label


def _is_part(one: Quantity, text: str | None) -> bool:
    return text is not None and is_share(text, place(one), end(one))


def _is_explained(
    one: Before, other: Before, every: tuple[Before, ...], objective: Objective, year: int | None
) -> bool:
    """True where two values differ and may both be right.

    One is of a year before the last, or its place tells the other too, or numbers that sum to it.
    """
    if near(one.value, other.value):
        return False
    for here, there in ((one, other), (other, one)):
        if year is not None and here.years and not there.years and max(here.years) < year - 1:
            return True
        if any(two.where == here.where and two.unit == here.unit and near(two.value, there.value) for two in every):
            return True
        said = _clause(here, objective)
        told = [two.value for two in figures(said) if two.unit == here.unit and not is_share(said, two.start, two.end)]
        if any(near(value, there.value) for value in (*told, sum(told))):
            return True
    return False


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


def _of_one_thing(one: Before, other: Before, every: tuple[Before, ...]) -> bool:
    if one.unit != other.unit or one.where == other.where:
        return False
    if one.years and other.years and not one.years & other.years:
        return False
    if equal(one.names, other.names):
        return True
    if not _is_named(one, other, every) and not same(one.names, other.names):
        return False
    rivals = (rival for rival in every if rival is not one and rival is not other)
    return not any(rival.unit == one.unit and rival.names[:1] == one.names[:1] for rival in rivals)


def _is_named(one: Before, other: Before, every: tuple[Before, ...]) -> bool:
    """True where what one has in its label stands around the other: "iscritte quattordici start-up innovative".

    A value without a label is that of the indicator whose words stand around it, if nothing else was before.
    """
    for bare, full in ((one, other), (other, one)):
        if bare.names:
            told = bare.names[:1] == full.names[:1] and bool(bare.said)
        else:
            told = sum(rival.unit == bare.unit for rival in every) == 2
            close = full.value != 0 and 1 / _FAR <= bare.value / full.value <= _FAR
            if told and close and ("indicator" in (full.where, bare.where) or touches(full.names, bare.said)):
                return True
        if told and len(full.names) > (not bare.names) and all(touches((name,), bare.said) for name in full.names):
            return True
    return False


CHECKS = (
    Check(
        "target.baseline-differs", "warning", "Valori di partenza diversi", "Baselines that differ",
        "Il valore di partenza è scritto in due modi: l'incremento cambia con esso.",
        "The baseline is stated in two ways: the increase depends on it.",
        "Descrizione: le imprese abilitate erano 4. Risultati: da 6 a 31 imprese abilitate",
        single=baseline_differs,
    ),
)
