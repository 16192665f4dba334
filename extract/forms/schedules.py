"""Tables that mark the months in which something is done: they hold no values, and are no text of the section above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.forms.rows import TableRow
from extract.language.lexicon import mapping

_FEWEST = 4  # periods
_LONGEST = 3  # characters of a mark
_INITIALS = "GFMAMGLASOND"
_QUARTER = re.compile(
    r"(?i)(?:[1-4]\s?[°º^]?\s*(?:trim(?:estre|\.)?|bim(?:estre|\.)?|T)|(?:I{1,3}|IV)(?:\s*trim(?:estre|\.)?)?"
    r"|[QT]\s?[1-4])"
)


def is_schedule(rows: Sequence[TableRow]) -> bool:
    """Whether months or quarters stand side by side in one of the first two rows, over nothing but marks."""
    for place, row in enumerate(rows[:2]):
        texts = [slot.text for slot in row.filled()]
        own = [text for text in texts if _is_period(text)]
        if len(own) >= _FEWEST and len(texts) - len(own) <= 2 and _in_order(own):
            first = next(slot for slot in row.filled() if _is_period(slot.text))
            below = [slot.text for other in rows[place + 1 :] for slot in other.filled() if slot.x0 >= first.x0 - 1]
            return all(len(text) <= _LONGEST and not any(map(str.isdigit, text)) for text in below)
    return False


def _is_period(text: str) -> bool:
    return (len(text) == 1 and text in _INITIALS) or _month(text) is not None or _QUARTER.fullmatch(text) is not None


def _month(text: str) -> int | None:
    return next((int(number) for number, forms in mapping("dates", "months").items() if text.lower() in forms), None)


def _in_order(texts: Sequence[str]) -> bool:
    """Whether single letters are the initials of months one after the other; names may skip some."""
    if all(len(text) == 1 for text in texts):
        return "".join(texts) in _INITIALS
    numbers = [number for text in texts if (number := _month(text))]
    return all(a < b for a, b in pairwise(numbers))
