"""Where a title ends that no label follows: some bodies describe an objective right below its heading."""

from __future__ import annotations

from collections.abc import Iterator

from extract.marks import is_unfinished

_LONGEST = 100  # characters of a heading's title: what is longer and ends as a sentence holds something else too
_SHORTEST = 60  # characters of a description


def end_of_title(text: str, start: int, end: int) -> int:
    """Where the title that begins at `start` ends: at `end`, or before the prose that follows it.

    Prose is what ends as a sentence does and is no title in capitals; it begins with a line of its own.
    """
    stretch = text[start:end].strip()
    if len(stretch) <= _LONGEST or not stretch.endswith((".", ";", ":")):
        return end
    widest = max(len(line) for line in stretch.splitlines())
    for at in _line_starts(text, start, end):
        above, rest = text[start:at].rstrip(), text[at:end].strip()
        if len(rest) < _SHORTEST or rest.isupper() or len(above) > _LONGEST:
            return end
        if above.strip() and rest[0].isupper() and not is_unfinished(above) and _is_short(above, rest, widest):
            return at
    return end


def _is_short(above: str, rest: str, widest: int) -> bool:
    """Whether the line above is not full: the next word would have stood on it."""
    return len(above.splitlines()[-1]) + 1 + len(rest.split(maxsplit=1)[0]) <= widest


def _line_starts(text: str, start: int, end: int) -> Iterator[int]:
    at = text.find("\n", start, end)
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1, end)
