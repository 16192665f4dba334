# ruff: noqa: E501
"""Tables, sheets and cards again, mostly in the second manner of each layout."""

from typing import Any

from corpus.contradictions import forms
from corpus.contradictions.author import held, ind, ob, wrong
from corpus.contradictions.rows import card, grid_row, sheet, university_row, wide_row

FIUMI = {
    "name": "ministero-fiumisorgenti-2020",
    "layout": "C",
    "program": "reportlab",
    "issuer": "Ministero dei Fiumi e delle Sorgenti",
    "year": 2020,
    "title": "Rapporto sui risultati degli indicatori - anno 2020",
    "print": forms.kpi_c(2020, 2),
    "objectives": [
        ob(
            None,
            "Rispondere alle segnalazioni dei cittadini",
            description="Le segnalazioni arrivano dal numero verde e dal portale.",
            notes="Target conseguito nonostante il lavoro a distanza.",
            ind=[
                ind(
                    "Segnalazioni riscontrate",
                    "non inferiore al 90%",
                    "[[84,5%|91,5%]]",
                    formula="Riscontrate / pervenute",
                )
            ],
            audit=[
                wrong("ratio.target", "non inferiore al 90%", "84,5%"),
                held("ratio.target", "90%", "91,5%", only="twin"),
            ],
        ),
        ob(
            None,
            "Attuare la legge sulle acque minerali",
            description="Si prevede l’emanazione di tre decreti attuativi nel corso dell’anno.",
            notes="I decreti sono stati registrati dalla Corte dei conti.",
            ind=[ind("Decreti emanati", "[[5|3]]", "[[5|3]]", formula="Conteggio dei decreti firmati")],
            audit=[wrong("target.differs", "tre", "5"), held("ratio.target", "3", only="twin")],
        ),
        ob(
            None,
            "Aprire il portale delle concessioni",
            description="Il portale raccoglie in un solo luogo le domande di derivazione.",
            notes="Il portale è in esercizio e l’obiettivo è raggiunto.",
            ind=[ind("Data di apertura", "entro il 30 settembre 2020", "[[18/12/2020|18/09/2020]]", formula="Data")],
            audit=[
                wrong("time.late", "30 settembre 2020", "18/12/2020", also=["ratio.target"]),
                held("time.late", "30 settembre 2020", "18/09/2020", only="twin"),
            ],
        ),
        ob(
            None,
            "Compilare il catasto delle sorgenti",
            description="Il catasto, pluriennale, procede regione per regione.",
            notes="Rilievi affidati alle agenzie regionali.",
            ind=[
                ind(
                    "Percentuale di completamento del catasto",
                    "100%",
                    "[[Schede compilate in nove regioni|100%]]",
                    formula="Schede compilate / sorgenti note",
                )
            ],
            audit=[wrong("target.percentage-unreported", "Percentuale di completamento", also=["target.unanswered"])],
        ),
        ob(
            None,
            "Definire le istanze di derivazione",
            description="Le istanze giacenti sono esaminate in ordine di arrivo.",
            notes="Evase 1.204 istanze su 1.376 ([[92,5%|87,5%]]).",
            ind=[ind("Istanze evase", ">= 85%", "87,5%", formula="Evase / giacenti")],
            audit=[
                wrong("ratio.percentage", "1.204", "1.376", "92,5%"),
                held("ratio.percentage", "1.204", "1.376", "87,5%", only="twin"),
                held("ratio.target", ">= 85%", "87,5%"),
            ],
        ),
        ob(
            None,
            "Classificare i corsi d’acqua",
            description="La classificazione segue i criteri europei.",
            notes="Classificati 48 corsi d’acqua: 29 in stato buono, 12 in stato sufficiente e [[9|7]] in stato scarso.",
            ind=[ind("Corsi d’acqua classificati", "45", "48", formula="Conteggio")],
            audit=[
                wrong("ratio.parts", "48", "29", "12", "9"),
                held("ratio.parts", "48", "29", "12", "7", only="twin"),
                held("ratio.target", "45", "48"),
            ],
        ),
    ],
}


