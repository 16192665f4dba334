"""Rows of a page for reading: a value on the left, where it is shown on the right."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from extract.errors import printable
from extract.show.place import UNBROKEN, Where, page_of
from schemas.evidence import Evidence

NARROW = 72  # columns below which quotes go under their values instead of beside them
SHOWN_PLACES = 2
_QUOTE = 110  # characters of a quote before its middle is left out


class Style(StrEnum):
    """What a row is; a terminal may colour it, plain text does not change."""

    HEADING = "heading"
    VALUE = "value"
    TEXT = "text"
    ABSENT = "absent"
    ALERT = "alert"


class Proof(NamedTuple):
    """What shows a value: quotes with their places, of the first `limit`; or the places alone."""

    evidence: tuple[Evidence, ...] = ()
    quoted: bool = True
    limit: int = SHOWN_PLACES

    def text(self, where: Where) -> str:
        """`«almeno 5 eventi» p. 12`, with the places as `where` says them."""
        if not self.quoted:
            return "; ".join(dict.fromkeys(map(where, self.evidence)))
        places = tuple(dict.fromkeys(self.evidence))
        text = "; ".join(f"«{shortened(one.quote)}» {where(one)}" for one in places[: self.limit])
        more = len(places) - self.limit
        return f"{text}; e altri {more}" if more > 0 else text


NO_PROOF = Proof()


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `left` wraps in its column, what `right` shows beside it; `fixed` text is not wrapped."""

    left: str
    right: Proof = NO_PROOF
    style: Style = Style.VALUE
    indent: int = 2
    fixed: bool = False


class Printed(NamedTuple):
    """One line of output in its two parts; `left` is padded where there is a right part."""

    left: str
    right: str
    style: Style


def heading(text: str, right: Proof = NO_PROOF) -> Row:
    """The heading of a group."""
    return Row(text, right, Style.HEADING, indent=0)


def absent(text: str) -> Row:
    """What is not there, said."""
    return Row(text, style=Style.ABSENT)


BLANK = Row("", indent=0)


def lay_out(rows: Iterable[Row], width: int, where: Where = page_of) -> Iterator[Printed]:
    """The lines of `rows` on a page of `width` columns, with places as `where` says them."""
    for row in rows:
        right = row.right.text(where)
        lines = _side_by_side(row, right, width) if width >= NARROW else _stacked(row, right, width)
        for left, beside, style in lines:
            yield Printed(left.replace(UNBROKEN, " "), beside.replace(UNBROKEN, " "), style)


def _side_by_side(row: Row, right: str, width: int) -> Iterator[Printed]:
    column = width * 9 // 20 if right else width
    left = _wrapped(row, column)
    beside = textwrap.wrap(right, width - column - 2) if right else []
    for one, other in zip_longest(left, beside, fillvalue=""):
        yield Printed(f"{one:<{column + 2}}" if other else one, other, row.style)


def _stacked(row: Row, right: str, width: int) -> Iterator[Printed]:
    if row.left or not right:
        yield from (Printed(line, "", row.style) for line in _wrapped(row, width))
    pad = " " * (row.indent + 4)
    for line in textwrap.wrap(right, max(width, 24), initial_indent=pad, subsequent_indent=pad):
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


def shown(proof: Iterable[Evidence], limit: int = SHOWN_PLACES) -> Proof:
    """Quotes and places of a value's evidence, of the first `limit`."""
    return Proof(tuple(proof), limit=limit)


def places(proof: Iterable[Evidence]) -> Proof:
    """The places alone, for texts that are themselves the quote."""
    return Proof(tuple(proof), quoted=False)
