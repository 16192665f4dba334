"""Footnotes: lines that a mark in the text calls, set small or set apart."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from statistics import median

from extract.read.typeset import SetLine

SMALL = 0.93  # of the body's height
_NEAR = 90  # lines of a text file between a call and its note
_MARK = re.compile(r"\s*[(\[]?(?P<mark>\d{1,3}|\*{1,3}|[a-z](?=[)\]]))[)\]]?(?P<rest>\s+\S|\s*\Z|(?=[^\W\d_]))")
_RULE = re.compile(r"[\s_\-–—=*]*")
_LABEL = re.compile(r"\s*[^\W\d_a-z][\w/’' ]{2,50}:")
_ENDED = re.compile(r"[.;!?]\W*\Z")
_LONGEST_HEADING = 60


def footnote_lines(lines: Sequence[SetLine], others: Container[int] = ()) -> set[int]:
    """The indices of the lines that make up footnotes, their marks included, none of `others`."""
    drawn = [line for line in lines if line.size]
    found = _drawn(lines, _body_size(drawn)) if drawn else _written(lines, others)
    return {index for index in found if index not in others}


def _body_size(lines: Sequence[SetLine]) -> float:
    """The height most characters are set in."""
    sizes = sorted((line.size, line.end - line.start) for line in lines)
    half = sum(length for _, length in sizes) / 2
    for size, length in sizes:
        half -= length
        if half <= 0:
            return size
    return median(size for size, _ in sizes)


def _drawn(lines: Sequence[SetLine], body: float) -> Iterator[int]:
    """On drawn pages: small lines from one whose mark was called, until the type grows again."""
    calls: set[str] = set()
    page, inside = 0, False
    for index, line in enumerate(lines):
        if line.page != page:
            page, inside = line.page, False
        small = 0 < line.size < SMALL * body and not line.in_table
        raised_mark = bool(line.raised) and line.raised[0].start == line.start
        mark = _leading_mark(line) if small or raised_mark else None
        if mark is not None and not line.in_table and (mark in calls or raised_mark):
            inside = True
            calls.discard(mark)
        elif inside and not small:
            inside = False
        if inside:
            yield index
        else:
            calls.update(_calls(line))


def _leading_mark(line: SetLine) -> str | None:
    found = _MARK.match(line.text)
    return found["mark"] if found else None


def _calls(line: SetLine) -> Iterator[str]:
    """The marks a line calls: small words set high, digits glued to a word's end."""
    for span in line.raised:
        if span.start > line.start:
            yield line.text[span.start - line.start : span.end - line.start].strip("()[],.;: ")
    if _MAY_CALL.search(line.text):
        yield from (match[1] for match in _GLUED.finditer(line.text))


_MAY_CALL = re.compile(r"[\d*](?<=[^\s\d].)")  # what every glued mark has, and few lines do
_GLUED = re.compile(
    r"[^\W\d_]{2}[.,;:»”\"’)]?(?:[(\[]?|\s[(\[](?=\d{1,2}[)\]]))(\d{1,2}|\*{1,3})[)\]]?(?![\w*]|[.,/]\d)"
)


def _written(lines: Sequence[SetLine], others: Container[int]) -> Iterator[int]:
    """In text files: lines set apart, from a called mark to the next blank or label."""
    called: dict[str, int] = {}
    index = 0
    while index < len(lines):
        note = [] if index in others else _note_at(lines, index, called)
        if note:
            yield from note
            index = note[-1] + 1
            continue
        called.update((mark, index) for mark in _calls(lines[index]))
        index += 1


def _note_at(lines: Sequence[SetLine], index: int, called: dict[str, int]) -> list[int]:
    """The lines of the footnote that begins at `index`; none where none does."""
    mark = _MARK.match(lines[index].text)
    if mark is None or index - called.get(mark["mark"], -_NEAR - 1) > _NEAR:
        return []
    alone = lines[index].text.strip("()[] \t") == mark["mark"]
    text = _text_of_mark(lines, index) if alone else index
    if text is None or not (alone or (mark["rest"] and _is_set_apart(lines, index))):
        return []
    del called[mark["mark"]]
    note = list(range(index, text + 1))
    for following in range(text + 1, len(lines)):
        if _ends_note(lines[following - 1].text, lines[following].text):
            break
        note.append(following)
    return note


def _is_set_apart(lines: Sequence[SetLine], index: int) -> bool:
    return index > 0 and _RULE.fullmatch(lines[index - 1].text) is not None


def _text_of_mark(lines: Sequence[SetLine], index: int) -> int | None:
    """The line of the text that a mark alone on its line belongs to: right below it, or one further.

    A number with neither a blank around it nor an indented line below is no mark.
    """
    for below in (index + 1, index + 2):
        if below < len(lines) and lines[below].text.strip():
            apart = below > index + 1 or _is_set_apart(lines, index)
            return below if apart or _indent(lines[below].text) > _indent(lines[index].text) else None
    return None


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _ends_note(before: str, text: str) -> bool:
    """Whether a footnote that came to `before` is over at the line `text`."""
    if not text.strip() or _LABEL.match(text) or _MARK.match(text):
        return True
    heading = text.strip()[0].isupper() and len(text.strip()) <= _LONGEST_HEADING
    return heading and _ENDED.search(before) is not None
