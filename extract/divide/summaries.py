"""Tables that list objectives again: a summary before the cards, a table of scores behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from extract.divide.draft import Draft
from extract.forms.shape import INNER

_ALIKE = 88  # of 100: titles that are one, though one of them is cut short or spelt otherwise
_MOST = 0.6  # of a table's objectives that stand elsewhere too: then it is a summary


def without_summaries(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts less those of summary tables; what only these say joins the objective they repeat."""
    gone: set[int] = set()
    for rows in _plain_tables(drafts):
        others = _Others([draft for draft in drafts if draft.shape is not rows[0].shape and id(draft) not in gone])
        pairs = [(row, other) for row in rows if (other := others.same(row)) is not None]
        if len(pairs) >= _MOST * len(rows):
            gone.update(map(id, rows))
            for row, other in pairs:
                other.entries += [entry for entry in row.entries if not _says(other, entry.role)]
    return [draft for draft in drafts if id(draft) not in gone]


def _plain_tables(drafts: Sequence[Draft]) -> Iterator[list[Draft]]:
    """The drafts of each table that names objectives and no indicators."""
    tables: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.shape is not None and INNER.isdisjoint(role for role in draft.shape.roles if role):
            tables.setdefault(id(draft.shape), []).append(draft)
    yield from tables.values()


class _Others:
    """The objectives that a summary may repeat, found by their titles, or by code or number where it has no titles."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._titled: dict[str, Draft] = {}
        self._keyed: dict[str, Draft] = {}
        for draft in drafts:
            if title := draft.title():
                self._titled.setdefault(title, draft)
            for role in ("code", "number"):
                if key := draft.key(role):
                    self._keyed.setdefault(key, draft)
        self._titles = list(self._titled)

    def same(self, row: Draft) -> Draft | None:
        """The objective that a row repeats."""
        title = row.title()
        if not title:
            keys = (row.key("code"), row.key("number"))
            return next((self._keyed[key] for key in keys if key in self._keyed), None)
        if title in self._titled:
            return self._titled[title]
        near = process.extractOne(title, self._titles, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return self._titled[near[0]] if near else None


def _says(draft: Draft, role: str) -> bool:
    alike = {"weight": "objective_weight", "achievement": "objective_achievement"}
    return draft.first(role) is not None or draft.first(alike.get(role, role)) is not None
