# ruff: noqa: E501
"""Eight reports in tables, each in the manner of another office: sheets, scoring tables, key and value, scorecards, cards, narrative with tables."""

from typing import Any

from corpus.contradictions import forms
from corpus.contradictions.author import held, ind, ob, wrong
from corpus.contradictions.rows import card, scoring_row

Report = dict[str, Any]

TOWN_SHEET: Report = {
    "label_share": 4,
    "actions_shares": [1, 11, 4, 4],
    "size": 8.5,
    "sheet": [
        {"title": ""},
        {"row": {"area": "Missione"}},
        {"row": {"description": "Finalità dell’obiettivo"}},
        {"row": {"weight": "Peso obiettivo", "state": "Stato di avanzamento"}},
        {"actions": ["N°", "Azioni previste", "Data inizio", "Data fine"]},
        {
            "indicators": [
                {"field": "text", "label": "Indicatore di risultato", "share": 6},
                {"field": "weight", "label": "Peso", "share": 2},
                {"field": "target", "label": "Valore atteso", "share": 4},
                {"field": "result", "label": "Valore raggiunto", "share": 5},
                {"field": "achievement", "label": "Grado di ragg.to", "share": 3},
            ]
        },
        {"row": {"notes": "Note / scostamenti"}},
        {"row": {"score": "Punteggio N.V.P."}},
    ],
}


def town(code: str, title: str, weight: str, why: str, steps: list[list[str]], rows: list[Any], **more: Any) -> Report:
    """A sheet of the town; the mission goes by the first figures of the code."""
    missions = {
        "02": ("08", "Assetto del territorio"),
        "03": ("05", "Beni e attività culturali"),
        "04": ("14", "Sviluppo economico"),
    }
    refs = [("area", *missions[code[:2]]), ("operational", code)]
    more = {"print_state": "concluso"} | more
    return ob(
        None,
        title,
        refs=refs,
        weight=weight,
        print_weight=weight,
        description=why,
        print_actions=steps,
        ind=rows,
        **more,
    )


FOSSALBERATA = {
    "name": "comune-fossalberata-2019",
    "layout": "M",
    "program": "libreoffice",
    "issuer": "Comune di Fossalberata",
    "year": 2019,
    "title": "Relazione sulla performance 2019 - Schede degli obiettivi di PEG",
    "print": TOWN_SHEET
    | {
        "preface": [
            "Il Nucleo di Valutazione assegna a ogni scheda un punteggio da 0 a 100. Il grado di raggiungimento non può superare il 100%."
        ]
    },
    "objectives": [
        town(
            "02.01",
            "Permessi di costruire: tempi più brevi",
            "20",
            "Nel 2018 per il rilascio occorrevano in media [[58|52]] gg.; si vuole stare sotto i 45 senza affidare l’istruttoria all’esterno.",
            [
                ["1", "Revisione della modulistica", "01/02/2019", "30/04/2019"],
                ["2", "Conferenze interne quindicinali", "01/05/2019", "31/12/2019"],
            ],
            [ind("Giorni medi per il rilascio (dal prot. dell’istanza)", "< 45", "43", w="100", ach="100%")],
            notes="Rispetto ai 52 gg. medi del 2018 se ne sono guadagnati nove. Non entrano nel calcolo n. 3 pratiche sospese per integrazioni.",
            score="98/100",
            audit=[
                wrong("target.baseline-differs", "58 gg.", "52 gg."),
                held("target.baseline-differs", "52 gg.", only="twin"),
                held("ratio.target", "< 45", "43"),
            ],
        ),
        town(
            "02.02",
            "Segnaletica orizzontale davanti alle scuole",
            "20",
            "Lavoro in economia, con la squadra operai, da chiudere prima che riaprano le scuole.",
            [
                ["1", "Rilievo e computo", "15/04/2019", "31/05/2019"],
                ["2", "Stesura della vernice", "01/07/2019", "10/09/2019"],
            ],
            [ind("Ultimazione", "entro il 10/09/2019", "[[04/11/2019|04/09/2019]]", w="100", ach="100%")],
            notes="Rifatti n. 31 attraversamenti. Spesa € 8.740,00 su € 9.000,00 stanziati.",
            score="100/100",
            audit=[
                wrong(
                    "time.late",
                    "entro il 10/09/2019",
                    "04/11/2019",
                    also=["evaluation.full-score-on-missed-target", "ratio.target"],
                )
            ],
        ),
        town(
            "03.01",
            "Corsi per adulti in biblioteca",
            "15",
            "Offrire corsi serali gratuiti a chi lavora, anche non residente.",
            [["1", "Programma e iscrizioni", "07/01/2019", "15/02/2019"], ["2", "Corsi", "01/03/2019", "13/12/2019"]],
            [
                ind(
                    "Iscritti",
                    "almeno 180",
                    "214: residenti n. 96, dai comuni vicini n. [[73|61]], da fuori provincia n. 57",
                    w="100",
                    ach="100%",
                )
            ],
            notes="Tra gli iscritti vi sono 148 donne. Tenuti 12 corsi, due in più dell’anno prima.",
            score="100/100",
            audit=[
                wrong("ratio.parts", "214", "96", "73", "57"),
                held("ratio.parts", "214", "96", "61", "57", only="twin"),
                held("ratio.target", "almeno 180", "214"),
            ],
        ),
        town(
            "03.02",
            "Concessioni cimiteriali nel gestionale",
            "15",
            "Portare nel gestionale i contratti oggi tenuti su carta.",
            [["1", "Inserimento dei contratti", "14/01/2019", "31/12/2019"]],
            [
                ind(
                    "Concessioni inserite/concessioni attive",
                    "70%",
                    "1.488 su 2.400 ([[66|62]]%)",
                    w="100",
                    ach="[[94,3|88,6]]%",
                )
            ],
            print_state="in corso",
            notes="Scostamento dovuto a un congedo da maggio in poi; il resto è programmato nell’esercizio successivo.",
            score="85/100",
            audit=[
                wrong("ratio.percentage", "66%", "1.488 su 2.400"),
                held("ratio.percentage", "62%", "1.488 su 2.400", only="twin"),
            ],
        ),
        town(
            "04.01",
            "Recupero dei canoni dei mercati",
            "20",
            "Ridurre l’arretrato con solleciti bonari prima dell’invio a ruolo.",
            [["1", "Bonifica delle anagrafiche", "07/01/2019", "29/03/2019"]],
            [
                ind("Canoni arretrati incassati (€)", ">= 95.000,00", "97.312,40", w="60", ach="100%"),
                ind("Solleciti bonari spediti", "n. 600", "n. [[548|603]]", w="40", ach="[[91,3|100]]%"),
            ],
            notes="Raggiunti entrambi i valori attesi.",
            score="95/100",
            audit=[
                wrong(
                    "ratio.target",
                    "n. 600",
                    "n. 548",
                    also=[
                        "evaluation.score-against-outcome",
                        "evaluation.full-score-on-missed-target",
                        "ratio.achievement",
                    ],
                ),
                held("ratio.target", ">= 95.000,00", "97.312,40"),
            ],
        ),
        town(
            "04.02",
            "Mercato settimanale: nuova disposizione dei banchi",
            "10",
            "Liberare il sagrato e la via di fuga della scuola media.",
            [["1", "Tracciatura e assegnazione", "04/03/2019", "28/06/2019"]],
            [ind("Banchi ricollocati", "46", "46", w="100", ach="100%")],
            notes="I due banchi del pesce restano in piazza Vecchia per l’allaccio idrico e non erano da spostare.",
            score="[[107|97]]/100",
            audit=[wrong("evaluation.above-maximum", "107/100")],
        ),
    ],
}


