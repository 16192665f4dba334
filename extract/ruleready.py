"""Rules ready to run, what sifts them, and the texts they come from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from importlib.resources.abc import Traversable
from typing import NamedTuple

from extract.patterns import Pattern, Sieves
from extract.rulefile import Place
from schemas.rule import AnyRule, ChoiceRule, PatternRule, SegmentRule


class Ready(NamedTuple):
    """A rule with its patterns and, of a column rule, the letters of its heads."""

    rule: AnyRule
    place: Place
    patterns: Mapping[str, Pattern]
    heads: tuple[str, ...]

    def name(self) -> str:
        """How evidence names it."""
        return f"{self.place.source.pack}/{self.rule.id}"


def patterns_of(rules: Iterable[Ready]) -> dict[str, Pattern]:
    """The patterns of rules by their ids (and cues)."""
    return {key: pattern for one in rules for key, pattern in one.patterns.items()}


def sieves_of(rules: Iterable[Ready]) -> Sieves:
    """What sifts the patterns that read values: what is left over is asked of other texts than the rest."""
    reading: list[Pattern] = []
    leftover: list[Pattern] = []
    for one in rules:
        if isinstance(one.rule, PatternRule | SegmentRule | ChoiceRule):
            group = leftover if one.rule.field == "unclaimed" else reading
            group += (pattern for key, pattern in one.patterns.items() if key != f"{one.rule.id}:unless")
    return Sieves(reading, leftover)


def texts_in(folder: Traversable, names: tuple[str, ...] | None) -> list[str]:
    """The YAML files in a folder, or those of some names, each behind its name."""
    files = [f for f in folder.iterdir() if f.name.endswith(".yml") and (names is None or f.name in names)]
    return [f"{f.name}\n{f.read_text(encoding='utf-8')}" for f in sorted(files, key=lambda f: f.name)]


def digest_of(texts: Iterable[str]) -> str:
    """A hash that is another where a text is."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
