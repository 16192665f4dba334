"""Wording: numbers and bounds as an Italian and an English sentence print them."""

from __future__ import annotations

import re

_SIGN = {"<=": "≤ ", ">=": "≥ ", "<": "< ", ">": "> "}
_ITALIAN = {
    "days": " giorni", "hours": " ore", "months": " mesi", "minutes": " minuti", "weeks": " settimane",
    "years": " anni",
}
_ENGLISH = {unit: f" {unit}" for unit in _ITALIAN}
_LONGEST = 90  # characters of a label in a sentence


def english(value: float, unit: str | None = None) -> str:
    """A number with its unit as English prints it: 1,402,775.4."""
    exact = round(value, 2)
    written = f"{exact:,.2f}".rstrip("0").rstrip(".") if exact % 1 else f"{exact:,.0f}"
    if unit == "%":
        return f"{written}%"
    return f"{written}{_ENGLISH.get(unit or '', ' ' + unit if unit == 'EUR' else '')}"


def italian(value: float, unit: str | None = None) -> str:
    """A number with its unit as Italian prints it: 1.402.775,4."""
    written = english(value).translate(str.maketrans(",.", ".,"))
    if unit == "%":
        return f"{written}%"
    return f"{written}{_ITALIAN.get(unit or '', ' ' + unit if unit == 'EUR' else '')}"


def sign(operator: str | None) -> str:
    """An operator as people write it before a number; nothing for a plain value."""
    return _SIGN.get(operator or "=", "")


def named(label: str | None) -> str:
    """A label, short enough for a sentence."""
    text = re.sub(r"\s+", " ", label or "").strip(" :;,.-–")
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
