"""Relations: what was done, told as a part or a multiple of what was planned: "il doppio di quanto previsto".

Such words leave no room for bands. They tie the only number of the results to the only one of the plan; where either
tells several, nobody knows which are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from extract.audit.check import Scene, Verdict
from extract.audit.ratio.stated import stated
from extract.audit.words.answers import pairs
from extract.audit.words.figures import Figure, figures
from extract.audit.words.likeness import terms, touches
from extract.audit.words.places import cut
from extract.audit.words.saying import Saying
from extract.audit.words.shares import FEW, FRACTIONS
from extract.audit.words.wording import english, italian
from extract.language import parse_number
from schemas.evidence import Evidence
from schemas.report import Objective, SectionName

_PLANNED: tuple[SectionName, ...] = ("title", "description", "expected_benefits", "indicator")
_TOLD: tuple[SectionName, ...] = ("results", "notes")
_MORE, _LESS = Saying("planned_share", "more"), Saying("planned_share", "less")
_TIMES, _WHOLLY = Saying("planned_share", "times"), Saying("planned_share", "whole")
_ROW, _LIMIT = Saying("planned_share", "row"), Saying("planned_share", "limit")
_LEAD = 25  # characters before a number in which a limit is told
_MULTIPLES = {"doppio": 200.0, "triplo": 300.0, "quadruplo": 400.0}
_WHOLE, _HALF = 100.0, 50.0
_BAND = 5  # percentages of bands are multiples of this
_ROUNDED, _WORDED = 1.0, 5.0  # points by which a percentage, or a share in words, may be rounded
_CUES = ("%", "cento", "doppio", "triplo", "quadruplo", "metà", *FRACTIONS)


class _Relation(NamedTuple):
    """So many percent of what was planned, where it is said, and the points by which it may be rounded."""

    percent: float
    slack: float
    said: Evidence


def relations(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """What was done against what was planned, where it is told as a part or a multiple of it, or in one row with it."""
    told = list(_texts(objective, _TOLD))
    said = [one for proof in told if any(cue in proof.quote for cue in _CUES) for one in _said(proof)]
    if not said and not pairs(objective, scene):
        said = list(_stated(objective))
    if len(said) == 1:
        asked = _only(_texts(objective, _PLANNED))
        got = _only(told, but=said[0])
        if asked and got and not _is_limit(asked[0]) and _may_be_of_one(asked[0], got[0]) and asked[0].value:
            yield _judged(said[0], asked[0].value, got[0].value, (asked[1], got[1]), scene)
    for proof in told:
        for row in _ROW.finditer(proof.quote):
            asked_for, reached, share = (float(parse_number(row[one]) or 0) for one in ("asked", "got", "share"))
            if asked_for and share % _BAND and share < _WHOLE:
                yield _judged(_Relation(share, _ROUNDED, _quoted(row, proof)), asked_for, reached, (), scene)


def _judged(
    said: _Relation, asked: float, got: float, places: tuple[Evidence, ...], scene: Scene
) -> Verdict:
    exact = _WHOLE * got / asked
    held = abs(exact - said.percent) <= max(said.slack, scene.expects.rounding)
    quote = " ".join(said.said.quote.split())
    evidence = (*places, said.said)
    if held:
        return Verdict(
            f"{italian(got)} contro {italian(asked)}: come dice «{quote}».",
            f"{english(got)} against {english(asked)}: as “{quote}” says.", evidence, held=True,
        )
    return Verdict(
        f"Il testo dice «{quote}», ma {italian(got)} contro {italian(asked)} dà {italian(exact, '%')}.",
        f"The text says “{quote}”, yet {english(got)} against {english(asked)} gives {english(exact, '%')}.",
        evidence, severity="warning",
    )


def _said(proof: Evidence) -> Iterator[_Relation]:
    for saying, sign in ((_MORE, 1), (_LESS, -1)):
        for found in saying.finditer(proof.quote):
            yield _Relation(_WHOLE + sign * _percent(found.groupdict()), _ROUNDED, _quoted(found, proof))
    for found in _WHOLLY.finditer(proof.quote):
        yield _Relation(_percent(found.groupdict()), _ROUNDED, _quoted(found, proof))
    for found in _TIMES.finditer(proof.quote):
        yield _Relation(_worded(found), _WORDED, _quoted(found, proof))


def _stated(objective: Objective) -> Iterator[_Relation]:
    """The percentage to which an objective is said to be achieved, where it is none that bands give."""
    if objective.achievement is None and (told := stated(objective)) and told[0] % _BAND and told[0] < _WHOLE:
        yield _Relation(told[0], _ROUNDED, told[1][0])


def _quoted(found: re.Match[str], proof: Evidence) -> Evidence:
    return cut(proof, proof.start + found.start(), proof.start + found.end())


def _percent(groups: Mapping[str, str | None]) -> float:
    return float(next(parse_number(one) for one in groups.values() if one) or 0)


def _worded(found: re.Match[str]) -> float:
    if found["times"]:
        return _MULTIPLES[found["times"].lower()]
    if found["half"]:
        return _HALF
    return _WHOLE * FEW[found["parts"].lower()] / FRACTIONS[found["fraction"].lower()]


def _only(proofs: Iterable[Evidence], but: _Relation | None = None) -> tuple[Figure, Evidence] | None:
    """The only number of some texts, and where it stands; not those of a relation; None where there are several."""
    found = [
        (one, cut(proof, proof.start + one.start, proof.start + one.end)) for proof in proofs
        for one in figures(proof.quote)
        if but is None or not but.said.start <= proof.start + one.start < but.said.end
    ]
    return found[0] if len({one.value for one, _ in found}) == 1 and found[0][0].unit != "%" else None


def _is_limit(one: Figure) -> bool:
    """True for "almeno 5.000": what was foreseen may be another number."""
    return _LIMIT.search(one.text[max(0, one.start - _LEAD) : one.start]) is not None


def _may_be_of_one(one: Figure, other: Figure) -> bool:
    """True where two numbers may count the same: what they name, if both name a thing, has a word in common."""
    names = terms(one.label), terms(other.label)
    return one.unit == other.unit and (not all(names) or touches(*names))


def _texts(objective: Objective, names: tuple[SectionName, ...]) -> Iterator[Evidence]:
    for name in names:
        section = objective.sections.get(name)
        yield from section.evidence if section is not None else ()
