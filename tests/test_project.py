"""The project keeps its own promises: locks, start-up, the import contract, nothing of one machine in its files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from hand_report import CORPUS
from ruamel.yaml import YAML

from extract.doctor.packages import requirements as asked_for

ROOT = CORPUS.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NAME = re.compile(r"^([A-Za-z0-9._-]+)")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def requirements(lock: str) -> dict[str, str]:
    """The entries of a lock by package: everything up to the next package."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[A-Za-z0-9])", text.strip())
    return {normal(entry.partition("==")[0]): entry for entry in entries}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_version_and_hashes_and_no_address(lock: str) -> None:
    entries = requirements(lock)
    assert len(entries) > 20
    pinned = re.compile(r"==\S+.*\n?\s+--hash=sha256:[0-9a-f]{64}")
    assert [name for name, entry in entries.items() if not pinned.search(entry)] == []
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r"https?:|://|--index-url|--extra-index|--find-links|@ file", text) == []


def test_what_the_project_asks_for_is_a_range_and_is_locked() -> None:
    project = PYPROJECT["project"]
    locked = requirements("requirements-dev.lock")
    extras = project["optional-dependencies"]
    wanted = (extras[name] for name in ("dev", "build", "ocr", "cluster"))
    for requirement in (*project["dependencies"], *chain.from_iterable(wanted)):
        found = NAME.match(requirement)
        assert found
        assert ">=" in requirement
        assert "==" not in requirement
        assert normal(found[1]) in locked


def test_the_runtime_lock_is_part_of_the_development_lock() -> None:
    runtime, dev = (requirements(lock) for lock in LOCKS)
    assert {name for name in runtime if runtime[name] != dev.get(name)} == set()


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
@pytest.mark.parametrize(("user", "programs", "asked", "told"), [
    ("0", {"tesseract": "echo ita"}, "", ""),
    ("0", {"tesseract": "echo eng", "apt-get": 'echo "$@" >> asked'}, "install", "installing Tesseract"),
    ("0", {"apt-get": 'echo "$@" >> asked; exit 100'}, "update", "Tesseract with Italian is missing"),
    ("1000", {"apt-get": 'echo "$@" >> asked'}, "", "Tesseract with Italian is missing"),
    ("0", {}, "", "To have it: apt-get install tesseract-ocr tesseract-ocr-ita"),
])
def test_make_installs_tesseract_where_it_may_and_goes_on_where_it_may_not(
    tmp_path: Path, user: str, programs: dict[str, str], asked: str, told: str
) -> None:
    for name, script in {**programs, "id": f"echo {user}"}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    for name in ("make", "sh", "grep"):
        (tmp_path / name).symlink_to(str(shutil.which(name)))
    done = subprocess.run(
        ["make", "-f", str(ROOT / "Makefile"), "tesseract"], cwd=tmp_path, env={"PATH": str(tmp_path)},
        capture_output=True, text=True, check=False,
    )
    assert done.returncode == 0, done.stderr
    assert told in done.stdout
    assert bool(told) == bool(done.stdout)
    asked_for = (tmp_path / "asked").read_text() if (tmp_path / "asked").exists() else ""
    assert asked in asked_for
    assert ("tesseract-ocr-ita" in asked_for) == bool(asked)


def tracked() -> list[Path]:
    """The files of the project: tracked and new ones, without what is ignored; all files where git is not at hand."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True,
            check=True,
        ).stdout.splitlines()
        return [ROOT / name for name in listed if (ROOT / name).is_file()]
    hidden = {".venv", "demo", "dist", "__pycache__"}
    return [path for path in ROOT.rglob("*") if path.is_file() and not hidden & set(path.parts)]


def test_no_file_names_a_folder_of_one_machine_or_a_registry() -> None:
    machine = re.compile(r"/(?:home|Users|root|work|tmp)/\w+|pypi\.org|pythonhosted")
    found = {}
    for path in tracked():
        if path.suffix in (".pdf", ".lock") or path == Path(__file__):
            continue
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            if machine.search(line):
                found[str(path.relative_to(ROOT))] = line.strip()
    assert found == {}


def imported_by(statement: str) -> set[str]:
    """The top-level modules loaded after `statement` in a fresh interpreter."""
    code = f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(result.stdout.split())


@pytest.mark.parametrize(
    "module", ["extract", "extract.cli", "extract.read", "extract.store", "extract.show", "schemas.report"],
)
def test_importing_does_not_import_spacy(module: str) -> None:
    assert "spacy" not in imported_by(f"import {module}")


def test_doctor_names_what_to_install_as_the_project_asks_for_it() -> None:
    asked = {one.wanted for one in asked_for() if one.extra == "cluster"}
    assert asked == set(PYPROJECT["project"]["optional-dependencies"]["cluster"])


@pytest.mark.parametrize("heavy", [
    "spacy", "duckdb", "pydantic", "pdfplumber", "pypdfium2", "rich", "rapidfuzz", "distributed", "fsspec",
])
def test_the_command_line_starts_without_what_it_does_not_need(heavy: str) -> None:
    assert heavy not in imported_by("import extract.cli")


def dry_run(target: str) -> str:
    make = shutil.which("make")
    if make is None:
        pytest.skip("make is not at hand")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        [make, "-n", "--always-make", target], cwd=ROOT, capture_output=True, text=True, check=True, env=plain,
    ).stdout


def test_make_test_lints_types_holds_the_house_tests_and_checks_the_scores() -> None:
    commands = dry_run("test")
    for step in ("ruff check", "mypy", "lint-imports", "pytest", "evaluate --check"):
        assert step in commands


@pytest.mark.parametrize("target", ["test", "demo"])
def test_each_newcomers_target_sets_up_what_it_needs_with_hashes(target: str) -> None:
    commands = dry_run(target)
    assert "-m venv .venv" in commands
    assert all("--require-hashes" in line for line in commands.splitlines() if "-r requirements" in line)


def test_the_import_contract_covers_the_house() -> None:
    contracts = PYPROJECT["tool"]["importlinter"]["contracts"]
    layers = next(one for one in contracts if one["type"] == "layers")["layers"]
    listed = {name for layer in layers for name in re.split(r"\s*\|\s*", layer)}
    assert {"extract.cli", "extract.pipeline", "extract.read", "schemas"} <= listed


def test_ci_runs_what_the_readme_names() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    text = script.read_text(encoding="utf-8")
    assert "set -euo pipefail" in text
    assert "make test" in text
    assert not re.search(r"pip install|apt", text)


def test_publiccode_has_what_the_standard_demands_and_names_nobody() -> None:
    card = YAML(typ="safe", pure=True).load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert card["publiccodeYmlVersion"] == "0.4"
    demanded = (
        "name", "url", "platforms", "categories", "developmentStatus", "softwareType", "description", "legal",
        "maintenance", "localisation",
    )
    assert [key for key in demanded if key not in card] == []
    assert card["legal"]["license"] == PYPROJECT["project"]["license"]
    for description in card["description"].values():
        assert 0 < len(description["shortDescription"]) <= 150
        assert 150 <= len(description["longDescription"]) <= 10_000
        assert description["features"]
    assert card["maintenance"] == {"type": "none"}
    assert isinstance(card["localisation"]["localisationReady"], bool)


def test_the_changelog_has_a_place_for_what_comes() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\]", text, re.MULTILINE)
    assert headings[0] == "Unreleased"
    changes = set(re.findall(r"^### (\w+)", text, re.MULTILINE))
    assert changes <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
