"""Structure: parts of an objective that are missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.audit.check import Check, Scene, Verdict, shown
from extract.audit.words.quotes import opening
from schemas.evidence import Evidence
from schemas.report import Objective, SectionName

MISSING_SECTION = "structure.missing-section"
_OPEN = ("reported", "changed")
_NAMES: dict[SectionName, tuple[str, str]] = {
    "title": ("titolo", "title"), "plan_reference": ("riferimento al piano", "plan reference"),
    "action": ("azione", "action"), "description": ("descrizione", "description"),
    "expected_benefits": ("benefici attesi", "expected benefits"), "indicator": ("indicatore", "indicator"),
    "results": ("risultati", "results"), "notes": ("note", "notes"), "footnote": ("nota a piè di pagina", "footnote"),
    "score": ("punteggio", "score"),
}
_EXPECTED: tuple[SectionName, ...] = ("action", "description", "expected_benefits", "indicator", "results")
_COMMON = 0.8  # share of the other objectives that have a section for its want to be worth a word


def missing_sections(scene: Scene) -> Iterator[Verdict]:
    """Sections that `checks.yml` asks for, and those that the objectives around have."""
    objectives = [(place, one) for place, one in enumerate(scene.report.objectives) if one.status in _OPEN]
    having = [frozenset(name for name in _NAMES if _has(one, name)) for _, one in objectives]
    counts = {name: sum(name in one.sections for _, one in objectives) for name in _EXPECTED}
    for at, (place, objective) in enumerate(objectives):
        asked = [name for name in scene.expects.required if name not in having[at]]
        if asked:
            verdict = _wanting(objective, asked, None)
            yield verdict._replace(place=place, severity="warning")
        around = [other for other in (at - 1, at + 1) if 0 <= other < len(objectives)]
        common = [
            name for name in _EXPECTED
            if name not in having[at] and name not in asked and len(objectives) > 3
            and counts[name] >= _COMMON * (len(objectives) - 1)
            and all(name in objectives[other][1].sections for other in around)
        ]
        if common:
            yield _wanting(objective, common, objectives[around[0]][1])._replace(place=place)


def _has(objective: Objective, name: SectionName) -> bool:
    """True where a section, or the values that stand for it in a table, was read."""
    indicators = objective.indicators
    match name:
        case "indicator":
            return name in objective.sections or bool(indicators)
        case "results":
            return name in objective.sections or any(one.result or one.achievement is not None for one in indicators)
        case "title" | "plan_reference" | "footnote" | "score":
            held = {"title": objective.title, "plan_reference": objective.plan_references,
                    "footnote": objective.footnotes, "score": objective.scores}
            return bool(held[name])
        case _:
            return name in objective.sections


def _wanting(objective: Objective, names: Sequence[SectionName], other: Objective | None) -> Verdict:
    italian, english = (", ".join(_NAMES[name][language] for name in names) for language in (0, 1))
    proof = [_named(objective)]
    if other is None:
        return Verdict(f"Manca quanto richiesto: {italian}.", f"Missing, though required: {english}.", shown(*proof))
    proof += [(opening(other.sections[name].evidence, MISSING_SECTION),) for name in names]
    return Verdict(
        f"Manca ciò che gli obiettivi vicini hanno: {italian}.",
        f"Missing, though the objectives around have it: {english}.",
        shown(*proof),
    )


def _named(objective: Objective) -> tuple[Evidence, ...]:
    """What names an objective: its number, else its title, else whatever shows that it is there."""
    for name in ("number", "title", "status"):
        if proof := objective.evidence.get(name):
            return proof[:1]
    return next(iter(objective.evidence.values()))[:1]


CHECKS = (
    Check(
        MISSING_SECTION, "notice", "Parte mancante", "Missing section",
        "Manca una parte che gli obiettivi vicini e quasi tutti gli altri hanno, o che checks.yml"
        " richiede (allora è un avviso).",
        "A part is missing that the objectives around and nearly all others have, or that checks.yml"
        " requires (then a warning).",
        "Solo l'obiettivo 4 non ha «Benefici attesi»",
        whole=missing_sections,
    ),
)
