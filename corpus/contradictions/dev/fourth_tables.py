# ruff: noqa: E501
"""Single reports in cards, grids and wide tables, by bodies that each write in a manner of their own."""

from typing import Any

from corpus.contradictions import forms
from corpus.contradictions.author import held, ind, ob, wrong
from corpus.contradictions.rows import card, grid_row, scoring_row, university_row, wide_row

GRAVALONGA = {
    "name": "comune-gravalonga-2021",
    "layout": "B",
    "program": "chromium",
    "issuer": "Comune di Gravalonga",
    "year": 2021,
    "title": "Relazione sulla performance 2021 - Griglia di valutazione degli obiettivi",
    "print": forms.grid_b(1),
    "objectives": [
        grid_row(
            1,
            "0101",
            "01010201",
            "Tributi",
            "Bonifica dell’archivio TARI: controllo di almeno 900 posizioni",
            "2021-11-30",
            results="Posizioni bonificate nr. 1.012, di cui: utenze domestiche 640, non domestiche 245, pertinenze [[172|127]].",
            ach="100%",
            notes="Chiuso il 12 novembre",
            audit=[
                wrong("ratio.parts", "1.012", "640", "245", "172"),
                held("ratio.parts", "1.012", "640", "245", "127", only="twin"),
            ],
        ),
        grid_row(
            2,
            "0102",
            "01020301",
            "Polizia locale",
            "Permessi di sosta dei residenti rilasciati per via telematica",
            "2021-06-30",
            results="Il servizio telematico è stato aperto al pubblico il [[9 settembre|9 giugno]]; nei primi tre mesi le richieste evase sono state 318.",
            ach="100%",
            audit=[
                wrong("time.late", "30.06.2021", "9 settembre"),
                held("time.late", "30.06.2021", "9 giugno", only="twin"),
            ],
        ),
        grid_row(
            3,
            "0103",
            "[[01040101|01030101]]",
            "Cultura",
            "Apertura serale della biblioteca, due volte la settimana",
            "2021-10-31",
            results="Dal 5 ottobre la biblioteca resta aperta, il martedì e il giovedì, sino alle ore 22.",
            ach="100%",
            audit=[wrong("structure.code-parent", "0103", "01040101")],
        ),
        grid_row(
            4,
            "0104",
            "01040201",
            "Economato",
            "Riduzione del 10% delle risme di carta acquistate",
            "2021-12-31",
            results="Risme acquistate: 460, contro le 500 del 2020 (riduzione dell’8%).",
            ach="[[100%|80%]]",
            notes="Obiettivo [[non raggiunto|raggiunto in parte]]",
            audit=[
                wrong(
                    "evaluation.score-against-outcome",
                    "100%",
                    "non raggiunto",
                    also=["ratio.achievement", "ratio.target", "evaluation.full-score-on-missed-target"],
                ),
                held("ratio.achievement", "10%", "8%", "80%", only="twin"),
            ],
        ),
        grid_row(
            "[[4|5]]",
            "0105",
            "01050101",
            "Attività produttive",
            "Avvio del mercato contadino in piazza Nuova",
            "2021-05-15",
            results="Prima edizione tenuta sabato 8 maggio; hanno aderito ventidue aziende.",
            ach="100%",
            notes="Si ripete ogni sabato",
            audit=[
                wrong("structure.repeated-number", "4", also=["structure.missing-number"]),
                held("time.late", "15.05.2021", "8 maggio"),
            ],
        ),
        grid_row(
            6,
            "0105",
            "01050202",
            "Edilizia privata",
            "Chiusura entro 20 giorni di almeno il 70% delle istanze di agibilità",
            "2021-12-31",
            results="Istanze pervenute: 84. Chiuse nei 20 giorni: 63, ossia il 75%.",
            ach="100%",
            audit=[held("ratio.percentage", "84", "63", "75%"), held("ratio.target", "70%", "75%")],
        ),
    ],
}


def municipal(
    number: Any, code: str, title: str, weight: str, purpose: str, one: dict[str, Any], score: str, **more: Any
) -> dict[str, Any]:
    """An objective of layout M, of one indicator, in a mission of its own."""
    mission = more.pop("mission")
    programme = more.pop("programme")
    refs = [("area", *mission), ("programme", *programme)] + ([("operational", code)] if code else [])
    return ob(
        number,
        title,
        refs=refs,
        weight=weight,
        print_weight=weight,
        description=purpose,
        print_actions=more.pop("steps"),
        ind=[one],
        score=score,
        **more,
    )


ROADS = {"mission": ("10", "Trasporti e diritto alla mobilità"), "programme": ("05", "Viabilità e infrastrutture")}
SCHOOLS = {"mission": ("04", "Istruzione e diritto allo studio"), "programme": ("02", "Altri ordini di istruzione")}
OFFICES = {"mission": ("01", "Servizi istituzionali, generali e di gestione"), "programme": ("11", "Altri servizi")}

