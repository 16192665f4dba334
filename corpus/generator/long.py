"""A layout-T report of any length, to measure speed and memory with; it is no part of the corpus."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from corpus.generator import platypus
from corpus.generator.layouts import layout_of, number

SEED = 2020
PER_PAGE = 8  # objectives, as these are
PER_UNIT = 24
WEIGHTS = (1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.5)
VERBS = ("Ridurre", "Completare", "Migliorare", "Estendere", "Monitorare", "Riorganizzare", "Avviare", "Consolidare")
THINGS = (
    "i tempi di conclusione dei procedimenti ad istanza di parte",
    "la digitalizzazione dei fascicoli e la loro conservazione a norma",
    "la manutenzione programmata del patrimonio edilizio",
    "i servizi di assistenza domiciliare per gli anziani non autosufficienti",
    "la riscossione delle entrate proprie e il recupero degli insoluti",
    "il programma di formazione del personale",
    "gli interventi di messa in sicurezza della viabilità",
    "la rilevazione della soddisfazione degli utenti",
)
ENDS = (
    "",
    " nel rispetto dei tempi previsti dalla programmazione",
    ", anche attraverso la collaborazione con gli altri enti del territorio",
    " presso le sedi decentrate",
    " secondo le indicazioni contenute nel documento unico di programmazione e nei relativi aggiornamenti",
)
INDICATORS = (
    ("Percentuale di attività concluse nei termini", "attività concluse nei termini / attività programmate x 100", "%"),
    ("Numero di utenti che hanno usufruito del servizio", "conteggio delle registrazioni al 31 dicembre", "n."),
    ("Tempo medio di conclusione", "media dei giorni tra istanza e provvedimento", "giorni"),
    ("Risorse impegnate sul capitolo di spesa", "somma degli impegni assunti nell’anno", "euro"),
    ("Approvazione dell’atto finale", "data del provvedimento", "data"),
)
COLUMNS = (
    ("reference.operational", "Cod.", 5.0),
    ("title", "Obiettivo operativo", 20.0),
    ("weight", "Peso", 4.5),
    ("indicator.text", "Indicatore", 17.0),
    ("indicator.formula", "Algoritmo di calcolo", 17.0),
    ("indicator.unit", "Unità di misura", 6.0),
    ("indicator.baseline", "Consuntivo 2019", 9.0),
    ("indicator.target", "Target 2020", 10.0),
    ("indicator.result", "Consuntivo 2020", 9.0),
    ("indicator.achievement", "% di ragg.", 6.0),
)


def long_grid(pages: int, path: Path | str) -> tuple[int, float]:
    """Write a report of about `pages` pages to `path`; the number of its objectives and the sum of their weights."""
    objectives = list(islice(_objectives(Random(SEED)), max(1, round(pages * PER_PAGE))))
    content = {"issuer": "Provincia di Lungavalle", "year": 2020, "title": "Relazione sulla performance 2020"}
    content |= {"objectives": objectives, "print": _options(objectives)}
    Path(path).write_bytes(platypus.pdf(layout_of("T")(content), str(content["title"])))
    return len(objectives), sum(one["weight"] for one in objectives)


def _options(objectives: list[dict[str, Any]]) -> dict[str, Any]:
    """How the report is printed: a table for each unit, which keeps the time that reportlab takes linear."""
    units = dict.fromkeys(one["print_group"] for one in objectives)
    return {
        "landscape": True,
        "size": 7.5,
        "null": "-",
        "running_header": "Provincia di Lungavalle - Relazione sulla performance 2020",
        "columns": [{"key": key, "label": label, "width": width} for key, label, width in COLUMNS],
        "groups": {unit: {"heading": [f"Centro di responsabilità n. {unit}"]} for unit in units},
    }


def _objectives(random: Random) -> Iterator[dict[str, Any]]:
    """Objectives without end, PER_UNIT to each unit, one to three indicators to each of them."""
    place = 0
    while True:
        unit, within = divmod(place, PER_UNIT)
        code = f"{unit + 1}.{within // 6 + 1}.{within % 6 + 1}"
        yield {
            "print_group": unit + 1,
            "title": f"{random.choice(VERBS)} {random.choice(THINGS)}{random.choice(ENDS)}",
            "plan_references": [{"level": "operational", "code": code, "title": None}],
            "weight": random.choice(WEIGHTS),
            "indicators": [
                _indicator(random, one) for one in random.sample(INDICATORS, random.choice((1, 1, 2, 2, 3)))
            ],
        }
        place += 1


def _indicator(random: Random, kind: tuple[str, str, str]) -> dict[str, str]:
    """One indicator, its values as printed."""
    text, formula, unit = kind
    target, achieved = random.randint(20, 95), random.choice((100, 100, 100, 87.5, 92, 104.3))
    values = [target - random.randint(1, 9), target, target + random.randint(-6, 4)]
    if unit == "data":
        month = target % 9 + 3
        baseline, aim, result = "-", f"entro il 30/{month:02}/2020", f"{target % 27 + 1:02}/{month:02}/2020"
    elif unit == "euro":
        baseline, aim, result = (f"{value}.{random.randint(100, 999)},{random.randint(10, 99)}" for value in values)
    else:
        sign = {"%": ">= ", "n.": "almeno ", "giorni": "<= "}[unit]
        suffix = "%" if unit == "%" else ""
        baseline, aim, result = (f"{lead}{value}{suffix}" for lead, value in zip(("", sign, ""), values, strict=True))
    measures = {"baseline": baseline, "target": aim, "result": result}
    return {"text": text, "formula": formula, "unit": unit, **measures, "achievement": f"{number(achieved)}%"}
