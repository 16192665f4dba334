"""Numbers, codes, missing parts and copies, each contradiction beside a twin that raises nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from audits import families, held, quotes, told
from narrative import read_text
from test_layouts import printed, table

from corpus.generator.model import Cell
from extract.audit.check import Scene
from extract.audit.checks import CHECKS
from extract.audit.structure import copies
from schemas.expectations import Expectations
from schemas.report import Objective, Report, Section

MISSING, REPEATED = "structure.missing-number", "structure.repeated-number"
PARENT, SECTION, COPY = "structure.code-parent", "structure.missing-section", "structure.duplicate-text"


def numbered(folder: Path, *numbers: int) -> Report:
    return read_text(folder, "".join(f"OBIETTIVO N. {n}\nTitolo {n}\nDescrizione\nTesto {n}.\n" for n in numbers))


@pytest.mark.parametrize(
    ("numbers", "missing", "repeated", "confirmed"),
    [
        ((1, 2, 3, 4), 0, 0, 1), ((1, 2, 4), 1, 0, 0), ((1, 2, 2, 3), 0, 1, 0), ((1, 2, 3, 4, 3, 6), 1, 1, 0),
        ((1, 2, 3, 1, 2), 0, 0, 2), ((1, 2, 3, 1), 0, 1, 0), ((10, 20, 30, 40), 0, 0, 0), ((3, 4, 5), 0, 0, 1),
    ],
)
def test_numbers_in_their_sequence(
    tmp_path: Path, numbers: tuple[int, ...], missing: int, repeated: int, confirmed: int
) -> None:
    report = numbered(tmp_path, *numbers)
    assert [len(told(report, MISSING)), len(told(report, REPEATED))] == [missing, repeated]
    assert len(held(report, MISSING)) == confirmed


def test_a_gap_names_what_is_missing(tmp_path: Path) -> None:
    few = told(numbered(tmp_path, 1, 4), MISSING)[0]
    assert few.message == "Dopo l'obiettivo 1 segue il 4: mancano 2, 3."
    assert quotes(few) == ["1", "4"]
    many = told(numbered(tmp_path, 1, 12), MISSING)[0]
    assert many.message_en == "Objective 12 follows 1: 2 to 11 missing."


def coded(folder: Path, *codes: tuple[str, str]) -> Report:
    return read_text(folder, "".join(
        f"OBIETTIVO N. {n}\nTitolo {n}\nRiferimento Obiettivi Piano Performance\n"
        f"Obiettivo Strategico {above} - Qualità\nObiettivo Operativo {below} - Dati\nDescrizione\nTesto {n}.\n"
        for n, (above, below) in enumerate(codes, start=1)
    ))


@pytest.mark.parametrize(
    ("codes", "strangers"),
    [
        ((("A01", "A01.01"), ("A01", "A01.02"), ("A02", "A02.01")), []),
        ((("A01", "A01.01"), ("A01", "A01.02"), ("A02", "A01.03")), [("A02", "A01.03")]),
        ((("A02", "A01.01"),), [("A02", "A01.01")]),
        ((("0101", "01010601"), ("0101", "01020602"), ("0102", "01020101")), [("0101", "01020602")]),
        ((("1.1", "1.1.2"), ("1.2", "1.2.1"), ("1.2", "3.1.3")), [("1.2", "3.1.3")]),
        ((("S1", "0101"), ("S1", "0102"), ("S2", "0201")), []),  # codes that do not say what they are below
    ],
)
def test_a_code_below_another_parent(
    tmp_path: Path, codes: tuple[tuple[str, str], ...], strangers: list[tuple[str, str]]
) -> None:
    report = coded(tmp_path, *codes)
    found = told(report, PARENT)
    assert [(above in one.message, below in one.message) for one, (above, below) in zip(found, strangers, strict=True)
            ] == [(True, True)] * len(strangers)
    for one, (above, below) in zip(found, strangers, strict=True):
        assert above in quotes(one)[0]
        assert below in quotes(one)[1]


def test_areas_by_letter_and_targets_of_a_coded_plan(tmp_path: Path) -> None:
    rows = [("A - Viabilità", "A.1.1"), ("B - Ambiente", "A.1.2"), ("B - Ambiente", "B.1.1"), ("B - Ambiente", "B.2.1")]
    report = printed(tmp_path, table(
        ("Area", "Cod.", "Obiettivo", "Indicatore", "Target"),
        *((area, code, f"Obiettivo {code}", "Iscritti", "9") for area, code in rows),
    ))
    assert [quotes(one) for one in told(report, PARENT)] == [["B - Ambiente", "A.1.2"]]


def sections(folder: Path, without: int | None, *, count: int = 6, status: str = "") -> Report:
    body = ""
    for n in range(1, count + 1):
        benefits = "" if n == without else f"Benefici attesi\nVantaggio {n}.\n"
        extra = f"{status}\n" if n == without and status else ""
        body += f"OBIETTIVO N. {n}\nTitolo {n}\nDescrizione\nTesto {n}.\n{benefits}Risultati: fatto.\n{extra}"
    return read_text(folder, body)


def test_a_part_that_only_one_objective_lacks(tmp_path: Path) -> None:
    (finding,) = told(sections(tmp_path, 3), SECTION)
    assert finding.severity == "notice"
    assert finding.message == "Manca ciò che gli obiettivi vicini hanno: benefici attesi."
    assert quotes(finding) == ["3", "Vantaggio 2."]
    assert told(sections(tmp_path, None), SECTION) == []
    assert told(sections(tmp_path, 3, count=3), SECTION) == []  # too few to say what is usual
    assert told(sections(tmp_path, 3, status="Obiettivo cassato"), SECTION) == []


COPIED = "Sono stati svolti 12 incontri con le imprese del territorio e 3 seminari in rete, con 240 iscritti."


def results(folder: Path, *texts: str) -> Report:
    return read_text(folder, "".join(
        f"OBIETTIVO N. {n}\nTitolo {n}\nDescrizione\nTesto {n}.\nRisultati: {text}\n" for n, text in enumerate(texts, 1)
    ))


def others(count: int) -> list[str]:
    return [f"Per l'obiettivo numero {n} si è scritto altro, e poi {n} volte ancora altro" for n in range(count)]


def test_the_same_results_in_two_objectives(tmp_path: Path) -> None:
    report = results(tmp_path, COPIED, *others(4), COPIED.replace("territorio e", "territorio  e"))
    (finding,) = told(report, COPY)
    assert finding.severity == "warning"
    assert [len(families(one, "structure")) for one in report.objectives] == [0, 0, 0, 0, 0, 1]
    assert quotes(finding) == [COPIED, COPIED]
    assert "dell'obiettivo 1" in finding.message


@pytest.mark.parametrize(
    "texts",
    [
        [COPIED, *others(4), COPIED.replace("12", "15").replace("240", "310").replace("seminari", "convegni")],
        ["Obiettivo raggiunto nei tempi previsti.", *others(4), "Obiettivo raggiunto nei tempi previsti."],
        [COPIED, COPIED, COPIED, COPIED, COPIED, *others(2)],  # a form of words
    ],
)
def test_what_is_no_copy(tmp_path: Path, texts: list[str]) -> None:
    assert told(results(tmp_path, *texts), COPY) == []


def test_a_merged_cell_is_no_copy(tmp_path: Path) -> None:
    report = printed(tmp_path, table(
        ("Cod.", "Obiettivo", "Descrizione", "Indicatore", "Target"),
        ("A.1", "Crescere", Cell(COPIED, rows=2), "Iscritti", "9"), ("A.2", "Pulire", "Strade", "8"),
    ))
    assert told(report, COPY) == []


def test_only_texts_that_share_something_rare_are_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = results(tmp_path, COPIED)
    evidence = report.objectives[0].sections["results"].evidence[0]
    objectives = []
    for n in range(400):
        words = f"{COPIED} {' '.join(f'altro{n * 40 + k}' for k in range(40 if n != 399 else 0))}"
        at = (evidence.model_copy(update={"start": 1000 * n, "end": 1000 * n + len(evidence.quote)}),)
        objectives.append(Objective(sections={"results": Section(text=words, evidence=at)}, evidence={"status": at}))
    compared = 0

    def counted(one: copies._Text, other: copies._Text) -> bool:
        nonlocal compared
        compared += 1
        return alike(one, other)

    alike = copies._alike
    monkeypatch.setattr(copies, "_alike", counted)
    scene = Scene(report.model_copy(update={"objectives": tuple(objectives)}), Expectations())
    assert list(copies.duplicate_texts(scene)) == []
    assert compared < len(objectives)  # all pairs would be 79,800


def test_every_check_says_what_it_is() -> None:
    ids = [check.id for check in CHECKS]
    assert len(ids) == len(set(ids))
    assert {"structure.stray-heading", MISSING, REPEATED, PARENT, SECTION, COPY, "reading.unclaimed"} <= set(ids)
    for check in CHECKS:
        assert all((check.title, check.title_en, check.about, check.about_en, check.example)), check.id
