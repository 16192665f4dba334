"""What a date is: a deadline, a day something was achieved, a starting point, the date of an act."""

from __future__ import annotations

from collections.abc import Iterator

from extract.language import lexicon
from extract.language.forms import is_adjective, is_participle, is_verb, may_be_participle
from extract.language.reading import DateMark, Reading
from extract.language.values import Hints, Moment, MomentRole

ACT_REACH = 16
CUE_REACH = 8
CUE_ROLES: dict[str, MomentRole] = {"deadline": "deadline", "achieved": "achieved", "baseline": "baseline"}
TOLD = frozenset({"results", "notes", "description", "action"})


def find_moments(reading: Reading, hints: Hints) -> Iterator[Moment]:
    """Every date of the text with the role its sentence gives it."""
    for mark in reading.dates:
        role, rule = _role(reading, mark, hints)
        start, end = reading.span(mark.first, mark.last)
        yield Moment(start, end, mark.date, role, f"language.date:{rule}")


def _role(reading: Reading, mark: DateMark, hints: Hints) -> tuple[MomentRole | None, str]:
    floor = reading.sentence(mark.first)[0]
    cue = _cue(reading, mark, floor)
    if cue and cue[0] == "deadline":
        return cue
    if _is_of_act(reading, mark, floor):
        return "act", "act"
    if cue:
        return cue
    if _in_period(reading, mark):
        return None, "period"
    before = _before(reading, mark)
    year = int(mark.date.iso[:4])
    if before in lexicon.words("dates", "state"):
        return _state(reading, mark, hints, year)
    told = hints.section in TOLD and _tells_event(reading, mark)
    if told and before in lexicon.words("dates", "event") and (hints.year is None or year >= hints.year):
        return "achieved", before
    return None, "mentioned"


def _before(reading: Reading, mark: DateMark) -> str:
    """The words that lead to a date, the longest the lexicon knows."""
    known = lexicon.words("dates", "state") | lexicon.words("dates", "event")
    for length in (4, 3, 2, 1):
        phrase = " ".join(reading.norm(at) for at in range(max(0, mark.first - length), mark.first))
        if phrase in known:
            return phrase
    return ""


def _state(reading: Reading, mark: DateMark, hints: Hints, year: int) -> tuple[MomentRole | None, str]:
    """ "al 31/12/2019": the state before the year reported on is its baseline."""
    if hints.year is not None and year < hints.year:
        return "baseline", "al"
    if hints.section == "results" and hints.year == year:
        return "achieved", "al"
    return None, "al"


def _cue(reading: Reading, mark: DateMark, floor: int) -> tuple[MomentRole, str] | None:
    """The nearest cue with nothing but "il", "mese di", "fine di" between it and the date."""
    between = lexicon.words("dates", "between")
    at = mark.first
    while at > max(floor, mark.first - CUE_REACH):
        cue = reading.cue_ending(at, "date")
        if cue:
            return CUE_ROLES[cue.label], reading.quoted(cue.first, cue.last).lower()
        if reading.norm(at - 1) in lexicon.words("dates", "terms"):
            return "deadline", reading.norm(at - 1)
        if reading.norm(at - 1) not in between and not (at < mark.first and is_adjective(reading.norm(at - 1))):
            return None
        at -= 1
    return None


def _is_of_act(reading: Reading, mark: DateMark, floor: int) -> bool:
    """True where the date follows an act's noun: "decreto legislativo 4 marzo 2010", "determina n. 7 del 3/5/2021"."""
    acts = lexicon.words("dates", "acts")
    links = lexicon.words("dates", "act_links") | lexicon.words("numbers", "markers") | lexicon.prepositions("di")
    before = reading.norm(mark.first - 1)
    joined = before in links or (before.isalpha() and before not in lexicon.every_preposition() | {"il", "l'"})
    for at in range(mark.first - 1, max(floor, mark.first - ACT_REACH) - 1, -1):
        norm = reading.norm(at)
        if norm in acts:
            return True
        told = is_participle(norm) and norm not in lexicon.words("dates", "act_links")
        if told or is_verb(norm) or norm in {";", ":"} or reading.date_ending(at):
            return False
        if not (joined or before[:1].isdigit() or before[-1:] == "."):
            return False
    return False


def _in_period(reading: Reading, mark: DateMark) -> bool:
    """ "dal 1/1/2020 al 31/12/2020": neither end is an event."""
    ends = lexicon.prepositions("a") | {"-", "–"}
    opens = reading.norm(mark.first - 1) in lexicon.prepositions("da") and reading.norm(mark.last) in ends
    next_date = any(reading.date_starting(at) for at in (mark.last + 1, mark.last + 2))
    closes = reading.norm(mark.first - 1) in ends and any(
        reading.date_ending(at) for at in (mark.first - 1, mark.first - 2)
    )
    day_opens = reading.norm(mark.first - 1) in ends and reading.norm(mark.first - 3) in lexicon.prepositions("da")
    return (opens and next_date) or closes or day_opens


def _tells_event(reading: Reading, mark: DateMark) -> bool:
    """True where the clause tells of something done or running, and plans nothing."""
    first, last = reading.sentence(mark.first)
    running = lexicon.words("dates", "running")
    for at in range(mark.first - 1, first - 1, -1):
        norm = reading.norm(at)
        if reading.cue_ending(at + 1, "planned"):
            return False
        if norm in running or may_be_participle(norm):
            return True
    for at in range(mark.last, last):
        norm = reading.norm(at)
        if reading.cue_starting(at, "planned"):
            return False
        if norm in running or (may_be_participle(norm) and norm not in lexicon.words("words", "auxiliaries")):
            return True
    return False
