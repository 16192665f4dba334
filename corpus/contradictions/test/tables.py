# ruff: noqa: E501
"""Layouts in tables, sheets, cards and lists."""

from typing import Any

from corpus.contradictions import forms
from corpus.contradictions.author import held, ind, ob, said, wrong
from corpus.contradictions.rows import card, grid_row, scoring_row, sheet, university_row, wide_row

CASTELMURO = {
    "name": "comune-castelmuro-2021",
    "layout": "B",
    "program": "chromium",
    "issuer": "Comune di Castelmuro Terme",
    "year": 2021,
    "title": "Relazione sulla performance 2021",
    "print": forms.grid_b(2) | {"intro": ["Stato di attuazione degli obiettivi al 31 dicembre 2021."]},
    "objectives": [
        grid_row(
            1,
            "0201",
            "02010101",
            "",
            "Accesso agli atti in via telematica",
            "2021-09-30",
            results="Il portale per le richieste di accesso è in funzione dal [[15.11.2021|15.09.2021]].",
            ach="100%",
            audit=[
                wrong(
                    "time.late",
                    "30.09.2021",
                    "15.11.2021",
                    also=["ratio.target", "evaluation.full-score-on-missed-target"],
                ),
                held("time.late", "30.09.2021", "15.09.2021", only="twin"),
            ],
        ),
        grid_row(
            2,
            "0201",
            "02010102",
            "",
            "Pagamenti elettronici nei servizi a domanda",
            "",
            results="Servizi con pagamento elettronico: 27 su 36 ([[85%|75%]]).",
            ach="75%",
            notes="Il canone dei chioschi resta escluso per legge.",
            audit=[
                wrong("ratio.percentage", "27", "36", "85%", also=["ratio.achievement"]),
                held("ratio.percentage", "27", "36", "75%", only="twin"),
            ],
        ),
        grid_row(
            "[[2|3]]",
            "0202",
            "02020101",
            "",
            "Terme comunali: nuovo disciplinare",
            "2021-12-31",
            results="Il disciplinare è stato approvato dal Consiglio comunale il 31.12.2021, ultimo giorno utile.",
            ach="100%",
            audit=[wrong("structure.repeated-number", "2", "2"), held("time.late", "31.12.2021")],
        ),
        grid_row(
            4,
            "0202",
            "[[02030102|02020102]]",
            "",
            "Sentiero delle sorgenti",
            "2021-10-31",
            results="I lavori sono terminati il 22.10.2021; il sentiero è stato inaugurato con le scuole.",
            ach="100%",
            audit=[wrong("structure.code-parent", "0202", "02030102"), held("time.late", "31.10.2021", "22.10.2021")],
        ),
        grid_row(
            5,
            "0203",
            "02030101",
            "",
            "Piano delle antenne",
            "",
            results="Il piano, redatto dall’ufficio ambiente, è stato adottato il [[24.02.2022|24.11.2021]] dopo due assemblee.",
            ach="100%",
            audit=[wrong("time.outside-year", "24.02.2022", "2021", also=["time.late"])],
        ),
    ],
    "audit": [said("structure.missing-number", only="planted")],
}

