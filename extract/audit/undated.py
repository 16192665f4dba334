"""Dates that the grammar gave no role, and that the words before them say were due, or were when something was done.

"Andava chiuso non più tardi di giugno 2021", "è giunto al Consiglio in data 27 luglio 2022": for the checks of time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.audit.likeness import Terms, terms, touches
from extract.audit.quotes import part
from extract.audit.when import When, when
from extract.language import lexicon, parse_date
from schemas.report import DateValue, Objective, SectionName

PLANNED: tuple[SectionName, ...] = ("description", "expected_benefits", "indicator")
TOLD: tuple[SectionName, ...] = ("results", "notes")
_REACH = 110
_STOP = re.compile(r"[;•●▪]|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n\s*\n")
_TO_DATE = (
    r"(?:\s*(?:e\s+non\s+oltre\s+)?(?:il|l[’']|la|al|alla|a|ad|di|del|dell[’']|fine|mese|giorno|per|data|entro|è|era)"
    r"\b[’']?|\s*:)*\s*\Z"
)
_DUE = re.compile(
    r"(?i)\b(?:entro|non\s+oltre|non\s+più\s+tardi|al\s+più\s+tardi|prima|(?:termine|scadenza|data\s+ultima)\b[^.;\d]{0,60}?"
    r"|(?:dov|and|v[ae])\w*\s+(?:\w+\s+){1,3}per"
    rf"|scade(?:va)?|fissat[oaie]|(?:termin|conclu|chiu|complet|ultim)\w+\s+previst[oaie])\b{_TO_DATE}"
)
_DONE = re.compile(
    r"(?i)\b(?:è|sono|stat[oaie]|risulta(?:no)?|venn?e(?:ro)?)\s+(?:\w+\s+){0,2}?(?P<deed>\w+(?:at|ut|it|s|st|tt|nt|rt|lt)[oaie])\b[^.;:\d]{0,60}?"
    r"(?:\bil|\bl[’']|\ba|\bad|\bin\s+data|\bnel(?:\s+mese\s+di)?|\bnell[’']|\bdal|\bdall[’']|\bal|\bin|\blo\s+scorso|\bsolo\s+(?:a|il|nel))\s*\Z"
)
_BY_ACT = re.compile(
    r"(?i)\b(?:è|sono|stat[oaie])\s+(?:\w+\s+){0,2}?(?P<deed>(?:approv|adott|deliber|nomin|istitu|affid|aggiudic|sottoscr|stipul|firm)\w+)"
    r"\s+(?:con|mediante|tramite|dal|dalla|in)\b(?:[^.;]|\bn\.){0,70}\bde(?:l|ll[’'])\s*\Z"
)
_NOT_DONE = re.compile(
    r"(?i)\b(?:sarà|saranno|verrà|verranno|prorog\w+|rinvi\w+|differ\w+|posticip\w+|slitt\w+|previst\w+|attes\w+|programmat\w+"
    r"|pianificat\w+|entro|scad\w+|termin[ei]|fino|sino|approvat\w+|adottat\w+|deliberat\w+|avviat\w+|iniziat\w+|non)\b"
)


def due_unread(objective: Objective) -> Iterator[When]:
    """Deadlines that no value of the objective holds."""
    for found, lead in _unread(objective, PLANNED):
        if _DUE.search(lead):
            yield found


def done_unread(objective: Objective) -> Iterator[When]:
    """Days on which something is said to have been done that no value of the objective holds."""
    for found, lead in _unread(objective, TOLD, acts=True):
        act = _BY_ACT.search(lead)
        if act and touches(terms(act["deed"]), _asked(objective)):
            yield found
        if not act and (deed := _DONE.search(lead)) and not _NOT_DONE.search(lead, max(0, deed.start() - _BEFORE)):
            yield found


_MAY_END = re.compile(r"\d[/.-]\d\d?[/.-]\d\d(?:\d\d)?|\s(?:19|20)\d\d")
_LONGEST = 20  # characters of a date before the white space and the year
_BEFORE = 12  # characters before "è stato" in which a "non" or "sarà" may stand


def _asked(objective: Objective) -> Terms:
    """What the objective asks, in the words of its title, description and indicators."""
    texts = (objective.sections[name].text for name in PLANNED if name in objective.sections)
    return terms(" ".join((objective.title or "", *texts)))


def _unread(objective: Objective, names: tuple[SectionName, ...], acts: bool = False) -> Iterator[tuple[When, str]]:
    """Dates with the words before them that no value holds; those of acts too, if wanted."""
    kept = (one for one in objective.dates if one.role != "act" or not acts)
    read = [(proof.start, proof.end) for one in kept for proof in one.evidence]
    read += [
        (proof.start, proof.end) for one in objective.indicators for value in (one.target, one.result)
        if value is not None and value.date is not None for proof in value.evidence
    ]
    for name in names:
        section = objective.sections.get(name)
        for proof in section.evidence if section is not None else ():
            for found in _written(proof.quote):
                start, end = proof.start + found.start(), proof.start + found.end()
                if any(start < other and one < end for one, other in read):
                    continue
                date = parse_date(" ".join(found[0].split()))
                if date is None:
                    continue
                value = DateValue(
                    date=date.iso, precision=date.precision, role="achieved", section=name,
                    evidence=(part(proof, found.start(), found.end(), "time.date"),),
                )
                lead = proof.quote[max(0, found.start() - _REACH) : found.start()]
                lead = lead[max((cut.end() for cut in _STOP.finditer(lead)), default=0) :]
                if said := when(value):
                    yield said, lead


def _written(text: str) -> Iterator[re.Match[str]]:
    """The dates of a text; looked for only around what may be the end of one, which takes a fifth of the time."""
    last = 0
    for end in _MAY_END.finditer(text):
        found = _dates().search(text, max(last, end.start() - _LONGEST), end.end() + 1)
        if found:
            yield found
            last = found.end()


@cache
def _dates() -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, lexicon.backward("dates", "months")), key=len, reverse=True))
    return re.compile(
        rf"(?i)(?<![\w/.])(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d\d)|(?:\d{{1,2}}[°º]?\s+)?(?:{months})\s+(?:19|20)\d\d)(?![\w/])"
    )
