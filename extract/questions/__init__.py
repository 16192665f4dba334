"""The canned questions: one SQL file each, with what it answers in Italian and English on top."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

from extract.errors import QueryError

_HEADER = re.compile(r"^-- (?P<key>it|en|set (?P<name>\w+)(?P<whole> integer)?): (?P<text>.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Question:
    """A question with a name.

    `parameters` are name → meaning; one that is not given is null and does not filter. Those in `whole` take whole
    numbers.
    """

    name: str
    italian: str
    english: str
    parameters: dict[str, str]
    whole: frozenset[str]
    sql: str


def questions() -> dict[str, Question]:
    """Every canned question by name, sorted."""
    entries = (entry for entry in files(__package__).iterdir() if entry.name.endswith(".sql"))
    found = [_parse(entry.name.removesuffix(".sql"), entry.read_text(encoding="utf-8")) for entry in entries]
    return {question.name: question for question in sorted(found, key=lambda one: one.name)}


def question(name: str) -> Question:
    """The question of that name. Raises QueryError, with names like it, where there is none."""
    every = questions()
    if name in every:
        return every[name]
    from difflib import get_close_matches

    near = get_close_matches(name, every, n=2, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}? " if near else ""
    raise QueryError(name, "there is no question of that name", hint + "see them all with: obiettivi query --list")


def _parse(name: str, sql: str) -> Question:
    heads = list(_HEADER.finditer(sql))
    texts = {head["key"]: head["text"] for head in heads}
    return Question(
        name, texts["it"], texts["en"], {head["name"]: head["text"] for head in heads if head["name"]},
        frozenset(head["name"] for head in heads if head["whole"]), sql,
    )
