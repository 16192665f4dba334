"""Reports as the checks between years see them, out of the database: what their objectives state of which year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extract.audit.words.likeness import only_says
from extract.audit.words.measures import timed
from extract.audit.words.moments import column_year, year_of
from extract.audit.words.places import number_in
from extract.audit.years.kin import Aim, Edition, Fact, Shown, Volume, bare
from extract.findings.numbers import of_another, unread
from extract.findings.stored import Database, Filed, Row, literals, rows

_TEXTS = "SELECT document_id, text FROM store.text WHERE document_id IN ({documents})"
_MATERIAL = """
SELECT 'objective' AS what, o.document_id, o.objective_id, o.objective_id AS item_id, o.position AS ordinal, o.number,
    o.title, o.status, o.outcome, r.results, r.notes, r.about, p.codes
FROM store.objective_scalars o
LEFT JOIN (
    SELECT objective_id, list(value ORDER BY ordinal) AS codes FROM store.current c
    WHERE kind = 'plan_references' AND field = 'code' AND document_id IN ({documents}) AND item_id IN (
        SELECT item_id FROM store.current WHERE kind = 'plan_references' AND field = 'level'
            AND value IN ('operational', 'target') AND document_id IN ({documents}))
    GROUP BY ALL
) p USING (objective_id)
LEFT JOIN (
    SELECT objective_id, max(value) FILTER (field = 'results') AS results, max(value) FILTER (field = 'notes') AS notes,
        max(value) FILTER (field = 'description') AS about
    FROM store.current
    WHERE kind = 'sections' AND field IN ('results', 'notes', 'description') AND document_id IN ({documents})
    GROUP BY ALL
) r USING (objective_id)
WHERE o.document_id IN ({documents})
UNION ALL BY NAME
SELECT i.*, e.places FROM (
    SELECT kind AS what, document_id, objective_id, item_id, ordinal,
        max(value) FILTER (field IN ('label', 'text')) AS label,
        max(value) FILTER (field IN ('unit', 'result.unit', 'target.unit')) AS unit,
        max(value) FILTER (field = 'target.text') AS told,
        max(value) FILTER (field = 'role') AS role,
        max(value) FILTER (field = 'section') AS section,
        CAST(max(number) FILTER (field = 'year') AS INTEGER) AS year,
        max(number) FILTER (field = 'value') AS value,
        max(value) FILTER (field IN ('operator', 'target.operator')) AS operator,
        max(number) FILTER (field = 'target.value') AS target,
        max(number) FILTER (field IN ('upper', 'target.upper')) AS upper,
        max(number) FILTER (field = 'result.value') AS result,
        max(number) FILTER (field = 'baseline.value') AS baseline
    FROM store.current
    WHERE kind IN ('series', 'indicators', 'targets', 'quantities') AND document_id IN ({documents})
    GROUP BY ALL
) i LEFT JOIN (
    SELECT item_id, list({{'start': start, 'end': "end", 'quote': quote}} ORDER BY ordinal) AS places
    FROM store.evidence WHERE document_id IN ({documents})
        AND ((kind = 'quantities' AND field = '') OR (kind = 'indicators' AND field = 'baseline'))
    GROUP BY item_id
) e USING (item_id)
ORDER BY document_id, ordinal, item_id"""
_TOLD = ("results", "notes")  # where a number of no year is of the year of the report
_BEFORE = ("baseline", "base", "context")  # what a number of an earlier year may be
_SENTENCE = 40  # characters of a text that may be one
_VERB = re.compile(r"(?i)\b(?:è|sono|era|erano|ha|hanno|stat[oaie])\b|;")
_LINKS = re.compile(r"(?i)(?:fronte|confronto|rispetto|contro|paragone|muove|partiva|partito|partiti)")


def volumes_of(database: Database, filed: Sequence[Filed]) -> dict[str, Volume]:
    """These documents by id, with the year of each."""
    documents = literals({one.source.document_id for one in filed})
    texts = {row["document_id"]: row["text"] for row in rows(database, _TEXTS.format(documents=documents))}
    by_document: dict[str, list[Row]] = {one.source.document_id: [] for one in filed}
    for row in rows(database, _MATERIAL.format(documents=documents)):
        by_document[row["document_id"]].append(row)
    years = {one.source.document_id: one.source.year or 0 for one in filed}
    return {name: _volume(name, years[name], own, texts.get(name) or "") for name, own in by_document.items()}


def _volume(document_id: str, year: int, own: Sequence[Row], text: str) -> Volume:
    items: dict[str, list[Row]] = {}
    for row in own:
        items.setdefault(row["objective_id"], []).append(row)
    editions = tuple(
        _edition(row, items[row["objective_id"]], year, text) for row in own if row["what"] == "objective"
    )
    return Volume(document_id, year, editions)


def _edition(row: Row, items: Sequence[Row], year: int, text: str) -> Edition:
    results, told = _account(row, items)
    measured = [one["label"] for one in items if one["what"] == "indicators" and one["label"]]
    left = list(unread(results, told, year, measured[0] if len(measured) == 1 else ""))
    renamed = {(one.value, one.year) for one, by_pronoun in left if by_pronoun}
    facts = [*_facts(items, year), *(one for one in _told(items, year, text) if (one.value, one.year) not in renamed)]
    read = {one.value for one in facts}
    facts += (one for one, _ in left if one.value not in read)
    return Edition(
        row["objective_id"], row["number"], row["title"] or "", frozenset(row["codes"] or ()), row["status"],
        row["outcome"], results, row["notes"] or "", told, tuple(facts), tuple(_aims(items, year, text)),
        row["about"] or "",
    )


def _account(row: Row, items: Sequence[Row]) -> tuple[str, Shown]:
    """What tells the results, and what shows it: their section, else an indicator that is a whole sentence."""
    if row["results"]:
        return row["results"], Shown(f"{row['objective_id']}:sections.results")
    for one in items:
        bare_text = one["what"] == "indicators" and one["target"] is None and one["result"] is None and one["label"]
        if bare_text and len(bare_text) >= _SENTENCE and _VERB.search(bare_text):
            return bare_text, Shown(one["item_id"])
    return "", Shown("")


def _facts(items: Sequence[Row], year: int) -> Iterator[Fact]:
    """The cells of series, and the results of indicators, which are of the report's own year."""
    for row in items:
        if row["what"] == "series" and row["label"] and row["value"] is not None and row["year"]:
            yield Fact(row["label"], row["year"], row["value"], row["unit"], Shown(row["item_id"]))
        if row["what"] == "indicators" and row["label"] and row["result"] is not None:
            shown = Shown(row["item_id"], "result")
            yield Fact(bare(row["label"], row["told"]), year, row["result"], _unit(row), shown)


