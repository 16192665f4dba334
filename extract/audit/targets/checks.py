"""Targets: do two say the same, does a result answer them, does a result have one?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.audit.check import Check, Scene, Verdict, shown
from extract.audit.targets.baselines import CHECKS as BASELINES
from extract.audit.targets.due_twice import due_twice
from extract.audit.targets.intents import meant_by, times_meant
from extract.audit.targets.percentages import CHECKS as PERCENTAGES
from extract.audit.targets.recalled import OF_OTHERS, recalled
from extract.audit.targets.sole import told_of_it
from extract.audit.targets.told import core, place_of
from extract.audit.targets.twofold import both_hold, is_bare_aim, is_doubtful
from extract.audit.targets.unanswered import CHECKS as UNANSWERED
from extract.audit.targets.worked_out import worked_out
from extract.audit.words.answers import Asked, asked_by
from extract.audit.words.figures import Figure, figures
from extract.audit.words.likeness import equal, opens, same, speaks_of, terms, touches
from extract.audit.words.measures import TIMES, agree, near
from extract.audit.words.places import clause_at
from extract.audit.words.plans import PLANNED
from extract.audit.words.saying import Saying
from extract.audit.words.wording import named
from schemas.report import Objective

_OPEN = ("reported", "changed")
_MANY = 60  # targets of one objective beyond which they are not compared with each other
_MOVED = Saying("targets", "moved")
_KEPT = Saying("targets", "kept")
_IN_TIME = Saying("targets", "in_time")
_HALF = 0.5
_FAR = 2.0  # times that two targets of one thing differ at most, where one says more of it


def differs(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """Two targets for the same thing, stated in two places."""
    yield from due_twice(objective, scene)
    asked = tuple(one for one in _asked(objective, scene) if not _is_of_others(one, scene.report.report.text))
    if len(asked) > _MANY:
        return
    yield from worked_out(objective, asked)
    for at, one in enumerate(asked):
        for other in asked[at + 1 :]:
            if not _of_one_thing(objective, one, other, asked) or _tells_both(objective, one, other):
                continue
            if one.bound.unit == "%" and any(_is_timed(objective, *two) for two in ((one, other), (other, one))):
                continue
            evidence = (*one.evidence, *other.evidence)
            if agree(one.bound, other.bound):
                yield Verdict(
                    f"Due target uguali: {one.bound.italian()} ({named(one.label)}), "
                    f"{other.bound.italian()} ({named(other.label)}).",
                    f"Two equal targets: {one.bound.english()} ({named(one.label)}), "
                    f"{other.bound.english()} ({named(other.label)}).", evidence, held=True,
                )
            elif not _renewed(objective, one, other) and not both_hold(objective, one, other, scene):
                yield Verdict(
                    f"Due target diversi per la stessa cosa: {one.bound.italian()} ({named(one.label)}) "
                    f"e {other.bound.italian()} ({named(other.label)}).",
                    f"Two different targets for the same thing: {one.bound.english()} ({named(one.label)}) "
                    f"and {other.bound.english()} ({named(other.label)}).", evidence,
                    severity="notice" if is_doubtful(objective, one, other) else None,
                )


def _asked(objective: Objective, scene: Scene) -> Iterator[Asked]:
    asked = asked_by(objective, scene)
    yield from asked
    planned = (*meant_by(objective, scene), *times_meant(objective, asked))
    plain = tuple(told_of_it(objective, (*asked, *planned)))
    yield from (*planned, *plain)
    yield from recalled(objective, scene, plain)


def _is_of_others(one: Asked, text: str | None) -> bool:
    """True for a target that the results tell of another year or body: "un target di 46 dell'anno prima"."""
    told = one.section in ("results", "notes") and text is not None
    return told and OF_OTHERS.match(text or "", max(proof.end for proof in one.evidence)) is not None


def _tells_both(objective: Objective, one: Asked, other: Asked) -> bool:
    """True where what tells a target tells the other too: "avviene in 60 giorni, da portare a 30", "fu portato a 9"."""
    for here, there in ((one, other), (other, one)):
        section = objective.sections.get("description" if here.section == "description" else "expected_benefits")
        if here.section not in PLANNED or section is None or near(here.bound.value, there.bound.value):
            continue
        if any(near(two.value, there.bound.value) for two in figures(_clause(objective, here))):
            return True
        every = (two for proof in section.evidence for two in figures(proof.quote) if two.unit == there.bound.unit)
        if any(near(two.value, there.bound.value) and _may_be_of(two, there) for two in every):
            return True
    return False


def _may_be_of(one: Figure, asked: Asked) -> bool:
    """True for a number that may be that of a target: it names nothing, or what the target names."""
    return not terms(one.label) or touches(terms(one.label), asked.names)


def _of_one_thing(objective: Objective, one: Asked, other: Asked, asked: Sequence[Asked]) -> bool:
    if one.bound.unit != other.bound.unit or one.section == other.section or _is_change(one) != _is_change(other):
        return False
    if equal(one.names, other.names):
        return True
    if one.bound.unit in (*TIMES, "%") and _only_two(one.bound.unit, asked):
        return touches(one.names, other.names) or any(
            _spoken(objective, *two) or _is_aimed_at(objective, *two) for two in ((one, other), (other, one))
        )
    if not same(one.names, other.names) or _is_some(one, other):
        return False
    return not any(_rival(one, other, rival) for rival in asked)


def _is_change(one: Asked) -> bool:
    """True for a share by which something is to change: "incremento delle iscrizioni: 15%"."""
    return one.changing or (one.bound.unit == "%" and (opens(one.label, "change") or opens(one.label, "lessening")))


def _is_some(one: Asked, other: Asked) -> bool:
    """True where one of two may be all and the other some of it: "240 verifiche" and "60 verifiche notturne"."""
    low, high = sorted((one.bound.value, other.bound.value))
    return len(one.names) != len(other.names) and high > _FAR * low


def _is_timed(objective: Objective, one: Asked, other: Asked) -> bool:
    """True for an indicator of what is done in a certain time, "chiusi in 10 giorni", where the other tells none."""
    timed = one.section == "indicator" and _IN_TIME.search(one.label) is not None
    return timed and _IN_TIME.search(f"{other.label} {_clause(objective, other)}") is None


def _only_two(unit: str | None, asked: Sequence[Asked]) -> bool:
    """True where two targets of a unit are asked; the title and the reference to the plan that repeats it are one."""
    found = [two for two in asked if two.bound.unit == unit]
    titled = {two.bound for two in found if two.section in ("title", "plan_reference")}
    others = [two for two in found if two.section not in ("title", "plan_reference")]
    return len(titled) + len(others) == 2


def _spoken(objective: Objective, one: Asked, other: Asked) -> bool:
    """True where the clause of a target that names no thing speaks of most of what the other names."""
    names = core(other)
    if core(one) or not names:
        return False
    said = one.said or terms(_clause(objective, one))
    return sum(touches((name,), said) for name in names) * 2 >= len(names)


def _is_aimed_at(objective: Objective, one: Asked, other: Asked) -> bool:
    """True for a share without a name, "si punta al 75%", beside what the only indicator measures."""
    measured = one.bound.unit == "%" and other.section == "indicator" and len(objective.indicators) == 1
    return measured and not one.names and is_bare_aim(one, objective)


def _rival(one: Asked, other: Asked, rival: Asked) -> bool:
    """A third target of the same noun, in the place of either: which two belong together is then not known."""
    if rival is one or rival is other or rival.bound.unit != one.bound.unit or rival.names[:1] != one.names[:1]:
        return False
    return rival.section in (one.section, other.section)


def _renewed(objective: Objective, one: Asked, other: Asked) -> bool:
    """True where the clause of either says that it was put anew, or a sentence of the objective says so of targets."""
    if objective.status == "changed":
        return True
    if any(speaks_of(_KEPT.sub(" ", _clause(objective, found)), "renewed") for found in (one, other)):
        return True
    proofs = (proof for section in objective.sections.values() for proof in section.evidence)
    return any(_MOVED.search(_KEPT.sub(" ", proof.quote)) for proof in proofs)


def _clause(objective: Objective, one: Asked) -> str:
    """The words of the clause that a target stands in, within its section."""
    at = place_of(one)
    proofs = (proof for section in objective.sections.values() for proof in section.evidence)
    return next((clause_at(own.quote, at - own.start) for own in proofs if own.start <= at < own.end), "")


def without_target(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """An indicator with a result and no target, where most of the report's results have one."""
    if objective.status not in _OPEN or not any(one.result and not one.target for one in objective.indicators):
        return
    every = [one for other in scene.report.objectives for one in other.indicators if one.result is not None]
    if sum(one.target is not None for one in every) <= len(every) * _HALF:
        return
    prose = [terms(one.label or "") for one in objective.targets]
    for indicator in objective.indicators:
        if indicator.result is None or indicator.target is not None:
            continue
        if not any(same(terms(indicator.text), one) for one in prose):
            yield Verdict(
                f"Il risultato «{named(indicator.result.text)}» ({named(indicator.text)}) non ha target.",
                f"The result “{named(indicator.result.text)}” ({named(indicator.text)}) has no target.",
                shown(indicator.result, indicator),
            )


CHECKS = (
    Check(
        "target.differs", "warning", "Target diversi", "Targets that differ",
        "Lo stesso target è scritto in due modi: quale vale?",
        "The same target is stated in two ways: which one holds?",
        "Indicatore: n. azioni > 3. Descrizione: almeno tre interventi",
        single=differs,
    ),
    *UNANSWERED,
    Check(
        "target.result-without-target", "notice", "Risultato senza target", "Result without a target",
        "Un risultato senza target non dice se l'obiettivo è raggiunto.",
        "A result without a target does not say whether the objective was achieved.",
        "Indicatore: imprese assistite; target: –; consuntivo: 63",
        single=without_target,
    ),
    *PERCENTAGES,
    *BASELINES,
)
