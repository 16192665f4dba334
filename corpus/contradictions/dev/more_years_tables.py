# ruff: noqa: E501
"""Pairs told in tables: a chamber, a ministry, a university, a hospital, a port."""

from typing import Any

from corpus.contradictions import forms
from corpus.contradictions.author import held, ind, ob, wrong
from corpus.contradictions.rows import at, university_row, wide_row


def _collefiorito(year: int, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"camera-collefiorito-{year}",
        "layout": "H",
        "program": "reportlab",
        "issuer": "Camera di Commercio di Collefiorito",
        "year": year,
        "title": f"Relazione sulla performance {year}",
        "kind": "report",
        "print": forms.scorecard_h(year, 1)
        | {
            "preface": [
                "La realizzazione è il rapporto fra risultato e valore atteso (l’inverso dove il valore deve scendere), anche oltre il cento per cento."
            ]
        },
        "objectives": list(objectives),
    }


def _line(strategic: tuple[str, str], code: str, title: str, **row: Any) -> dict[str, Any]:
    text, target, result, only = row.pop("text"), row.pop("target"), row.pop("result"), row.pop("only", "")
    one = ind(text, target, result, w="100%", **row)
    return ob(None, title, refs=[("strategic", *strategic), ("operational", code)], ind=[one], only=only)


IMPRESE = ("1.1", "Imprese e mercati")
SERVIZI = ("2.1", "Servizi e tempi")

COLLEFIORITO_2019 = _collefiorito(
    2019,
    _line(
        IMPRESE,
        "1.11",
        "Sostenere le vendite all’estero",
        text="Imprese iscritte al portale delle esportazioni",
        kind="Efficacia",
        early="120",
        base="148",
        result="163",
        target="150",
        ach="109%",
    ),
    _line(
        IMPRESE,
        "1.12",
        "Avvicinare gli studenti al lavoro",
        text="Studenti ospitati nelle aziende",
        kind="Efficacia",
        early="360",
        base="402",
        result="415",
        target="500",
        ach="83%",
    ),
    _line(
        SERVIZI,
        "2.11",
        "Evadere con puntualità le pratiche del Registro",
        text="Quota di pratiche evase entro 5 giorni",
        kind="Qualità",
        early="76,0%",
        base="79,0%",
        result="84,0%",
        target="80,0%",
        ach="105%",
    ),
    _line(
        SERVIZI,
        "2.12",
        "Comporre le liti senza tribunale",
        text="Mediazioni avviate",
        kind="Efficacia",
        early="51",
        base="57",
        result="63",
        target="60",
        ach="105%",
    ),
    _line(
        SERVIZI,
        "2.13",
        "Pagare presto i fornitori",
        text="Giorni medi di pagamento",
        kind="Qualità",
        early="39",
        base="36",
        result="33",
        target="<= 30",
        ach="91%",
    ),
) | {"first": True}

COLLEFIORITO_2020 = _collefiorito(
    2020,
    _line(
        IMPRESE,
        "1.11",
        "Sostenere le vendite all’estero",
        text="Imprese iscritte al portale delle esportazioni",
        kind="Efficacia",
        early="[[139|148]]",
        base="163",
        result="171",
        target="165",
        ach="104%",
    ),
    _line(
        IMPRESE,
        "1.12",
        "Avvicinare gli studenti al mondo del lavoro",
        text="Studenti ospitati nelle aziende",
        kind="Efficacia",
        early="402",
        base="415",
        result="[[430|530]]",
        target="[[420|520]]",
        ach="102%",
    ),
    _line(
        SERVIZI,
        "2.11",
        "Evadere con puntualità le pratiche del Registro",
        text="Quota di pratiche evase entro 5 giorni",
        kind="Qualità",
        early="[[0,79|79,0%]]",
        base="[[0,84|84,0%]]",
        result="[[0,86|86,0%]]",
        target="[[0,85|85,0%]]",
        ach="101%",
    ),
    _line(
        SERVIZI,
        "2.12",
        "Comporre le liti senza tribunale",
        text="Mediazioni avviate",
        kind="Efficacia",
        early="57",
        base="63",
        result="66",
        target="65",
        ach="102%",
        only="twin",
    ),
    _line(
        SERVIZI,
        "2.13",
        "Pagare presto i fornitori",
        text="Giorni medi di pagamento",
        kind="Qualità",
        early="36",
        base="33",
        result="27",
        target="<= 28",
        ach="104%",
    ),
)

