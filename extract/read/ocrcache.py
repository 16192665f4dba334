"""Recognised pages kept from one run to the next, by the hash of their pixels."""

from __future__ import annotations

import gzip
import json
import zlib
from typing import Any

from extract import cache
from extract.read.drawings import Shape
from extract.read.lines import Ink
from schemas.document import Box

KIND = "ocr"  # of the things in the cache
_ENDING = ".json.gz"

Page = tuple[float, list[Ink], list[Shape]]


def fetch(key: str) -> Page | None:
    """The turn, the words and the shapes kept under `key`, or None."""
    data = cache.fetch(KIND, key + _ENDING)
    if data is None:
        return None
    try:
        page = json.loads(gzip.decompress(data))
        return (
            float(page["turn"]),
            [Ink(text, Box(*map(float, box)), spaced, False, sure) for text, box, spaced, sure in page["words"]],
            [Shape(Box(*map(float, box)), filled) for box, filled in page["shapes"]],
        )
    except (OSError, EOFError, zlib.error, ValueError, TypeError, KeyError):
        return None


def keep(key: str, turn: float, inks: list[Ink], shapes: list[Shape]) -> None:
    """Keep a page's turn, words and shapes under `key`."""
    page: dict[str, Any] = {
        "turn": turn, "words": [(ink.text, ink.box, ink.spaced, ink.confidence) for ink in inks],
        "shapes": [([round(edge, 2) for edge in shape.box], shape.filled) for shape in shapes],
    }
    cache.keep(KIND, key + _ENDING, gzip.compress(json.dumps(page, ensure_ascii=False).encode(), mtime=0))
