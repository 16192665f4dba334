# ruff: noqa: E501
"""Values of one report that do not agree: what came before, parts, percentages, targets; narrative and in tables."""

from corpus.contradictions import forms
from corpus.contradictions.author import held, ind, ob, wrong
from corpus.contradictions.rows import block, card, wide_row

VALLISPENTE = {
    "name": "unione-vallispente-2021",
    "layout": "A",
    "program": "text",
    "issuer": "Unione dei Comuni delle Valli Spente",
    "year": 2021,
    "title": "Relazione sulla performance 2021",
    "print": forms.narrative(1, "Valutazione del Nucleo di Valutazione: {score}")
    | {"preface": ["A ciascun obiettivo il Nucleo di Valutazione attribuisce un punteggio compreso tra 0 e 50."]},
    "objectives": [
        block(
            1,
            "RACCOLTA PORTA A PORTA",
            "V01.01",
            "Ambiente e decoro",
            "Il servizio, esteso per gradi dal 2015, a inizio anno raggiungeva [[3.480|3.840]] famiglie; ne restavano fuori "
            "i nuclei delle case sparse.",
            "numero di famiglie servite",
            "le famiglie servite, che erano 3.840 prima del nuovo appalto, sono diventate 4.610; a regime se ne prevedono 5.000.",
            50,
            expected_benefits="meno rifiuti in discarica",
            audit=[
                wrong("target.baseline-differs", "3.480", "3.840"),
                held("target.baseline-differs", "3.840", only="twin"),
            ],
        ),
        block(
            2,
            "VERIFICHE SULLE ATTESTAZIONI DEL REDDITO",
            "V02.01",
            "Servizi alla persona",
            "Si intendeva verificare a campione almeno il 30% delle attestazioni; nel 2020 ci si era fermati al 28%.",
            "attestazioni verificate/attestazioni presentate",
            "è stato verificato il [[37,5|35]] per cento delle attestazioni, ossia quarantadue delle centoventi presentate.",
            47,
            expected_benefits="equità nell’accesso alle agevolazioni",
            audit=[
                wrong("ratio.percentage", "37,5 per cento", "quarantadue", "centoventi"),
                held("ratio.percentage", "35 per cento", "quarantadue", "centoventi", only="twin"),
            ],
        ),
        block(
            3,
            "TRASPORTO DEGLI ALUNNI",
            "V02.02",
            "Servizi alla persona",
            "Il servizio copre undici plessi in quattro comuni.",
            "alunni trasportati",
            "gli alunni trasportati sono stati 274, così ripartiti: 118 della scuola dell’infanzia, 97 della primaria e "
            "[[69|59]] della secondaria. Trentuno di loro non pagano la tariffa.",
            50,
            expected_benefits="minor traffico davanti alle scuole",
            audit=[
                wrong("ratio.parts", "274", "118", "97", "69"),
                held("ratio.parts", "274", "118", "97", "59", only="twin"),
            ],
        ),
        block(
            4,
            "ALMENO DODICI INCONTRI NELLE FRAZIONI SUL NUOVO PIANO URBANISTICO",
            "V03.01",
            "Governo del territorio",
            "La Giunta dell’Unione aveva chiesto di tenere non meno di [[dieci|dodici]] incontri, aperti a residenti e tecnici.",
            "incontri tenuti",
            "gli incontri tenuti sono stati tredici, due dei quali nella frazione più popolosa.",
            45,
            action="nuova azione",
            expected_benefits="scelte condivise",
            audit=[
                wrong("target.differs", "ALMENO DODICI", "non meno di dieci"),
                held("ratio.target", "dodici", "tredici", only="twin"),
            ],
        ),
        block(
            5,
            "SPORTELLO UNICO PER L’EDILIZIA",
            "V03.02",
            "Governo del territorio",
            "Le pratiche si presentano ormai soltanto in rete.",
            "attivazione dell’assistente virtuale (SI/NO)",
            "l’assistente virtuale è stato attivato e risponde anche nei giorni festivi.",
            "[[54|49]]",
            action="nuova azione",
            expected_benefits="risposte immediate ai professionisti",
            audit=[wrong("evaluation.above-maximum", "54")],
        ),
        block(
            6,
            "FASCICOLI DEL PERSONALE IN FORMATO DIGITALE",
            "V04.01",
            "Organizzazione",
            "Al 31/12 dell’anno precedente i fascicoli digitali erano il [[44|41]]% di quelli in uso.",
            "quota di fascicoli digitali",
            "con l’acquisto di 44 licenze si è passati da un 41% di fascicoli digitali al 63%.",
            48,
            expected_benefits="ricerche più rapide",
            audit=[
                wrong("target.baseline-differs", "44%", "41%"),
                held("target.baseline-differs", "41%", only="twin"),
            ],
        ),
        block(
            7,
            "PULIZIA DEI FOSSI",
            "V01.02",
            "Ambiente e decoro",
            "Era previsto di ripulire un terzo dei 96 km di fossi, partendo dai tratti già allagati nel 2019.",
            "km di fossi ripuliti",
            "i km di fossi ripuliti sono 33 (il 34,4%): 20 nella piana e 13 lungo la provinciale.",
            50,
            expected_benefits="meno allagamenti",
            audit=[held("ratio.parts", "33", "20", "13")],
        ),
    ],
}

