"""The cells of tables and cards: indicators with their measures, plan references, deadlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.divide.blocks import Block, Row
from extract.divide.build import leading_code
from extract.divide.fold import REFERENCE
from extract.fields.indicators import read_measure
from extract.forms.entries import Entry, Headed
from extract.forms.heads import unit_in, year_in
from extract.forms.rows import is_null
from extract.forms.shape import INNER, is_code
from extract.language import measure, parse_date, parse_number
from extract.language.lexicon import backward
from extract.passage import Passage, Prover
from schemas.evidence import Evidence, Grade
from schemas.report import DateValue, Indicator, Measure, Number, PlanReference, SeriesPoint

MEASURES = ("baseline", "target", "result")
_YEARED = INNER | {"achievement"}  # fields of columns that several years may have
_YEARLY = re.compile(r"(?i)(?:\banno\s+|\bal\s+31/12/)?\b((?:19|20)\d{2})\s*[:=–-]\s*")
_WHOLE = 100  # percent
_COUNT, _LISTED = re.compile(r"(?<![\w.,/:-])\d[\d.,]*(?![\d/:-])"), 3  # a total and two parts at least
_RATIO = re.compile(r"\d\s*(?:/|su\w*\s)\s*(?:n\.?\s*)?\d(?!\d?/\d)")
_NUMBER = re.compile(r"-?\d[\d.,]*")
_LEVELS: tuple[Literal["strategic", "operational", "area", "programme", "target"], ...] = (
    "strategic", "operational", "area", "programme", "target",
)


@dataclass(frozen=True, slots=True)
class Cells:
    """Reads the cells of one objective; `year` is the year reported on, where it is known."""

    block: Block
    prove: Prover
    year: int | None

    def indicators(self) -> Iterator[Indicator]:
        """One indicator for each row, its target, result and baseline those of the year reported on."""
        for row in self.block.rows:
            indicator = self._indicator(row)
            if indicator is not None:
                yield indicator

    def references(self) -> Iterator[PlanReference]:
        """Where the objective stands in the plan: its parents, and its own code; each once."""
        seen: set[tuple[str, str | None, str | None]] = set()
        for entry in self.block.entries:
            level = self.block.level if entry.role == "code" else entry.role.removeprefix(REFERENCE)
            if level not in _LEVELS or is_null(entry.body):
                continue
            code, title, shown = self._place(entry)
            if code is None and entry.role == "operational" and title == self.block.title.clean():
                continue  # it names this very objective
            known = (entry.label.text.casefold(), code, title)
            if known not in seen:
                seen.add(known)
                yield PlanReference.model_validate({
                    "level": level, "code": code, "title": title,
                    "evidence": tuple(e for one in shown for e in self.prove.whole(one, entry.rule, Grade.NORMALISED)),
                })

    def _place(self, entry: Entry) -> tuple[str | None, str | None, tuple[Passage, ...]]:
        """Code and title of a part of the plan, and where they stand."""
        if entry.role == "code" or entry.role.startswith(REFERENCE):
            code = "".join(entry.body.text.split())
            if entry.role == "code" and self.block.names_level and self.block.title:
                return code, self.block.title.clean().strip(" –—-"), (entry.body, self.block.title)
            return code, None, (entry.body,)
        mark, whole = entry.label.spans, entry.body.spans
        if mark and whole and mark != whole and mark[0].start == whole[0].start:  # of a heading, and its title behind
            title = entry.body.part(len(entry.label.text), len(entry.body.text)).clean()
            return "".join(entry.label.text.split()), title.strip(" .:;–—-)") or None, (entry.body,)
        return *parted(entry.body), (entry.body,)

    def deadlines(self) -> Iterator[DateValue]:
        """The dates of a column or label of deadlines."""
        for entry in self.block.entries:
            date = parse_date(entry.body.clean()) if entry.role == "deadline" else None
            if date is not None:
                yield DateValue.model_validate({
                    "date": date.iso, "precision": date.precision, "role": "deadline", "section": "indicator",
                    "evidence": self._shown(entry),
                })

    def _indicator(self, row: Row) -> Indicator | None:
        own = row.get("indicator")
        own = own if own and not is_null(own.body) else None
        name = own.body if own else self.block.title
        if not name or (own is None and not any(_is_measure(role, entry) for role, entry in row.items())):
            return None
        chosen = self._of_year(row)
        evidence = [*self.prove.whole(name, own.rule if own else "title")]
        text = name.clean()
        unit = self._unit(chosen.get("unit"))
        values: dict[str, object] = {"unit": unit}
        for role, entry in chosen.items():
            if role in ("formula", "source") and not is_null(entry.body):
                values[role] = entry.body.clean()
            elif role in ("indicator_weight", "weight"):
                values["weight"] = weight_of(number_in(entry.body))
            elif role == "achievement":
                values[role] = number_in(entry.body)
            elif role not in ("unit",):
                continue
            evidence += self._shown(entry)
        for name_of in MEASURES:
            if name_of in chosen:
                values[name_of] = self._measure(chosen[name_of], name_of, unit, text)
        return Indicator.model_validate({"text": text, **values, "evidence": tuple(evidence)})

    def _of_year(self, row: Row) -> dict[str, Entry]:
        """Of columns for several years those of the year reported on; an earlier result is the baseline."""
        columns = next((entry.columns for entry in row.values() if entry.columns), ())
        year = self._reported(row, columns)
        early = _before_target(columns, year)
        chosen: dict[str, Entry] = {}
        before: list[tuple[int, Entry]] = []
        for role, entry in row.items():
            stated = year_in(entry.label.text)
            known = base(role)
            is_past = entry.column in early if stated is None else year is not None and stated < year
            if known == "result" and is_past:
                before.append((stated or 0, entry))
            elif stated in (None, year) or known in ("indicator", "baseline"):
                chosen.setdefault(known, entry)
        if before and "baseline" not in chosen:
            chosen["baseline"] = max(before, key=lambda one: one[0])[1]
        revised = chosen.pop("revised_target", None)
        if revised is not None and not is_null(revised.body):
            chosen["target"] = revised
        return chosen

    def earlier(self) -> Iterator[SeriesPoint]:
        """The results of years before, where several have a column each: as a baseline, one of them loses its year."""
        for row in self.block.rows:
            name = row.get("indicator")
            if name is None:
                continue
            past = [(year, entry) for role, entry in row.items() if (year := self._past(role, entry)) is not None]
            for year, entry in past if len(past) > 1 else ():
                label = name.body.clean()
                read = self._measure(entry, "result", None, label)
                if read is not None and read.value is not None and not isinstance(read.value, bool):
                    year_at = self.prove.whole(entry.label, f"{entry.rule}.year")
                    shown = (*read.evidence, *self.prove.whole(name.body, name.rule), *year_at)
                    yield SeriesPoint(label=label, year=year, value=read.value, unit=read.unit, evidence=shown)

    def _past(self, role: str, entry: Entry) -> int | None:
        """The year of a column of results, where it is before the one reported on."""
        year = year_in(entry.label.text) if base(role) == "result" else None
        return year if year is not None and self.year is not None and year < self.year else None

    def _reported(self, row: Row, columns: Sequence[Headed]) -> int | None:
        """The year that counts: that reported on, where a column has it, filled in this row or not."""
        heads = [*columns, *(Headed(base(role), e.label.text) for role, e in row.items() if e.column < 0)]
        stated = [(role, year) for role, head in heads if role in _YEARED and (year := year_in(head))]
        if not stated or any(year == self.year for _, year in stated) or self._only_tells_before(heads):
            return self.year
        results = [year for role, year in stated if role == "result"]
        return max(results) if results else min(year for _, year in stated)

    def _only_tells_before(self, heads: Sequence[Headed]) -> bool:
        """Whether years stand over results alone, and earlier ones: "Valore 2019" beside "Valore raggiunto"."""
        years = {year_in(head) for role, head in heads if role == "result"}
        others = {year_in(head) for role, head in heads if role in _YEARED and role != "result"}
        if self.year is None or None not in years or not others <= {None}:
            return False
        return all(year < self.year for year in years if year is not None)

    def _measure(self, entry: Entry, name: str, unit: str | None, indicator: str) -> Measure | None:
        start, end = self._year_part(entry.body.text) if name == "target" else (0, len(entry.body.text))
        if is_null(entry.body.part(start, end)):
            return None
        skip = _YEARLY.match(entry.body.text, start, end)
        read = read_measure(entry.body, (skip.end() if skip else start, end), "", name, self.prove)
        if read is None:
            return None
        text = " ".join(entry.body.text[start:end].split())
        if _RATIO.search(text):  # "100% (n. 843 su n. 843)": what it is a share of is shown too
            whole = self.prove.within(entry.body, start, end, f"{entry.rule}.ratio", Grade.NORMALISED)
            read = read.model_copy(update={"evidence": (*read.evidence, *whole)})
        elif name == "result" and len(_COUNT.findall(text)) >= _LISTED:  # "64 (industria 41, servizi 23)"
            parts = self.prove.within(entry.body, start, end, f"{entry.rule}.parts", Grade.NORMALISED)
            read = read.model_copy(update={"evidence": (*read.evidence, *parts)})
        numeric = read.value is not None and not isinstance(read.value, bool) and read.unit is None
        told = unit_in(entry.label.text) or _contract_unit(unit) or unit_in(indicator)
        if not numeric or told is None:
            return read.model_copy(update={"text": text})
        shown = self.prove.whole(entry.label, f"{entry.rule}.unit") if unit_in(entry.label.text) == told else ()
        return read.model_copy(update={"text": text, "unit": told, "evidence": (*read.evidence, *shown)})

    def _year_part(self, text: str) -> tuple[int, int]:
        """Where the target of the year reported on stands: "Anno 2015: >= 90% Anno 2016: >= 92%"."""
        found = list(_YEARLY.finditer(text))
        parts = [(int(one[1]), one.start(), following.start() if following else len(text))
                 for one, following in zip(found, [*found[1:], None][: len(found)], strict=True)]
        mine = next(((start, end) for year, start, end in parts if year == self.year), None)
        return mine if mine and len(parts) > 1 else (0, len(text))

    def _unit(self, entry: Entry | None) -> str | None:
        if entry is None or is_null(entry.body):
            return None
        return entry.body.clean()

    def _shown(self, entry: Entry) -> tuple[Evidence, ...]:
        return self.prove.whole(entry.body, entry.rule, Grade.NORMALISED)


_UNITS = frozenset({"%", "EUR", "days", "hours", "months", "minutes"})


def _contract_unit(printed: str | None) -> str | None:
    """The unit of a column "Unità di misura" in the contract's words; None where it is another."""
    if printed is None:
        return None
    low = printed.lower().strip("() .")
    known = backward("units", "after").get(low)
    return known if known in _UNITS else "%" if low.startswith("percent") else unit_in(printed)

