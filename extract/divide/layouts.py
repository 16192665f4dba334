"""Which layout each objective is in, and what the report says of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from extract.divide.blocks import Block, Layout
from extract.divide.draft import Draft
from extract.divide.prose import Reading
from extract.rulebook import Pack, Rulebook


def layouts_of(blocks: Sequence[Block], drafts: Sequence[Draft], prose: Reading | None) -> tuple[Layout, ...]:
    """The layouts of consecutive objectives, in order; a report may change its layout midway."""
    read = list(zip(blocks, drafts, strict=True))
    groups = groupby(read, key=lambda pair: pair[0].pack.header.id)
    return tuple(_layout(list(group), prose) for _, group in groups)


def pack_of(draft: Draft, rulebook: Rulebook) -> Pack:
    """The layout of one objective: that of its table's columns, of its cells, or of its heading."""
    labelled = [entry for entry in draft.entries if entry.column < 0 and entry.label.spans != entry.body.spans]
    if draft.shape is not None or len(labelled) < _FEWEST_CELLS:
        return draft.pack
    fields = {entry.role for entry in draft.entries} | draft.columns | {role for row in draft.rows for role in row}
    fits = [
        (len(wanted.fields), pack) for pack in rulebook.layouts
        if (wanted := pack.header.recognises) and wanted.fields and fields.issuperset(wanted.fields)
    ]
    return max(fits, key=lambda one: one[0])[1] if fits else rulebook.general


_FEWEST_CELLS = 2  # labelled cells of an objective that running text does not have


def _layout(read: Sequence[tuple[Block, Draft]], prose: Reading | None) -> Layout:
    pack = read[0][0].pack
    pages = [document.page_at(span.start).number for block, _ in read for document in [block.whole.document]
             for span in block.whole.spans[:1]]
    tables = [draft.columns for _, draft in read if draft.columns]
    full = sum(_is_full(block) for block, _ in read)
    reason = f"{pack.header.id}: {len(read)} objectives"
    if tables:
        reason += f", columns {', '.join(sorted(set.union(*tables)))}"
    if prose is not None and any(draft.named for _, draft in read):
        reason = prose.reason() if pack is prose.pack and not tables else f"{reason}; {prose.reason()}"
    return Layout(pack, len(read), (min(pages, default=1), max(pages, default=1)), full / len(read), reason)


def _is_full(block: Block) -> bool:
    """Whether an objective has a name and something said of it."""
    return bool(block.title) and bool(block.parts or block.rows or block.entries)
