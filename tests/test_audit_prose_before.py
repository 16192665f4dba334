"""Values of before in two places, and percentages that nobody tells.

Reports in prose, in the words of other officials: what contradicts is raised, what may hold raises a notice at most.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_reports import Case, of_cases

BASELINES: tuple[Case, ...] = (
    (
        "Censimento chiuso nel 2017: 1.265 alberi, dei quali 318 da potare.",
        "",
        "alberi potati",
        "si partiva da 381 alberi da potare; ne restano 97.",
    ),
    (
        "A fine 2017 le domande erano 940, di cui 210 inevase.",
        "",
        "domande inevase",
        "le domande inevase, che erano 120, sono scese a 40.",
    ),
    (
        "Al 31 dicembre 2017 si contavano 76 alloggi, dei quali 19 sfitti.",
        "",
        "alloggi sfitti",
        "da 29 alloggi sfitti si è scesi a 11.",
    ),
    (
        "",
        "",
        "imprese dotate di firma; baseline al 31.12.2017: nr. 870",
        "da nr. 780 (31.12.2017) a nr. 1.045 (31.12.2018).",
    ),
    (
        "",
        "",
        "volontari iscritti (consuntivo 2017: 1.130)",
        "passaggio da 1.310 iscritti al termine del 2017 a 1.524.",
    ),
    ("", "", "posti letto attivi (dato 2017: 64)", "crescita dai 46 posti del 2017 a 81."),
    ("", "", "convenzioni attive – valore 2017: 52", "incremento da 25 convenzioni alla fine del 2017 a 60."),
    ("", "", "utenti registrati (erano 8.400 nel 2017)", "salita da 4.800 utenti a 9.900."),
    (
        "Alla fine del 2017 avevamo in vigore 205 convenzioni di tirocinio.",
        "",
        "convenzioni di tirocinio in vigore",
        "rispetto alle 250 convenzioni in vigore alla fine del 2017 ne contiamo oggi 274.",
    ),
    ("Nel 2017 i volontari erano 43.", "", "volontari", "contro i 34 volontari del 2017 oggi sono 60."),
    (
        "Nel 2017 le imprese aderenti erano 118.",
        "",
        "imprese aderenti",
        "a fronte delle 181 imprese aderenti nel 2017 ora se ne contano 240.",
    ),
    (
        "Nel 2017 erano stati certificati 41,7 milioni di euro.",
        "",
        "milioni di euro certificati",
        "la spesa certificata è stata portata dai 47,1 milioni del 2017 a 63,2 milioni.",
    ),
    (
        "Nel 2017 erano stati riscossi 3,4 milioni di euro.",
        "",
        "tributi riscossi",
        "la riscossione è passata dai 4,3 milioni del 2017 a 5 milioni.",
    ),
    (
        "Nel 2017 gli iscritti erano 150, frenati dai lavori.",
        "",
        "iscritti ai corsi",
        "da 105 a 212 iscritti: 98 maschi, 114 femmine.",
    ),
    ("Dato 2017: n. 84 cadute.", "", "n. cadute segnalate", "n. 41 cadute segnalate, vs n. 48 del 2017."),
    (
        "L’anno scorso avevano varcato la soglia 26.100 persone.",
        "",
        "ingressi",
        "abbiamo contato 29.450 ingressi; l’anno scorso erano stati 21.600.",
    ),
)

SAME_BEFORE: tuple[Case, ...] = (
    (
        "A fine 2017 le domande erano 940, di cui 210 inevase.",
        "",
        "domande evase",
        "le domande evase, che erano 730, sono 900.",
    ),
    (
        "A fine 2017 le domande erano 940, di cui 210 estere.",
        "",
        "domande inevase",
        "le domande inevase, che erano 120, sono scese a 40.",
    ),
    (
        "Censimento chiuso nel 2017: 1.265 alberi, dei quali 318 da potare.",
        "",
        "alberi potati",
        "si partiva da 1.265 alberi; potati 284.",
    ),
    ("Nel 2017 gli iscritti erano 150.", "", "iscritti ai corsi", "da 20 a 30 iscritti per corso, in tutto 212."),
    ("Nel 2017 gli iscritti erano 150.", "", "bambini iscritti", "da 6 a 13 anni gli iscritti sono 212."),
    ("Nel 2017 le convenzioni erano 205.", "", "convenzioni", "oggi ne contiamo 274."),
    ("Oggi gli sportelli sono 12.", "", "sportelli", "gli sportelli sono oggi 15."),
    (
        "Nel 2017 erano stati spesi 3,4 milioni di euro in opere.",
        "",
        "tributi riscossi",
        "la riscossione è passata dai 4,3 milioni del 2017 a 5 milioni.",
    ),
    (
        "",
        "",
        "volontari iscritti (consuntivo 2016: 1.130)",
        "passaggio da 1.310 iscritti al termine del 2017 a 1.524.",
    ),
    ("", "", "posti letto attivi (dato 2017: 64)", "crescita dai 64 posti del 2017 a 81, di cui 18 nuovi."),
    (
        "I dipendenti a fine 2017 erano 84, di cui 48 donne.",
        "",
        "donne in servizio",
        "le donne, che erano 48, sono 52.",
    ),
    (
        "Nel 2017 erano presenti 320 utenti, dei quali 45 minori.",
        "",
        "utenti",
        "si partiva da 320 utenti, ora 350, di cui 54 minori.",
    ),
    (
        "L’anno scorso erano attesi 300 visitatori.",
        "",
        "visitatori",
        "i visitatori sono stati 350, contro i 280 dell’anno scorso.",
    ),
    (
        "A fine 2017 il parco contava 40 sentieri, di cui 12 chiusi per frana.",
        "",
        "sentieri aperti",
        "si partiva da 28 sentieri aperti; ora sono 36.",
    ),
)

UNREPORTED: tuple[Case, ...] = (
    (
        "",
        "",
        "% completamento della mappa",
        "sono stati percorsi i versanti orientali e raccolte molte misure – Valutazione OIV: venticinque "
        "punti su trenta",
    ),
    ("", "", "% completamento della mappa", "raccolte le misure di molti esemplari. Punteggio: 25 su 30"),
    (
        "",
        "",
        "percentuale di completamento degli interventi",
        "gli interventi sono stati condotti secondo cronoprogramma e nessuno di essi è stato sospeso.",
    ),
    ("", "", "stato di avanzamento (%)", "i lavori proseguono senza che alcun cantiere sia stato interrotto."),
    ("", "", "grado di attuazione del programma (in %)", "il programma procede, mai sospeso neppure d’estate."),
    (
        "",
        "",
        "% di raggiungimento del piano",
        "con sei collaboratori abbiamo caricato le carriere di tre facoltà, cominciando dalle più antiche.",
    ),
    (
        "",
        "",
        "percentuale di completamento dell’archivio",
        "abbiamo lavorato sulle filigrane del Quattrocento e del Cinquecento con due borsiste.",
    ),
    (
        "",
        "",
        "% di completamento dell’acquisizione",
        "l’acquisizione è proseguita con regolarità, a cura di due unità di personale.",
    ),
    (
        "",
        "",
        "% raggiungimento del programma di rinnovo",
        "consegnate le nuove postazioni agli uffici ispettivi; ritirato l’usato. Spesa 61 K€.",
    ),
    ("", "", "percentuale realizzata del progetto", "il progetto è andato avanti con le fasi di analisi e di prova."),
    (
        "",
        "",
        "quanto del piano è stato attuato, in percentuale",
        "il piano è stato attuato nelle sue parti iniziali.",
    ),
    ("", "", "avanzamento percentuale dei lavori", "i lavori hanno riguardato il tetto e la facciata."),
    ("", "", "completamento della banca dati (%)", "la banca dati è stata alimentata dagli uffici."),
    ("", "", "indice di completamento del riordino (%)", "riordinate le serie più consultate."),
    ("", "", "quota di piano attuata (%)", "attuate le azioni sul personale."),
    ("", "", "lavori eseguiti, in % del totale", "eseguiti gli scavi e le fondazioni."),
    ("", "", "stato di realizzazione espresso in percentuale", "realizzate le opere di urbanizzazione."),
)

REPORTED: tuple[Case, ...] = (
    (
        "",
        "",
        "% completamento della mappa",
        "la mappa è completa al 55% – Valutazione OIV: venticinque punti su trenta",
    ),
    ("", "", "% completamento della mappa", "la mappa è completa per tre quarti – punteggio 25 su 30"),
    ("", "", "% completamento della mappa", "completata la mappa di 12 versanti su 20 – punteggio 25"),
    ("", "", "percentuale di completamento degli interventi", "gli interventi sono stati sospesi a marzo."),
    ("", "", "percentuale di completamento degli interventi", "gli interventi non sono stati avviati."),
    ("", "", "% di completamento", "l’intervento è stato interamente realizzato."),
    ("", "", "grado di realizzazione (%)", "lo stato dei lavori è pari all’ottanta per cento."),
    ("", "", "% di completamento della bonifica", "siamo a metà della bonifica."),
    ("", "", "% di pratiche chiuse", "le pratiche sono state chiuse."),
    ("", "", "grado di soddisfazione degli utenti (%)", "gli utenti sono soddisfatti."),
    ("", "", "% di completamento della valutazione dei rischi", "la valutazione dei rischi è completa al 70%."),
    (
        "",
        "",
        "% di completamento della valutazione dei rischi",
        "della valutazione dei rischi è stato svolto il 70 per cento.",
    ),
    ("", "", "% di completamento dei punti luce", "sono stati rifatti 80 punti luce su 100."),
)


@pytest.mark.parametrize(
    ("check", "cases"),
    [("target.baseline-differs", BASELINES), ("target.percentage-unreported", UNREPORTED)],
)
def test_a_contradiction_is_told(tmp_path: Path, check: str, cases: tuple[Case, ...]) -> None:
    for objective, case in of_cases(tmp_path, cases):
        assert [one for one in objective.findings if one.check == check and one.severity != "notice"], case


@pytest.mark.parametrize(
    ("check", "cases"),
    [("target.baseline-differs", SAME_BEFORE), ("target.percentage-unreported", REPORTED)],
)
def test_what_may_hold_raises_no_more_than_a_notice(tmp_path: Path, check: str, cases: tuple[Case, ...]) -> None:
    for objective, case in of_cases(tmp_path, cases):
        assert not [one for one in objective.findings if one.check == check and one.severity != "notice"], case
