"""Sentences whose values are marked in place, read from `tests/marked/*.txt`.

    results 2020 denominators=a;b | Sono stati erogati [actual=3]{tre corsi} dal [achieved=2020-06-30]{30/6/2020}.

A mark is `[kind operator value unit | label]{the words that show it}`. Kinds: `target`, a role of a quantity, a role
of a date (`date` for one without a role), or a year for a value of a series. Ranges are `70..80`; a unit or label left
out of a mark is not compared, except that a target's and a quantity's unit always is. `~` is a line break.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from extract.language import Hints, Statement, analyse

MARK = re.compile(
    r"\[(?P<kind>[a-z]+|\d{4})(?P<op>>=|<=|=|<|>)(?P<value>[^\s|\]]+)(?: (?P<unit>[^\s|\]]+))?"
    r"(?: \| (?P<label>[^\]]+))?\]\{(?P<shown>[^}]*)\}"
)
ROLES = {"actual", "base", "baseline", "component", "planned", "context"}
DATE_ROLES = {"deadline", "achieved", "baseline", "act", "date"}


@dataclass(frozen=True)
class Expected:
    """One mark: what is expected, and where."""

    key: tuple[object, ...]
    label: str | None
    start: int
    end: int


@dataclass(frozen=True)
class Marked:
    """A sentence with its marks."""

    name: str
    text: str
    hints: Hints
    expected: tuple[Expected, ...]


def load(path: Path) -> list[Marked]:
    """All marked sentences of a file, in order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    marked = [(at, line) for at, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    return [_parse(f"{path.stem}:{at}", line) for at, line in marked]


def _parse(name: str, line: str) -> Marked:
    head, _, body = line.partition(" | ")
    section, year, *rest = head.split(maxsplit=2)
    denominators = tuple(rest[0].removeprefix("denominators=").split(";")) if rest else ()
    text, expected, last = "", [], 0
    for mark in MARK.finditer(body):
        text += body[last:mark.start()]
        start = len(text)
        text += mark["shown"]
        expected.append(Expected(_key(mark), mark["label"], start, len(text)))
        last = mark.end()
    text += body[last:]
    assert "]{" not in text, f"{name}: a mark was not understood: {text}"
    return Marked(name, text.replace("~", "\n"), Hints(section, (), denominators, int(year) or None), tuple(expected))


def _key(mark: re.Match[str]) -> tuple[object, ...]:
    kind, value = mark["kind"], mark["value"]
    if kind in DATE_ROLES and re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value):
        return ("date", kind, value)
    low, _, high = value.partition("..")
    bounds = (float(low), float(high) if high else None)
    if kind.isdigit():
        return ("series", int(kind), *bounds)
    if kind == "target":
        return ("target", "range" if high else mark["op"], *bounds, mark["unit"])
    assert kind in ROLES, kind
    return ("quantity", kind, *bounds, mark["unit"])


def differences(marked: Marked) -> list[str]:
    """What was missed, invented or labelled otherwise, in words; empty where all is right."""
    found = _found(marked)
    wrong = []
    for expected in marked.expected:
        hit = next((one for one in found if one.key == expected.key and _overlap(one, expected)), None)
        if hit is None:
            wrong.append(f"missed {expected.key} in {marked.text[expected.start:expected.end]!r}")
            continue
        found.remove(hit)
        if expected.label is not None and hit.label != expected.label:
            wrong.append(f"label {hit.label!r} for {expected.label!r}")
    return wrong + [f"invented {one.key} {one.label!r} at {marked.text[one.start:one.end]!r}" for one in found]


def _found(marked: Marked) -> list[Expected]:
    analysis = analyse(marked.text, marked.hints)
    found = []
    for one in analysis.statements:
        upper = None if one.upper is None else float(one.upper)
        second = one.operator if one.kind == "target" else one.role
        found.append(Expected((one.kind, second, float(one.value), upper, one.unit), one.label, *_place(one)))
    for moment in analysis.moments:
        found.append(Expected(("date", moment.role or "date", moment.date.iso), None, moment.start, moment.end))
    for point in analysis.series:
        found.append(Expected(("series", point.year, float(point.value), None), point.label, point.start, point.end))
    return found


def _place(statement: Statement) -> tuple[int, int]:
    return statement.places[0] if statement.places else (statement.start, statement.end)


def _overlap(one: Expected, other: Expected) -> bool:
    return one.start < other.end and other.start < one.end
