"""What there was when the year began, told twice in other words; and numbers that only look like it.

`[wrong|right]`: the value of before that contradicts, and the one that does not. The reports are of 2018.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.small_reports import ours, told

_EITHER = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
Words = tuple[str, str, str, str]  # title, description, indicator, results
TOLD: tuple[Words, ...] = (
    ("Orti urbani", "Alla fine del 2017 gli orti assegnati erano 32.", "Orti assegnati: almeno 45",
     "A dicembre 2018 gli orti assegnati, [38|32] un anno prima, sono 47."),
    ("Gruppi di cammino", "A fine 2017 gli iscritti ai gruppi di cammino erano 40.", "Iscritti a fine 2018: almeno 60",
     "A fine 2018 gli iscritti, [55|40] dodici mesi prima, sono diventati 73."),
    ("Pagamenti", "Nel 2017 il tempo medio di pagamento era di 41 giorni.", "Tempo medio di pagamento in giorni ≤ 30",
     "Il tempo medio di pagamento è di 28 giorni invece di [45|41]."),
    ("Rilasci", "Il tempo medio di rilascio, 18 giorni nel 2017, va portato a 12.", "Tempo medio di rilascio in giorni",
     "Il tempo medio di rilascio si è accorciato: 11 giorni al posto dei [21|18]."),
    ("Attese", "Si rivedono i percorsi.", "Tempo medio di attesa in giorni (base 2017: 30; target ≤ 20)",
     "Tempo medio di attesa 19 giorni, contro i [34|30] dell'anno precedente."),
    ("Volontari", "A inizio anno operavano sette presidi di volontari.", "Nuovi presidi ≥ 3",
     "Ai [nove|sette] presidi già operanti se ne sono aggiunti quattro."),
    ("Sportelli", "All'avvio dell'anno funzionavano quattro sportelli decentrati.", "Nuovi sportelli decentrati ≥ 2",
     "Accanto ai [sei|quattro] sportelli già attivi a gennaio ne sono stati aperti tre."),
    ("Autovetture", "A gennaio erano 30 le autovetture diesel in uso.", "Autovetture diesel a dicembre: al massimo 20",
     "Autovetture diesel: [35|30] a gennaio, 18 a dicembre."),
    ("Adesione", "Si parte dal 31% del 2017; si vuole almeno il 40%.", "Percentuale di adesione",
     "La percentuale è il 42%. Il valore di partenza, relativo al 2017, è il [36%|31%]."),
    ("Rete ciclabile da [12|14,5] a 18 km", "Si completa il tratto lungo il canale.",
     "Lunghezza della rete in km (2017: 14,5 – target 2018: 18)", "Lunghezza della rete: 18,2 km."),
)
INNOCENT: tuple[Words, ...] = (
    ("Ascolto", "Il giudizio medio del 2017 era 7,2.", "Giudizio medio (da 1 a 10) ≥ 7,5", "Giudizio medio 7,8."),
    ("Ascolto", "La soddisfazione del 2017 era 3,1.", "Soddisfazione (da 0 a 4) ≥ 3,2", "Soddisfazione 3,4."),
    ("Apertura dalle 9 alle 18", "Nel 2017 le ore di apertura erano 6.", "Ore di apertura: 18", "Ore di apertura: 18."),
    ("Progetto giovani da 14 a 18 anni", "Nel 2017 gli iscritti erano 40.", "Iscritti: 60", "Iscritti: 62."),
    ("Rilasci", "Il tempo medio di rilascio, 18 giorni nel 2017, va portato a 12.", "Tempo medio di rilascio in giorni",
     "Tempo medio di rilascio: 11 giorni invece dei 12 previsti."),
    ("Rilasci", "Il tempo medio di rilascio, 18 giorni nel 2017, va portato a 12.", "Tempo medio di rilascio in giorni",
     "Tempo medio di rilascio: 11 giorni anziché 12."),
    ("Rilasci", "Il tempo medio di rilascio era di 18 giorni nel 2017.", "Tempo medio di rilascio in giorni",
     "Tempo medio di rilascio: 11 giorni invece dei 15 consentiti."),
    ("Volontari", "A inizio anno operavano sette presidi di volontari.", "Nuovi presidi ≥ 3",
     "Aperti quattro presidi, tre dei quali già operanti a giugno."),
    ("Domande", "Nel 2017 le domande erano 300.", "Domande evase ≥ 250",
     "Domande evase: 40 a gennaio, 270 a dicembre."),
    ("Corsi", "Nel 2017 i corsi erano 12.", "Corsi ≥ 14", "I corsi sono 15, tre in più di un anno prima."),
    ("Corsi", "Nel 2017 i corsi erano 12.", "Corsi ≥ 14", "I corsi sono 15; bandi pubblicati 30 giorni prima."),
    ("Corsi", "Nel 2017 i corsi erano 12.", "Corsi ≥ 14", "I corsi sono 15; il primo bando era di un anno prima."),
)


def raised(folder: Path, words: Words, side: str) -> set[str]:
    """The checks of targets that warn of a report with one side of these words."""
    keys = ("title", "description", "indicator", "results")
    said = {key: _EITHER.sub(side, text) for key, text in zip(keys, words, strict=True)}
    return {check for severity, check, _ in ours(told(folder, said)) if severity != "notice"}


@pytest.mark.parametrize("words", TOLD, ids=[one[3] for one in TOLD])
def test_two_values_of_before_are_compared(tmp_path: Path, words: Words) -> None:
    assert "target.baseline-differs" in raised(tmp_path, words, r"\1")
    assert not raised(tmp_path, words, r"\2")


@pytest.mark.parametrize("words", INNOCENT, ids=[f"{one[0]}: {one[3]}" for one in INNOCENT])
def test_what_only_looks_like_before_is_left_alone(tmp_path: Path, words: Words) -> None:
    assert not raised(tmp_path, words, "")
