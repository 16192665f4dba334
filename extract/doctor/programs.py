"""Programs beside Python: Tesseract, which reads scans, and Chromium, which reading never needs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from extract.doctor.part import Part, State
from extract.read import tesseract

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_NO_SCANS = (
    "le pagine scansionate non si leggono: una relazione tutta scansionata è un errore (no_text) "
    "/ scanned pages are not read: a report of scans only is a failure (no_text)"
)


def programs() -> Iterator[Part]:
    """The programs, whether or not they are here."""
    yield _tesseract()
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    yield Part("Chromium", State.UNNEEDED, browser or "")


def _tesseract() -> Part:
    found = tesseract.engine()
    if isinstance(found, tesseract.Engine):
        return Part("Tesseract (ita)", State.OK, f"{found.version} ({found.program})")
    return Part("Tesseract (ita)", State.MISSING, found.reason, _NO_SCANS, tesseract.INSTALL)
