# ruff: noqa: E501
"""Pairs of years of four bodies: two reports in paragraphs, a wide grid and ruled cards."""

from typing import Any

from corpus.contradictions import forms
from corpus.contradictions.author import held, ind, wrong
from corpus.contradictions.rows import at, block, card, wide_row

Report = dict[str, Any]

COLTIBASSI: Report = {
    "layout": "A",
    "program": "text",
    "issuer": "Unione dei Comuni dei Colti Bassi",
}
HOME = "ASSISTENZA A DOMICILIO"
STRAYS = "LOTTA AL RANDAGISMO"
PAPERS = "CERTIFICATI IN TEMPI CERTI"
BULKY = "RITIRO DEGLI INGOMBRANTI"
READING = "LETTURE AD ALTA VOCE PER I PIÙ PICCOLI"
LESSONS = "UN CALCOLATORE PER TUTTI"
COPIED_STRAYS = "il rifugio è rimasto aperto tutto l’anno; le catture sono state affidate all’ambulatorio convenzionato, che ha curato anche le adozioni, mentre i volontari hanno accompagnato le visite senza che si registrassero reclami."


def valleys(year: int, rows: list[Any]) -> Report:
    """One year of the union of municipalities."""
    return COLTIBASSI | {
        "name": f"unione-coltibassi-{year}",
        "year": year,
        "title": f"Relazione sulla performance {year}",
        "print": forms.narrative(1, "Valutazione del Nucleo = {score}/100"),
        "objectives": rows,
    }


COLTIBASSI_2019 = valleys(
    2019,
    [
        block(
            1,
            HOME,
            "U01.01",
            "Persone e famiglie",
            "Il servizio è reso da due cooperative, con un’assistente sociale per comune.",
            "assistiti a domicilio (target: almeno 170)",
            "gli assistiti sono stati 187, per complessive 9.420 ore.",
            100,
        ),
        block(
            2,
            STRAYS,
            "U01.02",
            "Persone e famiglie",
            "Gestione in convenzione del rifugio di valle.",
            "apertura del rifugio (SI/NO)",
            COPIED_STRAYS,
            95,
        ),
        block(
            3,
            PAPERS,
            "U02.01",
            "Uffici al pubblico",
            "Occorre accorciare la filiera delle firme.",
            "giorni medi per il rilascio (target: non più di 8)",
            "il rilascio ha richiesto in media 9,5 giorni, essendo rimasto vacante un posto; il valore atteso non è stato rispettato.",
            80,
        ),
        block(
            4,
            BULKY,
            "U03.01",
            "Ambiente",
            "Ritiro gratuito, su prenotazione telefonica.",
            "ritiri eseguiti (target: almeno 400)",
            "i ritiri eseguiti sono stati 362, trentotto meno di quelli attesi, per un lungo guasto dell’autocarro.",
            85,
        ),
        block(
            5,
            READING,
            "U02.02",
            "Uffici al pubblico",
            "Incontri mensili nelle biblioteche dei sei comuni.",
            "letture tenute (target: almeno 20)",
            "le letture tenute sono state 24.",
            100,
        ),
        block(
            6,
            LESSONS,
            "U02.03",
            "Uffici al pubblico",
            "Lezioni di informatica per chi ha più di sessant’anni.",
            "iscritti alle lezioni (target: almeno 50)",
            "gli iscritti alle lezioni sono stati 57.",
            98,
        ),
    ],
) | {"first": True}

