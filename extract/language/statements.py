"""Everything said with numbers in a text, put together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.language import lexicon
from extract.language.forms import is_infinitive, is_verb
from extract.language.labels import Phrase, after_number, rate_phrase, written
from extract.language.moments import find_moments
from extract.language.numbers import may_hold_value
from extract.language.pipeline import read_text
from extract.language.qualifiers import qualifies
from extract.language.reading import Numeral, Reading
from extract.language.roles import Verdict, as_base, change_around, judge, target_cue
from extract.language.series import counted_lists, find_series, series_values
from extract.language.shares import Candidate, antecedent, bases_by_ratio
from extract.language.subjects import before_number, topic
from extract.language.values import Analysis, Hints, Ignored, Statement
from extract.language.wholes import is_whole

NEXT_REACH = 3
SIBLING_REACH = 4


def analyse(text: str, hints: Hints) -> Analysis:
    """Every value, date and series of a text, and every other number with the reason why it is no value.

    Offsets index `text`; line breaks in it are white space, save before a list mark.
    """
    if not may_hold_value(text):
        return Analysis()
    reading = read_text(text)
    series = find_series(reading)
    in_series = {pair.numeral.first for one in series for pair in one}
    kept, ignored = _sorted_out(reading, hints, in_series)
    statements = [*(_statement(reading, one) for one in kept), *counted_lists(reading, hints)]
    return Analysis(
        tuple(sorted(statements, key=lambda one: one.start)),
        tuple(find_moments(reading, hints)),
        tuple(point for one in series for point in series_values(reading, one)),
        tuple(ignored),
    )


def _sorted_out(reading: Reading, hints: Hints, in_series: set[int]) -> tuple[list[Candidate], list[Ignored]]:
    kept: list[Candidate] = []
    ignored: list[Ignored] = []
    for numeral in reading.numerals:
        if numeral.first in in_series:
            continue
        found = numeral.reason if numeral.value is None or numeral.reason else _candidate(reading, numeral, hints, kept)
        if isinstance(found, Candidate):
            kept.append(found)
        else:
            start, end = reading.span(numeral.first, numeral.last)
            ignored.append(Ignored(start, end, found or "code"))
    return list(_with_wholes(reading, kept)), ignored


def _candidate(reading: Reading, numeral: Numeral, hints: Hints, kept: list[Candidate]) -> Candidate | str:
    if _completes(reading, numeral, kept):
        return "qualifier"
    label = _label(reading, numeral, kept)
    verdict = judge(reading, numeral, hints, label)
    if verdict is None:
        return "length of time"
    verdict = _with_time_before(reading, numeral, verdict, kept)
    numeral = _with_unit_before(reading, numeral, verdict, kept)
    reason = qualifies(reading, numeral, verdict, label, hints.section)
    return reason or Candidate(numeral, verdict, label)


def _with_time_before(reading: Reading, numeral: Numeral, verdict: Verdict, kept: list[Candidate]) -> Verdict:
    """ "aveva trattato 1.150 domande, con un tempo medio di 19 giorni": what hangs on one verb is of one time."""
    if not kept or verdict.sure or verdict.kind == "target" or verdict.role not in {"actual", "context"}:
        return verdict
    before = kept[-1]
    timed = before.verdict.role == "baseline" and re.fullmatch(r"language\.role:(before|\d{4})", before.verdict.rule)
    if not timed or not reading.same_sentence(before.numeral.first, numeral.first):
        return verdict
    between = (reading.norm(at) for at in range(before.numeral.tail, numeral.prefix))
    return verdict if any(is_verb(norm) or norm == ")" for norm in between) else before.verdict


def _with_unit_before(reading: Reading, numeral: Numeral, verdict: Verdict, kept: list[Candidate]) -> Numeral:
    """ "è scesa a 62 giorni, rispetto agli 81 del 2017": what is compared has the unit it is compared with."""
    compared = verdict.sure and verdict.role == "baseline" and verdict.rule != "language.role:da-a"
    after = reading.norm(numeral.tail)
    bare = numeral.unit is None and (not after.isalpha() or after in {"del", "nel"})
    if not (compared and bare and kept and reading.same_sentence(kept[-1].numeral.first, numeral.first)):
        return numeral
    return numeral._replace(unit=kept[-1].numeral.unit) if kept[-1].numeral.unit != "%" else numeral


def _completes(reading: Reading, numeral: Numeral, kept: list[Candidate]) -> bool:
    """ "530 studenti di 12 istituti": the second number only describes what the first one counts."""
    label = kept[-1].label if kept else None
    joined = reading.norm(numeral.prefix - 1) == "di" and numeral.unit is None and not numeral.marked
    return joined and label is not None and label.last == numeral.prefix - 1 and label.first >= kept[-1].numeral.last


def _label(reading: Reading, numeral: Numeral, kept: list[Candidate]) -> Phrase | None:
    """The nearest noun phrase that says what is counted: after the number, before it, or that of its neighbour."""
    if change := change_around(reading, numeral):
        after = after_number(reading, change[1]) or rate_phrase(reading, change[1])
        return after or before_number(reading, change[0])
    if restated := antecedent(reading, numeral, kept):
        return restated
    after = after_number(reading, numeral)
    bound = numeral.rule and reading.norm(numeral.prefix)[:1] in "<>=≥≤"
    if target_cue(reading, numeral):
        before = before_number(reading, numeral) or topic(reading, numeral)
        if before and (after is None or reading.norm(before.first) == reading.norm(after.first)):
            return before
    if after and not bound:
        return _variation(reading, numeral, after)
    if numeral.first in reading.parts and not numeral.marked and kept:
        return after or _neighbour(reading, numeral, kept)
    before = before_number(reading, numeral)
    if before is None and not (kept and _elliptic(reading, numeral, kept[-1])):
        before = topic(reading, numeral) if _headed(reading, numeral) else None
    return before or after or _neighbour(reading, numeral, kept) or _unit_noun(numeral)


def _headed(reading: Reading, numeral: Numeral) -> bool:
    """True where the item's own head, before a colon or parenthesis, is what the number is said of."""
    first, _ = reading.sentence(numeral.first)
    return any(reading.norm(at) in {":", "("} for at in range(first, numeral.prefix))


