"""The same contradictions in other words: values before, parts, targets and percentages as other offices tell them.

What an official means does not hang on the sentence: each way of telling a value is paired with a way of telling it
otherwise, and innocent sentences that look alike raise nothing.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_reports import confirmations, findings, told

FOUND = ("ratio.percentage", "ratio.parts", "ratio.above-whole", "target.baseline-differs", "target.differs")
EARLIER = (
    "A inizio anno le lastre descritte erano {}.", "Le lastre descritte al 1° gennaio 2018 erano {}.",
    "Finora sono state descritte {} lastre.", "Nel 2017 ne furono descritte {}.",
    "Sono {} le lastre descritte a fine 2017.",
    "Punto di partenza: {} lastre descritte.",
    "Le lastre già descritte sono {}.",
)
SINCE = (
    "partendo da {} lastre descritte, se ne contano adesso 13.500.",
    "le lastre descritte sono ora 13.500, contro le {} del 2017.", "le lastre descritte sono 13.500 (erano {}).",
    "si contano 13.500 lastre descritte, a fronte delle {} di un anno fa.",
    "dalle {} lastre descritte di inizio anno si è giunti alle 13.500 attuali.",
)


@pytest.mark.parametrize("since", SINCE)
@pytest.mark.parametrize("earlier", EARLIER)
def test_a_baseline_told_twice_is_compared(tmp_path: Path, earlier: str, since: str) -> None:
    for second, severities in (("undicimila", ["warning"]), ("dodicimila", [])):
        words = {"description": earlier.format("dodicimila"), "results": since.format(second)}
        report = told(tmp_path, words | {"indicator": "lastre descritte"})
        assert [one.severity for one in findings(report, "target.baseline-differs")] == severities


@pytest.mark.parametrize(
    ("description", "results"),
    [
        ("A inizio anno le lastre erano circa 12.000.", "partendo da 11.980 lastre, se ne contano ora 13.500."),
        ("L’archivio contava 12.000 lastre.", "le lastre esposte, che erano 200, sono ora 340."),
        ("L’archivio contava 12.000 lastre.", "la media è salita da 300 a 900 lastre al mese."),
        ("Nel triennio 2015-2017 furono svolti 30 corsi.", "si sono svolti 12 corsi, contro i 10 del 2017."),
        ("Al 1° gennaio le pratiche erano 300.", "le pratiche, che a giugno erano 250, sono scese a 100."),
        ("Lo sportello riceveva 40 utenti al giorno.", "gli utenti, che erano 8.000, sono 9.500."),
        ("In origine il piano contava 12 azioni.", "le azioni concluse, che erano 4, sono ora 9."),
        ("Si prevedevano almeno 12 corsi.", "si sono svolti 13 corsi in 8 sedi delle 10 previste."),
        ("Si intende formare 40 dipendenti.", "formati 45 dipendenti, oltre ai 6 tirocinanti previsti."),
        ("Si prevedono 60 ispezioni.", "svolte 64 ispezioni, 34 nel primo semestre contro le 30 previste."),
    ],
)
def test_values_of_other_things_times_and_measures_do_not_differ(
    tmp_path: Path, description: str, results: str
) -> None:
    report = told(tmp_path, {"description": description, "results": results})
    assert not [one for check in FOUND for one in findings(report, check)]


@pytest.mark.parametrize(
    "results",
    [
        "svolti {t} laboratori: {a} in sede, i restanti {b} nelle scuole.",
        "svolti {t} laboratori (adulti: {a}; ragazzi: {b}).",
        "si sono svolti {t} laboratori. Di questi, {a} erano per adulti e {b} per ragazzi.",
        "le domande sono state {t}: accolte {a}, respinte {b}.",
        "{a} assunzioni nel capoluogo, {b} in pianura: {t} assunzioni in totale.",
        "in sede si sono svolti {a} laboratori e nelle scuole {b}; in totale {t}.",
        "{a} laboratori in sede e {b} fuori: il totale è dunque di {t}.",
        "spesi {t} euro, {a} per le stampe e {b} per le sale.",
        "liquidati {t} K€: {a} K€ (digitale), {b} K€ (export).",
        "{a} biglietti interi e {b} ridotti fanno in tutto {t} biglietti.",
        "fra rinnovi ({a}) e trasferimenti ({b}) il totale è di {t} pratiche.",
        "i controlli sui bar ({a}) e sui mercati ({b}) ammontano complessivamente a {t}.",
        "dei {t} colloqui tenuti, {a} hanno avuto luogo in centro e {b} in periferia.",
        "pasti serviti: {t}. Di questi, {a} alle materne e {b} alle elementari.",
        "gli {t} alloggi sono per {a} in centro e per {b} in periferia.",
        "{a} licei + {b} istituti = {t} scuole.",
        "{t} cucine ispezionate, di cui {a} con giudizio buono e {b} insufficiente.",
        "{t} verbali, {a} dei quali elevati in centro e {b} lungo il fiume.",
    ],
)
@pytest.mark.parametrize(("t", "a", "b", "wrong"), [("28", "10", "18", "20"), ("340", "220", "120", "150")])
def test_parts_are_summed_however_they_are_told(
    tmp_path: Path, results: str, t: str, a: str, b: str, wrong: str
) -> None:
    report = told(tmp_path, {"results": results.format(t=t, a=a, b=wrong)})
    assert [one.severity for one in findings(report, "ratio.parts")] == ["error"]
    right = told(tmp_path, {"results": results.format(t=t, a=a, b=b)})
    assert not findings(right, "ratio.parts")
    assert confirmations(right, "ratio.parts")


@pytest.mark.parametrize(
    "results",
    [
        "hanno partecipato 120 persone, di cui 70 donne e 60 giovani.",
        "hanno aderito 210 imprese, di cui 120 artigiane e 110 femminili.",
        "sono pervenute 60 domande: 40 sono state istruite e 30 liquidate.",
        "si sono svolti 28 laboratori, 10 incontri e 20 seminari.",
        "si sono svolti 28 laboratori: 10 per adulti e 18 per ragazzi, con 6 docenti.",
        "i laboratori sono stati 28, 10 in più del 2017 e 20 in meno del 2016.",
        "sono stati svolti 12 laboratori e 20 visite; in totale 28 giornate di attività.",
        "le visite sono state 45: 30 programmate e 15 su segnalazione, 12 delle quali urgenti.",
        "le opere esposte sono 60, 35 in prestito e 30 mai viste prima.",
    ],
)
def test_what_may_overlap_and_other_things_are_no_parts(tmp_path: Path, results: str) -> None:
    report = told(tmp_path, {"results": results})
    assert {one.severity for check in FOUND for one in findings(report, check)} <= {"notice"}


@pytest.mark.parametrize(
    ("description", "indicator", "results", "twin"),
    [
        ("Si prevedevano almeno {} visitatori.", "visitatori del museo",
         "i visitatori sono stati 19.240: superato il traguardo, che era di almeno 18.000 visitatori.", "18.000"),
        ("Si vuole arrivare a {} visitatori.", "visitatori del museo",
         "19.240 visitatori contro i 18.000 attesi.", "18.000"),
        ("Il Senato ha stabilito che fossero sottoscritti più di {} accordi.", "accordi sottoscritti (target: > 15)",
         "gli accordi sottoscritti sono 18.", "15"),
        ("Le squadre chiudono l’inventario entro il {} luglio 2018.",
         "chiusura dell’inventario entro il 31 luglio 2018",
         "l’inventario è stato chiuso il 12 luglio 2018.", "31"),
    ],
)
def test_a_target_told_twice_is_compared(
    tmp_path: Path, description: str, indicator: str, results: str, twin: str
) -> None:
    wrong = {"18.000": "15.000", "15": "16", "31": "15"}[twin]
    for value, severities in ((wrong, ["warning"]), (twin, [])):
        report = told(tmp_path, {"description": description.format(value), "indicator": indicator, "results": results})
        assert [one.severity for one in findings(report, "target.differs")] == severities


@pytest.mark.parametrize(
    ("description", "indicator"),
    [
        ("Il bando esce entro il 31 marzo 2018.", "graduatoria del bando entro il 30 giugno 2018"),
        ("La chiusura dell’inventario, prevista entro il 31 luglio 2018, è stata prorogata.",
         "chiusura dell’inventario entro il 31 ottobre 2018"),
        ("Lo sportello è avviato entro il 30 giugno 2018.", "avvio dello sportello entro giugno 2018"),
    ],
)
def test_deadlines_of_other_things_or_put_off_do_not_differ(tmp_path: Path, description: str, indicator: str) -> None:
    report = told(tmp_path, {"description": description, "indicator": indicator})
    assert not findings(report, "target.differs")


def test_a_ratio_in_brackets_is_read_from_its_part_to_its_whole(tmp_path: Path) -> None:
    words = "il {}% delle pratiche pervenute (45 di 72) è stato evaso."
    assert [one.severity for one in findings(told(tmp_path, {"results": words.format("68,5")}), "ratio.percentage")]
    right = told(tmp_path, {"results": words.format("62,5")})
    assert not [one for check in FOUND for one in findings(right, check)]


def test_a_century_is_no_number(tmp_path: Path) -> None:
    report = told(tmp_path, {"results": "abbiamo descritto le filigrane del Quattrocento e del Cinquecento."})
    assert not findings(report, "ratio.above-whole")
    assert findings(told(tmp_path, {"results": "visitati cinquecento cantieri su quattrocento."}), "ratio.above-whole")


@pytest.mark.parametrize(
    ("asked", "missed", "kept"),
    [
        ("non dovranno superare il 12%", "13,1%", "11,4%"),
        ("non superassero il 12%", "13,1%", "11,4%"),
        ("dovevano restare sotto il 12%", "13,1%", "11,4%"),
        ("non potranno eccedere il 12%", "13,1%", "11,4%"),
    ],
)
@pytest.mark.parametrize(
    "claim",
    [
        "la richiesta è stata quindi soddisfatta",
        "impegno rispettato",
        "risultato in linea con le attese",
        "il limite fissato può dirsi rispettato",
        "si è tenuto fede all'impegno assunto",
        "dato al di sotto della soglia",
    ],
)
def test_a_missed_target_that_is_said_to_be_kept_is_a_warning(
    tmp_path: Path, asked: str, missed: str, kept: str, claim: str
) -> None:
    words = {"description": f"Si vuole che gli abbandoni {asked}.", "indicator": "tasso di abbandono"}
    for value, severities in ((missed, ["warning"]), (kept, [])):
        report = told(tmp_path, words | {"results": f"il tasso di abbandono è stato del {value}: {claim}."})
        assert [one.severity for one in findings(report, "ratio.target")] == severities


@pytest.mark.parametrize(
    "said",
    [
        "Il target è stato quasi raggiunto.",
        "Il target non è stato raggiunto.",
        "Obiettivo raggiunto all'87%.",
        "La scadenza prevista è stata rispettata.",
        "Il limite di spesa è stato superato.",
        "Il programma è conforme alle linee guida.",
    ],
)
def test_what_does_not_say_that_a_target_was_kept_is_no_claim(tmp_path: Path, said: str) -> None:
    words = {"description": "Si intende svolgere almeno 40 corsi.", "indicator": "corsi svolti"}
    report = told(tmp_path, words | {"results": f"svolti 35 corsi. {said}"})
    assert [one.severity for one in findings(report, "ratio.target")] == ["notice"]
