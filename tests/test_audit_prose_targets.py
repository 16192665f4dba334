"""Two targets of one thing, however they are led to, bounded and framed.

Reports in prose, in the words of other officials: what contradicts is raised, what may hold raises a notice at most.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_reports import Case, of_cases

DIFFERENT: tuple[Case, ...] = (
    (
        "Il piano vuole otto cantieri come minimo, tutti in pietra.",
        "",
        "cantieri aperti (>= 10)",
        "i cantieri aperti sono undici.",
    ),
    (
        "Contiamo di restaurare non meno di 45 oggetti, scelti con cura.",
        "ai musei torneranno da 40 oggetti in su, pronti.",
        "oggetti restaurati",
        "gli oggetti restaurati sono 52.",
    ),
    (
        "Rilascio di ogni parere in non oltre 20 giorni dal ricevimento del progetto.",
        "parere disponibile in non oltre 30 giorni, e cantieri aperti prima",
        "giorni medi di rilascio",
        "17 giorni medi di rilascio, su 64 pareri.",
    ),
    (
        "Nell’ambito del programma triennale, di cui alla deliberazione consiliare n. 41 del 2017, "
        "all’ufficio strade è stato demandato il rifacimento di almeno 25 chilometri di manto, con "
        "precedenza per i tratti esposti al gelo.",
        "meno incidenti",
        "chilometri di manto rifatto (valore atteso: non meno di 35)",
        "risultano rifatti 38 chilometri di manto, 22 dei quali esposti al gelo.",
    ),
    ("Si vogliono formare 30 operatori, o più.", "", "operatori formati (minimo 40)", "formati 42 operatori."),
    (
        "Da chiudere entro l’anno: 30 pratiche arretrate almeno.",
        "",
        "pratiche arretrate chiuse (target: 40)",
        "chiuse 42 pratiche arretrate.",
    ),
    (
        "Il servizio dovrà rispondere in 20 giorni al massimo.",
        "",
        "giorni medi di risposta (<= 15)",
        "risposta in 14 giorni medi.",
    ),
    (
        "L’obiettivo richiede 12 sopralluoghi quantomeno.",
        "",
        "sopralluoghi svolti: non meno di 15",
        "svolti 16 sopralluoghi.",
    ),
    (
        "In attuazione del piano triennale delle opere, si procede al rifacimento di almeno 25 chilometri di rete.",
        "",
        "chilometri di rete rifatti (valore atteso: 35)",
        "rifatti 36 chilometri di rete.",
    ),
    (
        "Nel quadro del programma pluriennale approvato con delibera n. 12 del 2016, vanno piantati non "
        "meno di 300 alberi.",
        "",
        "alberi piantati: almeno 400",
        "piantati 410 alberi.",
    ),
    (
        "Giusta determinazione n. 77 del 3 marzo 2017, il Settore è tenuto a svolgere almeno 40 controlli.",
        "",
        "controlli svolti (target: 50)",
        "svolti 52 controlli.",
    ),
    (
        "Alla squadra è stato affidato il compito di ripulire almeno 18 fossi.",
        "",
        "fossi ripuliti (valore atteso: 24)",
        "ripuliti 25 fossi.",
    ),
    (
        "È stato assegnato al servizio un traguardo di almeno 60 visite.",
        "",
        "visite effettuate: non meno di 80",
        "effettuate 81 visite.",
    ),
    (
        "Ai sensi della direttiva della Giunta, l’ufficio deve completare almeno 15 fascicoli.",
        "",
        "fascicoli completati (min. 20)",
        "completati 21 fascicoli.",
    ),
    ("Minimo dodici laboratori per l’intero anno.", "", "laboratori tenuti (>= 15)", "tenuti 16 laboratori."),
    (
        "Si vuole che le aule rinnovate siano almeno otto.",
        "",
        "aule rinnovate (valore atteso: 10)",
        "rinnovate 10 aule.",
    ),
    ("Le aule da rinnovare sono otto.", "", "aule rinnovate (valore atteso: 10)", "rinnovate 10 aule."),
    (
        "Il numero delle aule rinnovate non dovrà essere inferiore a 8.",
        "",
        "aule rinnovate (valore atteso: almeno 10)",
        "rinnovate 10 aule.",
    ),
    (
        "Restauro di non meno di nove affreschi.",
        "al pubblico torneranno almeno dodici affreschi",
        "affreschi restaurati",
        "restaurati 13 affreschi.",
    ),
    (
        "Restauro di non meno di nove affreschi.",
        "restituiti alla città dodici affreschi",
        "affreschi restaurati",
        "restaurati 13 affreschi.",
    ),
    (
        "Contiamo di aprire sei sportelli.",
        "almeno otto sportelli aperti ai cittadini",
        "sportelli aperti",
        "aperti 8 sportelli.",
    ),
    (
        "Volevamo almeno trenta insegnamenti registrati.",
        "",
        "insegnamenti registrati (traguardo: 40)",
        "gli insegnamenti registrati sono 41.",
    ),
    (
        "Ogni domanda riceve risposta in non oltre 15 giorni.",
        "risposta in non oltre 25 giorni",
        "giorni medi di risposta",
        "14 giorni medi di risposta.",
    ),
    (
        "Il parere va reso entro 20 giorni dalla richiesta.",
        "pareri pronti in 30 giorni al massimo",
        "tempo medio dei pareri",
        "18 giorni.",
    ),
    (
        "Le gare devono concludersi, in media, in un tempo non superiore a 45 giorni.",
        "",
        "durata media delle gare in giorni (valore atteso: <= 60)",
        "la durata media delle gare è risultata di 38 giorni.",
    ),
    (
        "Liquidazione delle fatture in 25 giorni dal protocollo.",
        "",
        "giorni medi di liquidazione delle fatture (non più di 30)",
        "24 giorni medi.",
    ),
    (
        "Il rimborso va accreditato in al massimo 10 giorni lavorativi.",
        "rimborso disponibile entro 15 giorni lavorativi",
        "giorni per il rimborso",
        "rimborsi in 9 giorni.",
    ),
    (
        "Rilascio della licenza entro 60 giorni dalla domanda.",
        "licenza rilasciata entro 90 giorni",
        "tempo di rilascio",
        "58 giorni.",
    ),
    (
        "È stato posto come valore atteso un minimo del 60% di istanze trattate in forma telematica.",
        "",
        "quota di istanze trattate in forma telematica (target: 70%)",
        "quota del 72%.",
    ),
    (
        "Almeno il 95% delle fatture va pagato nei termini.",
        "almeno il 90% delle fatture pagato nei termini",
        "quota di fatture pagate nei termini",
        "pagato il 96% delle fatture.",
    ),
    (
        "La spesa per missioni va contenuta in 40.000 euro.",
        "",
        "spesa per missioni (non oltre 50.000 euro)",
        "spesa di 39.000 euro.",
    ),
    (
        "Recuperare almeno 200.000 euro di canoni arretrati.",
        "",
        "canoni arretrati recuperati (target: 250.000 euro)",
        "recuperati 260.000 euro di canoni arretrati.",
    ),
)

BOTH_HOLD: tuple[Case, ...] = (
    (
        "In attuazione della legge regionale, il parco effettua almeno 25 controlli.",
        "",
        "controlli effettuati (target: 40)",
        "effettuati 42 controlli.",
    ),
    (
        "Il regolamento dello Stato chiede almeno 25 controlli.",
        "",
        "controlli effettuati (target: 40)",
        "effettuati 42 controlli.",
    ),
    (
        "Nell’arco del triennio vanno rifatti almeno 60 chilometri di rete.",
        "",
        "chilometri di rete rifatti (target: 20)",
        "rifatti 21 chilometri di rete.",
    ),
    (
        "Il programma triennale prevede il rifacimento di almeno 60 chilometri di rete.",
        "",
        "chilometri di rete rifatti (target: 20)",
        "rifatti 21 chilometri di rete.",
    ),
    (
        "Al 30 giugno dovevano essere aperti almeno 5 sportelli.",
        "",
        "sportelli aperti (target: 8)",
        "aperti 8 sportelli.",
    ),
    ("Ciascun distretto deve aprire almeno 2 sportelli.", "", "sportelli aperti (target: 8)", "aperti 8 sportelli."),
    (
        "Tempo massimo di 60 giorni per ogni singola pratica.",
        "",
        "tempo medio per le pratiche (target: <= 30 giorni)",
        "29 giorni.",
    ),
    (
        "Ogni domanda va chiusa in non oltre 60 giorni, mai di più.",
        "",
        "tempo medio di chiusura delle domande (target: 30 giorni)",
        "29 giorni.",
    ),
    ("Gruppi di otto persone come massimo.", "", "persone coinvolte (target: 80)", "coinvolte 82 persone."),
    (
        "Laboratori per classi con 20 alunni al massimo.",
        "",
        "alunni coinvolti (target: 400)",
        "coinvolti 410 alunni.",
    ),
    (
        "Il servizio è aperto a chi ha 65 anni e oltre; si attendono 300 utenti.",
        "",
        "utenti (target: 300)",
        "310 utenti.",
    ),
    (
        "Almeno 30 imprese femminili saranno assistite.",
        "",
        "imprese assistite (target: 100)",
        "assistite 110 imprese.",
    ),
    (
        "Sono attesi almeno 40 studenti stranieri, su 200 posti.",
        "",
        "studenti iscritti (valore atteso: 200)",
        "iscritti 201 studenti.",
    ),
    (
        "Rilascio del parere preliminare in non oltre 10 giorni.",
        "rilascio del parere definitivo in non oltre 30 giorni",
        "giorni di rilascio",
        "29 giorni.",
    ),
    (
        "Il valore atteso, fissato in origine a 12 corsi, è stato ridotto a 9 corsi con DGR n. 310 del 14/6.",
        "",
        "corsi tenuti (target: 9)",
        "tenuti 10 corsi.",
    ),
    (
        "Il target era di almeno 12 corsi; con delibera di luglio è stato portato a 9.",
        "",
        "corsi tenuti (target: 9)",
        "tenuti 10 corsi.",
    ),
    ("Soglia minima: 8 corsi; valore atteso 12.", "", "corsi tenuti (valore atteso: 12)", "tenuti 12 corsi."),
    ("Si intendono chiudere 8 pratiche al più presto.", "", "pratiche chiuse (target: 20)", "chiuse 21 pratiche."),
    (
        "Si vogliono avviare almeno 3 cantieri nella prima parte dell’anno.",
        "",
        "cantieri avviati (target: 8)",
        "avviati 8 cantieri.",
    ),
    ("L’anno precedente il target era di 30 visite.", "", "visite svolte (target: 40)", "svolte 41 visite."),
    (
        "Il Comune vuole pagare in 20 giorni; la legge ne concede 30 al massimo.",
        "",
        "giorni medi di pagamento (target: 20)",
        "19 giorni medi.",
    ),
    ("La fornitura comprende 12 computer in su.", "", "computer sostituiti (target: 40)", "sostituiti 41 computer."),
    (
        "Rispondere ai reclami in non oltre 20 giorni.",
        "rimborsi disponibili in non oltre 40 giorni",
        "giorni di risposta",
        "18 giorni.",
    ),
    (
        "Il 60% delle domande va evaso in 10 giorni, il 90% in 30.",
        "",
        "domande evase in 30 giorni (target: 90%)",
        "91%.",
    ),
    (
        "Nell’ambito del piano triennale, che prevede 60 chilometri di rete, si rifanno 20 chilometri di rete.",
        "",
        "chilometri di rete rifatti (target: 20)",
        "rifatti 21 chilometri di rete.",
    ),
    (
        "Entro il 2020 saranno posate almeno 300 panchine.",
        "",
        "panchine posate (target: 100)",
        "posate 101 panchine.",
    ),
    (
        "Con l’obiettivo di arrivare a regime a 24 aperture settimanali, si parte da 12 aperture.",
        "",
        "aperture settimanali (target: 12)",
        "12 aperture settimanali.",
    ),
    ("Un anno fa erano chieste almeno 10 visite.", "", "visite (target: 14)", "15 visite."),
    ("Servono almeno 6 iscritti per far partire un corso.", "", "iscritti (target: 60)", "61 iscritti."),
    ("Le squadre contano otto operai almeno.", "", "operai formati (target: 40)", "formati 41 operai."),
)


@pytest.mark.parametrize(("check", "cases"), [("target.differs", DIFFERENT)])
def test_a_contradiction_is_told(tmp_path: Path, check: str, cases: tuple[Case, ...]) -> None:
    for objective, case in of_cases(tmp_path, cases):
        assert [one for one in objective.findings if one.check == check and one.severity != "notice"], case


@pytest.mark.parametrize(("check", "cases"), [("target.differs", BOTH_HOLD)])
def test_what_may_hold_raises_no_more_than_a_notice(tmp_path: Path, check: str, cases: tuple[Case, ...]) -> None:
    for objective, case in of_cases(tmp_path, cases):
        assert not [one for one in objective.findings if one.check == check and one.severity != "notice"], case
