"""Tables that are easily misread: tables beside tables, rows at page ends, empty cells, heads that stand twice."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.generator.model import Cell, Heading, PageBreak, Paragraph
from extract import extract_report
from extract.divide.draft import Draft
from extract.divide.prose import read_prose
from extract.passage import body_of
from extract.read import read_bytes
from extract.rulebook import load
from schemas.document import Box, Document, LineKind, Lines, Page, Word, Words
from schemas.document import Cell as PlacedCell
from schemas.document import Table as PlacedTable
from schemas.report import Report
from tests.test_layouts import one, printed, said, table, values

GRID = ("Obiettivo", "Indicatore", "Target")


def titles(report: Report) -> list[str | None]:
    return [objective.title for objective in report.objectives]


def named(report: Report) -> list[tuple[str | None, list[str]]]:
    """The objectives with the names of their indicators."""
    return [(o.title, [i.text for i in o.indicators]) for o in report.objectives]


def unclaimed(report: Report) -> list[str]:
    return [f.evidence[0].quote for f in report.report.findings if f.check == "reading.unclaimed"]


def lines(count: int) -> list[Paragraph]:
    return [Paragraph("Testo di prova.") for _ in range(count)]


def test_of_two_summaries_one_stays(tmp_path: Path) -> None:
    report = printed(
        tmp_path,
        table(("Cod.", "Obiettivo", "Peso"), ("A.1", "Aprire lo sportello", "30%"), ("A.2", "Ridurre i tempi", "70%")),
        table(
            ("Codice", "Obiettivo", "% di raggiungimento"), ("A.1", "Aprire lo sportello", "90%"),
            ("A.2", "Ridurre i tempi", "80%"),
        ),
    )
    read = [(o.title, o.weight, o.achievement) for o in report.objectives]
    assert read == [("Aprire lo sportello", 30, 90), ("Ridurre i tempi", 70, 80)]


def test_a_head_holds_for_no_table_with_other_columns(tmp_path: Path) -> None:
    report = printed(
        tmp_path,
        table(
            ("Obiettivo", "Indicatore", "Target", "Risultato"), ("Crescere", "Iscritti", "50", "60"),
            ("Pulire", "Strade", "12", "14"),
        ),
        *lines(24),
        table(("Categoria", "Dipendenti", "Costo"), ("Dirigenti", "12", "900"), ("Funzionari", "40", "2000")),
    )
    assert titles(report) == ["Crescere", "Pulire"]
    assert [len(o.indicators) for o in report.objectives] == [1, 1]


def test_a_head_holds_for_no_table_behind_a_heading(tmp_path: Path) -> None:
    report = printed(
        tmp_path,
        table(("Obiettivo", "Indicatore", "Target"), ("Crescere", "Iscritti", "50"), ("Pulire", "Strade", "12")),
        *lines(26), Heading("Risorse umane"), table(("Dirigenti", "12", "900"), ("Funzionari", "40", "2000"), heads=0),
    )
    assert titles(report) == ["Crescere", "Pulire"]


@pytest.mark.parametrize("repeated", [0, 1])
def test_a_table_goes_on_below_the_page_end(tmp_path: Path, repeated: int) -> None:
    """Whether its head is printed again or not; what stands to the left holds on, and so does the objective."""
    rows = tuple((Cell(""), Cell(""), Cell(f"Pratiche {n}"), Cell(str(n))) for n in range(2, 60))
    report = printed(tmp_path, table(
        ("Obiettivo strategico", "Obiettivo operativo", "Indicatore", "Target"),
        ("Area Sport", "Crescere", "Pratiche 1", "1"), *rows, ("", "Pulire", "Strade", "9"), heads=repeated,
    ))
    assert report.report.pages > 1
    assert [(o.title, len(o.indicators)) for o in report.objectives] == [("Crescere", 59), ("Pulire", 1)]
    assert all(o.plan_references[0].title == "Area Sport" for o in report.objectives)


@pytest.mark.parametrize(("below", "area"), [("Risultato 2021", ["Ambiente"]), ("Peso", [])])
def test_a_head_printed_again_may_be_misread(tmp_path: Path, below: str, area: list[str]) -> None:
    """What stands over rows holds on below the page's end where most of the head is the same."""
    band = (Cell("Missione 09 - Ambiente", columns=4),)
    report = printed(
        tmp_path, table((*GRID, "Risultato"), band, ("Pulire", "Strade", "12", "14")), PageBreak(),
        table((*(GRID if area else ("Titolo", "Descrizione", "Note")), below), ("Asfaltare", "Strade", "5", "7")),
    )
    assert [[r.title for r in o.plan_references] for o in report.objectives] == [["Ambiente"], area]


