"""The audit of a database of 10,000 objectives, with the checks between years, against one of 1,000.

Ten years of each body, written straight into a database; then `obiettivi audit` as a process. The 10,000
are those of 100 bodies, or of 10 with ten times as many each; both are compared with 1,000 of 10 bodies.
"""

from __future__ import annotations

import hashlib
import statistics
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bench.pairs import Result, Work, at_once, paired, python
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

YEARS, FIRST = 10, 2013
WORDS = ("sportelli digitali", "tempi di pagamento", "visite ispettive", "pratiche telematiche", "eventi formativi",
         "mediazioni concluse", "brevetti depositati", "imprese coinvolte", "atti pubblicati", "alloggi assegnati")
# Kilobytes that this process had at most, and that any of its children had.
_MAIN = """
import re, resource
from extract.cli import main
try:
    main()
finally:
    print()
    own = re.findall(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())
    print(*own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


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


def build(path: Path, bodies: int, each: int) -> None:
    with Store.open(path) as store, store.held():
        for body in range(bodies):
            for year in range(FIRST, FIRST + YEARS):
                made = report(body, year, each)
                store.save(made, path.parent / made.report.source)


def run(folder: Path, rounds: int) -> Iterator[Result]:
    """`obiettivi audit` of ten thousand objectives against a thousand: its time, and its peak memory."""
    peaks: defaultdict[Path, list[float]] = defaultdict(list)

    def audits(path: Path) -> Work:
        return at_once(lambda: peaks[path].append(_peak("audit", "--db", str(path))))

    few = folder / "few.duckdb"
    build(few, bodies=10, each=10)
    for bodies, each in ((100, 10), (10, 100)):
        many = folder / f"{bodies}.duckdb"
        build(many, bodies, each)
        what = f"10,000 objectives of {bodies} bodies : 1,000 of 10"
        peaks.clear()
        yield paired(f"audit of {what}", "≤ 10", audits(few), audits(many), rounds=rounds)
        before, after = (statistics.median(peaks[path]) for path in (few, many))
        yield Result(
            f"peak memory, audit of {what}", "≤ 1.3",
            tuple(b / a for a, b in zip(peaks[few], peaks[many], strict=True)), f"{before:.0f} : {after:.0f} MiB",
        )


def _peak(*arguments: str) -> float:
    """The peak memory in MiB of the command, or of its child if that had more."""
    told = python(*arguments, code=_MAIN)
    return max(map(int, told.splitlines()[-1].split())) / 1024
