"""Whether a finding is about an entry of the gold: at its objective, and showing its quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from corpus.contradictions.said import Finding


def speaks_of(entry: Mapping[str, Any], one: Finding) -> bool:
    """Whether a finding is about this entry of the gold, and of a severity that is right for it."""
    if not at(entry, one):
        return False
    if one.check in entry.get("also", ()):
        return True
    return one.check == entry["check"] and one.severity in entry["severity"] and covered(entry, one, partly=True)


def at(entry: Mapping[str, Any], one: Finding) -> bool:
    """Whether a finding stands at the objective of the entry."""
    where = entry["objective"]
    if where is None or entry.get("anywhere"):
        return True
    if one.number is None and not one.title:
        return covered(entry, one)
    if one.title and where["title"]:
        mine, theirs = _plain(where["title"]), _plain(one.title)
        if theirs.startswith(mine) or mine.startswith(theirs) or mine in theirs:
            return True
        if SequenceMatcher(None, mine, theirs).ratio() > 0.8:
            return True
    return where["number"] is not None and where["number"] == one.number


def covered(entry: Mapping[str, Any], one: Finding, *, partly: bool = False) -> bool:
    """Whether the evidence shows all quotes of the entry; or, partly, two of them (or the only one)."""
    shown = [_plain(quote) for quote in one.quotes]
    hits = sum(any(_shows(shown, either) for either in quote.split("||")) for quote in entry["quotes"])
    needed = min(2, len(entry["quotes"])) if partly else len(entry["quotes"])
    return hits >= needed


def _shows(shown: list[str], quote: str) -> bool:
    """Whether a quote is in the evidence: its words, or each of its numbers."""
    plain = _plain(quote)
    if any(plain in one for one in shown if not plain[:1].isdigit() and not plain[-1:].isdigit()):
        return True
    numbers = re.findall(r"\d+(?:[.,:/]\d+)*", plain)
    return bool(numbers) and all(any(_has(one, number) or _scored(one, number) for one in shown) for number in numbers)


def _scored(text: str, number: str) -> bool:
    """Whether a score (`95/100`) is shown by its value alone."""
    parts = number.split("/")
    return len(parts) == 2 and _has(text, parts[0])


def _has(text: str, number: str) -> bool:
    """Whether a number stands in a text, not as a part of another."""
    return re.search(rf"(?<!\d)(?<!\d[.,]){re.escape(number)}(?!\d)(?![.,]\d)", text) is not None


def _plain(text: str) -> str:
    """Letters and figures without what printing does to them."""
    text = text.replace("’", "'").replace("`", "'").replace("–", "-").casefold()
    return " ".join(text.split())
