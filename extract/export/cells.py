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
