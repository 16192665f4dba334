"""The rules of a field run again over one objective: what each finds there, and what it is made of.

`tried` reads the file as `obiettivi extract` does, so it belongs into a process of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from extract.divide import Block, divide
from extract.errors import ObiettiviError
from extract.fields import pattern
from extract.passage import Passage, Prover
from extract.pipeline import rules_digest
from extract.read import read_bytes
from extract.rulebook import Pack, Rulebook, load
from schemas.document import Document
from schemas.evidence import Evidence
from schemas.rule import AnyRule, ChoiceRule, ColumnRule, HeadingRule, LabelRule, PatternRule, SegmentRule

_OF = {"status_note": "status"}
_SHOWN = 3  # patterns of a choice


class Trial(NamedTuple):
    """What to try: the rules of `root` on objective `position` of a file, or of a text where there is none."""

    path: str
    sha256: str
    text: str
    source: str
    position: int
    root: str
    packs: tuple[Path, ...] = ()


class Hit(NamedTuple):
    """A place where a rule matches, and what it reads there."""

    evidence: tuple[Evidence, ...]
    said: str


class Ran(NamedTuple):
    """A rule that was run: where it stands, its pattern as written, the sections it searched, and its hits.

    `within` are the sections that it would search if the objective had them.
    """

    name: str
    kind: str
    where: str
    pattern: str
    searched: tuple[str, ...]
    hits: tuple[Hit, ...]
    within: tuple[str, ...] = ()


class Tried(NamedTuple):
    """The rules of a field on an objective; `original` unless only the stored text could be read."""

    rules: tuple[Ran, ...] = ()
    sections: tuple[str, ...] = ()
    pack: str | None = None
    digest: str | None = None
    original: bool = True
    failure: str | None = None


def tried(trial: Trial) -> Tried:
    """Run the rules of a field."""
    try:
        document, original = _document(trial)
        rulebook = load(*trial.packs)
        digest = rules_digest(rulebook)
        blocks = divide(document, rulebook).blocks
    except ObiettiviError as error:
        return Tried(failure=error.line())
    if trial.position > len(blocks):
        return Tried(digest=digest, original=original)
    block = blocks[trial.position - 1]
    rules = tuple(_ran(block, trial.root, rulebook, Prover(document, digest)))
    sections = tuple(dict.fromkeys(("title", *(part.section for part in block.parts))))
    return Tried(rules, sections, block.pack.header.id, digest, original)


def _document(trial: Trial) -> tuple[Document, bool]:
    """The original if it is still the same file; else the stored text, in which tables are not seen."""
    try:
        data = Path(trial.path).read_bytes()
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() == trial.sha256:
        return read_bytes(data, trial.source), True
    return read_bytes(trial.text.encode(), trial.source), False


def _ran(block: Block, root: str, rulebook: Rulebook, prove: Prover) -> Iterator[Ran]:
    regions = [("title", block.title), *((part.section, part.body) for part in block.parts)]
    for rule in block.pack.rules:
        if isinstance(rule, PatternRule | ChoiceRule | SegmentRule) and rule.field == _OF.get(root, root):
            own = [(name, body) for name, body in regions if name in rule.within or "block" in rule.within]
            searched = tuple(name for name, _ in own)
            ran = _told(block.pack, rule, searched, tuple(_hits(block.pack, rule, own, prove)))
            yield ran._replace(within=rule.within)
    yield from _marks(block, root, rulebook, prove)


def _hits(
    pack: Pack, rule: PatternRule | ChoiceRule | SegmentRule, regions: Sequence[tuple[str, Passage]], prove: Prover
) -> Iterator[Hit]:
    for _, body in regions:
        if isinstance(rule, PatternRule):
            found = list(pattern.find(pack, rule, body.text))
        elif isinstance(rule, SegmentRule):
            found = pattern.find_segments(pack, (rule,), body.text)
        else:
            found = [one for one in (pattern.choose(pack, rule, body.text),) if one is not None]
        for one in found:
            said = ", ".join(f"{name} {value}" for name, value in one.values.items() if value is not None)
            yield Hit(prove.within(body, one.start, one.end, one.rule), said)


def _marks(block: Block, root: str, rulebook: Rulebook, prove: Prover) -> Iterator[Ran]:
    """The heading of the objective, and labels and heads that open a section."""
    if root in ("number", "title"):
        for rule in block.pack.of(HeadingRule):
            found = prove.whole(block.line, block.rule) if block.pack.name(rule) == block.rule else ()
            yield _told(block.pack, rule, ("block",), (Hit(found, root),) if found else ())
    section = root.partition(".")[2]
    if not section:
        return
    for pack, label in [(block.pack, one) for one in block.pack.of(LabelRule)] + [
        (rulebook.general, one) for one in rulebook.general.of(ColumnRule)
    ]:
        if section == (label.section if isinstance(label, LabelRule) else label.role):
            parts = [part for part in block.parts if part.rule == pack.name(label) and part.section == section]
            hits = tuple(Hit(prove.proof(part.label, part.rule), section) for part in parts if part.label)
            yield _told(pack, label, ("block",), hits)


def _told(pack: Pack, rule: AnyRule, searched: tuple[str, ...], hits: tuple[Hit, ...]) -> Ran:
    key, text = _pattern(rule)
    return Ran(pack.name(rule), rule.kind, pack.places[rule.id].at(key), text, searched, hits)


def _pattern(rule: AnyRule) -> tuple[str, str]:
    """The key of a rule's YAML that says what it looks for, and what stands there."""
    if isinstance(rule, LabelRule):
        return "labels", rule.labels
    if isinstance(rule, ColumnRule):
        return "heads", ", ".join(rule.heads)
    if isinstance(rule, ChoiceRule):
        return "cues", "; ".join(f"{value}: {', '.join(cues[:_SHOWN])}" for value, cues in rule.cues.items())
    return "pattern", " ".join(rule.pattern.split())