def scored(group: str, *row: Any) -> Report:
    """A row of the health body in the table of one cost centre."""
    return scoring_row(*row) | {"print_group": group}


VALCUPA = {
    "name": "asl-valcupa-2016",
    "layout": "J",
    "program": "chromium",
    "issuer": "Azienda Sanitaria Locale della Valcupa",
    "year": 2016,
    "title": "Schede di budget 2016 - Consuntivo annuale",
    "print": forms.scoring_j(1)
    | {
        "intro": [
            "Grado di raggiungimento = valore consuntivo / valore atteso, non oltre il 100%; per i valori da contenere è pari al 100% quando il valore atteso è rispettato.",
            "Punteggio attribuito = peso x grado di raggiungimento.",
        ],
        "groups": {
            "ps": {
                "heading": ["Centro di costo: U.O.C. Pronto Soccorso"],
                "total": [["TOTALE", 1], ["100%", 1], ["", 6], ["[[99,5|95]]", 1]],
            },
            "vet": {
                "heading": ["Centro di costo: U.O.S. Sanità animale"],
                "total": [["TOTALE", 1], ["[[110|100]]%", 1], ["", 6], ["[[107,5|98,5]]", 1]],
            },
        },
    },
    "audit": [wrong("ratio.weights", "35%", "30%", "20%", "25%")],
    "objectives": [
        scored(
            "ps",
            "Contenere l’attesa dei codici verdi",
            "30%",
            "Accessi in codice verde visitati entro 60’ / accessi in codice verde",
            ">= 80%",
            "[[81,9|84]]% (7.140/8.500)",
            "100%",
            "30",
            [
                wrong("ratio.percentage", "81,9%", "7.140/8.500"),
                held("ratio.percentage", "84%", "7.140/8.500", only="twin"),
            ],
        ),
        scored(
            "ps",
            "Compilare per intero le schede di triage",
            "25%",
            "% schede complete nel campione",
            "95%",
            "76%",
            "[[90|80]]%",
            "[[22,5|20]]",
            [
                wrong("ratio.achievement", "95%", "76%", "90%"),
                held("ratio.achievement", "95%", "76%", "80%", only="twin"),
            ],
        ),
        ob(
            None,
            "Addestrare gli infermieri all’uso del defibrillatore",
            weight="25%",
            print_weight="25%",
            ind=[
                ind(
                    "Infermieri addestrati",
                    "36",
                    "36",
                    w="25%",
                    ach="100%",
                    score="25",
                    print_annual="40",
                )
            ],
            print_group="ps",
            audit=[held("ratio.achievement", "36", "100%")],
        ),
        scored(
            "ps",
            "Ridurre i ricoveri inappropriati",
            "20%",
            "Ricoveri 0-1 gg. / ricoveri disposti dal PS",
            "<= 12%",
            "11,4%",
            "100%",
            "[[22|20]]",
            [
                wrong("evaluation.above-maximum", "22", "20%", also=["ratio.achievement"]),
                held("ratio.target", "<= 12%", "11,4%"),
            ],
        ),
        scored(
            "vet",
            "Controllare gli allevamenti bovini",
            "35%",
            "N. allevamenti controllati",
            "120",
            "123",
            "100%",
            "35",
            [held("ratio.target", "120", "123")],
        ),
        scored(
            "vet",
            "Tenere in ordine l’anagrafe canina",
            "30%",
            "N. cani identificati nell’anno",
            "600",
            "[[540|612]]",
            "100%",
            "30",
            [
                wrong(
                    "evaluation.full-score-on-missed-target", "600", "540", also=["ratio.achievement", "ratio.target"]
                ),
                held("ratio.target", "600", "612", only="twin"),
            ],
        ),
        scored(
            "vet",
            "Chiudere il piano dei sopralluoghi nelle mense",
            "20%",
            "Data di chiusura",
            "30/11/2016",
            "18/11/2016",
            "100%",
            "20",
            [],
        ),
        scored(
            "vet",
            "Riscuotere i diritti veterinari",
            "[[25|15]]%",
            "Fatture incassate / fatture emesse",
            "90%",
            "81%",
            "90%",
            "[[22,5|13,5]]",
            [held("ratio.achievement", "90%", "81%")],
        ),
    ],
}

