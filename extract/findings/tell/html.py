"""HTML: one page for all reports, without values and pictures; the bundle has these."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from extract.findings.bundle.chapter import brief_chapter
from extract.findings.bundle.page import write_page
from extract.findings.dossier import Dossier


def write(dossiers: Iterable[Dossier], stream: TextIO) -> None:
    """Write the page."""
    write_page(map(brief_chapter, dossiers), stream, whole=False)
