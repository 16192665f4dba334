# ruff: noqa: E501
"""Three reports in tables: cards of a chamber, sheets of a ministry's portal, the table of an academy."""

from typing import Any

from corpus.contradictions import forms
from corpus.contradictions.author import held, ind, ob, wrong
from corpus.contradictions.rows import card

SPINALBA = {
    "name": "camera-spinalba-2018",
    "layout": "S",
    "program": "chromium",
    "issuer": "Camera di Commercio di Spinalba",
    "year": 2018,
    "title": "Relazione sulla performance 2018 - Schede obiettivo",
    "print": forms.card_s(2018, 1)
    | {
        "intro": [
            "Il grado di realizzazione è il rapporto tra consuntivo e target e non supera il 100%. L’OIV valuta ogni obiettivo in centesimi; i pesi degli obiettivi sommano a 100%."
        ]
    },
    "objectives": [
        card(
            1,
            ("K1", "K1.01"),
            "Evasione rapida delle pratiche telematiche",
            "30%",
            "Mantenere il tempo di evasione nei limiti della carta dei servizi.",
            [
                ind(
                    "Pratiche evase entro cinque giorni",
                    "≥ 85%",
                    "88%",
                    formula="Pratiche evase entro cinque giorni / pratiche pervenute",
                    w="100%",
                    base="81%",
                    ach="100%",
                )
            ],
            "100%",
            "100/100",
            notes="Delle 2.100 pratiche pervenute ne sono state evase entro cinque giorni 1.848, ossia l’[[84|88]]%.",
            audit=[
                wrong("ratio.percentage", "2.100", "1.848", "84%"),
                held("ratio.percentage", "2.100", "1.848", "88%", only="twin"),
                held("ratio.target", "85%", "88%"),
            ],
        ),
        card(
            2,
            ("K1", "K1.02"),
            "Corsi per aspiranti imprenditori",
            "25%",
            "Accompagnare chi vuole aprire un’attività con lezioni gratuite.",
            [
                ind(
                    "Partecipanti ai corsi",
                    "120",
                    "96",
                    formula="Conteggio degli iscritti presenti",
                    w="100%",
                    base="104",
                    ach="[[90|80]]%",
                )
            ],
            "[[90|80]]%",
            "80/100",
            audit=[
                wrong("ratio.achievement", "120", "96", "90%"),
                held("ratio.achievement", "120", "96", "80%", only="twin"),
            ],
        ),
        card(
            3,
            ("K2", "K2.01"),
            "Vetrina dei prodotti di montagna",
            "25%",
            "Dare visibilità ai produttori con una vetrina permanente.",
            [
                ind(
                    "Produttori ospitati",
                    "≥ 60",
                    "66",
                    formula="Conteggio dei produttori",
                    w="100%",
                    base="58",
                    ach="100%",
                )
            ],
            "100%",
            "[[115/100|97/100]]",
            audit=[wrong("evaluation.above-maximum", "115"), held("ratio.target", "60", "66")],
        ),
        card(
            4,
            ("K2", "K2.02"),
            "Assistenza alla fatturazione elettronica",
            "[[35|20]]%",
            "Nel 2017 le imprese assistite erano 47; lo sportello apre ora due mattine in più.",
            [
                ind(
                    "Imprese assistite",
                    "≥ 55",
                    "71",
                    formula="Conteggio delle imprese",
                    w="100%",
                    base="[[41|47]]",
                    ach="100%",
                )
            ],
            "100%",
            "100/100",
            audit=[
                wrong("target.baseline-differs", "41", "47"),
                held("target.baseline-differs", "47", only="twin"),
            ],
        ),
    ],
    "audit": [
        wrong("ratio.weights", "30%", "25%", "35%"),
        held("ratio.weights", "30%", "25%", "20%", only="twin"),
    ],
}


def _portal(code: str, title: str, weight: str, what: str, rows: list[Any], **more: Any) -> dict[str, Any]:
    """An objective of layout D."""
    refs = [
        ("operational", code),
        ("area", "18", "Tutela del territorio"),
        ("programme", "18.4", "Lagune, stagni e paludi"),
    ]
    return ob(None, title, refs=refs, weight=weight, print_weight=weight, description=what, ind=rows, **more)


