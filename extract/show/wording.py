"""The words a person reads for the contract's codes, Italian first, and values as Italians write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from schemas.report import DateValue, Measure, Number, Target


def _fixed(words: dict[str, str]) -> Mapping[str, str]:
    return MappingProxyType(words)


STATUS = _fixed({
    "reported": "rendicontato", "changed": "modificato", "postponed": "rinviato", "cancelled": "cancellato",
    "not_evaluable": "non valutabile",
})
ACTION = _fixed({"new": "nuova", "maintenance": "mantenimento", "efficiency": "miglioramento"})
OUTCOME = _fixed({
    "achieved": "raggiunto", "partly_achieved": "raggiunto in parte", "not_achieved": "non raggiunto",
})
KIND = _fixed({"report": "relazione", "plan": "piano"})
LEVEL = _fixed({
    "strategic": "strategico", "operational": "operativo", "target": "target", "area": "area",
    "programme": "programma",
})
ROLE = _fixed({
    "actual": "realizzato", "base": "base del rapporto", "baseline": "situazione di partenza", "component": "di cui",
    "planned": "previsto", "context": "contesto",
})
DATE_ROLE = _fixed({
    "deadline": "scadenza", "achieved": "realizzato", "baseline": "situazione di partenza", "act": "data di un atto",
})
SECTION = _fixed({
    "title": "titolo", "plan_reference": "riferimento", "action": "azione", "description": "descrizione",
    "expected_benefits": "benefici attesi", "indicator": "indicatore", "results": "risultati", "notes": "note",
    "footnote": "nota a piè di pagina", "score": "valutazione",
})
UNIT = _fixed({"days": "giorni", "hours": "ore", "months": "mesi", "EUR": "euro"})
_SAID = MappingProxyType({  # the words of a label that say its unit
    "days": ("giorni", "giorno", "gg"), "hours": ("ore", "ora"), "months": ("mesi", "mese"),
    "EUR": ("euro", "€"),
})
FIELD = _fixed({  # fields of an objective that may be empty
    "status_note": "motivo dello stato / reason of the status", "weight": "peso / weight",
    "achievement": "raggiungimento / achievement", "scores": "punteggio / score", "citations": "atti citati / acts",
    "outcome": "esito / outcome", "action": "azione / action", "indicators": "indicatori / indicators",
    "series": "serie storiche / series", "targets": "target nel testo / targets",
    "quantities": "quantità / quantities", "dates": "date / dates", "dates.deadline": "scadenze / deadlines",
    "dates.achieved": "date dei risultati / dates of results",
})
SEVERITY = _fixed({"error": "errore", "warning": "avviso", "notice": "nota"})

_SEPARATORS = str.maketrans(",.", ".,")
MEASURES = _fixed({
    "baseline": "valore storico / baseline", "target": "valore atteso / target", "result": "risultato / result",
})


def both(code: str, words: Mapping[str, str]) -> str:
    """The Italian word with the contract's code beside it, as SQL and JSON have it."""
    return f"{words[code]} ({code})" if code in words and words[code] != code else code


def number(value: Number) -> str:
    """A number as Italians write it: `1.249.268,82`."""
    return f"{value:,}".translate(_SEPARATORS)


def amount(value: bool | Number, unit: str | None) -> str:
    """A value with its unit: `15 ore`, `72,5%`, `SI`."""
    if isinstance(value, bool):
        return "SI" if value else "NO"
    if unit == "%":
        return f"{number(value)}%"
    return number(value) if unit is None else f"{number(value)} {UNIT.get(unit, unit)}"


def unsaid(unit: str | None, label: str) -> str | None:
    """The unit, unless the label says it: `28 giorni`, not `28 giorni giorni`. A percent sign is always said."""
    if unit is None or unit == "%":
        return unit
    words = re.findall(r"\w+|€", label.casefold())
    return None if any(word in words for word in _SAID.get(unit, (unit.casefold(),))) else unit


def date(iso: str) -> str:
    """An ISO date, whole or cut: `30/06/2020`, `02/2021`, `2021`."""
    return "/".join(reversed(iso.split("-")))


def dated(value: DateValue) -> str:
    """A date with its role."""
    return f"{date(value.date)} {both(value.role, DATE_ROLE)}"


def bound(value: Target | Measure, *, said: str = "") -> str:
    """What is asked or measured: `> 15 ore`, `da 5 a 8`; without the unit where the words in front said it."""
    if value.value is None:
        return f"{value.operator or ''} {date(value.date)}".strip() if value.date else "-"
    unit = unsaid(value.unit, said)
    shown = amount(value.value, unit)
    if value.upper is not None:
        return f"da {number(value.value)} a {amount(value.upper, unit)}"
    return f"{value.operator} {shown}" if value.operator not in (None, "range") else shown


def score(value: Number, maximum: Number | None) -> str:
    """A score with its maximum: `100/100`."""
    return number(value) if maximum is None else f"{number(value)}/{number(maximum)}"