COLTIBASSI_2020 = valleys(
    2020,
    [
        block(
            1,
            HOME,
            "U01.01",
            "Persone e famiglie",
            "Nel 2019 gli assistiti erano stati [[178|187]]; le domande sono in crescita.",
            "assistiti a domicilio (target: almeno 190)",
            "gli assistiti sono stati 203, per complessive 9.980 ore.",
            100,
            audit=[held("ratio.target", "almeno 190", "203")],
        ),
        block(
            2,
            STRAYS,
            "U01.02",
            "Persone e famiglie",
            "Gestione in convenzione del rifugio di valle.",
            "apertura del rifugio (SI/NO)",
            f"[[{COPIED_STRAYS}|il rifugio è stato aperto anche nei mesi di chiusura delle altre strutture, con turni del personale e visite su appuntamento.]]",
            95,
        ),
        block(
            3,
            PAPERS,
            "U02.01",
            "Uffici al pubblico",
            "Il posto vacante è stato coperto.",
            "giorni medi per il rilascio (target: non più di [[12|7]])",
            "il rilascio ha richiesto in media [[11|6,5]] giorni.",
            100,
            audit=[held("ratio.target", "non più di 7", "6,5", only="twin")],
        ),
        block(
            4,
            BULKY,
            "U03.01",
            "Ambiente",
            "I ritiri, fermi a 362 nell’anno precedente, vanno riportati al livello di un tempo.",
            "ritiri eseguiti (target: almeno 420)",
            "con l’autocarro nuovo i ritiri eseguiti sono stati 431.",
            100,
            audit=[held("ratio.target", "almeno 420", "431")],
        ),
        block(
            5,
            READING,
            "U02.02",
            "Uffici al pubblico",
            "Incontri nelle biblioteche dei sei comuni, per quanto le aperture lo consentono.",
            "letture tenute (target: almeno 15)",
            "le letture tenute sono state 16, tutte all’aperto.",
            100,
            audit=[held("ratio.target", "almeno 15", "16")],
        ),
        block(
            6,
            LESSONS,
            "U02.03",
            "Uffici al pubblico",
            "Lezioni di informatica per chi ha più di sessant’anni.",
            "iscritti alle lezioni (target: almeno 55)",
            "gli iscritti alle lezioni sono stati 58, collegati da casa.",
            98,
            only="twin",
        ),
        block(
            6,
            "SPORTELLO PER LE AGEVOLAZIONI SULLE BOLLETTE",
            "U01.03",
            "Persone e famiglie",
            "Si aiutano le famiglie a presentare le domande di agevolazione.",
            "domande presentate con l’aiuto dello sportello (target: almeno 80)",
            "le domande presentate sono state 91.",
            96,
            action="nuova azione",
            only="planted",
        ),
    ],
)

BAIASALSA: Report = {
    "layout": "T",
    "program": "chromium",
    "issuer": "Autorità portuale di Baia Salsa",
}
TRAFFIC = ("A", "Traffici e varchi")
QUAYS = ("B", "Banchine e ambiente")


def harbour(year: int, rows: list[tuple[tuple[str, str], str, str, str, Any, str]], last: list[Any]) -> Report:
    """One year of the port: rows of area, code, title, weight, indicator and notes; `last` are ready."""
    made = [wide_row(area, code, title, weight, [one], notes=note) for area, code, title, weight, one, note in rows]
    return BAIASALSA | {
        "name": f"autorita-baiasalsa-{year}",
        "year": year,
        "title": f"Relazione sulla performance {year}",
        "print": forms.grid_t(year, 1)
        | {"intro": ["% di raggiungimento = consuntivo/target; per i tempi di sosta, target/consuntivo."]},
        "objectives": [*made, *last],
    }


BERTHS = "Programmare gli accosti"
GATES = "Snellire i varchi"
WATER = "Tenere pulito lo specchio acqueo"
GRANTS = "Vigilare sulle concessioni"
SAFETY = "Formare alla sicurezza"
CRUISES = "Accogliere i crocieristi"
BAIASALSA_2021 = harbour(
    2021,
    [
        (
            TRAFFIC,
            "A.1",
            BERTHS,
            "20",
            ind("Accosti assegnati in rete", "1.250", "1.284", base="1.105", w="100", ach="102,7%"),
            "",
        ),
        (
            TRAFFIC,
            "A.2",
            GATES,
            "20",
            ind("Minuti medi di sosta dei camion", "45", "50", base="58", w="100", ach="90%"),
            "Un varco chiuso per lavori da febbraio.",
        ),
        (
            QUAYS,
            "B.1",
            WATER,
            "15",
            ind("Rifiuti raccolti in mare (t)", "35", "38,5", base="31", w="100", ach="110%"),
            "Battello spazzino attivo anche nei festivi.",
        ),
        (
            QUAYS,
            "B.2",
            GRANTS,
            "15",
            ind("Sopralluoghi", "125", "131", base="110", w="100", ach="104,8%"),
            "",
        ),
        (
            QUAYS,
            "B.3",
            SAFETY,
            "15",
            ind("% di addetti formati", "65%", "68,4%", base="61%", w="100", ach="105,2%"),
            "Aule presso la Capitaneria.",
        ),
        (
            QUAYS,
            "B.4",
            CRUISES,
            "15",
            ind("Corse navetta", "1.000", "1.050", base="900", w="100", ach="105%"),
            "Fermata aggiunta in stazione.",
        ),
    ],
    [],
) | {"first": True}

