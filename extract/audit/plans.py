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
_WANTED = re.compile(
    r"(?i)\b(?:stabilit\w*|dispost\w*|chiest\w*|chiede\w*|richied\w+|decis\w+|deliberat\w+|prescri\w+|impo\w+|vuole|voleva|volle|fissat\w+)\s+che\b"
    r"[^.;:\d]{0,80}\Z"
)
_REACH = 90


def is_meant(one: Quantity, text: str | None) -> bool:
    """True for a number of what is planned, by its role or by a verb of what must be done."""
    if one.section not in PLANNED or not one.label or one.value <= 1:
        return False
    if one.role == "planned":
        return True
    words = lead(one, text)
    return one.role in ("context", "actual") and (_MUST.search(words) or _WANTED.search(words)) is not None


def lead(one: Quantity, text: str | None) -> str:
    """The words before a number; `text` is that of the report."""
    at = place(one)
    return "" if text is None else text[max(0, at - _REACH) : at]
