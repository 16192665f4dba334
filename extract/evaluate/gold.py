"""Gold: what a person found in a report, in the contract's shape without evidence.

A gold file may state a subset of the contract. What it states anywhere counts for the
whole report, so that an item that leaves a stated field out says "none"; what it never
states is not compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from extract.errors import ObiettiviError
from extract.evaluate.kinds import LIST_KINDS, MEASURE_FIELDS, REPORT_KINDS, SCALAR_KINDS, ListKind

Item = Mapping[str, object]
_SILENT = frozenset({"evidence", "findings", "confirmations"})


class GoldError(ObiettiviError):
    """A gold file that is missing, not JSON, or states what the contract does not know."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The paths a gold file states: `report.year`, `status`, `targets`, `targets.label`, `indicators.target.value`."""

    paths: frozenset[str]

    def __contains__(self, path: str) -> bool:
        return path in self.paths

    def fields(self, prefix: str, names: Iterable[str]) -> tuple[str, ...]:
        """Those of `names` that are stated under `prefix`, in the given order."""
        return tuple(name for name in names if f"{prefix}.{name}" in self.paths)


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold file: `report` and `objectives` as in the contract, and what is stated."""

    name: str
    report: Item
    objectives: tuple[Item, ...]
    stated: Stated


def load_gold(path: Path) -> Gold:
    """The gold in `path`. Raises GoldError."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise GoldError(str(path), "the gold file is missing", "correct the manifest or add the file") from error
    except (OSError, ValueError) as error:
        raise GoldError(str(path), f"not readable as JSON ({error})", "correct the file") from error
    return gold_of(raw, name=path.name)


def gold_of(raw: object, name: str = "gold") -> Gold:
    """Gold from parsed JSON. Raises GoldError for shapes and fields the contract does not know."""
    if not isinstance(raw, Mapping) or not isinstance(raw.get("objectives"), list):
        raise GoldError(name, "no list of objectives", "give it the shape of docs/evaluation.md")
    report = raw.get("report", {})
    objectives = tuple(normalised(objective) for objective in raw["objectives"])
    stated = Stated(frozenset(_report_paths(report, name)).union(*(_paths(one, name) for one in objectives)))
    if not stated.paths:
        raise GoldError(name, "states nothing", "a gold file without values measures nothing")
    return Gold(name, report, objectives, stated)


def normalised(objective: Item) -> Item:
    """`objective` with every list item as an object: a citation may be given as its text alone."""
    return {
        name: [item if isinstance(item, Mapping) else {"text": item} for item in value]
        if isinstance(value, list | tuple) else value
        for name, value in objective.items()
    }


def items(objective: Item, name: str) -> tuple[Item, ...]:
    """The items of a list of `objective`; none where it is absent."""
    found = objective.get(name)
    return tuple(item for item in found if isinstance(item, Mapping)) if isinstance(found, list | tuple) else ()


def _report_paths(report: object, name: str) -> Iterator[str]:
    if not isinstance(report, Mapping):
        raise GoldError(name, "report is not an object", "give it the shape of docs/evaluation.md")
    yield from (f"report.{field}" for field in report if field in REPORT_KINDS)


def _paths(objective: Item, name: str) -> set[str]:
    lists = {kind.name: kind for kind in LIST_KINDS}
    paths: set[str] = set()
    for field in objective:
        if field in lists:
            paths.add(field)
            paths.update(_item_paths(objective, lists[field], name))
        elif field == "sections":
            paths.update(f"sections.{section}" for section in _mapping(objective[field]))
        elif field in SCALAR_KINDS or field == "number":
            paths.add(field)
        elif field not in _SILENT:
            raise GoldError(name, f"unknown field {field!r} in an objective", "use the names of the contract")
    return paths


def _mapping(value: object) -> Item:
    return value if isinstance(value, Mapping) else {}


def _item_paths(objective: Item, kind: ListKind, name: str) -> Iterator[str]:
    for item in items(objective, kind.name):
        for field, value in item.items():
            if field in kind.measures:
                yield from _measure_paths(f"{kind.name}.{field}", value)
            elif field not in kind.head + kind.parts and field not in _SILENT:
                raise GoldError(name, f"unknown field {field!r} in {kind.name}", "use the names of the contract")
            yield f"{kind.name}.{field}"


def _measure_paths(path: str, value: object) -> Iterator[str]:
    yield from (f"{path}.{field}" for field in MEASURE_FIELDS if field in _mapping(value))
