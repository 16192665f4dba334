"""The achievement that an objective's results state in a sentence, its percentage in figures or spelled out."""

from __future__ import annotations

from extract.audit.words.places import cut
from extract.audit.words.saying import Saying
from extract.audit.words.shares import in_percent
from extract.language import parse_number
from schemas.evidence import Evidence
from schemas.report import Objective, SectionName

_TOLD: tuple[SectionName, ...] = ("results", "notes")
_CUES = ("ragg", "realizza", "consegui", "g.r.", "attuazione", "target", "attes", "previst", "programmat", "obiettivo")
_STATED = Saying("achievement", "stated")


def stated(objective: Objective) -> tuple[float, tuple[Evidence, ...]] | None:
    """The percentage an objective is said to be achieved by, and where: its own value, else as its results tell it."""
    if objective.achievement is not None:
        return float(objective.achievement), objective.evidence.get("achievement", ())
    found: list[tuple[float, tuple[Evidence, ...]]] = []
    for name in _TOLD:
        section = objective.sections.get(name)
        for proof in section.evidence if section is not None else ():
            if any(cue in proof.quote.lower() for cue in _CUES):
                found += _told(proof)
    return found[0] if len({value for value, _ in found}) == 1 else None


def _told(proof: Evidence) -> list[tuple[float, tuple[Evidence, ...]]]:
    text, places, rough = in_percent(proof.quote)
    said: list[tuple[float, tuple[Evidence, ...]]] = []
    for found in _STATED.finditer(text):
        group = found.lastindex or 0
        value, at = parse_number(found[group]), places[found.start(group)]
        if value is not None and at not in rough:
            said.append((float(value), (cut(proof, proof.start + at, proof.start + places[found.end()]),)))
    return said
