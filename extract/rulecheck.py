"""Prove a rule pack: every rule must read its examples and leave its rejects alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.fields import pattern
from extract.forms.heads import Heads, unit_in, year_in
from extract.patterns import Match
from extract.rulebook import Pack
from schemas.rule import AnyRule, ChoiceRule, ColumnRule, HeadingRule, LabelRule, PatternRule, Scalar, SegmentRule


@dataclass(frozen=True, slots=True)
class Failure:
    """An example a rule does not read as it says; `got` is None where it read nothing."""

    rule: str
    text: str
    want: Mapping[str, Scalar] | None
    got: Mapping[str, Scalar] | None

    def line(self) -> str:
        """The failure on one line."""
        if self.want is None:
            return f"{self.rule}: must not match {self.text!r}, but reads {dict(self.got or {})}"
        return f"{self.rule}: {self.text!r} should give {dict(self.want)}, gives {dict(self.got or {})}"


def failures(pack: Pack) -> Iterator[Failure]:
    """The examples and rejects of a pack that do not hold."""
    for rule in pack.rules:
        for example in rule.examples:
            got = read_example(pack, rule, example.text)
            if got is None or any(got.get(key) != value for key, value in example.expect.items()):
                yield Failure(pack.name(rule), example.text, example.expect, got)
        for text in rule.rejects:
            got = read_example(pack, rule, text)
            if got is not None:
                yield Failure(pack.name(rule), text, None, got)


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
