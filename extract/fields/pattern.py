"""Run pattern, segment and choice rules over a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from extract.fields.naming import evaluator_name, proper_name, without_stops
from extract.language import lexicon, parse_number
from extract.language.values import Number
from extract.patterns import Match
from extract.rulebook import Pack
from schemas.rule import ChoiceRule, PatternRule, Scalar, SegmentRule, ValueType

_SPACE = re.compile(r"[ \t]*\n?[ \t]*")
_SENTENCE_END = re.compile(r"[.;]\s*\n\s*(?=[A-ZÀÈÉÌÒÙ])")
# 97.50 and 9.5 are decimals, 1.234 is a thousand.
_DOTTED = re.compile(r"\d+\.\d{1,2}")
_HALF = re.compile(r"\s+e\s+mezz[oa]\Z", re.IGNORECASE)
Range = tuple[int, int]


class Found(NamedTuple):
    """One match: its values, where each was read, the range it covers, and the rule's name."""

    values: Mapping[str, Scalar]
    at: Mapping[str, Range]
    start: int
    end: int
    rule: str


def find(pack: Pack, rule: PatternRule, text: str) -> Iterator[Found]:
    """Every match of a pattern rule in `text`, in order; matches whose values cannot be read are none."""
    pattern = pack.patterns[rule.id]
    if pattern not in pack.values.occurring(text):
        return
    for match in pattern.finditer(text):
        found = _read(pack.name(rule), rule, match, text)
        if found is not None and not _is_denied(pack, rule, found.start, text):
            yield found


def find_segments(pack: Pack, rules: tuple[SegmentRule, ...], text: str) -> list[Found]:
    """The segments the rules open in `text`; each title runs to the start of the next segment."""
    there = pack.values.occurring(text)
    opened = sorted(
        ((match, rule) for rule in rules if (pattern := pack.patterns[rule.id]) in there
         for match in pattern.finditer(text)),
        key=lambda pair: (pair[0].start, -pair[0].end),
    )
    apart: list[tuple[Match, SegmentRule]] = []
    for match, rule in opened:
        if not apart or match.start >= apart[-1][0].end:
            apart.append((match, rule))
    stops = [*(match.start for match, _ in apart[1:]), len(text)][: len(apart)]
    return [_segment(pack, rule, match, stop, text) for (match, rule), stop in zip(apart, stops, strict=True)]


def choose(pack: Pack, rule: ChoiceRule, text: str) -> Found | None:
    """The value whose cue comes first in `text`; of cues that start together the longest, then the first listed."""
    best: tuple[int, int, str, Range] | None = None
    for value in rule.cues:
        pattern = pack.patterns[f"{rule.id}:{value}"]
        if pattern not in pack.values.occurring(text):
            continue
        cues = (match.span("cue") for match in pattern.finditer(text))
        cue = next((at for at in cues if not _is_denied(pack, rule, at[0], text)), None)
        if cue is None:
            continue
        start, end = cue
        if best is None or (start, -end) < best[:2]:
            best = (start, -end, value, (start, end))
    if best is None:
        return None
    _, _, value, at = best
    return Found({rule.field: value}, {rule.field: at}, *at, f"{pack.name(rule)}:{value}")


def _is_denied(pack: Pack, rule: PatternRule | ChoiceRule, start: int, text: str) -> bool:
    """Whether the sentence before `start` says that the match is not meant so."""
    if rule.unless is None:
        return False
    sentence = max(text.rfind(stop, 0, start) for stop in (". ", ".\n", ";", "\n\n")) + 1
    return pack.patterns[f"{rule.id}:unless"].search(text[sentence:start]) is not None


def _read(name: str, rule: PatternRule, match: Match, text: str) -> Found | None:
    values: dict[str, Scalar] = dict(rule.set)
    at: dict[str, Range] = {}
    for group, (start, end) in match.spans.items():
        if group == "all":
            continue
        if rule.stop:
            end = start + len(without_stops(text[start:end], rule.stop))
        start, end = _trim(text, start, end)
        value = parse(rule.types.get(group, "text"), text[start:end]) if start < end else None
        if value is None:
            return None
        values[group], at[group] = value, (start, end)
    start, end = match.spans.get("all") or _cover(at, match.whole)
    if rule.parenthesis and rule.parenthesis not in at:
        bracket = _bracket(text, end)
        values[rule.parenthesis] = " ".join(text[slice(*bracket)].split()) if bracket else None
        if bracket:
            at[rule.parenthesis] = bracket
            end = min(bracket[1] + 1, len(text))
    return Found(values, at, start, end, name)


def _segment(pack: Pack, rule: SegmentRule, match: Match, stop: int, text: str) -> Found:
    at = {name: span for name, span in match.spans.items() if name != "title"}
    values: dict[str, Scalar] = {"category": None, "title": None, **rule.set}
    for name, (start, end) in at.items():
        if name != "all":
            values[name] = parse("code" if name == "code" else "text", text[start:end])
    if "title" in match.spans:
        start, end = _trim(text, match.span("title")[0], stop)
        values["title"], at["title"] = " ".join(text[start:end].split()), (start, end)
    start, end = _cover(at, match.whole)
    return Found(values, at, min(start, _first_word(match)), end, pack.name(rule))


def parse(kind: ValueType, text: str) -> Scalar:
    """A group's text as its declared type; None where it is not one."""
    match kind:
        case "number":
            return _number(text)
        case "code":
            return re.sub(r"\s+", "", text).rstrip(".")
        case "year":
            return int(text)
        case "name":
            return proper_name(text)
        case "evaluator":
            return evaluator_name(text)
        case _:
            return " ".join(text.split())


def _number(text: str) -> Number | None:
    """A number in figures or words; as marks are told: "8.5", "otto e mezzo", "trentesimi"."""
    if _DOTTED.fullmatch(text):
        return float(text)
    half = _HALF.search(text)
    if half is None:
        return lexicon.mapping("numbers", "parts").get(text.lower(), parse_number(text))
    whole = parse_number(text[: half.start()])
    return None if whole is None else whole + 0.5


def _trim(text: str, start: int, end: int) -> Range:
    """The range less white space at its ends and the dash or comma it was left hanging on."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    bare = piece.rstrip(" \t\n–—-,;:/(")
    return start, start + len(bare)


def _bracket(text: str, at: int) -> Range | None:
    """The inside of the bracket that opens at `at`, white space before it allowed.

    Reports forget to close brackets: then the inside runs to the end of the text, or to a
    sentence that ends with its line where another begins on the next.
    """
    opening = _SPACE.match(text, at)
    start = opening.end() if opening else at
    if text[start : start + 1] != "(":
        return None
    depth = 0
    for index in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[index], 0)
        if depth == 0:
            return _trim(text, start + 1, index)
    ended = _SENTENCE_END.search(text, start)
    return _trim(text, start + 1, ended.start() + 1 if ended else len(text))


def _cover(at: Mapping[str, Range], default: Range) -> Range:
    ranges = list(at.values())
    return (min(r[0] for r in ranges), max(r[1] for r in ranges)) if ranges else default


def _first_word(match: Match) -> int:
    """Where the words of a match begin: its pattern may eat the line break or bracket before them."""
    piece = match.text[slice(*match.whole)]
    return match.start + len(piece) - len(piece.lstrip(" \t\n;/(•·-"))
