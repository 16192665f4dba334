# ruff: noqa: E501
"""Pairs of years of three bodies: a wide grid, an evaluation grid, and a report in paragraphs."""

from typing import Any

from corpus.contradictions import forms
from corpus.contradictions.author import held, ind, wrong
from corpus.contradictions.rows import at, block, grid_row, wide_row

STUDY = ("A", "Didattica e studenti")
RESEARCH = ("B", "Ricerca e territorio")
VALLEFRESCA = {
    "layout": "T",
    "program": "chromium",
    "issuer": "Università della Valle Fresca",
}
STUDY_ROWS = (
    "Ampliare la tutela degli studenti lavoratori",
    "Dematerializzare le carriere",
    "Rafforzare l’orientamento in ingresso",
    "Depositare brevetti",
    "Aprire gli orti didattici alla cittadinanza",
)


def campus(year: int, rows: list[tuple[dict[str, Any], str]]) -> dict[str, Any]:
    """One year of the university."""
    places = [(STUDY, "A.1"), (STUDY, "A.2"), (STUDY, "A.3"), (RESEARCH, "B.1"), (RESEARCH, "B.2")]
    made = [
        wide_row(area, code, title, "20", [one], notes=note)
        for (area, code), title, (one, note) in zip(places, STUDY_ROWS, rows, strict=True)
    ]
    return VALLEFRESCA | {
        "name": f"universita-vallefresca-{year}",
        "year": year,
        "title": f"Relazione sulla performance {year}",
        "print": forms.grid_t(year, 1)
        | {"intro": ["La percentuale di raggiungimento è il rapporto tra consuntivo e target."]},
        "objectives": made,
    }


VALLEFRESCA_2021 = campus(
    2021,
    [
        (ind("Studenti con piano a tempo parziale", "300", "315", base="260", w="100", ach="105%"), ""),
        (
            ind("Carriere dematerializzate", "2.500", "2.750", base="1.900", w="100", ach="110%"),
            "Concluse le triennali.",
        ),
        (
            ind("Scuole visitate", "80", "64", base="70", w="100", ach="80%"),
            "Molte scuole erano chiuse alle visite.",
        ),
        (ind("Domande di brevetto depositate", "10", "8", base="7", w="100", ach="80%"), ""),
        (ind("Giornate di apertura", "40", "42", base="25", w="100", ach="105%"), "Due in più del previsto."),
    ],
) | {"first": True}

VALLEFRESCA_2022 = campus(
    2022,
    [
        (ind("Studenti con piano a tempo parziale", "320", "336", base="[[351|315]]", w="100", ach="105%"), ""),
        (
            ind("Carriere dematerializzate", "3.000", "3.300", base="[[2.570|2.750]]", w="100", ach="110%"),
            "Concluse le magistrali.",
        ),
        (
            ind("Scuole visitate", "[[60|80]]", "[[66|88]]", base="64", w="100", ach="110%"),
            "Si è tornati nelle aule da febbraio.",
        ),
        (
            ind("Domande di brevetto depositate", "[[8|12]]", "[[10|15]]", base="8", w="100", ach="125%"),
            "In parte con imprese.",
        ),
        (ind("Giornate di apertura", "45", "45", base="42", w="100", ach="100%"), "Anche di domenica."),
    ],
)

MONTELUPAIO = {
    "layout": "B",
    "program": "libreoffice",
    "issuer": "Comune di Montelupaio",
}
SQUARES = "Lavaggio di strade e piazze"
CHILDREN = "Accoglienza estiva dei bambini"
GRAVES = "Riordino dei registri cimiteriali"
LAMPS = "Sostituzione delle lampade stradali"
COPIED_SQUARES = "Il lavaggio è stato eseguito con la nuova spazzatrice nelle vie del centro e, a rotazione, nelle frazioni, con soddisfazione dei residenti manifestata in più occasioni."
COPIED_GRAVES = "Sono state riordinate le schede dei campi a levante, ricostruendo le concessioni perdute sulla base delle lapidi e delle memorie dei custodi."


