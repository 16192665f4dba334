# ruff: noqa: E501
"""Layouts in tables, sheets, cards and lists."""

from corpus.contradictions import forms
from corpus.contradictions.author import held, ind, ob, said, wrong
from corpus.contradictions.rows import card, grid_row, scoring_row, sheet, university_row, wide_row

UGUALE = (
    "È stato nominato il responsabile, sono stati raccolti i dati dai servizi interessati e il documento finale, discusso in "
    "conferenza dei dirigenti, è stato consegnato al Sindaco. SI"
)


ROCCADARA = {
    "name": "comune-roccadara-2018",
    "layout": "B",
    "program": "reportlab",
    "issuer": "Comune di Roccadara",
    "year": 2018,
    "title": "Relazione sulla performance 2018 - Rendicontazione degli obiettivi operativi",
    "print": forms.grid_b(1) | {"running_header": "Comune di Roccadara - Relazione sulla performance 2018"},
    "objectives": [
        grid_row(
            1,
            "0101",
            "01010601",
            "Affari generali",
            "Revisione del regolamento sugli incarichi esterni",
            "2018-06-30",
            results="Il regolamento è stato approvato dalla Giunta il [[14.09.2018|14.06.2018]] e pubblicato sul sito.",
            ach="100%",
            audit=[
                wrong(
                    "time.late",
                    "30.06.2018",
                    "14.09.2018",
                    also=["ratio.target", "evaluation.full-score-on-missed-target"],
                ),
                held("time.late", "30.06.2018", "14.06.2018", only="twin"),
            ],
        ),
        grid_row(
            2,
            "0101",
            "01010602",
            "Affari generali",
            "Digitalizzazione dei fascicoli del personale",
            "",
            results="Sono stati digitalizzati n. 150 fascicoli su n. 240, pari al [[72,5%|62,5%]] del totale.",
            ach="62,5%",
            notes="I restanti fascicoli sono conservati in formato cartaceo.",
            audit=[
                wrong("ratio.percentage", "150", "240", "72,5%", also=["ratio.achievement"]),
                held("ratio.percentage", "150", "240", "62,5%", only="twin"),
            ],
        ),
        grid_row(
            3,
            "0102",
            "[[02010301|01020301]]",
            "Lavori pubblici",
            "Manutenzione dei marciapiedi del centro",
            "2018-10-31",
            results="I lavori, affidati a marzo, sono stati ultimati il 31.10.2018 e collaudati entro i termini.",
            ach="100%",
            audit=[
                wrong("structure.code-parent", "0102", "02010301"),
                held("time.late", "31.10.2018"),
            ],
        ),
        grid_row(
            4,
            "0103",
            "01030101",
            "Servizi sociali",
            "Piano locale per l’invecchiamento attivo",
            "",
            results=UGUALE,
            ach="100%",
            audit=[],
        ),
        grid_row(
            5,
            "0103",
            "01030102",
            "Servizi sociali",
            "Ricognizione degli spazi per le associazioni",
            "",
            results="[["
            + UGUALE
            + "|Sono stati visitati undici edifici, sette dei quali idonei; l’elenco è stato pubblicato e le "
            "associazioni ne sono state informate. SI]]",
            ach="100%",
            audit=[wrong("structure.duplicate-text", "È stato nominato il responsabile")],
        ),
        grid_row(
            6,
            "0104",
            "01040101",
            "Polizia locale",
            "Controlli sulla velocità presso le scuole",
            "",
            results="Svolti 64 controlli, di cui 20 nelle ore serali; l’ultimo rapporto è stato consegnato il [[11.02.2019|11.12.2018]].",
            ach="100%",
            audit=[wrong("time.outside-year", "11.02.2019", "2018", also=["time.late"])],
        ),
    ],
}

