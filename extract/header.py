"""The report itself: whose it is, of which year, what it is called, report or plan."""

from __future__ import annotations

from typing import Any

from extract.divide import Division
from extract.fields import pattern
from extract.passage import Passage, Prover, lines_of
from extract.rulebook import Pack
from schemas.document import Document, LineKind, Span
from schemas.evidence import Evidence, Grade
from schemas.report import REPORT_SCALARS
from schemas.rule import ChoiceRule, PatternRule

# A report that has not said whose it is by then does not say it in front.
_FRONT = 20_000


def read_header(
    document: Document, division: Division, pack: Pack, prove: Prover
) -> tuple[dict[str, Any], dict[str, tuple[Evidence, ...]]]:
    """Issuer, year, title and kind, as far as they are stated, with their evidence."""
    front = _front(document, division)
    values: dict[str, Any] = {}
    evidence: dict[str, tuple[Evidence, ...]] = {}
    for rule in pack.of(PatternRule):
        if rule.field in values:
            continue
        found = next(pattern.find(pack, rule, front.text), None)
        for name, value in (found.values if found else {}).items():
            if found and name in REPORT_SCALARS and name not in values:
                values[name] = value
                evidence[name] = prove.within(front, *found.at[name], found.rule, Grade.NORMALISED)
    named = [Passage(document, (Span(one.start, one.end),)) for one in evidence.get("title", ())]
    for choice in pack.of(ChoiceRule):
        if choice.field in values:
            continue
        for text in (*named, front):  # what it calls itself says more than what else it speaks of
            chosen = pattern.choose(pack, choice, text.text)
            if chosen:
                values[choice.field] = chosen.values[choice.field]
                evidence[choice.field] = prove.within(text, chosen.start, chosen.end, chosen.rule, Grade.DERIVED)
                break
    return values, evidence


def _front(document: Document, division: Division) -> Passage:
    """Everything before the first objective, then the running headers: these shorten what the front says in full."""
    end = division.blocks[0].whole.spans[0].start if division.blocks else len(document.text)
    end = min(end, _FRONT)
    running = sorted(s for kind in (LineKind.HEADER, LineKind.FOOTER) for s in lines_of(document, kind).spans)
    front = Passage(document, (Span(0, end),) if end else ()).outside(running)
    return front + Passage(document, tuple(running[:20]))
