"""Indicators in prose: one or several under a label, ratios, and a target at the end of the line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from extract.fields.units import unit_named
from extract.language import measure, parse_number
from extract.language.lexicon import words
from extract.passage import Passage, Prover
from schemas.evidence import Grade
from schemas.report import Indicator, Measure

RULE = "indicator"
_NTH = r"(?:n\s?[.°º]{1,2}|nr\.?|num(?:ero)?\.?|n(?=\s))"
_COUNT = re.compile(rf"^\s*{_NTH}\s*(?:di\s+|degli\s+|delle\s+|dei\s+|d[’'])?", re.I)
# A slash divides where numbers of something stand on both sides; "progetti/servizi" is one word.
_SLASH = re.compile(
    rf"/\s*su(?:l|lla|i|gli|lle)?\s+|/\s*(?=l?[’']?\s*(?:{_NTH}|tot(?:ale|\.)))|(?<=\s)/\s+", re.I
)
_OVER = re.compile(
    r"(?<=\s)su(?:l|i)?\s+(?:totale|numero|complesso)\b(?:\s+(?:di|dei|delle|degli|del|della)\b)?\s*", re.I
)
# "importo riscosso/importo ingiunto": both sides begin with the same word, or end in what was done with it.
_DONE = re.compile(r"(?:[aiu]t|ss|st|tt|lt|rt|nt|[aeu]s)[oiae]$")
_SAME = re.compile(r"(?<=\w)\s?/\s?(?=\w+\s)")
_BETWEEN = re.compile(
    r"^\s*(?:rapporto|percentuale|%)\s+(?:tra|fra)\s+(?P<over>.+?)\s+ed?\s+"
    r"(?=(?:il\s+)?(?:numero|totale|n\.))(?P<under>.+)$",
    re.I | re.S,
)
LIST_MARK = re.compile(r"^[ \t]*(?:\(?\d{1,2}[.)]|\(?[a-z]\)|[-–•●▪■►➢✓◦○·])[ \t]+", re.I)
# What a target is called inside the line of an indicator; alone in a bracket, by more names.
_NAMED = (
    r"(?:target|(?:valore|risultato|livello)\s(?:atteso|obiettivo|previsto|programmato|prefissato|target|pianificato|preventivato)"
    r"|traguardo|preventivo(?=\s?[:=])|soglia(?=\s?[:=])|standard(?=\s?[:=]))"
)
_ALONE = (
    r"(?:target|(?:valore|risultato|livello)\s(?:atteso|obiettivo|previsto|programmato|prefissato|target|pianificato|preventivato)|valore\ssoglia"
    r"|soglia(?:\sminima|\smassima)?|traguardo|preventivo|previsione|preventivat[oaie]|programmat[oaie]|previst[oaie]|attes[oaie]|obiettivo"
    r"|standard|minimo|massimo)"
)
# "(previsti 40)", "(standard: almeno il 90%)"; not "(previsti dal D.Lgs. 150/2009)", "(standard 1 e 2)".
_AT_ONCE = (
    r"(?=\s?(?:[<>≤≥=]=?|€|n\.|almeno|non\s(?:meno|più)\sdi|oltre|pari\sa)?\s?(?:(?:il|le|i|gli)\s|l[’'])?"
    r"(?:\d(?![^()]*\be\s\d)[^()]{0,24}|[^\W\d_]+)\Z)"
)
# Where a bound may begin: a label of a target inside the line, a sign, or words that compare.
_BOUND = re.compile(
    rf"\(?\s?\b{_NAMED}\b(?:\s20\d\d)?\s?[:=]?|\(\s?{_ALONE}\b(?:\s(?:annu[oa]|20\d\d))?\s?[:=]?{_AT_ONCE}|[<>≤≥]|=(?=\s?\d)|:(?=\s?(?:s[iì]|no)\b)"
    r"|:(?=\s?(?:€\s?)?\d[\d.,]*\s?(?:%|€|[^\W\d_]+)?\Z)"
    r"|\b(?:almeno|non\s(?:meno|pi[uù])\sdi|non\s(?:inferior|superior)[ei]|(?:maggior|minor|superior|inferior)[ei]|pari"
    r"|tra(?=\s(?:il\s|l[’'])?\d)|entro\s(?:il|la|l[’'])|si\spunta)\b"
    r"|\b(?:min|max)(?:\.|\b)(?=\s?\d)|\b(?:minimo|massimo)(?=\s(?:di\s)?\d)"
    r"|(?:(?<=[:,(–-]\s)|(?<=\())(?:al\smassimo|massimo|max\.?|minimo|min\.?(?=\s\d[\d.,]*\s?%)|non\soltre|non\spi[uù]\sdi|al\spi[uù])(?=\s(?:n\.\s?)?\d)",
    re.I,
)
_IN_BRACKETS = re.compile(rf"\w\s\(\s?{_ALONE}\b[^()]*\)", re.I)
_LABELLED = re.compile(rf"\(?\s?(?:{_ALONE}\b|:)", re.I)
_BOUNDING = re.compile(r"(?i)\b(?:minimo|massimo)\b(?!\s?[:=])")  # labels that compare
_SEMICOLON = re.compile(r"\s*;\s+")
_YES_NO = re.compile(r":\s?(?:s[iì]|no)$", re.I)
_LONGEST = 80  # characters a bound takes at most


class _Bound(NamedTuple):
    """A target at the end of an indicator's line, "n. azioni > 3", "(target: 50)": where it and its value begin."""

    start: int
    value: int
    end: int


class _Ratio(NamedTuple):
    numerator: tuple[int, int]
    denominator: tuple[int, int]


def indicators(section: Passage, prove: Prover) -> tuple[Indicator, ...]:
    """The indicators under a label, in order; their texts are as printed, white space collapsed."""
    return tuple(indicator_of(item, prove) for item in items(section) if item)


