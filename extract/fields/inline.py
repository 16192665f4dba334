"""Indicators whose lines say their target, result and weight: "Corsi – Peso: 60% – Target: 12 – Risultato: 14"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from extract.fields.cells import number_in, weight_of
from extract.fields.indicators import LIST_MARK, indicator_of, read_measure
from extract.forms.rows import is_null
from extract.language.inline import inline_fields, says_value
from extract.marks import is_unfinished
from extract.passage import Passage, Prover
from schemas.evidence import Grade
from schemas.report import Indicator

RULE = "indicator.inline"
_MEASURES = ("target", "result", "baseline")
_NUMBERED = re.compile(r"(?i)[ \t]*(?:indicatore|kpi|ind\.)[ \t]*(?:n[.°]?[ \t]*)?(?:\d\d?|[a-z])?[ \t]*[.):–-][ \t]*")
_OPEN_END = "–—-|,(/:="


def inline_indicators(section: Passage, prove: Prover) -> tuple[Indicator, ...] | None:
    """The indicators of a section whose lines say more than a target of them; None for a section of other lines."""
    fields = inline_fields(section.text)
    if all(field.name == "target" for field in fields):
        return None
    read = tuple(one for item in _items(section) if (one := _indicator(item, prove)) is not None)
    return read or None


def _items(section: Passage) -> Iterator[Passage]:
    """One passage for each indicator, list marks left out."""
    text = section.text
    cuts, at = [0], 0
    for line in text.splitlines(keepends=True):
        if at and line.strip() and _begins(text[cuts[-1] : at], line):
            cuts.append(at)
        at += len(line)
    for start, end in zip(cuts, [*cuts[1:], at], strict=True):
        marked = LIST_MARK.match(text[start:end]) or _NUMBERED.match(text[start:end])
        item = section.part(start + (marked.end() if marked else 0), end)
        if item:
            yield item


def _begins(before: str, line: str) -> bool:
    """Whether `line` begins another indicator than the one that `before` tells of."""
    found = inline_fields(line)
    bare = LIST_MARK.sub("", line).strip()
    if found and not line[: found[0].start].strip(" \t-•–(["):
        return False
    fields = inline_fields(before)
    if not fields:
        return LIST_MARK.match(line) is not None and before.strip() != ""
    value, ends = before[slice(*fields[-1].value)], before.rstrip()
    if not value.strip() or ends[-1] in _OPEN_END or is_unfinished(ends):
        return False
    if LIST_MARK.match(line) or ends.endswith(";"):
        return True
    return bare[0].isupper() and not (" " not in bare and says_value(bare))


def _indicator(item: Passage, prove: Prover) -> Indicator | None:
    """An indicator and what its line says of it; None where the line names none."""
    fields = inline_fields(item.text)
    name = item.part(0, len(item.text[: fields[0].start].rstrip(" \t\n–—-|;,/(:•[."))) if fields else item
    if not name:
        return None
    own = indicator_of(name, prove)
    values: dict[str, Any] = {}
    evidence = [*own.evidence]
    for field in fields:
        at = item.part(*field.value)
        if not at or is_null(at) or field.name in values:
            continue
        if field.name in _MEASURES:
            values[field.name] = read_measure(at, (0, len(at.text)), name.text, field.name, prove)
        elif field.name == "weight":
            values["weight"] = weight_of(number_in(at))
        else:
            values[field.name] = number_in(at) if field.name == "achievement" else at.clean()
        evidence += prove.whole(at, f"{RULE}.{field.name}", Grade.NORMALISED)
    return own.model_copy(update={**values, "evidence": tuple(evidence)})
