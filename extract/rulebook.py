"""Load the rule packs: YAML → validated, composed, compiled, hashed."""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from extract.errors import RuleError
from extract.patterns import Pattern
from schemas.report import RulePack
from schemas.rule import (
    AnyRule,
    ChoiceRule,
    ColumnRule,
    HeadingRule,
    LabelRule,
    PackHeader,
    PatternRule,
    RuleFile,
    SegmentRule,
)

PACK_FILES = ("sections.yml", "columns.yml", "fields.yml")
REPORT, GENERAL = "report", "general"
_LIST = re.compile(r"\{labels\.([a-z_]+)\}")
_FRAGMENT = re.compile(r"\{([a-z][a-z_]*(?:\.[a-z_]+)?)\}")
R = TypeVar("R", HeadingRule, LabelRule, ColumnRule, SegmentRule, PatternRule, ChoiceRule)


@dataclass(frozen=True, slots=True)
class Pack:
    """One rule pack, ready to run, the rules of the packs it uses included.

    `patterns` holds the compiled ones by rule id (and cue), `heads` the rule of each head of a
    column by its letters, `homes` the pack each rule comes from.
    """

    header: PackHeader
    rules: tuple[AnyRule, ...]
    patterns: Mapping[str, Pattern]
    heads: Mapping[str, ColumnRule]
    homes: Mapping[str, str]
    digest: str

    def of(self, kind: type[R], field: str | None = None) -> tuple[R, ...]:
        """The rules of one kind, in the order of the file; for one field where it is given."""
        return tuple(
            rule for rule in self.rules
            if isinstance(rule, kind) and (field is None or getattr(rule, "field", None) == field)
        )

    def name(self, rule: AnyRule) -> str:
        """How evidence names a rule: `common/score`."""
        return f"{self.homes[rule.id]}/{rule.id}"


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All packs. `layouts` are those that can be recognised; `report` reads the report itself.

    `general` reads what no layout knows; `shared` are the packs that others use.
    """

    report: Pack
    general: Pack
    layouts: tuple[Pack, ...]
    shared: tuple[Pack, ...]
    digest: str

    def packs(self) -> tuple[Pack, ...]:
        """Every pack, the report's first."""
        return (self.report, *self.shared, *self.layouts)

    def identity(self, pack: Pack | None) -> RulePack:
        """What a report says of the rules that read it."""
        chosen = pack or self.report
        return RulePack(name=chosen.header.id, version=chosen.header.version, digest=self.digest)


@functools.cache
def load() -> Rulebook:
    """The packs shipped in `rules/`, compiled once in a process. Raises RuleError."""
    return load_from(resources.files("rules"))


def load_from(root: Traversable) -> Rulebook:
    """The packs below `root` (folders with a `pack.yml`, beside `lexicon/`). Raises RuleError."""
    lexicon = _Lexicon.read(root / "lexicon")
    folders = {f.name: f for f in sorted(root.iterdir(), key=lambda f: f.name) if (f / "pack.yml").is_file()}
    packs = {name: _pack(name, folders, lexicon) for name in folders}
    for name in (REPORT, GENERAL):
        if name not in packs:
            raise RuleError(str(root), f"no pack '{name}'", f"restore rules/{name}/pack.yml")
    layouts = tuple(pack for pack in packs.values() if pack.header.recognises)
    shared = tuple(pack for name, pack in packs.items() if pack not in layouts and name != REPORT)
    digest = _digest([*(_texts(root / "lexicon", None)), *(pack.digest for pack in packs.values())])
    return Rulebook(packs[REPORT], packs[GENERAL], layouts, shared, digest)


def _pack(name: str, folders: Mapping[str, Traversable], lexicon: _Lexicon) -> Pack:
    """The pack in the folder `name`, with the rules of those it uses before its own."""
    header = _header(folders[name])
    chain = [*(_known(used, name, folders) for used in header.uses), folders[name]]
    rules: dict[str, AnyRule] = {}
    homes: dict[str, str] = {}
    for folder in chain:
        for rule in _rules(folder):
            rules.pop(rule.id, None)
            rules[rule.id], homes[rule.id] = rule, folder.name
    patterns = {
        key: _compile(homes[rule.id], key, text, lexicon.fragments) for rule in rules.values()
        for key, text in _sources(rule)
    }
    texts = [text for folder in chain for text in _texts(folder, ("pack.yml", *PACK_FILES))]
    return Pack(header, tuple(rules.values()), patterns, _heads(rules.values(), lexicon), homes, _digest(texts))


def _known(used: str, user: str, folders: Mapping[str, Traversable]) -> Traversable:
    if used not in folders:
        raise RuleError(f"rules/{user}", f"uses: no pack '{used}'", f"known ones: {', '.join(sorted(folders))}")
    return folders[used]


def _header(folder: Traversable) -> PackHeader:
    try:
        return PackHeader.model_validate(_yaml(folder / "pack.yml"))
    except ValidationError as error:
        raise _invalid(folder, "pack.yml", error) from error


def _rules(folder: Traversable) -> Iterator[AnyRule]:
    for file in (folder / name for name in PACK_FILES):
        if file.is_file():
            try:
                yield from RuleFile.model_validate(_yaml(file)).rules
            except ValidationError as error:
                raise _invalid(folder, file.name, error) from error


def _invalid(folder: Traversable, file: str, error: ValidationError) -> RuleError:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return RuleError(f"rules/{folder.name}/{file}", f"{where}: {first['msg']}", "see docs/rule-packs.md")


