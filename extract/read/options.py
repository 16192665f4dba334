"""What a person may choose about reading."""

from __future__ import annotations

from typing import NamedTuple


class Options(NamedTuple):
    """`ocr`: recognise pages that hold no text; `ocr_cache`: keep what was recognised for the next time;
    `ocr_jobs`: how many pages at once, 0 for as many as there are cores.
    """

    ocr: bool = True
    ocr_cache: bool = True
    ocr_jobs: int = 0


DEFAULT = Options()
