"""An explanation as rows that a person reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.audit.coverage.checks import coverage_of
from extract.explain.absence import GRAMMAR, searched
from extract.explain.fields import Asked, Value
from extract.explain.rivals import Ran, Tried
from extract.show import wording
from extract.show.coverage import coverage_rows, parts_searched
from extract.show.page import BLANK, Row, absent, cut, heading, shown
from schemas.evidence import Evidence
from schemas.report import OBJECTIVE_LISTS, Objective, RulePack

_LONGEST = 200
_COMPONENTS = {
    "language": "la grammatica dei valori italiani / the grammar of Italian values (extract/language)",
    "section": "l'etichetta della sezione / the label of the section",
    "status": "dedotto dai risultati / inferred from the results",
    "series": "tabelle e frasi di più anni / tables and sentences over years (extract/fields/series.py)",
    "indicator": "la sezione dell'indicatore / the indicator's section (extract/fields/indicators.py)",
    "footnote": "le note a piè di pagina / footnotes (extract/fields/footnotes.py)",
    "title": "l'intestazione dell'obiettivo / the objective's heading",
}


def left_over(objective: Objective, *, pages: bool) -> Iterator[Row]:
    """What the reading of an objective left: numbers no rule read, and where was looked for what it does not have.

    `pages` where the document has several.
    """
    yield _title(objective, "copertura / coverage")
    yield from coverage_rows(coverage_of(objective), pages=pages)


def explanation(
    objective: Objective, field: Asked, tried: Tried, rules: RulePack | None, *, pages: bool = True
) -> Iterator[Row]:
    """Where the values of a field come from, what else was in question, and why there is none.

    `pages` where the document has several.
    """
    yield _title(objective, field.name)
    for value in field.values:
        yield from _value(value, tried)
    if not field.values:
        yield absent("nessun valore: la relazione non lo dice, o non è stato letto (no value)")
    yield BLANK
    yield from _competition(field, tried)
    yield from _neighbours(objective, field)
    if not field.values:
        yield from _absence(objective, field, tried, pages)
    yield from _caveats(tried, rules)


def _title(objective: Objective, what: str) -> Row:
    name = "senza numero" if objective.number is None else str(objective.number)
    return heading(f"OBIETTIVO {name} · {what}")


def _value(value: Value, tried: Tried) -> Iterator[Row]:
    yield Row(f"{value.name} = {cut(str(value.value), _LONGEST)}", shown(value.evidence, len(value.evidence)))
    rules = dict.fromkeys((one.rule, one.grade.value) for one in value.evidence)
    for rule, grade in rules:
        yield Row(f"letto da / read by: {rule} ({grade})", indent=4)
        for ran in [one for one in tried.rules if one.name == rule.partition(":")[0] or _opened(one)]:
            yield Row(f"{ran.kind}, {ran.where}: {cut(ran.pattern, _LONGEST)}", indent=6)
        if said := _COMPONENTS.get(rule.partition(":")[0].partition(".")[0]):
            yield Row(said, indent=6)
    packs = dict.fromkeys(one.pack for one in value.evidence if one.pack)
    if packs:
        yield Row(f"pacchetti di regole / rule packs: {', '.join(packs)}", indent=4)


def _competition(field: Asked, tried: Tried) -> Iterator[Row]:
    """Matches of the field's rules that are no value, and rules that found nothing."""
    taken = [one for value in field.values for one in value.evidence]
    yield heading("In concorrenza / what competed and lost")
    rivals = [(ran, hit) for ran in tried.rules if not _opened(ran) for hit in ran.hits]
    lost = [(ran, hit) for ran, hit in rivals if not _is_taken(hit.evidence, ran, taken)]
    for ran, hit in lost:
        yield Row(f"{ran.name}: {cut(hit.said, _LONGEST)}", shown(hit.evidence))
        yield Row(f"{ran.kind}, {ran.where}", indent=4)
    if not lost:
        yield absent("nessun'altra regola ha trovato qualcosa (no other rule found anything)")
    silent = [ran for ran in tried.rules if not ran.hits]
    if silent:
        yield Row(f"senza riscontro / nothing found: {', '.join(f'{one.name} ({one.where})' for one in silent)}")


def _opened(ran: Ran) -> bool:
    """Whether it is the heading or the label below which a value stands."""
    return ran.kind in ("heading", "label", "column") and bool(ran.hits)


def _is_taken(hit: Sequence[Evidence], ran: Ran, taken: Sequence[Evidence]) -> bool:
    return any(
        one.start < other.end and other.start < one.end and other.rule.partition(":")[0] == ran.name
        for one in hit for other in taken
    )


def _neighbours(objective: Objective, field: Asked) -> Iterator[Row]:
    """Values of other fields that are read from the same words."""
    taken = [one for value in field.values for one in value.evidence]
    rows = [
        Row(f"{name}[{place}]", shown(item.evidence))
        for name in OBJECTIVE_LISTS if name != field.root
        for place, item in enumerate(getattr(objective, name))
        if any(one.start < other.end and other.start < one.end for one in item.evidence for other in taken)
    ]
    if rows and not field.root.startswith("sections"):
        yield heading("Dalle stesse parole / read from the same words")
        yield from rows


def _absence(objective: Objective, field: Asked, tried: Tried, pages: bool) -> Iterator[Row]:
    yield heading("Perché manca / why there is none")
    ran = [one for one in tried.rules if one.searched]
    places = list(dict.fromkeys(name for one in ran for name in one.searched))
    found = searched(objective, field.root)
    looked = None if found.parts is None else parts_searched(found.parts, pages=pages)
    yield Row(f"sezioni esaminate / sections searched: {looked or _named(places) or 'nessuna / none'}")
    if found.lacking:
        yield Row(f"sezioni che l'obiettivo non ha / sections it lacks: {_named(found.lacking)}")
    if field.root in GRAMMAR:
        yield Row(f"componenti provati / components tried: {', '.join(GRAMMAR[field.root])}")
    if within := list(dict.fromkeys(name for one in tried.rules for name in one.within)):
        yield Row(f"le regole cercano in / rules look in: {_named(within)}")
    if found.coverage.unclaimed:
        yield Row("numeri che nessuna regola ha letto / numbers that no rule read", shown(found.coverage.unclaimed))
    hits = sum(len(one.hits) for one in tried.rules)
    yield Row(f"regole provate / rules tried: {len(ran)}; riscontri / matches: {hits}")


def _named(sections: Sequence[str]) -> str:
    words = {str(name): word for name, word in wording.SECTION.items()}
    return ", ".join(words.get(one, one) for one in sections)


def _caveats(tried: Tried, rules: RulePack | None) -> Iterator[Row]:
    if tried.failure:
        yield absent(f"le regole non si possono riprovare (rules cannot be tried again): {tried.failure}")
    if not tried.original:
        yield absent("l'originale non è al suo posto: riprovato sul testo conservato, senza tabelle (original is gone)")
    if rules is not None and tried.digest not in (None, rules.digest):
        yield absent(
            f"la relazione fu letta con altre regole o altri controlli, {rules.digest}, ora {tried.digest} "
            "(read with other rules or checks)"
        )
