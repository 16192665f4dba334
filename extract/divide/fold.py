"""Headings and the events of tables, in the order of the document, folded into objectives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from extract.divide.blocks import Part
from extract.divide.draft import Draft, Named, key_of
from extract.divide.grids import Grids, continue_title, parted, place_in, told_again
from extract.divide.prose import PARENTS
from extract.divide.told import told
from extract.forms.columns import Signature
from extract.forms.entries import Banner, Begun, Entry, Event, Labelled, Record, Total
from extract.forms.shape import INNER, Shape
from extract.marks import MarkedText, find_labels
from extract.rulebook import Pack

REFERENCE = "reference:"  # before the level of a code that names neither the objective nor a parent
_OPENERS = frozenset({"number", "code", "title", "operational"})
OF_ROW = INNER | {"weight", "indicator_weight"}  # what belongs to the indicator last named
_BELOW_INDICATOR = OF_ROW | {"achievement"}
_TOLD = frozenset({"notes", "results", "status", "description"})  # what a cell across columns may say of an objective
# Columns that say nothing but where something belongs.
_PLACES = frozenset({*PARENTS, "ignored", "responsible", "year"})


class Fold:
    """Takes headings and events in order; `drafts` are the objectives, `lost` the rows that belong to none."""

    def __init__(self, shapes: Mapping[Signature, Shape], general: Pack) -> None:
        self.drafts: list[Draft] = []
        self._grids = Grids(shapes)
        self._general = general
        self._parents: dict[str, Entry] = {}
        self._bands: dict[str, Entry] = {}
        self._waiting: list[Entry] = []
        self._begins = False
        self.lost: list[Record] = []

    @property
    def draft(self) -> Draft | None:
        return self.drafts[-1] if self.drafts else None

    def heading(self, named: Named) -> None:
        """A heading starts an objective, or names what those below it belong to, or an indicator."""
        heading = named.heading
        mark = named.body.part(*heading.mark_at)
        code = Entry("code", heading.rule, mark, mark)
        if heading.starts == "parent":
            begins = heading.mark_at if mark else heading.title_at or heading.mark_at
            whole = named.body.part(begins[0], heading.end)
            label = mark if mark and heading.rank else whole
            self._parents[heading.level] = Entry(heading.level, heading.rule, label, whole)
        elif heading.starts == "indicator" and self.draft and heading.title_at:
            text = named.body.part(*heading.title_at)
            self.draft.entries.append(code._replace(role=f"{REFERENCE}{heading.level}"))
            self.draft.rows.append({"indicator": Entry("indicator", heading.rule, mark, text)})
        elif heading.starts == "objective" and not self._is_repeated(named):
            self._open(Draft(named.start, named.pack, named))
            if heading.number is None and self.draft and mark:
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
            case Begun():
                self._begins, self._bands = True, {}
                self._grids.begin()
            case Record():
                self._record(event)
            case Labelled():
                for entry in event.entries:
                    self._cell(entry, event)
            case Total():
                self._total(event)
            case Banner():
                self._banner(event)

    def _cell(self, entry: Entry, event: Labelled) -> None:
        if event.band and entry.role in PARENTS and self._in_grid():
            self._band(entry)
        elif event.beside and entry.role in _TOLD and self.draft:
            self.draft.entries.append(entry)
        else:
            self._labelled(entry, event.start)

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
        entry = told(entry)
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
            place := place_in(_last(draft), entry)
        ):
            _last(draft)[place] = entry
        elif entry.role not in _OPENERS or not draft.first(entry.role):
            draft.entries.append(entry)

    def _opens(self, entry: Entry, draft: Draft | None) -> bool:
        """Whether a labelled cell starts an objective: a name or code where the one before has its own already."""
        if entry.role not in _OPENERS:
            return False
        if draft is None or (draft.named is None and draft.shape is not None):
            return True
        before = draft.first(entry.role)
        if before is None or key_of(before.body) == key_of(entry.body):
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
        begins, self._begins = self._begins, False
        if not shape.names_objectives() or self._is_inner(shape):
            if self.draft is None:
                self.lost.append(record)
            elif not self._is_elsewhere(shape):
                cells = [entry for entry in entries if entry.role not in _OPENERS]  # its rows number themselves
                self._add(self.draft, cells, shape, record)
            return
        draft = self.draft
        if draft is None or self._starts(record, shape, entries, draft, begins=begins):
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

    def _is_elsewhere(self, shape: Shape) -> bool:
        """Whether a table says nothing of the objective before: a budget that names parts of the plan.

        Cards have little tables of these alone.
        """
        if any(role is not None and role not in _PLACES for role in shape.roles):
            return False
        return self._in_grid() or not all(role in PARENTS for role in shape.roles)

    def _starts(
        self, record: Record, shape: Shape, entries: Sequence[Entry], draft: Draft, *, begins: bool
    ) -> bool:
        if draft.shape is None or draft.shape.roles != shape.roles:
            return True
        title = next((e for e in entries if e.column == shape.title), None)
        code = next((e for e in entries if e.role == "code"), None)
        number = next((e for e in entries if e.role == "number"), None)
        if code and key_of(code.body) != draft.key("code"):
            return True
        if begins and not code:
            return True
        renumbered = number is not None and key_of(number.body) != draft.key("number")
        if shape.title is None:
            return renumbered and not code
        if title is None:  # a number to its right, or beside a title of several rows, counts something else
            before = number is not None and number.column < shape.title and draft.first("number") is not None
            return renumbered and before and not self._grids.is_titled()
        same = key_of(title.body) == draft.key(title.role)
        if same and not renumbered:
            return False
        continues = record.opens_page and not code and not number and _goes_on(draft, title, shape)
        return not continues

    def _add(self, draft: Draft, entries: Iterable[Entry], shape: Shape, record: Record) -> None:
        draft.columns |= record.columns.roles()
        rows, own = parted(entries, shape)
        for entry in own:
            if not (entry.role in _OPENERS and draft.first(entry.role)):
                draft.entries.append(entry)
        for row in rows:
            again = told_again(draft.rows, row)
            if again is None and ("indicator" in row or not draft.rows or not shape.has("indicator")):
                draft.rows.append(row)
                continue
            for role, entry in row.items():
                (again or draft.rows[-1]).setdefault(role, entry)




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


def _page(named: Named) -> int:
    return named.body.document.page_at(named.start).number
