"""Two targets of one thing in the words of other officials: what contradicts, and what may both hold.

Each set is one or more small reports; an innocent sentence may raise a notice and nothing more.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_reports import Words, objectives

DIFFERENT: tuple[Words, ...] = (
    (
        "Con il progetto si intende dare supporto ad almeno 60 imprese.",
        "imprese assistite (target: almeno 50)",
        "assistite 62 imprese.",
    ),
    (
        "L’Ateneo si propone di attivare 12 nuovi corsi di dottorato.",
        "corsi di dottorato attivati: target 10",
        "attivati 12 corsi di dottorato.",
    ),
    (
        "Entro l’anno si prevede l’apertura di tre sportelli.",
        "sportelli aperti (valore atteso: 5)",
        "aperti 5 sportelli.",
    ),
    (
        "È intendimento dell’Azienda effettuare non meno di 1.200 screening.",
        "screening effettuati (target: 1.500)",
        "effettuati 1.550 screening.",
    ),
    (
        "La Camera si è data l’obiettivo di raggiungere 400 studenti.",
        "studenti raggiunti: almeno 300",
        "raggiunti 420 studenti.",
    ),
    (
        "Si mira a contenere i tempi di pagamento entro 25 giorni.",
        "tempo medio di pagamento (target: 30 giorni)",
        "pagamento in 24 giorni.",
    ),
    (
        "I tempi di pagamento delle fatture non dovranno superare i 25 giorni.",
        "tempo di pagamento delle fatture (target: <= 30 giorni)",
        "24 giorni.",
    ),
    (
        "Il traguardo per il 2018 è di 40 convenzioni.",
        "convenzioni stipulate (target: 30)",
        "stipulate 41 convenzioni.",
    ),
    ("Si dovranno piantare non meno di cinquecento alberi.", "n. alberi piantati >= 600", "piantati 610 alberi."),
    ("Si stima di coinvolgere 25 scuole.", "scuole coinvolte (target: 30)", "coinvolte 31 scuole."),
    (
        "L’ufficio conta di chiudere 80 pratiche arretrate.",
        "pratiche arretrate chiuse (target: 100)",
        "chiuse 102 pratiche arretrate.",
    ),
    (
        "Va assicurata la raccolta differenziata ad almeno il 65%.",
        "raccolta differenziata (target: >= 70%)",
        "raccolta differenziata al 71%.",
    ),
    ("L’obiettivo è portare la raccolta differenziata al 65%.", "% di raccolta differenziata (target: 70%)", "71%."),
    (
        "Almeno il 90% delle istanze sarà evaso nei termini.",
        "% istanze evase nei termini (target: 95%)",
        "evaso il 96% delle istanze.",
    ),
    ("Si richiedono minimo 20 sopralluoghi.", "sopralluoghi effettuati (target: 25)", "effettuati 26 sopralluoghi."),
    (
        "Il Consiglio ha deliberato che vengano digitalizzati 3.000 fascicoli.",
        "fascicoli digitalizzati (target: 2.500)",
        "digitalizzati 2.600 fascicoli.",
    ),
    (
        "Nel 2018 dovranno essere formati 150 dipendenti.",
        "dipendenti formati (target: 120)",
        "formati 130 dipendenti.",
    ),
    (
        "Saranno realizzate 8 campagne informative.",
        "campagne informative realizzate (target: 6)",
        "realizzate 7 campagne informative.",
    ),
    ("Sono programmati 10 seminari.", "seminari (target: 8)", "tenuti 9 seminari."),
    ("", "visitatori (target: 15.000)", "i visitatori sono stati 16.000, oltre i 14.000 previsti."),
    ("", "visitatori (target: 15.000)", "con 16.000 visitatori si supera il target di 14.000."),
    ("", "visitatori (target: 15.000)", "16.000 visitatori, ben più dei 14.000 programmati."),
    ("", "visitatori del museo (target: 15.000)", "i visitatori sono 16.000 (erano attesi 14.000)."),
    ("", "corsi svolti (target: 12)", "svolti 14 corsi: superato l’obiettivo dei 10 corsi fissato dalla Giunta."),
    ("", "corsi svolti (target: 12)", "svolti 14 corsi rispetto ai 10 pianificati."),
    ("", "corsi svolti (target: 12)", "i corsi svolti sono 14 su 10 previsti."),
    ("", "corsi svolti (target: 12)", "sono stati svolti 14 corsi (target 10)."),
    (
        "",
        "tempo di risposta in giorni (target: 20)",
        "la risposta è data in 18 giorni, sotto i 25 giorni prefissati.",
    ),
    ("", "controlli (target: almeno 200)", "effettuati 230 controlli a fronte dei 180 preventivati."),
    (
        "L’intervento riguarda il rifacimento di 4 km di strade.",
        "km di strade rifatti (target: 3)",
        "rifatti 4,2 km di strade.",
    ),
    ("Si auspica l’adesione di quaranta comuni.", "comuni aderenti (target: 50)", "aderenti 51 comuni."),
    (
        "Il Dipartimento vuole pubblicare almeno 80 articoli.",
        "articoli pubblicati (target: 60)",
        "pubblicati 82 articoli.",
    ),
    (
        "Ci si attende che le prenotazioni online arrivino al 40%.",
        "prenotazioni online (target: 50%)",
        "prenotazioni online al 52%.",
    ),
    ("Si ritiene di poter smaltire 2.000 pratiche.", "pratiche smaltite (target: 1.800)", "smaltite 2.050 pratiche."),
    ("L’amministrazione si impegna a garantire 36 ore di apertura.", "ore di apertura (target: 30)", "37 ore."),
    ("Vengono previste n. 10 uscite didattiche.", "n. uscite didattiche (target: n. 8)", "n. 9 uscite didattiche."),
    ("Ridurre i reclami a meno di 40.", "reclami (target: < 30)", "reclami 28."),
    (
        "La spesa per la pulizia va contenuta in 100.000 euro.",
        "spesa per la pulizia (target: 90.000 euro)",
        "89.000 euro.",
    ),
    ("Incrementare del 10% le iscrizioni.", "incremento delle iscrizioni (target: 15%)", "incremento del 16%."),
    (
        "Realizzazione di cinque video tutorial.",
        "video tutorial realizzati (target: 4)",
        "realizzati 5 video tutorial.",
    ),
    ("Obiettivo: 1.000 utenti registrati.", "utenti registrati (target: 800)", "registrati 1.020 utenti."),
    (
        "L’ASL si è prefissata di vaccinare 4.000 anziani.",
        "anziani vaccinati (target: 3.500)",
        "vaccinati 4.100 anziani.",
    ),
    (
        "È volontà dell’Amministrazione sostituire 250 lampioni.",
        "lampioni sostituiti (target: 200)",
        "sostituiti 260 lampioni.",
    ),
    (
        "Il Rettorato ha chiesto di attivare almeno 15 insegnamenti in inglese.",
        "insegnamenti in inglese attivati (target: 12)",
        "attivati 16 insegnamenti in inglese.",
    ),
    ("Si ha in animo di tenere 9 conferenze.", "conferenze (target: 7)", "tenute 9 conferenze."),
    (
        "Entro la fine dell’anno si dovrà giungere a 500 fascicoli informatizzati.",
        "fascicoli informatizzati (target: 400)",
        "informatizzati 510 fascicoli.",
    ),
    ("L’attesa va riportata a non oltre 20 giorni.", "giorni di attesa (target: <= 15)", "14 giorni."),
    (
        "Il tempo medio di evasione delle istanze scenderà a 12 giorni.",
        "tempo medio di evasione delle istanze (target: 10 giorni)",
        "9 giorni.",
    ),
    ("Si vuole evadere il 95% delle richieste.", "richieste evase (target: 90%)", "evaso il 96% delle richieste."),
    ("Le richieste evase dovranno essere almeno il 95%.", "% richieste evase (target: 90%)", "96%."),
    ("Il Comune si ripromette di censire 1.000 alberi.", "alberi censiti (target: 800)", "censiti 1.010 alberi."),
    ("Viene posto il traguardo di 60 stage.", "stage (target: 50)", "61 stage."),
    ("Numero di stage da attivare: 60.", "stage attivati (target: 50)", "attivati 61 stage."),
    (
        "Dovranno rilasciarsi non meno di 2.000 tessere.",
        "tessere rilasciate (target: 1.500)",
        "rilasciate 2.100 tessere.",
    ),
    ("", "stage attivati (target: 50)", "attivati 61 stage; l’obiettivo, fissato in 45 stage, è stato superato."),
    ("", "stage attivati (target: 50)", "si sono attivati 61 stage, 16 in più dei 45 preventivati."),
    ("", "alberi censiti (target: 800)", "censiti 1.010 alberi a fronte di una previsione di 900."),
    ("", "alberi censiti (target: 800)", "gli alberi censiti sono 1.010 (target assegnato: 900)."),
    ("", "richieste evase (target: 90%)", "evaso il 96% delle richieste (target 85%)."),
)
BOTH_HOLD: tuple[Words, ...] = (
    (
        "Si vogliono formare almeno 30 imprese femminili.",
        "imprese formate (target: almeno 50)",
        "formate 55 imprese.",
    ),
    (
        "Tenere almeno 12 incontri nel capoluogo e 8 nelle valli.",
        "incontri tenuti (target: 20)",
        "tenuti 21 incontri.",
    ),
    ("Tenere almeno 3 incontri per ciascun distretto.", "incontri tenuti (target: almeno 12)", "tenuti 13 incontri."),
    (
        "Per ogni distretto sono previsti almeno 3 incontri.",
        "incontri tenuti (target: almeno 12)",
        "tenuti 13 incontri.",
    ),
    ("Nel triennio 2018-2020 saranno tenuti almeno 30 corsi.", "corsi tenuti (target: 10)", "tenuti 11 corsi."),
    ("A regime si vogliono tenere almeno 30 corsi.", "corsi tenuti (target: 20)", "tenuti 21 corsi."),
    ("Entro giugno vanno tenuti almeno 6 incontri.", "incontri tenuti (target: 10)", "tenuti 11 incontri."),
    (
        "Nel primo semestre si prevede di tenere almeno 6 incontri.",
        "incontri tenuti (target: 10)",
        "tenuti 11 incontri.",
    ),
    ("La norma impone almeno 10 verifiche.", "verifiche svolte (target: almeno 15)", "svolte 16 verifiche."),
    (
        "Lo standard regionale è di almeno 10 verifiche.",
        "verifiche svolte (target: almeno 15)",
        "svolte 16 verifiche.",
    ),
    (
        "Il Ministero chiede almeno 10 verifiche; si vuole fare di più.",
        "verifiche svolte (target: almeno 15)",
        "svolte 16 verifiche.",
    ),
    (
        "La legge fissa in 60 giorni al massimo il rilascio dell’autorizzazione.",
        "rilascio dell’autorizzazione in giorni (target: non oltre 45)",
        "45 giorni.",
    ),
    (
        "Con almeno 8 eventi il risultato è considerato parziale.",
        "eventi organizzati (target: almeno 10)",
        "organizzati 10 eventi.",
    ),
    ("La soglia minima è di almeno 8 eventi.", "eventi organizzati (target: almeno 10)", "organizzati 10 eventi."),
    (
        "Almeno il 60% delle domande va presentato in rete.",
        "domande evase nei termini (target: almeno il 90%)",
        "evaso il 93% delle domande.",
    ),
    (
        "Almeno il 60% delle domande andrà chiuso in 10 giorni.",
        "domande chiuse in 30 giorni (target: almeno il 90%)",
        "chiuso il 93% delle domande in 30 giorni.",
    ),
    (
        "Le fatture vanno registrate entro 5 giorni.",
        "tempo medio di pagamento delle fatture (target: non oltre 30 giorni)",
        "28 giorni.",
    ),
    (
        "Nessuna pratica deve superare i 60 giorni; in nessun caso oltre 60 giorni.",
        "tempo medio delle pratiche (target: non oltre 30 giorni)",
        "28 giorni.",
    ),
    (
        "Ogni dirigente segue almeno 20 ore di formazione.",
        "ore di formazione per dipendente (target: almeno 12 ore)",
        "13 ore.",
    ),
    (
        "Si rivolge a imprese con almeno 30 dipendenti.",
        "dipendenti formati (target: almeno 40)",
        "formati 44 dipendenti.",
    ),
    ("Corsi di almeno 20 ore.", "ore di formazione erogate (target: almeno 30)", "erogate 34 ore."),
    ("Squadre di almeno 5 volontari.", "volontari coinvolti (target: almeno 8)", "coinvolti 9 volontari."),
    ("Si prevede un numero di visitatori tra 400 e 500.", "visitatori (target: almeno 400)", "visitatori 450."),
    ("Si vuole superare la soglia dei 15.000 visitatori.", "visitatori (target: 15.200)", "visitatori 15.400."),
    ("Arrivare a circa 1.000 iscritti.", "iscritti (target: 1.050)", "iscritti 1.060."),
    ("", "incontri tenuti (target: 10)", "si sono tenuti almeno 12 incontri."),
    ("", "incontri tenuti (target: 10)", "tenuti 11 incontri; per il prossimo anno si prevedono almeno 15 incontri."),
    ("", "incontri tenuti (target: 10)", "tenuti 11 incontri. Nel 2019 l’obiettivo sarà di 15 incontri."),
    ("", "incontri tenuti (target: 10)", "tenuti 11 incontri, a fronte di un target semestrale di 5 incontri."),
    ("", "incontri tenuti (target: 10)", "tenuti 11 incontri; al 30 giugno il target era di 5 incontri."),
    ("", "visitatori (target: almeno 15.000)", "visitatori 16.200, contro i 14.000 attesi dalla Regione."),
    (
        "Beneficeranno del servizio almeno 200 famiglie numerose.",
        "famiglie assistite (target: 150)",
        "assistite 160 famiglie.",
    ),
    ("L’anno scorso erano richiesti almeno 8 corsi.", "corsi tenuti (target: 10)", "tenuti 11 corsi."),
    ("Finora erano richiesti almeno 8 corsi.", "corsi tenuti (target: 10)", "tenuti 11 corsi."),
    ("Il contratto prevede almeno 240 verifiche in tre anni.", "verifiche (target: 160)", "svolte 170 verifiche."),
    (
        "Ogni corso dura almeno 20 ore e ha non più di 25 iscritti.",
        "iscritti ai corsi (target: almeno 40)",
        "iscritti 44.",
    ),
    (
        "Tenere almeno 6 incontri con le scuole.",
        "incontri con le scuole e con le famiglie (target: 10)",
        "tenuti 11 incontri.",
    ),
    (
        "Si vuole raggiungere almeno il 40% dei giovani.",
        "cittadini raggiunti dalla campagna (target: almeno il 60%)",
        "raggiunto il 65% dei cittadini.",
    ),
    (
        "Ridurre di almeno il 10% i consumi di carta.",
        "riduzione dei consumi di energia (target: almeno il 5%)",
        "consumi ridotti del 6%.",
    ),
    (
        "Digitalizzare il 30% dei fascicoli entro giugno e il resto dopo.",
        "fascicoli digitalizzati (target: almeno il 60%)",
        "digitalizzato il 61% dei fascicoli.",
    ),
    (
        "I sopralluoghi devono essere svolti da almeno 2 tecnici.",
        "tecnici formati (target: almeno 3)",
        "formati 3 tecnici.",
    ),
    (
        "Sono da rinnovare 40 convenzioni, delle quali 25 nel 2018.",
        "convenzioni rinnovate (target: 25)",
        "rinnovate 26 convenzioni.",
    ),
    ("Vanno visitate le 40 aziende agricole.", "aziende visitate (target: 60)", "visitate 62 aziende."),
    (
        "Occorrono almeno 8 adesioni per avviare il corso.",
        "adesioni raccolte (target: almeno 12)",
        "raccolte 13 adesioni.",
    ),
    (
        "Il progetto prevede almeno 2 laboratori e 3 corsi, 5 attività in tutto.",
        "attività svolte (target: almeno 3)",
        "svolte 5 attività.",
    ),
    (
        "Si prevede di pubblicare entro il 30 giugno 2018 il bando per la concessione dei contributi.",
        "concessione dei contributi del bando: entro il 31/12/2018",
        "contributi concessi il 3 dicembre 2018.",
    ),
    (
        "Entro il 30 giugno 2018 va predisposta la bozza del regolamento.",
        "predisposizione del regolamento: entro il 31/12/2018",
        "predisposto il 3 dicembre 2018.",
    ),
    ("Si punta ad almeno 2 controlli al mese.", "controlli svolti (target: almeno 4)", "svolti 30 controlli."),
    (
        "La carta dei servizi promette una risposta entro 30 giorni.",
        "tempo di risposta ai reclami (target: 20 giorni)",
        "18 giorni.",
    ),
    ("Il bando richiedeva almeno 5 partner.", "partner coinvolti (target: 8)", "coinvolti 8 partner."),
    (
        "Garantire l’apertura per almeno 30 ore settimanali.",
        "ore di apertura settimanali al pubblico nel periodo estivo (target: almeno 36)",
        "36 ore.",
    ),
    (
        "Si intende acquistare almeno 12 mezzi elettrici.",
        "mezzi acquistati (target: almeno 20)",
        "acquistati 21 mezzi.",
    ),
    (
        "Si conta di attivare almeno 20 tirocini curriculari.",
        "tirocini extracurriculari attivati (target: 30)",
        "attivati 31 tirocini.",
    ),
    (
        "Il target minimo è di 80 imprese, quello sfidante di 100.",
        "imprese assistite (target: 80)",
        "assistite 90 imprese.",
    ),
    ("Valore minimo accettabile: almeno 60 imprese.", "imprese assistite (target: 80)", "assistite 90 imprese."),
    (
        "In caso di carenza di personale ci si limiterà ad almeno 60 imprese.",
        "imprese assistite (target: almeno 80)",
        "assistite 90 imprese.",
    ),
    ("Almeno 30 corsi saranno in presenza.", "corsi tenuti (target: almeno 40)", "tenuti 41 corsi."),
    ("Almeno 30 dei corsi saranno in presenza.", "corsi tenuti (target: almeno 40)", "tenuti 41 corsi."),
    ("Di questi, almeno 30 corsi saranno in presenza.", "corsi tenuti (target: almeno 40)", "tenuti 41 corsi."),
    (
        "Fra l’altro si terranno almeno 30 corsi per neoassunti.",
        "corsi tenuti (target: almeno 40)",
        "tenuti 41 corsi.",
    ),
    (
        "Il programma triennale prevede la realizzazione di 120 alloggi.",
        "alloggi realizzati (target: 40)",
        "realizzati 42 alloggi.",
    ),
    (
        "Le 40 imprese già assistite saranno seguite anche nel 2018.",
        "imprese assistite (target: 60)",
        "assistite 62 imprese.",
    ),
    (
        "Il servizio deve gestire 300 richieste in arretrato oltre a quelle nuove.",
        "richieste gestite (target: 500)",
        "gestite 520 richieste.",
    ),
    ("Si intende passare da 30 a 45 volontari.", "volontari (target: 45)", "volontari 46."),
    ("Si intende accrescere di 15 unità i volontari.", "volontari (target: 45)", "volontari 46."),
    ("Occorre coinvolgere 15 volontari in più.", "volontari (target: 45)", "volontari 46."),
    ("Si prevede di coprire 8 posti vacanti su 12.", "posti coperti (target: 12)", "coperti 12 posti."),
    ("Vanno sottoposti a verifica 20 impianti a campione.", "impianti censiti (target: 60)", "censiti 61 impianti."),
    (
        "Sono previsti 3 incontri con i sindacati e altri con il personale.",
        "incontri svolti (target: 8)",
        "svolti 9 incontri.",
    ),
    (
        "Sono da visitare 40 aziende su 60 richiedenti.",
        "aziende richiedenti visitate (target: 60)",
        "visitate 60 aziende.",
    ),
    (
        "Va redatto il piano entro il 30 aprile 2018 e approvato entro il 30 giugno.",
        "approvazione del piano entro il 30 giugno 2018",
        "approvato il 12 giugno 2018.",
    ),
    (
        "Entro il 30 settembre 2018 va aggiornato il catasto delle strade.",
        "collaudo del catasto delle strade: entro il 31/12/2018",
        "collaudato il 3 dicembre 2018.",
    ),
    (
        "Il bando, da pubblicare entro il 31 marzo 2018, riguarda i contributi alle imprese.",
        "erogazione dei contributi alle imprese: entro il 30/11/2018",
        "erogati il 12 novembre 2018.",
    ),
    ("Target 2017: 30 convenzioni.", "convenzioni (target: 40)", "convenzioni 41."),
    (
        "Rispetto alle 30 convenzioni previste nel 2017 si vuole crescere.",
        "convenzioni (target: 40)",
        "convenzioni 41.",
    ),
    (
        "La convenzione con la Regione richiede almeno 200 controlli.",
        "controlli effettuati (target: 250)",
        "effettuati 255 controlli.",
    ),
    ("L’accordo prevede almeno 12 posti letto.", "posti letto attivati (target: 16)", "attivati 16 posti letto."),
    (
        "Il 30% delle prestazioni va erogato di pomeriggio.",
        "prestazioni erogate nei tempi (target: 90%)",
        "91% delle prestazioni.",
    ),
    (
        "Assicurare la risposta entro 3 giorni alle urgenze.",
        "tempo medio di risposta (target: 10 giorni)",
        "risposta in 9 giorni.",
    ),
    (
        "Rispondere entro 3 giorni ai reclami urgenti e negli altri casi entro 10.",
        "giorni di risposta ai reclami (target: 10)",
        "risposta in 9 giorni.",
    ),
    (
        "Concludere il procedimento entro 90 giorni, di cui 30 per l’istruttoria.",
        "durata dell’istruttoria del procedimento (target: 30 giorni)",
        "30 giorni.",
    ),
    (
        "Acquistare arredi per almeno 20.000 euro.",
        "spesa per arredi e attrezzature (target: almeno 50.000 euro)",
        "spesi 52.000 euro.",
    ),
    (
        "Si destinano 50.000 euro alle borse di studio.",
        "borse di studio erogate (target: 60)",
        "erogate 62 borse di studio.",
    ),
    ("Sono previste almeno 2 aperture serali e 10 diurne.", "aperture (target: 12)", "12 aperture."),
    ("La sala ospita non più di 60 spettatori.", "spettatori (target: almeno 80)", "spettatori 88."),
    ("Ciascuna delle 6 sedi tiene 4 laboratori.", "laboratori tenuti (target: 24)", "tenuti 25 laboratori."),
    ("In ogni sede si prevede di tenere 4 laboratori.", "laboratori tenuti (target: 6)", "tenuti 25 laboratori."),
    ("Il progetto pilota coinvolge 5 scuole.", "scuole coinvolte (target: 8)", "coinvolte 8 scuole."),
    ("In una prima fase saranno coinvolte 5 scuole.", "scuole coinvolte (target: 8)", "coinvolte 8 scuole."),
    ("", "scuole coinvolte (target: 8)", "coinvolte 9 scuole; nel progetto pilota erano previste 5 scuole."),
    ("", "corsi svolti (target: 12)", "svolti 14 corsi, dei quali 5 sui 6 previsti in presenza."),
    ("", "corsi svolti (target: 12)", "svolti 14 corsi; nel 2017 ne erano previsti 10."),
    ("", "imprese assistite (target: 50)", "assistite 54 imprese, di cui 22 femminili contro le 30 attese."),
    (
        "",
        "tempo di risposta (target: 20 giorni)",
        "la risposta è data in 18 giorni, sotto i 30 giorni previsti dalla legge.",
    ),
    ("", "tempo di risposta (target: 20 giorni)", "18 giorni, contro i 30 giorni fissati dal regolamento."),
    (
        "",
        "visitatori (target: 15.000)",
        "16.000 visitatori, ben oltre i 14.000 attesi inizialmente; il target è stato elevato a luglio.",
    ),
    ("", "iscritti (target: 100)", "112 iscritti. Per il 2019 è atteso un numero di 130 iscritti."),
    ("", "iscritti (target: 100)", "112 iscritti; a settembre erano attesi 90 iscritti."),
    ("", "controlli (target: 100)", "112 controlli, più dei 90 previsti dalla normativa regionale."),
    (
        "Si vuole dare risposta al 90% delle segnalazioni.",
        "segnalazioni con risposta scritta (target: 70%)",
        "71% delle segnalazioni.",
    ),
    ("Formare almeno 20 addetti alla sicurezza.", "addetti formati (target: 35)", "formati 36 addetti."),
    ("Almeno 10 incontri dovranno tenersi di sera.", "incontri (target: 15)", "16 incontri."),
    ("Si stima che occorrano 15 operatori.", "operatori formati (target: 25)", "formati 26 operatori."),
    ("L’attività impegna 15 operatori.", "operatori formati (target: 25)", "formati 26 operatori."),
    (
        "Il gruppo di lavoro sarà formato da 6 dipendenti.",
        "dipendenti coinvolti (target: 10)",
        "coinvolti 10 dipendenti.",
    ),
    ("Si prevede che 30 studenti ottengano la borsa.", "studenti iscritti (target: 40)", "iscritti 41 studenti."),
    (
        "L’obiettivo è che almeno 30 studenti superino l’esame.",
        "studenti iscritti (target: 40)",
        "iscritti 41 studenti.",
    ),
    ("La capienza è di 80 posti; si punta a riempirne 60.", "posti occupati (target: 60)", "occupati 62 posti."),
    ("Consolidare i 40 presidi esistenti.", "presidi attivati (target: 50)", "attivati 51 presidi."),
    (
        "Il Piano della ricerca vuole 20 progetti presentati su bandi europei.",
        "progetti presentati (target: 35)",
        "presentati 36 progetti.",
    ),
    (
        "Almeno 12 borse saranno riservate a studenti fuori sede.",
        "borse assegnate (target: 20)",
        "assegnate 21 borse.",
    ),
    ("Si mantengono i 18 ambulatori già attivi.", "ambulatori attivi (target: 22)", "attivi 22 ambulatori."),
    (
        "Nelle more del concorso saranno impiegati 6 istruttori.",
        "istruttori assunti (target: 10)",
        "assunti 10 istruttori.",
    ),
    ("Garantire almeno 8 repliche per le scolaresche.", "repliche (target: 14)", "15 repliche."),
    (
        "I finanziamenti consentono di acquistare 6 autobus; altri 4 saranno noleggiati.",
        "autobus in servizio (target: 10)",
        "10 autobus in servizio.",
    ),
    (
        "Si prevede di esaminare 150 istanze e di accoglierne 90.",
        "istanze esaminate (target: 150)",
        "esaminate 152 istanze.",
    ),
    ("Si prevede di esaminare 150 istanze.", "istanze accolte (target: 90)", "accolte 92 istanze."),
    (
        "Si conta di sottoporre a screening almeno il 45% delle donne tra 50 e 69 anni.",
        "copertura dello screening mammografico (target: 60%)",
        "copertura del 61%.",
    ),
    (
        "Si vuole che il 30% delle visite si svolga in telemedicina.",
        "visite svolte nei tempi (target: 85%)",
        "svolto nei tempi l’86% delle visite.",
    ),
    ("Ridurre del 5% la carta e del 10% la plastica.", "riduzione della plastica (target: 10%)", "ridotta dell’11%."),
    ("Il piano di rientro consente non più di 20 assunzioni.", "assunzioni (target: 12)", "12 assunzioni."),
    (
        "Assumere 12 unità, di cui 4 a tempo pieno.",
        "assunzioni a tempo pieno (target: 4)",
        "4 assunzioni a tempo pieno.",
    ),
    ("Il servizio sarà esteso a 10 comuni entro tre anni.", "comuni serviti (target: 4)", "serviti 4 comuni."),
    ("Saranno svolti 5 audit interni e 3 esterni.", "audit (target: 8)", "8 audit."),
    ("Saranno svolti 5 audit interni e 3 esterni.", "audit interni (target: 5)", "5 audit interni."),
    ("Saranno svolti 5 audit interni e 3 esterni.", "audit esterni (target: 3)", "3 audit esterni."),
    (
        "Gli iscritti dovranno essere almeno 15 perché il corso possa partire.",
        "iscritti (target: 25)",
        "26 iscritti.",
    ),
    ("Si accettano al massimo 30 iscritti per corso.", "iscritti (target: 90)", "92 iscritti."),
    ("Ogni tutor seguirà 4 studenti.", "studenti seguiti (target: 40)", "seguiti 41 studenti."),
    ("Sono disponibili 40 posti; se ne vogliono coprire 32.", "posti coperti (target: 32)", "coperti 33 posti."),
    (
        "Vanno revisionati i 25 estintori della sede centrale.",
        "estintori revisionati (target: 60)",
        "revisionati 61 estintori.",
    ),
    (
        "Vanno sostituiti i 120 contatori più vecchi.",
        "contatori sostituiti (target: 300)",
        "sostituiti 310 contatori.",
    ),
    (
        "Si vogliono raccogliere 200 questionari cartacei.",
        "questionari raccolti (target: 500)",
        "raccolti 510 questionari.",
    ),
    (
        "L’ente intende partecipare a 6 fiere, di cui 2 all’estero.",
        "fiere all’estero (target: 2)",
        "2 fiere all’estero.",
    ),
    ("Il dirigente assegna 10 sopralluoghi a settimana.", "sopralluoghi (target: 400)", "410 sopralluoghi."),
    ("", "sopralluoghi (target: 400)", "410 sopralluoghi, contro i 380 previsti dal piano regionale."),
    ("", "questionari (target: 500)", "raccolti 510 questionari (erano 300 quelli attesi nella sola sede di Prato)."),
    ("", "corsi (target: 10)", "11 corsi; il target 2019 è fissato in 14 corsi."),
    ("", "corsi (target: 10)", "11 corsi: superato il target intermedio di 6 corsi."),
    ("", "giorni di attesa (target: 30)", "28 giorni; lo standard nazionale è di 60 giorni."),
    (
        "Il tempo di attesa non deve superare i 60 giorni per le visite differibili.",
        "giorni di attesa per le visite urgenti (target: 3)",
        "3 giorni.",
    ),
    ("Pagare entro 60 giorni le fatture dei lavori.", "tempo medio di pagamento (target: 30 giorni)", "29 giorni."),
    (
        "Il collaudo va fatto entro il 31 maggio 2018, l’apertura entro il 30 settembre 2018.",
        "apertura del parco: entro il 30/09/2018",
        "aperto il 20 settembre 2018.",
    ),
    (
        "Adozione del piano entro il 31 marzo 2018.",
        "pubblicazione del piano: entro il 30/04/2018",
        "pubblicato il 20 aprile 2018.",
    ),
    (
        "La relazione sul piano va consegnata entro il 31 marzo 2018.",
        "aggiornamento del piano: entro il 30/11/2018",
        "aggiornato il 20 novembre 2018.",
    ),
)


@pytest.mark.parametrize(("cases", "raised"), [(DIFFERENT, True), (BOTH_HOLD, False)])
def test_two_targets_are_told_where_no_words_say_that_both_hold(
    tmp_path: Path, cases: tuple[Words, ...], raised: bool
) -> None:
    for (objective, _), case in zip(objectives(tmp_path, cases), cases, strict=True):
        found = {one.severity for one in objective.findings if one.check == "target.differs"} - {"notice"}
        assert bool(found) == raised, case
