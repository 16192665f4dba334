"""How sentences of checks between years write numbers."""

from __future__ import annotations

_SEPARATORS = str.maketrans(",.", ".,")


def number(value: float) -> str:
    """A number as Italians write it: `1.249.268,82`."""
    text = f"{value:,.10f}".rstrip("0").rstrip(".")
    return text.translate(_SEPARATORS)
