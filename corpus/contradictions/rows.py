"""Objectives of the layouts in tables, in few words."""

from __future__ import annotations

from typing import Any

from corpus.contradictions.author import ind, ob


def grid_row(
    number: int | str, strategic: str, operational: str, area: str, title: str, day: str, **more: Any
) -> dict[str, Any]:
    """An objective of layout B."""
    refs = [("strategic", strategic), ("operational", operational), ("area", None, area)]
    return ob(number, title, refs=refs, dates=[{"date": day}] if day else [], **more)


def scoring_row(
    title: str, weight: str, text: str, target: str, result: str, ach: str, score: str, audit: list[Any]
) -> dict[str, Any]:
    """An objective of layout J, of one indicator."""
    one = ind(text, target, result, w=weight, ach=ach, score=score)
    return ob(None, title, weight=weight, print_weight=weight, ind=[one], audit=audit)


def university_row(
    code: str, above: str, title: str, weight: str, do: str, one: dict[str, Any], score: str, audit: list[Any]
) -> dict[str, Any]:
    """An objective of layout L, of one indicator."""
    refs = [("strategic", above), ("operational", code)]
    return ob(
        None, title, refs=refs, weight=weight, print_weight=weight, description=do, ind=[one], score=score, audit=audit
    )


def sheet(
    number: int | str | None, title: str, weight: str, purpose: str, actions: list[list[Any]], **more: Any
) -> dict[str, Any]:
    """An objective of layout M."""
    refs = [
        ("area", "01", "Servizi istituzionali, generali e di gestione"),
        ("programme", "07", "Anagrafe e stato civile"),
    ]
    return ob(
        number, title, refs=refs, weight=weight, print_weight=weight, description=purpose, print_actions=actions, **more
    )


def card(
    number: int,
    codes: tuple[str, str],
    title: str,
    weight: str,
    what: str,
    rows: list[Any],
    ach: str,
    score: str,
    **more: Any,
) -> dict[str, Any]:
    """An objective of layout S."""
    refs = [("strategic", codes[0], "Servizi e territorio"), ("operational", codes[1], title)]
    return ob(
        number,
        title,
        refs=refs,
        weight=weight,
        print_weight=weight,
        description=what,
        ind=rows,
        ach=ach,
        score=score,
        **more,
    )


def wide_row(area: tuple[str, str], code: str, title: str, weight: str, rows: list[Any], **more: Any) -> dict[str, Any]:
    """An objective of layout T."""
    refs = [("area", *area), ("operational", code)]
    return ob(None, title, refs=refs, weight=weight, print_weight=weight, ind=rows, **more)


def block(
    number: int | str,
    title: str,
    code: str,
    area: str,
    what: str,
    indicator: str,
    results: str,
    points: Any,
    **more: Any,
) -> dict[str, Any]:
    """An objective of layout A; `area` is the title of the strategic objective, whose code begins `code`."""
    below = title.capitalize() if title.isupper() else title
    refs = [("strategic", code.split(".")[0], area), ("operational", code, below)]
    more = {"action": "mantenimento", "expected_benefits": "un servizio più vicino a chi lo usa"} | more
    return ob(number, title, refs=refs, description=what, indicator=indicator, results=results, points=points, **more)


def at(number: int | None, title: str, entry: dict[str, Any]) -> dict[str, Any]:
    """An entry of a pair's gold, at an objective."""
    return {"objective": {"number": number, "title": title}} | entry
