"""Deeds: what leads to a date, or follows it, that says something was due or done then."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.audit.words.likeness import Terms, akin, stem, terms, touches
from extract.audit.words.places import STOP
from extract.audit.words.saying import Saying

_DUE, _IN_TIME = Saying("due", "due"), Saying("due", "in_time")
_OF_OTHERS, _CAME_IN = Saying("due", "of_others"), Saying("due", "came_in")
_FINITE, _AND_LATER = Saying("due", "finite"), Saying("due", "and_later")
_DONE, _PAST, _BARE = Saying("done", "done"), Saying("done", "past"), Saying("done", "bare")
_NOUN, _SINCE = Saying("done", "noun"), Saying("done", "since")
_CLOSING, _BY_ACT = Saying("done", "closing"), Saying("done", "by_act")
_FIRST, _THEN = Saying("done", "first"), Saying("done", "then")
_NOT_DONE, _BY_OTHERS, _OF_A_NOUN = Saying("done", "not_done"), Saying("done", "by_others"), Saying("done", "of_a_noun")
_ENDED, _BEGUN = Saying("done", "ended"), Saying("done", "begun")
_CAME = Saying("done", "came")
_LATEST, _ON_A_DAY = Saying("due", "at_the_latest"), Saying("due", "on_a_day")
_IN_USE_FROM = Saying("due", "in_use_from")
_DEEDS = tuple(
    Saying("deeds", name) for name in (
        "ended", "begun", "decided", "signed", "handed_in", "awarded", "published", "drawn_up", "tested", "set_up",
    )
)
_LITTLE = 3  # letters of "si", "è"
_NAMED = 2  # words, of which one would name what it was done to
_BEFORE = 12  # characters before a deed in which a "non" or "sarà" may stand


Near = int  # 3 to 0: how near to what was to be done it is what was done


class Deed(NamedTuple):
    """What was done, in the words around a date, and how many characters before the date they begin.

    `asked` is 3 where just that was to be done, 2 where the same is said otherwise; `closing` for what ends something,
    or where nothing else is named.
    """

    about: str
    before: int
    asked: Near = 0
    closing: bool = False


def due_before(lead: str, behind: str = "", asked: Terms = (), *, planned: bool = False) -> int | None:
    """How many characters before a date the words begin by which something is to be done by then; None: it is not.

    `asked`: the stems of what the indicators or the title name, which alone may be due "nel primo semestre"; `planned`
    for a day of the year in a text that only says what is to be: "apertura dello sportello il 1° marzo".
    """
    lead = _last_clause(lead)
    found = _DUE.search(lead) or _in_time(lead, behind, asked, planned)
    if _OF_OTHERS.search(lead) or _CAME_IN.match(behind):
        return None
    if found is None:
        return 0 if _LATEST.match(behind) else None
    return len(lead) - found.start()


def _in_time(lead: str, behind: str, asked: Terms, planned: bool) -> re.Match[str] | None:
    if not asked or _FINITE.search(lead) or _AND_LATER.match(behind):
        return None
    if planned and (state := _IN_USE_FROM.search(lead)):
        return state if touches(terms(lead), asked) else None
    found = _IN_TIME.search(lead) or (_ON_A_DAY.search(lead) if planned else None)
    return found if found and how_near(found["deed"], asked) else None


def done_on(lead: str, behind: str, asked: Terms) -> Deed | None:
    """What is said to have been done on a date, by the words before it or behind it; None where nothing is.

    `asked`: what an objective asks, in terms and, for what is to be done, in stems of every word. What only
    begins, or is only decided, is done where the objective asks just that.
    """
    lead = _last_clause(lead)
    if closing := _CLOSING.search(lead):
        return Deed(lead, len(lead) - closing.start(), closing=True)
    noun = _OF_A_NOUN.search(lead)
    if noun and not noun[0].lower().startswith("da"):  # "sottoscritto dai tecnici incaricati il" may tell when
        return None
    act = _BY_ACT.search(lead)
    if act:
        near = how_near(act["deed"], asked)
        return Deed(act["deed"], len(lead) - act.start(), near) if near else None
    for form in (_DONE, _PAST, _BARE, _NOUN, _SINCE):
        found = form.search(lead)
        if found is None:
            continue
        said = lead[max(0, found.start("deed") - _BEFORE) :]
        same = how_near(found["deed"], asked)
        if noun and (not same or found.start("deed") >= noun.start()):
            continue
        if _NOT_DONE.search(said) or (not same and (_BEGUN.search(found["deed"]) or _is_of_others(said))):
            continue
        about = lead if form in (_DONE, _PAST) else found["about"]
        if same or form not in (_NOUN, _SINCE) or touches(terms(about), asked):
            ends = _ENDED.match(found["deed"]) is not None or (form is _BARE and len(about.split()) < _NAMED)
            return Deed(about, len(lead) - found.start("deed"), same, closing=ends)
    first = None if noun else _FIRST.search(lead)
    if first and (then := _THEN.match(behind)) and not _NOT_DONE.search(then["about"]):
        other = then["deed"] and (_BEGUN.search(then["deed"]) or _is_of_others(then["deed"]))
        near = how_near(then["deed"] or "", asked)
        return None if other and not near else Deed(then["about"], len(lead) - first.start(), near)
    return None


def how_near(deed: str, asked: Terms) -> Near:
    """3 for a deed of what is asked, "avviato" of "avvio"; 2 for the same in another word, "firmata" of "stipula"."""
    words = [word for word in deed.lower().split() if len(word) > _LITTLE]
    if any(akin(stem(word), one) or (len(one) >= _LITTLE and word.startswith(one)) for word in words for one in asked):
        return 3
    return 2 if any(one.match(word) and any(map(one.match, asked)) for word in words for one in _DEEDS) else 0


def _is_of_others(said: str) -> bool:
    return _BY_OTHERS.search(said) is not None or _CAME.search(said) is not None


def _last_clause(lead: str) -> str:
    return lead[max((cut.end() for cut in STOP.finditer(lead)), default=0) :]
