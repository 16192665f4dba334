"""Recognised pages kept from one run to the next: in the user's cache folder, by the hash of their pixels.

A page's file is written aside and moved into its place, so that several processes may share the
folder and none reads half a page. What cannot be read or written is as if it were not there.
"""

from __future__ import annotations

import gzip
import json
import os
import tempfile
import zlib
from pathlib import Path
from typing import Any

from extract.read.drawings import Shape
from extract.read.lines import Ink
from schemas.document import Box


def folder() -> Path:
    """Where recognised pages are kept: `obiettivi/ocr` in the user's cache folder (`XDG_CACHE_HOME`, or `~/.cache`)."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    home = Path(given) if Path(given).is_absolute() else Path("~/.cache").expanduser()
    return home / "obiettivi" / "ocr"


Page = tuple[float, list[Ink], list[Shape]]


def fetch(key: str) -> Page | None:
    """The turn, the words and the shapes kept under `key`, or None."""
    try:
        page = json.loads(gzip.decompress(_path(key).read_bytes()))
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
    path = _path(key)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent, suffix=".new")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(gzip.compress(json.dumps(page, ensure_ascii=False).encode(), mtime=0))
            Path(aside).replace(path)
        except OSError:
            Path(aside).unlink(missing_ok=True)
    except OSError:
        return


def _path(key: str) -> Path:
    return folder() / key[:2] / f"{key[2:]}.json.gz"
