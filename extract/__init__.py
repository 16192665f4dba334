"""Italian performance reports as data: read a file, divide it, extract what it states.

>>> from extract import extract_report
>>> report = extract_report("corpus/reports/riviere-2020.pdf")      # doctest: +SKIP
>>> report.objectives[0].scores[0].value                            # doctest: +SKIP
100
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.pipeline import extract_report
    from extract.read import read

__all__ = ["extract_report", "read"]


def __getattr__(name: str) -> Any:
    # Imported where they are used: `import extract` loads no PDF, no rules, no spaCy.
    if name == "extract_report":
        from extract.pipeline import extract_report

        return extract_report
    if name == "read":
        from extract.read import read

        return read
    raise AttributeError(f"module 'extract' has no attribute {name!r}")
