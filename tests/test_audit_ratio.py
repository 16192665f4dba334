"""Ratios: what does not add up is told, with all its places; the twin that does is confirmed and told nothing of."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.generator.model import Cell
from extract.audit.check import Scene
from extract.audit.ratio.weights import weights
from schemas.expectations import Expectations
from schemas.report import Report
from tests.small_reports import confirmations, findings, grid, ours, quotes, told

ALMOST = "Valutazione OIV = 90/100"
FORMED = "n. dipendenti formati/n. dipendenti in servizio"
HEAD = ("Cod.", "Obiettivo", "Peso", "Indicatore", "Peso indicatore", "Target", "Consuntivo 2021", "% ragg.")
ROWS = (
    ("A.1", "Ridurre i tempi di rilascio", "40%", "Giorni medi di rilascio", "100", "<= 30 gg.", "28 gg.", "100%"),
    ("A.2", "Aprire lo sportello", "30%", "Sportello aperto", "100", "SI", "SI", "100%"),
    ("A.3", "Assistere le imprese", "30%", "Imprese assistite", "100", "80", "80", "100%"),
)


def changed(folder: Path, row: int, **cells: str) -> Report:
    """The grid with other cells in one row, by their place: `c6="60"`."""
    rows = [list(one) for one in ROWS]
    for name, text in cells.items():
        rows[row][int(name[1:])] = text
    return grid(folder, HEAD, *map(tuple, rows))


@pytest.mark.parametrize(
    ("check", "severity", "wrong", "right", "sentence"),
    [
        (
            "ratio.percentage", "error",
            {"indicator": "n. pratiche evase/n. pratiche pervenute",
             "results": "sono state evase 40 pratiche su 60 pervenute, pari al 75%."},
            {"indicator": "n. pratiche evase/n. pratiche pervenute",
             "results": "sono state evase 45 pratiche su 60 pervenute, pari al 75%."},
            "40 su 60 dà 66,67%, non 75%.",
        ),
        (
            "ratio.percentage", "error",
            {"indicator": FORMED, "results": "dipendenti formati n. 61, dipendenti in servizio n. 64, pari all’85,3%."},
            {"indicator": FORMED, "results": "dipendenti formati n. 61, dipendenti in servizio n. 64, pari al 95,3%."},
            "61 su 64 dà 95,31%, non 85,3%.",
        ),
        (
            "ratio.above-whole", "warning",
            {"indicator": FORMED, "results": "dipendenti formati n. 70, dipendenti in servizio n. 64."},
            {"indicator": FORMED, "results": "dipendenti formati n. 60, dipendenti in servizio n. 64."},
            "70 su 64: la parte è maggiore del tutto (109,38%).",
        ),
        (
            "ratio.parts", "error",
            {"results": "sono state assistite n. 164 imprese, di cui n. 133 con colloqui e n. 41 con visite guidate."},
            {"results": "sono state assistite n. 164 imprese, di cui n. 123 con colloqui e n. 41 con visite guidate."},
            "Le parti superano il totale: 133 + 41 = 174 contro 164.",
        ),
        (
            "ratio.parts", "error",
            {"results": "sono stati organizzati n. 12 eventi, di cui n. 15 in modalità webinar."},
            {"results": "sono stati organizzati n. 12 eventi, di cui n. 5 in modalità webinar."},
            "Le parti superano il totale: 15 contro 12.",
        ),
        (
            "ratio.target", "warning",
            {"description": "L’ufficio doveva organizzare almeno 12 eventi.", "indicator": "n. eventi",
             "results": "Obiettivo raggiunto. Sono stati organizzati n. 9 eventi.", "score": ALMOST},
            {"description": "L’ufficio doveva organizzare almeno 12 eventi.", "indicator": "n. eventi",
             "results": "Obiettivo raggiunto. Sono stati organizzati n. 14 eventi.", "score": ALMOST},
            "Target non raggiunto: 9 contro ≥ 12 (eventi), ma l'obiettivo è detto raggiunto.",
        ),
    ],
)
def test_numbers_that_do_not_fit_are_told_and_their_twin_is_not(
    tmp_path: Path, check: str, severity: str, wrong: dict[str, str], right: dict[str, str], sentence: str
) -> None:
    (found,) = findings(told(tmp_path, wrong), check)
    assert (found.severity, found.message) == (severity, sentence)
    assert len(found.evidence) >= 2
    assert ours(told(tmp_path, right)) == []


def test_every_value_compared_is_shown(tmp_path: Path) -> None:
    report = told(tmp_path, {
        "indicator": FORMED, "results": "dipendenti formati n. 61, dipendenti in servizio n. 64, pari all’85,3%.",
    })
    (found,) = findings(report, "ratio.percentage")
    shown = " | ".join(quotes(found))
    assert all(number in shown for number in ("61", "64", "85,3%"))
    assert found.message_en == "61 of 64 is 95.31%, not 85.3%."


def test_more_than_was_planned_is_no_contradiction(tmp_path: Path) -> None:
    report = told(tmp_path, {"results": "sostituiti n. 612 lampioni su 600 previsti."})
    assert findings(report, "ratio.above-whole") == []


def test_groups_that_share_members_may_be_more_than_all(tmp_path: Path) -> None:
    report = told(tmp_path, {"results": "formati n. 100 addetti, di cui n. 70 donne e n. 45 under 35."})
    assert [one.severity for one in findings(report, "ratio.parts")] == ["notice"]


def test_parts_that_are_all_are_confirmed(tmp_path: Path) -> None:
    report = told(tmp_path, {"results": "assistite n. 164 imprese, di cui n. 123 con colloqui e n. 41 con visite."})
    assert [one.message for one in confirmations(report, "ratio.parts")] == ["123 + 41 = 164."]


def test_weights_of_objectives_make_a_hundred(tmp_path: Path) -> None:
    good = changed(tmp_path, 0)
    assert ours(good) == []
    assert "100" in confirmations(good, "ratio.weights")[0].message
    (found,) = findings(changed(tmp_path, 0, c2="50%"), "ratio.weights")
    assert (found.severity, found.message) == ("error", "I pesi di 3 obiettivi danno 110, non 100.")
    assert quotes(found) == ["50", "30", "30"]


def test_weights_of_several_offices_make_a_hundred_each(tmp_path: Path) -> None:
    report = changed(tmp_path, 0)
    twice = report.model_copy(update={"objectives": (*report.objectives, *report.objectives)})
    said = [one.message for one in weights(Scene(twice, Expectations())) if one.place is None]
    assert said == ["I pesi di 6 obiettivi danno 200 in 2 gruppi."]


def test_weights_of_indicators_make_a_hundred(tmp_path: Path) -> None:
    def weighed(last: str) -> Report:
        return grid(
            tmp_path, ("Cod.", "Obiettivo", "Indicatore", "Peso indicatore", "Target", "Consuntivo 2021"),
            (Cell("A.1", rows=2), Cell("Ridurre i tempi", rows=2), "Giorni medi", "60", "<= 30 gg.", "28 gg."),
            ("Pratiche evase", last, "90%", "91%"),
            (Cell("A.2", rows=2), Cell("Aprire lo sportello", rows=2), "Ore di apertura", "70", "20", "21"),
            ("Utenti", "30", "100", "120"),
            (Cell("A.3", rows=2), Cell("Formare", rows=2), "Ore di corso", "50", "20", "21"),
            ("Allievi", "50", "100", "120"),
        )

    assert ours(weighed("40")) == []
    (found,) = findings(weighed("50"), "ratio.weights")
    assert found.message == "I pesi degli indicatori danno 60 + 50 = 110, non 100."


@pytest.mark.parametrize(
    ("row", "cells", "severity"),
    [
        (2, {"c6": "60", "c7": "93%"}, "error"),  # 75%
        (2, {"c6": "60", "c7": "75%"}, None),
        (2, {"c6": "60", "c7": "70%"}, "notice"),  # a band
        (2, {"c6": "60", "c7": "0%"}, None),  # nothing for a missed target
        (2, {"c6": "40", "c7": "100%"}, "error"),
        (2, {"c6": "90", "c7": "100%"}, None),  # a cap
        (2, {"c6": "90", "c7": "112,5%"}, None),
        (2, {"c6": "84", "c7": "82%"}, "error"),  # met, and less than full
        (1, {"c6": "NO", "c7": "100%"}, "error"),
        (1, {"c6": "NO", "c7": "0%"}, None),
        (0, {"c6": "45 gg.", "c7": "100%"}, "error"),
        (0, {"c6": "45 gg.", "c7": "50%"}, None),  # one and a half times what was asked
        (0, {"c6": "40 gg.", "c7": "75%"}, None),
    ],
)
def test_achievement_fits_result_and_target(
    tmp_path: Path, row: int, cells: dict[str, str], severity: str | None
) -> None:
    found = findings(changed(tmp_path, row, **cells), "ratio.achievement")
    assert [one.severity for one in found] == ([] if severity is None else [severity])


def test_the_ratio_a_cell_writes_out_is_reckoned(tmp_path: Path) -> None:
    share = {"c3": "Pratiche evase / pratiche pervenute", "c5": "90%", "c7": "100%"}
    (found,) = findings(changed(tmp_path, 2, **share, c6="54/60 (95%)"), "ratio.percentage")
    assert found.message == "54 su 60 dà 90%, non 95%."
    assert ours(changed(tmp_path, 2, **share, c6="54/60 (90%)")) == []


def test_a_share_is_not_above_its_whole(tmp_path: Path) -> None:
    share = {"c5": "90%", "c6": "104%", "c7": "100%"}
    above = changed(tmp_path, 2, c3="Pratiche evase / pratiche pervenute", **share)
    assert [one.severity for one in findings(above, "ratio.above-whole")] == ["warning"]
    assert ours(changed(tmp_path, 2, c3="Controlli eseguiti / controlli programmati", **share)) == []
