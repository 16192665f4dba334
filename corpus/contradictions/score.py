# ruff: noqa: E501
"""`python -m corpus.contradictions.score [dev|test]... [--list]`: how much of what is planted is found, and how much of what is raised is right.

Single reports are read with `extract.extract_report`; pairs of years go into a temporary database and are asked for with
`obiettivi audit --format json`. How findings are counted is said in README.md. Exits with 1 where recall or precision
is below `LEAST` in a split.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

HERE = Path(__file__).resolve().parent
SPLITS = ("dev", "test")
LEAST = 0.95
RAISED = ("error", "warning")
SEVERITIES = (*RAISED, "notice")


@dataclass(frozen=True)
class Finding:
    """What the tool said."""

    check: str
    severity: str
    number: int | None
    title: str | None
    quotes: tuple[str, ...]
    message: str = ""

    def __str__(self) -> str:
        where = "report" if self.number is None and not self.title else f"{self.number} {(self.title or '')[:40]}"
        return f"{self.check} [{self.severity}] at {where}: {' | '.join(self.quotes)[:120]}"


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
        for gold, (findings, trouble) in zip(golds, pool.map(_read, [split] * len(golds), golds), strict=True):
            name = gold.get("file") or " + ".join(gold["files"])
            if trouble:
                tally.lines.append(f"{name}: {trouble}")
                sys.stderr.write(f"{split if split == 'test' else name}: {trouble}\n")
            _compare(tally, name, gold, findings)
    return tally


def _read(split: str, gold: Mapping[str, Any]) -> tuple[list[Finding], str]:
    """The findings of a report, or of a pair; and what went wrong."""
    try:
        if "files" in gold:
            return _years([HERE / split / name for name in gold["files"]])
        return _single(HERE / split / gold["file"]), ""
    except Exception as error:  # noqa: BLE001 - one report that cannot be read must not hide the others
        return [], f"{type(error).__name__}: {str(error)[:200]}"


def _single(path: Path) -> list[Finding]:
    """What the public API says of one file."""
    from extract import extract_report

    # Plain data from here on: findings and whatever stands beside them are read in the same way as the program's JSON.
    read = extract_report(path)
    data = read.model_dump(mode="json") if hasattr(read, "model_dump") else json.loads(json.dumps(read, default=vars))
    found = list(_walk(data.get("report", {}), None, None))
    for objective in data.get("objectives", ()):
        number, title = objective.get("number"), objective.get("title")
        kept = {key: objective[key] for key in ("findings", "confirmations", "verdicts") if key in objective}
        found += _walk(kept, number, title)
    return found


def _years(paths: list[Path]) -> tuple[list[Finding], str]:
    """What `obiettivi audit` says of two years together."""
    program = str(Path(sys.executable).with_name("obiettivi"))
    with TemporaryDirectory(prefix="contradictions-") as folder:
        base = f"{folder}/pair.duckdb"
        read = subprocess.run(
            [program, "ingest", *map(str, paths), "--db", base], capture_output=True, text=True, check=False
        )
        if read.returncode:
            return [], f"ingest exits with {read.returncode}: {read.stderr.strip()[-200:]}"
        asked = [program, "audit", "--confirmed", "--format", "json", "--db", base]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
    data = _parsed(done.stdout)
    if data is None:
        return [], f"audit exits with {done.returncode} and prints no JSON: {done.stderr.strip()[-200:]}"
    return [one for one in _walk(data, None, None) if one.check.startswith("years.")], ""


def _parsed(text: str) -> Any:
    """One JSON value, or one per line."""
    try:
        return json.loads(text)
    except ValueError:
        try:
            return [json.loads(line) for line in text.splitlines() if line.strip()] or None
        except ValueError:
            return None


def _walk(value: Any, number: int | None, title: str | None) -> Iterator[Finding]:
    """Every mapping that names a check, with the objective it stands in or names."""
    if isinstance(value, list):
        for one in value:
            yield from _walk(one, number, title)
    if not isinstance(value, Mapping):
        return
    number, title = _where(value, number, title)
    if "check" in value and "message" in value:  # a confirmation is a verdict without a severity
        severity = str(value.get("severity") or value.get("verdict") or "held").lower()
        if value.get("verdict") in ("held", "confirmed", "holds") or value.get("held") is True:
            severity = "held"
        quotes = tuple(_quotes(value.get("evidence") or value.get("quotes") or ()))
        yield Finding(str(value["check"]), severity, number, title, quotes, str(value.get("message", "")))
        return
    for key, one in value.items():
        if key not in ("evidence", "sections"):
            yield from _walk(one, number, title)


def _where(value: Mapping[str, Any], number: int | None, title: str | None) -> tuple[int | None, str | None]:
    """The objective that a mapping names, or the one around it."""
    inner = value.get("objective")
    if isinstance(inner, Mapping):
        return _where({**inner, "objective_title": inner.get("title")}, number, title)
    for key in ("objective_number", "number", "objective"):
        if isinstance(value.get(key), int | str) and str(value[key]).isdigit():
            number = int(value[key])
            break
    titles = [value.get("objective_title"), inner, value.get("title") if {"check", "findings"} & set(value) else None]
    named = (one for one in titles if isinstance(one, str) and not one.isdigit())
    title = next(named, title)
    return number, title


def _quotes(value: Any) -> Iterator[str]:
    """The quotes in evidence of any shape."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        if "quote" in value:
            yield str(value["quote"])
        else:
            for one in value.values():
                yield from _quotes(one)
    elif isinstance(value, Iterable):
        for one in value:
            yield from _quotes(one)


