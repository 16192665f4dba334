"""Sentences, list items and counted lists: where one thing said ends and the next begins."""

from __future__ import annotations

import re

from extract.language import lexicon
from extract.language.reading import Reading
from extract.language.words import Word

BULLETS = frozenset("-–—•·▪●◦‐*►➢✓o\uf0b7\uf0a7\uf0d8\uf02d")
ENDS = frozenset(".!?;")
NUMBER_MARK = re.compile(r"\d{1,2}")
LETTER_MARK = re.compile(r"[a-z]")


def find_structure(reading: Reading) -> None:
    """Add list marks, the runs of them that form one list, and the sentence each word belongs to."""
    openers = [index for index, word in enumerate(reading.words) if word.opens_line]
    bullets = [index for index in openers if _is_bullet(reading, index) or _is_lettered(reading, index)]
    numbered = _numbered_runs(reading)
    bulleted = _bulleted_runs(reading, bullets)
    reading.lists = tuple(sorted((*numbered, *bulleted)))
    marks = {mark for run in numbered for mark in run}
    reading.item_marks = frozenset(marks.union(bullets))
    reading.sentence_of = tuple(_sentences(reading))


def _is_bullet(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    follows = index + 1 < len(reading.words) and not reading.words[index + 1].glued
    return word.text in BULLETS and follows


def _is_lettered(reading: Reading, index: int) -> bool:
    return bool(LETTER_MARK.fullmatch(reading.norm(index))) and reading.norm(index + 1) == ")"


def _numbered_runs(reading: Reading) -> list[tuple[int, ...]]:
    """Runs 1, 2, 3, ... of numbers with a dot or parenthesis, at line starts or after a stop."""
    runs: list[list[int]] = []
    for index in reading.figured:
        word = reading.words[index]
        if not NUMBER_MARK.fullmatch(word.norm) or not _stands_as_mark(reading, index):
            continue
        if int(word.norm) == 1:
            runs.append([index])
        elif runs and int(word.norm) == len(runs[-1]) + 1:
            runs[-1].append(index)
    return [tuple(run) for run in runs if len(run) > 1]


def _stands_as_mark(reading: Reading, index: int) -> bool:
    closes = reading.norm(index + 1) in {".", ")"} and index + 2 < len(reading.words)
    apart = closes and not reading.words[index + 2].glued
    starts = reading.words[index].opens_line or reading.norm(index - 1) in {":", ";", ".", ",", ""}
    return apart and starts and reading.words[index + 1].glued


def _bulleted_runs(reading: Reading, bullets: list[int]) -> list[tuple[int, ...]]:
    """Runs of the same bullet, or of a), b), c), after a lead that ends in a colon."""
    runs: list[list[int]] = []
    for index in bullets:
        if reading.norm(index - 1) == ":" or not runs or not _continues(reading, runs[-1][-1], index):
            runs.append([])
        runs[-1].append(index)
    return [tuple(run) for run in runs if len(run) > 1 and reading.norm(run[0] - 1) == ":"]


def _continues(reading: Reading, last: int, index: int) -> bool:
    one, other = reading.norm(last), reading.norm(index)
    if LETTER_MARK.fullmatch(one) and LETTER_MARK.fullmatch(other):
        return ord(other) == ord(one) + 1
    return one == other


def _sentences(reading: Reading) -> list[int]:
    number, found = 0, []
    marks, before = reading.item_marks, None
    for index, word in enumerate(reading.words):
        may_break = before is not None and (word.opens_line or before.text in ENDS)
        if index in marks or (before is not None and may_break and _breaks(before, word)):
            number += 1
        found.append(number)
        before = word
    return found


def _breaks(before: Word, word: Word) -> bool:
    """Whether a sentence ends between two words of which the first is a stop or the second opens a line."""
    if before.text in ENDS:
        return not word.glued or before.text != "."
    ends_in_value = before.norm[-1:].isdigit() or before.norm in {"%", "€"}
    counts = word.norm in lexicon.words("words", "counting") or word.text in {"%"}
    return ends_in_value and (counts or (word.text[:1].isupper() and not word.text.isupper()))