PIETRANERA = {
    "name": "cciaa-pietranera-2018",
    "layout": "A",
    "program": "reportlab",
    "issuer": "CCIAA di Pietranera",
    "year": 2018,
    "title": "Relazione sulla Performance 2018",
    "print": forms.narrative(2, "Valutazione OIV = {score}/100") | {"header": "CCIAA di Pietranera"},
    "objectives": [
        block(
            1,
            "Deposito dei bilanci in tempi brevi",
            "N01.01",
            "Registro delle imprese",
            "Secondo il dato storico del 2017 il tempo medio di lavorazione era di [[9,6|6,9]] giorni.",
            "tempo medio di lavorazione dei bilanci (target: non oltre 6 giorni)",
            "il tempo medio di lavorazione è sceso a 4,8 giorni, contro i 6,9 dell’anno prima.",
            100,
            expected_benefits="dati aggiornati per banche e investitori",
            audit=[
                wrong("target.baseline-differs", "9,6", "6,9"),
                held("target.baseline-differs", "6,9", only="twin"),
                held("ratio.target", "non oltre 6 giorni", "4,8"),
            ],
        ),
        block(
            2,
            "Elenco camerale delle guide del territorio",
            "N02.01",
            "Promozione e turismo",
            "A fine 2017 risultavano nell’elenco [[ventotto|ventuno]] guide, in prevalenza naturalistiche.",
            "incremento delle guide in elenco",
            "si partiva da 21 iscritti; dopo due sessioni di esame le guide in elenco sono 34.",
            95,
            expected_benefits="visite di qualità",
            audit=[
                wrong("target.baseline-differs", "ventotto", "21"),
                held("target.baseline-differs", "ventuno", "21", only="twin"),
            ],
        ),
        block(
            3,
            "Contributi per l’innovazione",
            "N02.02",
            "Promozione e turismo",
            "Il bando resta aperto fino a esaurimento dei fondi, rifinanziati a maggio con euro 60.000,00.",
            "contributi liquidati/contributi stanziati",
            "su un totale di euro 480.000,00 stanziati sono stati liquidati euro 408.000,00, con un tasso di utilizzo del "
            "[[88|85]]%.",
            100,
            expected_benefits="macchinari più moderni",
            audit=[
                wrong("ratio.percentage", "480.000,00", "408.000,00", "88%"),
                held("ratio.percentage", "480.000,00", "408.000,00", "85%", only="twin"),
            ],
        ),
        block(
            4,
            "Riscontro ai reclami",
            "N03.01",
            "Ascolto dell’utenza",
            "Il proposito era di dare riscontro nei quindici giorni ad almeno il [[90|80]]% dei reclami.",
            "reclami riscontrati in 15 giorni/reclami pervenuti (target: >= 80%)",
            "dei 25 reclami pervenuti 23 hanno avuto riscontro nei quindici giorni (92%), gli altri due nei venti.",
            100,
            expected_benefits="fiducia nell’ente",
            audit=[
                wrong("target.differs", "90%", ">= 80%"),
                held("ratio.percentage", "25", "23", "92%"),
                held("ratio.target", "80%", "92%", only="twin"),
            ],
        ),
        block(
            5,
            "Spesa promozionale",
            "N02.03",
            "Promozione e turismo",
            "La programmazione distingue fiere, seminari e materiale a stampa.",
            "relazione sulla destinazione della spesa (SI/NO)",
            "la relazione è stata consegnata alla Giunta. La spesa è stata così suddivisa: 45% per fiere, 30% per seminari e "
            "[[35|25]]% per materiale a stampa.",
            100,
            expected_benefits="scelte motivate",
            audit=[
                wrong("ratio.parts", "45%", "30%", "35%"),
                held("ratio.parts", "45%", "30%", "25%", only="twin"),
            ],
        ),
        block(
            6,
            "Digitalizzazione dell’archivio ditte",
            "N01.02",
            "Registro delle imprese",
            "L’archivio cartaceo occupa due piani della vecchia sede.",
            "percentuale di avanzamento della digitalizzazione",
            "sono stati acquistati due scanner e tre addetti hanno seguito il corso del fornitore[[; il lavoro procede con "
            "regolarità.|; la digitalizzazione è avanzata fino al 70%, come programmato.]]",
            90,
            expected_benefits="spazi liberi per il pubblico",
            audit=[
                wrong(
                    "target.percentage-unreported",
                    "percentuale di avanzamento della digitalizzazione",
                    also=["target.unanswered"],
                )
            ],
        ),
        block(
            7,
            "Punti di rilascio della firma digitale",
            "N01.03",
            "Registro delle imprese",
            "I punti di rilascio erano dodici nel 2016 e undici nel 2017, dopo la chiusura di quello del porto.",
            "punti di rilascio attivi",
            "si partiva dunque da 11 punti di rilascio e se ne contano 14, di cui 5 presso associazioni.",
            100,
            expected_benefits="meno spostamenti",
            audit=[held("target.baseline-differs", "undici", "11")],
        ),
    ],
}

