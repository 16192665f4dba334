# ruff: noqa: E501
"""Reports in which nothing is wrong though much looks so."""

from corpus.contradictions import forms
from corpus.contradictions.author import held, ind, ob, said
from corpus.contradictions.rows import card

VALLEGRISA = {
    "name": "cciaa-vallegrisa-2018",
    "layout": "A",
    "program": "text",
    "issuer": "CCIAA di Vallegrisa",
    "year": 2018,
    "title": "Relazione sulla Performance 2018",
    "kind": "report",
    "clean": True,
    "print": forms.narrative(2, "Valutazione O.I.V.: {score}/100"),
    "objectives": [
        ob(
            1,
            "Iscrizione delle imprese artigiane",
            refs=[("strategic", "B01", "Anagrafe"), ("operational", "B01.01", "Albo artigiani")],
            action="mantenimento",
            description="Le domande di iscrizione sono esaminate in ordine di arrivo; si attendeva una quota di evase nei termini "
            "non inferiore a un terzo.",
            expected_benefits="minore attesa per gli artigiani",
            indicator="domande evase in cinque giorni/domande presentate",
            results="sono state evase in cinque giorni 97 domande su 291, un terzo esatto (33,3%).",
            points=90,
            audit=[held("ratio.percentage", "97", "291", "33,3%")],
        ),
        ob(
            2,
            "Ritardo nei pagamenti",
            refs=[("strategic", "B02", "Amministrazione"), ("operational", "B02.01", "Pagare puntualmente")],
            action="efficienza di un processo esistente",
            description="L’indicatore di tempestività doveva risultare inferiore a zero, cioè con pagamenti anteriori alla scadenza.",
            expected_benefits="liquidità per i fornitori",
            indicator="indicatore di tempestività dei pagamenti (target: < 0)",
            results="l’indicatore di tempestività è risultato pari a -8,2 giorni (era -3,1 nel 2017).",
            points=100,
        ),
        ob(
            3,
            "Eventi per la promozione dell’olio",
            refs=[("strategic", "B03", "Promozione"), ("operational", "B03.01", "Produzioni tipiche")],
            action="nuova azione",
            description="Era prevista la partecipazione di 25 produttori a una sola manifestazione.",
            expected_benefits="notorietà delle produzioni locali",
            indicator="n. produttori partecipanti/n. produttori previsti",
            results="hanno partecipato 30 produttori a fronte dei 25 previsti (120%), tra cui 12 del consorzio di tutela.",
            points=100,
            audit=[held("ratio.percentage", "30", "25", "120%")],
        ),
        ob(
            4,
            "Sportello etichettatura",
            refs=[("strategic", "B03", "Promozione"), ("operational", "B03.02", "Assistenza alle imprese")],
            action="nuova azione",
            description="Lo sportello, istituito con la convenzione firmata il 20 dicembre 2017, doveva aprire entro il mese di maggio "
            "2018.",
            expected_benefits="etichette conformi",
            indicator="data di apertura dello sportello",
            results="lo sportello ha aperto il 31 maggio 2018 e ha risposto a 58 quesiti.",
            points=100,
            audit=[held("time.late", "maggio 2018", "31 maggio 2018")],
        ),
        ob(
            5,
            "Conciliazioni tra imprese e consumatori",
            refs=[("strategic", "B04", "Regolazione"), ("operational", "B04.01", "Giustizia alternativa")],
            action="mantenimento",
            description="Nel 2017 erano state depositate 84 domande; al 30/06/2018 ne risultavano 51.",
            expected_benefits="minor contenzioso",
            indicator="n. domande depositate (target: > 84)",
            results="rispetto alle 84 del 2017, le domande depositate sono state 103, di cui 61 relative alla telefonia e 42 all’energia.",
            points=100,
            audit=[held("ratio.parts", "103", "61", "42"), held("ratio.target", "84", "103")],
        ),
        ob(
            6,
            "Diffusione del cassetto digitale",
            refs=[("strategic", "B01", "Anagrafe"), ("operational", "B01.02", "Servizi digitali")],
            action="nuova azione",
            description="Si intendeva rilasciare almeno mille credenziali. L’obiettivo è stato rimodulato a luglio, portando a 800 il numero "
            "delle credenziali atteso.",
            expected_benefits="accesso gratuito ai documenti dell’impresa",
            indicator="n. credenziali rilasciate (target rimodulato: almeno 800)",
            results="sono state rilasciate 846 credenziali.",
            points=95,
            audit=[held("ratio.target", "800", "846"), said("target.differs", severity=["notice"])],
        ),
        ob(
            7,
            "Fusione con la Camera confinante",
            status="cancelled",
            status_note="Obiettivo annullato a seguito della sentenza del giudice amministrativo",
            refs=[("strategic", "B02", "Amministrazione"), ("operational", "B02.02", "Accorpamento")],
            action="nuova azione",
            description="L’accorpamento era disposto dal decreto ministeriale, poi annullato.",
            expected_benefits="economie di scala",
            indicator="costituzione della nuova Camera (SI/NO)",
            audit=[said("evaluation.without-score", "annullato"), said("structure.missing-section")],
        ),
        ob(
            8,
            "Abbonamenti alla banca dati",
            refs=[("strategic", "B02", "Amministrazione"), ("operational", "B02.03", "Entrate")],
            action="mantenimento",
            description="La quota di rinnovi attesa era del 75%.",
            expected_benefits="stabilità delle entrate",
            indicator="rinnovi/abbonamenti in scadenza (target: 75%)",
            results="sono stati rinnovati 140 abbonamenti su 200, pari al 70%; l’obiettivo non è stato raggiunto.",
            points=60,
            audit=[
                held("ratio.percentage", "140", "200", "70%"),
                said("ratio.target", "75%", "70%", severity=["notice"]),
            ],
        ),
    ],
}

