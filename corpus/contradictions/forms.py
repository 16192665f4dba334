"""How each layout is printed here: the `print` of a report, in two manners (labels, order, number of columns)."""

from __future__ import annotations

from typing import Any

Form = dict[str, Any]


def narrative(manner: int, score: str = "Valutazione OIV = {score}/100") -> Form:
    """Layout A."""
    order = ["action", "description", "expected_benefits", "indicator", "results", "notes"]
    if manner == 1:
        labels = ["Azione/Progetto o Nuova/Mantenimento:", "Descrizione:", "Benefici/miglioramenti attesi:"]
        labels += ["Indicatore:", "Risultati:", "Note:"]
        form: Form = {"heading": "OBIETTIVO N. {number}", "references": "Riferimento Obiettivi Piano Performance"}
    else:
        labels = ["Nuova/Mantenimento:", "Descrizione:", "Benefici attesi:", "Indicatori:", "Risultato:", "Note:"]
        form = {"heading": "Obiettivo n. {number} – {title}", "dash": " – ", "score_line": True}
        form["levels"] = {"strategic": "Obiettivo strategico", "operational": "Obiettivo operativo"}
    return form | {"order": order, "labels": dict(zip(order, labels, strict=True)), "score": score}


def wide(columns: list[tuple[Any, ...]], **more: Any) -> Form:
    """A table of named columns: (key, label, width[, align[, group]])."""
    made = []
    for key, label, width, *rest in columns:
        one = {"key": key, "label": label, "width": width, "align": rest[0] if rest else "left"}
        made.append(one | ({"group": rest[1]} if len(rest) > 1 else {}))
    return {"landscape": True, "size": 8, "rules": "all", "null": "", "columns": made} | more


def grid_b(manner: int) -> Form:
    """Layout B."""
    if manner == 1:
        return wide(
            [
                ("number", "N.\nObiet-\ntivo", 4.5, "center"),
                ("reference.strategic.code", "strate-\ngico", 5.5, "center", "Obiettivo"),
                ("reference.operational.code", "operativo", 7.5, "center", "Obiettivo"),
                ("reference.area", "Dipartimento", 10),
                ("title", "DESCRIZIONE", 19),
                ("deadline", "Scadenza", 8.5, "center"),
                ("section.results", "Indicatore", 28),
                ("achievement", "% di ragg.", 6, "center"),
                ("section.notes", "Note", 11),
            ]
        )
    return wide(
        [
            ("number", "N. Obiettivo", 6, "center"),
            ("reference.strategic.code", "Obiettivo strategico", 7, "center"),
            ("reference.operational.code", "Obiettivo operativo", 8.5, "center"),
            ("title", "DESCRIZIONE", 20),
            ("deadline", "Scadenza", 8.5, "center"),
            ("section.results", "Indicatore", 32),
            ("achievement", "% di ragg.", 7, "center"),
            ("section.notes", "Note", 11),
        ]
    )


def kpi_c(year: int, manner: int) -> Form:
    """Layout C, with the result beside the target."""
    note = [("section.notes", "NOTE", 16)] if manner == 1 else [("section.notes", "RENDICONTAZIONE", 20)]
    return wide(
        [
            ("title", "OBIETTIVO", 17),
            ("indicator.text", "KPI", 15),
            ("section.description", "DESCRIZIONE", 20),
            ("indicator.formula", "ALGORITMO", 16),
            *([("indicator.weight", "PESO", 6, "center")] if manner == 1 else []),
            ("indicator.target", "TARGET", 12),
            ("indicator.result", f"CONSUNTIVO\n{year}" if manner == 1 else f"RISULTATO {year}", 11, "center"),
            *note,
        ]
    )


def sheet_d(year: int, manner: int) -> Form:
    """Layout D."""
    rows = [{"code": "Codice"}, {"year": "Anno"}, {"title": "Titolo"}, {"description": "Descrizione"}]
    rows += [{"area": "Missione"}, {"programme": "Programma"}, {"weight": "Peso obiettivo"}]
    each = [{"text": "Indicatore"}, {"unit": "Unità di misura"}, {"formula": "Algoritmo"}, {"weight": "Peso"}]
    if manner == 1:
        each += [{"baseline": f"Consuntivo {year - 1}"}, {"target": f"Target {year}"}, {"result": f"Consuntivo {year}"}]
        each += [{"achievement": "% di raggiungimento"}]
        return {"widths": [24, 76], "objective": rows, "indicator": each, "closing": [{"notes": "Note"}], "size": 8.5}
    each = [
        {"text": "Indicatore"},
        {"formula": "Algoritmo di calcolo"},
        {"unit": "Unità di misura", "weight": "Peso %"},
    ]
    each += [{"baseline": "Valore storico", "target": "Target"}]
    each += [{"result": "Risultato conseguito", "achievement": "% di raggiungimento"}]
    rows = [{"code": "Codice", "year": "Anno"}, {"title": "Titolo"}, {"description": "Descrizione"}]
    rows += [{"area": "Missione", "programme": "Programma"}]
    form: Form = {"pairs": 2, "widths": [17, 35, 17, 31], "objective": rows, "indicator": each, "size": 8.5}
    return form | {"closing": [{"notes": "Note"}]}