MONTISGRIGI = {
    "name": "provincia-montisgrigi-2019",
    "layout": "M",
    "program": "libreoffice",
    "issuer": "Provincia di Montisgrigi",
    "year": 2019,
    "title": "Relazione sulla performance - anno 2019",
    "print": forms.sheet_m(1)
    | {
        "preface": [
            "Nelle schede che seguono il Nucleo di Valutazione si esprime in decimi. I pesi degli obiettivi sono stati fissati dal Presidente in modo che la loro somma sia 100."
        ]
    },
    "objectives": [
        municipal(
            1,
            "",
            "Ripristino della pavimentazione stradale",
            "20",
            "Restituire condizioni di sicurezza ai tratti ammalorati della rete provinciale.",
            ind("Chilometri ripavimentati", "42", "42"),
            "10/10",
            ach="100%",
            steps=[
                ["1", "Rilievo dei tratti", "07/01/2019", "28/02/2019"],
                ["2", "Lavori", "01/04/2019", "31/10/2019"],
            ],
            **ROADS,
            audit=[held("ratio.target", "42")],
        ),
        municipal(
            2,
            "",
            "Ispezione dei ponti con luce superiore a sei metri",
            "20",
            "Conoscere lo stato dei manufatti mediante ispezione visiva e redigere, di ciascuno, la relativa scheda.",
            ind("Ponti ispezionati", "60", "66"),
            "[[11|9]]/10",
            ach="110%",
            steps=[["1", "Ispezioni", "01/03/2019", "30/11/2019"]],
            **ROADS,
            audit=[wrong("evaluation.above-maximum", "11/10"), held("ratio.achievement", "60", "66", "110%")],
        ),
        municipal(
            3,
            "",
            "Sopralluoghi negli istituti superiori",
            "15",
            "Programmare la manutenzione sulla scorta di dati certi anziché delle segnalazioni.",
            ind("Edifici visitati", ">= 25", "[[19|26]]"),
            "10/10",
            ach="[[76%|104%]]",
            steps=[["1", "Visite agli edifici", "04/02/2019", "29/11/2019"]],
            **SCHOOLS,
            audit=[
                wrong(
                    "evaluation.full-score-on-missed-target",
                    ">= 25",
                    "19",
                    "10/10",
                    also=["ratio.target", "evaluation.score-against-outcome"],
                ),
                held("ratio.target", ">= 25", "26", only="twin"),
            ],
        ),
        municipal(
            4,
            "",
            "Rinnovo degli arredi scolastici",
            "15",
            "Sostituire, con priorità agli istituti della zona montana, i banchi e le sedie in uso da più di quindici anni, provvedendo nel contempo allo smaltimento di quanto dismesso.",
            ind("Aule riarredate", "18", "18"),
            "10/10",
            ach="100%",
            steps=[["1", "Fornitura e posa", "03/06/2019", "06/09/2019"]],
            **SCHOOLS,
            audit=[],
        ),
        municipal(
            "[[4|5]]",
            "",
            "Protocollo unico dell’ente",
            "[[20|10]]",
            "Abbandonare i registri di settore e far confluire la corrispondenza in un solo protocollo.",
            ind("Registri di settore soppressi", "7", "7"),
            "9/10",
            ach="100%",
            steps=[["1", "Migrazione dei registri", "02/05/2019", "30/09/2019"]],
            **OFFICES,
            audit=[wrong("structure.repeated-number", "4", also=["structure.missing-number"])],
        ),
        municipal(
            6,
            "",
            "Scarto d’archivio",
            "20",
            "[[Sostituire, con priorità agli istituti della zona montana, i banchi e le sedie in uso da più di quindici anni, provvedendo nel contempo allo smaltimento di quanto dismesso.|Liberare i depositi dalle carte prive di valore storico, previo nulla osta della Soprintendenza.]]",
            ind("Metri lineari scartati", "almeno 150", "171"),
            "10/10",
            ach="114%",
            steps=[["1", "Selezione delle carte", "01/02/2019", "28/06/2019"]],
            **OFFICES,
            audit=[
                wrong("structure.duplicate-text", "i banchi e le sedie"),
                held("ratio.achievement", "150", "171", "114%"),
            ],
        ),
    ],
    "audit": [
        wrong("ratio.weights", "20", "15"),
        held("ratio.weights", "20", "15", "10", only="twin"),
    ],
}

HEALTH = ("A", "Salute e territorio")
WORK = ("B", "Lavoro e formazione")
LAND = ("C", "Ambiente e paesaggio")

VALLASPRA = {
    "name": "regione-vallaspra-2022",
    "layout": "T",
    "program": "reportlab",
    "issuer": "Regione Vallaspra",
    "year": 2022,
    "title": "Relazione annuale sulla performance 2022 - Quadro degli obiettivi di direzione",
    "print": forms.grid_t(2022, 1)
    | {"intro": ["La % di raggiungimento esprime il rapporto tra consuntivo e target, senza alcun limite superiore."]},
    "objectives": [
        wide_row(
            HEALTH,
            "A.1",
            "Estendere la telemedicina ai pazienti cronici",
            "25",
            [
                ind("Pazienti seguiti a distanza", "1.200", "1.260", base="950", w="60", ach="105%"),
                ind("Ambulatori collegati", "30", "30", base="21", w="[[50|40]]", ach="100%"),
            ],
            audit=[
                wrong("ratio.weights", "60", "50"),
                held("ratio.weights", "60", "40", only="twin"),
            ],
        ),
        wide_row(
            HEALTH,
            "A.2",
            "Autorizzare le strutture per anziani",
            "15",
            [ind("Strutture autorizzate", "40", "38", base="33", w="100", ach="[[98%|95%]]")],
            notes="Due strutture hanno rinunciato.",
            audit=[
                wrong("ratio.achievement", "40", "38", "98%"),
                held("ratio.achievement", "40", "38", "95%", only="twin"),
            ],
        ),
        wide_row(
            WORK,
            "B.1",
            "Avviare tirocini in impresa",
            "20",
            [ind("Tirocini avviati", "720", "756", base="[[680|608]]", w="100", ach="105%")],
            notes="Rispetto al 2021, quando i tirocini avviati furono 608, la crescita è netta.",
            audit=[
                wrong("target.baseline-differs", "680", "608"),
                held("target.baseline-differs", "608", only="twin"),
            ],
        ),
        wide_row(
            WORK,
            "B.2",
            "Accorciare l’attesa dei colloqui nei centri per l’impiego",
            "10",
            [
                ind(
                    "Quota di colloqui fissati entro 15 giorni",
                    ">= 80%",
                    "[[76%|84%]]",
                    base="61%",
                    w="100",
                    ach="[[95%|105%]]",
                )
            ],
            notes="Il valore programmato è stato rispettato in tutti i centri.",
            audit=[
                wrong("ratio.target", ">= 80%", "76%"),
                held("ratio.target", ">= 80%", "84%", only="twin"),
            ],
        ),
        wide_row(
            LAND,
            "C.1",
            "Controllare gli scarichi industriali",
            "15",
            [ind("Scarichi controllati", "200", "240", base="190", w="100", ach="120%")],
            notes="Irregolari 36 su 240, cioè il [[18|15]] per cento.",
            audit=[
                wrong("ratio.percentage", "36", "240", "18 per cento"),
                held("ratio.percentage", "36", "240", "15 per cento", only="twin"),
                held("ratio.achievement", "200", "240", "120%"),
            ],
        ),
        wide_row(
            LAND,
            "C.2",
            "Aggiornare il catasto dei sentieri",
            "15",
            [ind("Chilometri censiti", "500", "450", base="310", w="100", ach="90%")],
            notes="Cinquanta km erano chiusi per neve.",
            audit=[held("ratio.achievement", "500", "450", "90%")],
        ),
    ],
    "audit": [held("ratio.weights", "25", "20", "15", "10")],
}


