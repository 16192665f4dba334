"""Rows that a page's end splits, made whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.forms.entries import Entry, Event, Record
from extract.language.lexicon import words

# Cells too short to be split: where both parts fill one, they are two rows.
_SHORT = frozenset({
    "weight", "objective_weight", "indicator_weight", "result", "achievement", "objective_achievement", "score", "unit",
})
# Cells that a row fills once, and that may be split all the same.
_ONCE = _SHORT | {"number", "code", "baseline", "target", "revised_target", "deadline"}
_NAMES = ("title", "operational", "strategic", "indicator")  # what a row is about
_ENDED = (".", ";", ":", ")")


def whole_rows(events: Iterable[Event]) -> Iterator[Event]:
    """The events, a record at the top of a page joined to the one before it where it is the rest of it."""
    held: Record | None = None
    for event in events:
        if isinstance(event, Record):
            if held is not None and _is_rest(held, event):
                held = _joined(held, event)
                continue
            if held is not None:
                yield held
            held = event
            continue
        if held is not None:
            yield held
            held = None
        yield event
    if held is not None:
        yield held


def _is_rest(before: Record, record: Record) -> bool:
    """Whether a record goes on with the one before the page's end.

    No field that a row fills once is filled in both; what both fill is text that does not begin anew.
    """
    if not record.opens_page or before.columns.signature() != record.columns.signature():
        return False
    both = [(a, b) for a in before.entries for b in record.entries if a.column == b.column]
    if not both or any(a.role in _SHORT for a, _ in both):
        return False
    split = [pair for pair in both if pair[0].role in _ONCE]
    if split:
        return all(_breaks_off(a, b) for a, b in split)
    names = [pair for pair in both if pair[0].role in _NAMES]
    if names and not _surely_flows(*names[0]):
        return False
    mine, others = _once(record), _once(before)
    if not (mine | others):
        return False
    return all(_flows(a, b) for a, b in both) if mine else True


def _once(record: Record) -> set[int]:
    return {entry.column for entry in record.entries if entry.role in _ONCE}


def _breaks_off(above: Entry, below: Entry) -> bool:
    """Whether a short text is surely cut: a code behind its dot, a sentence in its middle."""
    start, end = below.body.clean()[:1], above.body.clean()
    return start.islower() or end[-1:] in ".-/" if above.role == "code" else start.islower()


def _flows(above: Entry, below: Entry) -> bool:
    """Whether one text goes on in the other."""
    start, end = below.body.clean()[:1], above.body.clean()
    return start.islower() or start.isdigit() or not end.endswith(_ENDED)


def _surely_flows(above: Entry, below: Entry) -> bool:
    """Whether what names a row is in the middle of a sentence where the page ends: a capital begins another name."""
    start, end = below.body.clean()[:1], above.body.clean()
    last = end.split()[-1].lower() if end else ""
    return not start.isupper() or last[-1:] in "-–/(,+&" or last in words("lines", "unfinished")


def _joined(before: Record, record: Record) -> Record:
    entries = {entry.column: entry for entry in before.entries}
    for entry in record.entries:
        known = entries.get(entry.column)
        entries[entry.column] = known._replace(body=known.body + entry.body) if known else entry
    return before._replace(entries=tuple(entries[at] for at in sorted(entries)))
