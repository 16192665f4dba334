"""Comparators, roundings and ranges: what stands beside a number and bounds it."""

from __future__ import annotations

from extract.language import lexicon
from extract.language.forms import is_verb
from extract.language.reading import Cue, Numeral, Reading
from extract.language.values import Operator

KEPT_REACH = 12
NOUN_REACH = 4  # words behind a number: those of what it counts, and what bounds it
BOUNDS = frozenset({">=", "<="})
_DENIED: dict[Operator, Operator] = {">": "<=", "<": ">="}
TIMES = frozenset({"days", "hours", "months", "weeks", "minutes"})


def attach_comparators(reading: Reading) -> None:
    """Give each number its operator, its rounding, and the words before and after that belong to it."""
    kept = [_with_comparator(reading, numeral) for numeral in reading.numerals]
    reading.numerals = tuple(_join_ranges(reading, kept))


def _with_comparator(reading: Reading, numeral: Numeral) -> Numeral:
    if numeral.reason or numeral.value is None:
        return numeral
    numeral = _look_left(reading, numeral)
    cue = reading.cue_starting(numeral.tail, "after")
    if cue and numeral.operator is None and reading.same_sentence(numeral.first, cue.first):
        numeral = numeral._replace(operator=_operator(cue.label), tail=cue.last, rule=_rule(reading, cue))
    elif numeral.operator is None and numeral.unit != "years" and (cue := _behind_noun(reading, numeral)):
        numeral = numeral._replace(operator=_operator(cue.label), rule=_rule(reading, cue))
    if numeral.upper is not None and numeral.operator is None:
        return numeral._replace(operator="range", rule="language.comparator:range")
    return numeral


def _behind_noun(reading: Reading, numeral: Numeral) -> Cue | None:
    """ "otto cantieri come minimo", "40 oggetti in su": what bounds a number behind what it counts."""
    for at in range(numeral.tail, numeral.tail + NOUN_REACH):
        if cue := reading.cue_starting(at, "postponed"):
            of_next = any(one.first in range(cue.last, cue.last + 3) for one in reading.numerals)
            bounds = cue.label in BOUNDS and not of_next and reading.same_sentence(numeral.first, cue.first)
            return cue if bounds else None
        if not reading.norm(at).isalpha() or is_verb(reading.norm(at)):
            return None
    return None


def _look_left(reading: Reading, numeral: Numeral) -> Numeral:
    """Walk left over markers, currency, articles, roundings and one comparator."""
    markers = lexicon.words("numbers", "markers")
    articles = lexicon.words("words", "articles")
    at, committed = numeral.prefix, numeral
    while at > 0 and reading.same_sentence(at - 1, numeral.first):
        if reading.norm(at - 1) in markers:
            at -= 1
            committed = committed._replace(prefix=at, marked=True)
        elif cue := reading.cue_ending(at, "comparator"):
            at, operator = _turned(reading, cue)
            committed = committed._replace(prefix=at, operator=operator, rule=_rule(reading, cue))
            break
        elif (cue := reading.cue_ending(at, "within")) and (numeral.unit in TIMES or _is_kept(reading, cue)):
            return committed._replace(prefix=cue.first, operator="<=", rule="language.comparator:entro")
        elif cue := reading.cue_ending(at, "about"):
            at = cue.first
            about = committed.about if committed.about in {"<", ">"} else cue.label
            committed = committed._replace(prefix=at, about=about)
        elif reading.norm(at - 1) in articles | {"+", "("} and reading.cue_ending(at - 1, "comparator"):
            at -= 1
        else:
            break
    return committed


def _turned(reading: Reading, cue: Cue) -> tuple[int, Operator]:
    """ "non doveva superare i 45": what is denied bounds the other way; and where the denial begins."""
    operator, at = _operator(cue.label), cue.first
    while reading.norm(at - 1) in lexicon.words("comparators", "modal"):
        at -= 1
    if operator in _DENIED and reading.norm(at - 1) in lexicon.words("comparators", "negating"):
        return at - 1, _DENIED[operator]
    return cue.first, operator


def _is_kept(reading: Reading, cue: Cue) -> bool:
    """ "contenere i reclami entro 5": the verb bounds even what is no length of time."""
    first, _ = reading.sentence(cue.first)
    keeping = lexicon.words("comparators", "keeping")
    return any(reading.norm(at) in keeping for at in range(max(first, cue.first - KEPT_REACH), cue.first))


def _operator(label: str) -> Operator:
    operators: dict[str, Operator] = {"=": "=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
    return operators[label]


def _rule(reading: Reading, cue: Cue) -> str:
    return f"language.comparator:{reading.quoted(cue.first, cue.last).lower()}"


def _join_ranges(reading: Reading, numerals: list[Numeral]) -> list[Numeral]:
    """ "tra il 70% e l'80%" is one range."""
    joined: list[Numeral] = []
    for numeral in numerals:
        before = joined[-1] if joined else None
        if before and _bounds(reading, before, numeral):
            cue = reading.cue_ending(_skip_articles(reading, before.prefix), "between")
            first = cue.first if cue else before.prefix
            joined[-1] = before._replace(
                last=numeral.last, tail=numeral.tail, upper=numeral.value, unit=numeral.unit or before.unit,
                prefix=first, operator="range", rule="language.comparator:tra",
            )
        else:
            joined.append(numeral)
    return joined


def _bounds(reading: Reading, low: Numeral, high: Numeral) -> bool:
    if low.value is None or high.value is None or low.reason or high.reason or low.value >= high.value:
        return False
    between = [reading.norm(at) for at in range(low.tail, high.prefix)]
    linked = between[:1] in (["e"], ["ed"]) and lexicon.words("words", "articles").issuperset(between[1:])
    return linked and reading.cue_ending(_skip_articles(reading, low.prefix), "between") is not None


def _skip_articles(reading: Reading, at: int) -> int:
    while reading.norm(at - 1) in lexicon.words("words", "prepositions", "il"):
        at -= 1
    return at
