# ruff: noqa: E501
"""Values that sentences tell in many ways: what was before, lists of parts, shares in words.

Each case has its twin, the same text with the contradiction mended; `[[wrong|right]]` says both at once.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extract.audit.words.method import read_front
from tests.small_reports import OURS, findings, told

BASELINE, PARTS, PERCENTAGE = "target.baseline-differs", "ratio.parts", "ratio.percentage"
_BOTH = re.compile(r"\[\[(.*?)\|(.*?)\]\]")


def _side(words: dict[str, str], which: int) -> dict[str, str]:
    return {name: _BOTH.sub(lambda found: found[which], text) for name, text in words.items()}


@pytest.mark.parametrize(
    ("check", "description", "results"),
    [
        (BASELINE, "All’avvio del progetto il registro contava [[cinquantadue|quarantotto]] cooperative.",
         "le cooperative nel registro erano 48 e sono ora 61."),
        (BASELINE, "Nel 2017 il servizio di prestito raggiungeva [[1.150|1.510]] lettori.",
         "i lettori, che erano 1.510, sono diventati 1.720."),
        (BASELINE, "Prima dell’intervento i plessi cablati erano soltanto [[otto|sei]].",
         "dai 6 plessi cablati di partenza si è arrivati a 15."),
        (BASELINE, "Al 1° gennaio i posti disponibili erano [[130|310]].",
         "i posti disponibili sono 350, quaranta in più dei 310 che c’erano a gennaio."),
        (BASELINE, "Le aziende certificate, inizialmente [[17|27]], dovevano crescere.",
         "rispetto alle 27 aziende certificate iniziali se ne contano 39."),
        (BASELINE, "A fine anno precedente i fascicoli digitali erano il [[44|41]]% di quelli in uso.",
         "con 44 licenze si è passati da un 41% di fascicoli digitali al 63%."),
        (PARTS, "", "sono state esaminate 150 domande: rispettivamente 70, 50 e [[40|30]] nelle tre sedi."),
        (PARTS, "", "le visite sono state 96, distribuite nell’ordine in 40, 30 e [[36|26]] fra nord, centro e sud."),
        (PARTS, "", "hanno aderito 64 soci tra agricoltori (30), artigiani ([[29|19]]) e commercianti (15)."),
        (PARTS, "", "la spesa è stata così ripartita: 50% per il personale, 30% per i servizi e [[30|20]]% per le attrezzature."),
        (PARTS, "", "i fondi sono andati per il 40% alle scuole, per il 35% alle biblioteche e per il [[35|25]]% ai musei."),
        (PERCENTAGE, "", "sono pervenute 200 istanze e ne sono state accolte 50, ossia una su [[cinque|quattro]]."),
        (PERCENTAGE, "", "dei 300 cartelli censiti ne sono stati sostituiti 100, cioè un [[quarto|terzo]]."),
        (PERCENTAGE, "", "su 80 locali controllati 40 erano in regola: [[un terzo|la metà]]."),
        (PERCENTAGE, "", "a fronte di 800 campioni analizzati quelli irregolari sono stati 12, pari al [[25|15]] per mille."),
        (PERCENTAGE, "", "è stato rilasciato il [[45|40]] per cento delle licenze, ossia quarantotto delle centoventi richieste."),
        (PERCENTAGE, "", "il [[70|60]]% delle famiglie ha risposto: 150 delle 250 interpellate."),
        (PERCENTAGE, "", "si sono iscritti 36 studenti, il [[40|30]]% dei 120 aventi diritto."),
        (PERCENTAGE, "", "le pratiche ricevute sono state 400 e quelle chiuse 340, con una percentuale del [[90|85]]%."),
    ],
)
def test_it_is_found_however_it_is_told(tmp_path: Path, check: str, description: str, results: str) -> None:
    words = {"results": results} | ({"description": description} if description else {})
    assert findings(told(tmp_path, _side(words, 1)), check)
    assert not _loud(tmp_path, _side(words, 2))


@pytest.mark.parametrize(
    ("description", "results"),
    [
        ("I mezzi erano 20 nel 2015 e 26 nel 2017.", "partendo da 26 mezzi se ne contano 30."),
        ("Le sale erano diciotto, sei delle quali in periferia.", "le sale aperte sono passate da 18 a 22."),
        ("Le domande erano 90 nella sede di nord e 45 in quella di sud.", "le domande sono passate da 135 a 160."),
        ("I soci erano 210, 30 in meno del 2016.", "i soci sono passati da 210 a 260."),
        ("Gli abbonati erano 400.", "gli abbonati erano 520 al 30 giugno e sono ora 610, contro i 400 di partenza."),
        ("", "hanno risposto 45 famiglie, una su quattro di quelle del quartiere."),
        ("", "le domande sono state 240, una su quattro in rete; 45 sono state respinte."),
        ("", "su 50 imprese contattate 30 hanno aderito, il 20% in più dell’anno precedente."),
        ("", "a fronte di 120 richieste ne sono state evase 90, un terzo delle quali in giornata."),
        ("", "i gradimenti sono stati del 90% per il corso base, dell’85% per l’avanzato e del 95% per i laboratori."),
        ("", "le 60 visite hanno riguardato nord e sud, rispettivamente con 3 e 4 addetti."),
    ],
)
def test_what_only_looks_like_a_contradiction_is_none(tmp_path: Path, description: str, results: str) -> None:
    assert not _loud(tmp_path, {"results": results} | ({"description": description} if description else {}))


def _loud(folder: Path, words: dict[str, str]) -> list[str]:
    found = told(folder, words).objectives[0].findings
    return [one.message for one in found if one.check.startswith(OURS) and one.severity != "notice"]


@pytest.mark.parametrize(
    ("front", "scale"),
    [
        ("Ogni obiettivo riceve fino a 20 punti.", 20), ("Il punteggio può arrivare a 40.", 40),
        ("Il punteggio massimo di ciascun obiettivo è pari a 15 punti.", 15), ("I punti variano tra 0 e 5.", 5),
        ("Si punta a crescere fino a 20 punti percentuali.", None),
    ],
)
def test_the_front_says_the_scale_of_the_scores(front: str, scale: float | None) -> None:
    assert read_front(front).scale == scale


def test_the_front_says_that_achievement_is_result_over_target() -> None:
    assert read_front("Il raggiungimento corrisponde al rapporto fra il valore a consuntivo e quello atteso.").ratio
    assert read_front("% di raggiungimento: risultato su target.").ratio
    assert not read_front("Il raggiungimento dei risultati attesi è descritto in ogni scheda.").ratio
