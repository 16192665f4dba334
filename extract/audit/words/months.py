"""The names of the months, and the patterns that the checks make of them."""

from __future__ import annotations

MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
    "novembre", "dicembre",
)
ANY_MONTH = "|".join(MONTHS)
WITHIN_YEAR = "|".join(MONTHS[1:-1])  # neither its beginning nor its end
