"""What the audit says of small reports: findings and confirmations by check, with the quotes that show them."""

from __future__ import annotations

from schemas.finding import Confirmation, Finding
from schemas.report import Objective, Report


def told(report: Report, check: str) -> list[Finding]:
    """The findings of one check, in the order of the report, its own first."""
    every = (*report.report.findings, *(one for objective in report.objectives for one in objective.findings))
    return [one for one in every if one.check == check]


def held(report: Report, check: str) -> list[Confirmation]:
    """The confirmations of one check, in the order of the report, its own first."""
    header, objectives = report.report.confirmations, report.objectives
    return [one for one in (*header, *(c for o in objectives for c in o.confirmations)) if one.check == check]


def quotes(said: Finding | Confirmation) -> list[str]:
    """What the evidence quotes, line ends as blanks."""
    return [" ".join(one.quote.split()) for one in said.evidence]


def families(objective: Objective, *names: str) -> list[str]:
    """The checks of these families that found something in an objective."""
    return [one.check for one in objective.findings if one.check.partition(".")[0] in names]