def table_e(year: int, manner: int) -> Form:
    """Layout E, with the degree of achievement."""
    form = wide(
        [
            ("reference.strategic", "Obiettivi pluriennali", 19),
            ("reference.area", "Strutture", 13),
            ("title", f"Obiettivo {year}", 24),
            ("indicator.text", "Indicatore", 22),
            ("indicator.target", "Target %", 9, "center"),
            ("indicator.result", "Risultato %", 10, "center"),
            ("indicator.achievement", "Grado di raggiungimento %", 11, "center"),
            *([("section.notes", "Note", 14)] if manner == 2 else []),
        ],
        size=8.5,
    )
    for column in form["columns"][:2]:
        column["merge"] = "cells"
    return form


def scorecard_h(year: int, manner: int) -> Form:
    """Layout H."""
    if manner == 1:
        fields = ["kind", "text", "weight", "earlier", "baseline", "result", "target", "achievement"]
        labels = ["VALENZA INDICATORE", "INDICATORE", "PESO", f"Risultato effettivo {year - 2}"]
        labels += [f"Risultato effettivo {year - 1}", f"Risultato effettivo {year}"]
        labels += [f"Target {year} (Risultato atteso)", "% Realizzazione"]
        widths = [9, 30, 6, 9, 9, 9, 12, 10]
    else:
        fields = ["text", "kind", "weight", "target", "baseline", "result", "achievement"]
        labels = ["INDICATORE", "VALENZA INDICATORE", "PESO", f"Target {year}\n(Risultato atteso)"]
        labels += [f"Risultato effettivo {year - 1}", f"Risultato effettivo {year}", "% Realizzazione"]
        widths = [32, 11, 7, 14, 12, 12, 11]
    rows = zip(fields, labels, widths, strict=True)
    columns = [{"field": field, "label": label, "width": width} for field, label, width in rows]
    return {"landscape": True, "size": 8, "columns": columns}


def scoring_j(manner: int) -> Form:
    """Layout J."""
    columns: list[tuple[Any, ...]] = [
        ("title", "Descrizione obiettivo", 25),
        ("weight", "Peso\nObiettivo", 8, "center"),
        ("indicator.text", "Indicatori", 21),
        ("indicator.weight", "Peso\nIndicatori", 8, "center"),
        ("indicator.annual", "Valore atteso annuale", 11, "center"),
        ("indicator.revised", "Valore atteso revisionato", 10, "center"),
        ("indicator.result", "Valore Consuntivo", 10, "center"),
        ("indicator.achievement", "Grado di Raggiungimento", 10, "center"),
        ("indicator.score", "Punteggio attribuito", 9, "center"),
    ]
    if manner == 2:
        columns.pop(5)
    return wide(columns, null="_" if manner == 1 else "")


def university_l(manner: int) -> Form:
    """Layout L."""
    scale = [(f"indicator.scale_{one}", str(one), 6, "center", "Valore risultato") for one in (3, 2, 1, 0)]
    columns: list[tuple[Any, ...]] = [
        *([("reference.strategic.code", "Ob. strat.", 5, "center")]),
        ("reference.operational.code", "N. ob.", 6.5, "center"),
        ("title", "Denominazione", 14),
        ("weight", "Peso", 5.5, "center"),
        ("section.description", "Azioni", 17),
        ("indicator.text", "Indicatori", 13),
        ("indicator.baseline", "Base line", 7, "center"),
        ("indicator.target", "Risultato atteso", 8, "center"),
        *scale,
        ("indicator.result", "Risultato conseguito", 9, "center"),
        ("score", "punteggio obiettivo (0-3)" if manner == 1 else "Punteggio obiettivo (0-3)", 7.5, "center"),
        *([("section.notes", "Note", 10)] if manner == 2 else []),
    ]
    return wide(columns, size=7)


def sheet_m(manner: int) -> Form:
    """Layout M."""
    if manner == 1:
        each = [
            ("text", "Indicatore di risultato", 10),
            ("target", "Valore atteso", 5),
            ("result", "Valore raggiunto", 5),
        ]
        blocks: list[Any] = [{"row": {"area": "Missione"}}, {"row": {"programme": "Programma"}}]
        blocks += [{"row": {"description": "Finalità dell’obiettivo"}}, {"row": {"weight": "Peso"}}]
        blocks += [{"band": "Azioni previste"}, {"actions": ["N°", "Azione", "Data inizio", "Data fine"]}]
        blocks += [{"indicators": _fields(each)}, {"row": {"achievement": "Grado di raggiungimento"}}]
        blocks += [{"row": {"score": "Nucleo di Valutazione"}}, {"row": {"notes": "Note"}}]
        return {"heading": "Obiettivo n. {number}", "actions_shares": [2, 10, 4, 4], "sheet": blocks, "size": 9}
    each = [("text", "Indicatore di risultato", 7), ("weight", "Peso", 2), ("target", "Valore atteso", 4)]
    each += [("result", "Valore raggiunto", 4), ("achievement", "Grado di raggiungimento", 3)]
    blocks = [{"title": ""}, {"row": {"area": "Missione", "programme": "Programma"}}]
    blocks += [
        {"row": {"weight": "Peso obiettivo", "state": "Stato di avanzamento"}},
        {"row": {"description": "Finalità"}},
    ]
    blocks += [{"indicators": _fields(each)}, {"actions": ["N°", "Azioni previste", "Data inizio", "Data fine"]}]
    blocks += [{"row": {"notes": "Note per analisi scostamenti"}}, {"row": {"score": "Punteggio N.V.P."}}]
    return {"label_share": 4, "actions_shares": [1, 11, 4, 4], "sheet": blocks, "size": 8.5}


