"""The YAML files of a rule pack: read, checked against their models, every fault with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources.abc import Traversable
from reprlib import repr as shortly
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError

from extract.errors import RuleError
from extract.yamltext import NotYamlError, parsed
from schemas.expectations import BodyExpectations, Range
from schemas.rule import AnyRule, Example, PackHeader, Recognition, RuleFile

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

HEADER = "pack.yml"
PACK_FILES = ("sections.yml", "columns.yml", "fields.yml")
EXPECTED = "checks.yml"
FILES = (HEADER, *PACK_FILES, EXPECTED)
GUIDE = "see docs/rule-packs.md"
Step = str | int
_KINDS: Mapping[str, type[BaseModel]] = {
    get_args(model.model_fields["kind"].annotation)[0]: model for model in get_args(get_args(AnyRule)[0])
}
_BELOW: Mapping[str, type[BaseModel]] = {
    "examples": Example, "recognises": Recognition, "ranges": Range, "bodies": BodyExpectations,
}
_LISTED = 20  # words of a list that an error names
_QUOTES = "mend the YAML: texts with a colon, a bracket or a backslash go in single quotes"


class PackError(RuleError):
    """A pack that is not valid. `faults` are all that is wrong with it; as an error it tells the first."""

    faults: Sequence[RuleError] = ()

    @classmethod
    def of(cls, faults: Sequence[RuleError]) -> PackError:
        """The error of these faults, of which there is one at least."""
        first, more = faults[0], len(faults) - 1
        rest = f" (and {more} more: `obiettivi rules check` lists them)" if more else ""
        error = cls(first.subject, first.reason, f"{first.remedy}{rest}")
        error.faults = tuple(faults)
        return error


class Folder(NamedTuple):
    """The folder of a pack, and how people name it; `own` is one that a person wrote and the program does not ship."""

    path: Traversable
    shown: str
    own: bool = False


class Source(NamedTuple):
    """One file of a pack: its pack, how people name the file, and its text."""

    pack: str
    shown: str
    text: str

    def line(self, path: Sequence[Step]) -> int:
        """The line, from 1, of what `path` leads to; steps that lead nowhere are passed over."""
        node, line = _tree(self.text), 1
        for step in path:
            line, node = _below(node, step) or (line, node)
        return line

    def fault(self, path: Sequence[Step], reason: str, remedy: str, rule: str | None = None) -> RuleError:
        """The error of what `path` leads to: file, line, pack and rule."""
        who = f"pack {self.pack}" + (f", rule {rule}" if rule else "")
        return RuleError(f"{self.shown}:{self.line(path)}", f"{who}: {reason}", remedy)


class Place(NamedTuple):
    """Where a rule stands: the file, how many rules stand before it there, and its id."""

    source: Source
    number: int
    rule: str

    def at(self, *path: Step) -> str:
        """File and line of the rule, or of what `path` leads to in it."""
        return f"{self.source.shown}:{self.source.line(('rules', self.number, *path))}"

    def fault(self, reason: str, remedy: str, *path: Step) -> RuleError:
        """The error of the rule, or of what `path` leads to in it."""
        return self.source.fault(("rules", self.number, *path), reason, remedy, self.rule)


def header_of(folder: Folder) -> PackHeader:
    """The header of the pack in a folder. Raises PackError."""
    data = None
    try:
        source = source_of(folder, HEADER, folder.path.name)
        data = loaded(source)
        return PackHeader.model_validate(data)
    except ValidationError as error:
        raise PackError.of(list(faults_of(source, PackHeader, data, error))) from error
    except RuleError as error:
        raise PackError.of([error]) from error


def rules_of(folder: Folder, pack: str) -> tuple[Sequence[tuple[AnyRule, Place]], list[RuleError]]:
    """The rules of the pack in a folder with their places, and all that is wrong with its files."""
    faults = list(_strangers(folder, pack)) if folder.own else []
    found: dict[str, tuple[AnyRule, Place]] = {}
    for name in PACK_FILES:
        if not (folder.path / name).is_file():
            continue
        source = source_of(folder, name, pack)
        try:
            data = loaded(source)
            rules = RuleFile.model_validate(data).rules
        except ValidationError as error:
            faults += faults_of(source, RuleFile, data, error)
            continue
        except RuleError as error:
            faults.append(error)
            continue
        for index, rule in enumerate(rules):
            place = Place(source, index, rule.id)
            if rule.id in found:
                first = found[rule.id][1].at("id")
                faults.append(place.fault(f"its id stands twice, first at {first}", "give one of them another", "id"))
            found[rule.id] = rule, place
    return tuple(found.values()), faults


def source_of(folder: Folder, name: str, pack: str) -> Source:
    """A file of a pack. Raises RuleError where it cannot be read."""
    shown = f"{folder.shown}/{name}"
    try:
        return Source(pack, shown, (folder.path / name).read_text(encoding="utf-8"))
    except OSError as error:
        raise RuleError(shown, "cannot be read", "restore the file, or name another folder") from error
    except UnicodeDecodeError as error:
        raise RuleError(shown, "is not UTF-8", "save it as UTF-8") from error


def loaded(source: Source) -> Any:
    """What a YAML file says. Raises RuleError with the line where it is not valid."""
    try:
        return parsed(source.text)
    except NotYamlError as error:
        line, remedy = ("", "mend the YAML") if error.line is None else (f":{error.line}", _QUOTES)
        raise RuleError(f"{source.shown}{line}", f"pack {source.pack}: {error}", remedy) from error


def near(word: str, words: Sequence[str]) -> str:
    """What of `words` may be meant, and which there are; the first of many."""
    meant = get_close_matches(word, words, n=1)
    hint = f"did you mean {meant[0]!r}? " if meant else ""
    more = f" and {len(words) - _LISTED} more" if len(words) > _LISTED else ""
    return f"{hint}there are: {', '.join(words[:_LISTED])}{more}"


@lru_cache(maxsize=16)
def _tree(text: str) -> Any:
    """The nodes of a YAML text that was loaded before; they know their lines."""
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=True).compose(text)


def _below(node: Any, step: Step) -> tuple[int, Any] | None:
    """The line and the node of one step down; None where it leads nowhere."""
    inside = getattr(node, "value", None)
    if not isinstance(inside, list):
        return None
    if isinstance(step, int):
        there: Any = inside[step] if step < len(inside) else None
        return (there.start_mark.line + 1, there) if hasattr(there, "start_mark") else None
    pairs = (pair for pair in inside if isinstance(pair, tuple))
    return next(((key.start_mark.line + 1, value) for key, value in pairs if key.value == step), None)


def _strangers(folder: Folder, pack: str) -> Iterator[RuleError]:
    """Files that nothing reads, so that a misspelt name does not go unseen."""
    for file in sorted(folder.path.iterdir(), key=lambda file: file.name):
        if file.name.endswith((".yml", ".yaml")) and file.name not in FILES:
            remedy = f"rename it: {near(file.name, FILES)}"
            yield RuleError(f"{folder.shown}/{file.name}", f"pack {pack}: no rule is read from it", remedy)


def faults_of(source: Source, root: type[BaseModel], data: Any, error: ValidationError) -> Iterator[RuleError]:
    """One fault for each place; what a value may be is tried in turn, the first says enough."""
    seen: set[tuple[Step, ...]] = set()
    for fault in sorted(error.errors(), key=lambda fault: source.line(_followed(data, fault["loc"])[0])):
        path, value = _followed(data, fault["loc"])
        if fault["type"] == "value_error" and root is RuleFile:
            path = _twice(data)
        elif fault["type"] == "union_tag_invalid":
            path = (*path, "kind")
        if (key := (*path, fault["type"] in ("missing", "extra_forbidden") and str(fault["loc"][-1]))) in seen:
            continue
        seen.add(key)
        rule = data["rules"][path[1]] if path[:1] == ("rules",) and len(path) > 1 else None
        name = str(rule.get("id", f"number {int(path[1]) + 1}")) if isinstance(rule, dict) else None
        yield source.fault(path, *_wording(fault, root, path, value), rule=name)


def _followed(data: Any, steps: Sequence[Step]) -> tuple[tuple[Step, ...], Any]:
    """The steps that lead somewhere in the data, less names of models, and what stands at their end."""
    path: tuple[Step, ...] = ()
    for step in steps:
        there = isinstance(data, dict) and step in data
        if there or (isinstance(data, list) and isinstance(step, int) and step < len(data)):
            data, path = data[step], (*path, step)
    return path, data


def _twice(data: Any) -> tuple[Step, ...]:
    """Where a rule's id stands the second time."""
    ids = [rule.get("id") for rule in data["rules"]]
    return next((("rules", at, "id") for at, name in enumerate(ids) if name in ids[:at]), ())