COLLEFIORITO = {
    "name": "years-collefiorito",
    "layout": "H",
    "first": "camera-collefiorito-2019",
    "second": "camera-collefiorito-2020",
    "audit": [
        at(None, "Sostenere le vendite all’estero", wrong("years.restated", "148", "139")),
        at(None, "Sostenere le vendite all’estero", held("years.restated", "148", only="twin")),
        at(None, "Avvicinare gli studenti al mondo del lavoro", wrong("years.target-lowered", "500", "415", "420")),
        at(
            None,
            "Evadere con puntualità le pratiche del Registro",
            wrong("years.series-break", "84,0%", "0,84 || 0,86"),
        ),
        at(
            None,
            "Comporre le liti senza tribunale",
            wrong("years.objective-gone", "Comporre le liti senza tribunale"),
        ),
        at(None, "Pagare presto i fornitori", held("years.restated", "33")),
    ],
}


def _strade(year: int, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"ministero-stradebianche-{year}",
        "layout": "D",
        "program": "reportlab",
        "issuer": "Ministero delle Strade Bianche",
        "year": year,
        "title": f"Relazione sulla performance {year}",
        "kind": "report",
        "print": forms.sheet_d(year, 1)
        | {
            "preface": [
                "La percentuale di raggiungimento è il rapporto fra consuntivo e target, o l’inverso se il valore deve diminuire; non supera 100."
            ]
        },
        "objectives": list(objectives),
    }


def _portal(
    code: str, title: str, what: str, row: tuple[str, str, str, str, str, str], notes: str = "", **more: Any
) -> dict[str, Any]:
    """One sheet of the ministry: `row` is indicator, unit, value of the year before, target, result, achievement."""
    text, unit, base, target, result, ach = row
    refs = [("operational", code), ("area", "08", "Strade"), ("programme", "08.2", "Rete storica")]
    one = ind(text, target, result, unit=unit, w="100", base=base, ach=ach, formula="Rilevazione interna")
    return ob(None, title, refs=refs, weight=25, description=what, ind=[one], notes=notes, **more)


STRADE_2020 = _strade(
    2020,
    _portal(
        "SB.01",
        "Ripristinare la rete storica",
        "Cantieri affidati alle imprese locali.",
        ("Chilometri ripristinati", "km", "171", "180", "196", "100%"),
    ),
    _portal(
        "SB.02",
        "Snellire le autorizzazioni al transito",
        "Un solo ufficio riceve le domande dei trasportatori.",
        ("Tempo medio di rilascio", "giorni", "57", "<= 40", "52", "77%"),
        "Il target non è stato raggiunto per l’arretrato ereditato dagli uffici soppressi.",
    ),
    _portal(
        "SB.03",
        "Formare i cantonieri",
        "Corsi nelle scuole di mestiere.",
        ("Formazione per addetto", "ore", "20", "22", "24", "100%"),
    ),
    _portal(
        "SB.04",
        "Censire i ponti in pietra",
        "Ogni ponte ha la sua scheda.",
        ("Ponti censiti", "numero", "980", "1.200", "1.240", "100%"),
    ),
) | {"first": True}

