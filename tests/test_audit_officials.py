"""Baselines, unanswered targets and percentages in the words of other officials: what is wrong, what only looks so.

Each set is one or more small reports; an innocent sentence may raise a notice and nothing more.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_reports import Words, objectives

OTHER_BASELINES: tuple[Words, ...] = (
    (
        "Le imprese iscritte erano 320 a fine 2017.",
        "imprese iscritte",
        "le imprese iscritte sono passate da 350 a 410.",
    ),
    ("Nel 2017 si contavano 320 iscritti.", "iscritti", "gli iscritti, che erano 350, sono ora 410."),
    ("Si partiva da 12 convenzioni.", "convenzioni", "le convenzioni sono salite dalle 15 iniziali a 22."),
    (
        "Lo scorso anno furono assistite 140 famiglie.",
        "famiglie assistite",
        "assistite 180 famiglie, contro le 160 del 2017.",
    ),
    (
        "La situazione di partenza vedeva 45 ricorsi pendenti.",
        "ricorsi pendenti",
        "i ricorsi pendenti sono scesi da 54 a 30.",
    ),
    ("Il 2017 si era chiuso con 1.200 abbonati.", "abbonati", "gli abbonati sono 1.500 (nel 2017: 1.300)."),
    (
        "Al 31.12.2017 risultavano attivi 24 sportelli.",
        "sportelli attivi",
        "gli sportelli attivi sono 30, a fronte dei 26 dell’anno precedente.",
    ),
    (
        "Nel 2017 il tempo medio di attesa fu di 40 giorni.",
        "tempo medio di attesa",
        "il tempo medio di attesa è passato da 46 a 31 giorni.",
    ),
    (
        "L’anno precedente erano state evase 800 pratiche.",
        "pratiche evase",
        "evase 950 pratiche, a fronte delle 880 del 2017.",
    ),
    (
        "Il dato storico è di 60 accessi al giorno.",
        "accessi al giorno",
        "gli accessi al giorno sono cresciuti da 75 a 90.",
    ),
    (
        "Gli alunni iscritti alla mensa ammontavano nel 2017 a 210.",
        "alunni iscritti alla mensa",
        "gli alunni iscritti alla mensa sono aumentati dai 240 del 2017 a 260.",
    ),
    (
        "La percentuale di raccolta differenziata nel 2017 si attestava al 58%.",
        "raccolta differenziata",
        "la raccolta differenziata è salita dal 61% al 66%.",
    ),
    ("Attualmente i volontari sono 30.", "volontari", "i volontari sono passati da 38 a 45."),
    (
        "Ad oggi risultano digitalizzati 4.000 fascicoli.",
        "fascicoli digitalizzati",
        "i fascicoli digitalizzati sono passati da 4.500 a 6.000.",
    ),
    ("Baseline: 75 tirocini.", "tirocini", "i tirocini sono saliti da 57 a 90."),
    (
        "I tirocini avviati l’anno prima erano stati settantacinque.",
        "tirocini avviati",
        "avviati 90 tirocini; erano 57 nel 2017.",
    ),
    ("", "riduzione dei reclami (2017: 48 reclami)", "i reclami sono diminuiti da 84 a 30."),
    ("", "corsi attivati (base: 12)", "i corsi attivati passano dai 21 del 2017 a 25."),
    ("Il museo registrava 9.500 visitatori.", "visitatori", "i visitatori sono passati da 8.500 a 11.000."),
    (
        "Nell’esercizio precedente i controlli erano stati 120.",
        "controlli",
        "150 controlli, in crescita rispetto ai 102 del 2017.",
    ),
    (
        "Nel 2017 le domande presentate ammontavano a 87.",
        "domande presentate",
        "102 domande presentate (78 nel 2017).",
    ),
    (
        "Erano stati formati 60 dipendenti nel 2017.",
        "dipendenti formati",
        "formati 90 dipendenti (+ 20 rispetto ai 70 del 2017).",
    ),
    (
        "La spesa per affitti del 2017 è stata di 300.000 euro.",
        "spesa per affitti",
        "la spesa per affitti è scesa da 330.000 a 250.000 euro.",
    ),
    (
        "Le giacenze ad inizio anno erano pari a 500 fascicoli.",
        "fascicoli giacenti",
        "i fascicoli giacenti sono scesi da 550 a 200.",
    ),
    (
        "All’inizio dell’anno c’erano 14 cantieri aperti.",
        "cantieri aperti",
        "dei 16 cantieri aperti all’inizio dell’anno ne restano 3.",
    ),
    (
        "Il valore rilevato nel 2017 era di 3,8 punti di gradimento.",
        "gradimento (punti)",
        "il gradimento è salito da 3,5 a 4,1 punti.",
    ),
    (
        "Fino al 2017 le scuole aderenti erano quindici.",
        "scuole aderenti",
        "le scuole aderenti, dalle diciotto del 2017, sono diventate 24.",
    ),
    ("L’archivio contava 5.000 schede.", "schede", "le schede sono passate da 6.000 a 8.000."),
)
ONE_BASELINE: tuple[Words, ...] = (
    (
        "Le imprese iscritte erano 320 a fine 2017.",
        "imprese iscritte",
        "le imprese artigiane sono passate da 120 a 140.",
    ),
    ("Le imprese iscritte erano 320 a fine 2017.", "imprese iscritte", "le nuove imprese sono passate da 35 a 48."),
    ("Nel 2016 gli iscritti erano 300.", "iscritti", "gli iscritti sono saliti da 320 a 410."),
    ("A giugno 2017 gli iscritti erano 300.", "iscritti", "gli iscritti sono saliti da 320 a 410."),
    ("Gli iscritti erano circa 300.", "iscritti", "gli iscritti sono saliti da 312 a 410."),
    (
        "Nel 2017 si tennero 30 corsi con 600 iscritti.",
        "iscritti ai corsi",
        "gli iscritti sono passati da 600 a 700, i corsi da 30 a 32.",
    ),
    ("Nel 2017 il tempo medio era di 40 giorni.", "tempo massimo", "il tempo massimo è passato da 90 a 60 giorni."),
    (
        "Nel 2017 erano pervenuti 120 reclami, di cui 80 scritti.",
        "reclami scritti",
        "i reclami scritti sono scesi da 80 a 40.",
    ),
    ("Le biblioteche aperte la sera erano 4.", "biblioteche", "le biblioteche in rete sono passate da 12 a 15."),
    ("Nel 2017 i controlli erano stati 120.", "controlli", "150 controlli, contro i 70 del primo semestre 2017."),
    ("I soci erano 200 nel 2017.", "soci", "nel 2017 i nuovi soci erano 30; oggi sono 45."),
    (
        "L’organico era di 50 unità.",
        "organico",
        "l’organico è passato da 46 a 48 unità dopo i pensionamenti di gennaio.",
    ),
    (
        "La raccolta differenziata era al 58% nel 2017.",
        "raccolta differenziata",
        "la raccolta della carta è passata dal 40% al 45%.",
    ),
    ("Il servizio era attivo dalle 8 alle 14.", "ore di servizio", "il servizio, da 6 ore, è passato a 8 ore."),
    (
        "Nel 2017 furono rilasciate 400 carte.",
        "carte rilasciate",
        "rilasciate 600 carte, passando dalle 40 di gennaio alle 60 di dicembre.",
    ),
    (
        "Nel 2017 i visitatori furono 15.000, con 3.000 scolari.",
        "visitatori",
        "i visitatori scolari sono saliti da 3.000 a 3.500.",
    ),
    ("Il comune contava 12 asili nel 2010.", "asili", "gli asili sono passati da 15 a 16."),
    ("Nel 2017 la spesa era di 300.000 euro.", "spesa", "la spesa per l’energia è scesa da 120.000 a 100.000 euro."),
    ("Nel triennio precedente si tennero in media 20 corsi.", "corsi", "i corsi sono passati da 24 a 30."),
    ("Prima del progetto le domande erano 100 al mese.", "domande", "le domande sono passate da 1.200 a 1.300."),
    (
        "Il tempo era di 40 giorni nei casi complessi.",
        "tempo di rilascio",
        "il tempo di rilascio è sceso da 25 a 20 giorni.",
    ),
    (
        "I dipendenti erano 120 nel 2017.",
        "dipendenti in telelavoro",
        "i dipendenti in telelavoro sono passati da 15 a 30.",
    ),
    (
        "Gli utenti della piattaforma erano 500, quelli dello sportello 900.",
        "utenti",
        "gli utenti sono passati da 1.400 a 1.600.",
    ),
    (
        "Nel 2017 erano aperte 20 procedure; ne sono state chiuse 5 a gennaio.",
        "procedure aperte",
        "le procedure aperte sono scese da 15 a 8.",
    ),
    ("Si prevedeva di arrivare a 45 adesioni.", "adesioni", "le adesioni sono passate da 30 a 46."),
)
UNANSWERED: tuple[Words, ...] = (
    (
        "Si prevede di tenere almeno 12 incontri con le scuole.",
        "incontri con le scuole",
        "il servizio ha riscosso apprezzamento.",
    ),
    (
        "Si punta a formare non meno di 60 dipendenti.",
        "dipendenti formati",
        "è stato predisposto il piano e sono stati individuati i docenti.",
    ),
    ("", "sopralluoghi effettuati (target: almeno 40)", "è proseguita la collaborazione con i tecnici."),
    ("", "n. convenzioni stipulate (valore atteso: 15)", "sono stati presi contatti con enti e aziende."),
    (
        "Almeno l’80% delle istanze andrà chiuso nei termini.",
        "istanze chiuse nei termini",
        "l’attività è stata svolta regolarmente dal personale dell’ufficio.",
    ),
    ("", "visitatori del museo (target: 15.000)", "il museo ha ospitato mostre ed eventi."),
    ("", "alberi piantati: target 500", "sono state completate le procedure di gara per la fornitura."),
    ("", "tempo medio di risposta (target: 10 giorni)", "è stata rivista la procedura interna."),
    (
        "L’Ateneo intende attivare almeno 10 tutorati.",
        "tutorati attivati",
        "i bandi sono stati pubblicati e le candidature raccolte.",
    ),
)
ANSWERED: tuple[Words, ...] = (
    ("", "visitatori del museo (target: 15.000)", "i visitatori hanno superato quota sedicimila."),
    (
        "Almeno 12 incontri con le scuole.",
        "incontri con le scuole",
        "gli incontri sono stati il doppio di quanto previsto.",
    ),
    ("", "sopralluoghi effettuati (target: almeno 40)", "sono stati effettuati tutti i sopralluoghi previsti."),
    ("", "convenzioni stipulate (target: 3)", "stipulate le convenzioni con Asti, Biella, Cuneo e Novara."),
    ("", "corsi (target: 2)", "tenuto un corso in primavera e uno in autunno."),
    ("", "tempo medio di risposta (target: 10 giorni)", "si risponde entro la settimana."),
    ("", "alberi piantati: target 500", "piantate 510 essenze."),
    (
        "Almeno l’80% delle istanze va chiuso nei termini.",
        "istanze chiuse nei termini",
        "tutte le istanze sono state chiuse nei termini.",
    ),
    ("", "dipendenti formati (target: 60)", "la formazione ha raggiunto l’intero organico."),
    ("", "stage (target: 50)", "obiettivo rinviato al 2019."),
    ("Il gruppo è formato da almeno 5 esperti.", "relazione del gruppo", "la relazione è stata consegnata."),
    ("Il bando è rivolto a imprese con meno di 50 dipendenti.", "bando pubblicato", "il bando è stato pubblicato."),
    ("La sala ha almeno 200 posti.", "sala aperta", "la sala è stata aperta."),
    ("", "verifiche (target: 100%)", "verifiche eseguite su ogni impianto."),
    ("", "reclami (target: < 5)", "non sono pervenuti reclami."),
)
UNREPORTED: tuple[Words, ...] = (
    ("", "% di avanzamento dei lavori", "sono stati appaltati i lavori e consegnato il cantiere."),
    ("", "grado di attuazione del programma (%)", "sono stati definiti gli accordi con i partner."),
    (
        "",
        "stato di avanzamento percentuale del progetto",
        "il gruppo di lavoro si è riunito e ha predisposto il capitolato.",
    ),
    (
        "",
        "percentuale di completamento della migrazione",
        "sono stati trasferiti gli archivi dell’anagrafe e del protocollo.",
    ),
    ("", "livello di realizzazione del piano (in %)", "avviate le procedure per la sede centrale."),
    ("", "tasso di completamento del censimento", "gli operatori hanno visitato i quartieri nord."),
    ("", "% di esecuzione dell’intervento", "posati i tubi e rifatto il manto stradale."),
    ("", "% realizzazione cronoprogramma", "rispettate le scadenze delle prime attività."),
    ("", "percentuale di attuazione delle misure", "le misure sono in corso di attuazione."),
    ("", "avanzamento fisico dell’opera (%)", "montata la copertura e realizzati gli impianti."),
    ("", "quota percentuale di lavori eseguiti", "sono stati eseguiti gli scavi."),
    ("", "percentuale di stato avanzamento lavori", "sono state gettate le fondamenta."),
    ("", "SAL in percentuale", "sono state gettate le fondamenta."),
    ("", "% SAL", "sono state gettate le fondamenta."),
    ("", "percentuale di raggiungimento delle fasi programmate", "la ricognizione è stata svolta."),
)
REPORTED: tuple[Words, ...] = (
    ("", "% di avanzamento dei lavori", "i lavori sono giunti ai tre quarti."),
    ("", "% di avanzamento dei lavori", "i lavori sono stati ultimati."),
    ("", "grado di attuazione del programma (%)", "attuato per intero."),
    ("", "% di completamento", "12 lotti su 15 sono conclusi."),
    ("", "% di completamento", "completati 12 dei 15 lotti."),
    ("", "% di completamento", "completati dodici lotti dei quindici previsti."),
    ("", "percentuale di pratiche evase", "evase tutte le pratiche."),
    ("", "grado di soddisfazione degli utenti (%)", "gli utenti sono soddisfatti."),
    ("", "% di avanzamento dei lavori", "i lavori non sono partiti per il ricorso al TAR."),
    ("", "% di completamento", "l’attività è stata sospesa per l’emergenza."),
    ("", "% di completamento", "il progetto è stato interamente realizzato."),
    ("", "% di completamento", "tutte le fasi sono state concluse."),
    ("", "% di raggiungimento degli obiettivi di budget", "gli obiettivi sono stati raggiunti."),
    ("", "% di completamento", "realizzazione: 0,8."),
    ("", "% di completamento", "completato per l’ottanta per cento."),
    ("", "% di completamento", "metà delle opere è conclusa."),
    ("", "% di completamento", "le opere sono state collaudate; progetto concluso."),
)


@pytest.mark.parametrize(
    ("check", "cases", "raised"),
    [
        ("target.baseline-differs", OTHER_BASELINES, True), ("target.baseline-differs", ONE_BASELINE, False),
        ("target.unanswered", UNANSWERED, True), ("target.unanswered", ANSWERED, False),
        ("target.percentage-unreported", UNREPORTED, True), ("target.percentage-unreported", REPORTED, False),
    ],
)
def test_what_is_wrong_is_told_and_what_only_looks_so_is_not(
    tmp_path: Path, check: str, cases: tuple[Words, ...], raised: bool
) -> None:
    for (objective, _), case in zip(objectives(tmp_path, cases), cases, strict=True):
        found = {one.severity for one in objective.findings if one.check == check} - {"notice"}
        assert bool(found) == raised, case