FONTEMUTA = {
    "name": "asp-fontemuta-2022",
    "layout": "A",
    "program": "libreoffice",
    "issuer": "Azienda di Servizi alla Persona di Fontemuta",
    "year": 2022,
    "title": "Relazione sulla performance 2022",
    "print": forms.narrative(1, "Valutazione OIV: {score}/100") | {"heading": "OBIETTIVO N.{number}"},
    "objectives": [
        block(
            1,
            "RISPOSTA ALLE DOMANDE DI ACCOGLIENZA",
            "Z01.01",
            "Residenze",
            "Ogni domanda è esaminata dall’unità di valutazione, che decide sull’urgenza.",
            "domande accolte",
            "sono pervenute 180 domande e ne sono state accolte d’urgenza 45, ossia una su [[tre|quattro]].",
            100,
            expected_benefits="risposte certe alle famiglie",
            audit=[
                wrong("ratio.percentage", "180", "45", "una su tre"),
                held("ratio.percentage", "180", "45", "una su quattro", only="twin"),
            ],
        ),
        block(
            2,
            "QUALITÀ DELLA RISTORAZIONE",
            "Z01.02",
            "Residenze",
            "I controlli si fanno sul vassoio, prima della consegna al reparto.",
            "vassoi non conformi/vassoi controllati",
            "a fronte di 640 vassoi controllati quelli non conformi sono stati 16, pari al [[40|25]] per mille.",
            95,
            expected_benefits="pasti sicuri",
            audit=[
                wrong("ratio.percentage", "640", "16", "40 per mille"),
                held("ratio.percentage", "640", "16", "25 per mille", only="twin"),
            ],
        ),
        block(
            3,
            "FORMAZIONE SULLA MOVIMENTAZIONE DEGLI OSPITI",
            "Z02.01",
            "Personale",
            "Il corso, di quattro ore, è obbligatorio per chi assiste gli ospiti.",
            "operatori formati",
            "sono stati formati 132 operatori tra infermieri (48), operatori socio-sanitari ([[76|66]]) e fisioterapisti (18).",
            100,
            expected_benefits="meno infortuni",
            audit=[
                wrong("ratio.parts", "132", "48", "76", "18"),
                held("ratio.parts", "132", "48", "66", "18", only="twin"),
            ],
        ),
        block(
            4,
            "CENTRO DIURNO",
            "Z03.01",
            "Territorio",
            "Gli iscritti al centro diurno erano 52 al primo gennaio; i posti autorizzati sono 70.",
            "crescita degli iscritti al centro diurno",
            "gli iscritti sono adesso 67, [[ventidue|quindici]] in più dei [[45|52]] iniziali.",
            100,
            expected_benefits="sollievo per chi assiste un familiare",
            audit=[
                wrong("target.baseline-differs", "52", "45"),
                held("target.baseline-differs", "52", only="twin"),
            ],
        ),
        block(
            5,
            "ADEGUAMENTO ANTINCENDIO",
            "Z01.03",
            "Residenze",
            "I lavori interessano le due ali della residenza e non comportano il trasferimento degli ospiti.",
            "grado di realizzazione dei lavori (in percentuale)",
            "l’impresa ha sostituito le porte e posato i rilevatori dei primi due piani[[, senza disagi per gli ospiti.|: i "
            "lavori sono realizzati all’80%.]]",
            90,
            action="nuova azione",
            expected_benefits="sicurezza degli ospiti",
            audit=[
                wrong("target.percentage-unreported", "grado di realizzazione dei lavori", also=["target.unanswered"])
            ],
        ),
        block(
            6,
            "GIORNATE CON LE FAMIGLIE",
            "Z03.02",
            "Territorio",
            "Almeno tre giornate, con pranzo e spettacolo, dovevano riportare le famiglie in struttura.",
            "giornate organizzate (target: [[oltre 3|3 o più]])",
            "le giornate organizzate sono state cinque, una delle quali nel giardino appena risistemato.",
            100,
            expected_benefits="meno solitudine",
            audit=[
                wrong("target.differs", "Almeno tre", "oltre 3"),
                held("ratio.target", "Almeno tre", "cinque", only="twin"),
            ],
        ),
        block(
            7,
            "VOLONTARI IN STRUTTURA",
            "Z03.03",
            "Territorio",
            "L’albo dei volontari contava 38 nomi; si confidava di superare i 45.",
            "volontari nell’albo",
            "i volontari nell’albo sono 51, di cui 19 studenti e 12 già presenti da oltre dieci anni; i 38 del 2021 sono rimasti tutti.",
            100,
            expected_benefits="compagnia agli ospiti",
            audit=[held("ratio.target", "45", "51")],
        ),
    ],
}

