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


SPENT = "contributi erogati"
OF_BEFORE: list[tuple[Told, Told]] = [  # a number that a pronoun names, or that the description tells
    ((ABOUT, SPENT, "erogati contributi per 412.500 euro."),
     (ABOUT, SPENT,
      "erogati contributi per 438.000 euro; nel 2018 ne erano stati erogati per [[421.500|412.500]].")),
    ((ABOUT, "imprese", "le imprese assistite sono 312."),
     (ABOUT, "imprese", "le imprese assistite sono 358; nel 2018 se ne contavano [[341|312]].")),
    ((ABOUT, "imprese", "le imprese assistite sono 312."),
     (ABOUT, "imprese", "le imprese assistite sono 358; l’anno precedente ne erano state assistite [[341|312]].")),
    ((ABOUT, "corsi", "tenuti 12 corsi."),
     (ABOUT, "corsi", "tenuti 15 corsi. Nel 2018 se ne erano tenuti [[10|12]].")),
    ((ABOUT, "borse", "assegnate 41 borse."),
     (ABOUT, "borse", "assegnate 45 borse; nel 2018 ve n’erano state [[14|41]].")),
    ((ABOUT, "lampioni", "sono stati sostituiti 210 lampioni."),
     (ABOUT, "lampioni", "i lampioni sostituiti sono 230; quelli del 2018 erano [[120|210]].")),
    ((ABOUT, "spesa", "impegnati 1.250.000 euro."),
     (ABOUT, "spesa", "impegnati 1.310.000 euro; nel 2018 ne erano stati impegnati [[1.520.000|1.250.000]].")),
    ((ABOUT, "malghe", "le malghe censite erano 137."),
     ("Il 31 dicembre 2018 le malghe censite erano [[173|137]].", "malghe", "le malghe censite erano 205.")),
    ((ABOUT, "malghe", "le malghe censite erano 137."),
     ("Alla fine del 2018 risultavano censite [[173|137]] malghe.", "malghe", "le malghe censite erano 205.")),
    ((ABOUT, "malghe", "le malghe censite erano 137."),
     ("Alla chiusura del 2018 le malghe censite ammontavano a [[173|137]].", "malghe", "le malghe censite erano 205.")),
    ((ABOUT, "malghe", "le malghe censite erano 137."),
     ("L’anno scorso si era arrivati a [[173|137]] malghe censite.", "malghe", "le malghe censite erano 205.")),
    ((ABOUT, "malghe", "le malghe censite erano 137."),
     ("Si parte dalle [[173|137]] malghe censite al 31/12/2018.", "malghe", "le malghe censite erano 205.")),
]


@pytest.mark.parametrize(("old", "new"), OF_BEFORE)
def test_a_number_of_the_year_before_is_known_by_what_is_said_beside_it(tmp_path: Path, old: Told, new: Told) -> None:
    (one,) = said(pair(tmp_path / "wrong", old, new, 1))
    assert (one["check"], one["severity"], one["number"]) == ("years.restated", "warning", 1)
    assert said(pair(tmp_path / "right", old, new, 2)) == []


INNOCENT: list[tuple[str, str]] = [  # results of the year before and of this one, of other things or of a part
    ("le domande ricevute sono 110.", "le domande ricevute sono 120; nel 2018 ne erano state accolte 80."),
    ("erogati contributi per 412.500 euro a 60 imprese.",
     "erogati contributi per 438.000 euro a 66 imprese; nel 2018 erano 60 imprese."),
    ("assistite 312 imprese.", "assistite 358 imprese; nel 2018 ne erano state assistite 46 in meno."),
    ("assistite 312 imprese.", "assistite 358 imprese; nel 2018 ne era stata assistita circa la metà."),
    ("assistite 312 imprese.", "assistite 358 imprese. Nel 2018 ne era stata data notizia a 1.200 iscritti."),
    ("tenuti 12 corsi.", "tenuti 15 corsi. Nel 2018 se ne erano tenuti dodici."),
    ("tenuti 12 corsi.", "tenuti 15 corsi. Nel 2017 se ne erano tenuti nove."),
    ("impegnati 1.250.000 euro.", "impegnati 1.310.000 euro; nel 2018 ne erano stati pagati 980.000."),
]