STRADE_2021 = _strade(
    2021,
    _portal(
        "SB.01",
        "Ripristinare la rete storica",
        "Cantieri affidati alle imprese locali, anche con fondi europei.",
        ("Chilometri ripristinati", "km", "[[169|196]]", "200", "205", "100%"),
    ),
    _portal(
        "SB.02",
        "Snellire le autorizzazioni al transito",
        "Le domande si presentano ora in rete.",
        ("Tempo medio di rilascio", "giorni", "52", "[[<= 55|<= 38]]", "[[53|37]]", "100%"),
    ),
    _portal(
        "SB.03",
        "Formare i cantonieri e i capisquadra",
        "Corsi nelle scuole di mestiere.",
        ("Formazione per addetto", "[[giornate|ore]]", "[[3|24]]", "[[3|24]]", "[[3,5|26]]", "100%"),
    ),
    _portal(
        "SB.04",
        "Censire i ponti in pietra",
        "Ogni ponte ha la sua scheda, consultabile in rete.",
        ("Ponti censiti", "numero", "1.198", "1.300", "1.322", "100%"),
        "[[Le schede sono corredate di fotografie.|Il consuntivo 2020, indicato in 1.240 nella relazione precedente, è rettificato in 1.198: "
        "quarantadue manufatti erano stati contati due volte.]]",
    ),
)

STRADE = {
    "name": "years-stradebianche",
    "layout": "D",
    "first": "ministero-stradebianche-2020",
    "second": "ministero-stradebianche-2021",
    "audit": [
        at(None, "Ripristinare la rete storica", wrong("years.restated", "196", "169")),
        at(None, "Ripristinare la rete storica", held("years.restated", "196", only="twin")),
        at(None, "Snellire le autorizzazioni al transito", wrong("years.target-lowered", "<= 40", "52", "<= 55")),
        at(
            None,
            "Formare i cantonieri e i capisquadra",
            wrong("years.series-break", "24 || ore", "3 || giornate || 3,5"),
        ),
        at(None, "Censire i ponti in pietra", wrong("years.restated", "1.240", "1.198")),
    ],
}


def _valdombra(year: int, intro: str, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"universita-valdombra-{year}",
        "layout": "L",
        "program": "reportlab",
        "issuer": "Università degli Studi di Valdombra",
        "year": year,
        "title": f"Relazione integrata sulla performance {year}",
        "kind": "report",
        "print": forms.university_l(2) | {"intro": [intro]},
        "objectives": list(objectives),
    }


VALDOMBRA_2017 = _valdombra(
    2017,
    "Il punteggio va da 0 a 3, secondo le fasce di risultato.",
    university_row(
        "A.1.1",
        "A.1",
        "Contenere gli abbandoni al primo anno",
        "30%",
        "Tutorato tra pari",
        ind("Tasso di abbandono", "≤ 12%", "12,9%", base="14,2%", scale=["≤ 12%", "12,1-13%", "13,1-14%", "> 14%"]),
        "2",
        [],
    ),
    university_row(
        "A.1.2",
        "A.1",
        "Accrescere i crediti conseguiti all’estero",
        "25%",
        "Nuovi accordi con atenei stranieri",
        ind(
            "Crediti conseguiti all’estero",
            "≥ 5.000",
            "4.310",
            base="4.120",
            scale=["≥ 5.000", "4.500-4.999", "4.200-4.499", "< 4.200"],
        ),
        "1",
        [],
    ),
    university_row(
        "B.1.1",
        "B.1",
        "Assistere gli studenti con disabilità",
        "25%",
        "Tutor specializzati in ogni polo",
        ind(
            "Ore di tutorato specializzato",
            "≥ 1.400",
            "1.450",
            base="1.210",
            scale=["≥ 1.400", "1.300-1.399", "1.200-1.299", "< 1.200"],
        ),
        "3",
        [],
    ),
    university_row(
        "B.1.2",
        "B.1",
        "Digitalizzare i libretti cartacei",
        "20%",
        "Scansione e collaudo",
        ind("Libretti digitalizzati", "≥ 90%", "93%", base="40%", scale=["≥ 90%", "80-89%", "70-79%", "< 70%"]),
        "3",
        [],
    ),
) | {"first": True}

