"""Reports in other layouts: what tables, cards and sheets say, printed here with reportlab as offices print them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus.generator.long import long_grid
from corpus.generator.model import Cell, Heading, Paragraph, Part, Print, Table
from corpus.generator.printers import pdf
from extract import extract_report
from extract.forms.shape import tells_a_deed
from schemas.report import Indicator, Measure, Objective, Report

FRONT = (Heading("Comune di Prova", 1), Heading("Relazione sulla performance 2021", 2))


def printed(folder: Path, *parts: Part, landscape: bool = True) -> Report:
    """The report of a document with these parts below its front."""
    path = folder / "prova.pdf"
    path.write_bytes(pdf(Print((*FRONT, *parts), landscape=landscape), "reportlab"))
    return extract_report(path)


def table(*rows: tuple[str | Cell, ...], heads: int = 1) -> Table:
    """A ruled table with columns of one width."""
    cells = tuple(tuple(one if isinstance(one, Cell) else Cell(one) for one in row) for row in rows)
    count = sum(cell.columns for cell in cells[0])
    return Table(cells, widths=(1.0,) * count, heads=heads)


def one(report: Report) -> Objective:
    assert len(report.objectives) == 1
    return report.objectives[0]


def said(measure: Measure | None) -> tuple[object, ...] | None:
    return measure and (measure.operator, measure.value, measure.unit)


def values(indicator: Indicator) -> list[object]:
    """Baseline, target and result as numbers."""
    return [measure and measure.value for measure in (indicator.baseline, indicator.target, indicator.result)]


def test_a_grid_gives_objectives_with_their_indicators(tmp_path: Path) -> None:
    report = printed(tmp_path, table(
        ("Cod.", "Obiettivo", "Peso", "Indicatore", "Peso indicatore", "Target %", "Consuntivo 2021 %", "% ragg."),
        (
            Cell("A.\n1.1", rows=2), Cell("Ridurre i tempi di rilascio", rows=2), Cell("20%", rows=2), "Pratiche evase",
            "60", ">= 90", "97,5", "100%",
        ),
        ("Giorni medi", "40", "non superiore a 80", "n.d.", "-"),
        ("A.1.2", "Aprire lo sportello", "30%", "Sportello aperto", "100", "SI", "SI", "100%"),
    ))
    first, second = report.objectives
    assert [(r.level, r.code) for r in first.plan_references] == [("operational", "A.1.1")]
    assert (first.title, first.weight, second.weight) == ("Ridurre i tempi di rilascio", 20, 30)
    met, days = first.indicators
    assert (said(met.target), said(met.result)) == ((">=", 90, "%"), (None, 97.5, "%"))
    assert (met.weight, met.achievement) == (60, 100)
    assert (said(days.target), days.result, days.achievement) == (("<=", 80, "%"), None, None)
    assert said(second.indicators[0].target) == (None, True, "boolean")


def test_the_evidence_of_a_unit_in_the_head_shows_the_head(tmp_path: Path) -> None:
    report = printed(tmp_path, table(("Obiettivo", "Indicatore", "Target %"), ("Crescere", "Iscritti", "90")))
    target = one(report).indicators[0].target
    assert target is not None
    assert [e.quote for e in target.evidence] == ["90", "Target %"]
    assert all(e.boxes for e in target.evidence)


def test_an_earlier_result_is_the_baseline(tmp_path: Path) -> None:
    report = printed(tmp_path, table(
        ("Obiettivo", "Indicatore", "Consuntivo 2020", "Target 2021", "Consuntivo 2021", "Target 2022"),
        ("Crescere", "Iscritti", "70", "80", "85", "90"),
    ))
    assert values(one(report).indicators[0]) == [70, 80, 85]


def test_a_column_of_indicators_that_tells_results_holds_results(tmp_path: Path) -> None:
    """Layout B: "Indicatore" over the narrative of what was done."""
    told = "Nel mese di settembre è stata attivata la piattaforma e sono stati iscritti gli alunni che lo hanno chiesto"
    report = printed(tmp_path, table(
        (
            "N. Obiettivo", "Obiettivo strategico", "Obiettivo operativo", "DESCRIZIONE", "Scadenza", "Indicatore",
            "% di ragg.",
        ),
        ("1", "0102", "01020301", "Refezione scolastica", "30.09.2021", told, "100"),
        ("2", "0102", "01020302", "Buoni spesa", "31.12.2021", told + " fino a oggi", "95"),
    ))
    first = report.objectives[0]
    assert (first.number, first.title, first.achievement) == (1, "Refezione scolastica", 100)
    assert {(r.level, r.code) for r in first.plan_references} == {("strategic", "0102"), ("operational", "01020301")}
    assert first.sections["results"].text == told
    assert first.indicators == ()
    assert ("2021-09-30", "deadline") in {(d.date, d.role) for d in first.dates}


def test_labels_below_a_group_are_read_with_it(tmp_path: Path) -> None:
    report = printed(tmp_path, table(
        (Cell("Obiettivo", columns=2), Cell("Indicatori", columns=3), Cell("Risultato", rows=2)),
        ("Denominazione", "Peso", "Denominazione", "Peso", "Target"),
        ("Crescere", "40", "Iscritti", "100", "50", "60"),
        heads=2,
    ))
    objective = one(report)
    assert (objective.title, objective.weight) == ("Crescere", 40)
    assert (objective.indicators[0].text, objective.indicators[0].weight) == ("Iscritti", 100)


def test_bands_across_a_grid_are_what_its_rows_belong_to(tmp_path: Path) -> None:
    report = printed(tmp_path, table(
        ("Obiettivo", "Indicatore", "Target"),
        (Cell("Missione 01 - Servizi istituzionali", columns=3),),
        ("Crescere", "Iscritti", "90"),
        (Cell("Missione 09 - Ambiente", columns=3),),
        ("Pulire", "Strade", "12"),
    ))
    assert [[(r.level, r.code, r.title) for r in o.plan_references] for o in report.objectives] == [
        [("area", "01", "Servizi istituzionali")], [("area", "09", "Ambiente")],
    ]


def test_scores_take_scale_and_evaluator_from_the_head(tmp_path: Path) -> None:
    report = printed(tmp_path, table(
        ("Obiettivo", "Indicatore", "Risultato atteso", "Risultato", "Punteggio Nucleo di Valutazione (0-3)"),
        ("Crescere", "Iscritti", "90", "95", "2,5"),
    ))
    score = one(report).scores[0]
    assert (score.evaluator, score.value, score.maximum) == ("Nucleo di Valutazione", 2.5, 3)


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("Rinviato al 2022 per carenza di personale", "postponed"),
        ("Obiettivo stralciato con deliberazione G.C. n. 71 del 18.06.2021", "cancelled"),
        ("Target del secondo indicatore rimodulato in corso d’anno", "changed"),
        ("Non valutabile per assenza di dati", "not_evaluable"),
        ("Il ritardo iniziale è stato recuperato", "reported"),
    ],
)
def test_notes_say_the_status(tmp_path: Path, note: str, status: str) -> None:
    rows = ("Obiettivo", "Indicatore", "Target", "Note"), ("Crescere", "Iscritti", "9", note)
    objective = one(printed(tmp_path, table(*rows)))
    assert (objective.status, objective.status_note) == (status, None if status == "reported" else note)
    assert objective.sections["notes"].text == note


def test_a_card_is_read_with_its_inner_table(tmp_path: Path) -> None:
    report = printed(tmp_path, Heading("SCHEDA OBIETTIVO 3"), table(
        (Cell("Obiettivo operativo"), Cell("A01.02 - Aprire lo sportello", columns=3)),
        (Cell("Descrizione"), Cell("Si apre lo sportello per i cittadini.", columns=3)),
        ("Struttura", "Servizi demografici", "Peso obiettivo", "15%"),
        ("Indicatore", "Consuntivo 2020", "Target 2021", "Consuntivo 2021"),
        ("Ore di apertura", "10", "almeno 12", "14"),
        (Cell("Valutazione OIV"), Cell("95/100 (in ritardo)", columns=3)),
        heads=0,
    ))
    objective = one(report)
    assert (objective.number, objective.title, objective.weight) == (3, "Aprire lo sportello", 15)
    assert objective.sections["description"].text == "Si apre lo sportello per i cittadini."
    indicator, score = objective.indicators[0], objective.scores[0]
    assert values(indicator) == [10, 12, 14]
    assert (score.evaluator, score.value, score.maximum, score.note) == ("OIV", 95, 100, "in ritardo")


def test_a_report_may_change_its_layout_midway(tmp_path: Path) -> None:
    report = printed(
        tmp_path,
        Heading("OBIETTIVO N. 1"), Paragraph("Aprire lo sportello"), Paragraph("Si apre.", label="Descrizione: "),
        Paragraph("n. sportelli > 3", label="Indicatore: "), Paragraph("Obiettivo raggiunto", label="Risultati: "),
        Heading("OBIETTIVO N. 2"), Paragraph("Chiudere lo sportello"), Paragraph("Si chiude.", label="Descrizione: "),
        Paragraph("n. sportelli", label="Indicatore: "), Paragraph("Obiettivo raggiunto", label="Risultati: "),
        table(
            ("Cod.", "Obiettivo", "Indicatore", "Target"), ("B.1", "Crescere", "Iscritti", "9"),
            ("B.2", "Pulire", "Strade", "8"),
        ),
    )
    titles = [o.title for o in report.objectives]
    assert titles == ["Aprire lo sportello", "Chiudere lo sportello", "Crescere", "Pulire"]
    assert [reason.split(":")[0] for reason in report.report.layout_reasons] == ["narrative", "grid"]
    assert report.report.layout_confidence == 1


def test_a_summary_before_the_cards_gives_no_objectives_of_its_own(tmp_path: Path) -> None:
    report = printed(
        tmp_path,
        table(("N.", "Obiettivo", "Peso"), ("1", "Aprire lo sportello", "15%"), ("2", "Crescere", "85%")),
        Heading("SCHEDA OBIETTIVO 1"),
        table(("Obiettivo operativo", "Aprire lo sportello"), ("Note", "Nessuna"), heads=0),
        Heading("SCHEDA OBIETTIVO 2"), table(("Obiettivo operativo", "Crescere"), ("Note", "Nessuna"), heads=0),
    )
    named = [(o.number, o.title, o.weight) for o in report.objectives]
    assert named == [(1, "Aprire lo sportello", 15), (2, "Crescere", 85)]


def test_what_no_rule_read_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "ignoto.txt"
    path.write_text(
        "Comune di Prova\nRelazione 2021\nIn questa pagina si parla d'altro.\nObiettivo 7 Ridurre i tempi\n"
        "Target: almeno 50 imprese\nRisultato conseguito: 48 imprese\nPunteggio del Comitato: 87/100\n",
        encoding="utf-8",
    )
    shown = subprocess.run(
        [Path(sys.executable).with_name("obiettivi"), "extract", path], capture_output=True, text=True, check=False
    )
    report: dict[str, Any] = json.loads(shown.stdout)
    assert report["objectives"] == []
    assert report["report"]["layout"] is None
    found = [f["evidence"][0]["quote"] for f in report["report"]["findings"] if f["check"] == "reading.unclaimed"]
    assert found == [
        "Obiettivo 7 Ridurre i tempi", "Punteggio del Comitato: 87/100", "Target: almeno 50 imprese",
        "Risultato conseguito: 48 imprese",
    ]


def test_a_long_grid_is_read_completely(tmp_path: Path) -> None:
    objectives, weights = long_grid(300, tmp_path / "long.pdf")
    report = extract_report(tmp_path / "long.pdf")
    assert report.report.pages >= 290
    assert len(report.objectives) == objectives > 1000
    assert sum(o.weight or 0 for o in report.objectives) == pytest.approx(weights)


HEAD_OVER_YEARS = (
    (
        Cell("Obiettivo strategico", rows=3), Cell("Programmazione 2022-2024", columns=7),
        Cell("Consuntivo 2023", columns=4),
    ),
    (
        Cell("Obiettivo annuale", columns=3), Cell("Indicatore", columns=2), Cell("Target", columns=2),
        Cell("Ris.", rows=2), Cell("% realizzazione", columns=2), Cell("Valut. OIV (max 20)", rows=2),
    ),
    ("N.", "Descrizione", "Peso %", "Descrizione", "U.M.", "2022", "2023", "indic.", "ob."),
)


def test_heads_of_three_rows_give_their_meaning_to_those_below(tmp_path: Path) -> None:
    report = printed(
        tmp_path, Paragraph("Relazione sulla performance 2023"),
        table(
            *HEAD_OVER_YEARS,
            (
                Cell("Conservare gli habitat", rows=2), Cell("1", rows=2), Cell("Censire le specie", rows=2),
                Cell("15", rows=2), "Aree visitate", "n.", "20", "24", "25", "100",
                Cell("97", rows=2), Cell("19", rows=2),
            ),
            ("Schede compilate", "%", "60", "80", "75", "94"),
            heads=3,
        ),
    )
    objective = one(report)
    assert (objective.number, objective.title, objective.weight) == (1, "Censire le specie", 15)
    assert objective.achievement == 97
    assert [(s.evaluator, s.value, s.maximum) for s in objective.scores] == [("OIV", 19, 20)]
    read = [
        (i.text, i.target and i.target.value, i.result and i.result.value, i.achievement) for i in objective.indicators
    ]
    assert read == [("Aree visitate", 24, 25, 100), ("Schede compilate", 80, 75, 94)]


@pytest.mark.parametrize(
    ("heads", "weight", "achievement"),
    [
        (("Peso ob.", "Peso indic.", "% realizz. indic.", "% realizz. obiettivo"), 15, 97),
        (("Peso % dell’obiettivo", "Pesatura ind.", "Grado di ragg. indicatore", "% ragg. ob."), 15, 97),
        (("Peso obiett.", "Peso % indicatori", "% di realizz. dell’indicatore", "Grado ragg. dell’obiettivo"), 15, 97),
    ],
)
def test_heads_say_what_a_measure_is_of(
    tmp_path: Path, heads: tuple[str, ...], weight: int, achievement: int
) -> None:
    report = printed(tmp_path, table(
        ("Obiettivo annuale", heads[0], "Indicatore", heads[1], "Val. di partenza", "Val. atteso", "Ris.", *heads[2:]),
        ("Censire le specie", "15", "Aree visitate", "60", "18", "24", "25", "100", "97"),
    ))
    objective = one(report)
    indicator, = objective.indicators
    assert (objective.weight, objective.achievement) == (weight, achievement)
    assert (indicator.weight, indicator.achievement) == (60, 100)
    assert [m.value for m in (indicator.baseline, indicator.target, indicator.result) if m] == [18, 24, 25]


@pytest.mark.parametrize(("mark", "code"), [("A –", "A"), ("B -", "B"), ("II –", "II"), ("C:", "C"), ("1 –", "1")])
def test_bands_may_be_lettered(tmp_path: Path, mark: str, code: str) -> None:
    report = printed(tmp_path, table(
        ("Obiettivo", "Indicatore", "Target"),
        (Cell(f"AREA STRATEGICA {mark} Prevenzione collettiva", columns=3),),
        ("Crescere", "Iscritti", "90"),
    ))
    assert [(r.level, r.code, r.title) for r in one(report).plan_references] == [
        ("area", code, "Prevenzione collettiva"),
    ]


@pytest.mark.parametrize("head", ["Dato 2020", "Dati 2020", "Dato anno 2020", "Valore 2020"])
def test_the_datum_of_the_year_before_is_the_baseline(tmp_path: Path, head: str) -> None:
    objective = one(printed(tmp_path, table(
        ("Obiettivo", "Indicatore", head, "Target 2021", "Consuntivo al 31/12/2021"),
        ("Crescere", "Iscritti", "80", "90", "95"),
    )))
    assert values(objective.indicators[0]) == [80, 90, 95]


@pytest.mark.parametrize(
    ("told", "status", "note"),
    [
        ("Obiettivo rinviato al 2022 per il prolungarsi dei lavori.", "postponed",
         "Obiettivo rinviato al 2022 per il prolungarsi dei lavori."),
        ("Annullato con la variazione del Piano", "cancelled", "Annullato con la variazione del Piano"),
        ("Note: Obiettivo rinviato al 2022", "postponed", "Obiettivo rinviato al 2022"),
        ("Il ritardo iniziale è stato recuperato.", "reported", None),
    ],
)
def test_a_cell_across_columns_beside_the_title_is_a_note_on_its_objective(
    tmp_path: Path, told: str, status: str, note: str | None
) -> None:
    report = printed(tmp_path, table(
        ("N.", "Obiettivo", "Indicatore", "Target", "Risultato"),
        (Cell("1", rows=2), Cell("Aprire la casa", rows=2), "Giorno di apertura", "12", "–"),
        (Cell(told, columns=3),),
        ("2", "Crescere", "Iscritti", "90", "95"),
    ))
    first, second = report.objectives
    assert (first.status, first.status_note) == (status, note)
    assert first.sections["notes"].text == told.removeprefix("Note: ")
    assert ([one.text for one in first.indicators], second.status) == (["Giorno di apertura"], "reported")


@pytest.mark.parametrize(("cell", "told"), [
    ("Posate 74 cisterne.", True), ("Target: 900 tessere. Vendute 1.020 tessere.", True),
    ("Erogati contributi per 412.500 euro.", True), ("Approvato il piano; conclusi i lavori.", True),
    ("Numero di cisterne posate", False), ("Cisterne posate.", False), ("Durata media delle gare.", False),
    ("Atti adottati nei termini.", False), ("Spesa impegnata.", False), ("N. visite.", False),
    ("Attività svolte.", False), ("Eseguiti i lavori", False), ("Stato di attuazione del piano.", False),
])
def test_a_short_sentence_that_begins_with_what_was_done_tells_a_result(cell: str, told: bool) -> None:
    assert tells_a_deed(cell) is told
