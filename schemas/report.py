"""The output contract: a report, its objectives and their values.

These models are the source of truth for what `obiettivi extract` prints and what the
database holds; `obiettivi schema` publishes them as JSON Schema. Adding a field is free,
renaming one is a breaking change.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from schemas.evidence import Evidence, Frozen, Proof, Traced
from schemas.finding import Confirmation, Finding

Number = int | float
Operator = Literal["=", "<", "<=", ">", ">=", "range"]
Unit = str
SectionName = Literal[
    "title", "plan_reference", "action", "description", "expected_benefits",
    "indicator", "results", "notes", "footnote", "score",
]


class Section(Traced):
    """The text of a labelled part, whitespace collapsed, nothing of the page's furniture in it."""

    text: str


class PlanReference(Traced):
    """Where the objective stands in the plan: `A01.01` below `A01`, or a target `D88.09`."""

    level: Literal["strategic", "operational", "target", "area", "programme"]
    code: str | None
    title: str | None = None
    category: str | None = None


class Measure(Traced):
    """A value of an indicator: a number, a bound, a range, a date, or SI/NO (unit `boolean`)."""

    text: str
    operator: Operator | None = None
    value: bool | Number | None = None
    upper: Number | None = None
    unit: Unit | None = None
    date: str | None = None


class Indicator(Traced):
    """What is measured, how, and its values."""

    text: str
    numerator: str | None = None
    denominator: str | None = None
    formula: str | None = None
    weight: Number | None = None
    unit: Unit | None = None
    source: str | None = None
    baseline: Measure | None = None
    target: Measure | None = None
    result: Measure | None = None
    achievement: Number | None = None


class Target(Traced):
    """A target stated in prose: "almeno 5 eventi" is `>= 5` with label "eventi"."""

    label: str | None
    operator: Operator
    value: Number | None = None
    upper: Number | None = None
    unit: Unit | None = None
    date: str | None = None
    section: SectionName


QuantityRole = Literal["actual", "base", "baseline", "component", "planned", "context"]


class Quantity(Traced):
    """A number that says what was there or was done."""

    value: Number
    unit: Unit | None = None
    label: str | None
    role: QuantityRole
    section: SectionName


class SeriesPoint(Traced):
    """One cell of a table over years."""

    label: str
    year: int
    value: Number
    unit: Unit | None = None


DateRole = Literal["deadline", "achieved", "baseline", "act"]


class DateValue(Traced):
    """A date with its role; `date` is ISO, cut to its precision."""

    date: str
    precision: Literal["day", "month", "year"]
    role: DateRole
    section: SectionName


class Score(Traced):
    """An evaluator's score with its maximum; `note` is what limits it."""

    evaluator: str | None
    value: Number
    maximum: Number | None = None
    note: str | None = None


class Footnote(Traced):
    """A footnote and the mark that calls it."""

    mark: str
    text: str


class Citation(Traced):
    """An act or law cited."""

    text: str


Status = Literal["reported", "changed", "postponed", "cancelled", "not_evaluable"]
Action = Literal["new", "maintenance", "efficiency"]
Outcome = Literal["achieved", "partly_achieved", "not_achieved"]


class Objective(Frozen):
    """One objective with everything read from it.

    `evidence` holds that of the scalars, keyed by field name; every other value carries
    its own. A scalar that is present without evidence is refused.
    """

    number: int | None = None
    title: str | None = None
    status: Status = "reported"
    status_note: str | None = None
    plan_references: tuple[PlanReference, ...] = ()
    action: Action | None = None
    weight: Number | None = None
    sections: dict[SectionName, Section] = Field(default_factory=dict)
    footnotes: tuple[Footnote, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    targets: tuple[Target, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    series: tuple[SeriesPoint, ...] = ()
    dates: tuple[DateValue, ...] = ()
    outcome: Outcome | None = None
    achievement: Number | None = None
    scores: tuple[Score, ...] = ()
    citations: tuple[Citation, ...] = ()
    findings: tuple[Finding, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    evidence: dict[str, Proof] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _scalars_are_shown(self) -> Objective:
        _require_evidence(self, OBJECTIVE_SCALARS)
        return self


OBJECTIVE_SCALARS = (
    "number", "title", "status", "status_note", "action", "weight", "outcome", "achievement",
)
OBJECTIVE_LISTS = (
    "plan_references", "footnotes", "indicators", "targets", "quantities", "series",
    "dates", "scores", "citations", "findings", "confirmations",
)
REPORT_SCALARS = ("issuer", "year", "title", "kind")


class RulePack(Frozen):
    """Which rules read a report."""

    name: str
    version: str
    digest: str


class ReportHeader(Frozen):
    """The report itself: whose, of which year, and what it was read from.

    `unread_pages` show something but hold no text: what stands there is not in the report.
    `layout` is that of most objectives; a report may change it midway, and `layout_reasons` say
    which were recognised, where and by what. `layout_confidence` is the share of objectives that
    came out whole: with a name and something said of them.
    """

    issuer: str | None = None
    year: int | None = None
    title: str | None = None
    kind: Literal["report", "plan"] | None = None
    source: str
    sha256: str
    pages: int = Field(ge=1)
    unread_pages: tuple[int, ...] = ()
    engine: str
    layout: str | None = None
    layout_confidence: float | None = Field(default=None, ge=0, le=1)
    layout_reasons: tuple[str, ...] = ()
    rules: RulePack | None = None
    text: str | None = None
    findings: tuple[Finding, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    evidence: dict[str, Proof] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _scalars_are_shown(self) -> ReportHeader:
        _require_evidence(self, REPORT_SCALARS)
        return self


class Report(Frozen):
    """One document, read."""

    report: ReportHeader
    objectives: tuple[Objective, ...] = ()

    def every_evidence(self) -> Iterator[tuple[str, Evidence]]:
        """Every evidence of the report with the path of the value it shows."""
        for name, proof in self.report.evidence.items():
            yield from ((f"report.{name}", one) for one in proof)
        yield from _evidence_of("report.findings", self.report.findings)
        yield from _evidence_of("report.confirmations", self.report.confirmations)
        for place, objective in enumerate(self.objectives):
            path = f"objectives[{place}]"
            for name, proof in objective.evidence.items():
                yield from ((f"{path}.{name}", one) for one in proof)
            for name, section in objective.sections.items():
                yield from ((f"{path}.sections.{name}", one) for one in section.evidence)
            for name in OBJECTIVE_LISTS:
                yield from _evidence_of(f"{path}.{name}", getattr(objective, name))


def _evidence_of(path: str, items: tuple[Traced, ...]) -> Iterator[tuple[str, Evidence]]:
    for place, item in enumerate(items):
        yield from ((f"{path}[{place}]", one) for one in item.evidence)
        if isinstance(item, Indicator):
            for name in ("baseline", "target", "result"):
                measure = getattr(item, name)
                if measure is not None:
                    yield from ((f"{path}[{place}].{name}", one) for one in measure.evidence)


def _require_evidence(holder: Objective | ReportHeader, names: tuple[str, ...]) -> None:
    missing = [
        name for name in names
        if getattr(holder, name) is not None and not holder.evidence.get(name)
    ]
    if missing:
        raise ValueError(f"no evidence for {', '.join(missing)}")
