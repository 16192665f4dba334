"""Worked out: targets that the plan tells without their number, beside the number that is asked of the same thing.

"I ricorsi giacenti erano 84: l'ufficio è chiamato a dimezzarli" asks for 42, "nove chiamate su dieci" for 90 %, "ogni
fattura dovrà essere liquidata nei termini" for 100 %. Only of the one thing that an objective measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.audit.check import Verdict
from extract.audit.words.answers import Asked
from extract.audit.words.figures import figures
from extract.audit.words.likeness import Terms, terms, touches
from extract.audit.words.measures import Bound, near
from extract.audit.words.places import FULL_STOP, clause_at, cut
from extract.audit.words.plans import PLANNED
from extract.audit.words.saying import Saying
from extract.audit.words.shares import FEW, FRACTIONS
from extract.audit.words.wording import named
from extract.language import parse_number
from schemas.evidence import Evidence
from schemas.report import Objective

_TIMES = {Saying("worked_out", "halved"): 0.5, Saying("worked_out", "doubled"): 2, Saying("worked_out", "tripled"): 3}
_LESS_BY, _MORE_BY = Saying("worked_out", "less_by"), Saying("worked_out", "more_by")
_POINTS, _THERE_WAS = Saying("worked_out", "points"), Saying("worked_out", "there_was")
_SHARE_OF = Saying("worked_out", "share_of")
_ALL, _NONE = Saying("worked_out", "all_of_them"), Saying("worked_out", "none_of_them")
_HOW_MEASURED = Saying("twofold", "how_measured")
_WAS = Saying("plans", "was_done")
_PAST = Saying("worked_out", "past")
_ROUNDED = 1.0  # that a target may be off what was worked out


class Meant(NamedTuple):
    """A number that was worked out, its unit, and the words that tell it."""

    value: float
    unit: str | None
    proof: Evidence


def worked_out(objective: Objective, asked: Sequence[Asked]) -> Iterator[Verdict]:
    """A target that the plan tells without its number, where the only number asked of the same thing is another."""
    if len(objective.indicators) != 1 or objective.status == "changed":
        return
    names = terms(_HOW_MEASURED.sub(" ", objective.indicators[0].text))
    for name in PLANNED:
        section = objective.sections.get(name)
        for proof in section.evidence if section is not None else ():
            for meant in (*_changed(proof, names), *_shares(proof, names), *_all_or_none(proof, names, asked)):
                others = [one for one in asked if one.section != name and one.bound.unit == meant.unit]
                others = [one for one in others if not one.changing]
                if len({one.bound for one in others}) == 1 and others[0].bound.upper is None:
                    yield from _compared(meant, others[0])


def _compared(meant: Meant, asked: Asked) -> Iterator[Verdict]:
    rounded = 0.0 if meant.unit == "%" or meant.value == 0 else _ROUNDED
    if near(meant.value, asked.bound.value) or abs(meant.value - asked.bound.value) < rounded:
        return
    own = Bound("=", meant.value, None, meant.unit)
    yield Verdict(
        f"Due target diversi per la stessa cosa: {own.italian()} («{named(meant.proof.quote)}») "
        f"e {asked.bound.italian()} ({named(asked.label)}).",
        f"Two different targets for the same thing: {own.english()} (“{named(meant.proof.quote)}”) "
        f"and {asked.bound.english()} ({named(asked.label)}).",
        (meant.proof, *asked.evidence),
    )


def _changed(proof: Evidence, names: Terms) -> Iterator[Meant]:
    """What a change makes of the only number that there was: "dimezzare", "tagliare del 15%", "un quinto in meno"."""
    text = proof.quote
    for times, start, end in _changes(text):
        first, said = _sentence(text, start)
        beside = [one for one in figures(said) if not start <= first + one.start < end]
        if len(beside) != 1 or not touches(names, terms(said)) or not _THERE_WAS.search(said):
            continue
        was = beside[0]
        yield Meant(was.value * times, was.unit, cut(proof, proof.start + first, proof.start + first + len(said)))
    for found in _POINTS.finditer(text):
        first, said = _sentence(text, found.start())
        points = parse_number(found["points"])
        by = f"{found['points']} punti"
        shares = [one for one in figures(said) if one.unit == "%" and not said.startswith(by, one.start)]
        if points is not None and len(shares) == 1 and touches(names, terms(said)) and _THERE_WAS.search(said):
            place = cut(proof, proof.start + first, proof.start + first + len(said))
            yield Meant(shares[0].value + float(points), "%", place)


def _changes(text: str) -> Iterator[tuple[float, int, int]]:
    """By how much a text says that something is to change, and where."""
    for saying, times in _TIMES.items():
        for found in saying.finditer(text):
            yield times, found.start(), found.end()
    for saying, sign in ((_LESS_BY, -1), (_MORE_BY, 1)):
        for found in saying.finditer(text):
            share = parse_number(found["share"]) if found["share"] else None
            by = 1 / FRACTIONS[found["part"].lower()[:-1]] if found["part"] else float(share or 0) / 100
            yield 1 + sign * by, found.start(), found.end()


def _shares(proof: Evidence, names: Terms) -> Iterator[Meant]:
    for found in _SHARE_OF.finditer(proof.quote):
        said = clause_at(proof.quote, found.start())
        one, of = (1, 2) if found["half"] else (_number(found["few"]), _number(found["many"]))
        if one is None or not of or one >= of or _is_past(said) or not _tells(said, names):
            continue
        place = cut(proof, proof.start + found.start(), proof.start + found.end())
        yield Meant(100 * float(one) / float(of), "%", place)


def _all_or_none(proof: Evidence, names: Terms, asked: Sequence[Asked]) -> Iterator[Meant]:
    for found in _ALL.finditer(proof.quote):
        if not _PAST.search(found[0]) and _tells(found[0] + proof.quote[found.end() :][:30], names):
            yield Meant(100.0, "%", cut(proof, proof.start + found.start(), proof.start + found.end()))
    few = any(one.section == "indicator" and one.bound.operator in ("<", "<=") for one in asked)
    for found in _NONE.finditer(proof.quote) if few else ():
        said = clause_at(proof.quote, found.start())
        if touches(terms(found["what"]), names[:1]) and not _is_past(said):
            yield Meant(0.0, None, cut(proof, proof.start + found.start(), proof.start + found.end()))


def _tells(said: str, names: Terms) -> bool:
    """True where words speak of all that an indicator names: the thing, and what is done with it."""
    told = terms(said)
    return len(names) > 1 and all(touches((name,), told) for name in names)


def _is_past(said: str) -> bool:
    return _WAS.search(said) is not None or _PAST.search(said) is not None


def _number(said: str) -> float | None:
    """A number as words tell it, "un" and "una" among them."""
    return FEW.get(said.lower()) or parse_number(said)


def _sentence(text: str, at: int) -> tuple[int, str]:
    """The sentence around a place, and where it begins."""
    first = max((found.end() for found in FULL_STOP.finditer(text, 0, at)), default=0)
    behind = FULL_STOP.search(text, at)
    return first, text[first : behind.start() if behind else len(text)]
