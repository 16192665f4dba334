"""Plans: numbers of a description that are to be reached, by the words that lead to them."""

from __future__ import annotations

import re

from extract.audit.places import place
from schemas.report import Quantity

PLANNED = ("description", "expected_benefits")
_MUST = re.compile(
    r"(?i)\b(?:(?:vanno|va|andranno|andrà|andavano|andava|devono|dovevano|dovranno|occorre|occorreva|bisogna\w*)\s+(?:\w+\s+){1,3}?"
    r"|(?:ci\s+)?si\s+attend(?:e|ono|eva|evano)\s+(?:\w+\s+){0,3}?|(?:sono|è)\s+da\s+\w+(?:[aei]re|rsi)\s+(?:\w+\s+){0,2}?"
    r"|(?:occorrono|occorrevano|serv(?:e|ono|iva|ivano))\s+)"
    r"(?:tutt[eio]\s+(?:e\s+)?)?(?:n\.?\s*|le\s+|gli\s+|i\s+)?\Z"
)
_REACH = 60


def is_meant(one: Quantity, text: str | None) -> bool:
    """True for a number of what is planned, by its role or by a verb of what must be done."""
    if one.section not in PLANNED or not one.label or one.value <= 1:
        return False
    if one.role == "planned":
        return True
    at = place(one)
    lead = "" if text is None else text[max(0, at - _REACH) : at]
    return one.role in ("context", "actual") and _MUST.search(lead) is not None
