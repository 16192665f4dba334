"""The command line, run as people run it: in another process."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import builders
import duckdb
import pytest

from extract.cli import COMMANDS
from extract.store import Store

SEED = Path(__file__).parent.parent / "corpus" / "reports" / "riviere-2020.txt"


def obiettivi(
    *arguments: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None, stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments), cwd=cwd, env={**os.environ, **(env or {})}, input=stdin, text=True, encoding="utf-8",
        capture_output=True, check=False,
    )


def command(*arguments: str | Path) -> Sequence[str]:
    return [sys.executable, "-m", "extract", *map(str, arguments)]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "prova.duckdb"
    with Store.open(path) as store:
        store.save(builders.report(), "relazione.txt")
    return path


# Start


def test_help_imports_nothing_heavy_and_no_command() -> None:
    code = ("import sys; from extract.cli import main; main(['--help']); "
            "print([m for m in sys.modules if m.startswith('extract.commands')], "
            "sorted({'duckdb', 'spacy', 'pydantic', 'rich', 'pypdfium2', 'pdfplumber', 'numpy', 'babel', 'dateparser', "
            "'importlib.metadata', 'pathlib', 'ruamel', 're2'} & set(sys.modules)))")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[] []"


def test_help_lists_the_commands_and_the_exit_codes() -> None:
    done = obiettivi("--help")
    assert done.returncode == 0
    for name, summary in COMMANDS.items():
        assert f"{name} " in done.stdout
        assert summary in done.stdout
    assert "Exit codes:" in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example(name: str) -> None:
    done = obiettivi(name, "--help")
    assert done.returncode == 0, done.stderr
    assert "Example" in done.stdout
    assert f"\n    obiettivi {name}" in done.stdout


def test_version() -> None:
    assert obiettivi("--version").stdout.startswith("obiettivi ")


@pytest.mark.parametrize(("arguments", "words"), [
    (["querry"], "There is no command 'querry'. Did you mean query?"),
    (["query", "--format", "xml", "SELECT 1"], "'xml' is not one of"),
    (["query"], "Give SQL or the name of a question"),
    (["query", "scores", "--set", "number=8"], "scores has no number to set; it has: none"),
    (["query", "evidence-of", "--set", "number"], "--set takes NAME=VALUE"),
    (["query", "evidence-of", "--set", "number=otto"], "number must be a whole number, as in --set number=8, not"),
    (["query", "evidence-of", "--set", "year=99999999999"], "year must be a whole number"),
    (["ingest"], "Missing argument"),
])
def test_a_wrong_command_line_is_2(arguments: list[str], words: str) -> None:
    done = obiettivi(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_that_asks_this_program(shell: str) -> None:
    script = obiettivi("completion", shell).stdout
    assert "_OBIETTIVI_COMPLETE=" in script
    answer = obiettivi(env={"_OBIETTIVI_COMPLETE": "bash_complete", "COMP_WORDS": "obiettivi que", "COMP_CWORD": "1"})
    assert "query" in answer.stdout


# Query


def test_query_prints_each_format(database: Path) -> None:
    sql = "SELECT number, title FROM objectives WHERE number = 2"
    plain = obiettivi("query", sql, "--db", database)
    assert plain.stdout.splitlines()[-1].startswith("     2  PROMUOVERE IL TERRITORIO | con")
    as_json = obiettivi("query", sql, "--format", "json", "--db", database)
    assert json.loads(as_json.stdout) == [{"number": 2, "title": builders.second_objective().title}]
    assert '"PROMUOVERE IL TERRITORIO | con ""virgolette"", e altro"' in obiettivi(
        "query", sql, "--format", "csv", env={"OBIETTIVI_DB": str(database)}).stdout
    assert "TERRITORIO \\| con" in obiettivi("query", sql, "--format", "markdown", "--db", database).stdout


def test_query_lists_and_answers_canned_questions(database: Path) -> None:
    listed = obiettivi("query", "--list", cwd=database.parent).stdout
    assert "missed-deadlines" in listed
    late = obiettivi("query", "missed-deadlines", "--format", "json", "--db", database)
    assert json.loads(late.stdout)[0]["at_least_days_late"] == 216
    given = obiettivi("query", "evidence-of", "--set", "number=2", "--set", "field=title", "--format", "json",
                      "--db", database)
    assert [row["quote"] for row in json.loads(given.stdout)] == [builders.second_objective().title[:50] + "…"]


def test_query_says_when_rows_are_missing(database: Path) -> None:
    done = obiettivi("query", "FROM range(100)", "--max-rows", "3", "--format", "csv", "--db", database)
    assert done.returncode == 0
    assert done.stdout.split() == ["range", "0", "1", "2"]
    assert "rows are missing: the answer has more than 3 rows" in done.stderr


@pytest.mark.parametrize(("arguments", "code", "line"), [
    (["query", "FROM objectivs"], 1, "error: query: there is no table objectivs; did you mean objectives?"),
    (["query", "score"], 1, "error: score: there is no question of that name; did you mean scores"),
    (["query", "FROM objectives", "--db", "none.duckdb"], 3, "error: none.duckdb: there is no such database; ingest"),
])
def test_expected_errors_are_one_line_and_a_code(database: Path, arguments: list[str], code: int, line: str) -> None:
    done = obiettivi(*arguments, cwd=database.parent, env={"OBIETTIVI_DB": str(database)})
    assert done.returncode == code
    assert done.stderr.startswith(line)
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_a_reader_that_leaves_ends_it_quietly(database: Path) -> None:
    process = subprocess.Popen(command("query", "FROM range(90000)", "--format", "csv", "--db", database),
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait() == 141


@pytest.mark.parametrize("arguments", [["show", "relazione.txt", "1"], ["query", "--list"], ["schema"], ["--help"]])
def test_a_reader_that_left_before_is_no_failure(database: Path, arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command(*arguments), stdout=writing, stderr=subprocess.PIPE, text=True, check=False,
                          env={**os.environ, "OBIETTIVI_DB": str(database)})
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_interrupting_says_so_and_ends_the_child(database: Path) -> None:
    endless = "WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT count(*) FROM r"
    process = subprocess.Popen(command("query", endless, "--db", database), stderr=subprocess.PIPE, text=True)
    worker = child_of(process)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate()
    # Where the interrupt came while a module was loaded Python may end by the signal itself: a shell says 130 of both.
    assert process.returncode in (130, -signal.SIGINT)
    assert error.strip() == "interrupted; what was saved before is whole"
    assert gone(worker)


def child_of(process: subprocess.Popen[str]) -> Path:
    """The folder in /proc of the only child, once that runs the worker."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.exists():
        pytest.skip("needs /proc")
    while process.poll() is None:
        for pid in children.read_text().split():
            worker = Path("/proc", pid)
            if b"worker" in (worker / "cmdline").read_bytes():
                return worker
    raise AssertionError("it ended without a child")


