"""Structure: numbers of objectives that are stray, repeated or missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from extract.audit.check import Check, Scene, Verdict, shown
from extract.divide import Block
from extract.passage import Prover
from schemas.evidence import Evidence
from schemas.finding import Finding

STRAY = "structure.stray-heading"
_LISTED = 3  # missing numbers that are named one by one


def stray_headings(block: Block, prove: Prover) -> Iterator[Finding]:
    """A second heading number inside a title: which number is meant is for a person to say.

    It is no part of the title and so not in the report; it is found where the document is divided.
    """
    for heading in block.stray:
        quote = heading.clean().rstrip(" –-:")
        yield Finding(
            check=STRAY,
            severity="warning",
            message=f"Nel titolo dell'obiettivo {block.number} compare una seconda intestazione: «{quote}».",
            message_en=f"A second heading stands in the title of objective {block.number}: “{quote}”.",
            evidence=(*prove.proof(block.number_spans, STRAY), *prove.whole(heading, STRAY)),
        )


class _Numbered(NamedTuple):
    place: int
    number: int
    evidence: tuple[Evidence, ...]


def repeated_numbers(scene: Scene) -> Iterator[Verdict]:
    """Two objectives of one sequence with the same number."""
    for run in _sequences(scene):
        first: dict[int, _Numbered] = {}
        for one in run:
            before = first.setdefault(one.number, one)
            if before is not one:
                yield Verdict(
                    f"Il numero di obiettivo {one.number} compare due volte.",
                    f"Objective number {one.number} stands twice.",
                    shown(before.evidence, one.evidence), place=one.place,
                )


def missing_numbers(scene: Scene) -> Iterator[Verdict]:
    """A gap in numbers that otherwise go up by one; confirmed where none is missing or repeated."""
    for run in _sequences(scene):
        steps = [(before, after) for before, after in pairwise(run) if before.number < after.number]
        gaps = [(before, after) for before, after in steps if after.number - before.number > 1]
        if len(gaps) <= 1 or 2 * len(gaps) <= len(steps):
            yield from (_gap(before, after) for before, after in gaps)
        if len(run) > 1 and not gaps and len(steps) == len(run) - 1:
            yield Verdict(
                f"Gli obiettivi sono numerati da {run[0].number} a {run[-1].number} senza salti né ripetizioni.",
                f"The objectives are numbered from {run[0].number} to {run[-1].number}, none missing or repeated.",
                shown(*(one.evidence for one in run)), held=True,
            )


def _gap(before: _Numbered, after: _Numbered) -> Verdict:
    first, last = before.number + 1, after.number - 1
    if first == last:
        missing = (f"manca {first}", f"{first} missing")
    elif last - first < _LISTED:
        names = ", ".join(map(str, range(first, last + 1)))
        missing = (f"mancano {names}", f"{names} missing")
    else:
        missing = (f"mancano i numeri da {first} a {last}", f"{first} to {last} missing")
    return Verdict(
        f"Dopo l'obiettivo {before.number} segue il {after.number}: {missing[0]}.",
        f"Objective {after.number} follows {before.number}: {missing[1]}.",
        shown(before.evidence, after.evidence), place=after.place,
    )


def _sequences(scene: Scene) -> Iterator[list[_Numbered]]:
    """The numbered objectives, a new sequence wherever they begin again as the first one did: one for each office."""
    numbered = [
        _Numbered(place, one.number, one.evidence["number"])
        for place, one in enumerate(scene.report.objectives) if one.number is not None and "number" in one.evidence
    ]
    run: list[_Numbered] = []
    for at, one in enumerate(numbered):
        goes_on = at + 1 < len(numbered) and numbered[at + 1].number == one.number + 1
        if len(run) > 1 and one.number == run[0].number and goes_on:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


CHECKS = (
    Check(
        STRAY, "warning", "Intestazione nel titolo", "Heading inside a title",
        "Nel titolo di un obiettivo c'è il numero di un altro. Si trova quando il documento viene diviso in obiettivi.",
        "The title of an objective holds the number of another. Found where the document is divided into objectives.",
        "OBIETTIVO N. 6 / OBIETTIVO N. 9 – INFORMATIZZARE LA PROCEDURA",
    ),
    Check(
        "structure.repeated-number", "warning", "Numero ripetuto", "Repeated number",
        "Due obiettivi della stessa sequenza hanno lo stesso numero. Una sequenza che ricomincia, una per ufficio, non"
        " conta.",
        "Two objectives of one sequence have the same number. A sequence that begins again, one for each office, does"
        " not count.",
        "OBIETTIVO N. 4 ... OBIETTIVO N. 4",
        whole=repeated_numbers,
    ),
    Check(
        "structure.missing-number", "notice", "Numero mancante", "Missing number",
        "La sequenza dei numeri ha un salto: un obiettivo manca, o non è stato letto.",
        "The sequence of numbers has a gap: an objective is missing, or was not read.",
        "OBIETTIVO N. 6 ... OBIETTIVO N. 8",
        whole=missing_numbers,
    ),
)
