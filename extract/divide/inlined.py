"""Labels that are no sections: the line of an indicator, or the lines below it, say its target, result and weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from extract.language.inline import begins_with_value, says_value
from extract.marks import Label

# What may be said of an indicator in its own lines, and of that what running text would take for something else.
_FIELDS = frozenset({"target", "result", "results", "baseline", "weight", "achievement"})
_OTHERWISE = frozenset({"results", "weight", "achievement"})
_OF_FORMS = frozenset({"formula", "unit", "source", "code"})
_OPEN_END = ("–", "—", "-", "|", ",", ";", "(")


def without_inlined(labels: Sequence[Label], text: str, end: int) -> list[Label]:
    """The labels of one objective, which ends at `end`, less those that belong to its indicators' lines.

    Such are labels that go on with a line that breaks off, hold further labels behind their value, or come again
    below each indicator. Labels of forms have rows of their own.
    """
    if any(label.section in _OF_FORMS for label in labels):
        return list(labels)
    stops = [*(label.start for label in labels[1:]), end][: len(labels)]
    runs = list(_runs(labels, stops, text))
    counts = Counter(labels[at].section for run in runs for at in run)
    gone: set[int] = set()
    for run in runs:
        own = [at for at in run if _is_inlined(labels[at], stops[at], text) or _is_told_elsewhere(labels, at, run)]
        again = [at for at in run if counts[labels[at].section] > 1]
        named = any(_names_more(labels[at], stops[at], text) for at in run)
        otherwise = any(labels[at].section in _OTHERWISE for at in again)
        last = max([*own, *(again if otherwise or named else ())], default=-1)
        gone.update(at for at in run if at <= last)
    return [label for at, label in enumerate(labels) if at not in gone]


def _runs(labels: Sequence[Label], stops: Sequence[int], text: str) -> Iterator[list[int]]:
    """The places of labels with short values that follow the label of indicators, and one another."""
    run: list[int] | None = None
    for at, label in enumerate(labels):
        if label.section == "indicator":
            if run:
                yield run
            run = []
        elif run is not None and label.section in _FIELDS and _is_short(label, stops[at], text):
            run.append(at)
        else:
            if run:
                yield run
            run = None
    if run:
        yield run


def _value(label: Label, stop: int, text: str) -> str:
    """The first line with text behind a label."""
    return next((line for line in text[label.end : stop].splitlines() if line.strip()), "")


def _is_short(label: Label, stop: int, text: str) -> bool:
    value = _value(label, stop, text)
    return says_value(value) or begins_with_value(value)


def _is_inlined(label: Label, stop: int, text: str) -> bool:
    """Whether a label stands inside an indicator's line that wraps, or holds another behind its value."""
    return text[: label.start].rstrip().endswith(_OPEN_END) or begins_with_value(_value(label, stop, text))


def _is_told_elsewhere(labels: Sequence[Label], at: int, run: Sequence[int]) -> bool:
    """Whether the objective has its own weight before its indicators, or its own results behind them."""
    section = labels[at].section
    before = any(label.section == section for label in labels[: run[0]])
    behind = any(label.section == section for label in labels[run[-1] + 1 :])
    return (section == "weight" and before) or (section == "results" and behind)


def _names_more(label: Label, stop: int, text: str) -> bool:
    """Whether more stands below a label than its value: the name of the next indicator."""
    return len([line for line in text[label.end : stop].splitlines() if line.strip()]) > 1
