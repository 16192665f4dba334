"""Coverage: what stands in an objective's text and became no value, and where was looked for what was not found.

    for one in coverage(report):
        one.unclaimed     numbers, dates, percentages and scores in its text that no rule claimed, as evidence
        one.absent        for each field that is empty the parts of the objective that were searched for it

Both are told from the report alone, fresh or out of the database, so long as it has its evidence. What stands
outside of all objectives is told by `reading.unclaimed` (unclaimed.py), pages that could not be read by
`reading.page-without-text` (reading.py): `document_level` names these checks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from extract.audit.check import Check, Scene, Verdict
from extract.audit.coverage import reading, unclaimed
from extract.audit.coverage.numerals import numerals
from extract.audit.words.quotes import part
from schemas.evidence import Evidence
from schemas.report import OBJECTIVE_LISTS, Indicator, Measure, Objective, Report

UNCLAIMED = "coverage.unclaimed"
document_level = (reading.CHECK, unclaimed.CHECK)
_PROSE = ("title", "plan_references", "description", "expected_benefits", "results", "notes", "footnotes")
_ALL = (*_PROSE, "action", "indicator")
# Where each field is looked for; `plan_references` and `footnotes` are lists of the objective, the others its sections.
SEARCHED: Mapping[str, tuple[str, ...]] = {
    "status_note": _ALL, "weight": _ALL, "achievement": _ALL, "scores": _ALL, "citations": _ALL,
    "outcome": ("results", "notes"), "action": ("action",), "indicators": ("indicator",), "series": _ALL,
    "targets": _PROSE, "quantities": _PROSE, "dates": _PROSE, "dates.deadline": _PROSE, "dates.achieved": _PROSE,
}
_SHOWN = 5  # quotes of a sentence
_NO_CLAIM = frozenset({"status", "findings", "confirmations"})  # what was judged, not read


class Searched(NamedTuple):
    """A part of an objective that was looked through, and the pages it stands on."""

    part: str
    pages: tuple[int, ...]


class ObjectiveCoverage(NamedTuple):
    """What one objective's reading left: its place in the report, unclaimed places, and fields found nowhere.

    A field that is absent has every part of the objective in which it is looked for and which the objective has; an
    empty tuple says that it has none of them.
    """

    place: int
    number: int | None
    unclaimed: tuple[Evidence, ...]
    absent: Mapping[str, tuple[Searched, ...]]


def coverage(report: Report) -> tuple[ObjectiveCoverage, ...]:
    """What of each objective was not read, and where was looked for what it does not have."""
    return tuple(coverage_of(one, place) for place, one in enumerate(report.objectives))


def coverage_of(objective: Objective, place: int = 0) -> ObjectiveCoverage:
    """What of one objective, at that place of its report, was not read, and what it does not have."""
    return ObjectiveCoverage(place, objective.number, tuple(unread(objective)), absent(objective))


def unread(objective: Objective) -> Iterator[Evidence]:
    """The numbers of the sections that lie in no value's evidence, and cells with a number that could not be read."""
    claimed = _Ranges((one.start, one.end) for one in _claims(objective))
    seen: set[tuple[int, int]] = set()
    for section in objective.sections.values():
        for piece in section.evidence:
            for one in numerals(piece.quote):
                at = (piece.start + one.start, piece.start + one.end)
                if at not in seen and not claimed.touch(*at):
                    seen.add(at)
                    yield part(piece, one.start, one.shown, UNCLAIMED)
    for indicator in objective.indicators:
        for measure in (indicator.baseline, indicator.target, indicator.result):
            if measure is not None and _is_unread(measure):
                yield measure.evidence[0]


def absent(objective: Objective) -> dict[str, tuple[Searched, ...]]:
    """The empty fields with the parts of the objective that were searched."""
    return {
        field: tuple(_parts(objective, where)) for field, where in SEARCHED.items() if not _present(objective, field)
    }


