"""Every value shows its place: the walk over all evidence of all reports in the corpus."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from extract import extract_report
from schemas.report import OBJECTIVE_LISTS, Report

CORPUS = Path(__file__).parents[1] / "corpus"
with (CORPUS / "manifest.csv").open(encoding="utf-8", newline="") as manifest:
    REPORTS = [row["file"] for row in csv.DictReader(manifest)]


def path_of(name: str) -> Path:
    return CORPUS / name


@cache
def report_of(name: str) -> Report:
    return extract_report(path_of(name))


@pytest.mark.parametrize("name", REPORTS)
def test_the_quote_is_the_text_at_its_place(name: str) -> None:
    report = report_of(name)
    text = report.report.text
    assert text
    walked = list(report.every_evidence())
    assert len(walked) > 10 * len(report.objectives) > 0
    for where, one in walked:
        assert text[one.start : one.end] == one.quote, where
        assert one.quote.strip(), where
        assert 1 <= one.page <= report.report.pages, where
        assert one.rule, where
        assert one.pack == (report.report.rules and report.report.rules.digest), where


@pytest.mark.parametrize("name", REPORTS)
def test_the_quote_shows_the_value(name: str) -> None:
    """What can be compared literally is: titles, codes, sections, citations, notes."""
    compared = 0
    for objective in report_of(name).objectives:
        shown = " ".join(" ".join(e.quote.split()) for e in objective.evidence["title"])
        assert objective.title in shown
        for section in objective.sections.values():
            quotes = " ".join(e.quote for e in section.evidence).split()
            assert section.text.split() == quotes[: len(quotes)]
            compared += 1
        for reference in objective.plan_references:
            quote = "".join("".join(e.quote for e in reference.evidence).split())
            assert (reference.code or "") in quote
            compared += 1
        for citation in objective.citations:
            assert any(citation.text == " ".join(e.quote.split()) for e in citation.evidence)
            compared += 1
        for score in objective.scores:
            quote = " ".join(score.evidence[0].quote.split())
            assert str(score.value).replace(".", ",") in quote
            compared += 1
    assert compared


@pytest.mark.parametrize("name", [name for name in REPORTS if name.endswith(".pdf")])
def test_the_boxes_cover_ink(name: str) -> None:
    """Every box of every evidence, drawn over the rendered page, has something printed inside."""
    import pypdfium2

    report = report_of(name)
    scale = 2
    with pypdfium2.PdfDocument(path_of(name)) as pdf:
        pages = {i + 1: pdf[i].render(scale=scale, grayscale=True).to_pil() for i in range(len(pdf))}
    looked_at = 0
    for where, one in report.every_evidence():
        image = pages[one.page]
        assert one.boxes, where
        for x0, top, x1, bottom in one.boxes:
            assert 0 <= x0 < x1 <= image.width / scale + 1, where
            assert 0 <= top < bottom <= image.height / scale + 1, where
            inside = image.crop((int(x0 * scale), int(top * scale), int(x1 * scale) + 1, int(bottom * scale) + 1))
            assert inside.getextrema()[0] < 128, f"{where}: nothing is printed at {one.boxes}"
            looked_at += 1
    assert looked_at > 100


def test_a_value_without_evidence_cannot_be_built() -> None:
    from pydantic import ValidationError

    from schemas.report import Objective, Score

    with pytest.raises(ValidationError):
        Score(evaluator="OIV", value=100, maximum=100, evidence=())
    with pytest.raises(ValidationError):
        Objective(number=1)
    assert set(OBJECTIVE_LISTS) <= set(Objective.model_fields)
