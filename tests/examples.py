"""The examples in the papers: found, run, and written anew.

`python tests/examples.py` runs every `$ obiettivi` command of the papers and puts what it prints in
place of what stood there; examples with a line of three dots are left alone. Read the difference
before keeping it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "corpus" / "README.md"])
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
ANY = "..."  # a line that stands for any number of lines


class Example(NamedTuple):
    """A command in a paper and the lines shown below it."""

    paper: str
    line: int
    command: str
    output: tuple[str, ...]


def blocks(language: str) -> Iterator[tuple[Path, int, str]]:
    """The fenced blocks of `language` in all papers, with the line each starts on."""
    for paper in PAPERS:
        text = paper.read_text(encoding="utf-8")
        for found in FENCE.finditer(text):
            if found[1] == language:
                yield paper, text.count("\n", 0, found.start()) + 1, found[2]


def examples() -> Iterator[Example]:
    """The `obiettivi` commands of every console block."""
    for paper, line, text in blocks("console"):
        for found in COMMAND.finditer(text):
            if found[1].startswith("obiettivi "):
                yield Example(str(paper.relative_to(ROOT)), line, found[1], tuple(found[2].rstrip("\n").splitlines()))


def newcomers_folder(folder: Path) -> Path:
    """`folder` as a newcomer has it: the corpus, and a database with it."""
    shutil.copytree(ROOT / "corpus", folder / "corpus", ignore=shutil.ignore_patterns("__pycache__"))
    run("obiettivi ingest corpus/reports", folder).check_returncode()
    return folder


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the papers in `folder`; `ingest` begins with a new database, as for a newcomer."""
    runnable = re.sub(r"^obiettivi ", f"{sys.executable} -m extract ", command)
    if command.startswith("obiettivi ingest"):
        (folder / "obiettivi.duckdb").unlink(missing_ok=True)
    own = {"PYTHONUTF8": "1", "OBIETTIVI_DB": "obiettivi.duckdb"}
    return subprocess.run(
        runnable, shell=True, cwd=folder, capture_output=True, text=True, check=False, env=os.environ | own,
    )


def printed(result: subprocess.CompletedProcess[str]) -> list[str]:
    """The lines printed, without blanks at their ends."""
    return [line.rstrip() for line in result.stdout.rstrip("\n").splitlines()]


def fits(expected: tuple[str, ...], lines: list[str]) -> bool:
    """Whether `lines` are the expected ones, a line of three dots standing for any lines."""
    groups = groupby(expected, key=lambda line: line.strip() == ANY)
    pattern = "".join("(?:.*\n)*?" if dots else re.escape("".join(f"{one.rstrip()}\n" for one in group))
                      for dots, group in groups)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in lines)) is not None


def write_anew() -> None:
    """Put what the commands print now into the papers."""
    with tempfile.TemporaryDirectory() as name:
        folder = newcomers_folder(Path(name))

        def answer(found: re.Match[str]) -> str:
            if not found[1].startswith("obiettivi ") or ANY in found[2].split("\n"):
                return found[0]
            result = run(found[1], folder)
            result.check_returncode()
            return "".join(f"{line}\n" for line in (f"$ {found[1]}", *printed(result)))

        for paper in PAPERS:
            text = paper.read_text(encoding="utf-8")
            paper.write_text(FENCE.sub(
                lambda block: COMMAND.sub(answer, block[0]) if block[1] == "console" else block[0], text,
            ), encoding="utf-8")


if __name__ == "__main__":
    write_anew()
