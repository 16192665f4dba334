"""What `checks.yml` of a pack expects: of all reports, of a layout's, of a body's; read, checked, hashed, used."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from audits import told
from test_rules_command import HEADER, obiettivi

import rules
from extract import extract_report
from extract.audit import fingerprint
from extract.errors import RuleError
from extract.pipeline import rules_digest
from extract.rulebook import Rulebook, load, shipped
from extract.store import Store
from schemas.expectations import BodyExpectations, ChecksFile, Expectations, Range

REPORT = (
    "COMUNE DI ROCCASECCA MARITTIMA\nRelazione sulla performance 2018\n\n"
    "OBIETTIVO N. 1\nATTIVARE LO SPORTELLO ENTRO IL 30/06/2018\nDescrizione\nMancava.\n"
    "Risultati: lo sportello è stato attivato il 4/7/2018.\nValutazione OIV = 100/100\n"
    "OBIETTIVO N. 3\nRIFARE IL SITO\nDescrizione\nEra vecchio.\nBenefici attesi\nMeno code.\n"
)


def own(folder: Path, checks: str, name: str = "attese", header: str = "") -> Path:
    path = folder / name
    path.mkdir(exist_ok=True)
    (path / "pack.yml").write_text(HEADER.format(name) + header, encoding="utf-8")
    (path / "checks.yml").write_text(checks, encoding="utf-8")
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "relazione.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def checks_of(source: Path, rulebook: Rulebook) -> set[str]:
    report = extract_report(source, rulebook)
    return {one.check for objective in report.objectives for one in objective.findings}


def test_without_a_file_nothing_is_asked_for(source: Path) -> None:
    assert {"time.late", "structure.missing-number"} <= checks_of(source, load())
    assert "structure.missing-section" not in checks_of(source, load())


def test_a_body_is_known_by_the_words_of_its_name(tmp_path: Path, source: Path) -> None:
    mine = own(tmp_path, (
        "bodies:\n  - issuer: Roccasecca Marittima\n    grace: 7\n    required: [results, expected_benefits]\n"
        "    switched_off: [structure.missing-number]\n  - issuer: Rocca\n    grace: 0\n"
    ))
    report = extract_report(source, load(mine))
    assert told(report, "time.late") == told(report, "structure.missing-number") == []
    first, second = told(report, "structure.missing-section")
    assert (first.severity, first.message) == ("warning", "Manca quanto richiesto: benefici attesi.")
    assert second.message_en == "Missing, though required: results."


def test_a_pack_that_replaces_the_reports_own_speaks_of_all_reports(tmp_path: Path, source: Path) -> None:
    mine = own(tmp_path, "switched_off: [time.late]\n", name="report", header="uses: [report]\n")
    assert "time.late" not in checks_of(source, load(mine))


def test_checks_made_while_reading_are_switched_off_too(tmp_path: Path) -> None:
    path = tmp_path / "relazione.txt"
    path.write_text("Comune di Prova\nRelazione 2018\nOBIETTIVO N. 6\nOBIETTIVO N. 9 – CARNET\nDescrizione\nTesto.\n",
                    encoding="utf-8")
    assert "structure.stray-heading" in checks_of(path, load())
    mine = own(tmp_path, "bodies:\n  - {issuer: Comune di Prova, switched_off: [structure.stray-heading]}\n")
    assert checks_of(path, load(mine)) == set()


def test_the_nearest_says_it(tmp_path: Path) -> None:
    mine = own(tmp_path, (
        "full_score: 95\nranges: {score: {least: 0, most: 10}}\nbodies:\n  - {issuer: Prova, full_score: 90}\n"
    ), name="narrative", header=(
        "uses: [narrative]\nrecognises: {headings: 1}\n"
    ))
    rulebook = load(mine)
    narrative = next(pack for pack in rulebook.layouts if pack.header.id == "narrative")
    layout = rulebook.expectations(narrative, "Comune di Altro")
    body = rulebook.expectations(narrative, "COMUNE DI PROVA")
    assert (layout.full_score, body.full_score, body.rounding) == (95, 90, 0.5)
    assert layout.ranges["score"] == Range(least=0, most=10)
    assert layout.ranges["weight"] == Range(least=0, most=100)  # of every report
    assert rulebook.expectations(None, None).full_score == 100


def test_what_is_not_said_does_not_undo_what_is() -> None:
    assert Expectations(grace=3).but(Expectations(rounding=1)) == Expectations(grace=3, rounding=1)
    assert Expectations(grace=3).but(Expectations(grace=0)).grace == 0


@pytest.mark.parametrize(
    ("words", "issuer", "speaks"),
    [
        ("Comune di Prova", "COMUNE DI PROVA", True), ("Prova", "Comune di Prova", True),
        ("Comune di Prova", "Comune di Provaglio", False), ("Comune di Prova", None, False),
    ],
)
def test_whose_report_is_meant(words: str, issuer: str | None, speaks: bool) -> None:
    assert BodyExpectations(issuer=words).speaks_of(issuer) is speaks


def test_expectations_are_part_of_the_hash(tmp_path: Path) -> None:
    before = load(own(tmp_path, "grace: 1\n", name="prima"))
    after = load(own(tmp_path, "grace: 2\n", name="dopo"))
    assert len({before.digest, after.digest, load().digest}) == 3


@pytest.mark.parametrize(
    ("checks", "line", "reason", "remedy"),
    [
        ("rounding: 1\nrequird: [results]\n", 2, "unknown key 'requird'", "did you mean 'required'"),
        ("required:\n  - results\n  - resluts\n", 3, "'resluts' is none of its values", "did you mean 'results'"),
        ("\nrounding: tanto\n", 2, "a number is expected, not 'tanto'", "0.5"),
        ("grace: 0.5\n", 1, "a whole number is expected, not 0.5", "write 0"),
        ("full_score: 120\n", 1, "less than or equal to 100", "docs/rule-packs.md"),
        ("ranges:\n  score:\n    least: 5\n    most: 1\n", 2, "least, 5, is above most, 1", "change one"),
        ("ranges:\n  score:\n    last: 5\n", 3, "unknown key 'last'", "did you mean 'least'"),
        ("bodies:\n  - grace: 3\n", 2, "'issuer' is missing", "issuer"),
        ("bodies:\n  - issuer: Prova\n    issuers: [Altra]\n", 3, "unknown key 'issuers'", "did you mean 'issuer'"),
        ("- rounding\n", 1, "keys with values are expected", "docs/rule-packs.md"),
        ("rounding: 'a\n", 2, "while scanning", "mend the YAML"),
    ],
)
def test_faults_name_file_line_and_remedy(tmp_path: Path, checks: str, line: int, reason: str, remedy: str) -> None:
    with pytest.raises(RuleError) as raised:
        load(own(tmp_path, checks))
    error = raised.value
    assert error.subject.endswith(f"attese/checks.yml:{line}")
    assert reason in error.reason or reason == "while scanning"
    assert remedy in error.remedy


def test_rules_check_knows_the_checks_there_are(tmp_path: Path) -> None:
    own(tmp_path, (
        "switched_off:\n  - time.late\n  - time.lat\nbodies:\n  - issuer: Prova\n    switched_off: [structur]\n"
    ))
    checked = obiettivi("rules", "check", "attese", cwd=tmp_path)
    assert checked.returncode == 1
    assert "attese/checks.yml:3: pack attese: no check 'time.lat'" in checked.stdout
    assert "did you mean 'time.late'?" in checked.stdout
    assert "attese/checks.yml:6: pack attese: no check 'structur'" in checked.stdout
    assert checked.stdout.splitlines()[-1] == "attese 1.0.0: 0 rules, 0 examples, 0 rejects: 2 not as they should be"
    own(tmp_path, "switched_off: [time.late]\n")
    assert obiettivi("rules", "check", "attese", cwd=tmp_path).returncode == 0


def test_shipped_files_are_read() -> None:
    rulebook = load()
    university = next(pack for pack in rulebook.layouts if pack.header.id == "university")
    assert rulebook.expectations(university, None).ranges["score"] == Range(least=0, most=3)
    assert isinstance(university.expects, ChecksFile)


def test_what_is_expected_is_the_same_without_loading_rules(tmp_path: Path) -> None:
    mine = own(tmp_path, "grace: 3\nbodies:\n  - issuer: Prova\n    restated: 2\n")
    light, whole = shipped(mine).expected(), load(mine)
    for issuer in ("Comune di Prova", "Comune di Rio", None):
        assert light.of(None, issuer) == whole.expectations(None, issuer)
        for pack in whole.layouts:
            assert light.of(pack.header.id, issuer) == whole.expectations(pack, issuer)
    assert light.of(None, "Comune di Prova").restated == 2


def test_checks_are_part_of_what_a_report_was_read_with(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database whose findings other checks made is made anew."""
    before = rules_digest()
    with Store.open(tmp_path / "prova.duckdb") as store:
        first = store.save(extract_report(source), source)
        again = store.save(extract_report(source), source)
        monkeypatch.setattr("extract.pipeline.checks_digest", lambda: "other checks")
        changed = store.save(extract_report(source), source)
    assert (first.unchanged, again.unchanged, changed.unchanged) == (False, True, False)
    assert before != rules_digest()


def test_the_hash_of_the_checks_is_that_of_their_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, said, copy = Path(fingerprint.__file__).parent, Path(rules.__file__).parent / "sayings", tmp_path / "audit"
    shutil.copytree(real, copy)
    shutil.copytree(said, tmp_path / "rules" / "sayings")
    before = fingerprint.checks_digest()
    copies = {"extract.audit": copy, "rules": tmp_path / "rules"}
    monkeypatch.setattr("extract.audit.fingerprint.resources.files", copies.__getitem__)
    fingerprint.checks_digest.cache_clear()
    assert fingerprint.checks_digest() == before
    changed = copy / "time" / "checks.py"
    changed.write_text(changed.read_text("utf-8") + "\n# changed\n", "utf-8")
    fingerprint.checks_digest.cache_clear()
    assert fingerprint.checks_digest() != before
    monkeypatch.undo()
    fingerprint.checks_digest.cache_clear()
