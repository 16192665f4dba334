"""Baselines: what was there before, told in two places of an objective."""

from __future__ import annotations

from collections.abc import Iterator

from extract.audit.check import Check, Scene, Verdict, shown
from extract.audit.targets.baseline import Before
from extract.audit.targets.before import is_share
from extract.audit.targets.origins import values_before
from extract.audit.words.figures import figures
from extract.audit.words.likeness import Terms, equal, is_done, only_says, same, terms, touches
from extract.audit.words.measures import near
from extract.audit.words.places import clause_at
from extract.audit.words.saying import Saying
from extract.audit.words.wording import english, italian, named
from schemas.report import Objective

_FAR = 3.0  # times that two values of one thing before may differ at most
_CLOSE = 1.35  # times that all of a thing and some of it hardly are
_ROUGH = 1.1  # times that "circa" may be off
_FOR_WHAT = Saying("targets", "for_what")
_TAKEN_AWAY = Saying("before", "taken_away")
_NEAR_IT = 90  # characters within which a number may say what was taken away
_MANY = 60  # values of one objective beyond which they are not compared with each other


def baseline_differs(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """Two values of the same thing before, told in two places."""
    found = _together(values_before(objective, scene))
    if len(found) > _MANY:
        return
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            if not _of_one_thing(one, other, found) or _is_explained(one, other, found, objective, scene.year):
                continue
            evidence = shown(one.source, other.source)
            one_it, other_it = italian(one.value, one.unit), italian(other.value, other.unit)
            measured = " ".join(two.text for two in objective.indicators[:1])
            name = named(one.label or other.label or measured)
            one_en, other_en = english(one.value, one.unit), english(other.value, other.unit)
            if near(one.value, other.value):
                yield Verdict(
                    f"Valore di partenza uguale nei due punti: {one_it} ({name}).",
                    f"The same baseline in both places: {one_en} ({name}).",
                    evidence, held=True,
                )
            else:
                yield Verdict(
                    f"Valore di partenza diverso: {one_it} e {other_it} ({name}).",
                    f"Baselines differ: {one_en} and {other_en} ({name}).", evidence,
                )


def _together(found: list[Before]) -> tuple[Before, ...]:
    """One for each place, value and name: a value that a section repeats is told once."""
    kept: dict[tuple[str, float, str | None, Terms], Before] = {}
    for one in found:
        kept.setdefault((one.where, one.value, one.unit, one.names), one)
    return tuple(kept.values())


def _clause(one: Before, objective: Objective) -> str:
    """The words of the clause that a value of the prose stands in, within its section."""
    section = next((found for name, found in objective.sections.items() if name == one.where), None)
    at = one.source.evidence[0].start
    proofs = section.evidence if section is not None and one.where != "indicator" else ()
    return next((clause_at(proof.quote, at - proof.start) for proof in proofs if proof.start <= at < proof.end), "")


def _taken_away(one: Before, objective: Objective) -> Iterator[float]:
    """The numbers near a value of before that tell what was taken away since."""
    at = one.source.evidence[0].start
    section = next((found for name, found in objective.sections.items() if name == one.where), None)
    for proof in section.evidence if section is not None else ():
        if proof.start <= at < proof.end:
            near_it = (two for two in figures(proof.quote) if abs(two.start + proof.start - at) < _NEAR_IT)
            yield from (two.value for two in near_it if _TAKEN_AWAY.search(proof.quote[: two.start]))


def _is_explained(
    one: Before, other: Before, every: tuple[Before, ...], objective: Objective, year: int | None
) -> bool:
    """True where two values differ and may both be right.

    One is of a year before the last, or its place tells the other too, or numbers that sum to it.
    """
    if near(one.value, other.value):
        return False
    if (one.is_about or other.is_about) and _are_close(one, other, _ROUGH):
        return True
    for here, there in ((one, other), (other, one)):
        if year is not None and here.years and not there.years and max(here.years) < year - 1:
            return True
        if any(two.where == here.where and two.unit == here.unit and near(two.value, there.value) for two in every):
            return True
        said = _clause(here, objective)
        every_value = [two for two in figures(said) if two.unit == here.unit]
        whole = sum(two.value for two in every_value if not is_share(said, two.start, two.end))
        if any(near(value, there.value) for value in (*(two.value for two in every_value), whole)):
            return True
        parts = (two.value for two in every if two.is_part and two.where == here.where)
        if any(near(here.value - two, there.value) for two in (*parts, *_taken_away(here, objective))):
            return True
    return False


def _of_one_thing(one: Before, other: Before, every: tuple[Before, ...]) -> bool:
    if one.where == other.where or not _fit(one, other):
        return False
    if one.years and other.years and not one.years & other.years:
        return False
    if near(one.value, other.value) and _speak_alike(one, other):
        return True
    if _are_of_other_kinds(one, other) or _tells_other(one, other) or _tells_other(other, one):
        return False
    if one.is_part or other.is_part:
        return equal(one.names, other.names)
    wholes = tuple(rival for rival in every if not rival.is_part)
    if any(_is_better(rival, one, other) or _is_better(rival, other, one) for rival in every):
        return False
    if _is_slip(one, other) and sum(_fit(rival, one) for rival in wholes) == 2:
        return True
    if _both_start(one, other) and sum(_fit(rival, one) for rival in every) == 2:
        return True
    return _are_named_alike(one, other, wholes)


def _are_named_alike(one: Before, other: Before, wholes: tuple[Before, ...]) -> bool:
    """True where the names of two values, or what stands around them, say that they are of one thing."""
    if not _is_whole_and_part(one, other) and equal(one.names, other.names):
        return True
    if not _is_named(one, other, wholes) and (not same(one.names, other.names) or _is_whole_and_part(one, other)):
        return False
    rivals = (rival for rival in wholes if rival is not one and rival is not other)
    return not any(rival.unit == one.unit and rival.names[:1] == one.names[:1] for rival in rivals)


def _are_of_other_kinds(one: Before, other: Before) -> bool:
    """True for a rate and a total, a mean and a most."""
    return one.is_rate != other.is_rate or bool(one.kinds and other.kinds and not one.kinds & other.kinds)


def _is_better(rival: Before, one: Before, other: Before) -> bool:
    """True for a part of a value that is just what another names: "1.265 alberi, dei quali 318 da potare"."""
    return rival.is_part and rival.where == one.where and equal(rival.names, other.names)


def _fit(one: Before, other: Before) -> bool:
    """True for values of one unit; a number without one may be of money, or the same as one that has it."""
    units = {one.unit, other.unit}
    return len(units) == 1 or units == {None, "EUR"} or (None in units and near(one.value, other.value))


def _speak_alike(one: Before, other: Before) -> bool:
    """True for the same number of before in two places, where what is said of both is not of other things."""
    if not one.names or not other.names or (one.years & other.years):
        return True
    if only_says(one.label, "anyone") or only_says(other.label, "anyone"):
        return True
    return touches(one.names, (*other.names, *other.said)) or touches(other.names, one.said)


def _tells_other(bare: Before, full: Before) -> bool:
    """True where the words behind a bare number say that it is for another thing: "46 giorni per il rilascio"."""
    found = _FOR_WHAT.match(bare.behind) if bare.is_bare and full.names else None
    return found is not None and not touches(terms(found[1]), (*full.names, *full.said))


def _is_slip(one: Before, other: Before) -> bool:
    """True for two numbers of the same figures in another order, 21.600 and 26.100.

    One of them is without a name, or both are of one year and of things of one family.
    """
    figures_of = [sorted(f"{two.value:.10g}".replace(".", "")) for two in (one, other)]
    akin = one.years & other.years and touches(one.names, other.names)
    return one.value != other.value and figures_of[0] == figures_of[1] and bool(one.is_bare or other.is_bare or akin)


def _both_start(one: Before, other: Before) -> bool:
    """True for two values without a name that are told as what was begun with: "si parte dal 43%"."""
    return not one.names and not other.names and one.is_start and other.is_start and _are_close(one, other, _FAR)


def _is_whole_and_part(one: Before, other: Before) -> bool:
    """True where one of two may be all and the other some of it: "12.000 lastre" and "200 lastre esposte".

    Values that are close, or a clause that speaks of what the other label adds, say that it is one thing.
    """
    if not one.names or not other.names or _are_close(one, other, _CLOSE):
        return False
    bare, full = sorted((one, other), key=lambda two: len(two.names))
    more = [name for name in full.names if name not in bare.names]
    if more and bare.value < full.value:
        return False  # some of a thing are no more than all of it
    if more:
        return not all(touches((name,), bare.said) for name in more)
    return is_done(one.label) != is_done(other.label)


def _are_close(one: Before, other: Before, times: float) -> bool:
    low, high = sorted((one.value, other.value))
    return low > 0 and high <= low * times


def _is_named(one: Before, other: Before, every: tuple[Before, ...]) -> bool:
    """True where what one has in its label stands around the other: "iscritte quattordici start-up innovative".

    A value without a label is that of the indicator whose words stand around it, if nothing else was before.
    """
    for bare, full in ((one, other), (other, one)):
        if bare.names and not (bare.is_bare and bare.starts):
            told = bare.names[:1] == full.names[:1] and bool(bare.said) and not _is_whole_and_part(one, other)
        else:
            told = sum(_fit(rival, bare) for rival in every) == 2
            by_indicator = "indicator" in (full.where, bare.where)
            if told and _are_close(bare, full, _FAR) and (by_indicator or touches(full.names, bare.said)):
                return True
        telling = len(full.names) > (not bare.names)
        if told and telling and all(touches((name,), bare.said) for name in full.names):
            return True
    return False


CHECKS = (
    Check(
        "target.baseline-differs", "warning", "Valori di partenza diversi", "Baselines that differ",
        "Il valore di partenza è scritto in due modi: l'incremento cambia con esso.",
        "The baseline is stated in two ways: the increase depends on it.",
        "Descrizione: le imprese abilitate erano 4. Risultati: da 6 a 31 imprese abilitate",
        single=baseline_differs,
    ),
)
