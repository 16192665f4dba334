"""Deadlines against what was done when, each contradiction beside a twin that raises nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from audits import held, quotes, told
from narrative import read_text
from test_layouts import printed, table

from extract.audit.time.when import when
from schemas.report import DateValue, Report

LATE, OUTSIDE, UNANSWERED = "time.late", "time.outside-year", "time.deadline-unanswered"


def objective(
    folder: Path, results: str, *, title: str = "ATTIVARE LO SPORTELLO ENTRO IL 30/06/2018", score: str = "100/100",
    status: str = "",
) -> Report:
    body = (
        f"OBIETTIVO N. 1\n{title}\nDescrizione\nLo sportello mancava.\nIndicatore: n. sportelli\n"
        f"Risultati: {results}\n{status}\n" + (f"Valutazione OIV = {score}\n" if score else "")
    )
    return read_text(folder, body)


def test_full_marks_for_what_came_late_without_a_word_are_an_error(tmp_path: Path) -> None:
    report = objective(tmp_path, "lo sportello è stato attivato il 15/9/2018.")
    (finding,) = told(report, LATE)
    assert finding.severity == "error"
    assert finding.message == "Scadenza 30/06/2018, data del risultato 15/09/2018: in ritardo, con punteggio 100/100."
    assert finding.message_en == "Due 30 June 2018, done 15 September 2018: late, with a score of 100/100."
    assert quotes(finding) == ["30/06/2018", "15/9/2018", "Valutazione OIV = 100/100"]
    assert held(report, LATE) == []


def test_what_came_in_time_is_confirmed(tmp_path: Path) -> None:
    report = objective(tmp_path, "lo sportello è stato attivato il 16/3/2018.")
    assert told(report, LATE) == []
    (confirmed,) = held(report, LATE)
    assert confirmed.message == "Data del risultato 16/03/2018, entro la scadenza 30/06/2018."
    assert quotes(confirmed) == ["30/06/2018", "16/3/2018"]


@pytest.mark.parametrize(
    ("results", "score", "severity"),
    [
        ("a causa dell'emergenza sanitaria lo sportello è stato attivato il 15/9/2018.", "100/100", "warning"),
        ("lo sportello è stato attivato il 15/9/2018.", "", "warning"),
        ("lo sportello è stato attivato il 15/9/2018.", "80/100", "notice"),
        ("Obiettivo parzialmente raggiunto: sportello attivato il 15/9/2018.", "", "notice"),
    ],
)
def test_the_score_and_the_reason_say_how_grave_a_delay_is(
    tmp_path: Path, results: str, score: str, severity: str
) -> None:
    (finding,) = told(objective(tmp_path, results, score=score), LATE)
    assert finding.severity == severity


def test_a_reason_is_told_and_shown(tmp_path: Path) -> None:
    results = "a causa dell'emergenza sanitaria lo sportello è stato attivato il 15/9/2018."
    (finding,) = told(objective(tmp_path, results), LATE)
    assert "«emergenza»" in finding.message
    assert quotes(finding)[-1] == "emergenza"


@pytest.mark.parametrize("status", ["Obiettivo cassato in sede di monitoraggio", "Obiettivo rinviato al 2019"])
def test_what_was_cancelled_or_postponed_has_no_deadline_left(tmp_path: Path, status: str) -> None:
    report = objective(tmp_path, "lo sportello è stato attivato il 15/9/2018.", status=status, score="")
    assert report.objectives[0].status in ("cancelled", "postponed")
    assert told(report, LATE) + told(report, OUTSIDE) + told(report, UNANSWERED) == []


@pytest.mark.parametrize(
    ("due", "done", "is_late"),
    [
        ("GIUGNO 2018", "il 30/6/2018", False), ("GIUGNO 2018", "il 1/7/2018", True),
        ("IL 15/06/2018", "nel mese di giugno 2018", None), ("IL 15/06/2018", "nel mese di luglio 2018", True),
    ],
)
def test_a_month_is_all_of_its_days(tmp_path: Path, due: str, done: str, is_late: bool | None) -> None:
    report = objective(tmp_path, f"lo sportello è stato attivato {done}.", title=f"ATTIVARE LO SPORTELLO ENTRO {due}")
    assert (bool(told(report, LATE)), bool(held(report, LATE))) == (is_late is True, is_late is False)


def test_a_date_between_two_deadlines_says_nothing(tmp_path: Path) -> None:
    body = (
        "OBIETTIVO N. 1\nATTIVARE LO SPORTELLO ENTRO IL 30/11/2018\nDescrizione\n"
        "Il progetto va presentato entro il 31/03/2018.\nRisultati: lo sportello è stato attivato il 15/9/2018.\n"
    )
    report = read_text(tmp_path, body)
    assert told(report, LATE) == held(report, LATE) == []


def test_the_dates_of_an_indicator_are_its_own(tmp_path: Path) -> None:
    report = printed(tmp_path, table(
        ("N.", "Obiettivo", "Indicatore", "Target 2021", "Consuntivo 2021", "% di realizzazione"),
        ("1", "Aprire lo sportello", "Data di apertura", "entro il 30/06/2021", "14.09.2021", "100%"),
        ("2", "Rifare il sito", "Data del collaudo", "30.06.2021", "14/05/2021", "100%"),
        ("3", "Approvare il piano", "Data di approvazione", "OTT-21", "NOV-21", "70%"),
    ))
    first, third = told(report, LATE)
    assert (first.severity, third.severity) == ("error", "notice")
    assert quotes(first)[:2] == ["entro il 30/06/2021", "14.09.2021"]
    assert "100%" in quotes(first)
    assert third.message.startswith("Scadenza ottobre 2021, data del risultato novembre 2021: in ritardo")
    (confirmed,) = held(report, LATE)
    assert quotes(confirmed) == ["30.06.2021", "14/05/2021"]


def test_a_result_of_another_year(tmp_path: Path) -> None:
    title = "ATTIVARE LO SPORTELLO"
    report = objective(tmp_path, "lo sportello è attivo dal 12/3/2019.", title=title)
    (finding,) = told(report, OUTSIDE)
    assert (finding.severity, quotes(finding)) == ("warning", ["12/3/2019", "2018"])
    twin = objective(tmp_path, "lo sportello è attivo dal 12/3/2018.", title=title)
    assert told(twin, OUTSIDE) == []
    assert len(held(twin, OUTSIDE)) == 1


def test_a_late_result_of_another_year_is_told_once(tmp_path: Path) -> None:
    report = objective(tmp_path, "lo sportello è stato attivato il 15/2/2019.")
    assert (len(told(report, LATE)), told(report, OUTSIDE)) == (1, [])


def test_a_deadline_without_an_answer(tmp_path: Path) -> None:
    report = objective(tmp_path, "lo sportello è stato attivato.")
    (finding,) = told(report, UNANSWERED)
    assert (finding.severity, quotes(finding)) == ("notice", ["30/06/2018", "Valutazione OIV = 100/100"])
    assert "30/06/2018" in finding.message
    assert "30 June 2018" in finding.message_en


@pytest.mark.parametrize(
    "results", ["Obiettivo raggiunto.", "Obiettivo non raggiunto.", "attivato il 3/5/2018.", "attivazione: 100%"],
)
def test_a_date_or_an_outcome_answers_a_deadline(tmp_path: Path, results: str) -> None:
    body = f"OBIETTIVO N. 1\nATTIVARE LO SPORTELLO ENTRO IL 30/06/2018\nDescrizione\nMancava.\nRisultati: {results}\n"
    report = read_text(tmp_path, body + "Grado di raggiungimento: 100%\n" * ("100%" in results))
    assert told(report, UNANSWERED) == []


def test_the_end_of_the_year_needs_no_answer(tmp_path: Path) -> None:
    report = objective(tmp_path, "lo sportello è attivo.", title="ATTIVARE LO SPORTELLO ENTRO IL 31/12/2018")
    assert told(report, UNANSWERED) == []


def test_what_a_reviewer_wrote_may_be_no_date(tmp_path: Path) -> None:
    evidence = objective(tmp_path, "fatto.").objectives[0].evidence["number"]
    value = DateValue(date="2018-02-31", precision="day", role="achieved", section="results", evidence=evidence)
    assert when(value) is None
    assert when(None) is None


def test_a_feast_is_a_deadline(tmp_path: Path) -> None:
    for asked, done, late in (
        ("entro Natale", "22 dicembre 2018", False), ("entro Natale", "28 dicembre 2018", True),
        ("entro Ferragosto", "3 settembre 2018", True), ("entro l’Immacolata 2018", "7 dicembre 2018", False),
        ("prima di Ognissanti", "14 novembre 2018", True),
    ):
        said = f"Il bando va pubblicato {asked}.\n\nIndicatore: pubblicazione del bando\n\n"
        body = f"OBIETTIVO N. 1\n\nBando\n\nDescrizione: {said}Risultati: il bando è stato pubblicato il {done}.\n"
        read = read_text(tmp_path, body)
        assert bool(told(read, "time.late")) is late, asked
        assert bool(held(read, "time.late")) is not late, asked
