"""Deadlines of an objective, what was done when, and which of them belong together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extract.audit.time.undated import done_unread, due_unread, nearness
from extract.audit.time.when import When, told_together, when
from extract.audit.words.saying import Saying
from schemas.evidence import Evidence
from schemas.report import DateValue, Indicator, Objective

OPEN = ("reported", "changed")
TOLD = ("results", "notes")  # where a date says what was done; elsewhere it says what there was before
FROM = (">", ">=")
_REACH = 80
_AT_ANOTHER_TIME = Saying("done", "at_another_time")


class Pair(NamedTuple):
    """A deadline and what is said to have been done when; `alone` where nothing else could be meant."""

    due: When
    done: When
    alone: bool
    indicator: Indicator | None = None


def pairs(objective: Objective, year: int | None) -> Iterator[Pair]:
    """Deadlines with the dates that answer them: of one indicator, then of the objective, each pair once.

    Days told without a year are of `year`, that of the report.
    """
    found: dict[tuple[str, str], Pair] = {}
    for pair in (*_of_indicators(objective), *_of_objective(objective, year)):
        key = (pair.due.iso, pair.done.iso)
        if key in found:
            first = found[key]
            pair = first._replace(due=first.due.and_in(pair.due), done=first.done.and_in(pair.done))
        found[key] = pair
    yield from found.values()


def _of_indicators(objective: Objective) -> Iterator[Pair]:
    for indicator in objective.indicators:
        due, done = _due(indicator), when(indicator.result)
        if due is not None and done is not None:
            yield Pair(due, done, alone=True, indicator=indicator)


def _of_objective(objective: Objective, year: int | None) -> Iterator[Pair]:
    """The deadlines of the prose, and of indicators that have no result of their own, against what was done.

    Of several deadlines only what is behind all of them is late; of several dates the last says when all was done.
    """
    due = deadlines(objective, year)
    done = completions(objective, year) if due else []
    if due and done:
        late = done[-1].after(due[-1])
        alone = len(due) == 1 and (len(done) == 1 or not late or done[0].after(due[-1]))
        if late or alone:
            yield Pair(due[-1], done[-1], alone=alone)


def _due(indicator: Indicator) -> When | None:
    """The date by which the target of an indicator is to be reached; one that begins something is none."""
    target = indicator.target
    return None if target is None or target.operator in FROM else when(target)


def deadlines(objective: Objective, year: int | None) -> list[When]:
    """The deadlines as planned; those of the results, up to which something was put off, only where no other is."""
    stated = [(one, found) for one in objective.dates if one.role == "deadline" and (found := when(one))]
    planned = [found for one, found in stated if one.section not in TOLD]
    planned += [due for one in objective.indicators if one.result is None and (due := _due(one))]
    planned += due_unread(objective, year)
    return told_together(planned or [found for _, found in stated])


def completions(objective: Objective, year: int | None) -> list[When]:
    """When something was done: told in the results, or the result of an indicator that has no deadline of its own."""
    status = objective.evidence.get("status_note", ())
    read = [
        (found, nearness(objective, one)) for one in objective.dates
        if one.role == "achieved" and one.section in TOLD and not _inside(one.evidence, status)
        and (found := when(one)) and not _elsewhen(objective, one)
    ]
    best = max((near for _, near in read), default=0)
    told = [found for found, near in read if near == best or not best]
    unread = done_unread(objective, year)
    if unread is not None and (not told or unread[1] > max(best, 1)):
        told = [unread[0]]
    own = [done for one in objective.indicators if _due(one) is None and (done := when(one.result))]
    return told_together(told + own)


def _elsewhen(objective: Objective, one: DateValue) -> bool:
    """True for a day on which something will be done, or had been done before: "sarà approvato ad aprile 2022"."""
    section, at = objective.sections.get(one.section or "results"), one.evidence[0].start
    for proof in section.evidence if section is not None else ():
        if proof.start <= at < proof.end:
            return _AT_ANOTHER_TIME.search(proof.quote, max(0, at - proof.start - _REACH), at - proof.start) is not None
    return False


def _inside(inner: tuple[Evidence, ...], outer: tuple[Evidence, ...]) -> bool:
    """True where all of `inner` stands in what says the status: the day of a decision is not that of a result."""
    return all(any(two.start <= one.start and one.end <= two.end for two in outer) for one in inner)