MISURE = {
    "name": "istituto-acquerupi-2019",
    "layout": "C",
    "program": "chromium",
    "issuer": "Istituto Nazionale per lo Studio delle Acque Rupestri",
    "year": 2019,
    "title": "Rapporto sui risultati degli indicatori - anno 2019",
    "print": forms.kpi_c(2019, 1)
    | {
        "intro": [
            "Il rapporto dà conto dei valori conseguiti al 31 dicembre 2019. I pesi degli indicatori sono riferiti a ciascun obiettivo."
        ]
    },
    "objectives": [
        ob(
            None,
            "Consolidare la rete delle stazioni di misura",
            description="Manutenzione delle stazioni e sostituzione delle sonde guaste.",
            notes="Obiettivo raggiunto.",
            ind=[
                ind(
                    "Stazioni attive", ">= 48", "[[41|52]]", formula="Numero di stazioni che trasmettono dati", w="60%"
                ),
                ind("Sonde sostituite", "almeno 10", "14", formula="Numero di sonde sostituite", w="40%"),
            ],
            audit=[
                wrong("ratio.target", ">= 48", "41", "Obiettivo raggiunto"),
                held("ratio.target", ">= 48", "52", only="twin"),
                held("ratio.target", "almeno 10", "14"),
            ],
        ),
        ob(
            None,
            "Pubblicare le serie storiche delle portate",
            description="Le serie sono pubblicate dopo la validazione da parte del comitato scientifico.",
            ind=[
                ind("Serie pubblicate", ">= 20", "[[|23]]", formula="Serie rese disponibili in rete", w="50%"),
                ind(
                    "Tempo medio di validazione",
                    "<= 30 gg.",
                    "26 gg.",
                    formula="Somma dei giorni / serie validate",
                    w="50%",
                ),
            ],
            audit=[wrong("target.unanswered", ">= 20"), held("ratio.target", "<= 30 gg.", "26 gg.")],
        ),
        ob(
            None,
            "Sostenere la formazione dei giovani ricercatori",
            description="Borse annuali e soggiorni presso le stazioni di alta quota.",
            notes="Delle borse, due sono state finanziate da privati.",
            ind=[
                ind("Borse assegnate", "8", "8", formula="Numero di borse", w="[[60%|50%]]"),
                ind("Soggiorni di studio", ">= 15", "17", formula="Numero di soggiorni", w="30%"),
                ind("Gradimento medio", "> 3,5 su 5", "4,1 su 5", formula="Media dei questionari", w="20%"),
            ],
            audit=[wrong("ratio.weights", "60%", "30%", "20%"), held("ratio.target", ">= 15", "17")],
        ),
        ob(
            None,
            "Contenere i consumi energetici delle sedi",
            description="Sostituzione dei corpi illuminanti e regolazione degli impianti.",
            notes="Il risultato, inferiore all’atteso, risente del prolungato periodo di freddo.",
            ind=[
                ind(
                    "Riduzione dei consumi",
                    ">= 5%",
                    "3,2%",
                    formula="(consumi 2018 - consumi 2019) / consumi 2018",
                    w="70%",
                ),
                ind("Sedi con luci a basso consumo", "[[|>= 3]]", "4", formula="Conteggio", w="30%"),
            ],
            audit=[
                said("ratio.target", ">= 5%", "3,2%", severity=["notice"]),
                wrong("target.result-without-target", "Sedi con luci"),
            ],
        ),
    ],
}

