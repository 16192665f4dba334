"""How near to its target a result must come, as the front of a report says."""

from __future__ import annotations

import pytest

from extract.audit.words.tolerance import read_tolerance


@pytest.mark.parametrize(
    ("front", "enough"),
    [
        ("Il punteggio pieno è attribuito se il risultato è almeno pari al 95 per cento del target.", 95),
        ("È ammessa una tolleranza del 3% rispetto ai valori attesi.", 97),
        ("I punteggi sono attribuiti per fasce.", 80),
        ("Il punteggio va da 0 a 100 ed è proposto dal Nucleo.", 100),
        ("Una tolleranza del 60% non è una tolleranza.", 100),
        ("", 100),
    ],
)
def test_what_is_enough_of_a_target_is_read_in_front(front: str, enough: float) -> None:
    assert read_tolerance(front) == enough
