"""What the families time, structure and coverage say of the real report, from its text and from its PDF."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from audits import families, held, quotes, told

from extract import extract_report
from schemas.report import Report

REPORTS = Path(__file__).parents[1] / "corpus" / "reports"
OURS = ("time", "structure", "coverage", "reading")


@cache
def seed(name: str) -> Report:
    return extract_report(REPORTS / name)


@pytest.fixture(params=["riviere-2020.txt", "riviere-2020.pdf"])
def report(request: pytest.FixtureRequest) -> Report:
    return seed(request.param)


def test_nothing_else_is_told(report: Report) -> None:
    said = {one.number: families(one, *OURS) for one in report.objectives if families(one, *OURS)}
    assert said == {
        5: ["time.deadline-unanswered"], 6: ["structure.stray-heading"], 8: ["coverage.unclaimed"], 9: ["time.late"],
        10: ["time.deadline-unanswered"],
    }
    every = [one for objective in report.objectives for one in objective.findings]
    grave = [one.check for one in every if one.severity != "notice" and one.check.partition(".")[0] in OURS]
    assert grave == ["structure.stray-heading", "time.late"]


def test_objective_6_has_a_second_heading_in_its_title(report: Report) -> None:
    (finding,) = told(report, "structure.stray-heading")
    assert quotes(finding) == ["6", "OBIETTIVO N. 9 –"]
    assert finding.message == "Nel titolo dell'obiettivo 6 compare una seconda intestazione: «OBIETTIVO N. 9»."


def test_objective_9_is_late_and_has_full_marks(report: Report) -> None:
    (finding,) = told(report, "time.late")
    assert finding.severity == "warning"
    assert finding.message == (
        "Scadenza 30/06/2020, data del risultato febbraio 2021: in ritardo, con punteggio 100/100;"
        " il testo ne dà ragione: «proroga»."
    )
    assert finding.message_en == (
        "Due 30 June 2020, done February 2021: late, with a score of 100/100; the text says why: “proroga”."
    )
    assert quotes(finding) == ["30/06/2020", "febbraio 2021", "Valutazione OIV = 100/100", "proroga"]


def test_deadlines_that_no_date_answers(report: Report) -> None:
    first, second = told(report, "time.deadline-unanswered")
    assert quotes(first) == ["30/06/2020", "30/06/2020", "Valutazione OIV = 100/100"]
    assert quotes(second) == ["30/09/2020", "30/09/2020", "Valutazione OIV = 100/100"]


def test_what_held(report: Report) -> None:
    assert [quotes(one) for one in held(report, "time.outside-year")] == [["30/6/2020", "2020"], ["16/3/2020", "2020"]]
    (numbers,) = held(report, "structure.missing-number")
    assert numbers.message_en == "The objectives are numbered from 1 to 13, none missing or repeated."
    assert quotes(numbers) == [str(number) for number in range(1, 14)]
    assert [quotes(one)[1][:26] for one in held(report, "structure.code-parent")] == [
        f"Obiettivo {how} {code}" for how, code in (
            ("Operativo", "A01.01"), ("Operativo", "A01.02"), ("Operativo", "A02.01"), ("operativo", "D03.01"),
        )
    ]