ARCHIVI = {
    "name": "ente-faridispersi-2018",
    "layout": "D",
    "program": "reportlab",
    "issuer": "Ente Nazionale dei Fari Dispersi",
    "year": 2018,
    "title": "Relazione sulla performance 2018",
    "print": forms.sheet_d(2018, 1)
    | {
        "preface": [
            "Schede degli obiettivi. La percentuale di raggiungimento è il rapporto fra consuntivo e target, con il limite di 100."
        ]
    },
    "objectives": [
        ob(
            None,
            "Restaurare le lanterne storiche",
            refs=[("operational", "EF.01"), ("area", "01", "Tutela dei fari"), ("programme", "01.1", "Restauro")],
            weight=40,
            description="Il programma prevede il restauro di almeno [[quattro|sei]] lanterne, scelte fra le più danneggiate.",
            ind=[
                ind(
                    "Lanterne restaurate",
                    "almeno 6",
                    "7",
                    unit="numero",
                    w="[[70|60]]",
                    base="5",
                    ach="100%",
                    formula="Conteggio",
                ),
                ind("Fari visitabili", "12", "9", unit="numero", w="40", base="8", ach="75%", formula="Conteggio"),
            ],
            notes="Tre fari non sono stati aperti per il maltempo.",
            audit=[
                wrong("target.differs", "quattro", "almeno 6"),
                wrong("ratio.weights", "70", "40"),
                held("ratio.achievement", "12", "9", "75%"),
            ],
        ),
        ob(
            None,
            "Estendere la telesorveglianza",
            refs=[("operational", "EF.02"), ("area", "02", "Sicurezza"), ("programme", "02.1", "Telesorveglianza")],
            weight=35,
            description="La telesorveglianza riduce le visite ai fari in mare aperto. I fari collegati nel 2017 erano [[28|36]].",
            ind=[
                ind(
                    "Fari collegati",
                    "50",
                    "40",
                    unit="numero",
                    w="100",
                    base="36",
                    ach="[[95%|80%]]",
                    formula="Conteggio",
                )
            ],
            audit=[
                wrong("target.baseline-differs", "28", "36"),
                wrong("ratio.achievement", "50", "40", "95%"),
                held("ratio.achievement", "50", "40", "80%", only="twin"),
            ],
        ),
        ob(
            None,
            "Ridurre i tempi di pagamento",
            refs=[("operational", "EF.03"), ("area", "03", "Amministrazione"), ("programme", "03.1", "Bilancio")],
            weight=25,
            description="L’indicatore è calcolato sulle fatture pagate nell’anno; un valore più basso è migliore.",
            ind=[
                ind(
                    "Giorni medi di pagamento",
                    "<= 30",
                    "24",
                    unit="giorni",
                    w="100",
                    base="33",
                    ach="100%",
                    formula="Media ponderata",
                )
            ],
            audit=[held("ratio.target", "<= 30", "24")],
        ),
    ],
}

PARCO = {
    "name": "parco-montecenere-2020",
    "layout": "E",
    "program": "reportlab",
    "issuer": "Ente Parco di Monte Cenere",
    "year": 2020,
    "title": "Relazione sulla performance dell’anno 2020",
    "print": forms.table_e(2020, 1)
    | {
        "intro": [
            "Il grado di raggiungimento è calcolato come rapporto tra il risultato e il target, e non supera il 100 per cento."
        ]
    },
    "objectives": [
        ob(
            None,
            title,
            refs=[("strategic", None, above), ("area", None, office)],
            ind=[ind(text, target, result, ach=ach)],
            audit=audit,
        )
        for above, office, title, text, target, result, ach, audit in (
            (
                "Conservare gli habitat delle praterie sommitali",
                "Servizio Natura",
                "Completare il monitoraggio dei rapaci",
                "Transetti eseguiti / transetti programmati",
                "100",
                "100",
                "100",
                [held("ratio.achievement", "100")],
            ),
            (
                "Conservare gli habitat delle praterie sommitali",
                "Servizio Natura",
                "Sfalciare le praterie in abbandono",
                "Superficie sfalciata / superficie programmata",
                "90",
                "72",
                "[[95|80]]",
                [
                    wrong("ratio.achievement", "90", "72", "95"),
                    held("ratio.achievement", "90", "72", "80", only="twin"),
                ],
            ),
            (
                "Accogliere i visitatori senza danno per i luoghi",
                "Servizio Visite",
                "Limitare gli accessi con mezzi propri",
                "Visitatori giunti con navetta / visitatori",
                "40",
                "46",
                "[[146|100]]",
                [wrong("evaluation.above-maximum", "146", also=["ratio.achievement"])],
            ),
            (
                "Accogliere i visitatori senza danno per i luoghi",
                "Servizio Visite",
                "Rinnovare la segnaletica dei sentieri",
                "Sentieri con segnaletica nuova / sentieri",
                "60",
                "[[|63]]",
                "[[|100]]",
                [
                    wrong("target.unanswered", "60", also=["target.percentage-unreported"]),
                    held("ratio.target", "60", "63", only="twin"),
                ],
            ),
            (
                "Amministrare con trasparenza",
                "Servizio Affari generali",
                "Pagare i fornitori nei termini",
                "Fatture pagate nei termini / fatture",
                "95",
                "92,15",
                "97",
                [held("ratio.achievement", "95", "92,15", "97")],
            ),
        )
    ],
}

