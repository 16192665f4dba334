"""One module per layout, named by its letter: `printed(content) -> Print`. Imported only when a report needs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from corpus.generator.model import Print

IDS = {
    "A": "narrative",
    "B": "evaluation-grid",
    "C": "kpi-table",
    "D": "key-value",
    "E": "multi-year",
    "H": "scorecard",
    "J": "semester-scoring",
    "L": "university",
    "M": "sheet",
    "N": "weight-list",
    "O": "coded-plan",
    "S": "card",
    "T": "grid",
}


def layout_of(letter: str) -> Callable[[Mapping[str, Any]], Print]:
    """The `printed` of the layout called `letter`; only its module is imported."""
    if letter not in IDS:
        raise ValueError(f"no layout {letter!r}; there are {', '.join(IDS)}")
    module = import_module(f"corpus.generator.layouts.{letter.lower()}")
    return module.printed  # type: ignore[no-any-return]


def shown(holder: Mapping[str, Any], name: str, nothing: str = "") -> str:
    """What is printed for a value: its `print_<name>` where stated, else the value as its text, else `nothing`.

    A measure shows its text, a number its Italian form (`12,5`), a multi-line text stays so.
    """
    if f"print_{name}" in holder:
        printed = holder[f"print_{name}"]
        return nothing if printed is None else str(printed)
    value = holder.get(name)
    if isinstance(value, Mapping):
        value = value.get("text")
    if value is None:
        return nothing
    return number(value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)


def number(value: float) -> str:
    """A number as an Italian report prints it: `12,5`, `100`."""
    return f"{value:.10g}".replace(".", ",")


def reference(objective: Mapping[str, Any], level: str) -> Mapping[str, Any]:
    """The objective's first plan reference of `level`, or an empty mapping."""
    found = (one for one in objective.get("plan_references") or () if one["level"] == level)
    return next(found, {})
