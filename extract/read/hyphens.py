"""Words broken at a line's end, made whole.

A printer that hyphenates breaks "informatiz-zazione"; one that does not breaks only where a
hyphen or a slash stands anyway, "pre-ruolo", "mantenimento/rafforzamento". Which of the two
a line's end shows is read from the document's own words, not from a dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.read.lines import Piece, Row

SOFT = "\u00ad"  # only ever shown where it breaks a word
SLASH = "/"
TYPOGRAPHIC = "\u2010"  # what printers that hyphenate put at a break
_NEXT_LINE = 2.2  # heights from one line's top to the next: double-spaced type
_BROKEN = re.compile(r"(\w+)[-\u00ad\u2010/]\s*\Z")
_OPENING = re.compile(r"\s*(\S+)")
_LONGEST_WORD = 60
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


class _Break(NamedTuple):
    left: str
    right: str
    mark: str

    @property
    def joined(self) -> str:
        return (self.left + self.right).casefold()

    @property
    def compound(self) -> str:
        return f"{self.left}-{self.right}".casefold()


def mend(rows: Sequence[Row]) -> list[Row]:
    """The rows with each broken word whole on the row where it begins.

    The word keeps its hyphen where it is a compound. What follows it stays on its own row;
    a row that held nothing else goes.
    """
    breaks = {place: found for place, (a, b) in enumerate(pairwise(rows)) if (found := _break(a, b))}
    if not breaks:
        return list(rows)
    words = _vocabulary(rows, breaks)
    if not any(TYPOGRAPHIC in word for word in words):  # then it is the printer's, not the writer's
        breaks = {place: found._replace(mark=found.mark.replace(TYPOGRAPHIC, SOFT)) for place, found in breaks.items()}
    hyphenates = sum(_surely_broken(found, words) for found in breaks.values()) > 1
    mended: list[Row] = []
    for place, row in enumerate(rows):
        if place - 1 not in breaks:
            mended.append(row)
            continue
        head, rest = _parted(row)
        before = mended.pop()
        mended.append(_joined(before, head, _is_compound(breaks[place - 1], words, hyphenates)))
        if rest:
            mended.append(row._replace(pieces=rest))
        else:
            mended[-1] = mended[-1]._replace(end=row.end)
    return mended


def _break(row: Row, following: Row) -> _Break | None:
    if not row.pieces or not following.pieces or row.end != "\n":
        return None
    if row.page != following.page or row.cell != following.cell or not _goes_on(row.pieces[-1], following):
        return None
    tail = _BROKEN.search(_last_token(row)[-_LONGEST_WORD:])
    head = _OPENING.match("".join(piece.text for piece in _parted(following)[0]))
    if tail is None or head is None:
        return None
    mark = tail[0].rstrip()[-1]
    opening = _WORD.match(head[1])
    if opening is None and not head[1][0].isdigit():
        return None
    if mark != SLASH and tail[1][-1].isdigit() and opening is not None:
        return None  # "n. 3-" before a word is a dash, "2020-" before "2022" a hyphen
    return _Break(tail[1], opening[0] if opening else head[1], mark)


def _goes_on(last: Piece, following: Row) -> bool:
    """Whether the next row may carry the sentence on: the same type right below, no page number.

    A word broken at a page's end is not mended into the footer below it.
    """
    first = following.pieces[0]
    if last.box is None or first.box is None:
        return not "".join(piece.text for piece in following.pieces).strip().isdigit()
    height, below = last.box.bottom - last.box.top, first.box.bottom - first.box.top
    return abs(height - below) <= 0.07 * height and 0 < first.box.top - last.box.top < _NEXT_LINE * height


def _last_token(row: Row) -> str:
    token = ""
    for piece in reversed(row.pieces):
        token = piece.text + token
        if piece.gap:
            break
    return token


def _parted(row: Row) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The row's first word, however many pieces it has, and what follows it."""
    first = row.pieces[0]
    opening = _OPENING.match(first.text)
    if opening is not None and first.text[opening.end() :].strip():
        rest = first.text[opening.end() :]
        return (first._replace(text=opening[1]),), (first._replace(text=rest.lstrip()), *row.pieces[1:])
    glued = 1
    while glued < len(row.pieces) and not row.pieces[glued].gap:
        glued += 1
    head = (first._replace(text=first.text.strip()), *row.pieces[1:glued])
    rest_pieces = row.pieces[glued:]
    if rest_pieces:
        rest_pieces = (rest_pieces[0]._replace(gap=""), *rest_pieces[1:])
    return head, rest_pieces


def _joined(row: Row, head: Sequence[Piece], compound: bool) -> Row:
    last = row.pieces[-1]
    whole = last.text.rstrip()
    text = whole if compound else whole[:-1]
    kept = (*row.pieces[:-1], last._replace(text=text)) if text else row.pieces[:-1]
    return row._replace(pieces=(*kept, head[0]._replace(gap=""), *head[1:]))


def _vocabulary(rows: Sequence[Row], breaks: dict[int, _Break]) -> frozenset[str]:
    """Every word of the document that no line's end breaks, in lower case."""
    texts: list[str] = []
    for place, row in enumerate(rows):
        pieces = _parted(row)[1] if place - 1 in breaks else row.pieces
        text = "".join(piece.gap + piece.text for piece in pieces)
        texts.append(_BROKEN.sub("", text) if place in breaks else text)
    found = set(_WORD.findall("\n".join(texts).casefold()))
    return frozenset(found | {word.replace(TYPOGRAPHIC, "-") for word in found if TYPOGRAPHIC in word})


def _surely_broken(found: _Break, words: frozenset[str]) -> bool:
    if found.mark in (SOFT, SLASH):
        return found.mark == SOFT
    known = found.right.casefold() in words or found.compound in words
    return found.joined in words or (found.right[0].islower() and not known)


def _is_compound(found: _Break, words: frozenset[str], hyphenates: bool) -> bool:
    if found.mark in (SOFT, SLASH):
        return found.mark == SLASH
    if len(found.left) == 1 or not found.right[0].islower() or found.compound in words:
        return True
    if found.joined in words or found.right.casefold() not in words:
        return False
    return not hyphenates
