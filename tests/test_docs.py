"""What the papers show is what the program does: every `$ obiettivi` example is run and compared."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from examples import PAPERS, ROOT, Example, blocks, examples, fits, newcomers_folder, printed, run

from extract.isolation.ending import Kind

LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
EXAMPLES = list(examples())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return newcomers_folder(tmp_path_factory.mktemp("newcomer"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.paper}:{one.line} {one.command[:40]}")
def test_what_a_paper_shows_is_what_is_printed(example: Example, folder: Path) -> None:
    result = run(example.command, folder)
    assert result.returncode == 0, result.stderr
    assert fits(example.output, printed(result)), f"make examples writes it anew\n{result.stdout}"


def test_the_readme_shows_reading_asking_and_an_objective() -> None:
    shown = [one.command.split()[1] for one in EXAMPLES if one.paper == "README.md" and len(one.output) > 1]
    assert {"ingest", "query", "show"} <= set(shown)


@pytest.mark.parametrize(("paper", "line", "code"), [
    pytest.param(*block, id=f"{block[0].name}:{block[1]}") for block in blocks("python")
])
def test_the_python_of_the_papers_runs(paper: Path, line: int, code: str, folder: Path) -> None:
    result = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, f"{paper.name}:{line}\n{result.stderr}"


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{paper.parent.name}/{paper.name}")
def test_links_between_papers_lead_somewhere(paper: Path) -> None:
    missing = [link for link in LINK.findall(paper.read_text(encoding="utf-8")) if not (paper.parent / link).exists()]
    assert missing == []


def test_every_kind_of_failure_and_every_default_is_explained() -> None:
    text = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
    explained = {kind for row in rows for kind in re.findall(r"`(\w+)`", row)}
    code = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "extract").rglob("*.py"))
    errors = re.findall(r'Error\((?:(?!kind=).){0,400}kind="(\w+)"', code, re.DOTALL)
    assert len(errors) > 15
    raised = {*errors, *get_args(Kind)} - {"fault"}
    assert explained >= raised
    help_text = " ".join(run("obiettivi ingest --help", ROOT).stdout.split())
    defaults = re.findall(r"^\| `(--[\w-]+ [A-Z]+)` \| (.+?) \|", text, re.MULTILINE)
    assert len(defaults) == 4
    for option, default in defaults:
        told = help_text.partition(option)[2].partition("[default: ")[2]
        assert default in told.partition("]")[0], option


@pytest.mark.parametrize(
    ("expected", "lines", "same"),
    [
        (("a", "b"), ["a", "b"], True),
        (("a", "..."), ["a", "b", "c"], True),
        (("a", "...", "c"), ["a", "c"], True),
        (("...",), [], True),
        (("a",), ["a", "b"], False),
        (("a", "...", "d"), ["a", "b", "c"], False),
        (("a.",), ["ab"], False),
    ],
)
def test_only_three_dots_stand_for_other_lines(expected: tuple[str, ...], lines: list[str], same: bool) -> None:
    assert fits(expected, lines) is same


def test_the_house_in_the_papers_is_the_house_that_stands() -> None:
    text = next(paper for paper in PAPERS if paper.name == "architecture.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    named = [name for row in rows for name in re.findall(r"`([^`]+)`", row)]
    assert len(named) > 10
    missing = [name for name in named if not any((ROOT / room / name).exists() for room in ("", "extract"))]
    assert missing == []
    packages = {path.parent.name for path in (ROOT / "extract").glob("*/__init__.py")}
    assert {name.rstrip("/").split("/")[-1] for name in named} >= packages