def _compare(tally: Tally, name: str, gold: Mapping[str, Any], findings: list[Finding]) -> None:
    """Count one report, or pair."""
    layout, entries = gold["layout"], [*gold["findings"], *gold["notices"]]
    for entry in entries:
        if entry.get("planted"):
            _count_planted(tally, name, layout, entry, findings)
    for entry in gold["confirmations"]:
        tally.expected[entry["check"]] += 1
        same = (one for one in findings if one.severity not in SEVERITIES and one.check == entry["check"])
        held = any(_at(entry, one) and _covered(entry, one) for one in same)
        tally.confirmed[entry["check"]] += held
        if not held:
            title = (entry["objective"] or {}).get("title", "report")
            tally.lines.append(f"{name}: NOT HELD {entry['check']} at {title[:50]}: {' | '.join(entry['quotes'])}")
    twin = gold["variant"] in ("twin", "clean")
    tally.seen["twins"] += twin
    for one in findings:
        if one.severity not in RAISED:
            continue
        right = any(_speaks_of(entry, one) for entry in entries)
        for key in (one.check, f"layout {layout}"):
            tally.raised[key] += 1
            tally.right[key] += right
        if not right:
            tally.twins[one.check] += twin
            tally.lines.append(f"{name}: FALSE {one}")


def _count_planted(tally: Tally, name: str, layout: str, entry: Mapping[str, Any], findings: list[Finding]) -> None:
    """Whether one planted contradiction was found, and if not, why not."""
    there = [one for one in findings if one.check == entry["check"] and _at(entry, one)]
    covered = [one for one in there if _covered(entry, one)]
    found = any(one.severity in entry["severity"] for one in covered)
    for key in (entry["check"], f"layout {layout}"):
        tally.planted[key] += 1
        tally.found[key] += found
    if not found:
        why = "not raised"
        if covered:
            why = f"raised as {covered[0].severity}"
        elif there:
            why = "evidence does not show it"
        elif any(one.check in entry.get("also", ()) and _at(entry, one) for one in findings):
            why = "raised under another id only"
        tally.seen[why] += 1
        tally.reasons.setdefault(why, Counter())[entry["check"]] += 1
        where = (entry["objective"] or {}).get("title", "report")
        tally.lines.append(f"{name}: MISS {entry['check']} at {str(where)[:50]} ({why}): {' | '.join(entry['quotes'])}")


def _speaks_of(entry: Mapping[str, Any], one: Finding) -> bool:
    """Whether a finding is about this entry of the gold, and of a severity that is right for it."""
    if not _at(entry, one):
        return False
    if one.check in entry.get("also", ()):
        return True
    return one.check == entry["check"] and one.severity in entry["severity"] and _covered(entry, one, partly=True)


def _at(entry: Mapping[str, Any], one: Finding) -> bool:
    """Whether a finding stands at the objective of the entry."""
    where = entry["objective"]
    if where is None or entry.get("anywhere"):
        return True
    if one.number is None and not one.title:
        return _covered(entry, one)
    if one.title and where["title"]:
        mine, theirs = _plain(where["title"]), _plain(one.title)
        if theirs.startswith(mine) or mine.startswith(theirs) or mine in theirs:
            return True
        if SequenceMatcher(None, mine, theirs).ratio() > 0.8:
            return True
    return where["number"] is not None and where["number"] == one.number


def _covered(entry: Mapping[str, Any], one: Finding, *, partly: bool = False) -> bool:
    """Whether the evidence shows all quotes of the entry; or, partly, two of them (or the only one)."""
    shown = [_plain(quote) for quote in one.quotes]
    hits = sum(any(_shows(shown, either) for either in quote.split("||")) for quote in entry["quotes"])
    needed = min(2, len(entry["quotes"])) if partly else len(entry["quotes"])
    return hits >= needed


def _shows(shown: list[str], quote: str) -> bool:
    """Whether a quote is in the evidence: its words, or each of its numbers."""
    plain = _plain(quote)
    if any(plain in one for one in shown if not plain[:1].isdigit() and not plain[-1:].isdigit()):
        return True
    numbers = re.findall(r"\d+(?:[.,:/]\d+)*", plain)
    return bool(numbers) and all(any(_has(one, number) or _scored(one, number) for one in shown) for number in numbers)


def _scored(text: str, number: str) -> bool:
    """Whether a score (`95/100`) is shown by its value alone."""
    parts = number.split("/")
    return len(parts) == 2 and _has(text, parts[0])


def _has(text: str, number: str) -> bool:
    """Whether a number stands in a text, not as a part of another."""
    return re.search(rf"(?<!\d)(?<!\d[.,]){re.escape(number)}(?!\d)(?![.,]\d)", text) is not None


def _plain(text: str) -> str:
    """Letters and figures without what printing does to them."""
    text = text.replace("’", "'").replace("`", "'").replace("–", "-").casefold()
    return " ".join(text.split())


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