ZONEUMIDE = {
    "name": "ministero-zoneumide-2021",
    "layout": "D",
    "program": "reportlab",
    "issuer": "Ministero delle Zone Umide",
    "year": 2021,
    "title": "Relazione sulla performance 2021 - Schede degli obiettivi",
    "print": forms.sheet_d(2021, 1),
    "objectives": [
        _portal(
            "ZU.1",
            "Emanazione del decreto sulle aree di sosta degli uccelli",
            "40%",
            "Il decreto individua le aree e ne disciplina l’accesso.",
            [
                ind(
                    "Invio dello schema di decreto alla firma",
                    "entro il 30/06/2021",
                    "[[22/10|22/06]]/2021",
                    unit="data",
                    formula="Data di invio",
                    w="100%",
                    base="n.d.",
                    ach="100%",
                )
            ],
            audit=[
                wrong(
                    "time.late",
                    "30/06/2021",
                    "22/10/2021",
                    also=["evaluation.full-score-on-missed-target", "ratio.achievement", "ratio.target"],
                ),
                held("time.late", "30/06/2021", "22/06/2021", only="twin"),
            ],
        ),
        _portal(
            "ZU.2",
            "Monitoraggio della qualità delle acque lagunari",
            "20%",
            "Le stazioni trasmettono i dati ogni ora.",
            [
                ind(
                    "Stazioni in funzione",
                    "≥ 24",
                    "26",
                    unit="numero",
                    formula="Conteggio delle stazioni",
                    w="70%",
                    base="21",
                    ach="100%",
                ),
                ind(
                    "Bollettini pubblicati",
                    "12",
                    "12",
                    unit="numero",
                    formula="Conteggio dei bollettini",
                    w="[[45|30]]%",
                    base="12",
                    ach="100%",
                ),
            ],
            audit=[
                wrong("ratio.weights", "70%", "45%"),
                held("ratio.weights", "70%", "30%", only="twin"),
                held("ratio.target", "24", "26"),
            ],
        ),
        _portal(
            "ZU.3",
            "Progetti di ripristino dei canneti",
            "20%",
            "I progetti sono proposti dai comuni rivieraschi.",
            [
                ind(
                    "Progetti finanziati",
                    "≥ 15",
                    "18",
                    unit="numero",
                    formula="Conteggio dei progetti",
                    w="100%",
                    base="13",
                    ach="100%",
                )
            ],
            notes="Progetti finanziati: 18, di cui 11 sulla costa e [[9|7]] nell’interno.",
            audit=[
                wrong("ratio.parts", "18", "11", "9"),
                held("ratio.parts", "18", "11", "7", only="twin"),
            ],
        ),
        _portal(
            "ZU.4",
            "Ispezioni negli impianti di acquacoltura",
            "20%",
            "Le ispezioni sono svolte insieme alle capitanerie.",
            [
                ind(
                    "Ispezioni svolte",
                    "≥ 300",
                    "[[264|312]]",
                    unit="numero",
                    formula="Conteggio dei verbali",
                    w="100%",
                    base="287",
                    ach="100%",
                )
            ],
            audit=[
                wrong(
                    "ratio.achievement",
                    "300",
                    "264",
                    "100%",
                    also=["ratio.target", "evaluation.full-score-on-missed-target"],
                ),
                held("ratio.target", "300", "312", only="twin"),
            ],
        ),
    ],
}


def _aim(codes: tuple[str, str], title: str, weight: str, do: str, one: Any, score: str, **more: Any) -> dict[str, Any]:
    """An objective of layout L, with notes."""
    refs = [("strategic", codes[0]), ("operational", codes[1])]
    return ob(
        None,
        title,
        refs=refs,
        weight=weight,
        print_weight=weight,
        description=do,
        ind=[one],
        score=score,
        **more,
    )


RUPECHIARA = {
    "name": "accademia-rupechiara-2020",
    "layout": "L",
    "program": "libreoffice",
    "issuer": "Accademia Universitaria di Rupechiara",
    "year": 2020,
    "title": "Performance 2020: risultati degli obiettivi organizzativi",
    "print": forms.university_l(2),
    "objectives": [
        _aim(
            ("A.1", "A.1.1"),
            "Prestiti di attrezzature agli studenti",
            "30",
            "Acquisto di portatili; regole di prestito",
            ind(
                "% richieste accolte",
                "≥ 90%",
                "93%",
                base="84%",
                scale=["≥ 90%", "da 80% a 89%", "da 70% a 79%", "< 70%"],
            ),
            "[[4|3]]",
            audit=[wrong("evaluation.above-maximum", "4"), held("ratio.target", "90%", "93%")],
        ),
        _aim(
            ("[[A.2|A.1]]", "A.1.2"),
            "Aule con registrazione delle lezioni",
            "20",
            "Gara per gli impianti; posa in opera",
            ind("N. aule attrezzate", "≥ 40", "36", base="12", scale=["≥ 40", "da 30 a 39", "da 20 a 29", "< 20"]),
            "2",
            audit=[wrong("structure.code-parent", "A.2", "A.1.2")],
        ),
        _aim(
            ("A.2", "A.2.1"),
            "Nuovo catalogo dei manoscritti",
            "20",
            "Migrazione dei dati; prova con gli studiosi",
            ind("Catalogo in linea (SI/NO)", "SI", "[[NO|SI]]", base="NO", scale=["SI", "-", "-", "NO"]),
            "3",
            notes="[[Obiettivo non raggiunto: migrazione dei dati interrotta|Obiettivo raggiunto: migrazione dei dati conclusa]]",
            audit=[
                wrong(
                    "evaluation.score-against-outcome",
                    "non raggiunto",
                    "3",
                    also=["evaluation.full-score-on-missed-target", "ratio.target"],
                ),
                held("ratio.target", "SI", only="twin"),
            ],
        ),
        _aim(
            ("A.2", "A.2.2"),
            "Restauro dei volumi a stampa",
            "15",
            "Scelta dei volumi; affidamento al laboratorio",
            ind("N. volumi restaurati", "≥ 25", "22", base="19", scale=["≥ 25", "da 20 a 24", "da 15 a 19", "< 15"]),
            "[[|2]]",
            audit=[wrong("evaluation.no-score", also=["evaluation.without-score"])],
        ),
        _aim(
            ("A.3", "A.3.1"),
            "Pagamento puntuale dei fornitori",
            "15",
            "Controllo settimanale delle fatture in scadenza",
            ind(
                "Giorni medi di pagamento", "≤ 28", "24", base="31", scale=["≤ 28", "da 29 a 30", "da 31 a 33", "> 33"]
            ),
            "3",
            notes="Controllo svolto anche in agosto",
            audit=[held("ratio.target", "28", "24")],
        ),
    ],
}

REPORTS = [SPINALBA, ZONEUMIDE, RUPECHIARA]
