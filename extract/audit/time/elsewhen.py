"""What was done in another year than the one reported on, where no day is told: "nell'autunno 2018".

Only where that is the only time that the results tell, and where it is what the objective asks that was done then.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from extract.audit.time.deeds import how_near
from extract.audit.time.undated import stems_of
from extract.audit.time.when import When
from extract.audit.words.likeness import Terms, terms, touches
from extract.audit.words.places import cut
from extract.audit.words.saying import Saying
from schemas.evidence import Evidence
from schemas.report import Objective, SectionName

_PLANNED: tuple[SectionName, ...] = ("description", "expected_benefits", "indicator")
_TOLD: tuple[SectionName, ...] = ("results", "notes")
_SEASON, _BESIDE = Saying("other_years", "season_of"), Saying("other_years", "beside")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d,]|\.\d)")
_STOP = re.compile(r"[.;:]\s+(?=[A-ZÀÈÉÌÒÙ])|\n\s*\n")


def done_in_other_years(objective: Objective, year: int) -> list[When]:
    """The years, other than the one reported on, in which what was asked is said to have been done."""
    told = [proof for name in _TOLD if name in objective.sections for proof in objective.sections[name].evidence]
    planned = " ".join(objective.sections[name].text for name in _PLANNED if name in objective.sections)
    asked, deeds = terms(" ".join((objective.title or "", planned))), stems_of(objective)
    found = [one for proof in told for one in _done(proof, year, asked, deeds)]
    years = {said for proof in told for said in _YEAR.findall(proof.quote)}
    if len(found) != 1 or found[0].first.year == year or years - {found[0].iso}:
        return []
    return [] if found[0].iso in f"{objective.title} {planned}" else found


def _done(proof: Evidence, year: int, asked: Terms, deeds: Terms) -> Iterator[When]:
    for saying in (_SEASON, _BESIDE):
        for found in saying.finditer(proof.quote):
            if not (saying is _SEASON and found["source"]) and not how_near(found["deed"].lower(), deeds):
                continue
            begun = max((one.end() for one in _STOP.finditer(proof.quote, 0, found.start())), default=0)
            if touches(terms(proof.quote[begun : found.end()]), asked):
                said = int(found["year"]) if saying is _SEASON else year - 1 if found["before"] else year + 1
                shown = cut(proof, proof.start + found.start(), proof.start + found.end())
                yield When(str(said), dt.date(said, 1, 1), dt.date(said, 12, 31), (shown,))
