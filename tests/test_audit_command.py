"""`obiettivi audit` as people and programs use it: chosen, told in every format, failed on, bundled."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from examples import ROOT
from years import RESULTS, Made, Row, database_of, year_report

from extract.audit.checks import CHECKS
from extract.store import Store

SEED = ROOT / "corpus" / "reports" / "riviere-2020.pdf"
HOSTILE = '=HYPERLINK("http://x") <script>alert(1)</script>'
LEVELS = {"error", "warning", "note", "none"}


def audit(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "extract", "audit", *map(str, arguments)], cwd=cwd,
                          capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two years of a body, and the seed."""
    folder = tmp_path_factory.mktemp("audit")
    old = Made(1, HOSTILE, "A01.01", [("imprese", 2019, 5, None), ("eventi", 2019, 3, None)],
               [Row(HOSTILE, ">=", 90, 84)], RESULTS.format(year=2019))
    new = Made(1, HOSTILE, "A01.01", [("imprese", 2019, 9, None), ("eventi", 2019, 3, None)],
               [Row(HOSTILE, ">=", 80, 85)], RESULTS.format(year=2020))
    path = database_of(folder / "prova.duckdb", year_report(2019, [old], "CCIAA di Prova"),
                       year_report(2020, [new], "Camera di Commercio di Prova"))
    subprocess.run([sys.executable, "-m", "extract", "ingest", str(SEED), "--db", str(path)], check=True,
                   capture_output=True)
    return path


def test_findings_stand_by_objective_with_quotes_pages_and_both_languages(database: Path) -> None:
    done = audit("riviere-2020.pdf", "--db", database)
    flat = " ".join(done.stdout.split())
    assert done.returncode == 0
    assert "OBIETTIVO 6 · INFORMATIZZARE" in flat
    assert "«OBIETTIVO N. 9 –» p. 6" in flat
    assert "A second heading stands in the title of objective 6" in flat
    assert "[structure.stray-heading]" in flat
    assert done.stdout.splitlines()[-1].startswith("1 relazione, 13 obiettivi: ")
    assert all(len(line) <= 100 for line in done.stdout.splitlines())


def test_evidence_of_another_document_names_it(database: Path) -> None:
    flat = " ".join(audit("relazione-2020.txt", "--db", database, "--check", "years.restated").stdout.split())
    assert re.search(r"relazione-2019\.txt riga \d+; «imprese", flat)
    assert re.search(r"2019: 9» riga \d+", flat)


def test_a_file_is_audited_without_a_database(tmp_path: Path) -> None:
    done = audit(SEED, "--format", "json", cwd=tmp_path)
    assert done.returncode == 0
    assert {"structure.stray-heading", "evaluation.partial-score"} <= {one["check"] for one in json.loads(done.stdout)}
    assert list(tmp_path.iterdir()) == []


def test_confirmations_are_told_when_asked(database: Path) -> None:
    plain, full = audit("--db", database), audit("--db", database, "--confirmed")
    assert "conferma: «eventi» 2019: 3 in entrambe le relazioni." not in " ".join(plain.stdout.split())
    assert "conferma: «eventi» 2019: 3 in entrambe le" in " ".join(full.stdout.split())


def test_severity_and_checks_choose(database: Path) -> None:
    every = json.loads(audit("--db", database, "--format", "json").stdout)
    assert {"notice", "warning"} <= {one["severity"] for one in every}
    grave = json.loads(audit("--db", database, "--format", "json", "--severity", "warning").stdout)
    assert grave == [one for one in every if one["severity"] != "notice"]
    family = json.loads(audit("--db", database, "--format", "json", "--check", "evaluation").stdout)
    assert family == [one for one in every if one["check"].startswith("evaluation.")] != []


@pytest.mark.parametrize(("arguments", "code"), [
    (("--fail-on", "notice"), 4), (("--fail-on", "warning"), 4), (("--check", "years.objective-gone",
     "--fail-on", "notice"), 0), (("--fail-on", "warning", "--severity", "error"), 4), ((), 0),
])
def test_the_exit_code_says_whether_something_so_grave_was_found(
    database: Path, arguments: tuple[str, ...], code: int
) -> None:
    assert audit("--db", database, *arguments).returncode == code


