"""Reports built by hand from a text, with evidence that is true of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from schemas.evidence import Evidence, Grade
from schemas.finding import Finding
from schemas.report import (
    DateValue,
    Indicator,
    Measure,
    Objective,
    PlanReference,
    Quantity,
    Report,
    ReportHeader,
    RulePack,
    Score,
    Section,
    SeriesPoint,
    Target,
)

TEXT = """CCIAA di Prova - Relazione sulla Performance 2020
OBIETTIVO N. 1 - RIDURRE I TEMPI
A01.01 Ridurre i tempi
Attivare almeno 5 sportelli entro il 30/06/2020: attivati 12 sportelli nel febbraio 2021
Tempo medio: 2019 61,5; 2020 58,37
Servizio attivo: SI
Valutazione OIV = 90/100 (solo per la prima parte)
OBIETTIVO N. 2 - PROMUOVERE IL TERRITORIO | con "virgolette", e altro
D88.09 Eventi
Obiettivo stralciato
"""

RULES = RulePack(name="narrative", version="1", digest="digest-one")


def proof(text: str, quote: str, *, rule: str = "hand", grade: Grade = Grade.EXACT) -> tuple[Evidence, ...]:
    """Evidence for the first place of `quote` in `text`."""
    start = text.index(quote)
    return (Evidence(page=1, start=start, end=start + len(quote), quote=quote, rule=rule, grade=grade,
                     boxes=((10.0, 20.5, 100.0, 30.0),)),)


def report(
    *, text: str = TEXT, issuer: str = "CCIAA di Prova", year: int = 2020, rules: RulePack | None = RULES,
    objectives: Iterable[Objective] | None = None, source: str = "relazione.txt",
) -> Report:
    """A report of two objectives, of the bytes of `text`; `issuer` and `year` must stand in it."""
    return Report(
        report=ReportHeader(
            issuer=issuer, year=year, title="Relazione sulla Performance", kind="report", source=source,
            sha256=hashlib.sha256(text.encode()).hexdigest(), pages=1, engine="hand 1", layout="narrative", rules=rules,
            text=text, evidence={
                "issuer": proof(text, issuer), "year": proof(text, str(year)),
                "title": proof(text, "Relazione sulla Performance"), "kind": proof(text, "Relazione"),
            },
        ),
        objectives=tuple(objectives if objectives is not None else (first_objective(text), second_objective(text))),
    )


def first_objective(text: str = TEXT) -> Objective:
    """One value of nearly every kind."""
    return Objective(
        number=1, title="RIDURRE I TEMPI", status="reported", weight=12.5,
        plan_references=(
            PlanReference(level="operational", code="A01.01", title="Ridurre i tempi", evidence=proof(text, "A01.01")),
        ),
        sections={"results": Section(text="attivati 12 sportelli", evidence=proof(text, "attivati 12 sportelli"))},
        indicators=(
            Indicator(
                text="Servizio attivo", evidence=proof(text, "Servizio attivo"),
                target=Measure(text="SI", value=True, unit="boolean", evidence=proof(text, "SI")),
            ),
        ),
        targets=(
            Target(label="sportelli", operator=">=", value=5, section="description",
                   evidence=proof(text, "almeno 5 sportelli")),
        ),
        quantities=(
            Quantity(value=12, label="sportelli", role="actual", section="results",
                     evidence=proof(text, "12 sportelli")),
        ),
        series=(
            SeriesPoint(label="Tempo medio", year=2019, value=61.5, evidence=proof(text, "61,5")),
            SeriesPoint(label="Tempo medio", year=2020, value=58.37, evidence=proof(text, "58,37")),
        ),
        dates=(
            DateValue(date="2020-06-30", precision="day", role="deadline", section="description",
                      evidence=proof(text, "30/06/2020")),
            DateValue(date="2021-02", precision="month", role="achieved", section="results",
                      evidence=proof(text, "febbraio 2021")),
        ),
        scores=(
            Score(evaluator="OIV", value=90, maximum=100, note="solo per la prima parte",
                  evidence=proof(text, "Valutazione OIV = 90/100")),
        ),
        findings=(
            Finding(check="late", severity="warning", message="Oltre la scadenza", message_en="After the deadline",
                    evidence=proof(text, "febbraio 2021")),
        ),
        evidence={
            "number": proof(text, "OBIETTIVO N. 1"), "title": proof(text, "RIDURRE I TEMPI"),
            "status": proof(text, "attivati"), "weight": proof(text, "12"),
        },
    )


def second_objective(text: str = TEXT) -> Objective:
    """A cancelled objective whose title needs escaping in every format."""
    title = 'PROMUOVERE IL TERRITORIO | con "virgolette", e altro'
    return Objective(
        number=2, title=title, status="cancelled", status_note="stralciato",
        plan_references=(
            PlanReference(level="target", code="D88.09", title="Eventi", evidence=proof(text, "D88.09")),
        ),
        evidence={
            "number": proof(text, "OBIETTIVO N. 2"), "title": proof(text, title),
            "status": proof(text, "stralciato"), "status_note": proof(text, "stralciato"),
        },
    )


def titled(text: str, number: int, title: str, code: str | None = None) -> Objective:
    """An objective that has a number, a title and perhaps an operational code, all of which stand in `text`."""
    references = () if code is None else (
        PlanReference(level="operational", code=code, title=None, evidence=proof(text, code)),
    )
    return Objective(
        number=number, title=title, plan_references=references,
        evidence={"number": proof(text, f"N. {number}"), "title": proof(text, title), "status": proof(text, title)},
    )
