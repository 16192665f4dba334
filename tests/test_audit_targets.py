"""Targets and scores: two that differ, one that nothing answers, a score that does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.audit.words.likeness import likeness, same, terms
from schemas.report import Report
from tests.small_reports import findings, grid, ours, quotes, told

Words = dict[str, str]
RISING = "Si intendeva aumentarle."
FIRMS = "n. imprese abilitate 2018/n. imprese abilitate 2017"
HEAD = ("Obiettivo", "Indicatore", "Target", "Risultato", "Punteggio OIV (0-100)")
ROWS = (
    ("Ridurre i tempi", "Giorni medi di rilascio", "<= 30 gg.", "28 gg.", "100"),
    ("Assistere le imprese", "Imprese assistite", "almeno 80", "85", "100"),
    ("Formare il personale", "Dipendenti formati / dipendenti in servizio", "90%", "95%", "100"),
    ("Rinnovare il sito", "Pagine rinnovate", "40", "44", "90"),
)


def changed(folder: Path, row: int, **cells: str) -> Report:
    rows = [list(one) for one in ROWS]
    for name, text in cells.items():
        rows[row][int(name[1:])] = text
    return grid(folder, HEAD, *map(tuple, rows))


@pytest.mark.parametrize(
    ("check", "severity", "wrong", "right"),
    [
        (
            "target.differs", "warning",
            {"description": "Si prevedeva di realizzare almeno tre interventi.", "indicator": "n. azioni > 3",
             "results": "gli interventi realizzati sono stati 5."},
            {"indicator": "n. azioni >= 3"},
        ),
        (
            "target.differs", "warning",
            {"description": "Si prevedeva di organizzare almeno 10 eventi sul territorio.", "indicator": "n. eventi",
             "results": "eventi (il target era 8 eventi): sono stati organizzati n. 12 eventi."},
            {"results": "eventi (il target era 10 eventi): sono stati organizzati n. 12 eventi."},
        ),
        (
            "target.differs", "warning",
            {"description": "I rilasci dovevano avere un tempo medio di rilascio non superiore a 20 giorni.",
             "indicator": "tempo medio di rilascio <= 30 giorni",
             "results": "il tempo medio di rilascio è stato di 18 giorni."},
            {"indicator": "tempo medio di rilascio <= 20 giorni"},
        ),
        (
            "target.unanswered", "warning",
            {"description": "Si puntava ad almeno 200 partecipanti e ad almeno 5 eventi.", "indicator": "n. eventi",
             "results": "sono stati organizzati n. 6 eventi."},
            {"results": "sono stati organizzati n. 6 eventi con 230 partecipanti."},
        ),
        (
            "target.unanswered", "warning",
            {"description": "Lo sportello doveva garantire un numero di ore di apertura settimanale superiore alle 15.",
             "results": "lo sportello è rimasto a disposizione delle imprese per via telematica."},
            {"results": "lo sportello ha garantito 18 ore di apertura settimanale."},
        ),
        (
            "target.percentage-unreported", "warning",
            {"indicator": "% di completamento", "results": "sono state svolte tutte le attività preparatorie."},
            {"results": "sono state svolte le attività, con un completamento del 100%."},
        ),
        (
            "target.percentage-unreported", "warning",
            {"indicator": "percentuale di realizzazione del progetto", "results": "il progetto è stato avviato."},
            {"results": "il progetto è stato realizzato all’80%."},
        ),
        (
            "target.baseline-differs", "warning",
            {"description": f"Le imprese abilitate al 31/12/2017 erano 4. {RISING}", "indicator": FIRMS,
             "results": "l’azione ha fatto passare da 6 a 31 le imprese abilitate."},
            {"description": f"Le imprese abilitate al 31/12/2017 erano 6. {RISING}"},
        ),
        (
            "target.baseline-differs", "warning",
            {"description": "Nel 2017 il tempo medio di rilascio era di 40 giorni.", "indicator": "tempo medio",
             "results": "il tempo medio di rilascio è sceso a 25 giorni, rispetto ai 48 giorni del 2017."},
            {"description": "Nel 2017 il tempo medio di rilascio era di 48 giorni."},
        ),
        (
            "evaluation.full-score-on-missed-target", "error",
            {"indicator": "n. eventi >= 12", "results": "sono stati organizzati n. 9 eventi."},
            {"results": "sono stati organizzati n. 12 eventi."},
        ),
        (
            "evaluation.full-score-on-missed-target", "error",
            {"indicator": "tempo medio di rilascio <= 30 giorni",
             "results": "il tempo medio di rilascio è stato di 42 giorni."},
            {"results": "il tempo medio di rilascio è stato di 28 giorni."},
        ),
        (
            "evaluation.full-score-on-missed-target", "error",
            {"title": "ESAMINARE IL 100% DELLE DOMANDE PRESENTATE",
             "indicator": "n. domande esaminate/n. domande presentate",
             "results": "domande esaminate n. 80, domande presentate n. 100."},
            {"results": "domande esaminate n. 100, domande presentate n. 100."},
        ),
        (
            "evaluation.score-against-outcome", "error",
            {"results": "Obiettivo non raggiunto per carenza di personale."}, {"results": "Obiettivo raggiunto."},
        ),
        (
            "evaluation.score-against-outcome", "error",
            {"results": "Obiettivo raggiunto.", "score": "Valutazione OIV = 0/100"},
            {"results": "Obiettivo non raggiunto."},
        ),
        (
            "evaluation.score-against-outcome", "warning",
            {"results": "Obiettivo parzialmente raggiunto: manca il collaudo."},
            {"score": "Valutazione OIV = 70/100"},
        ),
        ("evaluation.no-score", "warning", {"score": ""}, {"score": "Valutazione OIV = 80/100"}),
        (
            "evaluation.above-maximum", "error", {"score": "Valutazione OIV = 110/100"},
            {"score": "Valutazione OIV = 95/100"},
        ),
    ],
)
def test_what_does_not_fit_is_told_and_its_twin_is_not(
    tmp_path: Path, check: str, severity: str, wrong: Words, right: Words
) -> None:
    (found,) = findings(told(tmp_path, wrong), check)
    assert found.severity == severity
    assert found.message.endswith(".")
    assert found.message_en.endswith(".")
    assert ours(told(tmp_path, wrong | right)) == []


@pytest.mark.parametrize(
    ("row", "cells", "check"),
    [
        (1, {"c3": "60"}, "evaluation.full-score-on-missed-target"),
        (1, {"c3": "81"}, None),
        (0, {"c3": "41 gg."}, "evaluation.full-score-on-missed-target"),
        (0, {"c3": "30 gg."}, None),
        (2, {"c3": "71%"}, "evaluation.full-score-on-missed-target"),
        (1, {"c4": "-"}, "evaluation.no-score"),
        (1, {"c4": "120"}, "evaluation.above-maximum"),
        (3, {"c3": "n.d."}, "target.unanswered"),
        (3, {"c2": "-"}, "target.result-without-target"),
    ],
)
def test_cells_that_do_not_fit_are_told(tmp_path: Path, row: int, cells: Words, check: str | None) -> None:
    told_of = {one[1] for one in ours(changed(tmp_path, row, **cells))} - {"ratio.target"}
    assert told_of == ({check} if check else set())


def test_a_full_score_on_a_missed_target_shows_target_result_and_score(tmp_path: Path) -> None:
    (found,) = findings(changed(tmp_path, 1, c3="60"), "evaluation.full-score-on-missed-target")
    assert found.message == "Punteggio pieno (100/100), ma il target è mancato: 60 contro ≥ 80 (Imprese assistite)."
    assert found.message_en == "Full score (100/100), yet the target was missed: 60 against ≥ 80 (Imprese assistite)."
    assert quotes(found)[:3] == ["almeno 80", "60", "100"]


def test_a_reason_for_having_no_score_is_enough(tmp_path: Path) -> None:
    report = told(tmp_path, {"score": "", "results": "Obiettivo rinviato al 2019."})
    assert findings(report, "evaluation.no-score") == []


def test_a_target_of_one_may_be_answered_in_words(tmp_path: Path) -> None:
    report = told(tmp_path, {"description": "Sperimentazione con almeno un dipendente."})
    assert ours(report) == []


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("imprese abilitate", "impresa abilitata", True),
        ("azioni", "interventi realizzati", True),
        ("eventi", "eventi di informazione e sensibilizzazione", True),
        ("procedimenti attivati", "proc. attivati", True),
        ("n. ore di sportello", "sedi", False),
        ("giorni di regolarizzazione in uscita", "giorni di regolarizzazione in entrata", False),
    ],
)
def test_labels_of_one_thing_are_known(one: str, other: str, alike: bool) -> None:
    assert same(terms(one), terms(other)) is alike


def test_the_likest_label_is_the_whole_one() -> None:
    asked = terms("giorni di regolarizzazione pr uscita")
    right, wrong = (terms(f"media num giorni di regolarizzazione pr {way}") for way in ("uscita", "entrata"))
    assert likeness(asked, right) == 1 > likeness(asked, wrong) > 0
    assert likeness(asked, terms("eventi")) == 0