@pytest.mark.parametrize(("arguments", "code", "words"), [
    (("--check", "year.restated"), 1, "did you mean years.restated"), (("--check", "partial-score"), 1,
     "evaluation.partial-score"), (("riviere-2019",), 1, "did you mean riviere-2020.pdf"),
    (("--bundle", "x.html", "--check", "years"), 2, "leave out --check"),
    (("--list-checks", "--format", "sarif"), 2, "table, csv or json"),
])
def test_what_is_not_there_is_one_line(database: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    done = audit("--db", database, *arguments)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_every_check_is_listed_and_documented() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)
    listed = json.loads(audit("--list-checks", "--format", "json").stdout)
    assert [one["check"] for one in listed] == [check.id for check in CHECKS]
    assert all(all(one.values()) for one in listed)
    paper = (ROOT / "docs" / "audit.md").read_text(encoding="utf-8")
    for check in CHECKS:
        section = paper.partition(f"### `{check.id}`")[2].partition("### `")[0]
        flat = " ".join(section.split())
        for text in (check.severity, check.title, check.title_en, check.about, check.about_en, check.example):
            assert " ".join(text.split()) in flat, f"{check.id}: make examples writes it anew"


def test_csv_has_the_documented_columns_and_no_formula(database: Path) -> None:
    rows = list(csv.reader(io.StringIO(audit("--db", database, "--format", "csv").stdout)))
    paper = (ROOT / "docs" / "audit.md").read_text(encoding="utf-8")
    assert [name for name in rows[0] if f"`{name}`" not in paper] == []
    assert {len(row) for row in rows} == {len(rows[0])}
    cells = [cell for row in rows[1:] for cell in row]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)


def test_sarif_says_what_its_standard_asks(database: Path) -> None:
    log = json.loads(audit("--db", database, "--format", "sarif", "--confirmed").stdout)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == [check.id for check in CHECKS]
    uris = [one["location"]["uri"] for one in run["artifacts"]]
    assert all(uri.startswith("file:///") for uri in uris)
    kinds = set()
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in LEVELS
        assert (result["level"] == "none") is (result.get("kind") == "pass")
        kinds.add(result.get("kind", "fail"))
        assert result["message"]["text"]
        for place in (*result["locations"], *result.get("relatedLocations", [])):
            location = place["physicalLocation"]["artifactLocation"]
            assert uris[location["index"]] == location["uri"]
            region = place["physicalLocation"].get("region")
            assert (region is None) is location["uri"].endswith(".pdf")
            assert region is None or region["startLine"] >= 1
            assert place["properties"]["page"] >= 1
    assert kinds == {"fail", "pass"}


# Of SARIF 2.1.0 (OASIS standard, section 3): what an object may have and must have, and what its properties are, where
# they are objects. Nothing else may stand in an object but in `properties`.
SARIF: dict[str, tuple[set[str], set[str], dict[str, str]]] = {
    "sarifLog": ({"$schema", "inlineExternalProperties", "properties"}, {"version", "runs"}, {"runs": "run"}),
    "run": (
        {"columnKind", "language", "invocations", "properties"}, {"tool", "results", "artifacts"},
        {"tool": "tool", "results": "result", "artifacts": "artifact"},
    ),
    "tool": ({"extensions", "properties"}, {"driver"}, {"driver": "toolComponent"}),
    "toolComponent": (
        {"version", "semanticVersion", "language", "informationUri", "fullName", "rules", "properties"}, {"name"},
        {"rules": "reportingDescriptor"},
    ),
    "reportingDescriptor": (
        {"name", "shortDescription", "fullDescription", "help", "helpUri", "defaultConfiguration", "properties"},
        {"id"},
        {
            "shortDescription": "multiformatMessageString", "fullDescription": "multiformatMessageString",
            "help": "multiformatMessageString", "defaultConfiguration": "reportingConfiguration",
        },
    ),
    "multiformatMessageString": ({"markdown", "properties"}, {"text"}, {}),
    "reportingConfiguration": ({"enabled", "level", "rank", "parameters", "properties"}, set(), {}),
    "result": (
        {"ruleId", "ruleIndex", "level", "kind", "locations", "relatedLocations", "properties"}, {"message"},
        {"message": "message", "locations": "location", "relatedLocations": "location"},
    ),
    "message": ({"markdown", "id", "arguments", "properties"}, {"text"}, {}),
    "location": (
        {"id", "physicalLocation", "logicalLocations", "message", "annotations", "properties"}, set(),
        {"physicalLocation": "physicalLocation", "logicalLocations": "logicalLocation", "message": "message"},
    ),
    "physicalLocation": (
        {"region", "contextRegion", "address", "properties"}, {"artifactLocation"},
        {"artifactLocation": "artifactLocation", "region": "region"},
    ),
    "artifactLocation": ({"uri", "uriBaseId", "index", "description", "properties"}, set(), {}),
    "region": ({"startColumn", "endLine", "endColumn", "snippet", "properties"}, {"startLine"}, {"snippet": "content"}),
    "content": ({"text", "binary", "rendered", "properties"}, set(), {}),
    "logicalLocation": ({"name", "index", "fullyQualifiedName", "kind", "properties"}, set(), {}),
    "artifact": (
        {"mimeType", "hashes", "roles", "length", "encoding", "properties"}, {"location"},
        {"location": "artifactLocation"},
    ),
}
SARIF_ENUMS = {
    "level": {"none", "note", "warning", "error"}, "columnKind": {"utf16CodeUnits", "unicodeCodePoints"},
    "kind": {"notApplicable", "pass", "fail", "review", "open", "informational"}, "version": None,
}