@pytest.mark.parametrize(("old", "new"), INNOCENT)
def test_a_part_or_another_thing_is_no_value_restated(tmp_path: Path, old: str, new: str) -> None:
    assert said(pair(tmp_path / "right", (ABOUT, "attività svolta", old), (ABOUT, "attività svolta", new), 2)) == []


TRACKS, OPENED = "Si volevano aprire non meno di {} chilometri di pista.", "chilometri di pista aperti nell’anno"


@pytest.mark.parametrize("results", [
    "se ne sono potuti aprire nove, cioè meno del voluto.", "ne sono stati aperti nove.", "ne abbiamo aperti nove.",
    "si è riusciti ad aprirne nove.", "non se ne sono potuti aprire che nove.", "ci si è fermati a nove.",
    "se ne contano nove.", "sono stati nove.", "aperti nove.", "purtroppo ne risultano aperti solo 9.",
    "alla fine ne sono risultati percorribili 9.", "il risultato è stato di nove, per un esproprio impugnato.",
    "si è arrivati a nove, per un esproprio impugnato.", "non si è andati oltre i nove, per un esproprio impugnato.",
])
def test_a_target_was_missed_by_a_number_that_nobody_names_again(tmp_path: Path, results: str) -> None:
    old = (TRACKS.format("dodici"), OPENED, results)
    new = (TRACKS.format("[[otto|dodici]]"), OPENED, "i chilometri di pista aperti sono stati dodici e mezzo.")
    (one,) = [one for one in said(pair(tmp_path / "wrong", old, new, 1)) if one["check"] == "years.target-lowered"]
    assert (one["severity"], one["number"]) == ("warning", 1)
    assert said(pair(tmp_path / "right", old, new, 2)) == []


@pytest.mark.parametrize("results", [
    "ne sono stati aperti quattordici.", "sono stati nove i cantieri, tutti conclusi.", "restano da aprirne nove.",
    "ne mancano nove alla fine del progetto.", "si è arrivati al collaudo in nove mesi.",
    "si è passati da nove a tredici.", "si sono tenuti nove incontri con i comuni.", "aperti tutti, in nove lotti.",
    "la pista è stata aperta in nove comuni.", "ne hanno goduto nove famiglie.",
])
def test_a_number_of_something_else_misses_no_target(tmp_path: Path, results: str) -> None:
    old = (TRACKS.format("dodici"), OPENED, results)
    new = (TRACKS.format("otto"), OPENED, "i chilometri di pista aperti sono stati dodici e mezzo.")
    assert [one for one in said(pair(tmp_path / "right", old, new, 1)) if one["severity"] != "notice"] == []


@pytest.mark.parametrize("about", [
    "Il target, che era di 5.000 piantine, è stato portato a 4.500 con decreto del Presidente n. 18/2019.",
    "Con delibera 12/2019 la Giunta ha ridotto il target da 5.000 a 4.500 piantine.",
    "Il valore atteso è stato abbassato per il passaggio delle serre alla Regione.",
    "La riduzione del valore atteso dipende dal passaggio delle serre alla Regione.",
    "L’obiettivo annuo è stato ridimensionato, essendo passate le serre alla Regione.",
])
def test_a_lowered_target_that_the_description_tells_is_a_notice(tmp_path: Path, about: str) -> None:
    old = (ABOUT, "n. piantine consegnate (target: 5.000)", "le piantine consegnate sono state 4.100.")
    new = (about, "n. piantine consegnate (target: 4.500)", "le piantine consegnate sono state 4.630.")
    (one,) = [one for one in said(pair(tmp_path / "told", old, new, 1)) if one["check"] == "years.target-lowered"]
    assert one["severity"] == "notice"