def _berth(code: str, title: str, what: str, base: str, row: dict[str, Any], audit: list[Any]) -> dict[str, Any]:
    """A sheet of the port authority, of one indicator."""
    refs = [("operational", code), ("area", "03", "Porti"), ("programme", "03.4", "Traffici")]
    return ob(None, title, refs=refs, description=what, ind=[row | {"print_baseline": base}], audit=audit)


MOLI = {
    "name": "porto-tremoli-2017",
    "layout": "D",
    "program": "reportlab",
    "issuer": "Autorità Portuale dei Tre Moli",
    "year": 2017,
    "title": "Relazione sulla performance 2017",
    "print": forms.sheet_d(2017, 2)
    | {"preface": ["La percentuale di raggiungimento è il rapporto tra risultato e target, anche sopra 100."]},
    "objectives": [
        _berth(
            "TM.01",
            "Accrescere il traffico dei passeggeri",
            "Nel 2016 sono transitati dal terminal [[1,18|1,31]] milioni di passeggeri, crociere escluse.",
            "1.310.000",
            ind("Passeggeri", "1.350.000", "1.404.000", unit="numero", w="100", formula="Biglietti emessi", ach="104%"),
            [
                wrong("target.baseline-differs", "1,18", "1.310.000"),
                held("target.baseline-differs", "1,31", "1.310.000", only="twin"),
                held("ratio.achievement", "1.350.000", "1.404.000", "104%"),
            ],
        ),
        _berth(
            "TM.02",
            "Illuminare i piazzali con torri nuove",
            "Le torri vecchie risalgono agli anni Ottanta.",
            "6",
            ind("Torri sostituite", "24", "18", unit="numero", w="100", formula="Conteggio", ach="[[85%|75%]]"),
            [
                wrong("ratio.achievement", "24", "18", "85%"),
                held("ratio.achievement", "24", "18", "75%", only="twin"),
            ],
        ),
        _berth(
            "TM.03",
            "Collaudare le gru di banchina",
            "Vanno collaudate tutte e ventidue le gru del porto, nessuna esclusa.",
            "9",
            ind("Gru collaudate", "[[20|22]]", "22", unit="numero", w="100", formula="Conteggio", ach="[[110%|100%]]"),
            [wrong("target.differs", "ventidue", "20"), held("ratio.target", "22", only="twin")],
        ),
    ],
}

GEMELLI = {
    "name": "parco-laghigemelli-2021",
    "layout": "B",
    "program": "reportlab",
    "issuer": "Ente Parco dei Laghi Gemelli",
    "year": 2021,
    "title": "Relazione sulla performance 2021 - Rendicontazione degli obiettivi operativi",
    "print": forms.grid_b(2) | {"intro": ["La percentuale di raggiungimento va da 0 a 100."]},
    "objectives": [
        grid_row(
            1,
            "0301",
            "03010101",
            "",
            "Piano antincendio",
            "2021-04-30",
            results="Il piano, condiviso con i sette comuni, è stato inviato alla Regione in data 12 [[luglio|aprile]] 2021.",
            ach="100%",
            audit=[
                wrong(
                    "time.late",
                    "30.04.2021",
                    "12 luglio 2021",
                    also=["ratio.target", "evaluation.full-score-on-missed-target"],
                ),
                held("time.late", "30.04.2021", "12 aprile 2021", only="twin"),
            ],
        ),
        grid_row(
            2,
            "0301",
            "03010102",
            "",
            "Bacheche lungo i sentieri",
            "",
            results="Le quindici bacheche sono state collocate nel mese di [[marzo 2022|ottobre 2021]] dagli operai del parco.",
            ach="100%",
            audit=[wrong("time.outside-year", "marzo 2022", also=["time.late"])],
        ),
        grid_row(
            3,
            "0302",
            "03020101",
            "",
            "Verifica dei manufatti in legno",
            "",
            results="Verificati 57 manufatti sui 76 censiti (75%), cioè tre su quattro, come da programma.",
            ach="[[130%|100%]]",
            audit=[
                wrong("evaluation.above-maximum", "130%", also=["ratio.achievement"]),
                held("ratio.percentage", "57", "76", "75%"),
            ],
        ),
        grid_row(
            4,
            "0302",
            "03020102",
            "",
            "Educazione ambientale",
            "",
            results="Accompagnati in tutto 640 alunni, 415 della scuola primaria e [[255|225]] della secondaria.",
            ach="100%",
            audit=[
                wrong("ratio.parts", "640", "415", "255"),
                held("ratio.parts", "640", "415", "225", only="twin"),
            ],
        ),
        grid_row(
            5,
            "0303",
            "03030101",
            "",
            "Acquisto di una barca elettrica",
            "2021-12-31",
            results="Contratto firmato il 20/12/21, consegna attesa nel 2022 (nota del cantiere del 10 gennaio 2022).",
            ach="100%",
            notes="L’obiettivo dell’anno era la firma.",
            audit=[held("time.late", "31.12.2021", "20/12/21")],
        ),
    ],
}

