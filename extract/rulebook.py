"""Load the rule packs: YAML → validated, composed, compiled, hashed."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from extract.errors import RuleError
from extract.expected import Expected, expected_by, expected_in, together
from extract.patterns import Pattern, Proved, Sieve, Sieves
from extract.rulecompose import Lexicon
from extract.rulefile import FILES, HEADER, PACK_FILES, Folder, PackError, Place, header_of, near, rules_of, source_of
from extract.rulefit import misfits
from extract.ruleready import Ready, digest_of, patterns_of, sieves_of, texts_in
from schemas.expectations import ChecksFile, Expectations
from schemas.report import RulePack
from schemas.rule import (
    AnyRule,
    ChoiceRule,
    ColumnRule,
    HeadingRule,
    LabelRule,
    PackHeader,
    PatternRule,
    SegmentRule,
)

REPORT, GENERAL = "report", "general"
R = TypeVar("R", HeadingRule, LabelRule, ColumnRule, SegmentRule, PatternRule, ChoiceRule)


@dataclass(frozen=True, slots=True)
class Pack:
    """One rule pack, ready to run, the rules of the packs it uses included.

    `patterns` holds the compiled ones by rule id (and cue), `values` sifts those that read values,
    `heads` the rule of each head of a column by its letters, `places` where each rule stands,
    `replaces` the names of used rules that rules of the same id took the place of, `expects` what
    the audit expects of the reports it reads.
    """

    header: PackHeader
    rules: tuple[AnyRule, ...]
    patterns: Mapping[str, Pattern]
    values: Sieves
    heads: Mapping[str, ColumnRule]
    places: Mapping[str, Place]
    replaces: Mapping[str, str]
    expects: ChecksFile
    digest: str
    folder: Folder
    _of: dict[tuple[type, str | None], tuple[Any, ...]] = field(default_factory=dict, repr=False, compare=False)

    def of(self, kind: type[R], field: str | None = None) -> tuple[R, ...]:
        """The rules of one kind, in the order of the file; for one field where it is given."""
        key = (kind, field)
        if key not in self._of:
            self._of[key] = tuple(
                rule for rule in self.rules
                if isinstance(rule, kind) and (field is None or getattr(rule, "field", None) == field)
            )
        return self._of[key]

    def patterns_within(self, field: str, section: str) -> tuple[PatternRule, ...]:
        """The pattern rules that read a field in a section; found once."""
        key = (PatternRule, f"{field} within {section}")
        if key not in self._of:
            self._of[key] = tuple(
                rule for rule in self.of(PatternRule, field) if section in rule.within or "block" in rule.within
            )
        return self._of[key]

    def patterns_of(self, rule: AnyRule) -> Iterator[Pattern]:
        """The compiled patterns of a rule."""
        return (pattern for key, pattern in self.patterns.items() if key.partition(":")[0] == rule.id)

    def own(self) -> tuple[AnyRule, ...]:
        """The rules that stand in its own files."""
        files = {f"{self.folder.shown}/{name}" for name in PACK_FILES}
        return tuple(rule for rule in self.rules if self.places[rule.id].source.shown in files)

    def name(self, rule: AnyRule) -> str:
        """How evidence names a rule: `common/score`."""
        return f"{self.places[rule.id].source.pack}/{rule.id}"


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All packs. `layouts` are those that can be recognised; `report` reads the report itself.

    `general` reads what no layout knows; `shared` are the packs that others use. `marks` sifts the
    headings and labels of all layouts.
    """

    report: Pack
    general: Pack
    layouts: tuple[Pack, ...]
    shared: tuple[Pack, ...]
    digest: str
    marks: Sieve

    def packs(self) -> tuple[Pack, ...]:
        """Every pack, the report's first."""
        return (self.report, *self.shared, *self.layouts)

    def expectations(self, pack: Pack | None, issuer: str | None) -> Expectations:
        """What the audit expects of a report: what packs say of all, of those of its layout, of those of its body."""
        packs = ((one.header.id, one.folder.own, one.expects) for one in self.packs())
        return expected_by(self.report.expects, packs).of(pack.header.id if pack else None, issuer)

    def identity(self, pack: Pack | None, digest: str) -> RulePack:
        """What a report says of the rules that read it; `digest` names these and the checks."""
        chosen = pack or self.report
        return RulePack(name=chosen.header.id, version=chosen.header.version, digest=digest)