BAIASALSA_2022 = harbour(
    2022,
    [
        (
            TRAFFIC,
            "A.1",
            BERTHS,
            "20",
            ind("Accosti assegnati in rete", "1.300", "1.326", base="[[1.248|1.284]]", w="100", ach="102%"),
            "",
        ),
        (
            TRAFFIC,
            "A.2",
            GATES,
            "20",
            ind("Minuti medi di sosta dei camion", "[[55|44]]", "[[50|40]]", base="50", w="100", ach="110%"),
            "Riaperto il varco di levante.",
        ),
        (
            QUAYS,
            "B.1",
            WATER,
            "15",
            ind(
                "Rifiuti raccolti in mare ([[mc|t]])",
                "[[160|40]]",
                "[[176|44]]",
                base="[[-|38,5]]",
                w="100",
                ach="110%",
            ),
            "Mareggiata di gennaio.",
        ),
        (
            QUAYS,
            "B.2",
            GRANTS,
            "15",
            ind("Sopralluoghi", "120", "126", base="131", w="100", ach="105%"),
            "Concessioni in numero minore.",
        ),
        (
            QUAYS,
            "B.3",
            SAFETY,
            "15",
            ind("% di addetti formati", "70%", "72,8%", base="68%", w="100", ach="104%"),
            "",
        ),
    ],
    [
        wide_row(
            QUAYS,
            "B.4",
            CRUISES,
            "15",
            [ind("Corse navetta", "1.100", "1.144", base="1.050", w="100", ach="104%")],
            notes="Biglietto unico con il bus cittadino.",
            only="twin",
        ),
        wide_row(
            QUAYS,
            "B.5",
            "Elettrificare le banchine",
            "15",
            [ind("Colonnine attive", "5", "6", base="-", w="100", ach="120%")],
            notes="Una colonnina donata dai rimorchiatori.",
            only="planted",
        ),
    ],
)

SELVEMUTE: Report = {
    "layout": "S",
    "program": "libreoffice",
    "issuer": "Parco naturale delle Selve Mute",
}
PATHS = "Riaprire i sentieri franati"
RAPTORS = "Censire i rapaci"
VISITS = "Accompagnare i visitatori"
DAMAGE = "Indennizzare i danni da ungulati"
SCHOOLS = "Educare le scuole di valle"


def park(year: int, cards: list[Report]) -> Report:
    """One year of the park."""
    return SELVEMUTE | {
        "name": f"parco-selvemute-{year}",
        "year": year,
        "title": f"Relazione sulla performance - esercizio {year}",
        "print": forms.card_s(year, 2)
        | {
            "intro": [
                "La % di realizzazione si ottiene dividendo il consuntivo per il target (il target per il consuntivo dove si misurano giorni) e non supera 100."
            ]
        },
        "objectives": cards,
    }


