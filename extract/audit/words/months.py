"""The names of the months, and the patterns that the checks make of them."""

from __future__ import annotations

from extract.language.lexicon import mapping

MONTHS = tuple(max(forms, key=len) for forms in mapping("dates", "months").values())
ANY_MONTH = "|".join(MONTHS)
