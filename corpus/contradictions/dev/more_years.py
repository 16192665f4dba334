# ruff: noqa: E501
"""Pairs told in prose: a municipality, a park, a region."""

from typing import Any

from corpus.contradictions import forms
from corpus.contradictions.author import held, wrong
from corpus.contradictions.rows import at, block, grid_row

SERRA_TEXT = (
    "la squadra ha ripulito i fossi di via del Molino e della contrada Pozzillo per 3.200 metri, ha rimosso 41 quintali di "
    "rifiuti e ha consegnato le schede al consorzio di bonifica."
)


def _serravento(year: int, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"comune-serravento-{year}",
        "layout": "A",
        "program": "text",
        "issuer": "Comune di Serravento",
        "year": year,
        "title": f"Relazione sulla performance {year}",
        "kind": "report",
        "print": forms.narrative(2, "Valutazione del Nucleo di Valutazione: {score}/100"),
        "objectives": list(objectives),
    }


SERRAVENTO_2018 = _serravento(
    2018,
    block(
        1,
        "Biblioteca di quartiere",
        "A01.01",
        "Cultura e giovani",
        "Si voleva portare la biblioteca anche nelle frazioni, con un pulmino attrezzato.",
        "prestiti registrati (target: almeno 2.400)",
        "i prestiti registrati nell’anno ammontano a 2.518, grazie soprattutto alle scuole.",
        100,
    ),
    block(
        2,
        "Alberature dei viali",
        "A02.01",
        "Ambiente e decoro",
        "Il programma prevedeva di sostituire gli alberi abbattuti negli anni scorsi.",
        "alberi messi a dimora (target: almeno centoventi)",
        "ne sono stati messi a dimora ottantasette, perché la siccità ha fermato i lavori da giugno a settembre; traguardo "
        "centrato solo in parte.",
        75,
    ),
    block(
        3,
        "Attese allo sportello anagrafe",
        "A03.01",
        "Servizi al cittadino",
        "Con il nuovo eliminacode si contava di accorciare le code del mattino.",
        "tempo medio di attesa (target: non oltre 15 minuti)",
        "il tempo medio di attesa, rilevato dall’eliminacode, è stato di 13 minuti.",
        100,
    ),
    block(
        4,
        "Consulta dei giovani",
        "A01.02",
        "Cultura e giovani",
        "La consulta riunisce i rappresentanti delle associazioni giovanili.",
        "sedute della consulta (target: almeno 5)",
        "la consulta si è riunita sei volte e ha espresso quattro pareri.",
        95,
    ),
    block(
        5,
        "Videosorveglianza",
        "A04.01",
        "Sicurezza urbana",
        "Si proseguiva nell’estensione della rete di telecamere.",
        "telecamere in esercizio",
        "al termine dell’anno erano in esercizio trentuno telecamere, sei delle quali alle porte del centro storico.",
        100,
    ),
    block(
        6,
        "Pulizia dei fossi",
        "A02.02",
        "Ambiente e decoro",
        "L’intervento previene gli allagamenti delle contrade basse.",
        "fossi ripuliti (SI/NO)",
        SERRA_TEXT,
        100,
    ),
    block(
        7,
        "Permessi di occupazione del suolo",
        "A03.02",
        "Servizi al cittadino",
        "Le domande dei commercianti si concentrano in primavera.",
        "giorni medi per il rilascio (target: non oltre 20 giorni)",
        "i giorni medi per il rilascio sono stati 23: il target non è stato raggiunto.",
        60,
    ),
) | {"first": True}

