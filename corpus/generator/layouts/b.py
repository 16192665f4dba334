"""Layout B: the evaluation grid of a municipality: the result is told in the column Indicatore."""

from __future__ import annotations

from corpus.generator.layouts.columns import Content, report, sheets
from corpus.generator.model import Print


def printed(content: Content) -> Print:
    """The report in its printed form."""
    return report(content, sheets(content))