COLTURE = {
    "name": "istituto-coltureantiche-2017",
    "layout": "C",
    "program": "reportlab",
    "issuer": "Istituto per le Colture Antiche",
    "year": 2017,
    "title": "Rapporto sui risultati attesi di bilancio - anno 2017",
    "print": forms.kpi_c(2017, 2) | {"intro": ["Valori conseguiti al 31 dicembre 2017."]},
    "objectives": [
        ob(
            None,
            "Conservare il germoplasma",
            description="Il programma triennale prevedeva per l’anno la conservazione di almeno [[180|220]] varietà.",
            notes="Le varietà conservate comprendono 90 cereali e altre specie.",
            ind=[ind("Varietà conservate", ">= 220", "236", formula="Numero di varietà in banca")],
            audit=[wrong("target.differs", "almeno 180", ">= 220"), held("ratio.target", ">= 220", "236")],
        ),
        ob(
            None,
            "Trasferire le conoscenze agli agricoltori",
            description="Giornate in campo e schede divulgative.",
            notes="Alle giornate hanno partecipato [[400|415]] agricoltori, di cui 265 uomini e 150 donne.",
            ind=[ind("Giornate in campo", "almeno 12", "14", formula="Numero di giornate svolte")],
            audit=[
                wrong("ratio.parts", "400", "265", "150"),
                held("ratio.parts", "415", "265", "150", only="twin"),
                held("ratio.target", "almeno 12", "14"),
            ],
        ),
        ob(
            None,
            "Ridurre i tempi delle analisi",
            description="Analisi di purezza richieste dai vivaisti.",
            notes="L’obiettivo è stato raggiunto.",
            ind=[
                ind(
                    "Tempo medio delle analisi",
                    "< 15 gg.",
                    "[[19 gg.|12 gg.]]",
                    formula="Giorni di lavorazione / analisi",
                )
            ],
            audit=[
                wrong("ratio.target", "< 15 gg.", "19 gg."),
                held("ratio.target", "< 15 gg.", "12 gg.", only="twin"),
            ],
        ),
        ob(
            None,
            "Valorizzare la raccolta degli erbari",
            description="Riproduzione digitale dei fogli.",
            ind=[ind("Fogli riprodotti", "[[|>= 3.000]]", "3.420", formula="Conteggio")],
            audit=[
                wrong("target.result-without-target", "3.420"),
                held("ratio.target", ">= 3.000", "3.420", only="twin"),
            ],
        ),
    ],
}

PONTI = {
    "name": "ente-pontistorici-2020",
    "layout": "D",
    "program": "chromium",
    "issuer": "Ente Nazionale dei Ponti Storici",
    "year": 2020,
    "title": "Relazione sulla performance 2020",
    "print": forms.sheet_d(2020, 2)
    | {"preface": ["La percentuale di raggiungimento è il rapporto fra risultato e target, fino a 100."]},
    "objectives": [
        ob(
            None,
            "Ispezionare i ponti in muratura",
            refs=[("operational", "PS.01"), ("area", "01", "Conservazione"), ("programme", "01.1", "Ispezioni")],
            description="Le ispezioni si svolgono in primavera e in autunno. Nel 2019 erano stati ispezionati [[96|118]] ponti; "
            "nel 2020 se ne volevano ispezionare almeno 125.",
            ind=[
                ind(
                    "Ponti ispezionati",
                    "almeno 125",
                    "130",
                    unit="numero",
                    w="70",
                    base="118",
                    ach="100%",
                    formula="Conteggio",
                ),
                ind(
                    "Ponti limitati al traffico",
                    "< 10",
                    "8",
                    unit="numero",
                    w="[[40|30]]",
                    base="11",
                    ach="100%",
                    formula="Conteggio",
                ),
            ],
            audit=[
                wrong("target.baseline-differs", "96", "118"),
                wrong("ratio.weights", "70", "40"),
                held("target.baseline-differs", "118", only="twin"),
                held("ratio.target", "almeno 125", "130"),
            ],
        ),
        ob(
            None,
            "Restaurare i parapetti",
            refs=[("operational", "PS.02"), ("area", "01", "Conservazione"), ("programme", "01.2", "Restauri")],
            description="I restauri sono affidati a imprese artigiane; il programma dell’anno ne comprendeva non meno di [[dieci|sedici]].",
            ind=[
                ind(
                    "Parapetti restaurati",
                    "16",
                    "12",
                    unit="numero",
                    w="100",
                    base="9",
                    ach="[[90%|75%]]",
                    formula="Conteggio",
                )
            ],
            notes="I restauri mancanti sono slittati per la piena del fiume.",
            audit=[
                wrong("target.differs", "dieci", "16"),
                wrong("ratio.achievement", "16", "12", "90%"),
                held("ratio.achievement", "16", "12", "75%", only="twin"),
            ],
        ),
        ob(
            None,
            "Aprire al pubblico l’archivio dei progetti",
            refs=[("operational", "PS.03"), ("area", "02", "Conoscenza"), ("programme", "02.1", "Archivio")],
            description="Due terzi dei disegni sono ormai consultabili in rete.",
            ind=[
                ind(
                    "Disegni in rete / disegni",
                    "66%",
                    "66,7% (4.200 su 6.300)",
                    unit="percentuale",
                    w="100",
                    base="51%",
                    ach="100%",
                )
            ],
            audit=[held("ratio.percentage", "66,7%", "4.200", "6.300")],
        ),
    ],
}

