"""Headings and the events of tables, in the order of the document, folded into objectives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extract.divide.blocks import Part, Row
from extract.divide.grids import Grids, continue_title, parted
from extract.divide.prose import PARENTS
from extract.forms.columns import Signature
from extract.forms.events import Banner, Entry, Event, Labelled, Record, Total
from extract.forms.shape import INNER, Shape
from extract.marks import Heading, MarkedText, find_labels
from extract.passage import Passage
from extract.rulebook import Pack

REFERENCE = "reference:"  # before the level of a code that names neither the objective nor a parent
_OPENERS = frozenset({"number", "code", "title", "operational"})
OF_ROW = INNER | {"weight", "indicator_weight"}  # what belongs to the indicator last named
_BELOW_INDICATOR = OF_ROW | {"achievement"}

@dataclass(frozen=True, slots=True)
class Named:
    """A heading found in running text or in a row of a table, at a place of the document."""

    start: int
    heading: Heading
    body: Passage
    pack: Pack


@dataclass(slots=True)
class Draft:
    """An objective while it is gathered.

    `named` where a heading started it; `entries` are its own cells, `rows` those of its indicators.
    """

    start: int
    pack: Pack
    named: Named | None = None
    shape: Shape | None = None
    entries: list[Entry] = field(default_factory=list)
    rows: list[dict[str, Entry]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    columns: set[str] = field(default_factory=set)
    scale: Passage | None = None

    def first(self, role: str) -> Entry | None:
        """The first of its own cells that holds the field."""
        return next((entry for entry in self.entries if entry.role == role), None)

    def key(self, role: str) -> str:
        """The letters and digits of a field, to know it again."""
        entry = self.first(role)
        return _key(entry.body) if entry else ""

    def title(self) -> str:
        """The letters and digits of its title, as far as it is in a cell or on the line of a heading."""
        if self.named is not None and self.named.heading.title_at:
            return _key(self.named.body.part(*self.named.heading.title_at))
        return self.key("title") or self.key("operational")

    def frozen_rows(self) -> tuple[Row, ...]:
        return tuple(self.rows)


class Fold:
    """Takes headings and events in order; `drafts` are the objectives, `parents` what stands over the next ones."""

    def __init__(self, shapes: Mapping[Signature, Shape], general: Pack) -> None:
        self.drafts: list[Draft] = []
        self._grids = Grids(shapes)
        self._general = general
        self._parents: dict[str, Entry] = {}
        self._bands: dict[str, Entry] = {}
        self._waiting: list[Entry] = []

    @property
    def draft(self) -> Draft | None:
        return self.drafts[-1] if self.drafts else None

    def heading(self, named: Named) -> None:
        """A heading starts an objective, or names what those below it belong to, or an indicator."""
        heading = named.heading
        mark = named.body.part(*heading.mark_at)
        code = Entry("code", heading.rule, mark, mark)
        if heading.starts == "parent":
            whole = named.body.part(heading.mark_at[0], heading.end)
            self._parents[heading.level] = Entry(heading.level, heading.rule, whole, whole)
        elif heading.starts == "indicator" and self.draft and heading.title_at:
            text = named.body.part(*heading.title_at)
            self.draft.entries.append(code._replace(role=f"{REFERENCE}{heading.level}"))
            self.draft.rows.append({"indicator": Entry("indicator", heading.rule, mark, text)})
        elif heading.starts == "objective" and not self._is_repeated(named):
            self._open(Draft(named.start, named.pack, named))
            if heading.number is None and self.draft:
                self.draft.entries.append(code)

    def _is_repeated(self, named: Named) -> bool:
        """Whether a heading in a table is that of the card which the page before began."""
        before = self.draft.named if self.draft else None
        if before is None or named.body.document.page_at(named.start).number == _page(before):
            return False
        same = before.heading.key(before.body.text) == named.heading.key(named.body.text)
        return same and before.body is not named.body and before.heading.rule == named.heading.rule

    def event(self, event: Event) -> None:
        """A row of a table."""
        match event:
            case Record():
                self._record(event)
            case Labelled():
                for entry in event.entries:
                    if event.band and entry.role in PARENTS and self._in_grid():
                        self._band(entry)
                    else:
                        self._labelled(entry, event.start)
            case Total():
                self._total(event)
            case Banner():
                self._banner(event)

    def _in_grid(self) -> bool:
        """Whether the rows at hand name objectives of their own."""
        return self.draft is None or self.draft.shape is not None

    def _band(self, entry: Entry) -> None:
        """A row across a grid names what the rows below it belong to; a coarser one ends the finer ones."""
        coarser = ("area", "strategic", "programme", "operational")
        finer = coarser[coarser.index(entry.role) :]
        self._bands = {role: held for role, held in self._bands.items() if role not in finer}
        self._bands[entry.role] = entry

    def _banner(self, event: Banner) -> None:
        """A row that is one cell may begin with a label that is text itself: "CAP4.PA.23 - ..."."""
        draft = self.draft
        if draft is None or draft.shape is not None:
            return
        labels = find_labels(MarkedText(event.body.text), draft.pack)
        label = next((one for one in labels if one.start == 0 and one.keep), None)
        if label is not None:
            spans = event.body.spans_of(label.start, label.end)
            draft.parts.append(Part(label.section, label.rule, spans, event.body))

    def _open(self, draft: Draft) -> None:
        draft.entries += self._parents.values()
        if draft.shape is not None:
            draft.entries += self._bands.values()
        if draft.shape is None:  # what stands over a whole table says nothing of one of its rows
            draft.entries += self._waiting
        self._waiting = []
        self.drafts.append(draft)

    def _labelled(self, entry: Entry, start: int) -> None:
        draft = self.draft
        if self._opens(entry, draft):
            self._open(Draft(min([start, *(e.label.spans[0].start for e in self._waiting)]), self._general))
        elif draft is None or (draft.named is None and draft.shape is not None):
            if entry.role in PARENTS:
                self._waiting.append(entry)
            return
        elif entry.role in PARENTS and draft.named is None and draft.first(entry.role) and _titled(draft):
            self._waiting.append(entry)
            return
        draft = self.drafts[-1]
        if self._waiting:
            draft.entries += self._waiting
            self._waiting = []
        if entry.role == "indicator":
            draft.rows.append({"indicator": entry})
        elif entry.role in _BELOW_INDICATOR and _is_labelled(_last(draft).get("indicator")) and (
            entry.role not in _last(draft)
        ):
            _last(draft)[entry.role] = entry
        elif entry.role not in _OPENERS or not draft.first(entry.role):
            draft.entries.append(entry)

    def _opens(self, entry: Entry, draft: Draft | None) -> bool:
        """Whether a labelled cell starts an objective: a name or code where the one before has its own already."""
        if entry.role not in _OPENERS:
            return False
        if draft is None or (draft.named is None and draft.shape is not None):
            return True
        before = draft.first(entry.role)
        if before is None or _key(before.body) == _key(entry.body):
            return False
        return draft.named is None or entry.role != "operational"

    def _total(self, event: Total) -> None:
        draft = self.draft
        if draft is None or (draft.named is None and draft.shape is not None and draft.shape.names_objectives()):
            return
        for entry in event.entries:
            if entry.role in {"achievement", "objective_achievement"} and not draft.first("objective_achievement"):
                draft.entries.append(entry._replace(role="objective_achievement"))

    def _record(self, record: Record) -> None:
        shape = self._grids.shape(record)
        entries = self._grids.read(record, shape)
        if not shape.names_objectives() or self._is_inner(shape):
            if self.draft is not None:
                cells = [entry for entry in entries if entry.role not in _OPENERS]  # its rows number themselves
                self._add(self.draft, cells, shape, record)
            return
        draft = self.draft
        if draft is None or self._starts(record, shape, entries, draft):
            draft = Draft(record.start, record.pack, shape=shape, scale=record.columns.scale)
            self._open(draft)
            draft.entries += self._grids.over(entries)
        elif record.opens_page and (more := next((e for e in entries if e.role == "title"), None)):
            continue_title(draft.entries, more)
            entries = [entry for entry in entries if entry is not more]
        self._add(draft, entries, shape, record)

    def _is_inner(self, shape: Shape) -> bool:
        """Whether the table stands inside an objective that a heading or a card started."""
        draft = self.draft
        if draft is None or (draft.named is None and draft.shape is not None):
            return False
        return shape.title is None or shape.roles[shape.title] not in {"title", "operational"}

    def _starts(self, record: Record, shape: Shape, entries: Sequence[Entry], draft: Draft) -> bool:
        if draft.shape is None or draft.shape.roles != shape.roles:
            return True
        title = next((e for e in entries if e.column == shape.title), None)
        code = next((e for e in entries if e.role == "code"), None)
        number = next((e for e in entries if e.role == "number"), None)
        if code and _key(code.body) != draft.key("code"):
            return True
        if shape.title is None:
            return bool(number) and not code
        if title is None:
            return False
        same = _key(title.body) == draft.key(title.role)
        if same and (not number or _key(number.body) == draft.key("number")):
            return False
        continues = record.opens_page and not code and not number and _goes_on(draft, title, shape)
        return not continues

    def _add(self, draft: Draft, entries: Iterable[Entry], shape: Shape, record: Record) -> None:
        draft.columns |= record.columns.roles()
        row, own = parted(entries, shape)
        for entry in own:
            if not (entry.role in _OPENERS and draft.first(entry.role)):
                draft.entries.append(entry)
        if "indicator" in row:
            draft.rows.append(row)
        elif row and draft.rows and shape.has("indicator"):
            for role, entry in row.items():
                draft.rows[-1].setdefault(role, entry)
        elif row:
            draft.rows.append(row)


def _last(draft: Draft) -> dict[str, Entry]:
    """The cells of the indicator last named."""
    return draft.rows[-1] if draft.rows else {}


def _is_labelled(entry: Entry | None) -> bool:
    return entry is not None and entry.column < 0


def settle(drafts: Sequence[Draft]) -> None:
    """Say whose achievement labels give: the indicator's where any objective gives several, else the objective's."""
    stated = [(draft, row) for draft in drafts for row in draft.rows if _is_labelled(row.get("achievement"))]
    if len({id(draft) for draft, _ in stated}) < len(stated):
        return
    for draft, row in stated:
        draft.entries.append(row.pop("achievement")._replace(role="objective_achievement"))


def _titled(draft: Draft) -> bool:
    return any(draft.first(role) for role in ("title", "operational"))


def _goes_on(draft: Draft, title: Entry, shape: Shape) -> bool:
    """Whether a title at the top of a page is the rest of the one before."""
    before = draft.first(title.role)
    text = title.body.clean()
    return text[:1].islower() or (shape.has("code") or shape.has("number")) or (
        before is not None and before.body.clean()[-1:] in ",-/("
    )


def _key(body: Passage) -> str:
    return re.sub(r"[\W_]+", "", body.text.casefold())


def _page(named: Named) -> int:
    return named.body.document.page_at(named.start).number
