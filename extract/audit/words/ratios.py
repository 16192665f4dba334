"""Ratios that an objective's text tells: so many of so many, and the percentage stated for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.audit.words.likeness import Terms, speaks_of, terms, touches
from extract.audit.words.phrases import BOUNDED, SIGN, around, ends, is_judged, is_of_others, is_own, roughly, told
from extract.audit.words.places import apart, cut, end, place
from extract.audit.words.saying import Saying
from extract.audit.words.shares import out_of
from extract.audit.words.terse import noted
from schemas.evidence import Evidence
from schemas.report import Indicator, Objective, Quantity, SectionName

_NEXT = 24  # characters behind a number in which its participle stands
_FAR = 160  # characters between the numbers of one ratio
_NEAR = 4  # numbers on either side of a whole among which its part stands
_WRITTEN = Saying("ratios", "written")
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)\s*%")
_DATED = re.compile(r"(?<![\d.,])\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?!\d)")
_YEARS = range(1990, 2100)
_AGAINST, _RESTATES = Saying("ratios", "against"), Saying("ratios", "restates")
EARLIER = Saying("ratios", "earlier")
_WEAK, _RATED, _IS_SO = Saying("ratios", "weakly"), Saying("ratios", "rated"), Saying("ratios", "is_so")
_TURNED, _MORE = Saying("ratios", "turned"), Saying("ratios", "more")
_TOLD: tuple[SectionName, ...] = ("results", "notes")
_TIMES = re.compile(r"[x×*·]\s*\Z")
_STOP = re.compile(r"[;:]|\.\s+(?=[A-ZÀÈÉÌÒÙ])|\d")


class Ratio(NamedTuple):
    """`part` of `whole`, with the percentage stated for it, and all the evidence of each."""

    part: float
    whole: float
    stated: float | None
    names: Terms
    evidence: tuple[Evidence, ...]
    stated_evidence: tuple[Evidence, ...] = ()
    planned: bool = False
    section: str = "results"
    rough: float = 0.0  # points by which a percentage told in words may be off

    @property
    def percent(self) -> float:
        """The exact percentage."""
        return 100 * self.part / self.whole


def ratios(objective: Objective, text: str | None) -> tuple[Ratio, ...]:
    """The ratios of an objective's prose: each whole with what was achieved of it in the same clause."""
    found = _of_quantities(objective, text)
    for ratio in _of_phrases(objective):
        same = next((at for at, one in enumerate(found) if (one.part, one.whole) == (ratio.part, ratio.whole)), None)
        if same is None:
            found.append(ratio)
        elif found[same].stated is None:
            found[same] = found[same]._replace(
                stated=ratio.stated, stated_evidence=ratio.stated_evidence, rough=ratio.rough
            )
    return tuple(found)


def _of_phrases(objective: Objective) -> Iterator[Ratio]:
    """Ratios that are told in so many words with their percentage, read as values or not."""
    for name in _TOLD:
        section = objective.sections.get(name)
        for proof in section.evidence if section is not None else ():
            every = told(proof.quote)
            taken = {one.percent_at for one in every}
            for one in (*every, *(two for two in noted(objective, proof.quote) if two.percent_at not in taken)):
                first, last = sorted((one.part_at, one.whole_at))
                at = proof.start
                said = terms(proof.quote[max(0, first[0] - _NEXT) : last[1] + _NEXT])
                yield Ratio(
                    one.part, one.whole, one.percent, said,
                    tuple(cut(proof, at + start, at + stop) for start, stop in (one.part_at, one.whole_at)),
                    (cut(proof, at + one.percent_at[0], at + one.percent_at[1]),),
                    planned=one.part > one.whole and speaks_of(proof.quote[first[0] : last[1] + _NEXT], "planned"),
                    section=name, rough=one.rough,
                )


def _of_quantities(objective: Objective, text: str | None) -> list[Ratio]:
    found: list[Ratio] = []
    sections: dict[str, list[Quantity]] = {}
    for quantity in objective.quantities:
        sections.setdefault(quantity.section, []).append(quantity)
    for quantities in sections.values():
        ordered = sorted(quantities, key=place)
        for at, base in enumerate(ordered):
            if base.unit != "%" and base.value > 0 and (ratio := _of_base(ordered, at, text)) is not None:
                found.append(ratio)
    return found


def _of_base(ordered: Sequence[Quantity], at: int, text: str | None) -> Ratio | None:
    base = ordered[at]
    before = _part_before(ordered, at, text)
    if (before is None and base.role != "base") or (text is not None and _is_no_whole(base, text)):
        return None
    near = ordered[max(0, at - _NEAR) : at + _NEAR + 1]
    beside = [one for one in near if one is not base and _together(one, base, text)]
    if sum(one.role == "base" for one in beside if one.unit == base.unit):
        beside = [one for one in beside if _nearest_base(one, near) is base]
    parts = [before] if before is not None else [
        one for one in beside if one.role == "actual" and one.unit == base.unit
    ]
    if not parts:
        return None
    part = min(parts, key=lambda one: abs(place(one) - place(base)))
    if text is not None and place(part) < out_of(text, place(base)):
        return None  # "accolte 45 domande, ossia una su quattro"
    if before is None and text is not None and _TURNED.fullmatch(text[end(base) : place(part)]):
        return None  # "45 di 72"
    if before is None and part.value > base.value and not touches(terms(part.label or ""), terms(base.label or "")):
        return None  # "delle 12 sedi, 340 pratiche evase"
    beside = [one for one in beside if one.unit != "%" or not (_is_change(one, text) or _is_of_others(one, text))]
    stated = _restated(near, part, base, text) or _only_share(beside, parts, part, base)
    if stated is not None and text is not None and not _is_led_to(stated, part, base, text):
        stated = None
    return Ratio(
        part.value, base.value, None if stated is None else stated.value,
        tuple(dict.fromkeys((*terms(part.label or ""), *terms(base.label or "")))),
        (*part.evidence, *base.evidence), () if stated is None else stated.evidence,
        _only_planned(base, text), base.section,
        rough=0.0 if stated is None or text is None else roughly(text, place(stated), end(stated)),
    )


