"""Small reports with something to find in them, for the tests of the audit."""

from __future__ import annotations

from pathlib import Path

from corpus.generator.model import Cell, Heading, Paragraph, Part, Print, Table
from corpus.generator.printers import pdf
from extract import extract_report
from schemas.finding import Confirmation, Finding
from schemas.report import Objective, Report
from tests.narrative import read_text

FRONT = (Heading("Comune di Prova", 1), Heading("Relazione sulla performance 2021", 2))
NARRATIVE = """OBIETTIVO N. {number}
{title}
Descrizione
{description}
Indicatore: {indicator}
Risultati: {results}
{score}
"""
PLAIN = {
    "title": "Rafforzare i servizi alle imprese",
    "description": "Si intendeva rafforzare i servizi offerti alle imprese.",
    "indicator": "stato del servizio",
    "results": "il servizio è stato rafforzato.",
    "score": "Valutazione OIV = 100/100",
}


MANY = 10  # objectives of one report
Words = tuple[str, str, str]  # description, indicator, results


Case = tuple[str, str, str, str]  # description, expected benefits, indicator, results


def of_cases(folder: Path, cases: tuple[Case, ...]) -> list[tuple[Objective, Case]]:
    """The objectives of reports of 2018 that have these words, each with them; what is empty is left out."""
    found: list[tuple[Objective, Case]] = []
    for first in range(0, len(cases), MANY):
        some = cases[first : first + MANY]
        parts = [
            f"OBIETTIVO N. {at}\nAttività {'abcdefghij'[at - 1] * 3}\n"
            f"Descrizione: {case[0] or PLAIN['description']}\n"
            + (f"Benefici attesi: {case[1]}\n" if case[1] else "")
            + f"Indicatore: {case[2]}\nRisultati: {case[3]}\nValutazione OIV = 90/100\n"
            for at, case in enumerate(some, start=1)
        ]
        report = read_text(folder, "\n".join(parts))
        assert len(report.objectives) == len(some)
        found += zip(report.objectives, some, strict=True)
    return found


def objectives(folder: Path, cases: tuple[Words, ...]) -> list[tuple[Objective, str]]:
    """The objectives of reports that have these words, each with its words of results."""
    found: list[tuple[Objective, str]] = []
    for first in range(0, len(cases), MANY):
        some = cases[first : first + MANY]
        parts = [
            NARRATIVE.format(
                number=at, title="Attività " + "abcdefghij"[at - 1] * 3, description=said[0] or PLAIN["description"],
                indicator=said[1] or PLAIN["indicator"], results=said[2], score="Valutazione OIV = 100/100",
            )
            for at, said in enumerate(some, start=1)
        ]
        report: Report = read_text(folder, "\n".join(parts))
        assert len(report.objectives) == len(some)
        found += zip(report.objectives, (said[2] for said in some), strict=True)
    return found


def told(folder: Path, *objectives: dict[str, str]) -> Report:
    """A narrative report of these objectives, and of two with nothing to find, as reports have several."""
    every = (*objectives, PLAIN | {"title": "Aprire il museo"}, PLAIN | {"title": "Curare i giardini"})
    parts = [NARRATIVE.format(**{**PLAIN, **one, "number": str(at)}) for at, one in enumerate(every, start=1)]
    return read_text(folder, "\n".join(parts))


def grid(folder: Path, *rows: tuple[str | Cell, ...], preface: str = "", heads: int = 1) -> Report:
    """A report that is one ruled table; the first row is its head, and a sentence may stand before it."""
    parts: tuple[Part, ...] = (
        Table(
            tuple(tuple(one if isinstance(one, Cell) else Cell(one) for one in row) for row in rows),
            widths=(1.0,) * len(rows[0]), heads=heads,
        ),
    )
    if preface:
        parts = (Paragraph(preface), *parts)
    path = folder / "prova.pdf"
    path.write_bytes(pdf(Print((*FRONT, *parts), landscape=True), "reportlab"))
    return extract_report(path)


def findings(report: Report, check: str) -> list[Finding]:
    """What a check found in all of a report."""
    every = (*report.report.findings, *(one for objective in report.objectives for one in objective.findings))
    return [one for one in every if one.check == check]


def confirmations(report: Report, check: str) -> list[Confirmation]:
    """What a check confirmed in all of a report."""
    every = (*report.report.confirmations, *(one for objective in report.objectives for one in objective.confirmations))
    return [one for one in every if one.check == check]


def quotes(found: Finding | Confirmation) -> list[str]:
    """The quotes of a finding, white space collapsed."""
    return [" ".join(one.quote.split()) for one in found.evidence]


OURS = ("ratio.", "target.", "evaluation.")


def ours(report: Report) -> list[tuple[str, str, str]]:
    """Everything that the checks of values found: severity, check, sentence."""
    every = (*report.report.findings, *(one for objective in report.objectives for one in objective.findings))
    return [(one.severity, one.check, one.message) for one in every if one.check.startswith(OURS)]