SOIL_ROWS: Report = {
    "pairs": 2,
    "widths": [19, 31, 19, 31],
    "size": 8.5,
    "objective": [
        {"code": "Codice", "year": "Anno"},
        {"title": "Titolo"},
        {"area": "Programma", "weight": "Peso obiettivo"},
        {"description": "Descrizione"},
    ],
    "indicator": [
        {"text": "Indicatore"},
        {"formula": "Algoritmo di calcolo"},
        {"unit": "Unità di misura", "weight": "Peso"},
        {"baseline": "Consuntivo 2020", "target": "Target 2021"},
        {"result": "Consuntivo 2021", "achievement": "% di raggiungimento"},
    ],
    "closing": [{"notes": "Note per analisi scostamenti"}],
}


def soil(code: str, title: str, weight: str, why: str, rows: list[Any], **more: Any) -> Report:
    """A sheet of the agency."""
    areas = {
        "S1": ("S1", "Conoscenza e controllo dei suoli"),
        "S2": ("S2", "Servizi ai territori"),
        "S3": ("S3", "Ente"),
    }
    refs = [("area", *areas[code[:2]]), ("operational", code)]
    return ob(None, title, refs=refs, weight=weight, print_weight=weight, description=why, ind=rows, **more)


SUOLIVIVI = {
    "name": "agenzia-suolivivi-2021",
    "layout": "D",
    "program": "reportlab",
    "issuer": "Agenzia regionale per i suoli vivi",
    "year": 2021,
    "title": "Rendicontazione degli obiettivi 2021",
    "print": SOIL_ROWS
    | {"preface": ["La percentuale di raggiungimento si ferma a 100 anche quando il target è superato."]},
    "objectives": [
        soil(
            "S1.1",
            "Vigilare sulle attività estrattive",
            "25",
            "Il programma dei controlli chiede non meno di [[sessanta|cinquanta]] sopralluoghi nelle cave attive, cominciando da quelle in falda.",
            [
                ind(
                    "Sopralluoghi effettuati",
                    ">= 50",
                    "54",
                    base="47",
                    formula="conteggio dei verbali",
                    unit="numero",
                    w="100",
                    ach="100",
                )
            ],
            notes="Di questi verbali, nove contengono prescrizioni.",
            audit=[
                wrong(
                    "target.differs",
                    "sessanta",
                    ">= 50",
                    also=["ratio.target", "evaluation.full-score-on-missed-target"],
                ),
                held("ratio.target", ">= 50", "54"),
            ],
        ),
        soil(
            "S1.2",
            "Completare i fogli collinari della carta dei suoli",
            "20",
            "Rilievi in scala 1:25.000 avviati da alcuni anni: al 31.12.2020 ne risultavano coperti [[31.400|34.100]] ettari.",
            [
                ind(
                    "Superficie cartografata",
                    "40.000",
                    "41.250",
                    base="34.100",
                    formula="somma dei poligoni validati",
                    unit="ettari",
                    w="100",
                    ach="100",
                )
            ],
            notes="Incremento di 7.150 ettari nell’anno.",
            audit=[
                wrong("target.baseline-differs", "31.400", "34.100"),
                held("target.baseline-differs", "34.100", only="twin"),
            ],
        ),
        soil(
            "S2.1",
            "Rispondere in tempo ai laboratori comunali",
            "20",
            "Referti più rapidi e nuove prove accreditate.",
            [
                ind(
                    "Campioni refertati entro 20 gg. / campioni ricevuti",
                    "90",
                    "93,5 (1.870 su 2.000)",
                    base="88,2",
                    formula="rapporto x 100",
                    unit="%",
                    w="[[60|50]]",
                    ach="100",
                ),
                ind(
                    "Prove accreditate",
                    "42",
                    "42",
                    base="38",
                    formula="elenco dell’ente di accreditamento",
                    unit="numero",
                    w="50",
                    ach="100",
                ),
            ],
            notes="",
            audit=[
                wrong("ratio.weights", "60", "50"),
                held("ratio.percentage", "93,5", "1.870 su 2.000"),
            ],
        ),
        soil(
            "S2.2",
            "Formare i tecnici comunali",
            "15",
            "Ciclo di lezioni sul consumo di suolo, aperto ai tecnici dei comuni montani.",
            [
                ind(
                    "Quota di tecnici formati",
                    "75",
                    "[[|81]]",
                    base="64",
                    formula="tecnici formati / tecnici invitati x 100",
                    unit="%",
                    w="100",
                    ach="[[|100]]",
                )
            ],
            notes="Lezioni in modalità mista, con docenti interni.",
            audit=[
                wrong("target.unanswered", "75", also=["target.percentage-unreported"]),
                held("ratio.target", "75", "81", only="twin"),
            ],
        ),
        soil(
            "S3.1",
            "Far conoscere i dati raccolti",
            "10",
            "Restituzione agli enti locali di quanto rilevato.",
            [
                ind(
                    "Giornate di studio tenute",
                    "2",
                    "2 (12 marzo 2021 e 19 novembre [[2022|2021]])",
                    base="1",
                    formula="conteggio",
                    unit="numero",
                    w="100",
                    ach="100",
                )
            ],
            notes="Gli atti della seconda giornata saranno stampati nel 2022.",
            audit=[wrong("time.outside-year", "19 novembre 2022", also=["time.late"])],
        ),
        soil(
            "S3.2",
            "Contenere i consumi elettrici delle sedi",
            "10",
            "Lampade a led nelle due sedi e spegnimento serale dei server di prova.",
            [
                ind(
                    "Energia acquistata",
                    "<= 200.000",
                    "196.300",
                    base="212.000",
                    formula="letture del fornitore",
                    unit="kWh",
                    w="100",
                    ach="100",
                )
            ],
            notes="Si sono risparmiati 15.700 kWh sul 2020.",
            audit=[held("ratio.target", "<= 200.000", "196.300")],
        ),
    ],
}


