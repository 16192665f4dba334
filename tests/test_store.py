"""The store: what is saved is what was read, once, and whole whatever happens."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import builders
import duckdb
import pytest

from extract.errors import ReadError, StoreError
from extract.store import Store, ask, schema
from extract.store.decisions import Verdict
from extract.store.failures import store_error
from schemas.report import REPORT_SCALARS, Report, RulePack

TESTS = Path(__file__).parent
VIEWS = (
    "documents", "objectives", "plan_references", "indicators", "targets", "quantities", "series", "dates", "scores",
    "sections", "footnotes", "citations", "findings", "confirmations", "evidence", "decisions", "all_values",
    "lineage",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "prova.duckdb"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as opened:
        opened.save(builders.report(), "in/relazione.txt", size=10)
        yield opened


HOLD = """
    import duckdb, sys, time
    con = duckdb.connect(sys.argv[1])
    print("ready", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def child(code: str, *arguments: str) -> subprocess.Popen[str]:
    """Python in another process that can import the builders; its first line of output says it is ready."""
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *arguments], text=True, stdout=subprocess.PIPE, cwd=TESTS,
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "ready"
    return process


def ended(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


# What is saved


def test_every_view_of_the_surface_exists_and_every_column_is_explained_in_two_languages(store: Store) -> None:
    found = store.rows(
        "SELECT table_name, column_name, comment FROM duckdb_columns() "
        "WHERE database_name = current_database() AND schema_name = 'main'"
    )
    assert {row["table_name"] for row in found} == set(VIEWS)
    assert [row for row in found if not row["comment"] or " / " not in row["comment"]] == []
    views = store.rows(
        "SELECT comment FROM duckdb_views() WHERE database_name = current_database() AND schema_name = 'main'"
    )
    assert all(" / " in row["comment"] for row in views)


@pytest.mark.parametrize("view", VIEWS)
def test_every_row_names_its_document_body_and_year(store: Store, view: str) -> None:
    rows = store.rows(f"SELECT document_id, issuer, year FROM {view}")
    if view not in ("footnotes", "citations", "confirmations", "decisions"):
        assert rows
    assert all(row["issuer"] == "CCIAA di Prova" and row["year"] in (2019, 2020) for row in rows)


def test_an_objective_is_one_wide_row(store: Store) -> None:
    first, second = store.rows("FROM objectives ORDER BY position")
    assert (first["number"], first["title"], first["weight"]) == (1, "RIDURRE I TEMPI", 12.5)
    assert (first["operational_codes"], first["score"], first["score_maximum"]) == ("A01.01", 90, 100)
    assert (first["deadline"], first["achieved_on"]) == ("2020-06-30", "2021-02")
    assert first["results"] == "attivati 12 sportelli"
    assert (second["status"], second["status_note"], second["score"]) == ("cancelled", "stralciato", None)
    assert (second["target_codes"], second["weight"]) == ("D88.09", None)


def test_lists_keep_order_and_absence(store: Store) -> None:
    assert store.rows("SELECT label, year, report_year, value, unit FROM series ORDER BY ordinal") == [
        {"label": "Tempo medio", "year": 2019, "report_year": 2020, "value": 61.5, "unit": None},
        {"label": "Tempo medio", "year": 2020, "report_year": 2020, "value": 58.37, "unit": None},
    ]
    (indicator,) = store.rows("FROM indicators")
    assert (indicator["target_text"], indicator["target_value"], indicator["target_unit"]) == ("SI", 1, "boolean")
    assert (indicator["result_text"], indicator["result_value"], indicator["weight"]) == (None, None, None)


def test_partial_dates_have_their_first_and_last_day(store: Store) -> None:
    (achieved,) = store.rows(
        "SELECT date, first_day::VARCHAR AS f, last_day::VARCHAR AS l FROM dates WHERE role = 'achieved'"
    )
    assert achieved == {"date": "2021-02", "f": "2021-02-01", "l": "2021-02-28"}


def test_every_value_shows_page_and_quote(store: Store) -> None:
    assert store.rows("FROM all_values WHERE page IS NULL OR quote IS NULL OR rule IS NULL OR raw IS NULL") == []
    fields = {row["field"] for row in store.rows("SELECT DISTINCT field FROM all_values")}
    assert {"report.issuer", "title", "quantities.value", "sections.results", "indicators.target.value"} <= fields


def test_every_evidence_of_the_report_is_a_row(store: Store) -> None:
    expected = sorted((one.start, one.end, one.quote) for _, one in builders.report().every_evidence())
    rows = store.rows('SELECT start, "end" AS stop, quote, boxes FROM evidence')
    assert sorted((row["start"], row["stop"], row["quote"]) for row in rows) == expected
    assert rows[0]["boxes"] == [[10.0, 20.5, 100.0, 30.0]]


def test_the_counts_are_those_of_the_views(store: Store) -> None:
    saved = store.keep(builders.report().report.sha256, "in/relazione.txt")
    assert saved is not None
    (document,) = store.rows('SELECT objectives, "values", findings, bytes, path FROM documents')
    (counted,) = store.rows("SELECT count(*) AS n FROM all_values")
    assert (saved.objectives, saved.values, saved.findings) == (2, counted["n"], 1)
    path = str(Path("in/relazione.txt").absolute())
    assert document == {"objectives": 2, "values": counted["n"], "findings": 1, "bytes": 10, "path": path}


def test_a_report_without_objectives_or_header_values_is_a_document_too(path: Path) -> None:
    report = builders.report(objectives=())
    empty = report.model_copy(update={"report": report.report.model_copy(update=dict.fromkeys(REPORT_SCALARS))})
    with Store.open(path) as store:
        store.save(empty, "vuoto.txt")
        (document,) = store.rows("SELECT issuer, year, outcome, objectives FROM documents")
    assert document == {"issuer": None, "year": None, "outcome": "read", "objectives": 0}


# Once


def test_the_same_bytes_and_rules_are_left_alone(store: Store) -> None:
    before = store.rows("SELECT ingested_at, path FROM documents")
    again = store.save(builders.report(), "in/relazione.txt")
    assert (again.unchanged, again.same_as, again.replaces) == (True, None, None)
    assert store.rows("SELECT ingested_at, path FROM documents") == before


def test_other_rules_replace_the_values(store: Store) -> None:
    other = builders.report(
        rules=RulePack(name="narrative", version="2", digest="digest-two"), objectives=[builders.second_objective()]
    )
    saved = store.save(other, "in/relazione.txt")
    assert (saved.unchanged, saved.objectives) == (False, 1)
    assert [row["title"] for row in store.rows("SELECT title FROM objectives")] == [other.objectives[0].title]
    assert [row["rules_digest"] for row in store.rows("SELECT rules_digest FROM documents")] == ["digest-two"]
    assert store.rows("FROM quantities") == []
    assert set(store.known("digest-two")) == {other.report.sha256}
    assert store.known("digest-one") == {}


def test_a_failure_is_a_row_until_the_file_is_read(store: Store) -> None:
    error = ReadError("in/altro.pdf", "the PDF is encrypted", "save it without password", page=3, kind="encrypted")
    store.save_failure("in/altro.pdf", error, sha256="ab" * 32, size=7)
    store.save_failure("in/altro.pdf", error)
    (failed,) = store.rows("FROM documents WHERE outcome = 'failed'")
    assert failed["path"] == str(Path("in/altro.pdf").absolute())
    assert (failed["failure_kind"], failed["page"]) == ("encrypted", 3)
    assert failed["message"] == "the PDF is encrypted; save it without password"
    assert (failed["sha256"], failed["issuer"], failed["objectives"]) == (None, None, 0)
    store.save(builders.report(text=builders.TEXT + "\n"), "in/altro.pdf")
    assert store.rows("FROM documents WHERE outcome = 'failed'") == []


def test_a_failure_goes_when_the_same_bytes_are_read_from_elsewhere(store: Store) -> None:
    report = builders.report()
    store.save_failure("in/copia.txt", ReadError("in/copia.txt", "a", "b"), sha256=report.report.sha256)
    store.save(report, "in/relazione.txt")
    assert store.rows("FROM documents WHERE outcome = 'failed'") == []


# One document at each path


def made(path: Path, text: str) -> Report:
    """A file with `text`, and the report of its bytes."""
    path.write_text(text, encoding="utf-8")
    return builders.report(text=text, source=path.name)


def standing(store: Store) -> dict[str, str]:
    return {Path(row["path"]).name: row["sha256"] for row in store.rows("SELECT path, sha256 FROM documents")}


def test_a_changed_file_replaces_what_stood_at_its_path_and_decisions_stay(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "relazione.txt"
    with Store.open(path) as store:
        first = store.save(made(file, builders.TEXT), file)
        store.decide(quantity(store), "value", "corrected", value=13, reviewer="oiv")
        monkeypatch.chdir(tmp_path)
        changed = store.save(made(file, builders.TEXT + "una riga in più\n"), "../" + tmp_path.name + "/relazione.txt")
        (document,) = store.rows("SELECT document_id, ingested_at FROM documents")
        assert document["document_id"] == changed.document_id != first.document_id
        assert (changed.unchanged, changed.same_as) == (False, None)
        assert changed.replaces == document["ingested_at"].date()
        for table in ("text", "objective", "value", "evidence"):
            assert [row["document_id"] for row in store.rows(f"SELECT DISTINCT document_id FROM store.{table}")] == [
                changed.document_id]
        assert len(store.rows("FROM decisions")) == 1
        assert store.save(made(file, builders.TEXT), file).replaces == changed.replaces
        assert [row["value"] for row in store.rows("SELECT value FROM quantities")] == [13]


def test_a_copy_is_the_same_document_as_the_file_that_was_first(path: Path, tmp_path: Path) -> None:
    first, copy = tmp_path / "relazione.txt", tmp_path / "copia.txt"
    with Store.open(path) as store:
        store.save(made(first, builders.TEXT), first)
        again = store.save(made(copy, builders.TEXT), copy)
        assert (again.unchanged, again.same_as, again.replaces) == (True, str(first), None)
        kept = store.keep(builders.report().report.sha256, copy)
        assert kept == again
        assert list(standing(store)) == ["relazione.txt"]


def test_a_renamed_file_is_found_at_its_new_path(path: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "relazione.txt", tmp_path / "relazione-2020.txt"
    with Store.open(path) as store:
        store.save(made(old, builders.TEXT), old)
        moved = store.keep(builders.report().report.sha256, old.rename(new))
        assert moved is not None
        assert (moved.unchanged, moved.same_as) == (True, None)
        assert store.rows("SELECT path, source FROM documents") == [{"path": str(new), "source": new.name}]


def test_two_files_that_change_places_are_both_there(path: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    texts = [builders.TEXT, builders.TEXT + "altro\n"]
    with Store.open(path) as store:
        for file, text in ((one, texts[0]), (other, texts[1])):
            store.save(made(file, text), file)
        swapped = [made(file, text) for file, text in ((one, texts[1]), (other, texts[0]))]
        for report in swapped:
            store.save(report, tmp_path / report.report.source)
        assert standing(store) == {report.report.source: report.report.sha256 for report in swapped}


def test_bytes_that_the_database_lacks_cannot_be_kept(store: Store) -> None:
    assert store.keep("00" * 32, "in/relazione.txt") is None
    assert len(store.rows("FROM documents")) == 1


def test_what_no_encoding_takes_is_made_visible(path: Path) -> None:
    name = os.fsdecode(b"attivit\xe0.txt")
    with Store.open(path) as store:
        store.save(builders.report(), name)
        store.save_failure(os.fsdecode(b"\xe0.pdf"), ReadError(name, f"no {name}", "rename it"))
        read, failed = store.rows("SELECT source, path, message FROM documents ORDER BY outcome DESC")
    assert read["source"] == "attivit\\xe0.txt"
    assert read["path"].endswith("/attivit\\xe0.txt")
    assert (failed["source"], failed["message"]) == ("\\xe0.pdf", "no attivit\\xe0.txt; rename it")


# Reviewers


def quantity(store: Store) -> str:
    return str(store.rows("SELECT item_id FROM quantities")[0]["item_id"])


def test_a_correction_shows_in_every_view_and_survives_new_rules(store: Store) -> None:
    store.decide(quantity(store), "value", "corrected", value=13, reviewer="oiv")
    report = builders.report(rules=RulePack(name="narrative", version="2", digest="digest-two"))
    shuffled = report.objectives[0].model_copy(update={"quantities": (
        builders.first_objective().quantities[0].model_copy(
            update={"evidence": builders.proof(builders.TEXT, "5 sportelli"), "value": 5}),
        *report.objectives[0].quantities,
    )})
    store.save(report.model_copy(update={"objectives": (shuffled, report.objectives[1])}), "in/relazione.txt")
    assert [row["value"] for row in store.rows("SELECT value FROM quantities ORDER BY ordinal")] == [5, 13]
    (value,) = store.rows("SELECT value, number, extracted, review FROM all_values WHERE review <> 'unreviewed'")
    assert value == {"value": "13", "number": 13.0, "extracted": "12", "review": "corrected"}
    assert [row["state"] for row in store.rows("SELECT state FROM decisions")] == ["applied"]


def test_the_latest_decision_wins_and_the_earlier_stay(store: Store) -> None:
    item = quantity(store)
    store.decide(item, "value", "corrected", value=13, reviewer="oiv")
    store.decide(item, "value", "confirmed", reviewer="oiv", note="read again")
    assert [row["value"] for row in store.rows("SELECT value FROM quantities")] == [12]
    states = store.rows("SELECT decision, state FROM decisions ORDER BY decision_id")
    assert [tuple(row.values()) for row in states] == [("corrected", "superseded"), ("confirmed", "applied")]


def test_a_rejected_value_is_null_and_a_rejected_item_is_gone(store: Store) -> None:
    store.decide(quantity(store), "label", "rejected", reviewer="oiv")
    assert [(row["value"], row["label"]) for row in store.rows("SELECT value, label FROM quantities")] == [(12, None)]
    (indicator,) = store.rows("SELECT item_id FROM indicators")
    store.decide(indicator["item_id"], "*", "rejected", reviewer="oiv")
    assert store.rows("FROM indicators") == []
    (gone,) = store.rows("SELECT value, review FROM all_values WHERE field = 'indicators.target.value'")
    assert gone == {"value": None, "review": "rejected"}


def test_a_corrected_year_is_the_year_everywhere(store: Store) -> None:
    (header,) = store.rows("SELECT DISTINCT item_id FROM all_values WHERE field = 'report.year'")
    store.decide(header["item_id"], "year", "corrected", value=2019, reviewer="oiv")
    for view in ("documents", "objectives", "scores", "all_values", "evidence"):
        assert {row["year"] for row in store.rows(f"SELECT DISTINCT year FROM {view}")} == {2019}


def test_a_decision_whose_evidence_changed_is_a_conflict_not_a_silent_change(store: Store) -> None:
    store.decide(quantity(store), "value", "corrected", value=13, reviewer="oiv")
    moved = builders.first_objective().quantities[0].model_copy(
        update={"evidence": builders.proof(builders.TEXT, "attivati 12")})
    objective = builders.first_objective().model_copy(update={"quantities": (moved,)})
    rules = RulePack(name="narrative", version="2", digest="digest-two")
    store.save(builders.report(rules=rules, objectives=[objective]), "in/relazione.txt")
    assert [row["value"] for row in store.rows("SELECT value FROM quantities")] == [12]
    assert [row["state"] for row in store.rows("SELECT state FROM decisions")] == ["conflict"]


@pytest.mark.parametrize(("field", "decision", "value"), [
    ("nothing", "confirmed", None), ("value", "corrected", None), ("value", "rejected", 3),
])
def test_a_decision_that_makes_no_sense_is_refused(
    store: Store, field: str, decision: Verdict, value: float | None
) -> None:
    with pytest.raises(StoreError):
        store.decide(quantity(store), field, decision, value=value, reviewer="oiv")
    assert store.rows("FROM decisions") == []


# Over the years


def yearly(year: int, *objectives: tuple[int, str, str | None], issuer: str = "Comune di Prova") -> Report:
    text = f"{issuer} - Relazione sulla Performance {year}\n" + "".join(
        f"OBIETTIVO N. {number} - {title} {code or ''}\n" for number, title, code in objectives)
    made = [builders.titled(text, number, title, code) for number, title, code in objectives]
    return builders.report(text=text, issuer=issuer, year=year, objectives=made, source=f"{issuer} {year}.txt")


def test_lineage_links_by_code_then_by_title_within_one_body(path: Path) -> None:
    with Store.open(path) as store:
        for report in (
            yearly(2018, (1, "Qualità dei dati del Registro", "A01.01"), (2, "Tempi di pagamento dei fornitori", None)),
            yearly(2019, (4, "Migliorare i dati", "A01.01"), (5, "TEMPI DI PAGAMENTO DEI FORNITORI.", None)),
            yearly(2020, (7, "Tempi di pagamento ai fornitori", None), (8, "Turismo", "B02.01")),
            yearly(2020, (1, "Qualità dei dati del Registro", "A01.01"), issuer="Comune di Altrove"),
        ):
            store.save(report, report.report.source)
        rows = store.rows("SELECT lineage_id, year, objective_number AS n, link FROM lineage ORDER BY year, n")
    lines: dict[str, list[tuple[int, int, str | None]]] = {}
    for row in rows:
        lines.setdefault(row["lineage_id"], []).append((row["year"], row["n"], row["link"]))
    assert sorted(lines.values()) == [
        [(2018, 1, None), (2019, 4, "operational")],
        [(2018, 2, None), (2019, 5, "title"), (2020, 7, "title")],
        [(2020, 1, None)],
        [(2020, 8, None)],
    ]


# Failure


def test_a_database_held_by_another_process_names_it(path: Path) -> None:
    Store.open(path).close()
    holder = child(HOLD, str(path), "60")
    try:
        with pytest.raises(StoreError, match=f"held by process {holder.pid}"):
            Store.open(path, wait=0.1)
    finally:
        ended(holder)


def test_a_store_waits_for_a_short_hold(path: Path) -> None:
    Store.open(path).close()
    holder = child(HOLD, str(path), "0.3")
    try:
        with Store.open(path, wait=60) as store:
            assert store.save(builders.report(), "a").objectives == 2
    finally:
        ended(holder)


def test_an_open_store_holds_nothing_between_saves(store: Store, path: Path) -> None:
    other = subprocess.run(
        [sys.executable, "-c", "import duckdb, sys; print(duckdb.connect(sys.argv[1]).execute("
         "'SELECT count(*) FROM objectives').fetchone()[0])", str(path)], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == "2"
    assert store.save(builders.report(), "in/relazione.txt").unchanged


@pytest.mark.parametrize(("name", "content", "words"), [
    ("note.duckdb", b"these are notes, not a database\n" * 500, "not a DuckDB database"),
    ("empty.duckdb", b"", "not a DuckDB database"),
    ("nowhere/prova.duckdb", None, "folder does not exist"),
    (".", None, "it is a folder"),
])
def test_a_path_that_is_no_database_is_one_clear_line(
    tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    target = tmp_path / name
    if content is not None:
        target.write_bytes(content)
    with pytest.raises(StoreError, match=words) as caught:
        Store.open(target)
    assert "\n" not in str(caught.value)
    assert str(target) in str(caught.value)
    if content is not None:
        assert target.read_bytes() == content


def test_a_missing_database_is_not_made_to_be_read(path: Path) -> None:
    with pytest.raises(StoreError, match="obiettivi ingest"):
        Store.open(path, read_only=True)
    assert not path.exists()


def test_a_read_only_store_reads_and_refuses_to_write(store: Store, path: Path) -> None:
    store.close()
    with Store.open(path, read_only=True) as reader:
        assert len(reader.rows("FROM objectives")) == 2
        with pytest.raises(StoreError):
            reader.save(builders.report(text=builders.TEXT + "x"), "x")


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs the permissions of Unix")
def test_a_file_that_may_not_be_written_says_so(store: Store, path: Path, tmp_path: Path) -> None:
    store.close()
    path.chmod(0o444)
    # Root may write anything, so the child becomes nobody after its imports.
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.getuid() and str(folder).startswith("/tmp/"):
            folder.chmod(0o755)
    code = """
        import os, sys, builders
        from extract.errors import StoreError
        from extract.store import Store
        import duckdb; duckdb.connect().close()
        if os.getuid() == 0: os.setuid(65534)
        try: Store.open(sys.argv[1])
        except StoreError as error: print(error)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code), str(path)], cwd=TESTS, text=True,
                          capture_output=True, check=True)
    assert "no permission to write it; change its permissions" in done.stdout


@pytest.mark.parametrize("made_by", [
    "CREATE TABLE clienti (nome VARCHAR)", "CREATE VIEW documents AS SELECT 1",
    "CREATE SCHEMA s; CREATE TABLE s.t (a INTEGER)",
])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_database_of_another_program_is_refused_and_untouched(path: Path, made_by: str, read_only: bool) -> None:
    with duckdb.connect(str(path)) as con:
        con.execute(made_by)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="it is a database of another program; name another file with --db"):
        Store.open(path, read_only=read_only)
    assert path.read_bytes() == before


@pytest.mark.parametrize("left", [0.9, 0.5, 0.01])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_database_cut_short_is_damaged(store: Store, path: Path, left: float, read_only: bool) -> None:
    store.close()
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * left)])
    damaged = "the database file is damaged; restore a copy, or remove it and ingest the reports again"
    with pytest.raises(StoreError, match=damaged), Store.open(path, read_only=read_only) as cut:
        cut.rows("FROM evidence")
    with pytest.raises(StoreError, match=damaged):
        list(ask(path, "FROM evidence").rows)


def test_a_name_that_is_no_utf_8_is_refused_for_a_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"\\xe0.duckdb: its name is not UTF-8"):
        Store.open(tmp_path / os.fsdecode(b"\xe0.duckdb"))


INTERRUPTED = """
    import os, signal, sys, threading
    from extract.store import Store
    store = Store.open(sys.argv[1])
    print("ready", flush=True)
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
    try:
        store.rows("WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT count(*) FROM r")
    except KeyboardInterrupt:
        print("interrupted", len(store.rows("FROM documents")))
"""


def test_interrupting_duckdb_is_an_interrupt_and_the_store_goes_on(store: Store, path: Path) -> None:
    store.close()
    output, _ = child(INTERRUPTED, str(path)).communicate()
    assert output.endswith("interrupted 1\n")


def test_a_newer_database_is_refused_and_untouched(store: Store, path: Path) -> None:
    store.close()
    with duckdb.connect(str(path)) as con:
        con.execute("INSERT INTO store.migration VALUES (999, '0999_future.sql', now()::TIMESTAMP)")
    for read_only in (False, True):
        with pytest.raises(StoreError, match=r"version 999.*upgrade obiettivi"):
            Store.open(path, read_only=read_only)


def test_opening_again_changes_nothing_and_keeps_a_persons_own_views(store: Store, path: Path) -> None:
    store.close()
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE VIEW mine AS SELECT title FROM objectives")
        con.execute("UPDATE store.view_digest SET digest = 'of an older program'")
    with Store.open(path) as again:
        assert len(again.rows("FROM mine")) == 2
        assert len(again.rows("FROM objectives")) == 2
        assert [row["version"] for row in again.rows("FROM store.migration")] == sorted(schema.migrations())


SAVE_UNTIL_IT_FAILS = """
    import hashlib, signal, sys, builders
    from extract.errors import StoreError
    from extract.store import Store
    base = builders.report()
    store = Store.open(sys.argv[1])
    print("ready", flush=True)
    LIMIT
    try:
        for number in range(100_000):
            sha = hashlib.sha256(str(number).encode()).hexdigest()
            store.save(base.model_copy(update={
                "report": base.report.model_copy(update={"sha256": sha}), "objectives": base.objectives[:1] * 60,
            }), str(number))
            print(number, flush=True)
    except StoreError as error:
        print(error)
"""


def assert_whole(path: Path, saved: int) -> None:
    """Every document has all its rows, at least `saved` are there, and the next save works."""
    with Store.open(path, wait=30) as store:
        counts = store.rows('SELECT objectives, "values" FROM documents')
        assert len(counts) in (saved, saved + 1)
        assert len({tuple(row.values()) for row in counts}) <= 1
        assert store.save(builders.report(), "after").objectives == 2


def test_a_full_disk_is_one_line_and_the_database_is_whole(path: Path) -> None:
    pytest.importorskip("resource")
    limit = ("import resource; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
             "resource.setrlimit(resource.RLIMIT_FSIZE, (3 << 20, 3 << 20))")
    process = child(SAVE_UNTIL_IT_FAILS.replace("LIMIT", limit), str(path))
    output, _ = process.communicate()
    *numbers, error = output.splitlines()
    assert numbers
    assert error == (f"{path}: the file may not grow any further (a limit of the system); raise the limit and run the "
                     "command again; what was saved before is whole")
    assert_whole(path, len(numbers))


@pytest.mark.parametrize("after", [1, 3])
def test_killed_in_the_middle_of_saving_the_database_is_whole(path: Path, after: int) -> None:
    process = child(SAVE_UNTIL_IT_FAILS.replace("LIMIT", ""), str(path))
    assert process.stdout is not None
    for _ in range(after):
        process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate()
    assert_whole(path, after + len(rest.splitlines()))


@pytest.mark.parametrize(("message", "words"), [
    ("IO Error: Could not write file: No space left on device", "the disk is full; make room"),
    ('IO Error: Cannot open file "x": Read-only file system', "its disk is read-only"),
    ("INTERNAL Error: something new\nand more", "the database failed (INTERNAL Error: something new)"),
])
def test_what_duckdb_says_becomes_reason_and_remedy(message: str, words: str) -> None:
    error = store_error("x.duckdb", message)
    assert words in str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
