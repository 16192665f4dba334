"""The words in which findings are counted and headed, Italian first."""

from __future__ import annotations

from collections import Counter

from extract.findings.dossier import Subject

_COUNTED = {
    "error": ("errore", "errori"), "warning": ("avviso", "avvisi"), "notice": ("nota", "note"),
    None: ("conferma", "conferme"),
}


def counted(count: Counter[str | None]) -> str:
    """`1 errore, 2 avvisi`; `nessun rilievo` where there is none."""
    said = [f"{count[key]} {words[count[key] != 1]}" for key, words in _COUNTED.items() if count[key]]
    return ", ".join(said) or "nessun rilievo"


def totals(reports: int, objectives: int) -> str:
    """`2 relazioni, 26 obiettivi`."""
    return f"{reports} {'relazione' if reports == 1 else 'relazioni'}, {objectives} " + (
        "obiettivo" if objectives == 1 else "obiettivi"
    )


def headed(subject: Subject) -> str:
    """`OBIETTIVO 5 · title`, or the report itself."""
    if subject.objective_id is None:
        return "Relazione / report"
    number = f"in posizione {subject.position}" if subject.number is None else str(subject.number)
    return f"OBIETTIVO {number}" + (f" · {subject.title}" if subject.title else "")