def portal(code: str, title: str, what: str, one: dict[str, Any], note: str, audit: list[Any]) -> dict[str, Any]:
    """An objective of layout D, of one indicator."""
    refs = [
        ("operational", code),
        ("area", "09", "Sviluppo sostenibile e tutela delle acque"),
        ("programme", "02", "Risorse idriche"),
    ]
    return ob(None, title, refs=refs, description=what, ind=[one], notes=note, audit=audit)


LAGUNE = {
    "name": "ministero-laguneinterne-2020",
    "layout": "D",
    "program": "chromium",
    "issuer": "Ministero delle Lagune interne",
    "year": 2020,
    "title": "Relazione sulla performance 2020 - Schede degli obiettivi",
    "print": forms.sheet_d(2020, 2)
    | {
        "preface": [
            "La percentuale di raggiungimento è data dal rapporto fra il risultato conseguito e il target dell’anno, rovesciato quando il valore è da ridurre."
        ]
    },
    "objectives": [
        portal(
            "LI.01",
            "Monitoraggio della salinità",
            "È prescritta l’installazione, nel corso dell’esercizio, di un numero di sonde non inferiore a [[trentadue|ventotto]], da distribuirsi fra le bocche e i canali interni.",
            ind(
                "Sonde installate",
                ">= 28",
                "35",
                base="12",
                unit="numero",
                w="100",
                formula="Conteggio delle sonde in esercizio",
                ach="125%",
            ),
            "Le sonde trasmettono ogni ora.",
            [
                wrong("target.differs", "trentadue", ">= 28"),
                held("ratio.achievement", "28", "35", "125%"),
            ],
        ),
        portal(
            "LI.02",
            "Rilascio delle concessioni di pesca",
            "La riduzione dei tempi prosegue: nell’anno precedente erano occorsi, in media, [[46|64]] giorni.",
            ind(
                "Tempo medio di rilascio",
                "<= 60",
                "48",
                base="64",
                unit="giorni",
                w="100",
                formula="Somma dei giorni / concessioni",
                ach="125%",
            ),
            "Il nuovo modulo in rete ha evitato le integrazioni.",
            [
                wrong("target.baseline-differs", "46", "64"),
                held("target.baseline-differs", "64", only="twin"),
                held("ratio.target", "<= 60", "48"),
            ],
        ),
        portal(
            "LI.03",
            "Vigilanza sugli attracchi",
            "La vigilanza è svolta a rotazione con i mezzi delle capitanerie.",
            ind(
                "Percentuale di attracchi ispezionati",
                "75%",
                "78%",
                base="70%",
                unit="%",
                w="100",
                formula="Attracchi ispezionati / attracchi censiti",
                ach="104%",
            ),
            "Sono stati ispezionati [[160|156]] attracchi dei 200 censiti, pari al 78%.",
            [
                wrong("ratio.percentage", "160", "200", "78%"),
                held("ratio.percentage", "156", "200", "78%", only="twin"),
            ],
        ),
        portal(
            "LI.04",
            "Dragaggio dei canali minori",
            "Si intende restituire alla navigazione i canali interrati dalle piene.",
            ind(
                "Metri cubi dragati",
                "60.000",
                "66.000",
                base="41.000",
                unit="mc",
                w="100",
                formula="Volumi da stati di avanzamento",
                ach="110%",
            ),
            "Volumi per bacino: nord mc [[27.500|25.700]], centro mc 22.300, sud mc 18.000; in tutto mc 66.000.",
            [
                wrong("ratio.parts", "66.000", "27.500", "22.300", "18.000"),
                held("ratio.parts", "66.000", "25.700", "22.300", "18.000", only="twin"),
            ],
        ),
        portal(
            "LI.05",
            "Formazione dei barcaioli",
            "I corsi, gratuiti, si tengono nella stagione morta.",
            ind(
                "Barcaioli formati",
                "160",
                "136",
                base="110",
                unit="numero",
                w="100",
                formula="Attestati rilasciati",
                ach="[[95%|85%]]",
            ),
            "L’ultima sessione è stata annullata per l’acqua alta.",
            [
                wrong("ratio.achievement", "160", "136", "95%"),
                held("ratio.achievement", "160", "136", "85%", only="twin"),
            ],
        ),
    ],
}

CAMPOLUCE = {
    "name": "universita-campoluce-2018",
    "layout": "L",
    "program": "libreoffice",
    "issuer": "Università degli Studi di Campoluce",
    "year": 2018,
    "title": "Relazione sulla performance 2018 - Obiettivi della direzione generale",
    "print": forms.university_l(2)
    | {"intro": ["A ogni obiettivo si attribuisce un punteggio da 0 a 3, secondo il valore del risultato."]},
    "objectives": [
        university_row(
            "A.1.1",
            "A.1",
            "Laboratori aperti la sera",
            "20%",
            "Prolungare l’orario con turni a rotazione",
            ind(
                "Laboratori aperti oltre le 19", ">= 8", "9", base="3", scale=["8 o più", "6 - 7", "4 - 5", "fino a 3"]
            ),
            "[[4|3]]",
            [wrong("evaluation.above-maximum", "4"), held("ratio.target", ">= 8", "9")],
        ),
        university_row(
            "A.1.2",
            "A.1",
            "Tutor per le matricole",
            "20%",
            "Bando unico di ateneo in primavera",
            ind(
                "Tutor in servizio",
                ">= 40",
                "[[31|43]]",
                base="28",
                scale=["40 o più", "30 - 39", "20 - 29", "meno di 20"],
            ),
            "3",
            [
                wrong(
                    "evaluation.full-score-on-missed-target",
                    ">= 40",
                    "31",
                    "3",
                    also=["ratio.target", "evaluation.score-against-outcome"],
                ),
                held("ratio.target", ">= 40", "43", only="twin"),
            ],
        ),
        university_row(
            "[[A.1.3|A.2.1]]",
            "A.2",
            "Bilancio sociale dell’ateneo",
            "20%",
            "Gruppo di lavoro con i dipartimenti",
            ind("Bilancio sociale pubblicato", "SI", "SI", base="NO", scale=["SI", "-", "-", "NO"]),
            "3",
            [wrong("structure.code-parent", "A.2", "A.1.3")],
        ),
        university_row(
            "B.1.1",
            "B.1",
            "Convenzioni con le aziende del territorio",
            "20%",
            "Stipulare non meno di [[15|12]] convenzioni, curate dall’ufficio placement",
            ind("Convenzioni stipulate", ">= 12", "16", base="9", scale=["12 o più", "9 - 11", "6 - 8", "meno di 6"]),
            "3",
            [
                wrong("target.differs", "15", ">= 12"),
                held("ratio.target", ">= 12", "16"),
            ],
        ),
        university_row(
            "B.1.2",
            "B.1",
            "Deposito delle tesi in formato digitale",
            "20%",
            "Nuovo applicativo, in uso da ottobre",
            ind(
                "Corsi di studio che usano il deposito",
                ">= 24",
                "27",
                base="0",
                scale=["24 o più", "16 - 23", "8 - 15", "meno di 8"],
            ),
            "[[0|3]]",
            [
                wrong("evaluation.score-against-outcome", "0", "pienamente raggiunto"),
                held("ratio.target", ">= 24", "27"),
            ],
        )
        | {
            "sections": {
                "description": "Nuovo applicativo, in uso da ottobre",
                "notes": "Obiettivo pienamente raggiunto",
            }
        },
    ],
    "audit": [held("ratio.weights", "20%")],
}

