"""Indicators that are a fraction: results that tell both counts and, apart from them, another percentage.

`[wrong|right]`: the percentage that contradicts, and the one that does not.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.small_reports import ours, told

_EITHER = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
TOLD = (
    ("Rette incassate su rette emesse, in euro",
     "Emesse rette per 50.000 euro, incassate per 46.000; la quota sale così al [96|92] per cento."),
    ("Referti consegnati nelle 24 ore / referti consegnati",
     "Nelle 24 ore sono stati consegnati 1.800 referti; in totale se ne contano 2.400. "
     "La quota è dunque del [70|75]%."),
    ("Piante verificate in rapporto a quelle censite",
     "Quarantotto piante verificate, centosessanta censite: il rapporto è del [35|30]%."),
    ("Dipendenti formati / dipendenti in servizio",
     "I dipendenti formati sono 45. In servizio se ne contano 60. L'indicatore vale [85|75]%."),
    ("Cantieri ispezionati su cantieri aperti",
     "Cantieri aperti nell'anno: 80. Sono stati ispezionati 60 cantieri. La quota raggiunta è del [82|75]%."),
    ("Reclami riscontrati nei termini rispetto ai reclami pervenuti",
     "Reclami pervenuti: 50; riscontrati nei termini 45. L'indicatore è pari al [96|90]%."),
    ("Fatture pagate entro 30 giorni / fatture pagate",
     "Le fatture pagate entro 30 giorni sono 1.800 mentre quelle pagate in totale ammontano a 2.000. "
     "Risultato: [95|90]%."),
    ("Prestiti digitali sul totale dei prestiti",
     "I prestiti digitali sono stati 300, i prestiti complessivi 1.200. La percentuale risultante è [35|25]%."),
    ("Studenti in tirocinio / studenti iscritti",
     "Risultano iscritti 400 studenti. Gli studenti in tirocinio sono 120. Il valore raggiunto è quindi [40|30]%."),
)
OF_OTHERS = (
    "La quota di donne è del 60%.",
    "Il tasso di soddisfazione è del 92%.",
    "La percentuale femminile è 60%.",
    "Il valore atteso era del 70%.",
    "Nel 2018 la quota era del 70%.",
    "Il dato cresce del 12%.",
    "Il tempo medio è sceso del 20%.",
    "La quota in aula è dell'80%.",
    "Il dato del secondo semestre è dell'80%.",
    "La formazione a distanza arriva al 70%.",
    "L'indicatore dell'anno precedente era al 68%.",
    "La quota supera il 70%.",
)


def raised(folder: Path, indicator: str, results: str) -> bool:
    """Whether a ratio is said to contradict its percentage."""
    found = ours(told(folder, {"indicator": indicator, "results": results}))
    return any(check == "ratio.percentage" and severity != "notice" for severity, check, _ in found)


@pytest.mark.parametrize(("indicator", "results"), TOLD, ids=[one[0] for one in TOLD])
def test_the_percentage_of_two_counts_is_reckoned(tmp_path: Path, indicator: str, results: str) -> None:
    assert raised(tmp_path, indicator, _EITHER.sub(r"\1", results))
    assert not raised(tmp_path, indicator, _EITHER.sub(r"\2", results))


@pytest.mark.parametrize("said", OF_OTHERS)
def test_a_percentage_of_something_else_is_left_alone(tmp_path: Path, said: str) -> None:
    results = f"I dipendenti formati sono 45, in servizio 60. {said}"
    assert not raised(tmp_path, "Dipendenti formati / dipendenti in servizio", results)
