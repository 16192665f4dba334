"""Prove a rule pack: every rule must read its examples and leave its rejects alone; checks it names must be there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.audit.checks import CHECKS
from extract.errors import RuleError
from extract.expected import expected_in
from extract.fields import pattern
from extract.forms.heads import Heads, unit_in, year_in
from extract.patterns import Match
from extract.rulebook import Pack
from extract.rulefile import EXPECTED, Step, near, source_of
from extract.rulefit import Misfit, unfit
from schemas.expectations import Expectations
from schemas.rule import AnyRule, ChoiceRule, ColumnRule, HeadingRule, LabelRule, PatternRule, Scalar, SegmentRule


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that a rule does not read as it says, and the line it stands on.

    `want` is None for a text that must be left alone, `got` where nothing was read; `remark`
    says what else is known of it.
    """

    rule: str
    text: str
    want: Mapping[str, Scalar] | None
    got: Mapping[str, Scalar] | None
    where: str
    remark: str | None = None

    def line(self) -> str:
        """The failure on one line."""
        return f"{self.where}: rule {self.rule}, {said(self.text)}: expected {self.expected()}, came {self.came()}"

    def expected(self) -> str:
        """What the rule says it reads."""
        return "nothing" if self.want is None else values_of(self.want) or "a match"

    def came(self) -> str:
        """What it read, of what was asked for; where that was nothing, all it read."""
        if self.got is None:
            read = "nothing"
        elif self.want is None:
            read = values_of({name: value for name, value in self.got.items() if value is not None})
        else:
            read = values_of({name: self.got.get(name) for name in self.want})
        return f"{read} ({self.remark})" if self.remark else read


def failures(pack: Pack) -> Iterator[Failure]:
    """The examples and rejects of a pack's own rules that do not hold; used rules are proved where they stand."""
    for rule in pack.own():
        for number, example in enumerate(rule.examples):
            yield from _proved(pack, rule, example.text, example.expect, ("examples", number))
        for number, text in enumerate(rule.rejects):
            yield from _proved(pack, rule, text, None, ("rejects", number))


def texts_of(pack: Pack) -> int:
    """How many examples and rejects the pack's own rules have."""
    return sum(len(rule.examples) + len(rule.rejects) for rule in pack.own())


def unknown_checks(pack: Pack) -> Iterator[RuleError]:
    """Checks that the pack's own `checks.yml` switches off and that there are not."""
    expects, _ = expected_in(pack.folder, pack.header.id)
    ids = [check.id for check in CHECKS]
    lists: list[tuple[tuple[Step, ...], Expectations]] = [((), expects)]
    lists += ((("bodies", at), body) for at, body in enumerate(expects.bodies))
    for path, one in lists:
        for at, name in enumerate(one.switched_off):
            if name not in ids:
                source = source_of(pack.folder, EXPECTED, pack.header.id)
                yield source.fault((*path, "switched_off", at), f"no check {name!r}", near(name, ids))


def said(value: Scalar) -> str:
    """A value as YAML would say it: texts in quotes, so that "1.10" and 1.1 are told apart."""
    return json.dumps(value, ensure_ascii=False)


def values_of(values: Mapping[str, Scalar]) -> str:
    """`role "target", year 2019`."""
    return ", ".join(f"{name} {said(value)}" for name, value in values.items())


def _proved(
    pack: Pack, rule: AnyRule, text: str, want: Mapping[str, Scalar] | None, path: tuple[Step, ...]
) -> Iterator[Failure]:
    """The failure of one text, if it fails."""
    try:
        got = read_example(pack, rule, text)
    except ValueError as error:  # int() of a group that holds other than digits
        where = pack.places[rule.id].at(*path)
        yield Failure(pack.name(rule), text, want, None, where, f"a group cannot be read: {error}")
        return
    if want is None:
        holds = got is None
    else:
        holds = got is not None and all(got.get(name) == value for name, value in want.items())
    wrong = _unfit(rule, got)
    if not holds or wrong:
        other = _instead(pack, text) if got is None and isinstance(rule, ColumnRule) else None
        where = pack.places[rule.id].at(*path)
        yield Failure(pack.name(rule), text, want, got, where, f"{wrong.reason}: {wrong.remedy}" if wrong else other)


def _unfit(rule: AnyRule, got: Mapping[str, Scalar] | None) -> Misfit | None:
    """A value that no report can hold: a number left without its type, say."""
    field = getattr(rule, "field", None)
    return next(unfit(field, got), None) if field and got else None


def _instead(pack: Pack, text: str) -> str | None:
    """Which other rule names a head."""
    head = Heads(pack).exact(text)
    return f"{head.rule} reads it: {head.role}" if head else None


def read_example(pack: Pack, rule: AnyRule, text: str) -> Mapping[str, Scalar] | None:
    """What one rule alone reads first in `text`; None where it reads nothing."""
    match rule:
        case HeadingRule():
            heading = pack.patterns[rule.id].search(text)
            return _read_heading(heading) if heading else None
        case LabelRule():
            return {"section": rule.section} if pack.patterns[rule.id].search(text) else None
        case ColumnRule():
            return _read_head(pack, rule, text)
        case SegmentRule():
            segments = pattern.find_segments(pack, (rule,), text)
            return segments[0].values if segments else None
        case PatternRule():
            found = next(pattern.find(pack, rule, text), None)
            return found.values if found else None
        case ChoiceRule():
            chosen = pattern.choose(pack, rule, text)
            return chosen.values if chosen else None


def _read_heading(heading: Match) -> Mapping[str, Scalar]:
    number = heading.get("number")
    return {"number": int(number) if number else None, "code": heading.get("code"), "title": heading.get("title")}


def _read_head(pack: Pack, rule: ColumnRule, text: str) -> Mapping[str, Scalar] | None:
    head = Heads(pack).exact(text)
    if head is None or head.rule != pack.name(rule):
        return None
    return {"role": head.role, "year": year_in(text), "unit": unit_in(text)}
