"""Python, the packages the program asks for, and the engines in them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError, requires, version
from shlex import quote
from typing import NamedTuple

from extract.doctor.part import Part, State
from extract.doctor.recogniser import NO_SCANS

_PROJECT = "obiettivi"
_LEAST_PYTHON = (3, 11)
_PATIENCE = 60.0  # seconds an engine may take to start
_REQUIREMENT = re.compile(
    r"(?P<name>[\w.-]+)(?P<parts>\[[^]]*])?\s*(?P<ranges>[^;]*)(?:;.*?extra\s*==\s*['\"](?P<extra>\w+)['\"])?"
)
_RANGE = re.compile(r"(?P<sign>>=|<=|<|>|==|!=|~=)\s*(?P<version>[\w.]+)")

_NOTHING_WORKS = "senza, niente funziona / nothing works without it"
_EXTRAS = {
    "ocr": NO_SCANS,
    "cluster": "si lavora su un solo computer / work stays on one computer",
}


class Requirement(NamedTuple):
    """A package the project asks for: `parts` of it as `[http]`, `ranges` as `>=8.2`; `extra` is None where everybody
    needs it.
    """

    name: str
    parts: str
    ranges: str
    extra: str | None

    @property
    def wanted(self) -> str:
        """As pip takes it."""
        return f"{self.name}{self.parts}{self.ranges}"


class _Engine(NamedTuple):
    """An engine inside a package: what proves that it works, and prints its version."""

    name: str
    proof: str


_ENGINES = {
    "pypdfium2": _Engine(
        "pdfium",
        "import pypdfium2\nfrom pypdfium2.version import PDFIUM_INFO\n"
        "pypdfium2.PdfDocument.new().new_page(72, 72).render()\nprint(PDFIUM_INFO)",
    ),
    "duckdb": _Engine(
        "DuckDB",
        "import duckdb\nprint(duckdb.connect().execute('SELECT library_version FROM pragma_version()').fetchone()[0])",
    ),
    "spacy": _Engine(
        "Italian tokenizer", "import spacy\nassert len(spacy.blank('it')('un esempio')) == 2\nprint('works')",
    ),
    "google-re2": _Engine("RE2", "import re2\nassert re2.search(r'\\p{L}+', 'città')\nprint('works')"),
    "pdfplumber": _Engine("tables", "import pdfplumber.table\nprint('works')"),
}


def packages() -> Iterator[Part]:
    """Python, and the packages everybody needs with the engines in them."""
    yield _python()
    needed = [one for one in requirements() if one.extra is None]
    if not needed:
        yield Part(_PROJECT, State.BROKEN, "", _NOTHING_WORKS, _pip("-e", "."))
    with ThreadPoolExecutor() as pool:
        yield from pool.map(_package, needed)


def extras() -> Iterator[Part]:
    """The packages that only some need."""
    for extra, cost in _EXTRAS.items():
        wanted = [one for one in requirements() if one.extra == extra]
        found = {one.name: _version(one) for one in wanted}
        if wanted and all(_fits(found[one.name], one.ranges) for one in wanted):
            yield Part(extra, State.OK, ", ".join(f"{name} {known}" for name, known in found.items()))
        else:
            yield Part(extra, State.MISSING, "", cost, _pip(*(one.wanted for one in wanted)))


def requirements() -> list[Requirement]:
    """What the installed project asks for; nothing where it is not installed."""
    try:
        told = requires(_PROJECT) or []
    except PackageNotFoundError:
        return []
    found = (_REQUIREMENT.match(line) for line in told)
    return [Requirement(one["name"], one["parts"] or "", one["ranges"].strip(), one["extra"]) for one in found if one]


def _python() -> Part:
    here = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < _LEAST_PYTHON:
        return Part("Python", State.BROKEN, here, _NOTHING_WORKS, "apt-get install python3.11 python3.11-venv")
    return Part("Python", State.OK, f"{here} ({sys.executable})")


def _version(requirement: Requirement) -> str | None:
    try:
        return version(requirement.name)
    except PackageNotFoundError:
        return None


def _fits(found: str | None, ranges: str) -> bool:
    """Whether a version is within `>=` and `<`; other signs are not judged."""
    if found is None:
        return False
    here = _numbers(found)
    for one in _RANGE.finditer(ranges):
        bound = _numbers(one["version"])
        if (one["sign"] == ">=" and here < bound) or (one["sign"] == "<" and here >= bound):
            return False
    return True


def _numbers(version_: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version_)[:4]))


def _package(wanted: Requirement) -> Part:
    """The package, and its engine tried in a process of its own."""
    found = _version(wanted)
    if not _fits(found, wanted.ranges):
        return Part(wanted.name, State.BROKEN, found or "", _NOTHING_WORKS, _pip(wanted.wanted))
    engine = _ENGINES.get(wanted.name)
    if engine is None:
        return Part(wanted.name, State.OK, found or "")
    works, told = _tried(engine)
    shown = f"{found}, {engine.name} {told}"
    if works:
        return Part(wanted.name, State.OK, shown)
    return Part(wanted.name, State.BROKEN, shown, _NOTHING_WORKS, _pip("--force-reinstall", wanted.wanted))


def _tried(engine: _Engine) -> tuple[bool, str]:
    """Whether the engine works, and its version or what it said."""
    command = [sys.executable, "-c", engine.proof]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return False, f"gave no answer in {_PATIENCE:.0f} s"
    if done.returncode == 0:
        return True, done.stdout.strip()
    ended = f"was ended by signal {-done.returncode}" if done.returncode < 0 else "failed"
    return False, (done.stderr.strip().splitlines() or [ended])[-1]


def _pip(*arguments: str) -> str:
    return " ".join([quote(sys.executable), "-m pip install", *map(quote, arguments)])


