"""`python -m corpus.contradictions [NAME...]`: print the reports and their twins, write their gold, check both."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from corpus.contradictions.author import VARIANTS, gold, variant
from corpus.generator.layouts import IDS, layout_of
from corpus.generator.model import Bullets, Heading, PageBreak, Paragraph, Part, Print
from corpus.generator.printers import pdf

HERE = Path(__file__).resolve().parent
SPLITS = ("dev", "test")
MODULES = {
    "dev": (
        "narrative",
        "tables",
        "clean",
        "years",
        "more_narrative",
        "more_tables",
        "more_years",
        "more_years_tables",
        "third",
        "fourth_prose",
        "fourth_tables",
        "fourth_years",
        "fifth",
        "sixth_prose",
        "sixth_tables",
        "sixth_years",
        "seventh_prose",
        "seventh_tables",
        "seventh_years",
    ),
    "test": ("narrative", "tables", "clean", "years", "second_prose", "second_tables", "second_years"),
}
YEARS = {
    "dev": ("years", "more_years", "more_years_tables", "fourth_years", "sixth_years", "seventh_years"),
    "test": ("years", "second_years"),
}
WIDTH = 128


def main(names: list[str]) -> int:
    """Build the reports and pairs called `names` (a pair: also by one of its reports), or all."""
    failed = 0
    for split in SPLITS:
        for report in reports(split):
            if names and report["name"] not in names:
                continue
            for which in VARIANTS:
                if (which == "twin" and report.get("first")) or (which == "planted" and report.get("clean")):
                    continue
                failed += build(split, report, which)
        for pair in pairs(split):
            if not names or {pair["name"], pair["first"], pair["second"]} & set(names):
                write_pair(split, pair)
    return 1 if failed else 0


def reports(split: str) -> Iterator[dict[str, Any]]:
    """The reports of a split, as written."""
    for module in MODULES[split]:
        yield from import_module(f"corpus.contradictions.{split}.{module}").REPORTS


def pairs(split: str) -> Iterator[dict[str, Any]]:
    """The pairs of reports of one body in two years."""
    for module in YEARS[split]:
        yield from import_module(f"corpus.contradictions.{split}.{module}").PAIRS


def build(split: str, report: Mapping[str, Any], which: str) -> int:
    """Print one variant and write its gold; 1 where the printed file does not show what the gold quotes."""
    said = variant(report, which)
    name = report["name"] + ("-twin" if which == "twin" and not report.get("clean") else "")
    which = "clean" if report.get("clean") or report.get("first") else which
    printed = layout_of(said["layout"])(said)
    if said["program"] == "text":
        path = HERE / split / f"{name}.txt"
        path.write_text(plain(printed), encoding="utf-8")
    else:
        path = HERE / split / f"{name}.pdf"
        path.write_bytes(pdf(printed, said["program"], said["title"]))
    found = gold(said)
    head = {"file": path.name, "layout": IDS[said["layout"]], "variant": which, "kind": "synthetic"}
    head |= {key: said[key] for key in ("issuer", "year")}
    _json(path.with_name(f"{name}.audit.json"), head | found)
    missing = unseen(path, found)
    sys.stdout.write(f"{split}/{path.name}: {len(said['objectives'])} objectives, {len(found['findings'])} findings\n")
    for one in missing:
        sys.stderr.write(f"{split}/{path.name}: not on the page: {one}\n")
    return 1 if missing else 0


def write_pair(split: str, pair: Mapping[str, Any]) -> None:
    """The gold of two years side by side, and of the twin."""
    for which in VARIANTS:
        said = variant(pair, which)
        end = "-twin" if which == "twin" else ""
        listing = {path.stem: path.name for path in (HERE / split).glob("*") if path.suffix in (".pdf", ".txt")}
        files = [listing[pair["first"]], listing[pair["second"] + end]]
        head = {"files": files, "layout": IDS[said["layout"]], "variant": which, "kind": "synthetic"}
        found: dict[str, list[Any]] = {"findings": [], "confirmations": [], "notices": []}
        for entry in said["audit"]:
            kept = {key: value for key, value in entry.items() if key not in ("kind", "only")}
            noticed = entry.get("planted") and entry["severity"] == ["notice"]
            found["notices" if noticed else entry["kind"]].append(kept)
        _json(HERE / split / f"{pair['name']}{end}.audit.json", head | found)
        shown = "".join(squeezed(HERE / split / file) for file in files)
        for entry in (one for entries in found.values() for one in entries):
            for quote in entry["quotes"]:
                if not on_page(quote, shown):
                    sys.stderr.write(f"{pair['name']}{end}: not on the pages: {quote}\n")


def plain(printed: Print) -> str:
    """A report as text: paragraphs broken into lines, nothing else."""
    lines: list[str] = []
    for part in (*printed.parts, *map(Paragraph, printed.notes)):
        lines += _plain(part)
    return "\n".join(lines) + "\n"


def _plain(part: Part) -> Iterable[str]:
    match part:
        case Heading(text, level):
            return [
                *([""] if level < 3 else []),
                *(one for line in text.split("\n") for one in textwrap.wrap(line, WIDTH)),
                "",
            ]
        case Paragraph(text, label, _):
            joined = f"{label} {text}".strip()
            return [one for line in joined.split("\n") for one in textwrap.wrap(line, WIDTH)] + ([""] if text else [])
        case Bullets(items):
            return [f"- {item}" for item in items]
        case PageBreak():
            return ["\f"]
        case _:
            raise ValueError("tables are not printed as text")


def squeezed(path: Path) -> str:
    """The text of a file without any blanks: in reading order, and as set on the page."""
    if path.suffix == ".txt":
        return _tight(path.read_text(encoding="utf-8"))
    texts = []
    for how in ("-raw", "-layout"):
        command = ["pdftotext", how, str(path), "-"]
        texts.append(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return _tight("".join(texts))


def _tight(text: str) -> str:
    return re.sub(r"\s+", "", text)


def unseen(path: Path, found: Mapping[str, list[Mapping[str, Any]]]) -> list[str]:
    """The quotes of the gold that the printed file does not show."""
    shown = squeezed(path)
    quotes = [quote for entries in found.values() for one in entries for quote in one["quotes"]]
    return [quote for quote in quotes if not on_page(quote, shown)]


def on_page(quote: str, shown: str) -> bool:
    """Whether a quote of the gold (`this || or this`) is in the squeezed text."""
    return all(_tight(one) in shown for one in quote.split("||"))


def _json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
