"""The corpus is what its manifest says, and the demonstration runs the real commands."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hand_report import CORPUS

from extract import evaluate

CORPUS_ENTRIES = evaluate.find_corpus(CORPUS, CORPUS).entries


@pytest.mark.parametrize("entry", CORPUS_ENTRIES, ids=lambda entry: entry.file)
def test_every_row_of_the_manifest_is_a_file_with_that_hash(entry: evaluate.Entry) -> None:
    corpus = evaluate.Corpus(CORPUS, CORPUS_ENTRIES)
    assert corpus.verified(entry).is_file()
    assert entry.kind in ("real", "synthetic")
    assert entry.split in ("development", "test")
    assert entry.origin
    assert entry.issuer


@pytest.mark.parametrize("entry", CORPUS_ENTRIES, ids=lambda entry: entry.file)
def test_gold_agrees_with_the_manifest_on_whose_report_it_is(entry: evaluate.Entry) -> None:
    assert entry.gold is not None
    gold = evaluate.load_gold(CORPUS / entry.gold)
    assert (gold.report["issuer"], gold.report["year"]) == (entry.issuer, entry.year)
    assert gold.objectives


def test_no_report_and_no_gold_is_left_out_of_the_manifest() -> None:
    folders = {"reports": "real", "synthetic": "synthetic"}
    there = {f"{name}/{path.name}": kind for name, kind in folders.items() for path in (CORPUS / name).iterdir()}
    assert there == {one.file: one.kind for one in CORPUS_ENTRIES}
    assert {f"gold/{path.name}" for path in (CORPUS / "gold").iterdir()} == {one.gold for one in CORPUS_ENTRIES}


def test_the_manifest_says_that_the_pdf_is_not_the_original() -> None:
    origin = {entry.file: entry.origin for entry in CORPUS_ENTRIES}
    assert "set anew" in origin["reports/riviere-2020.pdf"]


def test_a_manifest_with_other_columns_or_without_a_year_is_refused(tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.csv"
    manifest.write_text("file,sha256\na,b\n", encoding="utf-8")
    with pytest.raises(evaluate.CorpusError, match="columns"):
        evaluate.find_corpus(tmp_path, tmp_path)
    header = (CORPUS / "manifest.csv").read_text(encoding="utf-8").splitlines()[0]
    manifest.write_text(f"{header}\na,b,c,duemila,e,f,g,h,i\n", encoding="utf-8")
    with pytest.raises(evaluate.CorpusError, match="line 2: no year"):
        evaluate.find_corpus(tmp_path, tmp_path)


def demo(database: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "corpus.demo", str(database)], cwd=CORPUS.parent, capture_output=True, text=True,
        check=False, env=os.environ | {"PYTHONUTF8": "1"},
    )


def test_the_demo_shows_each_command_and_its_answer_and_runs_twice(tmp_path: Path) -> None:
    for _ in range(2):
        result = demo(tmp_path / "new" / "demo.duckdb")
        assert result.returncode == 0, result.stderr
        commands = re.findall(r"^\$ obiettivi (\w+)", result.stdout, re.MULTILINE)
        assert commands == ["ingest", "query", "query", "show", "audit"]
        assert "«" in result.stdout.split("$ obiettivi show")[1]
        assert "OBIETTIVO 12" in result.stdout
        assert "target.unanswered" in result.stdout.split("$ obiettivi audit")[1]
        assert "try next" in result.stdout


def test_the_demo_stops_at_the_first_command_that_fails(tmp_path: Path) -> None:
    (tmp_path / "demo.duckdb").write_text("not a database", encoding="utf-8")
    result = demo(tmp_path / "demo.duckdb")
    assert result.returncode not in (0, None)
    assert result.stdout.count("$ obiettivi") == 1


def test_the_readme_says_how_many_values_were_written_down() -> None:
    gold = evaluate.load_gold(CORPUS / "gold" / "riviere-2020.json")
    count = evaluate.compare(gold, {"report": {}, "objectives": []}).micro
    assert (count.read, count.hits) == (0, 0)
    readme = (CORPUS.parent / "README.md").read_text(encoding="utf-8")
    assert f"{len(gold.objectives)} objectives, {count.gold} values written down by hand" in readme
