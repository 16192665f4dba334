"""What is said between the years of a body: its reports two by two, each with the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from extract.audit.kin import Aim, Edition, Fact, Shown, Volume
from extract.audit.years import CHECKS, Remark, compared
from extract.findings.dossier import Dossier, Source, Subject, Told
from extract.findings.stored import Database, Filed, Row, literals, rows, shown

_SEVERITY = {check.id: check.severity for check in CHECKS}

_MATERIAL = """
SELECT 'objective' AS what, o.document_id, o.objective_id, o.objective_id AS item_id, o.position AS ordinal, o.number,
    o.title, o.status, o.outcome, r.text AS results, p.codes
FROM store.objective_scalars o
LEFT JOIN (
    SELECT objective_id, list(value ORDER BY ordinal) AS codes FROM store.current c
    WHERE kind = 'plan_references' AND field = 'code' AND document_id IN ({documents}) AND item_id IN (
        SELECT item_id FROM store.current WHERE kind = 'plan_references' AND field = 'level'
            AND value IN ('operational', 'target') AND document_id IN ({documents}))
    GROUP BY ALL
) p USING (objective_id)
LEFT JOIN (
    SELECT objective_id, value AS text FROM store.current
    WHERE kind = 'sections' AND field = 'results' AND document_id IN ({documents})
) r USING (objective_id)
WHERE o.document_id IN ({documents})
UNION ALL BY NAME
SELECT kind AS what, document_id, objective_id, item_id, ordinal,
    max(value) FILTER (field IN ('label', 'text')) AS label,
    max(value) FILTER (field IN ('unit', 'result.unit')) AS unit,
    CAST(max(number) FILTER (field = 'year') AS INTEGER) AS year,
    max(number) FILTER (field = 'value') AS value,
    max(value) FILTER (field IN ('operator', 'target.operator')) AS operator,
    max(number) FILTER (field = 'target.value') AS target,
    max(number) FILTER (field = 'result.value') AS result,
    max(number) FILTER (field = 'baseline.value') AS baseline
FROM store.current WHERE kind IN ('series', 'indicators', 'targets') AND document_id IN ({documents})
GROUP BY ALL
ORDER BY document_id, ordinal, item_id"""


def with_years(
    database: Database, batch: Sequence[Filed], dossiers: Mapping[str, Dossier], chosen: frozenset[str], *, held: bool
) -> dict[str, Dossier]:
    """The dossiers of a batch of bodies with what is said between years by the checks that are chosen."""
    pairs = list(_pairs(batch))
    needed = {one.source.document_id for pair in pairs for one in pair}
    if not needed:
        return dict(dossiers)
    volumes = _volumes(needed, rows(database, _MATERIAL.format(documents=literals(needed))), batch)
    remarks = [
        (before, after, remark)
        for before, after in pairs
        for remark in compared(volumes[before.source.document_id], volumes[after.source.document_id])
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


def _volumes(needed: set[str], material: Iterable[Row], batch: Sequence[Filed]) -> dict[str, Volume]:
    by_document: dict[str, list[Row]] = {name: [] for name in needed}
    for row in material:
        by_document[row["document_id"]].append(row)
    sources = {one.source.document_id: one.source for one in batch}
    return {name: _volume(sources[name], own) for name, own in by_document.items()}


def _volume(source: Source, own: Sequence[Row]) -> Volume:
    items: dict[str, list[Row]] = {}
    for row in own:
        items.setdefault(row["objective_id"], []).append(row)
    objectives = [row for row in own if row["what"] == "objective"]
    year = source.year or 0
    editions = tuple(_edition(row, items[row["objective_id"]], year) for row in objectives)
    return Volume(source.document_id, year, editions)


def _edition(row: Row, items: Sequence[Row], year: int) -> Edition:
    return Edition(
        row["objective_id"], row["number"], row["title"] or "", frozenset(row["codes"] or ()), row["status"],
        row["outcome"], row["results"] or "", tuple(_facts(items, year)), tuple(_aims(items)),
    )


def _facts(items: Sequence[Row], year: int) -> Iterator[Fact]:
    for row in items:
        if row["what"] == "series" and row["label"] and row["value"] is not None and row["year"]:
            yield Fact(row["label"], row["year"], row["value"], row["unit"], Shown(row["item_id"]))
        if row["what"] == "indicators" and row["label"] and row["result"] is not None:
            yield Fact(row["label"], year, row["result"], row["unit"], Shown(row["item_id"], "result"))


def _aims(items: Sequence[Row]) -> Iterator[Aim]:
    for row in items:
        if row["what"] not in ("indicators", "targets") or not row["label"]:
            continue
        target = row["target"] if row["what"] == "indicators" else row["value"]
        yield Aim(
            row["label"], row["unit"], row["operator"], target, row["result"], row["baseline"], Shown(row["item_id"]),
        )
