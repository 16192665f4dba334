# ruff: noqa: E501
"""Pairs: two years of one body."""

from typing import Any

from corpus.contradictions import forms
from corpus.contradictions.author import held, ind, ob, said, wrong
from corpus.contradictions.rows import wide_row


def _colline(year: int, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"comune-collinerosse-{year}",
        "layout": "A",
        "program": "reportlab",
        "issuer": "Comune di Collinerosse",
        "year": year,
        "title": f"Relazione sulla performance {year}",
        "kind": "report",
        "print": forms.narrative(2, "Valutazione del Nucleo di Valutazione: {score}/100"),
        "objectives": list(objectives),
    }


def _obiettivo(
    number: int, title: str, purpose: str, good: str, indicator: str, results: str, points: Any, **more: Any
) -> dict[str, Any]:
    refs = [("strategic", "1", "Una comunità che cresce"), ("operational", f"1.{number}", title)]
    made = {
        "description": purpose,
        "expected_benefits": good,
        "indicator": indicator,
        "results": results,
        "points": points,
    }
    return ob(number, title, refs=refs, action="mantenimento", **made, **more)


ASILO = (
    "Asili nido: posti disponibili",
    "Il Comune gestisce due asili e ne convenziona altri.",
    "conciliazione fra lavoro e famiglia",
)
DIFF = ("Raccolta differenziata", "Il porta a porta copre ormai tutte le frazioni.", "minori costi di smaltimento")
MUSEO = (
    "Museo della terracotta",
    "Il museo apre nei fine settimana con i volontari.",
    "conoscenza della tradizione locale",
)
MULTE = ("Controlli sulle strade", "La pattuglia serale opera da maggio a settembre.", "strade più sicure")
ORTI = ("Orti sociali", "Gli orti sono assegnati agli anziani che ne fanno richiesta.", "socialità e vita all’aperto")
PRESTITI = (
    "i volontari hanno accolto scolaresche e gruppi, hanno riordinato il magazzino e hanno allestito due piccole mostre sui fornaciai; "
    "le offerte raccolte sono state destinate al restauro degli stampi."
)

COLLINE_2021 = _colline(
    2021,
    _obiettivo(
        1, *ASILO, "posti disponibili (target: almeno 90)", "a settembre i posti disponibili erano novantasei.", 100
    ),
    _obiettivo(
        2,
        *DIFF,
        "quota di raccolta differenziata (target: almeno 70%)",
        "la quota di raccolta differenziata si è fermata al 63,5%; l’obiettivo non è stato raggiunto.",
        60,
        audit=[said("ratio.target", "70%", "63,5%", severity=["notice"])],
    ),
    _obiettivo(3, *MUSEO, "apertura del museo nei fine settimana (SI/NO)", PRESTITI, 100),
    _obiettivo(4, *MULTE, "controlli svolti (target: >= 120)", "i controlli svolti sono stati 131.", 100),
    _obiettivo(
        5, *ORTI, "orti assegnati/orti disponibili", "sono stati assegnati tutti i 40 orti disponibili (40 su 40).", 100
    ),
) | {"first": True}

COLLINE_2022 = _colline(
    2022,
    _obiettivo(
        1,
        *ASILO,
        "posti disponibili (target: almeno 100)",
        "i posti disponibili, che nel 2021 erano [[centoquattro|novantasei]], sono diventati 112.",
        100,
    ),
    _obiettivo(
        2,
        *DIFF,
        "quota di raccolta differenziata (target: almeno [[60%|70%]])",
        "la quota di raccolta differenziata ha raggiunto il [[65,2%|71,2%]].",
        100,
    ),
    _obiettivo(
        3,
        *MUSEO,
        "apertura del museo nei fine settimana (SI/NO)",
        "[["
        + PRESTITI
        + "|il museo è rimasto aperto in tutti i fine settimana; in estate i ragazzi del campo scuola hanno modellato "
        "le loro prime terrecotte.]]",
        100,
    ),
    _obiettivo(
        4,
        *MULTE,
        "[[ore di pattuglia svolte (target: >= 300)|controlli svolti (target: >= 130)]]",
        "[[le ore di pattuglia svolte sono state 340|i controlli svolti sono stati 142, undici in più del 2021]].",
        100,
    ),
    _obiettivo(
        5,
        *ORTI,
        "orti assegnati/orti disponibili",
        "con i dieci nuovi lotti gli orti disponibili sono 50, di cui 48 assegnati (96%).",
        98,
        only="twin",
    ),
)


def _at(number: int | None, title: str, entry: dict[str, Any]) -> dict[str, Any]:
    """An entry of a pair's gold, at an objective."""
    return {"objective": {"number": number, "title": title}} | entry


