"""A gathered objective -> the block that its values are read from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.divide.blocks import Block, Part
from extract.divide.draft import Draft
from extract.divide.fold import OF_ROW, REFERENCE
from extract.divide.grids import place_in
from extract.divide.levels import BARE
from extract.divide.prose import PARENTS, Reading
from extract.forms.entries import Entry
from extract.forms.heads import scale_in
from extract.language.romans import parse_roman
from extract.passage import Passage
from extract.rulebook import Pack
from schemas.document import Span

# What the cells of an objective are read as, of what would be a section under a label in running text.
SECTIONS = {
    "action": "action", "description": "description", "expected_benefits": "expected_benefits", "results": "results",
    "notes": "notes", "status": "status", "score": "score", "objective_weight": "weight", "weight": "weight",
    "objective_achievement": "achievement", "achievement": "achievement",
}
_NO_VALUE = re.compile(
    r"(?i)\s*(?:obiettivo\s+|indicatore\s+)?(?:(?:cassat|stralciat|annullat|eliminat|soppress|rinviat|posticipat|differit"
    r"|slittat|rimodulat|sospes)[oaie]|non\s+(?:valutabil|misurabil|valutat))"
)
# Labels that only forms have: where one stands, the labels of indicators are those of a form too.
_ONLY_FORMS = frozenset({"formula", "unit", "source", "code"})
_BESIDE_PROSE = frozenset({"indicator", "target"})
_OF_CELLS = frozenset({*PARENTS, "code", "number", "deadline", "actions"})
# At a label's end: "Obiettivo n. 4", "OBIETTIVO IV"; not "Obiettivo 2019", "Obiettivo 1.2".
_NUMBERED = re.compile(r"(?:^|[\s°.])(?P<number>(?<!\d\.)\d{1,3}|(?<=\s)[IVX]{1,6})\s*:?\s*$")
# "A01.01 - Aprire", "1.1 Digitalizzare", "3 - Servizi", "A - Viabilità"; not "100 alberi", not "31.12.2020".
_CODE = re.compile(
    r"\s*(?!\d{1,2}\.\d{1,2}\.\d{4})(?:(?P<code>[A-Z]{1,4}\.?\d[\w.]*|[A-Z](?:\.\d+)+|\d+(?:\.\d+)+[a-z]?)"
    r"\s*(?:[-–—:.]\s*|\s(?=[A-ZÀ-Ú“\"]))"
    r"|(?P<bare>\d{1,8}|[A-Z]|[IVX]{1,4})\s*(?:[-–—:]|\.(?=\s))\s*)(?=\S)"
)


def build(draft: Draft, end: int, prose: Reading, pack: Pack) -> Block:
    """The block of a draft that ends where the document's text reaches `end`, to be read with `pack`."""
    body, named = prose.body, draft.named
    own = draft.first("title") or draft.first("operational")
    if own is not None and own.role == "title" and draft.first("code") is None:
        draft.entries += _code_before(own)
    number = draft.first("number")
    line = title = Passage(body.document, ())
    stop = body.index_from(end)
    parts: tuple[Part, ...] = ()
    whole = [span for entry in _cells(draft) for span in entry.body.spans]
    if named is not None:
        heading = named.heading
        line = named.body.part(heading.start, heading.mark_at[1])
        in_text = named.body is body
        first = (heading.title_at[0] if heading.title_at else heading.end) if in_text else body.index_to(draft.start)
        found = prose.parts(first, stop)
        title = body.part(found.title, found.title_end) if in_text else named.body.part(*(heading.title_at or (0, 0)))
        parts = found.parts
        whole += (*line.spans, *body.part(heading.start if in_text else first, found.closing).spans)
    elif draft.shape is None:
        first = body.index_to(draft.start)
        found = prose.parts(first, stop)
        parts = found.parts
        whole += body.part(first, found.closing).spans
    if not title and own is not None:
        title = without_code(own.body)
    parts = (*_indicator_told(draft), *_kept(draft, parts))
    return Block(
        number=_number(draft), number_spans=_number_spans(draft),
        rule=named.heading.rule if named else own.rule if own else "form",
        line=line or (own.body if own else number.body if number else Passage(body.document, tuple(whole[:1]))),
        title=title, stray=tuple(named.body.part(*at) for at in named.heading.stray_at) if named else (),
        parts=(*_own(draft, described=_describes(parts)), *draft.parts, *parts),
        whole=Passage(body.document, tuple(sorted(whole))), pack=pack, extent=Span(draft.start, end),
        entries=tuple(e for e in draft.entries if e.role in _OF_CELLS or e.role.startswith(REFERENCE)),
        rows=draft.frozen_rows(),
        level=named.heading.level if named else draft.shape.level if draft.shape else "operational",
        names_level=named is not None and 0 < named.heading.rank < BARE,
    )


