"""What the checks between years say of a body's reports, through the command and its JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
from years import LONG, RESULTS, SHORT, Made, Row, database_of, year_report

from extract.store import Store

DESK = "Sportello per la digitalizzazione delle imprese"
PAY = "Tempi di pagamento delle fatture"


def said(database: Path, *arguments: str) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "extract", "audit", "--db", str(database), "--format", "json", *arguments],
        capture_output=True, text=True, check=False,
    )
    assert done.returncode == 0, done.stderr
    return [one for one in json.loads(done.stdout) if one["check"].startswith("years.")]


def between(
    tmp_path: Path, old: list[Made], new: list[Made], *arguments: str, issuer: str = LONG
) -> list[dict[str, Any]]:
    path = database_of(tmp_path / "anni.duckdb", year_report(2019, old, SHORT), year_report(2020, new, issuer))
    return said(path, *arguments)


def test_a_value_of_the_year_before_stated_otherwise_is_shown_in_both_documents(tmp_path: Path) -> None:
    old = [Made(1, DESK, "A01.01", [("media dei giorni", 2018, 70.92, None), ("media dei giorni", 2019, 69.1, None)])]
    new = [Made(1, DESK, "A01.01", [("media dei giorni", 2019, 61, None), ("media dei giorni", 2020, 58.4, None)])]
    (one,) = between(tmp_path, old, new)
    assert (one["check"], one["severity"], one["source"], one["number"]) == (
        "years.restated", "warning", "relazione-2020.txt", 1,
    )
    assert one["message"] == "«media dei giorni» 2019: 69,1 nella relazione 2019, 61 in quella 2020."
    assert one["message_en"] == "“media dei giorni” 2019: 69.1 in the report of 2019, 61 in that of 2020."
    assert [(place["source"], place["quote"]) for place in one["evidence"]] == [
        ("relazione-2019.txt", "media dei giorni 2019: 69.1"), ("relazione-2020.txt", "media dei giorni 2019: 61"),
    ]
    assert all(place["line"] for place in one["evidence"])


@pytest.mark.parametrize(("before", "after"), [(69.1, 69.1), (69.14, 69.1), (69, 69.0)])
def test_the_same_value_as_far_as_it_is_printed_is_confirmed(tmp_path: Path, before: float, after: float) -> None:
    old = [Made(1, DESK, None, [("media dei giorni", 2019, before, "days")])]
    new = [Made(1, DESK, None, [("Media dei giorni", 2019, after, None)])]
    assert between(tmp_path, old, new) == []
    (held,) = said(tmp_path / "anni.duckdb", "--confirmed")
    assert (held["check"], held["verdict"], held["severity"]) == ("years.restated", "confirmation", None)
    assert {place["source"] for place in held["evidence"]} == {"relazione-2019.txt", "relazione-2020.txt"}


@pytest.mark.parametrize(("value", "unit", "words"), [
    (92, None, "in un'altra scala"), (92, "%", "in un'altra scala"), (1, "months", "altra unità di misura, 30 giorni"),
])
def test_another_scale_or_unit_breaks_the_series(tmp_path: Path, value: float, unit: str | None, words: str) -> None:
    before = (0.92, None) if "scala" in words else (30, "days")
    old = [Made(1, DESK, None, [("pratiche nei termini", 2019, *before)])]
    new = [Made(1, DESK, None, [("pratiche nei termini", 2019, value, unit)])]
    (one,) = between(tmp_path, old, new)
    assert (one["check"], one["severity"]) == ("years.series-break", "notice")
    assert words in one["message"]


def test_an_indicator_that_stops_is_a_break_and_the_last_year_is_shown(tmp_path: Path) -> None:
    old = [Made(1, DESK, None, rows=[Row("imprese assistite", result=12), Row("eventi", result=3)])]
    new = [Made(1, DESK, None, rows=[Row("Imprese assistite", result=14)])]
    (one,) = between(tmp_path, old, new)
    assert one["message"] == "«eventi» era nella relazione 2019 e non è più in quella 2020."
    assert [place["quote"] for place in one["evidence"]] == ["eventi", DESK]


def test_labels_that_differ_in_a_digit_are_different_things(tmp_path: Path) -> None:
    old = [Made(1, DESK, None, [("presenze allo sportello n. 1", 2019, 40, None)])]
    new = [Made(1, DESK, None, [("presenze allo sportello n. 2", 2019, 50, None)])]
    assert {one["check"] for one in between(tmp_path, old, new)} == {"years.series-break"}


def test_a_baseline_that_is_not_the_result_of_the_year_before_is_a_notice(tmp_path: Path) -> None:
    old = [Made(1, DESK, None, rows=[Row("eventi", result=12)])]
    new = [Made(1, DESK, None, rows=[Row("eventi", baseline=9)])]
    (one,) = between(tmp_path, old, new)
    assert (one["check"], one["severity"]) == ("years.restated", "notice")
    assert [place["quote"] for place in one["evidence"]] == ["risultato 12", "storico 9"]


@pytest.mark.parametrize(("old", "new", "expected"), [
    (Row("quota", ">=", 90, 84), Row("quota", ">=", 80, 85), "finding"),
    (Row("quota", ">=", 90, 84), Row("quota", ">=", 90, 95), "confirmation"),
    (Row("quota", ">=", 90, 95), Row("quota", ">=", 80, 85), None),
    (Row("giorni", "<=", 30, 41), Row("giorni", "<=", 45, 40), "finding"),
    (Row("giorni", "<=", 30, 41), Row("giorni", "<=", 25, 24), "confirmation"),
    (Row("giorni", "=", 30, 25), Row("giorni", "=", 25, 25), None),
    (Row("quota", ">=", 90, 84, unit="%"), Row("quota", ">=", 8, unit="EUR"), None),
])
def test_a_target_lowered_after_a_missed_result(tmp_path: Path, old: Row, new: Row, expected: str | None) -> None:
    found = between(tmp_path, [Made(1, DESK, None, rows=[old])], [Made(1, DESK, None, rows=[new])], "--confirmed")
    about = [one for one in found if one["check"] == "years.target-lowered"]
    assert [one["verdict"] for one in about] == ([expected] if expected else [])
    if expected == "finding":
        assert len(about[0]["evidence"]) == 3
        assert about[0]["severity"] == "warning"


def test_results_told_in_the_same_words_and_numbers_are_copied(tmp_path: Path) -> None:
    old = [Made(1, DESK, None, results=RESULTS.format(year=2019))]
    new = [Made(1, DESK, None, results=RESULTS.format(year=2020))]
    (one,) = between(tmp_path, old, new)
    assert (one["check"], one["severity"]) == ("years.same-text", "warning")
    assert len(one["evidence"]) == 2


@pytest.mark.parametrize("results", [RESULTS.format(year=2020).replace("due", "tre"), "Fatto."])
def test_other_numbers_and_short_formulas_are_no_copies(tmp_path: Path, results: str) -> None:
    before = RESULTS.format(year=2019) if len(results) > 20 else results
    assert between(tmp_path, [Made(1, DESK, None, results=before)], [Made(1, DESK, None, results=results)]) == []


def test_an_objective_that_nothing_continues_is_told_and_a_cancelled_one_is_not(tmp_path: Path) -> None:
    old = [Made(1, DESK), Made(2, PAY), Made(3, "Albo fornitori", status="cancelled")]
    (one,) = between(tmp_path, old, [Made(1, DESK), Made(2, "Mediazione civile")])
    assert (one["check"], one["severity"], one["objective_id"]) == ("years.objective-gone", "notice", None)
    assert PAY in one["message"]
    assert [place["source"] for place in one["evidence"]] == ["relazione-2019.txt"]


def test_another_plan_is_one_notice_and_not_one_for_each_objective(tmp_path: Path) -> None:
    old = [Made(1, DESK), Made(2, PAY), Made(3, "Albo fornitori")]
    (one,) = between(tmp_path, old, [Made(1, "Mediazione civile"), Made(2, "Vigilanza prodotti")])
    assert "3 obiettivi" in one["message"]


def test_codes_lead_where_titles_are_reworded_and_alone_do_not(tmp_path: Path) -> None:
    value = [("imprese", 2019, 5, None)]
    old = [Made(1, "Attivare il pagamento PagoPA", "A01.01", value), Made(2, PAY, "A01.02", value)]
    new = [Made(4, "PagoPA: attivare i pagamenti verso la PA", "A01.01", [("imprese", 2019, 6, None)]),
           Made(5, "Vigilanza sui prodotti", "A01.02", [("imprese", 2019, 7, None)])]
    found = between(tmp_path, old, new)
    assert [(one["check"], one["number"]) for one in found] == [("years.objective-gone", None), ("years.restated", 4)]


@pytest.mark.parametrize("issuer", ["CCIAA di Genova", "Comune di Riviere di Liguria"])
def test_other_bodies_are_not_compared(tmp_path: Path, issuer: str) -> None:
    value = [("imprese", 2019, 5, None)]
    assert between(tmp_path, [Made(1, DESK, "A01.01", value)],
                   [Made(1, DESK, "A01.01", [("imprese", 2019, 9, None)])], issuer=issuer) == []


@pytest.mark.parametrize(("one", "other", "same"), [
    (SHORT, LONG, True), ("C.C.I.A.A. Riviere di Liguria", SHORT, True),
    ("Camera di commercio di Genova", SHORT, False),
    ("Azienda Sanitaria Locale n. 1", "A.S.L. 1", True), ("ASL 1", "ASL 2", False),
    ("UNIVERSITA' DEGLI STUDI DELL’AQUILA", "Università degli Studi dell'Aquila", True),
    ("Comune dell'Aquila", "Università dell'Aquila", False), ("Comune di Genova", "Provincia di Genova", False),
])
def test_lineage_knows_a_body_by_any_spelling_of_its_name(tmp_path: Path, one: str, other: str, same: bool) -> None:
    path = database_of(tmp_path / "anni.duckdb", year_report(2019, [Made(1, DESK)], one),
                       year_report(2020, [Made(1, DESK)], other))
    with duckdb.connect(str(path), read_only=True) as con:
        (count,) = con.execute("SELECT count(DISTINCT lineage_id) FROM lineage").fetchone() or (0,)
    assert (count == 1) is same


def test_of_one_report_named_only_what_is_said_of_it_is_told(tmp_path: Path) -> None:
    value = [("imprese", 2019, 5, None)]
    between(tmp_path, [Made(1, DESK, None, value)], [Made(1, DESK, None, [("imprese", 2019, 9, None)])])
    assert len(said(tmp_path / "anni.duckdb", "relazione-2020.txt")) == 1
    assert said(tmp_path / "anni.duckdb", "relazione-2019.txt") == []
    assert said(tmp_path / "anni.duckdb", "--check", "evaluation") == []


def test_the_same_report_twice_is_compared_with_the_year_before_and_not_with_itself(tmp_path: Path) -> None:
    old, new = Made(1, DESK, None, [("imprese", 2019, 5, None)]), Made(1, DESK, None, [("imprese", 2019, 9, None)])
    path = between(tmp_path, [old], [new]) and tmp_path / "anni.duckdb"
    with Store.open(path) as store:
        store.save(year_report(2020, [new], LONG + " ", "copia.txt"), tmp_path / "copia.txt")
    assert sorted(one["source"] for one in said(path)) == ["copia.txt", "relazione-2020.txt"]


@pytest.mark.parametrize(("checks", "expected"), [
    ("{}", ["years.restated", "years.series-break"]),
    ("bodies: [{issuer: Riviere di Liguria, switched_off: [years.restated]}]", ["years.series-break"]),
    ("bodies: [{issuer: Riviere di Liguria, switched_off: [years.restated, years.series-break]}]", []),
    ("bodies: [{issuer: Alpi, switched_off: [years.restated]}]", ["years.restated", "years.series-break"]),
    ("bodies: [{issuer: Riviere di Liguria, restated: 5}]", ["years.series-break"]),
    ("bodies: [{issuer: Riviere di Liguria, restated: 0.5}]", ["years.restated", "years.series-break"]),
])
def test_what_packs_expect_holds_between_years(tmp_path: Path, checks: str, expected: list[str]) -> None:
    pack = tmp_path / "attese"
    pack.mkdir()
    (pack / "pack.yml").write_text("id: attese\nversion: 1.0.0\ntitle: Prova\n", "utf-8")
    (pack / "checks.yml").write_text(checks, "utf-8")
    old = [Made(1, DESK, None, [("media dei giorni", 2019, 69.1, None), ("giorni di attesa", 2019, 3, None)])]
    new = [Made(1, DESK, None, [("media dei giorni", 2019, 67.1, None)])]
    found = between(tmp_path, old, new, "--pack", str(pack))
    assert [one["check"] for one in found] == expected


@pytest.mark.parametrize(("label", "before", "after", "broken"), [
    ("Scalpellini addestrati", (64, None), (38, "%"), True),
    ("Scalpellini addestrati", (38, "%"), (64, None), True),
    ("Imprese assistite", (412, None), (71, "%"), True),
    ("Visite ispettive", (12, None), (80, "%"), True),
    ("Fatture pagate nei termini", (92, None), (94, "%"), False),  # a sign that was forgotten
    ("Scalpellini addestrati su richiesti", (64, None), (38, "%"), False),
    ("Tasso di assenza", (64, None), (38, "%"), False),
    ("Quota di scalpellini addestrati", (64, None), (38, "%"), False),
    ("Grado di copertura", (64, None), (38, "%"), False),
    ("Pratiche evase/pratiche ricevute", (64, None), (38, "%"), False),
    ("Scalpellini addestrati", (64, None), (66, None), False),
    ("Scalpellini addestrati", (64, "%"), (38, "%"), False),
])
def test_a_count_that_has_become_a_percentage_breaks_the_series(
    tmp_path: Path, label: str, before: tuple[float, str | None], after: tuple[float, str | None], broken: bool
) -> None:
    def made(of: tuple[float, str | None]) -> list[Made]:
        return [Made(1, DESK, None, rows=[
            Row(label, result=of[0], unit=of[1]), Row("Tempi rispettati", result=90, unit="%"),
        ])]

    found = [one for one in between(tmp_path, made(before), made(after)) if one["check"] == "years.series-break"]
    assert [one["severity"] for one in found] == (["notice"] if broken else [])


def test_where_no_percentage_is_printed_its_sign_may_be_missing(tmp_path: Path) -> None:
    old = [Made(1, DESK, None, rows=[Row("Scalpellini addestrati", result=64), Row("Tempi rispettati", result=90)])]
    rows = [Row("Scalpellini addestrati", result=38, unit="%"), Row("Tempi rispettati", result=91)]
    new = [Made(1, DESK, None, rows=rows)]
    assert between(tmp_path, old, new) == []