def _told(items: Sequence[Row], year: int, text: str) -> Iterator[Fact]:
    """The numbers of the text whose year is known; one that has no name is of what the number before it counts."""
    spoken = sorted((_spot(row), row["item_id"]) for row in items if row["what"] == "quantities" and row["places"])
    by_id = {row["item_id"]: row for row in items}
    named: dict[tuple[str, str | None], str] = {}
    for (start, end), item_id in spoken:
        row = by_id[item_id]
        key = (row["section"], row["unit"])
        own = None if only_says(row["label"] or "", "times") or _LINKS.fullmatch(row["label"] or "") else row["label"]
        label = own or named.get(key)
        if row["value"] is None or not label:
            continue
        if own:
            named[key] = own
        of = year_of(text, start, end, year) if text else None
        if of is not None and of < year and of_another(text, (start, end), label):
            continue
        if of is None and row["role"] == "actual" and row["section"] in _TOLD and own:
            of = year
        if of is not None and (row["role"] == "actual" or (row["role"] in _BEFORE and of < year)):
            yield Fact(label, of, row["value"], row["unit"], Shown(item_id), prose=True)


def _spot(row: Row) -> tuple[int, int]:
    """Where the number of a quantity stands."""
    for one in row["places"]:
        found = number_in(one["quote"], row["value"])
        if found is not None:
            return one["start"] + found[0], one["start"] + found[1]
    return row["places"][0]["start"], row["places"][0]["end"]


def _aims(items: Sequence[Row], year: int, text: str) -> Iterator[Aim]:
    for row in items:
        if row["what"] not in ("indicators", "targets") or not row["label"]:
            continue
        listed = row["what"] == "indicators"
        since = None
        if listed and row["baseline"] is not None and row["places"] and text:
            since = column_year(text, row["places"][0]["start"], year)
        yield Aim(
            bare(row["label"], row["told"]), _unit(row), row["operator"], row["target"] if listed else row["value"],
            row["result"], row["baseline"], Shown(row["item_id"]), row["upper"], since, listed,
        )


def _unit(row: Mapping[str, str | None]) -> str | None:
    """The unit that is printed, or the one that is counted: "Ore di apertura"."""
    return row["unit"] or timed(row["label"] or "")
