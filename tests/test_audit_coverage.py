"""What of an objective no rule read, and where was looked for what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from audits import quotes, told
from narrative import read_text
from test_layouts import printed, table

from extract import extract_report
from extract.audit.coverage.checks import SEARCHED, UNCLAIMED, Searched, coverage
from extract.audit.coverage.numerals import numerals
from extract.show.stored import stored_report
from extract.store import Store


def test_numbers_that_no_rule_claimed_are_one_notice(tmp_path: Path) -> None:
    report = read_text(tmp_path, (
        "OBIETTIVO N. 1\nAprire lo sportello\nDescrizione\nSi risponde nei 30 giorni, sentite le 5 sedi.\n"
        "Risultati: sono state concluse 412 pratiche, con un incontro il 5 maggio.\n"
    ))
    (finding,) = told(report, UNCLAIMED)
    assert finding.severity == "notice"
    assert quotes(finding) == ["30 giorni", "5 sedi", "5 maggio"]
    assert finding.message.endswith("«30 giorni», «5 sedi», «5 maggio».")
    assert "412 pratiche" not in finding.message


def test_what_is_read_or_says_nothing_is_not_told(tmp_path: Path) -> None:
    report = read_text(tmp_path, (
        "OBIETTIVO N. 1\nAprire lo sportello\nDescrizione\n"
        "Nel 2018 e nel biennio 2018/19, ai sensi dell'art. 67, comma 5, del D.Lgs. "
        "n. 150/2009 (fase 2):\n1. prima azione;\n2. seconda azione.\nRisultati: 412 pratiche.\n"
    ))
    assert told(report, UNCLAIMED) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("30 giorni e 12,5 % di 1.250,00 euro", ["30", "12,5 %", "1.250,00"]),
        ("dal 3 maggio 2020 al 31/12/20, poi il 16.3.2021", ["3 maggio 2020", "31/12/20", "16.3.2021"]),
        ("punteggio 4/5 e 87/100", ["4/5", "87/100"]),
        ("nel 2020, nel 2020/21, 2016 – 2018 e 2016-2018", []),
        ("codici A01, A01.02, 1.2.1, 01020304 e COVID-19", []),
        ("art. 67, comma 5, delibera n. 46/2021, 3ª edizione, ore 18,30", []),
        ("(1) uno\n2) due\n • 3. tre", []),
        ("mappa Atlante 4.0 e (SELFIE 4.0), “E-government 2”", []),
        ("MISE1 e telefono 0184/206262", []),
    ],
)
def test_numbers_as_they_stand(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in numerals(text)] == found


def test_a_cell_that_could_not_be_read_is_told(tmp_path: Path) -> None:
    report = printed(tmp_path, table(
        ("Obiettivo", "Indicatore", "Target", "Consuntivo"), ("Crescere", "Iscritti", "3 su 4 o 5", "5"),
        ("Pulire", "Strade", "8", "9"),
    ))
    first, second = coverage(report)
    unread = [one.quote for one in first.unclaimed]
    target = report.objectives[0].indicators[0].target
    assert unread == (["3 su 4 o 5"] if target is not None and target.value is None else [])
    assert second.unclaimed == ()


def test_absence_is_proved_by_what_was_searched(tmp_path: Path) -> None:
    report = read_text(tmp_path, (
        "OBIETTIVO N. 1\nAprire lo sportello\nDescrizione\nTesto.\nRisultati: fatto.\n"
        "\fOBIETTIVO N. 2\nAltro\nDescrizione\nTesto.\n"
        "Valutazione OIV = 90/100\n"
    ))
    first, second = coverage(report)
    assert (first.place, first.number) == (0, 1)
    assert first.absent["scores"] == (Searched("title", (1,)), Searched("description", (1,)), Searched("results", (1,)))
    assert first.absent["outcome"] == (Searched("results", (1,)),)
    assert "scores" not in second.absent
    assert second.absent["outcome"] == ()  # it has no results: there was nothing to search
    assert second.absent["dates.deadline"] == (Searched("title", (2,)), Searched("description", (2,)))
    assert set(first.absent) <= set(SEARCHED)


def test_coverage_is_the_same_out_of_the_database(tmp_path: Path) -> None:
    source = Path(__file__).parents[1] / "corpus" / "reports" / "riviere-2020.txt"
    report = extract_report(source)
    with Store.open(tmp_path / "prova.duckdb") as store:
        store.save(report, source)
    fresh = coverage(report)
    stored = coverage(stored_report(tmp_path / "prova.duckdb", "riviere-2020"))
    assert [one.absent for one in stored] == [one.absent for one in fresh]
    assert [[e.quote for e in one.unclaimed] for one in stored] == [[e.quote for e in one.unclaimed] for one in fresh]
    assert any(one.unclaimed for one in fresh)
