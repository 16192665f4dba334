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
from extract.show import find_objective, lay_out, objective_rows, report_rows, wording
from extract.show.page import cut, place, shortened, shown
from extract.show.stored import stored_report
from extract.store import Store
from schemas.evidence import Evidence
from schemas.report import Measure, Report


def text_of(report: Report, number: int | None = None, width: int = 100) -> str:
    rows = report_rows(report, width) if number is None else objective_rows(find_objective(report, number))
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
    for value in ("ore di sportello settimanale > 15 ore", "OIV 100/100", "12/03/2020 data di un atto"):
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


def test_a_place_has_the_lines_of_the_quote_on_the_page() -> None:
    assert place(proof("x", 12)).replace("\u00a0", " ") == "p. 12"
    two_lines = proof("x", 12, ((57, 312.4, 540, 324), (57, 326, 200.6, 338)))
    assert place(two_lines).replace("\u00a0", " ") == "p. 12 @57,312-540,338 (2 righe)"


def test_many_places_are_counted_and_the_same_one_is_shown_once() -> None:
    assert shown([proof("a"), proof("b", 2), proof("c"), proof("d")]).endswith("e altri 2")
    assert shown([proof("a"), proof("a")]) == shown([proof("a")])


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
    assert "\x1b" not in shown([proof("a\x1b[31mb")])


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
    assert found.report == seed.report.model_copy(update={"text": None})
    assert len(found.objectives) == 13
    for one, other in zip(found.objectives, seed.objectives, strict=True):
        assert one == other


@pytest.mark.parametrize("name", ["riviere-2020.pdf", "553c4a55", "553c"])
def test_a_report_is_found_by_file_name_or_start_of_its_id(database: Path, name: str) -> None:
    assert stored_report(database, name).report.source == "riviere-2020.pdf"


@pytest.mark.parametrize("name", ["riviere-2020", "riviere 2020", "Riviere/2020"])
def test_a_name_that_means_two_reports_is_refused_with_both(database: Path, name: str) -> None:
    with pytest.raises(QueryError, match=r"2 reports are meant.*riviere-2020\.pdf.*riviere-2020\.txt"):
        stored_report(database, name)


@pytest.mark.parametrize("name", ["altro.pdf", "riviere 2019", "55", "", "%"])
def test_a_name_that_means_none_is_refused_with_what_there_is(database: Path, name: str) -> None:
    with pytest.raises(QueryError, match=r"the database has riviere-2020\.pdf"):
        stored_report(database, name)


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
