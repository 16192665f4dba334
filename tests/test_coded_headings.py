"""Objectives headed by a letter, or by a code and a title alone, with the verdict on them in a line of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.language.inline import inline_fields
from schemas.report import Objective
from tests.narrative import read_text

BELOW = (
    "Finalità\nSi cambia il servizio reso agli utenti.\nIndicatore\nUtenti serviti\nValore atteso\nalmeno 100\n"
    "Consuntivo al 31/12/2021\nGli utenti serviti sono stati 120.\n"
)
LISTED = (
    "Il servizio è stato ripensato con gli utenti e con il personale degli sportelli;\n"
    "le code sono scese e le pratiche arretrate sono state chiuse entro l’estate.\nPeso: 20%\n"
    "• Indicatore: Utenti serviti – Dato\n  2017: 90 – Target 2018: ≥ 100 –\n  Risultato: 120\n"
    "• Indicatore: Tempo di attesa – Dato 2017: 9 giorni – Target 2018: ≤ 6 giorni – Risultato: 5 giorni\n"
    "Esito: raggiunto – Valutazione del Nucleo di Valutazione: 5/5\n"
)


def places(objective: Objective) -> list[tuple[str, str | None]]:
    return [(one.level, one.code) for one in objective.plan_references]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Obiettivo a) – Aprire lo sportello", "Obiettivo b) – Chiudere lo sportello"),
        ("OBIETTIVO a): Aprire lo sportello", "OBIETTIVO b): Chiudere lo sportello"),
        ("Obiettivo operativo (a) Aprire lo sportello", "Obiettivo operativo (b) Chiudere lo sportello"),
        ("Obiettivo lett. a) - Aprire lo\nsportello", "Obiettivo lett. b) - Chiudere lo\nsportello"),
    ],
)
def test_letters_count_objectives_and_are_no_codes(tmp_path: Path, first: str, second: str) -> None:
    text = f"IL SERVIZIO\n\n{first}\n{LISTED}\nLE RISORSE\n\n{second}\n{LISTED}"
    objectives = read_text(tmp_path, text).objectives
    assert [one.title for one in objectives] == ["Aprire lo sportello", "Chiudere lo sportello"]
    for one in objectives:
        assert places(one) == []
        assert (one.weight, one.outcome, [score.value for score in one.scores]) == (20, "achieved", [5])
        assert [(i.text, i.baseline and i.baseline.value, i.target and i.target.value, i.result and i.result.value)
                for i in one.indicators] == [("Utenti serviti", 90, 100, 120), ("Tempo di attesa", 9, 6, 5)]
        assert "description" in one.sections
        assert "results" not in one.sections


@pytest.mark.parametrize(
    ("over", "codes", "sign"),
    [
        ("Obiettivo strategico A1 Servizi", ["A1.01", "A1.02"], " "),
        ("Obiettivo strategico A1 – Servizi", ["A1.01", "A1.02"], " – "),
        ("OBIETTIVO STRATEGICO OS2: SERVIZI", ["OS2.1", "OS2.2"], ": "),
        ("Area strategica B – Servizi", ["B.1.1", "B.1.2"], ". "),
        ("Linea strategica C – Servizi", ["OP.7", "OP.8"], " - "),
    ],
)
def test_a_code_and_a_title_head_objectives(tmp_path: Path, over: str, codes: list[str], sign: str) -> None:
    text = f"{over}\n\n{codes[0]}{sign}Ridurre i tempi di rilascio\n{BELOW}\n{codes[1]}{sign}Aprire il sabato\n{BELOW}"
    objectives = read_text(tmp_path, text).objectives
    assert [one.title for one in objectives] == ["Ridurre i tempi di rilascio", "Aprire il sabato"]
    assert [places(one)[-1] for one in objectives] == [("operational", code) for code in codes]
    assert all(len(places(one)) == 2 for one in objectives)


def test_codes_within_an_objective_say_where_it_belongs(tmp_path: Path) -> None:
    within = "A1.01 Semplificare i servizi\n"
    text = f"OBIETTIVO N. 1\nAprire lo sportello\n{within}{BELOW}OBIETTIVO N. 2\nChiudere lo sportello\n{within}{BELOW}"
    assert [one.number for one in read_text(tmp_path, text).objectives] == [1, 2]
    text = f"Obiettivo operativo 1 – Aprire\n{within}{BELOW}Obiettivo operativo 2 – Chiudere\n{within}{BELOW}"
    assert [one.number for one in read_text(tmp_path, text).objectives] == [1, 2]


@pytest.mark.parametrize(
    ("line", "outcome", "achievement"),
    [
        ("Giudizio: pienamente raggiunto (100%)", "achieved", 100),
        ("Esito: parzialmente raggiunto al 75%", "partly_achieved", 75),
        ("Esito finale – non raggiunto", "not_achieved", None),
        ("Giudizio complessivo: obiettivo raggiunto – 95%", "achieved", 95),
        ("Valutazione: raggiunto in parte", "partly_achieved", None),
        ("Grado di raggiungimento: pienamente raggiunto", "achieved", None),
        ("Esito: mancato raggiungimento", "not_achieved", None),
    ],
)
def test_a_verdict_is_no_part_of_the_results(
    tmp_path: Path, line: str, outcome: str, achievement: float | None
) -> None:
    below = f"{BELOW}{line}\nValutazione OIV: 90/100\n"
    for one in read_text(tmp_path, f"OBIETTIVO N. 1\nAprire\n{below}OBIETTIVO N. 2\nChiudere\n{below}").objectives:
        assert (one.outcome, one.achievement, [score.value for score in one.scores]) == (outcome, achievement, [90])
        assert "results" in one.sections
        assert one.sections["results"].text == "Gli utenti serviti sono stati 120."


def test_more_than_a_verdict_is_a_result(tmp_path: Path) -> None:
    told = "Esito: raggiunto il 98% delle imprese con 12 incontri."
    one = read_text(tmp_path, f"OBIETTIVO N. 1\nAprire\nIndicatore\nUtenti serviti\n{told}\n").objectives[0]
    assert "results" in one.sections
    assert one.outcome is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Corsi – Dato 2017: 4 – Target 2018: 5 – Risultato: 6", ["baseline", "target", "result"]),
        ("Corsi – Valore 2017: 4 – Target 2018: 5 – Valore 2018: 6", ["baseline", "target", "result"]),
        ("Corsi – Consuntivo 2017: 4; Target 2018: 5; Consuntivo 2018: 6", ["baseline", "target", "result"]),
        ("Corsi – Target 2018: 5 – Risultato 2018: 6", ["target", "result"]),
        ("Corsi – Target: 5 – Dato al 31/12/2018: 6", ["target", "result"]),
    ],
)
def test_a_result_of_an_earlier_year_is_the_baseline(line: str, names: list[str]) -> None:
    assert [field.name for field in inline_fields(line)] == names