def balanced(above: tuple[str, str], code: str, title: str, rows: list[Any], audit: list[Any]) -> Report:
    """An objective of the chamber's scorecard."""
    return ob(None, title, refs=[("strategic", *above), ("operational", code)], ind=rows, audit=audit)


SIMPLE = ("1.1", "Semplificare il rapporto con le imprese")
CREDIT = ("1.2", "Sostenere il credito e i mercati")
HOUSE = ("2.1", "Un ente puntuale")
DUECASTRA = {
    "name": "cciaa-duecastra-2013",
    "layout": "H",
    "program": "chromium",
    "issuer": "Camera di Commercio I.A.A. di Duecastra",
    "year": 2013,
    "title": "Relazione sulla performance - anno 2013",
    "print": forms.scorecard_h(2013, 2)
    | {
        "preface": [
            "% Realizzazione = risultato effettivo / target; per gli indicatori segnati con (-) il rapporto è rovesciato. Sono ammessi valori oltre il 100%."
        ]
    },
    "objectives": [
        balanced(
            SIMPLE,
            "1.11",
            "Accorciare i tempi del Registro imprese",
            [
                ind(
                    "Pratiche evase entro 5 gg. / pratiche pervenute",
                    "85%",
                    "[[89,2|86,7]]% (10.404 su 12.000)",
                    kind="Efficacia",
                    w="60%",
                    base="82,0%",
                    ach="[[104,9|102]]%",
                ),
                ind(
                    "Giorni medi di iscrizione (-)", "4,0", "3,8", kind="Efficienza", w="40%", base="4,4", ach="105,3%"
                ),
            ],
            [
                wrong("ratio.percentage", "89,2%", "10.404 su 12.000"),
                held("ratio.percentage", "86,7%", "10.404 su 12.000", only="twin"),
            ],
        ),
        balanced(
            SIMPLE,
            "1.12",
            "Diffondere la firma digitale",
            [
                ind(
                    "Dispositivi rilasciati", "1.500", "1.620", kind="Volume", w="[[65|50]]%", base="1.320", ach="108%"
                ),
                ind("Sedi che li rilasciano", "6", "6", kind="Qualità", w="50%", base="4", ach="100%"),
            ],
            [
                wrong("ratio.weights", "65%", "50%"),
                held("ratio.achievement", "1.500", "1.620", "108%"),
            ],
        ),
        balanced(
            CREDIT,
            "1.21",
            "Fondo di garanzia",
            [
                ind("Imprese garantite", "160", "136", kind="Volume", w="70%", base="142", ach="[[95|85]]%"),
                ind(
                    "Importi garantiti (migliaia di €)",
                    "3.000",
                    "3.150",
                    kind="Impatto",
                    w="30%",
                    base="2.900",
                    ach="105%",
                ),
            ],
            [
                wrong("ratio.achievement", "160", "136", "95%"),
                held("ratio.achievement", "160", "136", "85%", only="twin"),
            ],
        ),
        balanced(
            CREDIT,
            "1.22",
            "Accompagnare le imprese all’estero",
            [
                ind(
                    "Imprese partecipanti alle missioni",
                    "60",
                    "64 (manifattura 41; agroalimentare [[33|23]])",
                    kind="Volume",
                    w="100%",
                    base="52",
                    ach="106,7%",
                )
            ],
            [
                wrong("ratio.parts", "64", "41", "33"),
                held("ratio.parts", "64", "41", "23", only="twin"),
            ],
        ),
        balanced(
            HOUSE,
            "2.11",
            "Pagare i fornitori nei termini",
            [
                ind(
                    "Quota di fatture pagate entro 30 gg. sulle fatture pervenute",
                    "95%",
                    "[[102,5% (1.312/1.280)|97% (1.242/1.280)]]",
                    kind="Efficienza",
                    w="100%",
                    base="91%",
                    ach="[[107,9|102,1]]%",
                )
            ],
            [
                wrong("ratio.above-whole", "1.312/1.280", also=["ratio.percentage"]),
                held("ratio.percentage", "97%", "1.242/1.280", only="twin"),
            ],
        ),
        balanced(
            HOUSE,
            "2.12",
            "Ascoltare e formare il personale",
            [
                ind(
                    "Questionari compilati / dipendenti in servizio",
                    "70%",
                    "[[|72%]]",
                    kind="Qualità",
                    w="50%",
                    base="64%",
                    ach="[[|102,9%]]",
                ),
                ind("Ore di formazione pro capite", "20", "21", kind="Volume", w="50%", base="17", ach="105%"),
            ],
            [
                wrong("target.unanswered", "70%", also=["target.percentage-unreported"]),
                held("ratio.target", "20", "21"),
            ],
        ),
    ],
}


