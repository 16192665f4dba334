"""Scanned pages, from the file to the answer in SQL: what is read, how it is graded, and what is kept for next time."""

from __future__ import annotations

import fcntl
import gzip
import json
import math
import os
import shutil
import stat
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from processes import is_alive, start, until
from scans import Leaf, bound, leaves_of, needs_tesseract, scanned, shown

from extract import extract_report
from extract.evaluate import Comparison, Count, compare, load_gold
from extract.store import Store

CORPUS = Path(__file__).parent.parent / "corpus"
SEED = CORPUS / "reports" / "riviere-2020.pdf"
TABLE = CORPUS / "synthetic" / "asl-valsorda-2013.pdf"
SCALE = 200 / 72  # dots to a point
SEED_PAGE = (841.92, 594.96)  # points

# One objective each; the first and the last but one hold text, the others were scanned in all ways.
WAYS = {
    2: Leaf(SEED, 5, turn=90), 3: Leaf(SEED, 6, turn=-3, dpi=150), 4: Leaf(SEED, 7, turn=0.3, noise=20),
    5: Leaf(SEED, 9, turn=180.4), 7: Leaf(SEED, 11, turn=1, dpi=300),
}
OBJECTIVES = [1, 5, 6, 7, 9, 10, 11]

pytestmark = [needs_tesseract, pytest.mark.skipif(sys.platform != "linux", reason="runs a shell script as Tesseract")]


