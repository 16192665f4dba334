"""The most that a score or an achievement can be, in the words of the page before the first objective, or of a head."""

from __future__ import annotations

import pytest

from extract.audit.words.method import read_front
from extract.audit.words.scales import scale_of


@pytest.mark.parametrize(
    ("front", "most"),
    [
        ("Ogni obiettivo può ottenere al massimo 20 punti.", 20),
        ("I punteggi sono espressi in trentesimi.", 30),
        ("Il punteggio va da 0 a 10.", 10),
        ("Scala di valutazione: 1-5.", 5),
        ("Punteggio massimo attribuibile: 50.", 50),
        ("La valutazione si esprime su una scala da uno a cinque.", 5),
        ("A ciascun obiettivo il Nucleo assegna da 0 a 10 punti.", 10),
        ("Il Nucleo attribuisce un voto compreso fra 0 e 10.", 10),
        ("Punti disponibili per obiettivo: 25", 25),
        ("Nessun obiettivo può superare i 30 punti.", 30),
        ("Valutazione in decimi.", 10),
        ("A ogni obiettivo vanno fino a 40 punti.", 40),
        ("Punteggi da 0 (non raggiunto) a 4 (pienamente raggiunto).", 4),
        ("Punteggio\n(0-3)", 3),
        ("Punteggio (max 20)", 20),
        ("Punteggio OIV (massimo 20 punti)", 20),
        ("Punteggio obiettivo (0–5)", 5),
        ("Voto (da 1 a 10)", 10),
        ("Valutazione (su 100)", 100),
        ("Punteggio /20", 20),
        ("Punti (max. 15)", 15),
        ("Punteggio attribuito (scala 0-4)", 4),
        ("Valutazione NdV (0÷100)", 100),
        ("Il massimo conseguibile è di 60 punti.", 60),
        ("Il punteggio, che non può oltrepassare 25, è dato dal Nucleo.", 25),
        ("Il punteggio pieno è 20.", 20),
        ("Punteggio (in centesimi)", 100),
        ("I punti assegnabili a ogni obiettivo sono 12.", 12),
        ("voti da zero a dieci", 10),
        ("Il tetto del punteggio è fissato a 30.", 30),
        ("La scala adottata arriva a 7 punti.", 7),
        ("Il giudizio è tradotto in un numero compreso tra 1 e 4.", 4),
        ("Ogni scheda vale al più 50 punti.", 50),
        ("Il punteggio massimo, pari a 80, spetta agli obiettivi raggiunti per intero.", 80),
        ("Il Nucleo dispone, per ciascun obiettivo, di venti punti al massimo.", 20),
        ("L’OIV può dare 30 punti massimi per obiettivo.", 30),
        ("Sono disponibili, per obiettivo, quindici punti.", 15),
        ("Il punteggio attribuibile a ogni obiettivo arriva fino a venti.", 20),
        ("La valutazione è espressa su base cento.", 100),
        ("Il punteggio non può mai essere superiore a 60.", 60),
        ("Nessuna valutazione può essere superiore a dieci.", 10),
        ("Lo sconto è di 20 punti percentuali al massimo.", None),
        ("Entro 30 punti vendita al massimo.", None),
        ("Nel 2017 furono persi trenta punti.", None),
        ("Sono stati esaminati 20 obiettivi.", None),
        ("La valutazione è stata espressa da 3 componenti.", None),
        ("Il punteggio è dato dal Nucleo, di cui fanno parte 3 persone.", None),
        ("Punteggio (0)", None),
        ("La valutazione del 2019 (art. 4)", None),
        ("Gli obiettivi hanno pesi da 5 a 30.", None),
        ("Il personale è di 40 unità, con voti positivi in 12 casi.", None),
        ("Il punteggio è il prodotto del peso per il grado di raggiungimento.", None),
        ("La valutazione media del 2018 è stata di 87 punti.", None),
        ("Relazione approvata con punteggio medio 92/100 (anno 2018)", None),
        ("Punteggio minimo: 60", None),
        ("Il massimo degli iscritti è di 60 persone.", None),
        ("Valutazione: 1-3 del regolamento", None),
    ],
)
def test_the_most_a_score_can_be_is_read_from_sentences_and_heads(front: str, most: int | None) -> None:
    assert scale_of(front) == most


@pytest.mark.parametrize(
    ("front", "capped"),
    [
        ("Il grado di raggiungimento non può superare il 100%.", True),
        ("% di realizzazione (max 100)", True),
        ("Grado di raggiungimento\n(massimo 100%)", True),
        ("I risultati oltre il target valgono comunque un raggiungimento del 100%.", True),
        ("Il superamento del target non dà luogo a percentuali oltre il 100%.", True),
        ("Le percentuali di raggiungimento sono contenute nel limite del 100%.", True),
        ("La percentuale massima di raggiungimento è 100.", True),
        ("Grado di raggiungimento % (0-100)", True),
        (
            "Il punteggio è il prodotto del peso per il grado di raggiungimento; quest’ultimo non va oltre il 100%.",
            True,
        ),
        ("Il raggiungimento è comunque limitato a 100.", True),
        (
            "Il raggiungimento, in ogni caso non superiore al 100 per cento, è il rapporto tra risultato e target.",
            True,
        ),
        ("Nessun indicatore può valere più del 100%.", True),
        ("Il raggiungimento di ogni indicatore ha un tetto del 100%.", True),
        ("Realizzazione: consuntivo su target, fino a un massimo di 100.", True),
        ("Il raggiungimento si ferma a cento anche quando il target è superato.", True),
        ("Le percentuali vanno da 0 a 100.", True),
        ("Ai fini della realizzazione i valori superiori a 100 sono ricondotti a 100.", True),
        (
            "Il conseguimento si misura dividendo il risultato per il valore programmato; ove il quoziente ecceda "
            "l’unità, si assume il 100%.",
            True,
        ),
        ("Il raggiungimento è il rapporto tra risultato e atteso; le eccedenze non sono considerate.", True),
        ("Raggiungimento = risultato / target, al massimo 1.", True),
        ("Se il risultato è superiore al target, il raggiungimento è comunque pari al 100%.", True),
        ("Il raggiungimento è il rapporto tra risultato e target, senza tetto.", False),
        (
            "Il grado di conseguimento è dato dal rapporto fra il valore conseguito e quello atteso, senza che ad esso "
            "sia posto limite alcuno.",
            False,
        ),
        ("Il grado di raggiungimento può superare il 100%.", False),
        ("Sono ammesse percentuali di raggiungimento oltre il 100%.", False),
        ("Il raggiungimento è il rapporto tra risultato e target e può andare oltre 100.", False),
        ("Il raggiungimento medio è stato del 100%.", False),
        ("La realizzazione del 2018 fu del 100%.", False),
        ("Almeno 100 imprese raggiunte.", False),
        ("Il raggiungimento non è limitato a 100.", False),
        ("Il 100% degli obiettivi è stato raggiunto, nessuno escluso.", False),
    ],
)
def test_a_cap_is_read_where_it_is_said_and_nowhere_else(front: str, capped: bool) -> None:
    assert read_front(front).capped is capped