def campus(above: str, code: str, title: str, weight: str, do: str, one: Any, score: str, **more: Any) -> Report:
    """A row of the university."""
    refs = [("strategic", above), ("operational", code)]
    return ob(
        None, title, refs=refs, weight=weight, print_weight=weight, description=do, ind=[one], score=score, **more
    )


def scale(three: str, two: str, one: str, none: str) -> Report:
    """The four bands of a row."""
    return {"scale_3": three, "scale_2": two, "scale_1": one, "scale_0": none}


MONTELIRIO = {
    "name": "universita-montelirio-2019",
    "layout": "L",
    "program": "libreoffice",
    "issuer": "Università di Montelirio",
    "year": 2019,
    "title": "Relazione sulla performance 2019 - Allegato 2",
    "print": forms.university_l(2)
    | {"intro": ["Il punteggio va da 0 a 3 ed è quello della fascia in cui cade il risultato conseguito."]},
    "objectives": [
        campus(
            "D.1",
            "D.1.1",
            "Seguire le matricole nel primo anno",
            "20",
            "Un tutor per ogni corso di studio; i tutor in servizio nel 2018 erano [[83|68]].",
            ind("Tutor in servizio", "80", "82", base="68", **scale(">= 80", "75-79", "69-74", "<= 68")),
            "3",
            notes="Assegni pagati per metà con fondi ministeriali.",
            audit=[
                wrong("target.baseline-differs", "83", "68"),
                held("target.baseline-differs", "68", only="twin"),
                held("ratio.target", "80", "82"),
            ],
        ),
        campus(
            "D.1",
            "D.1.2",
            "Ampliare gli esami in lingua inglese",
            "20",
            "Incentivi ai docenti; revisione linguistica dei materiali.",
            ind(
                "Insegnamenti in inglese",
                "45",
                "[[41|46]]",
                base="33",
                **scale(">= 45", "40-44", "34-39", "<= 33"),
            ),
            "3",
            notes="Sei insegnamenti partono nel secondo semestre.",
            audit=[
                wrong(
                    "evaluation.full-score-on-missed-target",
                    "45",
                    "41",
                    also=["ratio.target", "evaluation.score-against-outcome"],
                ),
                held("ratio.target", "45", "46", only="twin"),
            ],
        ),
        campus(
            "R.1",
            "R.1.1",
            "Popolare l’archivio aperto dei prodotti",
            "15",
            "Ogni dipartimento deposita gli articoli dell’anno; si punta al [[75|70]]%.",
            ind(
                "Prodotti depositati / prodotti dell’anno",
                "70%",
                "66% (1.122/1.700)",
                base="55%",
                **scale(">= 70%", "65-69%", "60-64%", "< 60%"),
            ),
            "2",
            notes="Mancano due dipartimenti, passati al nuovo sistema a novembre.",
            audit=[
                wrong("target.differs", "75%", "70%"),
                held("ratio.percentage", "66%", "1.122/1.700"),
            ],
        ),
        campus(
            "[[T.2|R.1]]",
            "R.1.2",
            "Aprire laboratori condivisi con le imprese",
            "15",
            "Convenzioni quadro e regolamento d’uso degli strumenti.",
            ind("Laboratori condivisi", "6", "6", base="3", **scale("6", "5", "4", "<= 3")),
            "3",
            notes="",
            audit=[wrong("structure.code-parent", "T.2", "R.1.2")],
        ),
        campus(
            "T.1",
            "T.1.1",
            "Incontrare le scuole superiori",
            "20",
            "Lezioni aperte e visite ai musei d’ateneo.",
            ind("Giornate tenute", "12", "13", base="10", **scale(">= 12", "11", "10", "< 10")),
            "[[3,5|3]]",
            notes="Una giornata in più, chiesta dal liceo cittadino.",
            audit=[wrong("evaluation.above-maximum", "3,5"), held("ratio.target", "12", "13")],
        ),
        campus(
            "T.1",
            "T.1.2",
            "Pubblicare il bilancio sociale",
            "10",
            "Raccolta dei dati dalle strutture entro l’estate.",
            ind(
                "Data di pubblicazione",
                "30/11/2019",
                "27/11/2019",
                base="non redatto",
                **scale("30/11/2019", "15/12/2019", "31/12/2019", "oltre"),
            ),
            "[[|3]]",
            notes="Presentato al Consiglio di amministrazione.",
            audit=[wrong("evaluation.no-score")],
        ),
    ],
}


