"""What is certain enough to be raised, and what is not: days of other things, parts, rates, notes of scores, limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_reports import findings, ours, told


def _raised(folder: Path, description: str, indicator: str, results: str, *checks: str) -> list[tuple[str, str]]:
    report = told(folder, {"description": description, "indicator": indicator, "results": results})
    found = (one for check in checks for one in findings(report, check))
    return [(one.check, one.severity) for one in found if one.severity != "notice"]


@pytest.mark.parametrize(
    ("description", "indicator", "late", "kept"),
    [
        ("Pubblicazione della carta nel primo semestre.", "pubblicazione della carta", "ottobre", "maggio"),
        ("Attivazione del portale, da calendario: 31.05.2018.", "attivazione del portale", "settembre", "aprile"),
        ("Avvio del servizio a marzo.", "avvio del servizio", "luglio", "febbraio"),
        ("Approvazione del piano nel corso del primo trimestre.", "approvazione del piano", "settembre", "marzo"),
        ("L’apertura era in calendario per il 15 maggio.", "apertura", "agosto", "aprile"),
        ("La Giunta aveva chiesto il piano per il 31 marzo.", "presentazione del piano", "maggio", "marzo"),
        ("Il piano era atteso per il mese di marzo.", "presentazione del piano", "maggio", "marzo"),
        ("Ultimazione: 30 giugno.", "ultimazione dei lavori", "settembre", "giugno"),
        ("Deadline: 30/06/2018.", "ultimazione dei lavori", "settembre", "giugno"),
    ],
)
def test_a_deadline_needs_no_entro(tmp_path: Path, description: str, indicator: str, late: str, kept: str) -> None:
    done = {
        "pubblicazione della carta": "carta pubblicata", "attivazione del portale": "portale attivato",
        "avvio del servizio": "servizio avviato", "approvazione del piano": "piano approvato",
        "apertura": "lo sportello è stato aperto", "presentazione del piano": "il piano è stato presentato",
        "ultimazione dei lavori": "lavori ultimati",
    }[indicator]
    assert _raised(tmp_path, description, indicator, f"{done} il 12 {late} 2018.", "time.late")
    assert not _raised(tmp_path, description, indicator, f"{done} il 12 {kept} 2018.", "time.late")


@pytest.mark.parametrize(
    ("description", "indicator", "results"),
    [
        (
            "Il portale va attivato entro il 30 giugno.", "attivazione del portale (SI/NO)",
            "attivato nei termini; il manuale è stato stampato il 12 ottobre.",
        ),
        ("Il bando scade il 30 aprile.", "domande istruite", "la graduatoria è stata pubblicata il 10 luglio."),
        ("Il contratto scade il 30 giugno.", "nuova gara", "la gara è stata aggiudicata il 14 settembre."),
        ("Entro il 30 giugno sono pervenute 40 domande.", "domande evase", "evase tutte il 10 settembre."),
        ("Le domande si presentano entro il 31 marzo.", "domande istruite", "l’ultima è stata istruita il 12 maggio."),
        (
            "Il piano va adottato entro il 31 ottobre.", "adozione del piano",
            "adottato in anticipo. La Regione ha preso atto il 3 dicembre.",
        ),
        (
            "Il sito va rinnovato entro il 31 maggio.", "rinnovo del sito",
            "il sito è stato rinnovato. L’11 giugno un guasto lo ha fermato per un giorno.",
        ),
        ("Termine: 30 giugno, poi portato al 30 settembre.", "conclusione", "concluso il 20 settembre."),
        ("Il termine del 30 giugno è stato prorogato al 31 ottobre.", "conclusione", "concluso il 20 ottobre."),
        ("Il programma è del 14 marzo 2018.", "programma attuato", "programma attuato il 3 novembre."),
        ("L’ufficio è stato spostato a marzo.", "sportello aperto", "lo sportello ha aperto il 12 ottobre."),
        ("Formazione nel primo semestre; a distanza nel secondo.", "formazione", "formazione conclusa il 20 novembre."),
        (
            "Pubblicazione del bando nel primo semestre e della graduatoria nel secondo.", "pubblicazioni",
            "graduatoria pubblicata il 12 luglio.",
        ),
        ("Si redige il bilancio 2018.", "bilancio approvato", "il bilancio sarà approvato ad aprile 2019."),
        (
            "Nuovo applicativo.", "applicativo in uso",
            "in uso dal 3 maggio; il vecchio era stato acquistato il 10 marzo 2014.",
        ),
        ("Contributi.", "contributi liquidati", "liquidati i contributi del bando approvato il 12 novembre 2017."),
    ],
)
def test_days_of_other_things_are_no_delay(tmp_path: Path, description: str, indicator: str, results: str) -> None:
    assert not _raised(tmp_path, description, indicator, results, "time.late", "time.outside-year")


@pytest.mark.parametrize(
    ("description", "indicator", "results"),
    [
        ("Almeno 5.000 visitatori.", "visitatori", "4.800 visitatori paganti e 900 gratuiti. Obiettivo raggiunto."),
        (
            "Almeno 1.000 contatti.", "contatti",
            "i contatti telefonici sono stati 640, quelli per posta 520. Obiettivo raggiunto.",
        ),
        ("Almeno 24 riunioni.", "riunioni", "due riunioni al mese. Obiettivo raggiunto."),
        (
            "Copertura di almeno l’80%.", "copertura",
            "la copertura è del 76% tra gli adulti e del 91% tra i bambini; in tutto l’84%. Obiettivo raggiunto.",
        ),
        ("Chiamata della popolazione target (F, 50-69 aa.).", "adesione", "adesione del 62%."),
        ("Contributi fino a un massimo di 5.000 euro per impresa.", "contributi erogati", "erogati 40 contributi."),
        ("Almeno 10 controlli.", "controlli", "il programma dei controlli è stato completato."),
        ("Almeno 20 visite guidate.", "visite guidate", "il numero di visite previsto è stato superato."),
        ("Ridurre del 10% la carta.", "consumo di carta", "consumate 900 risme invece di 1.020."),
        ("Si restaura l’archivio.", "% di completamento del restauro", "restauro concluso per tre quarti."),
        ("Si restaura l’archivio.", "% di completamento del restauro", "la metà del restauro è compiuta."),
        ("Si restaura l’archivio.", "% di completamento del restauro", "il restauro è completo."),
        ("Si restaura l’archivio.", "% di completamento del restauro", "restauro non avviato per mancanza di fondi."),
        ("Target: 80%.", "quota di pratiche evase", "evaso il 72% delle pratiche; grado di raggiungimento: 72%."),
        ("Contenere la spesa entro 40.000 euro.", "spesa", "spesi 42.000 euro; grado di raggiungimento: 60%."),
    ],
)
def test_what_may_be_right_is_no_more_than_a_notice(
    tmp_path: Path, description: str, indicator: str, results: str
) -> None:
    case = {"description": description, "indicator": indicator, "results": results, "score": "Valutazione OIV = 90/100"}
    assert not [one for one in ours(told(tmp_path, case)) if one[0] != "notice"]


@pytest.mark.parametrize(
    "said",
    [
        "il conseguimento è del 90%", "raggiungimento (risultato diviso target): 88%", "(conseguimento: 93%)",
        "ne viene un grado di raggiungimento, inteso come quoziente tra svolte e attese, dell’89 per cento",
    ],
)
def test_achievement_is_read_with_its_aside(tmp_path: Path, said: str) -> None:
    results = f"sono state svolte 36 ispezioni; {said}."
    case = {
        "description": "Vanno svolte 45 ispezioni.", "indicator": "ispezioni svolte",
        "score": "Valutazione OIV = 80/100",
    }
    assert findings(told(tmp_path, case | {"results": results}), "ratio.achievement")
    right = results.replace("90%", "80%").replace("88%", "80%").replace("93%", "80%").replace("89 per", "80 per")
    assert not findings(told(tmp_path, case | {"results": right}), "ratio.achievement")


@pytest.mark.parametrize(
    ("score", "value", "most", "reserved"),
    [
        ("p.ti 20 (massimo: 20)", 20, 20, None), ("17 (max. 15 punti)", 17, 15, None), ("9 (su 10)", 9, 10, None),
        ("14 punti su un massimo di 15", 14, 15, None), ("9, punteggio massimo 10", 9, 10, None),
        ("90/100 (solo per la prima fase)", 90, 100, "warning"), ("90/100 (verbale n. 4)", 90, 100, "notice"),
        ("90/100 (non considera il secondo lotto)", 90, 100, "warning"),
    ],
)
def test_a_maximum_is_no_reservation(
    tmp_path: Path, score: str, value: int, most: int, reserved: str | None
) -> None:
    report = told(tmp_path, {"score": f"Valutazione OIV: {score}"})
    (read,) = report.objectives[0].scores
    assert (read.value, read.maximum) == (value, most)
    assert [one.severity for one in findings(report, "evaluation.partial-score")] == ([reserved] if reserved else [])
    assert bool(findings(report, "evaluation.above-maximum")) is (value > most)
