"""Tables that list objectives again: a summary before the cards, a table of scores behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from extract.divide.fold import Draft
from extract.forms.shape import INNER

_ALIKE = 88  # of 100: titles that are one, though one of them is cut short or spelt otherwise
_MOST = 0.6  # of a table's objectives that stand elsewhere too: then it is a summary


def without_summaries(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts less those of summary tables; what only these say joins the objective they repeat."""
    gone: set[int] = set()
    for rows in _plain_tables(drafts):
        others = [draft for draft in drafts if draft.shape is not rows[0].shape]
        pairs = [(row, other) for row in rows if (other := _same(row, others)) is not None]
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


def _same(row: Draft, others: Sequence[Draft]) -> Draft | None:
    """The objective that a row of a summary repeats: by its title, or by its code or number where it has no title."""
    title = row.title()
    if title:
        scored = [(fuzz.ratio(title, name), place) for place, other in enumerate(others) if (name := other.title())]
        best = max(scored, default=(0.0, 0))
        return others[best[1]] if best[0] >= _ALIKE else None
    keys = {row.key("code"), row.key("number")} - {""}
    return next((other for other in others if keys & {other.key("code"), other.key("number")}), None)


def _says(draft: Draft, role: str) -> bool:
    alike = {"weight": "objective_weight", "achievement": "objective_achievement"}
    return draft.first(role) is not None or draft.first(alike.get(role, role)) is not None
