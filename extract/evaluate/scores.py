"""Scores: counts and values that are wrong, per report, in a file that is kept and compared."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from extract.errors import ObiettiviError
from extract.evaluate.comparison import Comparison, Count, Wrong, compare
from extract.evaluate.corpus import Corpus
from extract.evaluate.gold import Item, load_gold

DIGITS = 4
SCORES = "scores.json"


class ScoresError(ObiettiviError):
    """A file of scores that is missing or is not one."""


@dataclass(frozen=True, slots=True)
class ReportScores:
    """What one report scored; `origin` is real or synthetic, `split`, `layout` and `gold` are as in the manifest."""

    file: str
    origin: str
    split: str
    layout: str
    gold: str
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Scores:
    """What the corpus scored, in the order of the manifest."""

    reports: tuple[ReportScores, ...]

    def totals(self) -> dict[str, Count]:
        """Micro counts over all, by origin (real or synthetic), by split and by layout."""
        groups: tuple[Callable[[ReportScores], str], ...] = (
            lambda one: "all", lambda one: one.origin, lambda one: f"split {one.split}",
            lambda one: f"layout {one.layout}",
        )
        totals: dict[str, Count] = {}
        for name_of in groups:
            for report in self.reports:
                name = name_of(report)
                totals[name] = totals.get(name, Count()) + report.comparison.micro
        return totals

    def kinds(self) -> dict[str, dict[str, Count]]:
        """Counts over all reports by kind of value and origin; the last kind, `all kinds`, is their sum."""
        kinds: dict[str, dict[str, Count]] = {}
        for report in self.reports:
            for kind, count in report.comparison.counts.items():
                by_origin = kinds.setdefault(kind, {})
                by_origin[report.origin] = by_origin.get(report.origin, Count()) + count
        every = {
            origin: sum((one.get(origin, Count()) for one in kinds.values()), Count())
            for origin in dict.fromkeys(report.origin for report in self.reports)
        }
        return {**kinds, "all kinds": every}


def score(corpus: Corpus, read: Callable[[Path], Item | None]) -> Scores:
    """Every report with gold that `read` gives values for; None leaves a report out.

    Raises CorpusError and GoldError, and ScoresError where nothing was compared.
    """
    reports = []
    for entry in corpus.with_gold():
        values = read(corpus.verified(entry))
        if values is not None:
            gold = str(entry.gold)
            comparison = compare(load_gold(corpus.folder / gold), values)
            reports.append(ReportScores(entry.file, entry.kind, entry.split, entry.layout, gold, comparison))
    if not reports:
        raise ScoresError(str(corpus.folder), "no report with gold was read", "name gold files in the manifest")
    return Scores(tuple(reports))


def dump(scores: Scores) -> dict[str, object]:
    """`scores` as JSON values, shares rounded to four digits."""
    return {
        "totals": {name: _rounded(count) for name, count in scores.totals().items()},
        "reports": {report.file: _dump_report(report) for report in scores.reports},
    }


def write(scores: Scores, path: Path) -> None:
    """Write `scores` to `path`, the same bytes for the same scores."""
    path.write_text(json.dumps(dump(scores), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def load_scores(path: Path) -> Item:
    """The scores in `path` as JSON values. Raises ScoresError."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ScoresError(str(path), "no scores here", "write them with obiettivi evaluate --write") from error
    except (OSError, ValueError) as error:
        raise ScoresError(str(path), f"not readable as JSON ({error})", "restore the file") from error
    if not is_scores(raw):
        raise ScoresError(str(path), "not a file of scores", "write one with obiettivi evaluate --write")
    return dict(raw)


def is_scores(raw: object) -> bool:
    """Whether parsed JSON has the shape that `write` gives it."""
    return isinstance(raw, Mapping) and isinstance(raw.get("reports"), Mapping) and "totals" in raw


def falls(scores: Scores, kept: Item) -> list[str]:
    """One line for each F1 below the kept one, each kind or report that is no longer measured, each changed gold.

    Empty where nothing fell; a rise is not a fall.
    """
    now = dump(scores)
    return [*_lost_ground(_flat(kept), _flat(now))]


def _lost_ground(kept: Mapping[str, Item], now: Mapping[str, Item]) -> Iterator[str]:
    for name, before in kept.items():
        after = now.get(name)
        if after is None:
            yield f"{name}: no longer measured"
        elif before["gold"] != after["gold"]:
            yield f"{name}: the gold has {after['gold']} values, the kept scores {before['gold']}; write them anew"
        elif _level(after) < _level(before):
            yield f"{name}: F1 {_level(after):.4f}, was {_level(before):.4f}"


def _level(count: Item) -> float:
    # Nothing to read and nothing read is as good as it gets.
    f1 = count.get("f1")
    return float(f1) if isinstance(f1, int | float) else 1.0


def _flat(scores: Item) -> dict[str, Item]:
    flat = {name: count for name, count in section_of(scores, "totals").items() if isinstance(count, Mapping)}
    for file, report in section_of(scores, "reports").items():
        flat[f"{file} micro"] = section_of(report, "micro")
        flat.update({f"{file} {kind}": count for kind, count in section_of(report, "kinds").items()})
    return flat


def section_of(values: Item, name: str) -> Mapping[str, Item]:
    """The part `name` of dumped scores. Raises ScoresError where it is missing."""
    found = values.get(name)
    if not isinstance(found, Mapping):
        raise ScoresError(name, "missing in the scores", "write them anew with obiettivi evaluate --write")
    return found


def _dump_report(report: ReportScores) -> dict[str, object]:
    return {
        "gold": report.gold,
        "micro": _rounded(report.comparison.micro),
        "kinds": {kind: _rounded(count) for kind, count in report.comparison.counts.items()},
        "wrong": [_dump_wrong(wrong) for wrong in report.comparison.wrong],
    }


def _rounded(count: Count) -> dict[str, float | int | None]:
    shares = {"precision": count.precision, "recall": count.recall, "f1": count.f1}
    return {
        "gold": count.gold, "read": count.read, "hits": count.hits,
        **{name: None if share is None else round(share, DIGITS) for name, share in shares.items()},
    }


def _dump_wrong(wrong: Wrong) -> dict[str, object]:
    return {
        "objective": wrong.objective,
        "kind": wrong.kind,
        "expected": None if wrong.expected is None else dict(wrong.expected),
        "read": None if wrong.read is None else dict(wrong.read),
        "quote": wrong.quote,
        "page": wrong.page,
    }