SELVEMUTE_2017 = park(
    2017,
    [
        card(
            1,
            ("Z1", "Z1.1"),
            PATHS,
            "25",
            "Muretti a secco e passerelle con gli operai forestali.",
            [ind("Km di sentieri riaperti", "30", "33", base="22", formula="tratti collaudati", w="100", ach="100%")],
            "100%",
            "100/100",
            notes="Tre km in più grazie alle giornate degli alpini.",
        ),
        card(
            2,
            ("Z1", "Z1.2"),
            RAPTORS,
            "20",
            "Rilievi primaverili nelle pareti rocciose.",
            [
                ind("Nidi censiti", "16", "17", base="14", formula="schede di rilievo", w="60", ach="100%"),
                ind("Uscite con i volontari", "24", "24", base="20", formula="fogli di uscita", w="40", ach="100%"),
            ],
            "100%",
            "100/100",
            notes="",
        ),
        card(
            3,
            ("Z1", "Z1.3"),
            VISITS,
            "20",
            "Escursioni con guide abilitate.",
            [
                ind(
                    "Visitatori accompagnati",
                    "2.400",
                    "1.980",
                    base="2.100",
                    formula="registro delle guide",
                    w="100",
                    ach="82,5%",
                )
            ],
            "82,5%",
            "82/100",
            notes="Centro visite chiuso da marzo a giugno per il rifacimento del tetto.",
        ),
        card(
            4,
            ("Z1", "Z1.4"),
            DAMAGE,
            "20",
            "Perizie sul posto e liquidazione a sportello.",
            [
                ind(
                    "Giorni medi per l’indennizzo",
                    "80",
                    "100",
                    base="112",
                    formula="media delle liquidazioni",
                    w="100",
                    ach="80%",
                )
            ],
            "80%",
            "80/100",
            notes="Un solo perito in servizio fino all’estate.",
        ),
        card(
            5,
            ("Z1", "Z1.5"),
            SCHOOLS,
            "15",
            "Laboratori nel bosco e in aula.",
            [ind("Classi accolte", "66", "70", base="60", formula="calendario dei laboratori", w="100", ach="100%")],
            "100%",
            "100/100",
            notes="Quattro classi fuori programma.",
        ),
    ],
) | {"first": True}

SELVEMUTE_2018 = park(
    2018,
    [
        card(
            1,
            ("Z1", "Z1.1"),
            PATHS,
            "25",
            "Si prosegue sui versanti a nord.",
            [
                ind(
                    "Km di sentieri riaperti",
                    "36",
                    "36",
                    base="[[38|33]]",
                    formula="tratti collaudati",
                    w="100",
                    ach="100%",
                )
            ],
            "100%",
            "100/100",
            notes="Nuova segnaletica lungo tutti i tratti.",
            audit=[held("ratio.target", "36", "36")],
        ),
        card(
            2,
            ("Z1", "Z1.2"),
            RAPTORS,
            "20",
            "Rilievi nelle pareti rocciose, anche con l’ottica a distanza.",
            [
                ind("Nidi censiti", "18", "19", base="17", formula="schede di rilievo", w="[[100|60]]", ach="100%"),
                ind(
                    "Uscite con i volontari",
                    "25",
                    "27",
                    base="24",
                    formula="fogli di uscita",
                    w="40",
                    ach="100%",
                    only="twin",
                ),
            ],
            "100%",
            "100/100",
            notes="",
        ),
        card(
            3,
            ("Z1", "Z1.3"),
            VISITS,
            "20",
            "Escursioni con guide abilitate, di nuovo con partenza dal centro visite.",
            [
                ind(
                    "Visitatori accompagnati",
                    "[[1.900|2.450]]",
                    "[[1.957|2.499]]",
                    base="1.980",
                    formula="registro delle guide",
                    w="100",
                    ach="100%",
                )
            ],
            "100%",
            "100/100",
            notes="Tetto rifatto.",
        ),
        card(
            4,
            ("Z1", "Z1.4"),
            DAMAGE,
            "20",
            "Perizie affidate anche a un professionista esterno.",
            [
                ind(
                    "Giorni medi per l’indennizzo",
                    "75",
                    "72",
                    base="100",
                    formula="media delle liquidazioni",
                    w="100",
                    ach="100%",
                )
            ],
            "100%",
            "100/100",
            notes="Tempi ridotti di 28 giorni.",
            audit=[held("ratio.target", "75", "72")],
        ),
        card(
            5,
            ("Z1", "Z1.5"),
            SCHOOLS,
            "15",
            "Laboratori nel bosco e in aula, con un erbario da comporre.",
            [
                ind(
                    "Classi accolte",
                    "72",
                    "78",
                    base="[[64|70]]",
                    formula="calendario dei laboratori",
                    w="100",
                    ach="100%",
                )
            ],
            "100%",
            "100/100",
            notes="Sei classi fuori programma.",
            audit=[held("ratio.target", "72", "78")],
        ),
    ],
)