def _faults(value: Any, kind: str, path: str) -> list[str]:
    """Where a SARIF object is not as the standard has it."""
    if isinstance(value, list):
        return [fault for at, one in enumerate(value) for fault in _faults(one, kind, f"{path}[{at}]")]
    may, must, parts = SARIF[kind]
    found = [f"{path}: no {name}" for name in must - value.keys()]
    found += [f"{path}: {name} is unknown" for name in value.keys() - may - must]
    for name, one in value.items():
        allowed = SARIF_ENUMS.get(name)
        if allowed is not None and one not in allowed:
            found.append(f"{path}.{name}: {one!r}")
        if name in ("index", "ruleIndex", "id") and isinstance(one, int) and one < 0:
            found.append(f"{path}.{name} is {one}")
        if name == "properties" and not isinstance(one, dict):
            found.append(f"{path}.properties is no object")
        if name in parts:
            found += _faults(one, parts[name], f"{path}.{name}")
    return found


def test_sarif_has_only_what_its_standard_knows(database: Path) -> None:
    log = json.loads(audit("--db", database, "--format", "sarif", "--confirmed").stdout)
    assert _faults(log, "sarifLog", "log") == []
    assert {type(one) for one in log["runs"][0]["results"]} == {dict}
    hashes = [one["hashes"] for one in log["runs"][0]["artifacts"]]
    assert all(set(one) == {"sha-256"} and len(one["sha-256"]) == 64 for one in hashes)
    broken = {**log, "runs": [{**log["runs"][0], "results": [{"level": "grave"}], "colour": 1}]}
    assert sorted(_faults(broken, "sarifLog", "log")) == [
        "log.runs[0].results[0].level: 'grave'", "log.runs[0].results[0]: no message", "log.runs[0]: colour is unknown",
    ]


