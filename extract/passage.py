"""A passage: text that may be interrupted on the page, and still knows where each character stands.

Sections go on after a running header, a page number or a footnote. A passage is the list of
spans that belong to it, read as one text; whatever is found in it maps back to the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from schemas.document import Document, Line, LineKind, Span
from schemas.evidence import Evidence, Grade, proven

_BULLETS = frozenset("•●▪■◦○·∙‣➢➤►✓✔❑❖\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8")
_BULLET = re.compile(rf"(?m)^[ \t]*[{''.join(_BULLETS)}][ \t]*")

_BROKEN = re.compile(r"(?<=[^\W\d_][^\W\d_])-\n(?=[a-zàèéìòù])")


class Passage:
    """Spans of a document, in order, read as one text with a line break between them.

    Where only struck-out words part two spans of one line, a blank stands between them. Not to be changed.
    """

    __slots__ = ("_clean", "_starts", "document", "spans", "text")

    def __init__(self, document: Document, spans: tuple[Span, ...]) -> None:
        self.document = document
        self.spans = spans
        self._clean: str | None = None
        if len(spans) == 1:  # as most are
            (start, end), = spans
            self._starts: tuple[int, ...] = (0,)
            self.text = document.text[start:end]
            return
        starts, at = [], 0
        for start, end in spans:
            starts.append(at)
            at += end - start + 1
        self._starts = tuple(starts)
        self.text = self._joined()

    def _joined(self) -> str:
        text = self.document.text
        if not self.document.struck:
            return "\n".join([text[start:end] for start, end in self.spans])
        parts: list[str] = []
        for at, span in enumerate(self.spans):
            if at:
                gap = (self.spans[at - 1].end, span.start)
                kept = "".join(text[s.start : s.end] for s in self.document.unstruck(*gap))
                parts.append(" " if gap[0] < gap[1] and "\n" not in text[slice(*gap)] and not kept.strip() else "\n")
            parts.append(text[span.start : span.end])
        return "".join(parts)

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def spans_of(self, start: int, end: int) -> tuple[Span, ...]:
        """The document spans of `text[start:end]`, one for each uninterrupted piece."""
        if len(self.spans) == 1:
            (first, last), = self.spans
            left, right = first + max(start, 0), min(first + end, last)
            return (Span(left, right),) if left < right else ()
        found = []
        for index in range(max(bisect_right(self._starts, start) - 1, 0), len(self.spans)):
            at, span = self._starts[index], self.spans[index]
            if at >= end:
                break
            left, right = max(start - at, 0), min(end - at, span.end - span.start)
            if left < right:
                found.append(Span(span.start + left, span.start + right))
        return tuple(found)

    def position(self, offset: int) -> int:
        """Where a document offset stands in `text`; raises ValueError where it does not."""
        for at, span in zip(self._starts, self.spans, strict=True):
            if span.start <= offset < span.end:
                return at + offset - span.start
        raise ValueError(f"offset {offset} is not in the passage")

    def index_from(self, offset: int) -> int:
        """The first place in `text` that stands at or behind a document offset; its end where none does."""
        index = bisect_right(self.spans, offset, key=lambda span: span.end)
        if index == len(self.spans):
            return len(self.text)
        return self._starts[index] + max(offset - self.spans[index].start, 0)

    def index_to(self, offset: int) -> int:
        """The place in `text` where what stands before a document offset ends."""
        index = bisect_right(self.spans, offset, key=lambda span: span.start) - 1
        if index < 0:
            return 0
        at, span = self._starts[index], self.spans[index]
        return at + min(offset, span.end) - span.start

    def part(self, start: int, end: int) -> Passage:
        """The passage of `text[start:end]`, white space at its ends left out."""
        return Passage(self.document, self._spans_within(start, end))

    def _spans_within(self, start: int, end: int) -> tuple[Span, ...]:
        piece = self.text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        return self.spans_of(left, max(left, start + len(piece.rstrip())))

    def without(self, gone: Iterable[tuple[int, int]]) -> Passage:
        """The passage less the ranges `gone` of its text."""
        kept, at = [], 0
        for start, end in sorted(gone):
            if at < start:
                kept.append((at, start))
            at = max(at, end)
        if not at:
            return self.part(0, len(self.text))
        kept.append((at, len(self.text)))
        return Passage(self.document, tuple(s for start, end in kept for s in self._spans_within(start, end)))

    def outside(self, ranges: Iterable[Span]) -> Passage:
        """The passage less ranges of the document."""
        return Passage(self.document, tuple(_less(self.spans, sorted(ranges))))

    def clean(self) -> str:
        """The text as people quote it: list bullets left out, white space collapsed.

        A word broken by a page's end is whole again; those broken by a line's end already are.
        """
        if self._clean is None:
            text = self.text if _has_no_bullets(self.text) else _BULLET.sub("", self.text)
            self._clean = " ".join((_BROKEN.sub("", text) if "-\n" in text else text).split())
        return self._clean

    def __add__(self, other: Passage) -> Passage:
        return Passage(self.document, self.spans + other.spans)


def _has_no_bullets(text: str) -> bool:
    """True for a text without list bullets."""
    return text.isascii() or _BULLETS.isdisjoint(text)


def _less(spans: Sequence[Span], gone: Sequence[Span]) -> Iterator[Span]:
    """What the sorted ranges `gone` leave of each span."""
    ends = list(accumulate((one.end for one in gone), max))
    for start, end in spans:
        for place in range(bisect_right(ends, start), len(gone)):
            if gone[place].start >= end:
                break
            if start < gone[place].start:
                yield Span(start, gone[place].start)
            start = max(start, gone[place].end)
        if start < end:
            yield Span(start, end)


def body_of(document: Document, is_mark: Callable[[str], bool], but: Iterable[Span] = ()) -> Passage:
    """The document less its running headers, page numbers, footnotes, struck-out text and the ranges `but`.

    A line that `is_mark` knows as a heading or label is never a running header.
    """
    def is_body(line: Line) -> bool:
        return line.kind in (LineKind.HEADER, LineKind.FOOTER) and is_mark(document.text[line.start : line.end].strip())

    runs = _runs(document, LineKind.BODY, is_body)
    parts = [part for run in runs for part in document.unstruck(*run)]
    return Passage(document, tuple(_less(parts, sorted(but))))


def lines_of(document: Document, kind: LineKind) -> Passage:
    """All lines of one kind."""
    return Passage(document, tuple(_runs(document, kind, lambda line: False)))


def _runs(document: Document, kind: LineKind, is_wanted: Callable[[Line], bool]) -> Iterable[Span]:
    """The lines of a kind, and others that are wanted; a line with words that is neither parts them."""
    start: int | None = None
    end = 0
    for own, first, last in document.lines.stretches():
        if own is kind:
            start, end = (document.lines.starts[first] if start is None else start), document.lines.ends[last]
            continue
        for line in document.lines[first : last + 1]:
            if is_wanted(line):
                start, end = (line.start if start is None else start), line.end
            elif start is not None and document.text[line.start : line.end].strip():
                yield Span(start, end)
                start = None
    if start is not None:
        yield Span(start, end)


@dataclass(frozen=True, slots=True)
class Prover:
    """Makes evidence: knows the document and the hash of the rules it is read with."""

    document: Document
    digest: str

    def proof(self, spans: Iterable[Span], rule: str, grade: Grade = Grade.EXACT) -> tuple[Evidence, ...]:
        """Evidence for each span, split where the page ends; white space at the ends left out.

        What stands on a page recognised from its image is graded so, whatever became of it since.
        """
        text, recognised = self.document.text, self.document.recognised
        return tuple(
            proven(
                page, start, text[start:end], boxes, rule, Grade.OCR if page in recognised else grade, self.digest,
                self.document.confidence(start, end) if page in recognised else None,
            )
            for span in spans if span.start < span.end
            for page, start, end, boxes in self.document.locate(*span)
        )

    def within(
        self, passage: Passage, start: int, end: int, rule: str, grade: Grade = Grade.EXACT
    ) -> tuple[Evidence, ...]:
        """Evidence for `passage.text[start:end]`."""
        return self.proof(passage.spans_of(start, end), rule, grade)

    def whole(self, passage: Passage, rule: str, grade: Grade = Grade.EXACT) -> tuple[Evidence, ...]:
        """Evidence for all of a passage, list bullets left out."""
        marks = [] if _has_no_bullets(passage.text) else [found.span() for found in _BULLET.finditer(passage.text)]
        return self.proof(passage.without(marks).spans if marks else passage.spans, rule, grade)