SERRAVENTO_2019 = _serravento(
    2019,
    block(
        1,
        "La biblioteca di quartiere",
        "A01.01",
        "Cultura e giovani",
        "Il pulmino raggiunge ora anche le contrade montane.",
        "prestiti registrati (target: almeno 2.500)",
        "i prestiti registrati sono saliti a 2.690, rispetto ai [[2.381|2.518]] dell’anno precedente.",
        100,
    ),
    block(
        2,
        "Alberature dei viali e delle piazze",
        "A02.01",
        "Ambiente e decoro",
        "Prosegue la sostituzione degli alberi abbattuti.",
        "alberi messi a dimora (target: almeno [[ottanta|centotrenta]])",
        "sono stati messi a dimora [[novantuno|centotrentaquattro]] alberi, in prevalenza tigli.",
        100,
    ),
    block(
        3,
        "Attese allo sportello anagrafe",
        "A03.01",
        "Servizi al cittadino",
        "L’eliminacode consente di prenotare anche da casa.",
        "[[utenti serviti entro un quarto d’ora/utenti|tempo medio di attesa]] (target: [[almeno l’85%|non oltre 14 minuti]])",
        "[[gli utenti serviti entro un quarto d’ora sono stati il 91%|il tempo medio di attesa è sceso a 12 minuti]].",
        100,
    ),
    block(
        4,
        "Consulta comunale dei giovani",
        "A01.02",
        "Cultura e giovani",
        "La consulta si è data un nuovo regolamento.",
        "sedute della consulta (target: almeno 5)",
        "la consulta si è riunita cinque volte.",
        95,
        only="twin",
    ),
    block(
        "[[4|5]]",
        "Videosorveglianza del territorio",
        "A04.01",
        "Sicurezza urbana",
        "Nell’anno è stato collegato il casello.",
        "telecamere in esercizio",
        "le telecamere in esercizio sono diventate quarantaquattro, contro le [[ventiquattro|trentuno]] di fine 2018.",
        100,
    ),
    block(
        "[[5|6]]",
        "Pulizia dei fossi",
        "A02.02",
        "Ambiente e decoro",
        "L’intervento previene gli allagamenti delle contrade basse.",
        "fossi ripuliti (SI/NO)",
        "[["
        + SERRA_TEXT
        + "|i lavori hanno riguardato la contrada Ginestra, mai toccata prima: 1.850 metri di canali, con 22 quintali "
        "di materiale portato via.]]",
        100,
    ),
    block(
        "[[6|7]]",
        "Permessi di occupazione del suolo pubblico",
        "A03.02",
        "Servizi al cittadino",
        "Le domande arrivano ormai tutte per via telematica.",
        "giorni medi per il rilascio (target: non oltre 18 giorni)",
        "i giorni medi per il rilascio sono stati 17, sei in meno dei 23 del 2018.",
        100,
    ),
)

SERRAVENTO = {
    "name": "years-serravento",
    "layout": "A",
    "first": "comune-serravento-2018",
    "second": "comune-serravento-2019",
    "audit": [
        at(1, "La biblioteca di quartiere", wrong("years.restated", "2.518", "2.381")),
        at(1, "La biblioteca di quartiere", held("years.restated", "2.518", only="twin")),
        at(
            2,
            "Alberature dei viali e delle piazze",
            wrong("years.target-lowered", "centoventi", "ottantasette", "almeno ottanta"),
        ),
        at(3, "Attese allo sportello anagrafe", wrong("years.series-break", "tempo medio di attesa")),
        at(4, "Consulta dei giovani", wrong("years.objective-gone", "Consulta dei giovani")),
        at(None, "Videosorveglianza del territorio", wrong("years.restated", "trentuno", "ventiquattro")),
        at(None, "Pulizia dei fossi", wrong("years.same-text", "ha ripulito i fossi di via del Molino")),
        at(None, "Permessi di occupazione del suolo pubblico", held("years.restated", "23")),
    ],
}

GOLE_TEXT = (
    "sono stati condotti 14 rilievi lungo i tre torrenti e sono stati contati 212 esemplari di merlo acquaiolo; i dati sono "
    "confluiti nella banca dati regionale della fauna."
)


def _gole(year: int, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"parco-goleazzurre-{year}",
        "layout": "A",
        "program": "reportlab",
        "issuer": "Ente Parco delle Gole Azzurre",
        "year": year,
        "title": f"Relazione sulla performance - anno {year}",
        "kind": "report",
        "print": forms.narrative(1, "Valutazione O.I.V.: {score}/100")
        | {"heading": "OBIETTIVO N. {number} – {title}", "footer": "Ente Parco delle Gole Azzurre"},
        "objectives": list(objectives),
    }


