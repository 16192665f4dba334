"""The name of a field as a person writes it, and what an objective has there: `scores[0].value`, `outcome`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from extract.errors import QueryError
from schemas.evidence import Evidence, Traced
from schemas.report import (
    OBJECTIVE_SCALARS,
    Citation,
    DateValue,
    Footnote,
    Indicator,
    Measure,
    Objective,
    PlanReference,
    Quantity,
    Score,
    SeriesPoint,
    Target,
)

_NAME = re.compile(r"([a-z_]+)(?:\[(\d+)\])?(?:\.([a-z_]+))?(?:\.([a-z_]+))?")
SECTIONS = ("action", "description", "expected_benefits", "indicator", "results", "notes")
LISTS: Mapping[str, type[Traced]] = {
    "plan_references": PlanReference, "footnotes": Footnote, "indicators": Indicator, "targets": Target,
    "quantities": Quantity, "series": SeriesPoint, "dates": DateValue, "scores": Score, "citations": Citation,
}
_MEASURES = ("baseline", "target", "result")


class Value(NamedTuple):
    """A value that is there: its whole name, itself, and what shows it."""

    name: str
    value: object
    evidence: tuple[Evidence, ...]


class Asked(NamedTuple):
    """A field: its name as it was asked, the scalar, list or section it belongs to, and the values there are."""

    name: str
    root: str
    values: tuple[Value, ...]


def asked(objective: Objective, name: str) -> Asked:
    """What the objective has in the field of that name. Raises QueryError where there is no such field."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise QueryError(name, "no field of that name", _remedy(name))
    root, number, part, inner = found.groups()
    if root in OBJECTIVE_SCALARS and not (number or part):
        return Asked(name, root, tuple(_scalar(objective, root)))
    if root == "sections" and not number and not inner and (part is None or part in SECTIONS):
        return Asked(name, name if part else root, tuple(_sections(objective, part)))
    if root in LISTS and _has(root, part, inner):
        return Asked(name, root, tuple(_items(objective, name, root, number, part, inner)))
    raise QueryError(name, "no field of that name", _remedy(name))


def _has(root: str, part: str | None, inner: str | None) -> bool:
    fields = LISTS[root].model_fields
    if part is None:
        return True
    if part not in fields or part == "evidence":
        return False
    return inner is None or (part in _MEASURES and root == "indicators" and inner in Measure.model_fields)


def _scalar(objective: Objective, root: str) -> Iterator[Value]:
    value = getattr(objective, root)
    if value is not None:
        yield Value(root, value, objective.evidence.get(root, ()))


def _sections(objective: Objective, part: str | None) -> Iterator[Value]:
    for name, section in objective.sections.items():
        if part in (None, name):
            yield Value(f"sections.{name}", section.text, section.evidence)


def _items(
    objective: Objective, name: str, root: str, number: str | None, part: str | None, inner: str | None
) -> Iterator[Value]:
    items: tuple[Traced, ...] = getattr(objective, root)
    if number is not None and items and int(number) >= len(items):
        raise QueryError(name, f"the objective has {len(items)} in {root}", f"the last one is {root}[{len(items) - 1}]")
    for place, item in enumerate(items):
        if number is None or place == int(number):
            yield from _parts(f"{root}[{place}]", item, part, inner)


def _parts(name: str, item: Traced, part: str | None, inner: str | None) -> Iterator[Value]:
    if part is None:
        yield Value(name, _said(item), item.evidence)
        return
    value = getattr(item, part)
    if isinstance(value, Measure):
        shown = value.evidence
        value = getattr(value, inner) if inner else value.text
        name = f"{name}.{part}" + (f".{inner}" if inner else "")
        yield Value(name, value, shown)
    elif value is not None:
        yield Value(f"{name}.{part}", value, item.evidence)


def _said(item: Traced) -> str:
    """`value 100, maximum 100`: the scalars of an item."""
    values = ((name, getattr(item, name)) for name in type(item).model_fields if name != "evidence")
    return ", ".join(
        f"{name} {value.text if isinstance(value, Measure) else value}" for name, value in values if value is not None
    )


def names() -> Iterator[str]:
    """Every name that may be asked."""
    yield from OBJECTIVE_SCALARS
    yield from (f"sections.{name}" for name in SECTIONS)
    for root, model in LISTS.items():
        yield from (f"{root}[0].{name}" for name in model.model_fields if name != "evidence")


def _remedy(name: str) -> str:
    known = list(names())
    plain = re.sub(r"\[\d+\]", "[0]", name)
    tails = {one.rpartition(".")[2]: one for one in reversed(known)}
    roots_near = get_close_matches(plain.partition("[")[0].partition(".")[0], LISTS, n=1)
    near = [f"{one}[0]" for one in roots_near]
    near += [*get_close_matches(plain, known, n=2), *(tails[one] for one in get_close_matches(plain, tails, n=2))]
    hint = f"did you mean {' or '.join(dict.fromkeys(near))}? " if near else ""
    roots = ", ".join((*OBJECTIVE_SCALARS, "sections.NAME", *(f"{one}[N].FIELD" for one in LISTS)))
    return f"{hint}there are {roots}"
