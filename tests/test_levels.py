"""Narrative reports whose objectives are headed by a level of the plan, in the manners of other offices."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.generator.model import Heading, Paragraph, Print
from corpus.generator.printers import pdf
from extract import extract_report
from schemas.report import Indicator, Measure, Objective, Report
from tests.narrative import read_text

BELOW = (
    "Descrizione\nSi cambia il servizio.\nIndicatore\nUtenti serviti – Target: 100 – Risultato: 120\n"
    "Risultati\nFatto.\n"
)
A1, A2 = "Obiettivo operativo A.1 – Aprire", "Obiettivo operativo A.2 – Chiudere"


def two(heading: str, following: str, below: str = BELOW) -> str:
    return f"{heading}\n{below}{following}\n{below}"


def said(measure: Measure | None) -> str | None:
    if measure is None:
        return None
    return f"{measure.operator or ''}{measure.value if measure.date is None else measure.date}{measure.unit or ''}"


def told(indicator: Indicator) -> tuple[object, ...]:
    return indicator.text, indicator.weight, said(indicator.target), said(indicator.result)


def places(objective: Objective) -> list[tuple[str, str | None, str | None]]:
    return [(one.level, one.code, one.title) for one in objective.plan_references]


@pytest.mark.parametrize(
    ("heading", "following", "titles", "number", "code"),
    [
        (A1, A2, ["Aprire", "Chiudere"], None, "A.1"),
        ("OBIETTIVO OPERATIVO 1.1\nAprire", "OBIETTIVO OPERATIVO 1.2\nChiudere", ["Aprire", "Chiudere"], None, "1.1"),
        ("Obiettivo gestionale n. 1: Aprire", "Obiettivo gestionale n. 2: Chiudere", ["Aprire", "Chiudere"], 1, None),
        ("Ob. II – Aprire", "Ob. III – Chiudere", ["Aprire", "Chiudere"], None, "II"),
        ("Obiettivo specifico 1.1.a) Aprire", "Obiettivo specifico 1.1.b) Chiudere", ["Aprire", "Chiudere"], None,
         "1.1.a"),
        ("PROGETTO N. 4 - APRIRE", "PROGETTO N. 5 - CHIUDERE", ["APRIRE", "CHIUDERE"], 4, None),
        ("Scheda n. 7\nAprire", "Scheda n. 8\nChiudere", ["Aprire", "Chiudere"], 7, None),
        ("SCHEDA OBIETTIVO N. A.3\nAprire", "SCHEDA OBIETTIVO N. A.4\nChiudere", ["Aprire", "Chiudere"], None, "A.3"),
        ("Obiettivo operativo: Aprire", "Obiettivo operativo: Chiudere", ["Aprire", "Chiudere"], None, None),
        ("Obiettivo operativo «Aprire»", "Obiettivo operativo «Chiudere»", ["«Aprire»", "«Chiudere»"], None, None),
        ("1.1 Obiettivo – Aprire", "1.2 Obiettivo – Chiudere", ["Aprire", "Chiudere"], None, "1.1"),
        ("Obiettivo di performance individuale 3. Aprire", "Obiettivo di performance individuale 4. Chiudere",
         ["Aprire", "Chiudere"], 3, None),
        ("Obiettivo strategico OS1: Aprire", "Obiettivo strategico OS2: Chiudere", ["Aprire", "Chiudere"], None, "OS1"),
    ],
)
def test_headings(
    tmp_path: Path, heading: str, following: str, titles: list[str], number: int | None, code: str | None
) -> None:
    first, second = read_text(tmp_path, two(heading, following)).objectives
    assert [first.title, second.title] == titles
    assert first.number == number
    assert [one.code for one in first.plan_references] == ([code] if code else [])
    assert told(first.indicators[0]) == ("Utenti serviti", None, "=100", "120")


def test_a_title_wraps_and_areas_stand_over_their_objectives(tmp_path: Path) -> None:
    report = read_text(
        tmp_path,
        "AREA STRATEGICA A – SERVIZI\n"
        + "Obiettivo operativo A.1 – Ridurre i tempi di rilascio\ndelle concessioni\n" + BELOW
        + "Obiettivo operativo A.2 – Aprire il sabato\n" + BELOW
        + "AREA STRATEGICA B\nRISORSE\nObiettivo operativo B.1 – Formare il personale\n" + BELOW
    )
    assert [places(o) for o in report.objectives] == [
        [("area", "A", "SERVIZI"), ("operational", "A.1", "Ridurre i tempi di rilascio delle concessioni")],
        [("area", "A", "SERVIZI"), ("operational", "A.2", "Aprire il sabato")],
        [("area", "B", "RISORSE"), ("operational", "B.1", "Formare il personale")],
    ]
    assert {o.sections["results"].text for o in report.objectives} == {"Fatto."}


def test_an_area_may_be_described(tmp_path: Path) -> None:
    area = "Area strategica {}: {}\nDescrizione\nL’area comprende molto.\n"
    report = read_text(
        tmp_path,
        area.format("A", "Porto") + two("Obiettivo operativo A.1: Dragare", "Obiettivo operativo A.2: Illuminare")
        + area.format("B", "Città") + "Obiettivo operativo B.1: Aprire\n" + BELOW
    )
    assert [o.title for o in report.objectives] == ["Dragare", "Illuminare", "Aprire"]
    assert {o.sections["description"].text for o in report.objectives} == {"Si cambia il servizio."}


def test_levels_below_a_numbered_objective_say_where_it_belongs(tmp_path: Path) -> None:
    reference = "Obiettivo strategico A – Servizi\nObiettivo operativo A.{} – Sportelli\n"
    first, second = (f"{reference.format(number)}{BELOW}" for number in (1, 2))
    report = read_text(tmp_path, f"OBIETTIVO N. 1 – APRIRE\n{first}OBIETTIVO N. 2 – CHIUDERE\n{second}")
    assert [(o.number, o.title) for o in report.objectives] == [(1, "APRIRE"), (2, "CHIUDERE")]
    assert places(report.objectives[0]) == [("strategic", "A", "Servizi"), ("operational", "A.1", "Sportelli")]


def test_numbered_objectives_may_stand_over_operational_ones(tmp_path: Path) -> None:
    below = two("Obiettivo operativo 1.1 – Aprire", "Obiettivo operativo 1.2 – Chiudere")
    report = read_text(tmp_path, f"OBIETTIVO N. 1 – SERVIZI\n{below}")
    assert [o.title for o in report.objectives] == ["Aprire", "Chiudere"]
    assert places(report.objectives[0])[0] == ("strategic", "1", "SERVIZI")


def test_contents_and_prose_start_nothing(tmp_path: Path) -> None:
    contents = "INDICE\nObiettivo operativo A.1 – Aprire\nObiettivo operativo A.2 – Chiudere\n\n"
    below = BELOW.replace("Fatto.", "Fatto. Si veda anche\nobiettivo operativo A.1 – Aprire.")
    body = two(A1, A2, below)
    report = read_text(tmp_path, contents + body)
    assert [o.title for o in report.objectives] == ["Aprire", "Chiudere"]
    assert report.objectives[1].sections["results"].text.endswith("operativo A.1 – Aprire.")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Indicatori\nCorsi – Peso: 60% – Target: ≥ 12 – Risultato:\n14\n"
         "Utenti – Peso: 40% –\nTarget: SI – Risultato: NO",
         [("Corsi", 60, ">=12", "14"), ("Utenti", 40, "Trueboolean", "Falseboolean")]),
        ("Indicatori e target\n• Corsi (peso 60%): target ≥ 12; risultato 14\n"
         "• Utenti (peso 40%): target 5; risultato n.d.",
         [("Corsi", 60, ">=12", "14"), ("Utenti", 40, "=5", None)]),
        ("Indicatori\nCorsi\nPeso: 60%\nTarget: 12\nRisultato: 14\nUtenti\nPeso: 40%\nTarget: 5\nRisultato: 6",
         [("Corsi", 60, "=12", "14"), ("Utenti", 40, "=5", "6")]),
        ("Indicatore 1: corsi\nTarget: 12\nRisultato: 14\nIndicatore 2: utenti\nTarget: 5\nRisultato: 6",
         [("corsi", None, "=12", "14"), ("utenti", None, "=5", "6")]),
        ("Indicatori di risultato: Corsi | Target 2018: entro il 31/10/2018 | Consuntivo 2018: 14/10/2018",
         [("Corsi", None, "<=2018-10-31", "2018-10-14")]),
        ("Indicatori:\na) Corsi, target 12, risultato 14\nb) Utenti, target 5, risultato 6",
         [("Corsi", None, "=12", "14"), ("Utenti", None, "=5", "6")]),
    ],
)
def test_indicators_say_their_values(tmp_path: Path, lines: str, expected: list[tuple[object, ...]]) -> None:
    below = f"Peso dell’obiettivo: 20%\nFinalità e contenuti\nSi cambia.\n{lines}\nAttività svolte/risultati\nFatto.\n"
    for one in read_text(tmp_path, two(A1, A2, below)).objectives:
        assert [told(indicator) for indicator in one.indicators] == expected
        assert (one.weight, one.sections["results"].text) == (20, "Fatto.")


def test_what_follows_a_title_without_a_label_describes(tmp_path: Path) -> None:
    prose = (
        "Le attese agli sportelli sono lunghe e i cittadini se ne lamentano da anni, perciò si apre\n"
        "un nuovo sportello e si riordinano i turni.\n"
    )
    below = prose + BELOW.partition("servizio.\n")[2]
    first, _ = read_text(tmp_path, two(A1, A2, below)).objectives
    assert first.title == "Aprire"
    assert first.sections["description"].text == " ".join(prose.split())


def test_pages_end_within_an_objective(tmp_path: Path) -> None:
    filling = Paragraph("Il servizio è stato cambiato in ogni sua parte, come chiedevano gli utenti. " * 12)
    parts = [Heading("Comune di Prova", 1), Heading("Relazione sulla performance 2021", 2)]
    for code in ("A.1", "A.2", "B.1", "B.2", "B.3"):
        parts += [
            Heading(f"Obiettivo operativo {code} – Aprire lo sportello {code}", 3), Paragraph("Descrizione e finalità"),
            filling, Paragraph("Indicatori"), Paragraph("Utenti – Peso: 100% – Target: 100 – Risultato: 120"),
            Paragraph("Attività svolte e risultati ottenuti"), filling, Paragraph("Valutazione OIV: 30/30"),
        ]
    path = tmp_path / "prova.pdf"
    path.write_bytes(pdf(Print(tuple(parts)), "reportlab"))
    report: Report = extract_report(path)
    assert report.report.pages > 1
    assert [o.plan_references[0].code for o in report.objectives] == ["A.1", "A.2", "B.1", "B.2", "B.3"]
    assert {told(i) for o in report.objectives for i in o.indicators} == {("Utenti", 100, "=100", "120")}
    assert [o.scores[0].value for o in report.objectives] == [30] * 5


def test_results_that_end_in_a_labelled_value_are_results(tmp_path: Path) -> None:
    prose = "Sono stati posati 9 km di fibra; tasso di raggiungimento: 75%."
    below = f"Descrizione\nSi posa.\nIndicatore\nkm posati\nRisultati: {prose}\n"
    one, _ = read_text(tmp_path, two(A1, A2, below)).objectives
    assert (one.indicators[0].text, one.sections["results"].text, one.achievement) == ("km posati", prose, 75)