CAMERA = {
    "name": "camera-vallescura-2014",
    "layout": "H",
    "program": "reportlab",
    "issuer": "Camera di Commercio di Vallescura",
    "year": 2014,
    "title": "Relazione sulla performance 2014",
    "print": forms.scorecard_h(2014, 1)
    | {
        "preface": [
            "Cruscotto degli obiettivi. La realizzazione è il rapporto fra risultato e valore atteso, anche oltre il cento per cento."
        ]
    },
    "objectives": [
        ob(
            None,
            "Promuovere le imprese sui mercati esteri",
            refs=[("strategic", "1.1", "Sostenere la competitività"), ("operational", "1.11")],
            ind=[
                ind(
                    "Imprese assistite nelle missioni",
                    "50",
                    "60",
                    kind="Efficacia",
                    w="60%",
                    early="38",
                    base="44",
                    ach="120%",
                ),
                ind(
                    "Missioni svolte",
                    "4",
                    "3",
                    kind="Processo",
                    w="[[30%|40%]]",
                    early="3",
                    base="4",
                    ach="[[90%|75%]]",
                ),
            ],
            audit=[
                wrong("ratio.achievement", "4", "3", "90%"),
                wrong("ratio.weights", "60%", "30%"),
                held("ratio.achievement", "50", "60", "120%"),
                held("ratio.achievement", "4", "3", "75%", only="twin"),
            ],
        ),
        ob(
            None,
            "Diffondere la cultura d’impresa nelle scuole",
            refs=[("strategic", "1.1", "Sostenere la competitività"), ("operational", "1.12")],
            ind=[
                ind("Studenti coinvolti", "450", "486", kind="Efficacia", w="70%", early="390", base="410", ach="108%"),
                ind("Scuole visitate", "12", "12", kind="Processo", w="30%", early="9", base="11", ach="100%"),
            ],
            audit=[held("ratio.achievement", "450", "486", "108%"), held("ratio.weights", "70%", "30%")],
        ),
        ob(
            None,
            "Garantire la tempestività del Registro delle imprese",
            refs=[("strategic", "2.1", "Servizi alle imprese"), ("operational", "2.11")],
            ind=[
                ind(
                    "Pratiche evase nei termini",
                    "80%",
                    "84%",
                    kind="Qualità",
                    w="50%",
                    early="71%",
                    base="77%",
                    ach="105%",
                ),
                ind(
                    "Giorni medi di lavorazione",
                    "<= 5",
                    "[[|4,2]]",
                    kind="Qualità",
                    w="50%",
                    early="6,1",
                    base="5,4",
                    ach="[[|119%]]",
                ),
            ],
            audit=[wrong("target.unanswered", "<= 5"), held("ratio.achievement", "80%", "84%", "105%")],
        ),
    ],
}


