"""What there was before, as a text tells it: "si partiva da 12", "le 38 di partenza", "da 43 a 29", "a fine 2020 320".

These numbers are read here where the grammar gave them no role, for the check of baselines alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.audit.words.figures import Figure, figures
from extract.audit.words.likeness import only_says
from extract.audit.words.moments import year_of
from extract.audit.words.months import WITHIN_YEAR
from schemas.evidence import Evidence
from schemas.report import Objective, SectionName

_LEADS = re.compile(
    r"(?i)(?:\b(?:part(?:iamo|ivamo|iva|iti)|muov(?:iamo|evamo)|si\s+(?:parte|partiva|era(?:no)?\s+partiti|è\s+partiti|muove\w*)|partit[oaie]|partendo|partiva(?:no)?"
    r"|muovendo\w*)"
    r"\s+(?:\w+\s+)?da(?:i|l|lle|gli|lla|ll[’'])?(?:\s+un[oa]?)?|\bgià|\b(?:inizialmente|originariamente|in\s+(?:origine|precedenza))"
    r"|\b(?:\w+\s+(?:inizial[ei]|di\s+(?:partenza|base)|storic[oi])|base(?:line)?|partenza|storico|inizio(?:\s+anno)?)"
    r"\s*(?:\b(?:era|erano|di|pari\s+a|è|sono)\b\s*|[:=]\s*)+|\((?:che\s+)?(?:era(?:no)?|eran|prima|da)"
    r"|\w+\s+(?:inizial[ei]|di\s+(?:partenza|base)|storic[oi]))\s*(?:n\.?\s*|circa\s+|€\s*)?\Z"
)
_SO_FAR = re.compile(  # in a description: "finora sono state descritte 12.000", "le lastre già descritte sono 12.000"
    r"(?i)\b(?:finora|sinora|fin\s+qui|(?:fino|sino)\s+ad?\s+(?:oggi|ora|allora|adesso|quel\s+momento)|ad\s+oggi|attualmente"
    r"|oggi|già|al\s+momento|allo\s+stato)\b[^.;:,()\d]{0,60}\Z"
)
_BEHIND = re.compile(
    r"(?i)\s*(?:[^\W\d_]+\s+){0,5}?(?:di\s+partenza|in\s+partenza|inizial[ei]\b|di\s+(?:prima|allora)\b"
    r"|(?:(?:di\s+)?quanti\s+|che\s+)(?:c[’']|vi\s+|se\s+ne\s+|si\s+)?(?:er[ao](?:no)?|contav\w+|registrav\w+)\b|(?:all[’']\s?|in\s+|al\s+)(?:inizio|avvio|principio|origine)\b|(?:a|di|d[’'])\s?inizio\s+(?:anno|periodo|esercizio)\b"
    r"|(?:dell[’']|nell[’']|l[’'])\s?anno\s+(?:precedente|scorso|prima|passato)|(?:dello|lo|nello)\s+scorso\s+anno"
    r"|(?:di\s+)?(?:un\s+anno|dodici\s+mesi)\s+(?:fa|prima|or\s+sono|addietro)|in\s+precedenza|già\s+esistent\w+)"
)
_FROM = re.compile(r"(?i)\bda(?:i|l|lle|gli|lla|ll[’'])?\s*(?:un[oa]?\s+)?(?:n\.?\s*|€\s*)?\Z")
_TO = re.compile(
    r"(?i)[^\d.;:()]{0,70}?\sa(?:i|l|lle|gli|lla|d|ll[’'])?\s+(?:un[oa]?\s+)?(?:n\.?\s*|€\s*|circa\s+|ben\s+)?"
)
_CHANGED = re.compile(
    r"(?i)\b(?:pass\w+|sal(?:it|gon|end)\w*|scend\w+|sces\w+|cresc\w+|cresciut\w+|diminui\w+|aument\w+|ridott\w+"
    r"|ridu\w+|portat\w+|increment\w+|cal(?:at|o)\w*|evolu\w+|giunt\w+|arrivat\w+|divent\w+|divenut\w+|avanz\w+|rais\w+"
    r"|balz\w+|lievit\w+|dimezz\w+|raddoppi\w+|triplic\w+|ampli\w+|estes\w+|abbatt\w+|abbass\w+|accorci\w+|contra\w+|migliora\w+)\b"
)
_INTENT = re.compile(r"(?i)\b(?:target|obiettivo|almeno|portare|arrivare|raggiungere|passare|ridurre|aumentare)\b")
# What stands before "da 6 a 31" where no verb does: "imprese abilitate".
_BARE = re.compile(r"(?i)\s*(?:n\.\s*)?[^\W\d_]+(?:[ \n]+[^\W\d_]+[’']?){0,5}[ ,:]*\Z")
_RANGE = re.compile(
    r"(?i)\b(?:età|anni|grupp\w+|class[ie]|fasc\w+|scaglion\w+|tra|fra|bambin\w+|alunn\w+|ragazz\w+|compres\w+)\b"
)
_STOP = re.compile(r"[;•●▪]|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n\s*\n")
_REACH = 100
# A verb of what was, and the words from it to the number: "raggiungeva 3.480", "risultavano nell'elenco ventotto".
_WAS = re.compile(
    r"(?i)(?P<that>\bche\s+)?\b(?:c[’']|vi\s+|ve\s+ne\s+)?(?P<verb>er[ao](?:no)?|[^\W\d_]{3,}(?:[aei]va(?:no)?))\b"
    r"(?P<words>(?:[ \n]+[^\W\d_]+[’']?){0,6})\s*(?:n\.?\s*|€\s*|[’'])?\Z"
)
_PAST = re.compile(r"(?:er[ao]|erano|[aei]va|[aei]vano)\s")
_MEANT = re.compile(  # what was to be, or held for each
    r"(?i)\b(?:dov|preved|intend|vol|mir|punt|propon|propos|chied|richied|stabil|fiss|impon|ipotizz|stim|attend|auspic|confid"
    r"|sper|aspett|potev|programm|prescriv|indic|concorda|assegn|cost|dur|(?:previst|attes|programmat|richiest|stabilit|fissat"
    r"|pianificat|chiest|stimat|ipotizzat|auspicat|impost)[oaie]\b|massim|minim|target|obiettivo)\w*"
    r"|\b(?:almeno|meno\s+di|oltre|più\s+di|tra|fra|entro|ogni|con|per|meta)\b"
)
_LATER = re.compile(
    r"(?i)\s+(?:[^\W\d_]+\s+){0,3}?(?:al|a|nel|fino\s+a)\s+(?:\d{1,2}\s+)?(?:"
    rf"{WITHIN_YEAR}"
    r"|dicembre|metà)\b(?!\s+(?:19|20)\d\d)"
)
_MIDWAY = re.compile(
    r"(?i)\b(?:(?:al|a|nel|in|fino\s+a)\s+(?:(?:mese\s+di\s+)?(?:\d{1,2}\s+)?(?:"
    rf"{WITHIN_YEAR}"
    r")|metà(?:\s+anno)?|primavera|estate|autunno)|(?:primo|secondo|terzo|quarto|1°|2°|3°)"
    r"\s+(?:semestre|trimestre|quadrimestre))\b(?!\s+(?:19|20)\d\d)[^.;:()\d]{0,60}\Z"
)
_ONCE = re.compile(
    r"(?i)\b(?:avvio|inizi\w*|prima|preceden\w+|origin\w+|partenza|storic\w+|gennaio|scors[oa]|allora|finora|fino\s+a\w*)\b"
)
_NOW = re.compile(
    r"(?i)[^.;:]{0,40}?\b(?:(?:ora|oggi|adesso|attualmente)\b|(?:sono|è)\s+(?:divent|sal|sces|cresc|pass|arriv|ora|oggi|adesso)\w*)"
)
_SHARE_OF = re.compile(
    r"(?i)\s*(?:[^\W\d_]+\s+)?(?:de(?:i|lle|gli)\s+quali|di\s+(?:ess[ei]|quest[ei]|loro)|in\s+(?:più|meno)|di\s+(?:più|meno))\b"
)
_OF_WHICH = re.compile(
    r"(?i)\b(?:(?:di|tra|fra)\s+(?:cui|ess[ei]|quest[ei]|loro)|de(?:i|lle|gli)\s+quali)\s*(?:n\.?\s*|solo\s+|ben\s+)?\Z"
)
_PLACES: tuple[SectionName, ...] = ("description", "expected_benefits", "indicator", "results", "notes")


OPENED = re.compile(
    r"(?i)\b(?:(?:1[°º]?|primo)\s+gennaio|0?1[/.]0?1[/.]|(?:inizio|avvio|principio)\s+(?:del(?:l[’']\s?anno)?|anno))\s*(?P<year>(?:19|20)\d\d)\b[^.;:()\d]{0,60}\Z"
)


class Earlier(NamedTuple):
    """A number of before, the section and evidence it stands in, and its place in the whole text."""

    figure: Figure
    section: SectionName
    proof: Evidence
    years: frozenset[int]

    @property
    def start(self) -> int:
        """Where it begins in the text of the report."""
        return self.proof.start + self.figure.start


def told_before(objective: Objective, year: int | None) -> Iterator[Earlier]:
    """The numbers of an objective's texts that the words beside them say are of an earlier time."""
    for name in _PLACES:
        section = objective.sections.get(name)
        for proof in section.evidence if section is not None else ():
            found = list(figures(proof.quote))
            for at, one in enumerate(found):
                of = year_of(proof.quote, one.start, one.end, year) if year is not None else None
                opened = OPENED.search(proof.quote, max(0, one.start - _REACH), one.start)
                if opened and year is not None and int(opened["year"]) == year:
                    of = year - 1  # what there was on the first of January was there at the end of the year before
                earlier = of is not None and year is not None and of < year
                if not earlier and (of is not None or not _is_before(proof.quote, found, at, name)):
                    continue
                if not is_share(proof.quote, one.start, one.end):
                    yield Earlier(one, name, proof, frozenset() if of is None else frozenset({of}))