MUSEI = {
    "name": "istituto-museidiffusi-2022",
    "layout": "S",
    "program": "reportlab",
    "issuer": "Istituto dei Musei Diffusi",
    "year": 2022,
    "title": "Relazione sulla performance 2022",
    "kind": "report",
    "clean": True,
    "print": forms.card_s(2022, 1)
    | {
        "intro": [
            "La percentuale di realizzazione è il rapporto fra consuntivo e target, fino a 100. L’OIV esprime un voto in decimi."
        ]
    },
    "objectives": [
        card(
            number,
            (code[:3], code),
            title,
            weight,
            what,
            rows,
            ach,
            score,
            notes=notes,
            audit=audit,
        )
        for number, code, title, weight, what, rows, ach, score, notes, audit in (
            (
                1,
                "A01.01",
                "Aumentare i visitatori",
                "25%",
                "Il traguardo è fissato in 60.000 visitatori nei nove musei.",
                [
                    ind(
                        "Visitatori",
                        "60.000",
                        "72.000",
                        formula="Biglietti emessi",
                        w="100%",
                        base="41.000",
                        ach="100%",
                    )
                ],
                "100%",
                "10/10",
                "Dei 72.000 visitatori, 21.000 sono minori.",
                [held("ratio.target", "60.000", "72.000")],
            ),
            (
                2,
                "A01.02",
                "Rinnovare le didascalie",
                "25%",
                "Le didascalie sono riscritte in lingua semplice.",
                [
                    ind(
                        "Sale con nuove didascalie / sale",
                        "75%",
                        "66,7%",
                        formula="Sale / sale",
                        w="100%",
                        base="50%",
                        ach="88,9%",
                    )
                ],
                "88,9%",
                "8,5/10",
                "Rinnovate 36 sale su 54; le altre sono chiuse per lavori.",
                [held("ratio.percentage", "36", "54", "66,7%"), held("ratio.achievement", "75%", "66,7%", "88,9%")],
            ),
            (
                3,
                "A02.01",
                "Contenere le giornate di chiusura",
                "20%",
                "Un valore minore è migliore.",
                [
                    ind(
                        "Giornate di chiusura non programmata",
                        "<= 12",
                        "3",
                        formula="Conteggio",
                        w="100%",
                        base="19",
                        ach="100%",
                    )
                ],
                "100%",
                "10/10",
                "",
                [held("ratio.target", "<= 12", "3")],
            ),
            (
                4,
                "A02.02",
                "Consegnare i depositi restaurati",
                "20%",
                "La consegna è attesa per la fine di settembre.",
                [
                    ind(
                        "Consegna dei depositi",
                        "30/09/2022",
                        "29/09/2022",
                        formula="Verbale di consegna",
                        w="100%",
                        ach="100%",
                    )
                ],
                "100%",
                "9/10",
                "",
                [held("time.late", "30/09/2022", "29/09/2022")],
            ),
            (
                5,
                "A02.03",
                "Aprire il museo della lana",
                "10%",
                "L’apertura dipende dal Comune proprietario.",
                [ind("Apertura del museo", "SI", "-", formula="SI/NO", w="100%", ach="-")],
                "-",
                "-",
                "Obiettivo rinviato al 2023: l’edificio non è stato consegnato. Non valutabile.",
                [said("evaluation.without-score", "rinviato"), said("target.unanswered", severity=["notice"])],
            ),
        )
    ],
}

REPORTS = [VALLEGRISA, MUSEI]