LAGUNA = {
    "name": "agenzia-lagunaviva-2018",
    "layout": "E",
    "program": "chromium",
    "issuer": "Agenzia della Laguna Viva",
    "year": 2018,
    "title": "Relazione sulla performance 2018",
    "print": forms.table_e(2018, 2) | {"intro": ["Il grado di raggiungimento è il rapporto fra risultato e target."]},
    "objectives": [
        ob(
            None,
            title,
            refs=[("strategic", None, above), ("area", None, office)],
            ind=[ind(text, target, result, ach=ach)],
            notes=notes,
            audit=audit,
        )
        for above, office, title, text, target, result, ach, notes, audit in (
            (
                "Difendere le barene dall’erosione",
                "Ufficio Opere",
                "Proteggere i margini con fascinate",
                "Metri protetti / metri programmati",
                "80",
                "60",
                "[[100|75]]",
                "",
                [
                    wrong(
                        "ratio.achievement",
                        "80",
                        "60",
                        "100",
                        also=["ratio.target", "evaluation.full-score-on-missed-target"],
                    ),
                    held("ratio.achievement", "80", "60", "75", only="twin"),
                ],
            ),
            (
                "Difendere le barene dall’erosione",
                "Ufficio Opere",
                "Limitare il moto ondoso",
                "Natanti con rilevatore / natanti",
                "50",
                "[[41|55]]",
                "[[82|110]]",
                "Obiettivo raggiunto",
                [
                    wrong("ratio.target", "50", "41", "raggiunto"),
                    held("ratio.achievement", "50", "55", "110", only="twin"),
                ],
            ),
            (
                "Conoscere la vita della laguna",
                "Ufficio Ricerca",
                "Aggiornare la carta delle praterie sommerse",
                "Superficie rilevata / superficie totale",
                "40",
                "[[|44]]",
                "[[|110]]",
                "",
                [
                    wrong("target.unanswered", "40", also=["target.percentage-unreported"]),
                    held("ratio.achievement", "40", "44", "110", only="twin"),
                ],
            ),
            (
                "Conoscere la vita della laguna",
                "Ufficio Ricerca",
                "Pubblicare i dati di marea",
                "Stazioni con dati in rete / stazioni",
                "90",
                "94,5",
                "105",
                "",
                [held("ratio.achievement", "90", "94,5", "105")],
            ),
        )
    ],
}

CRUSCOTTO = {
    "name": "cciaa-altopianonero-2015",
    "layout": "H",
    "program": "chromium",
    "issuer": "CCIAA dell’Altopiano Nero",
    "year": 2015,
    "title": "Relazione sulla Performance 2015",
    "print": forms.scorecard_h(2015, 2)
    | {"preface": ["La realizzazione è il rapporto fra risultato e target; il massimo attribuibile è 100%."]},
    "objectives": [
        ob(
            None,
            "Sostenere l’accesso al credito",
            refs=[("strategic", "1.1", "Favorire la crescita delle imprese"), ("operational", "1.11")],
            ind=[
                ind(
                    "Risorse liquidate / risorse stanziate",
                    "90%",
                    "72%",
                    kind="Efficacia",
                    w="50%",
                    base="88%",
                    ach="[[97%|80%]]",
                ),
                ind("Imprese finanziate", ">= 40", "46", kind="Efficacia", w="50%", base="37", ach="100%"),
            ],
            audit=[
                wrong("ratio.achievement", "90%", "72%", "97%"),
                held("ratio.achievement", "90%", "72%", "80%", only="twin"),
                held("ratio.target", ">= 40", "46"),
            ],
        ),
        ob(
            None,
            "Accompagnare le imprese nella certificazione",
            refs=[("strategic", "1.1", "Favorire la crescita delle imprese"), ("operational", "1.12")],
            ind=[
                ind("Imprese certificate", "20", "20", kind="Efficacia", w="[[50%|40%]]", base="14", ach="100%"),
                ind("Incontri svolti", "6", "6", kind="Processo", w="60%", base="5", ach="100%"),
            ],
            audit=[wrong("ratio.weights", "50%", "60%"), held("ratio.weights", "40%", "60%", only="twin")],
        ),
        ob(
            None,
            "Ridurre i costi di funzionamento",
            refs=[("strategic", "2.1", "Amministrare bene"), ("operational", "2.11")],
            ind=[
                ind(
                    "Costi di funzionamento",
                    "<= € 310.000,00",
                    "€ 297.450,00",
                    kind="Economicità",
                    w="100%",
                    base="€ 322.100,00",
                    ach="[[140%|100%]]",
                )
            ],
            audit=[
                wrong("evaluation.above-maximum", "140%", also=["ratio.achievement"]),
                held("ratio.target", "€ 310.000,00", "€ 297.450,00"),
            ],
        ),
    ],
}