VALDOMBRA_2018 = _valdombra(
    2018,
    "Il punteggio va da 0 a 3, secondo le fasce di risultato.[[| L’obiettivo B.1.2 del 2017 (Digitalizzare i libretti cartacei), "
    "ormai concluso, non è riproposto.]]",
    university_row(
        "A.1.1",
        "A.1",
        "Contenere gli abbandoni tra primo e secondo anno",
        "30%",
        "Tutorato tra pari e colloqui",
        ind(
            "Tasso di abbandono",
            "≤ 11,5%",
            "11,2%",
            base="[[13,6%|12,9%]]",
            scale=["≤ 11,5%", "11,6-12,5%", "12,6-13,5%", "> 13,5%"],
        ),
        "3",
        [],
    ),
    university_row(
        "A.1.2",
        "A.1",
        "Accrescere i crediti conseguiti all’estero",
        "25%",
        "Borse integrative",
        ind(
            "Crediti conseguiti all’estero",
            "[[≥ 4.200|≥ 5.000]]",
            "[[4.405|5.120]]",
            base="4.310",
            scale=[
                "[[≥ 4.200|≥ 5.000]]",
                "[[4.000-4.199|4.700-4.999]]",
                "[[3.800-3.999|4.400-4.699]]",
                "[[< 3.800|< 4.400]]",
            ],
        ),
        "3",
        [],
    ),
    university_row(
        "B.1.1",
        "B.1",
        "Assistere gli studenti con disabilità",
        "25%",
        "Tutor specializzati in ogni polo e in biblioteca",
        ind(
            "[[Studenti seguiti dai tutor|Ore di tutorato specializzato]]",
            "[[≥ 60|≥ 1.500]]",
            "[[64|1.520]]",
            base="[[-|1.450]]",
            scale=["[[≥ 60|≥ 1.500]]", "[[50-59|1.400-1.499]]", "[[40-49|1.300-1.399]]", "[[< 40|< 1.300]]"],
        ),
        "3",
        [],
    ),
    university_row(
        "C.1.1",
        "C.1",
        "Aprire al pubblico le collezioni scientifiche",
        "20%",
        "Visite guidate il sabato",
        ind("Visite guidate", "≥ 30", "32", base="0", scale=["≥ 30", "20-29", "10-19", "< 10"]),
        "3",
        [],
    ),
)

VALDOMBRA = {
    "name": "years-valdombra",
    "layout": "L",
    "first": "universita-valdombra-2017",
    "second": "universita-valdombra-2018",
    "audit": [
        at(
            None,
            "Contenere gli abbandoni tra primo e secondo anno",
            wrong("years.restated", "12,9%", "13,6%", severity=["notice", "warning"]),
        ),
        at(
            None,
            "Accrescere i crediti conseguiti all’estero",
            wrong("years.target-lowered", "≥ 5.000", "4.310", "≥ 4.200"),
        ),
        at(
            None,
            "Assistere gli studenti con disabilità",
            wrong("years.series-break", "Ore di tutorato specializzato"),
        ),
        at(None, "Digitalizzare i libretti cartacei", wrong("years.objective-gone", "Digitalizzare i libretti")),
    ],
}


def _pratochiaro(year: int, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"ospedale-pratochiaro-{year}",
        "layout": "T",
        "program": "reportlab",
        "issuer": "Azienda Ospedaliera di Pratochiaro",
        "year": year,
        "title": f"Relazione sulla performance {year} - Rendicontazione degli obiettivi operativi",
        "kind": "report",
        "print": forms.grid_t(year, 1)
        | {
            "intro": [
                "La percentuale di raggiungimento è il rapporto fra consuntivo e target, l’inverso dove il valore deve diminuire; non supera 100."
            ]
        },
        "objectives": list(objectives),
    }


CURE = ("A", "Accesso alle cure")
CONTI = ("B", "Conti e innovazione")

