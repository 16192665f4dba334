"""Values that two reports state of one year: the same, another, or in another unit.

Values are the same if rounding one to the digits of the other gives the other, or if they differ by no more than
`restated` of checks.yml allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.audit.words.likeness import names, same, terms
from extract.audit.words.saying import Saying
from extract.audit.words.wording import english, italian
from extract.audit.years.kin import (
    Aim,
    Edition,
    Fact,
    Shown,
    Volume,
    folded,
    like_label,
    same_label,
    same_unit,
    unique,
)
from extract.audit.years.numbers import number
from extract.audit.years.remarks import Remark
from schemas.expectations import Expectations
from schemas.finding import Severity

_SCALES = (10.0, 100.0, 1000.0)
_SHARES = (0.25, 4.0)  # a share of one written in percent is a hundred times as much, more or less
_SHARES_LEAST, _FAR = 1.0, 1.25  # a share of one is no count; times from which two numbers are far from each other
_TIMES = 3.0  # times by which two values of one thing may differ where only most of its name is the same
_USUAL = 2  # baselines that are results of the year before, from which a report is known to mean them so
_CORRECTED, _IN_BRACKETS = Saying("corrections", "corrected"), Saying("corrections", "unit_in_brackets")


def restated(before: Volume, after: Volume, old: Edition, new: Edition, expects: Expectations) -> Iterator[Remark]:
    """Values of one year that both reports state, and the units of what each states of its own."""
    earlier, later = unique(old.facts), unique(new.facts)
    corrected = is_corrected(new)
    for one, fact in matched(earlier, later, [aim.label for aim in new.aims if aim.listed]):
        remark = _versus(before, after, one, fact, expects)
        told = corrected and not remark.held and remark.check == "years.restated"
        yield remark._replace(objective_id=new.objective_id, severity="notice" if told else remark.severity)
    in_percent = _prints_percent(before), _prints_percent(after)
    own = [one for one in earlier if one.year == before.year]
    for fact in later:
        name = _IN_BRACKETS.sub("", fact.label)
        same = [one for one in own if same_label(_IN_BRACKETS.sub("", one.label), name)]
        if fact.year == after.year and len(same) == 1 and (
            _changed(same[0], fact) or _became_a_share(same[0], fact, in_percent)
        ):
            remark = _unlike(before, after, same[0], fact)._replace(objective_id=new.objective_id)
            if _unit_of(same[0].label) != _unit_of(fact.label):  # the names say it, not the numbers
                remark = remark._replace(shown=(Shown(same[0].shown.item_id), Shown(fact.shown.item_id)))
            yield remark


def _versus(before: Volume, after: Volume, old: Fact, new: Fact, expects: Expectations) -> Remark:
    shown = (old.shown, new.shown)
    what, what_en = f"«{new.label}» {new.year}", f"“{new.label}” {new.year}"
    said = f"{number(old.value)} nella relazione {before.year}, {number(new.value)} in quella {after.year}"
    said_en = f"{old.value:.15g} in the report of {before.year}, {new.value:.15g} in that of {after.year}"
    if not same_unit(old.unit, new.unit):
        return _unlike(before, after, old, new)
    if agree(old.value, new.value, expects.restated):
        both, both_en = f"{number(new.value)} in entrambe le relazioni", f"{new.value:.15g} in both reports"
        if not agree(old.value, new.value):
            both, both_en = f"{said}, entro la tolleranza", f"{said_en}, within the tolerance"
        return Remark("years.restated", f"{what}: {both}.", f"{what_en}: {both_en}.", shown, None, held=True)
    if _scaled(old.value, new.value):
        scale, scale_en = f"{what}: {said}: in un'altra scala.", f"{what_en}: {said_en}: on another scale."
        return Remark("years.series-break", scale, scale_en, shown, None)
    return Remark("years.restated", f"{what}: {said}.", f"{what_en}: {said_en}.", shown, None)


def _unlike(before: Volume, after: Volume, old: Fact, new: Fact) -> Remark:
    """Two values that cannot be compared, because they are counted in different units."""
    one, other = italian(old.value, old.unit), italian(new.value, new.unit)
    one_en, other_en = english(old.value, old.unit), english(new.value, new.unit)
    return Remark(
        "years.series-break",
        f"«{new.label}»: altra unità di misura, {one} nella relazione {before.year}, {other} in quella {after.year}.",
        f"“{new.label}”: another unit, {one_en} in the report of {before.year}, {other_en} in that of {after.year}.",
        (old.shown, new.shown), None,
    )


def _changed(old: Fact, new: Fact) -> bool:
    """True where a thing is counted in another unit the year after, or a share of one has become a percentage."""
    if not same_unit(old.unit, new.unit) or not same_unit(_unit_of(old.label), _unit_of(new.label)):
        return True
    units, (low, high) = {old.unit, new.unit}, sorted((abs(old.value), abs(new.value)))
    if units != {None, "%"} or not 0 < low <= 1 or (old.unit == "%") != (abs(old.value) > 1):
        return False
    return _SHARES[0] <= high / (low * 100) <= _SHARES[1]


def _became_a_share(old: Fact, new: Fact, in_percent: tuple[bool, bool]) -> bool:
    """True where a count has become a percentage, or the other way round.

    A sign of percent that is not printed may be forgotten: not where the report prints it beside other results, and
    the numbers are far from each other.
    """
    if {old.unit, new.unit} != {None, "%"} or old.prose or new.prose or _is_share(new.label):
        return False
    least, most = sorted((abs(old.value), abs(new.value)))
    return in_percent[0 if old.unit is None else 1] and most > max(_SHARES_LEAST, least * _FAR)


def _is_share(label: str) -> bool:
    """True for what is a share by its name: "Tasso di assenza", "Epigrafi schedate su note"."""
    return names(label, "percentages") is not None or any(sign in f" {label} " for sign in ("/", "%", " su "))


def _prints_percent(volume: Volume) -> bool:
    """Whether the results of a report's tables are printed with the sign of percent where they are percentages."""
    return any(one.unit == "%" for edition in volume.editions for one in edition.facts if not one.prose)


