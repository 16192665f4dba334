"""Numbers that only qualify: "nei 30 giorni", "delle tre sedi", "in due fasi", a score, "7 giorni su 7"."""

from __future__ import annotations

from extract.language import lexicon
from extract.language.forms import is_infinitive, is_verb
from extract.language.labels import Phrase
from extract.language.reading import Numeral, Reading
from extract.language.roles import Verdict

TIMES = frozenset({"days", "hours", "months", "weeks", "minutes", "years"})
SMALL = 10
SMALL_SPELLED = 20
SCALE_REACH = 5
SCORE_REACH = 4
MEASURE_REACH = 6


def qualifies(reading: Reading, numeral: Numeral, verdict: Verdict, label: Phrase | None, section: str) -> str | None:
    """Why a number that seemed a value is none; none where it is one."""
    if _always(reading, numeral):
        return "qualifier"
    if verdict.kind == "target" and verdict.sure:
        return None
    if _is_score(reading, numeral):
        return "score"
    if numeral.unit in TIMES:
        return "length of time" if _only_lasts(reading, numeral, verdict, label) else None
    if verdict.sure:
        return None
    if _is_definite(reading, numeral) or _is_alone(reading, numeral, section):
        return "qualifier"
    said = numeral.marked or reading.norm(numeral.prefix - 1) in lexicon.words("words", "auxiliaries")
    return "unlabelled" if label is None and numeral.unit is None and not said else None


def _always(reading: Reading, numeral: Numeral) -> bool:
    if numeral.unit == "years":
        return True
    first, second = reading.norm(numeral.tail), reading.norm(numeral.tail + 1)
    digits = reading.norm(numeral.first)
    if reading.norm(numeral.prefix - 1) == "ogni" or _describes(reading, numeral):
        return True
    if any(reading.norm(at) == "scala" for at in range(numeral.prefix - SCALE_REACH, numeral.prefix)):
        return True
    over = first == "su" and second == digits
    earlier = {reading.norm(numeral.first - 2), reading.norm(numeral.first - 3)}
    under = reading.norm(numeral.first - 1) == "su" and digits in earlier
    little = (numeral.value or 0) <= (SMALL_SPELLED if numeral.spelled else SMALL)
    vague = first in lexicon.words("words", "vague") and little and not numeral.marked and numeral.unit is None
    return over or under or vague


def _describes(reading: Reading, numeral: Numeral) -> bool:
    """ "i ponti di luce superiore a sei metri", "comuni con popolazione inferiore a 5.000": which things, not how many.

    What has the size stands before it: "per un importo superiore a 40.000 euro" tells the size itself.
    """
    at = numeral.prefix - 1
    if numeral.operator in {None, "="} or reading.norm(at) not in lexicon.words("units", "sizes"):
        return False
    return reading.norm(at - 1) in {"di", "d'", "con", "aventi", "avente"} and _is_thing(reading, at - 2)


def _is_thing(reading: Reading, at: int) -> bool:
    norm = reading.norm(at)
    other = norm in lexicon.every_preposition() or norm in lexicon.words("words", "articles") or is_verb(norm)
    return norm.isalpha() and not other and not is_infinitive(norm)


def _is_definite(reading: Reading, numeral: Numeral) -> bool:
    """ "delle tre sedi", "i 12 comuni"; of small words also "in due fasi", "tra i due enti"."""
    before = reading.norm(numeral.prefix - 1)
    if reading.norm(numeral.prefix - 2) in {"tutti", "tutte"} and not numeral.spelled:
        return False
    if before in lexicon.words("words", "definite") and numeral.unit not in {"%", "EUR"}:
        return True
    return numeral.spelled and (numeral.value or 0) <= SMALL and before in lexicon.words("words", "loose")


def _is_score(reading: Reading, numeral: Numeral) -> bool:
    if numeral.unit:
        return False
    scores = lexicon.words("words", "scores")
    near = {reading.norm(at) for at in range(max(0, numeral.prefix - SCORE_REACH), numeral.prefix)}
    if near & (scores - {"punti", "nucleo"}):
        return True
    return reading.norm(numeral.tail) in {"punti", "p.ti"} and not _are_places(reading, numeral.tail)


def _are_places(reading: Reading, points: int) -> bool:
    """ "131 punti luce", "3 punti vendita", "5 punti di raccolta" are things; "12 punti in più" are a score."""
    norm, following = reading.norm(points + 1), reading.norm(points + 2)
    if norm in lexicon.prepositions("di"):
        return following.isalpha() and following not in lexicon.words("words", "scored")
    grammar = lexicon.every_preposition() | lexicon.words("words", "conjunctions") | lexicon.words("words", "articles")
    scored = lexicon.words("words", "scored") | lexicon.words("words", "relatives") | lexicon.words("words", "pronouns")
    return norm.isalpha() and norm not in grammar | scored and not is_verb(norm)


def _only_lasts(reading: Reading, numeral: Numeral, verdict: Verdict, label: Phrase | None) -> bool:
    """True for "per tre mesi", "in 10 giorni"; a mean, a change and hours given are values."""
    if verdict.rule == "language.role:da-a" or (verdict.sure and verdict.role == "baseline"):
        return False
    said = range(label.first, label.last) if label and label.last <= numeral.first else range(0)
    if {reading.norm(at) for at in said} & lexicon.words("units", "measured"):
        return False
    if reading.norm(numeral.tail) in lexicon.words("units", "rates"):
        return False
    before = reading.norm(numeral.prefix - 1)
    summed = {reading.norm(at) for at in range(numeral.prefix, numeral.first)} & lexicon.words("words", "totals")
    if summed - {"circa"}:
        return False
    near = {reading.norm(at) for at in range(max(0, numeral.prefix - MEASURE_REACH), numeral.prefix)}
    if near & lexicon.words("units", "measured"):
        return False
    bare = numeral.prefix == numeral.first
    return before in lexicon.words("units", "qualifying" if bare else "lasting")


def _is_alone(reading: Reading, numeral: Numeral, section: str) -> bool:
    """ "un solo": a count in results where no preposition stands before it."""
    only = reading.norm(numeral.last - 1) in lexicon.words("numbers", "only")
    return only and (section != "results" or reading.norm(numeral.prefix - 1) in lexicon.every_preposition())
