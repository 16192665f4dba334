"""Every check, in the order in which findings are told. A new check is a function in its family and a row there."""

from __future__ import annotations

from extract.audit import evaluation
from extract.audit.check import Check

CHECKS: tuple[Check, ...] = (*evaluation.CHECKS,)
