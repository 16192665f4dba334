"""The hash of the checks themselves: findings that other checks made are made again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable


@cache
def checks_digest() -> str:
    """The hash of the sources of all checks and of the sayings they listen for, 16 hexadecimal digits; 1 ms, once.

    It changes with any line of them, a comment too: an audit made once too often is better than one that is stale.
    """
    found = hashlib.sha256()
    checks, sayings = resources.files("extract.audit"), resources.files("rules").joinpath("sayings")
    for name, source in sorted((*_sources(checks), *_sources(sayings))):
        found.update(name.encode() + b"\0" + source + b"\0")
    return found.hexdigest()[:16]


def _sources(folder: Traversable, at: str = "") -> Iterator[tuple[str, bytes]]:
    """Every module of a package and of those in it, by its path below the first."""
    for one in folder.iterdir():
        if one.name.endswith((".py", ".yml")):
            yield at + one.name, one.read_bytes()
        elif one.is_dir():
            yield from _sources(one, f"{at}{one.name}/")
