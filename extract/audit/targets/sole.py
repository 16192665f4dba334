"""Sole: what the plan tells of the only thing that an objective measures, in plain words of what will be done.

"La Polizia locale terrà quindici lezioni", "sottopone a sopralluogo 50 concessioni", "siano pagate, in media, a trenta
giorni": no word of such a sentence calls its number a target, but it is of what the indicator counts. For comparing two
targets of one thing, not for judging results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.audit.targets.intents import signed
from extract.audit.words.answers import Asked
from extract.audit.words.figures import Figure, figures
from extract.audit.words.likeness import Terms, same, terms, touches
from extract.audit.words.measures import TIMES, Bound, rising, timed
from extract.audit.words.places import clause_at, cut
from extract.audit.words.plans import PLANNED, is_for_a_time
from extract.audit.words.saying import Saying
from schemas.evidence import Evidence
from schemas.report import Objective, SectionName, Target

_WILL, _DOES, _IS_PUT = Saying("sole", "will"), Saying("sole", "does"), Saying("sole", "is_put")
_WAS, _SINCE = Saying("plans", "was_done"), Saying("sole", "was")
_LETTERS = 4  # that words of one family begin with
_REACH = 40
_COUNTED_BY = Saying("sole", "counted_by")


def told_of_it(objective: Objective, asked: Sequence[Asked]) -> Iterator[Asked]:
    """The only number that description and benefits tell of what the only indicator measures, where no value has it."""
    if len(objective.indicators) != 1:
        return
    indicator = objective.indicators[0]
    names = next((one.names for one in asked if one.section == "indicator"), terms(indicator.text))
    planned = [one for one in asked if one.section in PLANNED]
    if planned or not names:
        yield from _of_more_words(planned, names, objective)
        return
    found = [one for name in PLANNED for one in _told(objective, name, names, indicator.text)]
    if len({(one.value, one.unit) for _, one, _ in found}) != 1:
        return
    name, one, proof = found[0]
    of = cut(proof, proof.start + one.start, proof.start + one.end)
    sign = signed(one.text[max(0, one.start - _REACH) : one.start])
    source = Target(label=indicator.text, operator=sign, value=one.value, unit=one.unit, section=name, evidence=(of,))
    bound = Bound(sign, one.value, None, one.unit, rising(indicator.text, one.unit))
    yield Asked(bound, indicator.text, names, name, (of,), source)


def _of_more_words(planned: Sequence[Asked], names: Terms, objective: Objective) -> Iterator[Asked]:
    """The only target of the plan, which names the same thing, told with the indicator's deed: "sottopone a visita"."""
    if len(planned) != 1 or not planned[0].names or not names or planned[0].bound.unit is not None:
        return
    one = planned[0]
    if same(one.names, names):
        return
    proof = one.evidence[0]
    section = objective.sections.get(_proof_section(one))
    said = next(
        (clause_at(own.quote, proof.start - own.start) for own in (section.evidence if section else ())
         if own.start <= proof.start < own.end), "",
    )
    if one.names[0] == names[0] and all(touches((name,), terms(said)) for name in names):
        yield one._replace(names=names)


def _proof_section(one: Asked) -> SectionName:
    """The section that a target of the plan stands in."""
    return "description" if one.section == "description" else "expected_benefits"


def _told(
    objective: Objective, section: SectionName, names: Terms, label: str
) -> Iterator[tuple[SectionName, Figure, Evidence]]:
    of = objective.sections.get(section)
    for proof in of.evidence if of is not None else ():
        for one in figures(proof.quote):
            if _is_of_it(one, names, label):
                yield section, one, proof


def _is_of_it(one: Figure, names: Terms, label: str) -> bool:
    clause = clause_at(one.text, one.start)
    bare = _IS_PUT.sub(" ", _WILL.sub(" ", clause))
    if one.value <= 1 or _WAS.search(bare) or _SINCE.search(clause) or not _is_planned(clause, one, names):
        return False
    first = one.start - max(one.text.rfind(clause, 0, one.start + len(clause)), 0)
    alike = [two for two in figures(clause) if two.unit == one.unit]
    if len(alike) > 1 or is_for_a_time(clause[:first], clause[first + one.end - one.start :]):
        return False
    if one.unit in TIMES:
        return _speaks_of(clause, names) and timed(label) in (None, one.unit)
    counted = terms(_COUNTED_BY.sub("", one.label))
    return one.unit is None and bool(counted) and touches(counted[:1], names[:1])


def _speaks_of(clause: str, names: Terms) -> bool:
    """True where a clause has a word of the family of one of the names: "pagate" and "pagamento"."""
    said = terms(clause)
    return any(name[:_LETTERS] == one[:_LETTERS] for name in names for one in said if len(name) > _LETTERS < len(one))


def _is_planned(clause: str, one: Figure, names: Terms) -> bool:
    """True where the verb of a clause tells what will be done, or is of the indicator's own deed."""
    if _WILL.search(clause) or _IS_PUT.search(clause):
        return True
    lead = clause.partition(one.text[one.start : one.end])[0]
    return _DOES.search(lead) is not None or any(
        touches(names[1:], terms(verb)) for verb in re.findall(r"\b[^\W\d_]{4,}(?:a|e|ono|ano)\b", lead)
    )
