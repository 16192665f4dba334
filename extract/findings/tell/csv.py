"""CSV: one record for each finding; places as `page` and `quotes`, parted by ` | `, guarded as every export is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from extract.export import writer
from extract.findings.dossier import Dossier, Quote
from extract.findings.tell.columns import COLUMNS, told

PLACES = ("sources", "pages", "quotes")


def write(dossiers: Iterable[Dossier], stream: TextIO) -> None:
    """Write a header and the records."""
    rows = ([*row, *_places(quotes)] for row, quotes in told(dossiers))
    writer("csv")((*COLUMNS, *PLACES), rows, stream)


def _places(quotes: tuple[Quote, ...]) -> tuple[str, str, str]:
    sources = " | ".join(one.source.name for one in quotes)
    pages = " | ".join(str(one.page) for one in quotes)
    return sources, pages, " | ".join(" ".join(one.text.split()) for one in quotes)
