"""Ratios and what stands beside them: a ratio in a note or a text, its percentage in a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.audit.check import Scene
from extract.audit.words.figures import in_digits
from extract.audit.words.fractions import of_indicator
from extract.audit.words.likeness import speaks_of, terms, touches
from extract.audit.words.places import cut
from extract.audit.words.ratios import Ratio, ratios, written
from extract.audit.words.saying import Saying
from extract.language import parse_number
from schemas.report import Indicator, Objective, Section, SectionName

_WHOLE = 100
_TRUNCATED = 1.0  # points by which a whole percentage falls short where it was cut, not rounded
_BARE, _BOUND = Saying("beside", "bare"), Saying("beside", "bound")
_TOLD: tuple[SectionName, ...] = ("results", "notes")
_YEARS = range(1990, 2100)
_NEXT = 24  # characters behind a number in which its participle stands
_ANOTHER = 25.0  # points from a result beyond which a ratio in a note is of another thing


def told(objective: Objective, scene: Scene) -> tuple[Ratio, ...]:
    """Every ratio that an objective tells, in prose, notes and cells."""
    return scene.once("told", objective, lambda one, here: tuple(_told(one, here)))


def in_prose(objective: Objective, scene: Scene) -> Sequence[Ratio]:
    """The ratios that an objective tells in prose."""
    return scene.once("ratios", objective, lambda one, here: ratios(one, here.report.report.text))


def _told(objective: Objective, scene: Scene) -> Iterator[Ratio]:
    prose = in_prose(objective, scene)
    if not any(ratio.stated is not None for ratio in prose):
        yield from of_indicator(objective)
    for ratio in (*prose, *_in_notes(objective, prose)):
        yield _with_result(ratio, objective)
    yield from (found for one in objective.indicators if (found := written(one)))


def _in_notes(objective: Objective, found: Sequence[Ratio]) -> Iterator[Ratio]:
    """Ratios of a note without verbs, "Sorvegliati 127 viadotti su 180", where an indicator is a share."""
    if not any(_is_percent(one) for one in objective.indicators):
        return
    for name in _TOLD:
        section = objective.sections.get(name)
        if section is not None and not any(one.section == name for one in found):
            yield from _bare(section, name)


def _bare(section: Section, name: SectionName) -> Iterator[Ratio]:
    for proof in section.evidence:
        text, places = in_digits(proof.quote)
        for one in _BARE.everywhere(text):
            part, whole = (parse_number(one[name]) for name in ("part", "whole"))
            if part and whole and part <= whole and whole not in _YEARS and not _BOUND.search(text[: one.start()]):
                places_of = ((places[one.start(name)], places[one.end(name)]) for name in ("part", "whole"))
                yield Ratio(
                    float(part), float(whole), None, terms(one[0] + text[one.end() : one.end() + _NEXT]),
                    tuple(cut(proof, proof.start + start, proof.start + end) for start, end in places_of),
                    section=name,
                )


def _with_result(ratio: Ratio, objective: Objective) -> Ratio:
    """A ratio told in a note without its percentage: that is the result of the one indicator in percent it speaks of.

    "Controllati 34 scarichi su 51" beside a result of 66,7%.
    """
    if ratio.stated is not None:
        return ratio
    stated = objective.achievement
    if ratio.section == "results" and not objective.indicators and stated is not None and stated % 1:
        return ratio._replace(stated=float(stated), stated_evidence=objective.evidence["achievement"])
    if ratio.section not in _TOLD:
        return ratio
    shares = [one for one in objective.indicators if one.result is not None and _is_percent(one)]
    spoken = [one for one in shares if touches(terms(one.text), ratio.names)]
    if len(spoken) != 1 or spoken[0].result is None or written(spoken[0]) is not None:
        return ratio
    result = spoken[0].result
    told, other = float(result.value or 0), _WHOLE - ratio.percent
    if abs(told - other) <= _TRUNCATED or abs(told - ratio.percent) > _ANOTHER:
        return ratio  # what was left over, or a share of something else
    return ratio._replace(stated=told, stated_evidence=result.evidence)


def _is_percent(indicator: Indicator) -> bool:
    """True for a result in percent that is a share, not a change."""
    result = indicator.result
    if result is None or result.unit != "%" or not isinstance(result.value, int | float) or result.operator is not None:
        return False
    return not speaks_of(indicator.text, "changing")
