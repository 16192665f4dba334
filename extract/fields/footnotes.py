"""Footnotes: their marks, their texts, and the objective whose text calls them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from extract.divide import Block
from extract.passage import Passage
from schemas.document import Document, LineKind, Span

RULE = "footnote"
_NOTE = re.compile(r"^\s*\(?(?P<mark>\d{1,3}|\*{1,3}|[a-z](?=\)))\)?\s*(?P<text>\S.*)?$", re.S)


class Note(NamedTuple):
    """A footnote: its mark, and its text as a passage."""

    mark: str
    page: int
    text: Passage


def notes_in(document: Document) -> tuple[Note, ...]:
    """The footnotes of a document, in order."""
    return tuple(_notes(document))


def notes_of(blocks: Sequence[Block], notes: Sequence[Note]) -> list[tuple[Note, ...]]:
    """For each block the notes it calls; a note nobody calls belongs to the block before it."""
    owned: list[list[Note]] = [[] for _ in blocks]
    for note in notes:
        owner = _caller(blocks, note)
        if owner is not None:
            owned[owner].append(note)
    return [tuple(group) for group in owned]


def _notes(document: Document) -> Iterator[Note]:
    mark, page = "", 0
    spans: list[Span] = []
    for line in document.lines:
        text = document.text[line.start : line.end]
        if line.kind is not LineKind.FOOTNOTE or not text.strip():
            continue
        found = _NOTE.match(text)
        if found and (not mark or _follows(mark, found["mark"])):
            if mark and spans:
                yield Note(mark, page, Passage(document, tuple(spans)))
            mark, page, spans = found["mark"], line.page, []
            if found["text"]:
                spans.append(Span(line.start + found.start("text"), line.end))
        elif mark:
            spans.append(Span(line.start, line.end))
    if mark and spans:
        yield Note(mark, page, Passage(document, tuple(spans)))


def _follows(before: str, mark: str) -> bool:
    """A number opens a new note where it counts on, or starts again on a new page."""
    return not (before.isdigit() and mark.isdigit()) or int(mark) == int(before) + 1 or int(mark) == 1


def _caller(blocks: Sequence[Block], note: Note) -> int | None:
    """The block that calls the note, on its page rather than on the one before; else the block it stands in.

    A note may stand a page after its call, where a paragraph crosses the page's end.
    """
    at = note.text.spans[0].start
    last = bisect_right(blocks, at, key=lambda block: block.whole.spans[0].start) - 1
    near = list(takewhile(lambda i: note.page - 1 < _pages(blocks[i]).stop, range(last, -1, -1)))
    mark = re.escape(note.mark)
    for call in (rf"[^\W\d_]{{2}}[)\]”\"’]?{mark}(?![\w/]|[.,]\d)", rf"[^\W\d_]{{2}}\s?\(?{mark}\)"):
        calling = [i for i in near if re.search(call, blocks[i].whole.text)]
        on_page = [i for i in calling if note.page in _pages(blocks[i])]
        if calling:
            return (on_page or calling)[0]
    return last if last >= 0 else None


def _pages(block: Block) -> range:
    """The numbers of the pages the block touches."""
    document, spans = block.whole.document, block.whole.spans
    return range(document.page_at(spans[0].start).number, document.page_at(spans[-1].end - 1).number + 1)
