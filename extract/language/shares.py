"""Percentages that restate a number beside them: "51 domande, pari all'85%", "accolte n. 51, pervenute n. 60 (85%)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.language.labels import Phrase
from extract.language.reading import Numeral, Reading
from extract.language.roles import Verdict
from extract.language.wholes import is_whole

RATIO_REACH = 5
RESTATING = frozenset({"ossia", "cioè", "ovvero", "pari", "il", "l'", "lo", "al", "all'"})


class Candidate(NamedTuple):
    """A number with what was made of it."""

    numeral: Numeral
    verdict: Verdict
    label: Phrase | None


class Ratio(NamedTuple):
    """Two numbers whose quotient a percentage states, by their places among the candidates."""

    part: int
    whole: int


def restates(reading: Reading, numeral: Numeral) -> bool:
    """True where a percentage stands in parentheses or as an apposition: ", pari all'85%"."""
    if numeral.unit != "%":
        return False
    at = numeral.prefix
    while reading.norm(at - 1) in RESTATING:
        at -= 1
    said = at < numeral.first and reading.norm(at) in {"pari", "ossia", "cioè", "ovvero"}
    said = said or reading.norm(numeral.tail + 1) in {"quelle", "quelli"} or reading.norm(numeral.tail + 1) == "totale"
    return reading.norm(at - 1) == "(" or (said and reading.norm(at - 1) in {",", "–", "-"})


def antecedent(reading: Reading, numeral: Numeral, before: Sequence[Candidate]) -> Phrase | None:
    """The label of the number a percentage restates; none where it restates none."""
    if not before or not restates(reading, numeral) or not _near(reading, before[-1].numeral, numeral):
        return None
    if ratio := stated_ratio(reading, numeral, before):
        return before[ratio.part].label or before[ratio.whole].label
    taken = (one for one in reversed(before[-RATIO_REACH:]) if _near(reading, one.numeral, numeral))
    achieved = (one for one in taken if one.verdict.role != "base" and not (one.label and is_whole(reading, one.label)))
    return next((one.label for one in achieved if one.label), before[-1].label)


def stated_ratio(reading: Reading, numeral: Numeral, before: Sequence[Candidate]) -> Ratio | None:
    """The nearest two numbers before a percentage whose quotient it is, to the decimals it is written with."""
    if numeral.unit != "%" or numeral.operator not in {None, "="}:
        return None
    written = reading.words[numeral.first].text.partition(",")[2]
    start = max(0, len(before) - (RATIO_REACH if written else 2))
    slack = 0.51 / 10 ** len(written)
    places = [at for at in range(start, len(before)) if _near(reading, before[at].numeral, numeral)]
    for whole in reversed(places):
        for part in reversed(places):
            if _is_share(before[part].numeral, before[whole].numeral, numeral.value or 0, slack):
                return Ratio(part, whole)
    return None


def _is_share(part: Numeral, whole: Numeral, percent: float, slack: float) -> bool:
    if not part.value or not whole.value or part.unit != whole.unit or part.unit == "%" or part.value >= whole.value:
        return False
    return abs(100 * part.value / whole.value - percent) <= slack


def bases_by_ratio(reading: Reading, kept: Sequence[Candidate]) -> frozenset[int]:
    """The places of the numbers that a percentage shows to be what it is taken of."""
    return frozenset(_wholes(reading, kept))


def _wholes(reading: Reading, kept: Sequence[Candidate]) -> Iterator[int]:
    for place, one in enumerate(kept):
        if one.numeral.unit != "%" or one.verdict.kind != "quantity":
            continue
        start = max(0, place - RATIO_REACH)
        # The whole may come after: "2.700 fascicoli, pari al 90% dell'arretrato (3.000)".
        for around in (kept[start:place], [*kept[start:place], *kept[place + 1:place + 2]]):
            ratio = stated_ratio(reading, one.numeral, around)
            if ratio and around[ratio.part].verdict.role == "actual" and not around[ratio.whole].verdict.sure:
                yield start + ratio.whole + (ratio.whole >= place - start)
                break


def _near(reading: Reading, one: Numeral, two: Numeral) -> bool:
    """In one sentence, or in two that a semicolon divides."""
    apart = reading.sentence_of[two.first] - reading.sentence_of[one.first]
    return apart == 0 or (apart == 1 and reading.norm(reading.sentence(two.first)[0] - 1) == ";")
