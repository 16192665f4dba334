"""All checks over one report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from typing import TypeVar

from extract.audit.check import Scene
from extract.audit.checks import CHECKS
from schemas.expectations import Expectations
from schemas.finding import Confirmation, Finding
from schemas.report import Objective, Report, ReportHeader

HolderT = TypeVar("HolderT", Objective, ReportHeader)


def audited(report: Report, expects: Expectations) -> Report:
    """The report with what the checks found and confirmed, after what was found while it was read.

    Of checks that are switched off nothing is told, wherever they were made.
    """
    scene = Scene(report, expects)
    outcomes: defaultdict[int | None, list[Finding | Confirmation]] = defaultdict(list)
    for check in CHECKS:
        if check.id not in expects.switched_off:
            for verdict in check.verdicts(scene):
                outcomes[verdict.place].append(check.outcome(verdict))
    return report.model_copy(update={
        "report": _with(report.report, outcomes[None], expects.switched_off),
        "objectives": tuple(
            _with(one, outcomes[place], expects.switched_off) for place, one in enumerate(report.objectives)
        ),
    })


def _with(holder: HolderT, outcomes: list[Finding | Confirmation], switched_off: Container[str]) -> HolderT:
    before: tuple[Finding, ...] = tuple(one for one in holder.findings if one.check not in switched_off)
    return holder.model_copy(update={
        "findings": (*before, *(one for one in outcomes if isinstance(one, Finding))),
        "confirmations": (*holder.confirmations, *(one for one in outcomes if isinstance(one, Confirmation))),
    })


def checked_again(report: Report, expects: Expectations | None = None) -> Report:
    """The report checked anew, because its values changed; what only reading can find stays as it was."""
    again = {check.id for check in CHECKS if check.single or check.whole}
    return audited(report.model_copy(update={
        "report": _without(report.report, again),
        "objectives": tuple(_without(one, again) for one in report.objectives),
    }), expects or Expectations())


def _without(holder: HolderT, checks: set[str]) -> HolderT:
    return holder.model_copy(update={
        "findings": tuple(one for one in holder.findings if one.check not in checks),
        "confirmations": tuple(one for one in holder.confirmations if one.check not in checks),
    })
