"""What sentences tell beside cells: ratios in words, lists of parts, values before, reservations, how a report reckons.

Each case has its twin, the same text with the contradiction mended, of which the check says nothing.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from extract.audit.words.method import Method, method
from extract.audit.words.phrases import told as ratios_told
from schemas.report import Report
from tests.small_reports import confirmations, findings, grid, quotes, told

Words = dict[str, str]
DONE = "pratiche evase/pratiche pervenute"
HEAD = ("Obiettivo", "Indicatore", "Peso", "Target", "Risultato", "% di raggiungimento", "Note")
ROWS = (
    ("Assistere le imprese", "Imprese assistite", "100%", "80", "80", "100%", ""),
    ("Formare il personale", "Dipendenti formati / dipendenti", "100%", "90%", "90%", "100%", ""),
    ("Aprire il museo", "Giornate di apertura", "100%", "200", "240", "120%", ""),
)


@pytest.mark.parametrize(
    ("check", "severity", "wrong", "right"),
    [
        *(
            ("ratio.percentage", "error", {"indicator": DONE, "results": wrong}, {"results": wrong.replace("95", "80")})
            for wrong in (
                "delle 340 pratiche pervenute ne sono state evase 272, pari al 95%.",
                "su 340 pratiche pervenute 272 sono state evase nei termini (95%).",
                "sono state evase 272/340 pratiche (95%).",
                "evase 272 pratiche su 340 / 95%.",
                "evaso il 95% delle pratiche (272 su 340).",
                "evase 272 pratiche su 340 entro 20 giorni (95%).",
                "sono state evase 272 pratiche a fronte delle 340 previste (95%).",
            )
        ),
        (
            "ratio.parts", "error", {"results": "le imprese sono state novanta: sessanta nuove e cinquanta già note."},
            {"results": "le imprese sono state novanta: sessanta nuove e trenta già note."},
        ),
        (
            "ratio.parts", "error", {"results": "hanno partecipato 120 imprese (80 artigiane e 60 commerciali)."},
            {"results": "hanno partecipato 120 imprese (80 artigiane e 40 commerciali)."},
        ),
        (
            "ratio.parts", "error", {"results": "delle 120 imprese partecipanti 80 sono artigiane e 60 commerciali."},
            {"results": "delle 120 imprese partecipanti 80 sono artigiane e 40 commerciali."},
        ),
        (
            "ratio.above-whole", "warning",
            {"indicator": "quota di dipendenti che hanno risposto sul totale dei dipendenti",
             "results": "hanno risposto n. 70 dipendenti su n. 64 in servizio."},
            {"results": "hanno risposto n. 60 dipendenti su n. 64 in servizio."},
        ),
        (
            "target.baseline-differs", "warning",
            {"description": "Al 31/12/2017 risultavano iscritte quattordici imprese innovative.",
             "results": "le imprese iscritte sono passate da 18 a 31."},
            {"description": "Al 31/12/2017 risultavano iscritte diciotto imprese innovative."},
        ),
        (
            "target.baseline-differs", "warning",
            {"description": "Le visite svolte nel 2017 erano 45.",
             "results": "nel 2018 si sono svolte 60 visite, a fronte delle 52 del 2017."},
            {"description": "Le visite svolte nel 2017 erano 52."},
        ),
        (
            "target.baseline-differs", "warning",
            {"description": "Gli iscritti, 1.200 al 31 dicembre 2017, andavano aumentati.",
             "results": "gli iscritti sono 1.560, 210 in più dei 1.350 di partenza."},
            {"description": "Gli iscritti, 1.350 al 31 dicembre 2017, andavano aumentati."},
        ),
        (
            "target.differs", "warning",
            {"description": "Il tempo medio di rilascio non doveva superare i 45 giorni.",
             "indicator": "tempo medio di rilascio (target: non superiore a 30 giorni)",
             "results": "il tempo medio di rilascio è stato di 28 giorni."},
            {"description": "Il tempo medio di rilascio non doveva superare i 30 giorni."},
        ),
        (
            "target.differs", "warning",
            {"description": "Erano previsti almeno dodici corsi e almeno 200 volontari.",
             "indicator": "n. corsi (target: >= 10); n. volontari (target: >= 200)",
             "results": "si sono svolti 13 corsi con 230 volontari."},
            {"description": "Erano previsti almeno dieci corsi e almeno 200 volontari."},
        ),
        (
            "evaluation.partial-score", "warning",
            {"results": "il museo è stato aperto.\nNote: il punteggio è riferito al solo allestimento interno."},
            {"results": "il museo è stato aperto.\nNote: il punteggio è quello del nucleo di valutazione."},
        ),
        (
            "target.percentage-unreported", "warning",
            {"indicator": "% di completamento dell’inventario",
             "results": "l’inventario è stato condotto con due archivisti. L’obiettivo è stato raggiunto."},
            {"results": "l’inventario è stato condotto al 100%. L’obiettivo è stato raggiunto."},
        ),
    ],
)
def test_a_sentence_that_contradicts_is_found_and_its_twin_is_not(
    tmp_path: Path, check: str, severity: str, wrong: Words, right: Words
) -> None:
    found = findings(told(tmp_path, wrong), check)
    assert [one.severity for one in found] == [severity]
    assert not findings(told(tmp_path, wrong | right), check)


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ({"indicator": DONE, "results": "sono svolti 63 controlli su 60 previsti (105%)."}, "63 su 60 dà 105%"),
        ({"indicator": DONE, "results": "139 visite su 147 / 94,6%."}, "139 su 147 dà 94,56%"),
        (
            {"indicator": "tempo di rilascio", "description": "Il tempo di rilascio non doveva superare i 45 giorni.",
             "results": "il tempo di rilascio è sceso da 58 a 44,6 giorni."},
            "44,6 ≤ 45",
        ),
    ],
)
def test_what_a_sentence_says_rightly_is_confirmed(tmp_path: Path, words: Words, held: str) -> None:
    report = told(tmp_path, words)
    assert any(held in one.message for one in report.objectives[0].confirmations)


@pytest.mark.parametrize(
    "words",
    [
        {"description": "Le verifiche riguardano i ponti di luce superiore a sei metri."},
        {"description": "Si voleva evadere almeno il 90% delle domande entro 20 giorni.", "indicator": "domande evase",
         "results": "evase 451 domande su 480 (94%)."},
        {"description": "Il piano doveva essere trasmesso almeno trenta giorni prima della scadenza."},
        {"description": "I corsi sono riservati a classi di almeno 15 alunni.", "results": "si sono svolti 6 corsi."},
        {"description": "Si prevedeva di digitalizzare oltre 2.000 fascicoli.",
         "results": "ne sono stati digitalizzati 2.150."},
        {"description": "Le sedute dovevano essere almeno dieci.",
         "results": "il consiglio si è riunito dodici volte."},
        {"description": "Il piano prevede almeno 12 azioni nel triennio.", "results": "sono state svolte 5 azioni."},
        {"description": "Si puntava all’apertura per almeno 20 ore settimanali.",
         "results": "lo sportello è stato aperto per 22 ore settimanali."},
    ],
)
def test_no_result_is_missed_where_a_sentence_gives_one_or_asks_for_none(tmp_path: Path, words: Words) -> None:
    assert not [one for one in findings(told(tmp_path, words), "target.unanswered") if one.severity != "notice"]


@pytest.mark.parametrize(
    "results",
    [
        "delle 12 sedi, 340 pratiche evase (95%).",  # no share of them
        "sono state evase 40 pratiche su 60, con un incremento del 20%.",
        "approvato con deliberazione n. 40/2018 (100%).",
        "hanno partecipato 12 imprese: 640 ore e 32 docenti.",
        "nel 2018 si sono svolte 60 visite, a fronte delle 52 del 2017.",
        "i corsisti sono stati 90: 42 donne e 48 uomini.",
    ],
)
def test_numbers_side_by_side_are_no_ratio_and_no_parts(tmp_path: Path, results: str) -> None:
    report = told(tmp_path, {"results": results})
    assert not [one for check in ("ratio.percentage", "ratio.parts", "ratio.above-whole")
                for one in findings(report, check)]


def fronted(folder: Path, preface: str, row: int, **cells: str) -> Report:
    """The table under a sentence that says how it reckons, with some cells of a row changed."""
    rows = [list(one) for one in ROWS]
    for name, text in cells.items():
        rows[row][int(name[1:])] = text
    return grid(folder, HEAD, *map(tuple, rows), preface=preface)


PLAIN = "La percentuale di raggiungimento è il rapporto fra risultato e target."
CAPPED = PLAIN[:-1] + ", e non supera 100."


@pytest.mark.parametrize(("preface", "severity"), [(PLAIN, "error"), ("", "notice")])
def test_bands_explain_nothing_where_the_report_states_its_formula(
    tmp_path: Path, preface: str, severity: str
) -> None:
    wrong = fronted(tmp_path, preface, 0, c4="60", c5="85%")
    assert [one.severity for one in findings(wrong, "ratio.achievement")] == [severity]
    assert not findings(fronted(tmp_path, preface, 0, c4="60", c5="75%"), "ratio.achievement")


def test_an_achievement_above_the_cap_is_above_its_maximum(tmp_path: Path) -> None:
    assert [quotes(one)[-1] for one in findings(fronted(tmp_path, CAPPED, 0), "evaluation.above-maximum")] == ["120%"]
    assert not findings(fronted(tmp_path, PLAIN, 0), "evaluation.above-maximum")


def test_a_ratio_in_a_note_is_held_against_the_result_beside_it(tmp_path: Path) -> None:
    wrong = fronted(tmp_path, PLAIN, 1, c6="Formati 40 dipendenti su 50.")
    assert [one.severity for one in findings(wrong, "ratio.percentage")] == ["error"]
    right = fronted(tmp_path, PLAIN, 1, c6="Formati 45 dipendenti su 50.")
    assert not findings(right, "ratio.percentage")
    assert confirmations(right, "ratio.percentage")
    assert not findings(fronted(tmp_path, PLAIN, 1, c6="Non formati 5 dipendenti su 50."), "ratio.percentage")


def test_a_result_in_a_cell_shows_the_ratio_it_is(tmp_path: Path) -> None:
    held = confirmations(fronted(tmp_path, "", 1, c4="90% (n. 45 su n. 50)"), "ratio.percentage")
    assert any("45" in quote for one in held for quote in quotes(one))


@pytest.mark.parametrize(
    ("score", "expected"), [("26", ["error"]), ("18", [])],
)
def test_a_score_that_is_part_of_a_weight_is_not_above_it(tmp_path: Path, score: str, expected: list[str]) -> None:
    rows = (("Obiettivo", "Peso", "Indicatore", "Target", "Risultato", "Punteggio attribuito"),
            ("Ridurre la degenza", "20%", "Giorni di degenza", "<= 8", "7", score),
            ("Contenere la spesa", "30%", "Farmaci generici", ">= 70", "75", "30"),
            ("Aumentare le dimissioni", "50%", "Dimissioni protette", ">= 200", "190", "46"))
    report = grid(tmp_path, *rows)
    assert [one.severity for one in findings(report, "evaluation.above-maximum")] == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (PLAIN, Method(ratio=True)),
        (CAPPED, Method(ratio=True, capped=True)),
        ("Il raggiungimento si ottiene dividendo il risultato per il target, fino a 100.", Method(True, True)),
        ("Il grado di raggiungimento è attribuito per fasce di risultato.", Method(banded=True)),
        ("Il Nucleo esprime un punteggio da zero a dieci.", Method(scale=10.0)),
        ("Il punteggio massimo è 30.", Method(scale=30.0)),
        ("Il punteggio è il prodotto del peso per il raggiungimento, che non può eccedere il 100%.", Method()),
        ("Indicatore Target Risultato % di raggiungimento", Method()),
    ],
)
def test_the_front_says_how_figures_are_reckoned(tmp_path: Path, said: str, expected: Method) -> None:
    assert method(grid(tmp_path, HEAD, *ROWS, preface=said)) == expected


def test_labels_of_two_years_are_baseline_and_result(tmp_path: Path) -> None:
    rows = (("Codice", "EF.01"), ("Titolo", "Collegare i fari"), ("Indicatore", "Fari collegati"), ("Peso", "100"),
            ("Consuntivo 2020", "36"), ("Target 2021", "50"), ("Consuntivo 2021", "40"), ("% di raggiungimento", "95%"))
    report = grid(tmp_path, *rows, heads=0)
    (indicator,) = report.objectives[0].indicators
    assert (indicator.baseline and indicator.baseline.value, indicator.result and indicator.result.value) == (36, 40)


@pytest.mark.parametrize("text", ["delle 45 pratiche a " * 1000 + "5%", "su " * 6000 + "%", "1/2 " * 5000 + "%"])
def test_phrases_are_found_in_near_linear_time(text: str) -> None:
    start = time.perf_counter()
    list(ratios_told(text))
    assert time.perf_counter() - start < 2


def test_a_postponed_line_below_a_title_is_its_status(tmp_path: Path) -> None:
    report = told(tmp_path, {"title": "Piano dei percorsi\nObiettivo rinviato al 2019", "score": ""})
    assert (report.objectives[0].status, report.objectives[0].title) == ("postponed", "Piano dei percorsi")
    assert findings(report, "evaluation.without-score")
