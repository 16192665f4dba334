"""Headings and labels: the lines that say where an objective starts and what its parts are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from extract.language.lexicon import words
from extract.patterns import Pattern, Sieve
from extract.rulebook import Pack
from schemas.rule import HeadingRule, LabelRule

Range = tuple[int, int]
# Sections whose label, when nothing parts it from its text, must be followed by a value.
_VALUED = frozenset({"target", "result", "baseline", "weight", "achievement"})
_NEVER_LOOSE = frozenset({"end", "status", "title", "responsible"})
_CONTENTS = re.compile(r"(?:\.{4,}|…{2,}|(?:\s\.){4,})\s*\d+\s*$")
_LONGEST_CONTENTS = 120  # characters that may stand below a heading in a list of contents


class Heading(NamedTuple):
    """A line that starts an objective, in the coordinates of the body's text.

    `mark_at` is the place of its number or code, empty where it has none, `stray_at` are the places
    of other headings that stand where its title begins. `rank` is that of its rule.
    """

    start: int
    end: int
    number: int | None
    mark_at: Range
    title_at: Range | None
    rule: str
    loose: bool
    starts: str = "objective"
    level: str = "operational"
    stray_at: tuple[Range, ...] = ()
    rank: int = 0

    def key(self, text: str) -> str:
        """Its number or code, else its title, to know it again in `text`."""
        return text[slice(*self.mark_at)] or text[slice(*(self.title_at or (0, 0)))]


class Label(NamedTuple):
    """A label that opens a section, in the coordinates of the body's text.

    A `keep` label is itself text, a `loose` one runs into its text, a `marked` one is an item of a list.
    """

    start: int
    end: int
    section: str
    rule: str
    keep: bool = False
    loose: bool = False
    marked: bool = False
    anywhere: bool = False


M = TypeVar("M", Heading, Label)
Chosen = Callable[[list[Heading]], list[Heading]]


class MarkedText:
    """A text, and what the rules of all packs find in it: each rule is asked once, and only if it occurs."""

    def __init__(self, text: str, sieve: Sieve | None = None) -> None:
        self.text = text
        self._occurring = None if sieve is None else sieve.sift(text)
        self._labels: dict[Pattern, tuple[Label, ...]] = {}
        self._headings: dict[Pattern, tuple[Heading, ...]] = {}

    def labels(self, pack: Pack, rule: LabelRule) -> tuple[Label, ...]:
        """What a rule of `pack` takes for a label."""
        strict, loose = pack.patterns[rule.id], pack.patterns.get(f"{rule.id}:loose")
        if strict not in self._labels:
            name = pack.name(rule)
            self._labels[strict] = (
                *(_strict(self.text, strict, rule, name) if self._has(strict) else ()),
                *(_loose(self.text, loose, rule, name) if loose and self._has(loose) else ()),
            )
        return self._labels[strict]

    def headings(self, pack: Pack, rule: HeadingRule) -> tuple[Heading, ...]:
        """What a rule of `pack` takes for a heading."""
        pattern = pack.patterns[rule.id]
        if pattern not in self._headings:
            there = self._has(pattern)
            self._headings[pattern] = tuple(_matches(self.text, pattern, rule, pack.name(rule))) if there else ()
        return self._headings[pattern]

    def _has(self, pattern: Pattern) -> bool:
        return self._occurring is None or pattern in self._occurring


def find_labels(marked: MarkedText, pack: Pack) -> tuple[Label, ...]:
    """The labels in order; of two of the same line the longer holds, of equal ones that before a value of its own."""
    found: dict[int, Label] = {}
    for rule in sorted(pack.of(LabelRule), key=lambda rule: rule.value is None):
        for label in marked.labels(pack, rule):
            before = found.get(label.start)
            if before is None or (before.loose, -before.end) > (label.loose, -label.end):
                found[label.start] = label
    return tuple(_apart(found[start] for start in sorted(found)))


def find_headings(marked: MarkedText, pack: Pack, marks: Sequence[int], chosen: Chosen = list) -> tuple[Heading, ...]:
    """The headings, in order: lists of contents and wrapped prose start none.

    `marks` are the places of labels and of tables that are forms, in order; `chosen` tells what
    those are that may name objectives, or what these belong to.
    """
    text = marked.text
    found = [heading for heading in _apart(_found(marked, pack)) if not _is_in_sentence(text, heading.start)]
    found = list(_sure(chosen(found), marks, len(text)))
    return tuple(_with_titles(_without_contents(found, text, marks), text))


def _found(marked: MarkedText, pack: Pack) -> list[Heading]:
    """What the rules find, in order; of two of the same line the shorter first, then the one with a number."""
    found = (heading for rule in pack.of(HeadingRule) for heading in marked.headings(pack, rule))
    return sorted(found, key=lambda one: (one.start, one.end, one.number is None, one.number or 0, one.mark_at))


def heading_of(text: str, pack: Pack) -> Heading | None:
    """The heading that a text by itself is, as in a row of a table that is one cell."""
    found = [heading for heading in _found(MarkedText(text), pack) if heading.starts != "level"]
    return found[0] if found and not text[: found[0].start].strip() else None


def firm(labels: Iterable[Label]) -> list[Label]:
    """The labels that open a section of one objective.

    A loose one counts only where nothing else opens its section, one that is itself text only
    before every other label, list items only where several sections are set as a list, or the indicators: no item of a
    list among the results.
    """
    there = list(labels)
    listed = len({label.section for label in there if label.marked}) > 1
    named = any(label.section == "indicator" and not label.marked for label in there)
    told = (label for label in there if label.section == "results" or (label.marked and label.section == "indicator"))
    lists = not named and next((label.section for label in told), None) == "indicator"
    there = [label for label in there if not label.marked or listed or (lists and label.section == "indicator")]
    opened = {label.section for label in there if not label.loose}
    first = min((label.start for label in there if not label.loose and not label.keep), default=None)
    return [
        label for label in there
        if not (label.loose and label.section in opened)
        and not (label.keep and not label.anywhere and first is not None and label.start > first)
    ]


def is_unfinished(line: str) -> bool:
    """Whether a line breaks off in mid-sentence: what stands on the next one is no heading and no label."""
    line = line.rstrip()
    return bool(line) and (line[-1] == "," or line.split()[-1].lower() in words("lines", "unfinished"))


def _apart(marks: Iterable[M]) -> Iterator[M]:
    last = -1
    for mark in marks:
        if mark.start >= last:
            yield mark
            last = mark.end


def _strict(text: str, pattern: Pattern, rule: LabelRule, name: str) -> Iterator[Label]:
    for match in pattern.finditer(text):
        end = match.span("value")[0] if "value" in match.spans else match.end
        if not _stands(text, match.span("label"), end):
            continue
        marked = "mark" in match.spans
        start = match.span("mark" if marked else "label")[0]
        end = start + 1 if rule.keep else end
        yield Label(start, end, rule.section, name, rule.keep, marked=marked, anywhere=rule.anywhere)


def _stands(text: str, label: Range, end: int) -> bool:
    """Whether it is a label and not the end of a sentence that wraps: "i costi di / struttura"."""
    closing = text[label[1] : end]
    line = text.rfind("\n", 0, label[0]) + 1
    if text[line : label[0]].rstrip(" ").endswith("\t") and "\n" not in text[max(label[0] - 2, 0) : label[0]]:
        return any(sign in closing for sign in ":=-–—")  # in the middle of a line, behind a gap
    if any(sign in closing for sign in ":=\t"):
        return True
    return not text[label[0]].islower() and not _is_in_sentence(text, line)


def _loose(text: str, pattern: Pattern, rule: LabelRule, name: str) -> Iterator[Label]:
    """Labels followed by their text with nothing between: "Indicatore % di completamento"."""
    if rule.keep or rule.section in _NEVER_LOOSE:
        return
    for match in pattern.finditer(text):
        start, end = match.span("label")
        follows = _begins(rule.section, match.get("text") or "")
        if text[start].isupper() and follows and not _is_in_sentence(text, match.start):
            yield Label(start, end, rule.section, name, loose=True)


def _begins(section: str, word: str) -> bool:
    """Whether a section's text may begin with this word."""
    if section in _VALUED:
        return word[0].isdigit() or word[0] in "%<>≥≤€="
    if section == "indicator" and (word.lower() in words("indicators", "openings") or word[0] in "%n"):
        return True
    return word[0].isupper() or word[0].isdigit()


