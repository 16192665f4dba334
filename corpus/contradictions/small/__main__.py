"""`python -m corpus.contradictions.small [NAME...] [--list] [--check ID]`: how many small contradictions are told.

A file is printed as two narrative reports, one with all its wrong objectives and one with all its right ones. An
objective counts as told if an error or a warning of its check is raised on the wrong one; whatever error or warning is
raised on a right one is false. `held` is held back: of it `--list` prints nothing.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from extract import extract_report
from schemas.finding import Finding

HERE = Path(__file__).resolve().parent
HELD_BACK = "held"
_SAID_TWICE = re.compile(r"\[\[(.*?)\|(.*?)\]\]")
_WRONG, _RIGHT = 1, 2
_LABELS = {
    "description": "Descrizione", "benefits": "Benefici attesi", "indicator": "Indicatore", "results": "Risultati",
    "notes": "Note",
}
_HEAD = "Comune di Vallechiara\n\nRELAZIONE SULLA PERFORMANCE ANNO 2019\n\n"
_SCORE = "85/100"  # where none is told: an objective without one, among others, would be a finding of its own

Case = Mapping[str, str]


def main(arguments: list[str]) -> int:
    """Print what is told of each file, or of those named."""
    parser = argparse.ArgumentParser(prog="python -m corpus.contradictions.small")
    every = sorted(one.stem for one in HERE.glob("*.jsonl"))
    parser.add_argument("name", nargs="*", choices=[*every, []], help="files to score; all of them else")
    parser.add_argument("--list", action="store_true", help="each that is missed, and each false alarm")
    parser.add_argument("--check", default="", help="list only those of this check")
    asked = parser.parse_args(arguments)
    for name in asked.name or every:
        _score(name, listed=asked.list and name != HELD_BACK, check=asked.check)
    return 0


def _score(name: str, *, listed: bool, check: str) -> None:
    lines = (HERE / f"{name}.jsonl").read_text("utf-8").splitlines()
    cases = [json.loads(line) for line in lines if line.strip()]
    wrong, right = raised(cases, _WRONG), raised(cases, _RIGHT)
    planted, told = Counter(case["id"] for case in cases), Counter[str]()
    false = 0
    for number, case in enumerate(cases, 1):
        found = any(one.check == case["id"] for one in wrong[number])
        told[case["id"]] += found
        false += len(right[number])
        if listed and case["id"].startswith(check) and (not found or right[number]):
            _print(number, case, right[number])
    for one in sorted(planted):
        print(f"{name:<8}{one:<42}{told[one]:>4} of {planted[one]}")
    print(f"{name:<8}{'all':<42}{told.total():>4} of {planted.total()}; false alarms: {false}")


def raised(cases: Sequence[Case], side: int) -> dict[int, list[Finding]]:
    """The errors and warnings on each objective by its number, from 1; `side` 1: of the wrong ones, 2: of the right."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "relazione.txt"
        printed = (_printed(number, case, side) for number, case in enumerate(cases, 1))
        report.write_text(_HEAD + "".join(printed), "utf-8")
        objectives = extract_report(report).objectives
    found = {one.number: [each for each in one.findings if each.severity != "notice"] for one in objectives}
    return {number: found.get(number, []) for number in range(1, len(cases) + 1)}


def _printed(number: int, case: Case, side: int) -> str:
    def said(key: str) -> str:
        return _SAID_TWICE.sub(lambda found: found[side], case.get(key, ""))

    parts = "".join(f"{label}: {said(key)}\n\n" for key, label in _LABELS.items() if said(key))
    score = said("score") or ("" if case["id"] == "evaluation.no-score" else _SCORE)
    return f"OBIETTIVO N. {number}\n{said('title')}\n\n{parts}" + (f"Valutazione OIV: {score}\n\n" if score else "")


def _print(number: int, case: Case, false: Sequence[Finding]) -> None:
    print(f"--- {number} {case['id']}")
    print("\n".join(f"    {key}: {case[key]}" for key in ("title", *_LABELS, "score") if case.get(key)))
    print("".join(f"    FALSE {one.check}: {one.message}\n" for one in false), end="")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
