"""Cells of tables that were understood and still say nothing of any objective."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.audit.coverage.unclaimed import CHECK
from extract.divide import Block, Division
from extract.fields.cells import MEASURES, number_in, weight_of
from extract.forms.entries import Entry, Record
from extract.forms.rows import is_null
from extract.passage import Passage, Prover
from schemas.evidence import Evidence
from schemas.finding import Finding

_WEIGHTS = ("weight", "indicator_weight")
_SAY = frozenset({*MEASURES, "revised_target", "achievement"})  # a row without any of these says nothing to lose
_LONGEST = 120  # characters of a quote in a sentence


def stray_cells(division: Division, prove: Prover) -> Iterator[Finding]:
    """A notice for each row of measures that no objective was found for, and for each weight that is none."""
    for record in division.lost:
        if any(entry.role in _SAY and not is_null(entry.body) for entry in record.entries):
            yield _lost(record, prove)
    for block in division.blocks:
        yield from (_no_weight(body, rule, prove) for body, rule in _weights(block) if _is_beyond(body))


def _lost(record: Record, prove: Prover) -> Finding:
    quote = _quoted(entry.body for entry in record.entries)
    return _finding(
        f"Una riga di tabella con indicatori o risultati non appartiene a nessun obiettivo: «{quote}».",
        f"A row of a table with indicators or results belongs to no objective: “{quote}”.",
        tuple(one for entry in record.entries for one in prove.whole(entry.body, entry.rule)),
    )


def _weights(block: Block) -> Iterator[tuple[Passage, str]]:
    """The cells for weights, of the objective and of its indicators."""
    yield from ((part.body, part.rule) for part in block.parts if part.section == "weight")
    cells: Iterator[Entry] = (row[role] for row in block.rows for role in _WEIGHTS if role in row)
    yield from ((entry.body, entry.rule) for entry in cells)


def _is_beyond(body: Passage) -> bool:
    value = number_in(body)
    return value is not None and weight_of(value) is None


def _no_weight(body: Passage, rule: str, prove: Prover) -> Finding:
    quote = _quoted([body])
    return _finding(
        f"Un peso non è tra 0 e 100 e non è stato preso: «{quote}».",
        f"A weight is not between 0 and 100 and was not taken: “{quote}”.", prove.whole(body, rule),
    )


def _quoted(passages: Iterable[Passage]) -> str:
    return " ".join(passage.clean() for passage in passages)[:_LONGEST]


def _finding(message: str, message_en: str, evidence: tuple[Evidence, ...]) -> Finding:
    return Finding(check=CHECK, severity="notice", message=message, message_en=message_en, evidence=evidence)
