"""Ratios, parts and wholes in many words: each contradiction is found, its twin is not, innocents are left alone.

`[wrong|right]`: the number that contradicts, and the one that does not.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.small_reports import ours, told

SHARE = "pratiche evase / pratiche pervenute"
PERCENTAGES = (
    "Delle 1.240 istanze protocollate nell'anno ne risultano definite 1.116, ovverosia il [95|90] per cento.",
    "Su un totale di 860 segnalazioni ricevute, l'URP ne ha riscontrate 731: la percentuale di riscontro "
    "si attesta all'[92|85]%.",
    "I fascicoli digitalizzati ammontano a 1.530 su 1.800 complessivi; la quota raggiunta è dell'[93|85]%.",
    "Il personale formato è pari a 192 unità su 240 in servizio, con un'incidenza dell'[88|80]%.",
    "Hanno risposto al questionario 405 studenti rispetto ai 900 iscritti (tasso di risposta: [54|45]%).",
    "Nel corso dell'anno si sono chiusi 48 procedimenti a fronte di 60 avviati, il che equivale al [90|80]%.",
    "Sono stati liquidati 285 mandati rispetto a un totale di 300: il [91|95]%.",
    "Dei 50 plessi scolastici presenti sul territorio comunale, 40 sono stati dotati di connettività "
    "(pari cioè al [88|80]%).",
    "Vaccinati 6.300 ultrasessantacinquenni sui 9.000 assistiti: copertura del [75|70]%.",
    "La copertura vaccinale è risultata del [75|70]% (6.300 vaccinati / 9.000 assistiti).",
    "Ha aderito il [65|60]% della popolazione bersaglio (3.600 donne sulle 6.000 invitate).",
    "Le sedute trasmesse in diretta sono state 18 su 24, ossia il [85|75]%.",
    "Si è proceduto alla verifica di 34 cantieri su 40, raggiungendo così l'[90|85]% del campione.",
    "Si è proceduto alla verifica di 34 cantieri su 40, il che porta la quota di cantieri verificati all'[90|85]%.",
    "Degli 80 comuni della provincia hanno sottoscritto il protocollo in 60 (il [80|75]%).",
    "I crediti riscossi sono pari a 2.100.000 euro su 3.000.000 di euro accertati: [75|70]%.",
    "Accertati 3.000.000 di euro, ne sono stati riscossi 2.100.000 (indice di riscossione [75|70]%).",
    "La riscossione ha raggiunto il [75|70]% dell'accertato (2.100.000 euro su 3.000.000).",
    "Il rapporto fra le pratiche evase, 180, e quelle pervenute, 200, è del [95|90]%.",
    "Il rapporto 180/200 restituisce un valore del [95|90]%.",
    "180 pratiche evase / 200 pratiche pervenute x 100 = [95|90]%",
    "(180/200)*100 = [95|90]%",
    "180 : 200 = [95|90]%",
    "Numeratore 180, denominatore 200, valore [95|90]%.",
    "Il numeratore è 180, il denominatore è 200: il risultato è [95|90]%.",
    "Numero pratiche evase: 180. Numero pratiche pervenute: 200. Percentuale: [95|90]%.",
    "Evase 180 pratiche; pervenute 200. Indice: [95|90]%.",
    "Risultano evase nei termini 180 delle 200 pratiche pervenute, con una percentuale pari al [95|90]%.",
    "Risulta evaso il [95|90]% delle pratiche, in numero di 180 su 200.",
    "Risulta evaso il [95|90]% delle pratiche, ovvero 180 di 200.",
    "È stato evaso il [95|90]% delle 200 pratiche pervenute, vale a dire 180.",
    "Il [95|90]% delle pratiche pervenute è stato evaso nei termini: si tratta di 180 pratiche su 200.",
    "Nove pratiche su dieci, 180 su 200, sono state evase ([95|90]%).",
    "Le pratiche pervenute sono state 200, quelle evase 180: la percentuale di evasione è dunque del [95|90]%.",
    "Le pratiche pervenute furono 200; ne vennero evase 180, il [95|90]%.",
    "A fronte di 200 richieste di accesso agli atti ne sono state accolte 180, con una percentuale di "
    "accoglimento del [95|90]%.",
    "A fronte di 200 richieste pervenute, le risposte fornite sono state 180 ([95|90]%).",
    "Rispetto alle 200 richieste pervenute sono state fornite 180 risposte, pari al [95|90]%.",
    "In rapporto ai 200 utenti censiti, 180 hanno ricevuto il servizio, con una copertura del [95|90]%.",
    "Sul totale di 200 pazienti arruolati, 180 hanno completato il percorso: [95|90]%.",
    "180 pazienti, su 200 arruolati, hanno completato il percorso; la percentuale di completamento "
    "risulta quindi del [95|90]%.",
    "Il percorso è stato completato da 180 pazienti (su 200 arruolati), corrispondenti al [95|90]%.",
    "Il percorso è stato completato da 180 dei 200 pazienti arruolati, corrispondenti al [95|90]% del totale.",
    "Hanno completato il percorso in 180 su 200, vale a dire il [95|90]% degli arruolati.",
    "Gli arruolati erano 200 e di essi 180 hanno completato il percorso: il [95|90]%.",
    "Gli arruolati erano 200, dei quali 180, pari al [95|90]%, hanno completato il percorso.",
    "180 arruolati (il [95|90]% dei 200 iniziali) hanno completato il percorso.",
    "Si sono laureati in corso in 180 su 200, circostanza che porta l'indicatore al [95|90]%.",
    "L'indicatore si attesta al [95|90]% (180 laureati in corso su 200 laureati totali).",
    "L'indicatore, calcolato come 180/200, vale [95|90]%.",
    "Il valore conseguito è [95|90]%, dato dal rapporto tra 180 laureati in corso e 200 laureati.",
    "Il valore conseguito ([95|90]%) deriva dal rapporto 180/200.",
    "Il valore del [95|90]% è dato da 180 pagamenti nei termini su 200 totali.",
    "Sono state rilasciate 456 carte d'identità elettroniche su 480 richieste, per una percentuale "
    "complessiva del [98|95]%.",
    "Sono state rilasciate 456 carte d'identità elettroniche su 480 richieste, con un tasso di rilascio "
    "nei termini del [98|95]%.",
    "Sono state rilasciate 456 carte d'identità elettroniche su 480 richieste. La percentuale di "
    "rilascio è quindi del [98|95]%.",
    "Sono state rilasciate 456 carte d'identità elettroniche su 480 richieste. Il dato corrisponde al [98|95]%.",
    "Sono state rilasciate 456 carte d'identità elettroniche su 480 richieste; trattasi del [98|95]%.",
    "Sono state rilasciate 456 carte d'identità elettroniche su 480 richieste, per un totale del [98|95]%.",
    "Sono state rilasciate 456 carte d'identità elettroniche su 480 richieste, che rappresentano il "
    "[98|95]% del totale.",
    "Sono state rilasciate 456 carte d'identità elettroniche su 480 richieste, con ciò raggiungendo il [98|95]%.",
    "Sono state rilasciate 456 carte d'identità elettroniche su 480 richieste, il [98|95]% circa.",
    "Sono state rilasciate 456 carte d'identità elettroniche su 480 richieste e quindi il [98|95]% del totale.",
    "Sono state rilasciate 456 carte d'identità elettroniche su 480 richieste, in percentuale il [98|95]%.",
    "Sono state rilasciate 456 carte d'identità elettroniche su 480 richieste, in termini percentuali il [98|95]%.",
    "Sono state rilasciate 456 carte d'identità elettroniche su 480 richieste, percentuale di rilascio [98|95]%.",
    "Sono state rilasciate 456 carte d'identità elettroniche su 480 richieste, il che significa il [98|95]%.",
    "Sono state rilasciate 456 carte d'identità elettroniche su 480 richieste, dato che si traduce in un [98|95]%.",
)
WHOLES = (
    "Hanno partecipato ai corsi n. [270|170] dipendenti su 250 in servizio.",
    "Dei 250 dipendenti in servizio ne sono stati formati [270|170].",
    "Delle 84 strutture accreditate ne sono state ispezionate [91|81].",
    "Su 84 strutture accreditate ne risultano ispezionate [91|81].",
    "Erano 84 le strutture accreditate: ne sono state ispezionate [91|81].",
    "Sono state ispezionate [91|81] strutture sulle 84 accreditate.",
    "Sono state ispezionate [91|81] delle 84 strutture accreditate.",
    "Sono state ispezionate [91|81] strutture accreditate su un totale di 84.",
    "Sono state ispezionate [91|81] strutture su 84.",
    "Sono pervenute 84 istanze e ne sono state accolte [91|81].",
    "A fronte di 84 istanze pervenute ne sono state accolte [91|81].",
    "Le istanze accolte sono state [91|81] sulle 84 presentate.",
    "Le istanze accolte sono state [91|81] a fronte di 84 presentate.",
    "Tra le 84 istanze presentate, [91|81] hanno avuto esito positivo.",
    "Dei tredici comuni dell'unione, [quindici|dodici] hanno aderito alla gestione associata.",
    "Su tredici comuni dell'unione hanno aderito in [quindici|dodici].",
    "Hanno aderito [quindici|dodici] comuni su tredici.",
    "Ammessi 84 progetti, di cui finanziati [91|81].",
    "Gli studenti immatricolati sono 84; [91|81] di essi hanno superato il test.",
    "[91|81] degli 84 immatricolati hanno superato il test.",
    "Hanno superato il test [91|81] degli 84 immatricolati.",
)
PARTS = (
    "Le 210 visite si sono così distribuite: 124 in primavera e [96|86] in autunno.",
    "Sono state rilasciate 320 autorizzazioni: 180 per passi carrabili, 90 per occupazione di suolo e "
    "[70|50] per insegne.",
    "Sono state rilasciate 320 autorizzazioni, e precisamente 180 per passi carrabili, 90 per "
    "occupazione di suolo e [70|50] per insegne.",
    "Sono state rilasciate 320 autorizzazioni, delle quali 180 per passi carrabili, 90 per occupazione "
    "di suolo e [70|50] per insegne.",
    "Le autorizzazioni rilasciate ammontano a 320, suddivise in 180 passi carrabili, 90 occupazioni di "
    "suolo e [70|50] insegne.",
    "Le autorizzazioni rilasciate ammontano a 320 (180 passi carrabili, 90 occupazioni di suolo, [70|50] insegne).",
    "Le autorizzazioni rilasciate sono 320: passi carrabili 180, occupazioni di suolo 90, insegne [70|50].",
    "Le autorizzazioni rilasciate sono 320: passi carrabili (180), occupazioni di suolo (90) e insegne ([70|50]).",
    "Le autorizzazioni rilasciate sono 320, di cui: passi carrabili n. 180; occupazioni di suolo n. 90; "
    "insegne n. [70|50].",
    "Rilasciate n. 320 autorizzazioni di cui n. 180 per passi carrabili, n. 90 per suolo pubblico e n. "
    "[70|50] per insegne.",
    "Sono state rilasciate 180 autorizzazioni per passi carrabili, 90 per suolo pubblico e [70|50] per "
    "insegne, per un totale di 320 autorizzazioni.",
    "Sono state rilasciate 180 autorizzazioni per passi carrabili, 90 per suolo pubblico e [70|50] per "
    "insegne: 320 in tutto.",
    "180 autorizzazioni per passi carrabili, 90 per suolo pubblico e [70|50] per insegne portano il totale a 320.",
    "Alle 180 autorizzazioni per passi carrabili si aggiungono 90 per suolo pubblico e [70|50] per "
    "insegne, per complessive 320 autorizzazioni.",
    "Complessivamente sono state rilasciate 320 autorizzazioni: 180 nel primo semestre e [160|140] nel secondo.",
    "Nel primo semestre sono state rilasciate 180 autorizzazioni, nel secondo [160|140]; nell'anno 320.",
    "Nel primo semestre sono state rilasciate 180 autorizzazioni e nel secondo [160|140], per un totale annuo di 320.",
    "Le 320 autorizzazioni si ripartiscono in 180 nel primo semestre e [160|140] nel secondo.",
    "Gli accessi al pronto soccorso sono stati 12.400, dei quali 7.300 codici bianchi, 4.000 verdi e "
    "[1.600|1.100] gialli.",
    "Sono stati assunti 24 dipendenti: 15 a tempo indeterminato e [12|9] a tempo determinato.",
    "I 24 assunti comprendono 15 amministrativi e [12|9] tecnici.",
    "Dei 24 assunti quindici sono donne e [dodici|nove] uomini.",
    "La spesa complessiva, pari a 500.000 euro, si compone di 300.000 euro per lavori, 150.000 per "
    "forniture e [80.000|50.000] per servizi.",
    "La spesa è stata di 500.000 euro: 300.000 per lavori, 150.000 per forniture e [80.000|50.000] per servizi.",
    "I fondi, 500.000 euro, sono stati ripartiti tra lavori (300.000 euro), forniture (150.000 euro) e "
    "servizi ([80.000|50.000] euro).",
    "Il 60% della spesa è andato ai lavori, il 30% alle forniture e il restante [20|10]% ai servizi.",
    "La spesa si è ripartita come segue: 60% lavori, 30% forniture, [20|10]% servizi.",
    "Le risposte sono state per il 60% positive, per il 30% neutre e per il [20|10]% negative.",
    "150 controlli: 90 su esercizi commerciali, [80|60] su pubblici esercizi.",
    "Controlli eseguiti 150, così articolati: esercizi commerciali 90, pubblici esercizi [80|60].",
    "Si sono tenuti 40 incontri: 25 in presenza, [20|15] a distanza.",
    "Si sono tenuti 40 incontri, 25 dei quali in presenza e [20|15] a distanza.",
    "Si sono tenuti 40 incontri (25 in presenza + [20|15] a distanza).",
    "40 incontri = 25 in presenza + [20|15] a distanza.",
    "25 incontri in presenza + [20|15] a distanza = 40 incontri.",
    "Si sono tenuti quaranta incontri, venticinque in presenza e [venti|quindici] a distanza.",
    "Si sono tenuti 40 incontri: tra questi 25 in presenza e [20|15] a distanza.",
    "Si sono tenuti 40 incontri. Di questi, 25 in presenza e [20|15] a distanza.",
    "Gli incontri tenuti sono stati 40, equamente ripartiti fra 25 in presenza e [20|15] a distanza.",
    "Gli incontri sono stati 25 in presenza e [20|15] a distanza, 40 nel complesso.",
    "Le 40 iniziative (25 in presenza e [20|15] a distanza) hanno coinvolto le scuole.",
)
INNOCENT = (
    "Sono state evase 40 pratiche su 60, raggiungendo il 90% previsto dal piano.",
    "Sono state evase 40 pratiche su 60, con un incremento del 20% sull'anno precedente.",
    "Sono state evase 40 pratiche su 60, portando la riduzione dei tempi al 20%.",
    "Sono state evase 40 pratiche su 60; tasso di assenza 4%.",
    "Sono state evase 40 pratiche su 60. Il tasso di soddisfazione è del 95%.",
    "Sono state evase 40 pratiche su 60. Il dato nazionale è del 95%.",
    "Sono state evase 40 pratiche su 60. Il valore atteso era del 90%.",
    "Sono state evase 40 pratiche su 60. Il risultato dell'anno precedente era del 55%.",
    "Sono state evase 40 pratiche su 60, che rappresentano il 20% del totale regionale.",
    "Sono state evase 40 pratiche su 60, che rappresentano il 20% delle domande presentate agli "
    "sportelli della provincia.",
    "Hanno risposto 405 studenti rispetto ai 380 dell'anno precedente, pari al 6,6% in più.",
    "Hanno risposto 405 studenti rispetto ai 380 del 2017 (6,6% in più).",
    "Hanno risposto 405 studenti rispetto ai 380 dell'anno prima: l'aumento è del 6,6%.",
    "Formati 45 dipendenti su 50; la spesa è stata pari al 70% dello stanziamento.",
    "Formati 45 dipendenti su 50 e spesa impegnata all'80%.",
    "Formati 45 dipendenti su 50. La percentuale di donne è del 40%.",
    "Formati 45 dipendenti su 50, con un gradimento del 97%.",
    "Formati 45 dipendenti su 50, conseguendo un gradimento medio del 97%.",
    "Formati 45 dipendenti su 50: il grado di raggiungimento dell'obiettivo è del 100%.",
    "Formati 45 dipendenti su 50, il target era pari all'80%.",
    "Formati 45 dipendenti su 50, portando la customer satisfaction al 97%.",
    "Formati 45 dipendenti su 50, arrivando a ridurre del 20% i ricorsi esterni.",
    "Formati 45 dipendenti su 50; la quota minima era del 75%.",
    "Formati 45 dipendenti su 50, in percentuale superiore al 75% fissato.",
    "Formati 45 dipendenti su 50, dato che supera il 75% richiesto.",
    "Il 75% dei dipendenti ha seguito almeno un corso; 45 corsi su 50 si sono svolti in aula.",
    "L'80% dei comuni ha aderito e 45 scuole su 50 hanno firmato.",
    "Delle 12 sedi ne sono state aperte 8, con 91 addetti.",
    "Delle 84 strutture sono state svolte 91 ispezioni.",
    "Delle 84 strutture accreditate sono state controllate 40, per un totale di 91 sopralluoghi.",
    "Su 84 strutture, 91 sopralluoghi.",
    "Nelle 84 strutture accreditate 91 operatori hanno seguito il corso.",
    "Sono pervenute 84 istanze; l'anno prima ne erano pervenute 91.",
    "Sono pervenute 84 istanze, mentre nel 2017 ne erano pervenute 91.",
    "Si sono svolti 84 corsi e ne sono in programma altri 91.",
    "Sono stati svolti 84 corsi; di questi 40 in aula. Ne erano previsti 91.",
    "Si attendevano 84 domande e ne sono pervenute 91.",
    "Dovevano essere svolti 84 corsi: ne sono stati svolti 91.",
    "Erano previsti 84 corsi e ne sono stati svolti 91.",
    "Con 84 volontari ne sono stati formati altri 91.",
    "Dai 84 iscritti del 2017 si è passati a 91.",
    "Tra le 84 imprese e i 91 professionisti si è aperto un tavolo.",
    "Sono 84 le scuole e 91 gli istituti coinvolti.",
    "Tra le 84 strutture accreditate si contano 91 posti letto.",
    "Degli 84 posti letto sono stati utilizzati in media il 91%.",
    "I 320 interventi hanno riguardato 180 scuole e 160 palestre.",
    "Il 60% delle imprese è artigiano, il 30% commerciale e il 20% ha meno di tre anni.",
    "Il 60% della spesa è andato ai lavori, il 30% alle forniture.",
    "Hanno risposto 60 imprese su 80, di cui 50 artigiane e 30 associate.",
    "La quota di donne è salita dal 40 al 45%, su 200 dipendenti.",
    "Numeratore: pratiche evase; denominatore: 200 pratiche; target 95%.",
    "Il rapporto tra 12 addetti e 200 utenti resta sotto il 10%.",
    "Pagate 180 fatture su 200 entro 30 giorni (tempo medio 22 giorni, -5% sul 2017).",
    "Sono stati 180 su 200 i pareri resi nei termini; per i restanti il ritardo è stato del 10%.",
    "Il tasso di copertura dei costi è stato del 62% e 180 utenti su 200 hanno pagato la retta.",
    "La mensa ha servito 180 bambini su 200 con una copertura dei costi del 62%.",
    "La mensa ha servito 180 bambini su 200, con un costo a carico del bilancio pari al 62%.",
    "Esaminate 180 domande su 200: di esse il 62% è stato accolto.",
    "Esaminate 180 domande su 200; il 62% è stato accolto.",
    "Esaminate 180 domande su 200, con un tasso di accoglimento del 62%.",
    "Esaminate 180 domande su 200. La percentuale di accoglimento è del 62%.",
    "Un utente su quattro ha usato lo sportello, 180 su 200 il portale.",
    "La metà dei comuni ha aderito; 30 su 80 hanno delegato il servizio.",
    "Sono stati evasi 180 ordini su 200, quasi la metà dei quali in un giorno.",
    "Spesi 180 euro su 200, corrispondenti al 62% del budget di reparto.",
    "Sono stati inseriti 180 utenti su 200 posti (62% uomini).",
    "Sono stati inseriti 180 utenti su 200 posti (di cui 62% uomini).",
    "Sono state formate 180 persone su 200, il 62% donne.",
    "Sono state formate 180 persone su 200, pari al 62% donne e al 38% uomini.",
    "Delle 200 imprese 180 hanno risposto; il 62% ha meno di dieci addetti.",
    "Delibera 40/60 approvata al 100%.",
    "Sono stati consegnati 9/10 moduli, con avanzamento della spesa al 70%.",
    "Il punteggio medio è 4 su 5, pari all'80%; il tasso di risposta 30%.",
    "La valutazione media è di 4,2 su 5 (tasso di risposta del 30%).",
    "Il gradimento è stato di 3,6 su 4 con un tasso di risposta del 45%.",
)
_EITHER = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


def raised(folder: Path, results: str, indicator: str = "attività svolte") -> set[str]:
    """The checks of ratios and parts that raise an error or a warning on a text of results."""
    found = ours(told(folder, {"indicator": indicator, "results": results}))
    return {check for severity, check, _ in found if severity != "notice" and check.startswith("ratio.")}


@pytest.mark.parametrize(
    ("check", "indicator", "sentence"),
    [
        *(pytest.param("ratio.percentage", SHARE, one, id=one) for one in PERCENTAGES),
        *(pytest.param("ratio.above-whole", "quota sul totale", one, id=one) for one in WHOLES),
        *(pytest.param("ratio.parts", "attività svolte", one, id=one) for one in PARTS),
    ],
)
def test_a_contradiction_is_found_in_whatever_words(tmp_path: Path, check: str, indicator: str, sentence: str) -> None:
    assert check in raised(tmp_path, _EITHER.sub(r"\1", sentence), indicator)
    assert not raised(tmp_path, _EITHER.sub(r"\2", sentence), indicator)


@pytest.mark.parametrize("sentence", INNOCENT)
def test_numbers_that_do_not_belong_together_are_left_alone(tmp_path: Path, sentence: str) -> None:
    assert not raised(tmp_path, sentence)
    assert not raised(tmp_path, sentence, SHARE)