SANBIAGIO = {
    "name": "universita-roccasanbiagio-2019",
    "layout": "L",
    "program": "reportlab",
    "issuer": "Università di Rocca San Biagio",
    "year": 2019,
    "title": "Relazione integrata sulla performance 2019",
    "print": forms.university_l(2) | {"intro": ["Il punteggio da 0 a 3 segue le fasce di risultato."]},
    "objectives": [
        university_row(
            "A.1.1",
            "A.1",
            "Laureare in corso più studenti",
            "30%",
            "Si muove dal 62% rilevato nel 2018, con esami riorganizzati in appelli più fitti",
            ind("Laureati in corso", "almeno 64%", "65,1%", base="[[58%|62%]]", scale=["64%", "62%", "60%", "< 60%"]),
            "3",
            [
                wrong("target.baseline-differs", "62%", "58%"),
                held("target.baseline-differs", "62%", only="twin"),
                held("ratio.target", "almeno 64%", "65,1%"),
            ],
        ),
        university_row(
            "A.1.2",
            "A.1",
            "Portare docenti stranieri in aula",
            "25%",
            "Bando per docenti in visita",
            ind("Docenti in visita", "almeno 40", "[[36|42]]", base="31", scale=["40", "35", "30", "< 30"]),
            "[[2|3]]",
            [
                wrong("ratio.target", "almeno 40", "36"),
                held("ratio.target", "almeno 40", "42", only="twin"),
            ],
        )
        | {"sections": {"description": "Bando per docenti in visita", "notes": "Risultato atteso raggiunto"}},
        university_row(
            "B.1.1",
            "B.1",
            "Aprire gli archivi dei dati di ricerca",
            "25%",
            "Deposito in archivi certificati",
            ind("Serie di dati depositate", "almeno 12", "15", base="4", scale=["12", "10", "8", "< 8"]),
            "[[|3]]",
            [wrong("evaluation.no-score", "B.1.1 || Aprire gli archivi"), held("ratio.target", "almeno 12", "15")],
        ),
        university_row(
            "B.1.2",
            "B.1",
            "Accorciare i tempi dei rimborsi di missione",
            "20%",
            "Modulo unico in rete",
            ind("Giorni medi di rimborso", "non oltre 30", "28,5", base="44", scale=["30", "35", "40", "> 40"]),
            "3",
            [held("ratio.target", "non oltre 30", "28,5")],
        ),
    ],
}

