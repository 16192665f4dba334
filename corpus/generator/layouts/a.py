"""Layout A: the narrative block: heading, title, plan references, labelled sections, score.

`print` holds `heading` (with `{number}`, and `{title}` where it stands on the same line), `labels` by
section, `label_line` (a label on its own line), `order` of the sections, `score` (with `{score}`)
and `score_line`; `table` has the columns of the indicators that a ruled table shows. An objective may
have its own `print_heading` and `print_title`; `print_table` asks for the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from corpus.generator.layouts import number, shown
from corpus.generator.layouts.front import bound, coded, measured
from corpus.generator.model import Cell, Heading, Paragraph, Part, Print, Table

NAMES = {"strategic": "Obiettivo Strategico", "operational": "Obiettivo Operativo"}


def printed(content: Mapping[str, Any]) -> Print:
    """The report: its objectives one after the other."""
    return bound(content, _parts(content))


def _parts(content: Mapping[str, Any]) -> Iterable[Part]:
    for objective in content["objectives"]:
        yield from _block(content["print"], objective)


def _block(options: Mapping[str, Any], objective: Mapping[str, Any]) -> Iterable[Part]:
    """The block of one objective."""
    yield from _heading(options, objective)
    if objective["status"] != "reported":
        yield Paragraph("", label=objective["status_note"])
    yield from _references(options, objective)
    score = _score(options, objective)
    for name in options["order"]:
        own_line = options.get("score_line") or name != "results"
        yield from _section(options, objective, name, "" if own_line else score)
    if score and options.get("score_line"):
        yield Paragraph(score)


def _heading(options: Mapping[str, Any], objective: Mapping[str, Any]) -> Iterable[Part]:
    """The heading, with the title in it or under it."""
    form = objective.get("print_heading", options["heading"])
    title = shown(objective, "title")
    yield Heading(form.format(number=objective["number"], title=title))
    if "{title}" not in form:
        yield Heading(title, 3)


def _references(options: Mapping[str, Any], objective: Mapping[str, Any]) -> Iterable[Part]:
    """Where the objective stands in the plan."""
    if options.get("references"):
        yield Paragraph("", label=options["references"])
    names = NAMES | options.get("levels", {})
    for one in objective["plan_references"]:
        name = one["category"] if one["level"] == "target" else names[one["level"]]
        yield Paragraph(f"{name} {coded(one, options.get('dash', ' - '))}")


def _section(options: Mapping[str, Any], objective: Mapping[str, Any], name: str, score: str) -> Iterable[Part]:
    """A labelled section; the score follows the results where it has no line of its own."""
    label = options["labels"][name]
    if name == "indicator" and objective.get("print_table"):
        yield Paragraph("", label=label)
        yield _table(options, objective)
        return
    text = shown(objective["sections"], name)
    if not text and not score:
        return
    text = " – ".join(filter(None, (text, score)))
    if options.get("label_line"):
        yield Paragraph("", label=label)
        yield Paragraph(text)
    else:
        yield Paragraph(text, label=label)


def _table(options: Mapping[str, Any], objective: Mapping[str, Any]) -> Table:
    """The ruled table of the indicators."""
    columns = options["table"]
    rows = [tuple(Cell(column["label"], bold=True, align="center") for column in columns)]
    rows += [
        tuple(measured(one, column["field"], align=column.get("align", "left")) for column in columns)
        for one in objective["indicators"]
    ]
    return Table(tuple(rows), tuple(column["width"] for column in columns), size=options.get("table_size", 9))


def _score(options: Mapping[str, Any], objective: Mapping[str, Any]) -> str:
    """The evaluator's sentence."""
    if not objective["scores"]:
        return ""
    score = objective["scores"][0]
    note = f" ({score['note']})" if score.get("note") else ""
    stated = number(score["value"])
    return str(options["score"]).format(score=stated) + note
