"""Marked sentences: everything marked is found with its role and label, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.marked_text import Marked, differences, load

MARKED = Path(__file__).parent / "marked"
TUNED = ("tuned", "second", "third", "fourth", "fifth", "sixth", "seventh")
KNOWN = [marked for name in TUNED for marked in load(MARKED / f"{name}.txt")]
BLIND = [*load(MARKED / "held_out.txt"), *load(MARKED / "blind_2.txt")]


@pytest.mark.parametrize("marked", KNOWN, ids=lambda marked: marked.name)
def test_marked_sentence(marked: Marked) -> None:
    assert differences(marked) == []


def test_there_are_enough_sentences_of_every_kind() -> None:
    kinds = [expected.key[:2] for marked in KNOWN for expected in marked.expected]
    assert len(KNOWN) >= 200
    for kind in ("actual", "base", "baseline", "component", "planned", "context"):
        assert kinds.count(("quantity", kind)) >= 3, kind
    for kind in ("deadline", "achieved", "baseline", "act", "date"):
        assert ("date", kind) in kinds, kind
    assert sum(not marked.expected for marked in KNOWN) >= 20, "sentences that hold no value"


def test_sentences_never_tuned_on() -> None:
    """Six in ten of the blind sentences are right to the last label; the values alone do better."""
    wrong = [differences(marked) for marked in BLIND]
    right = sum(not one for one in wrong)
    values = sum(len(marked.expected) for marked in BLIND)
    missed = sum(line.startswith("missed") for one in wrong for line in one)
    invented = sum(line.startswith("invented") for one in wrong for line in one)
    assert right / len(BLIND) >= 0.65
    assert 2 * (values - missed) / (2 * values - missed + invented) >= 0.88


def test_a_difference_is_told() -> None:
    path = MARKED / "tuned.txt"
    marked = load(path)[0]
    blank = Marked(marked.name, marked.text, marked.hints, ())
    assert any("invented" in line for line in differences(blank))
