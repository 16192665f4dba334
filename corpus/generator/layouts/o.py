"""Layout O: a coded plan: objective `OB.3.2`, expected results `R.A.3.2a`, actions `CAP4.PA.23`.

`print.form` is `table` (a ruled block per objective) or `lines` (running text); `target` and
`baseline` say how these are printed around their value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from corpus.generator.layouts import reference, shown
from corpus.generator.layouts.front import bound
from corpus.generator.model import Cell, Heading, Paragraph, Part, Print, Table

MEASURES = ("target", "baseline")


def printed(content: Mapping[str, Any]) -> Print:
    """The report: its objectives below the headings of their areas."""
    return bound(content, _parts(content))


def _parts(content: Mapping[str, Any]) -> Iterable[Part]:
    options = content["print"]
    block = _table if options["form"] == "table" else _lines
    for objective in content["objectives"]:
        if "print_heading" in objective:
            yield Heading(objective["print_heading"], 2)
        if "print_intro" in objective:
            yield Paragraph(objective["print_intro"])
        yield from block(options, objective)


def _name(options: Mapping[str, Any], objective: Mapping[str, Any]) -> str:
    """`OB.3.2 - title`."""
    return f"{reference(objective, 'operational')['code']}{options.get('dash', ' - ')}{objective['title']}"


def _results(objective: Mapping[str, Any]) -> Iterable[tuple[str, Mapping[str, Any]]]:
    """Each expected result with its code."""
    codes = [one["code"] for one in objective["plan_references"] if one["level"] == "target"]
    return zip(codes, objective["indicators"], strict=True)


def _stated(options: Mapping[str, Any], name: str, indicator: Mapping[str, Any]) -> tuple[str, str]:
    """The target or the baseline with the words around it, and the old one."""
    value = indicator.get(name)
    old = value.get("print_struck", "") if isinstance(value, Mapping) else ""
    form = options[name]
    now = shown(indicator, name)
    return form.format(now) if now else "", form.format(old) if old else ""


def _table(options: Mapping[str, Any], objective: Mapping[str, Any]) -> Iterable[Part]:
    """The block of one objective, ruled."""
    rows: list[tuple[Cell, ...]] = [(Cell(_name(options, objective), columns=3, bold=True),)]
    for code, indicator in _results(objective):
        stated = (_stated(options, name, indicator) for name in MEASURES)
        rows.append((Cell(f"{code} {indicator['text']}"), *(Cell(text, struck=old) for text, old in stated)))
    rows += [(Cell(action, columns=3),) for action in objective.get("print_actions", ())]
    rules = options.get("rules", "all")
    yield Table(tuple(rows), tuple(options["widths"]), heads=0, rules=rules, size=options["size"])


def _lines(options: Mapping[str, Any], objective: Mapping[str, Any]) -> Iterable[Part]:
    """The block of one objective, in lines."""
    yield Heading(_name(options, objective), 3)
    for code, indicator in _results(objective):
        yield Paragraph(f"{code} {indicator['text']}")
        for name in MEASURES:
            text, old = _stated(options, name, indicator)
            if text:
                yield Paragraph(text, struck=old)
    for action in objective.get("print_actions", ()):
        yield Paragraph(action)
