"""The page: reports one after the other, written as they come; before them, what they come to."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import jinja2

from extract.findings.bundle.chapter import Chapter, chapter_of
from extract.findings.dossier import Dossier, Source
from extract.findings.wording import counted, headed, totals
from extract.isolation import Limits
from extract.show.wording import SEVERITY, score
from schemas.report import Report

ReportOf = Callable[[Dossier], Report]


class Entry(NamedTuple):
    """A report in the table at the head of the page."""

    source: Source
    anchor: str
    objectives: int
    said: Counter[str | None]


def bundled(path: str, dossiers: Iterable[Dossier], report: ReportOf, limits: Limits) -> int:
    """Write the bundle at `path`, whole or not at all; how many reports it has."""
    chapters = (chapter_of(one, report(one), limits) for one in dossiers)
    made = Path(f"{path}.{os.getpid()}.new")
    try:
        with made.open("w", encoding="utf-8", newline="\n") as stream:
            count = write_page(chapters, stream, whole=True)
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)
    return count


def write_page(chapters: Iterable[Chapter], stream: TextIO, *, whole: bool) -> int:
    """Write head, chapters and foot; with values, coverage and a place to sign if `whole`."""
    page = _templates()
    entries: list[Entry] = []
    objectives, count = 0, Counter[str | None]()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as body:
        for number, chapter in enumerate(chapters, start=1):
            entry = Entry(chapter.source, f"r{number}", chapter.objectives, chapter.count())
            entries.append(entry)
            objectives, count = objectives + chapter.objectives, count + chapter.count()
            _stream(page, "report.html.j2", body, chapter=chapter, anchor=entry.anchor, whole=whole)
        summary = {"totals": totals(len(entries), objectives), "count": count}
        _stream(page, "head.html.j2", stream, entries=entries, whole=whole, version=version("obiettivi"), **summary)
        body.seek(0)
        shutil.copyfileobj(body, stream)
    _stream(page, "foot.html.j2", stream, whole=whole)
    return len(entries)


def _stream(page: jinja2.Environment, name: str, stream: TextIO, **values: Any) -> None:
    for piece in _pieces(page, name, values):
        stream.write(piece)


def _pieces(page: jinja2.Environment, name: str, values: dict[str, Any]) -> Iterator[str]:
    return page.get_template(name).generate(**values)


def _templates() -> jinja2.Environment:
    page = jinja2.Environment(
        loader=jinja2.PackageLoader("extract.findings.bundle"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    page.filters |= {"headed": headed, "counted": counted, "score": lambda one: score(one.value, one.maximum)}
    page.globals |= {"SEVERITY": SEVERITY}
    return page
