"""Reports made from the gold with evidence located in the seed's text, without the pipeline."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from schemas.report import OBJECTIVE_LISTS, OBJECTIVE_SCALARS, REPORT_SCALARS, Report

CORPUS = Path(__file__).parent.parent / "corpus"


@cache
def seed_text() -> str:
    return (CORPUS / "reports" / "riviere-2020.txt").read_text(encoding="utf-8-sig")


def seed_gold() -> dict[str, Any]:
    """A fresh copy of the seed's gold, to be changed at will."""
    loaded: dict[str, Any] = json.loads((CORPUS / "gold" / "riviere-2020.json").read_text(encoding="utf-8"))
    return loaded


def report_from(gold: Mapping[str, Any]) -> Report:
    """A Report with the values of `gold`, each with evidence in the seed's text."""
    header = dict(gold["report"])
    header |= {
        "source": "riviere-2020.txt", "sha256": "a2af432c" + "0" * 56, "pages": 1, "engine": "by hand",
        "evidence": {name: [_proof(str(header[name]))] for name in REPORT_SCALARS if header.get(name) is not None},
    }
    return Report.model_validate({"report": header, "objectives": [_objective(one) for one in gold["objectives"]]})


def _objective(gold: Mapping[str, Any]) -> dict[str, Any]:
    start = _start(gold)
    made = dict(gold)
    made["evidence"] = {
        name: [_proof(str(gold[name]), start)] for name in OBJECTIVE_SCALARS if gold.get(name) is not None
    }
    made["sections"] = {
        name: {"text": text, "evidence": [_proof(text, start)]} for name, text in gold.get("sections", {}).items()
    }
    for name in OBJECTIVE_LISTS:
        made[name] = [_item(item, start) for item in gold.get(name, [])]
    return made


def _item(item: Any, start: int) -> dict[str, Any]:
    fields = dict(item) if isinstance(item, Mapping) else {"text": item}
    shown = next((fields[name] for name in ("text", "code", "label", "value", "date") if fields.get(name)), "")
    for name in ("baseline", "target", "result"):
        if isinstance(fields.get(name), Mapping):
            fields[name] = {"text": str(fields[name]["value"]), **fields[name], "evidence": [_proof(str(shown), start)]}
    return fields | {"evidence": [_proof(str(shown), start)]}


def _start(gold: Mapping[str, Any]) -> int:
    found = re.search(rf"OBIETTIVO N\. {gold.get('number')}\s", seed_text())
    return found.start() if found else 0


def _proof(shown: str, start: int = 0) -> dict[str, Any]:
    """Evidence of `shown` in the seed's text, whatever its line breaks; else of the objective's heading."""
    words = r"\s+".join(map(re.escape, shown.split()))
    found = re.compile(words, re.IGNORECASE).search(seed_text(), start) if words else None
    left, right = found.span() if found else (start, start + 14)
    return {"page": 1, "start": left, "end": right, "quote": seed_text()[left:right], "rule": "hand"}
