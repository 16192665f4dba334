"""Every value shows its place: the walk over all evidence of all reports in the corpus."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from extract import extract_report, read
from extract.language import parse_number
from extract.language.romans import parse_roman
from schemas.evidence import Traced
from schemas.report import OBJECTIVE_LISTS, Objective, Report

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
    assert len(walked) > 3 * len(report.objectives) > 0
    for where, one in walked:
        assert text[one.start : one.end] == one.quote, where
        assert one.quote.strip(), where
        assert 1 <= one.page <= report.report.pages, where
        assert one.rule, where
        assert one.pack == (report.report.rules and report.report.rules.digest), where


def fold(text: str) -> str:
    return " ".join(text.casefold().split())


def quotes(item: Traced) -> str:
    return " ".join(" ".join(one.quote for one in item.evidence).split())


def tells(quote: str, value: float) -> bool:
    """Whether a number is in the quote, in figures or, where it has none, in words."""
    figures = [parse_number(found.rstrip(".,")) for found in re.findall(r"\d[\d.,]*", quote)]
    scales = (1, 1_000, 1_000_000)
    return any(f is not None and abs(f * scale - abs(value)) < 1e-9 for f in figures for scale in scales) or not figures


def check_scalars(objective: Objective) -> int:
    def shown(name: str) -> str:
        return " ".join(" ".join(one.quote for one in objective.evidence[name]).split())

    if objective.number is not None:
        assert str(objective.number) in shown("number") or parse_roman(shown("number")) == objective.number
    assert objective.title in shown("title")
    assert not objective.status_note or objective.status_note in shown("status_note")
    assert objective.weight is None or tells(shown("weight"), objective.weight)
    assert objective.achievement is None or tells(shown("achievement"), objective.achievement)
    return 1


def check_sections(objective: Objective) -> int:
    for section in objective.sections.values():
        assert section.text.split() == quotes(section).split()
    return len(objective.sections)


def check_references(objective: Objective) -> int:
    for reference in objective.plan_references:
        shown = "".join(quotes(reference).split())
        told = (reference.code, reference.title, reference.category)
        assert all("".join(text.split()) in shown for text in told if text), reference
    return len(objective.plan_references)


def check_citations(objective: Objective) -> int:
    for citation in objective.citations:
        assert citation.text in [" ".join(e.quote.split()) for e in citation.evidence]
    return len(objective.citations)


def check_scores(objective: Objective) -> int:
    for score in objective.scores:
        assert tells(quotes(score), score.value)
        assert score.maximum is None or tells(quotes(score), score.maximum)
        assert not score.note or score.note in quotes(score)
    return len(objective.scores)


def check_statements(objective: Objective) -> int:
    stated = (*objective.targets, *objective.quantities)
    for one in stated:
        counted = any(e.grade == "derived" for e in one.evidence)
        assert one.value is None or counted or tells(quotes(one), one.value), one
        assert not one.label or fold(one.label) in fold(quotes(one)), one
    return len(stated)


def check_series(objective: Objective) -> int:
    for point in objective.series:
        assert tells(point.evidence[0].quote, abs(point.value)), point
        assert str(point.year) in quotes(point), point
        assert fold(point.label) in fold(quotes(point)), point
    return len(objective.series)


def check_dates(objective: Objective) -> int:
    for date in objective.dates:
        for one in date.evidence:
            assert date.date[2:4] in one.quote, date
    return len(objective.dates)


def check_indicators(objective: Objective) -> int:
    for indicator in objective.indicators:
        shown = quotes(indicator)
        assert shown.split()[: len(indicator.text.split())] == indicator.text.split()
        for text in (indicator.formula, indicator.source):
            assert not text or text in shown, indicator
        for number in (indicator.weight, indicator.achievement):
            assert number is None or tells(shown, number), indicator
        for measure in (indicator.target, indicator.result, indicator.baseline):
            if measure and measure.value is not None and not isinstance(measure.value, bool):
                assert tells(quotes(measure), measure.value), measure
    return len(objective.indicators)


CHECKS = (
    check_scalars, check_sections, check_references, check_citations, check_scores, check_statements, check_series,
    check_dates, check_indicators,
)


@pytest.mark.parametrize("name", REPORTS)
def test_the_quote_shows_the_value(name: str) -> None:
    checked = [check(objective) for objective in report_of(name).objectives for check in CHECKS]
    assert sum(checked) > len(report_of(name).objectives) > 0


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_kind_is_shown_somewhere(check: Callable[[Objective], int]) -> None:
    assert sum(check(objective) for name in REPORTS[:12] for objective in report_of(name).objectives) > 10


@pytest.mark.parametrize("name", REPORTS)
def test_the_page_is_the_one_the_text_stands_on(name: str) -> None:
    document = read(path_of(name))
    for where, one in report_of(name).every_evidence():
        page = document.pages[one.page - 1]
        assert page.start <= one.start < one.end <= page.end, where


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
    assert looked_at > 5 * len(report.objectives) > 0 or looked_at > 50


def test_a_value_without_evidence_cannot_be_built() -> None:
    from pydantic import ValidationError

    from schemas.report import Objective, Score

    with pytest.raises(ValidationError):
        Score(evaluator="OIV", value=100, maximum=100, evidence=())
    with pytest.raises(ValidationError):
        Objective(number=1)
    assert set(OBJECTIVE_LISTS) <= set(Objective.model_fields)
