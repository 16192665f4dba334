"""What the checks between years say of values told in prose, read from two texts; each case with its twin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_years import said

from extract import extract_report
from extract.store import Store

FRONT = "COMUNE DI ROCCASECCA\nRelazione sulla performance {}\n\n"
OBJECTIVE = "OBIETTIVO N. {}\n{}\nDescrizione\n{}\nIndicatore: {}\nRisultati: {}\nValutazione OIV = 100/100\n"
OTHERS = (
    ("APRIRE IL MUSEO", "Si intendeva aprire.", "stato del museo", "il museo è stato aperto in primavera."),
    ("CURARE I GIARDINI", "Si intendeva curare.", "stato dei giardini", "i giardini sono stati curati."),
)
TITLE, ABOUT = "ASSISTENZA ALLE IMPRESE", "Lo sportello assiste le imprese."
Told = tuple[str, str, str]  # description, indicator, results
CASES: list[tuple[str, Told, Told]] = [
    ("years.restated", (ABOUT, "imprese assistite", "sono state assistite 312 imprese."),
     (ABOUT, "imprese assistite", "sono state assistite 358 imprese ([[341|312]] nel 2018).")),
    ("years.restated", (ABOUT, "imprese assistite", "le imprese assistite sono 312."),
     ("Nel 2018 le imprese assistite erano [[341|312]].", "imprese assistite", "le imprese assistite sono 358.")),
    ("years.restated", (ABOUT, "tempo medio", "il tempo medio di rilascio è stato di 28 giorni."),
     (ABOUT, "tempo medio", "il tempo medio di rilascio è passato dai [[35|28]] giorni del 2018 a 22.")),
    ("years.restated", (ABOUT, "quota", "le pratiche evase nei termini sono il 91%."),
     (ABOUT, "quota", "le pratiche evase nei termini sono il 94%, rispetto all’[[85|91]]% del 2018.")),
    ("years.restated", (ABOUT, "corsi", "si sono tenuti dodici corsi."),
     (ABOUT, "corsi", "si sono tenuti quindici corsi; l’anno precedente erano stati [[dieci|dodici]].")),
    ("years.restated", (ABOUT, "telecamere in esercizio", "a fine anno erano in esercizio trentuno telecamere."),
     (ABOUT, "telecamere in esercizio",
      "le telecamere in esercizio sono quarantaquattro, contro le [[ventiquattro|trentuno]] di fine 2018.")),
    ("years.target-lowered", (ABOUT, "imprese assistite (target: almeno 300)", "le imprese assistite sono state 260."),
     (ABOUT, "imprese assistite (target: almeno [[250|300]])", "le imprese assistite sono state 305.")),
    ("years.target-lowered",
     (ABOUT, "tempo medio di risposta (target: <= 20 giorni)", "il tempo medio di risposta è stato di 26 giorni."),
     (ABOUT, "tempo medio di risposta (target: <= [[28|20]] giorni)",
      "il tempo medio di risposta è stato di 19 giorni.")),
    ("years.target-lowered",
     (ABOUT, "pratiche evase/pratiche ricevute (target: 90%)", "sono state evase 160 pratiche su 200 (80%)."),
     (ABOUT, "pratiche evase/pratiche ricevute (target: [[80|90]]%)", "sono state evase 190 pratiche su 200 (95%).")),
    ("years.series-break",
     (ABOUT, "tempo medio di risposta", "il tempo medio di risposta è stato di 48 ore."),
     (ABOUT, "tempo medio di risposta", "il tempo medio di risposta è stato di [[2 giorni|44 ore]].")),
]
_CHOICE = re.compile(r"\[\[(.*?)\|(.*?)\]\]")


def pair(folder: Path, old: Told, new: Told, which: int, title: str = TITLE) -> Path:
    """A database of two years; of `[[wrong|right]]` it has one or the other."""
    folder.mkdir()
    with Store.open(folder / "anni.duckdb") as store:
        for year, told, named in ((2018, old, TITLE), (2019, new, title)):
            first = (named, *(_CHOICE.sub(lambda found: found[which], text) for text in told))
            every = (OBJECTIVE.format(number, *one) for number, one in enumerate((first, *OTHERS), start=1))
            path = folder / f"{year}.txt"
            path.write_text(FRONT.format(year) + "\n".join(every), encoding="utf-8")
            store.save(extract_report(path), path)
    return folder / "anni.duckdb"


@pytest.mark.parametrize(("check", "old", "new"), CASES)
def test_it_is_found_and_its_twin_raises_nothing(tmp_path: Path, check: str, old: Told, new: Told) -> None:
    (one,) = [one for one in said(pair(tmp_path / "wrong", old, new, 1)) if one["check"] == check]
    assert one["number"] == 1
    assert {place["source"] for place in one["evidence"]} == {"2018.txt", "2019.txt"}
    assert said(pair(tmp_path / "right", old, new, 2)) == []


def test_a_correction_that_is_told_is_a_notice(tmp_path: Path) -> None:
    old = (ABOUT, "imprese assistite", "le imprese assistite sono 312.")
    new = (ABOUT, "imprese assistite",
           "le imprese assistite sono 358 (341 nel 2018, dato rettificato rispetto alla relazione precedente).")
    (one,) = said(pair(tmp_path / "told", old, new, 1))
    assert (one["check"], one["severity"]) == ("years.restated", "notice")


@pytest.mark.parametrize(("title", "gone"), [
    ("ASSISTENZA ALLE IMPRESE E AGLI ARTIGIANI", False), ("RESTAURO DEI PONTI STORICI", True),
])
def test_an_objective_named_anew_is_not_gone(tmp_path: Path, title: str, gone: bool) -> None:
    old = (ABOUT, "imprese assistite", "assistite 260 imprese.")
    new = ("I ponti sono chiusi.", "ponti restaurati", "restaurati 3 ponti.") if gone else old
    found = [one["check"] for one in said(pair(tmp_path / "named", old, new, 1, title))]
    assert ("years.objective-gone" in found) is gone
