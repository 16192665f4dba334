# ruff: noqa: E501
"""Two pairs: two years of a municipality in paragraphs, two years of a region in a wide table."""

from typing import Any

from corpus.contradictions import forms
from corpus.contradictions.author import held, ind, ob, said, wrong
from corpus.contradictions.rows import at, wide_row

CENTRO = (
    "il centro ha proposto laboratori di cucina e di cucito, una gita al lago e la festa dei nonni; i partecipanti hanno "
    "espresso parole di elogio per gli animatori, che resteranno gli stessi."
)


ORTI = (
    "le particelle libere sono state sorteggiate tra chi ne aveva fatto richiesta e recintate dagli operai; un vivaista del "
    "paese ha donato le sementi e insegnato a potare."
)


def _sanvittolo(year: int, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"comune-sanvittolo-{year}",
        "layout": "A",
        "program": "text",
        "issuer": "Comune di San Vittolo in Colle",
        "year": year,
        "title": f"Relazione sulla performance {year}",
        "print": forms.narrative(2, "Valutazione del Nucleo di Valutazione: {score}/100"),
        "objectives": list(objectives),
    }


def _goal(
    number: int, title: str, code: str, what: str, indicator: str, results: str, points: int, **more: Any
) -> dict[str, Any]:
    areas = {"W1": "Cultura e persone", "W2": "Territorio"}
    refs = [("strategic", code[:2], areas[code[:2]]), ("operational", code, title)]
    more = {"action": "mantenimento", "expected_benefits": "qualità della vita nel paese"} | more
    return ob(number, title, refs=refs, description=what, indicator=indicator, results=results, points=points, **more)


SANVITTOLO_2018 = _sanvittolo(
    2018,
    _goal(
        1,
        "Lettori della biblioteca civica",
        "W1.1",
        "La biblioteca presta libri e giochi da tavolo.",
        "n. iscritti alla biblioteca",
        "gli iscritti alla biblioteca sono 1.146, per lo più ragazzi.",
        94,
    ),
    _goal(
        2,
        "Controlli sui cantieri edili",
        "W2.1",
        "I controlli sono affidati alla polizia locale e all’ufficio tecnico.",
        "n. controlli sui cantieri (target: almeno 75)",
        "i controlli sui cantieri sono stati 61: due agenti erano in maternità.",
        80,
        audit=[said("ratio.target", "75", "61", severity=["notice"])],
    ),
    _goal(
        3,
        "Centro diurno per anziani",
        "W1.2",
        "Il centro è aperto tutti i pomeriggi.",
        "svolgimento del programma di attività (SI/NO)",
        CENTRO,
        100,
    ),
    _goal(
        4,
        "Raccolta differenziata dei rifiuti",
        "W2.2",
        "La raccolta avviene porta a porta in tutto il paese.",
        "quota di raccolta differenziata",
        "la raccolta differenziata ha toccato il 63,4%.",
        90,
    ),
    _goal(
        5,
        "Serate di cinema in piazza",
        "W1.3",
        "Le serate sono offerte ai residenti e ai villeggianti.",
        "n. serate (target: almeno 9)",
        "le serate sono state 10.",
        100,
        audit=[held("ratio.target", "almeno 9", "10")],
    ),
    _goal(
        6,
        "Orti per le famiglie",
        "W2.3",
        "Gli orti, di proprietà comunale, si trovano lungo il torrente.",
        "assegnazione degli orti (SI/NO)",
        ORTI,
        95,
    ),
) | {"first": True}

SANVITTOLO_2019 = _sanvittolo(
    2019,
    _goal(
        1,
        "Lettori della biblioteca civica",
        "W1.1",
        "La biblioteca presta libri, giochi da tavolo e strumenti musicali.",
        "n. iscritti alla biblioteca",
        "gli iscritti alla biblioteca sono 1.302; nel 2018 se ne contavano [[1.246|1.146]].",
        96,
    ),
    _goal(
        2,
        "Controlli sui cantieri edili",
        "W2.1",
        "I controlli sono affidati alla polizia locale, tornata a pieno organico.",
        "n. controlli sui cantieri (target: almeno [[60|75]])",
        "i controlli sui cantieri sono stati 78.",
        100,
    ),
    _goal(
        3,
        "Centro diurno per anziani",
        "W1.2",
        "Il centro è aperto tutti i pomeriggi, domenica compresa.",
        "svolgimento del programma di attività (SI/NO)",
        f"[[{CENTRO}|si sono svolti il corso di ballo, le letture ad alta voce e due incontri con il medico condotto; al programma ha collaborato la scuola media.]]",
        100,
    ),
    _goal(
        4,
        "Raccolta differenziata dei rifiuti",
        "W2.2",
        "La raccolta avviene porta a porta; nel 2018 la quota differenziata era del [[61,4|63,4]]%.",
        "quota di raccolta differenziata",
        "la raccolta differenziata è salita al 66,8%.",
        93,
    ),
    _goal(
        5,
        "Serate di cinema in piazza",
        "W1.3",
        "Le serate sono offerte ai residenti e ai villeggianti; nel 2018 furono 10.",
        "n. serate (target: almeno 11)",
        "le serate sono state 12, una delle quali dedicata ai bambini.",
        100,
        audit=[held("ratio.target", "almeno 11", "12")],
    ),
    _goal(
        6,
        "Orti per le famiglie",
        "W2.3",
        "Gli orti, di proprietà comunale, si trovano lungo il torrente e dietro la chiesa.",
        "assegnazione degli orti (SI/NO)",
        f"[[{ORTI}|quattro famiglie hanno restituito le chiavi e altrettante, in lista d’attesa, le hanno ricevute; il pozzo è stato ripulito.]]",
        95,
    ),
)

