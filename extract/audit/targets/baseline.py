"""A value of before: what it is of, where it is told, and what the words beside it say of it."""

from __future__ import annotations

from typing import NamedTuple

from extract.audit.words.likeness import Terms, only_says
from extract.audit.words.saying import Saying
from schemas.evidence import Traced

_ABOUT = Saying("origins", "about")
_ROUGHLY = Saying("origins", "roughly")
_RATE = Saying("origins", "rate")
_PACE = Saying("origins", "pace")
_STARTS, _OF_START = Saying("origins", "starts"), Saying("origins", "of_start")
_KINDS = tuple(Saying("origins", name) for name in ("most", "least", "median", "mean"))
_MEANS = ("days", "hours", "minutes", "weeks", "months", "%")  # units of what is always a mean


class Before(NamedTuple):
    """A value of an earlier time.

    `where` tells the place it is stated in, `years` and `said` the years and words of its clause, `lead` and `behind`
    what stands next to it.
    """

    value: float
    unit: str | None
    label: str
    names: Terms
    where: str
    years: frozenset[int]
    source: Traced
    said: Terms = ()
    lead: str = ""
    behind: str = ""
    is_part: bool = False  # of another value of before, whose name it has with more words

    @property
    def is_about(self) -> bool:
        """True for "circa 12.000", "quasi duemila"."""
        return _ABOUT.search(self.lead) is not None or _ROUGHLY.match(self.behind) is not None

    @property
    def is_rate(self) -> bool:
        """True for "40 al giorno", "in media 30 al mese"."""
        pace = self.unit not in _MEANS and _PACE.search(self.lead) is not None
        return pace or _RATE.search(self.behind) is not None

    @property
    def is_bare(self) -> bool:
        """True where nothing says what it counts, or only a word for those of anything: "si partiva da 21 iscritti"."""
        return not self.names or (only_says(self.label, "anyone") and (self.where != "indicator"))

    @property
    def is_start(self) -> bool:
        """True where it is told as what was begun with, whatever it is of: "il dato di partenza è il 43%"."""
        return _OF_START.search(self.lead) is not None

    @property
    def starts(self) -> bool:
        """True for "si partiva da 21 iscritti"."""
        return _STARTS.search(self.lead) is not None

    @property
    def kinds(self) -> frozenset[str]:
        """Whether it is a mean, a most, a least or a median, as the words beside it say."""
        said = f"{self.lead} {self.label}"
        return frozenset(kind.name for kind in _KINDS if kind.search(said))
