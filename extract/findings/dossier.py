"""What is said of one report: its subjects (the report, its objectives), and of each what was found and what held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from schemas.evidence import BoxTuple, Evidence
from schemas.finding import Confirmation, Finding, Severity
from schemas.report import Report

GRAVEST = ("error", "warning", "notice")


class Source(NamedTuple):
    """A document, as findings name it. `stored` is its path in the database, or the file that was named."""

    document_id: str
    name: str
    path: str
    sha256: str
    issuer: str | None
    year: int | None
    pages: int

    def title(self) -> str:
        """`CCIAA Riviere di Liguria 2020`."""
        return " ".join(str(one) for one in (self.issuer, self.year) if one is not None) or self.name


class Quote(NamedTuple):
    """A place that shows a value, in its document; `line` is that of a text without pages."""

    source: Source
    page: int
    line: int | None
    start: int
    end: int
    text: str
    boxes: tuple[BoxTuple, ...]
    rule: str


class Told(NamedTuple):
    """A finding; a confirmation where there is no severity."""

    check: str
    severity: Severity | None
    message: str
    message_en: str
    quotes: tuple[Quote, ...]


class Subject(NamedTuple):
    """What is spoken of: an objective, or the report itself, which has no id and no place."""

    objective_id: str | None = None
    position: int | None = None
    number: int | None = None
    title: str | None = None
    told: tuple[Told, ...] = ()


class Dossier(NamedTuple):
    """A report and what is said of it, the report's own subject first."""

    source: Source
    objectives: int
    subjects: tuple[Subject, ...]

    def told(self) -> Iterator[Told]:
        """All that is said."""
        return (one for subject in self.subjects for one in subject.told)


def dossier_of(report: Report, source: Source) -> Dossier:
    """What the report at hand holds."""
    header = report.report
    text = header.text if header.pages == 1 else None
    own = Subject(told=tuple(_told(header.findings, header.confirmations, source, text)))
    subjects = [
        Subject(
            f"{source.document_id}-{place:03d}", place, one.number, one.title,
            tuple(_told(one.findings, one.confirmations, source, text)),
        )
        for place, one in enumerate(report.objectives, start=1)
    ]
    return Dossier(source, len(report.objectives), tuple(one for one in (own, *subjects) if one.told))


def source_of(report: Report, path: str) -> Source:
    """The document of a report that was read from `path`."""
    header = report.report
    return Source(
        header.sha256[:16], header.source, path, header.sha256, header.issuer, header.year, header.pages,
    )


def _told(
    findings: Iterable[Finding], confirmations: Iterable[Confirmation], source: Source, text: str | None
) -> Iterator[Told]:
    for one in findings:
        yield Told(one.check, one.severity, one.message, one.message_en, _quotes(one.evidence, source, text))
    for held in confirmations:
        yield Told(held.check, None, held.message, held.message_en, _quotes(held.evidence, source, text))


def _quotes(evidence: Iterable[Evidence], source: Source, text: str | None) -> tuple[Quote, ...]:
    return tuple(
        Quote(
            source, one.page, text.count("\n", 0, one.start) + 1 if text is not None and not one.boxes else None,
            one.start, one.end, one.quote, one.boxes, one.rule,
        )
        for one in evidence
    )
