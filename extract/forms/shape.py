"""What the columns of a table hold in truth: their heads, corrected by what stands below them.

Heads lie: layout B prints the narrative of the result under "Indicatore", "N. ob." may hold
codes, "Peso" is the objective's or the indicator's by where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extract.forms.columns import Columns
from extract.forms.entries import Entry, Record
from extract.language.forms import is_participle

# Columns that make the description beside them the objective's name, where no other column names it.
_BESIDE_A_NAME = ("number", "code", "operational", "objective_weight", "weight", "achievement")
_NUMERIC = frozenset({"weight", "indicator_weight", "objective_weight", "achievement"})
PROSE = 55  # characters: so long at the median, cells tell a story
_CODE = re.compile(r"(?=[^\d]*\d)[A-Z0-9]+(?:[./_-][A-Z0-9]+)*[a-z]?\.?")
_FIRST_WORD = re.compile(r"(?:\A|[.:;]\s)\W*([^\W\d_]{5,})")  # of a sentence
_INTEGER = re.compile(r"\d{1,3}\.?")
_STARTS_VALUE = re.compile(
    r"(?i)^\W*(?:n\.\s*)?[\d<>≤≥=€%]|^(?:s[iì]|no|n\.\s?[da]\.)\W*$|^(?:almeno|entro|non\s|oltre|pi[uù]\s|meno\s)"
)
INNER = frozenset(
    {"indicator", "formula", "unit", "source", "indicator_weight", "baseline", "target", "revised_target", "result"}
)


class Shape(NamedTuple):
    """The field of each column, and which of them names the objective; None where the table names none.

    `level` is what the objective's own code and title are in the plan; `numbered` where nothing but
    numbers under a head for titles names the objectives.
    """

    roles: tuple[str | None, ...]
    title: int | None
    level: str
    numbered: bool = False

    def has(self, role: str) -> bool:
        return role in self.roles

    def names_objectives(self) -> bool:
        """Whether rows say which objective they belong to."""
        return self.title is not None or self.has("code") or self.numbered


def is_code(text: str) -> bool:
    """Whether a cell holds nothing but a code: `0101`, `A.1.1` broken by its column, `AG7/D`."""
    bare = re.sub(r"\s+", "", text)
    return len(bare) <= 16 and _CODE.fullmatch(bare) is not None


def is_value(text: str) -> bool:
    """Whether a cell holds a value rather than a story."""
    return len(text) <= PROSE or (_STARTS_VALUE.match(text) is not None and len(text) <= 2 * PROSE)


def shape_of(columns: Columns, records: Sequence[Record]) -> Shape:
    """The fields of a table's columns, seen with all records below its head."""
    cells: dict[int, list[Entry]] = {}
    for record in records:
        for entry in record.entries:
            cells.setdefault(entry.column, []).append(entry)
    roles = [column.role for column in columns.columns]
    texts = {at: [entry.body.clean() for entry in entries] for at, entries in cells.items()}
    for at, role in enumerate(roles):
        roles[at] = _by_content(role, texts.get(at, []))
    _mend_lying(roles, texts)
    title, level = _title(roles, texts)
    _share_weights(roles, cells, title)
    if title is not None and roles[title] != "operational":
        roles[title] = "title"
    return Shape(tuple(roles), title, level, title is None and _is_numbered(columns, roles))


def _is_numbered(columns: Columns, roles: Sequence[str | None]) -> bool:
    """Whether numbers stand under a head for titles, before all that is said of indicators: behind, they are goals."""
    first = next((at for at, role in enumerate(roles) if role in INNER), len(roles))
    return any(c.role == "title" and role == "number" for c, role in zip(columns.columns[:first], roles, strict=False))


def _by_content(role: str | None, texts: Sequence[str]) -> str | None:
    if role == "number" and texts and not _most(texts, lambda t: _INTEGER.fullmatch(t.replace(" ", "")) is not None):
        return "code" if _most(texts, is_code) else None
    if role == "title" and _counts_up(texts):
        return "number"
    if role == "title" and _most(texts, is_code):
        return "code"
    if role in _NUMERIC and texts and not any(map(_has_digit, texts)):
        return None
    if role == "result" and _tells(texts):
        return "results"
    if role == "results" and texts and _most(texts, is_value) and median(map(len, texts)) < 25:
        return "result"
    if role == "status" and _most(texts, lambda t: re.fullmatch(r"\d[\d.,]*\s*%", t) is not None):
        return "achievement"
    return role


def _counts_up(texts: Sequence[str]) -> bool:
    """Whether cells number the rows: integers that rise."""
    numbers = [int(text.rstrip(".")) for text in texts if _INTEGER.fullmatch(text)]
    return 2 * len(numbers) > len(texts) > 1 and all(a < b for a, b in pairwise(numbers))


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _tells(texts: Sequence[str]) -> bool:
    return bool(texts) and median(map(len, texts)) > PROSE and not _most(texts, is_value)


def _most(texts: Sequence[str], holds: Callable[[str], bool]) -> bool:
    return bool(texts) and 2 * sum(map(holds, texts)) > len(texts)


def _mend_lying(roles: list[str | None], texts: dict[int, list[str]]) -> None:
    """An indicator's column that tells what was done, beside nothing else that does, holds results."""
    if {"result", "results", "target", "revised_target"}.isdisjoint(role for role in roles if role):
        for at, role in enumerate(roles):
            judged = role == "indicator" and {"achievement", "objective_achievement", "score"} & set(roles)
            if judged and _most(texts.get(at, []), tells_a_deed):
                roles[at] = "results"


def tells_a_deed(text: str) -> bool:
    """Whether a cell is a story, or a short sentence that begins with what was done: "Posate 74 cisterne."."""
    if len(text) > PROSE:
        return True
    return text.endswith(".") and any(is_participle(word.casefold()) for word in _FIRST_WORD.findall(text))


def _title(roles: list[str | None], texts: dict[int, list[str]]) -> tuple[int | None, str]:
    """The column that names the objective, and its level: the finest that holds words."""
    for role, level in (("title", "operational"), ("operational", "operational")):
        for at, one in enumerate(roles):
            if one == role and not _most(texts.get(at, []), is_code):
                return at, level
    others = set(roles)
    if "description" in others and not others.isdisjoint(_BESIDE_A_NAME):
        return roles.index("description"), "operational"
    for at, one in enumerate(roles):
        if one == "strategic" and not _most(texts.get(at, []), is_code):
            return at, "strategic"
    return None, "operational"


def _share_weights(roles: list[str | None], cells: dict[int, list[Entry]], title: int | None) -> None:
    """A weight before the indicator, or as tall as the objective, is the objective's."""
    indicator = roles.index("indicator") if "indicator" in roles else None
    titles = cells.get(title, []) if title is not None else []
    for at, role in enumerate(roles):
        if role == "weight":
            before = indicator is None or (at < indicator and title is not None)
            roles[at] = "objective_weight" if before or _as_tall(cells.get(at, []), titles) else "indicator_weight"
        elif role == "achievement" and _as_tall(cells.get(at, []), titles):
            roles[at] = "objective_achievement"


def _as_tall(cells: Sequence[Entry], titles: Iterable[Entry]) -> bool:
    """Whether cells take the rows that the objective's title takes, more than one each."""
    tall = [entry.row_span for entry in titles if entry.row_span > 1]
    return bool(tall) and 2 * sum(entry.row_span > 1 for entry in cells) > len(tall)