SELVAPIANA = {
    "name": "camera-selvapiana-2016",
    "layout": "S",
    "program": "reportlab",
    "issuer": "Camera di Commercio di Selvapiana",
    "year": 2016,
    "title": "Relazione sulla performance, esercizio 2016",
    "print": forms.card_s(2016, 1),
    "objectives": [
        card(
            1,
            ("C01", "C01.01"),
            "Accompagnare all’estero almeno [[60|50]] imprese",
            "30%",
            "Missioni, incontri d’affari e fiere; l’ufficio segue le imprese anche al rientro.",
            [
                ind(
                    "Imprese accompagnate",
                    ">= 50",
                    "55",
                    base="44",
                    w="100%",
                    formula="Imprese con scheda di viaggio",
                    ach="110%",
                )
            ],
            "110%",
            "100/100",
            audit=[
                wrong("target.differs", "almeno 60", ">= 50"),
                held("ratio.achievement", "50", "55", "110%"),
            ],
        ),
        card(
            "[[1|2]]",
            ("C01", "C01.02"),
            "Promuovere il marchio dei prodotti di collina",
            "20%",
            "Degustazioni e vetrine nei capoluoghi vicini.",
            [
                ind(
                    "Aziende licenziatarie del marchio",
                    "75",
                    "78",
                    base="70",
                    w="100%",
                    formula="Licenze vigenti a fine anno",
                    ach="104%",
                )
            ],
            "104%",
            "100/100",
            audit=[
                wrong("structure.repeated-number", "SCHEDA OBIETTIVO 1", also=["structure.missing-number"]),
                held("ratio.achievement", "75", "78", "104%"),
            ],
        ),
        card(
            3,
            ("C02", "[[C01.03|C02.01]]"),
            "Sportello di conciliazione",
            "20%",
            "Le liti fra imprese e consumatori sono trattate, ove possibile, senza giudizio.",
            [
                ind(
                    "Conciliazioni concluse con accordo",
                    ">= 30",
                    "33",
                    base="29",
                    w="100%",
                    formula="Verbali con accordo",
                    ach="110%",
                )
            ],
            "110%",
            "98/100",
            audit=[wrong("structure.code-parent", "C02", "C01.03")],
        ),
        card(
            4,
            ("C02", "C02.02"),
            "Verifica degli strumenti di misura",
            "[[40%|20%]]",
            "Le verifiche si fanno presso l’utilizzatore, senza preavviso.",
            [
                ind(
                    "Strumenti verificati",
                    "400",
                    "360",
                    base="352",
                    w="100%",
                    formula="Verbali di verifica",
                    ach="90%",
                )
            ],
            "90%",
            "90/100",
            audit=[held("ratio.achievement", "400", "360", "90%")],
        ),
        card(
            5,
            ("C03", "C03.01"),
            "Trasloco dell’archivio",
            "10%",
            "I fascicoli anteriori al 1980 vanno portati nel deposito di via dei Mulini.",
            [
                ind(
                    "Trasloco eseguito (SI/NO)",
                    "SI",
                    "[[NO|SI]]",
                    base="NO",
                    w="100%",
                    formula="Verbale di consegna",
                    ach="[[0%|100%]]",
                )
            ],
            "[[0%|100%]]",
            "100/100",
            notes="[[Obiettivo non conseguito: il deposito non era agibile.|Obiettivo conseguito: il deposito era agibile sin dalla primavera.]]",
            audit=[
                wrong(
                    "evaluation.score-against-outcome",
                    "100/100",
                    "non conseguito",
                    also=["evaluation.full-score-on-missed-target", "ratio.target"],
                )
            ],
        ),
    ],
    "audit": [
        wrong("ratio.weights", "30%", "20%", "40%", "10%"),
        held("ratio.weights", "30%", "20%", "10%", only="twin"),
    ],
}


def cost_centre(rows: list[tuple[str, str, str, str, str, str, str, list[Any]]]) -> list[dict[str, Any]]:
    """The objectives of a cost centre, of one indicator each."""
    return [scoring_row(*row) for row in rows]


