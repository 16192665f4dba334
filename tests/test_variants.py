"""The seed report printed by another program, in other fonts, pages and rulings, reads the same.

`prints.py` sets its text anew with reportlab: page breaks in the middle of sections, running
headers, page numbers, footnotes at the page's foot, hyphenation, tables without lines.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import extract_report
from extract.evaluate import compare, load_gold
from extract.read import read_bytes
from tests import prints

GOLD = load_gold(Path(__file__).parents[1] / "corpus" / "gold" / "riviere-2020.json")
WHOLE = ("objectives", "title", "plan_references", "scores", "series", "status", "dates")


@pytest.mark.parametrize("name", prints.ALL)
def test_a_print_reads_like_the_original(name: str) -> None:
    data = prints.ALL[name]()
    if data is None:
        pytest.skip("no TrueType font on this machine")
    report = extract_report(read_bytes(data, f"{name}.pdf"))
    text = report.report.text
    assert text
    for where, one in report.every_evidence():
        assert text[one.start : one.end] == one.quote, where
        assert one.boxes, where
    found = compare(GOLD, report.model_dump(mode="json"))
    told = list(found.wrong)
    assert found.micro.f1 is not None
    assert found.micro.f1 >= 0.97, told
    for kind in WHOLE:
        assert found.counts[kind].f1 == 1.0, (kind, told)
