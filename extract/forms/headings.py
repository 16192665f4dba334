"""Headings of objectives inside tables."""

from __future__ import annotations

from extract.marks import heading_of
from extract.rulebook import Rulebook
from schemas.rule import HeadingRule


class Headings:
    """Knows the headings of all layouts."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._packs = rulebook.layouts
        patterns = {id(p): p for pack in rulebook.layouts for r in pack.of(HeadingRule) if (p := pack.patterns[r.id])}
        self._patterns = tuple(patterns.values())

    def hold(self, text: str) -> bool:
        """Whether a cell is the heading of an objective."""
        return any(pattern.search(text) for pattern in self._patterns) and any(
            heading_of(text, pack) is not None for pack in self._packs
        )