def _present(objective: Objective, field: str) -> bool:
    name, _, role = field.partition(".")
    value = getattr(objective, name)
    return any(one.role == role for one in value) if role else value is not None and value != ()


def _parts(objective: Objective, names: Iterable[str]) -> Iterator[Searched]:
    for name in names:
        if name == "title":
            proof = objective.evidence.get("title", ())
        elif name in OBJECTIVE_LISTS:
            proof = tuple(one for item in getattr(objective, name) for one in item.evidence)
        else:
            section = next((one for key, one in objective.sections.items() if key == name), None)
            proof = section.evidence if section else ()
        if proof:
            yield Searched(name, tuple(sorted({one.page for one in proof})))


def _claims(objective: Objective) -> Iterator[Evidence]:
    """The evidence of every value: what was read, and nothing that only says where."""
    for name, proof in objective.evidence.items():
        if name not in _NO_CLAIM:
            yield from proof
    for name in OBJECTIVE_LISTS:
        for item in getattr(objective, name) if name not in _NO_CLAIM else ():
            yield from item.evidence
            if isinstance(item, Indicator):
                for measure in (item.baseline, item.target, item.result):
                    yield from measure.evidence if measure else ()


def _is_unread(measure: Measure) -> bool:
    return measure.value is None and measure.date is None and any(True for _ in numerals(measure.text))


class _Ranges:
    """Ranges of the text, joined, so that each question costs a bisection."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._joined: list[tuple[int, int]] = []
        for start, end in sorted(ranges):
            if self._joined and start <= self._joined[-1][1]:
                self._joined[-1] = self._joined[-1][0], max(self._joined[-1][1], end)
            else:
                self._joined.append((start, end))
        self._ends = [end for _, end in self._joined]

    def touch(self, start: int, end: int) -> bool:
        """True where a range and `[start, end)` share a character."""
        at = bisect_left(self._ends, start + 1)
        return at < len(self._joined) and self._joined[at][0] < end


def unclaimed_numbers(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """One notice for all the numbers of an objective that no rule claimed."""
    found = tuple(unread(objective))
    if not found:
        return
    quotes = [f"«{' '.join(one.quote.split())}»" for one in found[:_SHOWN]]
    more = len(found) - len(quotes)
    italian = ", ".join(quotes) + (f" e altri {more}" if more > 1 else " e un altro" if more else "")
    english = ", ".join(f"“{one[1:-1]}”" for one in quotes) + (f" and {more} more" if more else "")
    yield Verdict(
        f"Numeri o date del testo che nessuna regola ha letto: {italian}.",
        f"Numbers or dates in the text that no rule has read: {english}.", found,
    )


CHECKS = (
    Check(
        UNCLAIMED, "notice", "Numeri non letti", "Numbers not read",
        "Numeri, date, percentuali o punteggi nel testo dell'obiettivo che nessuna regola ha letto, in una nota sola."
        " Anni, elenchi numerati, codici e atti citati non contano.",
        "Numbers, dates, percentages or scores in an objective's text that no rule has read, in a single notice."
        " Years, list marks, codes and cited acts do not count.",
        "Descrizione: il servizio risponde nei 30 giorni previsti",
        single=unclaimed_numbers,
    ),
    Check(
        unclaimed.CHECK, "notice", "Valori fuori dagli obiettivi", "Values outside of the objectives",
        "Ciò che somiglia a un obiettivo, un punteggio, un target o un risultato e non sta in nessun obiettivo."
        " Si trova leggendo il documento.",
        "What looks like an objective, a score, a target or a result, and stands in no objective."
        " Found while the document is read.",
        "Punteggio del Comitato: 87/100",
    ),
    Check(
        reading.CHECK, "warning", "Pagina senza testo", "Page without text",
        "La pagina mostra qualcosa ma non ha testo: quello che mostra non è stato letto. Si trova"
        " leggendo il documento.",
        "The page shows something but has no text: what it shows was not read. Found while the document is read.",
        "Una pagina acquisita come immagine",
    ),
)