def _is_no_whole(base: Quantity, text: str) -> bool:
    """True for what was before, and for the 100 of a formula: "60 / 80 x 100"."""
    times = _TIMES.search(text, max(0, place(base) - 4), place(base))
    return times is not None or EARLIER.match(text, end(base)) is not None


def _is_led_to(share: Quantity, part: Quantity, base: Quantity, text: str) -> bool:
    """True where words say that a percentage is that of the ratio; behind a bare comma, where nothing follows it."""
    first, last = sorted((part, base), key=place)
    if place(share) < place(last):
        return True
    between = text[end(last) : place(share)]
    if is_judged(text, place(first), base.value) or not is_own(between, text[max(0, place(first) - _FAR) : end(last)]):
        return False
    sign = SIGN.match(text, end(share))
    if _WEAK.search(between):
        return ends(text, sign.end() if sign else end(share))
    if _IS_SO.search(between) and _RATED.search(text[max(0, place(first) - _FAR // 2) : place(first)]):
        return True
    return _RESTATES.search(between) is not None or _RATED.search(between) is not None


def _before(one: Quantity, text: str | None) -> str:
    """The words right before a number: "con un incremento del 20%"."""
    return "" if text is None else text[max(0, place(one) - _NEXT) : place(one)]


def _is_change(one: Quantity, text: str | None) -> bool:
    """True for "con un incremento del 20%", "il 20% in più"."""
    return speaks_of(_before(one, text), "changing") or (text is not None and _MORE.match(text, end(one)) is not None)


def _is_of_others(one: Quantity, text: str | None) -> bool:
    """True for "per un 90% di donne", "oltre il 60%", which say nothing of a ratio beside them."""
    if text is None:
        return False
    sign = SIGN.match(text, end(one))
    behind = sign.end() if sign else end(one)
    other = is_of_others(text, behind, around(text, place(one), behind))
    return other or BOUNDED.search(_before(one, text)) is not None


def _part_before(ordered: Sequence[Quantity], at: int, text: str | None) -> Quantity | None:
    """The number that stands right before "su" and the whole: "412 dipendenti su 385"."""
    if text is None or at == 0:
        return None
    part, base = ordered[at - 1], ordered[at]
    between = text[end(part) : place(base)]
    if part.unit != base.unit or part.role == "baseline" or len(between) > _FAR or not _AGAINST.search(between):
        return None
    said = _AGAINST.split(between)[0]
    if _STOP.search(said) or (base.role not in ("base", "planned") and not _only_planned(base, text)):
        return None
    return part


def _restated(near: Sequence[Quantity], part: Quantity, base: Quantity, text: str | None) -> Quantity | None:
    """The percentage that says the ratio again, right behind it or right before it in brackets."""
    if text is None:
        return None
    first, last = sorted((part, base), key=place)
    for one in near:
        if one.unit != "%" or one.role in ("baseline", "base") or _is_change(one, text):
            continue
        if _is_of_others(one, text):
            continue
        behind, before = text[end(last) : place(one)], text[end(one) : place(first)]
        for between in (behind, before):
            if 0 < len(between) <= _FAR // 2 and not _STOP.search(between) and _RESTATES.search(between):
                return one
    return None


def _only_share(
    around: Sequence[Quantity], parts: Sequence[Quantity], part: Quantity, base: Quantity
) -> Quantity | None:
    """The one percentage of the clause, where nothing else can be meant by it."""
    shares = [one for one in around if one.role == "actual" and one.unit == "%" and place(one) > place(part)]
    if len(parts) > 1:
        shares = [one for one in shares if place(one) > max(place(part), place(base))][:1]
    return shares[0] if len(shares) == 1 and (len(parts) == 1 or shares[0].label == part.label) else None


def _only_planned(base: Quantity, text: str | None) -> bool:
    """True for a whole that was planned ("su 600 previsti"): it may be outdone."""
    behind = "" if text is None else text[end(base) : end(base) + _NEXT]
    return base.role == "planned" or speaks_of(f"{base.label or ''} {behind}", "planned")


def _together(one: Quantity, base: Quantity, text: str | None) -> bool:
    left, right = sorted((one, base), key=place)
    if place(right) - end(left) > _FAR:
        return False
    return text is None or not apart(text, end(left), place(right))


def _nearest_base(one: Quantity, near: Sequence[Quantity]) -> Quantity:
    """The base a quantity belongs to: the one next to it, what follows before what precedes."""
    bases = [base for base in near if base.role == "base" and base.unit != "%"]
    return min(bases, key=lambda base: (abs(place(base) - place(one)), place(base) < place(one)))


def written(indicator: Indicator) -> Ratio | None:
    """The ratio that the cell of a result writes out, "40 su 60" or "40/60 (66,7%)"."""
    result = indicator.result
    if result is None:
        return None
    found = _WRITTEN.search(result.text)
    if found is None:
        return None
    part, whole = (float(one.replace(".", "")) for one in found.groups())
    if whole <= 0 or whole in _YEARS or _DATED.search(result.text):
        return None
    percent = _PERCENT.search(result.text)
    stated = float(percent[1].replace(",", ".")) if percent else None
    return Ratio(part, whole, stated, terms(indicator.text), result.evidence)