def _wording(fault: ErrorDetails, root: type[BaseModel], path: Sequence[Step], value: Any) -> tuple[str, str]:
    """What is wrong and what to do, in words."""
    key = str(fault["loc"][-1]) if fault["loc"] else "the file"
    shown = shortly(value)
    at = ".".join(str(step) for step in path[2 * (path[:1] == ("rules",)) :]) or "the file"
    match fault["type"]:
        case "extra_forbidden":
            return f"unknown key {key!r}", near(key, list(_model(fault["loc"], root).model_fields))
        case "missing":
            return f"{key!r} is missing", near("", list(_model(fault["loc"], root).model_fields))
        case "union_tag_invalid" | "union_tag_not_found":
            tag = fault.get("ctx", {}).get("tag")
            return (f"no kind {tag!r}" if tag else "'kind' is missing"), near(str(tag), list(_KINDS))
        case "literal_error":
            return f"{at}: {shown} is none of its values", near(str(value), _expected(fault))
        case "string_type":
            return f"{at}: a text is expected, not {shown}", "put it in quotes"
        case "string_pattern_mismatch":
            shape = "three numbers, as in 1.0.0" if key == "version" else "small letters, digits, hyphens: my-body"
            return f"{at}: {shown} is not of its form", f"write {shape}"
        case "too_short":
            return f"{at}: at least one is needed", "a rule proves itself by examples" if key == "examples" else GUIDE
        case "model_type":
            return f"{at}: keys with values are expected", GUIDE
        case _:
            return _of_value(fault, at, shown)


def _of_value(fault: ErrorDetails, at: str, shown: str) -> tuple[str, str]:
    """What is wrong with a number or with what values say together."""
    match fault["type"]:
        case "float_type" | "float_parsing":
            return f"{at}: a number is expected, not {shown}", "write it with a point: 0.5"
        case "int_type" | "int_parsing" | "int_from_float":
            return f"{at}: a whole number is expected, not {shown}", "write 0, 1, 2 ..."
        case "value_error":
            return f"{at}: {fault['ctx']['error']}", "change one of them"
        case _:
            return f"{at}: {fault['msg']}", GUIDE


def _expected(fault: ErrorDetails) -> list[str]:
    said = str(fault.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
    return [word.strip("'") for word in said.split(", ")]


def _model(loc: Sequence[Step], root: type[BaseModel]) -> type[BaseModel]:
    """The model that has, or lacks, the last step."""
    parents = loc[:-1]
    for name, model in _BELOW.items():
        if name in parents:
            return model
    return next((_KINDS[step] for step in parents if isinstance(step, str) and step in _KINDS), root)