def test_a_table_of_the_budget_says_nothing_of_the_objective_before(tmp_path: Path) -> None:
    report = printed(
        tmp_path, table(GRID, ("Crescere", "Iscritti", "50")), *lines(40),
        table(("Missione", "Capitolo", "Spesa"), ("Istruzione", "Mensa", "900")),
    )
    assert one(report).plan_references == ()


@pytest.mark.parametrize("text", ["Crescere del 12,5%", "Crescita dell'80%", "Pratiche evase >=90%", "Oltre (il) 5%"])
def test_a_percentage_in_a_text_is_no_weight(tmp_path: Path, text: str) -> None:
    objective = one(printed(tmp_path, table(("Obiettivo", "Peso"), (text, ""))))
    assert (objective.title, objective.weight) == (text, None)
    objective = one(printed(tmp_path, table(
        ("Obiettivo", "Indicatore", "Peso indicatore", "Target"), ("Servire", text, "", "9"),
    )))
    assert [(i.text, i.weight) for i in objective.indicators] == [(text, None)]


def test_a_weight_glued_to_a_word_is_one(tmp_path: Path) -> None:
    report = printed(tmp_path, table(("Obiettivo", "Peso"), ("Uffici14%", ""), ("Bilancio 20119%", "")))
    assert [(o.title, o.weight) for o in report.objectives] == [("Uffici", 14), ("Bilancio 2011", 9)]