def _elliptic(reading: Reading, numeral: Numeral, before: Candidate) -> bool:
    """True where a number may count what the one before it counts: in one sentence, or taken up by "ne"."""
    if before.label is None:
        return False
    if reading.same_sentence(before.numeral.first, numeral.first):
        return True
    floor, _ = reading.sentence(numeral.first)
    takes_up = any(reading.norm(at) == "ne" for at in range(floor, min(floor + 4, numeral.prefix)))
    return takes_up and reading.sentence_of[numeral.first] - reading.sentence_of[before.numeral.first] == 1


def _neighbour(reading: Reading, numeral: Numeral, kept: list[Candidate]) -> Phrase | None:
    """ "previsti 10 eventi, realizzati 8": the label of the number before, or of the pair's second number."""
    if kept and _elliptic(reading, numeral, kept[-1]) and kept[-1].numeral.unit in {None, numeral.unit, "%"}:
        return kept[-1].label
    place = reading.place_of[numeral.first]
    later = reading.valued[place + 1:place + 2]
    if not later or later[0].prefix - numeral.tail > NEXT_REACH or later[0].unit not in {None, numeral.unit}:
        return None
    return after_number(reading, later[0]) if reading.same_sentence(numeral.first, later[0].first) else None


def _variation(reading: Reading, numeral: Numeral, after: Phrase) -> Phrase:
    """ "una riduzione del 5% dei tempi" counts the reduction of the times."""
    at = numeral.prefix - 1
    varies = reading.norm(at - 1) in lexicon.words("roles", "variation") and not is_infinitive(reading.norm(at - 1))
    if not varies or reading.norm(at) not in lexicon.prepositions("di") or numeral.unit != "%":
        return after
    link = reading.quoted(numeral.tail, after.last)
    return Phrase(at - 1, after.last, f"{reading.words[at - 1].text} {link}")


def _unit_noun(numeral: Numeral) -> Phrase | None:
    if numeral.unit in lexicon.words("units", "nouns") and numeral.tail > numeral.last:
        return Phrase(numeral.tail - 1, numeral.tail)
    return None


def _with_wholes(reading: Reading, kept: list[Candidate]) -> Iterator[Candidate]:
    """Among the numbers of a sentence the one said of what a ratio is taken of is its base."""
    shown = bases_by_ratio(reading, kept)
    for place, one in enumerate(kept):
        around = (*kept[max(0, place - SIBLING_REACH):place], *kept[place + 1:place + 1 + SIBLING_REACH])
        others = [two for two in around if two.verdict.role == "actual" and two.label and _near(reading, one, two)]
        by_form = not one.verdict.sure or one.verdict.rule == "language.role:previsti"
        plain = one.verdict.role in {"actual", "planned"} and by_form
        formed = one.label and is_whole(reading, one.label) and any(_siblings(reading, one, two) for two in others)
        yield one._replace(verdict=as_base(one.verdict)) if plain and (formed or place in shown) else one


def _near(reading: Reading, one: Candidate, two: Candidate) -> bool:
    apart = abs(reading.sentence_of[one.numeral.first] - reading.sentence_of[two.numeral.first])
    later = max(one.numeral.first, two.numeral.first)
    return apart == 0 or (apart == 1 and reading.norm(reading.sentence(later)[0] - 1) == ";")


def _siblings(reading: Reading, one: Candidate, two: Candidate) -> bool:
    """True where two labels share their head and only the first is the whole; of two wholes it is the greater."""
    if one.label is None or two.label is None or one.label == two.label or one.numeral.unit != two.numeral.unit:
        return False
    if reading.norm(one.label.first) != reading.norm(two.label.first):
        return False
    greater = one.numeral.first > two.numeral.first and (one.numeral.value or 0) >= (two.numeral.value or 0)
    return greater or not is_whole(reading, two.label)


def _statement(reading: Reading, one: Candidate) -> Statement:
    numeral, verdict, label = one
    follows = label is not None and numeral.tail - 1 <= label.first <= numeral.tail + 1
    last = max(numeral.tail, label.last) if label and follows else numeral.tail
    cue = target_cue(reading, numeral) if verdict.kind == "target" else None
    start, end = reading.span(cue.first if cue else numeral.prefix, last)  # "il target era 50" shows why it is one
    span = reading.span(label.first, label.last) if label else None
    unit = _unit(reading, numeral, label)
    return Statement(
        start, end, verdict.kind, numeral.value or 0, numeral.upper, verdict.operator, unit,
        written(reading, label) if label else None, span, verdict.role, verdict.rule,
    )


def _unit(reading: Reading, numeral: Numeral, label: Phrase | None) -> str | None:
    """The number's own unit, or that of its label's head: "num giorni di regolarizzazione <60".

    "Due giornate di formazione" are events, not a length of time.
    """
    unit = numeral.unit
    head = reading.norm(label.first) if label else ""
    if label and head in lexicon.words("units", "events") and label.last - label.first > 1:
        return None
    if unit is None and head:
        named = lexicon.backward("units", "after").get(head)
        unit = named if named in lexicon.words("units", "nouns") else None
    return None if unit in {"years", "weeks"} else unit