FIUMAROSSA = {
    "name": "asl-fiumarossa-2013",
    "layout": "J",
    "program": "chromium",
    "issuer": "Azienda Sanitaria Locale di Fiumarossa",
    "year": 2013,
    "title": "Scheda di budget 2013 - Verifica finale - Centro di costo: Presidio ospedaliero unico",
    "print": forms.scoring_j(2)
    | {
        "intro": [
            "Il punteggio attribuito è il prodotto del peso per il grado di raggiungimento; quest’ultimo non va oltre il 100%."
        ]
    },
    "objectives": cost_centre(
        [
            (
                "Contenimento dei ricoveri ripetuti",
                "20",
                "% ricoveri ripetuti entro 30 gg.",
                "<= 4%",
                "3,6%",
                "100%",
                "20",
                [held("ratio.target", "<= 4%", "3,6%")],
            ),
            (
                "Adesione allo screening mammografico",
                "15",
                "% donne aderenti",
                ">= 75%",
                "81%",
                "100%",
                "[[18|15]]",
                [
                    wrong("evaluation.above-maximum", "15", "18", also=["ratio.achievement"]),
                    held("ratio.target", ">= 75%", "81%"),
                ],
            ),
            (
                "Consegna della cartella clinica",
                "20",
                "% cartelle consegnate entro 30 gg.",
                ">= 90%",
                "81%",
                "90%",
                "[[20|18]]",
                [
                    wrong(
                        "evaluation.full-score-on-missed-target",
                        ">= 90%",
                        "81%",
                        "20",
                        also=["ratio.target", "ratio.achievement", "evaluation.score-against-outcome"],
                    ),
                    held("ratio.achievement", "90%", "81%"),
                ],
            ),
            (
                "Sviluppo della chirurgia di giorno",
                "25",
                "Interventi in day surgery",
                "1.500",
                "1.275",
                "[[92%|85%]]",
                "[[23|21,25]]",
                [
                    wrong("ratio.achievement", "1.500", "1.275", "92%"),
                    held("ratio.achievement", "1.500", "1.275", "85%", only="twin"),
                ],
            ),
            (
                "Ambulatorio infermieristico territoriale",
                "10",
                "Attivazione dell’ambulatorio",
                "SI",
                "NO",
                "0%",
                "[[10|0]]",
                [
                    wrong(
                        "evaluation.score-against-outcome",
                        "SI",
                        "NO",
                        "10",
                        also=["evaluation.full-score-on-missed-target", "ratio.target", "ratio.achievement"],
                    )
                ],
            ),
            (
                "Regolamento delle liste di attesa",
                "10",
                "Adozione del regolamento",
                "entro il 30/06/2013",
                "28/06/2013",
                "100%",
                "10",
                [held("time.late", "30/06/2013", "28/06/2013")],
            ),
        ]
    ),
    "audit": [held("ratio.weights", "20", "15", "25", "10")],
}

PARK = {
    "mission": ("09", "Sviluppo sostenibile e tutela del territorio"),
    "programme": ("05", "Aree protette e parchi naturali"),
}

RUPISONANTI = {
    "name": "parco-rupisonanti-2021",
    "layout": "M",
    "program": "chromium",
    "issuer": "Ente Parco delle Rupi Sonanti",
    "year": 2021,
    "title": "Relazione sulla performance 2021",
    "print": forms.sheet_m(2)
    | {"preface": ["Il Nucleo di Valutazione delle Performance (N.V.P.) attribuisce un punteggio in centesimi."]},
    "objectives": [
        municipal(
            None,
            "RS.1",
            "Rifacimento della segnaletica dei sentieri",
            "25",
            "Sostituire i cartelli illeggibili, in legno locale.",
            ind("Cartelli posati", "180", "180", w="100", ach="100%"),
            "100/100",
            state="concluso",
            notes="La posa, attesa per giugno, è terminata il [[22 ottobre|22 giugno]].",
            steps=[
                ["1", "Incisione dei cartelli", "11/01/2021", "31/03/2021"],
                ["2", "Posa dei cartelli", "01/04/2021", "30/06/2021"],
            ],
            **PARK,
            audit=[
                wrong("time.late", "30/06/2021 || giugno", "22 ottobre"),
                held("time.late", "30/06/2021", "22 giugno", only="twin"),
            ],
        ),
        municipal(
            None,
            "RS.2",
            "Abilitazione delle guide del parco",
            "20",
            "Accrescere il numero delle guide con un corso residenziale.",
            ind("Guide abilitate", "40", "48", w="100", ach="120%"),
            "100/100",
            state="concluso",
            notes="Delle 48 guide abilitate, 21 operano in valle, 16 in quota, [[17|11]] nelle grotte.",
            steps=[["1", "Corso residenziale", "03/05/2021", "28/05/2021"]],
            **PARK,
            audit=[
                wrong("ratio.parts", "48", "21", "16", "17"),
                held("ratio.parts", "48", "21", "16", "11", only="twin"),
                held("ratio.achievement", "40", "48", "120%"),
            ],
        ),
        municipal(
            None,
            "RS.3",
            "Conta dei camosci",
            "15",
            "Ripetere il censimento nei due versanti, con l’aiuto dei volontari.",
            ind("Uscite di censimento", "10", "10", w="100", ach="100%"),
            "[[115|95]]/100",
            state="concluso",
            notes="La nebbia ha reso meno precisa l’ultima uscita.",
            steps=[["1", "Uscite", "06/09/2021", "30/11/2021"]],
            **PARK,
            audit=[wrong("evaluation.above-maximum", "115/100")],
        ),
        municipal(
            None,
            "RS.4",
            "Rilancio dei musei del parco",
            "20",
            "Riaprire le sale chiuse e tenere un biglietto unico.",
            ind("Visitatori dei musei", ">= 15.000", "[[13.500|15.300]]", w="100", ach="[[90%|102%]]"),
            "95/100",
            state="concluso",
            notes="Il valore atteso è stato raggiunto malgrado le chiusure d’inizio anno.",
            steps=[["1", "Biglietto unico", "01/02/2021", "30/04/2021"]],
            **PARK,
            audit=[
                wrong(
                    "ratio.target",
                    ">= 15.000",
                    "13.500",
                    also=["evaluation.score-against-outcome", "evaluation.full-score-on-missed-target"],
                ),
                held("ratio.target", ">= 15.000", "15.300", only="twin"),
            ],
        ),
        municipal(
            None,
            "RS.5",
            "Prevenzione degli incendi boschivi",
            "10",
            "Tenere sgombre da materiale secco le fasce lungo le piste.",
            ind("Chilometri di pista ripuliti", "30", "33", w="100", ach="110%"),
            "100/100",
            state="concluso",
            notes="Le squadre, formate da operai stagionali e da volontari, hanno lavorato da maggio a settembre, portando a valle il materiale secco con i muli.",
            steps=[["1", "Pulizia delle fasce", "03/05/2021", "30/09/2021"]],
            **PARK,
            audit=[held("ratio.achievement", "30", "33", "110%")],
        ),
        municipal(
            None,
            "RS.6",
            "Manutenzione dei rifugi",
            "10",
            "Rifare i tetti dei rifugi non più custoditi.",
            ind("Rifugi risanati", "4", "4", w="100", ach="100%"),
            "100/100",
            state="concluso",
            notes="[[Le squadre, formate da operai stagionali e da volontari, hanno lavorato da maggio a settembre, portando a valle il materiale secco con i muli.|I tetti sono stati rifatti in lamiera grecata; due rifugi hanno anche una stufa nuova.]]",
            steps=[["1", "Rifacimento dei tetti", "07/06/2021", "30/09/2021"]],
            **PARK,
            audit=[wrong("structure.duplicate-text", "operai stagionali e da volontari || operai stagionali")],
        ),
    ],
    "audit": [held("ratio.weights", "25", "20", "15", "10")],
}


