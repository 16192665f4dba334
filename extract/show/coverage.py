"""What the reading of an objective left: numbers no rule read, and where was looked for what was not found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.audit.coverage.checks import ObjectiveCoverage, Searched
from extract.show import wording
from extract.show.page import Row, absent, heading, shown


class Sought(NamedTuple):
    """A field that is empty, and the parts that were searched for it: both as a person reads them."""

    field: str
    parts: str


def sought(found: ObjectiveCoverage, *, pages: bool) -> Iterator[Sought]:
    """The fields that are empty with the parts that were searched; with their pages if the document has some."""
    for field, parts in found.absent.items():
        yield Sought(wording.FIELD.get(field, field), parts_searched(parts, pages=pages))


def parts_searched(parts: Sequence[Searched], *, pages: bool) -> str:
    """ "descrizione (p. 3), risultati (p. 3-4)"; "nessuna / none" where the objective has none of them."""
    words: dict[str, str] = {**wording.SECTION, "plan_references": "riferimenti", "footnotes": "note a piè di pagina"}
    named = (f"{words.get(one.part, one.part)}{_pages(one.pages) if pages else ''}" for one in parts)
    return ", ".join(named) or "nessuna / none"


def _pages(pages: Sequence[int]) -> str:
    last = "" if len(pages) == 1 else f"-{pages[-1]}"
    return f" (p. {pages[0]}{last})" if pages else ""


def coverage_rows(found: ObjectiveCoverage, *, pages: bool) -> Iterator[Row]:
    """All of it as rows."""
    yield heading("Numeri non letti / numbers that no rule read")
    if found.unclaimed:
        for one in found.unclaimed:
            yield Row(" ".join(one.quote.split()), shown((one,)))
    else:
        yield absent("ogni numero del testo sta in un valore (every number is part of a value)")
    yield heading("Cercato e non trovato / searched and not found")
    for field, parts in sought(found, pages=pages):
        yield Row(f"{field}: {parts}")