AZIENDA = {
    "name": "asl-rivanuda-2012",
    "layout": "J",
    "program": "reportlab",
    "issuer": "Azienda Sanitaria Locale di Rivanuda",
    "year": 2012,
    "title": "Valutazione degli obiettivi di budget - Anno 2012",
    "print": forms.scoring_j(1)
    | {
        "heading": ["Centro di costo 0210 - U.O.C. Medicina generale"],
        "total": [["TOTALE", 1], ["[[110%|100%]]", 1], ["", 1], ["[[110%|100%]]", 1], ["", 4], ["[[79,00|95,00]]", 1]],
        "intro": ["Il punteggio attribuito è il prodotto del peso dell’obiettivo per il grado di raggiungimento."],
    },
    "audit": [wrong("ratio.weights", "20%", "30%", "25%", "35%")],
    "objectives": [
        scoring_row(
            "Ridurre la degenza media",
            "20%",
            "Giorni di degenza media",
            "<= 8,5",
            "8,1",
            "100%",
            "[[26,00|20,00]]",
            [wrong("evaluation.above-maximum", "20%", "26,00"), held("ratio.target", "<= 8,5", "8,1")],
        ),
        scoring_row(
            "Contenere la spesa farmaceutica",
            "30%",
            "Spesa per farmaci",
            "<= € 400.000,00",
            "€ 394.120,00",
            "100%",
            "30,00",
            [],
        ),
        scoring_row(
            "Aumentare le dimissioni protette",
            "25%",
            "Numero di dimissioni protette",
            ">= 200",
            "160",
            "[[92%|80%]]",
            "[[23,00|20,00]]",
            [
                wrong("ratio.achievement", "200", "160", "92%"),
                held("ratio.achievement", "200", "160", "80%", only="twin"),
            ],
        ),
        scoring_row(
            "Completare le schede di dimissione",
            "[[35%|25%]]",
            "Schede completate entro trenta giorni",
            ">= 95%",
            "96,2%",
            "100%",
            "[[|25,00]]",
            [wrong("evaluation.no-score", "Completare le schede"), held("ratio.target", ">= 95%", "96,2%")],
        ),
    ],
}


POLITECNICO = {
    "name": "politecnico-vallarsa-nuova-2017",
    "layout": "L",
    "program": "reportlab",
    "issuer": "Politecnico di Vallarsa Nuova",
    "year": 2017,
    "title": "Relazione integrata sulla performance 2017",
    "print": forms.university_l(1)
    | {"intro": ["Il punteggio è attribuito su una scala da 0 a 3, secondo le fasce di risultato."]},
    "objectives": [
        university_row(
            "A.1.1",
            "A.1",
            "Ridurre la dispersione fra primo e secondo anno",
            "30%",
            "Tutorato nei corsi con maggiore abbandono",
            ind(
                "Tasso di prosecuzione",
                ">= 75%",
                "[[71,4%|76,2%]]",
                base="71,8%",
                scale=["≥ 75%", "73-74,9%", "71-72,9%", "< 71%"],
            ),
            "3",
            [
                wrong("evaluation.full-score-on-missed-target", ">= 75%", "71,4%", also=["ratio.target"]),
                held("ratio.target", ">= 75%", "76,2%", only="twin"),
            ],
        ),
        university_row(
            "A.1.2",
            "A.1",
            "Ampliare gli orari delle biblioteche",
            "25%",
            "Apertura serale delle biblioteche di polo",
            ind("Ore settimanali di apertura", "almeno 60", "61,5", base="52", scale=["60", "57", "54", "< 54"]),
            "[[4|3]]",
            [wrong("evaluation.above-maximum", "4"), held("ratio.target", "almeno 60", "61,5")],
        ),
        university_row(
            "[[C.3.1|B.2.1]]",
            "B.2",
            "Accrescere la partecipazione ai bandi europei",
            "20%",
            "Formazione dei ricercatori e sportello di assistenza",
            ind("Progetti presentati", "> 70", "88", base="64", scale=["> 70", "65-70", "60-64", "< 60"]),
            "3",
            [wrong("structure.code-parent", "B.2", "C.3.1"), held("ratio.target", "> 70", "88")],
        ),
        university_row(
            "B.2.2",
            "B.2",
            "Attivare corsi in lingua inglese",
            "25%",
            "Istruttoria con i dipartimenti",
            ind("Corsi attivati", "2", "1", base="0", scale=["2", "1", "istruttoria", "nessuno"]),
            "2",
            [said("ratio.target", "2", "1", severity=["notice"])],
        ),
    ],
}


