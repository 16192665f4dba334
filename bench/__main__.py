"""`python -m bench`: all figures in one run; `make bench` keeps them in bench/README.md."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import click

from bench import audit, ingesting, processes, stages
from bench.pairs import Result, table

PAPER = Path(__file__).parent / "README.md"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"
PARTS: dict[str, Callable[[Path, int], Iterator[Result]]] = {
    "ingesting": ingesting.run, "processes": processes.two_against_one, "memory": processes.memory,
    "starting": processes.starting, "audit": audit.run,
}


@click.command()
@click.option("--rounds", default=5, show_default=True, help="How often each pair is measured.")
@click.option("--only", type=click.Choice([*PARTS, "stages"]), multiple=True, help="Measure only this part.")
@click.option("--write", is_flag=True, help="Keep the figures in bench/README.md.")
def main(rounds: int, only: Sequence[str], write: bool) -> None:
    """Measure obiettivi beside what people would use instead, as ratios."""
    missing = [name for name in ("pdftotext",) if shutil.which(name) is None]
    if missing:
        sys.exit(f"not here: {', '.join(missing)}; on Debian: apt-get install poppler-utils")
    wanted = only or (*PARTS, "stages")
    results: list[Result] = []
    costs: list[tuple[str, str]] = []
    for name, part in PARTS.items():
        if name in wanted:
            with tempfile.TemporaryDirectory() as folder:
                for result in part(Path(folder), rounds):
                    results.append(result)
                    click.echo("  ".join(result.row()))
    if "stages" in wanted:
        with tempfile.TemporaryDirectory() as folder:
            for cost in stages.run(Path(folder), rounds):
                costs.append(cost)
                click.echo("  ".join(cost))
    if write:
        _keep(results, costs, rounds)


def _keep(results: Sequence[Result], costs: Sequence[tuple[str, str]], rounds: int) -> None:
    parts = [_machine(rounds), table(results), "\n".join(("| stage | cost |", "| --- | --- |", *(
        f"| {name} | {figure} |" for name, figure in costs)))]
    before, _, rest = PAPER.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAPER.write_text(before + BEGIN + "\n" + "\n\n".join(parts) + "\n\n" + END + after, encoding="utf-8")


def _machine(rounds: int) -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 30
    programs = ", ".join(f"{name} {version(name)}" for name in ("pypdfium2", "pdfplumber", "spacy", "duckdb"))
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, {memory} GiB; "
        f"Python {platform.python_version()}, {programs}; {rounds} rounds."
    )


if __name__ == "__main__":
    main()
