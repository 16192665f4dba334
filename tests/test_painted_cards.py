"""Cards as offices paint them: numbers in bands, grey columns of labels, targets and results in two tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from reportlab.platypus import Flowable, Spacer

from extract import extract_report
from schemas.report import Objective
from tests.sheets import cells, paragraph, printed, table

GREY = "#e0e0e0"
TEAL = "#0a7d8c"
WIDTHS = [110, 330]
TITLES = ("Recupero degli alloggi sfitti", "Riduzione della morosità", "Accorciare i tempi degli interventi")
DONE = "Sono stati conclusi tutti gli interventi previsti. L’obiettivo è stato raggiunto."
ROWS = [
    ["Descrizione", "Molti alloggi sono inutilizzati perché gli impianti non sono a norma e il ripristino costa. " * 2],
    ["Indicatore", "numero di alloggi ripristinati"],
    ["Target", ">= 90"],
    ["Risultati al 31 dicembre", DONE],
    ["Valutazione del Nucleo di Valutazione", "9/10"],
]
Style = tuple[Any, ...]


def _labels(rows: Sequence[Sequence[str]], *style: Style, gap: float = 0) -> list[Flowable]:
    """Labels on grey, one below the other, nothing drawn around their texts."""
    if not gap:
        return [table(rows, WIDTHS, ("BACKGROUND", (0, 0), (0, -1), GREY), *style)]
    each = [[table([row], WIDTHS, ("BACKGROUND", (0, 0), (0, -1), GREY), *style), Spacer(1, gap)] for row in rows]
    return [one for pair in each for one in pair]


def _read(*story: Flowable) -> tuple[Objective, ...]:
    front = [paragraph("Azienda di Prova"), paragraph("Relazione sulla performance 2022"), Spacer(1, 30)]
    return extract_report(printed(*front, *story)).objectives


def _named(objectives: Sequence[Objective]) -> list[tuple[int | None, str | None]]:
    return [(one.number, one.title) for one in objectives]


@pytest.mark.parametrize("gap", [0, 3])
def test_labels_on_grey_part_the_rows_of_what_stands_beside_them(gap: float) -> None:
    document = printed(*_labels(ROWS, gap=gap))
    found = [row for one in document.tables for row in cells(document, one)]
    assert [[text.strip() for text in row] for row in found] == [[text.strip() for text in row] for row in ROWS]


def test_a_painted_first_column_of_several_is_no_column_of_labels() -> None:
    rows = [["Alloggi", "12", "14", "90%"], ["Morosità", "10", "11", "95%"], ["Interventi", "8", "9", "97%"]]
    document = printed(table(rows, [110, 90, 90, 90], ("BACKGROUND", (0, 0), (0, -1), GREY)))
    assert all(len(row) != 2 for one in document.tables for row in cells(document, one))


@pytest.mark.parametrize(
    "heading", ["OBIETTIVO {}", "Obiettivo n. {}", "OBIETTIVO {} – {title}", "Obiettivo operativo {}: {title}"]
)
def test_headings_may_count_in_roman_numerals(heading: str) -> None:
    story: list[Flowable] = []
    for mark, title in zip(("I", "II", "III"), TITLES, strict=True):
        story.append(paragraph(heading.format(mark, title=title), spaceBefore=12))
        if "title" not in heading:
            story.append(paragraph(title))
        story += [Spacer(1, 6), *_labels(ROWS)]
    objectives = _read(*story)
    assert _named(objectives) == [(1, TITLES[0]), (2, TITLES[1]), (3, TITLES[2])]
    first = objectives[0]
    assert first.evidence["number"][0].quote == "I"
    assert first.plan_references == ()
    assert (first.outcome, first.scores[0].value, first.sections["results"].text) == ("achieved", 9, DONE)
    assert first.sections["indicator"].text == "numero di alloggi ripristinati"
    target = first.indicators[0].target
    assert target is not None
    assert target.value == 90


def test_letters_are_no_roman_numerals() -> None:
    story: list[Flowable] = []
    for mark, title in zip(("B", "C", "D"), TITLES, strict=True):
        story += [paragraph(f"OBIETTIVO {mark}", spaceBefore=12), paragraph(title), Spacer(1, 6), *_labels(ROWS)]
    assert [one.number for one in _read(*story)] == [None, None, None]


def _planned(rows: Sequence[Sequence[str]]) -> Flowable:
    head = ["N.", "Indicatore", "Fonte", "Valore di partenza 2021", "Target 2022", "Target 2023", "Target 2024"]
    style = [("BACKGROUND", (at, 0), (at, 0), TEAL) for at in range(7)]
    return table([head, *rows], [30, 120, 70, 60, 50, 50, 50], *style, ("LINEBELOW", (0, 1), (-1, -1), 0.6, TEAL))


def _reached(rows: Sequence[Sequence[str]]) -> Flowable:
    head = ["N.", "Indicatore", "Valore conseguito", "% di raggiungimento"]
    style = [("BACKGROUND", (at, 0), (at, 0), TEAL) for at in range(4)]
    return table([head, *rows], [30, 230, 90, 80], *style, ("LINEBELOW", (0, 1), (-1, -1), 0.6, TEAL))


def _band(number: str, title: str) -> Flowable:
    style = [("BACKGROUND", (0, 0), (0, 0), TEAL), ("BACKGROUND", (1, 0), (1, 0), GREY)]
    return table([[number, title]], [30, 400], *style, ("GRID", (0, 0), (-1, -1), 0.5, TEAL))


@pytest.mark.parametrize("marks", ["123", ("1.", "2.", "3."), ("I", "II", "III"), ("N. 1", "N. 2", "N. 3")])
def test_a_number_and_a_title_in_a_band_start_an_objective(marks: Sequence[str]) -> None:
    story: list[Flowable] = []
    for mark, title in zip(marks, TITLES, strict=True):
        story += [
            _band(mark, title), Spacer(1, 12), paragraph("Programmazione 2022-2024"), Spacer(1, 4),
            _planned([
                [f"{mark}.1", "Alloggi ripristinati", "Archivio", "80", ">= 90", ">= 95", ">= 99"],
                [f"{mark}.2", "Giorni medi di attesa", "Sportello", "27", "<= 21", "<= 20", "<= 18"],
            ]),
            Spacer(1, 16), paragraph("Stato di attuazione al 31/12/2022"), Spacer(1, 4),
            _reached([
                [f"{mark}.1", "Alloggi ripristinati", "92", "100%"],
                [f"{mark}.2", "Giorni medi di attesa", "19", "98%"],
            ]),
            Spacer(1, 30),
        ]
    objectives = _read(*story)
    assert _named(objectives) == [(1, TITLES[0]), (2, TITLES[1]), (3, TITLES[2])]
    for one in objectives:
        homes, days = one.indicators
        measures = [(m.operator, m.value) for m in (homes.target, homes.result, days.target, days.result) if m]
        assert measures == [(">=", 90), (None, 92), ("<=", 21), (None, 19)]
        assert (homes.achievement, days.achievement) == (100, 98)
        assert homes.baseline is not None
        assert homes.baseline.value == 80


def test_chapters_beside_numbers_are_no_objectives() -> None:
    grid = table(
        [["Obiettivo", "Indicatore", "Target"], ["Crescere", "Iscritti", "90"], ["Pulire", "Strade", "12"]],
        [150, 150, 100], ("GRID", (0, 0), (-1, -1), 0.5, "black"),
    )
    objectives = _read(
        _band("1", "Presentazione della relazione"), Spacer(1, 12), paragraph("La relazione dice dei risultati."),
        Spacer(1, 12), _band("2", "Obiettivi assegnati alle strutture"), Spacer(1, 12), grid,
    )
    assert [one.title for one in objectives] == ["Crescere", "Pulire"]


@pytest.mark.parametrize(
    "label", ["OBIETTIVO SPECIFICO N. {}", "Obiettivo n. {}", "Obiettivo operativo {}", "OBIETTIVO {}"]
)
def test_the_label_beside_a_title_may_number_it(label: str) -> None:
    grid = ("GRID", (0, 0), (-1, -1), 0.5, "black")
    story: list[Flowable] = []
    for number, title in enumerate(TITLES, 1):
        story += [table([[label.format(number), title], *ROWS], WIDTHS, grid), Spacer(1, 20)]
    assert _named(_read(*story)) == [(1, TITLES[0]), (2, TITLES[1]), (3, TITLES[2])]


@pytest.mark.parametrize(
    "months",
    ["GFMAMGLASOND", ("gen", "feb", "mar", "apr", "mag"), ("I trim", "II trim", "III trim", "IV trim")],
    ids=["initials", "months", "quarters"],
)
def test_a_schedule_is_no_text_of_the_section_above_it(months: Sequence[str]) -> None:
    grid = ("GRID", (0, 0), (-1, -1), 0.5, "black")
    plan = [["Fasi previste", *months], ["1. Avvio", *("X" * len(months))], ["2. Chiusura", *([""] * len(months))]]
    story: list[Flowable] = []
    for number, title in enumerate(TITLES[:2], 1):
        story += [
            table([[f"Ob. {number} – {title}", ""], *ROWS[:3]], WIDTHS, grid, ("SPAN", (0, 0), (1, 0))), Spacer(1, 8),
            table(plan, [150, *([300 / len(months)] * len(months))], grid), Spacer(1, 8),
            paragraph("Giudizio: pienamente raggiunto (100%)"),
            paragraph("Punteggio assegnato dal Nucleo di Valutazione: 38 su 40"), Spacer(1, 20),
        ]
    objectives = _read(*story)
    assert _named(objectives) == [(1, TITLES[0]), (2, TITLES[1])]
    for one in objectives:
        assert one.sections["description"].text == ROWS[0][1].strip()
        assert (one.outcome, one.achievement) == ("achieved", 100)
        assert [(score.value, score.maximum) for score in one.scores] == [(38, 40)]
