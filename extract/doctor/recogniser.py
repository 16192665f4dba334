"""The program beside Python: Tesseract, which reads scans."""

from __future__ import annotations

from extract.doctor.part import Part, State
from extract.read import tesseract

NO_SCANS = (
    "le pagine scansionate non si leggono: una relazione tutta scansionata è un errore (no_text) "
    "/ scanned pages are not read: a report of scans only is a failure (no_text)"
)


def recogniser() -> Part:
    """Tesseract with its Italian model."""
    found = tesseract.engine()
    if isinstance(found, tesseract.Engine):
        return Part("Tesseract (ita)", State.OK, f"{found.version} ({found.program})")
    return Part("Tesseract (ita)", State.MISSING, found.reason, NO_SCANS, tesseract.INSTALL)
