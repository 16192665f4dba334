"""Results in words other than those of their target: pronouns, claims, stated achievement, targets without an answer.

Each case has its twin, of which nothing worse than a notice is said.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_reports import findings, ours, told

Case = tuple[str, str, str, str]
CLAIMED: tuple[Case, ...] = (
    (
        "Almeno 12 incontri con le scuole.",
        "incontri con le scuole",
        "si sono tenuti 9 incontri: target rispettato.",
        "si sono tenuti 14 incontri: target rispettato.",
    ),
    (
        "Il tempo medio di risposta non deve superare i 20 giorni.",
        "tempo medio di risposta",
        "il tempo medio di risposta è di 26 giorni. Valore atteso raggiunto.",
        "il tempo medio di risposta è di 16 giorni. Valore atteso raggiunto.",
    ),
    (
        "La soddisfazione degli utenti dovrà essere non inferiore all’80 per cento.",
        "soddisfazione degli utenti",
        "la soddisfazione degli utenti si è fermata al 74 per cento; l’obiettivo può dirsi conseguito.",
        "la soddisfazione degli utenti è salita all'86 per cento; l’obiettivo può dirsi conseguito.",
    ),
    (
        "Ci si propone di svolgere non meno di quindici ispezioni.",
        "ispezioni",
        "ne sono state svolte undici. Obiettivo centrato.",
        "ne sono state svolte sedici. Obiettivo centrato.",
    ),
    (
        "Traguardo: 30 corsi.",
        "corsi tenuti",
        "i corsi tenuti sono 24 e il traguardo è stato raggiunto.",
        "i corsi tenuti sono 32 e il traguardo è stato raggiunto.",
    ),
    (
        "Si mira a coinvolgere minimo 200 volontari.",
        "volontari coinvolti",
        "hanno aderito 150 volontari. È stato così raggiunto il risultato atteso.",
        "hanno aderito 250 volontari. È stato così raggiunto il risultato atteso.",
    ),
    (
        "Le pratiche vanno chiuse in non più di 10 giorni in media.",
        "giorni medi per pratica",
        "in media una pratica si chiude in 13 giorni. Standard rispettato, target rispettato.",
        "in media una pratica si chiude in 8 giorni. Target rispettato.",
    ),
    (
        "Riduzione dei reclami: non oltre 40 nell’anno.",
        "numero di reclami",
        "i reclami sono stati 52: il target è dunque rispettato.",
        "i reclami sono stati 32: il target è dunque rispettato.",
    ),
    (
        "Obiettivo: almeno il 70% delle strade spazzate ogni giorno.",
        "% strade spazzate",
        "è stato spazzato ogni giorno il 63% delle strade; obiettivo pienamente raggiunto.",
        "è stato spazzato ogni giorno il 73% delle strade; obiettivo pienamente raggiunto.",
    ),
    (
        "Servono come minimo 25 visite guidate.",
        "visite guidate",
        "le visite guidate sono state 19. Si ritiene raggiunto l’obiettivo.",
        "le visite guidate sono state 29. Si ritiene raggiunto l’obiettivo.",
    ),
    (
        "La spesa per la posta non deve eccedere 9.000 euro.",
        "spesa per la posta",
        "la spesa per la posta è stata di 11.300 euro, con il valore programmato rispettato.",
        "la spesa per la posta è stata di 8.300 euro, con il valore programmato rispettato.",
    ),
    (
        "Piantare 500 alberi.",
        "alberi piantati (valore atteso: 500)",
        "alberi piantati: 430. Il valore atteso si considera raggiunto.",
        "alberi piantati: 530. Il valore atteso si considera raggiunto.",
    ),
)
STATED: tuple[Case, ...] = (
    (
        "Si prevede di formare 40 volontari.",
        "volontari formati",
        "i volontari formati sono 30; il grado di raggiungimento è pari al 92%.",
        "i volontari formati sono 30; il grado di raggiungimento è pari al 75%.",
    ),
    (
        "Target: 200 visite.",
        "visite",
        "le visite sono state 150, con un grado di realizzazione dell’83 per cento.",
        "le visite sono state 150, con un grado di realizzazione del 75 per cento.",
    ),
    (
        "Vanno restaurati 25 quadri.",
        "quadri restaurati",
        "i quadri restaurati sono 20 (obiettivo raggiunto al 91%).",
        "i quadri restaurati sono 20 (obiettivo raggiunto all’80%).",
    ),
    (
        "Almeno 60 controlli.",
        "controlli eseguiti",
        "eseguiti 45 controlli. % di raggiungimento: 83.5%",
        "eseguiti 45 controlli. % di raggiungimento: 75%",
    ),
    (
        "Si conta di piantare 500 alberi.",
        "alberi piantati",
        "ne sono stati piantati 400, pari a un grado di conseguimento dell’ottantotto per cento.",
        "ne sono stati piantati 400, pari a un grado di conseguimento dell’ottanta per cento.",
    ),
    (
        "Erano attesi 120 iscritti.",
        "iscritti (target 120)",
        "gli iscritti sono 90: raggiungimento dell’obiettivo 86%.",
        "gli iscritti sono 90: raggiungimento dell’obiettivo 75%.",
    ),
    (
        "Occorre posare 12 km di fibra.",
        "km di fibra posati",
        "sono stati posati 9 km di fibra; tasso di raggiungimento: 84%.",
        "sono stati posati 9 km di fibra; tasso di raggiungimento: 75%.",
    ),
    (
        "L’intento è di visitare 80 imprese.",
        "imprese visitate",
        "imprese visitate: 60. Percentuale di raggiungimento del target: 88%.",
        "imprese visitate: 60. Percentuale di raggiungimento del target: 75%.",
    ),
    (
        "Ci si attende di assistere 400 anziani.",
        "anziani assistiti",
        "gli anziani assistiti sono stati 300. Gr. di ragg.: 93%.",
        "gli anziani assistiti sono stati 300. Gr. di ragg.: 75%.",
    ),
)
UNANSWERED: tuple[Case, ...] = (
    (
        "Si conta di aprire almeno 6 sportelli.",
        "sportelli aperti",
        "scelti i locali e firmati i contratti.",
        "aperti 7 sportelli.",
    ),
    (
        "Accoglimento di almeno 150 domande.",
        "domande accolte",
        "bando pubblicato e commissione nominata.",
        "accolte 160 domande.",
    ),
    (
        "Si intende ridurre i consumi di almeno il 10%.",
        "riduzione dei consumi",
        "installate due centraline e sostituite le lampade.",
        "i consumi si sono ridotti del 12%.",
    ),
    (
        "Nel corso dell’anno vanno svolte non meno di venti ispezioni.",
        "ispezioni svolte",
        "la squadra è stata equipaggiata e formata.",
        "la squadra ha svolto ventidue ispezioni.",
    ),
    (
        "Occorre digitalizzare almeno 3.000 fascicoli.",
        "fascicoli digitalizzati",
        "acquistato lo scanner e formati gli addetti.",
        "digitalizzati 3.200 fascicoli.",
    ),
    (
        "Minimo 40 tirocini da attivare.",
        "tirocini attivati",
        "le convenzioni con le scuole sono state firmate.",
        "attivati 44 tirocini.",
    ),
    (
        "L’obiettivo è arrivare a non più di 15 giorni di attesa.",
        "giorni di attesa",
        "assunto un medico e rivista l’agenda.",
        "i giorni di attesa sono 12.",
    ),
    (
        "Copertura del servizio in almeno il 60% dei plessi.",
        "copertura dei plessi",
        "fatta la gara e scelto il gestore.",
        "il servizio copre il 65% dei plessi.",
    ),
    (
        "Tenere almeno otto lezioni nelle scuole.",
        "lezioni nelle scuole",
        "preparato il materiale e informati i presidi.",
        "tenute nove lezioni nelle scuole.",
    ),
    (
        "Ci si prefigge il recupero di minimo 90.000 euro.",
        "somme recuperate",
        "inviati i solleciti e aggiornata la banca dati.",
        "recuperati 97.000 euro.",
    ),
)
UNREPORTED: tuple[Case, ...] = (
    (
        "Il progetto dura due anni.",
        "% avanzamento del progetto",
        "svolte le prime due fasi.",
        "svolte le prime due fasi; avanzamento al 50%.",
    ),
    (
        "Il progetto dura due anni.",
        "percentuale di attuazione del piano",
        "incontri tenuti e bozza scritta.",
        "bozza scritta; il piano è attuato per il sessanta per cento.",
    ),
    (
        "Il progetto dura due anni.",
        "stato di avanzamento in percentuale",
        "rilievi finiti.",
        "rilievi finiti: siamo al 40 per cento.",
    ),
    (
        "Il progetto dura due anni.",
        "grado di attuazione (%) del programma",
        "rilievi finiti.",
        "rilievi finiti, tre quarti del programma (75%).",
    ),
    ("Il progetto dura due anni.", "avanzamento % dei lavori", "posati i tubi.", "posati i tubi: lavori al 35%."),
    (
        "Il progetto dura due anni.",
        "quota di completamento dell’archivio",
        "ordinate le buste.",
        "ordinate le buste, completato il 30%.",
    ),
    ("Il progetto dura due anni.", "lavori eseguiti (in %)", "posati i tubi.", "posati i tubi: lavori al 35%."),
    ("Il progetto dura due anni.", "% del programma realizzata", "posati i tubi.", "posati i tubi: realizzato il 35%."),
    (
        "Il progetto dura due anni.",
        "livello percentuale di realizzazione",
        "posati i tubi.",
        "posati i tubi: realizzato il 35%.",
    ),
    (
        "Il progetto dura due anni.",
        "percentuale di realizzazione delle attività previste",
        "posati i tubi.",
        "posati i tubi: realizzato il 35%.",
    ),
    (
        "Il progetto dura due anni.",
        "completamento del catasto (%)",
        "posati i tubi.",
        "posati i tubi: realizzato il 35%.",
    ),
    (
        "Il progetto dura due anni.",
        "perc. di esecuzione dei lavori",
        "posati i tubi.",
        "posati i tubi: realizzato il 35%.",
    ),
)


@pytest.mark.parametrize(
    ("check", "case"),
    [
        *(("ratio.target", one) for one in CLAIMED), *(("ratio.achievement", one) for one in STATED),
        *(("target.unanswered", one) for one in UNANSWERED),
        *(("target.percentage-unreported", one) for one in UNREPORTED),
    ],
)
def test_what_is_told_in_other_words_is_found_and_its_twin_is_not(tmp_path: Path, check: str, case: Case) -> None:
    description, indicator, wrong, right = case
    words = {"description": description, "indicator": indicator, "score": "Valutazione OIV = 90/100"}
    assert [one.severity != "notice" for one in findings(told(tmp_path, words | {"results": wrong}), check)] == [True]
    assert not raised(tmp_path, words | {"results": right})


def raised(folder: Path, words: dict[str, str]) -> list[tuple[str, str, str]]:
    """Errors and warnings about values."""
    return [one for one in ours(told(folder, words)) if one[0] != "notice"]