OSPEDALE = {
    "name": "ao-santambrogiolo-2013",
    "layout": "J",
    "program": "reportlab",
    "issuer": "Azienda Ospedaliera Sant’Ambrogiolo",
    "year": 2013,
    "title": "Valutazione degli obiettivi di budget - Anno 2013",
    "print": forms.scoring_j(2)
    | {
        "heading": ["Centro di costo 0415 - U.O.C. Radiologia"],
        "intro": ["Punteggio attribuito = peso dell’obiettivo x grado di raggiungimento."],
    },
    "audit": [
        wrong("ratio.weights", "40%", "20%", "15%", "15%"),
        held("ratio.weights", "40%", "20%", "15%", "25%", only="twin"),
    ],
    "objectives": [
        scoring_row(
            "Ridurre i tempi di refertazione",
            "40%",
            "Ore medie fra esame e referto",
            "<= 24",
            "22",
            "100%",
            "40,00",
            [held("ratio.target", "<= 24", "22")],
        ),
        scoring_row(
            "Aumentare gli esami ambulatoriali",
            "20%",
            "Numero di esami",
            "5.000",
            "4.500",
            "[[100%|90%]]",
            "[[20,00|18,00]]",
            [
                wrong(
                    "ratio.achievement",
                    "5.000",
                    "4.500",
                    "100%",
                    also=["ratio.target", "evaluation.full-score-on-missed-target"],
                ),
                held("ratio.achievement", "5.000", "4.500", "90%", only="twin"),
            ],
        ),
        scoring_row(
            "Contenere le ripetizioni degli esami",
            "15%",
            "Esami ripetuti / esami",
            "< 3%",
            "2,1%",
            "100%",
            "[[19,50|15,00]]",
            [wrong("evaluation.above-maximum", "15%", "19,50"), held("ratio.target", "< 3%", "2,1%")],
        ),
        scoring_row(
            "Formare il personale alla radioprotezione",
            "[[15%|25%]]",
            "Operatori formati",
            ">= 30",
            "32",
            "100%",
            "[[|25,00]]",
            [wrong("evaluation.no-score", "Formare il personale"), held("ratio.target", ">= 30", "32")],
        ),
    ],
}

ATENEO = {
    "name": "universita-collebianco-2022",
    "layout": "L",
    "program": "libreoffice",
    "issuer": "Università degli Studi di Collebianco",
    "year": 2022,
    "title": "Relazione sulla performance 2022",
    "print": forms.university_l(2)
    | {"intro": ["Ogni obiettivo riceve un punteggio da 0 a 3 secondo il valore del risultato."]},
    "objectives": [
        university_row(
            "A.1.1",
            "A.1",
            "Migliorare l’occupazione dei laureati",
            "35%",
            "Tirocini e incontri con le imprese",
            ind(
                "Laureati occupati a un anno",
                ">= 70%",
                "71,5%",
                base="66,0%",
                scale=["≥ 70%", "67-69,9%", "64-66,9%", "< 64%"],
            ),
            "3",
            [held("ratio.target", ">= 70%", "71,5%")],
        ),
        university_row(
            "[[B.1.2|A.1.2]]",
            "A.1",
            "Offrire insegnamenti a distanza",
            "25%",
            "Registrazione delle lezioni",
            ind("Insegnamenti a distanza", "almeno 30", "33", base="18", scale=["30", "24", "18", "< 18"]),
            "3",
            [wrong("structure.code-parent", "A.1", "B.1.2"), held("ratio.target", "almeno 30", "33")],
        ),
        university_row(
            "C.2.1",
            "C.2",
            "Ridurre i tempi dei concorsi",
            "20%",
            "Commissioni costituite entro un mese dal bando",
            ind(
                "Giorni medi fra bando e graduatoria",
                "<= 120",
                "[[158|104]]",
                base="170",
                scale=["≤ 120", "121-140", "141-160", "> 160"],
            ),
            "3",
            [
                wrong("evaluation.full-score-on-missed-target", "<= 120", "158", also=["ratio.target"]),
                held("ratio.target", "<= 120", "104", only="twin"),
            ],
        ),
        university_row(
            "C.2.2",
            "C.2",
            "Contenere i consumi di energia",
            "20%",
            "Regolazione degli impianti",
            ind("Riduzione dei consumi", ">= 8%", "8%", base="3%", scale=["≥ 8%", "6-7,9%", "4-5,9%", "< 4%"]),
            "[[3,5|3]]",
            [wrong("evaluation.above-maximum", "3,5"), held("ratio.target", ">= 8%", "8%")],
        ),
    ],
}


