"""What the tool says of a report, or of two years of one body, as findings to compare with the gold."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

HERE = Path(__file__).resolve().parent


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


def said_of(split: str, gold: Mapping[str, Any]) -> tuple[list[Finding], str]:
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