OLMETO: dict[str, Any] = {
    "name": "comune-olmetobasso-2019",
    "layout": "M",
    "program": "reportlab",
    "issuer": "Comune di Olmeto Basso",
    "year": 2019,
    "title": "Relazione sulla performance 2019",
    "print": forms.sheet_m(2)
    | {"preface": ["Il grado di raggiungimento si ferma a 100; il punteggio del Nucleo va da zero a dieci."]},
    "objectives": [
        sheet(
            None,
            title,
            weight,
            what,
            [[1, "Istruttoria", "07.01.2019", "29.03.2019"], [2, "Esecuzione", "01.04.2019", "20.12.2019"]],
            ind=[one],
            state="Concluso",
            score=score,
            **({"notes": notes} if notes else {}),
            audit=audit,
        )
        for title, weight, what, one, score, notes, audit in (
            (
                "Mensa scolastica",
                "30%",
                "Offrire il pasto ad almeno 150 alunni, aggiungendo un secondo turno.",
                ind("Alunni iscritti alla mensa", "almeno [[120|150]]", "158", w="100%", ach="100%"),
                "10/10",
                "",
                [
                    wrong("target.differs", "almeno 150", "almeno 120"),
                    held("ratio.target", "almeno 150", "158", only="twin"),
                ],
            ),
            (
                "Palestra della scuola media",
                "20%",
                "Consegnare i locali alle società sportive prima della stagione.",
                ind(
                    "Data di consegna dei locali",
                    "30 settembre 2019",
                    "[[14 novembre 2019|27 settembre 2019]]",
                    w="100%",
                    ach="100%",
                ),
                "10/10",
                "",
                [
                    wrong(
                        "time.late",
                        "30 settembre 2019",
                        "14 novembre 2019",
                        also=["ratio.target", "evaluation.full-score-on-missed-target"],
                    ),
                    held("time.late", "30 settembre 2019", "27 settembre 2019", only="twin"),
                ],
            ),
            (
                "Consiglio comunale dei ragazzi",
                "20%",
                "Avvicinare i ragazzi alla vita del Comune.",
                ind("Sedute tenute", "almeno 6", "[[n.d.|7]]", w="100%", ach="[[|100%]]"),
                "8/10",
                "",
                [wrong("target.unanswered", "almeno 6"), held("ratio.target", "almeno 6", "7", only="twin")],
            ),
            (
                "Orti sociali",
                "15%",
                "Assegnare gli orti agli ultrasettantenni che ne fanno richiesta.",
                ind("Orti assegnati / orti disponibili", "100%", "100% (24 su 24)", w="100%", ach="100%"),
                "[[11/10|9/10]]",
                "",
                [wrong("evaluation.above-maximum", "11/10"), held("ratio.percentage", "24", "100%")],
            ),
            (
                "Feste di paese senza plastica",
                "15%",
                "Fornire stoviglie lavabili alle associazioni.",
                ind("Feste aderenti", "3", "4", w="100%", ach="100%"),
                "[[|10/10]]",
                "Alla quarta festa si è provveduto con stoviglie prese in prestito.",
                [wrong("evaluation.no-score", "Feste di paese senza plastica"), held("ratio.target", "3", "4")],
            ),
        )
    ],
}

for _place, _sheet in enumerate(OLMETO["objectives"], 1):
    _sheet["plan_references"].append({"level": "operational", "code": f"01.0{_place}", "title": None, "category": None})

