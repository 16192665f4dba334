"""`obiettivi evaluate`: how well the corpus is read, and whether that fell."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from extract.evaluate import Corpus, Scores

EPILOG = """\b
Examples:
  obiettivi evaluate
  obiettivi evaluate --check
  obiettivi evaluate --baseline before.jsonl

\b
An earlier run to compare with is its scores.json or what it printed:
  obiettivi extract corpus/reports/* > before.jsonl

Exit code 1: a score fell (--check), or the corpus cannot be read.
"""


@click.command("evaluate", epilog=EPILOG)
@click.option(
    "--corpus", "folder", type=click.Path(path_type=Path), metavar="DIR",
    help="Folder that holds manifest.csv.  [default: corpus, or the current folder]",
)
@click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="FILE",
    help="Earlier scores, or the output of an earlier `extract`: list the values gained, lost and changed.",
)
@click.option("--check", is_flag=True, help="Exit with 1 where a score is below the kept scores.json; writes nothing.")
@click.option("--write", "keep", is_flag=True, help="Keep the scores in scores.json of the corpus.")
def command(folder: Path | None, baseline: Path | None, check: bool, keep: bool) -> None:
    """Read the corpus and compare every value with what a person found.

    Prints precision, recall and F1 for each report and kind of value, and lists what was
    missed and invented. How it counts is told in docs/evaluation.md.
    """
    from extract import evaluate

    if check and keep:
        raise click.UsageError("--check compares with the kept scores, --write replaces them: give one of the two")
    corpus = evaluate.find_corpus(folder, Path.cwd())
    kept = evaluate.load_scores(corpus.folder / evaluate.SCORES) if check else None
    scores = evaluate.score(corpus, _read)
    for line in evaluate.score_lines(scores):
        click.echo(line)
    if baseline is not None:
        _compare(baseline, corpus, scores)
    if kept is not None:
        _refuse_falls(scores, kept)
    if keep:
        evaluate.write(scores, corpus.folder / evaluate.SCORES)
        click.echo(f"kept in {corpus.folder / evaluate.SCORES}")


def _read(path: Path) -> Mapping[str, object]:
    from extract.pipeline import extract_report

    return extract_report(path).model_dump(mode="json")


def _compare(baseline: Path, corpus: Corpus, scores: Scores) -> None:
    from extract import evaluate

    click.echo(f"\nsince {baseline}")
    moved = evaluate.moves(evaluate.load_baseline(baseline, corpus), evaluate.dump(scores))
    for line in evaluate.move_lines(moved):
        click.echo(line)


def _refuse_falls(scores: Scores, kept: Mapping[str, object]) -> None:
    from extract import evaluate

    fallen = evaluate.falls(scores, kept)
    if fallen:
        click.echo("\nbelow the kept scores:", err=True)
        for line in fallen:
            click.echo(f"  {line}", err=True)
        raise click.exceptions.Exit(1)
    click.echo("\nno score is below the kept ones")
