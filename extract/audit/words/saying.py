"""Sayings: what sentences of reports say, in each form in which they say it, from `rules/sayings/`.

One file for each thing that the audit listens for. It has `fragments`, and sayings by name:

    forms      patterns of Python's `re`, whatever the case of letters; a blank stands for any white space,
               `{name}` for a fragment of the file or of `fragments.yml`, whose lists mean "one of these"
    reads      texts in which it is found; `text: words` where a group of the pattern holds these words
    leaves     texts in which it is not
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, NamedTuple

from extract.audit.words.needed import Needs, may_match, needs_of
from extract.yamltext import parsed

_FOLDER = "sayings"
_SHARED = "fragments"
_KEYS = {"forms", "reads", "leaves", "cased"}
_NAME = re.compile(r"\{([a-z_]+)\}")
_BLANK = re.compile(r"(?<!\\)[ ]+(?![^\[\]]*(?<!\\)\])")  # not in a class of characters

_COUNTED = re.compile(r"(?<!\\) [?*+{](?![^\[\]]*\])")


class Said(NamedTuple):
    """A saying as its file has it, its fragments put in."""

    forms: tuple[str, ...]
    reads: tuple[str | Mapping[str, object], ...]  # a text, or a text with what one of its groups holds
    leaves: tuple[str, ...]
    cased: bool


class Saying:
    """One thing that sentences say. Its patterns are compiled when they are first used: most reports need few."""

    def __init__(self, file: str, name: str) -> None:
        self.file, self.name = file, name

    @cached_property
    def needs(self) -> tuple[Needs, ...]:
        """What a text must hold for each of the forms to be found in it."""
        return tuple(needs_of(form) for form in sayings(self.file)[self.name].forms)

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """Each of its forms by itself."""
        said = sayings(self.file)[self.name]
        return tuple(re.compile(form, re.NOFLAG if said.cased else re.IGNORECASE) for form in said.forms)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All of its forms as one; which is told first is the one that stands first in the text, then in the file."""
        if len(self.patterns) == 1:
            return self.patterns[0]
        return re.compile("|".join(f"(?:{one.pattern})" for one in self.patterns), self.patterns[0].flags)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Where it is first said."""
        if not may_match(self.needs, text):
            return None
        return self.pattern.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Whether it is said right there: one place is sooner looked at than the text asked for what is needed."""
        return self.pattern.match(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Whether the text says it and nothing else."""
        return self.pattern.fullmatch(text) if may_match(self.needs, text) else None

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Each place where it is said."""
        return self.pattern.finditer(text, start) if may_match(self.needs, text) else iter(())

    def everywhere(self, text: str) -> Iterator[re.Match[str]]:
        """Each place where one of its forms is told, form by form: they may overlap."""
        for place, needs in enumerate(self.needs):
            if may_match((needs,), text):
                yield from self.patterns[place].finditer(text)

    def split(self, text: str) -> list[str]:
        """What stands between the places where it is said."""
        return self.pattern.split(text) if may_match(self.needs, text) else [text]

    def sub(self, by: str, text: str) -> str:
        """The text with something else in its place."""
        return self.pattern.sub(by, text) if may_match(self.needs, text) else text


def names() -> tuple[str, ...]:
    """The files of sayings, by name."""
    found = (one.name for one in files("rules").joinpath(_FOLDER).iterdir())
    return tuple(sorted({name.removesuffix(".yml") for name in found if name.endswith(".yml")} - {_SHARED}))


@cache
def sayings(file: str) -> Mapping[str, Said]:
    """The sayings of a file by name. Raises ValueError where it holds what it may not, KeyError for a fragment."""
    content = dict(_content(file))
    fragments = {**_shared(), **content.pop("fragments", {})}
    return {name: _said(f"rules/{_FOLDER}/{file}.yml: {name}", one, fragments) for name, one in content.items()}


def _said(where: str, one: Any, fragments: Mapping[str, Any]) -> Said:
    if not isinstance(one, dict) or not one.get("forms") or one.keys() - _KEYS:
        raise ValueError(f"{where}: forms, reads, leaves and cased are expected")
    forms = tuple(_composed(form, fragments) for form in one["forms"])
    if any(_COUNTED.search(form) for form in forms):
        raise ValueError(f"{where}: a blank is white space of any length and cannot be counted; write \\s* or \\s?")
    spaced = tuple(_BLANK.sub(r"\\s+", form) for form in forms)
    return Said(spaced, tuple(one.get("reads", ())), tuple(one.get("leaves", ())), bool(one.get("cased", False)))


def _composed(form: str, fragments: Mapping[str, Any]) -> str:
    return _NAME.sub(lambda found: _fragment(fragments[found[1]], fragments), form)


def _fragment(fragment: Any, fragments: Mapping[str, Any]) -> str:
    parts = fragment if isinstance(fragment, list) else [fragment]
    return f"(?:{'|'.join(_composed(str(part), fragments) for part in parts)})"


@cache
def _shared() -> Mapping[str, Any]:
    return _content(_SHARED)


def _content(file: str) -> Mapping[str, Any]:
    content = parsed(files("rules").joinpath(_FOLDER, f"{file}.yml").read_text(encoding="utf-8"))
    if not isinstance(content, dict):
        raise ValueError(f"rules/{_FOLDER}/{file}.yml: a mapping is expected")
    return content
