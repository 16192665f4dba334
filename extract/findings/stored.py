"""Dossiers out of the database: body by body, so that memory holds one body at a time, however many there are."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from extract.findings.dossier import Dossier, Quote, Source, Subject, Told, dossier_of
from extract.store import Limits, ask
from schemas.expectations import Expectations

Database = str | os.PathLike[str]
Row = Mapping[str, Any]
Expects = Callable[[str | None, str | None], Expectations]  # of the reports of a layout and a body

_LIMITS = Limits(seconds=600, rows=10_000_000, bytes=4 << 30)
_BATCH = 20_000  # values of the reports that are asked for at once
_HASH = re.compile(r"[0-9a-f]{16}")

_DOCUMENTS = """
SELECT d.document_id, d.issuer, d.year, d.kind, d.layout, d.source, d.path, d.sha256, d.pages, d.objectives,
    d.values,
    store.body_of(d.issuer) AS body, CAST(d.ingested_at AS DATE) AS day,
    d.document_id IN (SELECT document_id FROM decisions WHERE state = 'applied') AS decided
FROM documents d WHERE d.outcome = 'read' ORDER BY body NULLS LAST, year NULLS LAST, source, document_id"""
_SAID = """
WITH said AS MATERIALIZED (
    SELECT document_id, objective_id, item_id, ordinal, kind,
        max(value) FILTER (field = 'check') AS "check", max(value) FILTER (field = 'severity') AS severity,
        max(value) FILTER (field = 'message') AS message, max(value) FILTER (field = 'message_en') AS message_en
    FROM store.current WHERE kind IN ({kinds}) AND document_id IN ({documents}) GROUP BY ALL
)
SELECT s.document_id, s.objective_id, s.item_id, s.kind, s."check", s.severity, s.message, s.message_en,
    o.position, o.number, o.title, q.quotes
FROM said s
LEFT JOIN (SELECT * FROM store.objective_scalars WHERE document_id IN ({documents})) o USING (objective_id)
LEFT JOIN ({quotes}) q ON q.item_id = s.item_id AND q.field = ''
ORDER BY s.document_id, o.position NULLS FIRST, s.kind DESC, s.ordinal"""
_QUOTES = """
SELECT e.item_id, e.field, list({{'document': e.document_id, 'page': e.page, 'start': e.start, 'end': e."end",
    'quote': e.quote, 'boxes': e.boxes, 'rule': e.rule,
    'line': CASE WHEN len(e.boxes) = 0 AND d.pages = 1 THEN
        1 + length(left(t.text, e.start)) - length(replace(left(t.text, e.start), chr(10), '')) END
    }} ORDER BY e.ordinal) AS quotes
FROM store.evidence e JOIN store.document d USING (document_id) LEFT JOIN store.text t USING (document_id)
WHERE e.document_id IN ({documents}) AND {which}
GROUP BY ALL"""


class Filed(NamedTuple):
    """A document of the database: whose it is by the words of the body's name, and whether reviewers changed it."""

    source: Source
    kind: str
    layout: str | None
    body: str
    objectives: int
    values: int
    decided: bool


def documents(database: Database) -> tuple[Sequence[Row], Sequence[Filed]]:
    """Every document that was read, as rows and as what they say, those of a body together and in order of years."""
    found = rows(database, _DOCUMENTS)
    return found, [_filed(row) for row in found]


def _filed(row: Row) -> Filed:
    source = Source(
        row["document_id"], row["source"], row["path"], row["sha256"], row["issuer"], row["year"], row["pages"],
    )
    return Filed(
        source, row["kind"] or "report", row["layout"], row["body"] or "", row["objectives"], row["values"],
        bool(row["decided"]),
    )


def batches(filed: Sequence[Filed]) -> Iterator[tuple[Filed, ...]]:
    """Whole bodies, together about as many values as one question may ask for."""
    batch: list[Filed] = []
    for _, group in groupby(filed, key=lambda one: one.body or one.source.document_id):
        body = list(group)
        if batch and sum(one.values for one in (*batch, *body)) > _BATCH:
            yield tuple(batch)
            batch = []
        batch += body
    if batch:
        yield tuple(batch)


def stored_dossiers(
    database: Database, batch: Sequence[Filed], expects: Expects, *, held: bool
) -> dict[str, Dossier]:
    """What the database says of each document of a batch, by id; with what `held` too if wanted.

    What reviewers changed is checked again, as `expects` says.
    """
    plain = {one.source.document_id: one.source for one in batch if not one.decided}
    said: dict[str, list[Row]] = {}
    if plain:
        kinds = "'findings', 'confirmations'" if held else "'findings'"
        ids = literals(plain)
        quotes = _QUOTES.format(documents=ids, which=f"e.kind IN ({kinds})")
        for row in rows(database, _SAID.format(kinds=kinds, documents=ids, quotes=quotes)):
            said.setdefault(row["document_id"], []).append(row)
    found = {one.source.document_id: one for one in batch}
    return {
        name: _dossier(one, said.get(name, ()), plain) if name in plain else
        _anew(database, one, expects(one.layout, one.source.issuer))
        for name, one in found.items()
    }


def _dossier(filed: Filed, said: Sequence[Row], sources: Mapping[str, Source]) -> Dossier:
    subjects = []
    for (objective_id, position), group in groupby(said, key=lambda row: (row["objective_id"], row["position"])):
        own = list(group)
        told = tuple(
            Told(row["check"], row["severity"], row["message"], row["message_en"], quotes_of(row["quotes"], sources))
            for row in own
        )
        subjects.append(Subject(objective_id, position, own[0]["number"], own[0]["title"], told))
    return Dossier(filed.source, filed.objectives, tuple(subjects))


def _anew(database: Database, filed: Filed, expected: Expectations) -> Dossier:
    """What reviewers decided may change what is found: the report as it now stands is checked again."""
    from extract.audit.run import checked_again
    from extract.show.stored import stored_report

    return dossier_of(checked_again(stored_report(database, filed.source.document_id), expected), filed.source)


def shown(database: Database, wanted: Mapping[tuple[str, str], str], sources: Mapping[str, Source]) -> dict[
    tuple[str, str], tuple[Quote, ...]
]:
    """The places of values, named by item and field; `wanted` says in which document each stands."""
    if not wanted:
        return {}
    items = ", ".join(f"'{_safe(item)}'" for item, _ in wanted)
    sql = _QUOTES.format(documents=literals(set(wanted.values())), which=f"e.item_id IN ({items})")
    found = {(row["item_id"], row["field"]): quotes_of(row["quotes"], sources) for row in rows(database, sql)}
    return {key: found[key] for key in wanted if key in found}


def quotes_of(found: Sequence[Row] | None, sources: Mapping[str, Source]) -> tuple[Quote, ...]:
    """Quotes as the database lists them."""
    return tuple(
        Quote(
            sources[one["document"]], one["page"], one["line"], one["start"], one["end"], one["quote"],
            tuple((x0, top, x1, bottom) for x0, top, x1, bottom in one["boxes"]), one["rule"],
        )
        for one in found or ()
    )


def rows(database: Database, sql: str) -> list[Row]:
    """The answer to a question of this program."""
    answer = ask(database, sql, limits=_LIMITS)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def literals(ids: Mapping[str, object] | set[str]) -> str:
    """Ids of documents as a list in SQL: a list, unlike a join, is looked for before values are gathered."""
    return ", ".join(f"'{one}'" for one in sorted(ids) if _HASH.fullmatch(one))


def _safe(item: str) -> str:
    return item.replace("'", "''")
