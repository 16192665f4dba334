"""Layout A, the narrative block, as other bodies write it: forms of headings, labels, scores and states."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.narrative import only, read_text


@pytest.mark.parametrize(
    "heading",
    [
        "OBIETTIVO N. 5", "OBIETTIVO N.5", "OBIETTIVO N° 5", "Obiettivo nr. 5", "OBIETTIVO 5", "SCHEDA OBIETTIVO 5",
        "  OBIETTIVO N. 5:  ",
    ],
)
def test_heading_on_its_own_line(tmp_path: Path, heading: str) -> None:
    rest = "ATTIVARE LO SPORTELLO\nUNICO\nDescrizione\nTesto.\nRisultati: fatto.\n"
    one = only(read_text(tmp_path, f"{heading}\n{rest}"))
    assert (one.number, one.title) == (5, "ATTIVARE LO SPORTELLO UNICO")


@pytest.mark.parametrize("dash", [" – ", " - ", ": ", ". "])
def test_title_on_the_heading_line_goes_on(tmp_path: Path, dash: str) -> None:
    one = only(read_text(tmp_path, f"Obiettivo n. 3{dash}Ridurre i tempi medi\ndi pagamento\n\nDescrizione: Testo.\n"))
    assert (one.number, one.title) == (3, "Ridurre i tempi medi di pagamento")


def test_prose_and_contents_start_nothing(tmp_path: Path) -> None:
    report = read_text(
            tmp_path,
        "INDICE\nObiettivo n. 1 – Aprire lo sportello ........ 3\nObiettivo n. 2 – Ridurre i tempi ....... 4\n\n"
        "Obiettivo n. 1 – Aprire lo sportello\nDescrizione\nCome previsto dal piano, e collegato a\n"
        "obiettivo n. 7 del settore, si è aperto.\nRisultati: fatto.\n"
        "Obiettivo n. 2 – Ridurre i tempi\nDescrizione\nTesto.\n"
    )
    assert [o.number for o in report.objectives] == [1, 2]
    assert report.objectives[0].sections["description"].text.endswith("del settore, si è aperto.")


@pytest.mark.parametrize(
    ("label", "section"),
    [
        ("Descrizione", "description"), ("DESCRIZIONE:", "description"), ("Finalità dell’obiettivo", "description"),
        ("Benefici attesi:", "expected_benefits"), ("Benefici/miglioramenti\nattesi", "expected_benefits"),
        ("Risultato:", "results"), ("RISULTATI CONSEGUITI", "results"), ("Risultati –", "results"),
        ("Indicatore", "indicator"), ("Indicatori:", "indicator"), ("Note:", "notes"),
        ("Azione/Progetto o\nNuova/Mantenimento", "action"), ("DESCRIZIONE DELL' OBIETTIVO :", "description"),
        ("Risultati (al 31.12)", "results"), ("Risultati al 31/12/2021:", "results"), ("Risultato finale", "results"),
    ],
)
def test_labels(tmp_path: Path, label: str, section: str) -> None:
    before = "OBIETTIVO N. 1\nTITOLO\nRiferimento Piano Performance\nA01 - Area\n"
    one = only(read_text(tmp_path, f"{before}{label}\nIl servizio è attivo\nda tempo.\n"))
    assert one.sections[section].text == "Il servizio è attivo da tempo."


def test_labels_with_nothing_between_them_and_their_text(tmp_path: Path) -> None:
    one = only(
        read_text(
            tmp_path,
            "OBIETTIVO N. 1\nTITOLO\nDescrizione Nel 2018 si è aperto lo sportello.\nIndicatore % di completamento\n"
            "Risultati Obiettivo raggiunto.\nValutazione OIV: 95/100\n"
        )
    )
    assert {name: s.text for name, s in one.sections.items()} == {
        "description": "Nel 2018 si è aperto lo sportello.",
        "indicator": "% di completamento",
        "results": "Obiettivo raggiunto.",
    }


@pytest.mark.parametrize(
    ("sentence", "evaluator", "value", "maximum", "note"),
    [
        ("Valutazione OIV = 100/100", "OIV", 100, 100, None),
        ("– Valutazione O.I.V.: 95/100", "OIV", 95, 100, None),
        ("Valutazione OIV 80 su 100", "OIV", 80, 100, None),
        ("Valutazione del Nucleo di Valutazione: 9,5 su 10", "Nucleo di Valutazione", 9.5, 10, None),
        ("Punteggio attribuito dall’OIV = 4", "OIV", 4, None, None),
        ("Valutazione OIV = 70/100 (limitatamente\nalla fase 1)", "OIV", 70, 100, "limitatamente alla fase 1"),
        ("Valutazione OIV = 70/100 (per la fase (a) e\n\nnon oltre", "OIV", 70, 100, "per la fase (a) e non oltre"),
    ],
)
def test_scores(
    tmp_path: Path, sentence: str, evaluator: str, value: float, maximum: float | None, note: str | None
) -> None:
    before = "OBIETTIVO N. 1\nTITOLO\nDescrizione\nTesto.\nRisultati: tutto fatto."
    one = only(read_text(tmp_path, f"{before} {sentence}\n"))
    (score,) = one.scores
    assert (score.evaluator, score.value, score.maximum, score.note) == (evaluator, value, maximum, note)
    assert one.sections["results"].text == "tutto fatto."


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("OBIETTIVO CASSATO IN SEDE DI MONITORAGGIO", "cancelled"),
        ("L’obiettivo è stato stralciato con delibera n. 12.", "cancelled"),
        ("OBIETTIVO RINVIATO AL 2019", "postponed"),
        ("L'obiettivo è stato rimodulato nel mese di settembre.", "changed"),
        ("Obiettivo non valutabile", "not_evaluable"),
    ],
)
def test_states(tmp_path: Path, words: str, status: str) -> None:
    before = "OBIETTIVO N. 1\nTitolo\nRiferimento Piano Performance\nObiettivo Operativo A01.01 - Uno\n"
    one = only(read_text(tmp_path, f"{before}{words}\n"))
    assert (one.status, one.status_note) == (status, words.rstrip("."))
    assert one.scores == ()
    assert one.plan_references[0].title == "Uno"


def test_reference_levels(tmp_path: Path) -> None:
    one = only(
        read_text(
            tmp_path,
            "OBIETTIVO N. 1\nTitolo\nRiferimento Piano della Performance:\nArea strategica 2 – Servizi\n"
            "Obiettivo Strategico A01: Qualità\nObiettivo operativo A01 .01 – Attivare\nlo sportello\n"
            "TARGET SU ATTIVITA’ PROGRAMMATE D88.09 - Aprire\nDescrizione\nTesto.\n"
        )
    )
    assert [(r.level, r.code, r.title) for r in one.plan_references] == [
        ("area", "2", "Servizi"), ("strategic", "A01", "Qualità"),
        ("operational", "A01.01", "Attivare lo sportello"), ("target", "D88.09", "Aprire"),
    ]


def test_several_indicators_with_targets_and_ratios(tmp_path: Path) -> None:
    one = only(
        read_text(
            tmp_path,
            "OBIETTIVO N. 1\nTitolo\nDescrizione\nTesto.\nIndicatori:\n- n. istanze evase/n. istanze pervenute >= 90%\n"
            "- tempo medio di risposta\nalle istanze <= 10 giorni\n- progetti/servizi attivati\nRisultati: fatto.\n"
        )
    )
    assert [i.text for i in one.indicators] == [
        "n. istanze evase/n. istanze pervenute >= 90%", "tempo medio di risposta alle istanze <= 10 giorni",
        "progetti/servizi attivati",
    ]
    assert [(i.numerator, i.denominator) for i in one.indicators] == [
        ("istanze evase", "istanze pervenute"), (None, None), (None, None),
    ]
    targets = [(i.target.operator, i.target.value, i.target.unit) if i.target else None for i in one.indicators]
    assert targets == [(">=", 90, "%"), ("<=", 10, "days"), None]


@pytest.mark.parametrize("text", ["num/aa bb", "n. / n.", "progetti/servizi", "%/n.", "/ a b", "tra/fra"])
def test_slashes_that_divide_nothing_break_nothing(tmp_path: Path, text: str) -> None:
    before = "OBIETTIVO N. 1\nTitolo\nDescrizione\nTesto.\n"
    one = only(read_text(tmp_path, f"{before}Indicatore: {text}\nRisultati: fatto.\n"))
    assert one.indicators[0].text == text


def test_weight_target_and_percentage_under_labels(tmp_path: Path) -> None:
    one = only(
        read_text(
            tmp_path,
            "OBIETTIVO N. 1\nTitolo\nPeso: 12,5%\nDescrizione\nTesto.\nIndicatore: pratiche evase\nTarget: >= 95%\n"
            "Risultati: Obiettivo parzialmente raggiunto.\nGrado di raggiungimento: 87%\nValutazione OIV = 87/100\n"
        )
    )
    assert (one.weight, one.achievement, one.outcome) == (12.5, 87, "partly_achieved")
    assert one.indicators[0].target is not None
    assert (one.indicators[0].target.operator, one.indicators[0].target.value) == (">=", 95)
    assert one.sections["results"].text == "Obiettivo parzialmente raggiunto."
    assert one.scores[0].value == 87


def test_table_over_years(tmp_path: Path) -> None:
    one = only(
        read_text(
            tmp_path,
            "OBIETTIVO N. 1\nTitolo\nDescrizione\nTesto.\nRisultati: come da prospetto. Valutazione OIV = 100/100\n\n"
            "   2016   2017   2018\n\n"
            "tempo medio in giorni   41,5   1.030   28\ntasso di riscossione   81,2%   -   90%\n"
        )
    )
    assert [(p.label, p.year, p.value, p.unit) for p in one.series] == [
        ("tempo medio in giorni", 2016, 41.5, "days"), ("tempo medio in giorni", 2017, 1030, "days"),
        ("tempo medio in giorni", 2018, 28, "days"),
        ("tasso di riscossione", 2016, 81.2, "%"), ("tasso di riscossione", 2018, 90, "%"),
    ]
    assert one.sections["results"].text == "come da prospetto."


def test_table_over_years_cell_by_cell(tmp_path: Path) -> None:
    one = only(
        read_text(
            tmp_path,
            "OBIETTIVO N. 1\nTitolo\nDescrizione\nTesto.\nRisultati: come segue.\n2016\n\n2017\n\n"
            "tempo medio di\nrisposta\n\n41,5\n\n30\n\naccessi allo sportello\n\n1.030\n\n990\n",
        )
    )
    assert [(p.label, p.year, p.value) for p in one.series] == [
        ("tempo medio di risposta", 2016, 41.5), ("tempo medio di risposta", 2017, 30),
        ("accessi allo sportello", 2016, 1030), ("accessi allo sportello", 2017, 990),
    ]


def test_numbers_out_of_order_are_findings(tmp_path: Path) -> None:
    body = "".join(f"OBIETTIVO N. {n}\nTitolo {n}\nDescrizione\nTesto {n}.\n" for n in (1, 2, 4, 4))
    report = read_text(tmp_path, body)
    assert [o.number for o in report.objectives] == [1, 2, 4, 4]
    assert [[f.check for f in o.findings] for o in report.objectives] == [
        [], [], ["structure.missing-number"], ["structure.repeated-number"],
    ]


def test_a_heading_inside_a_heading_line_is_stray_too(tmp_path: Path) -> None:
    one = only(read_text(tmp_path, "Obiettivo n. 6 – Obiettivo n. 9 – Protezione civile\nDescrizione\nTesto.\n"))
    assert (one.number, one.title) == (6, "Protezione civile")
    assert [f.check for f in one.findings] == ["structure.stray-heading"]


def test_a_stray_heading_is_no_objective(tmp_path: Path) -> None:
    report = read_text(tmp_path, "OBIETTIVO N. 6\n\nOBIETTIVO N. 9 – INFORMATIZZARE\nDescrizione\nTesto.\n")
    one = only(report)
    assert (one.number, one.title) == (6, "INFORMATIZZARE")
    (finding,) = one.findings
    assert finding.check == "structure.stray-heading"
    assert [e.quote for e in finding.evidence] == ["6", "OBIETTIVO N. 9 –"]


def test_what_is_no_report_gives_no_objectives_and_says_why(tmp_path: Path) -> None:
    report = read_text(tmp_path, "Verbale della seduta del 3 maggio.\nPresenti tutti.\n", front="")
    assert report.objectives == ()
    assert report.report.layout is None
    assert report.report.layout_reasons


@pytest.mark.parametrize(
    ("front", "issuer", "year", "title", "kind"),
    [
        ("CAMERA DI COMMERCIO DI VALBORMIDA\nRELAZIONE SULLA PERFORMANCE\nANNO 2017\n(approvata il 28/06/2018)\n",
         "Camera di Commercio di Valbormida", 2017, "RELAZIONE SULLA PERFORMANCE ANNO 2017", "report"),
        ("Università degli Studi di Montelaura\nRelazione annuale sulla performance 2021\n",
         "Università degli Studi di Montelaura", 2021, "Relazione annuale sulla performance 2021", "report"),
        ("COMUNE DI SANT'ELMO A MARE\nPiano della performance 2022-2024\n",
         "Comune di Sant'Elmo a Mare", 2022, "Piano della performance 2022-2024", "plan"),
        ("Azienda Unità Sanitaria Locale di Pianbosco - Rendicontazione obiettivi\nAnno di riferimento: 2015\n",
         "Azienda Unità Sanitaria Locale di Pianbosco", 2015, None, "report"),
    ],
)
def test_header(
    tmp_path: Path, front: str, issuer: str, year: int, title: str | None, kind: str
) -> None:
    header = read_text(tmp_path, "OBIETTIVO N. 1\nTitolo\nDescrizione\nTesto.\n", front=front).report
    assert (header.issuer, header.year, header.title, header.kind) == (issuer, year, title, kind)
