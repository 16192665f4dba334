# ruff: noqa: E501
"""Pairs: two years of one body."""

from typing import Any

from corpus.contradictions import forms
from corpus.contradictions.author import held, ind, ob, said, wrong
from corpus.contradictions.rows import card

LIBRI = (
    "i volumi donati dalle associazioni sono stati catalogati e collocati nella sala di lettura, aperta agli studiosi su "
    "appuntamento; la risposta dell’utenza è stata positiva e l’iniziativa proseguirà."
)


def _ripalonga(year: int, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"cciaa-ripalonga-{year}",
        "layout": "A",
        "program": "text",
        "issuer": "CCIAA di Ripalonga",
        "year": year,
        "title": f"Relazione sulla Performance {year}",
        "kind": "report",
        "print": forms.narrative(1),
        "objectives": list(objectives),
    }


def _narrative(
    number: int, title: str, code: str, description: str, indicator: str, results: str, points: Any, **more: Any
) -> dict[str, Any]:
    refs = [("strategic", code[:3], "Servizi alle imprese"), ("operational", code, title.capitalize())]
    more = {"expected_benefits": "servizi migliori per le imprese del territorio", "action": "mantenimento"} | more
    return ob(
        number, title, refs=refs, description=description, indicator=indicator, results=results, points=points, **more
    )


RIPALONGA_2018 = _ripalonga(
    2018,
    _narrative(
        1,
        "ASSISTENZA ALLE IMPRESE CHE ESPORTANO",
        "B01.01",
        "Lo sportello assiste le imprese che si affacciano ai mercati esteri.",
        "n. imprese assistite (target: almeno 280)",
        "le imprese assistite sono state 312.",
        100,
    ),
    _narrative(
        2,
        "VIGILANZA SUGLI STRUMENTI DI MISURA",
        "B01.02",
        "Le visite ispettive sono svolte presso gli utenti metrici della provincia.",
        "n. visite ispettive (target: almeno 500)",
        "le visite ispettive svolte sono state 430; l’obiettivo è stato raggiunto solo in parte per la carenza di ispettori.",
        80,
        audit=[said("ratio.target", "500", "430", severity=["notice"])],
    ),
    _narrative(
        3,
        "BIBLIOTECA CAMERALE",
        "B02.01",
        "La biblioteca raccoglie i volumi di storia economica locale.",
        "catalogazione dei volumi donati (SI/NO)",
        LIBRI,
        100,
    ),
    _narrative(
        4,
        "TEMPI DI PAGAMENTO DEI FORNITORI",
        "B02.02",
        "L’indicatore misura il tempo medio fra ricevimento e pagamento delle fatture.",
        "tempo medio di pagamento",
        "il tempo medio di pagamento è stato di 28 giorni.",
        100,
    ),
    _narrative(
        5,
        "SPORTELLO DELLA PROPRIETÀ INDUSTRIALE",
        "B02.03",
        "Lo sportello riceve le domande di marchio e di brevetto.",
        "n. domande assistite (target: almeno 90)",
        "le domande assistite sono state 97.",
        100,
    ),
    _narrative(
        6,
        "OSSERVATORIO DELL’ECONOMIA LOCALE",
        "B02.04",
        "L’osservatorio pubblica quattro note trimestrali.",
        "n. note pubblicate/n. note previste",
        "sono state pubblicate quattro note su quattro previste (100%).",
        100,
    ),
) | {"first": True}

