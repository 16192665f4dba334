"""Structure: numbers of objectives that are stray, repeated or missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.divide import Block
from extract.passage import Prover
from schemas.evidence import Evidence
from schemas.finding import Finding


def stray_headings(block: Block, prove: Prover) -> Iterator[Finding]:
    """A second heading number inside a title: which number is meant is for a person to say."""
    for heading in block.stray:
        quote = heading.clean().rstrip(" –-:")
        yield Finding(
            check="structure.stray-heading",
            severity="warning",
            message=f"Nel titolo dell'obiettivo {block.number} compare una seconda intestazione: «{quote}».",
            message_en=f"A second heading stands in the title of objective {block.number}: “{quote}”.",
            evidence=(
                *prove.proof(block.number_spans, "structure.stray-heading"),
                *prove.whole(heading, "structure.stray-heading"),
            ),
        )


def repeated_numbers(blocks: Sequence[Block], prove: Prover) -> Iterator[tuple[int, Finding]]:
    """Two objectives with the same number; gives the place of the later block with the finding."""
    first: dict[int, Block] = {}
    for place, block in enumerate(blocks):
        before = first.setdefault(block.number, block) if block.number is not None else block
        if before is not block:
            yield place, Finding(
                check="structure.repeated-number",
                severity="warning",
                message=f"Il numero di obiettivo {block.number} compare due volte.",
                message_en=f"Objective number {block.number} stands twice.",
                evidence=_both(before, block, prove, "structure.repeated-number"),
            )


def missing_numbers(blocks: Sequence[Block], prove: Prover) -> Iterator[tuple[int, Finding]]:
    """A gap in a rising sequence of numbers; gives the place of the block after the gap."""
    for place, (before, block) in enumerate(pairwise(blocks), start=1):
        if before.number is None or block.number is None:
            continue
        missing = range(before.number + 1, block.number)
        if missing and before.number < block.number:
            names = ", ".join(map(str, missing))
            yield place, Finding(
                check="structure.missing-number",
                severity="notice",
                message=f"Dopo l'obiettivo {before.number} segue il {block.number}: manca {names}.",
                message_en=f"Objective {block.number} follows {before.number}: {names} missing.",
                evidence=_both(before, block, prove, "structure.missing-number"),
            )


def _both(first: Block, second: Block, prove: Prover, check: str) -> tuple[Evidence, ...]:
    return (*prove.proof(first.number_spans, check), *prove.proof(second.number_spans, check))