def _foglio(code: str, title: str, weight: str, purpose: str, rows: list[Any], **more: Any) -> dict[str, Any]:
    made = sheet(
        None,
        title,
        weight,
        purpose,
        [[1, "Attività preparatorie", "01.02.2022", "31.05.2022"], [2, "Esecuzione", "01.06.2022", "31.12.2022"]],
        ind=rows,
        **more,
    )
    made["plan_references"] = [{"level": "operational", "code": code, "title": None}, *made["plan_references"]]
    return made


BORGO = {
    "name": "comune-borgoniello-2022",
    "layout": "M",
    "program": "reportlab",
    "issuer": "Comune di Borgoniello al Lago",
    "year": 2022,
    "title": "Relazione sulla performance anno 2022",
    "print": forms.sheet_m(2)
    | {"preface": ["Il Nucleo di Valutazione attribuisce a ogni obiettivo un punteggio su dieci."]},
    "audit": [wrong("ratio.weights", "35%", "25%", "30%", "20%")],
    "objectives": [
        _foglio(
            "01.01",
            "Sportello unico per i residenti",
            "[[35%|25%]]",
            "Riunire in un solo luogo anagrafe, tributi e scuola.",
            [ind("Apertura dello sportello", "entro il 30/09/2022", "[[02/12/2022|30/09/2022]]", w="100%", ach="100%")],
            state="Concluso",
            score="10/10",
            audit=[
                wrong(
                    "time.late",
                    "30/09/2022",
                    "02/12/2022",
                    also=["evaluation.full-score-on-missed-target", "ratio.target"],
                ),
                held("time.late", "30/09/2022", only="twin"),
            ],
        ),
        _foglio(
            "01.02",
            "Pulizia delle rive",
            "25%",
            "Tenere pulite le rive durante la stagione balneare.",
            [ind("Passaggi settimanali", "almeno 3", "4", w="100%", ach="100%")],
            state="Concluso",
            score="10/10",
            notes="[[L’obiettivo non è stato raggiunto.|L’obiettivo è stato raggiunto.]]",
            audit=[
                wrong("evaluation.score-against-outcome", "non è stato raggiunto", "10/10"),
                held("ratio.target", "almeno 3", "4"),
            ],
        ),
        _foglio(
            "02.01",
            "Nido estivo",
            "30%",
            "Garantire il servizio anche nel mese di agosto.",
            [
                ind("Bambini accolti", ">= 40", "43", w="60%", ach="100%"),
                ind("Gradimento", ">= 8 su 10", "8,6 su 10", w="40%", ach="100%"),
            ],
            state="Concluso",
            score="[[|9/10]]",
            audit=[wrong("evaluation.no-score", "Nido estivo"), held("ratio.target", ">= 40", "43")],
        ),
        _foglio(
            "02.02",
            "Biblioteca ragazzi",
            "20%",
            "Rinnovare il patrimonio e gli spazi.",
            [ind("Libri acquistati", "600", "450", w="100%", ach="[[95%|75%]]")],
            state="Parzialmente concluso",
            score="7,5/10",
            audit=[
                wrong("ratio.achievement", "600", "450", "95%"),
                held("ratio.achievement", "600", "450", "75%", only="twin"),
            ],
        ),
    ],
}

