"""`obiettivi rules`, and reading with a person's own pack, run as people run them: in another process."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from examples import ROOT, Example, File, fits, is_walk, printed, run, steps
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from extract.rulebook import load

PAPER = ROOT / "docs" / "rule-packs.md"
NARRATIVE = ROOT / "corpus" / "synthetic" / "asl-costapini-2023.txt"
HEADER = "id: {}\nversion: 1.0.0\ntitle: Prova\n"


def obiettivi(*arguments: str | Path, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "extract", *map(str, arguments)], cwd=cwd, env={**os.environ, **env}, text=True,
        encoding="utf-8", capture_output=True, check=False,
    )


@pytest.fixture
def walk(tmp_path: Path) -> Path:
    """A folder with the files of the walk-through as it leaves them."""
    for step in steps(PAPER):
        if isinstance(step, File):
            step.write(tmp_path)
    return tmp_path


@pytest.fixture
def table(walk: Path) -> Path:
    """The walk-through's report as a table, and a table of another body with heads of its own."""
    style = getSampleStyleSheet()["BodyText"]
    rows = [
        ["Obiettivo", "Peso strategico %", "Indicatore", "Target 2022", "Esito rilevato 2022", "Organismo di verifica",
         "Colore"],
        ["Ridurre i tempi delle pratiche edilizie", "40", "Giorni medi di attesa", "< 30", "26", "95/100", "blu"],
        ["Aprire lo sportello", "60", "Servizi in linea", ">= 12", "9", "70/100 (in attesa del collaudo)", "rosso"],
    ]
    drawn = Table([[Paragraph(cell, style) for cell in row] for row in rows], colWidths=[150, 70, 120, 70, 90, 140, 60],
                  style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
    front = [Paragraph(line, style) for line in ("COMUNE DI BORGOTREVISO", "Relazione sulla performance 2022")]
    SimpleDocTemplate(str(walk / "tabella.pdf"), pagesize=landscape(A4)).build([*front, drawn])
    return walk / "tabella.pdf"


def pack(folder: Path, name: str, **files: str) -> Path:
    """A pack of that id in a folder of that name."""
    (folder / name).mkdir()
    (folder / name / "pack.yml").write_text(HEADER.format(name), "utf-8")
    for stem, text in files.items():
        (folder / name / f"{stem}.yml").write_text(text, "utf-8")
    return folder / name


def reports(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


# The walk-through of the papers


def test_the_walk_through_prints_what_it_shows(tmp_path: Path) -> None:
    assert is_walk(PAPER)
    played: list[str] = []
    for step in steps(PAPER):
        if isinstance(step, File):
            step.write(tmp_path)
            continue
        result = run(step.command, tmp_path)
        assert fits(step.output, printed(result)), f"{step.line} {step.command}\n{result.stdout}\n{result.stderr}"
        played.append(f"{' '.join(step.command.split()[1:3])} {result.returncode}")
    assert played.count("rules check 1") == 1
    assert played.index("rules check 1") < played.index("rules check 0") < played.index("ingest relazione.txt 0", 3)
    assert {"rules try 0", "extract relazione.txt 0"} <= set(played)
    assert not any(path.suffix == ".py" for path in tmp_path.rglob("*"))


def test_the_line_of_the_failing_example_in_the_walk_through_is_that_of_the_page(tmp_path: Path) -> None:
    shown: list[Example] = []
    for step in steps(PAPER):
        if isinstance(step, File):
            step.write(tmp_path)
        elif step.command.startswith("obiettivi rules check"):
            shown.append(step)
            break
    found = re.match(r"(\S+):(\d+): rule (\S+), ", shown[0].output[0])
    assert found
    line = (tmp_path / found[1]).read_text("utf-8").splitlines()[int(found[2]) - 1]
    assert "Esito rilevato: 412 pratiche" in line


# List


def test_list_shows_every_shipped_pack() -> None:
    done = obiettivi("rules", "list", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    rows = {line.split()[0]: line for line in done.stdout.splitlines()[2:]}
    assert list(rows) == [one.header.id for one in load().packs()]
    for one in load().packs():
        row = rows[one.header.id]
        assert one.header.title in row
        assert one.header.version in row
        assert ", ".join(one.header.uses) in row
        assert re.search(rf"  {len(one.own())}\s+{len(one.rules)}  ", row)


# Check


def test_check_without_a_name_checks_every_shipped_pack_once(tmp_path: Path) -> None:
    done = obiettivi("rules", "check", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert sorted(line.split()[0] for line in lines) == sorted(one.header.id for one in load().packs())
    whole = re.compile(r"\S+ \d+\.\d+\.\d+: (\d+) rules?, \d+ examples?, \d+ rejects?: all hold")
    counts = [found[1] for line in lines if (found := whole.fullmatch(line))]
    assert sum(map(int, counts)) == sum(len(one.own()) for one in load().packs())


def test_check_shows_file_line_what_was_expected_and_what_came(tmp_path: Path) -> None:
    columns = """\
# Heads of a body that does not exist.
rules:
  - id: pondo
    kind: column
    role: weight
    heads: [Pondo, Ponderosità]
    examples:
      - {text: Pondo %, expect: {role: weight, unit: '%'}}
      - text: Pondo 2019
        expect: {role: weight, year: 2018}
      - {text: Pesantezza, expect: {role: weight}}
      - {text: Peso, expect: {role: weight}}
    rejects:
      - Pondo specifico
      - ponderosita
"""
    fields = """\
rules:
  - id: voto
    kind: pattern
    field: scores
    within: [block]
    pattern: 'voto (?P<value>[\\d,]+)'
    set: {evaluator: null}
    examples:
      - {text: voto 7, expect: {value: 7}}
      - {text: 'voto 7,5', expect: {value: '7,5'}}
  - id: romano
    kind: heading
    pattern: '^meta (?P<number>[IVX]+)$'
    examples: [{text: meta IV, expect: {number: 4}}]
"""
    pack(tmp_path, "mio", columns=columns, fields=fields)
    (tmp_path / "mio" / "pack.yml").write_text(HEADER.format("mio") + "uses: [forms]\n", "utf-8")
    done = obiettivi("rules", "check", "mio", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == """\
mio/columns.yml:9: rule mio/pondo, "Pondo 2019"
    expected  role "weight", year 2018
    came      role "weight", year 2019
mio/columns.yml:11: rule mio/pondo, "Pesantezza"
    expected  role "weight"
    came      nothing
mio/columns.yml:12: rule mio/pondo, "Peso"
    expected  role "weight"
    came      nothing (forms/weight-head reads it: weight)
mio/columns.yml:15: rule mio/pondo, "ponderosita"
    expected  nothing
    came      role "weight"
mio/fields.yml:9: rule mio/voto, "voto 7"
    expected  value 7
    came      value "7"
mio/fields.yml:10: rule mio/voto, "voto 7,5"
    expected  value "7,5"
    came      value "7,5" (value cannot be '7,5': say how it is read, as in types: {value: number})
mio/fields.yml:14: rule mio/romano, "meta IV"
    expected  number 4
    came      nothing (a group cannot be read: invalid literal for int() with base 10: 'IV')
mio 1.0.0: 3 rules, 7 examples, 2 rejects: 7 not as they should be
"""


def test_check_goes_on_after_a_pack_that_is_not_valid_and_tells_all_that_is_wrong_with_it(tmp_path: Path) -> None:
    sections = """\
rules:
  - id: esito
    kind: label
    section: resluts
    labels: 'esito'
    examples: []
  - id: meta
    kind: heading
    pattern: '^meta (?P<number>\\d+)$'
    ignore: true
    examples: [{text: meta 4, expect: {number: 4}}]
"""
    pack(tmp_path, "mio", sections=sections, columns="rules: [")
    pack(tmp_path, "vuoto")
    done = obiettivi("rules", "check", "mio", "headings", "./vuoto", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    assert [line.split("; ")[0] for line in lines[:4]] == [
        "mio/sections.yml:4: pack mio, rule esito: section: 'resluts' is none of its values",
        "mio/sections.yml:6: pack mio, rule esito: examples: at least one is needed",
        "mio/sections.yml:10: pack mio, rule meta: unknown key 'ignore'",
        "mio/columns.yml:1: pack mio: expected the node content, but found '<stream end>'",
    ]
    assert lines[4] == "mio: not valid, 4 faults; its examples were not tried"
    assert [line.split(" ")[0] for line in lines[5:]] == ["headings", "vuoto"]


@pytest.mark.parametrize(("name", "content", "says"), [
    ("pack.yml", b"id: [", "mio/pack.yml:1: pack mio: expected the node content"),
    ("pack.yml", b"", "mio/pack.yml:1: pack mio: the file: keys with values are expected; see docs/"),
    ("pack.yml", b"id: mio\nversion: 1.0\ntitle: x\n", "mio/pack.yml:2: pack mio: version: a text is expected"),
    ("pack.yml", b"id: mio\nversion: 1.0.0\ntitle: x\nuses: [form]\n", "pack.yml:4: pack mio: uses: no pack 'form'"),
    ("fields.yml", b"rules: \xe0\n", "mio/fields.yml: is not UTF-8; save it as UTF-8"),
    ("fields.yml", b"rules:\n- {id: a, id: b}\n", 'mio/fields.yml:2: pack mio: found duplicate key "id"'),
    ("fields.yml", b'rules:\n- {id: "a\\p"}\n', "mio/fields.yml:2: pack mio: found unknown escape character 'p'; mend"),
    ("fields.yml", b"rules: !!python/object:os.system x\n", "mio/fields.yml:1: pack mio: could not determine a const"),
    ("fields.yml", b"[" * 5000, "mio/fields.yml: pack mio: "),
    ("fields.yml", b"- 1\n", "mio/fields.yml:1: pack mio: the file: keys with values are expected"),
    ("fields.yml", b"rules: [x]\n", "mio/fields.yml:1: pack mio"),
    ("fields.yml", b"a: &a [x, x]\n" + b"".join(  # small on disk, without end in memory
        b"%c: &%c [%s]\n" % (98 + i, 98 + i, b", ".join([b"*%c" % (97 + i)] * 9)) for i in range(20)
    ) + b"rules: *u\n", "mio/fields.yml:"),
])
def test_whatever_a_file_holds_there_is_no_traceback(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    folder = pack(tmp_path, "mio")
    (folder / name).write_bytes(content)
    done = obiettivi("rules", "check", "mio", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(says) or says in done.stdout.splitlines()[0]
    read = obiettivi("extract", NARRATIVE, "--pack", "mio", cwd=tmp_path)
    assert (read.returncode, read.stdout) == (1, "")
    assert read.stderr.startswith("error: mio/")
    assert read.stderr.count("\n") == 1


@pytest.mark.parametrize(("arguments", "says"), [
    (["rules", "check", "narative"], "narative: no shipped pack of that id, and no folder; did you mean 'narrative'?"),
    (["rules", "check", "./none"], "none: no such folder; name the folder of a pack"),
    (["rules", "check", "."], ".: no pack.yml in this folder; name the folder of a pack"),
    (["rules", "try", "narrative", "none.pdf"], "none.pdf: "),
    (["rules", "try", "narrative", str(NARRATIVE), "--rule", "hedding"], "no rule of that id in narrative; did"),
    (["extract", str(NARRATIVE), "--pack", "none"], "none: no such folder"),
    (["ingest", str(NARRATIVE), "--pack", "none"], "none: no such folder"),
])
def test_what_is_not_there_is_one_line(tmp_path: Path, arguments: list[str], says: str) -> None:
    done = obiettivi(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert says in done.stderr
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


# Try


def test_try_shows_heads_and_cells_of_tables_and_the_heads_that_no_rule_names(table: Path) -> None:
    done = obiettivi("rules", "try", "tabelle-di-prova", table, cwd=table.parent)
    assert done.returncode == 0, done.stderr
    words = " ".join(done.stdout.split())
    for said in (
        "tabelle-di-prova/esito-rilevato-head colonna / column: 1 role result, year 2022 «Esito rilevato 2022» p. 1",
        "role objective_weight, unit % «Peso strategico %» p. 1",
        "forms/target-head colonna / column: 1 role target, year 2022 «Target 2022» p. 1",
        "tabelle-di-prova/cell-score modello / pattern: 2 value 95, maximum 100, evaluator Organismo «95/100» p. 1",
        "heads of tables that «Colore» p. 1",
        "tabelle-di-prova legge 2 obiettivi su 2 (reads 2 of 2 objectives)",
    ):
        assert said in words
    assert max(map(len, done.stdout.splitlines())) <= 100
    own = done.stdout.index("tabelle-di-prova/")
    assert own < done.stdout.index("forms/") < done.stdout.index("senza riscontro")


def test_try_shows_one_rule_and_every_find_of_it(tmp_path: Path) -> None:
    few = obiettivi("rules", "try", "narrative", NARRATIVE, "--rule", "heading", cwd=tmp_path).stdout
    one = ("--rule", "headings/heading", "--all")
    every = obiettivi("rules", "try", "narrative", NARRATIVE, *one, cwd=tmp_path).stdout
    count = int(re.findall(r"^headings/heading titolo / heading: (\d+)$", few, re.MULTILINE)[0])
    assert count > 3
    for shown, rows in ((few, 3), (every, count)):
        assert len(re.findall(r"^  number \d+", shown, re.MULTILINE)) == rows
        assert "common/" not in shown
    assert f"ancora {count - 3} / {count - 3} more: --all" in few
    assert "--all" not in every
    none = obiettivi("rules", "try", "narrative", NARRATIVE, "--rule", "heading-bare", cwd=tmp_path).stdout
    assert "senza riscontro / nothing found (1): headings: heading-bare" in none


def test_try_says_where_a_pack_finds_much_and_reads_nothing(tmp_path: Path) -> None:
    shy = pack(tmp_path, "timido")
    (shy / "pack.yml").write_text(HEADER.format("timido") + "uses: [narrative]\nrecognises: {headings: 99}\n", "utf-8")
    done = obiettivi("rules", "try", shy, NARRATIVE, cwd=tmp_path)
    assert re.search(r"timido legge 0\s+obiettivi su \d+", done.stdout)
    assert "headings/heading" in done.stdout


def test_try_reads_what_the_report_says_of_itself(walk: Path) -> None:
    shown = " ".join(obiettivi("rules", "try", "report", "relazione.txt", cwd=walk).stdout.split())
    assert "issuer Comune di Borgotreviso «COMUNE DI BORGOTREVISO» riga 1" in shown
    assert "title Relazione sulla performance 2022, «Relazione sulla performance 2022» riga 2 year 2022" in shown


# Reading with a pack


def test_a_table_of_ones_own_is_read_with_its_pack(table: Path) -> None:
    (without,) = reports(obiettivi("extract", table, cwd=table.parent))
    assert [one["scores"] for one in without["objectives"]] == [[], []]
    (report,) = reports(obiettivi(
        "extract", table, "--pack", "comune-di-prova", "--pack", "tabelle-di-prova", cwd=table.parent))
    assert report["report"]["layout"] == "tabelle-di-prova"
    first, second = report["objectives"]
    assert (first["weight"], second["weight"]) == (40, 60)
    assert [one["indicators"][0]["result"]["value"] for one in (first, second)] == [26, 9]
    (score,) = second["scores"]
    assert (score["evaluator"], score["value"]) == ("Organismo di verifica", 70)
    assert {one["rule"] for one in score["evidence"]} == {"tabelle-di-prova/cell-score"}
    assert {one["pack"] for one in score["evidence"]} == {report["report"]["rules"]["digest"]}
    assert report["report"]["rules"]["name"] == "tabelle-di-prova"


def test_other_reports_are_read_as_without_the_pack(walk: Path) -> None:
    packs = ("--pack", "comune-di-prova", "--pack", "tabelle-di-prova")
    grid = ROOT / "corpus" / "synthetic" / "comune-vallombrina-2020.pdf"
    pairs = zip(reports(obiettivi("extract", NARRATIVE, grid, cwd=walk)),
                reports(obiettivi("extract", NARRATIVE, grid, *packs, cwd=walk)), strict=True)
    for without, read in pairs:
        digests = [one["report"]["rules"]["digest"] for one in (without, read)]
        assert digests[0] != digests[1]
        assert json.dumps(without).replace(digests[0], "") == json.dumps(read).replace(digests[1], "")


def test_a_pack_by_the_id_of_a_shipped_one_reads_in_its_place(walk: Path) -> None:
    mine = walk / "comune-di-prova"
    text = (mine / "pack.yml").read_text("utf-8").replace("id: comune-di-prova", "id: narrative")
    (mine / "pack.yml").write_text(text, "utf-8")
    (report,) = reports(obiettivi("extract", "relazione.txt", "--pack", mine, cwd=walk))
    assert [one["weight"] for one in report["objectives"]] == [40, 60]
    assert (report["report"]["rules"]["name"], report["report"]["rules"]["version"]) == ("narrative", "1.0.0")


def test_a_changed_pack_makes_ingest_read_again(walk: Path) -> None:
    def ingest(*arguments: str) -> str:
        done = obiettivi("ingest", "relazione.txt", *arguments, "--db", "x.duckdb", cwd=walk)
        assert done.returncode == 0, done.stderr
        return done.stdout.split(":")[0]

    mine = ("--pack", "comune-di-prova")
    told = [ingest(), ingest(), ingest(*mine), ingest(*mine), ingest()]
    assert told == ["read", "unchanged", "read", "unchanged", "read"]
    fields = walk / "comune-di-prova" / "fields.yml"
    assert ingest(*mine) == "read"
    fields.write_text(fields.read_text("utf-8").replace("value: 95, ", "value: 95.0, "), "utf-8")
    assert [ingest(*mine), ingest(*mine)] == ["read", "unchanged"]
