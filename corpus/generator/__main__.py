"""`python -m corpus.generator [NAME...]`: print synthetic reports; write their gold and manifest rows."""

from __future__ import annotations

import csv
import fcntl
import hashlib
import io
import json
import os
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from corpus.generator.layouts import IDS, layout_of
from corpus.generator.printers import NAMES, MissingProgramError, pdf

CORPUS = Path(__file__).resolve().parent.parent
CONTENT = Path(__file__).resolve().parent / "content"
COLUMNS = ["file", "sha256", "issuer", "year", "layout", "kind", "origin", "split", "gold"]
ORIGIN = "fictitious body; generated, printed with "


def main(names: list[str]) -> int:
    """Build the reports called `names`, or all; 1 where one could not be built."""
    known = {path.stem: path for path in sorted(CONTENT.glob("*.yml"))}
    wanted = [Path(name).stem for name in names] or list(known)
    failed = 0
    for name in wanted:
        try:
            if name not in known:
                raise ValueError(f"no content/{name}.yml")
            sys.stdout.write(f"{name}: {build(known[name])}\n")
        except (MissingProgramError, ValueError) as error:
            failed += 1
            sys.stderr.write(f"{name}: {error}\n")
        except Exception:  # noqa: BLE001 - a broken layout must not keep the other reports from being built
            failed += 1
            sys.stderr.write(f"{name}: {traceback.format_exc()}\n")
    return 1 if failed else 0


def build(path: Path) -> str:
    """Print one report, write its gold and its row; what was made, in words."""
    content = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    name, letter, program = path.stem, content["layout"], content["program"]
    data = pdf(layout_of(letter)(content), program, content["title"])
    _write(CORPUS / "synthetic" / f"{name}.pdf", data)
    gold = gold_of(content)
    _write(CORPUS / "gold" / f"{name}.json", (json.dumps(gold, ensure_ascii=False, indent=1) + "\n").encode())
    row = {
        "file": f"synthetic/{name}.pdf",
        "sha256": hashlib.sha256(data).hexdigest(),
        "issuer": content["issuer"],
        "year": str(content["year"]),
        "layout": IDS[letter],
        "kind": "synthetic",
        "origin": ORIGIN + NAMES[program],
        "split": content["split"],
        "gold": f"gold/{name}.json",
    }
    register(row, CORPUS / "manifest.csv")
    return f"{len(gold['objectives'])} objectives, {len(data)} bytes"


def gold_of(content: Mapping[str, Any]) -> dict[str, Any]:
    """The content as it is to be read: without what only says how it is printed."""
    report = {key: content[key] for key in ("issuer", "year", "title", "kind")}
    return {"report": report, "objectives": [_plain(one) for one in content["objectives"]]}


def _plain(value: Any) -> Any:
    """`value` without keys that begin with `print_`; dates as ISO text."""
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items() if not key.startswith("print_")}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def register(row: dict[str, str], manifest: Path) -> None:
    """Put `row` in the manifest in place of the one of the same file; generated rows stand last, by layout."""
    with _alone(manifest.parent):
        rows = list(csv.DictReader(io.StringIO(manifest.read_text(encoding="utf-8"))))
        rows = [one for one in rows if one["file"] != row["file"]] + [row]
        rows.sort(key=_order)
        out = io.StringIO()
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        _write(manifest, out.getvalue().encode())


def _order(row: Mapping[str, str]) -> tuple[str, ...]:
    """The order of the generated rows; the others stay before them as they were."""
    generated = row["origin"].startswith(ORIGIN)
    return (row["layout"], row["split"], row["file"]) if generated else ("",)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the lock of `folder`: of two runs at once, one waits."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _write(path: Path, data: bytes) -> None:
    """Write the whole file or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}")
    new.write_bytes(data)
    new.replace(path)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
