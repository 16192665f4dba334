"""Lists that divide a total, as sentences tell them: parts behind their total, or before it.

    Le 210 visite si sono tenute in primavera e in autunno, rispettivamente 124 e 86.
    Sono stati formati 132 operatori tra infermieri (48), operatori socio-sanitari (66) e fisioterapisti (18).
    Centosei assunzioni nel capoluogo, sessantaquattro in pianura, trenta in montagna: duecento assunzioni in totale.
    La spesa è stata così suddivisa: 45% per fiere, 30% per seminari e 25% per materiale a stampa.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.audit.ratio.overlaps import BOTH, adds_up, may_overlap
from extract.audit.ratio.summands import THE_REST, is_of_others, leads_to_parts, run, said_of, total_at
from extract.audit.words.figures import Figure, figures
from extract.audit.words.likeness import names
from extract.audit.words.places import STOP, cut
from extract.audit.words.saying import Saying
from schemas.evidence import Evidence, Traced
from schemas.report import Objective, SectionName

_PLACES: tuple[SectionName, ...] = ("results", "notes", "description")
_DIVIDED, _FOR_EACH, _ORDERED = Saying("lists", "divided"), Saying("lists", "for_each"), Saying("lists", "ordered")
_SUM, _REMAINING = Saying("lists", "sum"), Saying("lists", "remaining")
_BRACKETED, _NEXT = Saying("lists", "bracketed"), Saying("lists", "next_bracket")
_NOUN = re.compile(r"\s+[^\W\d_]{4,}")
_ABBREVIATED = re.compile(r"(?<=\b[a-mo-z])\.(?=[a-z]\b|\s*(?:[,;)]|[a-z\d]))")  # "in c.a.", not "n."
_COUNTED = re.compile(r"(?:\s+[^\W\d_]+){1,2}")
_CLOSED = re.compile(r"\s*\)")
_ON, _REST, _STOP = Saying("lists", "goes_on"), Saying("lists", "rest"), Saying("lists", "stop")
_LEAST, _MOST = 0.75, 1.35  # what listed numbers sum to, in totals, if they are its parts
_WHOLE = 100.0
_SEVERAL = 3  # shares that each have their "per il", and numbers of which one may be the sum of the others


class Listed(NamedTuple):
    """A total and its parts, with what shows them; the total of shares is 100 and is not shown.

    `whole` where nothing says that there are others, `firm` where the words say that the parts make the total, `shared`
    where one thing may be in two of the parts, `summed` where the total is told behind its parts as their sum.
    """

    total: float
    parts: tuple[float, ...]
    unit: str | None
    shown: tuple[Traced, ...]
    starts: frozenset[int]
    whole: bool
    firm: bool
    shared: bool = False
    summed: bool = False


_READABLE = 40  # numbers of a sentence: more are a table without its lines, which divides nothing in words


def divisions(objective: Objective) -> Iterator[Listed]:
    """Each total that a sentence, or the cell of a result, divides in so many words, with all of its parts."""
    for proof in _texts(objective):
        for found in _sentences(_ABBREVIATED.sub(" ", proof.quote)):
            yield from _in(proof, found)


def _texts(objective: Objective) -> Iterator[Evidence]:
    sections = (objective.sections.get(name) for name in _PLACES)
    told = [proof for section in sections if section is not None for proof in section.evidence]
    yield from told
    for one in objective.indicators:
        if one.result is not None:
            cell = max(one.result.evidence, key=lambda proof: len(proof.quote))
            if not any(proof.start <= cell.start < proof.end for proof in told):
                yield cell


def _sentences(text: str) -> Iterator[Sequence[Figure]]:
    """The numbers of each sentence that has enough of them; one that says "di questi" goes on from the one before."""
    every = figures(text)
    if len(every) < 2:
        return
    stops = [0, *(found.end() for found in _STOP.finditer(text)), len(text)]
    for first, last in pairwise(stops):
        found = [one for one in every if first <= one.start < last]
        if 1 < len(found) <= _READABLE:
            yield found


def _in(proof: Evidence, found: Sequence[Figure]) -> Iterator[Listed]:
    taken = 0
    for at in range(len(found)):
        if at < taken:
            continue
        one = _behind(proof, found, at) or _ordered(proof, found, at) or _before(proof, found, at)
        if one is None and found[at].unit == "%":
            one = _shares(proof, found, at)
        if one is not None:
            taken = at + len(one.parts)
            yield one


def _behind(proof: Evidence, found: Sequence[Figure], at: int) -> Listed | None:
    """The parts that begin at a number, and the total that is told behind them."""
    for last in range(at + 2, len(found)):
        total, parts = found[last], found[at:last]
        if not total_at(total.text, parts, total) and not _is_sum(total.text, parts, total):
            continue
        if total.unit == "%" or not _fit(total, parts):
            continue  # "e 5 gratuiti fanno in tutto 48": what is called so is the one behind
        if len(run(total.text, parts, None)) < len(parts):
            return None
        return _of(proof, total, parts, firm=at == 0)._replace(summed=at == 0)
    return None


def _is_sum(text: str, parts: Sequence[Figure], total: Figure) -> bool:
    """True for a sum in note form, or of what kinds of things are called together."""
    between = text[parts[-1].end : total.start]
    noun = total.label.split(" ")[0] if total.unit is None else ""
    behind = _NOUN.match(text, total.end)
    return _SUM.search(between) is not None and (behind is None or names(noun, "altogether") is not None)


def _ordered(proof: Evidence, found: Sequence[Figure], at: int) -> Listed | None:
    """The numbers that "rispettivamente" or brackets behind names make the parts of the one before."""
    text, total = found[at].text, found[at]
    if at + 1 == len(found) or total.unit == "%" or STOP.search(text, total.end, found[at + 1].start):
        return None
    lead = text[total.end : found[at + 1].start]
    bracketed = _BRACKETED.search(lead) is not None and _CLOSED.match(text, found[at + 1].end) is not None
    if not bracketed and not _ORDERED.search(lead) and not _DIVIDED.search(lead):
        return None
    parts = _linked(text, found, at + 1, _NEXT if bracketed else _ON)
    return _of(proof, total, parts, firm=True) if _fit(total, parts) else None


def _before(proof: Evidence, found: Sequence[Figure], at: int) -> Listed | None:
    """The total at a number, and the parts that are listed behind it."""
    text, total = found[at].text, found[at]
    if at + 2 >= len(found) or total.unit == "%" or (at and is_of_others(text, found[at - 1], total)):
        return None
    leads = leads_to_parts(text, total, found[at + 1])
    parts = run(text, found[at + 1 :], total) if leads else ()
    made = 0.0
    for last, part in enumerate(parts, start=1):
        made += part.value
        if made == total.value and last > 1:
            parts = parts[:last]
            break
    return _of(proof, total, parts) if made >= total.value and _fit(total, parts) else None


def _fit(total: Figure, parts: Sequence[Figure]) -> bool:
    if len(parts) < 2 or any(part.value >= total.value or part.unit not in (total.unit, None) for part in parts):
        return False
    return _LEAST * total.value <= sum(part.value for part in parts) <= _MOST * total.value


def _shares(proof: Evidence, found: Sequence[Figure], at: int) -> Listed | None:
    """The percentages from a number on that are said to divide something, or each "per il" so much."""
    text = found[at].text
    lead = text[found[at - 1].end if at else 0 : found[at].start]
    lead = lead[max((stop.end() for stop in STOP.finditer(lead)), default=0) :]
    parts = _linked(text, found, at, _ON)
    each = len(parts) >= _SEVERAL and all(_FOR_EACH.search(text, max(0, one.start - 10), one.start) for one in parts)
    if len(parts) < 2 or any(one.unit != "%" for one in parts):
        return None
    if not (each or _DIVIDED.search(lead) or _REMAINING.search(text, 0, parts[-1].start)):
        return None
    made = sum(part.value for part in parts)
    return _of(proof, None, parts, firm=True) if _LEAST * _WHOLE <= made <= _MOST * _WHOLE else None


def _linked(text: str, found: Sequence[Figure], at: int, link: Saying) -> Sequence[Figure]:
    """The numbers from `at` on that commas, "e" or brackets link."""
    last = at
    while last + 1 < len(found) and link.match(text[found[last].end : found[last + 1].start]):
        last += 1
    return found[at : last + 1]


def _of(proof: Evidence, total: Figure | None, parts: Sequence[Figure], *, firm: bool = False) -> Listed:
    every = sorted((*([total] if total else ()), *parts), key=lambda one: one.start)
    text, first = every[0].text, every[0].start
    stop = STOP.search(text, every[-1].end)
    said = text[first : stop.start() if stop else None]
    kinds = said_of(text, parts)
    opening = text[total.end : every[1].start] if total is not None and total is every[0] else ":"
    return Listed(
        total.value if total else _WHOLE, tuple(one.value for one in parts), parts[0].unit,
        tuple(Traced(evidence=(cut(proof, proof.start + one.start, proof.start + _shown(one)),)) for one in every),
        frozenset(proof.start + one.start for one in every), _REST.search(said) is None, firm,
        not _leaves_none(text, parts) and (
            may_overlap(opening, kinds) or BOTH.search(said) is not None or adds_up([one.value for one in parts], kinds)
        ),
    )


def _leaves_none(text: str, parts: Sequence[Figure]) -> bool:
    """True where the last part is all that the others leave."""
    return len(parts) > 1 and THE_REST.search(text[parts[-2].end : parts[-1].start]) is not None


def _shown(one: Figure) -> int:
    """Where what is shown of a number ends: one in words is shown with what it counts, "sei di revoca"."""
    named = None if one.text[one.start].isdigit() else _COUNTED.match(one.text, one.end)
    return named.end() if named else one.end
