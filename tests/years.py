"""Reports of one body over years, saved as they would be read, for the checks between years."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from extract.audit import audited
from extract.store import Store
from schemas.evidence import Evidence
from schemas.expectations import Expectations
from schemas.report import (
    Indicator,
    Measure,
    Objective,
    PlanReference,
    Report,
    ReportHeader,
    RulePack,
    Section,
    SeriesPoint,
)

SHORT, LONG = "CCIAA Riviere di Liguria", "Camera di Commercio, Industria, Artigianato e Agricoltura Riviere di Liguria"
RESULTS = ("Nel {year} lo sportello ha ricevuto le imprese ogni martedì e ogni giovedì, con due incontri pubblici "
           "a Savona e a Imperia.")


class Row(NamedTuple):
    """An indicator of a table."""

    label: str
    operator: str | None = None
    target: float | None = None
    result: float | None = None
    baseline: float | None = None
    unit: str | None = None


class Made(NamedTuple):
    """An objective of a report."""

    number: int
    title: str
    code: str | None = None
    series: Sequence[tuple[str, int, float, str | None]] = ()
    rows: Sequence[Row] = ()
    results: str | None = None
    status: str = "reported"


class _Page:
    """A text that grows, and evidence of what was just written."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, quote: str) -> tuple[Evidence, ...]:
        start = len(self.text)
        self.text += quote + "\n"
        return (Evidence(page=1, start=start, end=start + len(quote), quote=quote, rule="hand"),)


def year_report(year: int, objectives: Iterable[Made], issuer: str = SHORT, source: str | None = None) -> Report:
    """A report with these objectives; every value stands in its text."""
    page = _Page()
    evidence = {"issuer": page.write(issuer), "year": page.write(str(year))}
    made = tuple(_objective(page, one) for one in objectives)
    header = ReportHeader(
        issuer=issuer, year=year, source=source or f"relazione-{year}.txt", pages=1, engine="hand",
        sha256=hashlib.sha256(page.text.encode()).hexdigest(), text=page.text, evidence=evidence,
        rules=RulePack(name="hand", version="1", digest="hand"),
    )
    return audited(Report(report=header, objectives=made), Expectations())


def database_of(path: Path, *reports: Report) -> Path:
    """A database that holds the reports."""
    with Store.open(path) as store:
        for one in reports:
            store.save(one, path.parent / one.report.source)
    return path


def _objective(page: _Page, made: Made) -> Objective:
    evidence = {"number": page.write(f"OBIETTIVO N. {made.number}"), "title": page.write(made.title)}
    evidence["status"] = page.write(made.status)
    sections = {} if made.results is None else {
        "results": Section(text=made.results, evidence=page.write(made.results)),
    }
    return Objective(
        number=made.number, title=made.title, status=made.status, evidence=evidence, sections=sections,  # type: ignore[arg-type]
        plan_references=() if made.code is None else (
            PlanReference(level="operational", code=made.code, evidence=page.write(made.code)),
        ),
        series=tuple(
            SeriesPoint(label=label, year=year, value=value, unit=unit, evidence=page.write(f"{label} {year}: {value}"))
            for label, year, value, unit in made.series
        ),
        indicators=tuple(_indicator(page, row) for row in made.rows),
    )


def _indicator(page: _Page, row: Row) -> Indicator:
    def measure(name: str, value: float | None, operator: str | None = None) -> Measure | None:
        if value is None:
            return None
        text = f"{operator or ''} {value:g}".strip()
        return Measure(text=text, value=value, operator=operator, unit=row.unit, evidence=page.write(f"{name} {text}"))  # type: ignore[arg-type]

    return Indicator(
        text=row.label, evidence=page.write(row.label), target=measure("target", row.target, row.operator),
        result=measure("risultato", row.result), baseline=measure("storico", row.baseline), unit=row.unit,
    )