RIPALONGA_2019 = _ripalonga(
    2019,
    _narrative(
        1,
        "ASSISTENZA ALLE IMPRESE CHE ESPORTANO",
        "B01.01",
        "Lo sportello assiste le imprese che si affacciano ai mercati esteri, anche con incontri a distanza.",
        "n. imprese assistite (target: almeno 320)",
        "le imprese assistite sono state 358, mentre nel 2018 erano state [[341|312]].",
        100,
    ),
    _narrative(
        2,
        "VIGILANZA SUGLI STRUMENTI DI MISURA",
        "B01.02",
        "Le visite ispettive sono svolte presso gli utenti metrici della provincia, con due nuovi ispettori.",
        "n. visite ispettive (target: almeno [[400|500]])",
        "le visite ispettive svolte sono state 512.",
        100,
    ),
    _narrative(
        3,
        "BIBLIOTECA CAMERALE",
        "B02.01",
        "La biblioteca raccoglie i volumi di storia economica locale.",
        "catalogazione dei volumi donati (SI/NO)",
        "[["
        + LIBRI
        + "|è stato catalogato il fondo dell’antica corporazione dei cordai, ricevuto in primavera; la sala di lettura ha "
        "osservato il consueto orario.]]",
        100,
    ),
    _narrative(
        4,
        "TEMPI DI PAGAMENTO DEI FORNITORI",
        "B02.02",
        "L’indicatore misura il tempo medio fra ricevimento e pagamento delle fatture.",
        "tempo medio di pagamento",
        "il tempo medio di pagamento è stato di [[0,8 mesi|24 giorni]].",
        100,
    ),
    _narrative(
        5,
        "SPORTELLO DELLA PROPRIETÀ INDUSTRIALE",
        "B02.03",
        "Lo sportello riceve le domande di marchio e di brevetto.",
        "n. domande assistite (target: almeno 95)",
        "le domande assistite sono state 104 (97 nell’anno precedente).",
        100,
    ),
    _narrative(
        6,
        "OSSERVATORIO DELL’ECONOMIA LOCALE",
        "B02.04",
        "L’osservatorio pubblica quattro note trimestrali.",
        "n. note pubblicate/n. note previste",
        "le quattro note previste sono state tutte pubblicate; la quarta ha riguardato il commercio (100%).",
        100,
        only="twin",
    ),
)


def _at(number: int | None, title: str, entry: dict[str, Any]) -> dict[str, Any]:
    """An entry of a pair's gold, at an objective."""
    return {"objective": {"number": number, "title": title}} | entry


RIPALONGA = {
    "name": "years-ripalonga",
    "layout": "A",
    "first": "cciaa-ripalonga-2018",
    "second": "cciaa-ripalonga-2019",
    "audit": [
        _at(1, "ASSISTENZA ALLE IMPRESE CHE ESPORTANO", wrong("years.restated", "312", "341")),
        _at(1, "ASSISTENZA ALLE IMPRESE CHE ESPORTANO", held("years.restated", "312", only="twin")),
        _at(2, "VIGILANZA SUGLI STRUMENTI DI MISURA", wrong("years.target-lowered", "500", "430", "400")),
        _at(
            3,
            "BIBLIOTECA CAMERALE",
            wrong("years.same-text", "i volumi donati dalle associazioni sono stati catalogati"),
        ),
        _at(4, "TEMPI DI PAGAMENTO DEI FORNITORI", wrong("years.series-break", "28 giorni", "0,8 mesi")),
        _at(5, "SPORTELLO DELLA PROPRIETÀ INDUSTRIALE", held("years.restated", "97")),
        _at(6, "OSSERVATORIO DELL’ECONOMIA LOCALE", wrong("years.objective-gone", "OSSERVATORIO DELL’ECONOMIA LOCALE")),
    ],
}


def _boschi(year: int, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"agenzia-boschivivi-{year}",
        "layout": "S",
        "program": "reportlab",
        "issuer": "Agenzia dei Boschi Vivi",
        "year": year,
        "title": f"Relazione sulla performance {year}",
        "kind": "report",
        "print": forms.card_s(year, 1)
        | {"running_footer": f"Agenzia dei Boschi Vivi - Relazione sulla performance {year}"},
        "objectives": list(objectives),
    }


def _scheda(
    number: int, title: str, weight: str, what: str, row: dict[str, Any], score: str, **more: Any
) -> dict[str, Any]:
    return card(number, ("A01", f"A01.0{number}"), title, weight, what, [row], row["print_achievement"], score, **more)