PESATURE = {
    "name": "provincia-terredelvento-2014",
    "layout": "N",
    "program": "chromium",
    "issuer": "Provincia delle Terre del Vento",
    "year": 2014,
    "title": "Relazione sulla Performance 2014",
    "print": forms.list_n(2, "100"),
    "audit": [
        wrong("ratio.weights", "18,5", "21,5", "30", "16", "24"),
        said("structure.missing-number", only="planted"),
    ],
    "objectives": [
        ob(number, title, weight=weight, print_weight=shown, refs=[("strategic", code)], audit=audit)
        for number, title, weight, shown, code, audit in (
            (1, "Percorribilità invernale delle strade di crinale", 18.5, "18,5", "VI1/A", []),
            (2, "Sicurezza sismica degli istituti superiori", 21.5, "21,5", "ED2/A", []),
            (3, "Riordino delle partecipazioni societarie", 20, "[[30|20]]", "FI1/C", []),
            (
                "[[3|4]]",
                "Vigilanza ittica e venatoria",
                16,
                "16",
                "AM3/B",
                [wrong("structure.repeated-number", "3", "3")],
            ),
            (5, "Sportelli per l’impiego nelle valli", 24, "24", "LA1/A", []),
        )
    ],
}

PIANO = {
    "name": "universita-montefiorito-2025",
    "layout": "O",
    "program": "reportlab",
    "issuer": "Università degli Studi di Montefiorito",
    "year": 2025,
    "title": "Piano della performance 2025",
    "kind": "plan",
    "print": forms.plan_o(2025, 1),
    "objectives": [
        ob(
            None,
            "Accogliere gli studenti da altri Paesi",
            refs=[("operational", "OB.3.1"), ("target", "R.A.3.1a"), ("target", "R.A.3.1b")],
            ind=[
                ind("Studenti in ingresso da atenei esteri", "almeno 450", base="380"),
                ind("Alloggi riservati agli studenti in ingresso", ">= 120", base="96"),
            ],
            print_actions=[
                "CAP3.PA.01 - Accordi di scambio, con l’arrivo di almeno [[400|450]] studenti da atenei esteri",
                "CAP3.PA.02 - Convenzioni per accrescere gli alloggi riservati, che nel 2024 erano [[81|96]]",
            ],
            audit=[
                wrong("target.differs", "almeno 450", "almeno 400"),
                wrong("target.baseline-differs", "96", "81"),
            ],
        ),
        ob(
            None,
            "Ridurre gli spostamenti in automobile",
            refs=[("operational", "OB.3.2"), ("target", "[[R.A.2.2a|R.A.3.2a]]")],
            ind=[ind("Quota di spostamenti in automobile", "<= 35%", base="43%")],
            print_actions=["CAP3.PA.03 - Abbonamenti agevolati e ricoveri per biciclette"],
            audit=[wrong("structure.code-parent", "OB.3.2", "R.A.2.2a")],
        ),
        ob(
            None,
            "Pubblicare i dati della ricerca",
            refs=[("operational", "OB.4.1"), ("target", "R.A.4.1a")],
            ind=[ind("Dipartimenti con un piano dei dati", "12 su 12", base="5 su 12")],
            print_actions=["CAP4.PA.01 - Formazione dei referenti di dipartimento"],
        ),
    ],
}

