"""Targets as prose names them: what stands between the word and its number, and what only looks like it."""

from __future__ import annotations

import pytest

from extract.language import analyse
from extract.language.values import Hints, Statement

GOALS = (
    ("Target aziendale: 12.000 inviti.", 12000),
    ("Il target dell’anno è di sessanta ispezioni, da svolgersi senza preavviso.", 60),
    ("Il target per il 2020 è di 45 giorni.", 45),
    ("Il target assegnato al servizio è pari a 30 controlli.", 30),
    ("Target 2020: 85%.", 85),
    ("Target anno 2020: 12 corsi.", 12),
    ("Target regionale pari al 95% dei solleciti.", 95),
    ("Valore atteso per l’anno: 150 sopralluoghi.", 150),
    ("Il valore atteso a fine anno era di 150 sopralluoghi.", 150),
    ("L’obiettivo dell’ufficio è di 60 verifiche.", 60),
    ("L’obiettivo annuale è pari a 60 verifiche.", 60),
    ("L’obiettivo che ci si è dati è di 60 verifiche.", 60),
    ("Il traguardo dell’anno è fissato a 25 laboratori.", 25),
    ("Il traguardo fissato dalla Giunta è di 25 laboratori.", 25),
    ("Il risultato atteso consiste in 25 laboratori.", 25),
    ("Soglia da raggiungere: 70%.", 70),
    ("Obiettivo numerico: 400 utenti.", 400),
    ("Obiettivo quantitativo dell’anno: 400 utenti.", 400),
    ("Target minimo: 18 eventi.", 18),
    ("Target di piano: 18 eventi.", 18),
    ("Target (2020): 18 eventi.", 18),
    ("Il target è stato fissato in 18 eventi.", 18),
    ("Il target è stato posto a 18 eventi.", 18),
    ("Si assume come target il valore di 18 eventi.", 18),
    ("Il livello atteso è del 90%.", 90),
    ("Livello di servizio atteso: 90%.", 90),
    ("Il Piano fissa un target di 18 eventi.", 18),
    ("Il Piano fissa il target in 18 eventi.", 18),
    ("Standard minimo atteso: 90%.", 90),
    ("Numero atteso di eventi: 18.", 18),
    ("Eventi attesi: 18.", 18),
    ("Eventi attesi n. 18.", 18),
    ("Obiettivo: n. 18 eventi.", 18),
    ("target = 18", 18),
    ("Target assegnato: 18 eventi", 18),
    ("Target: n. 18 eventi entro l’anno.", 18),
    ("Indicatore: eventi; target: diciotto.", 18),
    ("il target, pari a 18 eventi,", 18),
    ("Target per l’anno in corso: 18 eventi", 18),
    ("Target dell’esercizio 18 eventi", 18),
    ("Il risultato da conseguire è di 18 eventi.", 18),
    ("Risultato minimo atteso 18 eventi", 18),
    ("il target è 18", 18),
    ("L’indicatore ha un target di 18 eventi.", 18),
    ("L’indicatore ha come target 18 eventi.", 18),
    ("Il target da raggiungere nel 2020 è di 18 eventi", 18),
    ("Il target 2020 ammonta a 18 eventi.", 18),
    ("Per il 2020 il target sale a 18 eventi.", 18),
)
NO_GOALS = (
    "Il target dell’anno è stato raggiunto con 52 ispezioni.",
    "Target raggiunto: 52 ispezioni svolte.",
    "Il target aziendale è stato superato di 12 punti.",
    "L’obiettivo dell’ufficio è seguire 3 scuole pilota.",
    "L’obiettivo strategico 4 è presidiato da tre uffici.",
    "Obiettivo operativo: 3 Servizi.",
    "Invito attivo alle residenti 50-69 aa.; lettera e sms di promemoria.",
    "L’obiettivo della legge 104 è noto.",
    "Il target di utenti seguito conta 300 famiglie.",
    "Il grado di raggiungimento dell’obiettivo è del 98%.",
    "Grado di raggiungimento del target: 98%.",
    "Lo scostamento dal target è di 3 punti.",
    "Obiettivo n. 3: 2 sportelli.",
    "L’obiettivo è stato raggiunto al 100%.",
    "Il target, fissato dalla Giunta, è stato superato: 52 ispezioni.",
    "L’obiettivo è stato assegnato a 3 uffici.",
    "L’obiettivo coinvolge 4 uffici.",
    "L’obiettivo è condiviso con 4 uffici.",
    "L’obiettivo è trasversale a 5 settori.",
    "L’obiettivo operativo è declinato in 3 azioni.",
    "Rispetto al target dell’anno si registrano 12 casi in più.",
    "Il valore raggiunto è di 45.",
    "Il risultato è di 45 corsi.",
    "La quota di adesione è del 40%.",
    "Il tasso di copertura è del 95%.",
    "L’obiettivo di riferimento è il n. 5 del Piano.",
    "Oltre il target di legge si sono aggiunte 3 visite.",
    "Il traguardo è stato tagliato da 40 atleti.",
    "Il target della campagna sono i giovani: 300 studenti hanno partecipato.",
    "Il target group è composto da 40 famiglie.",
    "Percentuale di conseguimento dell’obiettivo: 90%",
    "Valore target superato del 5%.",
    "Il valore del progetto è di 30.000 euro.",
    "Il valore atteso è stato superato: 52 ispezioni.",
    "Numero di domande attese in coda: 30.",
    "Obiettivi raggiunti: 12 su 14.",
    "Target non raggiunto: 12 ispezioni su 20.",
    "Il risultato conseguito è pari al 98% del valore atteso.",
    "In linea con il target, 40 imprese hanno aderito.",
    "Il target è stato ridotto di 5 unità.",
    "Il target annuale è cresciuto di 10 punti rispetto al 2019.",
    "Il livello di attuazione dell’obiettivo è pari al 60%.",
    "L’obiettivo ha un valore di 20 punti.",
    "L’obiettivo, del valore di 20 punti, è stato raggiunto.",
    "La soglia di povertà è di 9.000 euro.",
    "Il numero delle visite, superiore alle attese, è di 130.",
    "Meta dell’escursione: 3 rifugi.",
    "La metà degli utenti: 30 persone.",
    "la meta è stata visitata da 300 turisti",
    "Il numero di utenti è pari a 300.",
    "Il peso dell’obiettivo è pari al 20%.",
)
SECTIONS = ("description", "results")


