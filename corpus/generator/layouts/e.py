"""Layout E: from multi-year to annual objectives: parents in merged cells, or only in their first row."""

from __future__ import annotations

from corpus.generator.layouts.columns import Content, report, sheets
from corpus.generator.model import Print


def printed(content: Content) -> Print:
    """The report in its printed form."""
    return report(content, sheets(content))
