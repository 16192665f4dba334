"""Goals that were put anew: the number they were moved to is the target, the one before is none."""

from __future__ import annotations

import pytest

from extract.language import analyse
from extract.language.values import Hints

MOVED = (
    "Il valore atteso, fissato in origine a 12 corsi, è stato ridotto a 9 corsi con DGR n. 310 del 14/6/2022.",
    "Il target, inizialmente pari a 12 corsi, è stato portato a 9 corsi in sede di monitoraggio.",
    "Il target è stato ridotto da 12 a 9 corsi con delibera di giunta.",
    "Il valore atteso è stato rimodulato in 9 corsi (in origine 12 corsi).",
    "L’obiettivo iniziale di 12 corsi è stato rideterminato in 9 corsi.",
    "Il target originario era di 12 corsi, poi ridotto a 9 corsi con determina.",
    "Il valore atteso, già fissato in 12 corsi, è stato rivisto in 9 corsi.",
    "Il traguardo, dapprima posto a 12 corsi, è sceso a 9 corsi dopo la variazione di bilancio.",
    "Con decreto n. 5 il target è passato da 12 a 9 corsi.",
    "Il valore atteso, in un primo tempo di 12 corsi, fu poi ridefinito in 9 corsi.",
    "In sede di revisione il target di 12 corsi è stato sostituito con quello di 9 corsi.",
    "Il target passa, con la delibera n. 4, da 12 a 9 corsi.",
    "La giunta ha approvato la riduzione del target da 12 a 9 corsi.",
    "La revisione del valore atteso da 12 a 9 corsi è del 4 giugno.",
    "Il target scende da 12 a 9 corsi.",
    "Il target di 12 corsi, divenuto irraggiungibile, è stato ricondotto a 9 corsi.",
)
NOT_MOVED = (
    "Il target è stato ridotto di 9 corsi.",
    "Il target è stato raggiunto e i corsi sono stati ridotti a 9.",
    "Il target non è stato ridotto a 9 corsi.",
    "I tempi di attesa sono stati ridotti da 12 a 9 giorni.",
    "L’obiettivo consiste nel servizio: il tempo medio è stato ridotto a 9 giorni.",
    "L’obiettivo riguarda gli sportelli, ridotti da 12 a 9.",
    "Il valore del progetto è stato ridotto a 9 milioni di euro.",
    "Lo scostamento dal target è stato ridotto da 12 a 9 punti.",
    "Grazie all’obiettivo la spesa è stata ridotta a 9 milioni.",
    "Il target prevede che gli sportelli siano portati a 9.",
)


@pytest.mark.parametrize("section", ["description", "notes"])
@pytest.mark.parametrize("text", MOVED)
def test_a_goal_that_was_moved_is_what_it_was_moved_to(text: str, section: str) -> None:
    said = analyse(text, Hints(section=section, year=2022)).statements
    assert [one.value for one in said if one.kind == "target"] == [9]
    assert {one.role for one in said if one.value == 12} <= {"context"}


@pytest.mark.parametrize("text", NOT_MOVED)
def test_what_is_changed_beside_a_goal_is_no_goal(text: str) -> None:
    said = analyse(text, Hints(section="results", year=2022)).statements
    assert [one.value for one in said if one.rule.endswith("goal moved")] == []
