"""Numbers of results that the grammar read as no values, as the checks between years see them: of what, of which year.

Spelled out, with their name before them, or named by a number before: "ne erano stati erogati per 412.500".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import inf

from extract.audit.words.figures import Figure, figures
from extract.audit.words.likeness import akin, opens, stem, terms
from extract.audit.words.moments import year_of
from extract.audit.words.places import clause_at
from extract.audit.words.referred import stands_for
from extract.audit.words.saying import Saying
from extract.audit.years.kin import Fact, Shown

_LEAD = 24
_REACH = 120
_TIMES = 3.5  # times by which two values of one thing may differ where only a pronoun says that it is one
_RIVAL = 20.0  # times from which nobody takes one for the other
_NEAR = 60
_NO_RESULT = re.compile(
    r"(?i)\b(?:almeno|target|previst\w+|programmat\w+|attes\w+|su|di\s+cui|oltre|circa|articol[oi]|n\.)\W*\Z"
)
_STOP = re.compile(r"[;•●▪]|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n\s*\n")
_OF_IT, _DONE = Saying("referred", "of_it"), Saying("referred", "done")
_ALONE, _SHARE_BEHIND = Saying("referred", "alone"), Saying("before", "share_behind")


def unread(results: str, told: Shown, year: int, measured: str) -> Iterator[tuple[Fact, bool]]:
    """The numbers of a text of results, and whether a pronoun names them; `measured`: by the only indicator.

    A number that a pronoun names is of what the number before it counts if it is of an earlier year, else of what is
    measured.
    """
    named: list[tuple[Figure, str]] = []
    for one in figures(results):
        if _NO_RESULT.search(results[max(0, one.start - _LEAD) : one.start]) or _SHARE_BEHIND.match(results, one.end):
            continue
        of = year_of(results, one.start, one.end, year) or year
        label, unit, by_pronoun = _called(results, one, named, measured if of == year else "", earlier=of < year)
        named.append((one, label))
        yield Fact(label, of, one.value, unit, told, prose=True), by_pronoun


def _called(
    text: str, one: Figure, before: Sequence[tuple[Figure, str]], measured: str, *, earlier: bool
) -> tuple[str, str | None, bool]:
    """The name and the unit of a number, and whether a pronoun tells them."""
    if _names(one.label):
        return one.label, one.unit, False
    if earlier and (meant := _meant(text, before, one)):
        return *meant, True
    if measured and not before and _is_of_it(text, one):
        return measured, one.unit, True
    return clause_at(text, one.start).replace(text[one.start : one.end], " ", 1), one.unit, False


def _names(label: str) -> bool:
    """Whether words beside a number name anything: "purtroppo ne" does not."""
    return bool(terms(label)) and not opens(label, "nameless") and label.split()[-1].lower() != "ne"


def _is_of_it(text: str, one: Figure) -> bool:
    """True where the first number of a text is of what is measured, which nobody names again."""
    return stands_for(text, one, first=True) or _ALONE.search(text[max(0, one.start - _REACH) : one.start]) is not None


def _meant(text: str, before: Sequence[tuple[Figure, str]], one: Figure) -> tuple[str, str | None] | None:
    """The name and the unit of the number before that a pronoun brings up again: the only one of its size.

    Where something else is said to have been done, it is a part of that.
    """
    lead = text[max(before[-1][0].end if before else 0, one.start - _REACH) : one.start]
    lead = lead[max((cut.end() for cut in _STOP.finditer(lead)), default=0) :]
    said = _OF_IT.search(lead)
    if said is None:
        return None
    known = [(other, name) for other, name in before if _names(name) and one.unit in (None, other.unit)]
    near = {(name, other.unit): other for other, name in known if _times(one, other) <= _TIMES}
    if len(near) != 1 or len({name for other, name in known if _times(one, other) <= _RIVAL}) != 1:
        return None
    (meant, other), = near.items()
    return meant if _done_alike(said[0], f"{_words_before(text, other)} {meant[0]}") else None


def of_another(text: str, one: tuple[int, int], label: str) -> bool:
    """True where a number is a difference, or of what was done with some of the things it is named after."""
    if _SHARE_BEHIND.match(text, one[1]):
        return True
    said = _OF_IT.search(text, max(0, one[0] - _NEAR), one[0])
    if said is None:
        return False
    told = text[max(0, said.start() - _REACH) : said.start()]
    return not _done_alike(said[0], f"{label} {told}")


def _done_alike(said: str, words: str) -> bool:
    """True where whatever is said to have been done was told before."""
    stems = [stem(word) for word in re.findall(r"[^\W\d_]+", words.lower())]
    return all(any(akin(stem(deed[0].lower()), word) for word in stems) for deed in _DONE.finditer(said))


def _words_before(text: str, one: Figure) -> str:
    lead = text[max(0, one.start - _REACH) : one.start]
    return lead[max((cut.end() for cut in _STOP.finditer(lead)), default=0) :].strip(" :,(")


def _times(one: Figure, other: Figure) -> float:
    """How many times as much as the other the greater of two numbers is."""
    least, most = sorted((abs(one.value), abs(other.value)))
    return most / least if least else inf
