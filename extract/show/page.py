"""Rows of a page for reading: a value on the left, where it is shown on the right."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from extract.errors import printable
from schemas.evidence import Evidence

NARROW = 72  # columns below which quotes go under their values instead of beside them
SHOWN_PLACES = 2
_QUOTE = 110  # characters of a quote before its middle is left out


_UNBROKEN = "\u00a0"  # keeps a page's number beside its p.; printed as a blank


class Style(StrEnum):
    """What a row is; a terminal may colour it, plain text does not change."""

    HEADING = "heading"
    VALUE = "value"
    TEXT = "text"
    ABSENT = "absent"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `left` wraps in its column, `right` beside it; `fixed` text is not wrapped."""

    left: str
    right: str = ""
    style: Style = Style.VALUE
    indent: int = 2
    fixed: bool = False


class Printed(NamedTuple):
    """One line of output in its two parts; `left` is padded where there is a right part."""

    left: str
    right: str
    style: Style


def heading(text: str, right: str = "") -> Row:
    """The heading of a group."""
    return Row(text, right, Style.HEADING, indent=0)


def absent(text: str) -> Row:
    """What is not there, said."""
    return Row(text, style=Style.ABSENT)


BLANK = Row("", indent=0)


def lay_out(rows: Iterable[Row], width: int) -> Iterator[Printed]:
    """The lines of `rows` on a page of `width` columns."""
    for row in rows:
        for left, right, style in _side_by_side(row, width) if width >= NARROW else _stacked(row, width):
            yield Printed(left.replace(_UNBROKEN, " "), right.replace(_UNBROKEN, " "), style)


def _side_by_side(row: Row, width: int) -> Iterator[Printed]:
    column = width * 9 // 20 if row.right else width
    left = _wrapped(row, column)
    right = textwrap.wrap(row.right, width - column - 2) if row.right else []
    for one, other in zip_longest(left, right, fillvalue=""):
        yield Printed(f"{one:<{column + 2}}" if other else one, other, row.style)


def _stacked(row: Row, width: int) -> Iterator[Printed]:
    if row.left or not row.right:
        yield from (Printed(line, "", row.style) for line in _wrapped(row, width))
    pad = " " * (row.indent + 4)
    for line in textwrap.wrap(row.right, max(width, 24), initial_indent=pad, subsequent_indent=pad):
        yield Printed("", line, row.style)


def _wrapped(row: Row, width: int) -> Sequence[str]:
    pad = " " * row.indent
    if row.fixed:
        return [pad + row.left]
    hang = pad if row.style is Style.TEXT else pad + "  "
    text = one_line(row.left)
    return textwrap.wrap(text, max(width, 24), initial_indent=pad, subsequent_indent=hang) or [""]


def one_line(text: str) -> str:
    """`text` on one line, white space collapsed, control characters made visible."""
    return printable(" ".join(text.split()))


def shortened(text: str, limit: int = _QUOTE) -> str:
    """`text` on one line; of a long one the first and last whole words, `…` between them."""
    text = one_line(text)
    if len(text) <= limit:
        return text
    before = limit * 3 // 5
    after = limit - before - len(" … ")
    return f"{text[:before].rsplit(' ', 1)[0]} … {text[-after:].split(' ', 1)[-1]}"


def cut(text: str, limit: int) -> str:
    """`text` on one line of at most `limit` columns, ended with `…` after a whole word where it is longer."""
    text = one_line(text)
    if len(text) <= limit:
        return text
    kept = text[: max(limit - 1, 0)]
    return (kept.rsplit(" ", 1)[0] if " " in kept else kept) + "…"


def shown(proof: Iterable[Evidence], limit: int = SHOWN_PLACES) -> str:
    """Quotes and places of a value's evidence: `«almeno 5 eventi» p. 12 @57,312-324,323`, of the first `limit`."""
    places = tuple(dict.fromkeys(proof))
    text = "; ".join(f"«{shortened(one.quote)}» {place(one)}" for one in places[:limit])
    more = len(places) - limit
    return f"{text}; e altri {more}" if more > 0 else text


def places(proof: Iterable[Evidence]) -> str:
    """The places alone, for texts that are themselves the quote."""
    return "; ".join(place(one) for one in proof)


def place(one: Evidence) -> str:
    """`p. 12`, and where the lines of the quote stand on it: `@x0,top-x1,bottom` in points from the top left."""
    if not one.boxes:
        return f"p.{_UNBROKEN}{one.page}"
    x0, top = min(box[0] for box in one.boxes), min(box[1] for box in one.boxes)
    x1, bottom = max(box[2] for box in one.boxes), max(box[3] for box in one.boxes)
    lines = f" ({len(one.boxes)} righe)" if len(one.boxes) > 1 else ""
    return f"p.{_UNBROKEN}{one.page} @{x0:.0f},{top:.0f}-{x1:.0f},{bottom:.0f}{lines}"
