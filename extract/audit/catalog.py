"""Checks by name: those a person means, and what is said of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from extract.audit.check import Check
from extract.audit.checks import CHECKS
from extract.errors import QueryError

COLUMNS = ("check", "severity", "title", "title_en", "about", "about_en", "example")
BRIEF = ("check", "severity", "title", "title_en")


def family_of(check: str) -> str:
    """The family of a check: `ratio` of `ratio.percentage`."""
    return check.partition(".")[0]


def meant_checks(names: Iterable[str]) -> tuple[Check, ...]:
    """The checks that `names` mean, ids or families; all where none is named. Raises QueryError for unknown ones."""
    wanted = tuple(names)
    for name in wanted:
        if not any(name in (check.id, family_of(check.id)) for check in CHECKS):
            raise QueryError(name, "no check of that id or family", _near(name))
    if not wanted:
        return CHECKS
    return tuple(check for check in CHECKS if check.id in wanted or family_of(check.id) in wanted)


def rows(checks: Iterable[Check]) -> Sequence[Sequence[str]]:
    """What is said of each check, in the order of `COLUMNS`."""
    return [
        (one.id, one.severity, one.title, one.title_en, one.about, one.about_en, one.example) for one in checks
    ]


def _near(name: str) -> str:
    known = [*dict.fromkeys(family_of(check.id) for check in CHECKS), *(check.id for check in CHECKS)]
    tails = {check.id.partition(".")[2]: check.id for check in CHECKS}
    near = [*get_close_matches(name, known, n=3), *(tails[one] for one in get_close_matches(name, tails, n=2))]
    hint = f"did you mean {' or '.join(dict.fromkeys(near))}? " if near else ""
    return f"{hint}obiettivi audit --list-checks names them all"
