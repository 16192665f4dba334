"""Years: what a report says against what the report of the year before said of the same objective.

Both reports must be in the database.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from extract.audit.check import Check
from extract.audit.years.kin import Edition, Shown, Volume, folded, like_label, same_label, successors
from extract.audit.years.remarks import Remark
from extract.audit.years.restated import baselines, restated
from extract.audit.years.targets_moved import lowered_targets
from extract.language import parse_number
from schemas.expectations import Expectations
from schemas.finding import Severity

_FEW = 2  # objectives that are told one by one even where they are most of a plan
_LEAST_TEXT = 80  # characters from which a text is no formula
_ALMOST = 97.0  # likeness of two texts of which one is a copy


def compared(before: Volume, after: Volume, expects: Expectations | None = None) -> Iterator[Remark]:
    """All that the checks between years say of `after`, in the light of `before`, less those switched off."""
    expects = expects or Expectations()
    for remark in _every(before, after, expects):
        if remark.check not in expects.switched_off:
            yield remark


def _every(before: Volume, after: Volume, expects: Expectations) -> Iterator[Remark]:
    links = successors(before, after)
    new = {one.objective_id: one for one in after.editions}
    pairs = [(one, new[links[one.objective_id]]) for one in before.editions if one.objective_id in links]
    yield from _gone(before, after, links)
    yield from baselines(before, after, pairs, expects)
    for old, other in pairs:
        yield from _pair(before, after, old, other, expects)


def _pair(before: Volume, after: Volume, old: Edition, new: Edition, expects: Expectations) -> Iterator[Remark]:
    yield from restated(before, after, old, new, expects)
    yield from _stopped(before, after, old, new)
    for moved in lowered_targets(before.year, after.year, old, new):
        severity: Severity | None = "notice" if moved.told else None
        yield Remark(
            "years.target-lowered", moved.message, moved.message_en, moved.shown, new.objective_id, moved.held,
            None if moved.held else severity,
        )
    yield from _copied(before, after, old, new)


def _stopped(before: Volume, after: Volume, old: Edition, new: Edition) -> Iterator[Remark]:
    """Indicators that the later report does not have; of a report without any nothing is known."""
    if not any(one.listed for one in new.aims) and not any(not one.prose for one in new.facts):
        return
    kept = [*(one.label for one in new.aims), *(one.label for one in new.facts)]
    gone: dict[str, tuple[str, Shown]] = {}
    for label, where in _labelled(old):
        if not any(same_label(label, one) or like_label(label, one) for one in kept):
            gone.setdefault(folded(label), (label, where))
    for label, where in gone.values():
        yield Remark(
            "years.series-break",
            f"«{label}» era nella relazione {before.year} e non è più in quella {after.year}.",
            f"“{label}” stood in the report of {before.year} and no longer does in that of {after.year}.",
            (where, Shown(new.objective_id, "title")), new.objective_id,
        )


def _labelled(edition: Edition) -> Iterator[tuple[str, Shown]]:
    """The names of indicators and of rows over years; a target or number of the text is no indicator."""
    yield from ((one.label, one.shown) for one in edition.aims if one.listed)
    yield from ((one.label, one.shown) for one in edition.facts if not one.prose)


def _copied(before: Volume, after: Volume, old: Edition, new: Edition) -> Iterator[Remark]:
    """The same account of results, years apart; of notes, where no results are told."""
    name = "results" if new.results else "notes"
    text, earlier = getattr(new, name), getattr(old, name)
    if len(text) < _LEAST_TEXT or not _is_copy(_plain(earlier, before.year), _plain(text, after.year)):
        return
    yield Remark(
        "years.same-text",
        f"I risultati del {after.year} sono raccontati con le parole e i numeri di quelli del {before.year}.",
        f"The results of {after.year} are told in the same words and numbers as those of {before.year}.",
        tuple(one.told if new.results else Shown(f"{one.objective_id}:sections.notes") for one in (old, new)),
        new.objective_id,
    )


def _is_copy(one: str, other: str) -> bool:
    """True for texts that are the same but for a word or two, which are no numbers."""
    if one == other:
        return True
    return fuzz.ratio(one, other, score_cutoff=_ALMOST) >= _ALMOST and _numbers(one) == _numbers(other)


def _numbers(text: str) -> list[float]:
    """The numbers of a text, in figures or spelled out."""
    return [value for word in text.split() if (value := parse_number(word)) is not None]


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
