"""Small narrative reports written as text, for the tests of the layout."""

from __future__ import annotations

from pathlib import Path

from extract import extract_report
from schemas.report import Objective, Report

FRONT = "COMUNE DI ROCCASECCA MARITTIMA\nRelazione sulla performance 2018\n\n"


def read_text(folder: Path, body: str, front: str = FRONT) -> Report:
    """The report `front` and `body` make; every evidence is checked on the way."""
    path = folder / "report.txt"
    path.write_text(front + body, "utf-8")
    report = extract_report(path)
    text = report.report.text
    assert text is not None
    for where, one in report.every_evidence():
        assert text[one.start : one.end] == one.quote, where
    return report


def only(report: Report) -> Objective:
    """The one objective of a report that must have just one."""
    assert len(report.objectives) == 1
    return report.objectives[0]
