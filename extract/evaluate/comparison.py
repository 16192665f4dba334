"""A report against its gold: what was found, what was missed, what was invented."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.evaluate.align import Pair, align_items, align_objectives
from extract.evaluate.gold import Gold, Item, Stated, items
from extract.evaluate.kinds import LIST_KINDS, MEASURE_FIELDS, REPORT_KINDS, SCALAR_KINDS, ListKind, same_for

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Fact:
    """One value to be compared: its fields, and where the page shows it (None in gold)."""

    values: Values
    quote: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that is not as it should be.

    Missed where `read` is None, invented where `expected` is None, both where a value was
    read in place of another.
    """

    objective: str
    kind: str
    expected: Values | None
    read: Values | None
    quote: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How often a kind of value stands in the gold, was read, and was read rightly."""

    gold: int = 0
    read: int = 0
    hits: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.gold + other.gold, self.read + other.read, self.hits + other.hits)

    @property
    def precision(self) -> float | None:
        """Share of what was read that is right; None where nothing was read."""
        return self.hits / self.read if self.read else None

    @property
    def recall(self) -> float | None:
        """Share of the gold that was read; None where there is no gold."""
        return self.hits / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where there was nothing to read and nothing was."""
        return 2 * self.hits / (self.gold + self.read) if self.gold + self.read else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Counts by kind of value, in the order of the contract, and every value that is wrong."""

    counts: Mapping[str, Count]
    wrong: tuple[Wrong, ...]

    @property
    def micro(self) -> Count:
        """All kinds together: every value weighs the same."""
        return sum(self.counts.values(), Count())


@dataclass(frozen=True, slots=True)
class _Bucket:
    kind: str
    objective: str
    gold: tuple[Fact, ...]
    read: tuple[Fact, ...]


def compare(gold: Gold, report: Item) -> Comparison:
    """`report` (a Report dumped to JSON values) against `gold`; only what the gold states counts."""
    counts: dict[str, Count] = {}
    wrong: list[Wrong] = []
    for bucket in _buckets(gold, report):
        hits, errors = _match(bucket)
        known = counts.get(bucket.kind, Count())
        counts[bucket.kind] = known + Count(len(bucket.gold), len(bucket.read), hits)
        wrong.extend(errors)
    return Comparison(counts, tuple(wrong))


def _buckets(gold: Gold, report: Item) -> Iterator[_Bucket]:
    header = report.get("report")
    yield from _report_buckets(gold, header if isinstance(header, Mapping) else {})
    pairs = align_objectives(gold.objectives, items(report, "objectives"))
    for pair in pairs:
        name = _name_of(pair)
        numbers = tuple(None if one is None else {"number": one.get("number")} for one in pair)
        proof = _proof(pair.read, "number") or _proof(pair.read, "title")
        yield _bucket("objectives", name, numbers[0], numbers[1], proof)
        yield from _scalar_buckets(pair, gold.stated, name)
        yield from _section_buckets(pair, gold.stated, name)
        for kind in LIST_KINDS:
            if kind.name in gold.stated:
                yield from _list_buckets(pair, kind, gold.stated, name)


def _report_buckets(gold: Gold, header: Item) -> Iterator[_Bucket]:
    for field in REPORT_KINDS:
        if f"report.{field}" in gold.stated:
            yield _bucket(
                f"report.{field}", "report", _scalar(gold.report, field), _scalar(header, field), _proof(header, field),
            )


def _scalar_buckets(pair: Pair, stated: Stated, name: str) -> Iterator[_Bucket]:
    for field in SCALAR_KINDS:
        if field in stated:
            yield _bucket(
                field, name, _scalar(pair.gold, field), _scalar(pair.read, field), _proof(pair.read, field),
            )


def _section_buckets(pair: Pair, stated: Stated, name: str) -> Iterator[_Bucket]:
    sections = [_mapping(one, "sections") for one in pair]
    for section in sorted(path.partition(".")[2] for path in stated.paths if path.startswith("sections.")):
        gold, read = (_section(one, section) for one in sections)
        yield _bucket("sections", name, gold, read, _first(_mapping(sections[1], section).get("evidence")))


def _list_buckets(pair: Pair, kind: ListKind, stated: Stated, name: str) -> Iterator[_Bucket]:
    head = stated.fields(kind.name, kind.head) or kind.head
    gold, read = (() if one is None else items(one, kind.name) for one in pair)
    yield _Bucket(kind.name, name, tuple(_fact(item, head) for item in gold), tuple(_fact(item, head) for item in read))
    parts = stated.fields(kind.name, kind.parts)
    measures = stated.fields(kind.name, kind.measures)
    if not parts and not measures:
        return
    for one in align_items(gold, read, head):
        proof = _first((one.read or {}).get("evidence"))
        for part in parts:
            yield _bucket(f"{kind.name}.{part}", name, _scalar(one.gold, part), _scalar(one.read, part), proof)
        for part in measures:
            fields = stated.fields(f"{kind.name}.{part}", MEASURE_FIELDS) or MEASURE_FIELDS
            expected, found = (_measure(item, part, fields) for item in one)
            shown = _first(_mapping(one.read, part).get("evidence")) or proof
            yield _bucket(f"{kind.name}.{part}", name, expected, found, shown)


def _match(bucket: _Bucket) -> tuple[int, list[Wrong]]:
    left = list(bucket.read)
    missed: list[Fact] = []
    for fact in bucket.gold:
        twin = next((one for one in left if _agreement(fact, one) == len(fact.values)), None)
        if twin is None:
            missed.append(fact)
        else:
            left.remove(twin)
    hits = len(bucket.gold) - len(missed)
    return hits, [*_wrong(bucket, missed, left)]


def _wrong(bucket: _Bucket, missed: Sequence[Fact], invented: Sequence[Fact]) -> Iterator[Wrong]:
    left = list(invented)
    for fact in missed:
        near = max(left, key=lambda one: _agreement(fact, one), default=None)
        if near is not None and (len(fact.values) == 1 or _agreement(fact, near) > 0):
            left.remove(near)
            yield Wrong(bucket.objective, bucket.kind, fact.values, near.values, near.quote, near.page)
        else:
            yield Wrong(bucket.objective, bucket.kind, fact.values, None)
    for fact in left:
        yield Wrong(bucket.objective, bucket.kind, None, fact.values, fact.quote, fact.page)


def _agreement(gold: Fact, read: Fact) -> int:
    return sum(same_for(name)(value, read.values.get(name)) for name, value in gold.values.items())


def _bucket(kind: str, objective: str, gold: Values | None, read: Values | None, proof: Item | None) -> _Bucket:
    return _Bucket(
        kind, objective,
        () if gold is None else (Fact(gold),),
        () if read is None else (Fact(read, *_shown(proof)),),
    )


def _fact(item: Item, fields: Sequence[str]) -> Fact:
    return Fact({field: item.get(field) for field in fields}, *_shown(_first(item.get("evidence"))))


def _scalar(item: Item | None, field: str) -> Values | None:
    value = None if item is None else item.get(field)
    return None if value is None else {field: value}


def _section(sections: Item, name: str) -> Values | None:
    section = sections.get(name)
    text = section.get("text") if isinstance(section, Mapping) else section
    return None if text is None else {"name": name, "text": text}


def _measure(item: Item | None, part: str, fields: Sequence[str]) -> Values | None:
    measure = None if item is None else item.get(part)
    return {field: measure.get(field) for field in fields} if isinstance(measure, Mapping) else None


def _mapping(item: Item | None, field: str) -> Item:
    found = None if item is None else item.get(field)
    return found if isinstance(found, Mapping) else {}


def _proof(item: Item | None, field: str) -> Item | None:
    return _first(_mapping(item, "evidence").get(field))


def _first(proof: object) -> Item | None:
    return proof[0] if isinstance(proof, list | tuple) and proof and isinstance(proof[0], Mapping) else None


def _shown(proof: Item | None) -> tuple[str | None, int | None]:
    if proof is None:
        return None, None
    quote, page = proof.get("quote"), proof.get("page")
    return (quote if isinstance(quote, str) else None), (page if isinstance(page, int) else None)


def _name_of(pair: Pair) -> str:
    one = pair.gold or pair.read or {}
    number = one.get("number")
    return str(one.get("title")) if number is None else str(number)