SELVACORTA = {
    "name": "provincia-selvacorta-2021",
    "layout": "T",
    "program": "reportlab",
    "issuer": "Provincia di Selvacorta",
    "year": 2021,
    "title": "Relazione sulla performance 2021 - Rendicontazione degli obiettivi operativi",
    "print": forms.grid_t(2021, 2)
    | {
        "intro": [
            "La percentuale di raggiungimento si ottiene dividendo il valore raggiunto per il target (il target per il valore raggiunto se l’indicatore deve diminuire) e non va oltre 100."
        ]
    },
    "objectives": [
        wide_row(
            ("A", "Entrate e patrimonio"),
            "A.1.1",
            "Mettere a frutto le concessioni",
            "25",
            [
                ind(
                    "Canoni incassati",
                    "€ 330.000,00",
                    "€ 341.250,00",
                    w="100",
                    base="€ 312.400,00",
                    ach="100%",
                )
            ],
            notes="Il dato storico (canoni incassati nel 2020) era di [[302.400|312.400]] euro.",
            audit=[
                wrong("target.baseline-differs", "302.400", "312.400,00"),
                held("target.baseline-differs", "312.400", only="twin"),
                held("ratio.target", "330.000,00", "341.250,00"),
            ],
        ),
        wide_row(
            ("A", "Entrate e patrimonio"),
            "A.1.2",
            "Accelerare i nulla osta ai trasporti eccezionali",
            "25",
            [ind("Giorni medi di rilascio", "<= 24", "30", w="100", base="33", ach="[[95%|80%]]")],
            notes="Due addetti assenti da marzo a giugno.",
            audit=[
                wrong("ratio.achievement", "24", "30", "95%"),
                held("ratio.achievement", "24", "30", "80%", only="twin"),
            ],
        ),
        wide_row(
            ("B", "Acque e suolo"),
            "B.1.1",
            "Sorvegliare gli argini",
            "25",
            [ind("Sopralluoghi", "90", "96", w="100", base="71", ach="100%")],
            notes="Sopralluoghi n. 96: nell’ordine 41, 33 e [[32|22]] nei bacini alto, medio e basso.",
            audit=[
                wrong("ratio.parts", "96", "41", "33", "32"),
                held("ratio.parts", "96", "41", "33", "22", only="twin"),
            ],
        ),
        wide_row(
            ("B", "Acque e suolo"),
            "B.1.2",
            "Ispezionare gli scarichi",
            "25",
            [ind("Quota di scarichi ispezionati", ">= 45%", "48%", w="100", base="44%", ach="100%")],
            notes="Ispezionati 144 scarichi su [[320|300]] censiti (48%).",
            audit=[
                wrong("ratio.percentage", "144", "320", "48%"),
                held("ratio.percentage", "144", "300", "48%", only="twin"),
            ],
        ),
    ],
}