CONSORZIO = {
    "name": "consorzio-acquebasse-2023",
    "layout": "S",
    "program": "libreoffice",
    "issuer": "Consorzio di Bonifica delle Acque Basse",
    "year": 2023,
    "title": "Relazione sulla performance dell’anno 2023",
    "print": forms.card_s(2023, 2)
    | {"intro": ["La percentuale di realizzazione è il rapporto fra consuntivo e target, fino a un massimo di 100."]},
    "objectives": [
        card(
            1,
            ("1.1", "1.1.1"),
            "Espurgare i canali",
            "30%",
            "L’espurgo riguarda i tratti segnalati dai guardiani.",
            [
                ind(
                    "Chilometri espurgati",
                    ">= 80",
                    "[[64|86]]",
                    formula="Somma dei km",
                    w="100%",
                    base="71",
                    ach="100%",
                )
            ],
            "100%",
            "100/100",
            audit=[
                wrong(
                    "evaluation.full-score-on-missed-target",
                    ">= 80",
                    "64",
                    "100/100",
                    also=["ratio.target", "ratio.achievement"],
                ),
                held("ratio.target", ">= 80", "86", only="twin"),
            ],
        ),
        card(
            2,
            ("1.1", "1.1.2"),
            "Rinnovare gli impianti idrovori",
            "30%",
            "Sono interessati gli impianti costruiti prima della guerra.",
            [ind("Pompe sostituite", "6", "6", formula="Conteggio", w="100%", base="4", ach="100%")],
            "100%",
            "100/100",
            notes="Delle [[5|6]] pompe sostituite, 4 sono state finanziate dalla Regione e 2 dal Consorzio.",
            audit=[
                wrong("ratio.parts", "5", "4", "2", also=["ratio.target"]),
                held("ratio.parts", "6", "4", "2", only="twin"),
            ],
        ),
        card(
            3,
            ("1.2", "1.2.1"),
            "Distribuire l’acqua irrigua",
            "20%",
            "I turni sono pubblicati all’inizio della stagione.",
            [
                ind(
                    "Domande soddisfatte / domande",
                    ">= 90%",
                    "95%",
                    formula="Registro delle domande",
                    w="100%",
                    base="91%",
                    ach="100%",
                )
            ],
            "100%",
            "100/100",
            notes="Domande soddisfatte n. 1.140 su n. [[1.520|1.200]].",
            audit=[
                wrong("ratio.percentage", "1.140", "1.520", "95%"),
                held("ratio.percentage", "1.140", "1.200", "95%", only="twin"),
            ],
        ),
        card(
            4,
            ("1.2", "1.2.2"),
            "Completare il catasto delle utenze",
            "20%",
            "Il catasto raccoglie le utenze di cinque comuni.",
            [ind("Comuni censiti", "5", "5", formula="Conteggio", w="100%", base="2", ach="100%")],
            "100%",
            "95/100",
            notes="[[Il punteggio tiene conto della sola parte di attività valutabile; la verifica delle tariffe non è stata esaminata.|Le verifiche sul campo sono state svolte dai tecnici del Consorzio.]]",
            audit=[wrong("evaluation.partial-score", "95/100", "sola parte")],
        ),
    ],
}

GRIGLIA = {
    "name": "cciaa-costadeimiti-2022",
    "layout": "T",
    "program": "chromium",
    "issuer": "Camera di Commercio della Costa dei Miti",
    "year": 2022,
    "title": "Relazione sulla performance 2022 - Obiettivi operativi",
    "print": forms.grid_t(2022, 2)
    | {"intro": ["La percentuale di raggiungimento è il rapporto fra valore raggiunto e target, fino a 100."]},
    "audit": [wrong("ratio.weights", "30", "20", "25", "15"), held("ratio.weights", "30", "20", "25", only="twin")],
    "objectives": [
        wide_row(
            ("A", "Imprese e mercati"),
            "A.1.1",
            "Accompagnare le imprese nella transizione digitale",
            "30",
            [
                ind("Imprese assistite", "250", "200", w="50", base="190", ach="[[98%|80%]]"),
                ind("Voucher concessi", ">= 60", "63", w="50", base="48", ach="100%"),
            ],
            audit=[
                wrong("ratio.achievement", "250", "200", "98%"),
                held("ratio.achievement", "250", "200", "80%", only="twin"),
            ],
        ),
        wide_row(
            ("A", "Imprese e mercati"),
            "A.1.2",
            "Promuovere il turismo lento",
            "20",
            [ind("Itinerari pubblicati", "8", "[[-|8]]", w="100", base="3", ach="[[-|100%]]")],
            audit=[wrong("target.unanswered", "8"), held("ratio.target", "8", only="twin")],
        ),
        wide_row(
            ("B", "Servizi interni"),
            "[[C.1.1|B.1.1]]",
            "Pagare i fornitori in anticipo sulle scadenze",
            "25",
            [ind("Giorni medi rispetto alla scadenza", "<= -5", "-7", w="100", base="-4", ach="100%")],
            audit=[wrong("structure.code-parent", "B", "C.1.1")],
        ),
        wide_row(
            ("B", "Servizi interni"),
            "B.1.2",
            "Formare il personale",
            "[[15|25]]",
            [ind("Dipendenti formati / dipendenti", ">= 80%", "90%", w="100", base="76%", ach="100%")],
            notes="Hanno seguito i corsi 54 dipendenti su [[72|60]].",
            audit=[
                wrong("ratio.percentage", "54", "72", "90%"),
                held("ratio.percentage", "54", "60", "90%", only="twin"),
            ],
        ),
    ],
}

REPORTS = [CASTELMURO, COLTURE, PONTI, LAGUNA, CRUSCOTTO, OSPEDALE, ATENEO, BORGO, PESATURE, PIANO, CONSORZIO, GRIGLIA]
for _one in REPORTS:
    _one.setdefault("kind", "report")
