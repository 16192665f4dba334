"""Print -> PDF bytes, by each of the programs that bodies use."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.generator import platypus
from corpus.generator.html import html
from corpus.generator.model import Print
from corpus.generator.odt import odt

EPOCH = "1577872800"  # 2020-01-01: what programs that ask for the date are told
SECONDS = 180
NAMES = {
    "reportlab": "reportlab",
    "chromium": "Chromium",
    "weasyprint": "WeasyPrint",
    "libreoffice": "LibreOffice",
}
CHROMIUM = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--no-pdf-header-footer",
)
_CLOCK = re.compile(rb"(/(?:CreationDate|ModDate)\s*\()(D:\d{14}[^)]*)\)")
_NAME = re.compile(rb"/(?:DocChecksum\s*/|ID\s*\[\s*<)[0-9A-Fa-f]{32}(?:>\s*<[0-9A-Fa-f]{32}>)?")


class MissingProgramError(RuntimeError):
    """A program that a report is to be printed with is not on PATH."""


def pdf(printed: Print, program: str, title: str = "") -> bytes:
    """The report as `program` prints it."""
    if program == "reportlab":
        return platypus.pdf(printed, title)
    if program not in PROGRAMS:
        raise ValueError(f"no program {program!r}; there are {', '.join(NAMES)}")
    with TemporaryDirectory(prefix="print-") as name:
        folder = Path(name)
        suffix, text, command = PROGRAMS[program]
        source = folder / f"report.{suffix}"
        source.write_text(text(printed, title), encoding="utf-8")
        made = folder / "report.pdf"
        _run(command(source, folder), made)
        return _timeless(made.read_bytes())


def _chromium(source: Path, folder: Path) -> list[str]:
    """Chromium's command."""
    program = _program("chromium", "chromium-browser", "google-chrome")
    places = (f"--user-data-dir={folder}/profile", f"--print-to-pdf={folder}/report.pdf")
    return [program, *CHROMIUM, *places, source.as_uri()]


def _weasyprint(source: Path, folder: Path) -> list[str]:
    """WeasyPrint's command."""
    return [_program("weasyprint"), str(source), str(folder / "report.pdf")]


def _libreoffice(source: Path, folder: Path) -> list[str]:
    """LibreOffice's command, with a profile of its own."""
    program = _program("soffice", "libreoffice")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    how = ["--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder)]
    return [program, "--headless", profile, *how, str(source)]


Source = Callable[[Print, str], str]
Command = Callable[[Path, Path], list[str]]
PROGRAMS: dict[str, tuple[str, Source, Command]] = {
    "chromium": ("html", lambda printed, title: html(printed, "chromium", title), _chromium),
    "weasyprint": ("html", lambda printed, title: html(printed, "weasyprint", title), _weasyprint),
    "libreoffice": ("fodt", odt, _libreoffice),
}


def _program(*names: str) -> str:
    """The first of `names` that is on PATH."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise MissingProgramError(f"{names[0]} is not on PATH; it is needed to print this report")
    return found


def _run(command: list[str], made: Path) -> None:
    """Run `command`, which is to write `made`."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "TZ": "UTC"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False)
    if done.returncode or not made.is_file():
        said = (done.stderr or done.stdout).strip()[-400:]
        raise RuntimeError(f"{Path(command[0]).name} printed nothing (exit code {done.returncode}): {said}")


def _timeless(data: bytes) -> bytes:
    """The same PDF with its clock and random names set to nought; no byte is moved."""
    data = _CLOCK.sub(lambda hit: hit[1] + b"D:20200101000000" + hit[2][16:] + b")", data)
    return _NAME.sub(lambda hit: re.sub(rb"(?<=[/<])[0-9A-Fa-f]{32}", b"0" * 32, hit[0]), data)