GOLE_2021 = _gole(
    2021,
    block(
        1,
        "CENSIMENTO DEL MERLO ACQUAIOLO",
        "N01.01",
        "Conservazione della natura",
        "Il merlo acquaiolo segnala la buona salute dei torrenti.",
        "svolgimento del censimento (SI/NO)",
        "nel corso del 2021 " + GOLE_TEXT,
        100,
    ),
    block(
        2,
        "CENTRO VISITE DELLA FORRA",
        "N02.01",
        "Accoglienza",
        "Il centro è aperto da aprile a ottobre.",
        "ingressi al centro visite (target: >= 8.500)",
        "gli ingressi al centro visite sono stati 8.740.",
        100,
    ),
    block(
        3,
        "PULIZIA DELLA RETE DEI SENTIERI",
        "N02.02",
        "Accoglienza",
        "I sentieri sono affidati a cinque squadre di volontari.",
        "quota della rete pulita (target: non meno del 75%)",
        "la quota della rete pulita si è fermata al 68% per le frane di marzo, dunque sotto l’atteso.",
        80,
    ),
    block(
        4,
        "MARCHIO DEL PARCO",
        "N03.01",
        "Economia locale",
        "Il marchio distingue i prodotti delle aziende che rispettano il disciplinare.",
        "aziende con il marchio (target: almeno dieci)",
        "hanno ottenuto il marchio undici aziende.",
        100,
    ),
    block(
        5,
        "GUIDE FORMATE",
        "N02.03",
        "Accoglienza",
        "Il corso per guide dura sei settimane.",
        "guide abilitate (target: almeno 30)",
        "le guide abilitate al termine del corso sono 34.",
        100,
    ),
    block(
        6,
        "INDENNIZZI PER DANNI DA FAUNA",
        "N03.02",
        "Economia locale",
        "Gli agricoltori attendono l’indennizzo per le colture danneggiate dai cinghiali.",
        "giorni medi per l’indennizzo (target: <= 60 giorni)",
        "i giorni medi per l’indennizzo sono stati 58, con 131 pratiche definite.",
        100,
    ),
) | {"first": True}

GOLE_2022 = _gole(
    2022,
    block(
        1,
        "CENSIMENTO DEL MERLO ACQUAIOLO",
        "N01.01",
        "Conservazione della natura",
        "Il merlo acquaiolo segnala la buona salute dei torrenti.",
        "svolgimento del censimento (SI/NO)",
        "[[nel corso del 2022 "
        + GOLE_TEXT
        + "|con la portata ridotta dei torrenti i rilievi sono scesi a nove e gli esemplari contati a 167; il calo è "
        "all’esame dei ricercatori.]]",
        100,
    ),
    block(
        2,
        "CENTRO VISITE DELLA FORRA",
        "N02.01",
        "Accoglienza",
        "Il centro apre ora già a marzo.",
        "ingressi al centro visite (target: >= 8.900)",
        "gli ingressi al centro visite sono stati 9.105 (erano [[8.470|8.740]] nel 2021).",
        100,
    ),
    block(
        3,
        "PULIZIA DELLA RETE DEI SENTIERI",
        "N02.02",
        "Accoglienza",
        "Le squadre di volontari sono diventate sei.",
        "quota della rete pulita (target: non meno del [[65%|75%]])",
        "la quota della rete pulita ha raggiunto il [[70%|77%]].",
        100,
    ),
    block(
        4,
        "GUIDE FORMATE",
        "N02.03",
        "Accoglienza",
        "Il corso, ridotto a quattro settimane, ammette meno allievi.",
        "guide abilitate (target: almeno 28)",
        "le guide abilitate al termine del corso sono 29; nel 2021 erano state 34.",
        100,
    ),
    block(
        5,
        "MARCHIO DI QUALITÀ DEL PARCO",
        "N03.01",
        "Economia locale",
        "Il disciplinare comprende ora anche i laboratori artigiani.",
        "aziende con il marchio (target: almeno tre nuove)",
        "altre quattro aziende hanno ottenuto il marchio, che sale così a quindici.",
        100,
        only="twin",
    ),
    block(
        "[[5|6]]",
        "INDENNIZZI PER I DANNI DA FAUNA",
        "N03.02",
        "Economia locale",
        "Le perizie sono affidate a due agronomi convenzionati.",
        "giorni medi per l’indennizzo (target: <= 60 giorni)",
        "i giorni medi per l’indennizzo sono stati 57. Nel 2021 le pratiche definite erano state [[113|131]]; quest’anno sono 140.",
        100,
    ),
)

GOLE = {
    "name": "years-goleazzurre",
    "layout": "A",
    "first": "parco-goleazzurre-2021",
    "second": "parco-goleazzurre-2022",
    "audit": [
        at(1, "CENSIMENTO DEL MERLO ACQUAIOLO", wrong("years.same-text", "sono stati condotti 14 rilievi")),
        at(2, "CENTRO VISITE DELLA FORRA", wrong("years.restated", "8.740", "8.470")),
        at(2, "CENTRO VISITE DELLA FORRA", held("years.restated", "8.740", only="twin")),
        at(3, "PULIZIA DELLA RETE DEI SENTIERI", wrong("years.target-lowered", "75%", "68%", "65%")),
        at(None, "MARCHIO DEL PARCO", wrong("years.objective-gone", "MARCHIO DEL PARCO")),
        at(None, "GUIDE FORMATE", held("years.restated", "34")),
        at(None, "INDENNIZZI PER I DANNI DA FAUNA", wrong("years.restated", "131", "113")),
    ],
}