def kpi(title: str, what: str, one: dict[str, Any], note: str, audit: list[Any]) -> dict[str, Any]:
    """An objective of layout C, of one indicator."""
    return ob(None, title, description=what, ind=[one], notes=note, audit=audit)


VIEQUOTE = {
    "name": "agenzia-viequote-2019",
    "layout": "C",
    "program": "reportlab",
    "issuer": "Agenzia regionale per le Vie in quota",
    "year": 2019,
    "title": "Piano degli indicatori e risultati attesi: consuntivo 2019",
    "print": forms.kpi_c(2019, 1),
    "objectives": [
        kpi(
            "Formare squadre di sgombero neve",
            "Il piano invernale ne richiede almeno [[quindici|venti]], una per tratta.",
            ind("Squadre formate", ">= 20", "22", formula="Numero squadre", w="20%"),
            "Attrezzate a dicembre",
            [wrong("target.differs", "almeno quindici", ">= 20"), held("ratio.target", ">= 20", "22")],
        ),
        kpi(
            "Sorvegliare i viadotti",
            "Sensori e visite; si comincia dai più vecchi.",
            ind(
                "% viadotti sorvegliati",
                ">= 60%",
                "65%",
                formula="Viadotti sorvegliati / viadotti in gestione",
                w="20%",
            ),
            "Sorvegliati [[127|117]] viadotti su 180",
            [
                wrong("ratio.percentage", "127", "180", "65%"),
                held("ratio.percentage", "117", "180", "65%", only="twin"),
            ],
        ),
        kpi(
            "Ridurre gli incidenti",
            "Nuove barriere e limiti nei tratti a rischio.",
            ind("Incidenti rilevati", "<= 350", "340", formula="Verbali della Polizia", w="15%"),
            "In curva 215, agli incroci 85, altrove [[60|40]]: totale 340",
            [
                wrong("ratio.parts", "340", "215", "85", "60"),
                held("ratio.parts", "340", "215", "85", "40", only="twin"),
            ],
        ),
        kpi(
            "Tenere aperti i valichi",
            "Mezzi, sale e personale sono dislocati entro ottobre nelle case cantoniere, cosicché l’intervento parta entro un’ora dall’allerta.",
            ind("Ore di chiusura per neve", "<= 120", "96", formula="Registro dei valichi", w="15%"),
            "Inverno mite",
            [held("ratio.target", "<= 120", "96")],
        ),
        kpi(
            "Pagare presto i fornitori",
            "[[Mezzi, sale e personale sono dislocati entro ottobre nelle case cantoniere, cosicché l’intervento parta entro un’ora dall’allerta.|Le fatture si liquidano ogni settimana.]]",
            ind("Giorni medi di pagamento", "<= 30", "26", formula="Media ponderata", w="10%"),
            "Piattaforma dei crediti",
            [wrong("structure.duplicate-text", "case cantoniere || cantoniere"), held("ratio.target", "<= 30", "26")],
        ),
        kpi(
            "Rispondere agli utenti della strada",
            "Numero verde e posta elettronica.",
            ind("% risposte date in 5 gg.", ">= 95%", "[[91%|96%]]", formula="Risposte in 5 gg. / richieste", w="20%"),
            "Target raggiunto",
            [
                wrong("ratio.target", ">= 95%", "91%", also=["evaluation.score-against-outcome"]),
                held("ratio.target", ">= 95%", "96%", only="twin"),
            ],
        ),
    ],
    "audit": [held("ratio.weights", "20%", "15%", "10%")],
}

TRAFFIC = ("A", "Traffici e banchine")
QUAYS = ("B", "Ambiente portuale")

CAPOMORTO = {
    "name": "porto-capomorto-2020",
    "layout": "T",
    "program": "libreoffice",
    "issuer": "Autorità portuale di Capomorto",
    "year": 2020,
    "title": "Performance 2020: obiettivi, indicatori, risultati",
    "print": forms.grid_t(2020, 2),
    "objectives": [
        wide_row(
            TRAFFIC,
            "A.1",
            "Accrescere gli accosti di linea",
            "25",
            [ind("Accosti", "330", "363", base="[[312|321]]", w="100", ach="110%")],
            notes="Si partiva dai 321 accosti del 2019.",
            audit=[
                wrong("target.baseline-differs", "312", "321"),
                held("target.baseline-differs", "321", only="twin"),
                held("ratio.achievement", "330", "363", "110%"),
            ],
        ),
        wide_row(
            TRAFFIC,
            "A.2",
            "Evadere le pratiche doganali in giornata",
            "20",
            [ind("Quota di pratiche evase in giornata", "75%", "90%", base="71%", w="100", ach="120%")],
            notes="In giornata: n. [[181|171]] pratiche su n. 190.",
            audit=[
                wrong("ratio.percentage", "181", "190", "90%"),
                held("ratio.percentage", "171", "190", "90%", only="twin"),
            ],
        ),
        wide_row(
            QUAYS,
            "B.1",
            "Elettrificare la banchina di levante",
            "20",
            [
                ind(
                    "Allaccio delle navi alla rete",
                    "entro il 30/09/2020",
                    "[[15/12/2020|15/09/2020]]",
                    base="n.d.",
                    w="100",
                    ach="100%",
                )
            ],
            audit=[
                wrong("time.late", "30/09/2020", "15/12/2020", also=["ratio.target"]),
                held("time.late", "30/09/2020", "15/09/2020", only="twin"),
            ],
        ),
        wide_row(
            QUAYS,
            "[[A.3|B.2]]",
            "Raccogliere i rifiuti galleggianti",
            "15",
            [ind("Uscite del battello", "150", "165", base="140", w="100", ach="110%")],
            audit=[wrong("structure.code-parent", "B", "A.3")],
        ),
        wide_row(
            QUAYS,
            "B.3",
            "Misurare il rumore in porto",
            "20",
            [ind("Campagne di misura", "80", "68", base="60", w="100", ach="[[90%|85%]]")],
            notes="Una centralina fuori uso da luglio.",
            audit=[
                wrong("ratio.achievement", "80", "68", "90%"),
                held("ratio.achievement", "80", "68", "85%", only="twin"),
            ],
        ),
    ],
    "audit": [held("ratio.weights", "25", "20", "15")],
}