def province(number: int, codes: tuple[str, str], *row: Any, **more: Any) -> Report:
    """A card of the province, under the strategic objective of its code."""
    titles = {"P1": "Viabilità sicura", "P2": "Patrimonio e scuole", "P3": "Lavoro e turismo"}
    made = card(number, codes, *row, **more)
    made["plan_references"][0]["title"] = titles[codes[0]]
    return made


SASSALTA = {
    "name": "provincia-sassalta-2017",
    "layout": "S",
    "program": "reportlab",
    "issuer": "Provincia di Sassalta",
    "year": 2017,
    "title": "Relazione sulla performance 2017: schede degli obiettivi operativi",
    "print": forms.card_s(2017, 1)
    | {
        "intro": [
            "La % di realizzazione è il rapporto tra consuntivo e target (rovesciato per i valori da ridurre), con tetto a 100; quella dell’obiettivo è la media pesata dei suoi indicatori."
        ]
    },
    "objectives": [
        province(
            1,
            ("P1", "P1.1"),
            "Tenere in efficienza le strade provinciali",
            "20",
            "Ripavimentare i tratti segnalati dai cantonieri, con fondi regionali per € 1.200.000,00.",
            [
                ind(
                    "Km ripavimentati",
                    "40",
                    "34",
                    base="31",
                    formula="somma dei km collaudati",
                    w="60",
                    ach="[[95|85]]%",
                ),
                ind(
                    "Segnalazioni evase entro 10 gg.",
                    "80%",
                    "82% (574/700)",
                    base="70%",
                    formula="segnalazioni evase/ricevute",
                    w="40",
                    ach="100%",
                ),
            ],
            "[[97|91]]%",
            "[[97|91]]/100",
            notes="Il maltempo di novembre ha fermato il lotto di 6 km al Passo Lungo.",
            audit=[
                wrong("ratio.achievement", "40", "34", "95%"),
                held("ratio.achievement", "40", "34", "85%", only="twin"),
                held("ratio.percentage", "82%", "574/700"),
            ],
        ),
        province(
            2,
            ("P1", "P1.2"),
            "Censire i ponti",
            "15",
            "Schede di primo livello con fotografie e coordinate.",
            [
                ind(
                    "Ponti censiti",
                    "112",
                    "112, dei quali 67 in muratura, [[49|39]] in c.a. e 6 in acciaio",
                    base="40",
                    formula="conteggio delle schede",
                    w="100",
                    ach="100%",
                )
            ],
            "100%",
            "100/100",
            notes="Su 14 ponti è stato posto un limite di carico.",
            audit=[
                wrong("ratio.parts", "112", "67", "49", "6"),
                held("ratio.parts", "112", "67", "39", "6", only="twin"),
            ],
        ),
        province(
            3,
            ("P2", "P2.1"),
            "Uscire dalla società fieristica",
            "15",
            "Cessione della quota mediante procedura aperta, come vuole il piano di razionalizzazione.",
            [
                ind(
                    "Pubblicazione del bando",
                    "entro il 31.07.2017",
                    "[[09.10.2017|19.07.2017]]",
                    formula="data del bando",
                    w="100",
                    ach="100%",
                )
            ],
            "100%",
            "100/100",
            notes="Determinazione n. 412.",
            audit=[
                wrong(
                    "time.late",
                    "31.07.2017",
                    "09.10.2017",
                    also=["evaluation.full-score-on-missed-target", "ratio.target"],
                )
            ],
        ),
        province(
            4,
            ("P2", "P2.2"),
            "Scaldare meglio gli istituti superiori",
            "20",
            "Centraline di telegestione e nuove regole per le aperture serali.",
            [
                ind("Scuole telegestite", "15", "15", base="9", formula="collaudi", w="50", ach="100%"),
                ind(
                    "Gas consumato (Smc)",
                    "<= 1.800.000",
                    "1.764.500",
                    base="1.910.000",
                    formula="letture dei contatori",
                    w="50",
                    ach="100%",
                ),
            ],
            "100%",
            "100/100",
            notes="Per il Servizio l’obiettivo è da considerarsi [[non raggiunto|raggiunto]].",
            audit=[
                wrong("evaluation.score-against-outcome", "non raggiunto", "100/100"),
                held("ratio.target", "<= 1.800.000", "1.764.500"),
            ],
        ),
        province(
            5,
            ("P3", "P3.1"),
            "Riordinare gli archivi dei centri per l’impiego",
            "15",
            "Scarto e trasloco delle carte prima del passaggio degli uffici alla Regione.",
            [
                ind(
                    "% completamento del riordino",
                    "90%",
                    "[[riordinate quasi tutte le sedi|94%]]",
                    formula="metri riordinati/metri totali",
                    w="100",
                    ach="[[|100%]]",
                )
            ],
            "[[|100%]]",
            "95/100",
            notes="Resta da concordare il deposito delle carte di maggior pregio.",
            audit=[
                wrong("target.percentage-unreported", "% completamento", also=["target.unanswered"]),
                held("ratio.target", "90%", "94%", only="twin"),
            ],
        ),
        province(
            6,
            ("P3", "P3.2"),
            "Carta della mobilità dolce",
            "15",
            "Guida agli itinerari percorribili a piedi o in bicicletta.",
            [ind("Itinerari descritti", "18", "18", base="11", formula="conteggio", w="100", ach="100%")],
            "100%",
            "[[|100/100]]",
            notes="La guida si trova negli uffici turistici.",
            audit=[wrong("evaluation.no-score")],
        ),
    ],
}


