"""Components: the parts that a text tells of a number ("di cui n. 123 ... e n. 41 ...") against that number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.audit.check import Check, Scene, Verdict, shown
from extract.audit.ratio.lists import Listed, divisions
from extract.audit.ratio.overlaps import BOTH, adds_up, may_overlap
from extract.audit.ratio.summands import THE_REST, said_of
from extract.audit.words.figures import Figure, figures
from extract.audit.words.likeness import names, terms, touches
from extract.audit.words.measures import near
from extract.audit.words.places import STOP, end, place
from extract.audit.words.saying import Saying
from extract.audit.words.wording import english, italian
from schemas.finding import Severity
from schemas.report import Indicator, Measure, Objective, Quantity

_PARAGRAPH = re.compile(r"\.\s+(?=[A-ZÀÈÉÌÒÙ])|[.;:]\s*\n\s*\n")
_NEARLY = 1.35
_OPENS, _PARTITIVE = Saying("components", "opens"), Saying("components", "partitive")
_GOES_ON = Saying("components", "goes_on")
_DESCRIBED, _THING = Saying("components", "described"), Saying("components", "thing")
_OF_THEM, _AGAIN = Saying("components", "of_them"), Saying("components", "again")


def parts(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """The sum of the parts of a number against the number."""
    text = scene.report.report.text
    for total, listed in _totals(objective, text):
        yield from _against(text, total, listed)


def _against(text: str | None, total: Quantity, listed: list[Quantity]) -> Iterator[Verdict]:
    total_sum = sum(one.value for one in listed)
    evidence = shown(total, *listed)
    it = " + ".join(italian(one.value) for one in listed)
    en = " + ".join(english(one.value) for one in listed)
    if near(total_sum, total.value):
        if len(listed) > 1:
            yield Verdict(f"{it} = {italian(total.value)}.", f"{en} = {english(total.value)}.", evidence, held=True)
    elif total_sum > total.value:
        shared = len(listed) > 1 and _may_overlap(text, total, listed)
        yield Verdict(
            f"Le parti superano il totale: {it}{_sum(listed, italian(total_sum))} contro {italian(total.value)}.",
            f"The parts exceed the total: {en}{_sum(listed, english(total_sum))} against {english(total.value)}.",
            evidence, severity="notice" if shared else None,
        )
    elif len(listed) > 1:
        yield Verdict(
            f"Le parti non danno il totale: {it} = {italian(total_sum)} contro {italian(total.value)}.",
            f"The parts do not make the total: {en} = {english(total_sum)} against {english(total.value)}.",
            evidence, severity="notice",
        )


def of_results(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """Parts that the notes tell of a result: "Delle borse, due sono state finanziate da privati"."""
    text = scene.report.report.text
    if text is None or "notes" not in objective.sections:
        return
    counted = [one for one in objective.indicators if _is_count(one)]
    for proof in objective.sections["notes"].evidence:
        for found in _OF_THEM.finditer(proof.quote):
            of = [one for one in counted if touches(terms(one.text)[:1], terms(found["whole"]))]
            start, stop = proof.start + found.start("parts"), proof.start + found.end("parts")
            listed = [
                one for one in objective.quantities
                if one.section == "notes" and one.unit is None and start <= place(one) < stop
            ]
            if len(of) == 1 and listed and of[0].result is not None:
                yield from _of_result(listed, of[0].result)


def _of_result(listed: list[Quantity], result: Measure) -> Iterator[Verdict]:
    total, whole = sum(one.value for one in listed), float(result.value or 0)
    it, en = " + ".join(italian(one.value) for one in listed), " + ".join(english(one.value) for one in listed)
    evidence = shown(result, *listed)
    if total <= whole:
        yield Verdict(
            f"{it}{_sum(listed, italian(total))}, non più di {italian(whole)}.",
            f"{en}{_sum(listed, english(total))}, no more than {english(whole)}.", evidence, held=True,
        )
    elif total <= whole * _NEARLY or len(listed) == 1:
        yield Verdict(
            f"Le parti superano il totale: {it}{_sum(listed, italian(total))} contro {italian(whole)}.",
            f"The parts exceed the total: {en}{_sum(listed, english(total))} against {english(whole)}.", evidence,
        )


def _is_count(indicator: Indicator) -> bool:
    result = indicator.result
    if result is None or isinstance(result.value, bool) or result.value is None:
        return False
    return result.unit is None and not result.value % 1


def _sum(listed: list[Quantity], total: str) -> str:
    return f" = {total}" if len(listed) > 1 else ""


def _totals(objective: Objective, text: str | None) -> Iterator[tuple[Quantity, list[Quantity]]]:
    """Each number that parts are told of, with them: the parts that follow it before the next number of its kind."""
    sections: dict[str, list[Quantity]] = {}
    for quantity in objective.quantities:
        sections.setdefault(quantity.section, []).append(quantity)
    for quantities in sections.values():
        total: Quantity | None = None
        listed: list[Quantity] = []
        for one in sorted(quantities, key=place):
            if one.role == "component":
                if total is not None and one.unit == total.unit and _goes_on(text, listed or [total], one):
                    listed.append(one)
            elif total is not None and _is_listed(text, total, listed, one):
                listed.append(one)
            elif one.role in ("actual", "base") and one.unit != "%":
                if total is not None and _make_a_list(total, listed):
                    yield total, listed
                total, listed = one, []
        if total is not None and _make_a_list(total, listed):
            yield total, listed


def _is_listed(text: str | None, total: Quantity, listed: list[Quantity], one: Quantity) -> bool:
    """True for a number in a list that a colon or bracket opens behind a total, or that goes on from its parts."""
    if text is None or one.role != "actual" or one.unit != total.unit or not 0 < one.value < total.value:
        return False
    before = listed[-1] if listed else total
    lead, described = text[end(before) : place(one)], _is_described(text, end(one))
    if not listed:
        partitive = total.role == "base" and described and _PARTITIVE.fullmatch(lead) is not None
        return partitive or _OPENS.fullmatch(lead) is not None
    return _GOES_ON.fullmatch(lead) is not None and (described or before.role == "actual")


def _is_described(text: str, at: int) -> bool:
    """True where the words behind a number say what so many are or were, and not what else there is."""
    word = _THING.match(text, at)
    return _DESCRIBED.match(text, at) is not None and not (word and names(word[1], "things"))


def _make_a_list(total: Quantity, listed: list[Quantity]) -> bool:
    """Parts that are called so always do; numbers in a list only if there are several, and nearly make the total."""
    if not listed or any(one.role == "component" for one in listed[:1]):
        return bool(listed)
    return len(listed) > 1 and sum(one.value for one in listed) <= total.value * _NEARLY


def _goes_on(text: str | None, before: list[Quantity], one: Quantity) -> bool:
    return text is None or _PARAGRAPH.search(text, end(before[-1]), place(one)) is None


def _may_overlap(text: str | None, total: Quantity, listed: list[Quantity]) -> bool:
    """True where one may be in two of the parts, as women and the young."""
    labels = [one.label or "" for one in listed]
    if text is None:
        return may_overlap("", labels)
    stop = STOP.search(text, end(listed[-1]))
    between = text[end(total) : stop.start() if stop else None]
    beside = said_of(text, [_as_figure(one, text) for one in listed])
    said = [more if more.strip() else label for label, more in zip(labels, beside, strict=True)]
    if len(listed) > 1 and THE_REST.search(text[end(listed[-2]) : place(listed[-1])]):
        return False
    if BOTH.search(between) or adds_up([one.value for one in listed], said):
        return True
    return may_overlap(text[end(total) : place(listed[0])], said) or len(tuple(_AGAIN.finditer(between))) > 1


def _as_figure(one: Quantity, text: str) -> Figure:
    return Figure(one.value, one.unit, place(one), end(one), text)


def divided(one: Listed) -> Verdict:
    """A total that a sentence divides in so many words against the sum of its parts."""
    made, unit = sum(one.parts), "%" if one.unit == "%" else None
    it = " + ".join(italian(part, unit) for part in one.parts)
    en = " + ".join(english(part, unit) for part in one.parts)
    evidence = shown(*one.shown)
    if near(made, one.total):
        whole_it, whole_en = italian(one.total, unit), english(one.total, unit)
        return Verdict(f"{it} = {whole_it}.", f"{en} = {whole_en}.", evidence, held=True)
    severity: Severity | None = None
    words = ("superano il totale", "exceed the total")
    if made < one.total:
        words = ("non danno il totale", "do not make the total")
        severity = (None if one.summed else "warning") if one.whole and one.firm else "notice"
    elif one.shared:
        severity = "notice"
    return Verdict(
        f"Le parti {words[0]}: {it} = {italian(made, unit)} contro {italian(one.total, unit)}.",
        f"The parts {words[1]}: {en} = {english(made, unit)} against {english(one.total, unit)}.",
        evidence, severity=severity,
    )


def _every(objective: Objective, scene: Scene) -> Iterator[Verdict]:
    """What values tell, and what sentences do; where they list other numbers, the sentences go first."""
    every = tuple(divisions(objective))
    told: list[tuple[int, int]] = []
    for verdict in (*parts(objective, scene), *of_results(objective, scene)):
        spans = [(one.start, one.end) for one in verdict.evidence if figures(one.quote)]
        other = [one for one in every if any(_holds(span, one.starts) for span in spans)]
        if all(sum(_holds(span, one.starts) for span in spans) == len(one.starts) == len(spans) for one in other):
            told += spans
            yield verdict
    for one in every:
        if not all(any(start <= at < stop for start, stop in told) for at in one.starts):
            yield divided(one)


def _holds(span: tuple[int, int], starts: frozenset[int]) -> bool:
    return any(span[0] <= at < span[1] for at in starts)


CHECKS = (
    Check(
        "ratio.parts", "error", "Parti e totale", "Parts and total",
        "La somma delle parti non può superare il totale; se è minore, qualche parte manca.",
        "The parts cannot sum to more than the total; where they sum to less, some are missing.",
        "n. 164 imprese, di cui n. 133 self assessment e n. 41 guidati: 133 + 41 = 174",
        single=_every,
    ),
)
