"""Layout C: the KPI table: a row per KPI; a table under a heading for each mission."""

from __future__ import annotations

from corpus.generator.layouts.columns import Content, report, sheets
from corpus.generator.model import Print


def printed(content: Content) -> Print:
    """The report in its printed form."""
    return report(content, sheets(content))
