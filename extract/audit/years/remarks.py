"""What a check between years says."""

from __future__ import annotations

from typing import NamedTuple

from extract.audit.years.kin import Shown
from schemas.finding import Severity


class Remark(NamedTuple):
    """What a check between years says of an objective of the later report; of the report where there is none.

    `shown` are the values compared, those of the earlier report first.
    """

    check: str
    message: str
    message_en: str
    shown: tuple[Shown, ...]
    objective_id: str | None
    held: bool = False
    severity: Severity | None = None