TORBIERE = {
    "name": "agenzia-torbiere-2022",
    "layout": "S",
    "program": "chromium",
    "issuer": "Agenzia delle Torbiere",
    "year": 2022,
    "title": "Relazione sulla performance 2022",
    "print": forms.card_s(2022, 1)
    | {
        "intro": [
            "La percentuale di realizzazione è il rapporto tra consuntivo e target e si ferma a 100. L’OIV assegna a ogni obiettivo un punteggio da 0 a 5."
        ]
    },
    "objectives": [
        card(
            1,
            ("Q01", "Q01.01"),
            "Portare la torbiera nelle aule",
            "20%",
            "Le classi coinvolte risultavano [[138|148]] al termine del 2021, quasi tutte della primaria.",
            [ind("Classi coinvolte", "160", "171", formula="Registro", w="100%", base="148", ach="100%")],
            "100%",
            "5",
            audit=[
                wrong("target.baseline-differs", "138", "148"),
                held("target.baseline-differs", "148", only="twin"),
            ],
        ),
        card(
            2,
            ("Q01", "Q01.02"),
            "Riallagare le aree prosciugate",
            "20%",
            "Con i consorzi si è concordato di riallagare almeno 25 ettari, un quinto di quelli prosciugati nel secolo scorso.",
            [ind("Ettari riallagati", "[[20|25]]", "27", formula="Rilievo", w="100%", base="9", ach="100%")],
            "100%",
            "5",
            audit=[wrong("target.differs", "25", "20"), held("ratio.target", "25", "27", only="twin")],
        ),
        card(
            3,
            ("Q02", "Q02.01"),
            "Censire gli anfibi",
            "20%",
            "I rilievi si svolgono di notte, da marzo a luglio.",
            [ind("Stagni rilevati", "160", "136", formula="Schede", w="100%", base="150", ach="[[88%|85%]]")],
            "[[88%|85%]]",
            "4",
            audit=[
                wrong("ratio.achievement", "160", "136", "88%"),
                held("ratio.achievement", "160", "136", "85%", only="twin"),
            ],
        ),
        card(
            4,
            ("Q02", "Q02.02"),
            "Tenere efficienti le passerelle",
            "20%",
            "La manutenzione è affidata a una cooperativa del posto.",
            [ind("Passerelle revisionate", "14", "14", formula="Verbali", w="100%", base="12", ach="100%")],
            "100%",
            "[[6|5]]",
            audit=[wrong("evaluation.above-maximum", "6"), held("ratio.target", "14")],
        ),
        card(
            5,
            ("Q02", "Q02.03"),
            "Guidare i visitatori",
            "20%",
            "Le visite sono prenotate attraverso il sito.",
            [ind("Visite guidate", "200", "210", formula="Prenotazioni", w="100%", base="187", ach="100%")],
            "100%",
            "5",
            notes="Le 210 visite guidate si sono tenute in primavera e in autunno, rispettivamente [[134|124]] e 86.",
            audit=[
                wrong("ratio.parts", "210", "134", "86"),
                held("ratio.parts", "210", "124", "86", only="twin"),
            ],
        ),
    ],
}