def town(year: int, results: list[str]) -> dict[str, Any]:
    """One year of the town."""
    rows = [
        (1, "0301", "03010101", "Ambiente", SQUARES, f"{year}-10-31"),
        (2, "0302", "03020101", "Scuola", CHILDREN, f"{year}-09-10"),
        (3, "0303", "03030101", "Demografici", GRAVES, f"{year}-12-31"),
        (4, "0304", "03040101", "Lavori pubblici", LAMPS, f"{year}-11-30"),
    ]
    return MONTELUPAIO | {
        "name": f"comune-montelupaio-{year}",
        "year": year,
        "title": f"Verifica degli obiettivi - esercizio {year}",
        "print": forms.grid_b(1),
        "objectives": [grid_row(*row, results=text, ach="100%") for row, text in zip(rows, results, strict=True)],
    }


MONTELUPAIO_2017 = town(
    2017,
    [
        COPIED_SQUARES,
        "Bambini accolti nel 2017: 143, in due turni. Il servizio si è chiuso il 25 agosto.",
        COPIED_GRAVES,
        "Lampade sostituite nel 2017: 610. Lavori ultimati il 20 novembre.",
    ],
) | {"first": True}

MONTELUPAIO_2018 = town(
    2018,
    [
        f"[[{COPIED_SQUARES}|Acquistata una seconda macchina, si sono potute servire tutte le frazioni ogni quindici giorni; il centro resta servito il lunedì.]]",
        "Bambini accolti nel 2018: 158, contro i [[134|143]] del 2017. Il servizio si è chiuso il 24 agosto.",
        f"[[{COPIED_GRAVES}|Il lavoro ha interessato l’ossario e le cappelle di famiglia; i doppioni sono stati eliminati.]]",
        "Lampade sostituite nel 2018: 480 (nel 2017 erano 610). Lavori ultimati il 15 novembre.",
    ],
)

STRUMENTI = {
    "layout": "A",
    "program": "text",
    "issuer": "Istituto degli Strumenti musicali",
}
TOURS = "Visite guidate alla collezione"
REPAIRS = "Restauro degli strumenti a corda"
LOANS = "Prestito di strumenti agli allievi"
RECORDS = "Schedatura del fondo dei liutai"
WEB = "Ascolti in rete"
COPIED_REPAIRS = "i laboratori hanno lavorato sui violini settecenteschi del lascito, consolidando le tavole e sostituendo le catene cedute; le relazioni di restauro sono conservate agli atti della direzione."
COPIED_RECORDS = "la schedatura ha richiesto la lettura di carte in grafie assai diverse, con l’aiuto di due paleografi; le schede sono consultabili nella sala di studio, previo appuntamento."


def institute(year: int, rows: list[tuple[str, str, str, Any]]) -> dict[str, Any]:
    """One year of the institute: what, indicator, results and points of each objective."""
    heads = [
        (1, TOURS, "M1.01", "Pubblico"),
        (2, REPAIRS, "M2.01", "Conservazione"),
        (3, LOANS, "M1.02", "Pubblico"),
        (4, RECORDS, "M2.02", "Conservazione"),
        (5, WEB, "M1.03", "Pubblico"),
    ]
    return STRUMENTI | {
        "name": f"istituto-strumentimusicali-{year}",
        "year": year,
        "title": f"Relazione sulla performance {year}",
        "print": forms.narrative(2, "Valutazione dell’OIV: {score}/100"),
        "objectives": [
            block(*head, what, indicator, results, points)
            for head, (what, indicator, results, points) in zip(heads, rows, strict=True)
        ],
    }


STRUMENTI_2018 = institute(
    2018,
    [
        (
            "Le visite, gratuite, sono condotte dai conservatori.",
            "numero di visite guidate (target: almeno 90)",
            "le visite guidate sono state 74, per la lunga chiusura della sala grande.",
            70,
        ),
        ("Il restauro è svolto all’interno.", "avanzamento dei restauri secondo il programma", COPIED_REPAIRS, 100),
        (
            "Gli strumenti minori vanno in prestito ai conservatori.",
            "strumenti concessi in prestito (target: almeno 60)",
            "gli strumenti concessi in prestito sono stati 66.",
            100,
        ),
        ("Il fondo comprende lettere e disegni.", "avanzamento della schedatura", COPIED_RECORDS, 95),
        (
            "Le registrazioni d’epoca sono offerte all’ascolto in rete.",
            "brani messi in rete (target: almeno 200)",
            "i brani messi in rete sono stati 150; i diritti di altri erano ancora da chiarire.",
            75,
        ),
    ],
) | {"first": True}

