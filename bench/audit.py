"""Time the audit of a database of 10,000 objectives, with the checks between years.

    .venv/bin/python bench/audit.py [OBJECTIVES] [--keep FOLDER]

Ten bodies, ten years each, written straight into a database in a temporary folder; then `obiettivi audit` as a
process, its time and its peak memory, for the whole and for a tenth of it.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from extract.audit import audited
from extract.store import Store
from schemas.evidence import Evidence
from schemas.expectations import Expectations
from schemas.report import (
    Indicator,
    Measure,
    Objective,
    PlanReference,
    Report,
    ReportHeader,
    RulePack,
    Score,
    Section,
    SeriesPoint,
)

BODIES, YEARS, FIRST = 10, 10, 2013
WORDS = ("sportelli digitali", "tempi di pagamento", "visite ispettive", "pratiche telematiche", "eventi formativi",
         "mediazioni concluse", "brevetti depositati", "imprese coinvolte", "atti pubblicati", "alloggi assegnati")


class Page:
    """A text that grows, and evidence of what was just written."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, quote: str) -> tuple[Evidence, ...]:
        start = len(self.text)
        self.text += quote + "\n"
        top = 20.0 + start % 700
        return (Evidence(page=1 + start // 3000, start=start, end=start + len(quote), quote=quote, rule="bench",
                         boxes=((50.0, top, 300.0, top + 11.0),)),)


def report(body: int, year: int, objectives: int) -> Report:
    page = Page()
    issuer = ("CCIAA di Provincia {}", "Camera di Commercio di Provincia {}")[year % 2].format(body)
    evidence = {"issuer": page.write(issuer), "year": page.write(str(year))}
    made = tuple(objective(page, year, number) for number in range(1, objectives + (year % 3 > 0)))
    sha256 = hashlib.sha256(page.text.encode()).hexdigest()
    header = ReportHeader(
        issuer=issuer, year=year, source=f"ente-{body}-{year}.pdf", sha256=sha256, pages=1 + len(page.text) // 3000,
        engine="bench", layout="grid", rules=RulePack(name="grid", version="1", digest="bench"), text=page.text,
        evidence=evidence,
    )
    return audited(Report(report=header, objectives=made), Expectations())


def objective(page: Page, year: int, number: int) -> Objective:
    """Some values change from year to year in a way that a check must find, most do not."""
    word = WORDS[number % len(WORDS)]
    title = f"Migliorare {word} nel settore {number}"
    evidence = {"number": page.write(f"OBIETTIVO N. {number}"), "title": page.write(title)}
    evidence["status"] = page.write(f"Risultati {number}")
    lowered = number % 13 == 0 and year % 5 == 0
    target, result = (70 if lowered else 90), (80 if number % 13 == 0 else 95)
    series = tuple(
        SeriesPoint(label=f"numero di {word}", year=one, value=value, evidence=page.write(f"{value} nel {one}"))
        for one in range(year - 2, year + 1)
        for value in (number * 10 + one % 7 + (number % 29 == 0 and one < year),)
    )
    done = number if number % 11 == 0 else number + 3 * year
    results = f"Nel {year} si è lavorato su {word}, come ogni anno: {done} interventi nel settore, e altro ancora."
    aim, done_ = f">= {target}%", f"{result}%"
    code = f"A{number}.01"
    return Objective(
        number=number, title=title, evidence=evidence, series=series,
        plan_references=(PlanReference(level="operational", code=code, evidence=page.write(code)),),
        indicators=(Indicator(
            text=f"percentuale di {word}", evidence=page.write(f"percentuale di {word}"),
            target=Measure(text=aim, operator=">=", value=target, unit="%", evidence=page.write(aim)),
            result=Measure(text=done_, value=result, unit="%", evidence=page.write(done_)),
        ),),
        scores=(Score(evaluator="OIV", value=95, maximum=100, evidence=page.write("95/100")),),
        sections={"results": Section(text=results, evidence=page.write(results))},
    )


def build(path: Path, objectives: int) -> None:
    with Store.open(path) as store, store.held():
        for body in range(BODIES):
            for year in range(FIRST, FIRST + YEARS):
                made = report(body, year, objectives // (BODIES * YEARS))
                store.save(made, path.parent / made.report.source)


def measured(path: Path, *arguments: str) -> tuple[float, float, str]:
    """Seconds, the peak memory of the largest process in MiB, and the last line printed."""
    before = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "extract", "audit", *arguments], stdout=subprocess.PIPE, text=True,
        env=os.environ | {"OBIETTIVI_DB": str(path)},
    )
    assert process.stdout is not None
    last = ""
    for line in process.stdout:
        last = line.rstrip() or last
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"audit ended with {status}")
    return time.monotonic() - before, usage.ru_maxrss / 1024, last


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("objectives", nargs="?", type=int, default=10_000)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for count in (wanted.objectives // 10, wanted.objectives):
            path = Path(folder, f"{count}.duckdb")
            begun = time.monotonic()
            build(path, count)
            print(f"{count} objectives, {BODIES} bodies, {YEARS} years: built in {time.monotonic() - begun:.1f} s, "
                  f"{path.stat().st_size >> 20} MiB")
            for arguments in ((), ("--confirmed",), ("--format", "sarif")):
                seconds, memory, last = measured(path, *arguments)
                print(f"  audit {' '.join(arguments):16} {seconds:6.1f} s  {memory:5.0f} MiB  {last[:90]}")
    print(f"peak of all children: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
