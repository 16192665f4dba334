"""What a careful reader finds in the real report, and what it confirms, from its text and from its PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import extract_report
from schemas.report import Report
from tests.small_reports import OURS

REPORTS = Path(__file__).parents[1] / "corpus" / "reports"
FOUND = {
    (5, "target.baseline-differs"): ("Valore di partenza diverso: 4 e 6 (imprese abilitate).", ("4", "6 a 31")),
    (8, "target.differs"): (
        "Due target diversi per la stessa cosa: > 3 (n. azioni > 3) e ≥ 3 (interventi).",
        ("> 3", "almeno tre interventi"),
    ),
    (9, "target.percentage-unreported"): (
        "L'indicatore è «% completamento», ma i risultati non riportano alcuna percentuale.",
        ("% completamento", "febbraio 2021"),
    ),
    (10, "target.percentage-unreported"): (
        "L'indicatore è «% completamento», ma i risultati non riportano alcuna percentuale.",
        ("% completamento", "in via sperimentale"),
    ),
    (12, "target.unanswered"): (
        "Nessun risultato risponde al target > 15 ore (ore di sportello settimanale).",
        ("superiore alle 15", "non è stato possibile mantenere attivi gli sportelli PID"),
    ),
}
CONFIRMED = {
    (1, "289 su 289 dà 100%: il target 100% è raggiunto."),
    (2, "254 su 254 dà 100%: il target 100% è raggiunto."),
    (3, "579 su 579 dà 100%: l'obiettivo è raggiunto, come dichiarato."),
    (8, "Target raggiunto: 5 > 3 (n. azioni > 3)."),
    (11, "Target raggiunto: 58,37 < 60 giorni (giorni di regolarizzazione pr uscita)."),
    (11, "Target raggiunto: 59,36 < 75 giorni (giorni di regolarizzazione pr entrata)."),
    (12, "123 + 41 = 164."),
    (12, "Target raggiunto: 164 ≥ 50 (assessment della maturità digitale)."),
    (12, "Target raggiunto: 12 ≥ 5 (eventi)."),
}
KNOWN = ("evaluation.partial-score", "evaluation.without-score")


@pytest.fixture(scope="module", params=["txt", "pdf"])
def seed(request: pytest.FixtureRequest) -> Report:
    return extract_report(REPORTS / f"riviere-2020.{request.param}")


def test_ratios_targets_and_scores_are_found_as_a_reader_finds_them(seed: Report) -> None:
    found = {
        (one.number, finding.check): finding
        for one in seed.objectives for finding in one.findings
        if finding.check.startswith(OURS) and finding.check not in KNOWN
    }
    assert set(found) == set(FOUND)
    for key, (sentence, shown) in FOUND.items():
        finding = found[key]
        assert (finding.severity, finding.message) == ("warning", sentence)
        quoted = " ".join(" ".join(one.quote.split()) for one in finding.evidence)
        assert all(part in quoted for part in shown), quoted
        assert len(finding.evidence) >= 2
    assert not any(finding.check.startswith(OURS) for finding in seed.report.findings)


def test_what_holds_is_confirmed(seed: Report) -> None:
    held = {(one.number, found.message) for one in seed.objectives for found in one.confirmations}
    assert held >= CONFIRMED


def test_a_confirmation_shows_every_value(seed: Report) -> None:
    held = {found.message: found for one in seed.objectives for found in one.confirmations}
    quoted = {
        message: [" ".join(one.quote.split()) for one in found.evidence] for message, found in held.items()
    }
    assert quoted["123 + 41 = 164."] == [
        "n. 164", "imprese coinvolte nelle attività di assessment",
        "n. 123 self assessment", "n. 41 assessment guidati",
    ]
    days = quoted["Target raggiunto: 58,37 < 60 giorni (giorni di regolarizzazione pr uscita)."]
    assert days[:2] == ["giorni di regolarizzazione pr uscita <60", "58,37"]
    assert "2020" in days
