"""Due twice: two deadlines for one thing, told in two places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.audit.check import Scene, Verdict, shown
from extract.audit.time.deadlines import FROM, OPEN, TOLD
from extract.audit.time.when import When, when
from extract.audit.words.likeness import Terms, akin, speaks_of, terms, touches
from extract.audit.words.months import ANY_MONTH
from extract.audit.words.places import clause_within
from extract.audit.words.saying import Saying
from schemas.report import DateValue, Objective

_OF_DEADLINES = Saying("targets", "of_deadlines")
_OTHER_DEED = Saying("targets", "other_deed")
_DATES = re.compile(rf"(?i)\b(?:{ANY_MONTH})\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2}}")
_LETTERS = 4  # that words of one family begin with: "chiudono" and "chiusura"


class Due(NamedTuple):
    """A deadline and the words that say what it is of."""

    date: When
    said: str


def due_twice(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """The deadline of a description against that of the indicator, where each has one, for the same thing done."""
    text = scene.report.report.text
    if text is None or objective.status not in OPEN:
        return
    planned = [
        Due(found, _said(objective, text, one)) for one in objective.dates
        if one.role == "deadline" and one.section not in (*TOLD, "indicator") and (found := when(one))
    ]
    asked = [
        Due(found, one.text) for one in objective.indicators
        if one.target is not None and one.target.operator not in FROM and (found := when(one.target))
    ]
    if len(planned) != 1 or len(asked) != 1:
        return
    first, second = planned[0], asked[0]
    said = f"{first.said} {second.said}"
    if speaks_of(said, "renewed") or speaks_of(said, "put_off") or not _is_one_thing(
        first, second, sole=len(objective.indicators) == 1
    ):
        return
    if not _agree(first.date, second.date):
        yield Verdict(
            f"Due scadenze diverse per la stessa cosa: {first.date.italian()} e {second.date.italian()}.",
            f"Two different deadlines for the same thing: {first.date.english()} and {second.date.english()}.",
            shown(first.date.evidence, second.date.evidence),
        )


def _said(objective: Objective, text: str, value: DateValue) -> str:
    """The clause that a deadline stands in, without the label of its section."""
    section = objective.sections.get(value.section)
    return text[slice(*clause_within(text, value.evidence[0], section.evidence if section is not None else ()))]


def _is_one_thing(one: Due, asked: Due, *, sole: bool) -> bool:
    """True where the clause of one deadline speaks of all that the indicator names: what is done, and with what.

    An indicator that names only the deed, "adozione entro il 30 novembre", is of its objective, if it is `sole`.
    """
    named = terms(_OF_DEADLINES.sub(" ", asked.said))
    said = terms(_OF_DEADLINES.sub(" ", one.said))
    if not named or len(_DATES.findall(one.said)) > 1 or not all(_told(name, said) for name in named):
        return False
    if len(named) == 1 and not sole:
        return False
    others = (terms(found[0]) for found in _OTHER_DEED.finditer(one.said))
    return all(not deed or _told(deed[0], named) or touches(deed, named) for deed in others)


def _told(name: str, said: Terms) -> bool:
    return any(akin(name, one) or name[:_LETTERS] == one[:_LETTERS] for one in said)


def _agree(one: When, other: When) -> bool:
    """True where one is the other, or in it."""
    return one.first <= other.last and other.first <= one.last