def kpi(title: str, why: str, one: Any, told: str, audit: list[Any]) -> Report:
    """A row of the ministry."""
    return ob(None, title, description=why, ind=[one], notes=told, audit=audit)


ARCHIVIRURALI = {
    "name": "ministero-archivirurali-2022",
    "layout": "C",
    "program": "chromium",
    "issuer": "Ministero degli archivi rurali",
    "year": 2022,
    "title": "Rendicontazione degli indicatori di performance, esercizio 2022",
    "print": forms.kpi_c(2022, 2) | {"running_footer": "Organismo indipendente di valutazione"},
    "objectives": [
        kpi(
            "Riordino dei depositi periferici",
            "Il cronoprogramma affida agli istituti [[3.800|3.000]] metri lineari da riordinare nell’esercizio.",
            ind(
                "Metri lineari riordinati",
                "3.000 m",
                "3.126 m",
                formula="metri certificati dai direttori",
            ),
            "I verbali di due sedi devono ancora pervenire e non entrano nel conto.",
            [
                wrong("target.differs", "3.800", "3.000 m", also=["ratio.target"]),
                held("ratio.target", "3.000 m", "3.126 m"),
            ],
        ),
        kpi(
            "Consultazione a distanza",
            "Mettere in rete i fondi già digitalizzati.",
            ind(
                "Fondi consultabili in rete",
                ">= 60%",
                "[[72|64]]%",
                formula="(fondi in rete / fondi digitalizzati) x 100",
            ),
            "Nel portale si trovano 96 dei 150 fondi digitalizzati.",
            [
                wrong("ratio.percentage", "72%", "96 dei 150"),
                held("ratio.percentage", "64%", "96 dei 150", only="twin"),
            ],
        ),
        kpi(
            "Concorso per assistenti",
            "Coprire i posti vacanti nelle sedi montane.",
            ind(
                "Pubblicazione della graduatoria",
                "entro il 30/06/2022",
                "[[14/09/2022|14/06/2022]]",
                formula="data di pubblicazione",
            ),
            "Prove svolte in presenza; 311 gli idonei su 1.204 presenti.",
            [wrong("time.late", "30/06/2022", "14/09/2022", also=["ratio.target"])],
        ),
        kpi(
            "Recupero dei registri alluvionati",
            "Asciugatura, pulizia e ricucitura dei registri danneggiati.",
            ind("Registri restaurati", "220", "[[187|224]]", formula="schede di restauro chiuse"),
            "Grazie al secondo laboratorio il target è stato pienamente conseguito.",
            [
                wrong(
                    "ratio.target",
                    "220",
                    "187",
                    also=["evaluation.score-against-outcome", "evaluation.full-score-on-missed-target"],
                ),
                held("ratio.target", "220", "224", only="twin"),
            ],
        ),
        kpi(
            "Formazione dei restauratori",
            "Tirocini presso i laboratori dell’amministrazione.",
            ind("Ore di tirocinio erogate", "1.600 ore", "[[|1.640 ore]]", formula="registri delle presenze"),
            "Rinnovata la convenzione con le scuole di alta formazione.",
            [
                wrong("target.unanswered", "1.600 ore"),
                held("ratio.target", "1.600 ore", "1.640 ore", only="twin"),
            ],
        ),
        kpi(
            "Accordo con i consorzi agrari",
            "Ricevere in deposito le carte dei consorzi soppressi.",
            ind("Stipula dell’accordo (SI/NO)", "SI", "SI", formula="verifica dell’atto"),
            "Accordo firmato il 3 maggio [[2023|2022]], di durata triennale.",
            [wrong("time.outside-year", "3 maggio 2023", also=["time.late"])],
        ),
        kpi(
            "Prestiti per le mostre",
            "Nel 2021 il nulla osta richiedeva in media 38 giorni.",
            ind("Giorni medi per il nulla osta", "<= 35", "33,5", formula="media aritmetica"),
            "Media calcolata su 74 richieste; tre sono state respinte.",
            [held("ratio.target", "<= 35", "33,5")],
        ),
    ],
}

REGION_TABLE = [
    {"field": "text", "label": "Indicatore", "width": 40},
    {"field": "baseline", "label": "Valore 2019", "width": 14, "align": "right"},
    {"field": "target", "label": "Valore atteso", "width": 18, "align": "right"},
    {"field": "result", "label": "Valore raggiunto", "width": 18, "align": "right"},
    {"field": "achievement", "label": "% ragg.", "width": 10, "align": "right"},
]
COPIED = "Le attività sono state curate dagli uffici territoriali, sotto la guida della direzione centrale e secondo le fasi del programma; i rilievi delle associazioni sono stati accolti e il gruppo di lavoro resta convocato."


