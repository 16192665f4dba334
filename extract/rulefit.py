"""Whether what a rule gives fits the report: the names of its groups, its constants, the values it reads.

A pack may come from anybody. What does not fit is told where it stands, before any report is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, TypeAdapter, ValidationError

from extract.rulefile import Step, near
from schemas.report import OBJECTIVE_SCALARS, REPORT_SCALARS, Citation, Objective, PlanReference, ReportHeader, Score
from schemas.rule import AnyRule, ChoiceRule, HeadingRule, PatternRule, SegmentRule

OF_REPORT = ("issuer", "title", "year", "kind")  # fields that the pack `report` reads, and no other
_WHOLE = "all"  # the group that says how far a match reaches


class _Unclaimed(BaseModel):
    kind: Literal["objective", "score", "target", "result"]


_LISTS: Mapping[str, type[BaseModel]] = {
    "scores": Score, "citations": Citation, "plan_references": PlanReference, "unclaimed": _Unclaimed,
}


class Misfit(NamedTuple):
    """What does not fit, what to do, and where it stands in the rule."""

    reason: str
    remedy: str
    path: tuple[Step, ...] = ()


def misfits(rule: AnyRule, pack: str, groups: Iterable[str]) -> Iterator[Misfit]:
    """What of a rule of `pack` could not become part of a report; `groups` are those its pattern names."""
    named = set(groups)
    match rule:
        case HeadingRule():
            if not named & {"number", "code"} and rule.starts != "level":
                remedy = "write (?P<number>...) or (?P<code>...)"
                yield Misfit("its pattern names neither number nor code", remedy, ("pattern",))
            yield from _unknown(named, ("number", "code", "title"), ("pattern",))
        case SegmentRule() | PatternRule():
            yield from _of_fields(rule, named)
        case ChoiceRule():
            for value in rule.cues:
                yield from unfit(rule.field, {rule.field: value}, ("cues", value))
    field = getattr(rule, "field", None)
    if field in OF_REPORT and pack != "report":
        remedy = "put it into a pack with the id report that uses report"
        yield Misfit(f"{field} is read by the pack report alone", remedy, ("field",))


def unfit(field: str, values: Mapping[str, object], path: tuple[Step, ...] = ()) -> Iterator[Misfit]:
    """The values that a report cannot hold."""
    for name, value in values.items():
        kind = _kinds(field).get(name)
        try:
            if kind is not None:
                kind.validate_python(value)
        except ValidationError as error:
            said = error.errors()[0]
            typed = f"say how it is read, as in types: {{{name}: number}}"
            remedy = f"it is {said['ctx']['expected']}" if said["type"] == "literal_error" else typed
            yield Misfit(f"{name} cannot be {value!r}", remedy, (*path, name))


def _of_fields(rule: SegmentRule | PatternRule, named: set[str]) -> Iterator[Misfit]:
    allowed = tuple(_kinds(rule.field))
    yield from _unknown(named, (*allowed, _WHOLE), ("pattern",))
    yield from _unknown(rule.set, allowed, ("set",))
    yield from unfit(rule.field, rule.set, ("set",))
    given = named | set(rule.set)
    if isinstance(rule, PatternRule):
        yield from _unknown(rule.types, tuple(named), ("types",))
        yield from _unknown(filter(None, [rule.parenthesis]), allowed, ("parenthesis",))
        given.add(rule.parenthesis or "")
    for name in sorted(_needed(rule.field) - given):
        yield Misfit(f"nothing gives {name}", f"name a group (?P<{name}>...), or give it under set", ("pattern",))


def _unknown(names: Iterable[str], allowed: tuple[str, ...], path: tuple[Step, ...]) -> Iterator[Misfit]:
    for name in names:
        if name not in allowed:
            yield Misfit(f"{path[0]}: {name!r} is nothing it may name", near(name, sorted(allowed)), path)


@cache
def _kinds(field: str) -> Mapping[str, TypeAdapter[Any]]:
    """What the values of a field may be, by name."""
    model = _LISTS.get(field) or (ReportHeader if field in OF_REPORT else Objective)
    scalars = REPORT_SCALARS if field in OF_REPORT else OBJECTIVE_SCALARS
    names = [name for name in model.model_fields if name != "evidence"] if field in _LISTS else scalars
    kinds = {name: model.model_fields[name].annotation for name in names}
    return {name: TypeAdapter[Any](kind) for name, kind in kinds.items() if kind}


def _needed(field: str) -> set[str]:
    """The values without which there is nothing to report."""
    if field not in _LISTS:
        return {field}
    fields = _LISTS[field].model_fields
    return {name for name in fields if fields[name].is_required() and name != "evidence"}
