"""Load the rule packs: YAML → validated, composed, compiled, hashed."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import ValidationError

from extract.errors import RuleError
from extract.patterns import Pattern
from schemas.report import RulePack
from schemas.rule import AnyRule, ChoiceRule, HeadingRule, LabelRule, PackHeader, PatternRule, RuleFile, SegmentRule

PACK_FILES = ("sections.yml", "fields.yml")
_FRAGMENT = re.compile(r"\{([a-z][a-z_]*(?:\.[a-z_]+)?)\}")
R = TypeVar("R", HeadingRule, LabelRule, SegmentRule, PatternRule, ChoiceRule)


@dataclass(frozen=True, slots=True)
class Pack:
    """One rule pack, ready to run: `patterns` holds the compiled ones by rule id (and cue)."""

    header: PackHeader
    rules: tuple[AnyRule, ...]
    patterns: Mapping[str, Pattern]
    digest: str

    def of(self, kind: type[R], field: str | None = None) -> tuple[R, ...]:
        """The rules of one kind, in the order of the file; for one field where it is given."""
        return tuple(
            rule for rule in self.rules
            if isinstance(rule, kind) and (field is None or getattr(rule, "field", None) == field)
        )

    def name(self, rule: AnyRule) -> str:
        """How evidence names a rule: `narrative/score`."""
        return f"{self.header.id}/{rule.id}"


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All packs. `layouts` are those that can be recognised; `report` reads the report itself."""

    report: Pack
    layouts: tuple[Pack, ...]
    digest: str

    def packs(self) -> tuple[Pack, ...]:
        """Every pack, the report's first."""
        return (self.report, *self.layouts)

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
    fragments = _fragments(root / "lexicon")
    folders = sorted((f for f in root.iterdir() if (f / "pack.yml").is_file()), key=lambda f: f.name)
    packs = {folder.name: _pack(folder, fragments) for folder in folders}
    if "report" not in packs:
        raise RuleError(str(root), "no pack 'report'", "restore rules/report/pack.yml")
    layouts = tuple(pack for pack in packs.values() if pack.header.recognises)
    digest = _digest([*(_texts(root / "lexicon", None)), *(pack.digest for pack in packs.values())])
    return Rulebook(packs["report"], layouts, digest)


def _pack(folder: Traversable, fragments: Mapping[str, str]) -> Pack:
    try:
        header = PackHeader.model_validate(_yaml(folder / "pack.yml"))
        files = [f for f in (folder / name for name in PACK_FILES) if f.is_file()]
        rules = tuple(rule for f in files for rule in RuleFile.model_validate(_yaml(f)).rules)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise RuleError(f"rules/{folder.name}", f"{where}: {first['msg']}", "see docs/rule-packs.md") from error
    patterns = {key: _compile(folder.name, key, text, fragments) for key, text in _sources(rules)}
    return Pack(header, rules, patterns, _digest(_texts(folder, ("pack.yml", *PACK_FILES))))


def _sources(rules: Iterable[AnyRule]) -> Iterator[tuple[str, str]]:
    """Every pattern of the rules as RE2 text with its key."""
    for rule in rules:
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
    return rf"(?im)^[ \t]*{mark}(?P<label>{rule.labels}){ends}"


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


def _fragments(lexicon: Traversable) -> dict[str, str]:
    fragments: dict[str, str] = dict(_yaml(lexicon / "fragments.yml"))
    evaluators: dict[str, list[str]] = _yaml(lexicon / "evaluators.yml")
    fragments["evaluator"] = f"(?:{'|'.join(form for forms in evaluators.values() for form in forms)})"
    labels: dict[str, list[str]] = _yaml(lexicon / "labels.yml")
    for name, spellings in labels.items():
        longest_first = sorted(spellings, key=len, reverse=True)
        fragments[f"labels.{name}"] = "|".join(_spelling(text) for text in longest_first)
    return fragments


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
