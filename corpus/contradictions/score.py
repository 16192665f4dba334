# ruff: noqa: E501
"""`python -m corpus.contradictions.score [dev|test]... [--list]`: how much of what is planted is found, and how much of what is raised is right.

Single reports are read with `extract.extract_report`; pairs of years go into a temporary database and are asked for with
`obiettivi audit --format json`. How findings are counted is said in README.md. Exits with 1 where recall or precision
is below `LEAST` in a split.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from corpus.contradictions.matching import at, covered, speaks_of
from corpus.contradictions.said import HERE, Finding, said_of

SPLITS = ("dev", "test")
LEAST = 0.95
RAISED = ("error", "warning")
SEVERITIES = (*RAISED, "notice")


@dataclass
class Tally:
    """Counts of a split."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    raised: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    confirmed: Counter[str] = field(default_factory=Counter)
    expected: Counter[str] = field(default_factory=Counter)
    twins: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, Counter[str]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)


def main(arguments: list[str]) -> int:
    """Score the splits asked for, or both."""
    parser = argparse.ArgumentParser(
        prog="python -m corpus.contradictions.score", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("split", nargs="*", choices=[*SPLITS, []], help="dev, test or both")
    parser.add_argument("--list", action="store_true", help="each miss and each false alarm of dev")
    parser.add_argument(
        "--reveal", action="store_true", help="with --list, those of test too: then it is held back no more"
    )
    asked = parser.parse_args(arguments)
    worst = 1.0
    for split in asked.split or SPLITS:
        tally = score(split)
        recall, precision = _print(split, tally)
        worst = min(worst, recall, precision)
        if asked.list and (split != "test" or asked.reveal):
            sys.stdout.write("\n".join(tally.lines) + "\n")
    return 0 if worst >= LEAST else 1


def score(split: str) -> Tally:
    """Read every report of a split and compare."""
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((HERE / split).glob("*.audit.json"))]
    tally = Tally()
    with ProcessPoolExecutor(2) as pool:
        for gold, (findings, trouble) in zip(golds, pool.map(said_of, [split] * len(golds), golds), strict=True):
            name = gold.get("file") or " + ".join(gold["files"])
            if trouble:
                tally.lines.append(f"{name}: {trouble}")
                sys.stderr.write(f"{split if split == 'test' else name}: {trouble}\n")
            _compare(tally, name, gold, findings)
    return tally


def _compare(tally: Tally, name: str, gold: Mapping[str, Any], findings: list[Finding]) -> None:
    """Count one report, or pair."""
    layout, entries = gold["layout"], [*gold["findings"], *gold["notices"]]
    for entry in entries:
        if entry.get("planted"):
            _count_planted(tally, name, layout, entry, findings)
    for entry in gold["confirmations"]:
        tally.expected[entry["check"]] += 1
        same = (one for one in findings if one.severity not in SEVERITIES and one.check == entry["check"])
        held = any(at(entry, one) and covered(entry, one) for one in same)
        tally.confirmed[entry["check"]] += held
        if not held:
            title = (entry["objective"] or {}).get("title", "report")
            tally.lines.append(f"{name}: NOT HELD {entry['check']} at {title[:50]}: {' | '.join(entry['quotes'])}")
    twin = gold["variant"] in ("twin", "clean")
    tally.seen["twins"] += twin
    for one in findings:
        if one.severity not in RAISED:
            continue
        right = any(speaks_of(entry, one) for entry in entries)
        for key in (one.check, f"layout {layout}"):
            tally.raised[key] += 1
            tally.right[key] += right
        if not right:
            tally.twins[one.check] += twin
            tally.lines.append(f"{name}: FALSE {one}")


def _count_planted(tally: Tally, name: str, layout: str, entry: Mapping[str, Any], findings: list[Finding]) -> None:
    """Whether one planted contradiction was found, and if not, why not."""
    there = [one for one in findings if one.check == entry["check"] and at(entry, one)]
    shown = [one for one in there if covered(entry, one)]
    found = any(one.severity in entry["severity"] for one in shown)
    for key in (entry["check"], f"layout {layout}"):
        tally.planted[key] += 1
        tally.found[key] += found
    if not found:
        why = "not raised"
        if shown:
            why = f"raised as {shown[0].severity}"
        elif there:
            why = "evidence does not show it"
        elif any(one.check in entry.get("also", ()) and at(entry, one) for one in findings):
            why = "raised under another id only"
        tally.seen[why] += 1
        tally.reasons.setdefault(why, Counter())[entry["check"]] += 1
        where = (entry["objective"] or {}).get("title", "report")
        tally.lines.append(f"{name}: MISS {entry['check']} at {str(where)[:50]} ({why}): {' | '.join(entry['quotes'])}")


def _print(split: str, tally: Tally) -> tuple[float, float]:
    """The tables; recall and precision of all."""
    names = sorted({*tally.planted, *tally.raised, *tally.expected})
    sys.stdout.write(f"\n{split}\n{'':44}planted  found   raised  right   twins  held\n")
    checks = [name for name in names if not name.startswith("layout ")]
    for group in (checks, [name for name in names if name not in checks]):
        sys.stdout.write("".join(_row(tally, name) for name in group) + "\n")
    planted, found, raised, right, twins, confirmed, expected = (
        sum(counts[name] for name in checks)
        for counts in (
            tally.planted,
            tally.found,
            tally.raised,
            tally.right,
            tally.twins,
            tally.confirmed,
            tally.expected,
        )
    )
    recall = found / planted if planted else 1.0
    precision = right / raised if raised else 1.0
    sys.stdout.write(
        f"recall {recall:.3f} ({found} of {planted} planted)\n"
        f"precision {precision:.3f} ({right} right of {raised} errors and warnings)\n"
        f"{twins} false errors and warnings in {tally.seen['twins']} reports and pairs in which nothing is wrong\n"
        f"confirmations: {confirmed} of {expected} expected\n"
    )
    for why, count in sorted(tally.seen.items()):
        if why != "twins":
            checks = ", ".join(f"{name} {many}" for name, many in sorted(tally.reasons[why].items()))
            sys.stdout.write(f"missed, {why}: {count} ({checks})\n")
    return recall, precision


def _row(tally: Tally, name: str) -> str:
    """The counts of one check or layout."""
    held = f"{tally.confirmed[name]}/{tally.expected[name]}" if tally.expected[name] else ""
    counts = (tally.planted[name], tally.found[name], tally.raised[name], tally.right[name], tally.twins[name])
    return f"{name:44}" + "".join(f"{count:7d} " for count in counts) + f" {held}\n"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
