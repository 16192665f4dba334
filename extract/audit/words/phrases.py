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
from extract.audit.words.shares import in_percent, told_of
from extract.language import parse_number

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_EDGE, _FREE = r"(?<![\d.,/])", r"(?!\d|[.,/]\d|\s*%|°)"
_WORDS = r"(?:[^\d.;:()%/]|\.(?!\s+[A-ZÀÈÉÌÒÙ])){0,70}?"
_COUNTED = r"(?:n\.?\s*|€\s*|euro\s+|circa\s+|ben\s+|complessiv\w+\s+|(?:un\s+)?totale\s+(?:complessivo\s+)?di\s+)*"
_OF = r"(?:\bsu(?:i|gli|lle|lla|l|ll[’'])?\b|\ba\s+fronte\s+d\w+\b[’']?|\bin\s+rapporto\s+a\w*\b|/)"
_RATE = r"(?:percentuale|quota|tasso|grado|incidenza|indice|rapporto)"
_SAME = (
    r"(?:\(|=|/|–|—|:|,?\s*\b(?:pari|corrispond\w+|equival\w+|ossia|cioè|ovvero|vale\s+a\s+dire|quindi|dunque)\b(?:\s+a\w*\b[’']?)?"
    rf"|,?\s*\b(?:con|per)\s+(?:un[oa]?\s+|un[’'])?{_RATE}\b"
    r"(?!\s+di\s+(?:gradi|soddisf|apprezz|presen|frequ|assen))[^\d;:()%]{0,40}?"
    rf"|[,;.]?\s*\b(?:la|il|l[’'])\s*{_RATE}\s+(?:(?:dunque|quindi|così|pertanto)\s+|d[ie]\w*\s+\w+\s+)?(?:è|ammonta|risulta|sale|scende|raggiunge)\b"
    r"(?:\s+(?:dunque|quindi|così|pertanto))?"
    r"|(?P<weak>,?\s*\bper\s+un(?=\s*\d)|,(?=\s*(?:il\s|l[’']|lo\s)?\s*\d)))"
    r"\s*(?:\b(?:pari|il|al|allo|lo|circa|quindi|del|di|dello)\b\s*|dell[’']\s*|all[’']\s*|l[’']\s*|=\s*|a\s+)*"
)
_PERCENT = r"(?P<percent>\d{1,3}(?:[.,]\d{1,4})?)\s*(?:%|per\s*(?:cento|100)\b)"
_WITHIN = r"(?:\bentro\s+(?:i\s+)?\d+\s+[^\W\d]+[^\d.;:()%/]{0,40}?)?"
_OPENING = r"(?:\A|[.,;:(]\s*|\bed?\s+|\n\s*)"
_TIME = re.compile(r"(?i)\s*(?:giorn[io]|ore|mes[ei]|ann[io]|minut[io]|settiman[ae]|gg\b|volt[ae])")
_PART, _WHOLE = rf"{_EDGE}(?P<part>{_NUMBER}){_FREE}", rf"(?P<whole>{_NUMBER})(?!\d|[.,]\d|\s*%|°)"
# What leads from a percentage to its ratio, and the end of the clause that a ratio is told again in.
_AGAIN = (
    r"(?:\(|:|–|—|,?\s*\b(?:pari|corrispond\w+|equival\w+|ossia|cioè|ovvero|vale\s+a\s+dire)\b)"
    r"\s*(?:a\w*\s+)?(?:\b(?:i|gli|le)\s+)?"
)
_OF_THE = r"(?:de[il]|degli|delle|dell[’']|sul?|sulle|sui|sugli)"
_OF_THEM = rf"(?:{_OF}|\b(?:di|de[il]|degli|delle|dell[’']))"
_CLOSED = r"(?=(?:\s+[^\W\d_]+){0,2}\s*(?:[.;,)]|\Z))"
_OF_WHICH = r"(?:di|tra|fra)\s+(?:quest[ei]|ess[ei]|loro)"
_BRACKET = r"[^\d.;:()%/]{3,50}\(\s*(?:n\.\s*)?"
_IS = (
    r",?\s*\b(?:è|era|risulta|ammonta|sale|scende|raggiunge|dà|fa|vale)\b(?:\s+(?:stat[oa]|dunque|quindi|così|risultat[oa]|pari))*"
    r"\s*(?:\b(?:al|del|il|a|allo|dello)\b\s*|dell[’']\s*|all[’']\s*|l[’']\s*)?"
)
_FORMS = tuple(
    re.compile(rf"(?i){form}") for form in (
        rf"{_EDGE}(?P<part>{_NUMBER})(?!\d|[.,]\d|\s*%|°){_WORDS}{_OF}\s*(?:[ilg]\w*\s+)?{_COUNTED}{_WHOLE}{_WORDS}{_WITHIN}{_SAME}{_PERCENT}",
        rf"{_OPENING}(?:su|su[il]|sugli|sulle|de[il]|degli|delle|dell[’']|a\s+fronte\s+d\w+[’']?)\s+{_COUNTED}{_WHOLE}{_WORDS},?{_WORDS}{_PART}"
        rf"{_WORDS}{_SAME}{_PERCENT}",
        rf"{_EDGE}(?P<part>{_NUMBER})(?!\d|[.,]\d|\s*%|°)\s+(?:[^\W\d_]+\s+){{0,4}}?(?:de[il]|degli|delle|dell[’'])\s*{_COUNTED}{_WHOLE}"
        rf"{_WORDS}{_SAME}{_PERCENT}",
        rf"(?<=[:=]\s)(?P<whole>{_NUMBER})\s*[;,]\s*[^\d.;:()%/]{{3,50}}[:=]\s*(?P<part>{_NUMBER})\s*[;,]\s*"
        rf"(?:percentuale|quota|tasso|indice|rapporto|%)[^\d.;:()/]{{0,40}}[:=]\s*{_PERCENT}",
        rf"{_EDGE}{_WHOLE}{_WORDS}\b(?:ne|quell[ei]|(?:di|tra|fra)\s+(?:cui|ess[ei]|quest[ei]|loro)|de(?:i|lle)\s+quali)\b{_WORDS}{_PART}{_WORDS}{_SAME}{_PERCENT}",
        rf"{_PART}{_WORDS}{_SAME}{_PERCENT}\s+(?:di|de[il]|degli|delle|dell[’']|sul?|sulle|sui|sugli)\s*{_COUNTED}{_WHOLE}",
        rf"{_PERCENT}{_WORDS}{_AGAIN}{_COUNTED}(?P<part>{_NUMBER})(?!\d|[.,]\d|\s*%){_WORDS}{_OF_THEM}\s*"
        rf"(?:[ilg]\w*\s+)?{_COUNTED}{_WHOLE}",
        rf"{_PERCENT}\s+{_OF_THE}\s*{_COUNTED}{_WHOLE}{_WORDS}{_AGAIN}(?:ne\s+)?{_COUNTED}{_PART}{_CLOSED}",
        rf"{_OPENING}(?:su|su[il]|sugli|sulle|de[il]|degli|delle|dell[’'])\s+{_COUNTED}{_WHOLE}{_WORDS}{_PERCENT}{_WORDS}"
        rf"\(\s*(?:pari\s+a\s+|cioè\s+|ossia\s+)?{_COUNTED}{_PART}\s*\)",
        rf"{_EDGE}{_WHOLE}{_WORDS}[.;]\s+(?:ne|{_OF_WHICH}|quell[ei])\b{_WORDS}{_PART}{_WORDS}{_SAME}{_PERCENT}",
        rf"{_RATE}\s+(?P<between>tra|fra)\s+{_BRACKET}(?P<part>{_NUMBER})\s*\){_WORDS}\be\b{_BRACKET}(?P<whole>{_NUMBER})\s*\)"
        rf"(?:{_SAME}|{_IS}){_PERCENT}",
        rf"{_RATE}\s+(?P<between>tra|fra)\s+(?:[^\W\d_]+\s+)?{_PART}{_WORDS}\be\s+(?:[ilg]\w*\s+)?{_WHOLE}{_WORDS}(?:{_SAME}|{_IS}){_PERCENT}",
        rf"{_BRACKET}(?P<part>{_NUMBER})\s*\)\s*(?P<between>su|/|:)\s*{_BRACKET}(?P<whole>{_NUMBER})\s*\)\s*(?:{_SAME}|{_IS}){_PERCENT}",
    )
)
_BOUND = re.compile(r"(?i)(?:target|almeno|attes\w+|previst\w+|sogli\w|obiettivo|minim\w+|[<>≥≤=])\W*(?:\w+\W+){0,2}\Z")
_MEANT = re.compile(
    r"(?i)\b(?:target|obiettivo|soglia|(?:quota|tasso|percentuale|valore|livello|indice|minimo)\s+(?:\w+\s+)?(?:previst|attes|minim|programmat"
    r"|richiest|prefissat|fissat|stabilit|target|obiettivo|nazional|regional|medi)\w*)[^\d%]{0,20}\Z"
)
_OF_NOUN = re.compile(r"(?i)\s*(?:di|de[il]|degli|delle|dello|della|dell[’'])\s*(?P<noun>[^\W\d_]{3,})")
_ALL_OF = (
    r"(?:total|compless|insieme|inter[oa]|dovut|previst|programmat|pervenut|stanziat|accertat|disponib|ricevut|ricors|presentat|invitat|ammess|esistent"
    r"|interessat|avent)"
)
_ANY_WHOLE = re.compile(rf"(?i)(?:{_ALL_OF}|(?:quell|quest|cas[io]|altr|tutt)\w*\s+{_ALL_OF}|cas[io]\s*[.;,)])")
BOUNDED = re.compile(  # what leads to a percentage that is a bound, or of another time
    r"(?i)\b(?:oltre|più|meno|almeno|superior\w+|inferior\w+|contro|rispetto|sotto|sopra|super\w+|sfior\w+|a\s+fronte|dal|nel\s+(?:19|20)\d\d|minimo|massimo)\b"
    r"[^\d.;:%]{0,12}\Z"
)
_ROUGHLY = re.compile(
    r"(?i)\b(?:circa|quasi|all[’']incirca|intorno\s+a\w*|attorno\s+a\w*|poco\s+(?:più|meno))[^\d.;:%]{0,10}\Z"
)
_ABOUT = re.compile(r"(?i)\s*(?:%|per\s*cento)?\s*(?:circa|all[’']incirca)\b")
_ARTICLE = re.compile(r"(?i):\s*(?:il|l[’'])\s*\Z")
_PARTICIPLE = re.compile(r"(?i)[^\W\d_]{2,}(?:at|it|ut|st|rt|nt|ess)[ei]\Z")
_NOUN = re.compile(r"(?i)\s+(?!de[il]|degli|delle|dell[’']|su\w{0,3}\b|sulle|sugli|tutt)(?P<noun>[^\W\d_]{4,})")
_ROUGH = 2.5  # points
_REACH, _NEAR = 160, 40  # characters around a ratio in which its things are named
_ENDS = re.compile(
    r"(?i)\s*(?:circa\s*)?(?:[.;,:)]|\Z|\n|(?:de|su)(?:l|lla|ll[’'])\s*(?:totale|complesso|insieme|intero)|(?:di|de[il]|delle)\s+quell[ei]"
    r"|de(?:i|gli|lle|l|ll[’'])\s*\w+\s*(?:[.;,)]|\Z))"
)
_SIGN = re.compile(r"\s*(?:%|per\s*(?:cento|100)\b)")
_DIFFERENT = re.compile(r"(?i)\s*(?:(?:in|di)\s+(?:più|meno)|de(?:i|lle|gli)\s+quali|di\s+(?:cui|ess[ei]|quest[ei]))\b")
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
    for form in _FORMS:
        for found in form.finditer(text):
            one = _of(found, text, places, rough)
            if one is not None and one.part > one.whole and _is_open(found, one):
                continue
            if one is not None and not {one.part_at[0], one.percent_at[0]} & taken:
                taken |= {one.part_at[0], one.percent_at[0]}
                yield one


