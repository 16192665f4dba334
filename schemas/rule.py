"""What a rule pack may say: a discriminated union by `kind`, unknown keys forbidden.

Rules say what, Python says how. Patterns are RE2 (linear time), because packs may come
from strangers; `{name}` in a pattern stands for a fragment of the shared lexicon.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from schemas.evidence import Frozen

Region = Literal[
    "preface", "block", "title", "responsible", "plan_reference", "action", "description",
    "expected_benefits", "indicator", "target", "result", "baseline", "weight", "status", "results", "achievement",
    "notes", "end",
    # What cells and their labels hold besides: see `ColumnRule`.
    "number", "code", "strategic", "operational", "area", "programme", "formula", "unit", "source",
    "revised_target", "deadline", "score", "objective_weight", "indicator_weight", "objective_achievement",
    "year", "threshold", "actions", "total", "ignored",
]
Scalar = str | int | float | bool | None
ValueType = Literal["text", "number", "code", "year", "name", "evaluator"]


class Example(Frozen):
    """A text the rule must match, and the values it must give."""

    text: str
    expect: dict[str, Scalar]


class Rule(Frozen):
    """What every rule has: an id, what it proves itself with, and what it must not match."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    note: str | None = None
    examples: tuple[Example, ...] = Field(min_length=1)
    rejects: tuple[str, ...] = ()


class HeadingRule(Rule):
    """A line that starts an objective; groups `number` or `code`, and `title`.

    A `loose` one starts an objective only where two labels follow it before the next heading,
    or where it counts on from one that does. One that `starts` a parent names what the
    objectives below it belong to, one that starts an indicator begins one inside its
    objective. `level` is that of the code. Of rules that start a `level`, what stands below their
    headings tells which start objectives: those of the finest `rank` (the highest) that hold
    labels; coarser ones are parents, or say inside an objective what it belongs to.
    """

    kind: Literal["heading"]
    pattern: str
    loose: bool = False
    starts: Literal["objective", "parent", "indicator", "level"] = "objective"
    rank: int = 0
    level: Literal["strategic", "operational", "target", "area", "programme"] = "operational"


class LabelRule(Rule):
    """A label at the start of a line that opens a section.

    It must be followed by a colon, a dash, a cell border or the line's end; an `inline`
    label is distinctive enough to be followed by its text directly. In an objective where
    no such label opens a section, a capitalised one followed by its text does: some bodies
    set labels apart by type alone, and a text layer does not show type. A `keep` label is
    itself text of its section, and counts only where no other label has come before it,
    unless it may stand `anywhere`. One with a `value` counts only before text that this pattern
    matches, and then before every other rule: "Esito: raggiunto" tells an outcome, "Esito: 12 corsi" results.
    """

    kind: Literal["label"]
    section: Region
    labels: str
    value: str | None = None
    inline: bool = False
    keep: bool = False
    anywhere: bool = False


class ColumnRule(Rule):
    """The heads of a column, or the labels of a cell, that name one field.

    `heads` are spellings, or `{labels.NAME}` for a list of the lexicon. Case, accents, white
    space, digits and what stands in brackets do not matter: a narrow column breaks words, and
    years and units are read apart. An example expects `role`, and may expect `year` and `unit`.
    """

    kind: Literal["column"]
    role: Region
    heads: tuple[str, ...] = Field(min_length=1)


class SegmentRule(Rule):
    """A pattern that opens a segment: its group `title` runs on to the next segment."""

    kind: Literal["segment"]
    field: Literal["plan_references"]
    within: tuple[Region, ...]
    pattern: str
    set: dict[str, Scalar] = Field(default_factory=dict)


class PatternRule(Rule):
    """Named groups become the values of one item of `field`.

    `types` says how a group is read, `set` adds constants, `stop` ends a text group before
    the first of these words, `parenthesis` names the value that takes a bracket directly
    behind the match (closed or not), and `removes` says out of which regions the match is
    taken before they are read further. `unless` is a pattern that must not be found in the
    sentence before the match.
    """

    kind: Literal["pattern"]
    field: Literal[
        "scores", "citations", "status", "weight", "achievement", "issuer", "title", "year", "unclaimed",
    ]
    within: tuple[Region, ...]
    pattern: str
    ignore_case: bool = True
    types: dict[str, ValueType] = Field(default_factory=dict)
    set: dict[str, Scalar] = Field(default_factory=dict)
    stop: tuple[str, ...] = ()
    parenthesis: str | None = None
    removes: tuple[Region, ...] = ()
    unless: str | None = None


class ChoiceRule(Rule):
    """The earliest cue in the region decides which of the values holds; longer cues win ties.

    `unless` is a pattern that must not be found in the sentence before the cue.
    """

    kind: Literal["choice"]
    field: Literal["action", "outcome", "kind"]
    within: tuple[Region, ...]
    cues: dict[str, tuple[str, ...]]
    unless: str | None = None


AnyRule = Annotated[
    HeadingRule | LabelRule | ColumnRule | SegmentRule | PatternRule | ChoiceRule, Field(discriminator="kind")
]


class Recognition(Frozen):
    """How a layout is known.

    In running text by that many `headings`, labels below them, and kinds of section among
    these. In tables by the `columns` a header shows and those it is `without`, by `spelled`
    heads, and by the `fields` that labelled cells name; of layouts that fit, the one that asks
    for more holds.
    """

    headings: int = Field(default=1, ge=0)
    labels_per_heading: float = Field(default=1, ge=0)
    sections: int = Field(default=1, ge=0)
    columns: tuple[Region, ...] = ()
    without: tuple[Region, ...] = ()
    spelled: tuple[str, ...] = ()
    fields: tuple[Region, ...] = ()


class PackHeader(Frozen):
    """`pack.yml`: which pack this is, which packs' rules it uses, and which reports it reads.

    A rule of its own replaces a used one of the same id.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    version: str = Field(pattern=r"^\d+\.\d+\.\d+$")
    title: str
    layout: str | None = None
    uses: tuple[str, ...] = ()
    recognises: Recognition | None = None


class RuleFile(Frozen):
    """`sections.yml`, `fields.yml`: rules, each id once in its pack."""

    rules: tuple[AnyRule, ...]

    @model_validator(mode="after")
    def _ids_are_unique(self) -> RuleFile:
        seen: set[str] = set()
        for rule in self.rules:
            if rule.id in seen:
                raise ValueError(f"rule id {rule.id!r} stands twice")
            seen.add(rule.id)
        return self