def _unit_of(label: str) -> str | None:
    """The unit that the name of an indicator ends in: "Rifiuti raccolti in mare (t)"."""
    found = _IN_BRACKETS.search(label)
    return found[1].casefold().strip(" .") if found else None


def is_corrected(new: Edition) -> bool:
    """True where the later report says that a value of before was put right."""
    return any(map(_CORRECTED.search, (new.results, new.notes, new.about)))


def matched(
    earlier: Sequence[Fact], later: Sequence[Fact], measured: Sequence[str] = ()
) -> Iterator[tuple[Fact, Fact]]:
    """Facts of one thing and one year: of the same name, then of what is left those that say more of it.

    A bare noun ("31 telecamere") is what an indicator of that noun measures.
    """
    taken: set[Shown] = set()
    left: list[Fact] = []
    for fact in later:
        same = [one for one in earlier if one.year == fact.year and same_label(one.label, fact.label)]
        same = [one for one in same if folded(one.label) == folded(fact.label)] or same
        same = [one for one in same if one.unit == fact.unit] or same
        taken |= {one.shown for one in same}
        if len(same) == 1:
            yield same[0], fact
        elif not same:
            left.append(fact)
    for fact in left:
        like = [one for one in earlier if one.shown not in taken and _may_be_one(one, fact, measured)]
        rivals = [one for one in left if len(like) == 1 and _may_be_one(like[0], one, measured)]
        if len(like) == 1 and len(rivals) == 1:
            yield like[0], fact


def _may_be_one(old: Fact, new: Fact, measured: Sequence[str]) -> bool:
    if old.year != new.year or not same_unit(old.unit, new.unit):
        return False
    words, others = terms(old.label), terms(new.label)
    both = any(same(terms(one), words) and same(terms(one), others) for one in measured)
    if not like_label(old.label, new.label) and not (both and same(words, others)):
        return False
    least, most = sorted((abs(old.value), abs(new.value)))
    return most <= least * _TIMES


def baselines(
    before: Volume, after: Volume, pairs: Sequence[tuple[Edition, Edition]], expects: Expectations
) -> Iterator[Remark]:
    """Baselines of tables against the results of the year before.

    Where neither the head of the column nor the other baselines say that they are of that year, one that differs may
    be of another: only a notice.
    """
    found = [
        (new, aim, one) for old, new in pairs for aim in new.aims
        if aim.baseline is not None and aim.since in (None, before.year) and (one := _result(before, old, aim))
    ]
    agreeing = [agree(one.value, aim.baseline or 0.0, expects.restated) for _, aim, one in found]
    usual = before.year == after.year - 1 and sum(agreeing) >= max(_USUAL, len(agreeing) / 2)
    for (new, aim, one), held in zip(found, agreeing, strict=True):
        if not held and (_scaled(one.value, aim.baseline or 0.0) or not same_unit(one.unit, aim.unit)):
            now = Fact(aim.label, before.year, aim.baseline or 0.0, aim.unit, Shown(aim.shown.item_id, "baseline"))
            yield _unlike(before, after, one, now)._replace(objective_id=new.objective_id)
            continue
        severity: Severity | None = None if held or usual or aim.since == before.year else "notice"
        severity = "notice" if not held and is_corrected(new) else severity
        yield Remark(
            "years.restated",
            f"«{aim.label}»: valore storico {number(aim.baseline or 0.0)} nella relazione {after.year}, "
            f"risultato {number(one.value)} in quella {before.year}.",
            f"“{aim.label}”: baseline {aim.baseline:.15g} in the report of {after.year}, "
            f"result {one.value:.15g} in that of {before.year}.",
            (one.shown, Shown(aim.shown.item_id, "baseline")), new.objective_id, held, severity,
        )


def _result(before: Volume, old: Edition, aim: Aim) -> Fact | None:
    """The one value that the earlier report states of its own year for what an indicator measures."""
    own = [one for one in unique(old.facts) if one.year == before.year]
    same = [one for one in own if same_label(one.label, aim.label)]
    same = same or [one for one in own if like_label(one.label, aim.label) and same_unit(one.unit, aim.unit)]
    return same[0] if len(same) == 1 else None


def agree(one: float, other: float, percent: float = 0.0) -> bool:
    """Whether two numbers are the same as far as they are printed, 58.37 and 58.4, or but for so many percent."""
    fewer, more = sorted((_decimals(one), _decimals(other)))
    off = abs(one - other)
    return off <= (1e-9 if fewer == more else 0.5 * 10**-fewer + 1e-9) or off <= percent / 100 * abs(one) + 1e-12


def _decimals(value: float) -> int:
    text = f"{value:.10f}".rstrip("0")
    return len(text.partition(".")[2])


def _scaled(one: float, other: float) -> bool:
    least, most = sorted((abs(one), abs(other)))
    return least > 0 and any(abs(most / least / scale - 1) < 0.005 for scale in _SCALES)