def _indicator_told(draft: Draft) -> tuple[Part, ...]:
    """The one indicator that labels beside prose give with nothing but its target: read as in running text."""
    row = draft.rows[0] if len(draft.rows) == 1 else {}
    if draft.named is None or not _BESIDE_PROSE >= row.keys() >= {"indicator"} or draft.first("results") is None:
        return ()
    if draft.columns or any(entry.column >= 0 for entry in row.values()):
        return ()
    draft.rows.clear()
    return tuple(Part(role, entry.rule, entry.label.spans, entry.body) for role, entry in row.items())


def _describes(parts: Sequence[Part]) -> bool:
    return any(part.section == "description" for part in parts)


def _kept(draft: Draft, parts: Sequence[Part]) -> Iterator[Part]:
    """The sections that are read as such; cells under labels join the objective's cells and those of its indicators."""
    has_forms = any(part.section in _ONLY_FORMS for part in parts) or bool(draft.rows)
    for part in parts:
        entry = Entry(part.section, part.rule, Passage(part.body.document, part.label), part.body)
        row = _row_before(draft, part) if has_forms else None
        if has_forms and part.section == "indicator":
            draft.rows.append({"indicator": entry})
        elif row is not None and part.section in OF_ROW and (place := place_in(row, entry)):
            row[place] = entry
        elif part.section in _OF_CELLS:
            draft.entries.append(entry)
        elif part.section == "objective_weight":
            yield replace(part, section="weight")
        else:
            yield part


def _row_before(draft: Draft, part: Part) -> dict[str, Entry] | None:
    """The indicator that a label stands below."""
    start = part.label[0].start
    named = [row for row in draft.rows if "indicator" in row and row["indicator"].body and row["indicator"].column < 0]
    above = [row for row in named if row["indicator"].body.spans[0].start < start]
    return above[-1] if above else None


def _code_before(title: Entry) -> Iterator[Entry]:
    """The code that a title begins with."""
    found = leading_code(title.body.text)
    if found is not None and not title.body.text[slice(*found[0])].isdigit():
        yield title._replace(role="code", body=title.body.part(*found[0]))


def without_code(passage: Passage) -> Passage:
    """A title without the code in front of it: "A01.01 - Aprire lo sportello"."""
    found = leading_code(passage.text)
    return passage.part(found[1], len(passage.text)) if found else passage


def leading_code(text: str) -> tuple[tuple[int, int], int] | None:
    """Where the code at the start of a text stands, and where what follows it begins; None where there is none."""
    found = _CODE.match(text)
    return (found.span("code" if found["code"] else "bare"), found.end()) if found else None


def _number(draft: Draft) -> int | None:
    if draft.named is not None and draft.named.heading.number is not None:
        return draft.named.heading.number
    entry = draft.first("number")
    if entry is None:
        span = _number_in_label(draft)
        return _counted(_text(draft, span)) if span else None
    digits = re.search(r"(?<!\d)\d{1,6}(?!\d)", entry.body.text)
    return int(digits[0]) if digits else parse_roman(entry.body.clean().rstrip(".)"))


def _number_spans(draft: Draft) -> tuple[Span, ...]:
    if draft.named is not None and draft.named.heading.number is not None:
        return draft.named.body.spans_of(*draft.named.heading.mark_at)
    entry = draft.first("number")
    if entry is None:
        span = _number_in_label(draft)
        return (span,) if span else ()
    return entry.body.spans


def _number_in_label(draft: Draft) -> Span | None:
    """Where the label beside a title numbers its objective: "OBIETTIVO SPECIFICO N. 4 | Ridurre i tempi"."""
    title = draft.first("title") or draft.first("operational")
    if draft.named is not None or title is None or title.column >= 0:
        return None
    found = _NUMBERED.search(title.label.text)
    return title.label.spans_of(*found.span("number"))[0] if found else None


def _text(draft: Draft, span: Span) -> str:
    return draft.entries[0].body.document.text[slice(*span)]


def _counted(text: str) -> int | None:
    return int(text) if text.isdigit() else parse_roman(text)


def _cells(draft: Draft) -> Iterator[Entry]:
    yield from draft.entries
    for row in draft.rows:
        yield from row.values()


def _own(draft: Draft, *, described: bool) -> Iterator[Part]:
    """The cells of the objective that are read like sections; a result of words alone says its status."""
    for row in draft.rows:
        result = row.get("result")
        if result is not None and _NO_VALUE.match(result.body.text):
            del row["result"]
            yield Part("status", result.rule, result.label.spans, result.body)
    has_description = described or draft.first("description") is not None
    for entry in draft.entries:
        section = SECTIONS.get(entry.role)
        if entry.role == "actions" and not has_description:
            section = "description"
        if section:
            spans = tuple(entry.label.spans)
            scale = entry.label if scale_in(entry.label.text) else draft.scale
            yield Part(section, entry.rule, spans, entry.body, scale)
