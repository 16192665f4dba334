"""The names of the months, and the patterns that the checks make of them."""

from __future__ import annotations

MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
    "novembre", "dicembre",
)
ANY_MONTH = "|".join(MONTHS)
