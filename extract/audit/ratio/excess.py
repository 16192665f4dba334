"""Excess: more of a thing than there is, where a text tells both numbers and no percentage.

    Dei 13 comuni dell'unione, 15 hanno aderito.        Sono pervenute 84 istanze e ne sono state accolte 91.

Where anything else may be counted (what was left from before, what was planned, another thing), nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.audit.words.figures import in_digits
from extract.audit.words.likeness import names, speaks_of, terms
from extract.audit.words.places import STOP, cut
from extract.audit.words.ratios import Ratio
from extract.audit.words.saying import Saying
from extract.language import parse_number
from schemas.report import Objective, SectionName

_OVER, _SAID, _BESIDE = Saying("excess", "over"), Saying("excess", "said_of_them"), Saying("excess", "beside")
_PLACES: tuple[SectionName, ...] = ("results", "notes")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"\s([^\W\d_]+)")
_REACH = 120  # characters on either side in which a sentence may say why
_LONGEST = 20_000  # characters of a section that are searched
_MOST = 3.0  # times: of a part that is more, another thing is meant
_YEARS = range(1990, 2100)


def exceeding(objective: Objective, year: int | None) -> Iterator[Ratio]:
    """Each part that results and notes tell of a whole and that is more than it, in the year reported on."""
    for name in _PLACES:
        section = objective.sections.get(name)
        for proof in section.evidence if section is not None else ():
            text, places = in_digits(proof.quote[:_LONGEST])
            for found in _OVER.everywhere(text):
                part, whole = (float(parse_number(found[one]) or 0) for one in ("part", "whole"))
                if not whole < part <= whole * _MOST or part in _YEARS or not _is_of_it(found, text, year):
                    continue
                spans = ((places[found.start(one)], places[found.end(one)]) for one in ("part", "whole"))
                shown = tuple(cut(proof, proof.start + start, proof.start + stop) for start, stop in spans)
                yield Ratio(part, whole, None, terms(found[0]), shown, section=name)


def _is_of_it(found: re.Match[str], text: str, year: int | None) -> bool:
    """True where the same things are counted, all at one time, and none was only planned."""
    if found.start("whole") < found.start("part"):
        word = _WORD.match(text, found.end("part"))
        if not _SAID.match(text, found.end("part")) or (word and names(word[1], "things")):
            return False
    before = text[max(0, found.start() - _REACH) : found.start()]
    before = before[max((one.end() for one in STOP.finditer(before)), default=0) :]
    stop = STOP.search(text, found.end(), found.end() + _REACH)
    said = before + found[0] + text[found.end() : stop.start() if stop else found.end() + _REACH]
    if any(int(one) != year for one in _YEAR.findall(said)):
        return False
    return not (_BESIDE.search(said) or speaks_of(said, "planned") or speaks_of(said, "intended"))
