"""The examples in the papers: found, run, and written anew.

`python tests/examples.py` runs every `$ obiettivi` command of the papers and puts what it prints in
place of what stood there; examples with a line of three dots are left alone. Read the difference
before keeping it.

A paper that shows files is a walk-through: a block below a line that names a file, as in "`mine/pack.yml`
says:", is that file, and what follows is run in a folder of its own in which it stands so.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "corpus" / "README.md"])
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
NAMED = re.compile(r"`([\w.-]+(?:/[\w.-]+)*\.(?:yml|txt))`[^`]*:\n\n$")
ANY = "..."  # a line that stands for any number of lines


class File(NamedTuple):
    """A file that a paper shows."""

    path: str
    text: str

    def write(self, folder: Path) -> None:
        """Put it into `folder` as the paper has it."""
        (folder / self.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / self.path).write_text(self.text, encoding="utf-8")


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
    """The `obiettivi` commands of every console block, walk-throughs apart."""
    for paper in PAPERS:
        if not is_walk(paper):
            yield from (step for step in steps(paper) if isinstance(step, Example))


def steps(paper: Path) -> Iterator[File | Example]:
    """The files that a paper shows and its `obiettivi` commands, in order."""
    text = paper.read_text(encoding="utf-8")
    for block in FENCE.finditer(text):
        if file := file_of(block):
            yield file
        elif block[1] == "console":
            line = text.count("\n", 0, block.start()) + 1
            for found in COMMAND.finditer(block[2]):
                if found[1].startswith("obiettivi "):
                    shown = tuple(found[2].rstrip("\n").splitlines())
                    yield Example(str(paper.relative_to(ROOT)), line, found[1], shown)


def is_walk(paper: Path) -> bool:
    """Whether a paper shows files for its commands."""
    return any(file_of(block) for block in FENCE.finditer(paper.read_text(encoding="utf-8")))


def file_of(block: re.Match[str]) -> File | None:
    """The file that a fenced block is, if the line above names one."""
    named = NAMED.search(block.string[: block.start()])
    return File(named[1], block[2]) if named else None


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

        for paper in PAPERS:
            own = folder / paper.stem if is_walk(paper) else folder
            own.mkdir(exist_ok=True)
            text = paper.read_text(encoding="utf-8")
            paper.write_text(FENCE.sub(partial(_block_anew, folder=own), text), encoding="utf-8")


def _block_anew(block: re.Match[str], folder: Path) -> str:
    if file := file_of(block):
        file.write(folder)
    return COMMAND.sub(partial(_answered, folder=folder), block[0]) if block[1] == "console" else block[0]


def _answered(found: re.Match[str], folder: Path) -> str:
    if not found[1].startswith("obiettivi "):
        return found[0]
    result = run(found[1], folder)  # even where its output is not kept: what follows may need it
    if ANY in found[2].split("\n"):
        return found[0]
    if " check " not in found[1]:  # an answer, though its exit code is 1
        result.check_returncode()
    return "".join(f"{line}\n" for line in (f"$ {found[1]}", *printed(result)))


if __name__ == "__main__":
    write_anew()