def _fields(each: list[tuple[str, str, int]]) -> list[Form]:
    return [{"field": field, "label": label, "share": share} for field, label, share in each]


def list_n(manner: int, total: str) -> Form:
    """Layout N; `total` is the sum that the body prints."""
    fields = [("title", "OBIETTIVO STRATEGICO", 72), ("weight", "PESATURA", 14), ("code", "RIFERIMENTI", 14)]
    if manner == 2:
        fields = [("number", "N.", 6), ("title", "OBIETTIVO STRATEGICO", 56), ("weight", "PESATURA", 18)]
        fields += [("code", "RIFERIMENTI", 20)]
    columns = [{"field": field, "label": label, "width": width} for field, label, width in fields]
    return {"size": 10, "columns": columns, "preface": [f"La somma delle pesature è pari a {total}."] if total else []}


def plan_o(year: int, manner: int) -> Form:
    """Layout O: a ruled block per objective, or lines."""
    words = {"target": f"Target {year} - {{}}", "baseline": f"Baseline {year - 1} - {{}}"}
    return words | ({"form": "table", "size": 9, "widths": [54, 24, 22]} if manner == 1 else {"form": "lines"})


def card_s(year: int, manner: int) -> Form:
    """Layout S."""
    each = [
        ("indicator.text", "Indicatore", 22),
        ("indicator.formula", "Algoritmo", 23),
        ("indicator.weight", "Peso", 7, "center"),
        ("indicator.baseline", f"Consuntivo {year - 1}", 11, "right"),
        ("indicator.target", f"Target {year}", 13, "right"),
        ("indicator.result", f"Consuntivo {year}", 12, "right"),
        ("indicator.achievement", "% di realizzazione", 12, "right"),
    ]
    form = wide(each, landscape=False, null="-")
    if manner == 1:
        head: list[Any] = [[{"key": "number", "columns": 7, "before": "SCHEDA OBIETTIVO ", "bold": True}]]
        head += [
            _pair("Obiettivo strategico", "reference.strategic"),
            _pair("Obiettivo operativo", "reference.operational"),
        ]
        labels = [
            "Descrizione",
            "Peso obiettivo",
            "Totale grado di realizzazione dell’obiettivo",
            "Valutazione OIV",
            "Note",
        ]
    else:
        head = [
            _pair("Obiettivo operativo", "reference.operational"),
            _pair("Obiettivo strategico", "reference.strategic"),
        ]
        labels = [
            "Finalità",
            "Peso",
            "% di realizzazione dell’obiettivo",
            "Punteggio attribuito dal Nucleo di Valutazione",
        ]
        labels.append("Note per analisi scostamenti")
    rows = [*head, _pair(labels[0], "section.description"), _pair(labels[1], "weight"), "indicators"]
    rows += [_tail(labels[2], "achievement"), _tail(labels[3], "score"), _pair(labels[4], "section.notes", needed=True)]
    return form | {"card": rows}


def _pair(label: str, key: str, **more: Any) -> list[Form]:
    return [{"text": label, "columns": 2}, {"key": key, "columns": 5} | more]


def _tail(label: str, key: str) -> list[Form]:
    return [{"text": label, "columns": 5, "align": "right"}, {"key": key, "columns": 2, "align": "right"}]


def grid_t(year: int, manner: int) -> Form:
    """Layout T."""
    form = wide(
        [
            ("reference.area", "Area strategica", 9),
            ("reference.operational.code", "Cod.", 5, "center"),
            ("title", "Obiettivo", 18),
            ("weight", "Peso ob. %", 5, "center"),
            ("indicator.text", "Indicatore", 17),
            ("indicator.weight", "Peso ind. %", 5, "center"),
            ("indicator.baseline", f"Consuntivo {year - 1}" if manner == 1 else "Baseline", 9, "right"),
            ("indicator.target", f"Target {year}", 9.5, "right"),
            ("indicator.result", f"Consuntivo {year}" if manner == 1 else "Valore raggiunto", 9, "right"),
            ("indicator.achievement", "% di ragg.", 6, "right"),
            ("section.notes", "Note", 13),
        ]
    )
    form["columns"][0]["merge"] = "cells"
    return form