COMUNE = {
    "name": "comune-fontespina-2018",
    "layout": "M",
    "program": "libreoffice",
    "issuer": "Comune di Fontespina",
    "year": 2018,
    "title": "Relazione sulla performance 2018",
    "print": forms.sheet_m(1)
    | {"preface": ["Schede degli obiettivi gestionali. Il Nucleo esprime un punteggio da zero a dieci."]},
    "objectives": [
        sheet(
            1,
            "Carta d’identità elettronica",
            "30%",
            "Introdurre la prenotazione e ridurre i tempi di attesa.",
            [
                [1, "Configurazione delle agende", "10.01.2018", "28.02.2018"],
                [2, "Apertura del terzo sportello", "01.03.2018", "31.12.2018"],
            ],
            ind=[
                ind("Tempo medio di attesa (in minuti)", "non superiore a 20", "16"),
                ind("Avvio della prenotazione in linea", "entro il 30/06/2018", "[[12/10/2018|12/06/2018]]"),
            ],
            ach="100%",
            score="10/10",
            audit=[
                wrong(
                    "time.late",
                    "30/06/2018",
                    "12/10/2018",
                    also=["evaluation.full-score-on-missed-target", "ratio.target"],
                ),
                held("time.late", "30/06/2018", "12/06/2018", only="twin"),
                held("ratio.target", "non superiore a 20", "16"),
            ],
        ),
        sheet(
            2,
            "Riordino delle schede anagrafiche",
            "20%",
            "Eliminare gli errori che impediscono il subentro nell’anagrafe nazionale.",
            [[1, "Bonifica dei codici fiscali", "15.01.2018", "30.09.2018"]],
            ind=[ind("Schede corrette / schede con errori", "100%", "100% (n. 843 su n. 843)")],
            ach="100%",
            score="[[12/10|9,5/10]]",
            audit=[wrong("evaluation.above-maximum", "12/10"), held("ratio.percentage", "843", "100%")],
        ),
        sheet(
            3,
            "Celebrazione dei matrimoni nei luoghi storici",
            "[[40%|30%]]",
            "Convenzionare almeno due luoghi del territorio.",
            [
                [1, "Avviso pubblico", "01.02.2018", "31.03.2018"],
                [2, "Firma delle convenzioni", "01.04.2018", "30.06.2018"],
            ],
            ind=[ind("Luoghi convenzionati", "almeno 2", "3")],
            ach="100%",
            score="[[0/10|10/10]]",
            notes="L’obiettivo è stato raggiunto.",
            audit=[
                wrong("evaluation.score-against-outcome", "è stato raggiunto", "0/10"),
                held("ratio.target", "almeno 2", "3"),
            ],
        ),
        sheet(
            "[[5|4]]",
            "Statistiche demografiche in rete",
            "20%",
            "Pubblicare ogni trimestre i dati della popolazione.",
            [[1, "Pubblicazioni trimestrali", "01.01.2018", "31.12.2018"]],
            ind=[ind("Pubblicazioni nell’anno", "4", "4")],
            ach="100%",
            score="10/10",
            audit=[wrong("structure.missing-number", "3", "5"), held("ratio.target", "4", "4")],
        ),
    ],
    "audit": [wrong("ratio.weights", "30%", "20%", "40%"), held("ratio.weights", "30%", "20%", only="twin")],
}

PESI = {
    "name": "comune-torrequaglia-2011",
    "layout": "N",
    "program": "reportlab",
    "issuer": "Comune di Torrequaglia",
    "year": 2011,
    "title": "Piano della performance 2011",
    "kind": "plan",
    "print": forms.list_n(1, "100"),
    "audit": [
        wrong("ratio.weights", "22,5", "17,5", "15", "25", "16"),
        held("ratio.weights", "22,5", "17,5", "15", "25", "20", only="twin"),
    ],
    "objectives": [
        ob(None, title, weight=weight, print_weight=shown, refs=[("strategic", code)])
        for title, weight, shown, code in (
            ("Protocollo informatico e archiviazione dei documenti in arrivo", 22.5, "22,5", "AG1/A"),
            ("Recupero delle entrate tributarie arretrate", 17.5, "17,5", "FI2/A"),
            ("Manutenzione straordinaria degli edifici scolastici", 15, "15", "LP1/B"),
            ("Sostegno alle famiglie con anziani non autosufficienti", 25, "25", "SS3/A"),
            ("Valorizzazione del mercato coperto", 20, "[[16|20]]", "AP1/D"),
        )
    ],
}

