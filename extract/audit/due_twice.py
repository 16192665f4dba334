"""Due twice: two deadlines for one thing, told in two places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.audit.check import Scene, Verdict, shown
from extract.audit.deadlines import OPEN, TOLD
from extract.audit.likeness import Terms, speaks_of, terms
from extract.audit.places import clause
from extract.audit.when import When, when
from schemas.report import DateValue, Objective

_DUE = re.compile(
    r"(?i)\b(?:entro|non\s+oltre|al\s+più\s+tardi|termin\w+|scaden\w+|target|data|prim[oa]|fine|mes[ei]|giorn[oi]|anno|è|di|il|la|del|al"
    r"|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)\b"
)
_LETTERS = 4  # that words of one family begin with: "chiudono" and "chiusura"


def due_twice(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """The deadline of a description against that of the indicator, where each has one, for the same thing done."""
    text = scene.report.report.text
    stated = [(one, found) for one in objective.dates if one.role == "deadline" and (found := when(one))]
    planned = [(one, found) for one, found in stated if one.section not in TOLD]
    if text is None or objective.status not in OPEN or len(planned) != 2:
        return
    (one, first), (other, second) = planned
    if one.section == other.section or "indicator" not in (one.section, other.section):
        return
    said = [_said(text, two) for two in (one, other)]
    if speaks_of(" ".join(said), "renewed") or speaks_of(" ".join(said), "put_off") or not _is_one_thing(said, one):
        return
    if not _agree(first, second):
        yield Verdict(
            f"Due scadenze diverse per la stessa cosa: {first.italian()} e {second.italian()}.",
            f"Two different deadlines for the same thing: {first.english()} and {second.english()}.",
            shown(first.evidence, second.evidence),
        )


def _said(text: str, value: DateValue) -> str:
    return text[slice(*clause(text, value.evidence[0]))]


def _is_one_thing(said: list[str], one: DateValue) -> bool:
    """True where the other clause speaks of all that the indicator names: what is done, and with what."""
    bare, full = (terms(_DUE.sub(" ", two)) for two in (said if one.section == "indicator" else reversed(said)))
    bare = tuple(name for name in bare if not name.startswith("indicator"))
    return len(bare) > 1 and all(_told(name, full) for name in bare)


def _told(name: str, said: Terms) -> bool:
    return any(name == one or name[:_LETTERS] == one[:_LETTERS] for one in said)


def _agree(one: When, other: When) -> bool:
    """True where one is the other, or in it."""
    return one.first <= other.last and other.first <= one.last
