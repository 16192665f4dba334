"""Scores as lines a person reads."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from extract.evaluate.comparison import Count, Wrong
from extract.evaluate.progress import Move, Moves
from extract.evaluate.scores import ReportScores, Scores

_COUNTS = f"{'gold':>6}{'read':>6}{'right':>6}{'precision':>11}{'recall':>9}{'F1':>9}"
_BLOCK = len(_COUNTS)
_HEAD = f"{'':<28}{_COUNTS}"
_LONG = 60  # characters of a text that are shown around the place where it differs


def score_lines(scores: Scores) -> Iterator[str]:
    """A table per report and kind, what was missed and invented under the reports of each gold, and the totals."""
    by_gold: dict[str, list[ReportScores]] = {}
    for report in scores.reports:
        by_gold.setdefault(report.gold, []).append(report)
    for reports in by_gold.values():
        for report in reports:
            yield from _report_lines(report)
            yield ""
        yield from _wrong_of(reports)
    yield from _kind_lines(scores)
    yield ""
    yield f"totals{_HEAD[6:]}"
    for name, count in scores.totals().items():
        yield _row(name, count)


def _wrong_of(reports: Sequence[ReportScores]) -> Iterator[str]:
    """The wrong values of reports with one gold, each once, with the files in which it is wrong."""
    files = _short_names(reports)
    seen: dict[str, list[tuple[str, Wrong]]] = {}
    for report in reports:
        once: Counter[str] = Counter()
        for wrong in report.comparison.wrong:
            key = json.dumps([wrong.objective, wrong.kind, wrong.expected, wrong.read], sort_keys=True)
            once[key] += 1
            seen.setdefault(f"{key} {once[key]}", []).append((files[report.file], wrong))
    for found in seen.values():
        yield from _wrong_lines(found)
    if seen:
        yield ""


def _short_names(reports: Sequence[ReportScores]) -> dict[str, str]:
    """What tells the files apart: their endings where that is enough."""
    endings = {report.file: report.file.rpartition(".")[2] for report in reports}
    return endings if len(set(endings.values())) == len(endings) else {file: file for file in endings}


def _kind_lines(scores: Scores) -> Iterator[str]:
    kinds = scores.kinds()
    origins = list(kinds["all kinds"])
    yield f"{'all reports':<34}" + "".join(f"{origin:<{_BLOCK}}" for origin in origins).rstrip()
    yield f"{'':<28}" + _COUNTS * len(origins)
    for kind, by_origin in kinds.items():
        cells = (_cells(by_origin[one]) if one in by_origin else " " * _BLOCK for one in origins)
        yield f"{kind:<28}{''.join(cells)}".rstrip()


def move_lines(moves: Moves) -> Iterator[str]:
    """What was gained, lost and changed, one value a line."""
    for name in ("gained", "lost", "changed", "invented", "dropped"):
        moved: tuple[Move, ...] = getattr(moves, name)
        yield f"{name}: {len(moved)}"
        for move in moved:
            yield f"  {move.file}  objective {move.objective}  {move.kind}: {_short(move.detail or move.values)}"


def _report_lines(report: ReportScores) -> Iterator[str]:
    yield f"{report.file} against {report.gold} ({report.split})"
    yield _HEAD
    for kind, count in report.comparison.counts.items():
        yield _row(kind, count)
    yield _row("all kinds", report.comparison.micro)


def _row(name: str, count: Count) -> str:
    return f"{name:<28}{_cells(count)}"


def _cells(count: Count) -> str:
    shares = f"{_share(count.precision):>11}{_share(count.recall):>9}{_share(count.f1):>9}"
    return f"{count.gold:>6}{count.read:>6}{count.hits:>6}{shares}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}"


def _wrong_lines(found: Sequence[tuple[str, Wrong]]) -> Iterator[str]:
    wrong = found[0][1]
    name = {(True, False): "missed", (False, True): "invented"}.get(
        (wrong.expected is not None, wrong.read is not None), "changed",
    )
    yield f"  {name:<9} objective {wrong.objective}  {wrong.kind}  ({' and '.join(file for file, _ in found)})"
    expected, read = _differing(wrong.expected, wrong.read)
    if wrong.expected is not None:
        yield f"            gold: {expected}"
    if wrong.read is not None:
        yield f"            read: {read}"
    if wrong.quote:
        pages = [f"page {one.page} of {file}" for file, one in found if one.page]
        yield f"            {', '.join(pages)}: «{_short(' '.join(wrong.quote.split()))}»"


def _differing(expected: Mapping[str, object] | None, read: Mapping[str, object] | None) -> tuple[str, str]:
    one, other = (_json(values) for values in (expected, read))
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = max(same - _LONG // 2, 0) if expected is not None and read is not None else 0
    return _short(one, start), _short(other, start)


def _json(values: Mapping[str, object] | None) -> str:
    if values is None:
        return ""
    return ", ".join(f"{name} {json.dumps(value, ensure_ascii=False)}" for name, value in values.items())


def _short(text: str, start: int = 0) -> str:
    long = 2 * _LONG
    if len(text) <= long:
        return text
    cut = text[start : start + long]
    return ("…" if start else "") + cut + ("…" if start + long < len(text) else "")