def test_rows_that_begin_with_total_may_be_rows_like_others(tmp_path: Path) -> None:
    report = printed(
        tmp_path,
        table(
            ("Obiettivo", "Peso"), ("Aprire lo sportello", "30%"), ("Totale trasparenza degli atti", "70%"),
            ("Totale", "100%"), ("Totale obiettivi", "100%"), ("TOTALE GENERALE", "100%"),
        ),
        table(
            GRID, (Cell("Crescere", rows=3), "Iscritti", "50"), ("Totale pratiche evase", "60"),
            ("Totale utenti", "70"),
        ),
    )
    assert named(report) == [
        ("Aprire lo sportello", []), ("Totale trasparenza degli atti", []),
        ("Crescere", ["Iscritti", "Totale pratiche evase", "Totale utenti"]),
    ]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("Alfa", "Iscritti", "80"), ("Beta", "Giorni", "")),
        (("Alfa", "Iscritti", ""), ("Beta", "Giorni", "80")),
        (("Alfa", "numero iscritti", ""), ("Beta", "giorni medi", "80")),
    ],
)
def test_rows_beside_a_page_end_stay_two(
    tmp_path: Path, above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    for count in range(20, 30):
        report = printed(tmp_path, *lines(count), table(GRID, above, below))
        assert titles(report) == ["Alfa", "Beta"]


def test_a_row_with_a_number_of_its_own_is_an_objective(tmp_path: Path) -> None:
    report = printed(tmp_path, table(
        ("N.", "Obiettivo", "Indicatore", "Target"), ("1", "Crescere", "Iscritti", "50"), ("2", "", "Pratiche", "70"),
    ))
    read = [(o.number, o.title, [i.text for i in o.indicators]) for o in report.objectives]
    assert read == [(1, "Crescere", ["Iscritti"]), (2, None, ["Pratiche"])]


def test_numbers_beside_a_title_of_several_rows_count_its_indicators(tmp_path: Path) -> None:
    report = printed(tmp_path, table(
        ("N.", "Obiettivo", "Indicatore", "Target"),
        ("1", Cell("Crescere", rows=2), "Iscritti", "50"), ("2", "Pratiche", "70"),
    ))
    assert named(report) == [("Crescere", ["Iscritti", "Pratiche"])]


def test_the_result_of_an_earlier_year_is_no_result(tmp_path: Path) -> None:
    report = printed(tmp_path, table(
        ("Obiettivo", "Indicatore", "Target", "Consuntivo 2020", "Consuntivo 2021"),
        ("Crescere", "Iscritti", "50", "70", ""), ("Pulire", "Strade", "5", "", "7"),
    ))
    assert [values(o.indicators[0]) for o in report.objectives] == [[70, 50, None], [None, 5, 7]]


def test_a_year_over_one_result_alone_is_that_of_the_value_before(tmp_path: Path) -> None:
    report = printed(
        tmp_path,
        table(
            ("Obiettivo", "Indicatore", "Valore 2020", "Valore atteso", "Valore raggiunto"),
            ("Aprire lo sportello", "Sportelli", "15", "24", "26"), ("Ridurre i tempi", "Giorni", "61", "50", ""),
        ),
    )
    assert [values(o.indicators[0]) for o in report.objectives] == [[15, 24, 26], [61, 50, None]]


def test_the_target_of_a_later_year_is_no_target(tmp_path: Path) -> None:
    report = printed(tmp_path, table(
        ("Obiettivo", "Indicatore", "Target 2021", "Target 2022", "Risultato"), ("Crescere", "Iscritti", "", "50", "9"),
    ))
    assert values(one(report).indicators[0]) == [None, None, 9]


def test_the_result_before_the_target_is_the_baseline_though_the_last_is_empty(tmp_path: Path) -> None:
    report = printed(tmp_path, table(
        ("Obiettivo", "Indicatore", "Consuntivo", "Target", "Consuntivo"), ("Crescere", "Iscritti", "50", "60", ""),
    ))
    assert values(one(report).indicators[0]) == [50, 60, None]


def test_what_stands_over_rows_ends_with_their_table(tmp_path: Path) -> None:
    head = ("Obiettivo strategico", "Obiettivo operativo", "Indicatore", "Target")
    report = printed(
        tmp_path, table(head, ("Area Sport", "Crescere", "Iscritti", "5")), Heading("Settore Tecnico"),
        table(head, ("", "Asfaltare le vie", "Strade", "5")),
    )
    assert titles(report) == ["Crescere", "Asfaltare le vie"]
    assert [[r.title for r in o.plan_references] for o in report.objectives] == [["Area Sport"], []]


def test_bands_end_with_their_table(tmp_path: Path) -> None:
    report = printed(
        tmp_path,
        table(GRID, (Cell("Missione 09 - Ambiente", columns=3),), ("Pulire", "Strade", "12")),
        Heading("Settore Tecnico"), table(GRID, ("Asfaltare le vie", "Strade", "5")),
    )
    assert [[r.title for r in o.plan_references] for o in report.objectives] == [["Ambiente"], []]


@pytest.mark.parametrize("title", ["", "Formare"])
@pytest.mark.parametrize("between", [(), (Heading("Settore Tecnico"),)])
def test_an_objective_ends_with_its_table(tmp_path: Path, title: str, between: tuple[Heading, ...]) -> None:
    report = printed(
        tmp_path, table(GRID, ("Formare", "Corsi", "5")), *between, table(GRID, (title, "Ore", "9")),
    )
    assert named(report) == [("Formare", ["Corsi"]), (title or None, ["Ore"])]


def test_objectives_may_be_named_by_rising_numbers_alone(tmp_path: Path) -> None:
    report = printed(tmp_path, table(GRID, ("101", "Iscritti", "30"), ("103", "Giorni", "60")))
    assert [(o.number, [i.text for i in o.indicators]) for o in report.objectives] == [
        (101, ["Iscritti"]), (103, ["Giorni"]),
    ]
    report = printed(tmp_path, table(("Obiettivo", "Peso", "Target"), ("15", "30%", "5"), ("16", "40%", "9")))
    assert [(o.number, o.weight) for o in report.objectives] == [(15, 30), (16, 40)]


def test_goals_behind_the_indicator_number_no_objectives(tmp_path: Path) -> None:
    head = ("Indicatore", "Obiettivo", "Risultato")
    report = printed(tmp_path, table(head, ("Iscritti", "50", "60"), ("Giorni", "70", "80")))
    assert report.objectives == ()


@pytest.mark.parametrize("others", [(), (table(GRID, ("Crescere", "Iscritti", "50")),)])
def test_rows_of_no_objective_are_listed(tmp_path: Path, others: tuple[object, ...]) -> None:
    inner = table(("Indicatore", "Target", "Risultato"), ("Utenti", "50", "60"), ("Giorni", "20", "18"))
    report = printed(tmp_path, inner, *others)  # type: ignore[arg-type]
    assert len(report.objectives) == len(others)
    assert [" ".join(quote.split()) for quote in unclaimed(report)] == ["Utenti", "Giorni"]
    shown = [[e.quote for e in f.evidence] for f in report.report.findings if f.check == "reading.unclaimed"]
    assert shown == [["Utenti", "50", "60"], ["Giorni", "20", "18"]]


def test_columns_that_stand_twice_are_two_indicators(tmp_path: Path) -> None:
    report = printed(tmp_path, table(
        ("Obiettivo", "Indicatore", "Indicatore", "Target", "Target"), ("Crescere", "Iscritti", "Pratiche", "50", "70"),
        ("Pulire", "Strade", "Piazze", "", "9"), ("Servire", "Sportelli", "", "4", ""),
    ))
    assert [[(i.text, values(i)[1]) for i in o.indicators] for o in report.objectives] == [
        [("Iscritti", 50), ("Pratiche", 70)], [("Strade", None), ("Piazze", 9)], [("Sportelli", 4)],
    ]


def test_a_number_of_thousands_of_digits_is_none() -> None:
    """No page is so wide: the table is made by hand."""
    digits = "1" + "9" * 5000
    rows = (("Numero obiettivo", digits), ("Titolo", "Crescere"), ("Indicatore", "Ore"), ("Target", f"{digits}+1"))
    text = "".join(f"{label}\n{value}\n" for label, value in rows)
    cells, start = [], 0
    for place, written in enumerate(part for row in rows for part in row):
        row, column = divmod(place, 2)
        box = Box(300.0 * column, 20.0 * row, 300.0 * column + 300, 20.0 * row + 20)
        cells.append(PlacedCell(start, start + len(written), row, column, 1, 1, box))
        start += len(written) + 1
    report = extract_report(Document(
        source="prova.pdf", sha256="0" * 64, text=text, engine="none", pages=(Page(1, 0, len(text), 600, 800),),
        lines=Lines((cell.start, cell.end, 1, LineKind.BODY) for cell in cells),
        words=Words.of(Word(cell.start, cell.end, 1, cell.row, cell.box) for cell in cells),
        tables=(PlacedTable(1, 0, len(text) - 1, Box(0, 0, 600, 80), 4, 2, tuple(cells)),),
    ))
    objective = one(report)
    assert (objective.number, objective.title, objective.indicators[0].target) == (None, "Crescere", None)


def test_a_number_longer_than_any_real_one_is_no_value(tmp_path: Path) -> None:
    report = printed(tmp_path, table(
        GRID, ("Crescere", "Iscritti", "1" * 40), ("Spendere", "Spese", "1.249.268.822.333,82"),
    ))
    long, money = (o.indicators[0] for o in report.objectives)
    assert (long.target, said(money.target)) == (None, ("=", 1249268822333.82, None))


@pytest.mark.parametrize("weight", ["1.000%", "-5", "101"])
def test_a_weight_beyond_all_percent_is_none_and_is_listed(tmp_path: Path, weight: str) -> None:
    objective = one(report := printed(tmp_path, table(("Obiettivo", "Peso"), ("Aprire lo sportello", weight))))
    assert objective.weight is None
    assert unclaimed(report) == [weight]
    objective = one(report := printed(tmp_path, table(
        ("Obiettivo", "Indicatore", "Peso indicatore", "Target"), ("Servire", "Sportelli", weight, "9"),
    )))
    assert objective.indicators[0].weight is None
    assert unclaimed(report) == [weight]


def test_a_row_that_says_nothing_is_no_objective(tmp_path: Path) -> None:
    report = printed(tmp_path, table(
        GRID, ("Crescere", "Iscritti", "5"), ("•", "-", "–"), ("Pulire", "-", "9"), ("Ornare", "-", "-"),
    ))
    assert named(report) == [("Crescere", ["Iscritti"]), ("Pulire", ["Pulire"]), ("Ornare", [])]


def test_each_title_of_two_long_lists_is_looked_at_but_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def listed(head: tuple[str, str, str], words: str) -> object:
        return table(head, *((f"{words[0]}.{n}", f"{words} {n * 7919 % 100003}", "1%") for n in range(60)))

    asked: list[str] = []
    title = Draft.title

    def counted(draft: Draft) -> str:
        asked.append("")
        return title(draft)

    monkeypatch.setattr(Draft, "title", counted)
    parts = (
        listed(("Cod.", "Obiettivo", "Peso"), "Ridurre i tempi di rilascio delle pratiche"),
        listed(("Codice", "Obiettivo", "% di ragg."), "Contenere i giorni medi di attesa allo sportello"),
    )
    assert len(printed(tmp_path, *parts).objectives) == 120  # type: ignore[arg-type]
    assert len(asked) <= 5 * 120


def grows(run: Callable[[int], float], small: int) -> float:
    """How many times longer four times as much takes: about 4 where each is looked at once, 16 where all pairs are."""
    gc.disable()  # it comes round when it likes
    try:
        return run(4 * small) / min(run(small) for _ in range(3))
    finally:
        gc.enable()


def test_thousands_of_unread_values_are_listed_in_time() -> None:
    def run(count: int) -> float:
        text = "Relazione\n\n" + "".join(f"Target: {n}%\n\n" for n in range(count))
        document = read_bytes(text.encode(), "prova.txt")
        start = time.process_time()
        assert len(unclaimed(extract_report(document))) == count
        return time.process_time() - start

    assert grows(run, 3000) < 8


def test_thousands_of_labels_are_parted_in_time() -> None:
    rulebook = load()

    def run(count: int) -> float:
        text = "OBIETTIVO N. 1\nAPRIRE LO SPORTELLO\n" + "Descrizione\nSi apre.\nRisultati\nfatto.\n" * count
        body = body_of(read_bytes(text.encode(), "prova.txt"), lambda line: False)
        reading = max((read_prose(body, pack, ()) for pack in rulebook.layouts), key=lambda one: len(one.labels))
        start = time.process_time()
        assert len(reading.parts(0, len(body.text)).parts) == 2 * count
        return time.process_time() - start

    assert grows(run, 3500) < 8


def test_a_heading_that_ends_a_page_belongs_to_the_card_on_the_next() -> None:
    report = extract_report(Path(__file__).parent.parent / "corpus/contradictions/dev" / "agenzia-torbiere-2022.pdf")
    assert [(one.number, one.weight, len(one.indicators)) for one in report.objectives] == [
        (number, 20, 1) for number in range(1, 6)
    ]
    assert report.objectives[4].evidence["number"][0].page == 1
    assert report.objectives[4].evidence["title"][0].page == 2