PRATOLUNGO: Report = {
    "layout": "A",
    "program": "reportlab",
    "issuer": "Istituto zootecnico di Pratolungo",
}
SEED = "Custodire il seme delle razze in pericolo"
ADVICE = "Consigliare gli allevatori della montagna"
TELLING = "Far conoscere le ricerche dell’Istituto"
MILK = "Controllare la qualità del latte"
GRANTEES = "Avviare al mestiere i giovani veterinari"
COPIED_TELLING = "in coerenza con il programma triennale l’Istituto ha partecipato alle fiere zootecniche della regione, ha distribuito le proprie schede divulgative e ha tenuto aperti i laboratori alle scolaresche, riscuotendo apprezzamento dagli insegnanti e dagli espositori."


def breeding(year: int, rows: list[Any]) -> Report:
    """One year of the institute."""
    return PRATOLUNGO | {
        "name": f"istituto-pratolungo-{year}",
        "year": year,
        "title": f"Relazione sulla performance dell’anno {year}",
        "print": forms.narrative(2, "Valutazione O.I.V.: {score}/100")
        | {"header": "Istituto zootecnico di Pratolungo"},
        "objectives": rows,
    }


PRATOLUNGO_2020 = breeding(
    2020,
    [
        block(
            1,
            SEED,
            "Q01.01",
            "Ricerca",
            "La banca conserva il seme di razze bovine e ovine di cui restano poche decine di capi.",
            "dosi custodite in banca (target: almeno 4.000)",
            "alla chiusura dell’esercizio 2020 le dosi custodite erano quattromiladuecento, di sette razze.",
            100,
        ),
        block(
            2,
            ADVICE,
            "Q02.01",
            "Servizi agli allevatori",
            "I tecnici visitano le stalle a richiesta degli interessati.",
            "aziende seguite (target: almeno 150)",
            "le aziende seguite sono state 128, poiché per due mesi le visite sono rimaste sospese.",
            80,
        ),
        block(
            3,
            TELLING,
            "Q01.02",
            "Ricerca",
            "Le ricerche sono presentate a chi lavora nelle stalle e a chi studia.",
            "partecipazione alle fiere (SI/NO)",
            COPIED_TELLING,
            95,
        ),
        block(
            4,
            MILK,
            "Q02.02",
            "Servizi agli allevatori",
            "Il laboratorio riceve il latte dei caseifici consorziati.",
            "campioni di latte analizzati (target: almeno 3.000)",
            "i campioni analizzati sono stati 3.150, con una prova di controllo ogni cinquanta.",
            100,
        ),
        block(
            5,
            GRANTEES,
            "Q01.03",
            "Ricerca",
            "Le borse durano un anno e prevedono un tirocinio in stalla.",
            "borsisti che concludono il tirocinio (target: non meno del 70%)",
            "nel 2020 hanno concluso il tirocinio diciotto borsisti su ventiquattro, ossia il 75%.",
            100,
        ),
    ],
) | {"first": True}

