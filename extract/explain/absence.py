"""What was searched where a field is empty: the sections that the objective has, and those that it lacks.

The proof of absence in extract/audit/coverage.py says more; it belongs in `searched`.
"""

from __future__ import annotations

from typing import NamedTuple

from extract.explain.fields import SECTIONS
from schemas.report import Objective

# Fields that the grammar of Italian values reads, and the components of evidence that do it.
GRAMMAR = {
    "targets": ("language.comparator", "language.target", "language.role"),
    "quantities": ("language.role", "language.list"),
    "dates": ("language.date",), "series": ("series",), "indicators": ("indicator",), "footnotes": ("footnote",),
}


class Searched(NamedTuple):
    """Sections that were looked through, and sections that the objective does not have."""

    there: tuple[str, ...]
    lacking: tuple[str, ...]


def searched(objective: Objective) -> Searched:
    """Where a value of the objective could have stood."""
    return Searched(
        tuple(name for name in SECTIONS if name in objective.sections),
        tuple(name for name in SECTIONS if name not in objective.sections),
    )