COLLINE = {
    "name": "years-collinerosse",
    "layout": "A",
    "first": "comune-collinerosse-2021",
    "second": "comune-collinerosse-2022",
    "audit": [
        _at(1, ASILO[0], wrong("years.restated", "novantasei", "centoquattro")),
        _at(1, ASILO[0], held("years.restated", "novantasei", only="twin")),
        _at(2, DIFF[0], wrong("years.target-lowered", "70%", "63,5%", "60%")),
        _at(3, MUSEO[0], wrong("years.same-text", "i volontari hanno accolto scolaresche")),
        _at(4, MULTE[0], wrong("years.series-break", "controlli svolti")),
        _at(5, ORTI[0], wrong("years.objective-gone", "Orti sociali")),
    ],
}


def _porto(year: int, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"autorita-portofermo-{year}",
        "layout": "T",
        "program": "reportlab",
        "issuer": "Autorità Portuale di Portofermo",
        "year": year,
        "title": f"Relazione sulla performance {year} - Obiettivi operativi",
        "kind": "report",
        "print": forms.grid_t(year, 1)
        | {"intro": ["La percentuale di raggiungimento è il rapporto fra consuntivo e target, fino a 100."]},
        "objectives": list(objectives),
    }


MARE, TERRA = ("A", "Lato mare"), ("B", "Lato terra")

PORTO_2018 = _porto(
    2018,
    wide_row(
        MARE,
        "A.1.1",
        "Dragare i fondali",
        "40",
        [ind("Metri cubi dragati", "50.000", "42.000", w="100", base="38.000", ach="84%")],
    ),
    wide_row(
        MARE,
        "A.1.2",
        "Assistere le navi in arrivo",
        "30",
        [ind("Tempo medio di ormeggio", "<= 60 minuti", "52 minuti", w="100", base="63 minuti", ach="100%")],
    ),
    wide_row(
        TERRA,
        "B.1.1",
        "Potenziare il traffico ferroviario",
        "20",
        [ind("Treni partiti dal porto", ">= 700", "734", w="100", base="655", ach="100%")],
        notes="Le nuove tracce orarie sono state concordate con il gestore della rete dopo una lunga istruttoria.",
    ),
    wide_row(
        TERRA,
        "B.1.2",
        "Aprire il porto alla città",
        "10",
        [ind("Giornate di porto aperto", "4", "4", w="100", base="2", ach="100%")],
    ),
) | {"first": True}

PORTO_2019 = _porto(
    2019,
    wide_row(
        MARE,
        "A.1.1",
        "Dragare i fondali",
        "40",
        [
            ind(
                "Metri cubi dragati",
                "[[40.000|50.000]]",
                "[[41.500|50.000]]",
                w="100",
                base="[[45.000|42.000]]",
                ach="100%",
            )
        ],
    ),
    wide_row(
        MARE,
        "A.1.2",
        "Assistere le navi in arrivo",
        "30",
        [
            ind(
                "Tempo medio di ormeggio",
                "<= [[0,9 ore|50 minuti]]",
                "[[0,8 ore|48 minuti]]",
                w="100",
                base="52 minuti",
                ach="100%",
            )
        ],
    ),
    wide_row(
        TERRA,
        "B.1.1",
        "Potenziare il traffico ferroviario",
        "[[30|20]]",
        [ind("Treni partiti dal porto", ">= 750", "781", w="100", base="734", ach="100%")],
        notes="[[Le nuove tracce orarie sono state concordate con il gestore della rete dopo una lunga istruttoria.|Il secondo binario è in esercizio.]]",
    ),
    wide_row(
        TERRA,
        "B.1.2",
        "Aprire il porto alla città",
        "10",
        [ind("Giornate di porto aperto", "4", "5", w="100", base="4", ach="100%")],
        only="twin",
    ),
)

PORTO = {
    "name": "years-portofermo",
    "layout": "T",
    "first": "autorita-portofermo-2018",
    "second": "autorita-portofermo-2019",
    "audit": [
        _at(None, "Dragare i fondali", wrong("years.target-lowered", "50.000", "42.000", "40.000")),
        _at(None, "Dragare i fondali", wrong("years.restated", "42.000", "45.000")),
        _at(None, "Dragare i fondali", held("years.restated", "42.000", only="twin")),
        _at(None, "Assistere le navi in arrivo", wrong("years.series-break", "52 minuti", "0,8 ore")),
        _at(None, "Potenziare il traffico ferroviario", held("years.restated", "734")),
        _at(None, "Potenziare il traffico ferroviario", said("years.same-text", only="planted")),
        _at(None, "Aprire il porto alla città", wrong("years.objective-gone", "Aprire il porto alla città")),
    ],
}

REPORTS = [COLLINE_2021, COLLINE_2022, PORTO_2018, PORTO_2019]
PAIRS = [COLLINE, PORTO]
