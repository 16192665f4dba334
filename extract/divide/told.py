"""What a labelled cell holds in truth, by what stands beside its label."""

from __future__ import annotations

import re

from extract.forms.entries import Entry
from extract.forms.shape import is_value
from extract.language.lexicon import words

_NUMBERED = re.compile(r"\d\s*:?\s*$")  # a label with its number
_ACHIEVEMENTS = {"achievement", "objective_achievement"}
_OPENING = 30  # characters in which a status is named


def told(entry: Entry) -> Entry:
    """What a labelled result or status is: what was done, told at length, or the outcome, under "Esito".

    An achievement told in words is an outcome: "Grado di raggiungimento | raggiunto".
    Words beside a number's label that has its number are the title: "Obiettivo n. 4 | Ridurre i tempi".
    """
    text = entry.body.clean()
    if entry.role == "number" and _NUMBERED.search(entry.label.text) and not any(map(str.isdigit, text)):
        return entry._replace(role="title")
    if entry.role in _ACHIEVEMENTS and any(map(str.isalpha, text)) and not any(map(str.isdigit, text)):
        return entry._replace(role="status")
    if entry.role not in {"result", "status"}:
        return entry
    if not is_value(text):
        opening = text[:_OPENING].lower()
        withdrawn = entry.role == "status" and any(stem in opening for stem in words("likeness", "withdrawn"))
        return entry if withdrawn else entry._replace(role="results")
    is_outcome = not text[:1].isdigit() and entry.label.clean().casefold().startswith("esito")
    return entry._replace(role="status") if is_outcome else entry