TORRENTI = {
    "name": "bacino-torrentinascosti-2019",
    "layout": "D",
    "program": "reportlab",
    "issuer": "Autorità di Bacino dei Torrenti Nascosti",
    "year": 2019,
    "title": "Relazione sulla performance 2019",
    "print": forms.sheet_d(2019, 1)
    | {"preface": ["La percentuale di raggiungimento è il rapporto tra consuntivo e target e può superare 100."]},
    "objectives": [
        ob(
            None,
            title,
            refs=[("operational", code), ("area", "09", "Tutela del territorio"), ("programme", "09.1", "Suolo")],
            description=what,
            ind=[one],
            audit=audit,
            **({"notes": notes} if notes else {}),
        )
        for code, title, what, one, notes, audit in (
            (
                "BT.01",
                "Portare a 40 le stazioni di misura delle piene",
                "Le stazioni trasmettono ogni quarto d’ora; tre di esse sono in prova.",
                ind(
                    "Stazioni di misura",
                    "[[36|40]]",
                    "[[36|42]]",
                    base="31",
                    unit="numero",
                    w="100",
                    formula="Conteggio",
                    ach="[[100%|105%]]",
                ),
                "",
                [wrong("target.differs", "40", "36"), held("ratio.achievement", "40", "42", "105%", only="twin")],
            ),
            (
                "BT.02",
                "Rilevare le sezioni dei torrenti",
                "Si partiva da [[1.670|1.760]] sezioni rilevate, le ultime 90 delle quali nell’autunno del 2018.",
                ind(
                    "Sezioni rilevate",
                    "2.000",
                    "2.040",
                    base="1.760",
                    unit="numero",
                    w="100",
                    formula="Archivio",
                    ach="102%",
                ),
                "",
                [
                    wrong("target.baseline-differs", "1.670", "1.760"),
                    held("target.baseline-differs", "1.760", only="twin"),
                    held("ratio.achievement", "2.000", "2.040", "102%"),
                ],
            ),
            (
                "BT.03",
                "Visitare le briglie a rischio",
                "Le visite richiedono l’accesso a piedi.",
                ind(
                    "Briglie visitate",
                    "250",
                    "230",
                    base="204",
                    unit="numero",
                    w="100",
                    formula="Verbali",
                    ach="[[96%|92%]]",
                ),
                "Venti briglie erano irraggiungibili per frana.",
                [
                    wrong("ratio.achievement", "250", "230", "96%"),
                    held("ratio.achievement", "250", "230", "92%", only="twin"),
                ],
            ),
            (
                "BT.04",
                "Esprimere i pareri nei termini",
                "I pareri riguardano i piani dei comuni.",
                ind(
                    "Pareri nei termini",
                    "80%",
                    "88%",
                    base="76%",
                    unit="%",
                    w="100",
                    formula="Pareri nei termini / pareri resi",
                    ach="110%",
                ),
                "Su 75 pareri resi, 66 sono giunti nei termini, vale a dire l’[[82|88]]%.",
                [
                    wrong("ratio.percentage", "75", "66", "82%"),
                    held("ratio.percentage", "75", "66", "88%", only="twin"),
                    held("ratio.achievement", "80%", "88%", "110%"),
                ],
            ),
            (
                "BT.05",
                "Aggiornare la carta delle frane",
                "La carta procede per fogli, quattro per ogni valle.",
                ind(
                    "Percentuale di completamento della carta",
                    "60%",
                    "[[Rilievi in corso|60%]]",
                    base="35%",
                    unit="%",
                    w="100",
                    formula="Fogli consegnati / fogli",
                    ach="[[|100%]]",
                ),
                "",
                [
                    wrong(
                        "target.percentage-unreported",
                        "Percentuale di completamento della carta",
                        also=["target.unanswered"],
                    )
                ],
            ),
        )
    ],
}

