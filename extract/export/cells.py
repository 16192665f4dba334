"""A value as the text of one cell."""

from __future__ import annotations

import json
from typing import Any


def text_of(value: Any) -> str:
    """Nothing for null, `true` and `false`, lists and structures as JSON, anything else as it prints."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def counted(count: int, noun: str) -> str:
    """The count with its noun: `1 finding`, `2 findings`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
