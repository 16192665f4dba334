"""The words in which the reports with planted contradictions are written, and how gold is made of them.

A report is written once. `[[wrong|right]]` in any text, and `only="planted"` or `only="twin"` at an objective, say
where the planted report and its twin differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

VARIANTS = ("planted", "twin")
_EITHER = re.compile(r"\[\[(.*?)\|(.*?)\]\]", re.DOTALL)
_NUMERIC = {"weight", "value", "number"}

SEVERITIES: dict[str, list[str]] = {
    "ratio.percentage": ["error"],
    "ratio.above-whole": ["warning"],
    "ratio.parts": ["error"],
    "ratio.weights": ["error", "warning"],
    "ratio.achievement": ["error", "warning"],
    "ratio.target": ["warning"],
    "target.differs": ["warning"],
    "target.unanswered": ["warning"],
    "target.result-without-target": ["notice"],
    "target.percentage-unreported": ["warning"],
    "target.baseline-differs": ["error", "warning"],
    "time.late": ["error", "warning"],
    "time.outside-year": ["warning"],
    "time.deadline-unanswered": ["notice"],
    "structure.missing-number": ["notice", "warning"],
    "structure.repeated-number": ["warning", "error"],
    "structure.stray-heading": ["warning", "error"],
    "structure.code-parent": ["warning"],
    "structure.missing-section": ["notice"],
    "structure.duplicate-text": ["warning"],
    "evaluation.partial-score": ["warning"],
    "evaluation.without-score": ["notice", "warning"],
    "evaluation.full-score-on-missed-target": ["error"],
    "evaluation.score-against-outcome": ["error", "warning"],
    "evaluation.no-score": ["warning"],
    "evaluation.above-maximum": ["error"],
    "years.restated": ["error", "warning"],
    "years.series-break": ["notice"],
    "years.objective-gone": ["notice"],
    "years.target-lowered": ["warning"],
    "years.same-text": ["warning"],
}

# What stands between two objectives, or in the report as a whole, may be told at any of them.
ANYWHERE = {"structure.missing-number", "structure.repeated-number", "structure.duplicate-text"}


def wrong(check: str, *quotes: str, also: Sequence[str] = (), severity: Sequence[str] = ()) -> dict[str, Any]:
    """A planted contradiction; `also` are checks that would be right to speak of it too."""
    return _entry("findings", "planted", check, quotes, also, severity) | {"planted": True}


def held(check: str, *quotes: str, only: str = "") -> dict[str, Any]:
    """A comparison that holds, in both variants unless `only` says in which."""
    return _entry("confirmations", only, check, quotes)


def said(check: str, *quotes: str, only: str = "", severity: Sequence[str] = ()) -> dict[str, Any]:
    """Something right to say though nobody need say it: raised it is no false alarm, unraised no miss."""
    return _entry("notices", only, check, quotes, (), severity)


def _entry(
    kind: str, only: str, check: str, quotes: Sequence[str], also: Sequence[str] = (), severity: Sequence[str] = ()
) -> dict[str, Any]:
    """One entry of the gold, before it is known whose objective it is."""
    if check not in SEVERITIES:
        raise ValueError(f"no check {check!r}")
    entry: dict[str, Any] = {"kind": kind, "only": only, "check": check, "quotes": list(quotes)}
    if kind != "confirmations":
        entry["severity"] = list(severity or SEVERITIES[check])
    return entry | ({"also": list(also)} if also else {})


def ob(number: int | str | None, title: str, **more: Any) -> dict[str, Any]:
    """An objective. Sections go by name; `score` as printed, `points` where the layout prints `{score}/100`."""
    names = ("action", "description", "expected_benefits", "indicator", "results", "notes")
    made: dict[str, Any] = {
        "number": number,
        "title": title,
        "status": more.pop("status", "reported"),
        "status_note": more.pop("status_note", None),
        "plan_references": [_reference(*one) for one in more.pop("refs", ())],
        "weight": more.pop("weight", None),
        "achievement": more.pop("ach", None),
        "sections": {name: more.pop(name) for name in names if name in more},
        "indicators": [dict(one) for one in more.pop("ind", ())],
        "scores": [],
    }
    if "points" in more:
        made["scores"] = [{"value": more.pop("points"), "note": more.pop("points_note", None)}]
    if "score" in more:
        made["print_score"] = more.pop("score")
    return made | {"audit": more.pop("audit", []), "only": more.pop("only", "")} | more


def _reference(level: str, code: str | None, title: str | None = None, category: str | None = None) -> dict[str, Any]:
    return {"level": level, "code": code, "title": title, "category": category}


def ind(text: str, target: str | None = None, result: str | None = None, **more: Any) -> dict[str, Any]:
    """An indicator; `ach`, `w`, `base`, `formula`, `unit`, `score` as printed."""
    names = {"ach": "print_achievement", "w": "print_weight", "base": "print_baseline", "unit": "print_unit"}
    names |= {"score": "print_score", "kind": "print_kind", "scale": "print_scale", "early": "print_earlier"}
    made: dict[str, Any] = dict.fromkeys(("formula", "weight", "unit", "source", "achievement")) | {"text": text}
    made |= {"baseline": None, "target": _measure(target), "result": _measure(result)}
    return made | {names.get(name, name): value for name, value in more.items()}


def _measure(text: str | None) -> dict[str, str] | None:
    return None if text is None else {"text": text}


def variant(report: Mapping[str, Any], which: str) -> dict[str, Any]:
    """The report as printed in one of the two variants."""
    made = {key: _said(value, which, key) for key, value in report.items()}
    for objective in made.get("objectives", ()):
        objective["scores"] = [one for one in objective["scores"] if one["value"] != ""]
    return made


def _said(value: Any, which: str, key: str = "") -> Any:
    if isinstance(value, Mapping):
        return {name: _said(one, which, name) for name, one in value.items()}
    if isinstance(value, list | tuple):
        kept = [one for one in value if not isinstance(one, Mapping) or one.get("only", "") in ("", which)]
        return type(value)(_said(one, which) for one in kept)
    if not isinstance(value, str):
        return value
    text = _EITHER.sub(lambda hit: hit[1 + VARIANTS.index(which)], value)
    if "[[" in text or "]]" in text:
        raise ValueError(f"unclosed alternative: {text[:60]}")
    if key in _NUMERIC and re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text) if "." in text else int(text)
    return text


def gold(report: Mapping[str, Any]) -> dict[str, Any]:
    """The gold of a variant (a report that `variant` returned)."""
    found: dict[str, list[dict[str, Any]]] = {"findings": [], "confirmations": [], "notices": []}
    for objective in report["objectives"]:
        where = {"number": objective["number"], "title": objective["title"]}
        _sort(found, objective["audit"], [where])
    _sort(found, report.get("audit", ()), [])
    return found


def _sort(found: dict[str, list[dict[str, Any]]], entries: Iterable[Mapping[str, Any]], where: list[Any]) -> None:
    for entry in entries:
        kept = {key: value for key, value in entry.items() if key not in ("kind", "only")}
        planted_notice = (
            entry.get("planted") and "warning" not in entry["severity"] and "error" not in entry["severity"]
        )
        kind = "notices" if planted_notice else entry["kind"]
        anywhere = {"anywhere": True} if entry["check"] in ANYWHERE else {}
        found[kind].append({"objective": where[0] if where else None, **anywhere, **kept})
