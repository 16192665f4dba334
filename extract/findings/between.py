"""What is said between the years of a body: its reports two by two, each with the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from extract.audit.years.checks import CHECKS, compared
from extract.audit.years.kin import Shown
from extract.audit.years.remarks import Remark
from extract.findings.dossier import Dossier, Subject, Told
from extract.findings.stored import Database, Expects, Filed, literals, rows, shown
from extract.findings.volumes import volumes_of

_SEVERITY = {check.id: check.severity for check in CHECKS}

def with_years(
    database: Database, batch: Sequence[Filed], dossiers: Mapping[str, Dossier], chosen: frozenset[str],
    expects: Expects, *, held: bool,
) -> dict[str, Dossier]:
    """The dossiers of a batch of bodies with what is said between years by the checks that are chosen.

    What is expected is expected of the later report of each two.
    """
    pairs = list(_pairs(batch))
    needed = {one.source.document_id for pair in pairs for one in pair}
    if not needed:
        return dict(dossiers)
    volumes = volumes_of(database, [one for one in batch if one.source.document_id in needed])
    remarks = [
        (before, after, remark)
        for before, after in pairs
        for remark in compared(
            volumes[before.source.document_id], volumes[after.source.document_id],
            expects(after.layout, after.source.issuer),
        )
        if remark.check in chosen and (held or not remark.held)
    ]
    return _joined(database, batch, dossiers, remarks)


def _joined(
    database: Database, batch: Sequence[Filed], dossiers: Mapping[str, Dossier],
    remarks: Sequence[tuple[Filed, Filed, Remark]],
) -> dict[str, Dossier]:
    sources = {one.source.document_id: one.source for one in batch}
    wanted = {(one.item_id, one.field): _document_of(one) for _, _, remark in remarks for one in remark.shown}
    places = shown(database, wanted, sources)
    told: dict[str, dict[str | None, list[Told]]] = {}
    for _, after, remark in remarks:
        quotes = tuple(quote for one in remark.shown for quote in places.get((one.item_id, one.field), ()))
        severity = None if remark.held else remark.severity or _SEVERITY[remark.check]
        own = told.setdefault(after.source.document_id, {}).setdefault(remark.objective_id, [])
        own.append(Told(remark.check, severity, remark.message, remark.message_en, quotes))
    names = _names(database, told)
    return {
        name: _with(dossier, told[name], names) if name in told else dossier for name, dossier in dossiers.items()
    }


def _names(database: Database, told: Mapping[str, Mapping[str | None, Any]]) -> dict[str, Subject]:
    """The objectives that something is said of."""
    if not told:
        return {}
    sql = "SELECT objective_id, position, number, title FROM store.objective_scalars WHERE document_id IN ({})"
    found = rows(database, sql.format(literals(set(told))))
    return {one["objective_id"]: Subject(**one) for one in found}


def _with(dossier: Dossier, told: Mapping[str | None, list[Told]], names: Mapping[str, Subject]) -> Dossier:
    known = {one.objective_id: one for one in dossier.subjects}
    for objective_id, own in told.items():
        empty = Subject() if objective_id is None else names[objective_id]
        subject = known.get(objective_id, empty)
        known[objective_id] = subject._replace(told=(*subject.told, *own))
    return dossier._replace(subjects=tuple(sorted(known.values(), key=lambda one: one.position or 0)))


def _document_of(one: Shown) -> str:
    return one.item_id[:16]


def _pairs(batch: Sequence[Filed]) -> Iterator[tuple[Filed, Filed]]:
    """Each report of a body with the one that stands for the nearest year before it."""
    named = sorted((one for one in batch if one.body and one.source.year), key=lambda one: (one.body, one.kind))
    for _, group in groupby(named, key=lambda one: (one.body, one.kind)):
        years = sorted(group, key=lambda one: one.source.year or 0)
        editions = [list(same) for _, same in groupby(years, key=lambda one: one.source.year)]
        for before, after in pairwise(editions):
            fullest = max(before, key=lambda one: (one.objectives, one.source.document_id))
            yield from ((fullest, one) for one in after)