class Page(HTMLParser):
    """What a browser would make of the page, as far as tests ask."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def bundle(database: Path) -> str:
    path = database.parent / "verbale.html"
    done = audit("--db", database, "--bundle", path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{path}: 3 reports\n"
    return path.read_text(encoding="utf-8")


def test_a_hostile_title_is_text_in_the_bundle_and_the_page(database: Path, bundle: str) -> None:
    for text in (bundle, audit("--db", database, "--format", "html").stdout):
        page = Page(text)
        assert "script" not in {tag for tag, _ in page.tags}
        assert HOSTILE in page.words


def test_the_bundle_needs_nothing_but_itself(bundle: str) -> None:
    page = Page(bundle)
    for tag, attributes in page.tags:
        assert tag not in ("link", "iframe", "object", "script", "form")
        assert not any(name.startswith("on") for name in attributes)
        source = attributes.get("src") or attributes.get("href") or "#"
        assert source.startswith(("#", "data:image/png;base64,"))
    assert "@import" not in bundle
    assert "url(" not in bundle


def test_the_bundle_can_be_read_by_who_does_not_see_it(bundle: str) -> None:
    tags = Page(bundle).tags
    assert ("html", {"lang": "it"}) in tags
    assert all(attributes.get("alt") for tag, attributes in tags if tag == "img")
    assert all("scope" in attributes for tag, attributes in tags if tag == "th")
    levels = [int(tag[1]) for tag, _ in tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_bundle_has_hashes_versions_values_findings_and_confirmations(database: Path, bundle: str) -> None:
    words = " ".join(Page(bundle).words.split())
    with Store.open(database, read_only=True) as store:
        documents = store.rows("FROM documents")
    for one in documents:
        assert str(one["sha256"]) in words
        assert f"{one['rules_name']} {one['rules_version']}" in words
    for text in ("Il punteggio 100/100 vale con una riserva", "Conferma. «eventi» 2019: 3 in entrambe le relazioni",
                 "procedimenti attivati", "Copertura", "Firma"):
        assert text in words


def test_the_bundle_says_what_was_searched_in_vain(tmp_path: Path) -> None:
    source = tmp_path / "relazione.txt"
    source.write_text(
        "COMUNE DI PROVA\nRelazione sulla performance 2018\n\nOBIETTIVO N. 1\nSPORTELLO\nDescrizione\n"
        "Il servizio è attivo nei 30 giorni di fiera.\nRisultati\nServite 12 imprese. Valutazione OIV = 80/100\n",
        encoding="utf-8",
    )
    path = tmp_path / "verbale.html"
    assert audit(source, "--bundle", path).returncode == 0
    words = " ".join(Page(path.read_text(encoding="utf-8")).words.split())
    _, _, sought = words.partition("Cercato e non trovato, e numeri non letti")
    assert re.search(r"scadenze / deadlines ?(?:titolo, )?descrizione, risultati", sought)
    assert re.search(r"indicatori / indicators ?nessuna / none", sought)
    assert re.search(r"not read ?: «30 giorni» ?riga", sought)
    assert "punteggio" not in sought.partition("non letto")[0]


def test_pieces_of_pages_are_shown_while_the_original_is_there(database: Path, bundle: str, tmp_path: Path) -> None:
    pictures = [attributes for tag, attributes in Page(bundle).tags if tag == "img"]
    assert any("OBIETTIVO N. 9" in str(one["alt"]) for one in pictures)
    moved = tmp_path / "copia.pdf"
    moved.write_bytes(SEED.read_bytes())
    own = tmp_path / "own.duckdb"
    subprocess.run([sys.executable, "-m", "extract", "ingest", str(moved), "--db", str(own)], check=True,
                   capture_output=True)
    moved.write_bytes(b"another file")
    assert audit("--db", own, "--bundle", tmp_path / "b.html").returncode == 0
    page = Page((tmp_path / "b.html").read_text(encoding="utf-8"))
    assert "img" not in {tag for tag, _ in page.tags}
    assert "il file al suo posto è un altro" in " ".join(page.words.split())


def test_the_same_database_gives_the_same_bytes(database: Path, bundle: str, tmp_path: Path) -> None:
    assert audit("--db", database, "--bundle", tmp_path / "again.html").returncode == 0
    assert (tmp_path / "again.html").read_text(encoding="utf-8") == bundle


def test_what_a_reviewer_corrected_is_checked_again(tmp_path: Path) -> None:
    path = tmp_path / "obiettivi.duckdb"
    subprocess.run([sys.executable, "-m", "extract", "ingest", str(SEED), "--db", str(path)], check=True,
                   capture_output=True)
    with Store.open(path) as store:
        (score,) = store.rows("FROM scores WHERE objective_number = 13")
        before = json.loads(audit("--db", path, "--format", "json", "--check", "evaluation.partial-score").stdout)
        assert [one["number"] for one in before] == [13]
        store.decide(str(score["item_id"]), "*", "rejected", reviewer="prova")
    after = json.loads(audit("--db", path, "--format", "json", "--check", "evaluation.partial-score").stdout)
    assert after == []