def _heads(rules: Iterable[AnyRule], lexicon: _Lexicon) -> dict[str, ColumnRule]:
    """The rule of each head by its letters; a later rule's head replaces an earlier one's."""
    return {
        key_of(spelling): rule for rule in rules if isinstance(rule, ColumnRule)
        for head in rule.heads for spelling in lexicon.spellings(head, rule.id)
    }


def key_of(text: str) -> str:
    """The letters of `text`, small and without accents: what is left the same however a column breaks it.

    >>> key_of("Valore attéso\\n(2019) %")
    'valoreatteso'
    """
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in folded if letter.isalpha())


def _sources(rule: AnyRule) -> Iterator[tuple[str, str]]:
    """Every pattern of a rule as RE2 text with its key."""
    match rule:
        case HeadingRule():
            yield rule.id, f"(?im){rule.pattern}"
        case LabelRule():
            yield rule.id, _label_pattern(rule)
            yield f"{rule.id}:loose", rf"(?im)^[ \t]*(?P<label>{rule.labels})[ \t]+(?P<text>\S+)"
        case SegmentRule():
            yield rule.id, f"(?i){rule.pattern}"
        case PatternRule():
            yield rule.id, f"(?i){rule.pattern}" if rule.ignore_case else rule.pattern
        case ChoiceRule():
            for value, cues in rule.cues.items():
                yield f"{rule.id}:{value}", "(?i)" + "{edge}(?P<cue>" + "|".join(cues) + ")"
        case ColumnRule():
            pass
    if isinstance(rule, PatternRule | ChoiceRule) and rule.unless:
        yield f"{rule.id}:unless", f"(?i){rule.unless}"


def _label_pattern(rule: LabelRule) -> str:
    """A label at a line's start, perhaps with a list mark before it and a remark, number or date behind it."""
    mark = r"(?P<mark>\(?(?:\d{1,2}|\p{L})[.)][ \t]+|[•·▪-][ \t]*)?"
    date = r"(?:{year}|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
    when = rf"(?:[ \t]+(?:(?:al|nel|del|anno|per[ \t]+l['’]anno)[ \t]+)?{date}|[ \t]+n\.?[ \t]*\d{{1,2}})?"
    remark = r"(?:[ \t]*\([^()\n]{1,60}\))?"
    closed = r"[ \t]*(?:[:=\t][:\t]*|{dash}(?:[ \t]|$)|$)"
    ends = "" if rule.keep else rf"(?:{when}{remark}{closed}|[ \t]+)" if rule.inline else rf"{when}{remark}{closed}"
    return rf"(?im)(?:^[ \t]*|\t){mark}(?P<label>{rule.labels}){ends}"


def _compile(pack: str, key: str, source: str, fragments: Mapping[str, str]) -> Pattern:
    where = f"rules/{pack}, rule {key}"
    try:
        return Pattern(_expand(source, fragments, where))
    except ValueError as error:
        raise RuleError(where, str(error), "patterns are RE2: no look-around, no back-references") from error


def _expand(source: str, fragments: Mapping[str, str], where: str, depth: int = 0) -> str:
    def fragment(found: re.Match[str]) -> str:
        name = found[1]
        if name not in fragments or depth > 8:
            raise RuleError(where, f"no fragment {{{name}}}", f"known ones: {', '.join(sorted(fragments))}")
        return _expand(fragments[name], fragments, where, depth + 1)

    return _FRAGMENT.sub(fragment, source)


class _Lexicon(NamedTuple):
    """What all packs share: pattern fragments by name, and the spellings of labels by list."""

    fragments: Mapping[str, str]
    labels: Mapping[str, list[str]]

    @classmethod
    def read(cls, folder: Traversable) -> _Lexicon:
        fragments: dict[str, str] = dict(_yaml(folder / "fragments.yml"))
        evaluators: dict[str, list[str]] = _yaml(folder / "evaluators.yml")
        fragments["evaluator"] = f"(?:{'|'.join(form for forms in evaluators.values() for form in forms)})"
        labels: dict[str, list[str]] = _yaml(folder / "labels.yml")
        for name, spellings in labels.items():
            longest_first = sorted(spellings, key=len, reverse=True)
            fragments[f"labels.{name}"] = "|".join(_spelling(text) for text in longest_first)
        return cls(fragments, labels)

    def spellings(self, head: str, rule: str) -> Sequence[str]:
        """The spelling `head`, or those of the list it names as `{labels.NAME}`."""
        named = _LIST.fullmatch(head)
        if named is None:
            return (head,)
        if named[1] not in self.labels:
            raise RuleError(rule, f"no list of labels {head}", f"known ones: {', '.join(sorted(self.labels))}")
        return self.labels[named[1]]


def _spelling(text: str) -> str:
    """A label as a pattern: any white space for a space, any apostrophe for an apostrophe."""
    pieces = (r"[’'‘`´]\s?" if piece == "'" else r"\s+" if piece == " " else re.escape(piece) for piece in text)
    return "".join(pieces)


def _yaml(path: Traversable) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RuleError(str(path), "cannot be read", "restore the file") from error
    except YAMLError as error:
        raise RuleError(str(path), " ".join(str(error).split()), "mend the YAML") from error


def _texts(folder: Traversable, names: tuple[str, ...] | None) -> list[str]:
    files = [f for f in folder.iterdir() if f.name.endswith(".yml") and (names is None or f.name in names)]
    return [f"{f.name}\n{f.read_text(encoding='utf-8')}" for f in sorted(files, key=lambda f: f.name)]


def _digest(texts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
