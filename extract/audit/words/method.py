"""Method: what a report says, in front, of its own reckoning.

"La percentuale di realizzazione è il rapporto tra consuntivo e target e non può superare 100", "punteggio da zero a
dieci". Where it says so, another figure is no matter of bands.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extract.audit.words.saying import Saying
from extract.audit.words.scales import scale_of
from schemas.report import Report

_STOP = re.compile(r"(?<![0-9])[.;]\s+|\n\s*\n")
_LONGEST = 2_000  # characters of a sentence
_FRONT = 20_000  # characters that may stand before the first objective

_NAMED, _SAYS, _FORMULA = Saying("method", "named"), Saying("method", "says"), Saying("method", "formula")
_CAPPED, _NEVER_MORE = Saying("method", "capped"), Saying("method", "never_more")
_FROM_TO, _LIMITED, _BEYOND = Saying("method", "from_to"), Saying("method", "limited"), Saying("method", "beyond")
_BANDED, _OF_SCORES = Saying("method", "banded"), Saying("method", "of_scores")


class Method(NamedTuple):
    """`ratio`: achievement is result over target; `capped`: at 100; `scale`: the most a score can be."""

    ratio: bool = False
    capped: bool = False
    banded: bool = False
    scale: float | None = None

    @property
    def plain(self) -> bool:
        """True where achievement is result over target and nothing else: no bands explain another figure."""
        return self.ratio and not self.banded


def method(report: Report) -> Method:
    """What the text before the first objective says of how the figures are reckoned."""
    return read_front(front_of(report))


def front_of(report: Report) -> str:
    """The text before the first objective; nothing where there is none."""
    text = report.report.text
    if not text or not report.objectives:
        return ""
    first = report.objectives[0].evidence
    starts = [one.start for proof in first.values() for one in proof]
    return text[: min([_FRONT, *starts])]


@lru_cache(4)
def read_front(front: str) -> Method:
    """What a text says of how figures are reckoned."""
    sentences = [one[:_LONGEST] for one in _STOP.split(front)]
    said = [one for one in sentences if _NAMED.search(one) and _SAYS.search(one) and not _OF_SCORES.search(one)]
    formulas = [one for one in said if _FORMULA.search(one)]
    behind = [after for one, after in pairwise(sentences) if one in formulas]
    capped = any(map(_CAPPED.search, formulas)) or any(map(_NEVER_MORE.search, (*behind, *said))) or any(
        map(_FROM_TO.search, said)
    ) or any(map(_BEYOND.search, (*behind, *formulas, *said))) or any(
        _NAMED.search(one) and _LIMITED.search(one) for one in sentences if not _OF_SCORES.search(one)
    )
    return Method(
        ratio=bool(formulas), capped=capped, banded=any(map(_BANDED.search, said)),
        scale=scale_of(front),
    )