def items(section: Passage) -> Iterator[Passage]:
    """One passage for each indicator, or each value of one.

    List marks, semicolons at line ends and new openings divide.
    """
    cuts, previous, at = [0], "", 0
    for line in section.text.splitlines(keepends=True):
        if previous and line.strip() and _divides(previous, line):
            cuts.append(at)
        previous = line if line.strip() else previous
        at += len(line)
    for start, end in zip(cuts, [*cuts[1:], at], strict=True):
        marked = LIST_MARK.match(section.text[start:end])
        item = section.part(start + (marked.end() if marked else 0), end)
        yield from _of_line(item.part(0, len(item.text.rstrip(" \n;"))))


def _of_line(item: Passage) -> Iterator[Passage]:
    """ "n. corsi (target: >= 10); n. volontari (target: >= 200)": two, where a semicolon follows a target."""
    at = 0
    for found in _SEMICOLON.finditer(item.text):
        if _bound(item.text[at : found.start()]) is not None and _opens(item.text[found.end() :]):
            yield item.part(at, found.start())
            at = found.end()
    yield item.part(at, len(item.text))


def _opens(rest: str) -> bool:
    """True for the words of another indicator: one that begins as such, or that ends in a target in brackets."""
    return _openings().match(rest) is not None or _IN_BRACKETS.search(rest) is not None


def _divides(previous: str, line: str) -> bool:
    """Whether `line` begins another indicator than the one that `previous` belongs to."""
    if LIST_MARK.match(line) or previous.rstrip().endswith(";"):
        return True
    last = previous.split()[-1].lower()
    if last in words("lines", "unfinished") or last[-1] in "/(,+=<>≥≤":
        return False
    ended = line.strip()[0].isupper() and _bound(previous.strip()) is not None
    return ended or _openings().match(line) is not None


@cache
def _openings() -> re.Pattern[str]:
    opening = "|".join(re.escape(word) for word in sorted(words("indicators", "openings")))
    return re.compile(rf"[ \t]*(?:{_NTH}|{opening})(?=[\s\d])", re.I)


def indicator_of(item: Passage, prove: Prover) -> Indicator:
    """The indicator that `item` names: its text, the sides of its ratio, the target at its end."""
    text = item.text
    ratio = _ratio(text)
    return Indicator(
        text=item.clean(),
        numerator=_words(text, ratio.numerator) if ratio else None,
        denominator=_words(text, ratio.denominator) if ratio else None,
        target=_target(item, prove),
        evidence=prove.whole(item, RULE),
    )


def _target(item: Passage, prove: Prover) -> Measure | None:
    bound = _bound(item.text)
    if bound is None:
        return None
    named = item.text[: bound.start] + item.text[bound.end :]  # without "min.", which is no minute
    return read_measure(item, (bound.value, bound.end), named, "target", prove)


def _bound(text: str) -> _Bound | None:
    end = len(text.rstrip(" \n.;)"))
    for found in _BOUND.finditer(text, max(end - _LONGEST, 0), end):
        piece = text[found.start() : end]
        if ")" in piece or not (_holds_number(piece) or _YES_NO.search(piece)):
            continue
        labelled, bounding = _LABELLED.match(found.group()), _BOUNDING.search(found.group())
        value = found.start() + bounding.start() if bounding else found.end() if labelled else found.start()
        return _Bound(found.start(), value, end)
    return None


def _holds_number(piece: str) -> bool:
    """True for a bound in figures, or spelled out: "almeno sette"."""
    return any(c.isdigit() for c in piece) or any(parse_number(word) is not None for word in piece.lower().split())


def read_measure(
    passage: Passage, at: tuple[int, int], indicator: str, name: str, prove: Prover
) -> Measure | None:
    """The target, result or baseline (`name`) written in `passage.text[slice(*at)]`; None where there is none.

    A target without a comparator is to be met as it stands; a number without a unit has the one
    that the text of its indicator names.
    """
    text = passage.text[slice(*at)]
    value = measure(text)
    if value is None:
        return None
    start, end = at[0] + value.start, at[0] + value.end
    numeric = value.value is not None and not isinstance(value.value, bool)
    operator = value.operator or ("=" if numeric and name == "target" else None)
    unit = value.unit or (unit_named(indicator) if numeric else None)
    return Measure(
        text=" ".join(text.split()), operator=operator, value=value.value, upper=value.upper, unit=unit,
        date=value.date,
        evidence=prove.within(passage, start, end, f"{RULE}.{name}", Grade.NORMALISED),
    )


def _ratio(text: str) -> _Ratio | None:
    bound = _bound(text)
    end = bound.start if bound else len(text)
    between = _BETWEEN.match(text[:end])
    if between:
        return _Ratio(between.span("over"), between.span("under"))
    for pattern in (_SLASH, _OVER, _SAME):
        cut = pattern.search(text[:end])
        if cut and _divides_ratio(pattern, text[: cut.start()], text[cut.end() : end]):
            return _Ratio((0, cut.start()), (cut.end(), end))
    return None


def _divides_ratio(pattern: re.Pattern[str], over: str, under: str) -> bool:
    if not over.strip() or not under.strip():
        return False
    if pattern is not _SAME:
        return True
    first, second = _COUNT.sub("", over).lower().split(), under.lower().split()
    if min(len(first), len(second)) < 2:
        return False
    return first[0] == second[0] or all(_DONE.search(side[-1]) is not None for side in (first, second))


def _words(text: str, at: tuple[int, int]) -> str:
    """A side of a ratio without the "n." that counts it."""
    words = " ".join(text[slice(*at)].split()).strip(" .;,")
    return _COUNT.sub("", words).strip()