ALTOMURO = {
    "name": "camera-altomuro-2015",
    "layout": "H",
    "program": "reportlab",
    "issuer": "Camera di Commercio di Altomuro",
    "year": 2015,
    "title": "Relazione sulla performance 2015",
    "print": forms.scorecard_h(2015, 2)
    | {
        "preface": [
            "La % Realizzazione è il rapporto fra risultato e valore atteso (rovesciato se il valore deve scendere) ed è compresa tra 0 e 100."
        ]
    },
    "objectives": [
        ob(
            None,
            "Portare da 240 a 300 le imprese in rete",
            refs=[("strategic", "1.1", "Favorire le aggregazioni"), ("operational", "1.11")],
            ind=[
                ind("Imprese in rete", "300", "306", kind="Efficacia", w="70%", base="[[214|240]]", ach="100%"),
                ind("Contratti di rete assistiti", "20", "20", kind="Processo", w="30%", base="15", ach="100%"),
            ],
            audit=[
                wrong("target.baseline-differs", "240", "214"),
                held("target.baseline-differs", "240", only="twin"),
            ],
        ),
        ob(
            None,
            "Ridurre i tempi della mediazione",
            refs=[("strategic", "1.2", "Regolare il mercato"), ("operational", "1.21")],
            ind=[
                ind(
                    "Giorni medi al primo incontro",
                    "<= 12",
                    "16",
                    kind="Qualità",
                    w="60%",
                    base="19",
                    ach="[[85%|75%]]",
                ),
                ind("Mediazioni avviate", "150", "150", kind="Efficacia", w="40%", base="122", ach="100%"),
            ],
            audit=[
                wrong("ratio.achievement", "12", "16", "85%"),
                held("ratio.achievement", "12", "16", "75%", only="twin"),
            ],
        ),
        ob(
            None,
            "Formare i giovani imprenditori",
            refs=[("strategic", "1.3", "Sostenere la nascita d’impresa"), ("operational", "1.31")],
            ind=[
                ind("Ore di aula", "200", "200", kind="Processo", w="50%", base="160", ach="100%"),
                ind("Piani d’impresa redatti", "50", "59", kind="Efficacia", w="50%", base="47", ach="[[118%|100%]]"),
            ],
            audit=[wrong("evaluation.above-maximum", "118%", also=["ratio.achievement"])],
        ),
    ],
}

CAMMINI = {
    "name": "ministero-camminiantichi-2021",
    "layout": "C",
    "program": "reportlab",
    "issuer": "Ministero dei Cammini Antichi",
    "year": 2021,
    "title": "Rapporto sui risultati degli indicatori - anno 2021",
    "print": forms.kpi_c(2021, 2),
    "objectives": [
        ob(
            None,
            "Riconoscere i cammini storici",
            description="Il riconoscimento segue un’istruttoria con le regioni.",
            notes="Riconosciuti 64 cammini, di cui 21 al nord, 17 al centro, 15 al sud e [[19|11]] nelle isole.",
            ind=[ind("Cammini riconosciuti", "60", "64", formula="Decreti firmati")],
            audit=[
                wrong("ratio.parts", "64", "21", "17", "15", "19"),
                held("ratio.parts", "64", "21", "17", "15", "11", only="twin"),
                held("ratio.target", "60", "64"),
            ],
        ),
        ob(
            None,
            "Aprire ostelli lungo i percorsi",
            description="Alla fine del 2020 gli ostelli aperti erano [[ventidue|ventisette]], otto dei quali in edifici di culto.",
            notes="Gli ostelli aperti sono passati da 27 a 39.",
            ind=[ind("Ostelli aperti", ">= 35", "39", formula="Conteggio")],
            audit=[
                wrong("target.baseline-differs", "ventidue", "27"),
                held("target.baseline-differs", "ventisette", "27", only="twin"),
                held("ratio.target", ">= 35", "39"),
            ],
        ),
        ob(
            None,
            "Assistere i comuni attraversati",
            description="L’assistenza riguarda i bandi europei; i comuni attraversati sono 412.",
            notes="Assistiti 103 comuni, un quarto di quelli attraversati; 57 hanno meno di mille abitanti.",
            ind=[
                ind("Quota di comuni assistiti", "almeno 24%", "25%", formula="Comuni assistiti / comuni attraversati")
            ],
            audit=[held("ratio.target", "almeno 24%", "25%")],
        ),
    ],
}

REPORTS = [VALLISPENTE, PIETRANERA, FONTEMUTA, SELVACORTA, TORBIERE, TORRENTI, ALTOMURO, CAMMINI]
for _one in REPORTS:
    _one.setdefault("kind", "report")