PRATO_2021 = _pratochiaro(
    2021,
    wide_row(
        CURE,
        "A.1.1",
        "Abbreviare le liste d’attesa",
        "30",
        [ind("Giorni medi di attesa per la visita cardiologica", "<= 40", "45", w="100", base="48", ach="89%")],
        notes="Target non raggiunto: due cardiologi hanno lasciato il servizio.",
    ),
    wide_row(
        CURE,
        "A.1.2",
        "Estendere lo screening mammografico",
        "30",
        [
            ind("Adesione all’invito", ">= 60%", "54,8%", w="60", base="52,1%", ach="91%"),
            ind("Inviti spediti", "18.000", "18.400", w="40", base="15.300", ach="100%"),
        ],
    ),
    wide_row(
        CONTI,
        "B.1.1",
        "Contenere la spesa per i farmaci",
        "20",
        [
            ind(
                "Spesa farmaceutica",
                "<= € 2.200.000,00",
                "€ 2.150.000,00",
                w="100",
                base="€ 2.264.000,00",
                ach="100%",
            )
        ],
    ),
    wide_row(
        CONTI,
        "B.1.2",
        "Attivare il fascicolo sanitario",
        "20",
        [ind("Reparti collegati", "12", "12", w="100", base="7", ach="100%")],
    ),
) | {"first": True}

PRATO_2022 = _pratochiaro(
    2022,
    wide_row(
        CURE,
        "A.1.1",
        "Abbreviare le liste d’attesa",
        "30",
        [
            ind(
                "Giorni medi di attesa per la visita cardiologica",
                "[[<= 46|<= 40]]",
                "[[44|39]]",
                w="100",
                base="45",
                ach="100%",
            )
        ],
    ),
    wide_row(
        CURE,
        "A.1.2",
        "Estendere lo screening mammografico",
        "30",
        [
            ind("Adesione all’invito", "[[>= 55%|>= 60%]]", "[[56,1%|61,3%]]", w="60", base="54,8%", ach="100%"),
            ind("Inviti spediti", "19.000", "19.250", w="40", base="[[14.800|18.400]]", ach="100%"),
        ],
    ),
    wide_row(
        CONTI,
        "B.1.1",
        "Contenere la spesa per i farmaci",
        "20",
        [
            ind(
                "Spesa farmaceutica[[ (in migliaia)|]]",
                "[[<= 2.140|<= € 2.140.000,00]]",
                "[[2.090|€ 2.090.000,00]]",
                w="100",
                base="[[2.150|€ 2.150.000,00]]",
                ach="100%",
            )
        ],
    ),
    wide_row(
        CONTI,
        "B.1.3",
        "[[Diffondere la ricetta dematerializzata|Fascicolo sanitario e ricetta dematerializzata]]",
        "20",
        [ind("Ricette senza carta", ">= 70%", "74%", w="100", base="-", ach="100%")],
        notes="[[Medici formati in tre sessioni.|Vi è confluito l’obiettivo B.1.2 del 2021 (Attivare il fascicolo sanitario).]]",
    ),
)

PRATO = {
    "name": "years-pratochiaro",
    "layout": "T",
    "first": "ospedale-pratochiaro-2021",
    "second": "ospedale-pratochiaro-2022",
    "audit": [
        at(None, "Abbreviare le liste d’attesa", wrong("years.target-lowered", "<= 40", "45", "<= 46")),
        at(None, "Abbreviare le liste d’attesa", held("years.restated", "45")),
        at(None, "Estendere lo screening mammografico", wrong("years.target-lowered", ">= 60%", "54,8%", ">= 55%")),
        at(None, "Estendere lo screening mammografico", wrong("years.restated", "18.400", "14.800")),
        at(None, "Contenere la spesa per i farmaci", wrong("years.series-break", "2.150.000,00", "2.150 || 2.090")),
        at(None, "Attivare il fascicolo sanitario", wrong("years.objective-gone", "Attivare il fascicolo sanitario")),
    ],
}


