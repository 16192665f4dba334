"""Layout T: a landscape grid over many pages: a row per indicator, what is the objective's in merged cells."""

from __future__ import annotations

from corpus.generator.layouts.columns import Content, report, sheets
from corpus.generator.model import Print


def printed(content: Content) -> Print:
    """The report in its printed form."""
    return report(content, sheets(content))