VALFREDDA = {
    "name": "camera-valfredda-2022",
    "layout": "S",
    "program": "reportlab",
    "issuer": "Camera di Commercio di Valfredda",
    "year": 2022,
    "title": "Relazione sulla performance 2022",
    "print": forms.card_s(2022, 2)
    | {
        "intro": [
            "La percentuale di realizzazione è il rapporto tra consuntivo e target (tra target e consuntivo dove il valore deve scendere) e non supera 100."
        ]
    },
    "objectives": [
        card(
            1,
            ("K01", "K01.01"),
            "Dotare le imprese di identità digitale",
            "30%",
            "Alla chiusura del 2021 le imprese con identità digitale erano [[2.050|2.510]]; servono giornate di rilascio nei comuni.",
            [
                ind(
                    "Imprese con identità digitale",
                    "3.000",
                    "3.120",
                    formula="Archivio dei rilasci",
                    w="100%",
                    base="2.510",
                    ach="100%",
                )
            ],
            "100%",
            "100/100",
            audit=[
                wrong("target.baseline-differs", "2.050", "2.510"),
                held("target.baseline-differs", "2.510", only="twin"),
            ],
        ),
        card(
            2,
            ("K01", "K01.02"),
            "Verificare le bilance dei mercati",
            "25%",
            "Le verifiche si fanno nei giorni di mercato, senza preavviso.",
            [ind("Bilance verificate", "60", "51", formula="Verbali", w="100%", base="48", ach="[[90%|85%]]")],
            "[[90%|85%]]",
            "85/100",
            audit=[
                wrong("ratio.achievement", "60", "51", "90%"),
                held("ratio.achievement", "60", "51", "85%", only="twin"),
            ],
        ),
        card(
            3,
            ("K02", "K02.01"),
            "Avvicinare i giovani al lavoro",
            "25%",
            "L’intento è di arrivare a 200 tirocini, ospitati da aziende di ogni settore.",
            [ind("Tirocini avviati", "[[150|200]]", "204", formula="Convenzioni", w="100%", base="139", ach="100%")],
            "100%",
            "100/100",
            audit=[wrong("target.differs", "200", "150"), held("ratio.target", "200", "204", only="twin")],
        ),
        card(
            4,
            ("K02", "K02.02"),
            "Rispondere presto alle istanze di accesso",
            "20%",
            "Le istanze passano dall’ufficio relazioni con il pubblico.",
            [
                ind(
                    "Giorni medi di risposta",
                    "<= 20",
                    "25",
                    formula="Media aritmetica",
                    w="100%",
                    base="27",
                    ach="[[95%|80%]]",
                )
            ],
            "[[95%|80%]]",
            "80/100",
            notes="Il target non è stato raggiunto per l’aumento delle istanze.",
            audit=[
                wrong("ratio.achievement", "20", "25", "95%"),
                held("ratio.achievement", "20", "25", "80%", only="twin"),
            ],
        ),
    ],
}

ACQUACHIARA = {
    "name": "provincia-acquachiara-2020",
    "layout": "T",
    "program": "reportlab",
    "issuer": "Provincia di Acquachiara",
    "year": 2020,
    "title": "Relazione sulla performance 2020 - Rendicontazione degli obiettivi operativi",
    "print": forms.grid_t(2020, 2)
    | {"intro": ["La percentuale di raggiungimento è il rapporto fra valore raggiunto e target, anche sopra 100."]},
    "objectives": [
        wide_row(
            ("A", "Scuole superiori"),
            "A.1.1",
            "Cablare le scuole",
            "30",
            [ind("Scuole cablate", "25", "28", w="100", base="19", ach="112%")],
            notes="Le scuole cablate al termine del 2019 erano [[quattordici|diciannove]].",
            audit=[
                wrong("target.baseline-differs", "quattordici", "19"),
                held("target.baseline-differs", "diciannove", "19", only="twin"),
                held("ratio.achievement", "25", "28", "112%"),
            ],
        ),
        wide_row(
            ("A", "Scuole superiori"),
            "A.1.2",
            "Prestare strumenti agli studenti",
            "20",
            [ind("Strumenti prestati", "130", "135", w="100", base="105", ach="104%")],
            notes="Prestiti in crescita rispetto ai [[95|105]] iniziali.",
            audit=[
                wrong("target.baseline-differs", "95", "105"),
                held("target.baseline-differs", "105", only="twin"),
            ],
        ),
        wide_row(
            ("B", "Strade"),
            "B.1.1",
            "Rifare la segnaletica",
            "30",
            [ind("Chilometri di segnaletica", ">= 80", "[[74|86]]", w="100", base="61", ach="[[92,5%|107,5%]]")],
            notes="Target centrato.",
            audit=[
                wrong("ratio.target", ">= 80", "74"),
                held("ratio.target", ">= 80", "86", only="twin"),
            ],
        ),
        wide_row(
            ("B", "Strade"),
            "B.1.2",
            "Sgombrare presto la neve",
            "20",
            [ind("Ore medie di sgombero", "<= 6", "6", w="100", base="7,5", ach="100%")],
            audit=[held("ratio.target", "<= 6", "6")],
        ),
    ],
}

REPORTS = [FIUMI, MOLI, GEMELLI, SANBIAGIO, OLMETO, VALFREDDA, ACQUACHIARA]
for _one in REPORTS:
    _one.setdefault("kind", "report")