MAPS = ("strategic", "1.1", "Salvare il patrimonio cartografico")
READERS = ("strategic", "1.2", "Aprire le raccolte al pubblico")

MAPPEANTICHE = {
    "name": "istituto-mappeantiche-2014",
    "layout": "H",
    "program": "reportlab",
    "issuer": "Istituto delle Mappe antiche",
    "year": 2014,
    "title": "Cruscotto della performance 2014",
    "print": forms.scorecard_h(2014, 1)
    | {"preface": ["% Realizzazione: risultato effettivo diviso risultato atteso, per cento."]},
    "objectives": [
        ob(
            None,
            "Restaurare le carte danneggiate",
            refs=[MAPS, ("operational", "1.11")],
            ind=[
                ind("Carte restaurate", "120", "126", kind="Efficacia", w="60%", early="88", base="95", ach="105%"),
                ind(
                    "Carte deacidificate",
                    "400",
                    "400",
                    kind="Processo",
                    w="[[60%|40%]]",
                    early="270",
                    base="310",
                    ach="100%",
                ),
            ],
            audit=[
                wrong("ratio.weights", "60%"),
                held("ratio.weights", "60%", "40%", only="twin"),
            ],
        ),
        ob(
            None,
            "Fotografare gli atlanti",
            refs=[MAPS, ("operational", "1.12")],
            ind=[
                ind(
                    "Tavole fotografate",
                    "500",
                    "460",
                    kind="Processo",
                    w="100%",
                    early="350",
                    base="410",
                    ach="[[97%|92%]]",
                ),
            ],
            audit=[
                wrong("ratio.achievement", "500", "460", "97%"),
                held("ratio.achievement", "500", "460", "92%", only="twin"),
            ],
        ),
        ob(
            None,
            "Portare da [[1.800|1.500]] a 2.000 i fogli consultabili in rete",
            refs=[READERS, ("operational", "1.21")],
            ind=[
                ind(
                    "Fogli consultabili in rete",
                    "2.000",
                    "2.100",
                    kind="Efficacia",
                    w="100%",
                    early="1.100",
                    base="1.500",
                    ach="105%",
                ),
            ],
            audit=[
                wrong("target.baseline-differs", "1.800", "1.500"),
                held("target.baseline-differs", "1.500", only="twin"),
                held("ratio.achievement", "2.000", "2.100", "105%"),
            ],
        ),
        ob(
            None,
            "Allestire almeno [[otto|cinque]] mostre itineranti",
            refs=[READERS, ("operational", "1.22")],
            ind=[
                ind(
                    "Mostre itineranti allestite",
                    ">= 5",
                    "6",
                    kind="Efficacia",
                    w="100%",
                    early="2",
                    base="4",
                    ach="120%",
                ),
            ],
            audit=[
                wrong("target.differs", "almeno otto", ">= 5", also=["ratio.target"]),
                held("target.differs", "almeno cinque", ">= 5", only="twin"),
            ],
        ),
        ob(
            None,
            "Accogliere le scuole",
            refs=[READERS, ("operational", "1.23")],
            ind=[
                ind("Classi in visita", "80", "76", kind="Impatto", w="50%", early="64", base="71", ach="95%"),
                ind("Laboratori tenuti", "40", "44", kind="Processo", w="50%", early="30", base="36", ach="110%"),
            ],
            audit=[held("ratio.achievement", "80", "76", "95%"), held("ratio.weights", "50%")],
        ),
    ],
}


def plain_card(
    codes: tuple[str, str],
    above: str,
    title: str,
    weight: str,
    what: str,
    one: dict[str, Any],
    ach: str,
    score: str,
    **more: Any,
) -> dict[str, Any]:
    """An objective of layout S, of one indicator, under a strategic objective of its own name."""
    refs = [("strategic", codes[0], above), ("operational", codes[1], title)]
    return ob(
        None,
        title,
        refs=refs,
        weight=weight,
        print_weight=weight,
        description=what,
        ind=[one],
        ach=ach,
        score=score,
        **more,
    )


