"""The layout that the columns of a table are of."""

from __future__ import annotations

from extract.forms.columns import Columns
from extract.forms.heads import Heads
from extract.rulebook import Pack, Rulebook
from schemas.rule import Recognition


class ColumnPacks:
    """The packs that know columns, and the general one for the columns that none of them knows."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._general = rulebook.general
        known = [(pack, pack.header.recognises) for pack in rulebook.layouts]
        self._packs = [(p, r, Heads(p)) for p, r in known if r is not None and (r.columns or r.spelled)]

    def best(self, columns: Columns) -> tuple[Pack, Columns]:
        """The layout that asks most of these columns and finds it, with its own reading of them."""
        found: list[tuple[int, Pack, Columns]] = []
        for pack, wanted, heads in self._packs:
            own = columns.with_roles(heads)
            if _fits(own, wanted):
                found.append((2 * len(wanted.columns) + 3 * len(wanted.spelled) + len(wanted.without), pack, own))
        if not found:
            return self._general, columns
        _, pack, own = max(found, key=lambda one: one[0])
        return pack, own


def _fits(columns: Columns, wanted: Recognition) -> bool:
    roles, heads = columns.roles(), columns.spelled()
    named = all(any(one.casefold() in head for head in heads) for one in wanted.spelled)
    return named and roles.issuperset(wanted.columns) and roles.isdisjoint(wanted.without)
