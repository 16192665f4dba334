"""Fractions: an indicator that is one count of another, where results tell both and, elsewhere, the percentage.

    Rette incassate su rette emesse       Emesse rette per 50.000 euro, incassate per 46.000; la riscossione sale al 92%
    Piante verificate / piante censite    Quarantotto piante verificate, centosessanta censite: il rapporto è del 30%

Two counts alone must be told, and one percentage that the words in front of it say is of nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.audit.words.figures import Figure, figures
from extract.audit.words.likeness import Terms, terms, touches
from extract.audit.words.phrases import BOUNDED, is_asked, is_of_others, is_own, names_only, roughly
from extract.audit.words.places import cut
from extract.audit.words.ratios import Ratio
from extract.audit.words.saying import Saying
from schemas.evidence import Evidence
from schemas.report import Objective, SectionName

_OVER, _BREAK = Saying("fractions", "over"), Saying("fractions", "break")
_ENDS, _IN_ALL = Saying("fractions", "ends"), Saying("fractions", "in_all")
_SHARE, _DEED = Saying("fractions", "share"), Saying("fractions", "deed")
_OTHER_TIME = Saying("fractions", "other_time")
_TOLD: tuple[SectionName, ...] = ("results", "notes")
_STOP = re.compile(r"[;,(]\s|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\n\s*\n")
_REACH = 120  # characters in front of a percentage that may say what it is of
_ANOTHER = 25.0  # points beyond which a percentage is of another thing


class _Count(NamedTuple):
    """A count of the results, with the words of its clause."""

    value: float
    said: str
    proof: Evidence

    @property
    def names(self) -> Terms:
        return terms(self.said)


def of_indicator(objective: Objective) -> Iterator[Ratio]:
    """The ratio that the results tell in two counts where the only indicator is their fraction, with its percentage."""
    if len(objective.indicators) != 1 or objective.indicators[0].result is not None:
        return
    fraction = _fraction(objective.indicators[0].text)
    counts = _counts(objective) if fraction else []
    shares = _shares(objective) if len(counts) == 2 else []
    if fraction is None or len(shares) != 1:
        return
    share, proof = shares[0]
    known = " ".join((objective.indicators[0].text, *(deed[0] for deed in _DEED.finditer(objective.title or ""))))
    part, whole = sorted(counts, key=lambda count: count.value)
    if not _are(part, whole, fraction) or not _is_theirs(share, f"{known} {part.said} {whole.said}"):
        return
    if part.value and abs(100 * part.value / whole.value - share.value) <= _ANOTHER:
        yield Ratio(
            part.value, whole.value, share.value, tuple(dict.fromkeys((*part.names, *whole.names))),
            (part.proof, whole.proof), (cut(proof, proof.start + share.start, proof.start + share.end),),
            rough=roughly(share.text, share.start, share.end),
        )


def _fraction(indicator: str) -> tuple[Terms, Terms] | None:
    """What an indicator counts above and below its line; None for one that is no fraction."""
    text = _ENDS.split(indicator)[0]
    found = _OVER.search(text)
    if found is None:
        return None
    above, below = terms(text[: found.start()]), terms(text[found.end() :])
    return (above, below) if above and (below or _IN_ALL.search(text[found.end() :])) else None


def _counts(objective: Objective) -> list[_Count]:
    section = objective.sections.get("results")
    found: list[_Count] = []
    for proof in section.evidence if section is not None else ():
        every = [one for one in figures(proof.quote) if one.unit in (None, "EUR")]
        found += [_Count(one.value, _said(one), cut(proof, proof.start + one.start, proof.start + one.end))
                  for one in every]
    return found


def _said(one: Figure) -> str:
    """The words around a count, up to where another is told."""
    start = max((found.end() for found in _BREAK.finditer(one.text[: one.start])), default=0)
    stop = _BREAK.search(one.text, one.end)
    return f"{one.text[start : one.start]} {one.text[one.end : stop.start() if stop else len(one.text)]}"


def _shares(objective: Objective) -> list[tuple[Figure, Evidence]]:
    sections = (objective.sections.get(name) for name in _TOLD)
    proofs = [proof for section in sections if section is not None for proof in section.evidence]
    return [(one, proof) for proof in proofs for one in figures(proof.quote) if one.unit == "%"]


def _are(part: _Count, whole: _Count, fraction: tuple[Terms, Terms]) -> bool:
    """True where the smaller count is what stands above the line of a fraction, and the larger what stands below."""
    above, below = fraction
    if part.value == whole.value or any(_OTHER_TIME.search(count.said) for count in (part, whole)):
        return False
    own_above, own_below = _less(above, below), _less(below, above)
    in_all = _IN_ALL.search(whole.said) is not None
    if not touches(part.names, above) or not (touches(whole.names, below) or in_all):
        return False
    if touches(part.names, own_below) and not touches(part.names, own_above):
        return False
    if touches(whole.names, own_above) and not touches(whole.names, own_below):
        return False
    return touches(part.names, own_above) or touches(whole.names, own_below) or in_all


def _less(one: Terms, other: Terms) -> Terms:
    return tuple(term for term in one if term not in other)


def _is_theirs(share: Figure, known: str) -> bool:
    """True where the words in front of a percentage, and behind it, say that it is of nothing but what is known."""
    lead = share.text[max(0, share.start - _REACH) : share.start]
    lead = lead[max((found.end() for found in _STOP.finditer(lead)), default=0) :]
    if BOUNDED.search(lead) or is_asked(lead) or _OTHER_TIME.search(lead) or is_of_others(share.text, share.end, known):
        return False
    return _SHARE.search(lead) is not None or (names_only(lead, known) and is_own(lead, known))
