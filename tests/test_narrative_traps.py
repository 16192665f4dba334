"""What looks like a heading, a label, a score or a state in a narrative report and is none, and the reverse."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.narrative import only, read_text

TEXT = "Descrizione\nIl servizio mancava.\n"


def test_a_wrapped_line_of_prose_starts_no_objective(tmp_path: Path) -> None:
    one = only(read_text(
        tmp_path, f"OBIETTIVO N. 1\nTitolo\n{TEXT}Risultati: prosegue quanto avviato con\n"
        "OBIETTIVO N. 7: apertura dello sportello. Valutazione OIV = 95/100\n",
    ))
    assert (one.number, one.scores[0].value) == (1, 95)


def test_a_list_of_contents_without_leaders_starts_nothing(tmp_path: Path) -> None:
    contents = "OBIETTIVO N. 1\nOBIETTIVO N. 2\nOBIETTIVO N. 3\n"
    body = "".join(f"OBIETTIVO N. {n} – Titolo {n}\n{TEXT}Risultati: fatto {n}.\n" for n in (1, 2, 3))
    report = read_text(tmp_path, contents + body)
    assert [(o.number, o.title) for o in report.objectives] == [(1, "Titolo 1"), (2, "Titolo 2"), (3, "Titolo 3")]
    assert not any(o.findings for o in report.objectives)


@pytest.mark.parametrize(
    "heading", ["OBIETTIVO N. 3 Semplificare i moduli", "OBIETTIVO N.  3 –\nSemplificare i moduli"],
)
def test_headings_with_little_between_number_and_title(tmp_path: Path, heading: str) -> None:
    one = only(read_text(tmp_path, f"{heading}\n{TEXT}Risultati: fatto.\n"))
    assert (one.number, one.title) == (3, "Semplificare i moduli")


def test_minutes_of_a_meeting_are_no_report(tmp_path: Path) -> None:
    report = read_text(tmp_path, "Verbale\nObiettivo 1: discussione del bilancio\nNote: nessuna\n")
    assert report.objectives == ()
    assert report.report.layout is None


def test_what_follows_the_evaluators_sentence_is_still_read(tmp_path: Path) -> None:
    one = only(read_text(
        tmp_path, f"OBIETTIVO N. 1\nTitolo\n{TEXT}Risultati: fatto. Valutazione OIV = 90/100\n"
        "Ulteriori attività: sono stati formati 20 addetti. L'obiettivo è stato raggiunto.\n",
    ))
    assert one.sections["results"].text == (
        "fatto. Ulteriori attività: sono stati formati 20 addetti. L'obiettivo è stato raggiunto."
    )
    assert (one.outcome, [q.value for q in one.quantities]) == ("achieved", [20])


def test_a_signature_ends_the_last_objective_and_no_other(tmp_path: Path) -> None:
    report = read_text(
        tmp_path, f"OBIETTIVO N. 1\nTitolo\n{TEXT}Il Dirigente\nha firmato gli atti.\nRisultati: fatto.\n"
        f"OBIETTIVO N. 2\nTitolo\n{TEXT}Risultati: fatto anche questo.\nIl Segretario Generale\nfirmato digitalmente\n",
    )
    first, last = report.objectives
    assert first.sections["results"].text == "fatto."
    assert last.sections["results"].text == "fatto anche questo."


def test_prose_that_begins_like_a_label(tmp_path: Path) -> None:
    one = only(read_text(
        tmp_path, f"OBIETTIVO N. 1\nTitolo\n{TEXT}"
        "Indicatore di qualità percepita è cresciuto.\nTarget Group: imprese.\nStato Patrimoniale approvato.\n"
        "Risultati: i corsi sono stati:\n1) Indicatore: uno.\n2) Altro.\n",
    ))
    assert one.sections["description"].text.endswith("Target Group: imprese. Stato Patrimoniale approvato.")
    assert one.sections["results"].text == "i corsi sono stati: 1) Indicatore: uno. 2) Altro."
    assert "indicator" not in one.sections


def test_sections_set_as_a_list(tmp_path: Path) -> None:
    one = only(read_text(
        tmp_path, "OBIETTIVO N. 1\nTitolo\n1. Descrizione\nIl servizio mancava.\n2. Indicatore: n. corsi\n"
        "3. Risultati\nfatto.\n",
    ))
    assert [s.text for s in one.sections.values()] == ["Il servizio mancava.", "n. corsi", "fatto."]


def test_references_without_codes_or_on_one_line(tmp_path: Path) -> None:
    one = only(read_text(
        tmp_path, "OBIETTIVO N. 1\nTitolo\nRiferimento Piano Performance\nObiettivo Strategico Migliorare i servizi\n"
        f"Obiettivo Operativo A01.01 - Aprire; Obiettivo Operativo A01.02 - Chiudere\n{TEXT}Risultati: fatto.\n",
    ))
    assert [(r.level, r.code, r.title) for r in one.plan_references] == [
        ("strategic", None, "Migliorare i servizi"), ("operational", "A01.01", "Aprire"),
        ("operational", "A01.02", "Chiudere"),
    ]
    assert all("Obiettivo" in r.evidence[0].quote for r in one.plan_references)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Valutazione OIV: 97.50/100", 97.5), ("Valutazione OIV 2020 = 95/100", 95),
        ("Valutazione OIV del 15/06/2021: 95/100", 95), ("Valutazione OIV: 75%", 75),
        ("Valutazione Nucleo: 90/100", 90),
    ],
)
def test_scores_with_years_dates_and_decimals(tmp_path: Path, sentence: str, value: float) -> None:
    one = only(read_text(tmp_path, f"OBIETTIVO N. 1\nTitolo\n{TEXT}Risultati: fatto. {sentence}\n"))
    assert [score.value for score in one.scores] == [value]
    assert one.sections["results"].text == "fatto."


def test_a_score_told_of_another_year_is_not_this_ones(tmp_path: Path) -> None:
    one = only(read_text(
        tmp_path, "OBIETTIVO N. 1\nTitolo\nDescrizione\nNel 2017 la valutazione dell'OIV era pari a 70/100.\n"
        "Risultati: fatto.\nValutazione OIV = 95/100\n",
    ))
    assert [score.value for score in one.scores] == [95]
    assert one.sections["description"].text == "Nel 2017 la valutazione dell'OIV era pari a 70/100."


@pytest.mark.parametrize(
    "prose",
    [
        "Il credito è stato\nannullato\ndall'ufficio.", "In caso di ulteriori ritardi l'obiettivo viene rinviato.",
        "l'obiettivo modificato prevede 3 corsi.", "Per ritenere l'obiettivo raggiunto occorrono altri corsi.",
        "L'obiettivo è stato superato dagli eventi.",
    ],
)
def test_what_is_no_state_and_no_outcome(tmp_path: Path, prose: str) -> None:
    one = only(read_text(tmp_path, f"OBIETTIVO N. 1\nTitolo\n{TEXT}Risultati: {prose}\n"))
    assert (one.status, one.outcome) == ("reported", None)


def test_a_title_with_its_state_and_weight(tmp_path: Path) -> None:
    report = read_text(
        tmp_path, f"OBIETTIVO N. 1\nCHIUDERE LO SPORTELLO (ANNULLATO)\n{TEXT}"
        f"OBIETTIVO N. 2\nAprire lo sportello (Peso 15%)\n{TEXT}Risultati: fatto.\n",
    )
    cancelled, weighed = report.objectives
    assert (cancelled.title, cancelled.status) == ("CHIUDERE LO SPORTELLO", "cancelled")
    assert (weighed.title, weighed.weight, weighed.targets) == ("Aprire lo sportello", 15, ())


def test_a_percentage_of_the_objective_is_no_quantity_and_no_target(tmp_path: Path) -> None:
    one = only(read_text(
        tmp_path, f"OBIETTIVO N. 1\nTitolo\n{TEXT}"
        "Risultati: il grado di raggiungimento dell'obiettivo è pari al 80%.\n",
    ))
    assert (one.achievement, one.quantities, one.targets) == (80, (), ())


def test_values_under_labels_go_to_their_indicators(tmp_path: Path) -> None:
    one = only(read_text(
        tmp_path, f"OBIETTIVO N. 1\nTitolo\n{TEXT}Indicatori:\n- n. corsi\n- giorni medi di attesa\n"
        "Target:\n- almeno 5\n- <= 10\nBaseline: 4\nValore raggiunto: 6\nRisultati: fatto.\n",
    ))
    assert [(i.target.operator, i.target.value, i.target.unit) if i.target else None for i in one.indicators] == [
        (">=", 5, None), ("<=", 10, "days"),
    ]
    single = only(read_text(
        tmp_path, f"OBIETTIVO N. 1\nTitolo\n{TEXT}Indicatore: n. corsi\nTarget: 5\nValore raggiunto: 6\nBaseline: 3\n",
    )).indicators[0]
    assert single.target
    assert single.result
    assert single.baseline
    assert (single.target.value, single.result.value, single.baseline.value) == (5, 6, 3)


def test_a_label_that_begins_many_pages_is_no_running_header(tmp_path: Path) -> None:
    pages = []
    for number in range(1, 5):
        pages += [
            f"CCIAA di Valbormida - Relazione\nOBIETTIVO N. {number}\nTitolo {number}\nDescrizione\nTesto {number}.\n",
            f"CCIAA di Valbormida - Relazione\nRisultati\nfatto {number}.\n",
        ]
    report = read_text(tmp_path, "\f".join(pages), front="")
    assert [o.sections["results"].text for o in report.objectives] == [f"fatto {n}." for n in range(1, 5)]


def test_the_front_of_a_report_that_speaks_of_its_plan(tmp_path: Path) -> None:
    header = read_text(
        tmp_path, f"OBIETTIVO N. 1\nTitolo\n{TEXT}Risultati: fatto.\n",
        front="COMUNE DI MONTELAGO\nRELAZIONE FINALE SULLA PERFORMANCE ANNUALITA' 2020\n"
        "visto il Piano della performance 2019\n",
    ).report
    assert (header.year, header.kind) == (2020, "report")


def test_indicators_with_their_value_behind_a_colon(tmp_path: Path) -> None:
    one = only(read_text(
        tmp_path, f"OBIETTIVO N. 1\nTitolo\n{TEXT}Indicatori\nWebinar organizzati: 5\nImprese coinvolte: 200\n"
        "Tempo medio di pagamento: 30 giorni\nRisultati: fatto.\n",
    ))
    assert [(i.target.operator, i.target.value, i.target.unit) if i.target else None for i in one.indicators] == [
        ("=", 5, None), ("=", 200, None), ("=", 30, "days"),
    ]


def test_a_state_under_its_label_ends_with_its_line(tmp_path: Path) -> None:
    one = only(read_text(
        tmp_path, f"OBIETTIVO N. 1\nTitolo\n{TEXT}Stato: rinviato al 2024\nValutazione OIV: 60/100\n",
    ))
    assert (one.status, one.status_note, one.scores[0].value) == ("postponed", "rinviato al 2024", 60)


@pytest.mark.parametrize(
    ("heading", "weight"), [("OBIETTIVO N. 1 (peso 20%)", 20), ("OBIETTIVO N. 1/2018", None)],
)
def test_a_weight_or_a_year_beside_the_number(tmp_path: Path, heading: str, weight: int | None) -> None:
    one = only(read_text(tmp_path, f"{heading}\nAPRIRE LO SPORTELLO\n{TEXT}Risultati: fatto.\n"))
    assert (one.number, one.title, one.weight) == (1, "APRIRE LO SPORTELLO", weight)


def test_title_and_responsible_under_labels(tmp_path: Path) -> None:
    one = only(read_text(
        tmp_path, "OBIETTIVO N. 1\nTitolo: Aprire lo sportello\nResponsabile: il dirigente del settore\n"
        "Riferimento Piano Performance\nObiettivo strategico: Famiglia\nSettore: Servizi sociali\n"
        f"{TEXT}Risultati: fatto.\n",
    ))
    assert one.title == "Aprire lo sportello"
    assert [r.title for r in one.plan_references] == ["Famiglia"]


def test_the_end_of_a_wrapped_sentence_is_no_label(tmp_path: Path) -> None:
    one = only(read_text(
        tmp_path, "OBIETTIVO N. 1\nTitolo\nRiferimento Piano Performance\n"
        "Obiettivo Strategico A01 - Ridurre i costi di\nstruttura\n"
        "Obiettivo Operativo A01.01 - Migliorare i\nRisultati\nDescrizione\nTesto.\nRisultati: fatto.\n",
    ))
    assert [r.title for r in one.plan_references] == ["Ridurre i costi di struttura", "Migliorare i Risultati"]


def test_a_footnote_is_no_note_of_the_score(tmp_path: Path) -> None:
    one = only(read_text(
        tmp_path, f"OBIETTIVO N. 1\nTitolo\n{TEXT}Risultati: si rilascia lo SPID (1). Valutazione OIV = 100/100\n\n"
        "(1) Sistema pubblico di identità digitale\n",
    ))
    assert one.scores[0].note is None
    assert [(note.mark, note.text) for note in one.footnotes] == [("1", "Sistema pubblico di identità digitale")]
    assert "Sistema pubblico" not in one.sections["results"].text


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("Pratiche evase (previste 40)", ("=", 40)),
        ("Pratiche evase (preventivo: 220)", ("=", 220)),
        ("Pratiche evase (previsti quaranta)", ("=", 40)),
        ("Pratiche evase (standard: almeno il 90%)", (">=", 90)),
        ("Tempo medio (massimo 30 giorni)", ("<=", 30)),
        ("Ore di apertura (minimo 12 ore settimanali)", (">=", 12)),
        ("Percentuale di controlli (previsti dal D.Lgs. 150/2009)\nSUAP e Polizia locale", None),
        ("Numero di verifiche (programmate nel 2021)\nConsiglio e Giunta", None),
        ("Azioni (obiettivo operativo 2)\nComune di Prova", None),
        ("Livello di servizio (standard 1 e 2)", None),
    ],
)
def test_a_bracket_behind_an_indicator_holds_its_target_or_something_else(
    tmp_path: Path, line: str, target: tuple[str, int] | None,
) -> None:
    one = only(read_text(tmp_path, f"OBIETTIVO N. 1 – Sportelli\n{TEXT}Indicatore\n{line}\nRisultati: fatto.\n"))
    indicator, = one.indicators
    found = indicator.target
    assert (None if found is None else (found.operator, found.value)) == target