class Desk(NamedTuple):
    """A folder with scans, what reading them gave, and the environment in which Tesseract's runs are counted."""

    folder: Path
    environment: Mapping[str, str]

    def run(self, *arguments: str, **more: str) -> tuple[int, str, str]:
        """The command's exit code, its output and its errors."""
        with start(*arguments, cwd=self.folder, env={**self.environment, **more}) as process:
            output, errors = process.communicate()
        return process.returncode, output, errors

    def rows(self, sql: str) -> list[dict[str, Any]]:
        with Store.open(self.folder / "obiettivi.duckdb", read_only=True) as store:
            return store.rows(sql)

    def extracted(self, name: str) -> dict[str, Any]:
        """What `extract` prints of a scan; from the cache, once it was read."""
        code, output, errors = self.run("extract", name, "--with-text", "--timeout", "900")
        assert (code, errors) == (0, "")
        report: dict[str, Any] = json.loads(output)
        return report

    def recognised(self) -> int:
        """How many pictures Tesseract has been given so far."""
        return (self.folder / "runs").read_text().count("x")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """All scans read into a database; by one process only where tests run in several."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "scans"
    folder.mkdir(exist_ok=True)
    path = os.pathsep.join([str(folder / "bin"), os.environ["PATH"]])
    desk = Desk(folder, os.environ | {"PATH": path, "XDG_CACHE_HOME": str(folder / "cache")})
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            _lay_out(folder)
            code, _, errors = desk.run("ingest", "in", "--timeout", "900")
            assert (code, errors) == (0, "")
            (folder / "done").touch()
    return desk


def _lay_out(folder: Path) -> None:
    _program(folder / "bin" / "tesseract", f"""
        [ "$1" = stdin ] && printf x >> "{folder}/runs"
        exec "{shutil.which('tesseract')}" "$@"
    """)
    (folder / "in").mkdir()
    (folder / "in" / "seed.pdf").write_bytes(scanned(leaves_of(SEED)))
    (folder / "in" / "table.pdf").write_bytes(scanned(leaves_of(TABLE)))
    scans = [scanned([leaf]) for leaf in WAYS.values()]
    (folder / "in" / "mixed.pdf").write_bytes(bound((SEED, 1), *scans[:4], (SEED, 10), *scans[4:]))


def _program(file: Path, script: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text("#!/bin/sh\n" + script)
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


def compared(report: dict[str, Any], name: str) -> Comparison:
    return compare(load_gold(CORPUS / "gold" / f"{name}.json"), report)


def f1(count: Count) -> float:
    assert count.gold
    assert count.f1 is not None
    return count.f1


# What is read


def test_a_skewed_scan_of_the_report_is_read_nearly_as_the_report(desk: Desk) -> None:
    found = compared(desk.extracted("in/seed.pdf"), "riviere-2020")
    for kind in ("objectives", "plan_references", "scores"):
        assert f1(found.counts[kind]) >= 0.95, kind
    assert f1(found.micro) >= 0.95


def test_a_scanned_table_is_read_cell_by_cell(desk: Desk) -> None:
    report = desk.extracted("in/table.pdf")
    found = compared(report, "asl-valsorda-2013")
    assert f1(found.counts["objectives"]) >= 0.95
    assert f1(found.micro) >= 0.85


def test_pages_lie_in_all_ways_and_some_hold_text(desk: Desk) -> None:
    report = desk.extracted("in/mixed.pdf")
    assert [objective["number"] for objective in report["objectives"]] == OBJECTIVES
    gold = json.loads((CORPUS / "gold" / "riviere-2020.json").read_text(encoding="utf-8"))
    expected = {one["number"]: one for one in gold["objectives"]}
    for objective in report["objectives"]:
        own = expected[objective["number"]]
        assert [one["value"] for one in objective["scores"]] == [one["value"] for one in own["scores"]]
        assert {one["code"] for one in objective["plan_references"]} == {one["code"] for one in own["plan_references"]}
    assert report["report"]["unread_pages"] == []


# How it is told


def test_what_was_recognised_is_graded_so_and_nothing_else(desk: Desk) -> None:
    found = {row["page"]: row for row in desk.rows(
        "SELECT page, list(DISTINCT grade) AS grades, min(confidence) AS low, max(confidence) AS high FROM evidence "
        "WHERE source = 'mixed.pdf' GROUP BY page"
    )}
    assert found.keys() == {1, *WAYS, 6}
    for page, row in found.items():
        if page in WAYS:
            assert row["grades"] == ["ocr"]
            assert 0 <= row["low"] <= row["high"] <= 1
            assert row["high"] > 0.85
        else:
            assert "ocr" not in row["grades"]
            assert row["low"] is None
    (engine,) = {row["engine"] for row in desk.rows("SELECT engine FROM documents")}
    assert "tesseract" in engine
    assert "(ita)" in engine


@pytest.mark.parametrize("name", ["seed.pdf", "table.pdf", "mixed.pdf"])
def test_boxes_lie_on_the_ink_of_their_words(desk: Desk, name: str) -> None:
    data = (desk.folder / "in" / name).read_bytes()
    rows = desk.rows(
        "SELECT DISTINCT page, quote, boxes FROM evidence "
        f"WHERE source = '{name}' AND grade = 'ocr' AND length(quote) > 2"
    )
    assert len(rows) > 20
    dark = {page: shown(data, page, SCALE) < 110 for page in {row["page"] for row in rows}}
    for row in rows:
        for x0, top, x1, bottom in row["boxes"]:
            inside = dark[row["page"]][int(top * SCALE) : int(bottom * SCALE), int(x0 * SCALE) : int(x1 * SCALE)]
            assert inside.mean() > 0.03, row


def test_boxes_are_where_the_words_were_before_the_page_was_turned(desk: Desk) -> None:
    printed = {one.number: one.evidence["title"][0] for one in extract_report(SEED).objectives}
    for objective in desk.extracted("in/seed.pdf")["objectives"]:
        (found, *_), true = objective["evidence"]["title"], printed[objective["number"]]
        assert found["page"] == true.page
        assert middle(found["boxes"][0]) == pytest.approx(_askew(middle(true.boxes[0]), 0.5, SEED_PAGE), abs=4)


def middle(box: Sequence[float]) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _askew(point: tuple[float, float], degrees: float, size: tuple[float, float]) -> tuple[float, float]:
    """Where a point of a page is after it was turned clockwise about its middle."""
    x, y = point[0] - size[0] / 2, point[1] - size[1] / 2
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return size[0] / 2 + x * cosine - y * sine, size[1] / 2 + x * sine + y * cosine


def test_a_reader_sees_how_sure_the_recognition_is(desk: Desk) -> None:
    code, output, _ = desk.run("show", "mixed.pdf", "11")
    assert code == 0
    assert "«Valutazione OIV = 100/100» p. 7 (OCR 9" in output.replace("\u00a0", " ")
    assert "OCR" not in desk.run("show", "mixed.pdf", "10")[1]


# What is kept


def test_a_page_is_recognised_once(desk: Desk) -> None:
    before = desk.recognised()
    assert desk.extracted("in/table.pdf") == desk.extracted("in/table.pdf")
    assert desk.recognised() == before
    kept = {len(list((desk.folder / "cache").rglob("*.json.gz")))}
    assert kept == {len(leaves_of(SEED)) + len(leaves_of(TABLE)) + len(WAYS)}


@pytest.mark.parametrize("spoil", [
    lambda data: data[: len(data) // 2],
    lambda _: gzip.compress(b'{"turn": 0, "words": [["parola", [1, 2, 3], true, 0.9]], "shapes": []}'),
], ids=["half of it", "another shape"])
def test_a_spoilt_cache_is_harmless(desk: Desk, tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    (tmp_path / "one.pdf").write_bytes(scanned([Leaf(TABLE, 1)]))
    code, expected, _ = desk.run("extract", str(tmp_path / "one.pdf"))  # the page is known from another file
    shutil.copytree(desk.folder / "cache", tmp_path / "cache")
    for kept in (tmp_path / "cache").rglob("*.json.gz"):
        kept.write_bytes(spoil(kept.read_bytes()))
    before = desk.recognised()
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    assert desk.run("extract", str(tmp_path / "one.pdf"), "--timeout", "900", **cache) == (code, expected, "")
    assert desk.recognised() > before


# Where something is missing


@pytest.fixture
def bare(desk: Desk, tmp_path: Path) -> Desk:
    """A desk of one scanned page and one of which half is scanned, without Tesseract."""
    (tmp_path / "one.pdf").write_bytes(scanned([Leaf(TABLE, 1)]))
    (tmp_path / "half.pdf").write_bytes(bound((SEED, 2), scanned([Leaf(TABLE, 1)])))
    (tmp_path / "bin").mkdir()
    own = {"PATH": str(tmp_path / "bin"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    return Desk(tmp_path, {**desk.environment, **own})


INSTALL = "apt-get install tesseract-ocr tesseract-ocr-ita"


def test_what_could_not_be_recognised_is_told_and_tried_again_with_tesseract(desk: Desk, bare: Desk) -> None:
    code, output, errors = bare.run("ingest", "one.pdf", "half.pdf")
    assert code == 1
    assert errors.startswith("error: one.pdf: its pages hold no text, only pictures or drawings; to have it recognised")
    assert f"`{INSTALL}`" in errors
    assert output.startswith("read: half.pdf")
    (finding,) = bare.rows("SELECT message, message_en FROM findings WHERE \"check\" = 'reading.page-without-text'")
    assert INSTALL in finding["message"]
    assert INSTALL in finding["message_en"]
    code, output, errors = bare.run("ingest", "one.pdf", "half.pdf")
    assert "(failed before, not tried again)" in errors
    assert "unchanged: half.pdf" in output
    code, output, errors = bare.run("ingest", "one.pdf", "half.pdf", "--ocr", "never", PATH=desk.environment["PATH"])
    assert "(failed before, not tried again)" in errors

    code, output, errors = bare.run("ingest", "one.pdf", "half.pdf", "--timeout", "900", PATH=desk.environment["PATH"])
    assert (code, errors) == (0, "")
    assert [line.partition(" (")[0] for line in output.splitlines()[:2]] == ["read: one.pdf", "read: half.pdf"]
    assert bare.rows("SELECT unread_pages, failure_kind FROM documents") == [
        {"unread_pages": [], "failure_kind": None}] * 2
    code, output, errors = bare.run("ingest", "one.pdf", "half.pdf", PATH=desk.environment["PATH"])
    assert output.startswith("unchanged: one.pdf")
    assert "\nunchanged: half.pdf" in output


def test_recognition_that_is_not_wanted_is_left(desk: Desk, bare: Desk) -> None:
    before = desk.recognised()
    code, _, errors = bare.run("extract", "one.pdf", PATH=desk.environment["PATH"], OBIETTIVI_OCR="never")
    assert code == 1
    assert "; let it be recognised (OCR): `--ocr auto`" in errors
    assert desk.recognised() == before


# Tesseract within the limits of the process that reads


def test_a_tesseract_that_never_ends_ends_with_its_reader(bare: Desk) -> None:
    _program(bare.folder / "bin" / "tesseract", f"""
        case "$1" in
        --version) echo "tesseract 5.0.0";;
        --list-langs) echo ita;;
        *) echo $$ > "{bare.folder}/pid"; ulimit -v > "{bare.folder}/limit"; exec sleep 600;;
        esac
    """)
    for name in ("sleep", "setpriv"):
        (bare.folder / "bin" / name).symlink_to(str(shutil.which(name)))
    code, _, errors = bare.run("extract", "one.pdf", "--timeout", "8", "--memory", "500M")
    assert code == 1
    assert errors == (
        "error: one.pdf, page 1: reading it takes more than 9 seconds; allow more with --timeout, or split it\n"
    )
    until(lambda: not is_alive(int((bare.folder / "pid").read_text())))
    assert 500 << 10 < int((bare.folder / "limit").read_text()) < 3 << 20


def test_a_tesseract_that_is_refused_memory_is_want_of_memory(bare: Desk) -> None:
    _program(bare.folder / "bin" / "tesseract", """
        case "$1" in
        --version) echo "tesseract 5.0.0";;
        --list-langs) echo ita;;
        *) echo "Error in pixCreateNoInit: pixdata_malloc fail for data" >&2; exit 1;;
        esac
    """)
    code, _, errors = bare.run("extract", "one.pdf")
    assert code == 1
    assert "reading it takes more than 1024 MiB of memory; allow more with --memory" in errors


# What is installed


def doctor(desk: Desk, *arguments: str, **more: str) -> tuple[int, dict[str, dict[str, str]]]:
    code, output, errors = desk.run("doctor", "--format", "json", *arguments, **more)
    assert errors == ""
    return code, {part["part"]: part for part in json.loads(output)}


def test_doctor_says_what_is_there(desk: Desk) -> None:
    code, parts = doctor(desk)
    assert code == 0
    assert parts["Tesseract (ita)"]["state"] == "ok"
    assert {part["state"] for name, part in parts.items() if name != "cluster"} == {"ok"}
    assert "pages" in parts["cache OCR / OCR cache"]["found"]


def test_doctor_says_what_is_missing_what_that_costs_and_what_helps(bare: Desk) -> None:
    code, parts = doctor(bare)
    missing = parts["Tesseract (ita)"]
    assert (code, missing["state"], missing["found"]) == (0, "missing", "Tesseract is not installed")
    assert missing["remedy"] == INSTALL
    italian, english = missing["cost"].split(" / ")
    assert "pagine scansionate" in italian
    assert "scanned pages" in english
    _program(bare.folder / "bin" / "tesseract", 'echo "tesseract 5.0.0"; echo eng')
    assert doctor(bare)[1]["Tesseract (ita)"]["found"] == "Tesseract is installed without Italian"
    _, output, _ = bare.run("doctor")
    assert f"  rimedio / remedy: {INSTALL}" in output


def test_doctor_fails_where_a_needed_part_is_broken(bare: Desk) -> None:
    code, parts = doctor(bare, "--db", "nowhere/x.duckdb")
    assert code == 1
    assert parts["base di dati / database"]["state"] == "broken"
    assert parts["base di dati / database"]["remedy"].startswith("mkdir -p ")