PIANO = {
    "name": "agenzia-musichepopolari-2023",
    "layout": "O",
    "program": "text",
    "issuer": "Agenzia per le Musiche Popolari",
    "year": 2023,
    "title": "Piano della performance 2023",
    "kind": "plan",
    "print": forms.plan_o(2023, 2) | {"preface": ["Obiettivi, risultati attesi e azioni."]},
    "objectives": [
        ob(
            None,
            "Mettere in sicurezza le raccolte sonore",
            refs=[("operational", "OB.1.1"), ("target", "R.A.1.1a"), ("target", "R.A.1.1b")],
            ind=[
                ind("Supporti riversati in formato digitale", ">= 12.000", base="9.400"),
                ind("Raccolte descritte nel catalogo", "almeno 85%", base="62%"),
            ],
            print_actions=[
                "CAP1.PA.01 - Riversamento di almeno [[10.000|12.000]] supporti a cura del laboratorio",
                "CAP1.PA.02 - Descrizione delle raccolte nel catalogo, a partire dal [[48%|62%]] del 2022",
            ],
            audit=[
                wrong("target.differs", ">= 12.000", "almeno 10.000"),
                wrong("target.baseline-differs", "62%", "48%"),
            ],
        ),
        ob(
            None,
            "Portare la musica popolare nelle scuole",
            refs=[("operational", "OB.1.2"), ("target", "[[R.A.2.1a|R.A.1.2a]]")],
            ind=[ind("Scuole coinvolte nei laboratori", "tra 40 e 60", base="35")],
            print_actions=["CAP1.PA.03 - Laboratori di canto e di strumento in tutte le province"],
            audit=[wrong("structure.code-parent", "OB.1.2", "R.A.2.1a")],
        ),
        ob(
            None,
            "Pagare i fornitori nei termini",
            refs=[("operational", "OB.2.1"), ("target", "[[R.A.2.1b|R.A.2.1a]]")],
            ind=[ind("Giorni medi di ritardo nei pagamenti", "<= 0", base="4,5")],
            print_actions=["CAP2.PA.01 - Revisione del flusso di liquidazione"],
        ),
    ],
}


SCHEDE = {
    "name": "agenzia-laghisalati-2021",
    "layout": "S",
    "program": "chromium",
    "issuer": "Agenzia dei Laghi Salati",
    "year": 2021,
    "title": "Relazione sulla performance 2021",
    "print": forms.card_s(2021, 1)
    | {"intro": ["La percentuale di realizzazione è il rapporto tra consuntivo e target e non può superare 100."]},
    "objectives": [
        card(
            1,
            ("A01", "A01.01"),
            "Bonificare le sponde",
            "30%",
            "Rimozione dei rifiuti e ripristino dei canneti, con la collaborazione dei pescatori.",
            [
                ind(
                    "Chilometri bonificati",
                    "40",
                    "30",
                    formula="Somma dei km collaudati",
                    w="60%",
                    base="22",
                    ach="[[85%|75%]]",
                ),
                ind("Interventi conclusi", "5", "5", formula="Conteggio", w="40%", base="3", ach="100%"),
            ],
            "[[91%|85%]]",
            "85/100",
            audit=[
                wrong("ratio.achievement", "40", "30", "85%"),
                held("ratio.achievement", "40", "30", "75%", only="twin"),
            ],
        ),
        card(
            2,
            ("A01", "A01.02"),
            "Monitorare la qualità delle acque",
            "25%",
            "I prelievi sono eseguiti ogni mese nelle dodici stazioni.",
            [ind("Prelievi non conformi", "< 10", "[[14|7]]", formula="Conteggio", w="100%", base="12", ach="100%")],
            "100%",
            "100/100",
            audit=[
                wrong(
                    "evaluation.full-score-on-missed-target",
                    "< 10",
                    "14",
                    "100/100",
                    also=["ratio.target", "ratio.achievement"],
                ),
                held("ratio.target", "< 10", "7", only="twin"),
            ],
        ),
        card(
            3,
            ("A02", "A02.01"),
            "Accogliere le scolaresche",
            "25%",
            "Visite guidate con operatori formati.",
            [
                ind(
                    "Alunni accompagnati",
                    ">= 1.200",
                    "1.348",
                    formula="Registro delle visite",
                    w="100%",
                    base="640",
                    ach="100%",
                )
            ],
            "100%",
            "[[-|100/100]]",
            audit=[
                wrong("evaluation.no-score", "3 || Accogliere le scolaresche"),
                held("ratio.target", ">= 1.200", "1.348"),
            ],
        ),
        card(
            4,
            ("A02", "A02.02"),
            "Rinnovare il centro visite",
            "20%",
            "L’allestimento è stato finanziato con fondi regionali.",
            [ind("Apertura del centro", "31/05/2021", "31/05/2021", formula="Data di apertura", w="100%", ach="100%")],
            "100%",
            "100/100",
            notes="[[Il punteggio è riferito al solo allestimento interno, non essendo valutabile l’esterno.|L’inaugurazione si è svolta all’aperto.]]",
            audit=[wrong("evaluation.partial-score", "100/100", "solo allestimento"), held("time.late", "31/05/2021")],
        ),
    ],
}