STRUMENTI_2019 = institute(
    2019,
    [
        (
            "Le visite, gratuite, sono condotte dai conservatori.",
            "numero di visite guidate (target: almeno [[70|90]])",
            "le visite guidate sono state 93, anche in lingua straniera.",
            100,
        ),
        (
            "Il restauro è svolto all’interno.",
            "avanzamento dei restauri secondo il programma",
            f"[[{COPIED_REPAIRS}|si è passati agli strumenti a pizzico: liuti e chitarre sono di nuovo esposti, dopo il risanamento dei fondi e la lucidatura a tampone.]]",
            100,
        ),
        (
            "Gli strumenti minori vanno in prestito ai conservatori.",
            "strumenti concessi in prestito (target: almeno 70)",
            "gli strumenti concessi in prestito sono stati 77, mentre nel 2018 erano stati [[56|66]].",
            100,
        ),
        (
            "Il fondo comprende lettere e disegni.",
            "avanzamento della schedatura",
            f"[[{COPIED_RECORDS}|restavano i disegni, che sono stati misurati, descritti e riprodotti; il fondo è ora del tutto schedato.]]",
            100,
        ),
        (
            "Le registrazioni d’epoca sono offerte all’ascolto in rete.",
            "brani messi in rete (target: almeno [[140|220]])",
            "i brani messi in rete sono stati 231, grazie agli accordi con gli eredi.",
            100,
        ),
    ],
)

REPORTS = [
    VALLEFRESCA_2021,
    VALLEFRESCA_2022,
    MONTELUPAIO_2017,
    MONTELUPAIO_2018,
    STRUMENTI_2018,
    STRUMENTI_2019,
]

PAIRS = [
    {
        "name": "years-vallefresca",
        "first": "universita-vallefresca-2021",
        "second": "universita-vallefresca-2022",
        "layout": "T",
        "audit": [
            at(None, STUDY_ROWS[0], wrong("years.restated", "315", "351")),
            at(None, STUDY_ROWS[0], held("years.restated", "315", only="twin")),
            at(None, STUDY_ROWS[1], wrong("years.restated", "2.750", "2.570")),
            at(None, STUDY_ROWS[1], held("years.restated", "2.750", only="twin")),
            at(None, STUDY_ROWS[2], wrong("years.target-lowered", "80", "64", "60")),
            at(None, STUDY_ROWS[3], wrong("years.target-lowered", "10", "8")),
            at(None, STUDY_ROWS[4], held("years.restated", "42")),
        ],
    },
    {
        "name": "years-montelupaio",
        "first": "comune-montelupaio-2017",
        "second": "comune-montelupaio-2018",
        "layout": "B",
        "audit": [
            at(1, SQUARES, wrong("years.same-text", "spazzatrice")),
            at(2, CHILDREN, wrong("years.restated", "143", "134")),
            at(2, CHILDREN, held("years.restated", "143", only="twin")),
            at(3, GRAVES, wrong("years.same-text", "custodi")),
            at(4, LAMPS, held("years.restated", "610")),
        ],
    },
    {
        "name": "years-strumentimusicali",
        "first": "istituto-strumentimusicali-2018",
        "second": "istituto-strumentimusicali-2019",
        "layout": "A",
        "audit": [
            at(1, TOURS, wrong("years.target-lowered", "almeno 90", "74", "almeno 70")),
            at(2, REPAIRS, wrong("years.same-text", "violini settecenteschi")),
            at(3, LOANS, wrong("years.restated", "66", "56")),
            at(3, LOANS, held("years.restated", "66", only="twin")),
            at(4, RECORDS, wrong("years.same-text", "paleografi")),
            at(5, WEB, wrong("years.target-lowered", "almeno 200", "150", "almeno 140")),
        ],
    },
]
