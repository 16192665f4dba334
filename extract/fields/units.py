"""The unit that the name of a measure tells: "tempo medio in giorni", "% di completamento"."""

from __future__ import annotations

import re
from functools import cache

from extract.language.lexicon import backward

_WORD = re.compile(r"[^\s(),;:/]+")
_HEAD = 3  # words of a name among which its unit stands, "num. medio giorni"
_SAID = re.compile(r"(?i)(?:\bin\s+|\()\s*(?:n\.\s*)?([^\s()]+)\s*(?:\)|$|\s)")


def unit_named(name: str) -> str | None:
    """The unit a measure's name tells, in the contract's words (`days`, `%`, `EUR`); None where it tells none."""
    said = (_known().get(found[1].lower()) for found in _SAID.finditer(name))
    head = (_known().get(word.lower()) for word in _WORD.findall(name)[:_HEAD])
    return next((unit for unit in (*said, *head) if unit), None)


@cache
def _known() -> dict[str, str]:
    units = {form: unit for form, unit in backward("units", "after").items() if unit != "years"}
    return {**units, "percentuale": "%"}
