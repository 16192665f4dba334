"""Every check, in the order in which findings are told. A new check is a function in its family and a row there."""

from __future__ import annotations

from extract.audit import (
    codes,
    copies,
    coverage,
    evaluation,
    ratio,
    sections,
    structure,
    targets,
    time,
    years,
)
from extract.audit.check import Check

CHECKS: tuple[Check, ...] = (
    *structure.CHECKS, *codes.CHECKS, *sections.CHECKS, *copies.CHECKS, *ratio.CHECKS, *targets.CHECKS, *time.CHECKS,
    *evaluation.CHECKS, *years.CHECKS, *coverage.CHECKS,
)