def load(*own: Path) -> Rulebook:
    """The shipped packs and a person's own in the folders `own`, once in a process. Raises RuleError."""
    return _loaded_once(own)


@functools.cache
def _loaded_once(own: tuple[Path, ...]) -> Rulebook:
    return load_from(resources.files("rules"), own)


def shipped(*own: Path) -> Shelf:
    """The shipped packs and a person's own, none of them loaded yet. Raises RuleError for folders that are none."""
    return Shelf(resources.files("rules"), own)


def load_from(root: Traversable, own: Iterable[Path] = ()) -> Rulebook:
    """The packs below `root` (folders with a `pack.yml`, beside `lexicon/`), and those in `own`. Raises RuleError."""
    shelf = Shelf(root, own)
    packs = {name: shelf.pack(name) for name in shelf.folders}
    layouts = tuple(pack for pack in packs.values() if pack.header.recognises)
    shared = tuple(pack for name, pack in packs.items() if pack not in layouts and name != REPORT)
    digest = digest_of([*texts_in(root / "lexicon", None), *(pack.digest for pack in packs.values())])
    kinds = (HeadingRule, LabelRule)
    marks = ((pack, rule) for pack in layouts for rule in pack.rules if isinstance(rule, kinds))
    marking = (one for pack, rule in marks for one in pack.patterns_of(rule))
    return Rulebook(packs[REPORT], packs[GENERAL], layouts, shared, digest, Sieve(marking))