def is_share(text: str, start: int, end: int) -> bool:
    """True for a number that is a part of the one before it, or a difference: "otto dei quali", "30 in meno"."""
    return _SHARE_OF.match(text, end) is not None or _OF_WHICH.search(text[max(0, start - _REACH) : start]) is not None


def _is_before(text: str, found: list[Figure], at: int, section: SectionName) -> bool:
    one = found[at]
    previous = found[at - 1].end if at else 0
    lead = text[max(previous, one.start - _REACH) : one.start]
    lead = lead[max((cut.end() for cut in _STOP.finditer(lead)), default=0) :]
    if _LEADS.search(lead) or _BEHIND.match(text, one.end) or _was(text, one, lead, section):
        return True
    if section == "description" and _SO_FAR.search(lead) and not _INTENT.search(lead):
        return True
    if not (led := _FROM.search(lead)) or at + 1 == len(found) or found[at + 1].unit != one.unit:
        return False
    between = text[one.end : found[at + 1].start]
    if _TO.fullmatch(between) is None or _INTENT.search(lead):
        return False
    if _CHANGED.search(lead) or _CHANGED.search(between):
        return True
    named = lead[: led.start()]
    return section in ("results", "notes") and _BARE.match(named) is not None and not _RANGE.search(named)


def is_midway(lead: str, behind: str) -> bool:
    """True where the words beside a number say that it is of a day within the year: "a giugno erano 250"."""
    return _LATER.match(behind) is not None or _MIDWAY.search(lead) is not None


def was_so(lead: str) -> bool:
    """True where a verb leads to a number that says what was, and not what was to be."""
    found = _WAS.search(lead)
    return found is not None and not _MEANT.match(found["verb"]) and not _MEANT.search(found["words"])


def _was(text: str, one: Figure, lead: str, section: SectionName) -> bool:
    """True behind a verb of what was; results use it of their own year, unless they say that it is otherwise now."""
    found = _WAS.search(lead) if section != "indicator" and _PAST.search(lead) else None
    if found is None or not was_so(lead):
        return False
    if section in ("description", "expected_benefits"):
        return True
    if _LATER.match(text, one.end):
        return False
    return found["that"] is not None or _ONCE.search(lead) is not None or _NOW.match(text, one.end) is not None


def label_of(one: Figure) -> str:
    """What a number of before counts; nothing where only words of time stand beside it."""
    return "" if only_says(one.label, "times") else one.label
