"""The same contradiction as people write it, each with its twin in which nothing is wrong: `[[wrong|right]]`.

The reports are of 2018. Each case is a description, an indicator and the results of one objective.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_reports import findings, ours, told

TITLE = "ISCRITTI ALLA BIBLIOTECA"
PLAIN = "Si intendeva rafforzare i servizi."
GROWTH = "incremento"

BASELINES = [
    ("Nel 2017 gli iscritti alla biblioteca erano 320.", GROWTH, "gli iscritti sono passati da [[350|320]] a 410."),
    ("Gli iscritti alla biblioteca erano 320 nel 2017.", GROWTH,
     "gli iscritti alla biblioteca sono 410, contro i [[350|320]] del 2017."),
    ("La biblioteca contava 320 iscritti a fine 2017.", GROWTH, "gli iscritti sono 410 (erano [[350|320]] nel 2017)."),
    ("Nell’anno precedente gli iscritti erano stati 320.", GROWTH,
     "gli iscritti sono stati 410, rispetto ai [[350|320]] dell’anno precedente."),
    ("Si parte da 320 iscritti.", GROWTH,
     "gli iscritti sono 410, con un aumento di 60 rispetto ai [[350|320]] dell’anno prima."),
    ("Nel 2017 gli iscritti alla biblioteca erano 320.", GROWTH,
     "gli iscritti alla biblioteca sono cresciuti dai [[350|320]] del 2017 ai 410 del 2018."),
    ("Il dato 2017 è di 320 iscritti.", GROWTH, "gli iscritti del 2017, [[350|320]], sono diventati 410."),
    ("Gli iscritti, 320 nel 2017, sono pochi.", GROWTH, "gli iscritti sono 410; l’anno prima erano [[350|320]]."),
    ("Valore iniziale: 320 iscritti.", GROWTH, "gli iscritti sono aumentati da [[350|320]] a 410."),
    ("Gli iscritti nel 2017 sono stati 320.", GROWTH, "gli iscritti sono 410 a fronte di [[350|320]] nel 2017."),
    ("Nel 2017 il tempo medio di prestito era di 12 giorni.", GROWTH,
     "il tempo medio di prestito è sceso da [[15|12]] a 9 giorni."),
    ("Il tempo medio di rilascio era pari a 45 giorni nel 2017.", GROWTH,
     "il tempo medio di rilascio è passato dai [[52|45]] giorni del 2017 ai 38 attuali."),
    ("La quota di raccolta differenziata era del 61% nel 2017.", GROWTH,
     "la raccolta differenziata è passata dal [[58|61]]% al 66%."),
    ("L’arretrato al 31 dicembre 2017 ammontava a 1.250 pratiche.", GROWTH,
     "l’arretrato è stato ridotto da [[1.520|1.250]] a 400 pratiche."),
    ("L’arretrato iniziale è di 1.250 pratiche.", GROWTH,
     "delle [[1.520|1.250]] pratiche arretrate all’inizio dell’anno ne restano 400."),
    ("Nel 2017 furono presentate 87 domande.", GROWTH,
     "le domande presentate sono state 102, con un incremento rispetto alle [[78|87]] del 2017."),
    ("I volontari erano quindici nel 2017.", GROWTH,
     "i volontari sono oggi 22, mentre nel 2017 erano [[diciotto|quindici]]."),
    (PLAIN, "diminuzione dei ricorsi pendenti (al 31.12.2017: n. 27)",
     "i ricorsi pendenti sono diminuiti da [[35|27]] a 19."),
]
TARGETS = [
    ("Si prevedono almeno [[10|12]] laboratori nelle scuole.", "n. laboratori (target: almeno 12)",
     "i laboratori svolti sono stati 13."),
    ("L’obiettivo è di svolgere [[10|12]] laboratori.", "laboratori svolti: target 12",
     "sono stati svolti 13 laboratori."),
    ("I tempi di risposta devono scendere sotto i [[20|15]] giorni.", "tempo medio di risposta (target: < 15 giorni)",
     "il tempo medio di risposta è di 13 giorni."),
    ("Si puntava a formare [[cinquanta|sessanta]] dipendenti.", "dipendenti formati >= 60",
     "i dipendenti formati sono 64."),
    ("Vanno collaudati tutti e [[trenta|quaranta]] gli estintori.", "estintori collaudati (target: 40)",
     "gli estintori collaudati sono 41."),
    ("La campagna mirava a raggiungere con gli avvisi almeno il [[70|75]]% dei residenti.",
     "residenti raggiunti dagli avvisi (target: >= 75%)", "i residenti raggiunti dagli avvisi sono il 78%."),
    ("Occorre realizzare non meno di [[quattro|cinque]] incontri.", "incontri realizzati (target: almeno cinque)",
     "gli incontri realizzati sono stati 6."),
]
LATE = [
    ("Si prevedeva di attivare il portale entro giugno 2018.", "attivazione del portale",
     "il portale è attivo dal [[4 ottobre|4 maggio]] 2018."),
    ("Scadenza: 31/05/2018.", "pubblicazione del bando",
     "il bando è stato pubblicato in data [[20/09/2018|20/04/2018]]."),
    ("Il piano andava inviato non più tardi del mese di giugno 2018.", "invio del piano",
     "il piano è giunto al Ministero in data [[27 luglio|27 maggio]] 2018."),
    ("La gara doveva concludersi per il 30 settembre 2018.", "conclusione della gara",
     "la gara si è conclusa il [[18 novembre|18 agosto]] 2018."),
    ("Il termine per la consegna è il 30 aprile 2018.", "consegna del progetto",
     "il progetto è stato consegnato soltanto il [[09/07/2018|29/04/2018]]."),
    ("Entro il primo semestre va adottata la carta dei servizi.", "adozione della carta (entro il 30/06/2018)",
     "la carta è stata adottata con delibera n. 12 del [[3 agosto|3 giugno]] 2018."),
]
PARTS = [
    (PLAIN, "n. utenti", "sono stati assistiti 120 utenti, suddivisi in 80 adulti e [[60|40]] bambini."),
    (PLAIN, "n. utenti", "sono stati assunti novanta operatori, cioè sessanta infermieri, venti tecnici e"
     " [[quindici|dieci]] ostetriche."),
    (PLAIN, "n. alunni", "accompagnati in tutto 640 alunni, 415 della scuola primaria e [[255|225]] della secondaria."),
    (PLAIN, "n. corsi", "si sono svolti 7 corsi in presenza e [[7|5]] a distanza, per un totale di 12 corsi."),
    (PLAIN, "n. controlli", "i controlli sono stati 340 (200 nei cantieri e [[160|140]] nei negozi)."),
]
PERCENTAGES = [
    (PLAIN, "pratiche evase", "pratiche ricevute: 200; pratiche evase: 180; percentuale: [[95|90]]%."),
    (PLAIN, "pratiche evase", "sono pervenute 200 pratiche e ne sono state evase 180 ([[95|90]]%)."),
    (PLAIN, "pratiche evase", "evase 180 delle 200 pratiche pervenute ([[95|90]]%)."),
    (PLAIN, "pratiche evase", "evase 180 pratiche delle 200 pervenute, ossia il [[95|90]]%."),
    (PLAIN, "giardini", "dei nove giardini ne sono stati recuperati sei, pari al [[75|66,7]]%."),
    (PLAIN, "pratiche evase", "sono state evase 180 pratiche, ovvero il [[95|90]]% delle 200 pervenute."),
]
CASES = [
    *(("target.baseline-differs", one) for one in BASELINES), *(("target.differs", one) for one in TARGETS),
    *(("time.late", one) for one in LATE), *(("ratio.parts", one) for one in PARTS),
    *(("ratio.percentage", one) for one in PERCENTAGES),
]
_CHOICE = re.compile(r"\[\[(.*?)\|(.*?)\]\]")


def said(case: tuple[str, str, str], which: int) -> dict[str, str]:
    texts = (_CHOICE.sub(lambda found: found[which], text) for text in case)
    return {"title": TITLE, **dict(zip(("description", "indicator", "results"), texts, strict=True))}


@pytest.mark.parametrize(("check", "case"), CASES)
def test_it_is_found_and_its_twin_raises_nothing(tmp_path: Path, check: str, case: tuple[str, str, str]) -> None:
    wrong = [one.severity for one in findings(told(tmp_path, said(case, 1)), check)]
    assert set(wrong) & {"error", "warning"}, wrong
    twin = told(tmp_path, said(case, 2))
    assert [one for one in ours(twin) if one[0] != "notice"] == []
    assert findings(twin, check) == []


@pytest.mark.parametrize(("description", "results"), [
    ("Gli eventi dell’ottobre 2017 hanno reso impercorribili tratti per 340 chilometri.",
     "ripristinati 42 chilometri, partendo dai 12 del 2017."),
    ("Nel 2017 gli iscritti erano 320.", "gli iscritti sono 410, di cui 60 nuovi."),
    ("Nel 2017 gli iscritti erano 320.", "gli iscritti sono saliti a 410, con 90 in più rispetto al 2017."),
    ("Nel 2017 furono 320 gli iscritti e 45 i volontari.", "gli iscritti sono 410 (320 nel 2017), i volontari 48."),
    ("Nel 2016 gli iscritti erano 300.", "gli iscritti sono 410, contro i 320 del 2017."),
    ("Aprire lo sportello dalle 9 alle 12.", "sportello aperto da lunedì 3 a venerdì 7, con 320 utenti."),
])
def test_what_is_of_another_thing_or_time_is_no_other_baseline(
    tmp_path: Path, description: str, results: str
) -> None:
    one = {"title": TITLE, "description": description, "indicator": GROWTH, "results": results}
    assert findings(told(tmp_path, one), "target.baseline-differs") == []