class Shelf:
    """The packs there are, each loaded when it is asked for.

    A person's own come first: of layouts that fit as well theirs holds. One with the id of a shipped
    pack replaces it, and may use what it replaces. What heads and labels of cells name is read by
    `general` before any layout is known, so the column rules of the own packs are its last and strongest.
    """

    def __init__(self, root: Traversable, own: Iterable[Path] = ()) -> None:
        self._lexicon = Lexicon.read(root / "lexicon")
        inside = sorted((f for f in root.iterdir() if (f / HEADER).is_file()), key=lambda f: f.name)
        self._shipped = {f.name: Folder(f, f"{root.name}/{f.name}") for f in inside}
        for name in (REPORT, GENERAL):
            if name not in self._shipped:
                raise RuleError(str(root), f"no pack '{name}'", f"restore rules/{name}/{HEADER}")
        self._own: dict[str, Folder] = {}
        self._headers: dict[Folder, PackHeader] = {}
        self._rules: dict[Folder, tuple[Ready, ...]] = {}
        self._files: dict[Folder, Sequence[str]] = {}
        for path in own:
            self.add(path)

    @property
    def folders(self) -> Mapping[str, Folder]:
        """The folder of each pack by its id."""
        return {**self._own, **{name: folder for name, folder in self._shipped.items() if name not in self._own}}

    def add(self, path: Path) -> str:
        """Take a person's pack; its id. Raises RuleError for a folder that is none, or an id taken by another."""
        if not (path / HEADER).is_file():
            what = "no such folder" if not path.is_dir() else f"no {HEADER} in this folder"
            raise RuleError(str(path), what, "name the folder of a pack: docs/rule-packs.md shows how to make one")
        folder = Folder(path, str(path), own=True)
        name = self.header(folder).id
        before = self._own.setdefault(name, folder)
        if Path(str(before.path)).resolve() != path.resolve():
            raise RuleError(str(path), f"the pack {before.shown} has the id {name} too", "give one of them another id")
        return name

    def header(self, folder: Folder) -> PackHeader:
        """The header of the pack in a folder. Raises RuleError."""
        if folder not in self._headers:
            self._headers[folder] = header_of(folder)
        return self._headers[folder]

    def pack(self, name: str) -> Pack:
        """The pack of that id, with the rules of those it uses before its own. Raises RuleError."""
        folder = self.folders[name]
        chain = self._chain(folder, ())
        others = [one for one in self._own.values() if one not in chain] if name == GENERAL else []
        rules = [rule for each in chain for rule in self._read(each)]
        rules += (one for each in others for one in self._read(each) if isinstance(one.rule, ColumnRule))
        ready: dict[str, Ready] = {}
        replaces: dict[str, str] = {}
        for one in rules:
            if before := ready.pop(one.rule.id, None):
                replaces[one.rule.id] = before.name()
            ready[one.rule.id] = one
        texts = [text for each in (*chain, *others) for text in self._texts(each)]
        return Pack(
            self.header(folder), rules=tuple(one.rule for one in ready.values()),
            patterns=patterns_of(ready.values()), values=sieves_of(ready.values()),
            heads={head: one.rule for one in ready.values() if isinstance(one.rule, ColumnRule) for head in one.heads},
            places={name: one.place for name, one in ready.items()}, replaces=replaces,
            expects=together([self._expected(each) for each in chain]), digest=digest_of(texts), folder=folder,
        )

    def expected(self) -> Expected:
        """What all packs expect, without their rules, which take long to load. Raises RuleError."""
        chains = {name: self._chain(folder, ()) for name, folder in self.folders.items()}
        files = {name: together([self._expected(each) for each in chain]) for name, chain in chains.items()}
        return expected_by(files[REPORT], ((name, self.folders[name].own, one) for name, one in files.items()))

    def _expected(self, folder: Folder) -> ChecksFile:
        """What the folder of a pack expects. Raises PackError."""
        expects, faults = expected_in(folder, self.header(folder).id)
        if faults:
            raise PackError.of(faults)
        return expects

    def _texts(self, folder: Folder) -> Sequence[str]:
        """The files of a folder, read once for all packs that use it."""
        if folder not in self._files:
            self._files[folder] = texts_in(folder.path, FILES)
        return self._files[folder]

    def _chain(self, folder: Folder, above: tuple[Folder, ...]) -> list[Folder]:
        """The folders whose rules a pack has, its own last."""
        chain: list[Folder] = []
        for place, used in enumerate(self.header(folder).uses):
            one = self._used(used, folder)
            if one is None or one in (*above, folder):
                source = source_of(folder, HEADER, self.header(folder).id)
                if one is None:
                    remedy = f"{near(used, sorted(self.folders))}; a pack of your own is named too, with its folder"
                    raise source.fault(("uses", place), f"uses: no pack '{used}'", remedy)
                raise source.fault(("uses", place), f"uses: '{used}' uses this pack in turn", "take one of them out")
            chain += [each for each in self._chain(one, (*above, folder)) if each not in chain]
        return [*chain, folder]

    def _used(self, name: str, user: Folder) -> Folder | None:
        """The folder of a used pack; under its own id an own pack means the shipped one that it replaces."""
        return self._shipped.get(name) if user.own and name == self.header(user).id else self.folders.get(name)

    def _read(self, folder: Folder) -> tuple[Ready, ...]:
        """The rules of a folder, ready to run, read once for all packs that use them. Raises PackError."""
        if folder not in self._rules:
            rules, faults = rules_of(folder, self.header(folder).id)
            proved = Proved((*self._lexicon.texts(), *self._texts(folder)))
            ready: list[Ready] = []
            for rule, place in rules:
                try:
                    patterns = self._lexicon.patterns(rule, place, proved)
                    heads = tuple(key_of(head) for head in self._lexicon.spellings(rule, place))
                except RuleError as error:
                    faults.append(error)
                    continue
                groups = {group for pattern in patterns.values() for group in pattern.groups}
                wrong = misfits(rule, place.source.pack, groups)
                faults += (place.fault(one.reason, one.remedy, *one.path) for one in wrong)
                ready.append(Ready(rule, place, patterns, heads))
            if faults:
                raise PackError.of(faults)
            proved.keep()
            self._rules[folder] = tuple(ready)
        return self._rules[folder]


def key_of(text: str) -> str:
    """The letters of `text`, small and without accents: what is left the same however a column breaks it.

    >>> key_of("Valore attéso\\n(2019) %")
    'valoreatteso'
    """
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in folded if letter.isalpha())
