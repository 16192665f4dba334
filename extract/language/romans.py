"""Roman numerals: "XIV" is 14."""

from __future__ import annotations

import re

_ROMAN = re.compile(r"(?=[CLXVI])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def parse_roman(text: str) -> int | None:
    """The number below 400 that capitals write, None where they are none or not as one writes it: IIII, VX."""
    if not _ROMAN.fullmatch(text):
        return None
    worth = [_WORTH[letter] for letter in text]
    return sum(-own if own < behind else own for own, behind in zip(worth, [*worth[1:], 0], strict=True))