BOSCHI_2020 = _boschi(
    2020,
    _scheda(
        1,
        "Rimboschire le aree percorse dal fuoco",
        "30%",
        "Messa a dimora di specie autoctone.",
        ind("Ettari rimboschiti", "60", "48", formula="Somma degli ettari", w="100%", base="41", ach="80%"),
        "80/100",
        audit=[held("ratio.achievement", "60", "48", "80%")],
    ),
    _scheda(
        2,
        "Prevenire gli incendi",
        "30%",
        "Pulizia dei viali tagliafuoco.",
        ind("Chilometri di viali puliti", "100", "100", formula="Somma dei km", w="100%", base="88", ach="100%"),
        "100/100",
        notes="Le squadre hanno lavorato da aprile a giugno; i volontari hanno collaborato nei fine settimana e nessun mezzo è stato noleggiato.",
    ),
    _scheda(
        3,
        "Formare gli operatori forestali",
        "20%",
        "Corsi di abbattimento sicuro.",
        ind("Ore di formazione erogate", "400", "420", formula="Registro dei corsi", w="100%", base="380", ach="100%"),
        "100/100",
    ),
    _scheda(
        4,
        "Censire gli alberi monumentali",
        "20%",
        "Rilievo e schedatura.",
        ind("Alberi schedati", "25", "25", formula="Conteggio", w="100%", base="19", ach="100%"),
        "100/100",
    ),
) | {"first": True}

BOSCHI_2021 = _boschi(
    2021,
    _scheda(
        1,
        "Rimboschire le aree percorse dal fuoco",
        "30%",
        "Messa a dimora di specie autoctone.",
        ind(
            "Ettari rimboschiti",
            "[[45|60]]",
            "[[45|60]]",
            formula="Somma degli ettari",
            w="100%",
            base="48",
            ach="100%",
        ),
        "100/100",
    ),
    _scheda(
        2,
        "Prevenire gli incendi",
        "30%",
        "Pulizia dei viali tagliafuoco.",
        ind(
            "Chilometri di viali puliti", "110", "110", formula="Somma dei km", w="100%", base="[[92|100]]", ach="100%"
        ),
        "100/100",
        notes="[[Le squadre hanno lavorato da aprile a giugno; i volontari hanno collaborato nei fine settimana e nessun mezzo è stato "
        "noleggiato.|Le piogge di maggio hanno ritardato l’avvio, poi recuperato con turni pomeridiani.]]",
    ),
    _scheda(
        3,
        "Formare gli operatori forestali",
        "[[40%|20%]]",
        "Corsi di abbattimento sicuro.",
        ind(
            "[[Giornate di formazione erogate|Ore di formazione erogate]]",
            "[[60|430]]",
            "[[64|436]]",
            formula="Registro dei corsi",
            w="100%",
            base="[[-|420]]",
            ach="100%",
        ),
        "100/100",
    ),
    _scheda(
        4,
        "Censire gli alberi monumentali",
        "20%",
        "Rilievo e schedatura.",
        ind("Alberi schedati", "30", "31", formula="Conteggio", w="100%", base="25", ach="100%"),
        "100/100",
        only="twin",
    ),
)

BOSCHI = {
    "name": "years-boschivivi",
    "layout": "S",
    "first": "agenzia-boschivivi-2020",
    "second": "agenzia-boschivivi-2021",
    "audit": [
        _at(1, "Rimboschire le aree percorse dal fuoco", wrong("years.target-lowered", "60", "48", "45")),
        _at(1, "Rimboschire le aree percorse dal fuoco", held("years.restated", "48")),
        _at(2, "Prevenire gli incendi", wrong("years.restated", "100", "92")),
        _at(
            2,
            "Prevenire gli incendi",
            said("years.same-text", "Le squadre hanno lavorato da aprile a giugno", only="planted"),
        ),
        _at(3, "Formare gli operatori forestali", wrong("years.series-break", "Ore di formazione erogate")),
        _at(3, "Formare gli operatori forestali", held("years.restated", "420", only="twin")),
        _at(4, "Censire gli alberi monumentali", wrong("years.objective-gone", "Censire gli alberi monumentali")),
    ],
}

REPORTS = [RIPALONGA_2018, RIPALONGA_2019, BOSCHI_2020, BOSCHI_2021]
PAIRS = [RIPALONGA, BOSCHI]
