"""What a person reads: every value with its quote and page, absence said, nothing cut inside a word."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hand_report import report_from, seed_gold
from hypothesis import given
from hypothesis import strategies as st

from extract.commands import show as show_command
from extract.errors import QueryError
from extract.show import find_objectives, lay_out, objective_rows, places_of, report_rows, wording
from extract.show.page import cut, shortened, shown
from extract.show.place import UNBROKEN, boxes_of, page_of
from extract.show.stored import stored_report
from extract.store import Store
from schemas.evidence import Evidence
from schemas.report import Measure, Objective, Quantity, Report, SeriesPoint, Target


def find_objective(report: Report, number: int) -> Objective:
    (found,) = find_objectives(report, number)
    return found


def text_of(report: Report, number: int | None = None, width: int = 100, *, short: bool = False) -> str:
    rows = report_rows(report, width) if number is None else objective_rows(find_objective(report, number), short=short)
    return "\n".join(f"{line.left}{line.right}".rstrip() for line in lay_out(rows, width))


def words_of(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def seed() -> Report:
    return report_from(seed_gold())


def with_changes(number: int, **changes: Any) -> Report:
    gold = seed_gold()
    gold["objectives"][number - 1] |= changes
    return report_from(gold)


def proof(quote: str, page: int = 1, boxes: tuple[tuple[float, float, float, float], ...] = ()) -> Evidence:
    return Evidence(page=page, start=0, end=len(quote), quote=quote, boxes=boxes, rule="hand")


def test_the_report_lists_every_objective_with_codes_and_score(seed: Report) -> None:
    lines = text_of(seed).splitlines()
    assert "  ente / issuer: CCIAA Riviere di Liguria" in lines[1]
    rows = [line for line in lines if re.match(r"  \d+ ", line)]
    assert [int(row.split()[0]) for row in rows] == list(range(1, 14))
    assert "A01 A01.01" in rows[0]
    assert "100/100" in rows[0]
    assert "cancellato" in rows[3]
    assert "nessuno" in rows[3]


@pytest.mark.parametrize("width", [40, 60, 72, 100, 160])
def test_no_line_is_wider_than_the_page(seed: Report, width: int) -> None:
    for number in range(1, 14):
        wide = [line for line in text_of(seed, number, width).splitlines() if len(line) > max(width, 52)]
        assert wide == []


def test_every_value_of_an_objective_is_there_with_a_page(seed: Report) -> None:
    text = text_of(seed, 12)
    flat = words_of(text)
    for value in ("ore di sportello settimanale > 15 (benefici", "OIV 100/100", "12/03/2020 data di un atto"):
        assert value in flat
    line = next(line for line in text.splitlines() if "self assessment, di cui" in line)
    assert "«self assessment» p. 1" in line
    assert "164 imprese coinvolte" in text


def test_text_of_sections_is_whole(seed: Report) -> None:
    flat = words_of(text_of(seed, 12))
    for section in find_objective(seed, 12).sections.values():
        assert words_of(section.text) in flat


def test_absence_is_said(seed: Report) -> None:
    text = text_of(seed, 4)
    for absence in ("nessun punteggio", "nessun esito dichiarato", "azione non dichiarata", "nessun indicatore"):
        assert absence in text
    assert "0/" not in text


def test_a_series_is_a_table_over_years(seed: Report) -> None:
    lines = text_of(seed, 11).splitlines()
    years = next(line for line in lines if line.split() == ["2017", "2018", "2019", "2020"])
    cells = next(line for line in lines if line.split() == ["102,84", "70,92", "69,1", "58,37"])
    assert len(years) == len(cells)


def test_findings_footnotes_and_what_is_rare_are_shown() -> None:
    evidence = [proof("OBIETTIVO N. 9").model_dump()]
    report = report_from(seed_gold())
    objective = report.objectives[5].model_copy(update={})
    raw = objective.model_dump() | {
        "number": None, "title": None, "weight": 12.5, "achievement": 80, "evidence": {
            **dict.fromkeys(("weight", "achievement", "status", "action"), evidence),
        },
        "footnotes": [{"mark": "1", "text": "una nota", "evidence": evidence}],
        "findings": [{
            "check": "stray_heading", "severity": "warning", "message": "nel titolo un altro numero",
            "message_en": "another number in the title", "evidence": evidence,
        }],
    }
    text = words_of("\n".join(f"{line.left}{line.right}" for line in lay_out(
        objective_rows(type(objective).model_validate(raw)), 100,
    )))
    for shown_ in ("OBIETTIVO senza numero", "nessun titolo", "12,5%", "80%", "[1] una nota",
                   "avviso: nel titolo un altro numero", "«OBIETTIVO N. 9»", "[stray_heading]"):
        assert shown_ in text


def test_the_note_that_limits_a_score_stands_below_it(seed: Report) -> None:
    assert "limite / note: la valutazione si riferisce alla sperimentazione" in words_of(text_of(seed, 13))


def test_what_an_evaluator_looks_for_stands_first_and_the_texts_last(seed: Report) -> None:
    lines = text_of(seed, 11).splitlines()
    heads = ["OBIETTIVO 11", "Esito", "Valutazione", "Rilievi", "Riferimenti", "Indicatori", "Serie", "Testo"]
    found = [next(place for place, line in enumerate(lines) if line.startswith(head)) for head in heads]
    assert found == sorted(found)


def test_a_short_objective_has_all_its_values_and_no_texts(seed: Report) -> None:
    long, short = text_of(seed, 12), text_of(seed, 12, short=True)
    assert long.startswith(short)
    assert long[len(short):].strip().startswith("Testo / sections")
    assert "Testo" not in short


def plain(text: str) -> str:
    return text.replace(UNBROKEN, " ")


def test_a_place_is_the_page_and_with_boxes_the_lines_of_the_quote_on_it() -> None:
    two_lines = proof("x", 12, ((57, 312.4, 540, 324), (57, 326, 200.6, 338)))
    assert plain(page_of(two_lines)) == "p. 12"
    assert plain(boxes_of(two_lines)) == "p. 12 @57,312-540,338 (2 righe)"
    assert plain(boxes_of(proof("x", 12))) == "p. 12"


@pytest.mark.parametrize(("pages", "boxes", "shown_"), [
    (1, (), "riga 3"), (2, (), "p. 1"), (1, ((1.0, 2.0, 3.0, 4.0),), "p. 1"),
])
def test_a_text_without_pages_names_the_line(
    seed: Report, pages: int, boxes: tuple[tuple[float, float, float, float], ...], shown_: str
) -> None:
    header = seed.report.model_copy(update={"pages": pages, "text": "uno\ndue\ntre quattro"})
    one = Evidence(page=1, start=12, end=19, quote="quattro", boxes=boxes, rule="hand")
    assert plain(places_of(header)(one)) == shown_
    assert plain(places_of(header.model_copy(update={"text": None}))(one)) == "p. 1"


def test_many_places_are_counted_and_the_same_one_is_shown_once() -> None:
    assert shown([proof("a"), proof("b", 2), proof("c"), proof("d")]).text(page_of).endswith("e altri 2")
    assert shown([proof("a"), proof("a")]).text(page_of) == shown([proof("a")]).text(page_of)


@pytest.mark.parametrize(("label", "unit", "said"), [
    ("giorni", "days", None), ("Giorni di attesa", "days", None), ("attesa", "days", "giorni"),
    ("spesa in euro", "EUR", None), ("spesa", "EUR", "euro"), ("minuti di attesa", "minuti", None),
    ("tempo", "minuti", "minuti"), ("mesi", "months", None), ("soprattutto", "hours", "ore"), ("% di prova", "%", "%"),
])
def test_a_unit_that_the_label_says_is_not_said_again(label: str, unit: str, said: str | None) -> None:
    evidence = (proof("x"),)
    objective = Objective(
        evidence={"status": evidence},
        quantities=(Quantity(value=28, unit=unit, label=label, role="actual", section="results", evidence=evidence),),
        targets=(Target(operator=">", value=28, unit=unit, label=label, section="results", evidence=evidence),),
        series=(SeriesPoint(label=label, unit=unit, year=2020, value=28, evidence=evidence),),
    )
    text = words_of("\n".join(f"{line.left}{line.right}" for line in lay_out(objective_rows(objective), 200)))
    value = {None: "28", "%": "28%"}.get(said, f"28 {said}")
    assert f"{value} {label}, realizzato" in text
    assert f"{label} > {value} (risultati)" in text
    assert (f"{label} ({said})" in text) is (said is not None)


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=12), min_size=1, max_size=60))
def test_a_long_quote_keeps_whole_first_and_last_words(words: list[str]) -> None:
    short = shortened(" ".join(words))
    assert len(short) <= 110
    assert all(word in words for word in short.split() if word != "…")
    if "…" in short.split():
        assert short.split()[0] == words[0]
        assert short.split()[-1] == words[-1]


@given(st.text(), st.integers(5, 50))
def test_a_cut_text_fits_and_is_on_one_line(text: str, limit: int) -> None:
    assert len(cut(text, limit)) <= limit
    assert cut(text, limit).isprintable()


def test_control_characters_of_a_page_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in shown([proof("a\x1b[31mb")]).text(page_of)


@pytest.mark.parametrize(
    ("value", "shown_"),
    [(1249268.82, "1.249.268,82"), (289, "289"), (2355, "2.355"), (69.1, "69,1"), (-0.5, "-0,5")],
)
def test_numbers_are_written_as_italians_do(value: float, shown_: str) -> None:
    assert wording.number(value) == shown_


@pytest.mark.parametrize(
    ("measure", "shown_"),
    [
        ({"operator": ">", "value": 3}, "> 3"),
        ({"value": True, "unit": "boolean"}, "SI"),
        ({"operator": "range", "value": 5, "upper": 8, "unit": "days"}, "da 5 a 8 giorni"),
        ({"operator": "<=", "date": "2020-06-30"}, "<= 30/06/2020"),
        ({"operator": "=", "value": 72.5, "unit": "%"}, "= 72,5%"),
        ({}, "-"),
    ],
)
def test_measures_are_written_as_bounds(measure: dict[str, Any], shown_: str) -> None:
    made = Measure(text="x", evidence=(proof("x"),), **measure)
    assert wording.bound(made) == shown_


def test_an_objective_that_is_not_there_is_refused_with_those_that_are(seed: Report) -> None:
    with pytest.raises(QueryError, match=r"no objective 99.*1, 2, 3"):
        find_objective(seed, 99)


def test_a_number_that_stands_twice_shows_both() -> None:
    gold = seed_gold()
    gold["objectives"][1]["number"] = 1
    report = report_from(gold)
    assert find_objectives(report, 1) == report.objectives[:2]


def test_a_report_without_objectives_has_none_to_choose(seed: Report) -> None:
    with pytest.raises(QueryError, match="no objective 1; no objective was found in it"):
        find_objectives(seed.model_copy(update={"objectives": ()}), 1)


def test_where_nothing_is_numbered_the_number_is_the_place() -> None:
    gold = seed_gold()
    for objective in gold["objectives"]:
        objective["number"] = None
    report = report_from(gold)
    assert find_objective(report, 2) is report.objectives[1]
    with pytest.raises(QueryError, match="1 to 13"):
        find_objective(report, 14)


# --- from the database --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory, seed: Report) -> Path:
    path = tmp_path_factory.mktemp("db") / "obiettivi.duckdb"
    other = seed.model_copy(update={"report": seed.report.model_copy(
        update={"source": "riviere-2020.pdf", "sha256": "553c4a55" + "0" * 56},
    )})
    with Store.open(path) as store:
        for report in (seed, other):
            store.save(report, report.report.source)
    return path


def test_a_report_comes_back_from_the_database_as_it_went_in(database: Path, seed: Report) -> None:
    found = stored_report(database, "riviere-2020.txt")
    assert found.report == seed.report
    assert len(found.objectives) == 13
    for one, other in zip(found.objectives, seed.objectives, strict=True):
        assert one == other


@pytest.mark.parametrize("name", ["riviere-2020.pdf", "553c4a55", "553c"])
def test_a_report_is_found_by_file_name_or_start_of_its_id(database: Path, name: str) -> None:
    assert stored_report(database, name).report.source == "riviere-2020.pdf"


@pytest.mark.parametrize("name", ["riviere-2020", "riviere 2020", "Riviere/2020"])
def test_a_name_that_means_two_reports_is_refused_with_both_and_how_to_choose(database: Path, name: str) -> None:
    with pytest.raises(QueryError) as caught:
        stored_report(database, name)
    line = str(caught.value)
    assert "2 reports are meant; name one by its id, as in obiettivi show 553c4a55: 553c4a55 riviere-2020.pdf" in line
    assert f"a2af432c riviere-2020.txt in {Path.cwd()}, ingested 20" in line


@pytest.mark.parametrize("name", ["altro.pdf", "riviere 2019", "55", "", "%"])
def test_a_name_that_means_none_is_refused_with_what_there_is(database: Path, name: str) -> None:
    there_is = r"the database has riviere-2020\.pdf, riviere-2020\.txt$"
    with pytest.raises(QueryError, match=rf"no report of that name; .*{there_is}"):
        stored_report(database, name)


@pytest.mark.parametrize("name", ["riviera-2020.pdf", "RIVIERE-2020", "cciaa rivere di liguria 2020"])
def test_a_name_that_is_nearly_right_is_suggested(database: Path, name: str) -> None:
    with pytest.raises(QueryError, match=r"did you mean riviere-2020\.\w+"):
        stored_report(database, name)


def test_of_many_reports_the_first_are_named_and_the_rest_counted(tmp_path: Path, seed: Report) -> None:
    with Store.open(tmp_path / "many.duckdb") as store:
        for number in range(13):
            header = seed.report.model_copy(update={"sha256": f"{number:064x}"[::-1]})
            store.save(seed.model_copy(update={"report": header, "objectives": ()}), f"relazione-{number:02}.txt")
    for name, kind in (("niente", "no report of that name"), ("riviere 2020", "13 reports are meant")):
        with pytest.raises(QueryError, match=rf"{kind}.*relazione-09.txt.* \.\.\.and 3 more$"):
            stored_report(tmp_path / "many.duckdb", name)


def test_what_a_reviewer_decided_is_shown(tmp_path: Path, seed: Report) -> None:
    path = tmp_path / "decided.duckdb"
    with Store.open(path) as store:
        saved = store.save(seed, "riviere-2020.txt")
        objective = f"{saved.document_id}-012"
        store.decide(f"{objective}:targets.0", "value", "corrected", reviewer="oiv", value=16)
        store.decide(f"{objective}:quantities.1", "*", "rejected", reviewer="oiv")
        store.decide(f"{objective}:targets.1", "operator", "rejected", reviewer="oiv")
    found = find_objective(stored_report(path, "riviere-2020.txt"), 12)
    assert [target.value for target in found.targets] == [16, 5, 50, 5]
    assert [quantity.value for quantity in found.quantities] == [164, 41, 12]


def test_the_command_reads_the_database_and_prints_plain_text_off_a_terminal(database: Path) -> None:
    result = CliRunner().invoke(show_command.command, ["riviere-2020.pdf", "12", "--db", str(database)])
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    assert result.stdout.startswith("OBIETTIVO 12")
    assert max(map(len, result.stdout.splitlines())) <= 100


def test_the_command_shows_lines_boxes_and_short_objectives(database: Path, tmp_path: Path) -> None:
    def run(*arguments: str) -> str:
        result = CliRunner().invoke(show_command.command, [*arguments, "--db", str(database)])
        assert result.exit_code == 0, result.output
        return str(result.stdout)

    text = "OBIETTIVO N. 5 - UNO\nObiettivo raggiunto\nOBIETTIVO N. 5 - DUE\nAzione: nuova\nRisultati: fatto\n"
    file = tmp_path / "relazione.txt"
    file.write_text("\n".join([text] * 3), encoding="utf-8")
    both = run(str(file), "5")
    assert both.count("OBIETTIVO 5") > 1
    assert "riga 1" in both
    assert "p. 1" not in both
    assert run("riviere-2020.pdf", "12", "--boxes") == run("riviere-2020.pdf", "12")  # these have none
    assert "Testo / sections" in run("riviere-2020.pdf", "12")
    assert "Testo / sections" not in run("riviere-2020.pdf", "12", "--short")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_headings_stand_out_and_the_words_are_the_same(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("COLUMNS", "100"), ("TERM", "xterm-256color")):
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR", raising=False)
    arguments = ["riviere-2020.pdf", "12", "--db", str(database)]
    plain = CliRunner().invoke(show_command.command, arguments).stdout
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    show_command.command.main(arguments, standalone_mode=False)
    shown_ = terminal.getvalue()
    assert "\x1b[1mOBIETTIVO 12" in shown_
    without = re.sub(r"\x1b\[[0-9;]*m", "", shown_)
    assert [line.rstrip() for line in without.splitlines()] == plain.splitlines()