def _matches(text: str, pattern: Pattern, rule: HeadingRule, name: str) -> Iterator[Heading]:
    for found in pattern.finditer(text):
        title, number = found.get("title"), found.get("number")
        if title and _CONTENTS.search(title):
            continue
        mark = next((group for group in ("number", "code") if group in found.spans), None)
        heading = Heading(
            found.start, found.end, int(number) if number else None,
            found.span(mark) if mark else (found.start, found.start),
            found.span("title") if title else None, name, rule.loose, rule.starts, rule.level, rank=rule.rank,
        )
        title_at = heading.title_at
        inner = pattern.search(title) if title else None
        if title_at and inner and inner.start == 0 and inner.get("title"):
            inner_title = title_at[0] + inner.span("title")[0]
            heading = _with_stray(heading, (title_at[0], inner_title), (inner_title, title_at[1]))
        yield heading


def _is_in_sentence(text: str, start: int) -> bool:
    """Whether the line at `start` goes on with a sentence of the line right above it."""
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    return start > 0 and is_unfinished(text[above : start - 1] if text[start - 1] == "\n" else "")


def _with_next(headings: Sequence[Heading], end: int) -> Iterator[tuple[Heading, int]]:
    return zip(headings, [*(heading.start for heading in headings[1:]), end], strict=False)


