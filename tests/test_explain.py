"""`obiettivi explain`: a value is traced to its rule in a file, an absence to what was searched."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from examples import ROOT

SEED = ROOT / "corpus" / "reports" / "riviere-2020.txt"


def explain(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "extract", "explain", *map(str, arguments)],
                          capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("explain") / "prova.duckdb"
    subprocess.run([sys.executable, "-m", "extract", "ingest", str(SEED), "--db", str(path)], check=True,
                   capture_output=True)
    return path


def test_a_value_is_shown_with_its_quote_its_rule_and_the_line_of_its_pattern(database: Path) -> None:
    done = explain("riviere-2020.txt", 9, "scores[0].value", "--db", database)
    flat = " ".join(done.stdout.split())
    assert "scores[0].value = 100 «Valutazione OIV = 100/100» riga" in flat
    where = re.search(r"common/score \(normalised\) pattern, (rules/[\w/]+\.yml):(\d+): ", flat)
    assert where is not None
    lines = (ROOT / where[1]).read_text(encoding="utf-8").splitlines()
    assert lines[int(where[2]) - 1].lstrip().startswith("pattern:")
    assert re.search(r"senza riscontro / nothing found: [^;]*common/score-unsigned", flat)


def test_what_the_same_words_show_besides_is_told(database: Path) -> None:
    flat = " ".join(explain("riviere-2020.txt", 1, "title", "--db", database).stdout.split())
    assert "Dalle stesse parole / read from the same words targets[0]" in flat


def test_why_a_field_is_empty(database: Path) -> None:
    flat = " ".join(explain("riviere-2020.txt", 9, "outcome", "--db", database).stdout.split())
    assert "nessun valore" in flat
    assert "sezioni esaminate / sections searched: risultati" in flat
    assert "senza riscontro / nothing found: common/outcome" in flat
    cancelled = " ".join(explain("riviere-2020.txt", 4, "outcome", "--db", database).stdout.split())
    assert "sections searched: nessuna" in cancelled
    assert "sections it lacks: azione, descrizione, benefici attesi, indicatore, risultati, note" in cancelled


def test_what_is_empty_and_what_was_not_read_is_told_together(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "COMUNE DI PROVA\nRelazione sulla performance 2018\n\nOBIETTIVO N. 1\nTITOLO\nDescrizione\n"
        "Il servizio è attivo nei 30 giorni di fiera.\nRisultati\nServite 12 imprese. Valutazione OIV = 80/100\n",
        encoding="utf-8",
    )
    flat = " ".join(explain(report, 1, "coverage").stdout.split())
    unread, _, empty = flat.partition("searched and not found")
    assert "numbers that no rule read 30 giorni «30 giorni» riga" in unread
    assert "scadenze / deadlines: descrizione, risultati" in empty
    assert "indicatori / indicators: nessuna / none" in empty
    assert "punteggio" not in empty
    flat = " ".join(explain(report, 1, "dates").stdout.split())
    assert "sections searched: descrizione, risultati" in flat
    assert "«30 giorni» riga" in flat


def test_what_lost_is_named_with_its_rule(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "COMUNE DI PROVA\nRelazione sulla performance 2018\n\nOBIETTIVO N. 1\nTITOLO\nDescrizione\nTesto.\nRisultati\n"
        "L'obiettivo è stato raggiunto. Valutazione OIV = 80/100\nNote\nL'obiettivo è stato rimodulato a giugno. "
        "L'obiettivo è stato stralciato.\n", encoding="utf-8",
    )
    done = explain(report, 1, "status")
    lost = done.stdout.partition("In concorrenza")[2]
    assert done.returncode == 0
    assert re.search(r"\w+/[\w-]+: status \w+", lost), done.stdout


@pytest.mark.parametrize(("arguments", "words"), [
    ((9, "score"), "did you mean scores[0]"),
    ((9, "scores[4]"), "the objective has 1 in scores; the last one is scores[0]"),
    ((9, "scores[0].valeu"), "scores[0].value"), ((9, "nothing"), "there are number, title, status"),
    ((99, "title"), "no objective 99"), ((9, "sections.summary"), "no field of that name"),
])
def test_what_is_not_there_is_one_line_that_helps(database: Path, arguments: tuple[int, str], words: str) -> None:
    done = explain("riviere-2020.txt", *map(str, arguments), "--db", database)
    assert done.returncode == 1
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("field", [
    "number", "title", "status", "weight", "action", "sections.results", "sections", "plan_references", "indicators[0]",
    "indicators[0].target", "targets", "quantities[0].label", "series", "dates", "citations", "footnotes.mark",
])
def test_every_kind_of_field_can_be_asked(database: Path, field: str) -> None:
    done = explain("riviere-2020.txt", 12, field, "--db", database)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"OBIETTIVO 12 · {field}\n")


def test_without_the_original_the_stored_text_is_tried(tmp_path: Path) -> None:
    copy = tmp_path / "copia.txt"
    copy.write_bytes(SEED.read_bytes())
    subprocess.run([sys.executable, "-m", "extract", "ingest", str(copy), "--db", str(tmp_path / "d.duckdb")],
                   check=True, capture_output=True)
    copy.unlink()
    done = explain("copia", 9, "scores", "--db", tmp_path / "d.duckdb")
    assert done.returncode == 0
    assert "original is gone" in " ".join(done.stdout.split())
