"""Questions of strangers: answered, cut where they are too big, and kept from everything but the database."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import builders
import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import ObiettiviError, QueryError, StoreError
from extract.export import FORMATS, writer
from extract.questions import question, questions
from extract.store import Limits, Store, ask


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("query") / "prova.duckdb"
    with Store.open(made) as store:
        store.save(builders.report(), "relazione.txt")
    return made


def answer(path: Path, sql: str, limits: Limits | None = None, **parameters: str | None) -> list[list[Any]]:
    return list(ask(path, sql, parameters, limits=limits).rows)


def refusal(path: Path, sql: str, limits: Limits | None = None) -> str:
    with pytest.raises(ObiettiviError) as caught:
        answer(path, sql, limits)
    line = str(caught.value)
    assert "\n" not in line
    assert "Traceback" not in line
    return line


# Answers


def test_values_come_as_json_has_them(path: Path) -> None:
    got = ask(path, "SELECT 289.0 a, 72.5 b, DATE '2020-06-30' c, NULL d, true e, [1, 2] f, {'x': 'è'} g, "
                    "'inf'::DOUBLE h, 1.10::DECIMAL(4, 2) i, 2 a")
    assert list(got.rows) == [[289, 72.5, "2020-06-30", None, True, [1, 2], {"x": "è"}, None, 1.1, 2]]
    assert got.columns == ("a", "b", "c", "d", "e", "f", "g", "h", "i", "a_2")
    assert got.cut is None


def test_what_people_write_besides_select(path: Path) -> None:
    assert ["scores"] in answer(path, "SHOW TABLES")
    assert answer(path, "FROM targets SELECT operator, value;  -- all of them") == [[">=", 5]]
    assert [row[0] for row in answer(path, "DESCRIBE footnotes")][-1] == "quote"
    assert answer(path, "WITH t AS (SELECT 1 AS n) SELECT n FROM t") == [[1]]


def test_only_the_public_views_are_listed(path: Path) -> None:
    assert len(answer(path, "SHOW TABLES")) == 18


def test_the_row_limit_cuts_and_says_so(path: Path) -> None:
    got = ask(path, "SELECT range FROM range(1000)", limits=Limits(rows=10))
    assert [row[0] for row in got.rows] == list(range(10))
    assert got.cut == "more than 10 rows"
    exact = ask(path, "SELECT range FROM range(10)", limits=Limits(rows=10))
    assert len(list(exact.rows)) == 10
    assert exact.cut is None


def test_the_size_limit_cuts_and_says_so(path: Path) -> None:
    got = ask(path, "SELECT repeat('x', 1000) FROM range(100000)", limits=Limits(bytes=2 << 20))
    assert 1000 < len(list(got.rows)) < 5000
    assert got.cut == "more than 2 MiB"


# Refusals


@pytest.mark.parametrize("sql", [
    "SELECT * FROM read_text('/etc/passwd')", "SELECT * FROM read_csv('/etc/passwd')", "FROM '/etc/passwd'",
    "SELECT * FROM read_blob('/etc/passwd')", "SELECT * FROM glob('/etc/*')",
    "FROM read_parquet('https://example.org/x.parquet')",
    "FROM read_duckdb('other.duckdb')", "FROM sniff_csv('/etc/passwd')", "FROM duckdb_secrets()",
    "FROM sqlite_scan('a', 'b')", "FROM read_xlsx('a.xlsx')", "FROM st_read('a')",
])
def test_nothing_else_can_be_read(path: Path, sql: str) -> None:
    assert "root:" not in refusal(path, sql)


@pytest.mark.parametrize("sql", [
    "COPY objectives TO '{out}'", "COPY (SELECT 1) TO '{db}.wal'", "COPY (SELECT 1) TO '{db}'",
    "EXPLAIN ANALYZE COPY (SELECT 1) TO '{db}.wal'", "COPY (PIVOT quantities ON role USING count(*)) TO '{db}.wal'",
    "SELECT 1; COPY (SELECT 1) TO '{db}.wal'", "EXPORT DATABASE '{out}'", "IMPORT DATABASE '/tmp'",
    "ATTACH '{out}'", "ATTACH ':memory:' AS m", "USE memory", "INSTALL httpfs", "LOAD httpfs",
    "CREATE TABLE t (a INTEGER)", "CREATE TEMP TABLE t AS SELECT 1", "CREATE SECRET (TYPE s3)", "DROP VIEW scores",
    "DELETE FROM store.value", "INSERT INTO store.objective VALUES ('a', 'b', 1)",
    "WITH gone AS (DELETE FROM store.value RETURNING *) SELECT count(*) FROM gone", "CHECKPOINT", "VACUUM",
    "SET enable_external_access = true", "RESET lock_configuration", "SET memory_limit = '90GB'",
    "PRAGMA enable_profiling", "FROM enable_logging('QueryLog', storage = 'file', storage_path = '{out}')",
    "PREPARE p AS SELECT 1", "CALL pragma_version()",
])
def test_nothing_can_be_changed_or_written(path: Path, tmp_path: Path, sql: str) -> None:
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    refusal(path, sql.format(db=path, out=tmp_path / "out"))
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before
    assert list(tmp_path.iterdir()) == []


def test_the_process_itself_may_write_no_file(path: Path) -> None:
    """The floor below the statements: were one let through, the system would refuse it."""
    pytest.importorskip("resource")
    code = (
        "import sys; from extract.store import worker\n"
        "request = {'path': sys.argv[1], 'seconds': 5, 'memory': 1 << 29}\n"
        "con, _ = worker._connect(request, ''); worker._confine(request)\n"
        "try: con.execute(f\"COPY (SELECT 1) TO '{sys.argv[1]}.wal'\")\n"
        "except Exception as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert "File too large" in done.stdout
    Path(f"{path}.wal").unlink(missing_ok=True)


def test_endless_recursion_is_stopped(path: Path) -> None:
    line = refusal(path, "WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT count(*) FROM r",
                   Limits(seconds=1.5))
    assert line == "query: stopped after 1.5 s; ask for less, or allow more with --timeout"


@pytest.mark.parametrize("sql", [
    "SELECT list(range) FROM range(1000000000)", "SELECT repeat('x', 4000000000)",
    "SELECT count(DISTINCT a.range || b.range) FROM range(1000000) a, range(1000) b",
    "SELECT a.range, b.range FROM range(100000) a, range(100000) b ORDER BY ALL",
])
def test_greed_for_memory_ends_in_a_line(path: Path, sql: str) -> None:
    assert "memory" in refusal(path, sql, Limits(memory=256 << 20))


def test_a_question_with_too_much_output_ends(path: Path) -> None:
    got = ask(path, "SELECT a.range, b.range FROM range(100000) a, range(100000) b")
    assert sum(1 for _ in got.rows) == 100_000
    assert got.cut == "more than 100000 rows"


@pytest.mark.parametrize(("sql", "reason", "remedy"), [
    ("SELECT * FROM objectivs", "there is no table objectivs", "did you mean objectives? the tables are all_values, "),
    ("SELECT titel FROM objectives", "there is no column titel here", "did you mean title"),
    ("SELECT o.maximum FROM objectives o", "there is no column maximum here", "it is in scores"),
    ("SELECT check FROM findings", 'not understood near "check"', 'in quotes, as "check", or after its table'),
    ("SELEC 1", 'not understood near "SELEC"', "check the words"),
    ("SELECT nofun(1)", "there is no function nofun", "see the functions of DuckDB"),
    ("SELECT $anno", "it needs a value for anno", "--set NAME=VALUE"),
    ("SELECT 1; SELECT 2", "one SELECT is expected and this is 2 statements", ""),
    (" -- only a remark", "one SELECT is expected and this is no statements", ""),
    ("PIVOT quantities ON role USING count(*)", "PIVOT needs its values listed", ""),
    ("SELECT CAST(title AS INTEGER) FROM objectives", "Could not convert string", ""),
])
def test_what_is_wrong_is_said_with_what_would_be_right(path: Path, sql: str, reason: str, remedy: str) -> None:
    line = refusal(path, sql)
    assert reason in line
    assert remedy in line


def test_a_missing_or_empty_database_says_to_ingest(tmp_path: Path) -> None:
    assert "ingest reports first" in refusal(tmp_path / "none.duckdb", "FROM objectives")
    assert not (tmp_path / "none.duckdb").exists()
    Store.open(tmp_path / "empty.duckdb").close()
    assert "it holds no report yet; ingest reports first" in refusal(tmp_path / "empty.duckdb", "FROM objectives")
    duckdb.connect(str(tmp_path / "foreign.duckdb")).close()
    assert "it holds no report yet" in refusal(tmp_path / "foreign.duckdb", "SELECT 1")
    (tmp_path / "notes.duckdb").write_text("no database " * 9999)
    assert "is not a DuckDB database" in refusal(tmp_path / "notes.duckdb", "SELECT 1")


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "foreign.duckdb")) as con:
        con.execute("CREATE VIEW documents AS SELECT 1 AS a")
    line = refusal(tmp_path / "foreign.duckdb", "FROM documents")
    assert line.endswith("it is a database of another program; name another file with --db")
    with sqlite3.connect(tmp_path / "sqlite.duckdb") as other:
        other.execute("CREATE TABLE t (a)")
    other.close()
    assert "is not a DuckDB database" in refusal(tmp_path / "sqlite.duckdb", "SELECT 1")


# While another process writes


@pytest.fixture
def writer_process(tmp_path: Path) -> Iterator[tuple[Path, subprocess.Popen[str]]]:
    """A database with one report in the file, one more in the log only, held by another process."""
    held = tmp_path / "held.duckdb"
    with Store.open(held) as store:
        store.save(builders.report(), "relazione.txt")
    code = (
        "import duckdb, sys; con = duckdb.connect(sys.argv[1])\n"
        "con.execute(\"INSERT INTO store.document (document_id, path, source, outcome, ingested_at) "
        "VALUES ('new', 'new.pdf', 'new.pdf', 'failed', now()::TIMESTAMP)\")\n"
        "con.execute('BEGIN'); con.execute('DELETE FROM store.document')\n"
        "print('ready', flush=True); sys.stdin.read()"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(held)], text=True,
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    yield held, process
    process.kill()
    process.communicate()


def test_a_held_database_is_read_from_a_snapshot_of_what_is_committed(
    writer_process: tuple[Path, subprocess.Popen[str]]
) -> None:
    held, process = writer_process
    got = ask(held, "SELECT outcome FROM documents ORDER BY outcome")
    assert [row[0] for row in got.rows] == ["failed", "read"]
    assert got.snapshot is not None
    assert f"process {process.pid}" in got.snapshot
    assert sorted(file.name for file in held.parent.iterdir()) == ["held.duckdb", "held.duckdb.wal"]


# Canned questions


@pytest.mark.parametrize("name", questions())
def test_every_question_runs_and_is_described_in_two_languages(path: Path, name: str) -> None:
    canned = question(name)
    assert canned.italian
    assert canned.english
    assert canned.italian != canned.english
    got = ask(path, canned.sql, dict.fromkeys(canned.parameters))
    list(got.rows)
    assert got.columns


def test_the_questions_of_the_lead_are_there() -> None:
    assert {
        "scores", "missed-deadlines", "objectives-by-status", "weights", "series", "codes",
        "evidence-of",
    } <= set(questions())


def test_what_some_questions_answer(path: Path) -> None:
    def ask_for(name: str, **given: str | None) -> list[list[Any]]:
        canned = question(name)
        return list(ask(path, canned.sql, {**dict.fromkeys(canned.parameters), **given}).rows)

    (late,) = ask_for("missed-deadlines")
    assert late[3:6] == ["2020-06-30", "2021-02", 216]
    assert [row[2:5] for row in ask_for("objectives-by-status")] == [["cancelled", None, 1], ["reported", None, 1]]
    assert [row[6] for row in ask_for("series")] == [None, -3.13]
    assert {row[1] for row in ask_for("evidence-of", number="2")} == {2}
    assert [row[3] for row in ask_for("evidence-of", number="1", field="quantities.value")] == ["12"]
    assert ask_for("evidence-of", source="altro.txt") == []


LONG = builders.TEXT.replace("RIDURRE I TEMPI", "RIDURRE I TEMPI " + "E MIGLIORARE " * 30)


@pytest.mark.parametrize("name", questions())
def test_answers_name_the_report_and_stay_within_what_a_person_reads(path: Path, name: str, tmp_path: Path) -> None:
    long = tmp_path / "long.duckdb"
    title = " ".join(("RIDURRE I TEMPI " + "E MIGLIORARE " * 30).split())
    first = builders.first_objective(LONG)
    objective = first.model_copy(update={"title": title, "evidence": first.evidence | {
        "title": builders.proof(LONG, title)}})
    with Store.open(long) as store:
        store.save(builders.report(text=LONG, objectives=[objective]), "relazione-sulla-performance.txt")
    canned = question(name)
    got = ask(long, canned.sql, dict.fromkeys(canned.parameters))
    rows = list(got.rows)
    assert "source" in got.columns
    assert len(got.columns) <= 8
    lines = written("table", rows, got.columns).splitlines()
    assert max(map(len, lines)) <= 160
    if "title" in got.columns and name not in ("lineage", "codes"):
        (cut,) = {row[got.columns.index("title")] for row in rows}
        assert title.startswith(cut.removesuffix("…"))
        assert cut.endswith("…")


def test_documents_say_why_there_are_no_objectives(tmp_path: Path) -> None:
    plain = builders.report(objectives=[])
    header = plain.report.model_copy(update={"layout_reasons": ("narrative: 0 headings, 0 labels",)})
    with Store.open(tmp_path / "a.duckdb") as store:
        store.save(plain.model_copy(update={"report": header}), "relazione.txt")
    got = ask(tmp_path / "a.duckdb", question("documents").sql)
    (row,) = [dict(zip(got.columns, row, strict=True)) for row in got.rows]
    assert (row["objectives"], row["why_no_objectives"]) == (0, "narrative: 0 headings, 0 labels")


def test_an_unknown_question_suggests_a_near_one() -> None:
    with pytest.raises(QueryError, match="did you mean scores"):
        question("score")


# Formats

ROWS: list[list[Any]] = [
    [1, "a | b", None], [-2.5, 'says "no", twice', True], [3, "two\nlines", [1, 2]], [None, "=1+1", {"k": "è"}],
    [5, "\x1b[31mred\x1b[0m <b>", "-5 kg"],
]


def written(form: str, rows: Sequence[Sequence[Any]] = ROWS, columns: Sequence[str] = ("n", "text", "more")) -> str:
    stream = io.StringIO()
    writer(form)(columns, rows, stream)
    return stream.getvalue()


def test_csv_is_rfc_4180_and_no_cell_is_a_formula() -> None:
    text = written("csv")
    assert text.startswith("n,text,more\r\n1,a | b,\r\n")
    assert '"says ""no"", twice"' in text
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert [row[0] for row in read] == ["n", "1", "-2.5", "3", "", "5"]
    assert read[3][1:] == ["two\nlines", "[1, 2]"]
    assert (read[4][1], read[5][2]) == ("'=1+1", "'-5 kg")


def test_json_is_an_array_of_objects() -> None:
    assert json.loads(written("json")) == [dict(zip(("n", "text", "more"), row, strict=True)) for row in ROWS]
    assert json.loads(written("json", [])) == []


def test_markdown_keeps_one_line_a_row_and_escapes() -> None:
    lines = written("markdown").splitlines()
    assert lines[:3] == ["| n | text | more |", "|---:|---|---|", "| 1 | a \\| b |  |"]
    assert "two<br>lines" in lines[4]
    assert "&lt;b>" in lines[6]
    assert "\x1b" not in lines[6]


def test_a_plain_table_is_aligned_and_never_cut() -> None:
    long = "x" * 5000
    lines = written("table", [[1, long, "è"], [20, "y", None]]).splitlines()
    assert lines[2] == f" 1  {long}  è"
    assert lines[3] == "20  y"
    assert "\x1b" not in written("table")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch, width: int, columns: Sequence[str], rows: list[list[Any]]) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    stream = Terminal()
    writer("table")(columns, rows, stream)
    text = re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue())
    assert max(map(len, text.splitlines())) <= width
    return text


def test_a_table_on_a_terminal_is_wrapped_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    text = on_terminal(monkeypatch, 80, ["n", "text"], [[1, "parola " * 60 + "fine"]])
    assert text.split().count("parola") == 60
    assert "fine" in text
    assert text.split()[:2] == ["n", "text"]


@pytest.mark.parametrize("count", range(1, 12))
def test_columns_that_get_too_narrow_on_a_terminal_become_records(
    monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    names = [f"name_{place}" for place in range(count)]
    rows: list[list[Any]] = [["parola " * 9 + f"fine{place}" for place in range(count)], [None] * count]
    text = on_terminal(monkeypatch, 80, names, rows)
    assert text.split().count("parola") == 9 * count
    assert all(name in text.split() for name in names)
    assert all(f"fine{place}" in text.split() for place in range(count))
    as_records = [line for line in text.splitlines() if line.startswith("-- ")]
    assert [line.split()[1] for line in as_records] == ([] if count * (12 + 3) <= 80 else ["1", "2"])


def test_short_columns_stay_a_table_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    text = on_terminal(monkeypatch, 60, list("abcdefghijkl"), [list(range(12))])
    assert text.split()[:12] == list("abcdefghijkl")
    assert on_terminal(monkeypatch, 60, ["a", "b"], []).split()[:2] == ["a", "b"]


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(KeyError):
        writer("../../etc/passwd")
    assert set(FORMATS) == {"table", "csv", "json", "markdown"}


cells = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False),
                  st.text(st.characters(exclude_categories=["Cs"])))


@given(st.lists(st.tuples(cells, cells), max_size=5))
def test_any_row_survives_json_and_csv_and_stays_a_row_elsewhere(rows: list[tuple[Any, Any]]) -> None:
    assert [tuple(one.values()) for one in json.loads(written("json", rows, ("a", "b")))] == rows
    text = written("csv", rows, ("a", "b"))
    assert len(list(csv.reader(io.StringIO(text, newline="")))) == len(rows) + 1
    assert written("markdown", rows, ("a", "b")).count("\n") == len(rows) + 2
    assert written("table", rows, ("a", "b")).count("\n") == len(rows) + 2


def test_store_errors_are_told_apart_from_wrong_questions(tmp_path: Path, path: Path) -> None:
    with pytest.raises(StoreError):
        answer(tmp_path / "none.duckdb", "SELECT 1")
    with pytest.raises(QueryError):
        answer(path, "SELECT x")


# The documentation

DOCS = (Path(__file__).parent.parent / "docs" / "sql.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("sql", re.findall(r"^```sql\n(.*?)^```", DOCS, re.DOTALL | re.MULTILINE))
def test_every_example_of_the_documentation_runs(path: Path, sql: str) -> None:
    answer(path, sql)


def test_the_documentation_lists_every_column_with_its_type(path: Path) -> None:
    documented = {
        (view, *column)
        for view, table in re.findall(r"^### (\w+)\n(.*?)(?=^#|\Z)", DOCS, re.DOTALL | re.MULTILINE)
        for column in re.findall(r"^\| `(\w+)` \| (\S+) \| (.+) \|$", table, re.MULTILINE)
    }
    actual = answer(path, "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() "
                          "WHERE schema_name = 'main' AND NOT internal")
    assert documented == {tuple(row) for row in actual}
