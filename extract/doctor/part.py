"""A part of the program or of its surroundings, and how it is."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """How a part is."""

    OK = "ok"
    MISSING = "missing"  # the program works without it, for a price
    BROKEN = "broken"  # the program needs it


class Part(NamedTuple):
    """A part: what was found of it and, where it is missing or broken, what that costs and the command that helps.

    `cost` is Italian and English, parted by a slash.
    """

    name: str
    state: State
    found: str
    cost: str = ""
    remedy: str = ""