def _porto(year: int, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"porto-golfodeiventi-{year}",
        "layout": "M",
        "program": "reportlab",
        "issuer": "Autorità di Sistema Portuale del Golfo dei Venti",
        "year": year,
        "title": f"Relazione sulla performance {year}",
        "kind": "report",
        "print": forms.sheet_m(1) | {"preface": ["Il Nucleo di Valutazione esprime un punteggio da zero a dieci."]},
        "objectives": list(objectives),
    }


def _molo(
    number: int, title: str, weight: str, what: str, row: dict[str, Any], ach: str, score: str, **more: Any
) -> Any:
    refs = [("area", "13", "Mare e porti"), ("programme", "02", "Traffici marittimi")]
    steps = [[1, "Affidamento e avvio", "15.01", "30.04"], [2, "Esecuzione", "01.05", "20.12"]]
    printed = {"weight": weight, "print_weight": weight, "print_actions": steps, "ach": ach, "score": score}
    return ob(number, title, refs=refs, description=what, ind=[row], **printed, **more)


PORTO_2018 = _porto(
    2018,
    _molo(
        1,
        "Corrente da terra per le navi",
        "40%",
        "Le navi in sosta spengono i generatori.",
        ind("Navi allacciate alla rete", "almeno 25", "26"),
        "100%",
        "10/10",
    ),
    _molo(
        2,
        "Soste dei container",
        "35%",
        "Controlli concentrati in un solo varco.",
        ind("Ore medie di sosta in banchina", "non oltre 36", "41"),
        "88%",
        "7/10",
        notes="Target non raggiunto: lo sciopero di ottobre ha bloccato il varco.",
    ),
    _molo(
        3,
        "Dragaggio dei fondali",
        "25%",
        "Il canale d’accesso va mantenuto a dodici metri.",
        ind("Sedimento rimosso, in metri cubi", "almeno 50.000", "52.000"),
        "100%",
        "10/10",
    ),
) | {"first": True}

PORTO_2019 = _porto(
    2019,
    _molo(
        1,
        "Corrente da terra per navi e traghetti",
        "40%",
        "Le navi in sosta spengono i generatori; ora anche i traghetti.",
        ind("Navi allacciate alla rete", "almeno 30", "33"),
        "100%",
        "10/10",
        notes="Le navi allacciate alla rete erano state [[trentuno|ventisei]] nel 2018.",
    ),
    _molo(
        2,
        "Soste dei container in banchina",
        "35%",
        "Il varco è aperto anche di notte.",
        ind("Ore medie di sosta in banchina", "non oltre [[48|34]]", "[[44|33]]"),
        "100%",
        "10/10",
    ),
    _molo(
        3,
        "Dragaggio dei fondali",
        "25%",
        "Il canale d’accesso va portato a tredici metri.",
        ind("Sedimento rimosso, in [[tonnellate|metri cubi]]", "almeno [[90.000|55.000]]", "[[93.500|56.200]]"),
        "100%",
        "10/10",
    ),
)

PORTO = {
    "name": "years-golfodeiventi",
    "layout": "M",
    "first": "porto-golfodeiventi-2018",
    "second": "porto-golfodeiventi-2019",
    "audit": [
        at(1, "Corrente da terra per navi e traghetti", wrong("years.restated", "26", "trentuno")),
        at(1, "Corrente da terra per navi e traghetti", held("years.restated", "26", "ventisei", only="twin")),
        at(2, "Soste dei container in banchina", wrong("years.target-lowered", "non oltre 36", "41", "non oltre 48")),
        at(3, "Dragaggio dei fondali", wrong("years.series-break", "metri cubi")),
    ],
}

REPORTS = [
    COLLEFIORITO_2019,
    COLLEFIORITO_2020,
    STRADE_2020,
    STRADE_2021,
    VALDOMBRA_2017,
    VALDOMBRA_2018,
    PRATO_2021,
    PRATO_2022,
    PORTO_2018,
    PORTO_2019,
]
PAIRS = [COLLEFIORITO, STRADE, VALDOMBRA, PRATO, PORTO]
