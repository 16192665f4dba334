"""Tolerance: how near to its target a result must come to count as all of it, as the front of a report says.

"Punteggio pieno da almeno il 95 per cento del target", "tolleranza del 3%", "i punteggi sono attribuiti per fasce".
"""

from __future__ import annotations

from functools import lru_cache

from extract.audit.words.method import front_of
from extract.audit.words.saying import Saying
from extract.language import parse_number
from schemas.report import Report

_ENOUGH, _OFF, _BANDS = Saying("tolerance", "enough"), Saying("tolerance", "off"), Saying("tolerance", "bands")
_WHOLE = 100.0
_BAND = 80.0  # percent of a target from which a band may be the highest, where nobody says which
_LEAST, _MOST = 50.0, 30.0  # what a share that is enough, and a tolerance, are between


def enough(report: Report) -> float:
    """The percentage of a target from which it counts as reached; 100 where the report says nothing of it."""
    return read_tolerance(front_of(report))


@lru_cache(4)
def read_tolerance(front: str) -> float:
    """The percentage of a target that a text says to be enough."""
    said = [_BAND] if _BANDS.search(front) else []
    said += [value for value in _numbers(_ENOUGH, front) if _LEAST <= value < _WHOLE]
    said += [_WHOLE - value for value in _numbers(_OFF, front) if 0 < value <= _MOST]
    return min(said, default=_WHOLE)


def _numbers(saying: Saying, text: str) -> list[float]:
    found = (one[one.lastindex or 0] for one in saying.everywhere(text))
    return [float(value) for one in found if (value := parse_number(one)) is not None]
