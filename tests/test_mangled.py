"""A report that was cut, shuffled or misread still gives a report, and its evidence still holds."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract import extract_report
from extract.read import read_bytes

SEED = (Path(__file__).parents[1] / "corpus" / "reports" / "riviere-2020.txt").read_text("utf-8")
LINES = SEED.split("\n")
NOISE = st.text(alphabet="0123456789()/%.,:;=<>€-– nN°\x0c\t\n", min_size=1, max_size=3)


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """A piece of the seed report with lines dropped, swapped and overwritten."""
    start = draw(st.integers(0, len(LINES) - 40))
    lines = LINES[start : start + draw(st.integers(20, 90))]
    for _ in range(draw(st.integers(0, 12))):
        one, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        lines[one], lines[other] = lines[other], lines[one]
    text = "\n".join(lines)
    for _ in range(draw(st.integers(0, 20))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(NOISE) + text[at + draw(st.integers(0, 3)) :]
    return text if text.strip() else SEED[:2000]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mangled())
def test_a_mangled_report_is_read(text: str) -> None:
    report = extract_report(read_bytes(text.encode(), "mangled.txt"))
    read = report.report.text
    assert read is not None
    for where, one in report.every_evidence():
        assert read[one.start : one.end] == one.quote, where