BORSE_TEXT = (
    "Istruite 342 domande, ammesse 287 e finanziate 240; la graduatoria è stata scorsa due volte e le somme residue, pari a "
    "€ 18.400,00, sono state restituite al bilancio. SI"
)


def _altavia(year: int, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"regione-altavia-{year}",
        "layout": "B",
        "program": "reportlab",
        "issuer": "Regione Altavia",
        "year": year,
        "title": f"Relazione sulla performance {year} - Rendicontazione degli obiettivi operativi",
        "kind": "report",
        "print": forms.grid_b(1) | {"running_header": f"Regione Altavia - Relazione sulla performance {year}"},
        "objectives": list(objectives),
    }


ALTAVIA_2022 = _altavia(
    2022,
    grid_row(
        1,
        "0201",
        "02010101",
        "Istruzione",
        "Sostegno ai dottorati nelle imprese",
        "",
        results="Le borse di dottorato finanziate sono state 61, in 14 imprese.",
        ach="100%",
    ),
    grid_row(
        2,
        "0201",
        "02010102",
        "Istruzione",
        "Contributi per i libri di testo",
        "",
        results=BORSE_TEXT,
        ach="100%",
    ),
    grid_row(
        3,
        "0202",
        "02020101",
        "Agricoltura",
        "Controlli sulle superfici dichiarate",
        "2022-11-30",
        results="Svolti 418 controlli, l’ultimo il 22.11.2022.",
        ach="100%",
    ),
    grid_row(
        4,
        "0203",
        "02030101",
        "Protezione civile",
        "Esercitazioni nei comuni montani",
        "",
        results="Tenute nove esercitazioni con 530 volontari.",
        ach="100%",
    ),
) | {"first": True}

ALTAVIA_2023 = _altavia(
    2023,
    grid_row(
        1,
        "0201",
        "02010101",
        "Istruzione",
        "Sostegno ai dottorati nelle imprese",
        "",
        results="Le borse di dottorato finanziate sono state 66 a fronte delle [[58|61]] del 2022.",
        ach="100%",
    ),
    grid_row(
        2,
        "0201",
        "02010102",
        "Istruzione",
        "Contributi per i libri di testo",
        "",
        results="[["
        + BORSE_TEXT
        + "|Le domande, salite a 371, sono state esaminate entro settembre: 298 ammesse, 255 con contributo. SI]]",
        ach="100%",
    ),
    grid_row(
        3,
        "0203",
        "02030101",
        "Protezione civile",
        "Esercitazioni di protezione civile nei comuni montani",
        "",
        results="Tenute undici esercitazioni; nel 2022 erano state nove, con 530 volontari.",
        ach="100%",
        only="planted",
    ),
    grid_row(
        3,
        "0202",
        "02020101",
        "Agricoltura",
        "Controlli sulle superfici dichiarate dagli agricoltori",
        "2023-11-30",
        results="Svolti 433 controlli (418 nel 2022), l’ultimo il 28.11.2023.",
        ach="100%",
        only="twin",
    ),
    grid_row(
        4,
        "0203",
        "02030101",
        "Protezione civile",
        "Esercitazioni di protezione civile nei comuni montani",
        "",
        results="Tenute undici esercitazioni; nel 2022 erano state nove, con 530 volontari.",
        ach="100%",
        only="twin",
    ),
)

ALTAVIA = {
    "name": "years-altavia",
    "layout": "B",
    "first": "regione-altavia-2022",
    "second": "regione-altavia-2023",
    "audit": [
        at(1, "Sostegno ai dottorati nelle imprese", wrong("years.restated", "61", "58")),
        at(1, "Sostegno ai dottorati nelle imprese", held("years.restated", "61", only="twin")),
        at(2, "Contributi per i libri di testo", wrong("years.same-text", "Istruite 342 domande")),
        at(3, "Controlli sulle superfici dichiarate", wrong("years.objective-gone", "Controlli sulle superfici")),
    ],
}

REPORTS = [SERRAVENTO_2018, SERRAVENTO_2019, GOLE_2021, GOLE_2022, ALTAVIA_2022, ALTAVIA_2023]
PAIRS = [SERRAVENTO, GOLE, ALTAVIA]
