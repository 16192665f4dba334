"""From a rule to what runs: its patterns as RE2 text, the fragments in them, the spellings of its heads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable
from textwrap import shorten
from typing import Any, NamedTuple

from extract.patterns import Pattern, Proved
from extract.rulefile import Folder, Place, Step, loaded, near, source_of
from schemas.rule import AnyRule, ChoiceRule, ColumnRule, HeadingRule, LabelRule, PatternRule, SegmentRule

_LIST = re.compile(r"\{labels\.([a-z_]+)\}")
_FRAGMENT = re.compile(r"\{([a-z][a-z_]*(?:\.[a-z_]+)?)\}")
_DEEPEST = 8  # fragments inside fragments
_LONGEST = 100  # characters of what RE2 says: of some faults it repeats the whole pattern


class Lexicon(NamedTuple):
    """What all packs share: pattern fragments by name, and the spellings of labels by list."""

    fragments: Mapping[str, str]
    labels: Mapping[str, list[str]]

    @classmethod
    def read(cls, path: Traversable) -> Lexicon:
        """The lexicon in a folder. Raises RuleError."""
        folder = Folder(path, "rules/lexicon")
        fragments: dict[str, str] = dict(_content(folder, "fragments.yml"))
        evaluators: dict[str, list[str]] = _content(folder, "evaluators.yml")
        fragments["evaluator"] = f"(?:{'|'.join(form for forms in evaluators.values() for form in forms)})"
        labels: dict[str, list[str]] = _content(folder, "labels.yml")
        for name, spellings in labels.items():
            longest_first = sorted(spellings, key=len, reverse=True)
            fragments[f"labels.{name}"] = "|".join(_spelling(text) for text in longest_first)
        return cls(fragments, labels)

    def texts(self) -> Iterator[str]:
        """All that may become part of a pattern."""
        for pair in self.fragments.items():
            yield from pair

    def patterns(self, rule: AnyRule, place: Place, proved: Proved) -> dict[str, Pattern]:
        """The patterns of a rule, by its id (and cue). Raises RuleError where one is not valid."""
        return {key: self._pattern(place, text, path, proved) for key, text, path in _sources(rule)}

    def spellings(self, rule: AnyRule, place: Place) -> Iterator[str]:
        """The heads of a column rule, those of the lists it names as `{labels.NAME}` too. Raises RuleError."""
        for number, head in enumerate(rule.heads if isinstance(rule, ColumnRule) else ()):
            named = _LIST.fullmatch(head)
            if named is None:
                if not any(letter.isalpha() for letter in head):
                    reason = f"the head {head!r} has no letter"
                    raise place.fault(reason, "heads are told by their letters", "heads", number)
                yield head
            elif named[1] in self.labels:
                yield from self.labels[named[1]]
            else:
                raise place.fault(f"no list of labels {head}", near(named[1], sorted(self.labels)), "heads", number)

    def _pattern(self, place: Place, text: str, path: Sequence[Step], proved: Proved) -> Pattern:
        try:
            source = self._expanded(text)
            if known := proved.get(source):
                return known
            pattern = Pattern(source)
        except KeyError as error:
            name = str(error.args[0])
            raise place.fault(f"no fragment {{{name}}}", near(name, sorted(self.fragments)), *path) from error
        except ValueError as error:
            reason = shorten(str(error), _LONGEST, placeholder=" ...")
            raise place.fault(reason, "patterns are RE2: no look-around, no back-references", *path) from error
        if pattern.search("") is not None:
            raise place.fault("it matches where nothing stands", "ask for a letter or a digit", *path)
        proved.add(pattern)
        return pattern

    def _expanded(self, text: str, depth: int = 0) -> str:
        """`text` with its fragments in place. Raises KeyError for one that is not known."""
        def fragment(found: re.Match[str]) -> str:
            if depth > _DEEPEST:
                raise KeyError(found[1])
            return self._expanded(self.fragments[found[1]], depth + 1)

        return _FRAGMENT.sub(fragment, text)


def _content(folder: Folder, name: str) -> Any:
    return loaded(source_of(folder, name, "lexicon"))


def _sources(rule: AnyRule) -> Iterator[tuple[str, str, tuple[Step, ...]]]:
    """Every pattern of a rule as RE2 text with its key, and where it stands in the rule."""
    match rule:
        case HeadingRule():
            yield rule.id, f"(?im){rule.pattern}", ("pattern",)
        case LabelRule():
            yield rule.id, _label_pattern(rule), ("labels",)
            if rule.value is None:
                yield f"{rule.id}:loose", rf"(?im)^[ \t]*(?P<label>{rule.labels})[ \t]+(?P<text>\S+)", ("labels",)
        case SegmentRule():
            yield rule.id, f"(?i){rule.pattern}", ("pattern",)
        case PatternRule():
            yield rule.id, f"(?i){rule.pattern}" if rule.ignore_case else rule.pattern, ("pattern",)
        case ChoiceRule():
            for value, cues in rule.cues.items():
                yield f"{rule.id}:{value}", "(?i)" + "{edge}(?P<cue>" + "|".join(cues) + ")", ("cues", value)
        case ColumnRule():
            pass
    if isinstance(rule, PatternRule | ChoiceRule) and rule.unless:
        yield f"{rule.id}:unless", f"(?i){rule.unless}", ("unless",)


def _label_pattern(rule: LabelRule) -> str:
    """A label at a line's start, perhaps with a list mark before it and a remark, number or date behind it."""
    mark = r"(?P<mark>\(?(?:\d{1,2}|\p{L})[.)][ \t]+|\d{1,2}(?:\.\d{1,2}){1,3}\.?[ \t]+|[•·▪●■►➢–-][ \t]*)?"
    date = r"(?:{year}|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
    when = rf"(?:[ \t]+(?:(?:al|nel|del|anno|per[ \t]+l['’]anno)[ \t]+)?{date}|[ \t]+n\.?[ \t]*\d{{1,2}})?"
    remark = r"(?:[ \t]*\([^()\n]{1,60}\))?"
    closed = r"[ \t]*(?:[:=\t][:\t]*|{dash}(?:[ \t]|$)|\.[ \t]|$)"
    ends = "" if rule.keep else rf"(?:{when}{remark}{closed}|[ \t]+)" if rule.inline else rf"{when}{remark}{closed}"
    value = rf"[ \t]*(?P<value>{rule.value})" if rule.value else ""
    return rf"(?im)(?:^[ \t]*|\t){mark}(?P<label>{rule.labels}){ends}{value}"


def _spelling(text: str) -> str:
    """A label as a pattern: any white space for a space, any apostrophe for an apostrophe."""
    pieces = (r"[’'‘`´]\s?" if piece == "'" else r"\s+" if piece == " " else re.escape(piece) for piece in text)
    return "".join(pieces)
