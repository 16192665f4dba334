"""Every check, in the order in which findings are told. A new check is a function in its family and a row there."""

from __future__ import annotations

from extract.audit.check import Check
from extract.audit.coverage import checks as coverage
from extract.audit.evaluation import checks as evaluation
from extract.audit.ratio import checks as ratio
from extract.audit.structure import checks as structure
from extract.audit.structure import codes, copies, sections
from extract.audit.targets import checks as targets
from extract.audit.time import checks as time
from extract.audit.years import checks as years

CHECKS: tuple[Check, ...] = (
    *structure.CHECKS, *codes.CHECKS, *sections.CHECKS, *copies.CHECKS, *ratio.CHECKS, *targets.CHECKS, *time.CHECKS,
    *evaluation.CHECKS, *years.CHECKS, *coverage.CHECKS,
)