def said(text: str, section: str) -> tuple[Statement, ...]:
    return analyse(text, Hints(section=section, year=2020)).statements


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize(("text", "value"), GOALS)
def test_a_goal_is_a_target_whatever_stands_before_its_number(text: str, value: float, section: str) -> None:
    targets = [one.value for one in said(text, section) if one.kind == "target"]
    assert targets == [value]


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("text", NO_GOALS)
def test_what_is_said_of_a_goal_is_no_target(text: str, section: str) -> None:
    assert [one for one in said(text, section) if one.kind == "target"] == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("96 dei 150 fascicoli richiesti sono stati consegnati, pari al 72%.", ["actual", "base", "actual"]),
        ("Rinnovo di sessanta delle 75 concessioni scadute.", ["actual", "base"]),
        ("Ne abbiamo sfalciati 20 dei 40 ettari.", ["actual", "base"]),
        ("È stato visitato il 40% delle 75 scuole.", ["actual", "base"]),
        ("Dei trentadue provvedimenti, undici sono di proroga.", ["base", "actual"]),
        ("Presenze: 1.240 (2019: 1.060).", ["actual", "baseline"]),
        ("Presenze 2020 n. 1.240, presenze 2019 n. 1.060.", ["actual", "baseline"]),
    ],
)
def test_what_numbers_are_beside_others(text: str, roles: list[str]) -> None:
    assert [one.role for one in said(text, "results")] == roles


@pytest.mark.parametrize(
    ("text", "euro"),
    [
        ("Riscossi K€ 2.880.", 2_880_000), ("Entrate per 1,2 M€.", 1_200_000), ("Spesi 350 k€.", 350_000),
        ("Spesi 45 keuro.", 45_000),
    ],
)
def test_scaled_euro_are_euro(text: str, euro: float) -> None:
    assert [(one.value, one.unit) for one in said(text, "results")] == [(euro, "EUR")]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Sostituiti 131 punti luce.", "punti luce"), ("Aperti 12 punti di raccolta.", "punti di raccolta"),
        ("Il giudizio è salito di 12 punti.", None), ("Un distacco di 15 punti percentuali.", None),
        ("Si è scesi di 14 punti di scarto.", None),
    ],
)
def test_points_are_a_score_or_places(text: str, counted: str | None) -> None:
    assert [one.label for one in said(text, "results") if one.unit is None] == ([counted] if counted else [])


def test_ages_are_no_targets() -> None:
    assert said("Invito attivo alle residenti 50-69 aa., con lettera.", "description") == ()
