"""What was searched where a field is empty: the parts that the objective has, and the sections that it lacks."""

from __future__ import annotations

from typing import NamedTuple

from extract.audit.coverage.checks import ObjectiveCoverage, Searched, coverage_of
from extract.explain.fields import SECTIONS
from schemas.report import Objective

COVERAGE = "coverage"  # asked for like a field: all that is empty, and all that was not read
# Fields that the grammar of Italian values reads, and the components of evidence that do it.
GRAMMAR = {
    "targets": ("language.comparator", "language.target", "language.role"),
    "quantities": ("language.role", "language.list"),
    "dates": ("language.date",), "series": ("series",), "indicators": ("indicator",), "footnotes": ("footnote",),
}


class Absence(NamedTuple):
    """The parts that were looked through for a field, the sections that the objective does not have, and the rest.

    `parts` is None for a field of which nothing is known but the sections that rules name.
    """

    parts: tuple[Searched, ...] | None
    lacking: tuple[str, ...]
    coverage: ObjectiveCoverage


def searched(objective: Objective, root: str) -> Absence:
    """Where a value of the objective could have stood, and which numbers nothing read."""
    found = coverage_of(objective)
    lacking = tuple(name for name in SECTIONS if name not in objective.sections)
    return Absence(found.absent.get(root), lacking, found)