GRIGLIA = {
    "name": "cm-portolungo-2019",
    "layout": "T",
    "program": "reportlab",
    "issuer": "Città Metropolitana di Portolungo",
    "year": 2019,
    "title": "Relazione sulla performance 2019 - Rendicontazione degli obiettivi operativi",
    "print": forms.grid_t(2019, 1)
    | {"intro": ["La percentuale di raggiungimento è pari al rapporto fra consuntivo e target."]},
    "audit": [wrong("ratio.weights", "25", "30", "35", "20")],
    "objectives": [
        wide_row(
            ("A", "Viabilità e mobilità"),
            "A.1.1",
            "Garantire la sicurezza della rete stradale",
            "25",
            [
                ind("Km di strade ripavimentate", "45", "54", w="60", base="38,4", ach="120%"),
                ind("Barriere sostituite", "20", "16", w="40", base="12", ach="[[95%|80%]]"),
            ],
            audit=[
                wrong("ratio.achievement", "20", "16", "95%"),
                held("ratio.achievement", "45", "54", "120%"),
                held("ratio.achievement", "20", "16", "80%", only="twin"),
            ],
        ),
        wide_row(
            ("A", "Viabilità e mobilità"),
            "[[B.1.2|A.1.2]]",
            "Promuovere gli spostamenti in bicicletta",
            "30",
            [ind("Km di piste ciclabili in esercizio", "12", "12", w="100", base="7", ach="100%")],
            audit=[wrong("structure.code-parent", "A", "B.1.2"), held("ratio.target", "12")],
        ),
        wide_row(
            ("B", "Ambiente"),
            "B.1.1",
            "Controllare gli impianti termici",
            "[[35|25]]",
            [ind("Impianti controllati", ">= 900", "[[-|941]]", w="100", base="880", ach="[[-|105%]]")],
            audit=[wrong("target.unanswered", ">= 900"), held("ratio.target", ">= 900", "941", only="twin")],
        ),
        wide_row(
            ("B", "Ambiente"),
            "B.2.1",
            "Ridurre i tempi delle autorizzazioni",
            "20",
            [ind("Giorni medi di rilascio", "<= 60", "60", w="100", base="71", ach="100%")],
            notes="Obiettivo conseguito.",
            audit=[held("ratio.target", "<= 60", "60")],
        ),
    ],
}

REPORTS = [ROCCADARA, MISURE, ARCHIVI, PARCO, CAMERA, AZIENDA, POLITECNICO, COMUNE, PESI, PIANO, SCHEDE, GRIGLIA]
for _one in REPORTS:
    _one.setdefault("kind", "report")
