"""Summands: which numbers of a sentence are told as the parts of another.

What leads from a total to its parts, what links one part with the next, and what a part is told by: where or how it
was, or what became of it; another thing is no part: "28 laboratori, 10 incontri e 20 seminari".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from extract.audit.words.figures import Figure
from extract.audit.words.likeness import akin, names, stem
from extract.audit.words.saying import Saying

PARTED = (
    r"(?:suddivi|riparti|distribu|divis|divid|articol|distin|ripartizion|scompo|compon|compost|comprend|frazion|smist)\w*"
)
_OPENS, _OF_THESE, _ASIDE = Saying("parts", "opens"), Saying("parts", "of_these"), Saying("parts", "aside")
_OF, _PREPOSITION = Saying("parts", "partitive"), Saying("parts", "preposition")
_JOINS, _BREAKS, _NESTED = Saying("parts", "joins"), Saying("parts", "breaks"), Saying("parts", "nested")
_OF_IT, _DIFFERENCE = Saying("parts", "of_it"), Saying("parts", "difference")
_SAID, _REMAINING = Saying("parts", "said_of_it"), Saying("parts", "remaining")
THE_REST = Saying("parts", "the_rest")
_IN_ALL, _ALL_TOLD = Saying("parts", "in_all"), Saying("parts", "all_told")
_BETWEEN, _ARE, _BEFORE = Saying("parts", "between"), Saying("parts", "are"), Saying("parts", "before_sum")
_LINK = re.compile(r"[^\d.]{0,90}")
KINDS = ("novelty", "trades", "owners", "seats", "parties", "occasions", "grades")  # lists of the lexicon
_WORD = re.compile(r"[^\W\d_]{2,}")
_LINKING = {
    "ed", "per", "più", "nonché", "mentre", "invece", "altri", "altre", "gli", "le", "di", "cui", "in", "da", "euro"
}
_REACH = 40  # characters before the first part in which it may be named
_NUMBERED = re.compile(r"\bn\.")
_LAST = re.compile(r"[,;(]|:(?=\s*\w)|\be\b")
_AND = re.compile(r"(?<!/)\b(?:e|ed|o)\b")
_BRACKETED = re.compile(r"\s*\)")
_PER = re.compile(r"\bper\s+(?:n\.?\s*)?\Z")
_UNTIL = re.compile(r"[^\d.,;:()+=]{0,60}")


def total_at(text: str, parts: Sequence[Figure], total: Figure) -> bool:
    """True where the words between parts and a number, or behind it, say that it is the sum of what precedes."""
    between = text[parts[-1].end : total.start]
    if "=" in between and all("+" in text[one.end : other.start] for one, other in pairwise(parts)):
        return True  # "17 licei + 11 tecnici = 28 scuole" says itself what is summed
    counted, of = _noun(text, total), _noun(text, parts[0])
    if counted and of and not akin(counted, of):
        return False  # "12 corsi e 20 visite, per un totale di 28 giornate"
    if _IN_ALL.search(between):
        return True
    if _ARE.search(between) and _BETWEEN.search(text[max(0, parts[0].start - 50) : parts[0].start]):
        return True  # "tra i 10 in sede e i 18 fuori, i laboratori sono stati 28"
    return _ALL_TOLD.match(text, total.end) is not None and _BEFORE.search(between) is not None


def is_of_others(text: str, whole: Figure, part: Figure) -> bool:
    """True where a number is itself told as a part: "dei 90 comuni, 60 hanno aderito"."""
    between = text[whole.end : part.start]
    return whole.value > part.value and not re.search(r"[:;(.]", between) and is_partitive(text, whole)


def is_partitive(text: str, total: Figure) -> bool:
    """True for "delle 48 guide", "su 48 guide"."""
    return _OF.search(text[max(0, total.start - 30) : total.start]) is not None


def leads_to_parts(text: str, total: Figure, part: Figure) -> bool:
    """True where the words from a number to the next one say, or leave open, that parts of it follow."""
    between = _words(text, total.end, part.start)
    return bool(_OPENS.fullmatch(between) or _OF_THESE.fullmatch(between) or _ASIDE.fullmatch(between))


def run(text: str, found: Sequence[Figure], total: Figure | None) -> Sequence[Figure]:
    """The numbers from the first on that are told as parts of one thing, each linked with the one before.

    `total` is the number before them, None where they precede it: what leads to them then says nothing.
    """
    between = _words(text, total.end, found[0].start) if total else ""
    shared_out = _each_for(text, found) if total else []
    if shared_out:
        found = shared_out
    firm = total is None or bool(shared_out or _OPENS.fullmatch(between) or _OF_THESE.fullmatch(between))
    partitive = total is not None and is_partitive(text, total)
    if total is not None and not firm and not partitive and _goes_on_alike(between, text, found[0]):
        return ()
    if not (firm or partitive or re.search(r"[,;]", between)):
        return ()
    named = _WORD.findall((total or found[0]).label)
    noun = stem(named[0].lower()) if named else ""
    kept: list[Figure] = []
    first = ""
    for one in found:
        before = kept[-1].end if kept else (total.end if total else max(0, one.start - _REACH))
        linking = _words(text, before, one.start)
        nested = kept and (not _is_link(linking) or _OF_IT.match(text, one.end))
        if nested or _DIFFERENCE.match(text, one.end):
            break
        kind = _kind(text, one, linking, noun)
        first = first or kind
        if shared_out and kind == "noun":
            break  # "60 euro per 40 libri e per 30 quaderni"
        if not kind or (total is not None and kind == "noun" and not (firm and first == "noun")):
            break
        kept.append(one)
    return kept


def _each_for(text: str, found: Sequence[Figure]) -> list[Figure]:
    """The first numbers if "per" leads to each: "per 96 nel capoluogo e per 54 in collina"."""
    led = list(takewhile(lambda one: _PER.search(text, max(0, one.start - _REACH), one.start), found))
    return led if len(led) > 1 else []


def _goes_on_alike(between: str, text: str, first: Figure) -> bool:
    """True where a number is told as the one before: "30 ore di teoria, 20 di pratica e 12 di laboratorio"."""
    led = _PREPOSITION.match(text, first.end)
    return led is not None and re.search(rf"(?i)\b{led[1][:2]}\w*[\s’']", between.partition(",")[0]) is not None


def _words(text: str, start: int, end: int) -> str:
    """What stands between two places, the full stop of "n." left out."""
    return _NUMBERED.sub("n ", text[start:end])


def said_of(text: str, parts: Sequence[Figure]) -> list[str]:
    """What is said of each part: the words behind it, or those that lead to it where none do."""
    said: list[str] = []
    for at, one in enumerate(parts):
        behind = _until(text, one.end)
        before = text[parts[at - 1].end if at else max(0, one.start - _REACH) : one.start]
        said.append(behind if _WORD.search(behind) else _LAST.split(before)[-1])
    return said


def _is_link(between: str) -> bool:
    if _LINK.fullmatch(between) is None or _JOINS.search(between) is None:
        return False
    last = _LAST.split(between)[-1]
    return not _BREAKS.search(last) and not _NESTED.search(last)


def _kind(text: str, one: Figure, lead: str, noun: str) -> str:
    """ "said" for a part told by where or how it was, "noun" for one that names a thing, "" for one without words."""
    behind = _until(text, one.end)
    words = [word for word in _WORD.findall(behind) if word.lower() not in ("ed", "più")]
    near = f"{lead[-3:]}|{text[one.end : one.end + 3]}"
    if not words:
        named = lead.rstrip().removesuffix("(") if _BRACKETED.match(text, one.end) else lead  # "rinnovi (340)"
        led = [word for word in _WORD.findall(_LAST.split(named)[-1]) if word.lower() not in _LINKING]
        bracket = _SAID.match(text, one.end)
        return "said" if led or bracket or "=" in near or "+" in near else ""
    told = _SAID.match(behind) and not names(words[0], "things")
    known = told or _REMAINING.search(lead) or _is_group(words[0])
    return "said" if known or (noun and akin(stem(words[0].lower()), noun)) else "noun"


def _is_group(word: str) -> bool:
    return any(names(word, key) for key in ("sexes", "ages", "origins", *KINDS))


def _until(text: str, at: int) -> str:
    """The words behind a number, up to the next mark or number."""
    found = _UNTIL.match(text, at)
    return _AND.split(found[0])[0] if found else ""


def _noun(text: str, one: Figure) -> str:
    """The stem of the noun right behind a number; nothing where it is told by what was done with it."""
    behind = _until(text, one.end)
    words = _WORD.findall(behind)
    if not words or (_ALL_TOLD.match(behind) and len(words) < 3):
        return ""
    return "" if _SAID.match(behind) and not names(words[0], "things") else stem(words[0].lower())
