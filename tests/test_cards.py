"""Cards of labels and values: pairs that look like heads, results told at length, years below the labels."""

from __future__ import annotations

from pathlib import Path

from tests.test_layouts import one, printed, table, values

TOLD = "Le tavole restaurate sono 41, di cui 12 di grande formato; sono state acquisite 294 immagini."
CARD = (
    ("Codice obiettivo operativo", "1.1"), ("Titolo", "Restaurare le mappe"), ("Peso obiettivo", "20%"),
    ("Indicatore", "Tavole restaurate"), ("Unità di misura", "n."), ("Fonte", "registro"),
    ("Valore iniziale", "38"), ("Target", "45"), ("Consuntivo", "41"),
)


def test_a_label_beside_what_could_be_one_is_a_pair(tmp_path: Path) -> None:
    indicator, = one(printed(tmp_path, table(*CARD, heads=0))).indicators
    assert (indicator.text, indicator.unit, indicator.source) == ("Tavole restaurate", "n.", "registro")
    assert values(indicator) == [38, 45, 41]


def test_results_told_at_length_are_no_value(tmp_path: Path) -> None:
    objective = one(printed(tmp_path, table(*CARD, ("Risultati", TOLD), heads=0)))
    assert objective.sections["results"].text == TOLD
    assert values(objective.indicators[0]) == [38, 45, 41]
    assert [q.value for q in objective.quantities if q.role == "component"] == [12]


def test_years_below_the_labels_are_a_series(tmp_path: Path) -> None:
    years = table(("", "2019", "2020", "2021"), ("Presenze in sala", "3.512", "3.108", "2.977"))
    objective = one(printed(tmp_path, table(*CARD, heads=0), years))
    assert [(p.label, p.year, p.value) for p in objective.series] == [
        ("Presenze in sala", 2019, 3512), ("Presenze in sala", 2020, 3108), ("Presenze in sala", 2021, 2977),
    ]