TERREAPERTE = {
    "name": "unione-terreaperte-2023",
    "layout": "S",
    "program": "chromium",
    "issuer": "Unione dei Comuni delle Terre Aperte",
    "year": 2023,
    "title": "Relazione sulla performance 2023 - Schede obiettivo",
    "print": forms.card_s(2023, 2)
    | {"intro": ["Il Nucleo di Valutazione esprime, per ogni scheda, un punteggio compreso fra 0 e 10."]},
    "objectives": [
        plain_card(
            ("T1", "[[T2.04|T1.01]]"),
            "Servizi associati",
            "Gestire insieme la riscossione",
            "20%",
            "Un solo ufficio riscuote per i sei comuni.",
            ind("Comuni aderenti", "6", "6", base="4", w="100%", formula="Convenzioni firmate", ach="100%"),
            "100%",
            "9 su 10",
            audit=[wrong("structure.code-parent", "T1", "T2.04")],
        ),
        plain_card(
            ("T1", "T1.02"),
            "Servizi associati",
            "Controllare gli esercizi pubblici",
            "20%",
            "I controlli riguardano l’orario, l’igiene dei locali e il rumore.",
            ind(
                "Controlli effettuati",
                ">= 120",
                "[[102|126]]",
                base="98",
                w="100%",
                formula="Verbali",
                ach="[[85%|105%]]",
            ),
            "[[85%|105%]]",
            "10 su 10",
            audit=[
                wrong(
                    "evaluation.full-score-on-missed-target",
                    ">= 120",
                    "102",
                    "10 su 10",
                    also=["ratio.target", "evaluation.score-against-outcome"],
                ),
                held("ratio.target", ">= 120", "126", only="twin"),
            ],
        ),
        plain_card(
            ("T2", "T2.01"),
            "Persone e famiglie",
            "Aiutare chi assiste un anziano",
            "20%",
            "Si offrono ore di sollievo alle famiglie che ne fanno domanda.",
            ind("Famiglie aiutate", "50", "55", base="37", w="100%", formula="Domande accolte", ach="110%"),
            "110%",
            "[[0|10]] su 10",
            notes="Obiettivo pienamente raggiunto già in autunno.",
            audit=[
                wrong("evaluation.score-against-outcome", "0 su 10", "pienamente raggiunto"),
                held("ratio.achievement", "50", "55", "110%"),
            ],
        ),
        plain_card(
            ("T2", "T2.02"),
            "Persone e famiglie",
            "Aprire lo sportello per gli affitti",
            "20%",
            "Lo sportello informa inquilini e proprietari sui contributi.",
            ind(
                "Apertura dello sportello",
                "entro il 31/03/2023",
                "[[27/07/2023|27/03/2023]]",
                base="-",
                w="100%",
                formula="Data di apertura",
                ach="100%",
            ),
            "100%",
            "10 su 10",
            audit=[
                wrong(
                    "time.late",
                    "31/03/2023",
                    "27/07/2023",
                    also=["ratio.target", "evaluation.full-score-on-missed-target"],
                ),
                held("time.late", "31/03/2023", "27/03/2023", only="twin"),
            ],
        ),
        plain_card(
            ("T3", "T3.01"),
            "Territorio",
            "Curare il verde delle scuole",
            "10%",
            "Si prevede di affidare a una cooperativa del luogo lo sfalcio e la potatura, con almeno un passaggio al mese nella buona stagione e la raccolta dei residui.",
            ind("Giardini curati", "14", "14", base="11", w="100%", formula="Schede della cooperativa", ach="100%"),
            "100%",
            "10 su 10",
            audit=[],
        ),
        plain_card(
            ("T3", "T3.02"),
            "Territorio",
            "Mappare le barriere architettoniche",
            "10%",
            "[[Si prevede di affidare a una cooperativa del luogo lo sfalcio e la potatura, con almeno un passaggio al mese nella buona stagione e la raccolta dei residui.|Si prevede di percorrere, con le associazioni, i marciapiedi del centro e di segnarne gli ostacoli.]]",
            ind("Vie percorse", "40", "36", base="0", w="100%", formula="Vie con scheda", ach="90%"),
            "90%",
            "9 su 10",
            audit=[
                wrong("structure.duplicate-text", "sfalcio e la potatura"),
                held("ratio.achievement", "40", "36", "90%"),
            ],
        ),
    ],
    "audit": [held("ratio.weights", "20%", "10%")],
}

PIEVALTA = {
    "name": "cm-pievalta-2022",
    "layout": "B",
    "program": "reportlab",
    "issuer": "Comunità montana della Pieve Alta",
    "year": 2022,
    "title": "Obiettivi 2022: verifica a fine esercizio",
    "print": forms.grid_b(2),
    "objectives": [
        grid_row(
            1,
            "0201",
            "02010101",
            "Foreste",
            "Martellata dei lotti boschivi",
            "2022-05-31",
            results="Lotti martellati: sette su sette. Verbale conclusivo del [[4 agosto|4 maggio]] 2022.",
            ach="100%",
            audit=[
                wrong("time.late", "31.05.2022", "4 agosto"),
                held("time.late", "31.05.2022", "4 maggio", only="twin"),
            ],
        ),
        grid_row(
            2,
            "0201",
            "02010102",
            "Foreste",
            "Portare da [[55|35]] a 60 i soci del consorzio forestale",
            "2022-12-31",
            results="A fine 2021 i soci erano 35; ora sono 61.",
            ach="100%",
            audit=[
                wrong("target.baseline-differs", "55", "35"),
                held("target.baseline-differs", "35", only="twin"),
                held("ratio.target", "60", "61"),
            ],
        ),
        grid_row(
            "[[2|3]]",
            "0202",
            "02020101",
            "Agricoltura",
            "Premi allo sfalcio dei prati in pendio",
            "2022-10-31",
            results="Tutte le domande ammesse sono state pagate con mandato del 14 ottobre 2022.",
            ach="100%",
            audit=[wrong("structure.repeated-number", "2", also=["structure.missing-number"])],
        ),
        grid_row(
            4,
            "0202",
            "02020102",
            "Agricoltura",
            "Almeno 25 visite dei tecnici alle malghe",
            "2022-09-30",
            results="Visite dei tecnici: [[19|29]], l’ultima il 22 settembre.",
            ach="100%",
            notes="Raggiunto",
            audit=[
                wrong(
                    "ratio.target",
                    "Almeno 25",
                    "19",
                    also=[
                        "ratio.achievement",
                        "evaluation.full-score-on-missed-target",
                        "evaluation.score-against-outcome",
                    ],
                ),
                held("ratio.target", "Almeno 25", "29", only="twin"),
            ],
        ),
        grid_row(
            5,
            "0203",
            "02030101",
            "Turismo",
            "Noleggio di biciclette nei tre fondovalle",
            "2022-06-15",
            results="Biciclette date a noleggio: 412. Di esse 230 a Ponte, 102 a Riva, [[98|80]] a Chiusa.",
            ach="100%",
            audit=[
                wrong("ratio.parts", "412", "230", "102", "98"),
                held("ratio.parts", "412", "230", "102", "80", only="twin"),
            ],
        ),
        grid_row(
            6,
            "0203",
            "02030102",
            "Turismo",
            "Sondaggio tra gli ospiti (almeno 400 risposte)",
            "2022-11-30",
            results="Questionari distribuiti 800, riconsegnati 520, vale a dire il 65%.",
            ach="100%",
            audit=[held("ratio.percentage", "800", "520", "65%")],
        ),
    ],
}

REPORTS = [
    GRAVALONGA,
    MONTISGRIGI,
    VALLASPRA,
    LAGUNE,
    CAMPOLUCE,
    SELVAPIANA,
    FIUMAROSSA,
    RUPISONANTI,
    VIEQUOTE,
    CAPOMORTO,
    MAPPEANTICHE,
    TERREAPERTE,
    PIEVALTA,
]