AREAS = (("Y1", "Lavoro e formazione"), ("Y2", "Foreste e montagna"))


def _oltrefiume(year: int, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"regione-oltrefiume-{year}",
        "layout": "T",
        "program": "reportlab",
        "issuer": "Regione Oltrefiume",
        "year": year,
        "title": f"Relazione sulla performance {year} - Quadro degli obiettivi",
        "print": forms.grid_t(year, 1),
        "objectives": list(objectives),
    }


OLTREFIUME_2020 = _oltrefiume(
    2020,
    wide_row(
        AREAS[0],
        "Y1.1",
        "Avviare al lavoro i giovani in cerca di primo impiego",
        "30",
        [ind("Giovani avviati al lavoro", "≥ 350", "381", w="100", base="344", ach="100%")],
    ),
    wide_row(
        AREAS[0],
        "Y1.2",
        "Portare a termine i corsi di formazione finanziati",
        "30",
        [ind("Corsi conclusi sul totale dei finanziati", "≥ 80%", "72%", w="100", base="70%", ach="90%")],
        notes="Corsi sospesi in primavera",
    ),
    wide_row(
        AREAS[1],
        "Y2.1",
        "Rispondere presto alle domande di taglio del bosco",
        "20",
        [ind("Giorni medi di risposta", "≤ 18", "16,2", w="100", base="19,5", ach="100%")],
    ),
    wide_row(
        AREAS[1],
        "Y2.2",
        "Mettere a dimora nuovi alberi lungo i fiumi",
        "20",
        [ind("Alberi messi a dimora", "4.000", "3.000", w="100", base="2.760", ach="75%")],
        notes="Piantagione ridotta per la siccità",
    ),
) | {"first": True}

OLTREFIUME_2021 = _oltrefiume(
    2021,
    wide_row(
        AREAS[0],
        "Y1.1",
        "Avviare al lavoro i giovani in cerca di primo impiego",
        "30",
        [ind("Giovani avviati al lavoro", "≥ 390", "402", w="100", base="[[318|381]]", ach="100%")],
    ),
    wide_row(
        AREAS[0],
        "Y1.2",
        "Portare a termine i corsi di formazione finanziati",
        "30",
        [ind("Corsi conclusi sul totale dei finanziati", "≥ [[70|82]]%", "84%", w="100", base="72%", ach="100%")],
        notes="Lezioni riprese in presenza",
    ),
    wide_row(
        AREAS[1],
        "Y2.1",
        "Rispondere presto alle domande di taglio del bosco",
        "20",
        [ind("Giorni medi di risposta", "≤ 15", "14,4", w="100", base="[[12,6|16,2]]", ach="100%")],
    ),
    wide_row(
        AREAS[1],
        "Y2.2",
        "Mettere a dimora nuovi alberi lungo i fiumi",
        "20",
        [ind("Alberi messi a dimora", "4.000", "3.400", w="100", base="3.000", ach="[[95|85]]%")],
        notes="Vivai regionali riforniti in autunno",
        audit=[
            wrong("ratio.achievement", "4.000", "3.400", "95%"),
            held("ratio.achievement", "4.000", "3.400", "85%", only="twin"),
        ],
    ),
)

REPORTS = [SANVITTOLO_2018, SANVITTOLO_2019, OLTREFIUME_2020, OLTREFIUME_2021]

PAIRS = [
    {
        "name": "years-sanvittolo",
        "layout": "A",
        "first": "comune-sanvittolo-2018",
        "second": "comune-sanvittolo-2019",
        "audit": [
            at(1, "Lettori della biblioteca civica", wrong("years.restated", "1.146", "1.246")),
            at(1, "Lettori della biblioteca civica", held("years.restated", "1.146", only="twin")),
            at(2, "Controlli sui cantieri edili", wrong("years.target-lowered", "75", "60")),
            at(3, "Centro diurno per anziani", wrong("years.same-text", "laboratori di cucina e di cucito")),
            at(4, "Raccolta differenziata dei rifiuti", wrong("years.restated", "63,4%", "61,4%")),
            at(6, "Orti per le famiglie", wrong("years.same-text", "un vivaista del paese ha donato le sementi")),
            at(4, "Raccolta differenziata dei rifiuti", held("years.restated", "63,4%", only="twin")),
        ],
    },
    {
        "name": "years-oltrefiume",
        "layout": "T",
        "first": "regione-oltrefiume-2020",
        "second": "regione-oltrefiume-2021",
        "audit": [
            at(
                None,
                "Avviare al lavoro i giovani in cerca di primo impiego",
                wrong("years.restated", "381", "318"),
            ),
            at(
                None,
                "Avviare al lavoro i giovani in cerca di primo impiego",
                held("years.restated", "381", only="twin"),
            ),
            at(
                None,
                "Portare a termine i corsi di formazione finanziati",
                wrong("years.target-lowered", "80%", "70%"),
            ),
            at(
                None,
                "Rispondere presto alle domande di taglio del bosco",
                wrong("years.restated", "16,2", "12,6"),
            ),
            at(
                None,
                "Rispondere presto alle domande di taglio del bosco",
                held("years.restated", "16,2", only="twin"),
            ),
        ],
    },
]