def gone(process: Path) -> bool:
    deadline = time.monotonic() + 30
    while process.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    return not process.exists()


# Schema


def test_schema_names_what_the_contract_names() -> None:
    schema = json.loads(obiettivi("schema").stdout)
    assert set(schema["properties"]) == {"report", "objectives"}
    objective = schema["$defs"]["Objective"]["properties"]
    assert {"number", "title", "plan_references", "quantities", "scores"} <= set(objective)
    assert obiettivi("schema", "--pretty").stdout.count("\n") > 100


# Extract


def test_extract_prints_one_line_per_file_and_goes_on_after_a_failure(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = obiettivi("extract", SEED, tmp_path / "none.pdf", tmp_path / "empty.txt", SEED)
    assert done.returncode == 1
    first, second = done.stdout.splitlines()
    assert first == second
    report = json.loads(first)
    assert set(report) == {"report", "objectives"}
    assert report["report"]["source"] == SEED.name
    assert "text" not in report["report"]
    assert len(report["objectives"]) == 13
    assert report["objectives"][3]["weight"] is None
    errors = done.stderr.splitlines()
    assert [line.split(": ")[:2] for line in errors] == [
        ["error", str(tmp_path / "none.pdf")], ["error", str(tmp_path / "empty.txt")]
    ]


def test_extract_with_text_gives_what_the_offsets_index() -> None:
    done = obiettivi("extract", SEED, "--with-text", "--pretty")
    report = json.loads(done.stdout)
    text = report["report"]["text"]
    (title,) = report["objectives"][0]["evidence"]["number"]
    assert text[title["start"]:title["end"]] == title["quote"]
    assert done.stdout.startswith('{\n  "report"')


# Ingest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two good files of the same report, three bad ones, and one that is no report."""
    reports = tmp_path / "reports"
    (reports / "below").mkdir(parents=True)
    shutil.copy(SEED, reports / "a.txt")
    (reports / "below" / "b.TXT").write_bytes(SEED.read_bytes() + b"\n")
    (reports / "empty.txt").write_bytes(b"")
    (reports / "image.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (reports / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    (reports / "readme.md").write_text("not a report")
    return reports


def test_ingest_takes_what_it_can_and_names_what_it_cannot(folder: Path, tmp_path: Path) -> None:
    done = obiettivi("ingest", "reports", "reports/a.txt", "none.pdf", "*.nothing", cwd=tmp_path)
    assert done.returncode == 1
    read = [line.split(" (")[0] for line in done.stdout.splitlines()[:2]]
    assert read == ["read: reports/a.txt", "read: reports/below/b.TXT"]
    errors = done.stderr.splitlines()
    assert sorted(line.split(": ")[1].split(",")[0] for line in errors) == [
        "*.nothing", "none.pdf", "reports/cut.pdf", "reports/empty.txt", "reports/image.pdf"]
    assert all(line.startswith("error: ") and "; " in line for line in errors)
    table = closing(done.stdout)
    assert (table["reports"], table["objectives"], table["failures"]) == ("2", "26", "5")
    with Store.open(tmp_path / "obiettivi.duckdb", read_only=True) as store:
        rows = store.rows('SELECT path, outcome, "values" AS n FROM documents ORDER BY path')
        read = [row["path"] for row in rows if row["outcome"] == "read"]
        assert read == [str(folder / "a.txt"), str(folder / "below" / "b.TXT")]
        assert len(rows) == 7
        assert sum(row["n"] for row in rows) == int(table["values"])


def test_ingesting_again_reads_nothing_twice(folder: Path, tmp_path: Path) -> None:
    first = obiettivi("ingest", folder / "a.txt", "--db", tmp_path / "x.duckdb")
    again = obiettivi("ingest", folder / "*.txt", folder / "below", "--db", tmp_path / "x.duckdb")
    assert first.returncode == 0
    assert again.stdout.splitlines()[0].startswith(f"unchanged: {folder / 'a.txt'} (13 objectives")
    assert again.stdout.splitlines()[1].startswith(f"read: {folder / 'below' / 'b.TXT'} (13 objectives")


def closing(output: str) -> dict[str, str]:
    """The table that ends a run."""
    lines = output.splitlines()
    place = next(place for place, line in enumerate(lines) if line.startswith("-----"))
    return {line.rsplit(None, 1)[0]: line.rsplit(None, 1)[1] for line in lines[place + 1:]}


def test_a_changed_file_replaces_its_version_and_a_copy_counts_once(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "a.txt", folder / "copy.txt")
    names = ("a.txt", "copy.txt")
    first = obiettivi("ingest", *names, "--db", tmp_path / "x.duckdb", cwd=folder)
    lines = first.stdout.splitlines()
    assert lines[0].startswith("read: a.txt (13 objectives")
    assert lines[1] == f"unchanged: copy.txt (the same file as {folder / 'a.txt'})"
    assert (closing(first.stdout)["reports"], closing(first.stdout)["objectives"]) == ("1", "13")
    (folder / "copy.txt").write_bytes(SEED.read_bytes() + b"\nuna riga\n")
    (folder / "a.txt").write_bytes(SEED.read_bytes() + b"\naltra riga\n")
    again = obiettivi("ingest", *names, "--db", tmp_path / "x.duckdb", cwd=folder)
    lines = again.stdout.splitlines()
    assert re.match(r"read \(replaces the version of \d{4}-\d\d-\d\d\): a\.txt \(13 objectives", lines[0])
    assert lines[1].startswith("read: copy.txt (13 objectives")
    with Store.open(tmp_path / "x.duckdb", read_only=True) as store:
        paths = store.rows("SELECT path FROM documents ORDER BY path")
        assert [row["path"] for row in paths] == [str(folder / name) for name in names]


def test_a_version_that_left_during_the_run_is_read_again(folder: Path, tmp_path: Path) -> None:
    one, other = folder / "a.txt", folder / "below" / "b.TXT"
    obiettivi("ingest", one, "--db", tmp_path / "x.duckdb")
    other.write_bytes(one.read_bytes())
    one.write_bytes(SEED.read_bytes() + b"\nuna riga\n")
    done = obiettivi("ingest", one, other, "--db", tmp_path / "x.duckdb")
    assert [line.split(":")[0].split(" ")[0] for line in done.stdout.splitlines()[:2]] == ["read", "read"]
    assert closing(done.stdout)["reports"] == "2"


def test_a_report_without_objectives_says_why_and_is_counted(tmp_path: Path) -> None:
    (tmp_path / "altro.txt").write_text("Comune di Prova\nBilancio 2020\n", encoding="utf-8")
    for what in ("read", "unchanged"):
        done = obiettivi("ingest", "altro.txt", cwd=tmp_path)
        assert done.returncode == 0
        line = done.stdout.splitlines()[0]
        assert line.startswith(f"{what}: altro.txt (0 objectives, ")
        assert ": no objective was found (no heading of an objective" in line
        assert closing(done.stdout)["of which without objectives"] == "1"


def test_a_file_name_of_other_bytes_stops_nothing(folder: Path, tmp_path: Path) -> None:
    for name in (b"attivit\xe0.txt", b"vuoto\xe0.txt"):
        path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
        path.write_bytes(SEED.read_bytes() + b"\n\n" if b"attivit" in name else b"")
    done = obiettivi("ingest", "reports", cwd=tmp_path)
    assert "read: reports/attivit\\xe0.txt (13 objectives" in done.stdout
    assert "error: reports/vuoto\\xe0.txt: the file is empty" in done.stderr
    assert closing(done.stdout)["reports"] == "3"
    shown = obiettivi("show", "attivit\\xe0.txt", "--short", cwd=tmp_path)
    assert shown.returncode == 0
    assert "attivit\\xe0.txt" in shown.stdout


def test_a_full_disk_still_says_what_was_saved(folder: Path, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    for number in range(40):
        (folder / f"c{number:02}.txt").write_bytes(SEED.read_bytes() + b"\n" * number + b"x" * number * 100_000)
    limit = 8 << 20
    done = subprocess.run(
        command("ingest", *sorted(folder.glob("c*.txt")), "--db", tmp_path / "x.duckdb"), capture_output=True,
        text=True, check=False, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert done.returncode == 3
    read = [line for line in done.stdout.splitlines() if line.startswith("read: ")]
    assert 0 < len(read) < 40
    assert closing(done.stdout)["reports"] == str(len(read))
    assert done.stderr.endswith("what was saved before is whole\n")


@pytest.mark.parametrize("arguments", [["ingest", str(SEED)], ["query", "FROM documents"], ["show", "relazione.txt"]])
def test_databases_that_are_not_ours_or_damaged_are_one_line(
    database: Path, tmp_path: Path, arguments: list[str]
) -> None:
    with duckdb.connect(str(tmp_path / "foreign.duckdb")) as con:
        con.execute("CREATE TABLE clienti (nome VARCHAR)")
    (tmp_path / "cut.duckdb").write_bytes(database.read_bytes()[:5000])
    for name, words in (
        ("foreign.duckdb", "it is a database of another program; name another file with --db"),
        ("cut.duckdb", "the database file is damaged; restore a copy, or remove it and ingest the reports again"),
    ):
        done = obiettivi(*arguments, "--db", name, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (3, f"error: {name}: {words}\n")


def test_a_folder_without_reports_is_an_error_line(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    done = obiettivi("ingest", "nothing", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr == "error: nothing: no .pdf or .txt file in this folder; name a folder that holds reports\n"


def test_a_database_that_cannot_be_opened_ends_it_before_reading(folder: Path, tmp_path: Path) -> None:
    done = obiettivi("ingest", folder, "--db", tmp_path / "nowhere" / "x.duckdb")
    assert done.returncode == 3
    assert done.stdout == ""
    assert "its folder does not exist" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_file_name_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    name = "bad\x1b[2J\nname.txt"
    shutil.copy(SEED, tmp_path / name)
    (tmp_path / f"empty {name}").write_bytes(b"")
    done = obiettivi("ingest", tmp_path, "--db", tmp_path / "x.duckdb")
    assert "\x1b" not in done.stdout + done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "bad\\x1b[2J\\nname.txt" in done.stdout
