"""Cards: tables of labels and their values, one pair below the other, which have no head."""

from __future__ import annotations

from collections.abc import Sequence

from extract.forms.heads import Heads
from extract.forms.rows import TableRow

_FEWEST = 4  # different labels
_MOSTLY = 0.6  # of the rows of two cells


def is_card(rows: Sequence[TableRow], heads: Heads) -> bool:
    """Whether most rows are a label and a value: then a pair of labels is one too, "Unità di misura | n."."""
    pairs = [filled for row in rows if len(filled := row.filled()) == 2]
    labels = [head for first, _ in pairs if (head := heads.exact(first.text.rstrip(" :")))]
    both = sum(heads.exact(second.text) is not None for _, second in pairs)
    wide = sum(len(row.filled()) > 2 for row in rows)
    if len({head.role for head in labels}) < _FEWEST:
        return False
    return len(labels) >= max(_MOSTLY * len(pairs), wide) and 2 * both <= len(labels)
