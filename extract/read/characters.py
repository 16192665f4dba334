"""What kinds of characters there are: one table, looked up for a whole page at once."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
Kinds = NDArray[np.uint8]

SPACE, BREAK, ODD, RARE = 1, 2, 4, 8  # parts words; ends a line within a word; see below; never written twice

# pdfium writes U+FFFE (older builds U+0002) for a hyphen that ends a line, and no line break after it.
LINE_END_HYPHENS = "\ufffe\x02"

ODD_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
INVISIBLE = (
    *range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
    *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFD), 0xFFFE, 0xFFFF,
)
_LAST = 0x10000  # stands for all characters beyond


def kinds(codes: Codes) -> Kinds:
    """The kinds of characters, a sum of the above each; `ODD` are those that no page shows."""
    found: Kinds = _table()[np.minimum(codes, _LAST)]
    return found


@cache
def _table() -> Kinds:
    table = np.zeros(_LAST + 1, np.uint8)
    table[[code for code in range(0x3001) if chr(code).isspace()]] |= SPACE
    table[list(map(ord, LINE_END_HYPHENS))] |= BREAK
    table[list(INVISIBLE)] |= ODD
    table[[code for code in range(_LAST) if chr(code).isdecimal() or chr(code) in "aeiouAEIOU"]] |= RARE
    return table
