"""What the audit found, and what it confirmed."""

from __future__ import annotations

from typing import Literal

from schemas.evidence import Traced

Severity = Literal["error", "warning", "notice"]


class Finding(Traced):
    """A contradiction or an oddity, with the evidence of every value compared.

    `message` is the Italian sentence a person reads, `message_en` the English one.
    """

    check: str
    severity: Severity
    message: str
    message_en: str


class Confirmation(Traced):
    """A check that was made and held, with the evidence of every value compared."""

    check: str
    message: str
    message_en: str