def _of(found: re.Match[str], text: str, places: Sequence[int], rough: Mapping[int, tuple[int, float]]) -> Told | None:
    part, whole, percent = (parse_number(found[name]) for name in ("part", "whole", "percent"))
    if not part or not whole or percent is None or part in _YEARS or whole in _YEARS or part == whole == 1:
        return None
    if (_TIME.match(text, found.end("part")) is None) != (_TIME.match(text, found.end("whole")) is None):
        return None  # "480 entro 20 giorni (94%)"
    sign = _SIGN.match(text, found.end("percent"))
    behind = sign.end() if sign else found.end("percent")
    if _DIFFERENT.match(text, behind) or (_is_weak(found) and not ends(text, behind)):
        return None
    before_percent = _BOUND.search(text[max(0, found.start("percent") - 30) : found.start("percent")])
    if before_percent and found.start("percent") < found.start("part"):
        return None
    last = max(found.end("part"), found.end("whole"))
    between = text[last : found.start("percent")] if last < found.start("percent") else ""
    if _MEANT.search(between) or BOUNDED.search(between):
        return None
    if _ARTICLE.search(between) and not ends(text, behind):
        return None
    if between and is_of_others(text, behind, around(text, found.start("percent"), behind)):
        return None
    if not between and _is_of_another(text, behind, (found.end("part"), found.end("whole"))):
        return None
    part_at, whole_at, percent_at = (
        (places[found.start(name)], places[found.end(name)]) for name in ("part", "whole", "percent")
    )
    stop, off = rough.get(percent_at[0], (percent_at[1], roughly(text, found.start("percent"), behind)))
    return Told(float(part), float(whole), float(percent), part_at, whole_at, (percent_at[0], stop), off)


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
    of = _OF_NOUN.match(text, end)
    return f"{text[max(0, start - _REACH) : start]} {text[of.end() if of else end : end + _NEAR]}"


def is_of_others(text: str, at: int, said: str) -> bool:
    """True where what a percentage is of, behind it, is nothing that the words of a ratio name: "90% di donne"."""
    of = _OF_NOUN.match(text, at)
    if of is None or _ANY_WHOLE.match(text, of.start("noun")):
        return False
    if _PARTICIPLE.match(of["noun"]) and not names(of["noun"], "things"):
        return False  # "degli intervistati": those of the whole
    return not touches(terms(of["noun"]), terms(said))


def _is_weak(found: re.Match[str]) -> bool:
    """True where only a comma leads to the percentage, and the whole does not follow it."""
    return found.groupdict().get("weak") is not None and found.start("whole") < found.start("percent")
