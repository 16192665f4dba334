"""What a number is to its sentence: a target, or a quantity achieved, planned, before, a part, a whole."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple

from extract.language import lexicon
from extract.language.forms import is_adjective, is_participle
from extract.language.goals import goal_cue, is_measured
from extract.language.labels import Phrase
from extract.language.moved import moved
from extract.language.reading import Cue, Numeral, Reading
from extract.language.tense import PLAN_SECTIONS, TOLD_SECTIONS, tense, was_before
from extract.language.values import Hints, Operator, StatementRole
from extract.language.wholes import resembles, takes_in
from extract.language.yearbound import bound_year

SYMBOLS = frozenset({"<", "<=", ">", ">=", "≥", "≤", "=>", "=<"})
CHANGE_REACH = 10
COMPARED_REACH = 16
BASE_REACH = 4


class Verdict(NamedTuple):
    """A target with its operator, or a quantity with its role; `rule` names what decided, `sure` an explicit cue."""

    kind: Literal["target", "quantity"]
    rule: str
    role: StatementRole | None = None
    operator: Operator | None = None
    sure: bool = True


def judge(reading: Reading, numeral: Numeral, hints: Hints, label: Phrase | None) -> Verdict | None:
    """What a number is; none for a length of time that only qualifies ("entro 30 giorni" in a result)."""
    if verdict := _of_goal(reading, numeral, label):
        return verdict
    if change := _changed(reading, numeral):
        return _of_change(reading, numeral, hints, change)
    time = tense(reading, numeral)
    if time != "planned" and numeral.operator in {None, "="} and _of_others(reading, numeral):
        return Verdict("quantity", "language.role:elsewhere", "context")
    if numeral.operator == "=" and _is_earlier(bound_year(reading, numeral, label), hints):
        return Verdict("quantity", "language.role:before", "baseline")
    if numeral.operator and (verdict := _bounded(numeral, hints, time)) is not None:
        return verdict if verdict.kind == "target" else _quantity(reading, numeral, hints, label)
    if numeral.rule == "language.comparator:entro":
        return None
    plans = hints.section in PLAN_SECTIONS or (hints.section not in TOLD_SECTIONS and time in {"planned", "infinitive"})
    if plans and numeral.about in {"<", ">"} and _explicit_role(reading, numeral) is None:
        return Verdict("target", "language.comparator:oltre", operator=">" if numeral.about == ">" else "<=")
    commits = hints.section in {"title", "plan_reference"} or (plans and numeral.unit == "%")
    if commits and _explicit_role(reading, numeral) is None and not (time == "planned" and numeral.unit != "%"):
        return Verdict("target", "language.target:plan", operator="=", sure=numeral.unit is not None)
    return _quantity(reading, numeral, hints, label)


def _of_goal(reading: Reading, numeral: Numeral, label: Phrase | None) -> Verdict | None:
    """What is called a target, as it was put last; what it was before is none."""
    side = moved(reading, numeral)
    if side == "before":
        return Verdict("quantity", "language.role:goal before", "context")
    cue = None if side else target_cue(reading, numeral)
    if side is None and cue is None:
        return None
    said = _said(reading, cue) if cue else "goal moved"
    operator = numeral.operator or _bare_bound(reading, numeral, label)
    return Verdict("target", f"language.role:{said}", operator=operator)


def _is_earlier(year: int | None, hints: Hints) -> bool:
    return year is not None and hints.year is not None and year < hints.year


def _said(reading: Reading, cue: Cue) -> str:
    return reading.quoted(cue.first, cue.last).lower()


def target_cue(reading: Reading, numeral: Numeral) -> Cue | None:
    """ "il target era 50", "obiettivo: almeno 60": the cue with nothing but links between it and the number."""
    joined = lexicon.words("words", "articles") | lexicon.prepositions("di") | lexicon.prepositions("a")
    links = {":", "=", "(", "è", "era", "erano", "fissato", "fissata", "previsto", "in", "pari"} | joined
    at = numeral.prefix
    while at > 0:
        if cue := reading.cue_ending(at, "target"):
            return None if is_measured(reading, cue.first) else cue
        told = reading.norm(numeral.prefix - 1) in {"in", "a", "di"} or reading.norm(at) in {"è", "era", "erano"}
        if reading.norm(at - 1) not in links and not (told and is_adjective(reading.norm(at - 1))):
            break
        at -= 1
    return goal_cue(reading, numeral)


def _bare_bound(reading: Reading, numeral: Numeral, label: Phrase | None) -> Operator:
    """A bare target asks for at least so much, or at most where less is better."""
    lower = lexicon.words("roles", "lower_is_better")
    head = reading.norm(label.first) if label else ""
    return "<=" if numeral.unit in {"days", "minutes"} or head in lower else ">="


def _bounded(numeral: Numeral, hints: Hints, time: str | None) -> Verdict | None:
    """A number with a comparator: a target, a fact that the comparator rounds, or none for the caller to judge."""
    rule, operator = numeral.rule or "language.comparator", numeral.operator
    symbol = rule.removeprefix("language.comparator:") in SYMBOLS
    target = Verdict("target", rule, operator=operator)
    fact = Verdict("quantity", rule)
    told = hints.section in TOLD_SECTIONS
    planning = hints.section in PLAN_SECTIONS or (not told and time in {"planned", "infinitive"})
    if rule == "language.comparator:entro":
        return target if planning else None
    if operator == "=":
        return target if planning else fact
    if symbol or planning:
        return target
    if time == "fact" and (told or operator in lexicon.words("comparators", "rounding")):
        return fact
    return fact if told and operator in lexicon.words("comparators", "rounding") and time != "planned" else target


def change_around(reading: Reading, numeral: Numeral) -> tuple[Numeral, Numeral] | None:
    """ "passare da 6 a 31": the number before and the number after, one of them the given one."""
    place = reading.place_of[numeral.first]
    near = reading.valued[max(0, place - 1):place + 2]
    return next((pair for pair in pairwise(near) if _from_to(reading, *pair)), None)


def _changed(reading: Reading, numeral: Numeral) -> Literal["from", "to"] | None:
    change = change_around(reading, numeral)
    return None if change is None else "from" if numeral == change[0] else "to"


def _from_to(reading: Reading, one: Numeral, other: Numeral) -> bool:
    source, goal = reading.norm(one.prefix - 1), reading.norm(other.prefix - 1)
    near = 0 <= other.prefix - one.tail <= 6 and reading.same_sentence(one.first, other.first)
    if not near or source not in lexicon.prepositions("da") or goal not in lexicon.prepositions("a"):
        return False
    if reading.norm(one.prefix - 2) == ":" and one.unit == other.unit == "%":
        return True
    first, last = reading.sentence(one.first)
    around = range(max(first, one.prefix - CHANGE_REACH), min(last, other.tail + CHANGE_REACH))
    return any(reading.norm(at) in lexicon.words("roles", "change") for at in around)


def _of_change(reading: Reading, numeral: Numeral, hints: Hints, change: str) -> Verdict:
    if change == "from":
        return Verdict("quantity", "language.role:da-a", "baseline")
    time = tense(reading, numeral)
    planning = time == "planned" or (hints.section not in TOLD_SECTIONS and time != "fact")
    return Verdict("quantity", "language.role:da-a", "planned" if planning else "actual")


def _quantity(reading: Reading, numeral: Numeral, hints: Hints, label: Phrase | None) -> Verdict:
    explicit = _explicit_role(reading, numeral)
    if explicit:
        return explicit
    said = {reading.norm(at) for at in range(label.first, label.last)} if label else set()
    own = label is not None and numeral.unit != "%" and _is_own(reading, numeral, label)
    if label and own and any(reading.cues_within(label.first, label.last, "planned")):
        return Verdict("quantity", "language.role:previsti", "planned")
    if label and reading.norm(label.first) in lexicon.words("roles", "planned_nouns"):
        return Verdict("quantity", "language.role:previsti", "planned")
    year = bound_year(reading, numeral, label)
    if year and hints.year and year != hints.year:
        return Verdict("quantity", f"language.role:{year}", "baseline" if year < hints.year else "planned")
    time = tense(reading, numeral)
    if year is None and time != "planned" and was_before(reading, numeral, hints.section, hints.year):
        return Verdict("quantity", "language.role:before", "baseline")
    if label and hints.denominators and _is_own(reading, numeral, label) and resembles(said, hints):
        return Verdict("quantity", "language.role:denominator", "base")
    return _by_section(hints, time)


def _of_others(reading: Reading, numeral: Numeral) -> bool:
    """ "la media regionale è pari al 71%": a value to compare with, said of a mean or a datum."""
    floor, _ = reading.sentence(numeral.first)
    elsewhere, compared = lexicon.words("roles", "elsewhere"), lexicon.words("roles", "compared")
    for at in range(numeral.prefix - 1, max(floor, numeral.prefix - COMPARED_REACH) - 1, -1):
        aside = reading.norm(at) == "," and at < numeral.prefix - 1
        if at in reading.place_of or aside or reading.norm(at) in {";", "mentre"}:
            return False
        if reading.norm(at) in elsewhere and {reading.norm(at - 1), reading.norm(at - 2)} & compared:
            return True
    return False


def _is_own(reading: Reading, numeral: Numeral, label: Phrase) -> bool:
    """False for a label that another number stands beside: "delle 48 gare programmate ne sono state aggiudicate 41"."""
    other = reading.number_ending(label.first)
    return (other is None or other == numeral) and not reading.number_between(label.last, numeral.prefix)


def _by_section(hints: Hints, time: str | None) -> Verdict:
    if hints.section in TOLD_SECTIONS:
        if time == "planned":
            return Verdict("quantity", "language.role:previsto", "planned", sure=False)
        return Verdict("quantity", "language.role:result", "actual", sure=False)
    if time == "fact" and hints.section != "footnote":
        return Verdict("quantity", "language.role:fact", "actual", sure=False)
    if time in {"planned", "infinitive"} or hints.section in PLAN_SECTIONS:
        return Verdict("quantity", "language.role:plan", "planned", sure=False)
    return Verdict("quantity", "language.role:context", "context", sure=False)


def _explicit_role(reading: Reading, numeral: Numeral) -> Verdict | None:
    """The role a cue beside the number names."""
    if numeral.first in reading.parts:
        return Verdict("quantity", "language.role:di cui", "component")
    if _is_taken_from(reading, numeral):
        return Verdict("quantity", "language.role:dei", "base")
    cue = _cue_before(reading, numeral)
    behind = {reading.norm(numeral.tail), reading.norm(numeral.tail + 1)}
    if behind & lexicon.words("roles", "starting") and (cue is None or cue.label == "baseline"):
        return Verdict("quantity", "language.role:di partenza", "baseline")
    if cue is None:
        return _partitive(reading, numeral)
    follows = {reading.norm(at) for at in (numeral.tail, numeral.tail + 1, numeral.tail + 2)}
    planned = any(reading.cues_within(numeral.tail, numeral.tail + 3, "planned"))
    if planned and cue.last - cue.first + (cue.label == "baseline") > 1:
        return Verdict("quantity", "language.role:previsti", "planned")
    if cue.label == "baseline" and (any(map(takes_in, follows)) and "del" not in follows):
        return Verdict("quantity", f"language.role:{_said(reading, cue)}", "base")
    if cue.label == "baseline" and reading.norm(cue.first) == "contro" and _beside_goal(reading, numeral):
        return Verdict("quantity", "language.role:contro", "planned")
    if cue.label == "baseline" and _is_share(reading, numeral):
        return None
    return Verdict("quantity", f"language.role:{_said(reading, cue)}", "base" if cue.label == "base" else "baseline")


def _beside_goal(reading: Reading, numeral: Numeral) -> bool:
    """ "Il target è stato superato: 118 controlli contro 100": what is compared with is the target."""
    return any(reading.norm(at) == "target" for at in reading.goals if reading.same_sentence(at, numeral.first))


def _is_taken_from(reading: Reading, numeral: Numeral) -> bool:
    """ "96 dei 150 fascicoli", "il 40% delle 75 scuole", "tre lotti dei cinque previsti": what some are taken of."""
    at = numeral.prefix - 1
    if reading.norm(at) not in {"dei", "degli", "delle"} or numeral.unit == "%":
        return False
    part = reading.number_ending(at)
    if part is None and is_participle(reading.norm(numeral.tail)):
        part = reading.number_ending(at - 1)
    if part is None or part.value is None or numeral.value is None:
        return False
    return part.unit == "%" or (part.unit in {None, numeral.unit} and part.value <= numeral.value)


def _is_share(reading: Reading, numeral: Numeral) -> bool:
    """ "contro il 20% delle imprese" names a share, "a partire dal 48% del 2022" a value of that year."""
    of = reading.norm(numeral.tail) in lexicon.prepositions("di")
    return numeral.unit == "%" and of and numeral.tail + 1 not in reading.years


def _cue_before(reading: Reading, numeral: Numeral) -> Cue | None:
    at = numeral.prefix
    for _ in range(2):
        cue = reading.cue_ending(at, "base", "baseline")
        if cue and (cue.last - cue.first > 1 or cue.label == "baseline" or _follows_number(reading, cue)):
            return cue
        if reading.norm(at - 1) not in lexicon.words("words", "articles"):
            return None
        at -= 1
    return None


def _follows_number(reading: Reading, cue: Cue) -> bool:
    """ "su" makes a base only after the number taken of it: "312 su 340 pratiche"."""
    first, _ = reading.sentence(cue.first)
    near = range(max(first, cue.first - BASE_REACH), cue.first)
    return any(at in reading.counted_words and at not in reading.years and not reading.dated(at) for at in near)


def _partitive(reading: Reading, numeral: Numeral) -> Verdict | None:
    """ "Delle 340 istanze pervenute, 312 sono state evase"; "Su 340 istanze, 312"."""
    first, last = reading.sentence(numeral.first)
    opening = reading.norm(numeral.prefix - 1) in {"dei", "degli", "delle", "su", "sui", "sulle", "sugli"}
    place = reading.place_of[numeral.first]
    later = any(other.first < last for other in reading.valued[place + 1:place + 2])
    heads = numeral.prefix - 1 == first or reading.norm(numeral.prefix - 2) in {":", ","}
    return Verdict("quantity", "language.role:partitive", "base") if opening and heads and later else None


def as_base(verdict: Verdict) -> Verdict:
    """The verdict with the role of the whole."""
    return verdict._replace(role="base", rule="language.role:whole")


def with_unit_of_pair(reading: Reading) -> None:
    """ "da 45 a 32 giorni": the first number has the second's unit."""
    numerals = list(reading.numerals)
    for at, (one, other) in enumerate(pairwise(numerals)):
        valued = one.reason is None and other.reason is None and one.value is not None and other.value is not None
        if valued and one.unit is None and other.unit and _from_to(reading, one, other) and one.last == one.tail:
            numerals[at] = one._replace(unit=other.unit)
    reading.numerals = tuple(numerals)
