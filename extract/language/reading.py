"""A text on its way through the pipeline: its words, cues, numerals and dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from extract.language.values import Number, Operator
from extract.language.words import Word
from schemas.partial_date import PartialDate


class Cue(NamedTuple):
    """A phrase of the lexicon: its family, what it says, and the words `[first, last)` it covers."""

    family: str
    label: str
    first: int
    last: int


class DateMark(NamedTuple):
    """A full or partial date over the words `[first, last)`."""

    first: int
    last: int
    date: PartialDate


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the text: the words `[first, last)` of it, those `[prefix, tail)` with its unit, marker and cue.

    `reason` is set where it is known to be no value (a year, a code); `rule` names the comparator read.
    """

    first: int
    last: int
    value: Number | None
    upper: Number | None = None
    unit: str | None = None
    prefix: int = -1
    tail: int = -1
    operator: Operator | None = None
    rule: str | None = None
    spelled: bool = False
    about: str | None = None
    marked: bool = False
    reason: str | None = None


@dataclass(slots=True)
class Reading:
    """What the components found so far; each adds its own part."""

    text: str
    words: tuple[Word, ...]
    cues: tuple[Cue, ...] = ()
    item_marks: frozenset[int] = frozenset()
    lists: tuple[tuple[int, ...], ...] = ()
    dates: tuple[DateMark, ...] = ()
    numerals: tuple[Numeral, ...] = ()
    years: dict[int, int] = field(default_factory=dict)
    sentence_of: tuple[int, ...] = ()

    def norm(self, index: int) -> str:
        """The lower-case form of a word, empty outside the text."""
        return self.words[index].norm if 0 <= index < len(self.words) else ""

    def same_sentence(self, one: int, other: int) -> bool:
        """True where no sentence end or new list item stands between two words."""
        return self.sentence_of[one] == self.sentence_of[other]

    def sentence(self, index: int) -> tuple[int, int]:
        """The words `[first, last)` of the sentence or list item around a word."""
        number = self.sentence_of[index]
        first, last = index, index + 1
        while first > 0 and self.sentence_of[first - 1] == number:
            first -= 1
        while last < len(self.words) and self.sentence_of[last] == number:
            last += 1
        return first, last

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters from the first word to the last one (exclusive)."""
        return self.words[first].start, self.words[last - 1].end

    def quoted(self, first: int, last: int) -> str:
        """The text from the first word to the last one (exclusive), white space collapsed."""
        start, end = self.span(first, last)
        return " ".join(self.text[start:end].split())

    def cues_of(self, *families: str) -> Iterator[Cue]:
        """The cues of some families, in order."""
        return (cue for cue in self.cues if cue.family in families)

    def cue_ending(self, index: int, *families: str) -> Cue | None:
        """The longest cue of the families that ends just before a word."""
        ending = [cue for cue in self.cues_of(*families) if cue.last == index]
        return min(ending, key=lambda cue: cue.first, default=None)

    def cue_starting(self, index: int, *families: str) -> Cue | None:
        """The longest cue of the families that starts at a word."""
        starting = [cue for cue in self.cues_of(*families) if cue.first == index]
        return max(starting, key=lambda cue: cue.last, default=None)

    def date_ending(self, index: int) -> DateMark | None:
        """The date that ends just before a word."""
        return next((mark for mark in self.dates if mark.last == index), None)
