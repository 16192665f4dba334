"""Headings that name a level of the plan: which of them start objectives, and which say what these belong to.

"Obiettivo operativo A.1 – ..." starts an objective in one report; in another it stands below the heading of one and
says which part of the plan it serves. What stands below the headings tells the two apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.marks import Heading, is_unfinished

_MOST_WRAPPED = 2  # lines that the title of a part of the plan goes on for
_SHORT = 400  # characters that may stand between a part of the plan and the first of its objectives
_HALF = 0.5
_FINE = 3  # the coarsest rank that may be an objective's: areas and programmes are none
BARE = 6  # the rank of a code and a title without a word that says whose they are
_SELDOM = 0.75  # of the objectives: as many parts of the plan may have labels of their own


def leveled(found: Sequence[Heading], text: str, marks: Sequence[int], told: Sequence[int]) -> list[Heading]:
    """`found`, in order, with each heading of a level told as that of an objective or of a parent, or left out.

    `marks` are the places of all labels and tables, `told` of the labels that say something of an objective itself.
    """
    found = [one for one in found if one.starts != "level" or not text[one.start : one.end].lstrip()[0].islower()]
    if not any(heading.starts == "level" for heading in found):
        return found
    levels = _Levels(found, text, marks, told, len(text))
    if not levels.are_bare():
        found = [heading for heading in found if heading.rank != BARE]
        levels = levels._replace(found=found)
    rank = levels.chosen()
    kept: list[Heading] = []
    for at, heading in enumerate(found):
        if heading.starts == "level" and heading.rank == rank:
            kept.append(heading._replace(starts="objective", loose=False))
        elif heading.starts == "level":
            if levels.is_over(at, rank):
                kept.append(_as_parent(heading, text, marks, levels.following(at)))
        elif heading.starts == "objective" and rank is not None:
            kept.append(_as_parent(heading, text, marks, levels.following(at)))
        else:
            kept.append(heading)
    return kept


class _Levels(NamedTuple):
    """The headings of a text as levels; those of rank 0 are numbered and name no level."""

    found: Sequence[Heading]
    text: str
    marks: Sequence[int]
    told: Sequence[int]
    end: int

    def following(self, at: int) -> int:
        """Where the next heading stands."""
        return self.found[at + 1].start if at + 1 < len(self.found) else self.end

    def chosen(self) -> int | None:
        """The rank whose headings start the objectives; None where numbered headings do, or none does."""
        ranks = sorted({heading.rank for heading in self.found if heading.rank >= _FINE}, reverse=True)
        finest = next((rank for rank in ranks if self._holds_labels(rank)), None)
        if finest is None or finest == BARE or not self._is_within(finest, self._numbered()):
            return finest
        return None

    def are_bare(self) -> bool:
        """Whether codes with a title alone start the objectives: what else may start one stands over several."""
        named = [at for at, one in enumerate(self.found) if _FINE <= one.rank < BARE]
        return self._holds_labels(BARE) and not self._is_within(BARE, sorted([*named, *self._numbered()]))

    def _numbered(self) -> list[int]:
        return [at for at, heading in enumerate(self.found) if heading.starts == "objective"]

    def _holds_labels(self, rank: int) -> bool:
        """Whether at least half of the headings of a rank have labels below them, before any other heading.

        A list of contents names them once more.
        """
        of_rank = [(one.key(self.text), self._labelled(at)) for at, one in enumerate(self.found) if one.rank == rank]
        return len({key for key, held in of_rank if held}) >= _HALF * len({key for key, _ in of_rank})

    def _labelled(self, at: int) -> bool:
        return _any_in(self.told, self.found[at].end, self.following(at))

    def _is_within(self, rank: int, others: Sequence[int]) -> bool:
        """Whether other headings start the objectives, each with at most one of this rank that holds labels."""
        if not others:
            return False
        counts = [
            sum(self.found[at].rank == rank and self._labelled(at) for at in range(first, last))
            for first, last in pairwise([*others, len(self.found)])
        ]
        return sum(count > 1 for count in counts) <= _HALF * sum(count > 0 for count in counts)

    def is_over(self, at: int, rank: int | None) -> bool:
        """Whether a heading stands over the objectives that follow, and not within one."""
        if rank is not None and self.found[at].rank > rank:
            return False
        behind = next((one for one in self.found[at + 1 :] if self._starts(one, rank)), None)
        if behind is None:
            return False
        if _any_in(self.told, self.found[at].end, behind.start):
            return rank is not None and self._is_described(at, rank)
        return rank is not None or behind.start - self.found[at].end <= _SHORT

    def _is_described(self, at: int, rank: int) -> bool:
        """Whether a part of the plan has labels of its own: it comes behind those of an objective, and seldomer."""
        before = next((one for one in self.found[at - 1 :: -1] if self._starts(one, rank)), None) if at else None
        if before is not None and not _any_in(self.told, before.end, self.found[at].start):
            return False
        many = [sum(one.rank == of for one in self.found) for of in (self.found[at].rank, rank)]
        return many[0] <= _SELDOM * many[1]

    def _starts(self, heading: Heading, rank: int | None) -> bool:
        return heading.starts == "objective" if rank is None else heading.rank == rank


def _as_parent(heading: Heading, text: str, marks: Sequence[int], stop: int) -> Heading:
    """A heading as that of a parent, with the lines that its title goes on for."""
    level = "strategic" if heading.level == "operational" else heading.level
    end = heading.end
    for line in _lines_behind(text, heading.end, stop):
        titled = bool(heading.title_at) or end > heading.end
        goes_on = text[slice(*line)].lstrip()[:1].islower() or is_unfinished(text[heading.start : end])
        if (titled and not goes_on) or _any_in(marks, line[0], line[1]):
            break
        end = line[1]
    return heading._replace(starts="parent", level=level, end=end, rank=max(heading.rank, 1))


def _lines_behind(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The next lines with text, up to the first without any."""
    at = start + 1
    for _ in range(_MOST_WRAPPED):
        end = text.find("\n", at, stop)
        end = stop if end < 0 else end
        if not text[at:end].strip():
            return
        yield at, end
        at = end + 1


def _any_in(places: Sequence[int], start: int, end: int) -> bool:
    """Whether a place stands in the range; `places` are in order."""
    return bisect_left(places, end) > bisect_left(places, start)
