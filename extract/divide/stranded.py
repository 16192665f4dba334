"""Headings that the end of a page parted from their tables.

Where each card begins with a row like "SCHEDA OBIETTIVO 5", that row may be the last thing on a page, a line with a
frame around it, and the card stands on the next one.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.forms.entries import Banner
from extract.forms.form import Form
from extract.marks import heading_of
from extract.passage import Passage
from extract.rulebook import Rulebook
from schemas.document import Document


def stranded(document: Document, body: Passage, form: Form, rulebook: Rulebook) -> Iterator[Banner]:
    """The headings that stand last on a page, before a table that has none, if other tables begin with theirs.

    `body` is the running text, less the tables of the form.
    """
    rows = {event.start: event.body.text for event in form.events if isinstance(event, Banner)}
    if not any(_is_heading(text, rulebook) for text in rows.values()):
        return
    end = 0
    for table in sorted(form.tables, key=lambda table: table.start):
        before, end = end, table.end
        line = _line_before(body, table.start)
        if not line or table.start in rows:
            continue
        start = line.spans[0].start
        if start >= before and document.page_at(start).number < table.page and _is_heading(line.text, rulebook):
            yield Banner(start, line)


def _line_before(body: Passage, offset: int) -> Passage:
    """The last line with text before a place in the document."""
    stop = body.index_to(offset)
    while stop and body.text[stop - 1].isspace():
        stop -= 1
    return body.part(body.text.rfind("\n", 0, stop) + 1, stop)


def _is_heading(text: str, rulebook: Rulebook) -> bool:
    return any(heading_of(text, pack) is not None for pack in rulebook.layouts)
