"""What a careful reader takes for right, though it looks like a missed or unanswered target."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_reports import ours, told


@pytest.mark.parametrize(
    ("description", "indicator", "results"),
    [
        (
            "Si prevede di coinvolgere 30 imprese in due anni.",
            "imprese coinvolte",
            "coinvolte 14 imprese, come da programma per il primo anno.",
        ),
        (
            "Le domande vanno evase entro 20 giorni.",
            "domande evase",
            "evase 340 domande, in media in 12 giorni; le più complesse in 25 giorni.",
        ),
        ("Il corso è riservato a enti con almeno 10 dipendenti.", "corsi tenuti", "tenuti 4 corsi."),
        (
            "Sono previsti 12 incontri.",
            "incontri",
            "ne sono stati tenuti 12, di cui 5 in rete. Il gradimento è stato del 70%.",
        ),
        (
            "La ditta deve garantire almeno 40 ore settimanali.",
            "contratto firmato (SI/NO)",
            "SI, contratto firmato il 4 marzo 2018.",
        ),
        (
            "Target: 80%.",
            "domande evase nei termini",
            "evaso nei termini l’86% delle domande; il 14% per cause esterne. Target raggiunto.",
        ),
        ("Almeno 100 visite.", "visite", "le visite sono state 120; ne sono state rinviate 15. Obiettivo raggiunto."),
        ("Almeno 100 visite.", "visite", "ne sono state svolte 60 nel primo semestre e 55 nel secondo."),
        ("Si mira a ridurre i tempi di almeno il 10%.", "tempo medio", "il tempo medio è sceso da 40 a 34 giorni."),
        (
            "Ci si aspetta un risparmio di almeno 5.000 euro.",
            "risparmio",
            "il risparmio è stato di 6.200 euro, il 12% in più del previsto.",
        ),
        ("Il regolamento chiede almeno 3 preventivi.", "preventivi acquisiti", "acquisiti i preventivi per ogni gara."),
        ("Vanno svolte 20 ispezioni.", "ispezioni svolte", "svolte 20 ispezioni: grado di raggiungimento 100%."),
        ("Vanno svolte 20 ispezioni.", "ispezioni svolte", "svolte 25 ispezioni: grado di raggiungimento 100%."),
        ("Vanno svolte 20 ispezioni.", "ispezioni svolte", "svolte 25 ispezioni: grado di raggiungimento 125%."),
        (
            "Si vuole raggiungere almeno il 90% dei cittadini.",
            "cittadini raggiunti",
            "sono stati raggiunti 9.300 cittadini su 10.000 (93%).",
        ),
        ("Il consumo non dovrà eccedere 1,2 GWh.", "consumo in MWh ≤ 1.200", "consumo fatturato: 1.130 MWh."),
        ("Punteggio massimo attribuibile all'obiettivo: 20 punti.", "voucher: 110", "concessi 118 voucher."),
        ("Tempo massimo di risposta: 5 giorni.", "tempo di risposta", "si risponde di norma il giorno dopo."),
        (
            "Almeno sei incontri.",
            "incontri",
            "incontri il 4 marzo, l’8 aprile, il 6 maggio, il 3 giugno, il 9 settembre e il 7 ottobre.",
        ),
        ("Non più di tre reclami al mese.", "reclami", "nessun reclamo."),
        ("Si punta a 40 adesioni.", "adesioni (target: 40)", "le adesioni sono quaranta. Obiettivo raggiunto."),
        ("Si prevede di piantare 500 alberi.", "alberi piantati", "sono stati piantati 500 alberi e ne sono morti 12."),
        ("Almeno il 60% dei bandi in rete.", "quota di bandi in rete", "tutti i bandi sono in rete."),
        ("Ridurre gli infortuni a non più di 8.", "infortuni", "gli infortuni sono stati sette. Target rispettato."),
        ("Accoglimento delle domande con reddito di almeno 8.000 euro.", "domande accolte", "accolte 210 domande."),
        (
            "Attesa di non oltre 30 giorni per la visita.",
            "giorni di attesa (target: non oltre 30)",
            "si attendono in media 27 giorni.",
        ),
        (
            "Ogni squadra, composta da almeno quattro persone, controlla i parchi.",
            "parchi controllati",
            "controllati tutti i parchi.",
        ),
        ("Progetto finanziato con 120.000 euro, da spendere almeno per metà.", "spesa sostenuta", "spesi 74.000 euro."),
        ("Il progetto dura due anni.", "% avanzamento del progetto", "concluso il primo anno: 12 azioni su 24."),
        ("Il progetto dura due anni.", "% di raggiungimento dei target", "tutti i target sono stati raggiunti."),
        ("Il progetto dura due anni.", "completamento del catasto", "rilevati i pozzi."),
        ("Il progetto dura due anni.", "% pratiche completate nei termini", "completate 340 pratiche su 360."),
    ],
)
def test_nothing_is_made_of_what_a_reader_takes_for_right(
    tmp_path: Path, description: str, indicator: str, results: str
) -> None:
    report = told(tmp_path, {"description": description, "indicator": indicator, "results": results})
    assert not [one for one in ours(report) if one[0] != "notice"]