def _sure(headings: Sequence[Heading], starts: Sequence[int], end: int) -> Iterator[Heading]:
    """Less the loose ones that neither hold labels nor count on from the heading before."""
    last: Heading | None = None
    for heading, following in _with_next(headings, end):
        counts_on = last is not None and heading.rule == last.rule and _counts_on(last.number, heading.number)
        if heading.starts != "objective":
            yield heading
        elif not heading.loose or counts_on or _labels_in(starts, heading.end, following) > 1:
            last = heading
            yield heading


def _counts_on(before: int | None, number: int | None) -> bool:
    return before is not None and number == before + 1


def _labels_in(starts: Sequence[int], start: int, end: int) -> int:
    """How many labels stand in the range; `starts` are those of all labels, in order."""
    return bisect_left(starts, end) - bisect_left(starts, start)


def _without_contents(headings: Sequence[Heading], text: str, starts: Sequence[int]) -> list[Heading]:
    """Less the lines of a list of contents: nothing below them, and their number comes again with something."""
    full: set[str] = set()
    kept: list[Heading] = []
    for heading, following in reversed(list(_with_next(headings, len(text)))):
        holds = _labels_in(starts, heading.end, following) > 0
        below = len(text[heading.end : following].strip())
        if holds or below > _LONGEST_CONTENTS or heading.key(text) not in full:
            kept.append(heading)
        if holds:
            full.add(heading.key(text))
    return kept[::-1]


def _with_titles(headings: Iterable[Heading], text: str) -> list[Heading]:
    """A heading without a title, directly followed by one that carries a title, has that as its title.

    The second number starts nothing.
    """
    kept: list[Heading] = []
    for heading in headings:
        before = kept[-1] if kept else None
        alike = before and before.starts == heading.starts == "objective"
        follows = before is not None and not text[before.end : heading.start].strip()
        if before and alike and follows and not before.title_at and heading.title_at:
            kept[-1] = _with_stray(before, (heading.start, heading.title_at[0]), heading.title_at)
        else:
            kept.append(heading)
    return kept


def _with_stray(heading: Heading, stray_at: Range, title_at: Range) -> Heading:
    return heading._replace(title_at=title_at, end=title_at[1], stray_at=(*heading.stray_at, stray_at))
