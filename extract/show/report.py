"""A report at a glance: whose it is, how it was read, and its objectives."""

from __future__ import annotations

from collections.abc import Iterator

from extract.errors import QueryError
from extract.show import wording
from extract.show.objective import finding_rows
from extract.show.page import BLANK, Row, Style, absent, cut, heading, one_line, shown
from schemas.report import Objective, Report, ReportHeader

_COLUMNS = (4, 15, 18, 10, 8)  # number, status, codes, score, findings; the title takes the rest


def report_rows(report: Report, width: int) -> Iterator[Row]:
    """The header of `report` and a line for each objective, on a page of `width` columns."""
    yield from _header(report.report)
    yield BLANK
    yield heading(f"Obiettivi / objectives: {len(report.objectives)}")
    if not report.objectives:
        yield absent("nessun obiettivo riconosciuto (no objective found)")
        return
    yield _line(("N.", "stato", "codici", "punteggio", "rilievi", "titolo"), width, Style.HEADING)
    for objective in report.objectives:
        yield _line(_cells(objective), width, Style.ALERT if objective.findings else Style.VALUE)


def find_objectives(report: Report, number: int) -> tuple[Objective, ...]:
    """The objectives with `number`, more where it stands twice; where none is numbered, the `number`-th.

    Raises QueryError where there is none.
    """
    numbered = [one for one in report.objectives if one.number is not None]
    found = tuple(one for one in numbered if one.number == number)
    if not numbered and 1 <= number <= len(report.objectives):
        found = (report.objectives[number - 1],)
    if not found:
        raise QueryError(report.report.source, f"no objective {number}", _known(report, numbered))
    return found


def _known(report: Report, numbered: list[Objective]) -> str:
    if not report.objectives:
        return "no objective was found in it"
    return f"it has {', '.join(str(one.number) for one in numbered) or f'1 to {len(report.objectives)}, by position'}"


def _header(header: ReportHeader) -> Iterator[Row]:
    yield heading(header.title or "senza titolo (no title)", shown(header.evidence.get("title", ())))
    yield _scalar(header, "issuer", "ente / issuer", header.issuer)
    yield _scalar(header, "year", "anno / year", None if header.year is None else str(header.year))
    yield _scalar(header, "kind", "tipo / kind", header.kind and wording.both(header.kind, wording.KIND))
    pages = "1 p." if header.pages == 1 else f"{header.pages} pp."
    yield Row(f"documento / source: {header.source}, {pages}, sha256 {header.sha256[:12]}, {header.engine}")
    reasons = f": {'; '.join(header.layout_reasons)}" if header.layout_reasons else ""
    yield Row(f"impianto / layout: {header.layout or 'non riconosciuto (not recognised)'}{reasons}")
    if header.rules is not None:
        yield Row(f"regole / rules: {header.rules.name} {header.rules.version} ({header.rules.digest[:12]})")
    if header.findings:
        yield from finding_rows(header.findings)


def _scalar(header: ReportHeader, field: str, label: str, value: str | None) -> Row:
    if value is None:
        return absent(f"{label}: non trovato (not found)")
    return Row(f"{label}: {value}", shown(header.evidence.get(field, ())))


def _cells(objective: Objective) -> tuple[str, ...]:
    codes = " ".join(one.code for one in objective.plan_references if one.code)
    scores = ", ".join(wording.score(one.value, one.maximum) for one in objective.scores)
    return (
        "-" if objective.number is None else str(objective.number),
        wording.STATUS[objective.status],
        codes or "-",
        scores or "nessuno",
        str(len(objective.findings)) if objective.findings else "-",
        objective.title or "senza titolo",
    )


def _line(cells: tuple[str, ...], width: int, style: Style) -> Row:
    fitted = [f"{cut(cell, size - 1):<{size}}" for cell, size in zip(cells, _COLUMNS, strict=False)]
    title = cut(cells[-1], max(width - 2 - sum(_COLUMNS), 20))
    return Row(f"{''.join(fitted)}{one_line(title)}", style=style, fixed=True)
