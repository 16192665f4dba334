"""For people at a terminal: by report and objective, each finding with its quotes and pages beside it."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TextIO

from extract.findings.dossier import Dossier, Quote, Source, Told
from extract.findings.wording import counted, headed, totals
from extract.show.page import BLANK, Printed, Row, Style, absent, heading, lay_out, one_line, shown
from extract.show.place import UNBROKEN, page_of
from extract.show.wording import SEVERITY
from schemas.evidence import Evidence

PLAIN_WIDTH = 100  # columns where there is no terminal to ask
_PLACES = 3


class _Cited(Evidence):
    """Evidence that says its place itself, because it may stand in another document."""

    place: str


def write(dossiers: Iterable[Dossier], stream: TextIO) -> None:
    """Write each report as it comes, and a line that counts them all."""
    wide = shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns if stream.isatty() else PLAIN_WIDTH
    count: Counter[str | None] = Counter()
    reports = objectives = 0
    for dossier in dossiers:
        reports, objectives = reports + 1, objectives + dossier.objectives
        count.update(one.severity for one in dossier.told())
        for line in lay_out(_rows(dossier), wide, _place):
            stream.write(_styled(line, stream.isatty()) + "\n")
        stream.write("\n")
    stream.write(f"{totals(reports, objectives)}: {counted(count)}\n")


def _styled(line: Printed, coloured: bool) -> str:
    text = f"{line.left}{line.right}".rstrip()
    if not coloured:
        return text
    import click

    left = click.style(line.left, bold=line.style == "heading", dim=line.style == "absent",
                       fg="yellow" if line.style == "alert" else None)
    return f"{left}{click.style(line.right, dim=True)}" if line.right else left


def _rows(dossier: Dossier) -> Iterator[Row]:
    count: Counter[str | None] = Counter(one.severity for one in dossier.told())
    yield heading(f"{dossier.source.title()} ({dossier.source.name}): {counted(count)}")
    if not dossier.subjects:
        yield absent("nessun rilievo (no finding)")
    for subject in dossier.subjects:
        yield BLANK
        yield Row(headed(subject), style=Style.HEADING, indent=0)
        for one in subject.told:
            yield from _told(one, dossier.source)


def _told(one: Told, own: Source) -> Iterator[Row]:
    word = "conferma" if one.severity is None else SEVERITY[one.severity]
    proof = shown((_cited(quote, own) for quote in one.quotes), _PLACES)
    yield Row(f"{word}: {one_line(one.message)}", proof, Style.VALUE if one.severity is None else Style.ALERT)
    yield Row(f"{one.message_en} [{one.check}]", indent=4)


def _cited(one: Quote, own: Source) -> _Cited:
    place = f"p.{UNBROKEN}{one.page}" if one.line is None else f"riga{UNBROKEN}{one.line}"
    if one.source.document_id != own.document_id:
        place = f"{one.source.name} {place}"
    return _Cited(page=one.page, start=one.start, end=one.end, quote=one.text, rule=one.rule, place=place)


def _place(one: Evidence) -> str:
    return one.place if isinstance(one, _Cited) else page_of(one)
