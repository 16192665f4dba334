"""Phrases that tell a ratio with its percentage, whole or part of it unread as a value.

    139 visite su 147 / 94,6%              312/340 = 95%               il 95% delle pratiche (312 su 340)
    su 340 istanze ne sono state evase 312 (95%)      delle 340 istanze pervenute 312, pari al 95%, sono state evase
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from extract.audit.words.likeness import names, terms, touches
from extract.audit.words.saying import Saying
from extract.audit.words.shares import in_percent, told_of
from extract.language import lexicon, parse_number

_RATIO = Saying("phrases", "ratio")
_TIME = Saying("phrases", "time")
_ASKED, _MEANT = Saying("phrases", "asked"), Saying("phrases", "meant")
BOUNDED = Saying("phrases", "bounded")
_ROUGHLY, _ABOUT = Saying("phrases", "roughly_before"), Saying("phrases", "roughly_behind")
_ANEW = Saying("phrases", "said_anew")
_OF_NOUN, _ANY_WHOLE = Saying("phrases", "of_noun"), Saying("phrases", "any_whole")
_NOUN, _PARTICIPLE = Saying("phrases", "noun"), Saying("phrases", "participle")
_RATE, _JUDGED = Saying("phrases", "rate"), Saying("phrases", "judged")
_EMPTY, _COMPARED = Saying("phrases", "empty"), Saying("phrases", "compared")
_OF_PLAN, _EARLIER = Saying("phrases", "of_plan_behind"), Saying("ratios", "earlier")
_ENDS, _OF_OTHERS = Saying("phrases", "ends"), Saying("phrases", "of_others")
SIGN = Saying("phrases", "sign")
_ROUGH = 2.5  # points
_REACH, _NEAR = 160, 40  # characters around a ratio in which its things are named
_WORD = re.compile(r"[^\W\d_]{3,}")
_SCALE = 10  # the most that a judgement is counted in
_GROUPS = ("sexes", "ages", "origins")  # lists of the lexicon
_YEARS = range(1990, 2100)
_KEPT = 64  # texts whose ratios are kept
_LONGEST = 20_000  # characters of a section that are searched


class Told(NamedTuple):
    """A ratio as a text tells it, with the places of its three numbers."""

    part: float
    whole: float
    percent: float
    part_at: tuple[int, int]
    whole_at: tuple[int, int]
    percent_at: tuple[int, int]
    rough: float = 0.0  # points by which a share in words may be off, as "un terzo"


@lru_cache(_KEPT)
def told(text: str) -> tuple[Told, ...]:
    """Each ratio of a text with its percentage, once; several checks ask for those of one text."""
    return tuple(_told(text))


def _told(text: str) -> Iterator[Told]:
    if not told_of(text):
        return
    text, places, rough = in_percent(text[:_LONGEST])
    taken: set[int] = set()
    for found in _RATIO.everywhere(text):
        one = _of(found, text, places, rough)
        if one is None or (one.part > one.whole and _is_open(found, one)):
            continue
        if not {one.part_at[0], one.percent_at[0]} & taken:
            taken |= {one.part_at[0], one.percent_at[0]}
            yield one


def _of(found: re.Match[str], text: str, places: Sequence[int], rough: Mapping[int, tuple[int, float]]) -> Told | None:
    part, whole, percent = (parse_number(found[name]) for name in ("part", "whole", "percent"))
    if not part or not whole or percent is None or part in _YEARS or whole in _YEARS or part == whole == 1:
        return None
    if (_TIME.match(text, found.end("part")) is None) != (_TIME.match(text, found.end("whole")) is None):
        return None  # "480 entro 20 giorni (94%)"
    sign = SIGN.match(text, found.end("percent"))
    behind = sign.end() if sign else found.end("percent")
    if _is_of_before(found, text) or _is_another_percentage(found, text, behind, float(whole)):
        return None
    part_at, whole_at, percent_at = (
        (places[found.start(name)], places[found.end(name)]) for name in ("part", "whole", "percent")
    )
    stop, off = rough.get(percent_at[0], (percent_at[1], roughly(text, found.start("percent"), behind)))
    return Told(float(part), float(whole), float(percent), part_at, whole_at, (percent_at[0], stop), off)


def _is_another_percentage(found: re.Match[str], text: str, behind: int, whole: float) -> bool:
    """True for a percentage that was asked, or is of something else than the two numbers."""
    if _OF_OTHERS.match(text, behind) or _OF_PLAN.match(text, behind):
        return True
    if _is_weak(found) and not (ends(text, behind) and _is_led_by_its_own(found, text)):
        return True
    first, start = min(found.start("part"), found.start("whole")), found.start("percent")
    if start < found.start("part") and _ASKED.search(text[max(0, start - 30) : start]):
        return True
    last = max(found.end("part"), found.end("whole"))
    between = text[last:start]
    if not between:
        return _is_of_another(text, behind, (found.end("part"), found.end("whole")))
    if _MEANT.search(between) or BOUNDED.search(between) or (_ANEW.search(between) and not ends(text, behind)):
        return True
    if is_judged(text, first, whole) or not is_own(between, text[max(0, first - _REACH) : last]):
        return True
    return is_of_others(text, behind, around(text, start, behind))


def _is_open(found: re.Match[str], one: Told) -> bool:
    """True where a larger part is none: "delle 12 sedi, 340 pratiche evase", "il rapporto tra entrate e uscite"."""
    return one.whole_at < one.part_at or found.groupdict().get("between") is not None


def _is_of_another(text: str, at: int, counts: tuple[int, ...]) -> bool:
    """True where the ratio behind a percentage names another thing: "92% della popolazione: 45 comuni su 72"."""
    of = _OF_NOUN.match(text, at)
    counted = [found["noun"] for start in counts if (found := _NOUN.match(text, start))]
    nouns = [noun for noun in counted if not _PARTICIPLE.match(noun)]
    return of is not None and bool(nouns) and is_of_others(text, at, " ".join(nouns))


def ends(text: str, at: int) -> bool:
    """True where nothing is said behind a percentage, or only what all of it is."""
    return _ENDS.match(text, at) is not None


def roughly(text: str, start: int, end: int) -> float:
    """The points by which a percentage may be off that is told with "circa"."""
    about = _ROUGHLY.search(text, max(0, start - _NEAR), start) or _ABOUT.match(text, end)
    return _ROUGH if about else 0.0


def around(text: str, start: int, end: int) -> str:
    """The words on both sides of a percentage, without the noun that it is of."""
    of = _OF_NOUN.match(text, end) or _group(text, end)
    return f"{text[max(0, start - _REACH) : start]} {text[of.end() if of else end : end + _NEAR]}"


def _group(text: str, at: int) -> re.Match[str] | None:
    """The group that a percentage is of without a word between: "62% uomini"."""
    bare = _NOUN.match(text, at)
    return bare if bare is not None and any(names(bare["noun"], key) for key in _GROUPS) else None


def is_of_others(text: str, at: int, said: str) -> bool:
    """True where what a percentage is of, behind it, is nothing that the words of a ratio name: "90% di donne"."""
    of = _OF_NOUN.match(text, at)
    if of is None:
        group = _group(text, at)
        return group is not None and not touches(terms(group["noun"]), terms(said))
    if _ANY_WHOLE.match(text, of.start("noun")):
        return False
    if names(of["noun"], "bodies") and any(names(said, key) for key in ("persons", *_GROUPS)):
        return False  # "il 65% della popolazione (3.600 donne ...)"
    if _PARTICIPLE.match(of["noun"]) and not names(of["noun"], "things"):
        return False  # "degli intervistati": those of the whole
    return not touches(terms(of["noun"]), terms(said))


def _is_led_by_its_own(found: re.Match[str], text: str) -> bool:
    """True where the lead of a percentage names nothing that its ratio does not."""
    first = min(found.start("part"), found.start("whole"))
    return names_only(found["weak"], text[max(0, first - _REACH) : found.start("weak")])


def is_asked(lead: str) -> bool:
    """True where the words in front of a percentage say that it was asked, or is of another time."""
    return _ASKED.search(lead[-30:]) is not None or _MEANT.search(lead) is not None


def is_judged(text: str, at: int, whole: float) -> bool:
    """True where what seems a ratio is a judgement on a scale: "la valutazione media è di 4,2 su 5"."""
    return whole <= _SCALE and _JUDGED.search(text, max(0, at - _NEAR), at) is not None


def is_own(lead: str, said: str) -> bool:
    """True where the words that lead to a percentage name no share of something else: no "tasso di assenza"."""
    rate = _RATE.search(lead)
    return rate is None or names_only(lead[rate.end() :], said)


def names_only(lead: str, said: str) -> bool:
    """True where each word of a lead is one of those said before, or says nothing of what is counted."""
    known = terms(said)
    named = (word for word in _WORD.findall(_EMPTY.sub(" ", lead)) if terms(word))
    return all(names(word, "shares") or touches(terms(word), known) or _is_kin(word, said) for word in named)


def _is_kin(word: str, said: str) -> bool:
    """True for a noun whose verb is told in another form: "accoglimento" of what was "accolte"."""
    every = said.lower()
    return any(
        word.lower().startswith(one) and other in every
        for one, other in lexicon.mapping("likeness", "nouns_of").items()
    )


def _is_of_before(found: re.Match[str], text: str) -> bool:
    """True for "405 iscritti rispetto ai 380 dell'anno precedente"."""
    compared = _COMPARED.search(text, found.end("part"), found.start("whole"))
    return compared is not None and _EARLIER.match(text, found.end("whole")) is not None


def _is_weak(found: re.Match[str]) -> bool:
    """True where only a comma leads to the percentage, and the whole does not follow it."""
    return found.groupdict().get("weak") is not None and found.start("whole") < found.start("percent")
