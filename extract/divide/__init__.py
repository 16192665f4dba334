"""Divide a document: recognise how it is laid out, cut it into objectives, and those into sections and cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.divide.blocks import Block, Division, Layout, Part, Row
from extract.divide.build import build
from extract.divide.counted import counted
from extract.divide.draft import Draft, Named
from extract.divide.fold import Fold, settle
from extract.divide.layouts import layouts_of, pack_of
from extract.divide.prose import Reading, marks_of, read_prose
from extract.divide.stranded import stranded
from extract.divide.summaries import without_summaries
from extract.divide.telling import shapes_of, telling_tables
from extract.forms.breaks import whole_rows
from extract.forms.entries import Banner, Event
from extract.forms.form import Form, read_form
from extract.marks import MarkedText, heading_of
from extract.passage import body_of
from extract.rulebook import Pack, Rulebook
from schemas.document import Document, Span

__all__ = ["Block", "Division", "Layout", "Part", "Row", "divide"]


def divide(document: Document, rulebook: Rulebook) -> Division:
    """Cut `document` into objectives by its headings, its labels and the tables that are forms.

    Running text is read with the layout whose headings and labels it shows most, tables each by
    its own head. A document in which nothing is recognised has no blocks and no layout.
    """
    form = read_form(document, rulebook)
    tables = [Span(table.start, table.end) for table in form.tables]
    body = body_of(document, marks_of(rulebook), tables)
    if banners := tuple(stranded(document, body, form, rulebook)):
        form = replace(form, events=tuple(sorted((*form.events, *banners), key=lambda event: event.start)))
        body = body.outside(span for banner in banners for span in banner.body.spans)
    places = [body.index_to(table.start) for table in tables]
    text = MarkedText(body.text, rulebook.marks)
    telling = [body.index_to(table.start) for table in telling_tables(form)]
    readings = [read_prose(body, pack, places, text, telling) for pack in rulebook.layouts]
    best = _best(reading for reading in readings if reading.is_known())
    fold = _folded(form, best, rulebook)
    drafts, lost = without_summaries(fold.drafts), tuple(fold.lost)
    settle(drafts)
    if not drafts:
        return Division(body, (), (), tuple(_why_not(readings)), lost=lost)
    prose = best or read_prose(body, drafts[0].pack, places)
    blocks = tuple(_blocks(drafts, prose, document, rulebook))
    found = layouts_of(blocks, drafts, best)
    preface = body.part(0, body.index_from(drafts[0].start))
    return Division(preface, blocks, found, tuple(layout.told() for layout in found), tuple(tables), lost)


def _best(readings: Iterable[Reading]) -> Reading | None:
    """The reading that says most, of those that say as much the one whose pack has fewest rules."""
    best: Reading | None = None
    for reading in sorted(readings, key=lambda reading: len(reading.pack.rules)):
        if best is None or reading.beats(best):
            best = reading
    return best


def _why_not(readings: Sequence[Reading]) -> Iterator[str]:
    """Why no layout was recognised: what the nearest ones saw."""
    yield f"no heading of an objective with labels below it, no table with a known head ({len(readings)} layouts tried)"
    near = max(readings, key=lambda one: (len(one.objectives()), len(one.labels), -len(one.pack.rules)))
    if near.labels or near.headings:
        yield near.reason()


def _folded(form: Form, prose: Reading | None, rulebook: Rulebook) -> Fold:
    """Headings and rows in the order of the document, folded into objectives."""
    events = list(whole_rows(form.events))
    fold = Fold(shapes_of(events), rulebook.general)
    packs = [*([prose.pack] if prose else []), *rulebook.layouts]
    items: list[tuple[int, Named | Event]] = [(one.start, one) for one in _with_headings(events, packs)]
    if prose is not None:
        items += ((named.start, named) for named in _named(prose))
    for _, item in sorted(items, key=lambda pair: pair[0]):
        if isinstance(item, Named):
            fold.heading(item)
        else:
            fold.event(item)
    return fold


def _with_headings(events: Sequence[Event], packs: Sequence[Pack]) -> Iterator[Named | Event]:
    """The events, rows that are a heading told as such."""
    found = {place: named for place, event in enumerate(events) if (named := _heading_in(event, packs))}
    headings = counted([one.heading for one in found.values()], [one.body.text for one in found.values()])
    numbered = dict(zip(found, headings, strict=True))
    for place, event in enumerate(events):
        yield replace(found[place], heading=numbered[place]) if place in found else event


def _heading_in(event: Event, packs: Sequence[Pack]) -> Named | None:
    if not isinstance(event, Banner):
        return None
    found = ((heading_of(event.body.text, pack), pack) for pack in packs)
    return next((Named(event.start, one, event.body, pack) for one, pack in found if one is not None), None)


def _named(prose: Reading) -> Iterator[Named]:
    for heading in prose.headings:
        start = prose.body.spans_of(heading.start, heading.end)[0].start
        yield Named(start, heading, prose.body, prose.pack)


def _blocks(
    drafts: Sequence[Draft], prose: Reading, document: Document, rulebook: Rulebook
) -> Iterator[Block]:
    ends = [*(draft.start for draft in drafts[1:]), len(document.text)]
    for draft, end in zip(drafts, ends, strict=True):
        yield build(draft, end, prose, pack_of(draft, rulebook))
