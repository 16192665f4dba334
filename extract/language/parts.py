"""Parts of a whole: "187 imprese, di cui 121 in presenza e 66 da remoto", "64 imprese (51 ammesse e 13 escluse)"."""

from __future__ import annotations

from collections.abc import Iterator

from extract.language import lexicon
from extract.language.forms import is_verb
from extract.language.reading import Cue, Numeral, Reading

FIRST_REACH = 8
NEXT_REACH = 14
"""How many words may stand between "di cui" and its first number, and between one part and the next."""
MOST_PARTS = 60
SETTLED = frozenset({",", "e", "ed", "o", "(", "nonché"})


def find_parts(reading: Reading) -> None:
    """Add which numbers are parts, and of which whole."""
    found: dict[int, int] = {}
    for cue in (one for one in reading.cues if one.family == "component"):
        if before := reading.number_ending(cue.first):
            found[before.first] = before.first
            continue
        whole = _whole_before(reading, cue)
        parts = _after_cue(reading, cue)
        found.update({part.first: whole.first if whole else part.first for part in _chain(reading, parts, whole)})
    for place, whole in enumerate(reading.valued):
        if whole.first not in found:
            found.update({part.first: whole.first for part in _summands(reading, place, whole)})
    reading.parts = found


def _whole_before(reading: Reading, cue: Cue) -> Numeral | None:
    """The last number before a cue in its sentence."""
    floor, _ = reading.sentence(cue.first)
    at = next((at for at in range(cue.first - 1, floor - 1, -1) if at in reading.place_of), None)
    return None if at is None else reading.valued[reading.place_of[at]]


def _after_cue(reading: Reading, cue: Cue) -> Iterator[Numeral]:
    """The numbers after "di cui"; none after "nel corso dei quali" and "di cui alla legge"."""
    sets_scene = reading.norm(cue.first - 1) in lexicon.words("words", "times")
    if sets_scene or reading.norm(cue.last) in lexicon.prepositions("a"):
        return
    limit = min(reading.sentence(cue.first)[1], cue.last + FIRST_REACH)
    first = next((at for at in range(cue.last, limit) if at in reading.place_of), None)
    if first is not None:
        yield from _numbers_from(reading, reading.place_of[first])


def _numbers_from(reading: Reading, place: int) -> Iterator[Numeral]:
    return (reading.valued[at] for at in range(place, min(place + MOST_PARTS, len(reading.valued))))


def _chain(reading: Reading, numerals: Iterator[Numeral], whole: Numeral | None) -> Iterator[Numeral]:
    """The first number and those listed after it, until the sum is the whole's or another thing is said."""
    last: Numeral | None = None
    total: float = 0
    for one in numerals:
        if last and (total == (whole.value if whole else None) or not reading.same_sentence(last.first, one.first)):
            return
        if last and one.unit == "%" and last.unit != "%":
            continue
        if last and not _listed(reading, last, one):
            return
        yield one
        total, last = total + (one.value or 0), one


def _listed(reading: Reading, last: Numeral, one: Numeral) -> bool:
    """True where only a noun phrase and a comma or "e" stand between two numbers of the same unit."""
    if one.prefix - last.tail > NEXT_REACH or one.unit != last.unit or one.operator != last.operator:
        return False
    between = [reading.norm(at) for at in range(last.tail, one.prefix)]
    opened = between.count("(") - between.count(")")
    articles = lexicon.words("words", "articles")
    while between and between[-1] in articles:
        between.pop()
    linked = bool(between) and between[-1] in SETTLED
    return linked and opened >= 0 and not any(is_verb(norm) or norm in {"che", ";"} for norm in between)


def _summands(reading: Reading, place: int, whole: Numeral) -> list[Numeral]:
    """The numbers in parentheses or after a colon that follow a whole and add up to it."""
    later = reading.valued[place + 1:place + 2]
    if not later or later[0].prefix - whole.tail > FIRST_REACH or whole.unit == "%":
        return []
    opens = reading.norm(later[0].prefix - 1)
    if opens not in {"(", ":"} or later[0].unit != whole.unit or not reading.same_sentence(whole.first, later[0].first):
        return []
    parts: list[Numeral] = []
    for one in _numbers_from(reading, place + 1):
        if not reading.same_sentence(whole.first, one.first) or one.unit != whole.unit:
            break
        parts.append(one)
        if sum(part.value or 0 for part in parts) >= (whole.value or 0):
            break
    return parts if len(parts) > 1 and sum(part.value or 0 for part in parts) == whole.value else []
