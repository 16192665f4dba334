"""Italian performance reports as data: read a file, divide it, extract what it states.

    from extract import extract_report, read

    report = extract_report("relazione.pdf")
    document = read("relazione.pdf")

Nothing heavy is imported before it is used: no PDF library, no rules, no spaCy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

# Imported first, so that `extract.read` is this function and not the room of the same name.
from extract.read import read

if TYPE_CHECKING:
    import os

    from extract.read.options import Options
    from extract.rulebook import Rulebook
    from schemas.document import Document
    from schemas.report import Report

__all__ = ["extract_report", "read"]


def extract_report(
    source: str | os.PathLike[str] | Document, rulebook: Rulebook | None = None, options: Options | None = None
) -> Report:
    """Everything a report states, each value with its evidence: see `extract.pipeline.extract_report`."""
    from extract import pipeline

    return pipeline.extract_report(source, rulebook, options)