def region(
    number: int | str, title: str, code: str, why: str, rows: list[Any], told: str, points: Any, **more: Any
) -> Report:
    """An objective of the region: paragraphs, and a table of its indicators."""
    areas = {"A": "Territorio e comunità", "B": "Cultura e ambiente", "C": "Macchina regionale"}
    refs = [("strategic", code[0] + "1", areas[code[0]]), ("operational", f"{code[0]}1.{code[1:]}", title)]
    return ob(
        number,
        title,
        refs=refs,
        description=why,
        ind=rows,
        results=told,
        points=points,
        print_table=True,
        **more,
    )


MARCAPIANA = {
    "name": "regione-marcapiana-2020",
    "layout": "A",
    "program": "reportlab",
    "issuer": "Regione Marcapiana",
    "year": 2020,
    "title": "Relazione sulla performance della Giunta regionale - anno 2020",
    "print": forms.narrative(2, "Valutazione OIV: {score}/100")
    | {"table": REGION_TABLE, "table_size": 8.5, "header": "Regione Marcapiana"},
    "objectives": [
        region(
            1,
            "Aiutare i piccoli comuni nei bandi europei",
            "A01",
            "Assistenza ai comuni sotto i mille abitanti, con tecnici distaccati.",
            [ind("Comuni assistiti", "90", "81", base="72", ach="[[99|90]]%")],
            "Con i nove comuni restanti è stato fissato un calendario di visite.",
            90,
            audit=[
                wrong("ratio.achievement", "90", "81", "99%"),
                held("ratio.achievement", "90", "81", "90%", only="twin"),
            ],
        ),
        region(
            2,
            "Smaltire le domande di contributo per l’affitto",
            "A02",
            "Le domande in sospeso provengono da due bandi.",
            [
                ind(
                    "% di completamento delle istruttorie",
                    "95%",
                    "[[istruttorie in gran parte chiuse|96%]]",
                    base="61%",
                    ach="[[|100%]]",
                )
            ],
            "L’esame è stato ripartito fra tre gruppi, con verifica mensile dei carichi.",
            90,
            audit=[
                wrong("target.percentage-unreported", "% di completamento", also=["target.unanswered"]),
                held("ratio.target", "95%", "96%", only="twin"),
            ],
        ),
        region(
            3,
            "Dare alla Regione un piano dei sentieri accessibili",
            "B01",
            "Il piano individua i percorsi adatti alle carrozzine.",
            [ind("Adozione del piano", "entro il 31 ottobre 2020", "adottato", base="-", ach="100%")],
            "La Giunta ha adottato il piano il [[22 dicembre|22 ottobre]] 2020, dopo aver sentito le associazioni.",
            100,
            audit=[
                wrong(
                    "time.late",
                    "31 ottobre 2020",
                    "22 dicembre 2020",
                    also=["evaluation.full-score-on-missed-target", "ratio.target"],
                )
            ],
        ),
        region(
            4,
            "Costruire la rete dei musei d’impresa",
            "B02",
            "Biglietto comune e orari coordinati.",
            [ind("Musei aderenti", "24", "[[19|26]]", base="15", ach="[[79,2|100]]%")],
            "Altre due imprese hanno chiesto informazioni e saranno ricontattate.",
            100,
            audit=[
                wrong(
                    "evaluation.full-score-on-missed-target",
                    "24",
                    "19",
                    "100/100",
                    also=["ratio.target", "evaluation.score-against-outcome"],
                ),
                held("ratio.target", "24", "26", only="twin"),
            ],
        ),
        region(
            "[[4|5]]",
            "Ricostruire l’anagrafe dei pozzi privati",
            "B03",
            "Le denunce su carta vanno riportate nel sistema informativo.",
            [ind("Pozzi registrati", "1.100", "1.148", base="640", ach="100%")],
            COPIED,
            95,
            audit=[
                wrong("structure.repeated-number", "Obiettivo n. 4", also=["structure.missing-number"]),
                held("ratio.target", "1.100", "1.148"),
            ],
        ),
        region(
            6,
            "Portare il lavoro agile negli uffici periferici",
            "C01",
            "Dotazioni informatiche e accordi individuali.",
            [ind("Postazioni attrezzate", "250", "262", base="90", ach="100%")],
            f"[[{COPIED}|Le dotazioni sono arrivate in due consegne e gli accordi individuali sono stati firmati da tutti i richiedenti.]]",
            98,
            audit=[
                wrong("structure.duplicate-text", "Le attività sono state curate dagli uffici territoriali"),
                held("ratio.target", "250", "262"),
            ],
        ),
        region(
            7,
            "Riscrivere la carta dei servizi",
            "C02",
            "Testi brevi, provati con gli utenti.",
            [ind("Servizi descritti", "40", "40", base="12", ach="100%")],
            "I testi sono stati letti ad alta voce a un gruppo di trenta cittadini.",
            "[[110|98]]",
            audit=[wrong("evaluation.above-maximum", "110/100")],
        ),
    ],
}

REPORTS = [FOSSALBERATA, VALCUPA, SUOLIVIVI, DUECASTRA, MONTELIRIO, SASSALTA, ARCHIVIRURALI, MARCAPIANA]
