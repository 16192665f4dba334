"""A text on its way through the pipeline: its words, cues, numerals and dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import compress
from operator import itemgetter
from typing import Literal, NamedTuple

from extract.language import lexicon
from extract.language.values import Number, Operator
from extract.language.words import Word
from schemas.partial_date import PartialDate

REACH = 120
"""How many words around a number may say what it is; without a bound a text of one sentence costs its square."""

Tense = Literal["planned", "fact", "infinitive"]
TIMES = frozenset({"days", "hours", "months", "weeks", "minutes", "years"})
QUALIFYING = frozenset({"entro", "in", "per", "oltre", "nei", "negli", "nelle", "dopo", "i", "gli", "le"})


@cache
def goal_words() -> frozenset[str]:
    """The nouns of the lexicon that may name a goal."""
    return frozenset().union(*(lexicon.words("roles", "goals", kind) for kind in ("plain", "wide", "valued")))


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


class Numeral(NamedTuple):
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


@dataclass
class Reading:
    """What the components found so far; each adds its own part, the derived views are built once when first asked.

    `parts` maps the first word of a number that is a part of another to the first word of that whole;
    `tenses` holds what the verbs before a word tell.
    """

    text: str
    words: tuple[Word, ...]
    cues: tuple[Cue, ...] = ()
    item_marks: frozenset[int] = frozenset()
    lists: tuple[tuple[int, ...], ...] = ()
    dates: tuple[DateMark, ...] = ()
    numerals: tuple[Numeral, ...] = ()
    years: dict[int, int] = field(default_factory=dict)
    parts: dict[int, int] = field(default_factory=dict)
    tenses: dict[int, tuple[Tense | None, Tense | None]] = field(default_factory=dict)
    sentence_of: tuple[int, ...] = ()

    @cached_property
    def goals(self) -> tuple[int, ...]:
        """The words that name a goal: "target", "obiettivo", "valore"."""
        return tuple(self.those(goal_words().__contains__))

    @cached_property
    def figured(self) -> tuple[int, ...]:
        """The words that begin with a figure."""
        return tuple(index for index, word in enumerate(self.words) if word.text[0].isdigit())

    @cached_property
    def valued(self) -> tuple[Numeral, ...]:
        """The numbers that may be values, in order. Ask when the numbers are complete."""
        return tuple(one for one in self.numerals if one.reason is None and one.value is not None)

    @cached_property
    def place_of(self) -> dict[int, int]:
        """First word of a number that may be a value to its place in `valued`."""
        return {one.first: place for place, one in enumerate(self.valued)}

    @cached_property
    def _valued_by_tail(self) -> dict[int, Numeral]:
        return {one.tail: one for one in self.valued}

    def number_ending(self, index: int) -> Numeral | None:
        """The number that may be a value and ends, unit included, just before a word."""
        return self._valued_by_tail.get(index)

    def number_between(self, first: int, last: int) -> bool:
        """True where a number that may be a value starts in `[first, last)`."""
        return any(at in self.place_of for at in range(first, min(last, first + REACH)))

    @cached_property
    def number_words(self) -> frozenset[int]:
        """The words that belong to numbers of any kind."""
        return frozenset(at for one in self.numerals for at in range(one.first, one.last))

    @cached_property
    def counted_words(self) -> frozenset[int]:
        """The words of numbers and their units, years apart."""
        counted = (one for one in self.numerals if one.reason != "year")
        return frozenset(at for one in counted for at in range(one.first, one.tail))

    @cached_property
    def time_words(self) -> frozenset[int]:
        """The words of lengths of time under a preposition, which only qualify: "entro dieci giorni"."""
        lasting = (one for one in self.valued if one.unit in TIMES and self.norm(one.first - 1) in QUALIFYING)
        return frozenset(at for one in lasting for at in range(one.prefix, one.tail))

    @cached_property
    def _cues_by_last(self) -> dict[int, list[Cue]]:
        found: dict[int, list[Cue]] = defaultdict(list)
        for cue in self.cues:
            found[cue.last].append(cue)
        return found

    @cached_property
    def _cues_by_first(self) -> dict[int, list[Cue]]:
        found: dict[int, list[Cue]] = defaultdict(list)
        for cue in self.cues:
            found[cue.first].append(cue)
        return found

    @cached_property
    def _dates_by_first(self) -> dict[int, DateMark]:
        return {mark.first: mark for mark in self.dates}

    @cached_property
    def _dates_by_last(self) -> dict[int, DateMark]:
        return {mark.last: mark for mark in self.dates}

    @cached_property
    def _sentences(self) -> dict[int, tuple[int, int]]:
        found: dict[int, tuple[int, int]] = {}
        for index, number in enumerate(self.sentence_of):
            found[number] = (found[number][0] if number in found else index, index + 1)
        return found

    def norm(self, index: int) -> str:
        """The lower-case form of a word, empty outside the text."""
        return self.norms[index] if 0 <= index < len(self.words) else ""

    @cached_property
    def norms(self) -> tuple[str, ...]:
        """The lower-case forms of all words."""
        return tuple(map(itemgetter(1), self.words))

    def those(self, wanted: Callable[[str], bool]) -> Iterator[int]:
        """The words whose lower-case form is wanted, in order."""
        return compress(range(len(self.words)), map(wanted, self.norms))

    def same_sentence(self, one: int, other: int) -> bool:
        """True where no sentence end or new list item stands between two words."""
        return self.sentence_of[one] == self.sentence_of[other]

    def sentence(self, index: int) -> tuple[int, int]:
        """The words `[first, last)` of the sentence or list item around a word, cut to what a reader keeps in mind."""
        first, last = self._sentences[self.sentence_of[index]]
        return max(first, index - REACH), min(last, index + REACH)

    def sentence_words(self, number: int) -> tuple[int, int]:
        """All words `[first, last)` of a sentence by its number."""
        return self._sentences[number]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters from the first word to the last one (exclusive)."""
        return self.words[first].start, self.words[last - 1].end

    def quoted(self, first: int, last: int) -> str:
        """The text from the first word to the last one (exclusive), white space collapsed."""
        start, end = self.span(first, last)
        return " ".join(self.text[start:end].split())

    def cues_within(self, first: int, last: int, *families: str) -> Iterator[Cue]:
        """The cues of some families that start in `[first, last)`, in order."""
        for index in range(first, last):
            yield from (cue for cue in self._cues_by_first.get(index, ()) if cue.family in families)

    def cues_end(self, index: int) -> bool:
        """Whether any cue ends just before a word."""
        return index in self._cues_by_last

    def cue_ending(self, index: int, *families: str) -> Cue | None:
        """The longest cue of the families that ends just before a word."""
        ending = (cue for cue in self._cues_by_last.get(index, ()) if cue.family in families)
        return min(ending, key=lambda cue: cue.first, default=None)

    def cue_starting(self, index: int, *families: str) -> Cue | None:
        """The longest cue of the families that starts at a word."""
        starting = (cue for cue in self._cues_by_first.get(index, ()) if cue.family in families)
        return max(starting, key=lambda cue: cue.last, default=None)

    def date_ending(self, index: int) -> DateMark | None:
        """The date that ends just before a word."""
        return self._dates_by_last.get(index)

    def date_starting(self, index: int) -> DateMark | None:
        """The date that starts at a word."""
        return self._dates_by_first.get(index)

    def dated(self, index: int) -> bool:
        """True for a word that belongs to a date."""
        return index in self._dated_words

    @cached_property
    def _dated_words(self) -> frozenset[int]:
        return frozenset(at for mark in self.dates for at in range(mark.first, mark.last))
