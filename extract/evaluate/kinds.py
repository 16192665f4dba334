"""What is compared: each kind of value, the fields that make it, and when two fields are the same."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from extract.language.lexicon import backward

Same = Callable[[object, object], bool]

NUMBER_TOLERANCE = 1e-9
_QUOTES = str.maketrans({**dict.fromkeys("’‘‛´`′", "'"), **dict.fromkeys("“”„‟«»″", '"')})


def fold(text: str) -> str:
    """`text` with whitespace collapsed and typographic quotes and apostrophes made plain; case is kept."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_QUOTES).split())


def same_value(gold: object, read: object) -> bool:
    """Equal numbers (within 1e-9), equal texts after folding, or both absent; true is not 1."""
    if isinstance(gold, bool) or isinstance(read, bool):
        return gold is read
    if isinstance(gold, int | float) and isinstance(read, int | float):
        return math.isclose(gold, read, rel_tol=0, abs_tol=NUMBER_TOLERANCE)
    if isinstance(gold, str) and isinstance(read, str):
        return fold(gold) == fold(read)
    return gold == read


def same_label(gold: object, read: object) -> bool:
    """As `same_value`, and upper and lower case are the same."""
    if isinstance(gold, str) and isinstance(read, str):
        return fold(gold).casefold() == fold(read).casefold()
    return same_value(gold, read)


@dataclass(frozen=True, slots=True)
class ListKind:
    """A list of the contract.

    `head` are the fields that make one item: all must agree for a hit. `parts` are counted
    one by one, each as a kind of its own (`indicators.numerator`), between items that were
    aligned by their heads; `measures` are parts that hold an object.
    """

    name: str
    head: tuple[str, ...]
    parts: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


MEASURE_FIELDS = ("text", "operator", "value", "upper", "unit", "date")
# Names of things and of bodies: a report prints them in capitals in one place and not in another.
LABELS = frozenset({"label", "evaluator", "issuer", "unit"})

REPORT_KINDS = ("issuer", "year", "title", "kind")
SCALAR_KINDS = ("title", "status", "status_note", "action", "weight", "outcome", "achievement")
LIST_KINDS = (
    ListKind("plan_references", ("level", "code"), parts=("title", "category")),
    ListKind("footnotes", ("mark", "text")),
    ListKind(
        "indicators", ("text",),
        parts=("numerator", "denominator", "formula", "weight", "unit", "source", "achievement"),
        measures=("baseline", "target", "result"),
    ),
    ListKind("targets", ("label", "operator", "value", "upper", "unit", "date", "section")),
    ListKind("quantities", ("value", "unit", "label", "role", "section")),
    ListKind("series", ("label", "year", "value", "unit")),
    ListKind("dates", ("date", "precision", "role", "section")),
    ListKind("scores", ("evaluator", "value", "maximum", "note")),
    ListKind("citations", ("text",)),
)


def same_unit(gold: object, read: object) -> bool:
    """As `same_label`, and a unit as printed is the same as its name in the contract: "giorni" is `days`."""
    known = {form.casefold(): unit for form, unit in backward("units", "after").items()}
    one, two = (known.get(unit.casefold(), unit) if isinstance(unit, str) else unit for unit in (gold, read))
    return same_label(one, two)


def same_for(field: str) -> Same:
    """How the values of `field` are compared."""
    return same_unit if field == "unit" else same_label if field in LABELS else same_value