def _is_measure(role: str, entry: Entry) -> bool:
    return base(role) in MEASURES and not is_null(entry.body)


def _before_target(columns: Sequence[Headed], year: int | None) -> frozenset[int]:
    """Columns of results that stand before the target, where others stand behind it: what was there before."""
    of = {role: [at for at, column in enumerate(columns) if column.role == role] for role in ("indicator", "result")}
    targets = [at for at, (role, head) in enumerate(columns) if role == "target" and year_in(head) in (None, year)]
    if not targets or len(of["indicator"]) > 1 or not any(at > targets[0] for at in of["result"]):
        return frozenset()
    return frozenset(at for at in of["result"] if at < targets[0])


def base(role: str) -> str:
    """The field of a cell, which of several it may be left out."""
    return role.split(" ")[0]


def number_in(passage: Passage) -> Number | None:
    """The number a cell holds, its percent sign aside; None where it holds none, or a date."""
    text = passage.clean()
    if is_null(passage) or parse_date(text):
        return None
    value = measure(text)
    if value is not None and value.value is not None and not isinstance(value.value, bool):
        return value.value
    found = _NUMBER.search(text)
    return parse_number(found[0]) if found else None


def weight_of(value: object) -> Number | None:
    """A weight is a share of a whole; None for what no share can be."""
    return value if isinstance(value, int | float) and 0 <= value <= _WHOLE else None


def parted(passage: Passage) -> tuple[str | None, str | None]:
    """The code and the title of a cell that names a part of the plan; either may be missing."""
    text = passage.clean()
    if is_code(text):
        return "".join(text.split()), None
    found = leading_code(text)
    if found is None:
        return None, text or None
    return text[slice(*found[0])].rstrip("."), text[found[1] :]