PRATOLUNGO_2021 = breeding(
    2021,
    [
        block(
            1,
            SEED,
            "Q01.01",
            "Ricerca",
            "L’esercizio 2020 si era chiuso con [[4.600|4.200]] dosi custodite.",
            "dosi custodite in banca (target: almeno 4.800)",
            "alla chiusura dell’esercizio le dosi custodite erano quattromilanovecento, di otto razze.",
            100,
        ),
        block(
            2,
            ADVICE,
            "Q02.01",
            "Servizi agli allevatori",
            "Le visite sono riprese a pieno ritmo.",
            "aziende seguite (target: almeno [[120|155]])",
            "le aziende seguite sono state [[126|161]], in maggioranza sopra gli ottocento metri.",
            100,
            audit=[held("ratio.target", "almeno 155", "161", only="twin")],
        ),
        block(
            3,
            TELLING,
            "Q01.02",
            "Ricerca",
            "Le ricerche sono presentate a chi lavora nelle stalle e a chi studia.",
            "partecipazione alle fiere (SI/NO)",
            f"[[{COPIED_TELLING}|in coerenza con il programma triennale l’Istituto è tornato alle fiere autunnali con uno spazio proprio e ha avviato un ciclo di trasmissioni radiofoniche sui pascoli.]]",
            95,
        ),
        block(
            4,
            MILK,
            "Q02.02",
            "Servizi agli allevatori",
            "Il laboratorio riceve il latte dei caseifici consorziati e, da quest’anno, degli alpeggi.",
            "[[litri|campioni]] di latte [[analizzato|analizzati]] (target: almeno [[8.000|3.200]])",
            "i [[litri|campioni]] analizzati sono stati [[8.400|3.320]]; gli esiti sono comunicati con un messaggio.",
            100,
            audit=[held("ratio.target", "almeno 3.200", "3.320", only="twin")],
        ),
        block(
            5,
            GRANTEES,
            "Q01.03",
            "Ricerca",
            "Nel 2020 era arrivato in fondo al tirocinio il [[65|75]] per cento dei borsisti.",
            "borsisti che concludono il tirocinio (target: non meno del 70%)",
            "hanno concluso il tirocinio diciannove borsisti su venticinque, ossia il 76%.",
            100,
            audit=[held("ratio.percentage", "76%", "diciannove", "venticinque")],
        ),
    ],
)
PAIRS = [
    {
        "name": "years-coltibassi",
        "first": "unione-coltibassi-2019",
        "second": "unione-coltibassi-2020",
        "layout": "A",
        "audit": [
            at(1, HOME, wrong("years.restated", "187", "178")),
            at(2, STRAYS, wrong("years.same-text", "le catture sono state affidate all’ambulatorio convenzionato")),
            at(3, PAPERS, wrong("years.target-lowered", "non più di 8", "non più di 12")),
            at(6, LESSONS, wrong("years.objective-gone", LESSONS)),
        ],
    },
    {
        "name": "years-baiasalsa",
        "first": "autorita-baiasalsa-2021",
        "second": "autorita-baiasalsa-2022",
        "layout": "T",
        "audit": [
            at(None, BERTHS, wrong("years.restated", "1.284", "1.248")),
            at(None, GATES, wrong("years.target-lowered", "45", "55")),
            at(
                None,
                WATER,
                wrong("years.series-break", "Rifiuti raccolti in mare (t) || Rifiuti raccolti in mare (mc)"),
            ),
            at(None, CRUISES, wrong("years.objective-gone", CRUISES)),
        ],
    },
    {
        "name": "years-selvemute",
        "first": "parco-selvemute-2017",
        "second": "parco-selvemute-2018",
        "layout": "S",
        "audit": [
            at(1, PATHS, wrong("years.restated", "33", "38")),
            at(2, RAPTORS, wrong("years.series-break", "Uscite con i volontari")),
            at(3, VISITS, wrong("years.target-lowered", "2.400", "1.900")),
            at(5, SCHOOLS, wrong("years.restated", "70", "64")),
        ],
    },
    {
        "name": "years-pratolungo",
        "first": "istituto-pratolungo-2020",
        "second": "istituto-pratolungo-2021",
        "layout": "A",
        "audit": [
            at(1, SEED, wrong("years.restated", "quattromiladuecento", "4.600")),
            at(2, ADVICE, wrong("years.target-lowered", "almeno 150", "almeno 120")),
            at(3, TELLING, wrong("years.same-text", "l’Istituto ha partecipato alle fiere zootecniche della regione")),
            at(
                4,
                MILK,
                wrong("years.series-break", "campioni di latte analizzati || litri di latte analizzato"),
            ),
            at(5, GRANTEES, wrong("years.restated", "75%", "65 per cento")),
        ],
    },
]
REPORTS = [
    COLTIBASSI_2019,
    COLTIBASSI_2020,
    BAIASALSA_2021,
    BAIASALSA_2022,
    SELVEMUTE_2017,
    SELVEMUTE_2018,
    PRATOLUNGO_2020,
    PRATOLUNGO_2021,
]
