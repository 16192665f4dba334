"""Years: what a report says against what the report of the year before said of the same objective.

Both reports must be in the database. Values are the same if rounding one to the digits of the other gives the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.audit.check import Check
from extract.audit.kin import Edition, Fact, Shown, Volume, folded, same_label, same_unit, successors, unique
from extract.audit.sayings import number
from extract.audit.targets_moved import lowered_targets
from schemas.finding import Severity

_FEW = 2  # objectives that are told one by one even where they are most of a plan
_LEAST_TEXT = 80  # characters from which a text is no formula
_SCALES = (10.0, 100.0, 1000.0)


class Remark(NamedTuple):
    """What a check between years says of an objective of the later report; of the report where there is none.

    `shown` are the values compared, those of the earlier report first.
    """

    check: str
    message: str
    message_en: str
    shown: tuple[Shown, ...]
    objective_id: str | None
    held: bool = False
    severity: Severity | None = None


def compared(before: Volume, after: Volume) -> Iterator[Remark]:
    """All that the checks between years say of `after`, in the light of `before`."""
    links = successors(before, after)
    new = {one.objective_id: one for one in after.editions}
    yield from _gone(before, after, links)
    for old in before.editions:
        if old.objective_id in links:
            yield from _pair(before, after, old, new[links[old.objective_id]])


def _pair(before: Volume, after: Volume, old: Edition, new: Edition) -> Iterator[Remark]:
    yield from _restated(before, after, old, new)
    yield from _baselines(before, after, old, new)
    yield from _stopped(before, after, old, new)
    for message, message_en, shown, held in lowered_targets(before.year, after.year, old, new):
        yield Remark("years.target-lowered", message, message_en, shown, new.objective_id, held)
    yield from _copied(before, after, old, new)


def _restated(before: Volume, after: Volume, old: Edition, new: Edition) -> Iterator[Remark]:
    """Values of one year that both reports state."""
    earlier = unique(old.facts)
    for fact in unique(new.facts):
        same = [one for one in earlier if one.year == fact.year and same_label(one.label, fact.label)]
        if len(same) == 1:
            yield _versus(before, after, same[0], fact)._replace(objective_id=new.objective_id)


def _versus(before: Volume, after: Volume, old: Fact, new: Fact) -> Remark:
    shown = (old.shown, new.shown)
    what, what_en = f"«{new.label}» {new.year}", f"“{new.label}” {new.year}"
    said = f"{number(old.value)} nella relazione {before.year}, {number(new.value)} in quella {after.year}"
    said_en = f"{old.value:.15g} in the report of {before.year}, {new.value:.15g} in that of {after.year}"
    if not same_unit(old.unit, new.unit):
        units = f"unità {old.unit} nella relazione {before.year}, {new.unit} in quella {after.year}"
        units_en = f"unit {old.unit} in the report of {before.year}, {new.unit} in that of {after.year}"
        return Remark("years.series-break", f"{what}: {units}.", f"{what_en}: {units_en}.", shown, None)
    if agree(old.value, new.value):
        both, both_en = f"{number(new.value)} in entrambe le relazioni", f"{new.value:.15g} in both reports"
        return Remark("years.restated", f"{what}: {both}.", f"{what_en}: {both_en}.", shown, None, held=True)
    if _scaled(old.value, new.value):
        scale, scale_en = f"{what}: {said}: in un'altra scala.", f"{what_en}: {said_en}: on another scale."
        return Remark("years.series-break", scale, scale_en, shown, None)
    return Remark("years.restated", f"{what}: {said}.", f"{what_en}: {said_en}.", shown, None)


def _baselines(before: Volume, after: Volume, old: Edition, new: Edition) -> Iterator[Remark]:
    """A starting value that is not the result of the year before: it may be of another year, so only a notice."""
    for aim in new.aims:
        same = [one for one in old.aims if one.result is not None and same_label(one.label, aim.label)]
        if aim.baseline is None or len(same) != 1 or not same_unit(same[0].unit, aim.unit):
            continue
        result = same[0].result or 0.0
        shown = (Shown(same[0].shown.item_id, "result"), Shown(aim.shown.item_id, "baseline"))
        held = agree(result, aim.baseline)
        yield Remark(
            "years.restated",
            f"«{aim.label}»: valore storico {number(aim.baseline)} nella relazione {after.year}, "
            f"risultato {number(result)} in quella {before.year}.",
            f"“{aim.label}”: baseline {aim.baseline:.15g} in the report of {after.year}, "
            f"result {result:.15g} in that of {before.year}.",
            shown, new.objective_id, held, None if held else "notice",
        )


def _stopped(before: Volume, after: Volume, old: Edition, new: Edition) -> Iterator[Remark]:
    """Indicators that the later report does not have; of a report without any nothing is known."""
    kept = [label for label, _ in _labelled(new)]
    gone: dict[str, tuple[str, Shown]] = {}
    for label, where in _labelled(old):
        if kept and not any(same_label(label, one) for one in kept):
            gone.setdefault(folded(label), (label, where))
    for label, where in gone.values():
        yield Remark(
            "years.series-break",
            f"«{label}» era nella relazione {before.year} e non è più in quella {after.year}.",
            f"“{label}” stood in the report of {before.year} and no longer does in that of {after.year}.",
            (where, Shown(new.objective_id, "title")), new.objective_id,
        )


def _labelled(edition: Edition) -> Iterator[tuple[str, Shown]]:
    yield from ((one.label, one.shown) for one in edition.aims)
    yield from ((one.label, one.shown) for one in edition.facts)


def _copied(before: Volume, after: Volume, old: Edition, new: Edition) -> Iterator[Remark]:
    """The same account of results, years apart."""
    if len(new.results) < _LEAST_TEXT or _plain(old.results, before.year) != _plain(new.results, after.year):
        return
    yield Remark(
        "years.same-text",
        f"I risultati del {after.year} sono raccontati con le parole e i numeri di quelli del {before.year}.",
        f"The results of {after.year} are told in the same words and numbers as those of {before.year}.",
        (Shown(f"{old.objective_id}:sections.results"), Shown(f"{new.objective_id}:sections.results")),
        new.objective_id,
    )


def _plain(text: str, year: int) -> str:
    """The words of a text, without the year it is of."""
    return folded(re.sub(rf"(?<!\d){year}(?!\d)", " ", text))


def _gone(before: Volume, after: Volume, links: dict[str, str]) -> Iterator[Remark]:
    """Objectives that nothing continues: each by itself, unless most of the plan is another."""
    gone = [one for one in before.editions if one.objective_id not in links and one.status != "cancelled"]
    if not after.editions:
        return
    if len(gone) > _FEW and len(gone) * 2 > len(before.editions):
        yield Remark(
            "years.objective-gone",
            f"Di {len(before.editions)} obiettivi della relazione {before.year}, {len(gone)} non si ritrovano in "
            f"quella {after.year}: il piano è un altro.",
            f"Of {len(before.editions)} objectives of the report of {before.year}, {len(gone)} are not in that of "
            f"{after.year}: the plan is another one.",
            tuple(Shown(one.objective_id, "title") for one in gone[:3]), None,
        )
        return
    for one in gone:
        name = f"L'obiettivo {one.number}" if one.number is not None else "L'obiettivo"
        name_en = f"Objective {one.number}" if one.number is not None else "The objective"
        yield Remark(
            "years.objective-gone",
            f"{name} del {before.year}, «{one.title}», non si ritrova nella relazione {after.year}.",
            f"{name_en} of {before.year}, “{one.title}”, is not in the report of {after.year}.",
            (Shown(one.objective_id, "title"),), None,
        )


def agree(one: float, other: float) -> bool:
    """Whether two numbers are the same as far as they are printed: 58.37 and 58.4 are."""
    fewer, more = sorted((_decimals(one), _decimals(other)))
    return abs(one - other) <= (1e-9 if fewer == more else 0.5 * 10**-fewer + 1e-9)


def _decimals(value: float) -> int:
    text = f"{value:.10f}".rstrip("0")
    return len(text.partition(".")[2])


def _scaled(one: float, other: float) -> bool:
    least, most = sorted((abs(one), abs(other)))
    return least > 0 and any(abs(most / least / scale - 1) < 0.005 for scale in _SCALES)


CHECKS = (
    Check(
        "years.restated", "warning", "Valore ridichiarato", "Value restated",
        "Lo stesso valore dello stesso anno è diverso nella relazione di quell'anno e in una successiva. Può essere "
        "una rettifica: la relazione dovrebbe dirlo. Un valore storico diverso dal risultato dell'anno prima è solo "
        "una nota.",
        "The same value of the same year differs between the report of that year and a later one. It may be a "
        "correction: the report should say so. A baseline that is not the result of the year before is only a notice.",
        "Relazione 2019: tempo medio 2019 61,5 giorni. Relazione 2020: tempo medio 2019 59,0 giorni, 2020 58,4",
    ),
    Check(
        "years.series-break", "notice", "Serie interrotta", "Broken series",
        "Un indicatore che c'era l'anno prima non c'è più, o ha cambiato unità o scala: gli anni non si possono "
        "confrontare.",
        "An indicator of the year before is gone, or has changed its unit or scale: the years cannot be compared.",
        "Relazione 2019: 0,92 di pratiche nei termini. Relazione 2020: 2019 92, 2020 94",
    ),
    Check(
        "years.objective-gone", "notice", "Obiettivo scomparso", "Objective gone",
        "Un obiettivo della relazione precedente, non annullato, non si ritrova in questa né per codice né per titolo.",
        "An objective of the report before, not cancelled, is not in this one, neither by code nor by title.",
        "Relazione 2019: OBIETTIVO N. 7 – Sportello digitale. Relazione 2020: nessuno con quel codice o titolo",
    ),
    Check(
        "years.target-lowered", "warning", "Target abbassato", "Target lowered",
        "Dopo un anno in cui il target non è stato raggiunto, il nuovo target è meno esigente.",
        "After a year in which the target was missed, the new target asks for less.",
        "2019: target >= 90%, risultato 84%. 2020: target >= 80%",
    ),
    Check(
        "years.same-text", "warning", "Risultati copiati", "Results copied",
        "I risultati di due anni sono raccontati con le stesse parole e gli stessi numeri, a parte gli anni.",
        "The results of two years are told in the same words and with the same numbers, years apart.",
        "2019: «Nel 2019 si sono tenuti 12 incontri con 340 imprese…». 2020: «Nel 2020 si sono tenuti 12 incontri con "
        "340 imprese…»",
    ),
)
