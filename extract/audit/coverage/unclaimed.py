"""What looks like an objective, a score, a target or a result, and belongs to nothing that was read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from extract.divide import Division
from extract.fields import pattern
from extract.passage import Passage, Prover, body_of
from extract.rulebook import Rulebook
from schemas.document import Document, Span
from schemas.evidence import Grade
from schemas.finding import Finding
from schemas.report import Objective
from schemas.rule import PatternRule

CHECK = "reading.unclaimed"
_ITALIAN = {"objective": "un obiettivo", "score": "un punteggio", "target": "un target", "result": "un risultato"}
_ENGLISH = {"objective": "an objective", "score": "a score", "target": "a target", "result": "a result"}
_LONGEST = 120  # characters of a quote in a sentence


def unclaimed(
    document: Document, division: Division, objectives: Iterable[Objective], rulebook: Rulebook, prove: Prover
) -> Iterator[Finding]:
    """A notice for each place that only looks like a value.

    Where a layout was recognised only what stands outside its objectives counts; in a document
    without one everything does.
    """
    body = body_of(document, lambda line: False, _read(division, objectives))
    pack = rulebook.general
    taken: list[tuple[int, int]] = []  # in order, none of them touching another
    for rule in pack.of(PatternRule, "unclaimed"):
        for found in pattern.find(pack, rule, body.text):
            place = bisect_left(taken, (found.end, 0))
            if place == 0 or taken[place - 1][1] <= found.start:
                taken.insert(place, (found.start, found.end))
                yield _finding(body, found, prove)


def _read(division: Division, objectives: Iterable[Objective]) -> Sequence[Span]:
    """What was read: the objectives' own places, and the tables they stand in."""
    spans = [span for block in division.blocks for span in block.whole.spans]
    spans += division.claimed
    for objective in objectives:
        spans += (Span(one.start, one.end) for proof in objective.evidence.values() for one in proof)
    return _joined(spans)


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif span.start < span.end:
            joined.append(span)
    return joined


def _finding(body: Passage, found: pattern.Found, prove: Prover) -> Finding:
    kind = str(found.values["kind"])
    quote = " ".join(body.text[found.start : found.end].split())[:_LONGEST]
    return Finding(
        check=CHECK, severity="notice",
        message=f"Sembra {_ITALIAN[kind]}, ma nessuna regola lo ha letto: «{quote}».",
        message_en=f"It looks like {_ENGLISH[kind]}, and no rule has read it: “{quote}”.",
        evidence=prove.within(body, found.start, found.end, found.rule, Grade.EXACT),
    )
