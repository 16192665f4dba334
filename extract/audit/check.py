"""What a check is: a pure function over a report that was read, with a name and what a person should know of it.

A check yields verdicts: something that does not fit, or something that was compared and held. Each verdict has an
Italian and an English sentence and the evidence of every value compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from schemas.evidence import Evidence, Traced
from schemas.expectations import Expectations
from schemas.finding import Confirmation, Finding, Severity
from schemas.report import Objective, Report

KeptT = TypeVar("KeptT")


class Verdict(NamedTuple):
    """What a check says of values: `held` if they agree; `severity` where it is not the check's own.

    `place` is that of the objective in the report, None for the report itself; a check of single objectives leaves it.
    """

    message: str
    message_en: str
    evidence: tuple[Evidence, ...]
    held: bool = False
    severity: Severity | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What an objective stands in: its report, and what is expected there; and what several checks ask of both."""

    report: Report
    expects: Expectations
    kept: dict[tuple[str, int], tuple[Objective, Any]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def year(self) -> int | None:
        """The year reported on."""
        return self.report.report.year

    def once(self, name: str, objective: Objective, make: Callable[[Objective, Scene], KeptT]) -> KeptT:
        """What `make` says of an objective, made the first time it is asked for under a name."""
        key = (name, id(objective))
        if key not in self.kept:
            self.kept[key] = (objective, make(objective, self))  # the objective too: else its id may become another's
        found: KeptT = self.kept[key][1]
        return found


Single = Callable[[Objective, Scene], Iterator[Verdict]]
Whole = Callable[[Scene], Iterator[Verdict]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check: `single` looks at each objective by itself, `whole` at the report.

    `title` and `title_en` name it, `about` and `about_en` say in a sentence or two what is compared and why, `example`
    is a case as a report would print it, and what the check says of it. One with neither is made while the document is
    read, because it is about what is no part of the report.
    """

    id: str
    severity: Severity
    title: str
    title_en: str
    about: str
    about_en: str
    example: str
    single: Single | None = None
    whole: Whole | None = None

    def verdicts(self, scene: Scene) -> Iterator[Verdict]:
        """What the check says of the report, each verdict with its place."""
        if self.whole is not None:
            yield from self.whole(scene)
        if self.single is not None:
            for place, objective in enumerate(scene.report.objectives):
                yield from (verdict._replace(place=place) for verdict in self.single(objective, scene))

    def outcome(self, verdict: Verdict) -> Finding | Confirmation:
        """The verdict as a value of the report."""
        said = {"check": self.id, "message": verdict.message, "message_en": verdict.message_en}
        if verdict.held:
            return Confirmation(**said, evidence=verdict.evidence)
        return Finding(**said, severity=verdict.severity or self.severity, evidence=verdict.evidence)


def shown(*values: Traced | tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The evidence of several values, each place once, in their order."""
    found: dict[tuple[int, int], Evidence] = {}
    for value in values:
        for one in value.evidence if isinstance(value, Traced) else value:
            found.setdefault((one.start, one.end), one)
    return tuple(found.values())
